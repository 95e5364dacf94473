"""Whether a figure is stated in a sentence, or only left over from a table that the reading could not put together."""

from typing import Final

from extractor.claims.lexicon import HOLDS, LINKS, NUMBERED, PARTICLES
from extractor.claims.marks import MEASURE, YEAR
from extractor.claims.nlp import Span
from extractor.claims.roles import bonds_of
from extractor.claims.tokens import figures_of, is_figure

_FEW_PARTICLES: Final = 3
_SPARSE: Final = 12
"""Words to a particle from which on a stretch of words is no sentence."""
_SHORT: Final = 4
"""Tokens that a sentence has at least."""
_REACH: Final = 6
_CROWD: Final = 4
"""Bare numbers among so many tokens on either side that make a row of a table."""


def is_stated(sentence: Span, index: int) -> bool:
    """Whether the figure at a token is stated: it has its words beside it, a link before it, or a measure or a sentence around it.

    The figures of table rows that fell apart stand bare between names.
    """
    doc = sentence.doc
    figure, bond = figures_of(doc)[index], bonds_of(doc)[index]
    if figure.kind == "jumlah" and figure.words is None:
        return index == sentence.start or doc[index - 1].lower_ not in NUMBERED
    if figure.words is not None or bond.role is not None:
        return True
    if index > sentence.start and doc[index - 1].lower_ in LINKS:
        return len(sentence) >= _SHORT
    if _is_in_a_row(sentence, index):
        return False
    particles = sum(token.lower_ in PARTICLES for token in sentence)
    if any(span.end == index for span in doc.spans[MEASURE]):
        return particles > 0 or any(token.lower_ in HOLDS | LINKS and token.text.isalpha() for token in sentence)
    return particles >= _FEW_PARTICLES and particles * _SPARSE >= len(sentence)


def _is_in_a_row(sentence: Span, index: int) -> bool:
    """Whether a figure stands before a name or another figure, or among many numbers."""
    doc = sentence.doc
    behind = [token for token in doc[index + 1 : min(index + 3, sentence.end)] if token.text != ","][:1]
    if behind and (is_figure(behind[0]) or doc[index + 1].text[:1].isupper()):
        return True
    near = doc[max(sentence.start, index - _REACH) : min(index + _REACH + 1, sentence.end)]
    years = {span.start for span in doc.spans[YEAR]}
    return sum(token.text[:1].isdigit() or is_figure(token) for token in near if token.i not in years) >= _CROWD
