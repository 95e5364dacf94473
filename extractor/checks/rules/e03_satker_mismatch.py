"""E03: another satker's name."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, Finding, Holds, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import mention, report
from extractor.checks.show import short

_OWN = 75.0
_GUEST = re.compile(
    r"\b(?:ke|bersama|dengan|antar|antara|seperti|termasuk|di|dari|dan|serta|atau|menghadiri|mengunjungi)\s*$|,\s*$", re.IGNORECASE
)
"""Words before the name of another body that is rightly named."""


@check(
    "E03", "satker_mismatch", "galat", "Nama satker lain tertulis di tempat nama satker ini",
    wrong=lambda: report(sebutan=[mention("badan", "Kabupaten Sleman")]),
    right=lambda: report(sebutan=[mention("badan", "Kabupaten Contoh")]),
)  # fmt: skip
def satker_mismatch(case: Case) -> Iterator[Outcome]:
    """Another satker's name stands where this one's should.

    Compares: every "KPU Kabupaten …" and "KPU Kota …" of the text with the region of the reporting satker.
    Rule: a report speaks of its own unit; another's name is a remainder of the report that it was copied from.
    Tolerance: spelling; names after "bersama", "ke", "seperti" and the like, or in a list, are of bodies rightly named; the
        same other name more than twice is no remainder.
    Wrong: "KPU Kabupaten Sleman" in the report of another kabupaten.
    Right: the satker's own name.
    Repair: the satker's own name.
    """
    own, level = case.report.satker.wilayah, case.report.satker.tingkat
    if own is None or level not in ("kabupaten", "kota"):
        return
    bodies = [m for m in case.report.sebutan if m.jenis == "badan"]
    for item in bodies:
        name = item.teks.partition(" ")[2]
        if _is_own(name, own) or _GUEST.search(item.keterangan or ""):
            yield Holds()
        elif sum(other.teks == item.teks for other in bodies) <= 2:
            yield Finding(
                id=f"Tertulis KPU {short(item.teks)}, padahal laporan ini dari {case.report.satker.nama}.",
                en=f"KPU {short(item.teks)} is printed, but the report is of {case.report.satker.nama}.",
                evidence=(Evidence(item.teks, item.sumber),), stated=f"KPU {item.teks}", computed=case.report.satker.nama,
            )  # fmt: skip


def _is_own(name: str, own: str) -> bool:
    here, there = re.sub(r"\W", "", name.lower()), re.sub(r"\W", "", own.lower())
    return here.startswith(there) or there.startswith(here) or fuzz.ratio(here[: len(there)], there) >= _OWN
