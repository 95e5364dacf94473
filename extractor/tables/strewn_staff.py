"""Dates and numbers of staff that narrow columns have cut, whole again: both have a form that tells which parts belong together.

"1", "Sekretaris", "Oktober Kota", "2021" are a date and the words of an office beside it; eighteen digits that begin with a date of
birth are a number, in however many parts and with whatever between them.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

from extractor.tables.strewn_atoms import Atom, rebuilt
from extractor.tables.strewn_model import Lost, Piece
from extractor.tables.strewn_ranks import find_ranks
from extractor.values.dates import read_date
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
    r"|(?P<rest>^[a-z]{1,6})(?!\S)|(?P<day>\d{1,2}-?)?(?P<month>[A-Z][a-z]{2,8})(?:-(?P<year>(?:19|20)\d{0,2}))?(?!\S))"
)
_NIP_BEGINS: Final = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d")
_DAY_AND_NIP: Final = re.compile(r"(?<!\d)(\d\d)((?:19|20)\d\d(?:0[1-9]|1[0-2])\1\d{0,10})(?!\d)")
"""A day whose hyphen got lost before the number, or the first line of it, that begins with a date of the same day."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_YEAR_DIGITS: Final = 4


def with_whole_values(pieces: Sequence[Piece], columns: Sequence[Lost]) -> list[Piece]:
    """The pieces; a date or a number of staff whose parts stand near each other is one piece, where the first of them stands."""
    names = {column.role.name for column in columns}
    if "nip" not in names:
        return list(pieces)
    pieces = [replace(piece, text=_DAY_AND_NIP.sub(r"\1 \2", piece.text)) for piece in pieces]
    atoms = list(_atoms(pieces))
    taken: set[Atom] = set()
    values: dict[Atom, tuple[str, list[Atom]]] = {}
    for text, parts in _found(pieces, atoms, names, any("date" in column.role.looks for column in columns)):
        if not taken & set(parts):
            values[parts[0]] = text, parts
            taken |= set(parts)
    return list(rebuilt(pieces, taken, values)) if values else pieces


def _found(pieces: Sequence[Piece], atoms: Sequence[Atom], names: Collection[str], dated: bool) -> Iterator[tuple[str, list[Atom]]]:
    """The values, those that tell most first."""
    dates = list(_dates(atoms)) if dated else []
    used = {part for _, parts in dates for part in parts}
    yield from dates
    yield from _numbers([atom for atom in atoms if atom not in used])
    if "golongan" in names and "pangkat" not in names:
        yield from find_ranks(pieces)


def _atoms(pieces: Sequence[Piece]) -> Iterator[Atom]:
    for at, piece in enumerate(pieces):
        if piece.heads:
            continue
        for match in _ATOM.finditer(piece.text):
            kind = match.lastgroup or ""
            if kind != "digits":
                yield Atom(at, match.start(), match.end(), kind if kind in ("begun", "rest") else "month", match.group())
                continue
            start = match.start()
            for group in _groups(match.group()):
                found = piece.text.index(group, start)
                yield Atom(at, found, found + len(group), "digits", group)
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


def _dates(atoms: Sequence[Atom]) -> Iterator[tuple[str, list[Atom]]]:
    """Dates in several parts, each with its parts in their order."""
    used: set[Atom] = set()
    for text, parts in _births(atoms):
        if not used & set(parts):
            used |= set(parts)
            yield text, parts
    for n, atom in enumerate(atoms):
        if atom in used:
            continue
        later = [other for other in atoms[n + 1 : n + 1 + _NEAR] if other.at - atom.at <= _NEAR and other not in used]
        earlier = [other for other in reversed(atoms[max(0, n - _NEAR) : n]) if atom.at - other.at <= _NEAR and other not in used]
        found = _begun(atom, later) if atom.kind == "begun" else _named(atom, earlier, later) if atom.kind == "month" else None
        if found is not None:
            used |= set(found[1])
            yield found


def _births(atoms: Sequence[Atom]) -> Iterator[tuple[str, list[Atom]]]:
    """Dates in several parts of which a number of staff near them tells the day, the month and the year."""
    for n, number in enumerate(atoms):
        digits = _plain(number)
        if number.kind != "digits" or not _NIP_BEGINS.match(digits):
            continue
        near = [other for other in atoms[max(0, n - _NEAR) : n + 1 + _NEAR] if other != number and abs(other.at - number.at) <= _NEAR]
        near.sort(key=lambda other: abs(other.at - number.at))
        found = next(filter(None, (_birth(month, near, digits) for month in near if month.kind == "month")), None)
        if found is not None:
            yield found


