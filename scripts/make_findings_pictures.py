"""Makes docs/images/temuan.png (a finding on the auditor's page) and docs/images/kertas-kerja.png (a sheet of the working paper).

    python scripts/make_findings_pictures.py [REPORT.pdf]

Needs the development tools (WeasyPrint) and, for the second, LibreOffice Calc. Both show a real run, so they are made
again when the output changes.
"""

import hashlib
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image, ImageChops
from weasyprint import HTML

from extractor import extract, merge
from extractor.model import LaporanSatker
from extractor.writing.pages import Originals, as_page
from extractor.writing.workbook import as_workbook

ROOT = Path(__file__).resolve().parents[1]
REPORT = ROOT / "corpus" / "sampel" / "2-lkip-dinas.pdf"
IMAGES = ROOT / "docs" / "images"
WINDOW = """
@page { size: 1000px 2200px; margin: 0; @bottom-right { content: none } }
body { padding: 14px 18px } article { margin: 12px 0 } details, article ~ article, section:last-of-type, footer { display: none }
"""


def page_picture(report: LaporanSatker, path: Path) -> None:
    """The heading of the page and its first finding."""
    files = {hashlib.sha256(path.read_bytes()).hexdigest(): path}
    with Originals(files) as originals:
        page = as_page(report, originals)
    page = re.sub(r"<nav.*?</nav>", "", page, flags=re.DOTALL)
    page = page.replace("</style>", f"{WINDOW}</style>", 1)
    document = pypdfium2.PdfDocument(HTML(string=page).write_pdf(media_type="screen"))
    save(document[0].render(scale=1.6).to_pil(), IMAGES / "temuan.png")


def sheet_picture(report: LaporanSatker) -> None:
    """The sheet of the first table with a wrong total, as LibreOffice prints it."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "temuan.xlsx").write_bytes(as_workbook([report]))
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", name, str(folder / "temuan.xlsx")]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        pages = pypdfium2.PdfDocument(folder / "temuan.pdf")
        texts = [page.get_textpage().get_text_range() for page in pages]
        shown = next(page for page, text in zip(pages, texts, strict=True) if "Jumlah menurut" in text and "A01-" in text)
        image = shown.render(scale=2.4).to_pil()
    save(image.crop((0, 0, image.width, int(image.height * 0.9))), IMAGES / "kertas-kerja.png")


def save(image: Image.Image, path: Path) -> None:
    """Without the white around it, in few colours."""
    plain = image.convert("RGB")
    box = ImageChops.difference(plain, Image.new("RGB", plain.size, "white")).getbbox() or (0, 0, *plain.size)
    left, top, right, bottom = box
    plain = plain.crop((max(left - 12, 0), max(top - 12, 0), min(right + 12, plain.width), min(bottom + 12, plain.height)))
    plain.quantize(96, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(path, optimize=True)


def main() -> int:
    """Extract, check, draw, write."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else REPORT
    report = merge([extract(path)])
    page_picture(report, path)
    sheet_picture(report)
    return 0


if __name__ == "__main__":
    sys.exit(main())
