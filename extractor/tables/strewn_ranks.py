"""Ranks that narrow columns have cut, whole again: a grade tells the words of its rank, and these stand in their order above it.

"Penata", "Pranata", "Muda Tk. I Komputer", "(III/b)" are the rank and the grade of a person, and the words of the office beside them.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from extractor.tables.strewn_atoms import Atom
from extractor.tables.strewn_model import Piece
from extractor.values.ranks import PANGKAT

_NEAR: Final = 8
"""Pieces among which the parts of a rank stand."""
_RANKS: Final = frozenset(name.split()[0] for name in PANGKAT.values())
_GRADE: Final = re.compile(r"\(?((?:I{1,3}|IV)/[a-e])\)?")
_BEGUN: Final = re.compile(r"\(?((?:I{1,3}|IV)/)|\(((?:I{1,3}|IV))")
_REST: Final = re.compile(r"/?([a-e])\)?")


def find_ranks(pieces: Sequence[Piece]) -> Iterator[tuple[str, list[Atom]]]:
    """Ranks with their grade in several parts, each with its parts in their order."""
    atoms = [
        Atom(at, match.start(), match.end(), "rank", match.group())
        for at, piece in enumerate(pieces)
        if not piece.heads
        for match in re.finditer(r"\S+", piece.text)
    ]
    used: set[Atom] = set()
    for n, atom in enumerate(atoms):
        if atom.text.rstrip(",") in _RANKS and atom not in used:
            parts = _parts(atom, [other for other in atoms[n + 1 :][: 6 * _NEAR] if other.at - atom.at <= _NEAR and other not in used])
            if len({part.at for part in parts}) > 1:
                used |= set(parts)
                yield _text(parts), parts


def _parts(first: Atom, later: Sequence[Atom]) -> list[Atom]:
    """The parts of the rank that begins here, up to the first grade below; none where this is the grade of another rank."""
    for n, atom in enumerate(later):
        grade, ends = _grade(atom, later[n + 1 :])
        if grade:
            words = PANGKAT.get(grade, "").split()
            between = _in_order(words[1:], later[:n])
            begins = bool(words) and first.text.rstrip(",") == words[0]
            return [first, *between, atom, *ends] if begins and len(between) == len(words) - 1 else []
        if atom.text.rstrip(",") in _RANKS:
            return []
    return []


def _grade(atom: Atom, later: Sequence[Atom]) -> tuple[str, list[Atom]]:
    """The grade that stands or begins here, and the part of it on a line below."""
    whole, begun = _GRADE.fullmatch(atom.text), _BEGUN.fullmatch(atom.text)
    if whole:
        return whole[1], []
    rest = next(((match, other) for other in later if (match := _REST.fullmatch(other.text))), None) if begun else None
    if begun is None or rest is None:
        return "", []
    return f"{(begun[1] or begun[2]).rstrip('/')}/{rest[0][1]}", [rest[1]]


def _in_order(words: Sequence[str], atoms: Sequence[Atom]) -> list[Atom]:
    """The atoms that are these words, one after the other, as far as they are found."""
    found: list[Atom] = []
    for atom in atoms:
        if len(found) < len(words) and _fold(atom.text) == _fold(words[len(found)]):
            found.append(atom)
    return found


def _fold(word: str) -> str:
    return "tk" if word.lower().rstrip(".,") in ("tk", "tkt", "tingkat") else word.lower().rstrip(",")


def _text(parts: Sequence[Atom]) -> str:
    """The rank and its grade as printed; the grade without a blank between its parts."""
    text = " ".join(part.text for part in parts)
    return re.sub(r"(?<=[IV/]) (?=/?[a-e]\)?$)", "", text)
