"""One page: what is told of each finding, and the template that shows it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from extractor.batch.contents import total_budget
from extractor.checks.case import Case
from extractor.checks.outcome import sources_of
from extractor.checks.registry import checks
from extractor.checks.show import percent, rupiah, short, with_unit
from extractor.model import Bukti, Dokumen, LaporanSatker, Temuan
from extractor.model.nilai import Bilangan
from extractor.values.rounding import percent_of, rounded
from extractor.versions import DISTRIBUTION, own_version
from extractor.writing.pages.chart import chart
from extractor.writing.pages.crops import Picture, Spot, pictures
from extractor.writing.pages.excerpts import Excerpt, Quoted, excerpts
from extractor.writing.pages.labels import LABELS, Language
from extractor.writing.pages.originals import Originals
from extractor.writing.pages.recomputed import Recomputed, recomputed
from extractor.writing.papers.calculations import Calculation, calculations
from extractor.writing.papers.cells import Cells
from extractor.writing.papers.proposals import Proposal, change, proposal

BYTES = 12_000_000
"""Of all pictures of a page together."""
SHOWN = 14
"""Pieces of evidence of a finding that are shown; the rest are counted."""
ALTERNATIVES = 4
"""Possible corrections that are told, the surest first."""
SEVERITIES = ("galat", "peringatan", "info")
HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows of a finding."""

    finding: Temuan
    title: str
    message: str
    figures: tuple[tuple[str, str], ...]
    """Stated, computed, difference, as far as there are any."""
    calculation: Recomputed | None
    pictures: tuple[Picture, ...]
    excerpts: tuple[Excerpt, ...]
    note: str
    """Why there is no picture."""
    evidence: tuple[tuple[int, str, str, str, str], ...]
    """Number, side, file, place, text."""
    rest: int
    proposal: Proposal | None
    changes: tuple[tuple[str, str, str], ...]
    """Change, confidence and reason of each proposal, the surest first."""
    consequences: tuple[Temuan, ...]


@dataclass
class _Desk:
    """What a page is made from."""

    report: LaporanSatker
    originals: Originals
    language: Language
    cells: Cells
    made: list[Calculation]
    spent: int = 0
    """Bytes of pictures so far."""
    files: dict[str, Dokumen] = field(default_factory=dict)

    @property
    def words(self) -> dict[str, str]:
        return LABELS[self.language]


def as_page(report: LaporanSatker, originals: Originals, language: Language = "id", index: str = "") -> str:
    """The page of a satker-year as HTML; ``index`` is the page of all reports, where there is one."""
    desk = _Desk(report, originals, language, Cells(report), calculations(Case(report)), files={d.id: d for d in report.dokumen})
    causes = [finding for finding in report.temuan if finding.sebab is None and finding.diterima is None]
    shown = [_shown(desk, finding) for finding in causes]
    groups = [(name, [item for item in shown if item.finding.keparahan == name]) for name in SEVERITIES]
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            report=report,
            accepted=[t for t in report.temuan if t.diterima is not None],
            short=short,
            words=desk.words,
            language=language,
            groups=groups,
            shown=shown,
            chart=chart(report),
            totals=_totals(report),
            index=index,
            made=f"{DISTRIBUTION} {own_version()}",
            tally=_tally(report),
            style=style(),
        )
    )


def _shown(desk: _Desk, finding: Temuan) -> Shown:
    pieces = list(enumerate(finding.bukti[:SHOWN], start=1))
    first = finding.bukti[0] if finding.bukti else None
    cell = desk.cells.find(first, first.mentah) if first is not None else None
    cuts, lines, note = _seen(desk, pieces)
    check, found = checks().get(finding.kode), proposal(desk.report, finding)
    title = (check.title_id if desk.language == "id" else check.title) if check is not None else finding.nama
    return Shown(
        finding, title, _said(finding.pesan, desk.language), tuple(_figures(desk, finding)),
        recomputed(finding, cell, desk.made, desk.language), cuts, lines, note, tuple(_row(desk, n, piece) for n, piece in pieces),
        max(len(finding.bukti) - SHOWN, 0), found, tuple(_changes(desk, finding, found)),
        tuple(t for t in desk.report.temuan if t.sebab == finding.id),
    )  # fmt: skip


