"""The workbook's look, and sheets that are written from top to bottom."""

import re
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from math import ceil
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from extractor.values.rounding import printed_decimals
from extractor.versions import DISTRIBUTION, own_version

CREATED: Final = datetime(2000, 1, 1)  # the format knows no zone; a fixed one, so that the same findings are the same bytes
LONGEST: Final = 32_000
"""Characters of a cell; Excel holds 767 more."""
EXACT: Final = 10**15
"""From here on a spreadsheet, which calculates with 15 digits, would change a figure; it is written as text."""
LINKS: Final = 65_000
"""Links of one sheet; Excel holds 530 more."""
LINE: Final = 15.0
"""Points of a line."""
TALLEST: Final = 27
"""Lines of a row; Excel allows 409 points."""
INDONESIAN: Final = "[$-421]"
"""Separators as in Indonesia, where the program lets a format choose them; else the machine's own."""
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_UNIT: Final = re.compile(r"\d\W*\(?\s*((?:%|[A-Za-z²³][A-Za-z²³ ]{0,19}))\)?\W*$")

SEVERITIES: Final = {"galat": ("#F8D7DA", "#842029"), "peringatan": ("#FFF3CD", "#664D03"), "info": ("#E2E3E5", "#41464B")}
"""Fill and ink."""
_STYLES: Final[dict[str, dict[str, Any]]] = {
    "title": {"bold": True, "font_size": 14},
    "head": {"bold": True, "bg_color": "#1F3864", "font_color": "#FFFFFF", "border": 1, "text_wrap": True, "valign": "vcenter"},
    "formula_head": {"bold": True, "bg_color": "#375623", "font_color": "#FFFFFF", "border": 1, "text_wrap": True, "valign": "vcenter"},
    "hand_head": {"bold": True, "bg_color": "#7F6000", "font_color": "#FFFFFF", "border": 1, "text_wrap": True, "valign": "vcenter"},
    "text": {"border": 1, "border_color": "#BFBFBF", "text_wrap": True, "valign": "top"},
    "plain": {"text_wrap": False, "valign": "top"},
    "link": {"border": 1, "border_color": "#BFBFBF", "font_color": "#0563C1", "underline": 1, "valign": "top", "text_wrap": True},
    "free_link": {"font_color": "#0563C1", "underline": 1, "valign": "top"},
    "note": {"italic": True, "font_color": "#595959", "valign": "top"},
    "formula": {"border": 1, "border_color": "#BFBFBF", "bg_color": "#E2EFDA", "valign": "top"},
    "evidence": {"border": 1, "border_color": "#BFBFBF", "bg_color": "#FFF2CC", "text_wrap": True, "valign": "top"},
    **{name: {"border": 1, "border_color": "#BFBFBF", "bg_color": fill, "font_color": ink, "text_wrap": True, "valign": "top"}
       for name, (fill, ink) in SEVERITIES.items()},
}  # fmt: skip


