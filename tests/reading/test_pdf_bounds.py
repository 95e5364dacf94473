"""A page that holds too much costs seconds, not the document: its text is read and a note says what was not."""

from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest

from extractor.model import Sumber
from extractor.pipeline import extract
from extractor.reading.document import Document, Grid, Line, Page
from extractor.reading.pdf import file_sha256, read_pdf
from extractor.reading.pdf_page import Limits
from tests.reading.pdf_builder import Sheet, save, write

TITLE = "Peta sebaran kegiatan"
AFTER = "Halaman berikutnya tetap dibaca"
SECONDS = 20
"""CPU time that such a page may take at most on a slow machine; it takes about two."""


@pytest.fixture(autouse=True)
def in_time() -> Iterator[None]:
    began = process_time()
    yield
    assert process_time() - began < SECONDS


def read(path: Path, limits: Limits | None = None) -> Document:
    return read_pdf(path, file_sha256(path), limits=limits)


def lines(page: Page) -> list[str]:
    return [block.text for block in page.blocks if isinstance(block, Line)]


def grids(page: Page) -> list[Grid]:
    return [block for block in page.blocks if isinstance(block, Grid)]


def drawing(strokes: int) -> Sheet:
    """A page with a line of text and many short strokes, as on a map."""
    sheet = Sheet().text(72, 30, TITLE)
    sheet.parts.extend(f"{40 + n * 7 % 500} {40 + n * 11 % 700} m {43 + n * 7 % 500} {41 + n * 11 % 700} l S" for n in range(strokes))
    return sheet


def forms(depth: int) -> bytes:
    """A page whose form holds a form and so on; a ruled box is drawn in the innermost one, a text in each."""
    resources = "/Font << /F1 3 0 R >>"
    content = f"BT /F1 10 Tf 72 700 Td ({TITLE}) Tj ET /X Do"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << {resources} /XObject << /X 6 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
    ]
    for level in range(1, depth + 1):
        inner = f"/X Do BT /F1 10 Tf 72 {700 - 20 * level} Td (Tingkat {level}) Tj ET"
        drawn = inner if level < depth else f"{inner[6:]} 60 {690 - 20 * level} 200 25 re S"
        inside = f" /XObject << /X {6 + level} 0 R >>" if level < depth else ""
        objects.append(
            f"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << {resources}{inside} >> /Length {len(drawn)} >>"
            f"\nstream\n{drawn}\nendstream"
        )
    return write(objects)


def test_two_hundred_thousand_drawings_leave_the_text(tmp_path: Path) -> None:
    first, second = read(save(tmp_path, drawing(200_000), Sheet().text(72, 100, AFTER))).pages
    assert (lines(first), lines(second)) == ([TITLE], [AFTER])
    assert first.notes == ["halaman berisi lebih dari 60000 objek gambar; hanya teksnya yang dibaca"]
    assert second.notes == []


def test_more_ruling_lines_than_any_table_has_are_given_up(tmp_path: Path) -> None:
    sheet = Sheet().table([72, 200, 300], [100, 120, 140], [["Uraian", "Jumlah"], ["Rapat", "12"]])
    assert grids(read(save(tmp_path, sheet)).pages[0])
    page = read(save(tmp_path, sheet), Limits(edges=5)).pages[0]
    assert not [grid for grid in grids(page) if grid.origin == "ruled"]
    assert page.notes == ["halaman berisi lebih dari 5 garis; hanya teksnya yang dibaca"]


def test_a_hundred_thousand_characters_are_read(tmp_path: Path) -> None:
    sheet = Sheet()
    for row in range(500):
        sheet.text(5, 10 + 1.6 * row, " ".join(f"kata{(row * 40 + n) % 977:04}"[-4:] for n in range(40)), size=1.5)
    page = read(save(tmp_path, sheet)).pages[0]
    printed = sum(len(line.text) for line in page.blocks if isinstance(line, Line))
    printed += sum(len(cell.raw) for grid in grids(page) for row in grid.rows for cell in row.cells)
    assert printed >= 500 * 40 * 4
    assert page.notes == []


def test_far_more_characters_are_cut_and_the_page_says_so(tmp_path: Path) -> None:
    sheet = Sheet()
    for row in range(280):
        sheet.text(5, 10 + 2 * row, "kata " * 150, size=1.5)
    page = read(save(tmp_path, sheet)).pages[0]
    assert page.notes[0].startswith("hanya 200000 dari ")
    assert sum(map(len, lines(page))) <= 200_000


@pytest.mark.parametrize(("depth", "seen"), [(3, True), (30, False)])
def test_forms_are_followed_down_to_a_bound(tmp_path: Path, depth: int, seen: bool) -> None:
    path = tmp_path / "formulir.pdf"
    path.write_bytes(forms(depth))
    page = read(path).pages[0]
    text = " ".join([*lines(page), *(cell.raw for grid in grids(page) for row in grid.rows for cell in row.cells)])
    assert TITLE in text
    assert "Tingkat 3" in text
    assert (page.notes == []) is seen
    assert seen or page.notes == ["gambar di dalam formulir yang bersarang lebih dari 6 tingkat tidak dibaca"]


def test_what_was_not_read_is_a_warning_in_the_result(tmp_path: Path) -> None:
    path = tmp_path / "formulir.pdf"
    path.write_bytes(forms(30))
    (warning,) = [one for one in extract(path).mutu.peringatan if one.kode == "halaman"]
    assert "bersarang" in warning.pesan
    assert isinstance(warning.sumber, Sumber)
    assert warning.sumber.halaman == 1


def test_opening_the_file_anew_changes_nothing(tmp_path: Path) -> None:
    sheets = [
        Sheet().text(72, 100 + 20 * n, f"Halaman ke-{n}").table([72, 200, 300], [300, 320], [[f"Uraian {n}", "12"]]) for n in range(7)
    ]
    path = save(tmp_path, *sheets)
    assert read(path, Limits(pages_at_once=2)) == read(path)
