"""The known ways in which a figure goes wrong between the clerk's ledger and our reading, each with what it costs to assume it.

Costs are in nats: minus the logarithm of how often the slip occurs times how many readings it could have led to, so that a slip
explains a figure only where it is far likelier than chance. After the error models of de Waal, Pannekoek and Scholtus,
Handbook of Statistical Data Editing and Imputation (2011), chapters 2 and 3, with those of this channel (OCR, digit groups).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor, log

from extractor.reconciling.system import Number, Variable

_CONFUSED = frozenset({"08", "80", "17", "71", "38", "83", "56", "65", "06", "60", "35", "53", "68", "86"})
"""Digits that a reader or an OCR takes for one another."""


@dataclass(frozen=True, slots=True)
class Slip:
    name: str
    cost: float


_RARITY = {"skala": 1.0, "kelompok": 1.2, "tertukar": 1.8, "mirip": 1.6, "angka": 2.2, "hilang": 2.4, "tanda": 2.5, "tetangga": 2.6,
           "terlewat": 1.2, "ganda": 1.6, "selisih_kecil": 2.0, "sembarang": 1.4}  # fmt: skip
"""How rare each kind is among the slips that occur, in nats."""
_COMPUTED_DISCOUNT = 1.0
"""Totals and ratios are worked out by hand: an arbitrary wrong value is less of a surprise there."""

TOTAL_SLIPS = ("terlewat", "ganda")


def explain(variable: Variable, true: Number, parts: Sequence[Number] = ()) -> Slip:
    """The cheapest way from the true value of a figure to what is stated. ``parts``: what it should be the sum of.

    Both are compared as whole numbers of the figure's steps.
    """
    stated, value = _steps(variable.stated, variable), _steps(true, variable)
    found = [Slip(name, _RARITY[name] + log(ways)) for name, ways in _ways(stated, value)]
    found += _copied(variable, true)
    found += _miscounted(variable.stated, true, parts)
    discount = _COMPUTED_DISCOUNT if variable.role != "bagian" else 0.0
    found.append(Slip("sembarang", _RARITY["sembarang"] + log(9) + _surprise(value) - discount))
    return min(found, key=lambda slip: (slip.cost, slip.name))


def candidates(variable: Variable) -> Iterator[tuple[Number, Slip]]:
    """Values that single slips could have turned into what is stated, without a sum or ratio that names one."""
    stated = _steps(variable.stated, variable)
    seen = {stated}
    for value in _undone(stated):
        if value not in seen:
            seen.add(value)
            true = value * variable.step
            yield true, explain(variable, true)


def unknown_cost(variable: Variable) -> float:
    """Cost of holding a figure wrong without being able to say what it should be."""
    return _RARITY["sembarang"] + log(9) + _surprise(_steps(variable.stated, variable))


def _steps(value: Number, variable: Variable) -> int:
    """Half up, as figures are printed."""
    return floor(Fraction(value) / variable.step + Fraction(1, 2))


def _surprise(value: int) -> float:
    """How many values of its length an arbitrary figure could have had."""
    return log(max(10, abs(value)))


def _ways(stated: int, true: int) -> Iterator[tuple[str, int]]:
    """The kinds of slip that turn ``true`` into ``stated``, each with how many results it could have had."""
    told, meant = str(abs(stated)), str(abs(true))
    for name, found, ways in _KINDS:
        if found(told, meant) and (stated >= 0) == (true >= 0):
            yield name, ways(meant)
    if stated == -true and true:
        yield "tanda", 1
    if 0 < abs(stated - true) <= 2 and true < 1000:
        yield "selisih_kecil", 4


def _scaled(told: str, meant: str) -> bool:
    """A factor of a thousand or a million: units, or dot and comma."""
    short, long = sorted((told, meant), key=len)
    return short != "0" and (len(long) - len(short)) in (3, 6) and long == short + "0" * (len(long) - len(short))


def _group_changed(told: str, meant: str) -> bool:
    """A group of three digits dropped or doubled."""
    short, long = sorted((told, meant), key=len)
    if len(long) - len(short) != 3 or len(short) < 2:
        return False
    return any(long[: len(long) - at - 3] + long[len(long) - at :] == short for at in range(0, len(long) - 2, 3))


def _swapped(told: str, meant: str) -> bool:
    if len(told) != len(meant):
        return False
    wrong = [at for at, (a, b) in enumerate(zip(told, meant, strict=True)) if a != b]
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1 and told[wrong[0]] == meant[wrong[1]] and told[wrong[1]] == meant[wrong[0]]


def _one_digit(told: str, meant: str) -> tuple[str, str] | None:
    if len(told) != len(meant):
        return None
    wrong = [(a, b) for a, b in zip(told, meant, strict=True) if a != b]
    return wrong[0] if len(wrong) == 1 else None


def _misread(told: str, meant: str) -> bool:
    pair = _one_digit(told, meant)
    return pair is not None and "".join(pair) in _CONFUSED


def _mistyped(told: str, meant: str) -> bool:
    return _one_digit(told, meant) is not None


def _dropped_or_added(told: str, meant: str) -> bool:
    short, long = sorted((told, meant), key=len)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


_KINDS: tuple[tuple[str, Callable[[str, str], bool], Callable[[str], int]], ...] = (
    ("skala", _scaled, lambda _: 4),
    ("kelompok", _group_changed, lambda meant: 2 + len(meant) // 3 * 2),
    ("tertukar", _swapped, lambda meant: max(1, len(meant) - 1)),
    ("mirip", _misread, lambda meant: 2 * len(meant)),
    ("angka", _mistyped, lambda meant: 9 * len(meant)),
    ("hilang", _dropped_or_added, lambda meant: 11 * len(meant)),
)


def _copied(variable: Variable, true: Number) -> list[Slip]:
    """The cell holds its neighbour's figure."""
    others = [value for value in variable.near if value != true]
    return [Slip("tetangga", _RARITY["tetangga"] + log(len(others)))] if variable.stated in others else []


def _miscounted(stated: Number, true: Number, parts: Sequence[Number]) -> list[Slip]:
    """A total that misses one of its parts, or holds one twice."""
    if len(parts) < 2:
        return []
    ways = log(len(parts))
    kinds = (("terlewat", true - stated), ("ganda", stated - true))
    return [Slip(name, _RARITY[name] + ways) for name, gap in kinds if gap and gap in parts]


def _undone(stated: int) -> Iterator[int]:
    """What a single slip could have started from, in a fixed order."""
    told, sign = str(abs(stated)), -1 if stated < 0 else 1
    yield from (sign * value for value in _edits(told))


def _edits(told: str) -> Iterator[int]:
    yield from (int(told) * factor for factor in (1000, 1_000_000))
    yield from (int(told) // factor for factor in (1000, 1_000_000) if int(told) % factor == 0)
    yield from (int(told[: len(told) - at - 3] + told[len(told) - at :] or "0") for at in range(0, len(told) - 2, 3))
    yield from (int(told[:at] + told[at + 1] + told[at] + told[at + 2 :]) for at in range(len(told) - 1))
    yield from (int(told[:at] + digit + told[at + 1 :]) for at in range(len(told)) for digit in "0123456789")
    yield from (int(told[:at] + told[at + 1 :] or "0") for at in range(len(told)))
    yield from (int(told[:at] + digit + told[at:]) for at in range(len(told) + 1) for digit in "0123456789")
