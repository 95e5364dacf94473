"""Tables as WordprocessingML."""

from collections.abc import Iterator

from corpus.naskah import Cell, Row, Table
from corpus.typeset.lines import index_texts
from corpus.typeset.looks import PALETTES, Look, in_middle, table_style
from corpus.typeset.word import paragraph, run

_LINES = {
    "kisi": ("single", 4, "000000"),
    "warna": ("single", 4, "%dark%"),
    "ganda": ("double", 6, "000000"),
    "putus": ("dotted", 6, "333333"),
    "petak": ("single", 8, "FFFFFF"),
}
"""Lines of the gridded styles: kind, eighths of a point, colour."""
_ALIGN = {"c": "center", "r": "right", "": "left"}
_TURNED_TWIPS = 130
"""Height of a letter of turned text, in twentieths of a point."""


def table_xml(table: Table, look: Look, width: int) -> str:
    """The table as markup; ``width`` of the column of text in twips."""
    style = table_style(table, look)
    total = sum(table.widths)
    share = 0.84 if look.narrow and len(table.widths) <= 8 else 1.0
    columns = [max(round(width * share * part / max(total, 100)), 180) for part in table.widths]
    head: list[Row] = list(table.head)
    if table.indexed:
        head.append(tuple(Cell(text, align="c") for text in index_texts(table)))
    rows = [*((row, True, number) for number, row in enumerate(head)), *((row, False, number) for number, row in enumerate(table.rows))]
    body = "".join(
        _row(row, columns, _Draw(style, look, is_head, number, is_head and table.repeats)) for row, is_head, number in _merged(rows)
    )
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    return f"<w:tbl><w:tblPr>{_properties(style, look, sum(columns))}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


class _Draw:
    """How the cells of one row are drawn."""

    def __init__(self, style: str, look: Look, head: bool, number: int, repeats: bool) -> None:
        self.style, self.look, self.head, self.number, self.repeats = style, look, head, number, repeats
        self.dark, self.light, self.on_dark = PALETTES[look.palette]


def _merged(rows: list[tuple[Row, bool, int]]) -> Iterator[tuple[Row, bool, int]]:
    """The rows, a cell merged downwards repeated in the slots below with down=0: Word wants a cell there."""
    below: dict[int, tuple[int, Cell]] = {}
    for row, is_head, number in rows:
        slots: list[Cell | None] = list(row)
        for at, cell in enumerate(row):
            if cell is None and below.get(at, (0, None))[0] > 0:
                left, merged = below[at]
                below[at] = (left - 1, merged)
                slots[at] = Cell(down=0, across=merged.across, fill=merged.fill, align=merged.align)
            elif cell is not None:
                below[at] = (cell.down - 1, cell)
        yield tuple(slots), is_head, number


def _row(row: Row, columns: list[int], draw: _Draw) -> str:
    cells = "".join(_cell(cell, sum(columns[at : at + cell.across]), draw) for at, cell in enumerate(row) if cell is not None)
    turned = max((len(cell.text) for cell in row if cell is not None and cell.rotated), default=0)
    height = f'<w:trHeight w:val="{turned * _TURNED_TWIPS}" w:hRule="atLeast"/>' if turned else ""
    keep = "" if draw.look.rows_split and not draw.head else "<w:cantSplit/>"
    return f"<w:tr><w:trPr>{keep}{height}{'<w:tblHeader/>' if draw.repeats else ''}</w:trPr>{cells}</w:tr>"


def _cell(cell: Cell, width: int, draw: _Draw) -> str:
    span = f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
    down = '<w:vMerge w:val="restart"/>' if cell.down > 1 else "<w:vMerge/>" if cell.down == 0 else ""
    ground = cell.fill or _ground(draw)
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground.lstrip("#")}"/>' if ground else ""
    turned = '<w:textDirection w:val="btLr"/>' if cell.rotated else ""
    middle = '<w:vAlign w:val="center"/>' if draw.head or in_middle(cell, draw.look) else ""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}{down}{_cell_lines(draw)}{shade}{turned}{middle}'
    color = draw.on_dark if draw.head and ground == draw.dark else ""
    texts = cell.stacked or (cell.text,)
    size = draw.look.table_size
    runs = (run(text, bold=cell.bold or draw.head, size=size, color=color) for text in texts)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraph(r, _tight(cell.align)) for r in runs)}</w:tc>"


def _tight(align: str) -> str:
    return f'<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="{_ALIGN[align]}"/>'


def _ground(draw: _Draw) -> str:
    if draw.head:
        return {"kisi": draw.light, "warna": draw.dark, "zebra": draw.dark, "petak": draw.dark, "ganda": draw.light}.get(draw.style, "")
    if draw.style == "zebra" and draw.number % 2:
        return draw.light
    return "#F2F2F2" if draw.style == "petak" else ""


def _cell_lines(draw: _Draw) -> str:
    if not draw.head or draw.style not in ("garis", "kotak", "kepala"):
        return ""
    top = '<w:top w:val="single" w:sz="8" w:color="000000"/>' if draw.number == 0 else ""
    return f'<w:tcBorders>{top}<w:bottom w:val="single" w:sz="8" w:color="000000"/></w:tcBorders>'


def _properties(style: str, look: Look, width: int) -> str:
    inner = '<w:insideH w:val="single" w:sz="4" w:color="444444"/>' if style == "garis" else ""
    lines = _box(("top", "left", "bottom", "right"), "single", 8, "000000") if style == "kotak" else ""
    if style == "garis":
        lines = _box(("top", "bottom"), "single", 8, "000000") + inner
    if style in _LINES:
        kind, size, color = _LINES[style]
        color = color.replace("%dark%", PALETTES[look.palette][0].lstrip("#"))
        lines = _box(("top", "left", "bottom", "right", "insideH", "insideV"), kind, size, color)
    margin = 50 if look.narrow else 90
    return (
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{lines}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar>'
    )


def _box(sides: tuple[str, ...], kind: str, size: int, color: str) -> str:
    return "".join(f'<w:{side} w:val="{kind}" w:sz="{size}" w:space="0" w:color="{color}"/>' for side in sides)
