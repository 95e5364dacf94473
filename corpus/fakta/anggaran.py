"""The budget of a body in one year as a tree of program, kegiatan and output whose amounts add up."""

from dataclasses import dataclass
from random import Random

from corpus.acak import rng
from corpus.fakta.badan import Badan, support_of
from corpus.kata.tema import PolaBelanja

PAGU = {
    "kpu_kabupaten": (2_400_000, 34_000_000), "kpu_kota": (2_600_000, 38_000_000), "kpu_provinsi": (9_000_000, 140_000_000),
    "kpu_ri": (600_000_000, 2_400_000_000), "dinas_kabupaten": (4_000_000, 90_000_000), "dinas_kota": (5_000_000, 120_000_000),
    "dinas_provinsi": (12_000_000, 320_000_000), "kecamatan": (1_800_000, 9_000_000), "pusat": (6_000_000, 70_000_000),
}  # fmt: skip
"""Ceilings from the least to the most, in thousands of rupiah."""


@dataclass(frozen=True, slots=True)
class Belanja:
    """A budget line. ``kode`` is its own part of the code, ``jalur`` the whole path."""

    tingkat: str
    """program, kegiatan or ro."""
    kode: str
    jalur: tuple[str, ...]
    nama: str
    pagu: int
    awal: int
    """Ceiling before the revision."""
    realisasi: int
    depan: int
    """Ceiling of the next year."""
    anak: tuple["Belanja", ...] = ()


@dataclass(frozen=True, slots=True)
class Anggaran:
    program: tuple[Belanja, ...]
    induk: str
    """Front of the codes: "076.01" of the centre, "1.01" of a region."""
    pusat: bool

    @property
    def pagu(self) -> int:
        return sum(p.pagu for p in self.program)

    @property
    def awal(self) -> int:
        return sum(p.awal for p in self.program)

    @property
    def realisasi(self) -> int:
        return sum(p.realisasi for p in self.program)

    def kegiatan(self) -> tuple[Belanja, ...]:
        """All kegiatan in order."""
        return tuple(k for p in self.program for k in p.anak)

    def ro(self) -> tuple[Belanja, ...]:
        """All outputs in order."""
        return tuple(o for k in self.kegiatan() for o in k.anak)


def draw_budget(seed: int, satker: int, body: Badan, year: int) -> Anggaran:
    """The budget of a year; which lines there are is a matter of the body and of whether the year has a poll."""
    shape, draw = rng(seed, satker, "susunan"), rng(seed, satker, year, "anggaran")
    low, high = PAGU[body.jenis]
    busy = body.kpu and year in (2018, 2019, 2020, 2023, 2024)
    share = 0.35 + 0.65 * shape.random() if busy else 0.1 + 0.35 * shape.random()
    size = int(low + (high - low) * share * draw.uniform(0.85, 1.1))
    theme = body.tema
    front = "076.01" if body.kpu else theme.kode
    patterns = list(theme.program) + ([] if body.kpu else list(support_of(body)))
    if body.kpu and not busy:
        patterns = [p if p.kode != "CQ" else PolaBelanja(p.kode, p.nama, p.anak[-2:]) for p in patterns]
    weights = [draw.uniform(0.6, 1.6) * (2.2 if p.kode == "CQ" and busy else 1) for p in patterns]
    programs = tuple(_node(draw, p, "program", int(size * w / sum(weights)), (), shape) for p, w in zip(patterns, weights, strict=True))
    return Anggaran(programs, front, body.pusat)


def _node(draw: Random, pattern: PolaBelanja, level: str, thousands: int, path: tuple[str, ...], shape: Random) -> Belanja:
    here = (*path, pattern.kode)
    if level == "ro":
        return _output(draw, pattern, thousands, here)
    weights = [draw.uniform(0.2, 1.8) for _ in pattern.anak]
    below = "kegiatan" if level == "program" else "ro"
    children = tuple(
        _node(draw, child, below, max(1200, int(thousands * weight / sum(weights))), here, shape)
        for child, weight in zip(pattern.anak, weights, strict=True)
    )
    sums = (sum(getattr(child, name) for child in children) for name in ("pagu", "awal", "realisasi", "depan"))
    return Belanja(level, pattern.kode, here, pattern.nama, *sums, children)


def _output(draw: Random, pattern: PolaBelanja, thousands: int, path: tuple[str, ...]) -> Belanja:
    pagu = thousands * 1000
    spent = pagu if draw.random() < 0.06 else int(pagu * min(1.0, draw.gauss(0.965, 0.03)))
    if spent < pagu:
        spent -= spent % draw.choice((1, 1, 100, 500, 1000))
    early = pagu if draw.random() < 0.4 else int(thousands * draw.uniform(0.8, 1.15)) * 1000
    return Belanja("ro", pattern.kode, path, pattern.nama, pagu, early, max(spent, 0), int(thousands * draw.uniform(0.7, 1.2)) * 1000)
