"""Which year a figure is of."""

from dataclasses import dataclass
from typing import Final

from extractor.claims.claim import YearBasis
from extractor.claims.marks import LAST_YEAR, THIS_YEAR, YEAR
from extractor.claims.nlp import Doc, Span

_NEAR: Final = 8
"""Most words between a figure and its year."""
_OTHER_CLAUSE: Final = frozenset({",", ".", ";", "dari", "sedangkan", "dan"})


@dataclass(frozen=True, slots=True)
class Spoken:
    """A year and how it is known."""

    year: int | None
    basis: YearBasis
    until: int = 0
    """The token up to which years are taken: a year behind a figure is not that of the next one."""


def year_of(doc: Doc, figure: int, clause: tuple[int, int], known: Spoken, reporting: int | None) -> Spoken:
    """The year of the figure at a token.

    ``clause`` are the tokens between the figures around it. The year nearest before the figure within its clause counts, then the first
    behind it, then ``known``: the year spoken of before.
    """
    start, end = clause
    spans = doc.spans[YEAR]
    before = [span for span in spans if max(start, known.until) <= span.start < figure]
    behind = [span for span in spans if figure < span.start < end and _belongs(doc, figure, span)]
    chosen = (before[-1:] or behind[:1] or [None])[0]
    return known if chosen is None else _spoken(chosen, reporting)


def _belongs(doc: Doc, figure: int, year: Span) -> bool:
    """Whether a year behind a figure is the figure's: nothing but a few words of its own clause stand between."""
    between = doc[figure + 1 : year.start]
    return len(between) <= _NEAR and not any(token.is_sent_start or token.lower_ in _OTHER_CLAUSE for token in between)


def _spoken(span: Span, reporting: int | None) -> Spoken:
    if span.label_ == THIS_YEAR:
        return Spoken(reporting, "relative", span.end)
    if span.label_ == LAST_YEAR:
        return Spoken(None if reporting is None else reporting - 1, "relative", span.end)
    return Spoken(int(span.label_), "named", span.end)
