"""Findings for people: grouped by severity, in colour on a terminal, plain elsewhere."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from rich.console import Console
from rich.text import Text

from extractor.checks.show import number, with_unit
from extractor.model import LaporanSatker, Temuan
from extractor.model.nilai import Bilangan
from extractor.writing.findings import place, proposed

STYLES = {"galat": "bold red", "peringatan": "yellow", "info": "cyan"}
TITLES = {"galat": "GALAT", "peringatan": "PERINGATAN", "info": "INFO"}
SHOWN = 8
"""Pieces of evidence that are printed; the JSON has all."""


def show(reports: Sequence[LaporanSatker], console: Console) -> None:
    """Print the findings of each satker-year. Accepted ones are only counted."""
    for report in reports:
        console.print(Text(f"{report.satker.nama} {report.tahun or ''}".strip(), style="bold"), soft_wrap=True)
        for line in _report(report):
            console.print(line, soft_wrap=True, highlight=False)


def _report(report: LaporanSatker) -> Iterator[Text]:
    files = {document.id: document.berkas for document in report.dokumen}
    silent = {t.id for t in report.temuan if t.diterima}
    shown = [t for t in report.temuan if t.sebab is None and t.id not in silent]
    consequences = {t.id: [c for c in report.temuan if c.sebab == t.id] for t in shown}
    for severity, group in groupby(shown, key=lambda t: t.keparahan):
        members = list(group)
        yield Text(f"\n{TITLES[severity]} ({len(members)})", style=STYLES[severity])
        for finding in members:
            yield from _finding(finding, files, consequences[finding.id])
            yield from _proposals(report, [finding, *consequences[finding.id]])
    yield Text()
    yield _conclusion(shown, len(silent))


def _finding(finding: Temuan, files: dict[str, str], consequences: Sequence[Temuan]) -> Iterator[Text]:
    head = Text("  ").append(finding.kode, style=STYLES[finding.keparahan]).append(f" {finding.nama}  {finding.id}", style="dim")
    yield head
    yield Text(f"    {finding.pesan.id}")
    figures = [("dinyatakan", finding.dinyatakan), ("dihitung", finding.dihitung), ("selisih", finding.selisih)]
    yield Text("    " + "   ".join(f"{name} {_value(value, finding.satuan)}" for name, value in figures if value is not None))
    where = [f"{place(b)} “{' '.join(b.mentah.split())}”" for b in finding.bukti[:SHOWN]]
    rest = f" … dan {len(finding.bukti) - SHOWN} lagi" if len(finding.bukti) > SHOWN else ""
    document = files.get(finding.bukti[0].dokumen, "") if finding.bukti else ""
    yield Text(f"    bukti: {document} {'; '.join(where)}{rest}", style="dim")
    for consequence in consequences:
        yield Text(f"    akibatnya ({consequence.kode}): {consequence.pesan.id}")


def _proposals(report: LaporanSatker, findings: Sequence[Temuan]) -> Iterator[Text]:
    """What would settle a finding and its consequences; where several values would do as well, how many."""
    chosen = dict.fromkeys(entry.id for finding in findings if (entry := proposed(report, finding)) is not None)
    for entry in report.rekonsiliasi:
        if entry.id in chosen:
            yield Text(f"    usulan (keyakinan {number(Decimal(str(entry.keyakinan)))}): {entry.alasan.id}", style="green")
    names = {finding.id for finding in findings}
    possible = {(entry.jalur, entry.menjadi) for entry in report.rekonsiliasi if names.intersection(entry.temuan)}
    if not chosen and possible:
        yield Text(f"    {len(possible)} perubahan sama-sama mungkin; tidak ada yang dipilih (lihat rekonsiliasi).", style="dim")


def _value(value: Bilangan | str, unit: str | None) -> str:
    return value if isinstance(value, str) else with_unit(value, unit)


def _conclusion(shown: Sequence[Temuan], silent: int) -> Text:
    counts = {name: sum(t.keparahan == name for t in shown) for name in TITLES}
    found = ", ".join(f"{number} {name}" for name, number in counts.items() if number)
    text = f"{found}." if shown else "Tidak ada temuan."
    return Text(text + (f" {silent} temuan diterima menurut baseline." if silent else ""), style="bold")
