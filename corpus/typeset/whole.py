"""Whether a converted document still holds its tables: LibreOffice may drop the rows of one that it cannot break between pages."""

from pathlib import Path

import pypdfium2

from corpus.naskah import Report, Row, Table

_LONG = 6
"""Letters and digits of a cell that is looked for."""
_MOST = 0.8
"""Share of a table's rows that must be found; a cell that goes on over a page stands in two places, so one row may be missing."""


def is_whole(report: Report, pdf: Path) -> bool:
    """Whether nearly all rows of every table of the report are printed in the PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        printed = "".join(_bare(page.get_textpage().get_text_range()) for page in document)
    finally:
        document.close()
    return all(_is_printed(block, printed) for block in report.blocks if isinstance(block, Table))


def _is_printed(table: Table, printed: str) -> bool:
    found = [all(text in printed for text in _long(row)) for row in table.rows]
    return sum(found) >= min(_MOST * len(found), len(found) - 1)


def _long(row: Row) -> list[str]:
    texts = [_bare(text) for cell in row if cell is not None for text in (cell.stacked or (cell.text,))]
    return [text for text in texts if len(text) >= _LONG]


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text))
