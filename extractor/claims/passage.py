"""A paragraph whose characters know the line they stand on. Light to import: it travels between processes."""

from bisect import bisect_right
from dataclasses import dataclass

from extractor.reading.document import Place


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, list item or heading. Its blanks are single."""

    text: str
    marker: str
    heading: bool
    announces: bool
    chapter: tuple[str, ...]
    places: tuple[Place, ...]
    positions: tuple[int, ...]
    """Index in the flow of each line."""
    starts: tuple[int, ...]
    """Offset in the text at which each line begins."""

    def line_at(self, offset: int) -> int:
        """The number of the line on which a character stands."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def places_of(self, start: int, end: int) -> tuple[Place, ...]:
        """The lines on which a stretch of the text is printed."""
        return self.places[self.line_at(start) : self.line_at(max(start, end - 1)) + 1]
