"""Signs in a table itself that it was misread: rows in pieces, figures in each other's cells, columns beside their headers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from extractor.checks.views.grids import FIGURES, Grid, GridColumn, GridRow
from extractor.model import Tabel
from extractor.tables.profile import is_index_row
from extractor.values.codes import read_code

Reason = Literal["columns", "digits", "header", "pieces", "crowded", "strayed", "nameless", "gap", "moved", "hole"]

WORDS: Mapping[Reason, tuple[str, str]] = {
    "columns": ("kolom tabelnya hasil dugaan", "the columns of its table are a guess"),
    "digits": (
        "terlalu banyak nomor di tabelnya yang tidak mungkin atau tidak sesuai dengan kolom lain",
        "too many numbers of its table cannot be, or contradict other columns",
    ),
    "header": ("kepala tabelnya memuat isi baris", "the header of its table holds a row"),
    "pieces": ("barisnya terpotong", "its row is in pieces"),
    "crowded": ("beberapa angka terbaca dalam satu sel", "several figures were read into one cell"),
    "strayed": ("ada angka di luar kolomnya", "a figure stands outside its column"),
    "nameless": ("barisnya tanpa nama, padahal baris lain bernama", "its row has no name, while the others have one"),
    "gap": ("nomor barisnya melompat", "the numbers of its rows skip one"),
    "hole": (
        "sel di sebelahnya kosong, isinya mungkin terbaca di sini",
        "the cell beside it is empty: what it holds may have been read here",
    ),
    "moved": ("angkanya milik baris di dekatnya", "its figures are those of a row nearby"),
}
"""Why the reading is doubted, in Indonesian and English."""

FIGURE = r"(?:Rp\.?)?[0-9]{1,3}(?:[.,][0-9]{3})+(?:[.,](?:[0-9]{2}|-))?|[0-9]{1,3}[.,][0-9]{1,2}%?|[0-9]{1,3}%"
"""A whole figure."""
_CROWDED = re.compile(
    rf"(?:Rp\.?\s*)?(?:{FIGURE})(?:[.,]?\s+(?:Rp\.?\s*)?(?:{FIGURE}))+|[0-9]{{1,3}}\s+[0-9]{{1,2}}|%(?:\s+%)+|"
    r"[0-9.,]+\s*%\s+[0-9][0-9.,]*\s+[A-Z][a-z]+|[0-9]+\s+[0-9]{1,3}(?:[.,][0-9]{1,2})?\s*%(?:\s+[A-Z][a-z]+)*"
)
"""Whole figures side by side; the second of two in brackets is the percent of the first and no sign of a slip."""
_SHARES = re.compile(r"\W*(?:[0-9.,]+\W+)?[0-9]{1,3}(?:[.,][0-9]{1,2})?\s*%\W+(?:[0-9.,]+\W+)?[0-9]{1,3}(?:[.,][0-9]{1,2})?\s*%\W*")
"""Two percents and nothing but an amount each: the shares of two rows."""
_MIXED = re.compile(
    r"[0-9]{1,3}[.,][0-9]{1,3}\s+[0-9]{1,3}[.,][0-9]{1,3}\s*%?|[0-9][0-9.,]*\s+[A-Z][a-z]+\s+[0-9][0-9.,]*\s*%(?:\s+[a-z]+)?"
)
"""Two decimal numbers, and a quantity with a percent in it: what narrow columns broke off the cells beside."""
_TWICE = re.compile(r"(?:^|\s)([^\W\d_]{3,})\s+\1(?=\s|$)")
"""A word twice in a row, as no text has it: the words of two cells."""
_DATED = re.compile(
    r"[0-9]{6,}\s*(?:[0-9]{1,2}[-/. ]+){2}(?:19|20)[0-9]{2}(?:\s*[0-9]+)?|(?:[0-9]{1,2}[-/. ]+){2}(?:19|20)[0-9]{2}\s+[0-9]{6,}"
)
"""A date and the digits of a number beside it."""
_AMOUNTS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}[.,]\s+[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]{2})?")
"""Two amounts side by side, whatever the others of their column are."""
_LACKING = re.compile(r"[0-9]{8}\s+[0-9]{6}(?:\s+[12])?")
"""A number of staff printed in its groups of 8, 6, 1 and 3 digits, of which the last ones went elsewhere."""
_DEGREES = re.compile(r"(?:(?:[SMA]\.[A-Z][A-Za-z.]*),\s*)+[SMA]\.[A-Z][A-Za-z.]*\s+[A-Z][A-Za-z]{2,}(?:\s.*)?")
"""Degrees with which one person's name ends, and another name; a single one may be a first name cut short, as "M.Yusuf" is."""
_WITHIN = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:[.,][0-9]{3}){2,}(?![0-9])")
_WHOLE = re.compile(r"\W*(?:Rp\W*)?[0-9]{1,3}([.,])[0-9]{3}(?:\1[0-9]{3})+(?:[.,](?:-|[0-9]{2}))?[.,-]{0,2}")
_UNFINISHED = re.compile(r"\W*(?:Rp\W*)?[0-9]{1,3}([.,])(?:[0-9]{3}\1)+(?:[0-9]{0,2}|[0-9]{3}[.,][0-9]?)")
"""An amount whose last group, or whose decimals, are not all there."""
_DECIMAL_SHARE = re.compile(r"[0-9][.,][0-9]{1,2}\s*%")
_PERCENT = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,2})?\s*%|[0-9]{1,3}[.,][0-9]{1,2}")
LETTER = re.compile(r"[^\W\d_]")
_NO = re.compile(r"\W*(?:no(?:mor|mer)?|kode)\b", re.IGNORECASE)
_LISTED = re.compile(r"[a-z]{1,3}[.)]")
_YEAR = re.compile(r"\b20[0-4][0-9]\b")
_RESULT = re.compile(r"\b(?:target|realisasi)\b", re.IGNORECASE)
_NAMES = re.compile(r"\W*(?:target|realisasi|capaian|pagu)\W*", re.IGNORECASE)
_TAIL = re.compile(r"[.,][0-9]{3}(?:[.,][0-9]{2,3})*|0{2,3}(?:[.,][0-9]{2,3})+(?:,-)?")
"""How no amount begins: the end of one."""
_SHARED = re.compile(r"\W*(?:[0-9]{1,2}[.)])?\s*p(?:er|ro|re)sentase\b", re.IGNORECASE)
_COUNTED = re.compile(r"\W*(?:[0-9]{1,2}[.)])?\s*(?:jumlah|banyaknya)\b", re.IGNORECASE)
_QUANTITY = re.compile(r"[0-9][0-9.,]*\s+[A-Z][a-z]{2,}(?: [A-Za-z]+)?")
_NAMED = 0.7
"""Share of the rows with figures that have a name, from which one without is telling."""
_LOWER = 0.25
"""Share of the names that begin small, up to which one that does is the rest of another."""
_SIGNLESS = 0.25
"""Share of the figures of a column without a sign, up to which these lack it."""
_FILLED = 0.7
"""Share of the rows that a column of names has a text in; others hold merged cells, whose texts run on beside later rows."""
_SENTENCE = 40
"""Letters that no number of a row has."""
_LONG = 12
"""Letters that names have on average."""
_FEWEST = 3
_TURN = 2
"""Rows that each of two columns has to itself at least, where they take turns."""
_LARGE = 10**5


