"""How prose is read: spaCy's documents with this package's tokenizer and components, one after another."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from extractor.claims.marks import Marker
from extractor.claims.nlp import LANG, LOWER, Doc, Vocab
from extractor.claims.roles import RoleFinder
from extractor.claims.sentences import mark_sentences
from extractor.claims.tokens import FigureTokenizer

_LANGUAGE: Final = "id"


@lru_cache(maxsize=1)
def pipeline() -> Callable[[str], Doc]:
    """From a text to its document with sentences, marks and roles; built once per process.

    Its vocabulary computes nothing of a word but its lower case: the Indonesian defaults (shapes, prefixes, numbers, thousands of
    tokenizer exceptions) would take seconds and are not asked for. Nor is spaCy's ``Language``, which is made for trained components.
    """
    vocab = Vocab(lex_attr_getters={LOWER: str.lower, LANG: lambda _: _LANGUAGE})
    tokenizer = FigureTokenizer(vocab)
    components = (mark_sentences, Marker(vocab), RoleFinder(vocab))

    def read(text: str) -> Doc:
        doc = tokenizer(text)
        for component in components:
            doc = component(doc)
        return doc

    return read
