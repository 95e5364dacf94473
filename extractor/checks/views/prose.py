"""Figures in prose and what they speak about: a budget line, a family of lines, an indicator, or the whole budget of a year."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from rapidfuzz import fuzz

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, figure
from extractor.checks.views.budget import BudgetLine, budget
from extractor.checks.views.names import alike, core
from extractor.checks.views.versions import compatible
from extractor.model import Klaim

_SURE = 86.0
_MARGIN = 3.0
_TWIN = 94.0
_SHORTEST = 9
"""Letters of a name that is looked for inside a sentence."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A figure in prose with the words before it in its sentence."""

    claim: Klaim
    evidence: Evidence
    before: str
    """The sentence up to the figure."""
    since: str
    """The words since the figure before it."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something in the tables that prose may name: a line, or all lines under a program."""

    name: str
    code: str | None
    year: int | None
    pagu: tuple[Evidence, ...]
    realisasi: tuple[Evidence, ...]
    persen: tuple[Evidence, ...]
    lines: int
    """How many lines it adds up; 1 for a line itself."""
    family: bool = False
    """Whether these are the lines that stand under it."""

    def total(self, field: str) -> int | Decimal | None:
        """Its pagu or realisasi; None where a part is not known."""
        figures: tuple[Evidence, ...] = getattr(self, field)
        values = [e.value for e in figures if e.value is not None]
        return sum(values, start=Decimal(0)) if values and len(values) == self.lines else None


def spoken(case: Case) -> list[Spoken]:
    """All figures in prose, in printed order."""
    found: list[Spoken] = []
    sentence, reached = "", 0
    for claim in case.report.klaim:
        if claim.kalimat != sentence:
            sentence, reached = claim.kalimat, 0
        raw = claim.nilai.mentah.strip()
        at = sentence.find(raw, reached)
        at = at if at >= 0 else reached
        evidence = figure(claim.nilai, claim.sumber, claim.subjek or "")
        if evidence is not None:
            found.append(Spoken(claim, evidence, sentence[:at], sentence[reached:at]))
        reached = at + len(raw)
    return found


def named(case: Case) -> list[Named]:
    """Every budget line of the realisation tables, and every family of lines that a table puts under one name."""
    lines = [line for line in case.view(budget) if line.origin == "realisasi" and line.level != "total" and line.name]
    own: dict[tuple[object, ...], list[BudgetLine]] = defaultdict(list)
    families: dict[tuple[object, ...], list[BudgetLine]] = defaultdict(list)
    for line in lines:
        own[line.table, line.year, line.code, core(line.name)].append(line)
        if line.parent:
            families[line.table, line.year, core(line.parent)].append(line)
    return [*(_together(x, x[0].name) for x in own.values()), *(replace(_together(x, x[0].parent), family=True) for x in families.values())]


def _together(lines: Sequence[BudgetLine], name: str) -> Named:
    """The lines of one name: a program that stands beside each of its indicators has the sum of these lines."""
    pagu, spent, share = (tuple(e for x in lines if (e := getattr(x, f)) is not None) for f in ("pagu", "realisasi", "persen"))
    return Named(name, lines[0].code if len(lines) == 1 else None, lines[0].year, pagu, spent, share, len(lines))


def spoken_of(case: Case, item: Spoken) -> list[Named]:
    """What a figure is said of: the things named by its code, by its subject, or last in the words before it."""
    things = [t for t in case.view(named) if item.claim.tahun in (None, t.year)]
    code = item.claim.kode
    coded = [t for t in things if code and t.code and compatible(code, t.code)]
    return coded or _by_subject(item.claim.subjek or "", things) or _with_twins(_last_named(item.before, things), things)


def _with_twins(found: Sequence[Named], things: Sequence[Named]) -> list[Named]:
    """The things found and those whose name differs from theirs by a slip only."""
    return [t for t in things if any(t is f or alike(t.name, f.name) >= _TWIN for f in found)]