class _Page(Worksheet):  # type: ignore[misc]  # a library without types
    """A sheet whose formulas are written as they are: they call no function that came after Excel 2007."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002
        """In place of a hundred substitutions, one for each of the functions that came later."""
        return formula.removeprefix("=")


class Book:
    """A workbook of which the same content always gives the same bytes."""

    def __init__(self, scratch: str | None = None) -> None:
        self._bytes = BytesIO()
        self._book = Workbook(self._bytes, {"constant_memory": True, "default_date_format": "yyyy-mm-dd", "tmpdir": scratch})
        self._book.set_properties({"title": "Kertas kerja temuan", "author": f"{DISTRIBUTION} {own_version()}", "created": CREATED})
        self._formats: dict[tuple[str, str, bool], Format] = {}

    def sheet(self, name: str, widths: Sequence[float], *, frozen: tuple[int, int] = (1, 0), landscape: bool = True) -> "Sheet":
        """A new sheet with these column widths, the rows above and the columns before ``frozen`` always in sight."""
        page = self._book.add_worksheet(name, worksheet_class=_Page)
        for column, width in enumerate(widths):
            page.set_column(column, column, width)
        page.freeze_panes(*frozen)
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.set_footer("&L&A&RHalaman &P dari &N")
        if landscape:
            page.set_landscape()
        if frozen[0]:
            page.repeat_rows(frozen[0] - 1)
        page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        return Sheet(self, page, name, widths)

    def format(self, style: str, number: str = "", *, quoted: bool = False) -> Format:
        """A format, made once."""
        key = (style, number, quoted)
        if key not in self._formats:
            more = {"num_format": number} if number else {}
            self._formats[key] = self._book.add_format({**_STYLES[style], **more, **({"quote_prefix": True} if quoted else {})})
        return self._formats[key]

    def marking(self) -> Format:
        """How cells that differ are marked: a format without borders, for conditional use."""
        return self._book.add_format({"bold": True, "bg_color": "#FF7C80", "font_color": "#7F0000"})

    def close(self) -> bytes:
        """The finished file."""
        self._book.close()
        return self._bytes.getvalue()


class Sheet:
    """A sheet; its rows must be written in their order."""

    def __init__(self, book: Book, page: Worksheet, name: str, widths: Sequence[float]) -> None:
        self._book, self.page, self.name, self._widths = book, page, name, widths
        self._links = 0
        self._lines = (-1, 1)
        """The row that is being written, and how many lines its tallest cell has."""

    def put(self, row: int, column: int, value: object, style: str = "text", raw: str = "") -> None:
        """A value: numbers in the way ``raw`` is printed, everything else as text, whatever it begins with."""
        if isinstance(value, int | float | Decimal) and not isinstance(value, bool) and -EXACT < value < EXACT:
            self.page.write_number(row, column, float(value), self._book.format(style, number_format(value, raw)))
        elif value is None or value == "":
            self.page.write_blank(row, column, None, self._book.format(style))
        else:
            text = str(value)[:LONGEST]
            self._make_room(row, column, text, style)
            self.page.write_string(row, column, text, self._book.format(style, quoted=text.startswith(_FORMULA)))

    def link(self, row: int, column: int, target: str, text: str, style: str = "link") -> None:
        """A text that leads to a cell of this workbook ("'Bukti'!A5")."""
        self._links += 1
        if self._links > LINKS:
            self.put(row, column, text, "text")
            return
        plain = text[:LONGEST]
        self._make_room(row, column, plain, style)
        self.page.write_url(row, column, f"internal:{target}", self._book.format(style, quoted=plain.startswith(_FORMULA)), plain)

    def formula(self, row: int, column: int, formula: str, value: float, number: str, style: str = "formula") -> None:
        """A formula with the value that it has."""
        self.page.write_formula(row, column, formula, self._book.format(style, number), value)

    def head(self, row: int, titles: Sequence[str], style: str = "head", first: int = 0) -> None:
        """A row of headings."""
        for column, title in enumerate(titles, start=first):
            self._make_room(row, column, title, style)
            self.page.write_string(row, column, title[:LONGEST], self._book.format(style, quoted=title.startswith(_FORMULA)))

    def _make_room(self, row: int, column: int, text: str, style: str) -> None:
        """A row as tall as its longest text needs: not every program that opens the file works it out."""
        if not _STYLES[style].get("text_wrap"):
            return
        width = max(self._widths[column] + 0.5, 4) if column < len(self._widths) else 8
        bold = 1.1 if _STYLES[style].get("bold") else 1.0
        lines = sum(max(1, ceil(len(line) * bold / width)) for line in text.split("\n"))
        before = self._lines[1] if self._lines[0] == row else 1
        self._lines = (row, max(before, min(lines, TALLEST)))
        if self._lines[1] > before:
            self.page.set_row(row, LINE * self._lines[1])


def number_format(value: int | float | Decimal, raw: str = "") -> str:
    """The format of a figure: grouped, with the decimals that it has, and the unit that follows it in print."""
    decimals = 0 if isinstance(value, int) else _decimals(value)
    decimals = max(decimals, printed_decimals(raw)) if -1000 < value < 1000 else decimals
    unit = _UNIT.search(raw)
    suffix = "" if unit is None else '"%"' if unit[1] == "%" else f'" {unit[1].strip()}"'
    return f"{INDONESIAN}#,##0{'.' + '0' * min(decimals, 10) if decimals else ''}{suffix}"


def _decimals(value: float | Decimal) -> int:
    plain = value if isinstance(value, Decimal) else Decimal(str(value)).normalize()
    return max(0, -int(plain.as_tuple().exponent))


def quoted(sheet: str) -> str:
    """The name of a sheet as references need it."""
    return "'" + sheet.replace("'", "''") + "'"
