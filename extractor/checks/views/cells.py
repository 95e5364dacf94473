"""A table's printed cells as figures."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from extractor.checks.outcome import Evidence
from extractor.model import Asal, Sumber
from extractor.values.numbers import Convention, is_amount, is_empty, is_number, is_percent, read_amount, read_number, read_percent

_QUANTITY = re.compile(r"\s*[0-9][0-9.,]*\s*(?:\([a-z ]+\)\s*)?[A-Za-z²³]+[.]?\s*")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell that holds one number."""

    value: int | Decimal
    raw: str
    percent: bool
    """Whether it carries "%"."""


@lru_cache(maxsize=32768)
def read_cell(text: str, convention: Convention | None = None) -> Figure | None:
    """The figure that a cell is; None where it is empty, or words, or no single number."""
    plain = text.strip()
    if not plain or len(plain) > _LONGEST or not any(ch.isdigit() for ch in plain) or is_empty(plain):
        return None
    if is_percent(plain):
        value: int | Decimal | None = read_percent(plain)
        return None if value is None else Figure(value, plain, percent=True)
    if is_amount(plain):
        amount = read_amount(plain, convention)
        number = read_number(plain, convention) if "," in plain or "." in plain else None
        # Quantities in tables may have decimals that rupiah do not have.
        value = number if isinstance(number, Decimal) and "Rp" not in plain else amount
        return None if value is None else Figure(value, plain, percent=False)
    if is_number(plain) or _QUANTITY.fullmatch(plain):
        value = read_number(plain, convention)
        value = read_percent(plain) if value is None else value
        return None if value is None or value >= 10**16 else Figure(value, plain, percent=False)
    return None


def at_cell(table: str, place: Asal, row: int, column: int) -> Asal:
    """The place of a row narrowed to one cell of it."""
    if isinstance(place, list):
        return [p.model_copy(update={"tabel": table, "sel": (row, column)}) for p in place]
    return place.model_copy(update={"tabel": table, "sel": (row, column)}) if isinstance(place, Sumber) else None


def evidence_of(table: str, place: Asal, at: tuple[int, int], figure: Figure | None, raw: str, name: str) -> Evidence:
    """The evidence of one cell of a table."""
    return Evidence(raw, at_cell(table, place, *at), figure.value if figure else None, name)


def numeric_share(texts: Iterable[str]) -> float:
    """The share of the filled cells that are figures; 0 where none is filled."""
    filled = [t for t in texts if not is_empty(t)]
    return sum(read_cell(t) is not None for t in filled) / len(filled) if filled else 0.0
