"""E08: one budget code on two lines."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from extractor.checks.case import Case
from extractor.checks.outcome import Finding, Holds, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import report, table
from extractor.checks.show import short
from extractor.checks.views.clusters import clusters
from extractor.checks.views.coded import Coded, coded
from extractor.checks.views.names import core
from extractor.checks.views.plan_tree import Claimed, programs_of
from extractor.checks.views.versions import compatible
from extractor.values.codes import code_level

_TABLE = "Kode | Uraian | Pagu\nCQ.{} | Teknis Penyelenggaraan | 5.000.000\nCQ.6709 | Perencanaan Anggaran | 7.000.000"
_CENTRAL = 3
"""Groups of digits that a code of the centre has at most where it has no letters: 076.01.6709."""
_SAME = 85.0
_TWIN = 92.0
_KNOWN = 3
"""Lines that show a kegiatan to be one of the report's."""
_OTHER = 60.0
_OUTPUT = re.compile(r"[0-9]{4}\.[A-Z]{3}\.[0-9]{3}$")
"""The end of a code that names an output wholly."""


@check(
    "E08", "duplicate_code", "peringatan", "Satu kode anggaran dipakai untuk dua butir yang berbeda",
    wrong=lambda: report(tabel=[table(_TABLE.format("6709"))]),
    right=lambda: report(tabel=[table(_TABLE.format("6639"))]),
)  # fmt: skip
def duplicate_code(case: Case) -> Iterator[Outcome]:
    """One budget code stands on two different lines.

    Compares: the names that stand beside a code of a kegiatan (or of an output with its kegiatan) in all tables; the codes
        that one name has in several tables; the programs under which one table puts a kegiatan.
    Rule: PMK 62/2023 and its classification of the budget: a code names one line.
    Tolerance: wording: only names that are clearly different count. Codes of outputs without their kegiatan recur and are
        left out. Where the names have other codes elsewhere, the place that departs from both is the finding. Of two codes
        of one name the one that stands once is the finding, where it is one slip of the pen from the other.
    Wrong: CQ.6709 beside "Teknis Penyelenggaraan" and beside "Perencanaan Anggaran".
    Right: CQ.6639 beside the first.
    Repair: the code that the name has in the other tables.
    """
    items = case.view(coded)
    usual = _usual_codes(items)
    by_code: dict[str, list[Coded]] = defaultdict(list)
    for item in items:
        by_code[_own_part(item.code)].append(item)
    for same in by_code.values():
        odd = _odd(same, usual)
        if odd is None:
            yield Holds()
        else:
            yield _finding(odd[0], odd[1], usual.get(odd[0].name))
    yield from _mistyped(items)
    for claims in case.view(programs_of).values():
        yield from _two_programs(claims)


def _two_programs(claims: Sequence[Claimed]) -> Iterator[Outcome]:
    """A kegiatan that one table puts under two programs; where other tables name its program, that one is right."""
    tables: dict[str, list[Claimed]] = defaultdict(list)
    for claim in claims:
        tables[claim.table].append(claim)
    for name_of_table, here in tables.items():
        if len({claim.program for claim in here}) < 2:
            yield Holds()
            continue
        elsewhere = Counter(claim.program for claim in claims if claim.table != name_of_table)
        votes = Counter(claim.program for claim in here)
        right = max(votes, key=lambda program: (elsewhere[program], votes[program], program))
        odd = [claim for claim in here if claim.program != right]
        firm = [claim for claim in claims if claim.program == right]
        wrong, name = odd[0].program, short(odd[0].evidence.raw)
        yield Finding(
            id=f"Kegiatan {odd[0].kegiatan} ({name}) berada di bawah program {wrong} dan juga di bawah program {right}.",
            en=f"The kegiatan {odd[0].kegiatan} ({name}) stands under program {wrong} and under program {right}.",
            evidence=tuple(claim.evidence for claim in (*odd, *firm)), stated=wrong, computed=right,
        )  # fmt: skip


def _mistyped(items: Sequence[Coded]) -> Iterator[Outcome]:
    """Codes one slip away from the code that the same name has in at least two other tables."""
    known = Counter(_kegiatan(_own_part(item.code)) for item in items)
    for group in clusters(items, lambda i: i.name, lambda _a, _b: False, lambda i: code_level(i.code), _TWIN):
        tables: dict[str, set[str]] = defaultdict(set)
        for item in group:
            tables[_own_part(item.code)].add(item.table)
        if len(tables) > 2:
            continue
        for item in group:
            own = _own_part(item.code)
            others = [c for c, where in tables.items() if item.table not in where and _slip(own, c) and _firmer(c, own, tables, known)]
            if len(tables[own]) == 1 and len(others) == 1:
                twin = next(other for other in group if _own_part(other.code) == others[0])
                yield _other_code(item, twin)


