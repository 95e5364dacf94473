"""From a page's own coordinates to the page as it is viewed: crop box, /Rotate, origin in the upper left corner."""

from dataclasses import dataclass

from extractor.reading.document import Box


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible box of a page in user space (left, bottom, right, top) and its /Rotate in quarter turns clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def width(self) -> float:
        """Viewed width in points."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Viewed height in points."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of user space (y upwards) in viewed coordinates (y downwards)."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of user space as (x0, top, x1, bottom)."""
        ax, ay = self.point(left, bottom)
        bx, by = self.point(right, top)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def turn_box(box: Box, turns: int, width: float, height: float) -> Box:
    """The box after the page (``width`` by ``height`` points) is turned clockwise by so many quarter turns."""
    x0, top, x1, bottom = box
    if turns % 4 == 1:
        return height - bottom, x0, height - top, x1
    if turns % 4 == 2:
        return width - x1, height - bottom, width - x0, height - top
    if turns % 4 == 3:
        return top, width - x1, bottom, width - x0
    return box
