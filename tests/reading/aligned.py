"""Tables aligned by blanks, as test input."""

from pathlib import Path

from extractor.reading import read
from extractor.reading.document import Grid


def grids(folder: Path, *pages: str) -> list[Grid]:
    """The grids that reading finds in a text of these pages."""
    path = folder / "laporan.txt"
    path.write_text("\f".join(pages), encoding="utf-8")
    return [block for _, block in read(path).blocks() if isinstance(block, Grid)]


def texts(grid: Grid) -> list[list[str]]:
    """What the cells hold."""
    return [[cell.raw for cell in row.cells] for row in grid.rows]
