"""Proposals of what wrong figures should be: the contract's ``rekonsiliasi``. What is stated always stays."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence
from extractor.checks.show import number, short
from extractor.model import Pesan, Rekonsiliasi, Temuan
from extractor.reconciling.constraints import Statement, cell_of, statement
from extractor.reconciling.explain import Change, Explanation, Verdict, reconcile
from extractor.reconciling.pointers import pointers
from extractor.reconciling.system import Number

ALTERNATIVE = "alternatif"
SLIPS: dict[str, tuple[str, str]] = {
    "skala": ("faktor seribu atau sejuta tertinggal", "a factor of a thousand or a million is off"),
    "kelompok": ("satu kelompok tiga digit hilang atau berlebih", "a group of three digits is lost or doubled"),
    "tertukar": ("dua digit yang bersebelahan tertukar", "two neighbouring digits are swapped"),
    "mirip": ("satu digit terbaca sebagai digit yang mirip", "a digit is taken for one that looks alike"),
    "angka": ("satu digit salah ketik", "a digit is mistyped"),
    "hilang": ("satu digit hilang atau berlebih", "a digit is lost or added"),
    "tanda": ("tanda minus hilang atau berlebih", "the sign is lost or added"),
    "tetangga": ("angka dari sel di sebelahnya", "the figure of a neighbouring cell"),
    "terlewat": ("satu rincian tidak ikut dijumlahkan", "one part was not added"),
    "ganda": ("satu rincian dijumlahkan dua kali", "one part was added twice"),
    "selisih_kecil": ("salah hitung satu atau dua", "miscounted by one or two"),
    "sembarang": ("salah hitung atau salah salin", "miscalculated or miscopied"),
}
"""What each slip is called, in Indonesian and English."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What proposals are written from."""

    stated: Statement
    paths: dict[str, str]
    findings: dict[str, tuple[str, ...]]
    """Ids of the findings that name a cell as evidence, by table, row and column."""


def propose(case: Case, findings: Sequence[Temuan]) -> list[Rekonsiliasi]:
    """Proposals for all contradictions that the constraints show, in the order of the places they change.

    Each finding that a chosen proposal settles is linked to it (``Temuan.rekonsiliasi``).
    """
    stated = statement(case)
    known = _Known(stated, pointers(case.report, stated.evidence), _named(findings))
    made = [entry for verdict in reconcile(stated.system) for entry in _entries(known, verdict) if entry.temuan]
    made.sort(key=lambda entry: (entry.jalur, entry.metode == ALTERNATIVE, -entry.keyakinan, entry.id))
    chosen = {name: entry.id for entry in reversed(made) if entry.metode != ALTERNATIVE for name in entry.temuan}
    for finding in findings:
        finding.rekonsiliasi = chosen.get(finding.id)
    return made


def _entries(known: _Known, verdict: Verdict) -> Iterator[Rekonsiliasi]:
    shown = (verdict.chosen,) if verdict.chosen else verdict.alternatives
    for explanation in shown:
        for change in explanation.changes:
            if change.value is not None:
                yield _entry(known, explanation, change, chosen=verdict.chosen is not None)


def _entry(known: _Known, explanation: Explanation, change: Change, *, chosen: bool) -> Rekonsiliasi:
    evidence, value = known.stated.evidence[change.key], plain(change.value)
    path = known.paths[change.key]
    digest = sha256(f"{path} {value} {sorted(explanation.keys)}".encode()).hexdigest()[:8]
    return Rekonsiliasi(
        id=f"R-{digest}",
        jalur=path,
        dinyatakan=evidence.value,
        menjadi=value,
        metode=ALTERNATIVE if not chosen else "lokalisasi" if change.slip == "sembarang" else "deduktif",
        keyakinan=round(min(change.probability, 0.999), 3),
        alasan=_reason(evidence, explanation, change, chosen=chosen),
        temuan=sorted(known.findings.get(cell_of(change.key), ())),
    )


def _reason(evidence: Evidence, explanation: Explanation, change: Change, *, chosen: bool) -> Pesan:
    """Why this value: the slip that would have led to what is stated, and the comparisons that then hold."""
    slip = SLIPS[change.slip]
    together = len(explanation.changes) - 1
    holds = "; ".join(explanation.satisfies[:6]) + (f"; … (+{len(explanation.satisfies) - 6})" if len(explanation.satisfies) > 6 else "")
    others = (f", bersama {together} perubahan lain," if together else "", f", with {together} other changes," if together else "")
    doubt = ("", "") if chosen else ("Salah satu dari beberapa kemungkinan. ", "One of several possibilities. ")
    stated, value, name = number(evidence.value or 0), number(plain(change.value)), short(evidence.name)
    return Pesan(
        id=f"{doubt[0]}{name}: tertulis {stated}; dengan {value}{others[0]} semua ini cocok: {holds}. Dugaan: {slip[0]}.",
        en=f"{doubt[1]}{name}: stated as {stated}; with {value}{others[1]} all of these hold: {holds}. Likely: {slip[1]}.",
    )


def plain(value: Number | None) -> int | Decimal:
    """A whole number, or the decimal that the figure's steps make it."""
    exact = Fraction(value or 0)
    return int(exact) if exact.denominator == 1 else Decimal(exact.numerator) / Decimal(exact.denominator)


def _named(findings: Iterable[Temuan]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for finding in findings:
        for piece in finding.bukti:
            if piece.tabel is not None and piece.sel is not None:
                found.setdefault(f"{piece.tabel}|{piece.sel[0]}|{piece.sel[1]}", []).append(finding.id)
    return {key: tuple(dict.fromkeys(names)) for key, names in found.items()}
