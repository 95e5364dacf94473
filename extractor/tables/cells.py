"""One logical cell from its printed lines: wrapped text joined, broken and misread figures put together."""

import re
from collections.abc import Sequence

from extractor.reading.document import Cell, Place
from extractor.tables.profile import looks
from extractor.tables.table import TableCell
from extractor.values.joining import Vocabulary, join_lines
from extractor.values.lookalike import mend_lookalikes

_KEPT = "%√✓✔●•-–"
_UPSIDE_DOWN = str.maketrans("69/", "967")


def merge(cells: Sequence[Cell], vocabulary: Vocabulary, *, value: bool) -> TableCell:
    """The cells of one column of an entry, from top to bottom, as one cell."""
    lines = [line for cell in cells for line in cell.lines if line.text.strip()]
    if not lines:
        return TableCell()
    raw = "\n".join(line.text for line in lines)
    texts = [mend_lookalikes(line.text) for line in lines]
    text = _value(texts, vocabulary) if value and len(texts) > 1 else join_lines(texts, vocabulary)
    if value:
        text = turned(text)
    return TableCell(text, raw, _places(cells))


def _places(cells: Sequence[Cell]) -> tuple[Place, ...]:
    places: list[Place] = []
    for cell in cells:
        if not cell.lines:
            continue
        if places and places[-1].page == cell.place.page:
            places[-1] = places[-1].union(cell.place)
        else:
            places.append(cell.place)
    return tuple(places)


def _value(lines: Sequence[str], vocabulary: Vocabulary) -> str:
    """A figure printed on several lines: joined where the joint is a figure, else the one line that is."""
    lines = [line for line in lines if any(ch.isalnum() or ch in _KEPT for ch in line)]
    joined = join_lines(lines, vocabulary)
    if len(lines) < 2 or looks(joined) & {"percent", "amount", "nip", "date", "quantity"}:
        return joined
    signs = [line for line in lines if line.strip() == "%"]
    rest = [line for line in lines if line.strip() != "%"]
    if signs and len(rest) == 1:
        return rest[0] if "%" in rest[0] else f"{rest[0].strip()}%"
    backwards = "".join([*lines[1:], turned(lines[0])]).replace(" ", "")
    if lines[0].startswith("%") and re.fullmatch(r"(?:100|\d{1,2}(?:[.,]\d+)?)%", backwards):
        return backwards
    whole = [line for line in lines if looks(line) & {"percent", "amount", "grade", "date"}]
    if len(whole) == 1 and all(len(line) <= 6 for line in lines):
        return turned(whole[0])
    return joined


def turned(text: str) -> str:
    """A percent or number read upside down ("%06" for 90%, "9/" for 76); other texts unchanged."""
    flat = text.replace(" ", "")
    if re.fullmatch(r"%\d{1,3}", flat) or re.fullmatch(r"\d/", flat):
        return flat[::-1].translate(_UPSIDE_DOWN)
    return text
