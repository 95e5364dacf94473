"""Staff: the persons listed, and every count of them, by what is counted."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from rapidfuzz import fuzz

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, figure, sources_of
from extractor.model import Pegawai, RekapPegawai
from extractor.records.pegawai_istilah import ENGAGED, OCCUPATION, STAFF, STATUS, read_status
from extractor.values.education import read_pendidikan
from extractor.values.lookalike import mend_lookalikes

_GOLONGAN = re.compile(r"\b(IV|I{1,3})\b(?!\s*/)")
_LEVELS = (
    (r"S3|STRATA3|DOKTOR(?:AL)?", "S3"), (r"S2|STRATA2|MAGISTER|PASCASARJANA", "S2"),
    (r"D4S1|S1|STRATA1|SARJANA", "S1"), (r"D4|DIPLOMA4", "D4"),
    (r"D3|DIPLOMA3|SARJANAMUDA", "D3"), (r"D2|DIPLOMA2", "D2"), (r"D1|DIPLOMA1", "D1"),
    (r"(?:SLTA|SMTA|SMA|SMU|SMK|STM|SMEA|SPG|MA|MAN|SMAN|SMKN|(?:KEJAR)?PAKETC|PC).*|SEKOLAHMENENGAH(?:ATAS|KEJURUAN|UMUM)", "SMA"),
    (r"(?:SLTP|SMTP|SMP|MTS|SMPN|(?:KEJAR)?PAKETB|PB).*|SEKOLAHMENENGAHPERTAMA", "SMP"),
    (r"(?:SD|MI|SDN|SR|(?:KEJAR)?PAKETA|PA).*|SEKOLAHDASAR", "SD"),
)  # fmt: skip
"""Spellings of a level of education, and its usual name (PP 57/2021; Paket A to C are equal to SD to SMA)."""
_DIGIT_OF = {"SATU": "1", "DUA": "2", "TIGA": "3", "EMPAT": "4", "IV": "4", "III": "3", "II": "2", "I": "1"}
_QUALIFIER = re.compile(r"\(((?:[^()]|\([^()]*\))+)\)\s*$")
_LENT = re.compile(r"\b(organik|dpk|dipekerjakan|diperbantukan)\b", re.IGNORECASE)
"""Whether civil servants are an office's own, or lent to it by another one (PP 11/2017)."""
_ONE = 70.0
"""Likeness of two names that are one person's, with and without titles."""
_QUALIFIED = 3
"""A status label with more other words than this speaks of a part of the group."""


@dataclass(frozen=True, slots=True)
class Count:
    """One stated count."""

    dimension: str
    group: str
    """What is counted, the same for all wordings: "PNS", "III", "S1", "total"; of a part of a status, "PPNPN pengemudi", "PNS dpk"."""
    label: str
    value: int
    evidence: Evidence
    table: str | None


def counts(case: Case) -> list[Count]:
    """Counts whose label names a whole group, or an occupation in it where no whole is stated."""
    found = []
    crossed, lent = _crossed(case.report.pegawai.rekap), _tells_lent(case.report.pegawai.rekap)
    for row in case.report.pegawai.rekap:
        if _crossing(row) in crossed and _QUALIFIER.search(row.label):
            continue
        group, evidence = _group(row, lent), figure(row.jumlah, row.sumber, row.label)
        if group and evidence is not None and isinstance(evidence.value, int):
            table = next((s.tabel for s in sources_of(row.sumber)), None)
            found.append(Count(row.dimensi, group, row.label, evidence.value, evidence, table))
    whole = {count.group for count in found}
    return [count for count in found if count.dimension != "status" or " " not in count.group or count.group.split()[0] not in whole]


def _crossed(rows: Iterable[RekapPegawai]) -> set[tuple[str | None, str, str]]:
    """Columns of a matrix of counts: labels that one table states with several qualifiers ("PNS (Dokter)", "PNS (Perawat)")."""
    qualifiers: dict[tuple[str | None, str, str], set[str]] = {}
    for row in rows:
        match = _QUALIFIER.search(row.label)
        if match:
            qualifiers.setdefault(_crossing(row), set()).add(match[1])
    return {crossing for crossing, found in qualifiers.items() if len(found) > 1}


def _crossing(row: RekapPegawai) -> tuple[str | None, str, str]:
    table = next((s.tabel for s in sources_of(row.sumber)), None)
    return table, row.dimensi, _QUALIFIER.sub("", row.label).strip()


def _tells_lent(rows: Iterable[RekapPegawai]) -> bool:
    """Whether an office's own civil servants and those lent to it are counted apart."""
    told = {match[1].lower() for row in rows if row.dimensi == "status" and (match := _LENT.search(row.label))}
    return len(told) > 1 and "organik" in told


def _group(row: RekapPegawai, lent: bool) -> str | None:
    if row.dimensi == "total":
        return "total"
    if row.dimensi == "status":
        label = mend_lookalikes(row.label)
        rest = re.findall(r"[A-Za-z]{3,}", STAFF.sub(" ", STATUS.sub(" ", label)))
        status = read_status(label)
        job = OCCUPATION.search(label) if status and not ENGAGED.search(label) else None
        own = _LENT.search(label) if lent and status == "PNS" else None
        part = job or own
        return None if len(rest) > _QUALIFIED else f"{status} {''.join(part[0].lower().split())}" if part else status
    if row.dimensi == "golongan":
        match = _GOLONGAN.search(row.label.upper())
        return match[1] if match else None
    if row.dimensi == "subbagian":
        return re.sub(r"\W+", "", row.label.lower())
    return education(row.label) if row.dimensi == "pendidikan" else None


@lru_cache(maxsize=1024)
def education(text: str) -> str | None:
    """The level of education in its usual name: "S1" for "Strata 1", "D3" for "Diploma III"; None for none."""
    printed = re.sub(r"[^A-Z0-9]", "", (read_pendidikan(text) or "").upper())
    for word, digit in _DIGIT_OF.items():
        printed = re.sub(rf"^(STRATA|DIPLOMA|S|D){word}(?=$|[SD])", rf"\g<1>{digit}", printed)
    return next((name for pattern, name in _LEVELS if re.fullmatch(pattern, printed)), None) if printed else None


def groups_of(person: Pegawai) -> dict[str, str]:
    """The group a listed person belongs to, by dimension."""
    found = {"status": person.status or "", "total": "total"}
    if person.golongan and "/" in person.golongan:
        found["golongan"] = person.golongan.split("/")[0]
    if person.pendidikan and (level := education(person.pendidikan)):
        found["pendidikan"] = level
    return found


def persons(case: Case) -> list[Pegawai]:
    """The persons listed, one who is listed twice taken once; a NIP beside two names is of two persons."""
    unique: dict[str, list[Pegawai]] = {}
    for person in case.report.pegawai.daftar:
        known = unique.setdefault(person.nip or re.sub(r"\W+", "", person.nama.lower()), [])
        if not any(fuzz.token_set_ratio(person.nama.lower(), other.nama.lower()) >= _ONE for other in known):
            known.append(person)
    return [person for people in unique.values() for person in people]


def unions(parts: Iterable[int]) -> frozenset[int]:
    """Every sum of one or more of the parts."""
    numbers = list(parts)
    return frozenset(sum(chosen) for size in range(1, len(numbers) + 1) for chosen in combinations(numbers, size))
