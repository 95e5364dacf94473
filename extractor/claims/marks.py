"""The words around figures that tell what they are: measures, years, rises and falls, breakdowns."""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final

from extractor.claims.lexicon import BREAKDOWNS, MEASURES, TRENDS
from extractor.claims.nlp import LOWER, Doc, PhraseMatcher, Span, Token, Vocab, filter_spans
from extractor.claims.tokens import TAGS, figures_of

MEASURE, YEAR, TREND, BREAKDOWN = "measure", "year", "trend", "breakdown"
"""Groups of ``Doc.spans``; the label of a span is the measure, the year or "this" or "last", up or down."""

THIS_YEAR, LAST_YEAR = "this", "last"
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_PERIOD: Final = frozenset("-–—/")
_NUMBERED: Final = frozenset({"nomor", "no", "no.", "nomor:"})
_YEAR_WORDS: Final = ("tahun", "ta", "ta.", "t.a", "t.a.", "th", "th.", "thn", "thn.")
_RELATIVE: Final = {
    THIS_YEAR: ("ini", "berjalan", "sekarang", "pelaporan"),
    LAST_YEAR: ("lalu", "sebelumnya", "kemarin", "lampau", "sebelum"),
}


class Marker:
    """Finds the marks of a document; the phrases are those of the lexicon."""

    def __init__(self, vocab: Vocab) -> None:
        self._phrases = {
            MEASURE: _matcher(vocab, MEASURES.items()),
            TREND: _matcher(vocab, TRENDS.items()),
            BREAKDOWN: _matcher(vocab, ((phrase, BREAKDOWN) for phrase in BREAKDOWNS)),
            YEAR: _matcher(vocab, _relative_years()),
        }

    def __call__(self, doc: Doc) -> Doc:
        for token_index, figure in figures_of(doc).items():
            doc[token_index].tag_ = TAGS[figure.kind]
        for name, matcher in self._phrases.items():
            doc.spans[name] = filter_spans([*matcher(doc, as_spans=True), *(_named_years(doc) if name == YEAR else ())])
        doc.spans[MEASURE] = [span for span in doc.spans[MEASURE] if not is_of_fiscal_year(span[0])]
        return doc


def is_of_fiscal_year(token: Token) -> bool:
    """Whether "anggaran" only belongs to "tahun anggaran"."""
    return token.i > 0 and token.lower_ == "anggaran" and token.nbor(-1).lower_ in _YEAR_WORDS


def _matcher(vocab: Vocab, phrases: Iterable[tuple[str, str]]) -> PhraseMatcher:
    """Finds phrases, whatever their case, each under its label."""
    matcher = PhraseMatcher(vocab, attr=LOWER)
    by_label: dict[str, list[Doc]] = {}
    for phrase, label in phrases:
        by_label.setdefault(label, []).append(Doc(vocab, words=phrase.split()))
    for label, patterns in by_label.items():
        matcher.add(label, patterns)
    return matcher


def _relative_years() -> Iterator[tuple[str, str]]:
    for label, words in _RELATIVE.items():
        for year, between, word in product(_YEAR_WORDS, ("", "anggaran", "yang"), words):
            yield f"{year} {between} {word}", label


def _named_years(doc: Doc) -> Iterator[Span]:
    """The years that are spoken of: those that are not part of a period of years or the number of a law."""
    for token in doc:
        if len(token) == 4 and _YEAR.fullmatch(token.text) and not _is_of_period(doc, token.i) and not _is_of_law(doc, token.i):
            yield Span(doc, token.i, token.i + 1, label=token.text)


def _is_of_period(doc: Doc, index: int) -> bool:
    sides = ((index + 1, index + 2), (index - 1, index - 2))
    return any(0 <= b < len(doc) and doc[a].text in _PERIOD and _YEAR.fullmatch(doc[b].text) for a, b in sides)


def _is_of_law(doc: Doc, index: int) -> bool:
    before = [token.lower_ for token in doc[max(0, index - 8) : index]]
    return before[-1:] == ["tahun"] and not _NUMBERED.isdisjoint(before)
