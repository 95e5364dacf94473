"""Tables drawn with horizontal rules alone: a *ladder* of rules of one width, its columns told by the rules' pieces or by the text."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from extractor.reading.document import Box
from extractor.reading.pdf_edges import SNAP, merge_edges
from extractor.reading.pdf_grids import Lattice
from extractor.reading.pdf_ladder_cells import Rung, merged_cells
from extractor.reading.pdf_ladder_columns import Placer, clustered, columns_of, parted_by_columns, told_by_pieces
from extractor.reading.pdf_ladder_numbers import numbered_columns
from extractor.reading.pdf_ladder_openings import find_opening
from extractor.reading.pdf_ladder_parts import (
    LEAST_RULES,
    Ladder,
    apart,
    between,
    crosses,
    is_one_entry,
    is_parted,
    part,
    parted_by_blank,
    parted_by_pieces,
    slots,
    without_text,
)
from extractor.reading.pdf_ladder_runs import parted_by_letters, runs, without_next_head
from extractor.reading.pdf_ladder_stacks import is_stacked
from extractor.reading.pdf_lines import TextLine, group_lines
from extractor.reading.pdf_page import Edge, PageContent, Word
from extractor.values.codes import split_code

_NARROWEST: Final = 0.3
"""Share of the page width that the rules of a table take at least."""
_CLOSE: Final = 0.8
"""Distance, in line heights, between the lines of a row."""
_BESIDE: Final = 1.1
"""The same between a coloured row and the text of the next one, which may stand in the middle of it."""
_LOW: Final = 0.6
_FOOT: Final = 0.86
"""Shares of the page's height below which the last rule of a table stands, and a row reaches that the page cuts off."""
_HEADER_RULES: Final = 2
"""Rules over the whole width around a header."""
_LEAST_BORDERS: Final = 3
_LEAST_STEPS: Final = 2
"""Running numbers that follow upon another one where a row holds several entries."""
_LONG_NUMBER: Final = 4
"""Digits of what is no running number."""
_ALIGNED: Final = 0.5
"""Points by which texts of one column begin apart at most."""


def find_ladders(
    edges: Sequence[Edge],
    words: Sequence[Word],
    taken: Sequence[Box],
    page: PageContent,
    placed: Placer,
    *,
    stripes: bool = False,
    heads: Sequence[Lattice] = (),
) -> list[Lattice]:
    """The tables of an open page that are drawn with horizontal rules alone, from top to bottom.

    ``edges`` are the rules, or (``stripes``) the sides of coloured rows, beyond which a row without colour may stand; ``taken`` are
    the areas of other tables, of which some may be the ``heads`` over coloured rows; ``placed`` makes a line of words.
    """
    level = [edge for edge in edges if edge.axis == "h" and not any(_inside(edge, box) for box in taken)]
    level += [Edge("h", head.box[3], head.box[0], head.box[2]) for head in heads]
    upright = [word for word in words if word.turn != 2]
    found: list[Lattice] = []
    waiting = sorted(_ladders(level, upright, page.width), key=lambda ladder: ladder.left - ladder.right)
    while waiting:
        ladder = waiting.pop(0)
        if any(_overlap(ladder, table.box) for table in found):
            continue
        inside = between(upright, ladder, ladder.rungs[0].at, ladder.rungs[-1].at)
        if parts := _parted(ladder, inside, page) or without_next_head(ladder, upright, lambda word: page.style(word).bold):
            waiting = [*parts, *waiting]
            continue
        head = next((head for head in heads if _is_below(ladder, head.box)), None)
        borders = tuple(head.xs) if head else columns_of(ladder, inside, placed)
        if borders is None:
            waiting = [*(apart(ladder, inside) or parted_by_columns(ladder, (), inside, placed)), *waiting]
            continue
        parts = parted_by_blank(ladder, borders, inside) or parted_by_columns(ladder, borders, inside, placed)
        parts = parts or without_text(ladder, borders, inside)
        if parts != [ladder]:
            waiting = [*parts, *waiting]
            continue
        if _is_stacked(ladder, borders, inside):
            continue
        if stripes:
            borders = borders if head else _told_with_below(ladder, borders, upright, placed)
            ladder = _with_outer_rows(ladder, borders, upright, above=head is None)
            inside = between(upright, ladder, ladder.rungs[0].at, ladder.rungs[-1].at)
            if _is_stacked(ladder, borders, inside):
                continue
        else:
            inner = _inner_rules(ladder, level)
            if _is_cut_off(ladder, borders, upright, page.height, inner):
                ladder = _with_cut_row(ladder, borders, upright, inner)
                inside = between(upright, ladder, ladder.rungs[0].at, ladder.rungs[-1].at)
                if _has_entries(inside, ladder, borders):
                    continue
        owner, cells = merged_cells(borders, ladder.rungs, inside, page.fills)
        found.append(Lattice(list(borders), [rung.at for rung in ladder.rungs], owner, cells))
    if not stripes:
        found += _begun(level, upright, [*taken, *(table.box for table in found)], page)
        opening = find_opening(level, upright, [*taken, *(table.box for table in found)], _NARROWEST * page.width, page.fills)
        found += [opening] if opening else []
    return sorted(found, key=lambda table: table.box[1])


