"""Several entries inside one drawn row whose lines do not stand beside each other: their values follow line by line, their names wrap.

    1 | Planning, Budgeting, and | 2.000.000 | 98,1
    2 | Evaluation               | 1.000.000 | 99,0
      | General Affairs          |           |

Each cell is dealt out for itself: the values tell how many entries there are, the names are cut where a line least goes on
with the one above.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise

from extractor.reading.document import Cell, Line, Place
from extractor.tables.broken import is_cut_amount
from extractor.tables.list_items import is_open
from extractor.tables.named import Names
from extractor.tables.partition import adds_to
from extractor.tables.profile import looks
from extractor.tables.rows import SINGLE, list_item, ordinal_of, stemmed
from extractor.tables.rows_model import PhysicalRow
from extractor.tables.strewn_texture import lists
from extractor.values.dates import read_date

CLOSE = 1.3
"""Distances of lines in this row from one line of a column of values to the next one, at most, where values follow line by line."""
PADDING = 8.0
"""Points between the text and the border of its cell, at most."""
SPARE = 1.0
"""Points of a cell's width that its text leaves free where it had room for more, at least."""
SHORT = 12
"""Characters of the longest word of a unit."""
FITTED, STEM, LISTED, LONE, ECHOED = 3.0, 2.0, 4.0, -1.0, 8.0
"""What speaks for a line that begins a name: the line above had room for its first word; its word; its number; a piece of one word; a
name that is a cell of its own elsewhere begins or ends there."""
CERTAIN = 2.0
NEVER = -9.0
LEAST_NAMES, LEAST_CERTAIN = 3, 2
"""Texts that must agree in how many names they hold, where no value tells, and those of them in which every beginning is plain; where it
is plain in one alone, the others must be sentences without a further line with which a name could begin."""
_WHOLE = frozenset({"amount", "percent", "number", "nip", "date"})
"""Looks of a value that a narrow column may have cut in two."""
_COMPLETE = frozenset({"percent", "quantity"})
_DASH = re.compile(r"\s*[-–—]\s*")
_SPACED = frozenset({"nip", "date"})
"""Looks of a value that holds blanks."""
_LARGE = frozenset({"amount", "percent"})
_FIGURES = _LARGE | {"number"}
_UNGROUPED = re.compile(r"\d{4}")
"""Digits that no figure has side by side: two figures."""
_DECIMALS = re.compile(r"\d{1,3}([.,])\d{1,2} \d{1,3}\1\d{1,2}")
"""Two figures with the same decimal sign: in one figure it does not part groups as well."""
LONGEST = 3
"""Digits of a plain number that no column is too narrow for."""


def deal(row: PhysicalRow, known: Names, rooms: Sequence[float] = ()) -> list[PhysicalRow]:
    """The entries of a drawn row; the row alone where it holds but one, or where this cannot be told.

    ``known`` are the report's names, ``rooms`` the characters for which each column of a text has room; a page of a PDF shows this itself.
    """
    if all(len(cell.lines) < 2 for cell in row.cells):
        return [row]
    rooms = rooms or [0.0] * len(row.cells)
    padding = _padding(row.cells)
    values = [_values(cell, padding, counting=c == 0) for c, cell in enumerate(row.cells)]
    stacks = [items for items in values if items and len(items) > 1]
    counts = {len(items) for items in stacks}
    if not stacks:
        named = _by_names(row, [c for c, items in enumerate(values) if items is None], known, rooms)
        return [row] if len(named) > 1 and _is_of_one_person(row) else named
    if len(counts) != 1 or not _follow(row.cells, stacks):
        return [row]
    (count,) = counts
    values = [items or _with_words(cell.lines, count) or None for items, cell in zip(values, row.cells, strict=True)]
    sure = sum(len(items) == count for items in values if items)
    names = {
        c: found for c, cell in enumerate(row.cells) if values[c] is None and (found := _cuts(cell, count, known, rooms[c])) is not None
    }
    main = max(names, key=lambda c: (names[c][1], c), default=None)
    forced = {c for c in names if sum(score > NEVER for score in _scores(row.cells[c], known, rooms[c]).values()) == count - 1}
    told = sure > 1 or (main in forced and any(_are_whole(items) for items in stacks))
    if main is None or not (told or _certain(names[main], count)):
        return [row]
    doubtful = not _are_decided(names[main][0], _scores(row.cells[main], known, rooms[main]))
    parts: list[list[Sequence[Line]]] = []
    for c, cell in enumerate(row.cells):
        items = values[c]
        if items is not None and len(items) == count:
            parts.append(list(items))
        elif c in names and (
            c == main
            or (c in forced and _holds_value(cell))
            or _certain(names[c], count)
            or _are_units(cell.lines, names[c][0], c in forced)
        ):
            parts.append([cell.lines[a:b] for a, b in pairwise([0, *names[c][0], len(cell.lines)])])
        else:
            parts.append([cell.lines])
    entries = [_entry(row, [part[n] if n < len(part) else None for part in parts]) for n in range(count)]
    return [replace(entry, doubtful=True) for entry in entries] if doubtful else entries


