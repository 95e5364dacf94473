"""A page's blocks, whatever boxes its letters have."""

import pytest

from extractor.reading.document import Grid, Place
from extractor.reading.pdf_assemble import assemble_page
from extractor.reading.pdf_draft import PageDraft
from extractor.reading.placed import PlacedLine, PlacedWord


@pytest.mark.parametrize("height", [0.0, 1e-9, 10.0])
def test_letters_without_height_do_not_stop_the_page(height: float) -> None:
    line = PlacedLine((PlacedWord("datar", 60, 90, 50, 50 + height),), Place(1, box=(60, 50, 90, 50 + height)), 0.0)
    grid = Grid("ruled", [], Place(1, box=(60, 100, 500, 300)))
    page = assemble_page(PageDraft(1, 595, 842, lines=[line], frames=[-1], grids=[grid]), frozenset(), (60, 500))
    assert page.blocks[-1] is grid
    assert 0 < grid.gap <= 50
