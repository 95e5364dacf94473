"""Whether a figure is stated in a sentence, or only left over from a table that the reading could not put together."""

from typing import Final

from extractor.claims.lexicon import LINKS, NUMBERED, PARTICLES
from extractor.claims.marks import MEASURE
from extractor.claims.nlp import Span, Token
from extractor.claims.roles import bonds_of
from extractor.claims.tokens import figures_of, is_figure

_FEW_PARTICLES: Final = 3


def is_stated(sentence: Span, index: int) -> bool:
    """Whether the figure at a token is stated: it has its words beside it, a link before it, or a measure or a sentence around it.

    The figures of table rows that fell apart stand bare between names.
    """
    doc = sentence.doc
    figure, bond = figures_of(doc)[index], bonds_of(doc)[index]
    if figure.kind == "jumlah" and figure.words is None:
        return index == sentence.start or doc[index - 1].lower_ not in NUMBERED
    if figure.words is not None or bond.role is not None or (index > sentence.start and doc[index - 1].lower_ in LINKS):
        return True
    if index + 1 < sentence.end and _begins_a_name(doc[index + 1]):
        return False
    if any(span.end == index for span in doc.spans[MEASURE]):
        return True
    return sum(token.lower_ in PARTICLES for token in sentence) >= _FEW_PARTICLES


def _begins_a_name(token: Token) -> bool:
    return token.text[:1].isupper() or is_figure(token)
