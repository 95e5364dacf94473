"""Separators that part nothing are taken away: looked at are the texts on both sides."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from extractor.reading.column_cells import arrange, by_column
from extractor.reading.column_corridors import Columns
from extractor.reading.column_headed import head_end, is_name
from extractor.reading.column_kinds import kind_of
from extractor.reading.column_lines import LineView, runs_of_stood
from extractor.reading.column_numbered import index_row
from extractor.reading.column_piece import Piece
from extractor.reading.column_seats import name_gaps
from extractor.reading.column_views import band_numbers

_TAIL: Final = re.compile(r"^[%.,)\]]+$")
_ENUMERATOR: Final = re.compile(r"^(?:\(?(?:\d{1,2}|[A-Za-z])[.)]{1,2}|[-•▪●➢✓*])$")
_ORDINAL: Final = re.compile(r"^\(?(?:\d{1,3}|[A-Za-z])[.)]{0,2}$")

_YEAR: Final = re.compile(r"(?:19|20)\d{2}")
_FIGURE: Final = re.compile(r"^\d[\d.,]*$")
_GROUPS: Final = re.compile(r"(?:19|20)\d{6}(?: (?:\d{6}|\d{1,3}))+")
"""The date of birth in a number of staff and further groups of its digits."""
_UNIT: Final = re.compile(r"^[^\W\d].{2,}$")

_LEAST_SIGNS: Final = 2
"""Figures with their sign behind them in the next column that are no chance."""
_MAX_SPILL: Final = 0.5
"""Share of a column's texts that reach over the next separator from which it lies inside the column."""
_ENUMERATED: Final = 4.0
"""Characters between an enumerator and its text at most."""
_MOST: Final = 0.8
"""Share of the enumerators that must have a text so near."""
_ALIGNED: Final = 0.6
"""Share of the texts behind ordinary blanks that must begin at one place for these blanks to part them."""
_TOUCHING: Final = 1.6
"""Columns nearer than this that are hardly ever filled in one line are one column whose texts lie at different places."""
_NEAR: Final = 3.0
"""The same for columns that are never filled in one line."""
_MAX_JOINED: Final = 0.1
"""Share of lines in which two such columns may both be filled, if only an ordinary blank parts them there."""
_MAX_BESIDE: Final = 0.15
"""The same for columns that have one header between them and the same kinds of words."""
_MOST_HEAD_LINES: Final = 3
"""Lines above the lowest one of a header in which labels over several columns stand."""
_FEW: Final = 0.2
"""Texts of a column without a header for each one of the column before, at most, for both to be one."""
_LEAST_TICKS: Final = 2
"""Ticks from which a side is a column of a schedule."""
_TICKED: Final = 0.6
_MOVED: Final = 4.0
"""Characters between the ticks of one column at most where some of them are moved."""
_SAME_KINDS: Final = 0.5
"""Share of their words that is of the same kinds."""


def tidy(views: Sequence[LineView], columns: Columns) -> Columns:
    """Without separators that part nothing, or part a sign from the figure or an enumerator from the text it belongs to."""
    kept = [columns.separators[index] for index in parting([(views, columns.separators)])]
    # Text aligned by blanks moves labels and headers apart, so that what stands over what says less.
    return Columns(tuple(_without_labels(views, kept) if views[0].line.place.box else kept), columns.left, columns.right)


def _without_labels(views: Sequence[LineView], separators: list[float]) -> list[float]:
    """The separators without one beside every column that holds nothing but labels over its neighbours' headers: years, as a rule."""
    rows = arrange(views, separators)
    columns = by_column(rows, len(separators) + 1)
    useless = set()
    for index in range(1, len(separators)):
        lowest = max((piece.row for piece in columns[index]), default=-1)
        beside = [[piece for piece in columns[index + step] if piece.row > lowest and _names(views[piece.row])] for step in (-1, 1)]
        shared = {piece.row for piece in beside[0]} & {piece.row for piece in beside[1]}
        if 0 <= lowest < _MOST_HEAD_LINES and shared:
            left = columns[index][0].x0 - max(piece.x1 for piece in beside[0] if piece.row in shared)
            right = min(piece.x0 for piece in beside[1] if piece.row in shared) - columns[index][0].x1
            useless.add(index - 1 if left < right else index)
    return [separator for index, separator in enumerate(separators) if index not in useless]


