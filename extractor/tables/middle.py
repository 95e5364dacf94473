"""Rows whose cells all stand in the middle of their height: their lines are lifted to the first line of the entry.

Word centres the cells of a row as gladly as it sets them on top. Printed without rules, the value then stands beside the
second or third line of its text, or between two of them, and every line above it seems to belong to the entry before.
All cells of such a row share one middle; which lines they are is the partition of the page in which the middles agree
best, every entry with one value. It is taken only where it fits clearly better than the same entries set on top. Where the
running number alone stands in the middle, or the columns differ in how they are set, the same partition is sought for that.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import inf
from typing import Final, NamedTuple

from extractor.tables.centred import counting_rows, opens
from extractor.tables.half_lines import has_half_lines, without_lone
from extractor.tables.over_entries import groups, labelled_rows
from extractor.tables.profile import is_total_label
from extractor.tables.rests import begun_values, cuts
from extractor.tables.rows import Columns, describe, is_open, list_item
from extractor.tables.rows_model import PhysicalRow, printed_lines, raise_cells

Setting = frozenset[int]
"""The columns whose cells stand in the middle of their entries; those of the others stand on top."""
ON_TOP: Final = Setting()

LEAST_ENTRIES: Final = 2
LONGEST: Final = 24
"""Printed lines of an entry at most."""
LONGEST_REST: Final = 6
"""Printed lines of it at most that a page break parts from its number and its values."""
FARTHEST: Final = 6.0
TORN: Final = 3.0
"""Cost of a text that is cut between two entries."""
NO_VALUE, MORE_VALUES, NO_TEXT = 6.0, 5.0, 1.0
"""Costs of an entry without a value, of every further value in it, and of a column of text that has nothing in it."""
MOST_VALUES: Final = 3
"""Values that no entry is thought of with more of."""
HOLE, APART = 2.0, 2
"""Cost of a cell whose lines stand more rows apart within an entry: between two there is at most one half a line lower."""
CLEARLY: Final = 0.5
"""The middles must not cost more than this share of what the same entries cost when set on top."""
GAIN: Final = 3.0
"""And so much less at least."""
LEAST_GAIN: Final = 1.0
"""The same from one setting in the middle to another."""
HALF_GAIN: Final = 0.7
"""The same where half lines show that cells stand in the middle."""
BEGINS: Final = 1.0
"""Cost of a text that plainly begins within an entry."""
SET_APART: Final = 3.0
"""How much more plainly, where the white above it says so."""
MOST_BACK, BACK = 4, 0.5
"""Lines of an entry that a header may have taken, at most, and what giving each back must gain."""
ENOUGH: Final = 40
"""Lines of a table from which it is told how its entries are set."""
LEAST_TEXTS: Final = 2
"""Columns of text whose middles tell the entries where no value does."""
AGREE: Final = 0.8
"""Share of the values that another column has a value for, from which it tells the entries as well."""


@dataclass(frozen=True, slots=True)
class _Page:
    rows: Sequence[PhysicalRow]
    at: Sequence[float]
    """Printed line of each row."""
    values: Sequence[Sequence[bool]]
    """Whether a value begins in each row, per column that tells the entries."""
    totals: Sequence[bool]
    """Whether each row is a sum with its figures, or a label over the entries below: a row of its own."""
    labels: Sequence[bool]
    """Whether each row has the label of a sum; an entry with one needs no number."""
    texts: Sequence[int]
    """Columns of text of which every entry has a cell."""
    centred: Sequence[int]
    """All columns that are set with the entry."""
    leading: Sequence[int]
    """The columns before them, whose cells may stand beside several entries."""
    cuts: Sequence[int]
    """Values that an entry which begins with each row would cut in two."""
    number: int | None = None
    """The column of running numbers that tell the entries."""


class _Told(NamedTuple):
    """A page with its entries, and what it costs to think of them so."""

    page: _Page
    cost: float
    entries: list[tuple[int, int]]


def raised(rows: list[PhysicalRow]) -> tuple[list[PhysicalRow], list[tuple[int, int]] | None]:
    """Printed rows of a table with the cells that stand in the middle of their entry moved up, and its entries as ranges.

    The same rows and no ranges where the cells do not stand so.
    """
    if len(rows) < 4 or any(row.drawn for row in rows):
        return rows, None
    columns = describe(rows, len(rows[0].cells))
    breaks = [0, *(n for n, row in enumerate(rows) if n and row.new_page), len(rows)]
    parts = [rows[first:end] for first, end in pairwise(breaks)]
    found = _set_in_middle([_page(part, columns) or (_rest_page(part) if n else None) for n, part in enumerate(parts)])
    if not columns.values:
        for first in columns.texts[: 1 - LEAST_TEXTS]:
            better = _better_by_texts(found, [_by_texts(part, columns, first) for part in parts])
            found = found if _leads_none(better, columns.texts) else better
        found = found or _on_top_beside_numbers(rows, columns, parts)
    if not found:
        return rows, None
    own = all(_are_own(page, entries, begins=not n) for n, (page, _, entries) in enumerate(found))
    ranges: list[tuple[int, int]] = []
    for begin, (page, _, entries) in zip(breaks, found, strict=False):
        here = [(begin + first, begin + end) for first, end in entries]
        if ranges and page.values and not any(flag for flags in page.values for flag in flags[slice(*entries[0])]):
            here[0] = ranges.pop()[0], here[0][1]
        ranges += here
    moved: list[PhysicalRow] = []
    for n, (page, _, entries) in enumerate(found, start=1):
        lifted = _moved(page, entries, [*page.centred, *(page.leading if own else ())])
        over = [] if own else groups(page.rows, page.at, entries, page.leading, goes_on=n < len(found))
        moved += raise_cells(lifted, ((first, end, c) for first, end in over for c in page.leading))
    return moved, ranges


def _set_in_middle(pages: Sequence[_Page | None]) -> list[_Told]:
    """The pages with the cost and the entries of the setting in which cells stand in the middle; nothing where they do not, clearly."""
    told = [page for page in pages if page]
    on_top = [_Told(page, *_entries(page, ON_TOP)) for page in told] if len(told) == len(pages) else []
    top = _total(on_top)
    gain = HALF_GAIN if any(_has_half_lines(page) for page in told) else GAIN
    if top < gain:
        return []
    middle = [_Told(page, *_entries(page, Setting(page.centred))) for page in told]
    if not any(len(page.entries) >= LEAST_ENTRIES for page in middle):
        return []
    fits = _fits(_total(middle), top, gain)
    if fits and _total(middle) < LEAST_GAIN:
        return middle
    numbers = {page.number for page in told if page.centred}
    number = Setting() if None in numbers else Setting(c for c in numbers if c is not None)
    by_number = [_Told(page, *_entries(page, number)) for page in told] if number else []
    settings = dict.fromkeys([number, *map(_by_column, (by_number, middle, on_top)), *(_by_column([page]) for page in middle)])
    tried = [[_Told(page, *_entries(page, setting)) for page in told] for setting in settings if setting]
    again = [[_Told(page, *_entries(page, setting)) for page in told] for setting in dict.fromkeys(map(_by_column, tried)) if setting]
    tried += [pages for pages in again if _total(pages) < LEAST_GAIN]  # the entries found may show a setting that fits them all
    best = min(tried, key=_total, default=[])
    if fits and not (best and _fits(_total(best), _total(middle), LEAST_GAIN)):
        return middle
    return best if best and _fits(_total(best), top, gain) else []


def _by_column(pages: Sequence[_Told]) -> Setting:
    """The columns whose cells are nearer to the middle of these entries than to their first lines."""
    off: dict[int, list[float]] = {}
    for page, _, entries in pages:
        for c in page.centred:
            both = [[_off(page, start, end, c, setting) for start, end in entries] for setting in (Setting({c}), ON_TOP)]
            off[c] = [before + sum(here) for before, here in zip(off.get(c, [0.0, 0.0]), both, strict=True)]
    return Setting(c for c, (middle, top) in off.items() if middle < top)


def _better_by_texts(found: list[_Told], pages: Sequence[_Page | None]) -> list[_Told]:
    """What was found, unless the entries that texts alone tell are clearly better, be these set on top or in the middle."""
    on_top = [_Told(page, *_entries(page, ON_TOP)) for page in pages if page]
    if found and len(on_top) == len(pages) and _fits(_total(on_top), _total(found)):
        return on_top
    middle = _set_in_middle(pages)
    return middle if middle and (not found or _fits(_total(middle), _total(found))) else found


def _on_top_beside_numbers(rows: Sequence[PhysicalRow], columns: Columns, parts: Sequence[list[PhysicalRow]]) -> list[_Told]:
    """The entries that texts tell which all begin on one line, where the running numbers stand in the middle of several of them."""
    if columns.ordinal is None or len(counting_rows(rows, columns.ordinal)) < LEAST_ENTRIES:
        return []
    best: list[_Told] = []
    for first in columns.texts[: 1 - LEAST_TEXTS]:
        pages = [_by_texts(part, columns, first) for part in parts]
        told = [_Told(page, *_entries(page, ON_TOP)) for page in pages if page]
        if len(told) == len(parts) and (not best or _total(told) < _total(best)):
            best = told
    if not best:
        return []
    numbers = [(page, n, entries) for page, _, entries in best for n in counting_rows(page.rows, columns.ordinal)]
    inside = sum(n not in [start for start, _ in entries] for _, n, entries in numbers)
    count = sum(len(entries) for _, _, entries in best)
    return best if inside > len(numbers) / 2 and _total(best) <= CLEARLY * count and count > len(numbers) else []


def _leads_none(pages: Sequence[_Told], texts: Sequence[int]) -> bool:
    """Whether in a column of text before those that tell the entries one begins in each of them: it is one of theirs and tells them too."""
    leading = {c for page, _, _ in pages for c in page.leading if c in texts}
    return any(all(_opens_in(page.rows, entry, c) for page, _, entries in pages for entry in entries) for c in leading)


def _opens_in(rows: Sequence[PhysicalRow], entry: tuple[int, int], column: int) -> bool:
    """Whether the first text that an entry has in a column begins as indikator and sasaran do."""
    first = next((text for row in rows[slice(*entry)] if (text := row.text[column])), "")
    return bool(first) and opens(first)


def _total(pages: Sequence[_Told]) -> float:
    return sum(page.cost for page in pages)


def header_end(rows: Sequence[PhysicalRow], end: int) -> int:
    """Where the header of printed rows ends, which as found ends at ``end``: above the first entry's lines over its value.

    In the middle of an entry, its value stands below some of its text, and nothing but the middle tells that text from
    the last lines of the header.
    """
    fitting: list[tuple[float, int]] = []
    for back in range(1, min(MOST_BACK, end - 1) + 1):
        page = _part(rows, end - back, end)
        if page is None or any(row.text[c] for row in page.rows[:back] for c in _valued(page)):
            break
        top, gain = _entries(page, ON_TOP)[0], HALF_GAIN if _has_half_lines(page) else GAIN
        middle = _cheapest(page) if top >= gain else inf
        if _fits(middle, top, gain):
            fitting.append((middle + BACK * back, end - back))
    if not fitting:
        return end
    whole = _part(rows, end, end)
    return min([*fitting, (_cheapest(whole), end)] if whole else fitting)[1]


def _cheapest(page: _Page) -> float:
    """What the entries cost where all cells stand in the middle, or those of the columns that then seem to."""
    told = _Told(page, *_entries(page, Setting(page.centred)))
    return min(told.cost, _entries(page, _by_column([told]))[0])


def _part(rows: Sequence[PhysicalRow], first: int, end: int) -> _Page | None:
    """The rows from ``first`` on that tell how the entries below a header are set."""
    part = rows[first : end + ENOUGH]
    return _page(part, describe(part, len(rows[0].cells))) if len(part) >= 4 else None


def _valued(page: _Page) -> list[int]:
    """The columns in which no line above the value can have anything."""
    return [c for c in range(len(page.rows[0].text)) if c not in page.texts and c not in page.leading]


def _fits(middle: float, top: float, gain: float = GAIN) -> bool:
    return middle <= CLEARLY * top and top - middle >= gain


def _has_half_lines(page: _Page) -> bool:
    return has_half_lines(page.rows, page.at, (page.texts, page.centred), page.values)


def _page(rows: Sequence[PhysicalRow], columns: Columns) -> _Page | None:
    """What tells the entries of a page, or None where too few do."""
    ordinal = () if columns.ordinal is None else (columns.ordinal,)
    begun = {c: begun_values(rows, c, columns) for c in (*ordinal, *columns.values)}
    most = max((sum(flags) for flags in begun.values()), default=0)
    telling = [c for c, flags in begun.items() if sum(flags) >= AGREE * most]
    if not most:
        return None
    of_each = bool(set(ordinal) & set(telling))
    telling = list(ordinal) if of_each and counting_rows(rows, columns.ordinal) else telling
    first = min(columns.texts, default=0) if of_each else min(_fullest(rows, columns, most), default=0)
    texts = [c for c in columns.texts if c >= first and any(row.text[c] for row in rows)]
    if not texts:
        return None
    centred = sorted({*texts, *columns.values, *(ordinal if of_each else ())})
    at = without_lone(rows, printed_lines(rows), centred)
    labels = [is_total_label(next((text for text in row.text if text), "")) for row in rows]
    totals = [label and all(row.text[c] for c in columns.values) for row, label in zip(rows, labels, strict=True)]
    totals = [total or over for total, over in zip(totals, labelled_rows(rows, columns), strict=True)]
    leading = [c for c in range(first) if c not in centred and any(row.text[c] for row in rows)]
    return _Page(
        rows, at, [begun[c] for c in telling], totals, labels, texts, centred, leading, cuts(rows), columns.ordinal if of_each else None
    )


def _rest_page(rows: Sequence[PhysicalRow]) -> _Page | None:
    """A page with the last lines of an entry alone, which began on the page before; it says nothing of how entries are set."""
    if len(rows) > LONGEST_REST:
        return None
    none = [False] * len(rows)
    return _Page(rows, printed_lines(rows), [none], none, [True] * len(rows), (), (), (), cuts(rows))


def _by_texts(rows: Sequence[PhysicalRow], columns: Columns, first: int) -> _Page | None:
    """A page without values whose entries are told by the middles of their texts alone, from the column ``first`` on."""
    texts = [c for c in columns.texts if c >= first]
    if any(is_total_label(next((text for text in row.text if text), "")) for row in rows):
        return None
    none = [False] * len(rows)
    leading = [c for c in range(first) if any(row.text[c] for row in rows)]
    return _Page(rows, printed_lines(rows), [], none, none, texts, texts, leading, cuts(rows))


def _fullest(rows: Sequence[PhysicalRow], columns: Columns, entries: int) -> list[int]:
    """The column of text in which most of the ``entries`` plainly begin, of several the one with the most lines: that of the entries,
    where the numbers are those of several entries each.
    """
    texts = {c: [row.text[c] for row in rows if row.text[c]] for c in columns.texts}
    return [max(texts, key=lambda c: (min(sum(map(opens, texts[c])), entries), len(texts[c])))] if texts else []


def _entries(page: _Page, setting: Setting) -> tuple[float, list[tuple[int, int]]]:
    """The cheapest partition of the page into entries, and what it costs."""
    count = len(page.rows)
    torn = [_torn(page, n) for n in range(count)]
    counts = [list(accumulate(flags, initial=0)) for flags in page.values]
    best, came = [0.0] + [inf] * count, [0] * (count + 1)
    for end in range(1, count + 1):
        for start in range(end - 1, max(0, end - LONGEST) - 1, -1):
            if any(counted[end] - counted[start] > MOST_VALUES for counted in counts):
                break
            cost = best[start] + torn[start]
            if cost <= best[end]:
                cost += _cost(page, start, end, setting)
            if cost <= best[end]:
                best[end], came[end] = cost, start
    entries, end = [], count
    while end:
        entries.append((came[end], end))
        end = came[end]
    return best[count], entries[::-1]


def _torn(page: _Page, at: int) -> float:
    """What it costs to begin an entry with this row: for each text that goes on from the lines above, and each value that it cuts."""
    return TORN * (sum(_goes_on(page.rows, at, c) for c in page.texts) + page.cuts[at]) if at else 0.0


def _goes_on(rows: Sequence[PhysicalRow], at: int, column: int) -> bool:
    text, close = rows[at].text[column], rows[at].cells[column].close
    if text and close is not None:
        return close
    above = next((rows[n].text[column] for n in (at - 1, at - 2) if n >= 0 and rows[n].text[column]), "")
    if not text or not above:
        return False
    return (text[0].islower() and not list_item(text)) or (is_open(above) and not opens(text))


def _cost(page: _Page, start: int, end: int, setting: Setting) -> float:
    """How badly these rows make one entry whose cells are so set."""
    if any(page.totals[start:end]):
        return 0.0 if end - start == 1 else inf
    counts = [sum(flags[start:end]) for flags in page.values] if not any(page.labels[start:end]) else [1]
    cost = max((NO_VALUE * (count == 0) + MORE_VALUES * max(0, count - 1) for count in counts), default=0.0)
    for c in page.centred:
        filled = [n for n in range(start, end) if page.rows[n].text[c]]
        if not filled:
            cost += NO_TEXT * (c in page.texts)
            continue
        cost += BEGINS * (c in page.texts) * sum(_begins(page.rows[n], c) for n in filled[1:])
        cost += HOLE * sum(b - a > APART for a, b in pairwise(filled))
        cost += _off(page, start, end, c, setting)
    return cost


def _off(page: _Page, start: int, end: int, column: int, setting: Setting) -> float:
    """How far a cell is off the place that the setting gives it, squared."""
    filled = [n for n in range(start, end) if page.rows[n].text[column]]
    if not filled:
        return 0.0
    begins, ends = page.at[filled[0]], page.at[filled[-1]]
    off = abs((begins + ends) - (page.at[start] + page.at[end - 1])) / 2 if column in setting else begins - page.at[start]
    return min(FARTHEST, off * off)


def _begins(row: PhysicalRow, column: int) -> float:
    """How plainly a text begins in a row."""
    close = row.cells[column].close
    return float(opens(row.text[column])) if close is None else SET_APART * (not close)


def _are_own(page: _Page, entries: Sequence[tuple[int, int]], *, begins: bool) -> bool:
    """Whether the cells of each leading column are in the middle of one entry each, or on top of it, the first among them where the
    table begins.
    """
    for c in page.leading:
        filled = [[n for n in range(first, end) if page.rows[n].text[c]] for first, end in entries]
        pairs = [(own, entry) for own, entry in zip(filled, entries, strict=True) if own]
        middle = [abs(page.at[own[0]] + page.at[own[-1]] - page.at[first] - page.at[end - 1]) / 2 for own, (first, end) in pairs]
        top = [page.at[own[0]] - page.at[first] for own, (first, _) in pairs]
        if (begins and not filled[0]) or not (_are_near(middle) or _are_near(top)):
            return False
    return True


def _are_near(off: Sequence[float]) -> bool:
    """Whether cells are as good as where they should be, so many lines off it."""
    return max(off, default=0.0) <= 1.0 and sum(each > 0.5 for each in off) <= (1 - AGREE) * len(off)


def _moved(page: _Page, entries: Sequence[tuple[int, int]], columns: Sequence[int]) -> list[PhysicalRow]:
    """The rows of the page with the lines of each entry's cells one below the other from its first line on."""
    return raise_cells(page.rows, ((first, end, c) for first, end in entries for c in columns))
