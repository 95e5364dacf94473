"""Goals and indicators of a body with targets and results over the years."""

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from random import Random

from corpus.acak import rng
from corpus.fakta.badan import Badan, units_of
from corpus.kata.tema import PolaIndikator, PolaSasaran

MULAI = 2016
PREDIKAT = ("D", "C", "CC", "B", "BB", "A", "AA")
RAGAM = (
    ("Persentase", "Presentase"), ("Jumlah", "Banyaknya"), ("Persentase", "Prosentase"), ("Persentase", "Tingkat"),
)  # fmt: skip
"""Wordings that one office uses instead of another; most keep the first."""


@dataclass(frozen=True, slots=True)
class Indikator:
    """``target`` and ``hasil`` per year from MULAI on: a number with its decimals, or a grade."""

    teks: str
    jenis: str
    """persen, angka, jumlah or predikat."""
    satuan: str | None
    naik: bool
    target: tuple[Decimal | str, ...]
    hasil: tuple[Decimal | str, ...]
    rumus_balik: bool
    """Where less is better: whether the achievement is target / result, otherwise (2 × target − result) / target."""

    def janji(self, year: int) -> Decimal | str:
        """The target of a year."""
        return self.target[year - MULAI]

    def nyata(self, year: int) -> Decimal | str:
        """The result of a year."""
        return self.hasil[year - MULAI]

    def capaian(self, year: int, decimals: int) -> Decimal | None:
        """Percent of the target, rounded half up; None for grades that were missed."""
        return achievement(self.janji(year), self.nyata(year), decimals, naik=self.naik, rumus_balik=self.rumus_balik)


@dataclass(frozen=True, slots=True)
class Sasaran:
    teks: str
    indikator: tuple[Indikator, ...]


def achievement(target: Decimal | str, result: Decimal | str, decimals: int, *, naik: bool, rumus_balik: bool) -> Decimal | None:
    """Result against target in percent."""
    if isinstance(target, str) or isinstance(result, str):
        reached = _grade(result) >= _grade(target)
        return Decimal(100) if reached else None
    if target == 0 or (not naik and result == 0):
        return None
    ratio = result / target if naik else target / result if rumus_balik else (2 * target - result) / target
    return rounded(ratio * 100, decimals)


def rounded(value: Decimal, decimals: int, *, cut: bool = False) -> Decimal:
    """At so many decimals, rounded half up or cut."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_DOWN if cut else ROUND_HALF_UP)


def _grade(value: Decimal | str) -> int:
    text = str(value)
    return PREDIKAT.index(text) if text in PREDIKAT else {"TMP": 0, "WDP": 1, "WTP": 2}[text]


def draw_goals(seed: int, satker: int, body: Badan) -> tuple[Sasaran, ...]:
    """The goals that a body keeps over the years."""
    draw = rng(seed, satker, "kinerja")
    patterns = list(body.tema.sasaran)
    if body.kpu:
        count = draw.randint(3, 6)
        chosen = sorted(draw.sample(range(len(patterns)), count))
        patterns = [patterns[n] for n in chosen]
    return tuple(_goal(draw, pattern, body) for pattern in patterns)


def draw_unit_goals(seed: int, satker: int, body: Badan) -> tuple[tuple[Sasaran, ...], ...]:
    """The goals of each sub-unit."""
    draw = rng(seed, satker, "unit")
    return tuple(tuple(_goal(draw, pattern, body) for pattern in unit.sasaran) for unit in units_of(body))


def _goal(draw: Random, pattern: PolaSasaran, body: Badan) -> Sasaran:
    text = pattern.teks
    if draw.random() < 0.2:
        text += f" di {body.wilayah.lengkap if body.wilayah else 'seluruh Indonesia'}"
    kept = [p for p in pattern.indikator if len(pattern.indikator) < 3 or draw.random() < 0.8] or pattern.indikator[:1]
    return Sasaran(text, tuple(_indicator(draw, p, body) for p in kept))


def _indicator(draw: Random, pattern: PolaIndikator, body: Badan) -> Indikator:
    text = pattern.teks
    if draw.random() < 0.12:
        text += f" {body.singkat}"
    if draw.random() < 0.12:
        old, new = draw.choice(RAGAM)
        text = text.replace(old, new) if old in text else text
    kind, _, unit = pattern.jenis.partition(" ")
    if kind in ("predikat", "opini"):
        targets, results = _grades(draw, pattern)
        return Indikator(text, "predikat", None, True, targets, results, True)
    decimals = int(kind[-1]) if kind[-1].isdigit() else 0
    family = {"%": "persen", "a": "angka", "j": "jumlah"}[kind[0]]
    numbers = _series(draw, pattern, decimals, percent=family == "persen")
    return Indikator(text, family, unit or ("%" if family == "persen" else None), pattern.naik, *numbers, draw.random() < 0.5)


def _grades(draw: Random, pattern: PolaIndikator) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if pattern.jenis == "opini":
        return ("WTP",) * 16, tuple("WTP" if draw.random() < 0.9 else "WDP" for _ in range(16))
    low, high = PREDIKAT.index(pattern.rendah), PREDIKAT.index(pattern.tinggi)
    at = draw.randint(low, max(low, high - 1))
    targets, results = [], []
    for year in range(16):
        goal = min(high, at + year // 5)
        targets.append(PREDIKAT[goal])
        results.append(PREDIKAT[max(0, min(len(PREDIKAT) - 1, goal + draw.choice((0, 0, 0, 0, 1, -1))))])
    return tuple(targets), tuple(results)


def _series(draw: Random, pattern: PolaIndikator, decimals: int, *, percent: bool) -> tuple[tuple[Decimal, ...], tuple[Decimal, ...]]:
    low, high = Decimal(pattern.rendah), Decimal(pattern.tinggi)
    start = low + (high - low) * Decimal(str(round(draw.random() * 0.6, 3)))
    step = (high - start) / 12 * (1 if pattern.naik else -1)
    if not pattern.naik:
        start, step = high - (start - low), (low - (high - (start - low))) / 14
    small = decimals if draw.random() < 0.7 or high < 10 else 0
    targets = [rounded(start + step * year, small) for year in range(16)]
    results = []
    for target in targets:
        factor = Decimal(str(round(draw.gauss(1.01, 0.045), 4)))
        value = target if draw.random() < 0.18 else rounded(max(target * factor, Decimal(0)), decimals)
        results.append(min(value, Decimal(100)) if percent or (pattern.jenis.startswith("angka") and high <= 100) else value)
    unit = Decimal(1).scaleb(-small)
    return tuple(max(t, unit) for t in targets), tuple(max(r, Decimal(1).scaleb(-decimals)) for r in results)