def _names(view: LineView) -> bool:
    """Whether a line names columns: by words of headers, or by years."""
    return view.is_header or all(_YEAR.fullmatch(chunk.text) for chunk in view.chunks)


def parting(parts: Sequence[tuple[Sequence[LineView], Sequence[float]]]) -> list[int]:
    """The indices of the separators that part something, told from all parts of a table together.

    A part is its lines and where on its page every separator of the table stands.
    """
    kept = list(range(len(parts[0][1])))
    bands, heads = _bands(parts)
    named = max(_named(views, separators) for views, separators in parts)
    numbered = any(index_row(views, separators) for views, separators in parts if views[0].line.place.box is None)
    while kept and not (numbered and len(kept) < named):
        sides = _sides(parts, kept)
        if 0 < named <= len(kept) and (nameless := _beside_nameless(sides, bands, heads)):
            del kept[min(nameless, key=lambda index: _cuts(parts, [*kept[:index], *kept[index + 1 :]]))]
            continue
        useless = [index for index, (left, right) in enumerate(sides) if _is_useless(left, right, bands, heads, first=index == 0)]
        if not useless:
            break
        # Of two neighbours only one goes: what the other one parts has then changed.
        dropped = {index for at, index in enumerate(useless) if at == 0 or useless[at - 1] != index - 1}
        dropped = {
            index + 1 if index + 1 in useless and _goes_first(parts, kept, sides, index, (bands, heads)) else index for index in dropped
        }
        kept = [place for index, place in enumerate(kept) if index not in dropped]
    return kept


def _named(views: Sequence[LineView], separators: Sequence[float]) -> int:
    """How many columns the row of their numbers names, or a header with upright words; 0 where there is neither."""
    runs = runs_of_stood(views)
    row = index_row(views, separators) if views[0].line.place.box is None else None
    counted = max((len(view.words) for view in views if view.is_index), default=0) if runs else len(row.words) if row else 0
    return counted or max((len(name_gaps(views[first:stop])) + 1 for first, stop in runs), default=0)


def _bands(parts: Sequence[tuple[Sequence[LineView], Sequence[float]]]) -> tuple[list[int], dict[int, int]]:
    """The band of every line, counted over all parts, and the bands of headers with the part that each is in."""
    bands: list[int] = []
    heads: dict[int, int] = {}
    for index, (views, _) in enumerate(parts):
        own = [len(bands) + band for band in band_numbers([view.line for view in views])]
        heads |= {band: index for view, band in zip(views, own, strict=True) if view.is_header and not view.line.stood}
        end = head_end(views) if views[0].line.place.box is None else 0
        heads |= {band: index for view, band in zip(views[:end], own[:end], strict=True) if is_name(view)}
        bands.extend(own)
    return bands, heads


def _sides(parts: Sequence[tuple[Sequence[LineView], Sequence[float]]], kept: Sequence[int]) -> list[tuple[list[Piece], list[Piece]]]:
    """For each separator the pieces on its left and on its right, their rows counted over all parts, their places from it on."""
    sides: list[tuple[list[Piece], list[Piece]]] = [([], []) for _ in kept]
    offset = 0
    for views, places in parts:
        separators = [places[index] for index in kept]
        rows = arrange(views, separators)
        # A line of one text that happens to have a blank at a separator is not parted there.
        alone = [
            pieces if (views[row].is_split or len(pieces) == 1) and not views[row].line.stood else [] for row, pieces in enumerate(rows)
        ]
        columns = by_column(alone, len(kept) + 1)
        for index, separator in enumerate(separators):
            for side, column in zip(sides[index], columns[index : index + 2], strict=True):
                side.extend(_moved(piece, offset, separator) for piece in column)
        offset += len(views)
    return sides


