"""D06: pangkat against golongan."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, Finding, Holds, NotEvaluable, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import person, staff
from extractor.checks.show import short
from extractor.values.ranks import PANGKAT

_STEP = re.compile(r"\b(?:tk|tkt|tingkat)\b\.?\s*(?:i|1|l)\b", re.IGNORECASE)
_CLOSE = 85.0


@check(
    "D06", "rank_mismatch", "peringatan", "Pangkat dan golongan tidak sepadan",
    wrong=lambda: staff([person("Wahyu Lestari", golongan="III/c", pangkat="Penata Tk. I")]),
    right=lambda: staff([person("Wahyu Lestari", golongan="III/d", pangkat="Penata Tingkat I")]),
)  # fmt: skip
def rank_mismatch(case: Case) -> Iterator[Outcome]:
    """Pangkat and golongan do not belong together.

    Compares: the pangkat and the golongan of each person in the staff list.
    Rule: PP 99/2000 with PP 12/2002: each golongan/ruang has one pangkat.
    Tolerance: "Tk. I", "Tk 1" and "Tingkat I" are the same; a slip in spelling does not count, nor does a "Tk. I" that is
        missing, since narrow columns lose it; more of its end may be lost unless the list prints that pangkat whole elsewhere.
    Wrong: Penata Tk. I with III/c.
    Right: Penata Tk. I with III/d.
    Repair: none without the person's file.
    """
    ranked = [(e.golongan, e.pangkat) for e in case.report.pegawai.daftar if e.golongan in PANGKAT]
    whole = {golongan for golongan, pangkat in ranked if golongan and _nearest(pangkat or "") == PANGKAT[golongan]}
    for employee in case.report.pegawai.daftar:
        golongan, pangkat = employee.golongan, employee.pangkat
        if golongan is None or pangkat is None:
            continue
        if golongan not in PANGKAT:
            yield NotEvaluable("the golongan has no pangkat")
            continue
        evidence = (Evidence(f"{pangkat}, {golongan}", employee.sumber, None, employee.nama),)
        if _nearest(pangkat) == PANGKAT[golongan]:
            yield Holds(evidence)
            continue
        lost = PANGKAT[golongan].lower().removeprefix(pangkat.lower().strip(" .,"))
        if lost != PANGKAT[golongan].lower() and (golongan not in whole or _STEP.fullmatch(lost.strip())):
            yield NotEvaluable("the end of the pangkat may be cut off")
            continue
        name = short(employee.nama)
        yield Finding(
            id=f"{name}: pangkat {pangkat} tidak sepadan dengan golongan {golongan} ({PANGKAT[golongan]}).",
            en=f"{name}: the pangkat {pangkat} does not belong to golongan {golongan} ({PANGKAT[golongan]}).",
            evidence=evidence, stated=pangkat, computed=PANGKAT[golongan],
        )  # fmt: skip


def _nearest(pangkat: str) -> str | None:
    """The pangkat that is meant; None where none is near."""
    plain = " ".join(_STEP.sub("Tk. I", pangkat).split()).lower()
    best = max(PANGKAT.values(), key=lambda name: fuzz.ratio(plain, name.lower()))
    return best if fuzz.ratio(plain, best.lower()) >= _CLOSE else None
