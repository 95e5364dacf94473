"""Makes docs/images/hasil.png: a table of a report with one row framed where its figures were found, and that row as JSON.

    python scripts/make_picture.py [REPORT.pdf]

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
REPORT = ROOT / "corpus" / "sampel" / "1-lkj-kpu-kabupaten.pdf"
SCALE = 3
HEIGHT = 400
"""Points of the page that are shown."""
MARGIN = 14
"""Points around the table."""
COLOURS = {"pagu": "#1f6feb", "realisasi": "#1a7f37", "persen": "#bc4c00"}
STYLE = """
@page { size: 1180px 552px; margin: 0 }
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
    """The rows of the table part with most figures on one page. Raises ValueError where the report has none with a place."""
    parts: dict[tuple[int, int], list[BarisRealisasi]] = {}
    for number, table in enumerate(report.realisasi_anggaran):
        for row in table.baris:
            for place in list(figures(row).values())[:1]:
                parts.setdefault((number, place.halaman or 0), []).append(row)
    if not parts:
        raise ValueError("this report has no budget table with places; take another one")
    return max(parts.values(), key=len)


def shown_row(rows: list[BarisRealisasi]) -> BarisRealisasi:
    """The row that is framed: the second one with all its figures."""
    whole = [row for row in rows if len(figures(row)) == len(COLOURS)] or rows
    return whole[:2][-1]


def picture_of(path: Path, rows: list[BarisRealisasi], framed: BarisRealisasi) -> Image.Image:
    """The part of the page that holds the rows, each figure of one row in a coloured frame."""
    boxes = [row.sumber.kotak for row in rows if isinstance(row.sumber, Sumber) and row.sumber.kotak]
    place = next(iter(figures(framed).values()))
    page = pypdfium2.PdfDocument(path)[(place.halaman or 1) - 1]
    image = page.render(scale=SCALE).to_pil().convert("RGB")
    draw = ImageDraw.Draw(image)
    for name, found in figures(framed).items():
        x0, top, x1, bottom = (SCALE * value for value in found.kotak or ())
        draw.rectangle((x0 - 1, top - 3, x1 - 1, bottom + 3), outline=COLOURS[name], width=5)
    left, right = min(box[0] for box in boxes) - MARGIN, max(box[2] for box in boxes) + MARGIN
    top = max(min(box[1] for box in boxes) - 75, 0)
    bottom = min(max(box[3] for box in boxes) + MARGIN / 2, top + HEIGHT, page.get_height())
    return image.crop((int(left * SCALE), int(top * SCALE), int(right * SCALE), int(bottom * SCALE)))


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
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else REPORT
    report = extract(path)
    rows = chosen_rows(report)
    framed = shown_row(rows)
    image = BytesIO()
    picture_of(path, rows, framed).save(image, "PNG")
    stated = [row for table in report.realisasi_anggaran for row in table.baris]
    published = [row for table in json.loads(encode(report))["realisasi_anggaran"] for row in table["baris"]]
    shown = next(there for row, there in zip(stated, published, strict=True) if row is framed)
    page = f"""<style>{STYLE}</style><div class=side><p>{html.escape(path.name)}, halaman {next(iter(figures(framed).values())).halaman}</p>
    <img src="data:image/png;base64,{base64.b64encode(image.getvalue()).decode()}"></div><div class=side>
    <p class=right>satker/…/{report.tahun}.json</p><pre>{compact(shown)}</pre></div>"""
    document = pypdfium2.PdfDocument(HTML(string=page).write_pdf())
    target = ROOT / "docs" / "images" / "hasil.png"
    document[0].render(scale=2).to_pil().quantize(128).save(target, optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
