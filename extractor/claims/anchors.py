"""Whether a figure is stated in a sentence, or only left over from a table that the reading could not put together."""

from typing import Final

from extractor.claims.lexicon import LINKS, PARTICLES
from extractor.claims.marks import MEASURE
from extractor.claims.nlp import Span
from extractor.claims.roles import bonds_of
from extractor.claims.tokens import figures_of

_FEW_PARTICLES: Final = 3


def is_stated(sentence: Span, index: int) -> bool:
    """Whether the figure at a token is stated: it has its words beside it, a link or measure before it, or a sentence around it.

    The figures of table rows that fell apart stand bare between names.
    """
    figure, bond = figures_of(sentence.doc)[index], bonds_of(sentence.doc)[index]
    if figure.words is not None or bond.role is not None or (index > sentence.start and sentence.doc[index - 1].lower_ in LINKS):
        return True
    if any(span.end == index for span in sentence.doc.spans[MEASURE]):
        return True
    return sum(token.lower_ in PARTICLES for token in sentence) >= _FEW_PARTICLES or figure.kind == "jumlah"