def _beside_nameless(sides: Sequence[tuple[list[Piece], list[Piece]]], bands: Sequence[int], heads: Mapping[int, int]) -> list[int]:
    """The separators of which one parts a column without a header from one that it belongs to.

    Text aligned by blanks puts words below one another by chance, and moves single texts off their column: such a column is parted
    from its neighbour by ordinary blanks alone, or hardly holds a text.
    """
    for column, (left, pieces) in enumerate(sides, start=1):
        if any(bands[piece.row] in heads for piece in pieces):
            continue
        right = sides[column][1] if column < len(sides) else []
        before, after = _joined_beside(left, pieces, bands, heads, left), _joined_beside(pieces, right, bands, heads, right)
        numbers = column == 1 and any(_ORDINAL.match(piece.text) for piece in pieces)
        if after and after >= before and not numbers:
            return [column]
        filled, beside = ({bands[piece.row] for piece in side} for side in (pieces, left))
        if before:
            return [column - 1]
        if len(filled) <= _FEW * len(beside) and any(band in heads for band in beside):
            clashes = _clashes(left, pieces, bands, heads)[0], _clashes(pieces, right, bands, heads)[0] + numbers
            options = {column - 1: clashes[0], column: clashes[1]} if column < len(sides) else {column - 1: 0}
            return [option for option, count in options.items() if count == min(options.values())]
    return []


def _cuts(parts: Sequence[tuple[Sequence[LineView], Sequence[float]]], kept: Sequence[int]) -> int:
    """How many texts these separators cut at an ordinary blank."""
    arranged = (arrange(views, [places[index] for index in kept]) for views, places in parts)
    return sum(piece.joined for rows in arranged for row in rows for piece in row)


def _joined_beside(
    left: Sequence[Piece], right: Sequence[Piece], bands: Sequence[int], heads: Mapping[int, int], named: Sequence[Piece]
) -> int:
    """Lines in which both sides are filled, if hardly ever a wide blank parts them and the named side has a header; else 0."""
    if not any(bands[piece.row] in heads for piece in named):
        return 0
    clashes, beside = _clashes(left, right, bands, heads)
    return beside if clashes <= _MAX_JOINED * beside else 0


def _clashes(left: Sequence[Piece], right: Sequence[Piece], bands: Sequence[int], heads: Mapping[int, int]) -> tuple[int, int]:
    """In how many lines a wide blank shows that both sides are two cells, and in how many both are filled."""
    lefts = {bands[piece.row] for piece in left}
    beside = [piece for piece in right if bands[piece.row] in lefts and bands[piece.row] not in heads]
    return sum(not piece.joined for piece in beside), len(beside)


def _goes_first(
    parts: Sequence[tuple[Sequence[LineView], Sequence[float]]],
    kept: Sequence[int],
    sides: Sequence[tuple[list[Piece], list[Piece]]],
    index: int,
    lines: tuple[Sequence[int], Mapping[int, int]],
) -> bool:
    """Whether of two useless neighbours the second one goes: it parts nothing from its column, or cuts more texts that stand alone; in
    text aligned by blanks also where it cuts figures from their signs, or texts beside running numbers, and the first one does not.

    ``lines`` are the bands and those of headers.
    """
    if _only_wider(sides, index) or _lone(parts, kept[index + 1]) > _lone(parts, kept[index]):
        return True
    if parts[0][0][0].line.place.box:
        return False
    (left, beside), (between, behind) = sides[index : index + 2]
    if index and _parts_signs(between, behind, *lines) and not _parts_signs(left, beside, *lines):
        return True
    # behind the running numbers the second words of texts that begin alike stand below each other
    numbers = not index and 2 * sum(_ORDINAL.match(piece.text) is not None for piece in left) > len(left)
    return numbers and not any(piece.joined for piece in beside) and any(piece.joined for piece in behind)


def _lone(parts: Sequence[tuple[Sequence[LineView], Sequence[float]]], separator: int) -> int:
    """How many lines of one text a separator goes through; in text aligned by blanks none counts, as sentences stand there too."""
    through = (view for views, places in parts for view in views if not view.is_split and view.x0 < places[separator] < view.x1)
    return sum(view.line.place.box is not None for view in through)


