"""What kind of table this is and what its columns hold: the best assignment over header words and cell contents."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from extractor.fitted import calibration, weighted, weights
from extractor.model import DUGAAN
from extractor.tables.achieved import take_reached
from extractor.tables.assignment import best_assignment
from extractor.tables.bare_years import full_headers, spans_years
from extractor.tables.measured_against import forget_changes, take_other_targets, take_plan
from extractor.tables.periods import take_whole_year
from extractor.tables.profile import shares
from extractor.tables.proven import take_proven, take_proven_amounts
from extractor.tables.proven_shares import take_proven_shares
from extractor.tables.revised import take_latest
from extractor.tables.spec import KindSpec, Role
from extractor.tables.table import Column, Table
from extractor.tables.wording import Group, Lexicon, fold, years

COLUMN = weights("column")
"""What the signals of a column count for a role."""
HEADED = 0.45
"""Agreement of header and wording from which a column is headed so."""
CONTENT_SEEN, FEW, SOME = 0.15, 0.2, 0.3
"""Shares of cells: that look as they should; that are filled in a column of which nothing can be said; and in one without a header."""
SPECIFIC = frozenset({"amount", "percent", "tick", "nip", "date", "ordinal"})
UNDER_SPAN = 0.95
"""Weight of the lowest header text under a spanning one, which says most of what the column holds."""
MIN_CELL = 0.3
CLEARLY = 0.6
"""From here on the contents alone, or a wording that speaks against a kind, count."""
IN_CHAPTER = 0.55
KIND = weights("kind")
"""Log odds of "the table is of this kind" per signal."""
CONFIDENCE = calibration("kind")
LAIN = "lain"
_TITLE, _AGAINST, _CHAPTERS = ":title", ":against", ":chapters"
"""Groups of wordings of a kind that are those of no role."""
_RANGE = re.compile(r"(?:19|20)\d{2}\s*[-–—/]\s*(?:19|20)\d{2}")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a table."""

    kind: str
    score: float
    roles: tuple[tuple[int, str, float], ...]
    """(column, role, confidence)."""
    signals: Mapping[str, float]
    """What speaks for and against the kind, by the names of its weights."""


def _reading(kind: str, signals: Mapping[str, float], roles: tuple[tuple[int, str, float], ...] = ()) -> Reading:
    return Reading(kind, weighted(KIND, signals), roles, signals)


def read_as(table: Table, spec: KindSpec, context: Sequence[str], chapters: Sequence[str]) -> Reading:
    """The best assignment of this kind's roles to the table's columns, and how well it explains the table."""
    return read_each(table, (spec,), context, chapters)[0]


def read_each(table: Table, specs: Sequence[KindSpec], context: Sequence[str], chapters: Sequence[str]) -> list[Reading]:
    """As :func:`read_as`, for each of several kinds."""
    contents = {c.index: shares(row.text(c.index) for row in table.rows if row.role != "group") for c in table.columns}
    lexicon = _lexicon(tuple(specs))
    headed = {column.index: _headed(header, lexicon) for column, header in zip(table.columns, full_headers(table), strict=True)}
    return [_read(table, contents, headed, spec, _evidence(table, spec, context, chapters, lexicon)) for spec in specs]


@lru_cache(maxsize=32)
def _lexicon(specs: tuple[KindSpec, ...]) -> Lexicon:
    roles = {(spec.kind, role.name): role.words for spec in specs for role in spec.roles}
    other = {
        (spec.kind, name): words
        for spec in specs
        for name, words in ((_TITLE, spec.title), (_AGAINST, spec.against), (_CHAPTERS, spec.chapters))
    }
    return Lexicon({**roles, **other})


def _read(
    table: Table,
    contents: Mapping[int, dict[str, float]],
    headed: Mapping[int, Mapping[Group, float]],
    spec: KindSpec,
    evidence: Mapping[str, float],
) -> Reading:
    slots = [role for role in spec.roles for _ in range(len(table.columns) if role.many else 1)]
    fits = [_fits(column, contents[column.index], spec, headed[column.index]) for column in table.columns]
    fitting = any(score >= MIN_CELL for row in fits for score in row.values())
    pairs = best_assignment([[row[role.name] for role in slots] for row in fits]) if fitting else []
    found = tuple((table.columns[r].index, slots[c].name, score) for r, c in pairs if (score := fits[r][slots[c].name]) >= MIN_CELL)
    present = {name: max(s for _, n, s in found if n == name) for _, name, _ in found}
    used = [c for c in table.columns if c.header or contents[c.index]["filled"] > 0]
    explained = sum(s for _, _, s in found) / max(1, len(used))
    missing = sum(role.need * (1 - present.get(role.name, 0.0)) for role in spec.roles)
    unexplained = sum(1 for c in used if c.header and all(c.index != i for i, _, _ in found)) / max(1, len(used))
    signals = {
        "explained": explained,
        "missing": missing,
        "missing_all": float(bool(spec.any_of) and not any(name in present for name in spec.any_of)),
        "unexplained": unexplained,
        **evidence,
    }
    return _reading(spec.kind, signals, found)


