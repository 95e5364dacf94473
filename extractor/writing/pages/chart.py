"""Pagu against realisasi as bars: data for a drawing that needs no program."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractor.checks.show import number, percent, rupiah
from extractor.model import BarisRealisasi, LaporanSatker
from extractor.values.rounding import percent_of, rounded

MOST = 14
"""Bars of one chart."""
BAR, LABEL, LONGEST = 640, 21, 72


@dataclass(frozen=True, slots=True)
class Bar:
    """One budget line; lengths in units of the drawing."""

    label: str
    pagu: str
    realisasi: str
    share: str
    pagu_length: float
    realisasi_length: float
    over: bool
    """Whether more was spent than allowed."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars on one scale."""

    bars: tuple[Bar, ...]
    level: str
    left_out: int

    @property
    def height(self) -> int:
        """Of the drawing."""
        return 50 * len(self.bars) + 10


def chart(report: LaporanSatker) -> Chart | None:
    """The programs of the reporting year, or the kegiatan where none is stated; None where there are no budget lines.

    The table that states most of them is drawn; others may repeat them under other names.
    """
    for level in ("program", "kegiatan", "ro"):
        tables = [
            _once(row for row in block.baris if row.tingkat == level and row.tahun in (report.tahun, None))
            for block in report.realisasi_anggaran
        ]
        lines = max(tables, key=len, default=[])
        if lines:
            return Chart(_bars(lines[:MOST]), level, max(len(lines) - MOST, 0))
    return None


def _once(rows: Iterable[BarisRealisasi]) -> list[BarisRealisasi]:
    """Each line once; those without both figures left out."""
    found: dict[str, BarisRealisasi] = {}
    for row in rows:
        if row.pagu is not None and row.pagu.nilai and row.realisasi is not None and row.realisasi.nilai is not None:
            found.setdefault(" ".join((row.kode or row.uraian).lower().split()), row)
    return list(found.values())


def _bars(rows: Sequence[BarisRealisasi]) -> tuple[Bar, ...]:
    longest = max(float(value) for row in rows for value in _figures(row))
    return tuple(_bar(row, longest) for row in rows)


def _bar(row: BarisRealisasi, longest: float) -> Bar:
    pagu, realisasi = _figures(row)
    share = percent_of(int(realisasi), int(pagu))
    name = " ".join(" ".join(part for part in (row.kode, row.uraian) if part).split())
    return Bar(
        name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…", rupiah(pagu), number(realisasi),
        percent(rounded(share, 2)) if share is not None else "–", round(max(pagu, 0) / longest * BAR, 1),
        round(max(realisasi, 0) / longest * BAR, 1), realisasi > pagu,
    )  # fmt: skip


def _figures(row: BarisRealisasi) -> tuple[int, int]:
    pagu, realisasi = row.pagu, row.realisasi
    return (int(pagu.nilai or 0) if pagu else 0, int(realisasi.nilai or 0) if realisasi else 0)
