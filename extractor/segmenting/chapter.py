"""The result of segmenting: the tree of chapters and the zones that only list them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractor.reading.document import Place


@dataclass(slots=True)
class Chapter:
    """A heading and what stands under it: blocks ``start`` to ``stop`` (exclusive) of ``document.blocks()``."""

    level: int
    """0 front and back matter, 1 BAB, 2 section of a BAB, 3 numbered below that."""
    number: str
    title: str
    places: tuple[Place, ...]
    """Where the heading is printed, one place per page."""
    start: int
    stop: int
    children: list["Chapter"] = field(default_factory=list)
    score: float = 0.0
    """How sure it is that this is a heading, 0 to 1."""


@dataclass(slots=True)
class Segmentation:
    """The parts of a document. Blocks before the first heading and appended documents belong to no chapter."""

    chapters: list[Chapter] = field(default_factory=list)
    """Roots in order: level 0 and level 1."""
    contents: frozenset[int] = frozenset()
    """Blocks that list chapters, tables or figures with their pages."""
    systematics: tuple[range, ...] = ()
    """Blocks of the "sistematika penulisan" listing."""

    def path_at(self, block: int) -> list[Chapter]:
        """The chapters that a block stands in, outermost first; a heading stands in its own chapter."""
        path: list[Chapter] = []
        level: Sequence[Chapter] = self.chapters
        while found := [chapter for chapter in level if chapter.start <= block < chapter.stop]:
            path.append(found[-1])
            level = found[-1].children
        return path

    def chapter_at(self, block: int) -> Chapter | None:
        """The innermost chapter that a block stands in."""
        path = self.path_at(block)
        return path[-1] if path else None

    def walk(self) -> Iterator[Chapter]:
        """All chapters in printed order, each before its children."""
        stack = self.chapters[::-1]
        while stack:
            chapter = stack.pop()
            yield chapter
            stack.extend(chapter.children[::-1])
