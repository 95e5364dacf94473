"""Units that stand a line below their figures, those of several columns beside each other: "48", "49" above "Keputusan Keputusan"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from extractor.tables.profile import looks
from extractor.tables.strewn_model import Piece

_FIGURE: Final = re.compile(r"\d[\d.,]*(?: [A-Z][a-z]+)?")
_UNIT: Final = re.compile(r"[A-Z][a-z]{3,}")
_SEVERAL: Final = 2


def with_units(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces; as many times the same word as there are figures right above it is the unit of each."""
    result: list[Piece] = []
    for _, alike in groupby(pieces, key=_unit_of):
        found = list(alike)
        unit, times = _unit_of(found[0]), sum(len(piece.text.split()) for piece in found)
        above = result[-times:]
        if unit and times >= _SEVERAL and len(above) == times and all(map(_is_figure, above)):
            result[-times:] = [replace(piece, text=f"{piece.text} {unit}") for piece in above]
        else:
            result += found
    return result


def _is_figure(piece: Piece) -> bool:
    return not piece.heads and _FIGURE.fullmatch(piece.text) is not None


def _unit_of(piece: Piece) -> str:
    """The word that a piece is, or repeats; nothing where it is more than that, or a value by itself."""
    words = set(piece.text.split())
    word = words.pop() if len(words) == 1 and not piece.heads else ""
    return word if _UNIT.fullmatch(word) and "grade" not in looks(word) else ""
