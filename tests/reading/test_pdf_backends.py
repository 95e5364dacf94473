"""The fast backend and the reference backend must see the same; the table finder must equal pdfplumber's."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.document import Document, Grid, Line
from extractor.reading.pdf import read_pdf
from extractor.reading.pdf_edges import ruled_tables
from extractor.reading.pdf_page import Edge
from tests.reading.pdf_builder import Sheet, save

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="needs the shared reports beside the repository")


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def content(document: Document) -> list[object]:
    """Everything that is read, white space dropped."""
    return [squeezed(block.text) if isinstance(block, Line) else slots(block) for _, block in document.blocks()]


def slots(grid: Grid) -> list[list[tuple[str, str | None]]]:
    """Text and merging of every slot."""
    return [[(squeezed(cell.raw), cell.merged) for cell in row.cells] for row in grid.rows]


def sample() -> list[Sheet]:
    first = Sheet().text(72, 60, "Perjanjian Kinerja", size=14, bold=True).text(72, 100, "Pihak pertama berjanji mewujudkan target.")
    first.table((72, 110, 300, 400), (200, 222, 244), (("No", "Uraian", "Pagu"), ("1", "Dukungan", "4.250.000")))
    second = Sheet((842, 595)).box(72, 100, 400, 122, fill="0.8 0.9 1", stroke=False)
    second.table((72, 110, 300, 400), (100, 122, 144), (("No", "Uraian", "Jumlah"), ("2", "Sosialisasi", "83,5%")))
    third = Sheet().text(72, 100, "Arah ke atas ", turn=3).text(200, 100, "Teks biasa").text(72, 200, "TEBAL").text(72.3, 200, "TEBAL")
    return [first, second, third]


def test_both_backends_read_the_same(tmp_path: Path) -> None:
    path = save(tmp_path, *sample())
    fast, reference = (read_pdf(path, "0" * 64, backend=backend) for backend in ("pypdfium2", "pdfminer"))
    assert content(fast) == content(reference)
    for ours, theirs in zip(fast.blocks(), reference.blocks(), strict=True):
        assert ours[1].place.box == pytest.approx(theirs[1].place.box, abs=3)
    assert [(page.width, page.height) for page in fast.pages] == [(page.width, page.height) for page in reference.pages]


PLACES = st.integers(0, 12).map(lambda value: value * 9.5)
LEVEL = st.builds(lambda at, a, b: Edge("h", at, min(a, b), max(a, b)), PLACES, PLACES, PLACES)
UPRIGHT = st.builds(lambda at, a, b: Edge("v", at, min(a, b), max(a, b)), PLACES, PLACES, PLACES)


@settings(max_examples=150)
@given(edges=st.lists(LEVEL | UPRIGHT, min_size=4, max_size=40), jitter=st.floats(0, 2))
def test_table_finder_equals_pdfplumber(edges: list[Edge], jitter: float) -> None:
    moved = [edge._replace(at=edge.at + (jitter if number % 3 else 0)) for number, edge in enumerate(edges)]
    lines = [_as_line(edge) for edge in moved]
    finder = pdfplumber.table.TableFinder(_EmptyPage(lines))
    assert _rounded(ruled_tables(moved)) == _rounded([table.cells for table in finder.tables])


def _rounded(tables: Iterable[Iterable[Sequence[float]]]) -> list[list[tuple[float, ...]]]:
    """Tables of more than one cell; those without a height or width are what rounding leaves between two means of one edge."""
    cells = [sorted(tuple(round(side, 3) for side in cell) for cell in table) for table in tables]
    real = [[cell for cell in table if cell[0] < cell[2] and cell[1] < cell[3]] for table in cells]
    return sorted(table for table in real if len(table) > 1)


def _as_line(edge: Edge) -> dict[str, object]:
    x0, x1, top, bottom = (edge.start, edge.stop, edge.at, edge.at) if edge.axis == "h" else (edge.at, edge.at, edge.start, edge.stop)
    return {
        "x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0, "height": bottom - top,
        "orientation": edge.axis, "object_type": "line",
    }  # fmt: skip


class _EmptyPage:
    """As much of a pdfplumber page as its table finder looks at."""

    def __init__(self, edges: list[dict[str, object]]) -> None:
        self.edges = edges
        self.bbox = (0, 0, 200, 200)


@needs_shared
def test_shared_pdf_rows_equal_pdfplumber() -> None:
    """Every row that pdfplumber extracts is among ours, white space folded; its copies of the running header are not."""
    path = SHARED / "pdf" / "002-ruled.pdf"
    document = read_pdf(path, "0" * 64)
    ours = Counter(_rows(document))
    headers = {squeezed(line.text) for page in document.pages for line in page.furniture}
    theirs: Counter[tuple[str, ...]] = Counter()
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            rows = [row for table in page.extract_tables() for row in table if any(row)]
            theirs.update(tuple(squeezed(cell) for cell in row if cell) for row in rows)
            page.close()
    missing = theirs - ours
    assert not [row for row in missing if "".join(row) not in headers]


@needs_shared
@pytest.mark.parametrize(("name", "share"), [("000-ruled", 0.99), ("002-ruled", 0.99), ("002-wrapped", 0.96), ("000-wrapped", 0.979)])
def test_share_of_true_rows_found(name: str, share: float) -> None:
    path = SHARED / "pdf" / f"{name}.pdf"
    found = set(_rows(read_pdf(path, "0" * 64)))
    tables = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["tables"]
    truth = [tuple(squeezed(cell) for cell in row if cell.strip()) for table in tables for row in table["rows"]]
    truth = [row for row in truth if row]
    assert sum(row in found for row in truth) >= share * len(truth)


def _rows(document: Document) -> list[tuple[str, ...]]:
    grids = [block for _, block in document.blocks() if isinstance(block, Grid)]
    rows = [tuple(squeezed(cell.raw) for cell in row.cells if cell.raw.strip()) for grid in grids for row in grid.rows]
    return [row for row in rows if row]
