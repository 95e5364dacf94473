"""E04: years that contradict each other."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, Finding, Holds, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import mention, report
from extractor.checks.show import short
from extractor.checks.views.names import core
from extractor.model import Sebutan

_TITLE = 25
"""Letters of a law's title that tell it."""


@check(
    "E04", "year_mismatch", "peringatan", "Tahun yang bertentangan dengan konteksnya",
    wrong=lambda: report(sebutan=[mention("peraturan", "Undang-Undang Nomor 7", "2007", "Pemilihan Umum", 3),
                                  mention("peraturan", "Undang-Undang Nomor 7", "2017", "Pemilihan Umum", 9)]),
    right=lambda: report(sebutan=[mention("peraturan", "Undang-Undang Nomor 7", "2017", "Pemilihan Umum", 3),
                                  mention("peraturan", "Undang-Undang Nomor 7", "2017", "Pemilihan Umum", 9)]),
)  # fmt: skip
def year_mismatch(case: Case) -> Iterator[Outcome]:
    """A year contradicts its context.

    Compares: the years with which one law, by number and title, is cited; the two years of a comparison; the year that the
        preface or the closing gives this report with the reporting year; "tahun … mendatang" with it; the terms that are
        given to the strategic plan with each other, and the ordinal of a year with the term; the year of activities with that
        of the budget (DIPA) they follow; the date of a budget's data with the year that it is the result of.
    Rule: a law has one year; what is compared is of two years; a report is on one year, which is over when it is written.
    Tolerance: laws of one number with different titles are different laws; of terms that begin in one year the one that
        stands most often is right, the others only where it stands at least twice.
    Wrong: "Undang-Undang Nomor 7 Tahun 2007 tentang Pemilihan Umum" beside "… Tahun 2017 …".
    Right: 2017 in both.
    Repair: the year that is cited most often; the official one is not in the report.
    """
    laws: dict[tuple[str, str], list[Sebutan]] = defaultdict(list)
    for item in case.report.sebutan:
        if item.jenis == "peraturan":
            laws[item.teks.lower().replace(" ", "").replace("-", ""), core(item.keterangan or "").replace(" ", "")[:_TITLE]].append(item)
        elif item.jenis == "perbandingan":
            yield Finding(
                id=f"“{short(item.teks)}” membandingkan tahun {item.nilai} dengan tahun yang sama.",
                en=f"“{short(item.teks)}” compares {item.nilai} with the same year.",
                evidence=(Evidence(item.teks, item.sumber),), stated=int(item.nilai or 0),
            )  # fmt: skip
    yield from _tied(case)
    for cited in laws.values():
        usual = Counter(c.nilai for c in cited).most_common(1)[0][0]
        odd = [c for c in cited if c.nilai != usual]
        if not odd:
            yield Holds()
            continue
        others = tuple(Evidence(f"{c.teks} Tahun {c.nilai}", c.sumber) for c in cited if c.nilai == usual)
        yield Finding(
            id=f"{odd[0].teks} tentang {short(odd[0].keterangan)} disebut Tahun {odd[0].nilai}, di tempat lain Tahun {usual}.",
            en=f"{odd[0].teks} tentang {short(odd[0].keterangan)} is cited with the year {odd[0].nilai} and elsewhere with {usual}.",
            evidence=(*(Evidence(f"{c.teks} Tahun {c.nilai}", c.sumber) for c in odd), *others),
            stated=int(odd[0].nilai or 0), computed=int(usual or 0),
        )  # fmt: skip


def _tied(case: Case) -> Iterator[Outcome]:
    """Years that the words around them tie to something."""
    year, tied = case.report.tahun, [m for m in case.report.sebutan if m.jenis == "tahun" and m.nilai]
    for item in tied:
        judge = _JUDGES.get(item.keterangan or "")
        judged = judge(item, year) if judge is not None and year is not None else None
        if judged is None:
            yield Holds()
            continue
        said, right, why, reason = judged
        yield Finding(
            id=f"“{short(item.teks)}”: {why}.", en=f"“{short(item.teks)}”: {reason}.",
            evidence=(Evidence(item.teks, item.sumber),), stated=said, computed=right,
        )  # fmt: skip
    terms: dict[str, list[Sebutan]] = defaultdict(list)
    for item in tied:
        if item.keterangan == "masa":
            terms[(item.nilai or "").partition("-")[0]].append(item)
    for same in terms.values():
        yield from _terms(same)


def _terms(same: Sequence[Sebutan]) -> Iterator[Outcome]:
    """The terms of the plan that begin in one year."""
    (usual, times), *others = Counter(item.nilai for item in same).most_common()
    for value, fewer in others:
        odd = [item for item in same if item.nilai == value]
        if times < 2 or fewer * 2 > times:
            continue
        rest = tuple(Evidence(item.teks, item.sumber) for item in same if item.nilai == usual)
        yield Finding(
            id=f"“{short(odd[0].teks)}”: masa rencana strategis di tempat lain {usual}.",
            en=f"“{short(odd[0].teks)}”: elsewhere the term of the strategic plan is {usual}.",
            evidence=(*(Evidence(item.teks, item.sumber) for item in odd), *rest), stated=value, computed=usual,
        )  # fmt: skip


Judged = tuple[int | str, int | str | None, str, str] | None
"""What is stated, what it should be, and why, in Indonesian and English."""


def _of_report(item: Sebutan, year: int) -> Judged:
    said = int(item.nilai or 0)
    return None if said == year else (said, year, f"laporan ini tentang tahun {year}", f"this report is on {year}")


def _to_come(item: Sebutan, year: int) -> Judged:
    said = int(item.nilai or 0)
    if said > year:
        return None
    return said, year + 1, f"tahun {said} sudah lewat saat laporan ini disusun", f"{said} is over when this report is written"


def _which(item: Sebutan, year: int) -> Judged:
    nth, _, term = (item.nilai or "").partition(" ")
    first, _, last = term.partition("-")
    right = year - int(first) + 1
    if int(nth) == right or not int(first) <= year <= int(last):
        return None
    return int(nth), right, f"{year} adalah tahun ke-{right} dari {term}", f"{year} is year {right} of {term}"


def _by_budget(item: Sebutan, _: int) -> Judged:
    own, other = (item.nilai or "").split(" ", maxsplit=1)
    if own == other:
        return None
    return int(own), int(other), f"tahun {own} disusun menurut anggaran tahun {other}", f"{own} follows the budget of {other}"


def _as_of(item: Sebutan, year: int) -> Judged:
    words = (item.nilai or "").lower().split()
    early = len(words) == 3 and words[1].startswith(("jan", "feb")) and words[2] == str(year)
    why = (f"realisasi setahun {year} belum ada pada tanggal itu", f"there is no result of the whole of {year} on that day")
    return (item.nilai or "", None, *why) if early else None


_JUDGES: Mapping[str, Callable[[Sebutan, int], Judged]] = MappingProxyType(
    {"laporan": _of_report, "mendatang": _to_come, "urutan": _which, "dipa": _by_budget, "data": _as_of}
)
