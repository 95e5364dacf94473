"""Figures of one row in a block of their own, one below the other, and their units a line below: "48", "49" above "Keputusan Keputusan",
or the signs of per cent that narrow columns have cut off.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Final

from extractor.tables.profile import looks
from extractor.tables.strewn_fit import ratio_agrees
from extractor.tables.strewn_model import Piece

_FIGURE: Final = re.compile(r"\d[\d.,]*(?: [A-Z][a-z]+)?")
_PERCENT: Final = re.compile(r"\d[\d.,]* ?%")
_PLAIN: Final = re.compile(r"\d[\d.,]*")
_UNIT: Final = re.compile(r"[A-Z][a-z]{3,}")
_TRIPLE: Final = 3
_SEVERAL: Final = 2


def with_units(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces; as many times the same word as there are figures right above it is the unit of each."""
    result: list[Piece] = []
    for _, alike in groupby(pieces, key=_unit_of):
        found = list(alike)
        unit, times = _unit_of(found[0]), sum(len(piece.text.split()) for piece in found)
        above = _figures_above(result, times) if unit and times >= _SEVERAL else []
        if above:
            for at in above:
                result[at] = replace(result[at], text=f"{result[at].text} {unit}")
        else:
            result += found
    return result


def with_signs(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces; signs of per cent alone below the figures of their block stand behind these, where it is sure behind which."""
    starts = [0, *(at for at, piece in enumerate(pieces) if at and piece.opens), len(pieces)]
    result: list[Piece] = []
    for start, stop in pairwise(starts):
        block = list(pieces[start:stop])
        signs = [at for at, piece in enumerate(block) if piece.text == "%" and not piece.heads]
        for figure, sign in zip(_signed(block[: signs[0]], len(signs)) if signs else [], signs, strict=False):
            block[figure] = replace(block[figure], text=f"{block[figure].text}%", more=(*block[figure].more, block[sign].line))
        taken = {id(line) for piece in block for line in piece.more}
        result += [piece for piece in block if not (piece.text == "%" and id(piece.line) in taken)]
    return result


def _signed(block: Sequence[Piece], signs: int) -> list[int]:
    """Which of the figures are those in per cent; nothing where that is not known."""
    found = [at for at, piece in enumerate(block) if not piece.heads and _PLAIN.fullmatch(piece.text) and "amount" not in looks(piece.text)]
    if len(found) == signs:
        return found
    triples = zip(found, found[1:], found[2:], strict=False)
    shares = [third for first, second, third in triples if ratio_agrees(*(block[at].text for at in (first, second, third)))]
    return shares if len(shares) == signs else []


def with_rows(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces; where all figures of a block are, three by three, a target, what was reached and the share that this is, they stand
    beside each other: a column that goes on downwards does not come out so.
    """
    starts = [0, *(at for at, piece in enumerate(pieces) if at and (piece.opens or piece.heads)), len(pieces)]
    result: list[Piece] = []
    for start, stop in pairwise(starts):
        block = list(pieces[start:stop])
        triples = [tuple(piece.text for piece in block[at : at + _TRIPLE]) for at in range(0, len(block), _TRIPLE)]
        whole = len(block) % _TRIPLE == 0 and not any(piece.heads for piece in block)
        proven = whole and all(len(set(found)) > 1 and ratio_agrees(found[0], found[1], found[2]) for found in triples)
        result += [replace(piece, inline=at > 0 or piece.inline) for at, piece in enumerate(block)] if proven else block
    return result


def _figures_above(pieces: Sequence[Piece], times: int) -> list[int]:
    """Where as many figures stand right above the units, shares in per cent between them passed over; nothing where there are fewer."""
    found: list[int] = []
    for at in range(len(pieces) - 1, -1, -1):
        if len(found) == times or not (_is_figure(pieces[at]) or (_PERCENT.fullmatch(pieces[at].text) and not pieces[at].heads)):
            break
        if _is_figure(pieces[at]):
            found.append(at)
    return found if len(found) == times else []


def _is_figure(piece: Piece) -> bool:
    return not piece.heads and _FIGURE.fullmatch(piece.text) is not None


def _unit_of(piece: Piece) -> str:
    """The word that a piece is, or repeats; nothing where it is more than that, or a value by itself."""
    words = set(piece.text.split())
    word = words.pop() if len(words) == 1 and not piece.heads else ""
    return word if _UNIT.fullmatch(word) and "grade" not in looks(word) else ""