def _firmer(code: str, own: str, tables: Mapping[str, set[str]], known: Mapping[str, int]) -> bool:
    """Whether a code stands in more tables than the other, or its kegiatan is known from other lines and the other's is not."""
    return len(tables[code]) > 1 or (known[_kegiatan(own)] == 1 and known[_kegiatan(code)] >= _KNOWN)


def _kegiatan(code: str) -> str:
    return code.partition(".")[0]


def _slip(one: str, other: str) -> bool:
    """Whether two codes differ by one digit, or by two exchanged."""
    return len(one) == len(other) and DamerauLevenshtein.distance(one, other, score_cutoff=1) == 1


def _other_code(odd: Coded, twin: Coded) -> Finding:
    name = short(odd.name)
    return Finding(
        id=f"“{name}” diberi kode {odd.code}, di tempat lain {twin.code}.",
        en=f"“{name}” has the code {odd.code} here and {twin.code} elsewhere.",
        evidence=(odd.evidence, twin.evidence), stated=odd.code, computed=twin.code,
    )  # fmt: skip


def _is_local(code: str) -> bool:
    """Whether a code is one of the budget of a region: digits alone, in more parts than the central ones have (Permendagri 90/2019)."""
    parts = code.split(".")
    return not any(part.isalpha() for part in parts) and len(parts) > _CENTRAL


def _own_part(code: str) -> str:
    """A code from its kegiatan on, which is the same however much stands before it; a local code whole."""
    parts = code.split(".")
    if _is_local(code):
        return code
    start = next((i for i, part in enumerate(parts) if len(part) == 4 and part.isdigit()), 0)
    return ".".join(parts[start:])


def _usual_codes(items: Sequence[Coded]) -> dict[str, str]:
    """For each name the code that it has most often."""
    found = {}
    for group in clusters(items, lambda i: i.name, lambda _a, _b: False, lambda _i: 0, _SAME):
        own = Counter(_own_part(i.code) for i in group).most_common(1)[0][0]
        code = next(i.code for i in group if _own_part(i.code) == own)
        found.update(dict.fromkeys((i.name for i in group), code))
    return found


def _odd(same: Sequence[Coded], usual: dict[str, str]) -> tuple[Coded, Coded] | None:
    """A place whose name is clearly not that of the others with its code, and one of these."""
    pairs = [(a, b) for a in same for b in same if a is not b and _other(a, b, usual)]
    if not pairs:
        return None
    return min(pairs, key=lambda p: (_own_part(usual[p[0].name]) == _own_part(p[0].code), sum(not _other(p[0], o, usual) for o in same)))


def _other(one: Coded, other: Coded, usual: dict[str, str]) -> bool:
    """Whether two names mean different lines: they have little in common, one of them has another code elsewhere, or one table lists
    both under the whole code of one output.
    """
    a, b = core(one.name), core(other.name)
    elsewhere = any(not compatible(_own_part(usual[item.name]), _own_part(item.code)) for item in (one, other))
    shared = fuzz.token_set_ratio(a, b)
    whole = _OUTPUT.search(one.code) is not None or (_is_local(one.code) and code_level(one.code) == "kegiatan")
    twice = one.table == other.table and whole and shared < _SAME
    return shared < _OTHER or ((elsewhere or twice) and fuzz.ratio(a, b) < _SAME)


def _finding(odd: Coded, other: Coded, usual: str | None) -> Finding:
    names = (short(odd.name), short(other.name))
    better = usual if usual and _own_part(usual) != _own_part(odd.code) else None
    rest = (f"; di tempat lain kodenya {better}", f"; elsewhere its code is {better}") if better else ("", "")
    return Finding(
        id=f"Kode {odd.code} dipakai untuk “{names[0]}” dan untuk “{names[1]}”{rest[0]}.",
        en=f"The code {odd.code} stands for “{names[0]}” and for “{names[1]}”{rest[1]}.",
        evidence=(odd.evidence, other.evidence), stated=odd.code, computed=better,
    )  # fmt: skip
