"""E03: another satker's name."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, Finding, Holds, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import mention, report
from extractor.checks.show import short
from extractor.identity.regions import RegionLevel, gazetteer
from extractor.identity.words import fold

_OWN = 75.0
_SAME_BODY = 90.0
_BODY = re.compile(r"(?P<body>.+?)\s+(?:Kabupaten|Kota)\s+[A-Z]")
_GUEST = re.compile(
    r"\b(?:ke|bersama|dengan|antar|antara|seperti|termasuk|di|dari|dan|serta|atau|menghadiri|mengunjungi)\s*$"
    r"|\b(?:KPU|kabupaten|kota|provinsi)\b[^.]*,\s*$",
    re.IGNORECASE,
)
"""Words before the name of another body that is rightly named."""


@check(
    "E03", "satker_mismatch", "galat", "Nama satker lain tertulis di tempat nama satker ini",
    wrong=lambda: report(sebutan=[mention("badan", "Kabupaten Sleman")]),
    right=lambda: report(sebutan=[mention("badan", "Kabupaten Contoh")]),
)  # fmt: skip
def satker_mismatch(case: Case) -> Iterator[Outcome]:
    """Another satker's name stands where this one's should.

    Compares: every "KPU Kabupaten …" and "KPU Kota …" of the text, or another body's name with a region, with the name and
        the region of the reporting satker.
    Rule: a report speaks of its own unit; another's name is a remainder of the report that it was copied from.
    Tolerance: spelling; names after "bersama", "ke", "seperti" and the like, or in a list, are of bodies rightly named; the
        same other name more than twice is no remainder.
    Wrong: "KPU Kabupaten Sleman" in the report of another kabupaten.
    Right: the satker's own name.
    Repair: the satker's own name.
    """
    own, level = case.report.satker.wilayah, case.report.satker.tingkat
    whole = _BODY.match(case.report.satker.nama)
    if own is None or (level not in ("kabupaten", "kota") and whole is None):
        return
    kind = "KPU" if whole is None or level in ("kabupaten", "kota") else whole["body"]
    bodies = [m for m in case.report.sebutan if m.jenis == "badan" and fuzz.ratio(m.nilai or "KPU", kind) >= _SAME_BODY]
    for item in bodies:
        name = item.teks.partition(" ")[2]
        named = _region(item.teks)
        if named is None or _is_own(name, own, named) or _GUEST.search(item.keterangan or ""):
            yield Holds()
        elif sum(other.teks == item.teks for other in bodies) <= 2:
            yield Finding(
                id=f"Tertulis {kind} {short(item.teks)}, padahal laporan ini dari {case.report.satker.nama}.",
                en=f"{kind} {short(item.teks)} is printed, but the report is of {case.report.satker.nama}.",
                evidence=(Evidence(item.teks, item.sumber),), stated=f"{kind} {item.teks}", computed=case.report.satker.nama,
            )  # fmt: skip


def _region(text: str) -> str | None:
    """The name in the reference list that "Kabupaten …" or "Kota …" begins with, the longest one."""
    level, *words = fold(text).split()
    kinds: dict[str, RegionLevel] = {"KABUPATEN": "kabupaten", "KOTA": "kota"}
    found = gazetteer().at(words, kinds[level], fuzzy=False) if level in kinds else None
    return found.region.name if found else None


def _is_own(name: str, own: str, named: str) -> bool:
    """Whether the name is the satker's, with other words behind it or cut; one of a region that adds a word to it is not."""
    here, there, known = (re.sub(r"\W", "", text.lower()) for text in (name, own, named))
    if known != there and known.startswith(there):
        return False
    return here.startswith(there) or there.startswith(here) or fuzz.ratio(here[: len(there)], there) >= _OWN
