"""Figures that a narrow column breaks over two lines, and the entries to which both lines belong."""

import re
from collections.abc import Sequence

from extractor.tables.profile import is_total_label, looks
from extractor.tables.rows_model import PhysicalRow, raise_cells
from extractor.tables.torn import torn_rows
from extractor.values.codes import split_code

_LEAST = 2
"""Columns whose figures go on below a page break where one entry stands on both sides of it."""
_CODED = 0.8
"""Share of the names of a column that begin with a budget code."""
_FARTHEST = 3
"""Rows between the beginning of figures and their rests, at most."""
_FIGURES = re.compile(r"(?:rp\.?\s*)?[\d.,\s]+%?", re.IGNORECASE)
_SIGN = re.compile(r"rp\.?|idr|\$", re.IGNORECASE)
_GROUPED = re.compile(r"(?:rp\.?)?(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+)", re.IGNORECASE)
_AMOUNT = re.compile(r"(?:rp\.?)?(?:\d{1,3}(?:\.\d{3})+(?:,\d{2}|,-)?|\d{1,3}(?:,\d{3})+(?:\.\d{2}|\.-)?)", re.IGNORECASE)
_SEVERAL = re.compile(r"\d[.,]\d{3}[.,]")
_CUT_PERCENT = re.compile(r"\d{1,3}(?:[.,]\d{0,2})?")
_CUT_DECIMALS = re.compile(r"\d{1,3}[.,]\d{1,2}%")
"""A percent whose decimals a narrow column may cut: it has two at most."""
_TWO_DECIMALS = re.compile(r"\d{1,3}[.,]\d{2}")
_OPEN_CODE = re.compile(r"(?:^|\s)(?P<code>(?:[0-9]{2,4}\.|[A-Z]{2,3}\.){2,}|(?:[0-9]{1,4}\.){4,})$")
_REST_OF_CODE = re.compile(r"(?:[A-Z]{2,3}|[0-9]{2,4})(?:\.(?:[A-Z]{2,3}|[0-9]{2,4}))*\.?")
"""A budget code cut behind one of its stops, and what may follow on the next line."""
_FIRST_OF_CODE = re.compile(r"[A-Z]{2,3}\.")


def is_cut_code(above: str, below: str) -> bool:
    """Whether a narrow column broke a budget code between these lines, of which the second does not begin with the same part again."""
    code = _OPEN_CODE.search(above)
    first = below.split(".", maxsplit=1)[0]
    return code is not None and _REST_OF_CODE.fullmatch(below) is not None and not code["code"].startswith(f"{first}.")


def _opens_code(above: str, below: str) -> bool:
    """Whether the first part of a code stands alone above all its others, which narrow columns may have broken again."""
    rest = "".join(below.split())
    return _FIRST_OF_CODE.fullmatch(above) is not None and rest[:1].isdigit() and "." in rest and _REST_OF_CODE.fullmatch(rest) is not None


def is_cut_amount(above: str, below: str) -> bool:
    """Whether a narrow column broke an amount between these lines: behind its sign, or within its groups of three digits."""
    above, below = "".join(above.split()), "".join(below.split())
    if not below:
        return False
    if _SIGN.fullmatch(above):
        return below[:1].isdigit()
    if not any(map(str.isdigit, above)) or (_GROUPED.fullmatch(above) and below[:1] not in (".", ",")):
        return False
    return bool(_AMOUNT.fullmatch(above + below))


def is_cut_percent(above: str, below: str) -> bool:
    """Whether a narrow column broke a percent between these lines: before its sign, or within its decimals."""
    below = "".join(below.split())
    if not _CUT_PERCENT.fullmatch(above):
        return False
    return below == "%" or (not above.isdecimal() and _CUT_DECIMALS.fullmatch(above + below) is not None)


def is_cut_decimal(above: str, below: str) -> bool:
    """The same for a percent of two decimals whose column has the sign in its header: no more than a beginning beside cut amounts."""
    return not above.isdecimal() and below.isdecimal() and _TWO_DECIMALS.fullmatch(above + below) is not None


def over_break(rows: Sequence[PhysicalRow], at: int, ordinal: int | None) -> bool:
    """Whether row ``at`` is the rest of the entry that a page break cut: figures go on in several columns, and one number serves both;
    a budget code goes on; or it has the figures of the code above it.
    """
    if not at or not rows[at].new_page:
        return False
    above, row = rows[at - 1], rows[at]
    if _lacks_its_code(rows, at):
        return True
    if any(a and b and (is_cut_code(a, b) or _opens_code(a, b)) for a, b in zip(above.text, row.text, strict=True)):
        return True
    if ordinal is not None and above.text[ordinal] and row.text[ordinal]:
        return False
    pairs = [(a, b) for c, (a, b) in enumerate(zip(above.text, row.text, strict=True)) if c != ordinal and a and b]
    return sum(is_cut_percent(a, b) or is_cut_amount(a, b) for a, b in pairs) >= _LEAST


def _lacks_its_code(rows: Sequence[PhysicalRow], at: int) -> bool:
    """Whether a code with its name stands alone above a row with figures whose name has none, where nearly all names begin with one."""
    above, row = rows[at - 1], rows[at]
    alone = [c for c, text in enumerate(above.text) if text]
    if len(alone) != 1 or not row.text[alone[0]] or sum(map(bool, row.text)) < _LEAST or is_total_label(row.text[alone[0]]):
        return False
    coded = [split_code(text)[0] is not None for text in (other.text[alone[0]] for other in rows) if text]
    here = [split_code(other.text[alone[0]])[0] is not None for other in (above, row)]
    return here == [True, False] and sum(coded) >= _CODED * len(coded)