def _begun(edges: Sequence[Edge], words: Sequence[Word], taken: Sequence[Box], page: PageContent) -> list[Lattice]:
    """The table of which a page holds but the header and the beginning of its first entry; the pieces of its rules tell the columns."""
    low = [edge for edge in edges if edge.at > _LOW * page.height]
    for run in reversed(_ladders(low, words, page.width, least=_HEADER_RULES)):
        inside = between(words, run, run.rungs[0].at, run.rungs[-1].at)
        parts = _parted(run, inside, page, _HEADER_RULES)
        ladder = parts[-1] if parts else run
        borders = (ladder.left, *told_by_pieces(ladder), ladder.right)
        if _is_stacked(ladder, borders, between(words, ladder, ladder.rungs[0].at, ladder.rungs[-1].at)):
            ladder = part(ladder, ladder.full[-_HEADER_RULES], len(ladder.rungs) - 1)  # the entries above are of another table
        inner = _inner_rules(ladder, low)
        free = not any(_overlap(ladder, box) for box in taken) and is_one_entry(_row_below(ladder, borders, words, inner))
        if len(borders) > _LEAST_BORDERS and free and _is_cut_off(ladder, borders, words, page.height, inner):
            whole = _with_cut_row(ladder, borders, words, inner)
            inside = between(words, whole, whole.rungs[0].at, whole.rungs[-1].at)
            if _has_entries(inside, whole, borders):
                continue
            owner, cells = merged_cells(borders, whole.rungs, inside, page.fills)
            return [Lattice(list(borders), [rung.at for rung in whole.rungs], owner, cells)]
    return []


def last_rows(heads: Sequence[Lattice], words: Sequence[Word], taken: Sequence[Box], page: PageContent) -> list[Lattice]:
    """The rows that a page break leaves alone below a coloured header, without colour and with figures."""
    upright = [word for word in words if word.turn != 2]
    found = []
    for head in heads:
        left, _, right, bottom = head.box
        top = Rung(bottom, ((left, right),))
        row = _row_below(Ladder(left, right, (top,), (0,)), head.xs, upright)
        if not row or not is_one_entry(row) or not any(ch.isdigit() for line in row for ch in line.text):
            continue
        whole = Ladder(left, right, (top, Rung(row[-1].box[3] + 1, ((left, right),))), (0, 1))
        below = group_lines(between(upright, whole, whole.rungs[-1].at, float("inf"), turned=False))
        another = bool(below) and below[0].box[1] - row[-1].box[3] <= _BESIDE * below[0].height
        if not another and not any(_overlap(whole, box) for box in taken):
            owner, cells = merged_cells(head.xs, whole.rungs, between(upright, whole, bottom, whole.rungs[-1].at), page.fills)
            found.append(Lattice(list(head.xs), [rung.at for rung in whole.rungs], owner, cells))
    return found


def _parted(ladder: Ladder, words: Sequence[Word], page: PageContent, least: int = LEAST_RULES) -> list[Ladder]:
    """The tables of ``least`` rules and more of which a ladder's pieces, or the letters between them, tell that they are several."""
    return parted_by_pieces(ladder, least) or parted_by_letters(ladder, words, lambda word: page.style(word).size, least)


