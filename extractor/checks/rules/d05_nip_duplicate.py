"""D05: one employee number on two persons."""

import re
from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz import fuzz

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, Finding, Holds, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import person, staff
from extractor.checks.show import short
from extractor.model import Pegawai

_SAME_PERSON = 75.0


@check(
    "D05", "nip_duplicate", "galat", "Satu NIP dipakai dua orang",
    wrong=lambda: staff([person("Wahyu Lestari", "196812261990032002"), person("Bagus Prakoso", "196812261990032002", line=2)]),
    right=lambda: staff([person("Wahyu Lestari, S.E.", "196812261990032002"), person("WAHYU LESTARI", "196812261990032002", line=2)]),
)  # fmt: skip
def nip_duplicate(case: Case) -> Iterator[Outcome]:
    """One NIP stands with two persons.

    Compares: the names that one NIP stands with, in all staff lists of the satker-year.
    Rule: Perka BKN 22/2007: a NIP is given once.
    Tolerance: titles, capitals and slips in the name: names that are alike mean one person.
    Wrong: Wahyu Lestari and Bagus Prakoso with the same NIP.
    Right: "Wahyu Lestari, S.E." and "WAHYU LESTARI" with the same NIP.
    Repair: none without the persons' files; where one of them is of the other sex than the NIP says, the NIP is the other's.
    """
    holders: dict[str, list[Pegawai]] = defaultdict(list)
    for employee in case.report.pegawai.daftar:
        if employee.nip is not None:
            holders[employee.nip].append(employee)
    for nip, group in holders.items():
        first = group[0]
        other = next((e for e in group[1:] if fuzz.ratio(_bare(first.nama), _bare(e.nama)) < _SAME_PERSON), None)
        if other is None:
            yield Holds()
            continue
        names = (short(first.nama), short(other.nama))
        yield Finding(
            id=f"NIP {nip} tertulis untuk dua orang: {names[0]} dan {names[1]}.",
            en=f"The NIP {nip} stands with two persons: {names[0]} and {names[1]}.",
            evidence=tuple(Evidence(f"{e.nama} {nip}", e.sumber, None, e.nama) for e in (first, other)), stated=nip,
        )  # fmt: skip


def _bare(name: str) -> str:
    return re.sub(r"\W+", "", name.partition(",")[0].lower())
