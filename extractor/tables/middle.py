"""Rows whose cells all stand in the middle of their height: their lines are lifted to the first line of the entry.

Word centres the cells of a row as gladly as it sets them on top. Printed without rules, the value then stands beside the
second or third line of its text, or between two of them, and every line above it seems to belong to the entry before.
All cells of such a row share one middle; which lines they are is the partition of the page in which the middles agree
best, every entry with one value. It is taken only where it fits clearly better than the same entries set on top. Where the
running number alone stands in the middle, or the columns differ in how they are set, the same partition is sought for that.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import inf
from typing import Final

from extractor.tables.centred import counting_rows, opens
from extractor.tables.half_lines import has_half_lines
from extractor.tables.middle_entries import AGREE, ON_TOP, Page, Setting, Told, by_texts, entries_of, off_place, page_of, rest_page
from extractor.tables.over_entries import groups
from extractor.tables.rows import Columns, describe
from extractor.tables.rows_model import PhysicalRow, raise_cells

LEAST_ENTRIES: Final = 2
CLEARLY: Final = 0.5
"""The middles must not cost more than this share of what the same entries cost when set on top."""
GAIN: Final = 3.0
"""And so much less at least."""
LEAST_GAIN: Final = 1.0
"""The same from one setting in the middle to another."""
HALF_GAIN: Final = 0.7
"""The same where half lines show that cells stand in the middle."""
MOST_BACK, BACK = 4, 0.5
"""Lines of an entry that a header may have taken, at most, and what giving each back must gain."""
ENOUGH: Final = 40
"""Lines of a table from which it is told how its entries are set."""
LEAST_TEXTS: Final = 2
"""Columns of text whose middles tell the entries where no value does."""


def raised(rows: list[PhysicalRow]) -> tuple[list[PhysicalRow], list[tuple[int, int]] | None]:
    """Printed rows of a table with the cells that stand in the middle of their entry moved up, and its entries as ranges.

    The same rows and no ranges where the cells do not stand so.
    """
    if len(rows) < 4 or any(row.drawn for row in rows):
        return rows, None
    columns = describe(rows, len(rows[0].cells))
    breaks = [0, *(n for n, row in enumerate(rows) if n and row.new_page), len(rows)]
    parts = [rows[first:end] for first, end in pairwise(breaks)]
    found = _set_in_middle([page_of(part, columns) or (rest_page(part) if n else None) for n, part in enumerate(parts)])
    if not columns.values:
        for first in columns.texts[: 1 - LEAST_TEXTS]:
            better = _better_by_texts(found, [by_texts(part, columns, first) for part in parts])
            found = found if _leads_none(better, columns.texts) else better
        found = found or _on_top_beside_numbers(rows, columns, parts)
    under = [] if found else _on_top_under_groups([page_of(part, columns) for part in parts])
    found = found or under
    if not found:
        return rows, None
    own = not under and all(_are_own(page, entries, begins=not n) for n, (page, _, entries) in enumerate(found))
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


def _set_in_middle(pages: Sequence[Page | None]) -> list[Told]:
    """The pages with the cost and the entries of the setting in which cells stand in the middle; nothing where they do not, clearly."""
    told = [page for page in pages if page]
    on_top = [Told(page, *entries_of(page, ON_TOP)) for page in told] if len(told) == len(pages) else []
    top = _total(on_top)
    gain = HALF_GAIN if any(_has_half_lines(page) for page in told) else GAIN
    if top < gain:
        return []
    middle = [Told(page, *entries_of(page, Setting(page.centred))) for page in told]
    if not any(len(page.entries) >= LEAST_ENTRIES for page in middle):
        return []
    fits = _fits(_total(middle), top, gain)
    if fits and _total(middle) < LEAST_GAIN:
        return middle
    numbers = {page.number for page in told if page.centred}
    number = Setting() if None in numbers else Setting(c for c in numbers if c is not None)
    by_number = [Told(page, *entries_of(page, number)) for page in told] if number else []
    settings = dict.fromkeys([number, *map(_by_column, (by_number, middle, on_top)), *(_by_column([page]) for page in middle)])
    tried = [[Told(page, *entries_of(page, setting)) for page in told] for setting in settings if setting]
    again = [[Told(page, *entries_of(page, setting)) for page in told] for setting in dict.fromkeys(map(_by_column, tried)) if setting]
    tried += [pages for pages in again if _total(pages) < LEAST_GAIN]  # the entries found may show a setting that fits them all
    best = min(tried, key=_total, default=[])
    if fits and not (best and _fits(_total(best), _total(middle), LEAST_GAIN)):
        return middle
    return best if best and _fits(_total(best), top, gain) else []


def _by_column(pages: Sequence[Told]) -> Setting:
    """The columns whose cells are nearer to the middle of these entries than to their first lines."""
    off: dict[int, list[float]] = {}
    for page, _, entries in pages:
        for c in page.centred:
            both = [[off_place(page, start, end, c, setting) for start, end in entries] for setting in (Setting({c}), ON_TOP)]
            off[c] = [before + sum(here) for before, here in zip(off.get(c, [0.0, 0.0]), both, strict=True)]
    return Setting(c for c, (middle, top) in off.items() if middle < top)


def _better_by_texts(found: list[Told], pages: Sequence[Page | None]) -> list[Told]:
    """What was found, unless the entries that texts alone tell are clearly better, be these set on top or in the middle."""
    on_top = [Told(page, *entries_of(page, ON_TOP)) for page in pages if page]
    if found and len(on_top) == len(pages) and _fits(_total(on_top), _total(found)):
        return on_top
    middle = _set_in_middle(pages)
    more = sum(len(page.entries) for page in middle) > sum(len(page.entries) for page in found)
    gain = LEAST_GAIN if more and _total(middle) < LEAST_GAIN else GAIN  # texts of several entries in one are off its middle
    return middle if middle and (not found or _fits(_total(middle), _total(found), gain)) else found


def _on_top_beside_numbers(rows: Sequence[PhysicalRow], columns: Columns, parts: Sequence[list[PhysicalRow]]) -> list[Told]:
    """The entries that texts tell which all begin on one line, where the running numbers stand in the middle of several of them."""
    if columns.ordinal is None or len(counting_rows(rows, columns.ordinal)) < LEAST_ENTRIES:
        return []
    best: list[Told] = []
    for first in columns.texts[: 1 - LEAST_TEXTS]:
        pages = [by_texts(part, columns, first) for part in parts]
        told = [Told(page, *entries_of(page, ON_TOP)) for page in pages if page]
        if len(told) == len(parts) and (not best or _total(told) < _total(best)):
            best = told
    if not best:
        return []
    numbers = [(page, n, entries) for page, _, entries in best for n in counting_rows(page.rows, columns.ordinal)]
    inside = sum(n not in [start for start, _ in entries] for _, n, entries in numbers)
    count = sum(len(entries) for _, _, entries in best)
    return best if inside > len(numbers) / 2 and _total(best) <= CLEARLY * count and count > len(numbers) else []


def _on_top_under_groups(pages: Sequence[Page | None]) -> list[Told]:
    """The entries that are set on top where cells before them stand in the middle of several, between the lines of these; else nothing."""
    told = [Told(page, *entries_of(page, ON_TOP)) for page in pages if page]
    if len(told) < len(pages) or _total(told) >= GAIN or not any(_has_lone_cells(page) for page, _, _ in told):
        return []
    if any(_begins_with_number(page) for page, _, _ in told):
        return []
    over = [groups(page.rows, page.at, entries, page.leading, goes_on=n < len(told)) for n, (page, _, entries) in enumerate(told, start=1)]
    return told if all(over) else []


def _held(page: Page) -> list[bool]:
    """Whether each line holds a cell of an entry."""
    return [any(row.text[c] for c in page.centred) for row in page.rows]


def _has_lone_cells(page: Page) -> bool:
    """Whether a line holds nothing but cells before the entries, between two lines that hold an entry's."""
    held = _held(page)
    lone = [any(row.text[c] for c in page.leading) and not own for row, own in zip(page.rows, held, strict=True)]
    return any(lone[n] and held[n - 1] and held[n + 1] for n in range(1, len(lone) - 1))


