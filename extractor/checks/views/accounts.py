"""Sentences that state ceiling, spending and percent of one thing, and the budget line that their own figures show them to speak of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence
from extractor.checks.views.budget import BudgetLine, budget
from extractor.checks.views.prose import Spoken, spoken
from extractor.checks.views.ratios import Ratio
from extractor.values.rounding import Interval, printed_decimals, printed_interval
from extractor.values.scale import may_be_one

FIELDS = ("pagu", "realisasi", "persen")
_LEAST = 10**5
_GREATEST = 1000
"""A greater percent is an amount that slipped into the column."""
_PARTIAL = re.compile(
    r"\b(?:triwulan|semester|caturwulan|s\.?d\.?\s+bulan|sampai dengan bulan|per\s+(?:30|31)\s|hibah|awal|semula|revisi)\b", re.IGNORECASE
)
"""Wordings of a part of the year, or of another version of the budget."""


@dataclass(frozen=True, slots=True)
class Account:
    """The figures of one thing that one sentence states, by field."""

    figures: dict[str, Spoken]

    @property
    def year(self) -> int | None:
        """The year that the figures are said to be of."""
        return next((item.claim.tahun for item in self.figures.values() if item.claim.tahun is not None), None)

    @property
    def partial(self) -> bool:
        """Whether the sentence speaks of a part of the year or of another version of the budget."""
        return any(_PARTIAL.search(item.claim.kalimat) for item in self.figures.values())


@dataclass(frozen=True, slots=True)
class Settled:
    """An account and a budget line that has one of its amounts; ``wrong`` are the fields in which they differ."""

    account: Account
    line: BudgetLine
    wrong: tuple[str, ...]


def settled(case: Case) -> list[Settled]:
    """Every account that a line shares an amount with, beside the line that it agrees with most."""
    lines = [line for line in case.view(budget) if line.origin == "realisasi" and line.pagu is not None]
    found = []
    for account in _accounts(case.view(spoken)):
        scored = [(match, line) for line in lines if account.year in (None, line.year) and (match := _match(account, line)) is not None]
        if scored:
            most = max((equal + len(wrong), equal) for (equal, wrong), _ in scored)
            best = [(wrong, line) for (equal, wrong), line in scored if (equal + len(wrong), equal) == most]
            wrong, line = best[0]
            if len(wrong) <= 1 and (not wrong or len({_values(other, fields) for fields, other in best}) == 1):
                found.append(Settled(account, line, wrong))
    return found


def unsettled(case: Case) -> list[Account]:
    """Accounts with all three figures that no line explains; what they say can still be compared with itself."""
    known = [item.account for item in case.view(settled)]
    return [a for a in _accounts(case.view(spoken)) if len(a.figures) == len(FIELDS) and a not in known and not a.partial]


def _values(line: BudgetLine, fields: Sequence[str]) -> tuple[object, ...]:
    return tuple((field, e.value if (e := value_of(line, field)) is not None else None) for field in fields)


def _accounts(items: Sequence[Spoken]) -> Iterator[Account]:
    held: dict[str, Spoken] = {}
    for item in items:
        field = _field(item)
        if held and (_parted(held, item) or (field in held)):
            yield from [Account(held)] if len(held) > 1 else []
            held = {}
        if field is not None and item.evidence.value is not None and (field != "persen" or held):
            held[field] = item
    yield from [Account(held)] if len(held) > 1 else []


def _field(item: Spoken) -> str | None:
    claim = item.claim
    if claim.jenis == "rupiah" and claim.ukuran in ("pagu", "realisasi") and (item.evidence.value or 0) >= _LEAST:
        return claim.ukuran
    return "persen" if claim.jenis == "persen" and (claim.ukuran == "penyerapan" or claim.peran == "share") else None


def _parted(held: dict[str, Spoken], item: Spoken) -> bool:
    last = next(reversed(held.values()))
    return last.claim.kalimat != item.claim.kalimat or last.claim.tahun != item.claim.tahun


def _match(account: Account, line: BudgetLine) -> tuple[int, tuple[str, ...]] | None:
    """In how many fields account and line agree, and the fields in which they differ; None where they have no amount in common."""
    equal: list[str] = []
    wrong: list[str] = []
    if not any(item.evidence.value == e.value for f, item in account.figures.items() if f != "persen" and (e := value_of(line, f))):
        return None
    for field, item in account.figures.items():
        other = value_of(line, field)
        if other is None:
            continue
        (equal if _same(field, item.evidence, other, line) else wrong).append(field)
    return len(equal), tuple(wrong)


def value_of(line: BudgetLine, field: str) -> Evidence | None:
    """A figure of a line; None where it states none that can be read."""
    evidence: Evidence | None = getattr(line, field)
    if evidence is None or evidence.value is None or (field == "persen" and evidence.value > _GREATEST):
        return None
    return evidence


def _same(field: str, said: Evidence, other: Evidence, line: BudgetLine) -> bool:
    if field != "persen":
        return may_be_one((said.raw, said.value), (other.raw, other.value))
    places = printed_decimals(said.raw), printed_decimals(other.raw)
    if said.value == other.value or printed_interval(said.value or 0, places[0]).meets(_span(other, places)):
        return True
    return line.realisasi is not None and line.pagu is not None and bool(line.pagu.value) and Ratio(line.realisasi, line.pagu, said).holds


def _span(other: Evidence, places: tuple[int, int]) -> Interval:
    """What the longer of two printed percents stands for; the value itself where both have as many digits."""
    return printed_interval(other.value or 0, places[1]) if places[0] != places[1] else Interval.exactly(Fraction(other.value or 0))
