"""Names in a line of a signature block that are a slip of the pen away from a name known from elsewhere."""

import re
from collections.abc import Collection, Iterator

from rapidfuzz.distance import DamerauLevenshtein

from extractor.identity.positions import names_body

_PARTS = re.compile(r"\s{2,}|\t")
"""Names of several who sign stand side by side, with blanks between them."""
_SHORTEST, _LONGEST = 10, 90
_SLIPS = 1


def misspelled(line: str, known: Collection[str]) -> Iterator[str]:
    """The pieces of a line that are nearly, but not quite, one of the names ``known``."""
    if len(line) > 2 * _LONGEST:
        return
    for piece in (part.strip() for part in _PARTS.split(line)):
        if _SHORTEST <= len(piece) <= _LONGEST and piece not in known and any(_near(piece, name) for name in known if not names_body(name)):
            yield piece


def _near(piece: str, name: str) -> bool:
    """Whether two names differ by one letter of their first part, their titles behind the comma left aside."""
    one, other = (text.split(",", maxsplit=1)[0].strip() for text in (piece, name))
    if abs(len(one) - len(other)) > _SLIPS or min(len(one), len(other)) < _SHORTEST or one.lower() == other.lower():
        return False
    return len(one.split()) == len(other.split()) and DamerauLevenshtein.distance(one.lower(), other.lower(), score_cutoff=_SLIPS) <= _SLIPS
