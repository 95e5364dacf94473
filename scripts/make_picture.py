"""Makes docs/images/hasil.png: a page of a report with the figures that were read, and one row of them as JSON.

    python scripts/make_picture.py REPORT.pdf

Needs the development tools (WeasyPrint). The picture shows a real run, so it is made again when the output changes.
"""

import base64
import html
import json
import sys
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw
from weasyprint import HTML

from extractor import extract
from extractor.model import BarisRealisasi, LaporanDokumen, Sumber
from extractor.writing import encode

ROOT = Path(__file__).resolve().parents[1]
SCALE = 3
COLOURS = {"pagu": "#1f6feb", "realisasi": "#1a7f37", "persen": "#bc4c00"}
STYLE = """
@page { size: 1180px 640px; margin: 0 }
body { font: 13px 'DejaVu Sans', sans-serif; margin: 18px; color: #1f2328 }
.side { display: inline-block; vertical-align: top }
img { width: 690px; border: 1px solid #d0d7de }
pre { font: 11.5px/1.45 'DejaVu Sans Mono', monospace; margin: 0 0 0 22px; white-space: pre-wrap; width: 410px }
p { margin: 0 0 8px 0; color: #59636e } p.right { margin-left: 22px }
"""


def figures(row: BarisRealisasi) -> dict[str, Sumber]:
    """Column -> place, of the figures of a row that stand in one box of a page."""
    found = {name: getattr(row, name) for name in COLOURS}
    places = {name: figure.sumber for name, figure in found.items() if figure is not None}
    return {name: place for name, place in places.items() if isinstance(place, Sumber) and place.kotak}


def chosen_rows(report: LaporanDokumen) -> list[BarisRealisasi]:
    """The rows of the page with most figures. Raises ValueError where the report has none with a place."""
    pages: dict[int, list[BarisRealisasi]] = {}
    for table in report.realisasi_anggaran:
        for row in table.baris:
            for place in list(figures(row).values())[:1]:
                pages.setdefault(place.halaman or 0, []).append(row)
    if not pages:
        raise ValueError("this report has no budget table with places; take another one")
    return max(pages.values(), key=len)


def picture_of(path: Path, rows: list[BarisRealisasi]) -> Image.Image:
    """The part of the page that holds the rows, each figure in a coloured frame."""
    places = [place for row in rows for place in figures(row).values()]
    page = pypdfium2.PdfDocument(path)[(places[0].halaman or 1) - 1]
    image = page.render(scale=SCALE).to_pil().convert("RGB")
    draw = ImageDraw.Draw(image)
    for row in rows:
        for name, place in figures(row).items():
            x0, top, x1, bottom = (SCALE * value for value in place.kotak or ())
            draw.rectangle((x0 + 3, top + 3, x1 - 3, bottom - 3), outline=COLOURS[name], width=5)
    top = min(place.kotak[1] for place in places if place.kotak) - 92
    bottom = max(place.kotak[3] for place in places if place.kotak) + 30
    return image.crop((0, int(max(top, 0) * SCALE), image.width, int(min(bottom, top + 440, page.get_height()) * SCALE)))


def compact(row: dict[str, object]) -> str:
    """A row as JSON in HTML: one line per field of a figure, the figure's name in the colour of its frame."""
    lines = []
    for key, value in row.items():
        if isinstance(value, dict) and "mentah" in value:
            inner = ",\n".join(f"   {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in value.items())
            lines.append(f' <b style="color: {COLOURS.get(key)}">{json.dumps(key)}</b>: {{\n{html.escape(inner, quote=False)}}}')
        else:
            lines.append(html.escape(f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}", quote=False))
    return "{\n" + ",\n".join(lines) + "}"


def main() -> int:
    """Extract, draw, write."""
    path = Path(sys.argv[1])
    report = extract(path)
    rows = chosen_rows(report)
    image = BytesIO()
    picture_of(path, rows).save(image, "PNG")
    published = json.loads(encode(report))
    shown = next(
        row for table in published["realisasi_anggaran"] for row in table["baris"] if row["uraian"] == rows[0].uraian and row["pagu"]
    )
    page = f"""<style>{STYLE}</style><div class=side><p>{html.escape(path.name)}, halaman {rows[0].pagu.sumber.halaman}</p>
    <img src="data:image/png;base64,{base64.b64encode(image.getvalue()).decode()}"></div><div class=side>
    <p class=right>satker/…/{report.tahun}.json</p><pre>{compact(shown)}</pre></div>"""
    document = pypdfium2.PdfDocument(HTML(string=page).write_pdf())
    target = ROOT / "docs" / "images" / "hasil.png"
    document[0].render(scale=2).to_pil().quantize(128).save(target, optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
