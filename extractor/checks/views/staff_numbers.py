"""The employee numbers of the staff list, those that could not be read as such included."""

import re

from extractor.checks.case import Case
from extractor.checks.outcome import sources_of
from extractor.model import Pegawai

_DIGITS = re.compile(r"(?<![0-9])[0-9](?:[\s.\-]?[0-9]){14,20}(?![0-9])")


def staff_numbers(case: Case) -> list[str | None]:
    """For each person of the list the NIP, or what is printed in its place; None for a person without one."""
    return [employee.nip or _unread(case, employee) for employee in case.report.pegawai.daftar]


def _unread(case: Case, employee: Pegawai) -> str | None:
    """A number of nearly 18 digits in the person's row, where the record has none."""
    place = next(iter(sources_of(employee.sumber)), None)
    table = case.table(place.tabel) if place else None
    if table is None or employee.status not in ("PNS", "PPPK"):
        return None
    for row, at in zip(table.baris, table.sumber_baris, strict=False):
        if next(iter(sources_of(at)), None) is not None and sources_of(at)[0].model_copy(update={"tabel": place and place.tabel}) == place:
            found = [re.sub(r"\D", "", m.group()) for cell in row for m in _DIGITS.finditer(cell)]
            return next((n for n in found if len(n) != 18 and n[:2] in ("19", "20")), None)
    return None