def reasons(doubted: Sequence[Reason]) -> tuple[str, str]:
    """The reasons in Indonesian and English."""
    return "; ".join(WORDS[reason][0] for reason in doubted), "; ".join(WORDS[reason][1] for reason in doubted)


def holds_a_row(table: Tabel) -> bool:
    """Whether the header has a line of figures and no words that does not number the columns, or nothing but such numbers."""
    if table.kepala and all(is_index_row(line) for line in table.kepala):
        return True
    for line in table.kepala:
        filled = [text.strip() for text in line if text.strip()]
        worded = any(LETTER.search(text) or _YEAR.search(text) for text in filled)
        if any(_WITHIN.search(text) for text in filled) or (filled and not worded and not is_index_row(line) and len(filled) < _FEWEST):
            return True
    return False


def is_shifted(grid: Grid) -> bool:
    """Whether a column that the header names is empty throughout, and one that it does not name is not."""
    filled = [sum(bool(row.cells[c.index].strip()) for row in grid.rows) for c in grid.columns]
    named = [bool(c.header.strip()) for c in grid.columns]
    empty = [c for c, count in enumerate(filled) if named[c] and not count]
    least = max(2.0, _FILLED * len(grid.rows))
    return bool(empty) and any(not name and count >= least for name, count in zip(named, filled, strict=True))


