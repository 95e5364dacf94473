"""Runs the checks over a satker-year and turns what they find into the contract's ``temuan``."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256

from extractor.checks.case import Case
from extractor.checks.causes import Traced, trace
from extractor.checks.outcome import Evidence, Finding, Holds, sources_of
from extractor.checks.registry import Check
from extractor.checks.settings import Settings
from extractor.checks.show import Number, number, short
from extractor.checks.views.doubts import Doubts, doubts
from extractor.checks.views.misread import Reason, reasons
from extractor.model import Bukti, LaporanSatker, Pemeriksaan, Peringatan, Pesan, Temuan

DECIMALS = 4
"""Digits kept of a computed figure that has no end."""


@dataclass(slots=True)
class Examination:
    """What the checks found in one satker-year."""

    case: Case
    """What they looked at, with the views that they shared."""
    findings: list[Temuan] = field(default_factory=list)
    tally: list[Pemeriksaan] = field(default_factory=list)
    crashes: list[Peringatan] = field(default_factory=list)


def examine(given: LaporanSatker | Case, selected: Iterable[Check] | None = None, settings: Settings | None = None) -> Examination:
    """All findings of a satker-year, each with its cause settled; a check that crashes is recorded and the rest go on.

    ``settings`` say which checks run, how grave their findings are and which are accepted; ``selected`` names the checks
    directly. Checks across reports are left out where no other report is given.
    The same report gives the same findings, with the same ids, whatever stood in its ``temuan`` before.
    """
    case = given if isinstance(given, Case) else Case(given)
    result, settings, report = Examination(case), settings or Settings(), case.report
    found: list[tuple[Check, Finding]] = []
    for check in settings.chosen if selected is None else selected:
        if check.across and not case.others:
            continue
        tally = Pemeriksaan(kode=check.code)
        found += [(check, finding) for finding in _run(check, case, tally, result)]
        result.tally.append(tally)
    result.findings = _findings(_settled(found, case.view(doubts)), f"{report.satker.nama} {report.tahun}", settings)
    return result


def _settled(found: Sequence[tuple[Check, Finding]], doubted: Doubts) -> list[tuple[Traced, tuple[Reason, ...]]]:
    """Findings with their causes and why they are doubted, if they are: one whose reading is doubted is no cause of one that is not."""
    why = [doubted.among(finding.evidence) for _, finding in found]
    sure = trace([item for item, because in zip(found, why, strict=True) if not because])
    unsure = trace([item for item, because in zip(found, why, strict=True) if because])
    settled: list[tuple[Traced, tuple[Reason, ...]]] = [(item, ()) for item in sure]
    for item in unsure:
        cause = None if item.cause is None else item.cause + len(sure)
        settled.append((replace(item, cause=cause), doubted.among(item.finding.evidence)))
    return settled


def _run(check: Check, case: Case, tally: Pemeriksaan, result: Examination) -> list[Finding]:
    found: list[Finding] = []
    try:
        for outcome in check.run(case):
            if isinstance(outcome, Finding):
                tally.dilanggar += 1
                found.append(outcome)
            elif isinstance(outcome, Holds):
                tally.berlaku += 1
            else:
                tally.tak_ternilai += 1
    except Exception as fault:  # noqa: BLE001  # one check's fault must not cost the others their findings
        tally.gagal += 1
        result.crashes.append(Peringatan(kode="pemeriksaan", pesan=f"{check.code} {check.slug} gagal: {type(fault).__name__}: {fault}"))
    return found


def _findings(settled: Sequence[tuple[Traced, tuple[Reason, ...]]], scope: str, settings: Settings) -> list[Temuan]:
    """In the order of severity, code and place; a consequence is never more than info, nor is what rests on a doubtful reading."""
    made: dict[int, Temuan] = {}
    taken: dict[str, int] = {}
    for at, (item, because) in enumerate(settled):
        name = _name(item, scope, taken)
        cause = made[item.cause].id if item.cause is not None else None
        made[at] = _temuan(item, name, cause, settings)
        if because:
            made[at].keparahan = "info"
            made[at].pesan = _doubted(made[at].pesan, because)
    rank = {"galat": 0, "peringatan": 1, "info": 2}
    return sorted(made.values(), key=lambda t: (rank[t.keparahan], t.kode, *_place(t), t.id))


def _name(item: Traced, scope: str, taken: dict[str, int]) -> str:
    """An id that stays the same from run to run: the code and a digest of what is said of whom."""
    digest = sha256(f"{scope} {item.check.code} {item.finding.id}".encode()).hexdigest()[:8]
    taken[digest] = taken.get(digest, 0) + 1
    return f"{item.check.code}-{digest}" + (f"-{taken[digest]}" if taken[digest] > 1 else "")


def _temuan(item: Traced, name: str, cause: str | None, settings: Settings) -> Temuan:
    finding = item.finding
    severity = "info" if cause else finding.severity or settings.severity.get(item.check.code, item.check.severity)
    return Temuan(
        id=name,
        kode=item.check.code,
        nama=item.check.slug,
        keparahan=severity,
        pesan=_message(item),
        dinyatakan=_plain(finding.stated),
        dihitung=_plain(finding.computed),
        selisih=_exact(finding.difference),
        satuan=finding.unit,
        bukti=[piece for evidence in finding.evidence for piece in _bukti(evidence)],
        sebab=cause,
        diterima=settings.accepted.get(name),
    )


def _message(item: Traced) -> Pesan:
    """What is said, and for a cause with consequences which figure settles them all."""
    finding, suspect, wanted = item.finding, item.suspect, item.wanted
    if suspect is None or wanted is None or wanted.denominator != 1 or wanted == finding.computed:
        return Pesan(id=finding.id, en=finding.en)
    value, name = number(wanted), short(suspect.name)
    return Pesan(
        id=f"{finding.id} Semuanya cocok bila {suspect.raw} ({name}) dibaca {value}.",
        en=f"{finding.en} All of it fits if {suspect.raw} ({name}) is read as {value}.",
    )


def _doubted(said: Pesan, because: Sequence[Reason]) -> Pesan:
    """The message with a word on the reading that it rests on."""
    why = reasons(because)
    return Pesan(
        id=f"{said.id} Pembacaannya tidak pasti ({why[0]}); periksa naskah.",
        en=f"{said.en} The reading is uncertain ({why[1]}); see the report.",
    )


def _bukti(evidence: Evidence) -> list[Bukti]:
    return [Bukti(**source.model_dump(), mentah=evidence.raw, berkas=evidence.file) for source in sources_of(evidence.source)]


def _plain(value: Number | str | None) -> int | Decimal | str | None:
    return value if isinstance(value, str) else _exact(value)


def _exact(value: Number | None) -> int | Decimal | None:
    if not isinstance(value, Fraction):
        return value
    if value.denominator == 1:
        return value.numerator
    return round(Decimal(value.numerator) / Decimal(value.denominator), DECIMALS).normalize()


def _place(finding: Temuan) -> tuple[str, int, int]:
    first = finding.bukti[0] if finding.bukti else None
    if first is None:
        return ("", 0, 0)
    return (first.dokumen, first.halaman or 0, first.baris[0] if first.baris else int(first.kotak[1]) if first.kotak else 0)
