"""Parts of values that narrow columns have cut, and the pieces without the parts that they lent to a value."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.tables.strewn_model import Piece


@dataclass(frozen=True, slots=True)
class Atom:
    """A part of a value: where it stands (piece, first letter, letter behind it), and what it is."""

    at: int
    start: int
    stop: int
    kind: str
    text: str


def rebuilt(pieces: Sequence[Piece], taken: set[Atom], values: dict[Atom, tuple[str, list[Atom]]]) -> Iterator[Piece]:
    """The pieces, each without the parts that it has lent to a value; the value where its first part stood."""
    of: dict[int, list[Atom]] = {}
    for atom in sorted(taken, key=lambda atom: (atom.at, atom.start)):
        of.setdefault(atom.at, []).append(atom)
    within = 0
    for at, piece in enumerate(pieces):
        begun = at < within and at not in of and not piece.opens
        within = max([within, *(values[atom][1][-1].at for atom in of.get(at, ()) if atom in values)])
        last = 0
        for atom in (*of.get(at, ()), None):
            text = piece.text[last : atom.start if atom else None].strip()
            if text:
                yield replace(piece, text=text, opens=piece.opens and not begun, inline=piece.inline or begun)
                begun = True
            if atom is not None and atom in values:
                whole, parts = values[atom]
                more = tuple(pieces[part.at].line for part in parts[1:])
                yield replace(piece, text=whole, opens=piece.opens and not begun, inline=piece.inline or begun, more=more)
                begun = True
            last = atom.stop if atom else last