def _is_of_one_person(row: PhysicalRow) -> bool:
    """Whether a cell of the row is a number of staff."""
    return any("nip" in looks("".join([line.text for line in cell.lines])) for cell in row.cells)


def _are_decided(cuts: Sequence[int], scores: Mapping[int, float]) -> bool:
    """Whether more speaks for each of these beginnings than for any that was passed over."""
    others = [score for at, score in scores.items() if at not in cuts and score > NEVER]
    return not others or min(scores[at] for at in cuts) > max(others)


def _by_names(row: PhysicalRow, texts: Sequence[int], known: Names, rooms: Sequence[float]) -> list[PhysicalRow]:
    """The entries of a row without stacked values where several texts plainly hold as many names each; the others stand beside them all."""
    begun = {c: {at: score for at, score in _scores(row.cells[c], known, rooms[c]).items() if score > NEVER} for c in texts}
    certain = [c for c in texts if begun[c] and min(begun[c].values()) >= CERTAIN]
    counts = {len(begun[c]) + 1 for c in certain}
    count = min(counts, default=1)
    plain = {c: sorted(at for at, score in scores.items() if score >= CERTAIN) for c, scores in begun.items()}
    names = {c: sorted(starts) for c in begun for starts in (plain[c], begun[c]) if len(starts) + 1 == count > 1}
    if len(counts) != 1 or len(names) < LEAST_NAMES:
        return [row]
    sure = len(certain) >= LEAST_CERTAIN
    told = {c for c in names if len(begun[c]) + 1 == count and (c in certain or _are_sentences(row.cells[c].lines, names[c]))}
    if not sure and len(told) < LEAST_NAMES:
        return [row]
    parts: list[list[Sequence[Line]]] = []
    for c, cell in enumerate(row.cells):
        parts.append([cell.lines[a:b] for a, b in pairwise([0, *names.get(c, []), len(cell.lines)])])
    entries = [_entry(row, [part[n] if n < len(part) else None for part in parts]) for n in range(count)]
    return entries if sure else [replace(entry, doubtful=True) for entry in entries]


def _are_sentences(lines: Sequence[Line], cuts: Sequence[int]) -> bool:
    """Whether no word but those with which the names begin has a capital, so that a capital begins something."""
    words = [word for at, line in enumerate(lines) for word in line.text.split()[at in (0, *cuts) :] if word[:1].isalpha()]
    return bool(words) and all(word[0].islower() for word in words)


def _padding(cells: Sequence[Cell]) -> float:
    """Points between the border of a cell of this row and its text: what the widest texts of two columns leave on their left, as one
    border may be drawn out of line.
    """
    boxes = [(cell.place.box, [line.place.box for line in cell.lines if line.place.box]) for cell in cells]
    left = sorted(min(text[0] for text in texts) - drawn[0] for drawn, texts in boxes if drawn and texts)
    inside = [gap for gap in left if gap > 0]
    return inside[min(1, len(inside) - 1)] if inside else PADDING


def _values(cell: Cell, padding: float, *, counting: bool) -> list[Sequence[Line]] | None:
    """The lines of each value of a cell; None for a cell that holds something else. Running numbers must be ``counting`` on."""
    lines, items = cell.lines, list[list[Line]]()
    if len(lines) > 1 and _is_date("".join(line.text for line in lines)):
        return [lines]
    for line in lines:
        if items and _is_dash(line.text) and _is_value(items[-1][0].text, counting=counting):
            items.append([line])
        elif items and (
            not _is_value(line.text, counting=counting)
            or adds_to(items[-1][-1].text, line.text)
            or (_goes_on(items[-1], line) and not _had_room(items[-1][-1], line, cell.place, padding))
        ):
            items[-1].append(line)
        else:
            items.append([line])
    texts = [" ".join(line.text for line in item) for item in items]
    told = [_is_value(text, counting=counting) for text in texts]
    if not any(told) or not all(value or _is_dash(text) for value, text in zip(told, texts, strict=True)):
        return None
    numbers = [ordinal_of(item[0].text) for item in items]
    if counting and any(a is None or b is None or b != a + 1 for a, b in pairwise(numbers)):
        return [lines]
    return list(items)


