"""How the claims of a document are asked for: begun in one place, waited for in another. Light to import: spaCy is loaded on use."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from extractor.claims.claim import Claim
    from extractor.claims.passage import Passage

Answer: TypeAlias = "Callable[[], Sequence[Claim]]"
ClaimsReader: TypeAlias = "Callable[[Sequence[Passage], int | None], Answer]"
"""Given the passages of a document and its reporting year, begins to read; the answer waits for the claims, in printed order."""


def read_here(passages: "Sequence[Passage]", year: int | None) -> Answer:
    """Reads the claims in this process, when they are asked for."""

    def answer() -> "Sequence[Claim]":
        from extractor.claims.read import read_claims  # noqa: PLC0415  # loads spaCy

        return read_claims(passages, year)

    return answer