def _fits(column: Column, content: Mapping[str, float], spec: KindSpec, headed: Mapping[Group, float]) -> dict[str, float]:
    """How well a column suits each role."""
    silent, kind = _is_silent(column, content), spec.kind
    return {
        role.name: 0.0 if header < HEADED and silent else fit(column, content, role, header)
        for role in spec.roles
        for header in (headed.get((kind, role.name), 0.0),)
    }


def fit(column: Column, content: Mapping[str, float], role: Role, header: float) -> float:
    """0..1: how well a column suits a role, given how well its header does."""
    signals = fit_signals(column, content, role, header)
    return max(0.0, weighted(COLUMN, signals)) if signals else 0.0


def fit_signals(column: Column, content: Mapping[str, float], role: Role, header: float) -> Mapping[str, float]:
    """What speaks for a column's role, by the names of the weights; nothing where neither header nor contents do."""
    if header >= HEADED:
        inside = max((content.get(look, 0.0) for look in role.looks), default=0.5)
        against = bool(role.looks) and inside < CONTENT_SEEN and content["filled"] > FEW
        money = role.looks == ("amount",)
        return {"header": header, "content": inside, "contradicted": float(against and not money), "no_amounts": float(against and money)}
    if _is_silent(column, content):
        return {}
    alone = max((content.get(look, 0.0) for look in role.looks if look in SPECIFIC), default=0.0)
    return {"content_alone": alone} if alone >= CLEARLY else {}


def _is_silent(column: Column, content: Mapping[str, float]) -> bool:
    """Whether only its header may tell what a column holds: it has one, or next to no cell is filled."""
    return bool(column.header) or content["filled"] <= SOME


def headed(header: str, specs: Sequence[KindSpec]) -> Mapping[Group, float]:
    """0..1: how well a column's header agrees with the wordings of each kind and role."""
    return _headed(header, _lexicon(tuple(specs)))


def _headed(header: str, lexicon: Lexicon) -> Mapping[Group, float]:
    """0..1: how well a column's header agrees with the wordings of each role."""
    parts = [part for part in header.split(" | ") if fold(part)]
    whole = lexicon.agreements(header)
    if len(parts) < 2:
        return whole
    last = lexicon.agreements(parts[-1])
    return {
        role: 1.0 if whole.get(role) == 1 else max(0.8 * whole.get(role, 0.0), UNDER_SPAN * last.get(role, 0.0))
        for role in {**whole, **last}
    }


def _evidence(table: Table, spec: KindSpec, context: Sequence[str], chapters: Sequence[str], lexicon: Lexicon) -> Mapping[str, float]:
    def agreement(text: str, what: str) -> float:
        return lexicon.agreements(text).get((spec.kind, what), 0.0)

    words = [table.title, *context]
    against = max(agreement(text, _AGAINST) for text in [*words, *(column.header for column in table.columns)])
    against = 1.0 if spec.one_year and spans_years(table) else against
    return {
        "title": max(agreement(text, _TITLE) for text in words),
        "against": against if against >= CLEARLY else 0.0,
        "chapter": float(any(agreement(title, _CHAPTERS) > IN_CHAPTER for title in chapters)),
    }


def choose(readings: Sequence[Sequence[Reading]], near: Sequence[bool]) -> list[Reading]:
    """One reading per table, the best sequence: a budget list follows its agreement. ``near[i]``: table i directly follows i-1."""

    @cache
    def following(before: str, kind: str, near: bool) -> float:
        return weighted(KIND, step(before, kind, near=near))

    lain = _lain()
    best: list[dict[int, tuple[float, int]]] = []
    options = [[*r, lain] for r in readings]
    for at, candidates in enumerate(options):
        row: dict[int, tuple[float, int]] = {}
        for k, reading in enumerate(candidates):
            before = (
                [(s + following(options[at - 1][j].kind, reading.kind, near[at]), j) for j, (s, _) in best[-1].items()]
                if at
                else [(following("", reading.kind, False), -1)]
            )
            top, j = max(before)
            row[k] = (top + reading.score, j)
        best.append(row)
    chosen: list[Reading] = []
    k = max(best[-1], key=lambda i: best[-1][i][0]) if best else -1
    for at in range(len(options) - 1, -1, -1):
        chosen.append(options[at][k])
        k = best[at][k][1]
    return chosen[::-1]


def step(before: str, kind: str, *, near: bool) -> Mapping[str, float]:
    """The signal that one kind follows another: a budget list stands below its agreement, rarely for itself."""
    follows = f"{before}>{kind}"
    if near and follows in KIND:
        return {follows: 1.0}
    alone = f">{kind}"
    return {alone: 1.0} if alone in KIND else {}


def in_context(readings: Sequence[Sequence[Reading]], chosen: Sequence[Reading], near: Sequence[bool]) -> list[list[Reading]]:
    """For each table its readings, ``lain`` and the chosen one last, with scores that count what stands before and after it."""
    kinds = ["", *(reading.kind for reading in chosen), ""]
    nearness = [*near, False]
    return [
        [_between(reading, kinds[at], kinds[at + 2], nearness[at], nearness[at + 1]) for reading in (*candidates, _lain(), own)]
        for at, (candidates, own) in enumerate(zip(readings, chosen, strict=True))
    ]


