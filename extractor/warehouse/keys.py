"""Keys that are the same in every run: digests of what names a thing, never counters."""

import re
from hashlib import blake2b
from typing import Final

_BETWEEN: Final = "\x1f"
_NOTHING: Final = "\x00"
_WORD: Final = re.compile(r"\w+")
DOCUMENT_DIGITS: Final = 32
"""Of a document's hash; the first twelve are its id in the JSON."""


def digest(*parts: object) -> str:
    """32 hexadecimal digits of the parts, in their order; None differs from an empty text."""
    named = _BETWEEN.join(_NOTHING if part is None else str(part) for part in parts)
    return blake2b(named.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def satker_key(slug: str) -> str:
    """Key of a unit."""
    return digest("satker", slug)


def laporan_key(slug: str, year: int | None) -> str:
    """Key of a satker-year."""
    return digest("laporan", slug, year)


def words_of(text: str) -> str:
    """The words of an indicator in small letters, without punctuation: what two spellings have in common."""
    return " ".join(_WORD.findall(text.casefold()))
