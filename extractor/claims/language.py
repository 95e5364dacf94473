"""The pipeline: blank Indonesian with this package's tokenizer and components."""

from functools import lru_cache
from typing import Final

from extractor.claims.marks import Marker
from extractor.claims.nlp import LANG, LOWER, Doc, Language, Vocab, blank
from extractor.claims.roles import RoleFinder
from extractor.claims.sentences import mark_sentences

COMPONENTS: Final = ("lkj_sentences", "lkj_marks", "lkj_roles")
_CONFIG: Final = {"nlp": {"tokenizer": {"@tokenizers": "lkj.figures.v1"}}}


@Language.component("lkj_sentences")
def _sentences(doc: Doc) -> Doc:
    return mark_sentences(doc)


@Language.factory("lkj_marks")
def _marks(nlp: Language, name: str) -> Marker:  # noqa: ARG001  # spaCy passes the name
    return Marker(nlp.vocab)


@Language.factory("lkj_roles")
def _roles(nlp: Language, name: str) -> RoleFinder:  # noqa: ARG001
    return RoleFinder(nlp.vocab)


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The pipeline, built once per process.

    Its vocabulary computes nothing of a word but its lower case: the Indonesian defaults (shapes, prefixes, numbers, thousands of
    tokenizer exceptions) would take seconds and are not asked for.
    """
    vocab = Vocab(lex_attr_getters={LOWER: str.lower, LANG: lambda _: "id"})
    nlp = blank("id", vocab=vocab, config=_CONFIG)
    for component in COMPONENTS:
        nlp.add_pipe(component)
    return nlp
