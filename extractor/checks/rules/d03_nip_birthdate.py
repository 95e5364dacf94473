"""D03: dates of birth against the employee number."""

from collections.abc import Iterator

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, Finding, Holds, NotEvaluable, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import person, staff
from extractor.checks.show import date, short
from extractor.values.nip import nip_details


@check(
    "D03", "nip_birthdate", "galat", "Tanggal lahir berbeda dari NIP",
    wrong=lambda: staff([person("Wahyu Lestari", "196812261990031002", tanggal_lahir="1968-12-20")]),
    right=lambda: staff([person("Wahyu Lestari", "196812261990031002", tanggal_lahir="1968-12-26")]),
)  # fmt: skip
def nip_birthdate(case: Case) -> Iterator[Outcome]:
    """The stated date of birth differs from the one in the NIP.

    Compares: the date of birth in the staff list with the first eight digits of the same person's NIP.
    Rule: Perka BKN 22/2007: the NIP begins with the date of birth, YYYYMMDD.
    Tolerance: none; a date without its day is compared as far as it goes.
    Wrong: born 20 December 1968 with NIP 19681226 199003 1 002.
    Right: born 26 December 1968 with it.
    Repair: none without the person's file; a NIP that stands elsewhere with the same digits speaks for the NIP.
    """
    for employee in case.report.pegawai.daftar:
        if employee.nip is None or employee.tanggal_lahir is None:
            continue
        details, stated = nip_details(employee.nip), employee.tanggal_lahir
        evidence = (Evidence(stated, employee.sumber, None, employee.nama), Evidence(employee.nip, employee.sumber, None, employee.nama))
        if details is None:
            yield NotEvaluable("the NIP is malformed")
        elif details.birth.startswith(stated):
            yield Holds(evidence)
        else:
            name = short(employee.nama)
            yield Finding(
                id=f"{name}: tanggal lahir tertulis {date(stated)}, menurut NIP {employee.nip} {date(details.birth)}.",
                en=f"{name}: born {stated} as stated, {details.birth} by the NIP {employee.nip}.",
                evidence=evidence, stated=stated, computed=details.birth,
            )  # fmt: skip