def takes_turns(grid: Grid) -> bool:
    """Whether two columns of figures side by side are filled one after the other, never both, and one has a name: one column, which the
    pages of the table have in two places.
    """
    figures = [c if c.kind in FIGURES else None for c in grid.columns]
    filled = [[row.index for row in grid.rows if c and any(map(str.isdigit, row.cells[c.index]))] for c in figures]
    for one, other in pairwise(range(len(filled))):
        both = min(len(filled[one]), len(filled[other])) >= _TURN
        apart = both and (filled[one][-1] < filled[other][0] or filled[other][-1] < filled[one][0])
        if apart and any(grid.columns[c].header.strip() for c in (one, other)):
            return True
    return False


def lacks_years(grid: Grid) -> bool:
    """Whether a header names several columns alike and none by its year, or its years stand unevenly over them: which of them is of
    which year is not known.
    """
    names = [c.header.strip().lower() for c in grid.columns]
    repeated = any(names.count(name) > 1 for name in names if _RESULT.fullmatch(name))
    dated = [at for at, name in enumerate(names) if _YEAR.search(name)]
    steps = {after - before for before, after in pairwise(dated)}
    return repeated and (not dated or (len(dated) >= _FEWEST and len(steps) > 1 and max(steps) > 1 < min(steps)))


def signs(grid: Grid, *, converted: bool) -> Iterator[tuple[int, Reason]]:
    """Rows that are doubted, by each sign in turn."""
    for row in grid.rows:
        yield from ((row.index, "crowded") for _ in several(grid, row))
        yield from _strayed(grid, row, converted=converted)
        if converted and any(_are_of_two(text.strip()) for text in row.cells):
            yield from ((at, "pieces") for at in (row.index - 1, row.index))
    yield from _header_words(grid)
    yield from _rests(grid)
    yield from _cut(grid)
    yield from _signless(grid)
    yield from _behind_total(grid)
    yield from _exchanged(grid)
    yield from _nameless(grid)
    yield from _beginning_small(grid)
    yield from _holes(grid)
    if converted:
        yield from _gaps(grid)
        yield from _unnamed(grid)


def _are_of_two(text: str) -> bool:
    """Whether a cell holds what can only be of two."""
    return bool(_TWICE.search(text) or _SHARES.fullmatch(text) or _MIXED.fullmatch(text))


def _header_words(grid: Grid) -> Iterator[tuple[int, Reason]]:
    """All rows, where the name of a column stands beside the figures of one."""
    if any(row.role == "data" and any(_NAMES.fullmatch(text) for text in row.cells) for row in grid.rows):
        yield from ((row.index, "header") for row in grid.rows)


def several(grid: Grid, row: GridRow) -> Iterator[int]:
    """The columns of figures in which a row has several in one cell, and any in which a date stands among other digits."""
    for column in grid.columns:
        text = row.cells[column.index].strip()
        if (column.kind in FIGURES and _CROWDED.fullmatch(text)) or _DATED.fullmatch(text) or _AMOUNTS.fullmatch(text):
            yield column.index


def _strayed(grid: Grid, row: GridRow, *, converted: bool) -> Iterator[tuple[int, Reason]]:
    """An amount among the words of a row that lacks one (of any, in converted text), or a figure of another kind than its column's."""
    amounts = [c for c in grid.columns if c.kind == "amount"]
    empty = converted or any(not row.cells[c.index].strip() for c in amounts)
    words = (row.cells[c.index] for c in grid.columns if c.kind == "text")
    if empty and any(_WITHIN.search(text) and LETTER.search(text.replace("Rp", "")) for text in words):
        yield row.index, "strayed"
    numbers = [c.index for c in grid.columns if c.kind == "ordinal" or (c.kind == "text" and _NO.match(c.header))]
    if sum(bool(text.strip()) for text in row.cells) > 1 and any(len(row.cells[c].strip()) >= _SENTENCE for c in numbers):
        yield row.index, "strayed"
    for column in grid.columns:
        figure, text = row.figures[column.index], row.cells[column.index].strip()
        if figure is None or not figure.value:
            continue
        large = not -_LARGE < figure.value < _LARGE
        if (column.kind == "percent" and large) or (column.kind == "amount" and not large and _PERCENT.fullmatch(text)):
            yield row.index, "strayed"


