"""Dates and numbers of staff that narrow columns have cut, whole again: both have a form that tells which parts belong together.

"1", "Sekretaris", "Oktober Kota", "2021" are a date and the words of an office beside it; eighteen digits that begin with a date of
birth are a number, in however many parts and with whatever between them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from extractor.tables.strewn_model import Lost, Piece
from extractor.values.nip import nip_details

_NEAR: Final = 6
"""Pieces among which the parts of a value stand."""
_DIGITS, _LEAST_DIGITS = 18, 3
_NAMES: Final = (
    "Januari", "Februari", "Pebruari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Nopember",
    "Desember", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Agu", "Ags", "Sep", "Okt", "Nov", "Des",
)  # fmt: skip
"""Names of months as staff lists print them; not "Agus" and other short forms that are names of people."""
_LEAST_CUT: Final = 3
"""Letters of a month that a narrow column has cut, at least."""
_ATOM: Final = re.compile(
    r"(?<!\S)(?:(?P<begun>\d{1,2}[-/]\d{1,2}[-/]\d{0,3})(?!\S)|(?P<digits>\d(?:[\d ]*\d)?)(?!\S)"
    r"|(?P<rest>^[a-z]{1,6})(?!\S)|(?P<day>\d{1,2}-?)?(?P<month>[A-Z][a-z]{2,8})(?:-(?P<year>(?:19|20)\d\d))?(?!\S))"
)
_NIP_BEGINS: Final = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d")
_DAY_AND_NIP: Final = re.compile(r"(\d\d)((?:19|20)\d\d(?:0[1-9]|1[0-2])\1)(?!\d)")
"""A day whose hyphen got lost before the number that begins with the same day."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class _Atom:
    """A part of a value: where it stands (piece, first letter, letter behind it), and what it is."""

    at: int
    start: int
    stop: int
    kind: str
    text: str


def with_whole_values(pieces: Sequence[Piece], columns: Sequence[Lost]) -> list[Piece]:
    """The pieces; a date or a number of staff whose parts stand near each other is one piece, where the first of them stands."""
    names = {column.role.name for column in columns}
    if "nip" not in names:
        return list(pieces)
    pieces = [replace(piece, text=_DAY_AND_NIP.sub(r"\1 \2", piece.text)) for piece in pieces]
    atoms = list(_atoms(pieces))
    taken: set[_Atom] = set()
    values: dict[_Atom, tuple[str, list[_Atom]]] = {}
    finders = [_dates, _numbers] if any("date" in column.role.looks for column in columns) else [_numbers]
    for find in finders:
        for text, parts in find([atom for atom in atoms if atom not in taken]):
            if not taken & set(parts):
                values[parts[0]] = text, parts
                taken |= set(parts)
    return list(_rebuilt(pieces, taken, values)) if values else pieces


def _atoms(pieces: Sequence[Piece]) -> Iterator[_Atom]:
    for at, piece in enumerate(pieces):
        if piece.heads:
            continue
        for match in _ATOM.finditer(piece.text):
            kind = match.lastgroup or ""
            if kind != "digits":
                yield _Atom(at, match.start(), match.end(), kind if kind in ("begun", "rest") else "month", match.group())
                continue
            start = match.start()
            for group in _groups(match.group()):
                found = piece.text.index(group, start)
                yield _Atom(at, found, found + len(group), "digits", group)
                start = found + len(group)


def _groups(text: str) -> Iterator[str]:
    """The digits of a line: a day or a year before a longer number stands by itself."""
    words = text.split()
    while len(words) > 1 and (len(words[0]) < _LEAST_DIGITS or _YEAR.fullmatch(words[0])) and len(words[1]) > _LEAST_DIGITS + 1:
        yield words.pop(0)
    yield text[len(text) - len(_joined(text, words)) :]


def _joined(text: str, words: Sequence[str]) -> str:
    """The end of the text that these words are, with the blanks between them."""
    start = len(text)
    for word in reversed(words):
        start = text.rindex(word, 0, start)
    return text[start:]


