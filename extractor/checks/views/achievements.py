"""Indicators whose target, realisasi and capaian are all stated, with the formula that their table follows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import TypeAlias

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, aim, sources_of
from extractor.checks.views.goals import is_misread
from extractor.checks.views.ratios import interval_of
from extractor.model import Asal, BarisCapaian
from extractor.values.rounding import Interval, printed_decimals, printed_interval

Parts: TypeAlias = tuple[Evidence, Evidence, Evidence]
"""Target, realisasi and capaian of one row."""

_MANY = 3
"""Rows whose achievement is right that make it sure that a table follows the rule; all targets of which were just reached."""
_FULL, _CAP = 100, 120
"""Percents at which an achievement may be capped, by usage."""
_SOME = 2
"""Such rows that suffice where one digit is all that is wrong in another."""


@dataclass(frozen=True, slots=True)
class Achievement:
    """One indicator of one year. ``verdict`` is None where it cannot be evaluated."""

    name: str
    target: Evidence
    realisasi: Evidence
    capaian: Evidence
    verdict: bool | None
    row_key: object

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The capaian first."""
        return (self.capaian, self.target, self.realisasi)

    @property
    def computed(self) -> Fraction:
        """Realisasi in percent of the target."""
        return Fraction(self.realisasi.value or 0) * 100 / Fraction(self.target.value or 1)

    @property
    def bounds(self) -> Interval:
        """The percents that this may be, with the inputs rounded, printed to the decimals of the capaian."""
        aimed, reached = interval_of(self.target), interval_of(self.realisasi)
        unit = Fraction(1, 10 ** printed_decimals(self.capaian.raw))
        return Interval(reached.low * 100 / aimed.high - unit, reached.high * 100 / aimed.low + unit)


def achieved(case: Case) -> list[Achievement]:
    """All indicators with the three figures; tables none of whose telling rows follows a known formula are not judged."""
    found: list[Achievement] = []
    for block in case.report.capaian_kinerja:
        tried = [(row, _parts(row)) for row in block.baris]
        whole = _without_decimals([(row, parts) for row, parts in tried if parts is not None])
        most = max((parts[2].value or 0 for _, parts in tried if parts is not None), default=None)
        judged = [(row, parts, fits(*parts, most) or (row.tahun in whole and _is_cut(*parts))) for row, parts in tried if parts is not None]
        right = sum(good for _, _, good in judged)
        known = right >= len(judged) / 2 and any(good and p[0].value != p[1].value for _, p, good in judged)
        for row, (target, realisasi, capaian), good in judged:
            item = Achievement(row.indikator or "", target, realisasi, capaian, good, row_key(row.sumber))
            sure = good or known or right >= _MANY or (right >= _SOME and _is_mistyped(capaian.raw, item.computed))
            found.append(item if sure else replace(item, verdict=None))
    return found


def _without_decimals(rows: Sequence[tuple[BarisCapaian, Parts]]) -> set[int | None]:
    """The years whose achievements are all printed without decimals, most of them rounded or cut."""
    found = set()
    for year in {row.tahun for row, _ in rows}:
        own = [parts for row, parts in rows if row.tahun == year]
        whole = all(not printed_decimals(capaian.raw) for _, _, capaian in own)
        if whole and sum(_is_cut(*parts) and not fits(*parts) for parts in own) >= _MANY:
            found.add(year)
    return found


def _is_cut(target: Evidence, realisasi: Evidence, capaian: Evidence) -> bool:
    """Whether an achievement printed without decimals is that of the two others, rounded or cut."""
    return Fraction(realisasi.value or 0) * 100 / Fraction(target.value or 1) in printed_interval(capaian.value or 0, 0)


def _is_mistyped(raw: str, right: Fraction) -> bool:
    """Whether one digit alone keeps what is printed from being the right value, rounded or cut."""
    stated = re.sub(r"\D", "", raw)
    places = printed_decimals(raw)
    scaled = right * 10**places
    return any(
        len(stated) == len(other) > _SOME and sum(a != b for a, b in zip(stated, other, strict=True)) == 1
        for other in {str(floor(scaled)), str(floor(scaled + Fraction(1, 2)))}
    )


def row_key(place: Asal) -> object:
    """Which printed row a source is of, whatever cell it names."""
    first = sources_of(place)[:1]
    return (first[0].dokumen, first[0].halaman, first[0].baris, first[0].kotak) if first else None


def _parts(row: BarisCapaian) -> Parts | None:
    name = row.indikator or ""
    made = [aim(t, row.sumber, name) for t in (row.target, row.realisasi, row.capaian)]
    kinds = {t.jenis for t in (row.target, row.realisasi, row.capaian) if t is not None}
    if any(e is None or e.value is None for e in made) or not kinds <= {"persen", "angka", "jumlah"}:
        return None
    target, realisasi, capaian = (e for e in made if e is not None)
    if row.target is not None and is_misread(row.target):
        return None
    return (target, realisasi, capaian) if target.value and realisasi.value is not None and realisasi.value >= 0 else None


def fits(target: Evidence, realisasi: Evidence, capaian: Evidence, most: int | Decimal | None = None) -> bool:
    """Whether a capaian is that of its target and realisasi; ``most`` is the greatest of its table, which shows where all are capped."""
    aimed, reached, stated = interval_of(target), interval_of(realisasi), interval_of(capaian)
    options = [Interval(reached.low * 100 / aimed.high, reached.high * 100 / aimed.low)] if aimed.low > 0 else []
    if aimed.low > 0:
        options.append(Interval((2 * aimed.low - reached.high) * 100 / aimed.high, (2 * aimed.high - reached.low) * 100 / aimed.low))
    if reached.low > 0:
        options.append(Interval(aimed.low * 100 / reached.high, aimed.high * 100 / reached.low))
    capped = capaian.value == most == _CAP and any(option.high >= _CAP for option in options)
    capped = capped or (capaian.value == _FULL and any(option.high >= _FULL for option in options[:1]))
    return capped or any(option.low <= option.high and option.meets(stated) for option in options)
