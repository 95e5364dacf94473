"""Tables and lines written out in a test: one string per row, cells parted by a bar."""

from extractor.reading.document import Line, Place
from extractor.tables.profile import is_total_label
from extractor.tables.table import Column, Row, RowRole, Table, TableCell


def table(rows: list[str], roles: list[str | None], title: str = "", header_rows: int = 1) -> Table:
    """A recognised table whose first rows are its header; row n stands on line n."""
    cells = [[text.strip() for text in row.split("|")] for row in rows]
    parsed = [_row(texts, line) for line, texts in enumerate(cells, start=1)]
    header = parsed[:header_rows]
    columns = [Column(i, " ".join(h.text(i) for h in header).strip(), role) for i, role in enumerate(roles)]
    return Table("T1", header, parsed[header_rows:], columns, (Place(1, (1, len(rows))),), title=title)


def _row(texts: list[str], line: int) -> Row:
    place = Place(1, (line, line))
    role: RowRole = "total" if any(map(is_total_label, texts)) else "data"
    return Row([TableCell(text, text, (place,)) for text in texts], (place,), role)


def lines(text: str) -> list[Line]:
    """The lines of a text as a reading backend gives them: blank lines become the gap above the next line."""
    result: list[Line] = []
    gap = 0.0
    for number, printed in enumerate(text.split("\n"), start=1):
        if printed.strip():
            result.append(Line(printed, Place(1, (number, number)), gap))
            gap = 0.0
        else:
            gap = 1.0
    return result