def _seen(desk: _Desk, pieces: Sequence[tuple[int, Bukti]]) -> tuple[tuple[Picture, ...], tuple[Excerpt, ...], str]:
    """Cut-outs and lines of the evidence, and why there are none."""
    cuts: list[Picture] = []
    lines: list[Excerpt] = []
    for name in dict.fromkeys(piece.dokumen for _, piece in pieces):
        document = desk.files.get(name)
        mine = [(n, piece) for n, piece in pieces if piece.dokumen == name]
        if document is None:
            continue
        text = desk.originals.lines(document)
        if text is not None:
            lines += excerpts(text, (Quoted(p.baris, n, p.mentah, _before(desk, p)) for n, p in mine if p.baris is not None))
        elif desk.spent >= BYTES:
            return tuple(cuts), tuple(lines), desk.words["no_more"]
        else:
            made = list(pictures(desk.originals, document.sha256, list(_spots(desk, mine))))
            desk.spent += sum(len(picture.source) for picture in made)
            cuts += made
    placed = any(piece.kotak or piece.baris for _, piece in pieces)
    return tuple(cuts), tuple(lines), desk.words["no_original"] if placed and not cuts and not lines else ""


def _spots(desk: _Desk, pieces: Sequence[tuple[int, Bukti]]) -> Iterator[Spot]:
    for number, piece in pieces:
        if piece.halaman is None or piece.kotak is None:
            continue
        table = desk.cells.tables.get(piece.tabel or "")
        parts = sources_of(table.sumber) if table is not None else []
        boxes = [part.kotak for part in parts if part.halaman == piece.halaman and part.kotak is not None]
        yield Spot(number, piece.halaman, piece.kotak, piece.mentah, _before(desk, piece), min(boxes, default=None))


def _before(desk: _Desk, piece: Bukti) -> int:
    """How many cells to the left in the same row read the same."""
    cell = desk.cells.find(piece, piece.mentah)
    row = desk.cells.tables[cell.table].baris[cell.row][: cell.column] if cell is not None else []
    return sum(text.strip() == piece.mentah.strip() for text in row)


def _figures(desk: _Desk, finding: Temuan) -> Iterator[tuple[str, str]]:
    for name, value in (("stated", finding.dinyatakan), ("computed", finding.dihitung), ("difference", finding.selisih)):
        if value is not None:
            yield desk.words[name], _value(value, finding.satuan)


def _value(value: Bilangan | str, unit: str | None) -> str:
    if isinstance(value, str):
        return value
    known = unit in ("rupiah", "%", None)
    return with_unit(value, unit) if known else f"{with_unit(value, None)} {unit}"


def _row(desk: _Desk, at: int, piece: Bukti) -> tuple[int, str, str, str, str]:
    document = desk.files.get(piece.dokumen)
    side = desk.words["first_side" if at == 1 else "other_side"]
    return at, side, document.berkas if document else piece.berkas or piece.dokumen, _place(desk, piece), " ".join(piece.mentah.split())


def _place(desk: _Desk, piece: Bukti) -> str:
    parts = [f"{desk.words['page']} {piece.halaman}"] if piece.halaman is not None else []
    if piece.baris is not None:
        first, last = piece.baris
        parts.append(f"{desk.words['line']} {first}" + (f"–{last}" if last != first else ""))
    table = desk.cells.tables.get(piece.tabel or "")
    parts += [f"Tabel {table.nomor}"] if table is not None and table.nomor else []
    return ", ".join(parts)


def _changes(desk: _Desk, finding: Temuan, found: Proposal | None) -> Iterator[tuple[str, str, str]]:
    for entry in found.entries[:ALTERNATIVES] if found is not None else ():
        yield change(entry, finding.satuan), _confidence(entry.keyakinan), _said(entry.alasan, desk.language)


def _said(text: Any, language: Language) -> str:
    return str(getattr(text, language))


def _confidence(value: float) -> str:
    return percent(Decimal(str(round(value * 100, 1))).normalize())


def _totals(report: LaporanSatker) -> tuple[str, str, str] | None:
    pagu, realisasi = total_budget(report)
    share = percent_of(realisasi, pagu) if pagu and realisasi is not None else None
    return (rupiah(pagu or 0), rupiah(realisasi or 0), percent(rounded(share, 2))) if share is not None else None


def _tally(report: LaporanSatker) -> tuple[int, int, int]:
    """Comparisons that hold, are violated, cannot be evaluated."""
    tally = report.mutu.pemeriksaan
    return sum(t.berlaku for t in tally), sum(t.dilanggar for t in tally), sum(t.tak_ternilai for t in tally)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


@cache
def style() -> Markup:
    """The style sheet; it is ours, so it needs no escaping."""
    return Markup((HERE / "templates" / "style.css").read_text("utf-8"))  # noqa: S704


def render_index(rows: Sequence[dict[str, Any]], language: Language) -> str:
    """The page that leads to all others."""
    template = _environment().get_template("index.html.j2")
    return template.render(rows=rows, words=LABELS[language], language=language, style=style(), made=f"{DISTRIBUTION} {own_version()}")
