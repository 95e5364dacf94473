"""Turned headings over the columns of a table without rules, set among its lines so that they are read as a row of its header."""

from collections.abc import Sequence
from typing import Final

from extractor.reading.column_years import is_year
from extractor.reading.document import Box, Line, Place
from extractor.reading.placed import PlacedLine, PlacedWord

_MOST_LETTERS: Final = 40
"""Letters of a heading over a narrow column, at most."""


def with_labels(lines: Sequence[PlacedLine], turned: Sequence[Line]) -> tuple[list[PlacedLine], dict[int, list[Line]]]:
    """The lines with one more for each band of turned headings beside or between them, and which lines these are of.

    A band stands below the lines that end above its lower end.
    """
    inside = [line for line in turned if _is_among(line, lines)]
    found = list(lines)
    bands: dict[int, list[Line]] = {}
    for band in _bands(inside):
        box = _cover([line.place.box for line in band if line.place.box])
        at = next((n for n, line in enumerate(found) if line.place.box and line.place.box[3] > box[3] + 1), len(found))
        words = tuple(word for line in band for word in _words(line))
        beside = [n for n, line in enumerate(found) if _is_within(line, box)]
        above = found[max(0, min([at, *beside]) - 1)]
        # between turned names alone nothing is level enough to tell where a column begins; years right above them stand over their columns
        stood = not _are_years(above) and len(band) > sum(len(found[n].words) for n in beside)
        found = [line._replace(stood=True) if stood and n in beside else line for n, line in enumerate(found)]
        found.insert(at, PlacedLine(words, Place(band[0].place.page, box=box), 0.0, all(line.bold for line in band), band[0].size, stood))
        bands = {(n + 1 if n >= at else n): members for n, members in bands.items()} | {at: band}
    return found, bands


def _are_years(line: PlacedLine) -> bool:
    """Whether a line holds nothing but years."""
    return all(is_year(word.text) for word in line.words)


def _is_within(line: PlacedLine, band: Box) -> bool:
    """Whether a level line stands beside turned headings: it is of the same header."""
    box = line.place.box
    return box is not None and band[1] < box[3] and box[1] < band[3]


def _is_among(label: Line, lines: Sequence[PlacedLine]) -> bool:
    """Does a turned text stand in the area of these lines, with one of them below it?"""
    boxes = [line.place.box for line in lines if line.place.box]
    box = label.place.box
    if box is None or not boxes or len(label.text) > _MOST_LETTERS:
        return False
    x0, top, x1, bottom = _cover(boxes)
    middle = (box[0] + box[2]) / 2
    return x0 <= middle <= x1 and top - (box[3] - box[1]) <= box[1] and box[3] < bottom


def _bands(labels: Sequence[Line]) -> list[list[Line]]:
    """Turned texts side by side, from left to right."""
    found: list[list[Line]] = []
    for label in sorted(labels, key=lambda line: line.place.box[1] if line.place.box else 0.0):
        band = next((band for band in found if _beside(band[0], label)), None)
        if band is None:
            found.append([label])
        else:
            band.append(label)
    return [sorted(band, key=lambda line: line.place.box[0] if line.place.box else 0.0) for band in found]


def _beside(one: Line, other: Line) -> bool:
    a, b = one.place.box, other.place.box
    return a is not None and b is not None and min(a[3], b[3]) > max(a[1], b[1])


def _words(label: Line) -> list[PlacedWord]:
    """The words of a turned text, side by side on the breadth that the text takes."""
    box, texts = label.place.box, label.text.split()
    if box is None:
        return []
    step = (box[2] - box[0]) / max(1, len(texts))
    return [PlacedWord(text, box[0] + n * step, box[0] + (n + 1) * step, box[1], box[3]) for n, text in enumerate(texts)]


def _cover(boxes: Sequence[Box]) -> Box:
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