def _with_words(lines: Sequence[Line], count: int) -> list[Sequence[Line]]:
    """The lines of each value where words stand for one or more of them ("Belum tercapai"), if there are so many; else nothing."""
    items = list[list[Line]]()
    for line in lines:
        text = line.text.strip()
        rest = items and (text[:1].islower() or not any(map(str.isalnum, text)) or adds_to(items[-1][-1].text, text))
        if rest or (items and _goes_on(items[-1], line)):
            items[-1].append(line)
        else:
            items.append([line])
    texts = [" ".join(line.text for line in item) for item in items]
    figures = [_is_value(text) for text in texts]
    worded = [text for text, figure in zip(texts, figures, strict=True) if not figure]
    told = len(items) == count and len(worded) < sum(figures) and all(text.replace(" ", "").isalpha() for text in worded)
    return list(items) if told else []


def _is_value(text: str, *, counting: bool = False) -> bool:
    """Whether a text is one value: not an entry of a list, whose number is no quantity of its words, and no letter that a narrow column
    cut off its word; where a column is ``counting``, a letter is one of its numbers.
    """
    found = looks(text) & (SINGLE | {"ordinal"})
    letter = found == {"ordinal"} and text.strip().isalpha() and not counting
    return bool(found) and any(ch.isalnum() for ch in text) and not letter and not (found == {"quantity"} and list_item(text))


def _is_date(text: str) -> bool:
    """Whether the pieces of a cell make a whole date."""
    date = read_date("".join(text.split())) if any(map(str.isdigit, text)) else None
    return date is not None and len(date) > len("2000-01")


def _is_dash(text: str) -> bool:
    """What stands in a stack for a value that there is none of."""
    return bool(_DASH.fullmatch(text))


def _holds_value(cell: Cell) -> bool:
    """Whether some line of a cell of other texts is a value by itself."""
    return any(_is_value(line.text) for line in cell.lines)


def _are_whole(items: Sequence[Sequence[Line]]) -> bool:
    """Whether each of these values says by its sign or unit that it ends there."""
    return all(looks(" ".join(line.text for line in item)) & _COMPLETE for item in items)


def _goes_on(item: Sequence[Line], line: Line) -> bool:
    """Whether a line that might be a value by itself is the rest of the one above: a figure cut by a narrow column."""
    above, below = "".join(part.text.strip() for part in item), line.text.strip()
    if _is_dash(above) or all(text.isdecimal() and len(text) <= LONGEST for text in (above, below)):
        return False
    whole = looks(above + below) & _WHOLE
    if looks(" ".join((*(part.text for part in item), line.text))) & _SPACED:
        # two amounts of nine digits have as many as an NIP
        return "amount" not in looks(above) & looks(below)
    if whole <= _FIGURES and (_UNGROUPED.search(above + below) or _DECIMALS.fullmatch(f"{above} {below}")):
        return False
    return is_cut_amount(above, below) or (bool(whole) and not looks(above) & looks(below) & _LARGE)


def _had_room(above: Line, line: Line, drawn: Place, padding: float) -> bool:
    """Whether a cell was so wide that nobody had to cut a figure which these two lines make together."""
    boxes = above.place.box, line.place.box, drawn.box
    if boxes[0] is None or boxes[1] is None or boxes[2] is None:
        return False
    return sum(box[2] - box[0] for box in boxes[:2] if box) + 2 * min(padding, PADDING) + SPARE < boxes[2][2] - boxes[2][0]


def _steps(lines: Sequence[Line]) -> list[float]:
    """From each line to the next one, in points; a dash stands lower than words do."""
    tops = [(line.place.box[1], _is_dash(line.text)) for line in lines if line.place.box]
    return [below - above for (above, dash), (below, other) in pairwise(tops) if not dash and not other]


