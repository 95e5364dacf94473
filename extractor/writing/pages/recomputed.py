"""A calculation written out, as one would on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from extractor.checks.show import number, rupiah, short
from extractor.model import Temuan
from extractor.values.rounding import rounded
from extractor.writing.pages.labels import LABELS, Language
from extractor.writing.papers.calculations import Calculation, Operand
from extractor.writing.papers.cells import Cell

MOST = 24
"""Parts of a sum that are written out."""


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the calculation."""

    label: str
    value: str
    sign: str = ""
    result: bool = False


@dataclass(frozen=True, slots=True)
class Recomputed:
    """The lines of a calculation, the result last."""

    title: str
    steps: tuple[Step, ...]


def recomputed(finding: Temuan, cell: Cell | None, made: Sequence[Calculation], language: Language) -> Recomputed | None:
    """The calculation that the finding is about; None where it is about no calculation of a table."""
    made = [item for item in made if item.kind != "sama"]
    if cell is None or isinstance(finding.dihitung, str | None):
        return None
    wanted = Fraction(finding.dihitung)
    near = [item for item in made if item.stated.cell == cell and abs(item.computed - wanted) <= Fraction(1, 50)]
    return _written(near[0], finding.satuan, LABELS[language]) if near else None


def _written(item: Calculation, unit: str | None, words: dict[str, str]) -> Recomputed:
    money = unit == "rupiah" or (item.kind == "persen" and all(part.value >= 10**6 for part in item.parts))
    shown = [_figure(part, money=money) for part in item.parts]
    result = _result(item, unit, words)
    stated = Step(words["stated"], item.stated.raw.strip() or "–")
    if item.kind == "persen":
        text = f"{shown[0]} / {shown[1]} × 100"
        return Recomputed(text, (*_named(item, shown, ("", "÷")), result, stated))
    if item.kind == "selisih":
        return Recomputed(f"{shown[0]} − {shown[1]}", (*_named(item, shown, ("", "−")), result, stated))
    title = f"{words['sum_of' if item.kind == 'jumlah' else 'mean_of']} {len(item.parts)}"
    kept = _named(item, shown, ("", *["+"] * (len(shown) - 1)))[:MOST]
    rest = (Step(f"… (+{len(shown) - MOST})", "", "+"),) if len(shown) > MOST else ()
    return Recomputed(title, (*kept, *rest, result, stated))


def _named(item: Calculation, shown: Sequence[str], signs: Sequence[str]) -> tuple[Step, ...]:
    return tuple(Step(short(part.name), text, sign) for part, text, sign in zip(item.parts, shown, signs, strict=True))


def _figure(part: Operand, *, money: bool) -> str:
    if money:
        return rupiah(part.value) if part.value >= 1000 else number(part.value)
    return part.raw.strip() or number(part.value)


def _result(item: Calculation, unit: str | None, words: dict[str, str]) -> Step:
    value = item.computed if item.computed.denominator == 1 else rounded(item.computed, max(item.decimals, 2))
    text = rupiah(value) if unit == "rupiah" else f"{number(value)}{' %' if item.kind == 'persen' or unit == '%' else ''}"
    return Step(words["result"], text, "=", result=True)
