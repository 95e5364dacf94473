"""One logical cell from its printed lines: wrapped text joined, broken and misread figures put together."""

import re
from collections.abc import Sequence

from extractor.reading.document import Cell, Place
from extractor.tables.profile import ATOMIC, looks
from extractor.tables.rows_model import with_whole_number
from extractor.tables.table import TableCell
from extractor.values.joining import Vocabulary, join_lines, mend_cuts
from extractor.values.lookalike import mend_lookalikes

_WORD = re.compile(r"[^\W\d_]{3}")
_SPECKS = re.compile(r"(?<=[\w%])\s+[_`'|,.^]+$")
"""Specks of a scan behind a value."""
_CUT_DECIMAL = re.compile(r"[0-9]{1,3}[.,][0-9]?\n[0-9]")
"""A number with decimals, the last of which a narrow column has set on a line of its own."""
_CUT_ENDING = re.compile(r"(?<=[0-9][.,])\s+(?=[-–=]+$)")
"""A narrow column has set the stroke behind an amount on a line of its own: "1.000.000,-"."""
_LETTERS = re.compile(r"[^\W\d_]{2}")
_TURNED = re.compile(r"%\d{1,3}|\d/")
_TURNED_PERCENT = re.compile(r"(?:100|\d{1,2}(?:[.,]\d+)?)%")
_KEPT = "%√✓✔●•-–"
_SHORT_UNIT = re.compile(r"%|[kcm]?m[²³23]?|[lgt]")
"""Units of measurement written with one letter or sign."""
_SAYS = re.compile(r"[IVX]{1,5}(?:\s?/\s?[a-e])?|[-–—]|[SD][\s.-]{0,2}(?:[1-4]|I{1,3}|IV)")
"""A rank of staff (V, III/a), a degree (S2, D-III), or a dash for none."""
_LYING = {"⋖": "A", "∢": "A", "Ω": "B", "ω": "B"}
"""Predicates printed sideways, as OCR reads them."""
_UPSIDE_DOWN = str.maketrans("69/", "967")


def merge(cells: Sequence[Cell], vocabulary: Vocabulary, *, value: bool) -> TableCell:
    """The cells of one column of an entry, from top to bottom, as one cell."""
    lines = [line for cell in cells for line in cell.lines if line.text.strip()]
    if not lines:
        return TableCell()
    raw = "\n".join(line.text for line in lines)
    texts = [mend_lookalikes(line.text) for line in lines]
    texts = [t for t in texts if not is_foreign(t)] or texts
    text = _value(texts, vocabulary) if value and len(texts) > 1 else mend_cuts(join_lines(texts, vocabulary), vocabulary)
    text = _CUT_ENDING.sub("", with_whole_number(text))
    if value:
        text = turned(_SPECKS.sub("", text))
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
    if len(lines) >= 2 and any(looks(line) & ATOMIC for line in lines):
        lines = [line for at, line in enumerate(lines) if _is_part(lines, at, vocabulary)] or lines
    joined = join_lines(lines, vocabulary)
    if len(lines) == 2 and _CUT_DECIMAL.fullmatch(f"{lines[0].strip()}\n{lines[1].strip()}"):
        return "".join(line.strip() for line in lines)
    signs = [line for line in lines if line.strip() == "%"]
    rest = [line for line in lines if line.strip() != "%"]
    if signs and len(rest) == 1:
        return rest[0] if "%" in rest[0] else f"{rest[0].strip()}%"
    if len(lines) < 2 or looks(joined) & {"percent", "amount", "nip", "date", "quantity"}:
        return joined
    backwards = "".join([*lines[1:], turned(lines[0])]).replace(" ", "")
    if lines[0].startswith("%") and _TURNED_PERCENT.fullmatch(backwards):
        return backwards
    whole = [line for line in lines if looks(line) & {"percent", "amount", "grade", "date"}]
    if len(whole) == 1 and all(len(line) <= 6 and not _WORD.search(line) for line in lines if line != whole[0]):
        return turned(whole[0])
    return joined


def _is_part(lines: Sequence[str], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a line belongs to the value and is no speck: it is long, a figure, or the end of the word above ("Kejadi" "an")."""
    line = lines[at].strip()
    if len(line) > 2 or looks(line) & ATOMIC:
        return True
    return at > 0 and line.isalpha() and " " not in join_lines([lines[at - 1].split()[-1], line], vocabulary)


def is_noise(text: str) -> bool:
    """A speck of a scan in a column of words: a few signs and not two letters together, nor a unit, a rank, a degree or a dash."""
    return 0 < len(text) <= 6 and not _LETTERS.search(text) and not _SHORT_UNIT.fullmatch(text) and not _SAYS.fullmatch(text)


def is_foreign(text: str) -> bool:
    """Letters of another script, which no Indonesian report prints: a scan gone wrong."""
    if text.isascii():
        return False
    latin = sum(ch.isascii() and ch.isalpha() for ch in text)
    foreign = sum(not ch.isascii() and ch.isalpha() for ch in text)
    return foreign > 3 > latin


def turned(text: str) -> str:
    """A percent or number read upside down ("%06" for 90%, "9/" for 76); other texts unchanged."""
    flat = text.replace(" ", "")
    if flat in _LYING:
        return _LYING[flat]
    if _TURNED.fullmatch(flat):
        return flat[::-1].translate(_UPSIDE_DOWN)
    return text
