"""The findings that need several reports: put beside those of the report alone, taken out again when the others change."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

from extractor.across.excerpt import excerpt
from extractor.across.neighbours import header, neighbours
from extractor.checks import Check, checks, examine
from extractor.checks.case import Case
from extractor.checks.settings import Settings
from extractor.model import Banding, Bukti, LaporanSatker, Temuan

COPIED: Final = "X04"
LEFT: Final = "E03"
_RANK: Final = {"galat": 0, "peringatan": 1, "info": 2}


def relate(report: LaporanSatker, others: Sequence[Banding], common: frozenset[str], settings: Settings) -> LaporanSatker:
    """The same satker-year with what follows from ``others`` among its findings, in place of what followed from others before.

    The findings of the report alone, and the corrections proposed for them, stay as they are.
    """
    chosen: list[Check] = [check for check in settings.chosen if check.across]
    codes = {check.code for check in checks().values() if check.across}
    found = examine(Case(report, others, common), chosen, settings)
    own = [finding for finding in report.temuan if finding.kode not in codes]
    for finding in found.findings:
        _behind_its_cause(finding, own)
    report.temuan = sorted(chain(own, found.findings), key=_severity)
    tally = [entry for entry in report.mutu.pemeriksaan if entry.kode not in codes]
    report.mutu.pemeriksaan = sorted([*tally, *found.tally], key=lambda entry: entry.kode)
    names = tuple(f"{code} " for code in codes)
    told = [note for note in report.mutu.peringatan if not (note.kode == "pemeriksaan" and note.pesan.startswith(names))]
    report.mutu.peringatan = told + found.crashes
    return report


def relate_all(reports: Iterable[LaporanSatker], settings: Settings) -> list[LaporanSatker]:
    """Satker-years that are at hand, each compared with the others."""
    known = dict(enumerate(reports))
    excerpts = {str(number): excerpt(report) for number, report in known.items()}
    found = neighbours(header(name, each) for name, each in excerpts.items())
    for name, each in found.items():
        relate(known[int(name)], [excerpts[other] for other in each.others], each.common, settings)
    return list(known.values())


def _behind_its_cause(finding: Temuan, own: Sequence[Temuan]) -> None:
    """A copied passage in which a name was found that should not be there is told as that name's."""
    cause = next((other for other in own if finding.kode == COPIED and other.kode == LEFT and _within(other.bukti, finding.bukti)), None)
    if cause is not None:
        finding.sebab, finding.keparahan = cause.id, "info"


def _within(inner: Sequence[Bukti], outer: Sequence[Bukti]) -> bool:
    """Whether the first piece of evidence is printed where the first of the other is."""
    if not inner or not outer or (inner[0].dokumen, inner[0].halaman) != (outer[0].dokumen, outer[0].halaman):
        return False
    a, b = inner[0], outer[0]
    if a.baris is not None and b.baris is not None:
        return b.baris[0] <= a.baris[0] <= b.baris[1]
    return a.kotak is not None and b.kotak is not None and b.kotak[1] <= (a.kotak[1] + a.kotak[3]) / 2 <= b.kotak[3]


def _severity(finding: Temuan) -> tuple[int, bool]:
    """What is found in the report alone stands before what the others say, in its own order."""
    return _RANK[finding.keparahan], finding.kode.startswith("X")
