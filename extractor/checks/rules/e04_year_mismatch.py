"""E04: years that contradict each other."""

from collections import Counter, defaultdict
from collections.abc import Iterator

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

    Compares: the years with which one law, by number and title, is cited; the two years of a comparison.
    Rule: a law has one year; what is compared is of two years.
    Tolerance: laws of one number with different titles are different laws.
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
