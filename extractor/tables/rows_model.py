"""A row as the source gives it."""

import re
from dataclasses import dataclass, field

from extractor.reading.document import Cell, Place

CUT_NUMBER = re.compile(r"^(\d) (\d)(?=\.?$)")
"""A running number of two digits that a narrow column has cut in two."""


@dataclass(slots=True)
class PhysicalRow:
    """One row as the source gives it, on the columns of the whole table."""

    cells: list[Cell]
    place: Place
    drawn: bool = False
    """True where rules (or markup) limit the row."""
    after_break: bool = False
    """The first row after a page break or a blank line inside the table."""
    gap: float = 0.0
    new_page: bool = False
    """The first row of its page."""
    text: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = [CUT_NUMBER.sub(r"\1\2", " ".join(cell.raw.split())) for cell in self.cells]
