"""Calculations as spreadsheet formulas."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from xlsxwriter.utility import xl_rowcol_to_cell

from extractor.writing.papers.calculations import Calculation, Operand

Place = tuple[str, int, int]
"""Sheet ("" for the formula's own), row and column."""
Find = Callable[[Operand], Place | None]

MOST = 200
"""Arguments of one SUM; Excel takes 255."""


def formula_of(item: Calculation, find: Find) -> str:
    """The formula, its figures named by their cells; a figure that stands in no sheet is written out."""
    places = [find(part) for part in item.parts]
    one = [reference(place, part) for place, part in zip(places, item.parts, strict=True)]
    if item.kind == "persen":
        return f"={one[0]}/{one[1]}*100"
    if item.kind == "selisih":
        return f"={one[0]}-{one[1]}"
    if item.kind == "sama":
        return f"={one[0]}"
    groups = list(_groups(places, item.parts))
    if item.kind == "rata_rata":
        return f"=({_sum(groups)})/{len(item.parts)}"
    return f"={_sum(groups)}"


def _sum(groups: Sequence[str]) -> str:
    return "+".join(f"SUM({','.join(groups[at : at + MOST])})" for at in range(0, len(groups), MOST))


def _groups(places: Sequence[Place | None], parts: Sequence[Operand]) -> Iterator[str]:
    """Neighbouring cells of a column, or of a row, as one range, in the order of the parts."""
    keyed = list(enumerate(zip(places, parts, strict=True)))
    down = len({place[2] for place in places if place}) == 1

    def run(entry: tuple[int, tuple[Place | None, Operand]]) -> tuple[object, ...]:
        at, (place, _) = entry
        if place is None:
            return ("alone", at)
        return (place[0], place[2], place[1] - at) if down else (place[0], place[1], place[2] - at)

    for _, members in groupby(keyed, key=run):
        pairs = [pair for _, pair in members]
        first, last = pairs[0], pairs[-1]
        if len(pairs) == 1 or last[0] is None:
            yield reference(*first)
        else:
            yield f"{reference(*first)}:{xl_rowcol_to_cell(last[0][1], last[0][2])}"


def off_formula(item: Calculation, stated: str, computed: str) -> str:
    """Stated minus computed, 0 where rounding explains the difference (:attr:`Calculation.off`)."""
    if not item.decimals and not item.slack and all(Fraction(part.value).denominator == 1 for part in item.parts) and item.kind != "persen":
        return f"={stated}-{computed}" if item.kind != "rata_rata" else _rounding(item, stated, computed)
    return _rounding(item, stated, computed)


def _rounding(item: Calculation, stated: str, computed: str) -> str:
    near = f"ROUND({computed},{item.decimals})"
    options = [f"{near}={stated}", f"TRUNC({computed},{item.decimals})={stated}"]
    if item.slack:
        options.append(f"ABS({stated}-{computed})<={float(item.reach):.12g}")
    return f"=IF(OR({','.join(options)}),0,ROUND({stated}-{near},{max(item.decimals, 6)}))"


def reference(place: Place | None, figure: Operand) -> str:
    """A cell, or the figure itself where it has none."""
    if place is None:
        return literal(figure.value)
    sheet, row, column = place
    cell = xl_rowcol_to_cell(row, column)
    return f"{sheet}!{cell}" if sheet else cell


def literal(value: int | Decimal) -> str:
    """A figure inside a formula."""
    text = str(int(value)) if value == int(value) else format(Decimal(value).normalize(), "f")
    return f"({text})" if value < 0 else text
