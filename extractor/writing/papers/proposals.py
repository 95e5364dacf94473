"""What is proposed for a finding: one value, several possible ones, or none."""

from dataclasses import dataclass

from extractor.checks.show import with_unit
from extractor.model import LaporanSatker, Rekonsiliasi, Temuan
from extractor.model.nilai import Bilangan
from extractor.writing.findings import proposed

ALTERNATIVE = "alternatif"


@dataclass(frozen=True, slots=True)
class Proposal:
    """The proposals for one finding; several are alternatives, none of which is chosen."""

    entries: tuple[Rekonsiliasi, ...]

    @property
    def chosen(self) -> Rekonsiliasi | None:
        """The one that is proposed."""
        return self.entries[0] if len(self.entries) == 1 and self.entries[0].metode != ALTERNATIVE else None


def proposal(report: LaporanSatker, finding: Temuan) -> Proposal | None:
    """The proposal linked to a finding, else the alternatives that name it, the surest first; None where there is neither."""
    linked = proposed(report, finding)
    if linked is not None:
        return Proposal((linked,))
    others = [entry for entry in report.rekonsiliasi if finding.id in entry.temuan and entry.metode == ALTERNATIVE]
    return Proposal(tuple(sorted(others, key=lambda e: (-e.keyakinan, e.jalur, e.id)))) if others else None


def change(entry: Rekonsiliasi, unit: str | None) -> str:
    """A proposal in short: "1.696.900.000 → 1.696.000.000"."""
    return f"{_shown(entry.dinyatakan, unit)} → {_shown(entry.menjadi, unit)}"


def _shown(value: Bilangan | str | None, unit: str | None) -> str:
    if value is None:
        return "–"
    return value if isinstance(value, str) else with_unit(value, unit)