def _dates(atoms: Sequence[_Atom]) -> Iterator[tuple[str, list[_Atom]]]:
    """Dates in several parts, each with its parts in their order."""
    used: set[_Atom] = set()
    for n, atom in enumerate(atoms):
        later = [other for other in atoms[n + 1 : n + 1 + _NEAR] if other.at - atom.at <= _NEAR and other not in used]
        earlier = [other for other in reversed(atoms[max(0, n - _NEAR) : n]) if atom.at - other.at <= _NEAR and other not in used]
        found = _begun(atom, later) if atom.kind == "begun" else _named(atom, earlier, later) if atom.kind == "month" else None
        if found is not None:
            used |= set(found[1])
            yield found


def _begun(atom: _Atom, later: Sequence[_Atom]) -> tuple[str, list[_Atom]] | None:
    """A date in figures whose year goes on further below: "01/04/2" and "019"."""
    begun = atom.text[max(atom.text.rfind("/"), atom.text.rfind("-")) + 1 :]
    rest = next((other for other in later if other.kind == "digits" and _YEAR.fullmatch(begun + other.text)), None)
    return None if rest is None else (atom.text + rest.text, [atom, rest])


def _named(atom: _Atom, earlier: Sequence[_Atom], later: Sequence[_Atom]) -> tuple[str, list[_Atom]] | None:
    """A date whose month is a word: its day stands before it, its year behind it."""
    match = _ATOM.fullmatch(atom.text)
    month = match["month"] if match else ""
    rest = None if month in _NAMES else _rest_of(month, later)
    if match is None or (month not in _NAMES and rest is None):
        return None
    day = match["day"] or next((other for other in earlier if other.kind == "digits" and _is_day(other.text)), None)
    year = match["year"] or next((other for other in later if other.kind == "digits" and _YEAR.fullmatch(other.text)), None)
    if day is None or year is None or (isinstance(day, str) and isinstance(year, str)):
        return None
    parts = [part for part in (day, atom, rest, year) if isinstance(part, _Atom)]
    texts = [part if isinstance(part, str) else part.text for part in (day, year)]
    return f"{texts[0].rstrip('-')} {month}{rest.text if rest else ''} {texts[1]}", parts


def _rest_of(month: str, later: Sequence[_Atom]) -> _Atom | None:
    """The letters that a narrow column has cut off the name of a month."""
    names = [name for name in _NAMES if name.startswith(month) and len(month) >= _LEAST_CUT]
    return next((other for other in later if other.kind == "rest" and month + other.text in names), None)


def _is_day(text: str) -> bool:
    return len(text) < _LEAST_DIGITS and 0 < int(text.replace(" ", "")) <= 31


def _numbers(atoms: Sequence[_Atom]) -> Iterator[tuple[str, list[_Atom]]]:
    """Numbers of staff in several parts."""
    used: set[_Atom] = set()
    digits = [atom for atom in atoms if atom.kind == "digits"]
    for n, atom in enumerate(digits):
        whole, parts = _plain(atom), [atom]
        if atom in used or not _NIP_BEGINS.match(whole) or len(whole) >= _DIGITS:
            continue
        for other in digits[n + 1 :]:
            more = _plain(other)
            if other.at - atom.at > _NEAR or len(whole) == _DIGITS:
                break
            if other not in used and len(more) >= _LEAST_DIGITS and len(whole + more) <= _DIGITS:
                whole, parts = whole + more, [*parts, other]
        if nip_details(whole):
            used |= set(parts)
            yield " ".join(part.text for part in parts), parts


def _plain(atom: _Atom) -> str:
    return atom.text.replace(" ", "")


def _rebuilt(pieces: Sequence[Piece], taken: set[_Atom], values: dict[_Atom, tuple[str, list[_Atom]]]) -> Iterator[Piece]:
    """The pieces, each without the parts that it has lent to a value; the value where its first part stood."""
    of: dict[int, list[_Atom]] = {}
    for atom in sorted(taken, key=lambda atom: (atom.at, atom.start)):
        of.setdefault(atom.at, []).append(atom)
    for at, piece in enumerate(pieces):
        begun = False
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