def _follow(cells: Sequence[Cell], stacks: Sequence[Sequence[Sequence[Line]]]) -> bool:
    """Whether the values of these columns follow each other line by line."""
    usual = min((step for cell in cells for step in _steps(cell.lines)), default=0.0)
    return all(step < CLOSE * usual for stack in stacks for step in _steps([line for item in stack for line in item]))


def _cuts(cell: Cell, count: int, known: Names, room: float) -> tuple[list[int], float] | None:
    """Where a text is best cut into so many names, and how much speaks for it; None where it cannot be."""
    scores = _scores(cell, known, room)
    best = sorted((at for at in scores if scores[at] > NEVER), key=lambda at: (-scores[at], -len(cell.lines[at].text), at))[: count - 1]
    if len(best) < count - 1:
        return None
    return sorted(best), sum(scores[at] for at in best)


def _scores(cell: Cell, known: Names, room: float) -> dict[int, float]:
    """How much speaks for a name that begins with each line of a cell but the first."""
    lines, drawn = cell.lines, cell.place.box
    listed = _listed(lines) if room else []
    room = room or max((line.place.box[2] for line in lines if line.place.box), default=0.0)
    room = max(room, drawn[2] - PADDING) if drawn else room
    scores = {at: _begins(lines, at, room) for at in range(1, len(lines))}
    scores.update({at: max(scores[at], STEM) for at in listed if scores[at] > NEVER})
    parts = known.parts([line.text for line in lines]) if any(score > NEVER for score in scores.values()) else []
    for first, stop in parts:
        scores.update(dict.fromkeys(range(first + 1, stop), NEVER))
        begins = (at for at in (first, stop) if at in scores and not lines[at].text[:1].islower())
        scores.update({at: max(scores[at], 0.0) + ECHOED for at in begins})
    return scores


def _listed(lines: Sequence[Line]) -> list[int]:
    """The lines with which further texts begin in a list of ways of counting or of sources, whose sentences have no other capital.

    For text aligned by blanks: a page of a PDF shows which line had room for more.
    """
    shapes = lists(lines[0].text) if lines else ()
    if not shapes or any(word[:1].isupper() for line in lines for word in line.text.split()[1:]):
        return []
    return [at for at, line in enumerate(lines) if at and line.text[:1].isupper() and any(shape.match(line.text) for shape in shapes)]


def _certain(cuts: tuple[list[int], float], count: int) -> bool:
    return cuts[1] >= CERTAIN * (count - 1)


def _begins(lines: Sequence[Line], at: int, room: float) -> float:
    """How much speaks for a name that begins with this line."""
    above, text = lines[at - 1], lines[at].text.strip()
    if list_item(text):
        return LISTED
    if text[:1].islower() or is_open(above.text):
        return NEVER
    score = FITTED * _would_have_fitted(above, text, room) + STEM * stemmed(text)
    return score + LONE * (" " not in text and at + 1 < len(lines))


def _would_have_fitted(above: Line, text: str, room: float) -> bool:
    box = above.place.box
    if box is None:
        return len(above.text) + 1 + len(text.split(maxsplit=1)[0]) <= room
    letter = (box[2] - box[0]) / max(1, len(above.text))
    return box[2] + letter * (len(text.split(maxsplit=1)[0]) + 1) <= room


def _are_units(lines: Sequence[Line], cuts: Sequence[int], forced: bool) -> bool:
    """One short word for each entry, as in a column of units, perhaps with its end cut off ("Kejadia" / "n"); two words ("Hari Kerja")
    where no line can go on with the one above.
    """
    starts = [0, *cuts]
    rests = [line.text.strip() for at, line in enumerate(lines) if at not in starts]
    cut_off = all(rest.isalpha() and rest.islower() for rest in rests)
    return cut_off and all(len(lines[at].text) <= SHORT and lines[at].text.strip().count(" ") <= forced for at in starts)


def _entry(row: PhysicalRow, parts: Sequence[Sequence[Line] | None]) -> PhysicalRow:
    cells = []
    for old, lines in zip(row.cells, parts, strict=True):
        if lines is None:
            cells.append(Cell((), old.place, "above" if old.lines else old.merged, old.filled))
        else:
            cells.append(Cell(tuple(lines), _place(lines, old.place), old.merged, old.filled))
    return PhysicalRow(cells, _place([line for lines in parts for line in lines or ()], row.place), row.drawn)


def _place(lines: Sequence[Line], otherwise: Place) -> Place:
    return reduce(Place.union, (line.place for line in lines)) if lines else otherwise
