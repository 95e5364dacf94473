"""What a figure is about: the words before it, behind it, or spoken of before."""

import re
from dataclasses import dataclass
from typing import Final

from extractor.claims.claim import Measure, Scope, Subject
from extractor.claims.figures import Figure
from extractor.claims.keys import subject_key
from extractor.claims.lexicon import ANAPHORA, BUDGET, JOINTS, STAFF
from extractor.claims.marks import MEASURE, is_of_fiscal_year
from extractor.claims.nlp import Doc, Span
from extractor.claims.phrases import name_before, name_behind, name_length, tells
from extractor.values.codes import read_code

_RO: Final = r"[A-Z]{3}(?![A-Z])(?:[ .,]{1,2}\d{3}(?!\d))?"
_CODE: Final = re.compile(
    rf"(?<![\w.])(?:(?:[A-Z]{{2}}[ .,]{{0,2}})?\d{{4}}(?!\d)(?:[ .,]{{1,2}}{_RO})?|[A-Z]{{3}}[. ]{{1,2}}\d{{3}}(?!\d))"
)
_SCOPES: Final[tuple[tuple[Scope, re.Pattern[str]], ...]] = (
    ("indikator", re.compile(r"\b(?:indikator|persentase|prosentase|indeks|rasio|opini)\b", re.IGNORECASE)),
    ("sasaran", re.compile(r"\bsasaran\b", re.IGNORECASE)),
    ("kegiatan", re.compile(r"\bkegiatan\b", re.IGNORECASE)),
    ("program", re.compile(r"\bprogram\b", re.IGNORECASE)),
)
_OF_AMOUNTS: Final[dict[Measure | None, Measure]] = {"capaian": "realisasi", "penyerapan": "realisasi"}
_OF_COUNTS: Final[dict[str, Measure]] = {"target": "target", "realisasi": "realisasi", "capaian": "realisasi"}
_NAMED: Final = re.compile(r"\b(?:program|kegiatan|indikator|sasaran)\b", re.IGNORECASE)
_NAME_ENDS: Final = re.compile(
    r"[.;:=]|,(?!\s(?:dan\s)?[A-Z])|\s(?:sebesar|capaian|dapat|terealisasi|mencapai|dengan|yang|adalah|berhasil)\s"
)
_WORD: Final = re.compile(r"\w+")
_BACK: Final = re.compile(rf"\b(?:program|kegiatan|indikator|sasaran)\s+(?:{'|'.join(sorted(ANAPHORA))})\b", re.IGNORECASE)
_WHOLE: Final = re.compile(r"\b(?:total|keseluruhan|seluruh)\b", re.IGNORECASE)
_NEAR_BEHIND: Final = 4
"""Tokens behind a figure among which its measure stands."""
_LONGEST: Final = 300
"""Characters of a subject."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What was spoken of before a figure: in its paragraph, or in the heading or list item that it stands under."""

    subject: Subject | None = None
    """Of the figure before, in the same paragraph."""
    near: str = ""
    """What the figures of this paragraph are about so far."""
    named: str = ""
    """The last named program, kegiatan, indicator or sasaran."""


def subject_of(doc: Doc, index: int, figure: Figure, clause: tuple[int, int], topic: Topic) -> Subject:
    """The subject of the figure at a token; ``clause`` are the tokens between the figures around it."""
    before, behind = list(doc[clause[0] : index]), list(doc[index + 1 : clause[1]])
    name = name_before(before)
    measure = measure_of(doc, index, figure, clause)
    if figure.kind == "jumlah":
        joined = bool(before) and before[-1].lower_ in JOINTS
        text = (name if joined and tells(name) else "") or (topic.near if measure else "") or name_behind(behind) or name
    else:
        text = name if tells(name) else name_behind(behind, only_after=("untuk", "bagi", "pada", "dari")) or name
    text = _resolved(text, " ".join(token.text for token in before), topic)[:_LONGEST].strip()
    code = _code_in(text)
    key = subject_key(text.replace(code[0], " ") if code else text)
    if measure is None and figure.kind == "rupiah" and not name and topic.subject is not None:
        measure = _OF_AMOUNTS.get(topic.subject.measure, topic.subject.measure)
    return Subject(text, key, measure, _scope(f"{text} {unit_of(doc, index) or ''}", figure, measure), code[1] if code else None)


def measure_of(doc: Doc, index: int, figure: Figure, clause: tuple[int, int]) -> Measure | None:
    """What was measured: the last measure named before the figure in its clause, else the first one behind it."""
    start, end = clause
    spans = [span for span in doc.spans[MEASURE] if start <= span.start < end]
    if figure.kind == "jumlah":
        return next((_OF_COUNTS.get(span.label_) for span in spans if span.end in (index, index - 1)), None)
    before = [span for span in spans if span.end <= index]
    chosen = before[-1] if before else next((span for span in spans if span.start > index and not _is_out_of(doc, index, span)), None)
    if chosen is None:
        return None
    measure: Measure = chosen.label_
    if figure.kind == "rupiah":
        return _OF_AMOUNTS.get(measure, measure)
    if measure not in ("realisasi", "pagu", "capaian"):
        return measure
    around = [token.lower_ for token in (doc[start:index] or doc[index:end]) if not is_of_fiscal_year(token)]
    if BUDGET.intersection(around):
        return "penyerapan"
    return "capaian" if measure == "pagu" else measure


def _is_out_of(doc: Doc, index: int, measure: Span) -> bool:
    """Whether a measure behind a figure is another's: what the figure is compared with ("72% dari target") or of another clause."""
    return measure.start - index > _NEAR_BEHIND or any(
        token.lower_ in ("dari", "terhadap", "atau") for token in doc[index + 1 : measure.start]
    )


def named_in(text: str) -> str:
    """The last program, kegiatan, indicator or sasaran that a text names; "" for none, or where it only points back."""
    for match in reversed(list(_NAMED.finditer(text))):
        name = _NAME_ENDS.split(text[match.start() :])[0].strip()
        words = name.split()
        if len(words) > 1 and words[1].lower() not in ANAPHORA and words[1][:1].isupper() and tells(name):
            return name
    return ""


def _resolved(text: str, before: str, topic: Topic) -> str:
    """The phrase, or what it points back to."""
    if topic.named and _BACK.search(before):
        return topic.named
    if tells(text) or _WHOLE.search(before):
        return text
    return topic.near or text


def unit_of(doc: Doc, index: int) -> str | None:
    """The noun behind a count, in lower case."""
    behind = list(doc[index + 1 : index + 2])
    return behind[0].lower_ if name_length(behind) and behind[0].text.isalpha() else None


def _scope(text: str, figure: Figure, measure: Measure | None) -> Scope | None:
    if figure.kind == "jumlah":
        counted = _WORD.findall(text.lower())
        return "pegawai" if STAFF.intersection(counted) else next((scope for scope, pattern in _SCOPES if pattern.match(text)), None)
    return next((scope for scope, pattern in _SCOPES if pattern.search(text)), "anggaran" if figure.kind == "rupiah" and measure else None)


def _code_in(text: str) -> tuple[str, str] | None:
    """The budget code in a phrase, as printed and in its normal form."""
    read = ((match.group(), read_code(match.group())) for match in _CODE.finditer(text))
    return next(((raw, code) for raw, code in read if code), None)
