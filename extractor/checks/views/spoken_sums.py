"""Amounts and quantities in prose and the ones that the same sentence says they consist of."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, figure
from extractor.checks.show import short
from extractor.checks.views.sums import Sum
from extractor.model import Klaim
from extractor.values.numbers import read_number

_NEAR = Fraction(1, 10)
"""Share of the total that the parts may be off by; what is further off is not all of its parts."""
_CLOSE = Fraction(1, 50)
"""The same where only the wording shows that two quantities are the parts: what has a quality and what has not."""
_QUANTITY = re.compile(r"(?<![\w.,])(?P<number>[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?)\s+(?P<unit>[A-Za-z]{1,12})\b")
_NEGATED = re.compile(r"\b(?:tidak|belum)\s+(\w+)", re.IGNORECASE)


def spoken_sums(case: Case) -> list[Sum]:
    """ "sebesar Rp X yang terdiri dari A sebesar Rp Y dan B sebesar Rp Z", where all parts are named."""
    groups: dict[tuple[object, ...], list[Klaim]] = defaultdict(list)
    for claim in case.report.klaim:
        if claim.jenis == "rupiah" and claim.peran in ("total", "part"):
            groups[claim.kalimat, claim.kelompok].append(claim)
    found = []
    for claims in groups.values():
        total = [e for c in claims if c.peran == "total" and (e := _evidence(c)) is not None]
        parts = tuple(e for c in claims if c.peran == "part" and (e := _evidence(c)) is not None)
        if len(total) == 1 and len(parts) > 1 and "terdiri" in claims[0].kalimat.lower():
            where, what = short(claims[0].kalimat), short(total[0].name) or "jumlahnya"
            options = [_judged(Sum(whole, parts, "rupiah", where, what)) for whole in (total[0], *_beside(case, claims))]
            found.append(_likeliest(options))
    sentences = {claim.kalimat: claim for claim in case.report.klaim}
    return found + [item for sentence, claim in sentences.items() for item in _halves(sentence, claim)]


def _beside(case: Case, claims: Sequence[Klaim]) -> list[Evidence]:
    """The other amounts that the parts may be of: those of the same clause as the total, such as what was spent of a ceiling."""
    first = claims[0]
    return [
        e
        for c in case.report.klaim
        if (c.kalimat, c.kelompok, c.jenis, c.peran) == (first.kalimat, first.kelompok, "rupiah", None) and (e := _evidence(c)) is not None
    ]


def _likeliest(options: Sequence[Sum]) -> Sum:
    """The sum that holds; where none does and several amounts come near, none can be told to be wrong."""
    near = [option for option in options if not option.problem]
    holding = next((option for option in near if option.holds), None)
    unsure = replace(options[0], problem="the parts may be of several amounts") if len(near) > 1 else None
    return holding or unsure or (near or options)[0]


def _halves(sentence: str, claim: Klaim) -> Iterator[Sum]:
    """ "X km, yang beroperasi Y km dan yang tidak beroperasi Z km": what is so and what is not are all there is."""
    if not _NEGATED.search(sentence):
        return
    found = list(_QUANTITY.finditer(sentence))
    for whole, one, other in zip(found, found[1:], found[2:], strict=False):
        if not whole["unit"].lower() == one["unit"].lower() == other["unit"].lower():
            continue
        total, *parts = (Evidence(m["number"], claim.sumber, read_number(m["number"]), m["unit"]) for m in (whole, one, other))
        values = [Fraction(e.value) for e in (total, *parts) if e.value is not None]
        opposed = _opposed(sentence[whole.end() : one.start()], sentence[one.end() : other.start()])
        if len(values) == 3 and opposed and abs(values[0] - values[1] - values[2]) <= _CLOSE * values[0]:
            yield Sum(total, tuple(parts), whole["unit"], short(sentence[max(0, whole.start() - 60) :]), whole.group())


def _opposed(before: str, between: str) -> bool:
    """Whether one of two texts denies a word that the other affirms."""
    denied, affirmed = ({m.lower() for m in _NEGATED.findall(text)} for text in (before, between))
    words = (_NEGATED.sub(" ", text).lower().split() for text in (before, between))
    return bool(affirmed & set(next(words)) or denied & set(next(words)))


def _evidence(claim: Klaim) -> Evidence | None:
    made = figure(claim.nilai, claim.sumber, claim.subjek or "")
    return made if made is not None and made.value is not None else None


def _judged(item: Sum) -> Sum:
    off = abs(Fraction(item.computed) - Fraction(item.total.value or 0))
    far = off > _NEAR * Fraction(item.total.value or 0)
    return replace(item, problem="the sentence does not name all parts") if far else item
