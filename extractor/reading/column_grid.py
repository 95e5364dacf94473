"""From the pieces of a region to a grid."""

from collections.abc import Sequence

from extractor.reading.column_cells import label_starts
from extractor.reading.column_corridors import Columns
from extractor.reading.column_lines import LineView
from extractor.reading.column_piece import Piece
from extractor.reading.document import Box, Cell, Grid, GridRow, Line, Place
from extractor.reading.placed import PlacedLine, PlacedWord


def build_grid(views: Sequence[LineView], rows: Sequence[Sequence[Piece]], columns: Columns, unit: float, confidence: float) -> Grid:
    """One row per line (and per label over rows), every word in one cell; the slots that a text reaches over are merged with it."""
    width = len(columns.separators) + 1
    starts = label_starts(views)
    built: list[GridRow] = []
    for at, (view, pieces) in enumerate(zip(views, rows, strict=True)):
        row = _row(view.line, pieces, width)
        if starts[at] is not None and starts[at] != at:
            first, place = built[-1].cells[0], built[-1].place.union(row.place)
            label = Cell((*first.lines, *row.cells[0].lines), first.place.union(row.cells[0].place))
            built[-1] = GridRow([label, *built[-1].cells[1:]], place)
        else:
            built.append(row)
    place = built[0].place
    for row in built[1:]:
        place = place.union(row.place)
    edges = tuple(round(edge * unit, 2) for edge in columns.edges)
    return Grid("columns" if place.box else "layout", built, place, views[0].line.gap, edges, round(confidence, 3))


def _row(line: PlacedLine, pieces: Sequence[Piece], width: int) -> GridRow:
    words = sorted(line.words, key=lambda word: word.x0)
    cells = [Cell(place=line.place) for _ in range(width)]
    for piece in pieces:
        place = _place(line, [words[index] for index in piece.words])
        text = Line(piece.text, place, 0.0 if line.place.box else line.gap, line.bold, line.size)
        cells[piece.column] = Cell((*cells[piece.column].lines, text), place)
        for covered in range(piece.column + 1, piece.last + 1):
            if not cells[covered].lines:
                cells[covered] = Cell(place=place, merged="left")
    return GridRow(cells, line.place)


def _place(line: PlacedLine, words: Sequence[PlacedWord]) -> Place:
    box: Box | None = None
    if line.place.box:
        box = min(w.x0 for w in words), min(w.top for w in words), max(w.x1 for w in words), max(w.bottom for w in words)
    return Place(line.place.page, line.place.lines, box)