def _lain() -> Reading:
    return _reading(LAIN, {LAIN: 1.0})


def _between(reading: Reading, before: str, after: str, near_before: bool, near_after: bool) -> Reading:
    signals = Counter(reading.signals)
    signals.update(step(before, reading.kind, near=near_before))
    signals.update(step(reading.kind, after, near=near_after) if after else {})
    return _reading(reading.kind, dict(signals), reading.roles)


def apply(table: Table, reading: Reading, others: Sequence[Reading]) -> None:
    """Writes kind, confidence, roles and years of the columns into the table; ``others`` are all readings that it might have had."""
    table.kind = reading.kind
    sure = round(CONFIDENCE(margin(reading, others)), 3)
    table.confidence = min(sure, DUGAAN) if table.guessed else sure
    table.rival = best_other(reading, others).kind
    assign(table, reading)


def margin(reading: Reading, others: Sequence[Reading]) -> float:
    """Log odds of a reading against the best one of another kind."""
    return reading.score - best_other(reading, others).score


def best_other(reading: Reading, others: Sequence[Reading]) -> Reading:
    """The best reading of another kind; where there is none, that of no kind."""
    return max((other for other in others if other.kind != reading.kind), key=lambda other: other.score, default=_lain())


def assign(table: Table, reading: Reading) -> None:
    """Writes a reading's roles, and the years of the headers, into the columns."""
    by_index = {column.index: column for column in table.columns}
    for column in table.columns:
        column.role, column.confidence = None, 0.0
    for index, role, score in reading.roles:
        by_index[index].role, by_index[index].confidence = role, round(score, 3)
    forget_changes(table.columns)
    take_latest(table.columns)
    take_proven(table)
    set_years(table)
    take_plan(table)
    take_proven_shares(table)
    take_proven_amounts(table)
    take_whole_year(table)
    take_reached(table.columns)
    take_other_targets(table.columns)


def set_years(table: Table) -> None:
    """A year in a column's header holds for it, and for the columns to its right up to the next year's first column; years that are
    printed over the middle of their columns hold for those to the left too.
    """
    centred = _centred_years(table.columns) or _grouped_years(table.columns)
    if centred:
        for column in table.columns:
            column.year = centred.get(column.index)
        return
    current: int | None = None
    roles_since: set[str | None] = set()
    for column in table.columns:
        named = [] if _RANGE.search(column.header) else years(column.header)
        if named:
            current, roles_since = named[-1], set()
        elif current is not None and (column.role in roles_since or column.role is None or not column.header):
            current = None
        column.year = named[-1] if named else current
        roles_since.add(column.role)


def _centred_years(columns: Sequence[Column]) -> dict[int, int]:
    """Years by column where each stands over an inner column of a group, and the groups follow each other with the same roles."""
    dated = [at for at, column in enumerate(columns) if column.role and len(years(column.header)) == 1]
    if len(dated) < 2 or any(columns[at].role != columns[dated[0]].role for at in dated):
        return {}
    size = dated[1] - dated[0]
    for inner in range(1, size):
        starts = [at - inner for at in dated]
        groups = [columns[start : start + size] for start in starts if start >= 0]
        roles = [[column.role for column in group] for group in groups]
        together = len(groups) == len(dated) and all(b - a == size for a, b in pairwise(starts))
        if together and all(own == roles[0] and len(own) == size for own in roles) and None not in roles[0] and len(set(roles[0])) == size:
            return {column.index: years(group[inner].header)[0] for group in groups for column in group}
    return {}


def _grouped_years(columns: Sequence[Column]) -> dict[int, int]:
    """Years by column where the columns form as many groups as years are printed, each with its own year somewhere over it.

    A group begins with the first role that stands several times; no role stands twice in one.
    """
    counts = Counter(column.role for column in columns if column.role)
    opening = next((column.role for column in columns if column.role and counts[column.role] > 1), None)
    starts = [at for at, column in enumerate(columns) if opening and column.role == opening]
    groups = [columns[a:b] for a, b in pairwise([*starts, len(columns)])]
    named = [(at, years(column.header)) for at, column in enumerate(columns) if years(column.header) and not _RANGE.search(column.header)]
    runs = [(at, of) for n, (at, of) in enumerate(named) if n == 0 or of != named[n - 1][1]]
    if len(groups) < 2 or len(runs) != len(groups) or any(len(of) != 1 for _, of in runs):
        return {}
    within = all(group[0].index <= columns[at].index <= group[-1].index for group, (at, _) in zip(groups, runs, strict=True))
    distinct = all(len(roles) == len(set(roles)) for group in groups if (roles := [column.role for column in group if column.role]))
    if not within or not distinct or len({of[0] for _, of in runs}) < len(runs):
        return {}
    return {column.index: of[0] for group, (_, of) in zip(groups, runs, strict=True) for column in group}