def _rests(grid: Grid) -> Iterator[tuple[int, Reason]]:
    """The last digits of an amount in the row below it."""
    for above, row in zip(grid.rows, grid.rows[1:], strict=False):
        for amount, rest in zip(above.cells, row.cells, strict=True):
            if amount.strip() and _TAIL.fullmatch(rest.strip()):
                yield row.index, "pieces"
            ends = rest.strip() and not _WHOLE.fullmatch(rest.strip())
            if ends and _UNFINISHED.fullmatch(amount.strip()) and _WHOLE.fullmatch(amount.strip() + rest.strip()):
                yield above.index, "pieces"
                yield row.index, "pieces"


def _behind_total(grid: Grid) -> Iterator[tuple[int, Reason]]:
    """A total with figures below it that have no name: they may be its own."""
    total = next((row.index for row in grid.rows if row.role == "total"), None)
    columns = [c.index for c in grid.columns if c.kind not in FIGURES]
    rest = [row for row in grid.rows[total + 1 :] if row.role == "data"] if total is not None else []
    if rest and not any(LETTER.search(row.cells[c]) for row in rest for c in columns):
        yield from ((row.index, "nameless") for row in grid.rows[total:])


def _exchanged(grid: Grid) -> Iterator[tuple[int, Reason]]:
    """A share with a quantity for its target, beside a count with a percent or nothing: they have each other's."""
    columns = [c.index for c in grid.columns if _RESULT.search(c.header)]
    for pair in (*pairwise(grid.rows), *pairwise(reversed(grid.rows))):
        share, count = pair
        if any(_SHARED.match(text) for text in share.cells) and any(_COUNTED.match(text) for text in count.cells):
            texts = [(share.cells[c].strip(), count.cells[c].strip()) for c in columns]
            if any(_QUANTITY.fullmatch(own) and (not other or "%" in other) for own, other in texts):
                yield from ((row.index, "strayed") for row in pair)


def _cut(grid: Grid) -> Iterator[tuple[int, Reason]]:
    """Rows in which several amounts, or a number of staff, lack their last digits, or a name begins with the end of another one, and
    several amounts of a column that do: columns too narrow for them, not a slip of whoever typed them.
    """
    for row in grid.rows:
        texts = [text.strip() for text in row.cells]
        apart = any(_LACKING.fullmatch(text) or _DEGREES.fullmatch(text) for text in texts)
        if apart or sum(_UNFINISHED.fullmatch(text) is not None for text in texts) > 1:
            yield row.index, "pieces"
    for column in grid.columns:
        cut = [row.index for row in grid.rows if _UNFINISHED.fullmatch(row.cells[column.index].strip())]
        yield from ((at, "pieces") for at in (cut if len(cut) > 1 else ()))


def _signless(grid: Grid) -> Iterator[tuple[int, Reason]]:
    """Rows with the only figures of a column that lack the sign of per cent and decimals: their ends went elsewhere. Where others have no
    decimals either, such a figure may be no percent.
    """
    for column in grid.columns:
        figures = [(row.index, text) for row in grid.rows if any(map(str.isdigit, text := row.cells[column.index].strip()))]
        bare = [at for at, text in figures if text.isdecimal()]
        if len(bare) <= _SIGNLESS * len(figures) and all(_DECIMAL_SHARE.search(text) for at, text in figures if at not in bare):
            yield from ((at, "pieces") for at in bare)