def _only_wider(sides: Sequence[tuple[list[Piece], list[Piece]]], index: int) -> bool:
    """Whether between two separators stand nothing but texts of the column behind them that are wider than the others, as in bold.

    A sign in the middle of that column may stand there, too.
    """
    left, between = sides[index]
    wider = [piece for piece in between if not _TAIL.match(piece.text)]
    return bool(wider) and all(piece.spills and not piece.joined for piece in wider) and not any(piece.spills for piece in left)


def _moved(piece: Piece, rows: int, place: float) -> Piece:
    return piece._replace(row=piece.row + rows, x0=piece.x0 - place, x1=piece.x1 - place)


def _is_useless(left: Sequence[Piece], right: Sequence[Piece], bands: Sequence[int], heads: Mapping[int, int], *, first: bool) -> bool:
    cut = [piece for piece in right if piece.joined and bands[piece.row] not in heads]
    crossed = sum(piece.spills for piece in left) + (0 if _are_aligned(cut) else len(cut))
    if crossed >= _MAX_SPILL * len(left):
        return True
    left, whole = [piece for piece in left if not piece.spills], [piece for piece in right if not piece.spills]
    if not left or not whole or _is_sign(left, whole, first=first):
        return True
    if not first and (_is_quantity(left, right, bands, heads) or _parts_signs(left, right, bands, heads)):
        return True
    return _is_one_column(left, right, bands, heads)


def _are_aligned(pieces: Sequence[Piece]) -> bool:
    """Whether most of these texts begin at one place, as those of a column do and words of a text do not."""
    places = Counter(round(piece.x0) for piece in pieces)
    most = max((places[place] + places[place + 1] for place in places), default=0)
    return most >= _ALIGNED * len(pieces)


def _is_sign(left: Sequence[Piece], right: Sequence[Piece], *, first: bool) -> bool:
    """Whether one side is a mark of the other: a per cent sign, an enumerator close to its text."""
    if all(_TAIL.match(piece.text) for piece in right):
        return True
    if first or not all(_ENUMERATOR.match(piece.text) for piece in left) or all(_ENUMERATOR.match(piece.text) for piece in right):
        return False
    starts = {piece.row: piece.x0 for piece in right}
    close = sum(starts.get(piece.row, float("inf")) - piece.x1 <= _ENUMERATED for piece in left)
    return close >= _MOST * len(left)


def _is_quantity(left: Sequence[Piece], right: Sequence[Piece], bands: Sequence[int], heads: Mapping[int, int]) -> bool:
    """Whether figures stand an ordinary blank before their units: "3 Laporan" above "95%" is one column of quantities.

    Under headers of their own, figures and units are two columns; without any header the right side must hold figures, too.
    """
    parted = (
        {bands[piece.row] for piece in left if bands[piece.row] in heads},
        {bands[piece.row] for piece in right if bands[piece.row] in heads},
    )
    figures = {piece.row for piece in left if bands[piece.row] not in heads}
    units = {piece.row: piece for piece in right if piece.row in figures}
    if all(parted) or not figures or len(units) < len(figures):
        return False
    if not all(_FIGURE.match(piece.text) for piece in left if piece.row in figures):
        return False
    whole = any(any(map(str.isdigit, piece.text)) for piece in right if piece.row not in figures and bands[piece.row] not in heads)
    return (whole or any(parted)) and all(piece.joined and _UNIT.match(piece.text) for piece in units.values())


def _parts_signs(left: Sequence[Piece], right: Sequence[Piece], bands: Sequence[int], heads: Mapping[int, int]) -> bool:
    """Whether all that both sides have in one line is figures with their per cent signs, or with the next digits of a number of staff, an
    ordinary blank behind, and one side has no header: what else stands on either side, as a grade in the middle, is alone in its line.
    """
    parted = (any(bands[piece.row] in heads for piece in left), any(bands[piece.row] in heads for piece in right))
    figures = {piece.row: piece for piece in left if bands[piece.row] not in heads}
    beside = [(figures[piece.row], piece) for piece in right if piece.row in figures]
    return not all(parted) and len(beside) >= _LEAST_SIGNS and all(end.joined and _is_end(figure.text, end.text) for figure, end in beside)


