"""B04: budget lines handed down."""

import re
from collections.abc import Iterator
from datetime import date

from extractor.checks.case import Case
from extractor.checks.outcome import Finding, Holds, Outcome, figure
from extractor.checks.registry import check
from extractor.checks.samples import agreement, report
from extractor.checks.show import rupiah, short
from extractor.checks.views.names import same
from extractor.checks.views.versions import compatible
from extractor.model import BarisAnggaran, PerjanjianKinerja
from extractor.values.rounding import Interval

_ALIKE = 90.0
_ONE_SIGNING = 31
"""Days within which the agreements of one version of the budget are signed."""


@check(
    "B04", "cascade_mismatch", "peringatan", "Anggaran dalam PK bawahan melebihi atau berbeda dari PK atasannya",
    wrong=lambda: report(perjanjian_kinerja=[
        agreement(unit="Ketua KPU Kabupaten Contoh", first_party="Rukmini", budget=(("Dukungan Manajemen", "2.647.529.000"),)),
        agreement(unit="Sekretaris KPU Kabupaten Contoh", first_party="Wiryawan", second_party="Rukmini", first=30,
                  budget=(("Dukungan Manajemen", "2.746.529.000"),))]),
    right=lambda: report(perjanjian_kinerja=[
        agreement(unit="Ketua KPU Kabupaten Contoh", first_party="Rukmini", budget=(("Dukungan Manajemen", "2.647.529.000"),)),
        agreement(unit="Sekretaris KPU Kabupaten Contoh", first_party="Wiryawan", second_party="Rukmini", first=30,
                  budget=(("Dukungan Manajemen", "2.647.529.000"),))]),
)  # fmt: skip
def cascade_mismatch(case: Case) -> Iterator[Outcome]:
    """A budget line of a subordinate's PK exceeds the same line in the superior's, or differs from it.

    Compares: the budget lines of each agreement with those of the agreement of the person to whom it is given, of one year.
    Rule: PermenPANRB 53/2014: agreements are handed down level by level; nobody can be given more than the superior has.
    Tolerance: none. A subordinate's line that is smaller is a share of it, and only a warning where the codes are the same.
        Agreements signed more than a month apart are versions of the budget: a difference between them is `info`; where the
        superior signed several, that of the same day counts.
    Wrong: 2.746.529.000 under the Sekretaris, 2.647.529.000 for the same program under the Ketua.
    Right: 2.647.529.000 under both.
    Repair: the amount that other tables confirm.
    """
    agreements = [a for a in case.report.perjanjian_kinerja if a.anggaran]
    for lower in agreements:
        above = [upper for upper in agreements if _reports_to(lower, upper)]
        same_day = [upper for upper in above if lower.tanggal and upper.tanggal == lower.tanggal]
        for upper in same_day or above:
            yield from _compared(lower, upper)


def _reports_to(lower: PerjanjianKinerja, upper: PerjanjianKinerja) -> bool:
    boss = lower.pihak_kedua.nama if lower.pihak_kedua else None
    head = upper.pihak_pertama.nama if upper.pihak_pertama else None
    return lower is not upper and lower.tahun == upper.tahun and bool(boss and head) and _bare(boss) == _bare(head)


def _versions(lower: PerjanjianKinerja, upper: PerjanjianKinerja) -> bool:
    """Whether the two were signed so far apart that the budget may have been revised between them."""
    signed = [a.tanggal or "" for a in (lower, upper)]
    days = [date.fromisoformat(day) for day in signed if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day)]
    return len(days) == 2 and abs((days[0] - days[1]).days) > _ONE_SIGNING


def _bare(name: str | None) -> str:
    return re.sub(r"\W+", "", (name or "").split(",", maxsplit=1)[0].lower())


def _compared(lower: PerjanjianKinerja, upper: PerjanjianKinerja) -> Iterator[Outcome]:
    for line in lower.anggaran:
        for other in upper.anggaran:
            coded = bool(line.kode and other.kode)
            if not same(line.uraian, other.uraian, _ALIKE) or (coded and not compatible(line.kode or "", other.kode or "")):
                continue
            mine = line.jumlah.nilai if line.jumlah is not None else None
            theirs = other.jumlah.nilai if other.jumlah is not None else None
            if mine is None or theirs is None or mine == theirs or (mine < theirs and not coded):
                yield Holds()
            else:
                yield _finding(lower, upper, line, other)


def _finding(lower: PerjanjianKinerja, upper: PerjanjianKinerja, line: BarisAnggaran, other: BarisAnggaran) -> Finding:
    mine, theirs = figure(line.jumlah, line.sumber, line.uraian), figure(other.jumlah, other.sumber, other.uraian)
    assert mine is not None and theirs is not None and mine.value is not None and theirs.value is not None
    figures = (rupiah(mine.value), rupiah(theirs.value))
    name, who = short(line.uraian), (short(lower.unit), short(upper.unit))
    versions = _versions(lower, upper)
    implied = {} if versions else {mine.key: Interval.exactly(theirs.value), theirs.key: Interval.exactly(mine.value)}
    return Finding(
        id=f"{name} ({lower.tahun}): {figures[0]} dalam PK {who[0]}, {figures[1]} dalam PK atasannya ({who[1]}).",
        en=f"{name} ({lower.tahun}): {figures[0]} in the PK of {who[0]}, {figures[1]} in that of the superior ({who[1]}).",
        evidence=(mine, theirs), stated=mine.value, computed=theirs.value, unit="rupiah", weight=9,
        severity="info" if versions else None, implied=implied,
    )  # fmt: skip