def _birth(month: Atom, near: Sequence[Atom], digits: str) -> tuple[str, list[Atom]] | None:
    """The date with this month, with which the digits of a number begin."""
    year, number, day = digits[:4], digits[4:6], digits[6:8]
    match = _ATOM.fullmatch(month.text)
    if match is None or read_date(f"{day} {match['month']} {year}") != f"{year}-{number}-{day}":
        return None
    begun = match["year"] or ""
    first = next((other for other in near if _is_number(other, day)), None)
    last = next((other for other in near if other.text == year[len(begun) :] and (other.at, other.start) > (month.at, month.start)), None)
    days = match["day"].rstrip("-") if match["day"] else first and first.text
    if not days or int(days) != int(day) or not year.startswith(begun) or (len(begun) < len(year) and last is None):
        return None
    parts = [part for part in (None if match["day"] else first, month, last if len(begun) < len(year) else None) if part is not None]
    return (f"{days} {match['month']} {year}", parts) if len(parts) > 1 else None


def _is_number(atom: Atom, number: str) -> bool:
    """Whether an atom is this number, with or without a zero before it."""
    return atom.kind == "digits" and len(atom.text) <= len(number) and atom.text.isdecimal() and int(atom.text) == int(number)


def _begun(atom: Atom, later: Sequence[Atom]) -> tuple[str, list[Atom]] | None:
    """A date in figures whose year goes on further below: "01/04/2" and "019"."""
    begun = atom.text[max(atom.text.rfind("/"), atom.text.rfind("-")) + 1 :]
    rest = next((other for other in later if other.kind == "digits" and _YEAR.fullmatch(begun + other.text)), None)
    return None if rest is None else (atom.text + rest.text, [atom, rest])


def _named(atom: Atom, earlier: Sequence[Atom], later: Sequence[Atom]) -> tuple[str, list[Atom]] | None:
    """A date whose month is a word: its day stands before it, its year behind it."""
    match = _ATOM.fullmatch(atom.text)
    month = match["month"] if match else ""
    rest = None if month in _NAMES else _rest_of(month, later)
    if match is None or (month not in _NAMES and rest is None):
        return None
    day = match["day"] or next((other for other in earlier if other.kind == "digits" and _is_day(other.text)), None)
    begun = match["year"] or ""
    year = _year_of(begun, later) if len(begun) < _YEAR_DIGITS else None
    if day is None or (year is None and (len(begun) < _YEAR_DIGITS or isinstance(day, str))):
        return None
    parts = [part for part in (day, atom, rest, year) if isinstance(part, Atom)]
    first = day if isinstance(day, str) else day.text
    return f"{first.rstrip('-')} {month}{rest.text if rest else ''} {begun}{year.text if year else ''}", parts


def _year_of(begun: str, later: Sequence[Atom]) -> Atom | None:
    """The digits that a year lacks, all of them or those that a narrow column has cut off."""
    return next((other for other in later if other.kind == "digits" and _YEAR.fullmatch(begun + other.text)), None)


def _rest_of(month: str, later: Sequence[Atom]) -> Atom | None:
    """The letters that a narrow column has cut off the name of a month."""
    names = [name for name in _NAMES if name.startswith(month) and len(month) >= _LEAST_CUT]
    return next((other for other in later if other.kind == "rest" and month + other.text in names), None)


def _is_day(text: str) -> bool:
    return len(text) < _LEAST_DIGITS and 0 < int(text.replace(" ", "")) <= 31


def _numbers(atoms: Sequence[Atom]) -> Iterator[tuple[str, list[Atom]]]:
    """Numbers of staff in several parts."""
    used: set[Atom] = set()
    digits = [atom for atom in atoms if atom.kind == "digits"]
    for n, atom in enumerate(digits):
        whole, parts = _plain(atom), [atom]
        if atom in used or not _NIP_BEGINS.match(whole):
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


def _plain(atom: Atom) -> str:
    return atom.text.replace(" ", "")