def _by_subject(subject: str, things: Sequence[Named]) -> list[Named]:
    """The things whose name the subject is, the best by a margin."""
    if len(core(subject)) < _SHORTEST:
        return []
    scored = sorted(((likeness(subject, t.name), t) for t in things), key=lambda p: -p[0])
    if not scored or scored[0][0] < _SURE:
        return []
    best, name = scored[0][0], scored[0][1].name
    rival = next((score for score, t in scored if alike(t.name, name) < 97), 0.0)
    return [t for score, t in scored if alike(t.name, name) >= 97] if best - rival >= _MARGIN else []


@lru_cache(maxsize=65536)
def likeness(subject: str, name: str) -> float:
    """How far a subject names a thing: wholly, or with words left out on either side."""
    a, b = core(subject), core(name)
    if not a or not b:
        return 0.0
    words = min(len(a.split()), len(b.split()))
    part = fuzz.token_set_ratio(a, b) - 4 if words >= 3 else 0.0
    return max(alike(subject, name), part if alike(subject, name) >= 60 else 0.0)


def _last_named(before: str, things: Sequence[Named]) -> list[Named]:
    """The things whose whole name stands last in the words before a figure; the longest name where several end there."""
    text = core(before).replace(" ", "")
    found: list[tuple[int, int, Named]] = []
    for thing in things:
        name = core(thing.name).replace(" ", "")
        at = text.rfind(name) if len(name) >= _SHORTEST else -1
        if at >= 0:
            found.append((at + len(name), len(name), thing))
    if not found:
        return []
    end, length, _ = max(found, key=lambda f: (f[0], f[1]))
    return [t for e, n, t in found if (e, n) == (end, length)]


_TRIPLE = re.compile(
    r"(?P<realisasi>[0-9]+(?:[.,][0-9]+)?)\s*%\s*,?\s*(?:dari|terhadap)\s+target\s*(?:sebesar|sebanyak|yaitu)?\s*(?P<target>[0-9]+(?:[.,][0-9]+)?)\s*%"
    r"[^0-9]{1,60}?(?:capai|capaian)\w*[^0-9]{0,40}?(?P<capaian>[0-9]+(?:[.,][0-9]+)?)\s*%",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?<![0-9.,])(?P<part>[0-9]{1,3}(?:\.[0-9]{3})*)\s+(?:\([a-z ]+\)\s*)?(?:[a-z/]+\s+)?dari\s+(?:total\s+|jumlah\s+|sebanyak\s+)*"
    r"(?P<whole>[0-9]{1,3}(?:\.[0-9]{3})*)(?![0-9.,]*[0-9%])[^0-9%]{0,60}?\batau\s+(?:sebesar\s+)?(?P<stated>[0-9]+(?:[.,][0-9]+)?)\s*(?:%|persen)",
    re.IGNORECASE,
)
_COUNT = r"(?<![0-9.,])[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9])|(?<![0-9.,])[0-9]{2,}(?![0-9.,])"
_OF_NEED = re.compile(
    rf"(?P<whole>{_COUNT})\s+(?P<unit>[a-z]+)\b[^0-9%;]{{1,90}}?(?P<part>{_COUNT})\s+(?P=unit)\b[^0-9%;]{{0,40}}?\batau\s+(?:realisasi(?:nya)?\s+)?"
    r"(?:sebesar\s+|sebanyak\s+|mencapai\s+)?(?P<stated>[0-9]+(?:[.,][0-9]+)?)\s*(?:%|persen)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """Figures that one wording ties together, by the names of their parts."""

    kind: str
    parts: dict[str, str]
    claim: Klaim


def patterns(case: Case) -> list[Pattern]:
    """ "X % dari target Y % atau tercapai Z %", "N dari M … atau P %", "butuh M unit, ada N unit atau P %", once per sentence."""
    found = []
    seen: set[str] = set()
    for claim in case.report.klaim:
        if claim.kalimat in seen:
            continue
        seen.add(claim.kalimat)
        for kind, shape in (("capaian", _TRIPLE), ("bagian", _SHARE), ("kebutuhan", _OF_NEED)):
            found += [Pattern(kind, match.groupdict(), claim) for match in shape.finditer(claim.kalimat)]
    return found