def _has_entries(words: Sequence[Word], ladder: Ladder, borders: Sequence[float]) -> bool:
    """Whether running numbers stand below each other in the first column of a ladder's last row, which then holds several entries, or
    the numbers of the columns stand above one.
    """
    last = between(words, ladder, ladder.rungs[-2].at, ladder.rungs[-1].at, turned=False)
    if len(numbered_columns(last, ())) == len(borders) - 2:
        return True
    numbers = [word.text.strip("().") for word in last if (word.x0 + word.x1) / 2 < borders[1]]
    found = [int(text) for text in numbers if text.isdecimal() and len(text) < _LONG_NUMBER]
    return sum(b == a + 1 for a, b in pairwise(found)) >= _LEAST_STEPS


def _is_below(ladder: Ladder, box: Box) -> bool:
    """Does a ladder begin where a table of its width ends?"""
    return max(abs(ladder.left - box[0]), abs(ladder.right - box[2]), abs(ladder.rungs[0].at - box[3])) <= SNAP


def _is_cut_off(ladder: Ladder, borders: Sequence[float], words: Sequence[Word], height: float, inner: Sequence[Rung]) -> bool:
    """Does a row below the last rule run on to the foot of the page, which parts it from its own rule?"""
    if ladder.rungs[-1].at < _LOW * height and not inner:
        return False
    rest = _row_below(ladder, borders, words, inner)
    return bool(rest) and rest[-1].box[3] >= _FOOT * height


def _inner_rules(ladder: Ladder, edges: Sequence[Edge]) -> tuple[Rung, ...]:
    """The rules over some of the columns below the last one over all: they part the entries beside a cell."""
    below = [edge for edge in edges if edge.at > ladder.rungs[-1].at + SNAP]
    rules = merge_edges(edge for edge in below if ladder.left - SNAP <= edge.start and edge.stop <= ladder.right + SNAP)
    return rungs_of(rules, {})


def _row_below(ladder: Ladder, borders: Sequence[float], words: Sequence[Word], inner: Sequence[Rung] = ()) -> list[TextLine]:
    last = ladder.rungs[-1].at
    lines = group_lines(between(words, ladder, last - 1, float("inf"), turned=False))
    below = [(line.box[1] - last, line) for line in lines if line.box[1] >= last - 1]
    if not below:
        return []
    coded = split_code(below[0][1].text)[0] is not None  # else a line below the first column may be a note
    lefts = [word.x0 for word in between(words, ladder, ladder.rungs[0].at, last) if word.x0 > borders[1] or coded]
    return _next_row(below, borders, [rung.at - last for rung in inner], lefts)


def _with_cut_row(ladder: Ladder, borders: Sequence[float], words: Sequence[Word], inner: Sequence[Rung]) -> Ladder:
    """The ladder with the row that the page's end cuts off, and the rules inside it."""
    end = max(line.box[3] for line in _row_below(ladder, borders, words, inner)) + 1
    rules = (rung for rung in inner if rung.at < end - SNAP)
    return Ladder(ladder.left, ladder.right, (*ladder.rungs, *rules, Rung(end, ((ladder.left, ladder.right),))), ladder.full)


def _told_with_below(ladder: Ladder, borders: tuple[float, ...], words: Sequence[Word], placed: Placer) -> tuple[float, ...]:
    """The borders where the lines right below the last coloured row have the same number of columns: those that all the lines tell."""
    last = ladder.rungs[-1].at
    lines: list[TextLine] = []
    for line in group_lines(between(words, ladder, last - 1, float("inf"), turned=False)):
        if line.box[1] - (lines[-1].box[3] if lines else last) > (_CLOSE if lines else _BESIDE) * line.height:
            break
        lines.append(line)
    bottom = lines[-1].box[3] if lines else last
    told = columns_of(ladder, between(words, ladder, ladder.rungs[0].at, bottom), placed) if lines else None
    return told if told and len(told) == len(borders) else borders


