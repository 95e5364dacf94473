"""Scans: pages of the same size without any text, the same bytes for the same seed."""

from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from corpus.scan import scanner


@pytest.fixture
def printed(tmp_path: Path) -> Path:
    canvas = Canvas(str(tmp_path / "cetak.pdf"), pagesize=(300, 420), invariant=1)
    for number in range(3):
        canvas.drawString(40, 300, f"Halaman {number + 1}")
        canvas.showPage()
    canvas.save()
    return tmp_path / "cetak.pdf"


def test_a_scan_has_pictures_and_no_text(printed: Path, tmp_path: Path) -> None:
    how = scanner.Scan(dpi=60, skew=1.0, noise=9.0, blur=0.6, quality=40, grey=True, stamps=1.0)
    assert scanner.scan(printed, tmp_path / "a.pdf", how, "benih", pages=2) == 2
    document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    assert [page.get_size() for page in document] == [(300, 420)] * 2
    assert not "".join(page.get_textpage().get_text_bounded() for page in document).strip()
    document.close()


def test_the_seed_decides_the_bytes(printed: Path, tmp_path: Path) -> None:
    how = scanner.Scan(dpi=60, skew=1.0, noise=9.0, blur=0.0, quality=60, grey=False, stamps=0.5)
    for name, seed in (("a", "x"), ("b", "x"), ("c", "y")):
        scanner.scan(printed, tmp_path / f"{name}.pdf", how, seed)
    first, second, other = ((tmp_path / f"{name}.pdf").read_bytes() for name in "abc")
    assert first == second
    assert first != other