def _begins_with_number(page: Page) -> bool:
    """Whether a text before the entries begins on a line of one beside its running number: such cells are set on top as well."""
    begun = [sum(bool(row.text[c]) for c in page.leading) > 1 and any(_begins(row.text[c]) for c in page.leading) for row in page.rows]
    return any(own and here for own, here in zip(_held(page), begun, strict=True))


def _begins(text: str) -> bool:
    return bool(text) and opens(text)


def _leads_none(pages: Sequence[Told], texts: Sequence[int]) -> bool:
    """Whether in a column of text before those that tell the entries one begins in each of them: it is one of theirs and tells them too."""
    leading = {c for page, _, _ in pages for c in page.leading if c in texts}
    return any(all(_opens_in(page.rows, entry, c) for page, _, entries in pages for entry in entries) for c in leading)


def _opens_in(rows: Sequence[PhysicalRow], entry: tuple[int, int], column: int) -> bool:
    """Whether the first text that an entry has in a column begins as indikator and sasaran do."""
    first = next((text for row in rows[slice(*entry)] if (text := row.text[column])), "")
    return bool(first) and opens(first)


def _total(pages: Sequence[Told]) -> float:
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
        top, gain = entries_of(page, ON_TOP)[0], HALF_GAIN if _has_half_lines(page) else GAIN
        middle = _cheapest(page) if top >= gain else inf
        if _fits(middle, top, gain):
            fitting.append((middle + BACK * back, end - back))
    if not fitting:
        return end
    whole = _part(rows, end, end)
    return min([*fitting, (_cheapest(whole), end)] if whole else fitting)[1]


def _cheapest(page: Page) -> float:
    """What the entries cost where all cells stand in the middle, or those of the columns that then seem to."""
    told = Told(page, *entries_of(page, Setting(page.centred)))
    return min(told.cost, entries_of(page, _by_column([told]))[0])


def _part(rows: Sequence[PhysicalRow], first: int, end: int) -> Page | None:
    """The rows from ``first`` on that tell how the entries below a header are set."""
    part = rows[first : end + ENOUGH]
    return page_of(part, describe(part, len(rows[0].cells))) if len(part) >= 4 else None


def _valued(page: Page) -> list[int]:
    """The columns in which no line above the value can have anything."""
    return [c for c in range(len(page.rows[0].text)) if c not in page.texts and c not in page.leading]


def _fits(middle: float, top: float, gain: float = GAIN) -> bool:
    return middle <= CLEARLY * top and top - middle >= gain


def _has_half_lines(page: Page) -> bool:
    return has_half_lines(page.rows, page.at, (page.texts, page.centred), page.values)


def _are_own(page: Page, entries: Sequence[tuple[int, int]], *, begins: bool) -> bool:
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


def _moved(page: Page, entries: Sequence[tuple[int, int]], columns: Sequence[int]) -> list[PhysicalRow]:
    """The rows of the page with the lines of each entry's cells one below the other from its first line on."""
    return raise_cells(page.rows, ((first, end, c) for first, end in entries for c in columns))
