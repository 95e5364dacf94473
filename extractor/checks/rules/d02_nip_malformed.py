"""D02: employee numbers that no one can have."""

import re
from collections.abc import Iterator

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, Finding, Holds, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import person, staff
from extractor.checks.show import short
from extractor.checks.views.staff_numbers import staff_numbers
from extractor.model import Pegawai
from extractor.values.nip import nip_details

_REASONS = (
    (r"(?!\d{18}$)", "bukan 18 digit", "it does not have 18 digits"),
    (r"(?!(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))", "tanggal lahirnya mustahil", "its date of birth is impossible"),
    (r"\d{12}(?!0[1-9]|1[0-2]|21)", "bulan pengangkatannya mustahil", "its month of appointment is impossible"),
    (r"\d{14}(?![12])", "digit jenis kelaminnya bukan 1 atau 2", "its digit of sex is neither 1 nor 2"),
    (r"", "tanggal lahir dan tahun pengangkatannya tidak mungkin", "its dates of birth and appointment cannot be"),
)


@check(
    "D02", "nip_malformed", "peringatan", "NIP tidak mungkin",
    wrong=lambda: staff([person("Wahyu Lestari", "198813261990031002")]),
    right=lambda: staff([person("Wahyu Lestari", "196812261990031002")]),
)  # fmt: skip
def nip_malformed(case: Case) -> Iterator[Outcome]:
    """An employee number is malformed.

    Compares: each NIP with its own form: 18 digits; a date of birth; a month of appointment, or the year and 21 for a PPPK;
        1 or 2 for the sex; three digits of sequence.
    Rule: Perka BKN 22/2007 (NIP); PP 49/2018 for the NIPPPK. Nobody is appointed before the 15th birthday.
    Tolerance: blanks, dots and hyphens between the digits.
    Wrong: 198813261990031002, a birth in month 13.
    Right: 196812261990031002.
    Repair: none without the person's file.
    """
    for employee, number in zip(case.report.pegawai.daftar, case.view(staff_numbers), strict=True):
        if number is None:
            continue
        evidence = Evidence(number, employee.sumber, None, employee.nama)
        yield Holds((evidence,)) if nip_details(number) else _finding(employee, number, evidence)


def _finding(employee: Pegawai, number: str, evidence: Evidence) -> Finding:
    why = next((id_, en) for pattern, id_, en in _REASONS if re.match(pattern, number))
    return Finding(
        id=f"NIP {short(employee.nama)} ({number}) tidak mungkin: {why[0]}.",
        en=f"The NIP of {short(employee.nama)} ({number}) cannot be: {why[1]}.",
        evidence=(evidence,), stated=number,
    )  # fmt: skip
