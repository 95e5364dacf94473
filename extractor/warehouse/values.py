"""Values of the JSON as the types of the warehouse's columns."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from decimal import Context, Decimal
from types import MappingProxyType
from typing import Any, Final

from extractor.warehouse.columns import Kind

SCALE: Final = 12
WHOLE_DIGITS: Final = 26
"""Of DECIMAL(38,12)."""
_EXACT: Final = Context(prec=60)
_STEP: Final = Decimal(1).scaleb(-SCALE)
_ISO_DAY: Final = len("2024-01-31")


class DoesNotFit(ValueError):
    """A figure that is outside what its column can hold."""


def _text(value: Any) -> str:
    """Words; of a list its entries with commas. PostgreSQL has no NUL in text."""
    joined = value if isinstance(value, str) else ",".join(map(str, value)) if isinstance(value, list) else str(value)
    return joined.replace("\x00", "")


def _whole(bits: int) -> Callable[[Any], int]:
    limit = 1 << (bits - 1)

    def convert(value: Any) -> int:
        if value != int(value) or not -limit <= value < limit:
            raise DoesNotFit
        return int(value)

    return convert


def _number(value: Any) -> Decimal | None:
    """Exact to twelve decimals; a grade is no number."""
    if isinstance(value, str):
        return None
    number = Decimal(value)
    if number.adjusted() >= WHOLE_DIGITS:
        raise DoesNotFit
    exponent = number.as_tuple().exponent
    return number.quantize(_STEP, context=_EXACT) if isinstance(exponent, int) and exponent < -SCALE else number


def _day(value: Any) -> date | None:
    """A whole date; None where the day or the month is missing, or there is no such day."""
    if isinstance(value, str) and len(value) == _ISO_DAY:
        with suppress(ValueError):
            return date.fromisoformat(value)
    return None


CONVERT: Final[Mapping[Kind, Callable[[Any], Any]]] = MappingProxyType({
    Kind.KEY: str, Kind.TEXT: _text, Kind.WHOLE: _whole(32), Kind.RUPIAH: _whole(64), Kind.NUMBER: _number,
    Kind.FRACTION: float, Kind.DATE: _day,
    Kind.MOMENT: lambda value: value,
})  # fmt: skip
"""Kind of column -> its value from that of the JSON. Raises DoesNotFit."""
