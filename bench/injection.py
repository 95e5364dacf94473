"""Error injection: slips planted in clean synthetic tables, and what the reconciliation makes of them.

    python bench/injection.py --cases 5000 --seed 1

Prints how many planted errors that break a constraint are found, how many of the sure proposals are right, how many of the
uniquely determined cases get one, and, per kind of slip, what was proposed.
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise

from extractor.reconciling import Limits, Linear, Ratio, System, Variable, Verdict, exact_variable, reconcile, same, total
from extractor.reconciling.localise import localise, violated
from extractor.reconciling.system import Number

SURE = 0.9
EDGES = (0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999, 1.0)
"""Borders of the confidences that the table of reliability takes together."""


@dataclass
class Sheet:
    """A table in the making: its figures and what holds between them."""

    variables: dict[str, Variable] = field(default_factory=dict)
    constraints: list[Linear | Ratio] = field(default_factory=list)
    soft: list[Linear] = field(default_factory=list)

    def figure(self, key: str, value: int, role: str = "bagian") -> str:
        doubt = 5.0 if role == "bagian" else 4.0
        self.variables[key] = exact_variable(key, value, role, doubt)  # type: ignore[arg-type]
        return key

    def percent(self, key: str, part: int, whole: int, decimals: int) -> str:
        step = Fraction(1, 10**decimals)
        value = (Fraction(100 * part, whole) / step + Fraction(1, 2)).__floor__() * step
        self.variables[key] = Variable(key, value, value - step / 2, value + step, step, "persen", 4.0)
        return key

    def value(self, key: str) -> int:
        return int(self.variables[key].stated)

    def system(self) -> System:
        return System(self.variables, tuple(self.constraints), tuple(self.soft))


def budget(draw: random.Random) -> Sheet:
    """Program, kegiatan, output; pagu, realisasi, percent; totals; some lines stated again in another table."""
    sheet, decimals = Sheet(), draw.choice((0, 1, 2, 2, 2))
    programs = [_program(sheet, draw, f"p{at}", decimals) for at in range(draw.randint(1, 3))]
    _line(sheet, "jumlah", programs, decimals)
    for at, line in enumerate(draw.sample(programs, draw.randint(0, len(programs)))):
        copy = sheet.figure(f"pk{at}", sheet.value(f"{line}.pagu"))
        sheet.constraints.append(same(f"pk {line}", f"{line}.pagu", copy))
    return sheet


def _program(sheet: Sheet, draw: random.Random, name: str, decimals: int) -> str:
    lines = [f"{name}.k{at}" for at in range(draw.randint(2, 6))]
    for line in lines:
        pagu = draw.randint(5_000, 9_999_999) * draw.choice((1, 1000, 1000, 1000)) + 0
        realisasi = pagu * draw.randint(500, 1000) // 1000 if draw.random() < 0.9 else pagu
        _row(sheet, line, pagu, realisasi, decimals, "bagian")
    _line(sheet, name, lines, decimals)
    return name


def _row(sheet: Sheet, name: str, pagu: int, realisasi: int, decimals: int, role: str) -> None:
    whole, part = sheet.figure(f"{name}.pagu", pagu, role), sheet.figure(f"{name}.realisasi", realisasi, role)
    percent = sheet.percent(f"{name}.persen", realisasi, pagu, decimals)
    sheet.constraints.append(Ratio(f"persen {name}", percent, part, whole))
    sheet.soft.append(Linear(f"pagu {name}", ((whole, 1), (part, -1)), high=10**18))


def _line(sheet: Sheet, name: str, lines: list[str], decimals: int) -> None:
    """A row that adds others up."""
    sums = {what: sum(sheet.value(f"{line}.{what}") for line in lines) for what in ("pagu", "realisasi")}
    _row(sheet, name, sums["pagu"], sums["realisasi"], decimals, "total")
    for what in sums:
        sheet.constraints.append(total(f"{what} {name}", [f"{line}.{what}" for line in lines], f"{name}.{what}"))


def staff(draw: random.Random) -> Sheet:
    """One number of people, told apart in several ways and stated in words."""
    sheet, people = Sheet(), draw.randint(12, 400)
    whole = sheet.figure("jumlah", people, "total")
    for way in ("status", "golongan", "pendidikan")[: draw.randint(1, 3)]:
        parts = draw.randint(2, 5)
        cuts = sorted(draw.randint(0, people) for _ in range(parts - 1))
        counts = [high - low for low, high in zip([0, *cuts], [*cuts, people], strict=True)]
        keys = [sheet.figure(f"{way}.{at}", count) for at, count in enumerate(counts)]
        stated = sheet.figure(f"{way}.jumlah", people, "total")
        sheet.constraints += [total(f"jumlah {way}", keys, stated), same(f"{way} = semua", stated, whole)]
    words = sheet.figure("terbilang", people)
    sheet.constraints.append(same("terbilang", words, whole))
    return sheet


def _scaled(value: int, draw: random.Random) -> int:
    factor = draw.choice((1000, 1000, 1_000_000))
    return value // factor if value % factor == 0 else value * factor


def _group(value: int, draw: random.Random) -> int:
    digits, at = str(value), 3 * draw.randrange(max(1, (len(str(value)) - 1) // 3))
    end = len(digits) - at
    kept = digits[: end - 3] + digits[end:]
    return int(kept or "0") if draw.random() < 0.7 else int(digits[:end] + digits[end - 3 : end] + digits[end:])


def _swap(value: int, draw: random.Random) -> int:
    digits = list(str(value))
    at = draw.randrange(max(1, len(digits) - 1))
    digits[at : at + 2] = digits[at : at + 2][::-1]
    return int("".join(digits))


def _misread(value: int, draw: random.Random) -> int:
    digits = list(str(value))
    at = draw.randrange(len(digits))
    digits[at] = draw.choice({"0": "8", "1": "7", "3": "85", "5": "63", "6": "50", "7": "1", "8": "03"}.get(digits[at], "0"))
    return int("".join(digits))


def _mistyped(value: int, draw: random.Random) -> int:
    digits = list(str(value))
    digits[draw.randrange(len(digits))] = draw.choice("0123456789")
    return int("".join(digits))


def _length(value: int, draw: random.Random) -> int:
    digits, at = str(value), draw.randrange(len(str(value)))
    kept = digits[:at] + digits[at + 1 :] if draw.random() < 0.5 else digits[:at] + draw.choice("0123456789") + digits[at:]
    return int(kept or "0")


def _anything(value: int, draw: random.Random) -> int:
    return draw.randint(0, 2 * value + 10)


SLIPS: dict[str, Callable[[int, random.Random], int]] = {
    "skala": _scaled, "kelompok": _group, "tertukar": _swap, "mirip": _misread,
    "angka": _mistyped, "hilang": _length, "sembarang": _anything,
}  # fmt: skip


def _sum_slip(sheet: Sheet, key: str, draw: random.Random) -> tuple[str, int] | None:
    """A total that misses a part or holds it twice."""
    for constraint in sheet.constraints:
        if isinstance(constraint, Linear) and len(constraint.terms) > 2 and dict(constraint.terms).get(key) == -1:
            part = sheet.value(draw.choice([name for name, factor in constraint.terms if factor == 1]))
            return draw.choice((("terlewat", sheet.value(key) - part), ("ganda", sheet.value(key) + part)))
    return None


def _neighbour(sheet: Sheet, key: str, draw: random.Random) -> tuple[str, int]:
    """The cell holds what stands beside it in its table."""
    near = sheet.variables[key].near
    return "tetangga", int(draw.choice(near)) if near else sheet.value(key)


def _beside(sheet: Sheet) -> None:
    """Each cell told the figures above and below it in its column."""
    columns: dict[str, list[str]] = {}
    for key in sheet.variables:
        start, _, end = key.rpartition(".")
        columns.setdefault(start if end.isdigit() else end, []).append(key)
    for keys in columns.values():
        for at, key in enumerate(keys):
            near = tuple(sheet.variables[other].stated for other in keys[max(0, at - 1) : at] + keys[at + 1 : at + 2])
            sheet.variables[key] = replace(sheet.variables[key], near=near)


@dataclass(frozen=True)
class Case:
    system: System
    true: dict[str, Number]
    """The planted figures and what they were."""
    slips: dict[str, str]


def plant(sheet: Sheet, draw: random.Random, count: int) -> Case:
    """Slips in some figures of a clean sheet."""
    _beside(sheet)
    true: dict[str, Number] = {}
    slips: dict[str, str] = {}
    for key in draw.sample(sorted(sheet.variables), min(count, len(sheet.variables))):
        own = sheet.variables[key]
        before = int(own.stated / own.step)
        name, after = _slip(sheet, key, draw, before)
        if after == before or after < 0:
            continue
        true[key], slips[key] = own.stated, name
        stated = after * own.step
        sheet.variables[key] = replace(own, stated=stated, low=stated + own.low - own.stated, high=stated + own.high - own.stated)
    return Case(sheet.system(), true, slips)


def _slip(sheet: Sheet, key: str, draw: random.Random, before: int) -> tuple[str, int]:
    if sheet.variables[key].role == "total" and draw.random() < 0.4:
        missed = _sum_slip(sheet, key, draw)
        if missed is not None:
            return missed
    if sheet.variables[key].role != "persen" and draw.random() < 0.1:
        return _neighbour(sheet, key, draw)
    name = draw.choice(sorted(SLIPS))
    return name, SLIPS[name](before, draw)


def cases(count: int, seed: int) -> Iterator[Case]:
    """``count`` cases, each with one to three slips; the same for the same seed."""
    for at in range(count):
        draw = random.Random(f"{seed}/{at}")
        sheet = (budget if draw.random() < 0.7 else staff)(draw)
        yield plant(sheet, draw, draw.choice((1, 1, 2, 3)))


def determined(case: Case) -> bool:
    """Whether the planted figures are the only smallest set that repairs the system, and follow from the others."""
    if not case.true:
        return False
    for component in case.system.components():
        level = System({k: replace(v, doubt=1.0) for k, v in component.variables.items()}, component.constraints)
        planted = tuple(sorted(set(case.true) & set(component.variables)))
        repairs, complete = localise(level, Limits(margin=0.0))
        smallest = [repair for repair in repairs if len(repair.keys) == len(repairs[0].keys)]
        if not complete or [repair.keys for repair in smallest] != [planted] * bool(planted):
            return False
        if any(span.value is None and level.variables[key].role != "persen" for repair in smallest for key, span in repair.spans.items()):
            return False
    return True


@dataclass
class Tally:
    counts: Counter[str] = field(default_factory=Counter)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    proposed: list[tuple[float, bool]] = field(default_factory=list)
    """Confidence of every proposal, and whether it is right."""

    def add(self, at: int, case: Case) -> None:
        verdicts = reconcile(case.system)
        self._detection(case, verdicts)
        chosen = [verdict.chosen for verdict in verdicts if verdict.chosen]
        changes = {change.key: (change.value, change.probability) for found in chosen for change in found.changes}
        right = all(changes.get(key, (None, 0))[0] == value for key, value in case.true.items()) and set(changes) == set(case.true)
        for key, (value, probability) in changes.items():
            self._proposal(at, key, value == case.true.get(key), probability)
        for key, name in case.slips.items():
            self.confusion[name, _outcome(changes.get(key), case.true[key], bool(verdicts))] += 1
        if determined(case):
            self.counts["tertentu"] += 1
            self.counts["tertentu diusulkan"] += bool(changes)
            self.counts["tertentu benar"] += right

    def _detection(self, case: Case, verdicts: list[Verdict]) -> None:
        broken = {key for constraint in violated(case.system) for key in constraint.keys}
        visible = set(case.true) & broken
        reached = {key for component in case.system.components() if violated(component) for key in component.variables}
        self.counts["tampak"] += len(visible)
        self.counts["ditemukan"] += len(visible & reached) if verdicts else 0

    def _proposal(self, at: int, key: str, right: bool, probability: float) -> None:
        self.proposed.append((probability, right))
        self.counts["usulan"] += 1
        self.counts["usulan benar"] += right
        if probability >= SURE:
            self.counts["yakin"] += 1
            self.counts["yakin benar"] += right
            if not right:
                self.wrong.append(f"kasus {at}: {key}")


def _outcome(change: tuple[Number | None, float] | None, true: Number, seen: bool) -> str:
    if change is not None:
        return "benar" if change[0] == true else "salah"
    return "tak dipilih" if seen else "tak tampak"


def reliability(proposed: Sequence[tuple[float, bool]]) -> Iterator[tuple[str, int, float, float]]:
    """Per stretch of confidence: its borders, proposals, mean confidence, share that is right."""
    for low, high in pairwise(EDGES):
        inside = [(sure, right) for sure, right in proposed if low <= sure < high or (high == EDGES[-1] and sure == high)]
        if inside:
            yield f"{low}-{high}", len(inside), sum(s for s, _ in inside) / len(inside), sum(r for _, r in inside) / len(inside)


def share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / whole:.4f}" if whole else "-"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true", help="name the cases with a wrong sure proposal")
    options = parser.parse_args()
    tally, started = Tally(), time.process_time()
    for at, case in enumerate(cases(options.cases, options.seed)):
        tally.add(at, case)
    clean = sum(bool(reconcile(plant(sheet, draw, 0).system)) for draw, sheet in _clean(options.cases // 5, options.seed))
    counts = tally.counts
    print("planted errors that break a constraint, found:", share(counts["ditemukan"], counts["tampak"]))
    print(f"proposals of confidence >= {SURE}, right:", share(counts["yakin benar"], counts["yakin"]))
    print("all proposals, right:", share(counts["usulan benar"], counts["usulan"]))
    print("uniquely determined cases with a proposal:", share(counts["tertentu diusulkan"], counts["tertentu"]))
    print("  of them right:", share(counts["tertentu benar"], counts["tertentu"]))
    print("verdicts on clean tables:", share(clean, options.cases // 5))
    print(f"CPU seconds: {time.process_time() - started:.1f}\n")
    outcomes = ("benar", "salah", "tak dipilih", "tak tampak")
    print(f"{'slip':12}" + "".join(f"{name:>13}" for name in outcomes))
    for name in sorted({slip for slip, _ in tally.confusion}):
        print(f"{name:12}" + "".join(f"{tally.confusion[name, outcome]:13}" for outcome in outcomes))
    rows = list(reliability(tally.proposed))
    print(f"\n{'confidence':14}{'proposals':>10}{'mean':>8}{'right':>8}")
    for name, number, mean, right in rows:
        print(f"{name:14}{number:10}{mean:8.3f}{right:8.3f}")
    error = sum(number * abs(mean - right) for _, number, mean, right in rows) / max(1, sum(row[1] for row in rows))
    print(f"expected calibration error: {error:.4f}")
    if options.list:
        print(*tally.wrong, sep="\n")


def _clean(count: int, seed: int) -> Iterator[tuple[random.Random, Sheet]]:
    for at in range(count):
        draw = random.Random(f"clean/{seed}/{at}")
        yield draw, (budget if draw.random() < 0.7 else staff)(draw)


if __name__ == "__main__":
    main()
