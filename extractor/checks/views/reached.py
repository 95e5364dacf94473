"""What the performance tables state of each indicator and year, and the sentences that speak of one."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, aim
from extractor.checks.views.clusters import clusters
from extractor.checks.views.names import alike, core
from extractor.checks.views.prose import Spoken, likeness, spoken
from extractor.model import Sebutan
from extractor.values.rounding import printed_decimals, printed_interval

FIELDS = ("target", "realisasi", "capaian")
_ALIKE = 88.0
_NONE = re.compile(r"\W*n\W?a\W*|\W*", re.IGNORECASE)
"""How tables say that there is no result."""
_SURE = 88.0
_MARGIN = 3.0
_SHORTEST = 9
_BOUNDS = (
    ("more", re.compile(r"\b(?:lebih dari|di ?atas|melebihi|melampaui)\s*$", re.IGNORECASE)),
    ("less", re.compile(r"\b(?:kurang dari|di ?bawah)\s*$", re.IGNORECASE)),
)
_TELLING = 2
"""Words of an indicator's name, the general ones left aside, that must stand before a grade."""
_GENERAL = frozenset({"nilai", "evaluasi", "hasil", "predikat", "pelaksanaan", "kpu", "kabupaten", "kota", "provinsi"})


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator in one year, with every figure that the performance tables give for it, by field."""

    name: str
    year: int
    figures: dict[str, tuple[Evidence, ...]]
    graded: bool = False
    """Whether a result of it is stated in words."""


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of a sentence, the indicator it is said of and the field it is."""

    item: Spoken
    indicator: Indicator
    field: str
    named: bool
    """Whether the sentence names the indicator; else its other figures show which it is."""

    @property
    def bound(self) -> str:
        """ "more" or "less" where the sentence only bounds the figure; "" where it states it."""
        return next((name for name, words in _BOUNDS if words.search(self.item.since)), "")

    @property
    def holds(self) -> bool:
        """Whether a table states it, rounded or not, or a figure within the bound."""
        said, bound = self.item.evidence, self.bound
        figures = self.indicator.figures[self.field]
        if bound:
            return any((o.value or 0) > (said.value or 0) if bound == "more" else (o.value or 0) < (said.value or 0) for o in figures)
        return any(_same(said, other) for other in figures)


def indicators(case: Case) -> list[Indicator]:
    """The indicators of the performance tables, those of several tables together."""
    rows = [(row.indikator, row.tahun, row) for block in case.report.capaian_kinerja for row in block.baris if row.indikator and row.tahun]
    found = []
    for group in clusters(rows, lambda r: r[0], lambda _a, _b: False, lambda r: r[1], _ALIKE):
        figures: dict[str, tuple[Evidence, ...]] = {}
        for field in FIELDS:
            stated = [aim(getattr(row, field), row.sumber, name) for name, _, row in group]
            figures[field] = tuple(e for e in stated if e is not None and e.value is not None)
        worded = [t for _, _, row in group for t in (row.realisasi, row.capaian) if t is not None and t.jenis in ("predikat", "lain")]
        found.append(Indicator(group[0][0], group[0][1], figures, any(not _NONE.fullmatch(t.mentah) for t in worded)))
    return found


def told(case: Case) -> list[Told]:
    """Every percent in prose that is said to be the target, the realisation or the achievement of an indicator of its year.

    Where only the context tells the year, a figure that another year has is left out.
    """
    known = case.view(indicators)
    promised = [row.indikator for block in case.report.perjanjian_kinerja for row in block.baris if row.indikator]
    groups = [group for group in _together(case.view(spoken)) if not _of_promised(group, known, promised)]
    found = [item for group in groups for item in _of(group, known)]
    return [item for item in found if item.holds or item.item.claim.dasar_tahun != "context" or not _of_another_year(item, known)]


def _of_promised(group: Sequence[Spoken], known: Sequence[Indicator], promised: Sequence[str]) -> bool:
    """Whether the sentence names an indicator of the agreements, and none of those that the performance tables have."""
    subject = core(group[-1].claim.subjek or "")
    named = [core(name) for name in promised if len(core(name)) >= _SHORTEST and core(name) in subject]
    return bool(named) and not any(alike(name, indicator.name) >= _SURE for name in named for indicator in known)


def _of_another_year(item: Told, known: Sequence[Indicator]) -> bool:
    others = [i for i in known if i.year != item.indicator.year and alike(i.name, item.indicator.name) >= _ALIKE]
    return any(_same(item.item.evidence, figure) for other in others for figure in other.figures[item.field])


