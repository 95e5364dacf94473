"""Pages through HTML and WeasyPrint."""

import os
from base64 import b64encode
from html import escape
from pathlib import Path

from weasyprint import HTML

from corpus.naskah import Report, Stamp
from corpus.typeset.body import Drawing, body
from corpus.typeset.lines import wrong_contents
from corpus.typeset.looks import SEAL, Look, table_style
from corpus.typeset.pictures import png, stamp_picture
from corpus.typeset.sheets import sheet, title

EPOCH = "1735689600"
"""The time that all made files carry."""


def write_pdf(report: Report, look: Look, path: Path) -> dict[int, int]:
    """Typeset the report into ``path``; gives the page on which each heading and table begins, by the block's number."""
    # The font tools write the time into the subsets that they embed, unless this names one.
    os.environ.setdefault("SOURCE_DATE_EPOCH", EPOCH)
    document = HTML(string=to_html(report, look, {})).render()
    pages = {name: number for number, page in enumerate(document.pages, 1) for name in page.anchors}
    if wrong_contents(report):
        document = HTML(string=to_html(report, look, pages)).render()
    document.write_pdf(path)
    return {int(name.removeprefix("b")): number for name, number in pages.items()}


def to_html(report: Report, look: Look, pages: dict[str, int]) -> str:
    """The whole report with its style sheet; ``pages`` are those of the anchors, where a table of contents states others."""
    drawing = Drawing(
        report,
        lambda table: f"T {table_style(table, look)}",
        lambda stamp: _stamp(stamp, look),
        pages,
        SEAL if look.stamped else "",
        place_tables=True,
    )
    water = '<div class="tanda-air">DATA SIMULASI</div>' if look.watermark else ""
    head = f"<title>{title(report)}</title><style>{sheet(report, look)}</style>"
    return f"<html lang=id><head>{head}</head><body>{water}{body(drawing)}</body></html>"


def _stamp(stamp: Stamp, look: Look) -> str:
    if not look.image_stamp:
        return f'<div class="cap-bulat"><span>{escape(stamp.text)}</span></div>'
    picture = b64encode(png(stamp_picture(stamp.text))).decode()
    return f'<div class="cap-bulat"><img src="data:image/png;base64,{picture}" style="width: 84pt"></div>'