def joined_at_breaks(rows: Sequence[PhysicalRow], ranges: Sequence[tuple[int, int]], ordinal: int | None) -> list[tuple[int, int]]:
    """The entries, each that a page break cuts as one."""
    found: list[tuple[int, int]] = []
    for first, end in ranges:
        if found and over_break(rows, first, ordinal):
            found[-1] = found[-1][0], end
        else:
            found.append((first, end))
    return found


def bound_rows(rows: Sequence[PhysicalRow], ordinal: int | None) -> list[tuple[int, int]]:
    """The ranges of rows that are of one entry, since figures of several columns go on from the first of them to the last one."""
    found: list[tuple[int, int]] = []
    for at in range(1, len(rows)):
        first = next((n for n in range(at - 1, max(at - _FARTHEST, 0) - 1, -1) if _goes_on(rows[n], rows[at], ordinal)), None)
        if first is not None and not any(_has_figures(rows[n], rows[at], ordinal) for n in range(first + 1, at)):
            begin = found.pop()[0] if found and found[-1][1] > first else first
            found.append((begin, at + 1))
    return found


def _goes_on(above: PhysicalRow, row: PhysicalRow, ordinal: int | None) -> bool:
    """Whether nothing but rests of the figures above stands below them, in several columns and with an amount among them, one of several
    groups: "70,5" over "14" may as well be two measures. Two lines with a number each are two entries.
    """
    if ordinal is not None and above.text[ordinal] and row.text[ordinal]:
        return False
    pairs = [(a, b) for c, (a, b) in enumerate(zip(above.text, row.text, strict=True)) if c != ordinal and b and _FIGURES.fullmatch(a)]
    if len(pairs) < _LEAST:
        return False
    cut = [is_cut_amount(a, b) for a, b in pairs]
    amounts = any(found and ("." in a or "," in a) and _SEVERAL.search(a + b) for found, (a, b) in zip(cut, pairs, strict=True))
    return amounts and all(found or is_cut_percent(a, b) or is_cut_decimal(a, b) for found, (a, b) in zip(cut, pairs, strict=True))


def _has_figures(row: PhysicalRow, below: PhysicalRow, ordinal: int | None) -> bool:
    return any(a and b and _FIGURES.fullmatch(a) for c, (a, b) in enumerate(zip(row.text, below.text, strict=True)) if c != ordinal)


def raise_to_figures(rows: Sequence[PhysicalRow], ordinal: int | None) -> list[PhysicalRow]:
    """The rows, the number of an entry whose figures are cut and the label of such a sum raised to the line on which these begin."""
    rows = _numbers_between(rows, ordinal)
    raised = list(rows)
    empty: set[int] = set()
    for first, end in bound_rows(rows, ordinal):
        lead = [c for c in range(len(rows[first].text)) if not rows[first].text[c]]
        label = next((text for row in rows[first:end] for c, text in enumerate(row.text) if text and c in lead and c != ordinal), "")
        columns = lead if is_total_label(label) else [c for c in lead if c == ordinal]
        raised = raise_cells(raised, [(first, end, c) for c in columns])
        empty.update(n for n in range(first + 1, end) if not any(raised[n].text))
    return [row for n, row in enumerate(raised) if n not in empty]


def _numbers_between(rows: Sequence[PhysicalRow], ordinal: int | None) -> list[PhysicalRow]:
    """The rows, a number alone between the two lines of an entry, whose figures stand on the first, raised to that."""
    alone = [n for n in range(1, len(rows) - 1) if ordinal is not None and _stands_between(rows[n - 1 : n + 2], ordinal)]
    if not alone or ordinal is None:
        return list(rows)
    raised = raise_cells(rows, [(n - 1, n + 1, ordinal) for n in alone])
    return [row for n, row in enumerate(raised) if n not in alone]


def _stands_between(rows: Sequence[PhysicalRow], ordinal: int) -> bool:
    above, row, below = (_filled(row) for row in rows)
    if row != {ordinal} or ordinal in above or any(row.drawn or row.place.box for row in rows) or any(row.new_page for row in rows[1:]):
        return False
    texts = {c for c in above if "text" in looks(rows[0].text[c])}
    figures = any("amount" in looks(rows[0].text[c]) for c in above)
    return figures and bool(below) and below <= texts and all("text" in looks(rows[2].text[c]) for c in below)


def _filled(row: PhysicalRow) -> set[int]:
    return {c for c, text in enumerate(row.text) if text}


def numbers_before_breaks(rows: Sequence[PhysicalRow], ordinal: int | None) -> list[PhysicalRow]:
    """The rows, the number of an entry that a page break cuts raised to its first part."""
    if ordinal is None:
        return list(rows)
    torn = torn_rows(rows)
    cut = [at for at in range(1, len(rows)) if not rows[at - 1].text[ordinal] and (at in torn or over_break(rows, at, ordinal))]
    return raise_cells(rows, [(at - 1, at + 1, ordinal) for at in cut]) if cut else list(rows)
