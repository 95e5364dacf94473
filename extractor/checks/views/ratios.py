"""Percents and differences against the figures they are made of."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from extractor.checks.outcome import Evidence, Key
from extractor.values.rounding import Interval, printed_decimals, printed_interval, rounded
from extractor.values.scale import step_of


class Printed(Protocol):
    """A figure as printed and as read."""

    @property
    def raw(self) -> str: ...
    @property
    def value(self) -> int | Decimal | None: ...


def could_be(part: Printed, whole: Printed, stated: Printed) -> bool:
    """A quick look, in floating point, at whether a percent may be the quotient of two figures; it errs to the side of yes."""
    if not whole.value or part.value is None or stated.value is None:
        return False
    unit = 10.0 ** -printed_decimals(stated.raw)
    return abs(100.0 * float(part.value) / float(whole.value) - float(stated.value)) <= 2 * unit + 0.01 * abs(float(stated.value))


@dataclass(frozen=True, slots=True)
class Ratio:
    """A stated percent of two figures; ``exact`` inputs are counts and rupiah, others may themselves be rounded."""

    part: Evidence
    whole: Evidence
    stated: Evidence
    exact: bool = True

    @property
    def decimals(self) -> int:
        """Digits behind the comma of the stated percent."""
        return printed_decimals(self.stated.raw)

    @property
    def evaluable(self) -> bool:
        """Whether all three are read and there is something to divide by."""
        return bool(self.whole.value) and self.part.value is not None and self.stated.value is not None

    @property
    def computed(self) -> Fraction:
        """The percent, exactly."""
        return Fraction(self.part.value or 0) * 100 / Fraction(self.whole.value or 1)

    @property
    def shown(self) -> Fraction:
        """The percent, rounded to the digits of the stated one, and never to fewer than two."""
        return Fraction(rounded(self.computed, max(2, self.decimals)))

    @property
    def holds(self) -> bool:
        """Whether rounding or truncating, of the inputs too where they are rounded, can explain what is stated."""
        return self.bounds.meets(self.interval)

    @property
    def interval(self) -> Interval:
        """The exact percents that the stated one may stand for."""
        return printed_interval(self.stated.value or 0, self.decimals)

    @property
    def bounds(self) -> Interval:
        """The percents that the two figures may give."""
        part, whole = (_in_units(self.part), _in_units(self.whole)) if self.exact else (interval_of(self.part), interval_of(self.whole))
        if part.low == part.high and whole.low == whole.high:
            return Interval.exactly(self.computed)
        if whole.low <= 0 or part.low < 0:
            return Interval.exactly(self.computed)
        return Interval(part.low * 100 / whole.high, part.high * 100 / whole.low)

    def implied(self) -> dict[Key, Interval]:
        """For each of the three the values with which the other two would fit."""
        found: dict[Key, Interval] = {self.stated.key: printed_interval(rounded(self.computed, self.decimals), self.decimals)}
        stated, part, whole = self.interval, Fraction(self.part.value or 0), Fraction(self.whole.value or 0)
        found[self.part.key] = Interval(stated.low * whole / 100, stated.high * whole / 100)
        if stated.low > 0 and part > 0:
            found[self.whole.key] = Interval(part * 100 / stated.high, part * 100 / stated.low)
        return found


def _in_units(figure: Printed) -> Interval:
    """The amounts behind a figure that is printed in thousands or millions; itself where it is printed in rupiah."""
    value, step = Fraction(figure.value or 0), step_of(figure.raw, figure.value)
    return Interval.exactly(value) if step <= 1 else Interval(value - step / 2, value + step)


def interval_of(figure: Printed) -> Interval:
    """The exact values behind a printed figure: itself where it is whole, else what may round to it."""
    value: int | Decimal = figure.value or 0
    decimals = 0 if abs(Fraction(value)) >= 1000 and value == int(value) else printed_decimals(figure.raw)
    return printed_interval(value, decimals) if decimals else Interval.exactly(value)
