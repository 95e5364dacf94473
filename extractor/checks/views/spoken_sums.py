"""Amounts in prose and the amounts that the same sentence says they consist of."""

from collections import defaultdict
from dataclasses import replace
from fractions import Fraction

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, figure
from extractor.checks.show import short
from extractor.checks.views.sums import Sum
from extractor.model import Klaim

_NEAR = Fraction(1, 10)
"""Share of the total that the parts may be off by; what is further off is not all of its parts."""


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
            found.append(_judged(Sum(total[0], parts, "rupiah", short(claims[0].kalimat), short(total[0].name) or "jumlahnya")))
    return found


def _evidence(claim: Klaim) -> Evidence | None:
    made = figure(claim.nilai, claim.sumber, claim.subjek or "")
    return made if made is not None and made.value is not None else None


def _judged(item: Sum) -> Sum:
    off = abs(Fraction(item.computed) - Fraction(item.total.value or 0))
    far = off > _NEAR * Fraction(item.total.value or 0)
    return replace(item, problem="the sentence does not name all parts") if far else item