def _with_outer_rows(ladder: Ladder, borders: Sequence[float], words: Sequence[Word], *, above: bool) -> Ladder:
    """The ladder with the row without a rule that stands right above its first one, or right below its last one."""
    first = ladder.rungs[0].at
    lines = group_lines(between(words, ladder, float("-inf"), first + 1, turned=False)) if above else []
    over = _next_row([(first - line.box[3], line) for line in reversed(lines) if line.box[3] <= first + 1], borders)
    below = _row_below(ladder, borders, words)
    span = ((ladder.left, ladder.right),)
    top = [Rung(min(line.box[1] for line in over) - 1, span)] if over else []
    bottom = [Rung(max(line.box[3] for line in below) + 1, span)] if below else []
    return Ladder(ladder.left, ladder.right, (*top, *ladder.rungs, *bottom), ladder.full)


def _next_row(
    lines: Sequence[tuple[float, TextLine]], borders: Sequence[float], rules: Sequence[float] = (), lefts: Sequence[float] = ()
) -> list[TextLine]:
    """The lines, nearest first with their distance, that make one row of these columns right beside a table, on over rules inside it.

    A row shows more than one column, or texts that begin where others of one behind the first column do (``lefts``).
    """
    found: list[TextLine] = []
    reached = 0.0
    for distance, line in lines:
        reached = max([reached, *(rule for rule in rules if rule <= distance and rule - reached <= _CLOSE * line.height)])
        if distance - reached > (_CLOSE if found else _BESIDE) * line.height or crosses(line, borders):
            break
        found.append(line)
        reached = distance + line.height
    aligned = bool(found) and all(any(abs(line.box[0] - left) <= _ALIGNED for left in lefts) for line in found)
    return found if aligned or any(is_parted(line) for line in found) else []


def _ladders(edges: Sequence[Edge], words: Sequence[Word], width: float, least: int = LEAST_RULES) -> list[Ladder]:
    rules = [edge for edge in merge_edges(edges) if edge.axis == "h"]
    breaks = breaks_of(edges, rules)
    groups: dict[tuple[float, float], list[Edge]] = {}
    for rule in sorted((rule for rule in rules if rule.stop - rule.start >= _NARROWEST * width), key=lambda rule: rule.at):
        key = next((key for key in groups if abs(key[0] - rule.start) <= SNAP and abs(key[1] - rule.stop) <= SNAP), None)
        groups.setdefault(key or (rule.start, rule.stop), []).append(rule)
    found = []
    for (left, right), members in groups.items():
        for run in runs(members, words, left, right):
            if len(run) < least:
                continue
            inside = [r for r in rules if left - SNAP <= r.start and r.stop <= right + SNAP and run[0].at <= r.at <= run[-1].at]
            rungs = rungs_of(inside, breaks)
            full = tuple(n for n, rung in enumerate(rungs) if any(rung.at == rule.at for rule in run))
            found.append(Ladder(left, right, rungs, full))
    return found


def rungs_of(rules: Iterable[Edge], breaks: dict[float, list[float]]) -> tuple[Rung, ...]:
    """The levels of rules from top to bottom, each with the places where its pieces meet."""
    levels: defaultdict[float, list[tuple[float, float]]] = defaultdict(list)
    for rule in rules:
        levels[rule.at].append((rule.start, rule.stop))
    return tuple(Rung(at, tuple(sorted(levels[at])), tuple(breaks.get(at, ()))) for at in sorted(levels))


def breaks_of(edges: Sequence[Edge], rules: Sequence[Edge]) -> dict[float, list[float]]:
    """Where the pieces of each rule meet, as where every cell has its own border."""
    heights = sorted({rule.at for rule in rules})
    found: defaultdict[float, list[float]] = defaultdict(list)
    for edge in edges:
        at = bisect_left(heights, edge.at - SNAP)
        if at < len(heights) and abs(heights[at] - edge.at) <= SNAP:
            found[heights[at]] += [edge.start, edge.stop]
    return {at: clustered(ends) for at, ends in found.items()}


def _overlap(ladder: Ladder, box: Box) -> bool:
    return ladder.left < box[2] and box[0] < ladder.right and ladder.rungs[0].at < box[3] - SNAP and box[1] + SNAP < ladder.rungs[-1].at


def _is_stacked(ladder: Ladder, borders: Sequence[float], words: Sequence[Word]) -> bool:
    return is_stacked(slots(words, ladder), borders)


def _inside(edge: Edge, box: Box) -> bool:
    return box[0] - SNAP <= (edge.start + edge.stop) / 2 <= box[2] + SNAP and box[1] - SNAP <= edge.at <= box[3] + SNAP
