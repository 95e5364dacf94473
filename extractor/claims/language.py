"""How prose is read: blank Indonesian with this package's tokenizer and components."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from extractor.claims.bare import is_bare
from extractor.claims.nlp import LANG, LOWER, Doc, Vocab

LANGUAGE: Final = "id"
"""ISO 639-1 code."""


@lru_cache(maxsize=1)
def pipeline() -> Callable[[str], Doc]:
    """From a text to its document with sentences, marks and roles; built once per process.

    It is spaCy's blank pipeline with the components of :mod:`extractor.claims.components`; where spaCy is loaded bare
    (:mod:`extractor.claims.bare`), the same components are called in the same order. The vocabulary computes nothing of a word but its
    lower case: the Indonesian defaults (shapes, prefixes, numbers, thousands of tokenizer exceptions) would take seconds.
    """
    vocab = Vocab(lex_attr_getters={LOWER: str.lower, LANG: lambda _: LANGUAGE})
    if is_bare():
        return _in_turn(vocab)
    from extractor.claims.components import language  # noqa: PLC0415  # needs the whole of spaCy

    return language(LANGUAGE, vocab)


def _in_turn(vocab: Vocab) -> Callable[[str], Doc]:
    from extractor.claims.steps import STEPS  # noqa: PLC0415  # loads the matchers
    from extractor.claims.tokens import FigureTokenizer  # noqa: PLC0415

    tokenizer, steps = FigureTokenizer(vocab), [make(vocab) for make in STEPS.values()]

    def read(text: str) -> Doc:
        doc = tokenizer(text)
        for step in steps:
            doc = step(doc)
        return doc

    return read
