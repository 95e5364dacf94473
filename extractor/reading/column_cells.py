"""Words into cells: what each line puts into which column."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from extractor.reading.column_lines import CURRENCY, Chunk, LineView, runs_of_stood
from extractor.reading.column_named import numbers_below, over_numbers
from extractor.reading.column_periods import periods_in_order
from extractor.reading.column_piece import Piece, piece_of
from extractor.reading.column_seats import extents, seats
from extractor.reading.column_years import is_year, over_years, years_over_names

_TOLERANCE: Final = 0.6
"""Characters that a text may reach over a separator."""
_FIGURE: Final = frozenset("0123456789-(")
_SHARE: Final = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?%|\d{1,3}[.,]\d{1,2}")
"""A percent, which has no currency: the sign before it is that of a figure on the next line."""
_SAME_PLACE: Final = 0.6
"""Characters by which the lines of one cell may miss each other."""
_STACKED: Final = 3
"""Lines above a text among which is the one that it goes on with: the cells beside it may stand on lines of their own."""
_YEAR: Final = re.compile(r"tahun (?:19|20)\d{2}", re.I)
"""A label over several columns that no separator cuts."""
_QUANTITY: Final = re.compile(r"\d[\d.,]* [^\W\d_]+")
"""A figure with its unit, which alone on its line stands in the middle of its column and is not cut."""
_NEXT: Final = 2
"""Lines below a sign among which that of its figure is: one of another cell may stand half a line lower."""
_PERCENT: Final = "%"
"""A sign that belongs to the word behind it where a text begins with it: "% Capaian"."""
_MOST_HEAD: Final = 8
"""Lines at the top of a table that may be header."""
_LEAST_COUNTED: Final = 3
"""Columns that a line of a header numbers at least."""
_NUMBERS: Final = {"I": "1", "II": "2", "III": "3", "IV": "4"}
_FEWEST_NAMES: Final = 3
"""More names than these in one line of a header tell by their order which columns they name."""
_EXACT: Final = 0.5
"""Characters to which the place of a separator is known: a sign that is narrower than one may begin so far before it."""
_NEAR: Final = 2.0
"""Characters by which a text behind a wide blank, or an ordinary blank in a parted line, may miss a separator."""


def arrange(views: Sequence[LineView], separators: Sequence[float]) -> list[list[Piece]]:
    """The pieces of every line, from left to right; every word is in exactly one piece."""
    labels = {row for row, first in enumerate(label_starts(views)) if first is not None}
    rows: list[list[Piece]] = []
    numbers = numbers_below(views, separators)
    for row, view in enumerate(views):
        below = views[row + 1 : row + 1 + _NEXT]
        if numbers and row < numbers[0]:
            pieces = _with_currency(view, _line_pieces(view, row, separators), below)
            rows.append(over_numbers(views[: numbers[0]], row, separators, numbers[1], pieces))
        elif row in labels:
            rows.append([piece_of(view, row, separators, 0, len(view.words), 0, joined=False)])
        else:
            pieces = _stacked(rows, view, row, separators) or _one_each(view, row, separators, _line_pieces(view, row, separators))
            pieces = _into_hole(rows[-1], pieces, separators) if rows and view.is_header else pieces
            rows.append(_under(rows[-1] if rows else [], _with_currency(view, pieces, below)))
    if views and not views[0].line.place.box:
        rows = _over_own(views, separators, rows)
    return _seated(views, separators, rows) if any(view.line.stood for view in views) else rows


def _stacked(rows: Sequence[Sequence[Piece]], view: LineView, row: int, separators: Sequence[float]) -> list[Piece]:
    """A line of one text that begins as one behind the first column does just above it, and ends before the next one: a piece of that
    column, also where text aligned by blanks moved both across its border.
    """
    if view.is_split or view.is_header or view.line.place.box:
        return []
    above = (piece for pieces in reversed(rows[-_STACKED:]) for piece in pieces if abs(piece.x0 - view.x0) <= _SAME_PLACE)
    over = next(above, None)
    if over is None or not over.column or over.spills or (over.column < len(separators) and view.x1 > separators[over.column] + _TOLERANCE):
        return []
    return [piece_of(view, row, separators, 0, len(view.words), over.column, joined=False)]


def _one_each(view: LineView, row: int, separators: Sequence[float], pieces: list[Piece]) -> list[Piece]:
    """The pieces of a line; the names of a header with as many of them as there are columns from the first name on have one each.

    A name in the middle of a wide column stands far from the figures at its right, perhaps nearer to those of the column beside.
    """
    if not view.is_header or view.is_index or len(view.chunks) <= max(len(pieces), _FEWEST_NAMES):
        return pieces
    first = pieces[0].column
    if first + len(view.chunks) != len(separators) + 1:
        return pieces
    named = [piece_of(view, row, separators, c.first, c.stop, first + n, joined=False) for n, c in enumerate(view.chunks)]
    return [piece._replace(last=piece.column) for piece in named]


def _into_hole(above: Sequence[Piece], pieces: list[Piece], separators: Sequence[float]) -> list[Piece]:
    """The names of a header line; the first of many goes to the column that they leave out if it ends at its border and another name
    stands above it.
    """
    columns = [piece.column for piece in pieces]
    if len(columns) <= _FEWEST_NAMES or columns[1:] != list(range(columns[0] + 2, columns[0] + len(columns) + 1)):
        return pieces
    if separators[columns[0]] - pieces[0].x1 > _NEAR:
        return pieces
    named = any(piece.column == columns[0] and not piece.spills and piece.text.isalpha() for piece in above)
    return [pieces[0]._replace(column=columns[0] + 1, last=columns[0] + 1), *pieces[1:]] if named else pieces


def _over_own(views: Sequence[LineView], separators: Sequence[float], rows: list[list[Piece]]) -> list[list[Piece]]:
    """The pieces; of those of a header one that reaches over a separator is the name of the column behind it if that has no other one."""
    end = max((row + 1 for row, view in enumerate(views[:_MOST_HEAD]) if view.is_header), default=0)
    end += bool(end) and end < len(rows) and not views[end].is_split
    if end:
        rows = periods_in_order(views, separators, rows)
        rows[:_MOST_HEAD] = _over_periods(rows[:_MOST_HEAD])
    named = {piece.column for row in rows[:end] for piece in row if not piece.spills}
    for row in rows[:end]:
        for index, piece in enumerate(row):
            over = piece.last == piece.column + 1 and piece.column in named and piece.last not in named
            if over and index + 1 == len(row) and piece.x1 - separators[piece.column] >= separators[piece.column] - piece.x0:
                row[index] = piece._replace(column=piece.last)
                named.add(piece.last)
    return rows


def _seated(views: Sequence[LineView], separators: Sequence[float], rows: list[list[Piece]]) -> list[list[Piece]]:
    """The pieces, those of headers with upright words in the columns that they name."""
    columns = by_column([row for view, row in zip(views, rows, strict=True) if not view.is_header], len(separators) + 1)
    edges = (min(view.x0 for view in views), *separators, max(view.x1 for view in views))
    known = extents(edges, [[(piece.x0 + piece.x1) / 2 for piece in column if not piece.spills] for column in columns])
    for first, stop in runs_of_stood(views):
        rows[first:stop] = [[] for _ in range(first, stop)]
        for seat in seats(views, range(first, stop), known):
            piece = piece_of(views[seat.row], seat.row, separators, seat.first, seat.stop, seat.column, joined=False)
            rows[seat.row].append(piece._replace(last=seat.column))
        rows[first:stop] = _over_counted(rows[first:stop])
        dated = years_over_names(views, range(first, stop))
        if dated is not None:
            years = _years(views, dated, separators)
            rows[dated] = sorted([*rows[dated], *(over_years(rows[first:stop], years) or years)], key=lambda piece: piece.column)
    return rows


def _years(views: Sequence[LineView], row: int, separators: Sequence[float]) -> list[Piece]:
    """The years of a line, each in the column in which it stands."""
    return [piece for piece in _line_pieces(views[row], row, separators) if is_year(piece.text)]


def _over_counted(rows: Sequence[list[Piece]]) -> list[list[Piece]]:
    """The pieces of a header; a text over columns that one line numbers (quarters, months) is over all of these."""
    counted = max((row for row in rows if _counts_on(row)), key=len, default=None)
    if counted is None:
        return list(rows)
    first, last = counted[0].column, counted[-1].column
    found = []
    for row in rows:
        over = [piece for piece in row if first <= piece.column <= last] if row is not counted else []
        kept = [piece for piece in row if piece not in over]
        found.append(sorted([*kept, *(piece._replace(column=first, last=last) for piece in over)], key=lambda piece: piece.column))
    return found


def _over_periods(rows: Sequence[list[Piece]]) -> list[list[Piece]]:
    """The pieces of a header; the only text above neighbouring columns that one line numbers from 1 on, but not the first, is over them."""
    found = [list(row) for row in rows]
    counted = next((at for at, row in enumerate(rows) if at and row and row[0].column and _counts_on(_whole_numbers(rows, at))), None)
    if counted is None:
        return found
    first, last = rows[counted][0].column, rows[counted][-1].column
    over = [(at, n) for at, row in enumerate(rows[:counted]) for n, piece in enumerate(row) if first <= piece.column <= last]
    if len(over) == 1:
        at, n = over[0]
        found[at][n] = found[at][n]._replace(column=first, last=last)
    return found


def _whole_numbers(rows: Sequence[list[Piece]], at: int) -> list[Piece]:
    """The numbers of a line, with the digits that narrow columns left to the line below."""
    below = {piece.column: piece.text for piece in (rows[at + 1] if at + 1 < len(rows) else ())}
    digits = all(len(text) == 1 and text.isdigit() for text in below.values())
    rests = below if digits and below.keys() < {piece.column for piece in rows[at]} else {}
    return [piece._replace(text=piece.text + rests.get(piece.column, "")) for piece in rows[at]]


def _counts_on(row: Sequence[Piece]) -> bool:
    """Whether the texts of a line number neighbouring columns from 1 on."""
    numbers = [_NUMBERS.get(piece.text, piece.text) for piece in row]
    columns = [piece.column for piece in row]
    beside = columns == list(range(columns[0], columns[0] + len(columns))) if columns else False
    return len(row) >= _LEAST_COUNTED and beside and numbers == [str(number) for number in range(1, len(row) + 1)]


def _under(above: Sequence[Piece], pieces: list[Piece]) -> list[Piece]:
    """The pieces of a line; a lone one goes to the column of the text above that begins at the same place.

    One that reaches over its column also goes to the next one if it ends or is centred as the text above there: the unit of a
    figure, in a line of its own, may be wider than the figures of its column.
    """
    if len(pieces) != 1 or pieces[0].words[0]:
        return pieces
    lone = pieces[0]
    aligned = [piece for piece in above if abs(piece.x0 - lone.x0) <= _SAME_PLACE]
    if aligned:
        return [lone._replace(column=aligned[0].column, last=max(lone.last, aligned[0].column))]
    if lone.last != lone.column + 1:
        return pieces
    over = [piece for piece in above if piece.column == lone.last and not piece.spills]
    same = any(min(abs(piece.x1 - lone.x1), abs(piece.x0 + piece.x1 - lone.x0 - lone.x1) / 2) <= _SAME_PLACE for piece in over)
    return [lone._replace(column=lone.last)] if same else pieces


def label_starts(views: Sequence[LineView]) -> list[int | None]:
    """For each line that is a part of a label over rows ("Sasaran 2 : …") the line on which the label begins."""
    starts: list[int | None] = []
    for row, view in enumerate(views):
        above = starts[-1] if starts else None
        goes_on = above is not None and not view.is_split and view.line.bold == views[above].line.bold and view.words[0][2][:1].isalpha()
        under = above is not None and goes_on and abs(view.x0 - views[above].x0) <= 1.0
        opens = view.is_group or (row + 1 < len(views) and _opens_codes(view, views[row + 1]))
        starts.append(row if opens else above if under else None)
    return starts


def _opens_codes(view: LineView, below: LineView) -> bool:
    """Whether a line of text begins with the code that those of the rows below go on with: "WA Program …" over "WA.3357"."""
    code = view.words[0][2]
    coded = code.isupper() and code.isalnum() and below.words[0][2].startswith(f"{code}.") and abs(view.x0 - below.x0) <= 1.0
    return coded and len(view.words) > 1 and not view.is_split and below.is_split


def by_column(rows: Sequence[Sequence[Piece]], width: int) -> list[list[Piece]]:
    """The same pieces, column by column."""
    columns: list[list[Piece]] = [[] for _ in range(width)]
    for row in rows:
        for piece in row:
            columns[piece.column].append(piece)
    return columns


def _line_pieces(view: LineView, row: int, separators: Sequence[float]) -> list[Piece]:
    found: list[tuple[int, int, bool]] = []
    for chunk in view.chunks:
        if not view.is_split and _QUANTITY.fullmatch(chunk.text):
            # aligned by blanks, it reaches to the left of its column where no other figure there is as wide
            found.append((chunk.first, bisect_right(separators, (chunk.x0 + chunk.x1) / 2 if view.line.place.box else chunk.x1), False))
            continue
        for first, stop, least, most in _parts(view, chunk, separators):
            x0, x1 = view.words[first][0], view.ends[stop - 1]
            reach = _NEAR if first == chunk.first and first else _TOLERANCE
            column = min(max(bisect_right(separators, min(x0 + reach, max(x0 + _EXACT, (x0 + x1) / 2))), least), most)
            if first == chunk.first and found and found[-1][1] == column < most and x1 > separators[column]:
                # two texts of one line are two cells, where one of them stands across a border
                column += _is_free(view, chunk, separators, column + 1)
            if not found or found[-1][1] != column:
                found.append((first, column, first != chunk.first))
    stops = [*(first for first, _, _ in found[1:]), len(view.words)]
    spans = zip(found, stops, strict=True)
    return [piece_of(view, row, separators, first, stop, column, joined) for (first, column, joined), stop in spans]


def _is_free(view: LineView, chunk: Chunk, separators: Sequence[float], column: int) -> bool:
    """Whether no text to the right of this one stands in a column."""
    after = next((other for other in view.chunks if other.first >= chunk.stop), None)
    return after is None or bisect_right(separators, min(after.x0 + _NEAR, (after.x0 + after.x1) / 2)) > column


def _stands_over(sign: Piece, below: Sequence[LineView]) -> bool:
    """Whether a sign stands right over a figure, of which a narrow column has parted it."""
    for view in below:
        under = next((chunk for chunk in view.chunks if chunk.x0 < sign.x1 and sign.x0 < chunk.x1), None)
        if under is not None:
            aligned = min(abs(under.x0 - sign.x0), abs(under.x1 - sign.x1)) <= _SAME_PLACE
            return aligned and under.text[:1].isdecimal() and not _SHARE.fullmatch(under.text)
    return False


def _with_currency(view: LineView, pieces: Sequence[Piece], below: Sequence[LineView]) -> list[Piece]:
    """A currency sign at the end of a text goes to the figure in the next column, unless its own is on the next line."""
    kept: list[Piece] = []
    for piece in pieces:
        sign = kept[-1].words[-1] if kept else 0
        if not kept or piece.text[:1] not in _FIGURE or _SHARE.fullmatch(piece.text) or not CURRENCY.match(view.words[sign][2]):
            kept.append(piece)
            continue
        if len(kept[-1].words) == 1 and _stands_over(kept[-1], below):
            kept.append(piece)
            continue
        before = kept.pop()
        if len(before.words) > 1:
            kept.append(_shortened(view, before))
        kept.append(piece._replace(words=(sign, *piece.words), text=f"{view.words[sign][2]} {piece.text}", joined=True))
    return kept


def _shortened(view: LineView, piece: Piece) -> Piece:
    """A piece without its last word."""
    kept = [view.words[index] for index in piece.words[:-1]]
    return piece._replace(words=piece.words[:-1], text=" ".join(word[2] for word in kept), x1=max(word[1] for word in kept))


def _parts(view: LineView, chunk: Chunk, separators: Sequence[float]) -> list[tuple[int, int, int, int]]:
    """A chunk, cut where a separator falls between two of its words: first word, end, first and last column it can be in.

    In a line that is parted elsewhere the blank may lie a little beside the separator; a line of one text is cut only
    where a word begins at the separator.
    """
    low = bisect_right(separators, chunk.x0 + _TOLERANCE)
    high = bisect_left(separators, view.words[chunk.stop - 1][1] - _TOLERANCE)
    parts = [(chunk.first, 0)]
    if _YEAR.fullmatch(chunk.text):
        high = low
    reach = _NEAR if view.is_split else _TOLERANCE
    for column in range(low, high):
        least = parts[-1][0] + 1
        if least == chunk.first + 1 and view.words[chunk.first][2] == _PERCENT:
            least += 1
        options = [(_distance(view, index, separators[column]), index) for index in range(least, chunk.stop)]
        distance, index = min(options, default=(float("inf"), 0))
        if distance <= reach:
            parts.append((index, column + 1))
    ends = [*((index, column - 1) for index, column in parts[1:]), (chunk.stop, len(separators))]
    return [(index, stop, column, most) for (index, column), (stop, most) in zip(parts, ends, strict=True)]


def _distance(view: LineView, index: int, separator: float) -> float:
    """How far the blank before a word is from a separator; in a line of one text, how far the word's own beginning is."""
    after = view.words[index][0]
    before = view.words[index - 1][1] if view.is_split else after
    return max(before - separator, separator - after, 0.0)