def _is_end(figure: str, text: str) -> bool:
    """Whether a text is the sign of a figure, or goes on with a number that is written in groups of digits."""
    signed = _TAIL.match(text) is not None and _FIGURE.match(figure) is not None
    return signed or (_GROUPS.fullmatch(f"{figure} {text}") is not None)


def _is_one_column(left: Sequence[Piece], right: Sequence[Piece], bands: Sequence[int], heads: Mapping[int, int]) -> bool:
    """Whether the sides fill different bands, as a centred header above texts at the left of their column does.

    ``heads`` are the bands of headers and their parts: where no part has a header on both sides, each is the header of both.
    """
    if (ticks := _are_ticks_of_one_column(left, right, bands)) or _are_ticks_beside_texts(left, right, bands, heads):
        return ticks
    lefts, rights = {bands[piece.row] for piece in left}, {bands[piece.row] for piece in right}
    if max(lefts) < min(rights) or max(rights) < min(lefts):
        return True
    apart = min(piece.x0 for piece in right) - max(piece.x1 for piece in left)
    beside = [piece for piece in right if bands[piece.row] in lefts]
    joined = all(piece.joined for piece in beside)
    by_chance = joined and len(beside) <= _MAX_JOINED * max(len(lefts), len(rights))
    over = {heads[band] for band in lefts if band in heads}, {heads[band] for band in rights if band in heads}
    shared = any(over) and not over[0] & over[1]
    numbers = sum(_ORDINAL.match(piece.text) is not None for piece in left) * 2 > len(left)
    if shared and joined and beside and not over[0] and not numbers:
        return True
    if (shared and (by_chance or _hardly_beside(left, right, beside, bands, heads))) or (by_chance and not beside and apart < _NEAR):
        return True
    if apart >= _TOUCHING or numbers:
        return False
    return by_chance


def _are_ticks_beside_texts(left: Sequence[Piece], right: Sequence[Piece], bands: Sequence[int], heads: Mapping[int, int]) -> bool:
    """Whether one side holds ticks, below its header and what else names its period, and the other one texts or figures."""
    own = [[kind_of(piece.text) for piece in side if bands[piece.row] not in heads] for side in (left, right)]
    ticked = [kinds.count("tick") >= max(_LEAST_TICKS, _TICKED * len(kinds)) for kinds in own]
    return sum(ticked) == 1 and min(map(len, own)) >= _LEAST_TICKS and any("tick" not in kinds for kinds in own)


def _are_ticks_of_one_column(left: Sequence[Piece], right: Sequence[Piece], bands: Sequence[int]) -> bool:
    """Whether two sides hold ticks, one of them nothing else, close to each other and never in one line: moved in some lines by a text."""
    ticked = [sum(kind_of(piece.text) == "tick" for piece in side) for side in (left, right)]
    alone = any(count == len(side) for count, side in zip(ticked, (left, right), strict=True))
    beside = {bands[piece.row] for piece in left} & {bands[piece.row] for piece in right}
    apart = min(piece.x0 for piece in right) - max(piece.x1 for piece in left)
    return min(ticked) > 0 and alone and not beside and apart <= _MOVED


def _hardly_beside(
    left: Sequence[Piece], right: Sequence[Piece], beside: Sequence[Piece], bands: Sequence[int], heads: Mapping[int, int]
) -> bool:
    """Whether hardly any band fills both sides, and what they hold is alike: a text moved by its neighbours may fill both."""
    less, more = sorted((len({bands[piece.row] for piece in left}), len({bands[piece.row] for piece in right})))
    loose = sum(not piece.joined for piece in beside)
    if loose > _MAX_BESIDE * less or len(beside) > min(_MAX_BESIDE * more, less / 2):
        return False
    ours, theirs = (Counter(kind_of(word) for p in side if bands[p.row] not in heads for word in p.text.split()) for side in (left, right))
    shares = [min(ours[kind] / ours.total(), theirs[kind] / theirs.total()) for kind in ours] if ours and theirs else [1.0]
    return sum(shares) >= _SAME_KINDS
