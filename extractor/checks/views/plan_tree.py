"""Plans whose every line has a budget code: the codes tell which line stands under which, and the amounts must add up."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from typing import Final

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence
from extractor.checks.show import short
from extractor.checks.views.budget import BudgetLine, budget
from extractor.checks.views.sums import Sum
from extractor.values.codes import code_parts

_LEVELS: Final = {"program": 0, "kegiatan": 1, "kro": 2, "ro": 3}
_LEAST: Final = Fraction(1, 2)
"""Share of a line that its parts must make: where less is listed, lines were not read."""
_FEWEST: Final = 3
"""Coded lines that make a list a tree."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A coded line, how deep it stands, and its own part of the code; no code gives no depth."""

    line: BudgetLine
    depth: int | None
    own: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """A kegiatan under a program."""

    kegiatan: str
    program: str
    evidence: Evidence
    table: str


def plan_sums(case: Case) -> list[Sum]:
    """Every coded line of a plan against the coded lines right under it."""
    found = []
    for _, lines in groupby(case.view(budget), key=lambda line: line.table):
        placed = [_placed(line) for line in lines]
        if placed[0].line.origin == "rkt" and sum(item.depth is not None for item in placed) >= _FEWEST:
            found += [made for at in range(len(placed)) if (made := _sum(placed, at)) is not None]
    return found


def programs_of(case: Case) -> dict[str, list[Claimed]]:
    """For every kegiatan the programs that codes or the order of the lines put it under, in printed order."""
    found: dict[str, list[Claimed]] = defaultdict(list)
    for _, lines in groupby(case.view(budget), key=lambda line: line.table):
        program = ""
        for line in lines:
            parts = code_parts(line.code or "")
            if "program" in parts:
                program = parts["program"]
            elif line.level in ("program", "total"):
                program = ""
            if "kegiatan" in parts and program and (line.pagu or line.realisasi):
                figure = line.pagu or line.realisasi
                assert figure is not None
                found[parts["kegiatan"]].append(
                    Claimed(parts["kegiatan"], program, Evidence(line.label, figure.source, None, line.name), line.table)
                )
    return found


def _placed(line: BudgetLine) -> Placed:
    parts = code_parts(line.code or "")
    last = next((name for name in reversed(list(parts)) if name in _LEVELS), None)
    return Placed(line, _LEVELS[last] if last else None, parts[last] if last else "")


def _below(placed: Sequence[Placed], at: int) -> Iterator[Placed]:
    depth = placed[at].depth
    for item in placed[at + 1 :]:
        if item.depth is not None and depth is not None and item.depth <= depth:
            return
        yield item


def _sum(placed: Sequence[Placed], at: int) -> Sum | None:
    """None where the line has no lines under it. A lost code or amount under it makes the parts incomplete."""
    whole, block = placed[at], list(_below(placed, at))
    if whole.depth is None or whole.line.pagu is None or whole.line.pagu.value is None or not block:
        return None
    next_depth = min((item.depth for item in block if item.depth is not None), default=None)
    parts = [item for item in block if item.depth == next_depth]
    figures = tuple(item.line.pagu for item in parts if item.line.pagu is not None and item.line.pagu.value is not None)
    if next_depth != whole.depth + 1 or not figures:
        return None
    foreign = any(_is_of_another(whole, item) for item in block)
    lost = len(figures) < len(parts) or foreign or any(item.depth is None for item in block)
    alone = len(figures) == 1 and not _is_under(whole.line.code or "", parts[0].line.code or "")
    total = sum((Fraction(figure.value or 0) for figure in figures), start=Fraction(0))
    few = total < _LEAST * Fraction(whole.line.pagu.value)
    problem = "a part is missing" if lost or few else "nothing shows that it is the only part" if alone else ""
    return Sum(whole.line.pagu, figures, "rupiah", f"RKT {short(whole.line.holder)}".strip(), short(whole.line.label), problem)


def _is_of_another(whole: Placed, item: Placed) -> bool:
    """Whether the code of a line names another program, or kegiatan, than the line above it: its own was not read."""
    above, below = code_parts(whole.line.code or ""), code_parts(item.line.code or "")
    return any(name in below and below[name] != part for name, part in above.items() if name in _LEVELS)


def _is_under(whole: str, part: str) -> bool:
    """Whether the code of a part begins with that of the whole."""
    return part.startswith(f"{whole}.") or f".{whole.rpartition('.')[2]}." in f".{part}"