def _nameless(grid: Grid) -> Iterator[tuple[int, Reason]]:
    """Figures beside no name, and a number of a row beside nothing, with the rows that they may be of."""
    columns = [c.index for c in grid.columns if c.kind not in FIGURES]
    worded = {row.index for row in grid.rows if any(LETTER.search(row.cells[c]) for c in columns)}
    filled = [row for row in grid.rows if row.role != "group"]
    if len(filled) < _FEWEST or sum(row.index in worded for row in filled) < _NAMED * len(filled):
        return
    for row in grid.rows:
        if row.index in worded:
            continue
        digits = [text.strip() for text in row.cells if any(map(str.isdigit, text))]
        told = row.role == "data" or any(len(text) <= _FEWEST for text in digits)
        if digits and told and not is_index_row(row.cells) and not _years_alone(row):
            yield from ((at, "nameless") for at in (row.index - 1, row.index, row.index + 1))


def _years_alone(row: GridRow) -> bool:
    """Whether a row is the line of years of a header that was repeated."""
    return all(_YEAR.fullmatch(text.strip()) for text in row.cells if text.strip())


def _beginning_small(grid: Grid) -> Iterator[tuple[int, Reason]]:
    """A name that begins in the middle of one, in a column of names that begin with a capital."""
    for column in (c for c in grid.columns if c.kind == "text"):
        named = [(row.index, text) for row in grid.rows if LETTER.match(text := row.cells[column.index].strip())]
        small = [at for at, text in named if text[0].islower() and len(text) >= _FEWEST and not _LISTED.match(text)]
        small = [at for at in small if grid.rows[at].role == "data" and not _stands_alone(grid, grid.rows[at], column)]
        whole = len(named) >= _FILLED * len(grid.rows) and sum(len(text) for _, text in named) >= _LONG * len(named)
        if whole and (len(named) <= _FEWEST or len(small) <= _LOWER * len(named)):
            yield from ((at, "pieces") for row in small for at in (row - 1, row))
        elif whole and 2 * len(small) <= len(named) and sum(grid.rows[at].role == "group" for at, _ in named) > 1:
            yield from ((row.index, "pieces") for row in grid.rows)


def _stands_alone(grid: Grid, row: GridRow, column: GridColumn) -> bool:
    """Whether another text of a row begins like one, or a budget code tells it from the others: it is no rest of them."""
    others = (row.cells[c.index].strip() for c in grid.columns if c.kind == "text" and c is not column)
    return any(len(text) >= _FEWEST and text[0].isupper() for text in others) or any(
        read_code(text) for text in row.cells if any(ch.isdigit() for ch in text)
    )


def _unnamed(grid: Grid) -> Iterator[tuple[int, Reason]]:
    """Rows with a figure in a column that the header does not name and that most rows leave empty: it was moved out of its own."""
    unnamed = [column.index for column in grid.columns if not column.header.strip()]
    for column in unnamed if 2 * len(unnamed) < len(grid.columns) else ():
        filled = [row.index for row in grid.rows if any(map(str.isdigit, row.cells[column]))]
        if 2 * len(filled) <= len(grid.rows):
            yield from ((at, "strayed") for at in filled)


def _holes(grid: Grid) -> Iterator[tuple[int, Reason]]:
    """Rows beside the one row of a performance table that has an achievement but no target, or no result: that may stand in theirs."""
    if grid.table.jenis != "capaian_kinerja":
        return
    for column in grid.columns:
        empty = [row for row in grid.rows if row.role == "data" and not row.cells[column.index].strip()]
        judged = len(empty) == 1 and any(empty[0].cells[c.index].strip() for c in grid.columns[column.index + 1 :] if c.kind in FIGURES)
        if _RESULT.search(column.header) and judged and len(grid.rows) > _FEWEST:
            yield from ((at, "hole") for at in (empty[0].index - 1, empty[0].index + 1))


def _gaps(grid: Grid) -> Iterator[tuple[int, Reason]]:
    """Rows whose numbers skip one that no row of the table has."""
    texts = {row.index: row.cells[0].strip(" .)(") for row in grid.rows if row.cells}
    numbers = {at: int(text) for at, text in texts.items() if text.isdecimal() and len(text) <= _FEWEST}
    seen = set(numbers.values())
    for (_, before), (at, number) in pairwise(numbers.items()):
        if before + 1 < number <= before + _FEWEST and number - 1 not in seen:
            yield at, "gap"
