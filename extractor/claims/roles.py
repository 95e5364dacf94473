"""What figures do beside each other: comparisons, breakdowns, shares."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Final, TypeAlias

from extractor.claims.claim import Role, Trend
from extractor.claims.lexicon import ANNOUNCEMENTS, BREAKS, FALL, RISE, STAFF
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
_SUMS: Final = "total jumlah seluruh besaran nilai pagu anggaran keseluruhan"
_TREND: Final = _one_of(" ".join(sorted(RISE | FALL)))

_PATTERNS: Final[dict[Role, list[Pattern]]] = {
    "share": [
        [{"TAG": TAGS["rupiah"]}, _gap("{0,2}"), _one_of(_SHARE, "{1,3}"), {"TAG": TAGS["persen"]}],
        [{"TAG": TAGS["rupiah"]}, {"TEXT": ","}, _one_of("atau"), _one_of(_SHARE, "?"), {"TAG": TAGS["persen"]}],
        [{"TAG": TAGS["jumlah"]}, _gap("{0,8}"), _one_of("atau setara ("), _one_of(_SHARE, "?"), {"TAG": TAGS["persen"]}],
    ],
    "to": [
        [_one_of("menjadi"), _one_of(f"{_LINK} hanya", "{0,2}"), _FIGURE],
        [_TREND, _one_of("pagu realisasi anggaran capaian"), _FIGURE],
    ],
    "from": [
        [_one_of("semula sebelumnya awalnya dibanding dibandingkan daripada"), _gap("{0,8}"), _FIGURE],
        [_one_of("dari"), _gap("{0,3}"), _one_of("sebelumnya lalu semula"), _gap("{0,4}"), _FIGURE],
    ],
    "whole": [[_one_of("dari"), _one_of(_SUMS, "{0,3}"), _one_of(_LINK, "?"), _FIGURE]],
    "change": [
        [_TREND, _one_of(_LINK, "?"), _FIGURE],
        [_TREND, _gap("{1,8}"), _one_of("sebesar sebanyak"), _FIGURE],
    ],
}
"""Patterns that end at the figure whose role they tell; of several roles the first counts."""
_NOT_OUT_OF: Final = frozenset({"terdiri", "lebih", "kurang", "berasal", "bersumber", "mulai", "selain"})
"""Words with which "dari" does not mean "out of"."""


_COMPARED: Final = frozenset({"change", "to", "from", "whole"})


class RoleFinder:
    """Tells the roles of a document's figures and which of them belong together."""

    def __init__(self, vocab: Vocab) -> None:
        self._matcher = Matcher(vocab, validate=False)  # the patterns are those above
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


def root_of(bonds: Mapping[int, Bond], index: int) -> int:
    """The figure that all figures of a group lead to by their partners."""
    seen: set[int] = set()
    while bonds[index].partner != index and index not in seen:
        seen.add(index)
        index = bonds[index].partner
    return min(seen) if index in seen else index


def bonds_of(doc: Doc) -> dict[int, Bond]:
    """The bonds of a document's figures by the index of their token."""
    found: dict[int, Bond] = doc.user_data[ROLES]
    return found


def _bind_comparison(sentence: Span, inside: Sequence[int], bonds: dict[int, Bond]) -> None:
    """One group of each run of figures that are compared; "dari X" is a whole where nothing is compared with it."""
    for moving, run in groupby(inside, key=lambda i: bonds[i].role in _COMPARED):
        members = list(run)
        roles = {bonds[i].role for i in members}
        start = max((i for i in inside if i < members[0]), default=sentence.start)
        trend = _trend(sentence.doc[start : members[-1]])
        if not moving or not roles & {"change", "to"}:
            continue
        if roles == {"to"} and trend is None:
            bonds.update({i: Bond(i) for i in members})
        for i in members if trend or len(roles) > 1 else ():
            role = bonds[i].role
            bonds[i] = Bond(members[0], "from" if role == "whole" else role, trend if role in ("change", "to") else None)
    for i in inside:
        others = [j for j in inside if j != i]
        if bonds[i].role == "whole":
            nearest = min(others, key=lambda j: (abs(j - i), j), default=i)
            bonds[i] = replace(bonds[i], partner=nearest)


def _trend(span: Span) -> Trend | None:
    """Whether the last word for a rise or a fall in a stretch tells one."""
    told = [mark.label_ for mark in span.doc.spans[TREND] if span.start <= mark.start < span.end]
    return None if not told else "up" if told[-1] == "up" else "down"


def _bind_breakdowns(sentence: Span, inside: Sequence[int], bonds: dict[int, Bond]) -> None:
    """The figures behind "terdiri dari" are parts of the last one of their kind before it, which may stand in the sentence before."""
    doc = sentence.doc
    figures = figures_of(doc)
    for mark in doc.spans[BREAKDOWN]:
        if not sentence.start <= mark.start < sentence.end:
            continue
        behind = [i for i in inside if i > mark.start and bonds[i].role is None and not _broken(doc, mark.end, i)]
        for kind in ("rupiah", "jumlah", "persen"):
            before = [i for i in figures if figures[i].kind == kind and _may_be_total(sentence, mark.start, i, bonds)]
            parts = [i for i in behind if before and figures[i].kind == kind and _may_be_part(doc, mark.end, i, before[-1])]
            if parts and bonds[before[-1]].role in (None, "total", "whole"):
                total = before[-1]
                bonds[total] = replace(bonds[total], role="total")
                bonds.update({i: Bond(total, "part") for i in parts})
                break


def _may_be_part(doc: Doc, start: int, part: int, total: int) -> bool:
    """Whether a figure behind "terdiri dari" may be part of a total.

    Counts are parts of a count of the same things. Behind a number of parts ("terdiri dari 2 program") amounts are parts only where that
    number announces them ("yaitu …").
    """
    figures = figures_of(doc)
    if figures[part].kind == "jumlah":
        units = [doc[i + 1].lower_ if i + 1 < len(doc) else "" for i in (part, total)]
        return units[0] == units[1] or all(unit in STAFF for unit in units)
    counted = [i for i in figures if start <= i < part and figures[i].kind == "jumlah"]
    return not counted or any(token.lower_ in ANNOUNCEMENTS for token in doc[counted[-1] + 1 : counted[-1] + 4])


def _broken(doc: Doc, start: int, end: int) -> bool:
    return any(token.lower_ in BREAKS for token in doc[start:end])


def _may_be_total(sentence: Span, mark: int, figure: int, bonds: Mapping[int, Bond]) -> bool:
    """Whether a figure may be the total of a breakdown: the last one before it, but for its share; or that of the sentence before."""
    between = [i for i in bonds if figure < i < mark]
    if figure >= mark or any(bonds[i].partner != figure for i in between):
        return False
    return figure >= sentence.start or not any(token.is_sent_start for token in sentence.doc[figure + 1 : sentence.start])
