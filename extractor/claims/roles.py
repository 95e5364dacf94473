"""What figures do beside each other: comparisons, breakdowns, shares."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

from extractor.claims.claim import Role, Trend
from extractor.claims.lexicon import BREAKS, FALL, RISE
from extractor.claims.marks import BREAKDOWN, TREND
from extractor.claims.nlp import Doc, Matcher, Span, Vocab
from extractor.claims.tokens import TAGS, figures_of

ROLES: Final = "roles"
"""Key of ``Doc.user_data`` under which the roles stand, by the index of the figure's token."""


@dataclass(frozen=True, slots=True)
class Bond:
    """The part that a figure plays. ``partner`` is the token of a figure that it belongs with, its own where there is none."""

    partner: int
    role: Role | None = None
    trend: Trend | None = None


Pattern: TypeAlias = list[dict[str, Any]]
"""A pattern of spaCy's Matcher: a condition per token."""


def _one_of(words: str, op: str = "{1}") -> dict[str, Any]:
    return {"LOWER": {"IN": words.split()}, "OP": op}


_FIGURES: Final = sorted(TAGS.values())
_FIGURE: Final = {"TAG": {"IN": _FIGURES}}


def _gap(op: str) -> dict[str, Any]:
    """Words of the same clause that are no figures."""
    return {"TAG": {"NOT_IN": _FIGURES}, "TEXT": {"NOT_IN": [".", ";", ","]}, "OP": op}


_LINK: Final = "sebesar sebanyak sejumlah senilai sekitar rata-rata yaitu yakni adalah :"
_SHARE: Final = "atau setara ( / = dengan persentase prosentase sama sekitar sebesar yaitu"
_TREND: Final = _one_of(" ".join(sorted(RISE | FALL)))

_PATTERNS: Final[dict[Role, list[Pattern]]] = {
    "share": [[{"TAG": {"IN": [TAGS["rupiah"], TAGS["jumlah"]]}}, _gap("{0,2}"), _one_of(_SHARE, "{1,3}"), {"TAG": TAGS["persen"]}]],
    "to": [
        [_one_of("menjadi"), _gap("{0,4}"), _FIGURE],
        [_TREND, _one_of("pagu realisasi anggaran capaian"), _FIGURE],
    ],
    "from": [
        [_one_of("semula sebelumnya awalnya dibanding dibandingkan daripada"), _gap("{0,8}"), _FIGURE],
        [_one_of("dari"), _gap("{0,3}"), _one_of("sebelumnya lalu semula"), _gap("{0,4}"), _FIGURE],
    ],
    "whole": [[_one_of("dari"), _one_of("total jumlah seluruh pagu anggaran keseluruhan", "{0,3}"), _one_of(_LINK, "?"), _FIGURE]],
    "change": [
        [_TREND, _one_of(_LINK, "?"), _FIGURE],
        [_TREND, _gap("{1,8}"), _one_of("sebesar sebanyak"), _FIGURE],
    ],
}
"""Patterns that end at the figure whose role they tell; of several roles the first counts."""
_NOT_OUT_OF: Final = frozenset({"terdiri", "lebih", "kurang", "berasal", "bersumber", "mulai", "selain"})
"""Words with which "dari" does not mean "out of"."""


class RoleFinder:
    """Tells the roles of a document's figures and which of them belong together."""

    def __init__(self, vocab: Vocab) -> None:
        self._matcher = Matcher(vocab)
        for role, patterns in _PATTERNS.items():
            self._matcher.add(role, patterns)

    def __call__(self, doc: Doc) -> Doc:
        bonds = {index: Bond(index) for index in figures_of(doc)}
        doc.user_data[ROLES] = bonds
        for sentence in doc.sents:
            inside = [index for index in bonds if sentence.start <= index < sentence.end]
            if inside:
                bonds.update(self._roles(sentence))
                _bind_comparison(sentence, inside, bonds)
                _bind_breakdowns(sentence, inside, bonds)
        return doc

    def _roles(self, sentence: Span) -> Iterator[tuple[int, Bond]]:
        """The role that a pattern gives to each figure; of several the first in the order of the patterns."""
        found = [span for span in self._matcher(sentence, as_spans=True) if not (span.label_ == "whole" and _is_no_whole(span))]
        for end in sorted({span.end for span in found}):
            role, spans = next((r, s) for r in _PATTERNS if (s := [span for span in found if span.end == end and span.label_ == r]))
            yield end - 1, Bond(max(span.start for span in spans) if role == "share" else end - 1, role)


def _is_no_whole(span: Span) -> bool:
    return span.start > 0 and span[0].nbor(-1).lower_ in _NOT_OUT_OF


def bonds_of(doc: Doc) -> dict[int, Bond]:
    """The bonds of a document's figures by the index of their token."""
    found: dict[int, Bond] = doc.user_data[ROLES]
    return found


def _bind_comparison(sentence: Span, inside: Sequence[int], bonds: dict[int, Bond]) -> None:
    """One group of the figures compared in a sentence; "dari X" is a whole where nothing is compared with it."""
    moving = [i for i in inside if bonds[i].role in ("change", "to")]
    if moving:
        first = sorted(moving)[0]
        trend = next((span.label_ for span in sentence.doc.spans[TREND] if sentence.start <= span.start < sentence.end), None)
        known: Trend | None = "up" if trend == "up" else "down" if trend == "down" else None
        for i in inside:
            role = bonds[i].role
            if role in ("change", "to", "from", "whole"):
                bonds[i] = Bond(first, "from" if role == "whole" else role, known if role != "from" else None)
        return
    for i in inside:
        others = [j for j in inside if j != i]
        if bonds[i].role == "whole":
            nearest = min(others, key=lambda j: (abs(j - i), j), default=i)
            bonds[i] = replace(bonds[i], partner=nearest)


def _bind_breakdowns(sentence: Span, inside: Sequence[int], bonds: dict[int, Bond]) -> None:
    """The figures behind "terdiri dari" are parts of the last one of their kind before it, which may stand in the sentence before."""
    doc = sentence.doc
    figures = figures_of(doc)
    for mark in doc.spans[BREAKDOWN]:
        if not sentence.start <= mark.start < sentence.end:
            continue
        behind = [i for i in inside if i > mark.start and not _broken(doc, mark.end, i)]
        for kind in ("rupiah", "jumlah", "persen"):
            before = [i for i in figures if i < mark.start and figures[i].kind == kind and _near(sentence, mark.start, i)]
            parts = [i for i in behind if figures[i].kind == kind and bonds[i].role is None]
            if before and parts and bonds[before[-1]].role in (None, "total", "whole"):
                total = before[-1]
                bonds[total] = replace(bonds[total], role="total")
                for i in parts:
                    bonds[i] = Bond(total, "part")
                break


def _broken(doc: Doc, start: int, end: int) -> bool:
    return any(token.lower_ in BREAKS for token in doc[start:end])


def _near(sentence: Span, mark: int, figure: int) -> bool:
    """Whether a figure may be the total of a breakdown: in its sentence, or in the one before where the breakdown opens its own."""
    if figure >= sentence.start:
        return True
    first = next((i for i in figures_of(sentence.doc) if i >= sentence.start), sentence.end)
    return first > mark and not any(token.is_sent_start for token in sentence.doc[figure + 1 : sentence.start])
