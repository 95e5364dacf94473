"""E05: dates that cannot be."""

from collections.abc import Iterator

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, Finding, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import mention, report
from extractor.checks.show import short


@check(
    "E05", "date_mismatch", "peringatan", "Tanggal yang tidak mungkin",
    wrong=lambda: report(sebutan=[mention("tanggal", "31 April 2024")]),
    right=report,
)  # fmt: skip
def date_mismatch(case: Case) -> Iterator[Outcome]:
    """A date cannot be.

    Compares: every date of the text with the calendar; a half-year with the last day that the same sentence gives it.
    Rule: the Gregorian calendar; the first half ends on 30 June, the second on 31 December.
    Tolerance: none.
    Wrong: 31 April 2024.
    Right: 30 April 2024.
    Repair: none: what was meant is not in the date.
    """
    for item in case.report.sebutan:
        if item.jenis == "tanggal" and item.keterangan == "semester":
            yield Finding(
                id=f"“{short(item.teks)}”: {item.nilai} adalah akhir semester yang lain.",
                en=f"“{short(item.teks)}”: {item.nilai} is the end of the other half of the year.",
                evidence=(Evidence(item.teks, item.sumber),), stated=item.teks,
            )  # fmt: skip
        elif item.jenis == "tanggal":
            yield Finding(
                id=f"Tanggal {short(item.teks)} tidak ada dalam kalender.",
                en=f"{short(item.teks)} is not in the calendar.",
                evidence=(Evidence(item.teks, item.sumber),), stated=item.teks,
            )  # fmt: skip
