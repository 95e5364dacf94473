"""The tokenizer and the components as spaCy's registry knows them, and the pipeline made of them."""

from collections.abc import Callable
from typing import Final

from spacy import blank
from spacy.language import Language
from spacy.util import registry

from extractor.claims.nlp import Doc, Vocab
from extractor.claims.steps import STEPS
from extractor.claims.tokens import FigureTokenizer

_TOKENIZER: Final = "lkj.figures.v1"


def _register(name: str, make: Callable[[Vocab], Callable[[Doc], Doc]]) -> None:
    def factory(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001  # spaCy passes the name
        return make(nlp.vocab)

    Language.factory(name, func=factory)


def _make_tokenizer() -> Callable[[Language], FigureTokenizer]:
    return lambda nlp: FigureTokenizer(nlp.vocab)


registry.tokenizers.register(_TOKENIZER, func=_make_tokenizer)
for _name, _make in STEPS.items():
    _register(_name, _make)


def language(name: str, vocab: Vocab) -> Language:
    """The blank pipeline of a language (ISO 639-1) with this package's tokenizer and components."""
    nlp = blank(name, vocab=vocab, config={"nlp": {"tokenizer": {"@tokenizers": _TOKENIZER}}})
    for component in STEPS:
        nlp.add_pipe(component)
    return nlp
