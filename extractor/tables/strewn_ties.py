"""What the cells of a row say for each other: a share for the two figures that it is of, a birth date for the number that holds it."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from extractor.tables.strewn_fit import is_likely_part, ratio_agrees, ratio_columns
from extractor.values.dates import read_date

_LOOK_BACK: Final = 120
"""Pieces among which the other cells of a row are looked for."""
WEIGHTS: Final[Mapping[str, float]] = {
    "agrees": 3.0, "disagrees": -1.5, "likely": 0.4, "unlikely": -2.0, "born": 3.0, "not_born": -5.0, "sex": 0.5, "other_sex": -3.0,
    "measured": 0.3, "mismeasured": -1.5,
}  # fmt: skip
_BIRTH, _SEX, _NIP, _ISO = 8, 14, 18, 10
_DIGIT: Final = re.compile(r"\D")
_SHARE: Final = re.compile(r"(?:\d+[.)] )?(?:p[er]{1,2}sentase|prosentase)\b", re.IGNORECASE)
_COUNT: Final = re.compile(r"(?:\d+[.)] )?(?:jumlah|banyaknya)\b", re.IGNORECASE)
_UNIT: Final = re.compile(r"\d [A-Za-z]{3,}")
_PERSON: Final = ("tanggal_lahir", "jenis_kelamin")


class Trail(Protocol):
    """Where each piece went, the last one first."""

    @property
    def place(self) -> tuple[int, int] | None:
        """Column and row of the last piece."""

    @property
    def text(self) -> str:
        """Its text."""

    @property
    def before(self) -> "Trail | None":
        """The pieces before it."""


class Ties:
    """The columns of a table whose cells tell of each other."""

    def __init__(self, names: Sequence[str]) -> None:
        self._ratios = {at: columns for columns in ratio_columns(names) for at in columns}
        numbers = [at for at, name in enumerate(names) if name == "nip"]
        told = {name: names.index(name) for name in _PERSON if name in names} if len(numbers) == 1 else {}
        texts = [at for at, name in enumerate(names) if name == "indikator"]
        figures = [at for at, name in enumerate(names) if name in ("target", "realisasi")]
        self._measured = {figure: (texts[0], figure) for figure in figures} if len(texts) == 1 else {}
        self._born = (numbers[0], told["tanggal_lahir"]) if "tanggal_lahir" in told else ()
        self._sex = (numbers[0], told["jenis_kelamin"]) if "jenis_kelamin" in told else ()

    def worth(self, column: int, text: str, row: int, trail: Trail | None, counts: Sequence[int]) -> float:
        """Evidence of the other cells of the row for this text being that of the column; ``counts`` are the rows that each column has."""
        worth = 0.0
        if column in self._ratios:
            worth += _ratio(_row(self._ratios[column], column, text, row, trail, counts), self._ratios[column], column)
        if column in self._measured:
            indicator, figure = _row(self._measured[column], column, text, row, trail, counts).values()
            worth += _told(_is_measured(indicator, figure), "measured", "mismeasured")
        if column in self._born:
            number, day = _row(self._born, column, text, row, trail, counts).values()
            worth += _told(_born(number, day), "born", "not_born")
        if column in self._sex:
            number, sex = _row(self._sex, column, text, row, trail, counts).values()
            worth += _told(_has_sex(number, sex), "sex", "other_sex")
        return worth


def _row(columns: Sequence[int], column: int, text: str, row: int, trail: Trail | None, counts: Sequence[int]) -> dict[int, str]:
    """The texts of these columns in a row, that of ``column`` given; those that have no such row yet are not looked for."""
    found = dict.fromkeys(columns, "")
    found[column] = text
    missing = len(found) - 1
    known = any(counts[other] > row for other in columns if other != column)
    last = None
    for _ in range(_LOOK_BACK if known else 0):
        if trail is None or (not missing and trail.place != last):
            break
        place = trail.place
        if place and place[1] == row and place[0] in found and place[0] != column:
            missing -= not found[place[0]]
            found[place[0]] = f"{trail.text} {found[place[0]]}".strip()
            last = place
        trail = trail.before
    return found


def _told(agrees: bool | None, good: str, bad: str) -> float:
    return 0.0 if agrees is None else WEIGHTS[good] if agrees else WEIGHTS[bad]


def _ratio(found: Mapping[int, str], columns: Sequence[int], column: int) -> float:
    """A part to its whole, and a share to both."""
    whole, part, share = (found[at] for at in columns)
    agrees = ratio_agrees(whole, part, share) if whole and part and share else None
    if agrees is not None:
        return WEIGHTS["agrees"] if agrees else WEIGHTS["disagrees"]
    return _told(is_likely_part(whole, part) if whole and part and column != columns[2] else None, "likely", "unlikely")


def _born(number: str, day: str) -> bool | None:
    """Whether a number of staff begins with this date of birth; None where one of them is not whole yet."""
    digits, iso = _DIGIT.sub("", number), read_date(day) if day else None
    if len(digits) < _BIRTH or iso is None or len(iso) < _ISO:
        return None
    return digits[:_BIRTH] == iso.replace("-", "")


def _is_measured(indicator: str, figure: str) -> bool | None:
    """Whether a share is given in per cent, and a count is not; None where the indicator does not tell."""
    share, count = _SHARE.match(indicator), _COUNT.match(indicator)
    if not (share or count) or not ("%" in figure or _UNIT.search(figure)):
        return None
    return ("%" in figure) == bool(share)


def _has_sex(number: str, sex: str) -> bool | None:
    digits = _DIGIT.sub("", number)
    if len(digits) != _NIP or not sex:
        return None
    return digits[_SEX] == ("1" if sex[:1].upper() == "L" else "2")
