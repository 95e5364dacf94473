"""What a document is recognised by under another name or in another format: a sample of its words and numbers.

The words and numbers are taken as sets, since converters put cells and columns in different order. Of each set the
smallest hashes are kept (bottom-k sketch: A. Z. Broder, "On the resemblance and containment of documents", 1997),
so that two documents are compared without their text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Final

from extractor.model import Paragraf, Sidik
from extractor.reading.document import Document, Line
from extractor.values.lookalike import mend_lookalikes

WORDS: Final = 256
NUMBERS: Final = 512
"""Hashes kept; the standard error of a likeness near 0.9 is then 0.02."""
LEAST_LETTERS: Final = 4
"""Shorter words are in every report."""
LEAST_DIGITS: Final = 4
"""Shorter numbers are in every report."""
_HEX: Final = 8

_WORD: Final = re.compile(rf"[^\W\d_]{{{LEAST_LETTERS},}}")
_RUN: Final = re.compile(r"\d(?:[\d., \t\xa0]*\d)?")
"""Digits with the blanks that wrapping puts into a number; it ends with the line or cell."""
_PART: Final = re.compile(r"[\d.,]+")
_NO_DIGIT: Final = re.compile(r"\D+")


def fingerprint(document: Document, paragraphs: Sequence[Paragraf] = ()) -> Sidik:
    """The samples of a document, running headers and footers aside, with its telling paragraphs; empty where nothing could be read."""
    text = mend_lookalikes("\n".join(_texts(document)))
    return Sidik(kata=_sample(_WORD.findall(text.casefold()), WORDS), angka=_sample(_numbers(text), NUMBERS), paragraf=list(paragraphs))


def likeness(one: str, other: str, most: int) -> tuple[float, float]:
    """(shared by both of all that either has, shared of what the smaller one has), each 0 to 1, of two samples of ``most`` hashes.

    Two empty samples are alike: (1, 1).
    """
    a, b = _hashes(one), _hashes(other)
    if not a or not b:
        return (1.0, 1.0) if a == b else (0.0, 0.0)
    # a full sample says nothing of what lies beyond its last hash
    end = min((max(sample) for sample in (a, b) if len(sample) == most), default=max(a | b))
    a, b = {h for h in a if h <= end}, {h for h in b if h <= end}
    both = len(a & b)
    return both / max(1, len(a | b)), both / max(1, min(len(a), len(b)))


def size(sample: str) -> int:
    """How many hashes a sample holds."""
    return len(sample) // _HEX


def _texts(document: Document) -> Iterator[str]:
    for _, block in document.blocks():
        if isinstance(block, Line):
            yield block.text
        else:
            yield from (" ".join([line.text for line in cell.lines]) for row in block.rows for cell in row.cells)


def _numbers(text: str) -> Iterator[str]:
    """The numbers as printed, and as they are without the blanks between their parts."""
    for run in _RUN.findall(text):
        for part in (run, *_PART.findall(run)):
            digits = _NO_DIGIT.sub("", part)
            if len(digits) >= LEAST_DIGITS:
                yield digits


def _sample(items: Iterable[str], most: int) -> str:
    hashes = sorted({blake2b(item.encode(errors="surrogatepass"), digest_size=_HEX // 2).hexdigest() for item in set(items)})
    return "".join(hashes[:most])


def _hashes(sample: str) -> set[str]:
    return {sample[start : start + _HEX] for start in range(0, len(sample), _HEX)}
