"""D04: sex against the employee number."""

from collections.abc import Iterator

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, Finding, Holds, NotEvaluable, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import person, staff
from extractor.checks.show import short
from extractor.values.nip import nip_details

_WORDS = {"L": "laki-laki", "P": "perempuan"}
_ENGLISH = {"L": "male", "P": "female"}


@check(
    "D04", "nip_gender", "galat", "Jenis kelamin berbeda dari NIP",
    wrong=lambda: staff([person("Wahyu Lestari", "196812261990031002", jenis_kelamin="P")]),
    right=lambda: staff([person("Wahyu Lestari", "196812261990032002", jenis_kelamin="P")]),
)  # fmt: skip
def nip_gender(case: Case) -> Iterator[Outcome]:
    """The stated sex differs from the one in the NIP.

    Compares: the column L/P of the staff list with the fifteenth digit of the same person's NIP.
    Rule: Perka BKN 22/2007: the fifteenth digit is 1 for a man and 2 for a woman.
    Tolerance: none.
    Wrong: P with NIP 19681226 199003 1 002.
    Right: P with NIP 19681226 199003 2 002.
    Repair: none without the person's file.
    """
    for employee in case.report.pegawai.daftar:
        if employee.nip is None or employee.jenis_kelamin is None:
            continue
        details, stated = nip_details(employee.nip), employee.jenis_kelamin
        evidence = (Evidence(stated, employee.sumber, None, employee.nama), Evidence(employee.nip, employee.sumber, None, employee.nama))
        if details is None:
            yield NotEvaluable("the NIP is malformed")
        elif details.sex == stated:
            yield Holds(evidence)
        else:
            name = short(employee.nama)
            yield Finding(
                id=f"{name}: jenis kelamin tertulis {_WORDS[stated]}, menurut NIP {employee.nip} {_WORDS[details.sex]}.",
                en=f"{name}: {_ENGLISH[stated]} as stated, {_ENGLISH[details.sex]} by the NIP {employee.nip}.",
                evidence=evidence, stated=stated, computed=details.sex,
            )  # fmt: skip