def _together(items: Sequence[Spoken]) -> Iterator[list[Spoken]]:
    """Percents of one thing and year that one sentence states, each field once."""
    groups: dict[tuple[object, ...], list[Spoken]] = defaultdict(list)
    for item in items:
        claim = item.claim
        if claim.jenis == "persen" and claim.ukuran in FIELDS and claim.peran is None and item.evidence.value is not None and claim.tahun:
            groups[claim.kalimat, claim.kelompok, claim.tahun].append(item)
    for group in groups.values():
        if len({item.claim.ukuran for item in group}) == len(group):
            yield group


def _of(group: Sequence[Spoken], known: Sequence[Indicator]) -> Iterator[Told]:
    able = [indicator for indicator in known if indicator.year == group[0].claim.tahun]
    one = _named(group[-1], able)
    named = one is not None
    one = one or _by_figures(group, able)
    if one is None:
        return
    for item in group:
        field = item.claim.ukuran or ""
        if one.figures[field]:
            yield Told(item, one, field, named)


def _named(item: Spoken, able: Sequence[Indicator]) -> Indicator | None:
    """The indicator that is the subject, else the one named last before the figure in its sentence."""
    subject = item.claim.subjek or ""
    if len(core(subject)) >= _SHORTEST and core(subject) in core(item.claim.kalimat):
        scored = sorted(((likeness(subject, indicator.name), at) for at, indicator in enumerate(able)), key=lambda p: (-p[0], p[1]))
        if scored and scored[0][0] >= _SURE:
            best = able[scored[0][1]]
            rival = next((score for score, at in scored if alike(able[at].name, best.name) < _ALIKE), 0.0)
            if scored[0][0] - rival >= _MARGIN:
                return best
    return _last(item.before, able)


def _last(before: str, able: Sequence[Indicator]) -> Indicator | None:
    text = core(before).replace(" ", "")
    found = [(text.rfind(name) + len(name), len(name), at) for at, i in enumerate(able) if (name := _key(i.name)) and name in text]
    return able[max(found)[2]] if found else None


def _key(name: str) -> str:
    key = core(name).replace(" ", "")
    return key if len(key) >= _SHORTEST else ""


def _by_figures(group: Sequence[Spoken], able: Sequence[Indicator]) -> Indicator | None:
    """The one indicator that all figures of the sentence but one are stated of, two at least."""
    if len(group) < len(FIELDS):
        return None
    fitting = [
        indicator
        for indicator in able
        if sum(any(_same(i.evidence, e) for e in indicator.figures[i.claim.ukuran or ""]) for i in group) >= len(group) - 1
    ]
    return fitting[0] if len(fitting) == 1 else None


def _same(said: Evidence, other: Evidence) -> bool:
    if said.value == other.value:
        return True
    places = printed_decimals(said.raw), printed_decimals(other.raw)
    return places[0] != places[1] and printed_interval(said.value or 0, places[0]).meets(printed_interval(other.value or 0, places[1]))


@dataclass(frozen=True, slots=True)
class GradedRow:
    """The grade that a table gives an indicator in a year."""

    name: str
    value: str
    evidence: Evidence


_AIMED = re.compile(r"\btarget\b(?!.*\b(?:realisasi|terealisasi|capaian|tercapai|mencapai|memperoleh|meraih|mendapat)\w*)", re.IGNORECASE)
"""Words that make the grade behind them the one aimed at."""


def graded_rows(case: Case, mention: Sebutan) -> list[GradedRow]:
    """The grades reached, or aimed at where the words before it say so, in the year of a mention by the indicator that they name."""
    before, found = set(core(mention.keterangan or "").split()), []
    aimed = _AIMED.search(re.split(r"[.;]\s", mention.keterangan or "")[-1])
    for block in case.report.capaian_kinerja:
        for row in block.baris:
            words = [word for word in core(row.indikator or "").split() if word not in _GENERAL]
            reached = row.target if aimed else row.realisasi
            if len(words) < _TELLING or not set(words) <= before or str(row.tahun) != mention.nilai:
                continue
            if reached is not None and isinstance(reached.nilai, str) and reached.jenis == "predikat":
                found.append(GradedRow(row.indikator or "", reached.nilai, Evidence(reached.mentah, row.sumber, None, row.indikator or "")))
    return found
