"""Columns that no header word names, although they hold what can be in no other: running numbers, codes, bands of outcomes, the shares
that figures are of others, and of a list of staff the sex, the education and the status.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from extractor.reading.document import Line
from extractor.tables.profile import looks
from extractor.tables.strewn_bands import band_of
from extractor.tables.strewn_fit import SHARES, has_shape, ratio_agrees
from extractor.tables.strewn_heads import Head
from extractor.tables.strewn_index import bare_index
from extractor.tables.strewn_model import Lost, Piece
from extractor.tables.strewn_pieces import whole_amounts

_LEAST: Final = 2
_STAFFED: Final = ("jenis_kelamin", "pendidikan", "status")
"""Columns of a list of staff that stand behind the others, in the order in which their first values are read."""
_PART: Final = "realisasi"
_PROVEN: Final = 3
"""Shares that are those of the figures before them from which they are a column."""
_SHARE: Final = re.compile(r"\d{1,3}(?:[.,]\d{1,2})? ?%?")
_NIP: Final = re.compile(r"(?:19|20)\d{6}")
_NUMBER: Final = re.compile(r"([1-9]\d?)\.?")
_LETTER: Final = re.compile(r"([A-H])\.?")
_PARTED: Final = re.compile(r"\d{1,2}(?:\.\d{1,2}){2,}(?:\.\d{4})?|[A-Z]{2}(?:\.[A-Z\d]+)*|\d{4}(?:\.[A-Z]{3}(?:\.\d+)*)+")


def with_implied(head: Head, lines: Sequence[Line]) -> Head:
    """The header with these columns before its own, those of staff behind them; a budget list that is attached to it gets its own."""
    head = _of_sex(head)
    attached = head.attached
    names = {column.role.name for column in head.all_columns}
    body = [line for at, line in enumerate(lines) if at not in head.all_labels]
    if attached is None:
        return _with(head, names, lines, body)
    return replace(head, attached=_with(attached, names, lines, body, attached=True))


def _staffed(role: str) -> Callable[[Head, Sequence[Line], Sequence[Line]], bool]:
    """Whether values that can be of this role of staff alone stand alone on lines, in half of the rows at least."""

    def told(head: Head, _lines: Sequence[Line], body: Sequence[Line]) -> bool:
        if not any(column.role.name == "nip" for column in head.columns):
            return False
        found = sum(1 for line in body if has_shape(role, line.text))
        return found >= max(_LEAST, sum(1 for line in body if _NIP.match(line.text)) / 2)

    return told


def _of_sex(head: Head) -> Head:
    """The header; a column of ticks for one sex alone is that of the sex, "L/" above "P" being cut, or a lone value: "L"."""
    names = [column.role.name for column in head.columns]
    sex = next((role for role in head.spec.roles if role.name == "jenis_kelamin"), None)
    if sex is None or sex.name in names or ("laki_laki" in names) == ("perempuan" in names):
        return head
    at = names.index("laki_laki" if "laki_laki" in names else "perempuan")
    if has_shape(sex.name, head.columns[at].header):
        labels = {line: column - (column > at) for line, column in head.labels.items() if column != at}
        return replace(head, columns=(*head.columns[:at], *head.columns[at + 1 :]), labels=labels)
    columns = [replace(column, role=sex) if n == at else column for n, column in enumerate(head.columns)]
    return replace(head, columns=tuple(columns))


def _with(head: Head, names: set[str], lines: Sequence[Line], body: Sequence[Line], *, attached: bool = False) -> Head:
    found: list[Lost] = []
    for role in head.spec.roles:
        told = _TOLD.get(role.name)
        if told is not None and role.name not in names and told(head, lines, body):
            found.append(Lost(role, _printed(role.name, body), spans=role.name == "sasaran", attached=attached))
    found, head = [lost for lost in found if lost.role.name not in SHARES], _with_shares(head, found)
    last = [lost for lost in found if lost.role.name in _STAFFED]
    last.sort(key=lambda lost: next(at for at, line in enumerate(body) if has_shape(lost.role.name, line.text)))
    found = [lost for lost in found if lost not in last]
    labels = {line: column + len(found) for line, column in head.labels.items()}
    return replace(head, columns=(*found, *head.columns, *last), labels=labels) if found or last else head


def _with_shares(head: Head, found: Sequence[Lost]) -> Head:
    """The header with the columns of shares among these right behind that of which they are."""
    for lost in found:
        if lost.role.name in SHARES:
            at = 1 + next(at for at, column in enumerate(head.columns) if column.role.name == _PART)
            labels = {line: column + (column >= at) for line, column in head.labels.items()}
            head = replace(head, columns=(*head.columns[:at], lost, *head.columns[at:]), labels=labels)
    return head


def _shared(role: str) -> Callable[[Head, Sequence[Line], Sequence[Line]], bool]:
    """Whether figures that are such shares of the two before them stand on lines below these, and the header names both."""

    def told(head: Head, _lines: Sequence[Line], body: Sequence[Line]) -> bool:
        names = [column.role.name for column in head.columns]
        if names.count(SHARES[role]) != 1 or names.count(_PART) != 1:
            return False
        pieces = whole_amounts([Piece(line.text, line, line.gap > 0) for line in body])
        texts = [piece.text for piece in pieces if piece.text.strip() != "%"]
        triples = zip(texts, texts[1:], texts[2:], strict=False)
        return sum(1 for whole, part, share in triples if _SHARE.fullmatch(share) and ratio_agrees(whole, part, share)) >= _PROVEN

    return told


def _counts(head: Head, lines: Sequence[Line], _body: Sequence[Line]) -> bool:
    """Whether numbers or letters stand alone on lines, and count on from the first."""
    index = bare_index(lines, head.all_labels, len(head.columns), numbered=False)
    index = index or bare_index(lines, head.all_labels, len(head.columns) + 1)
    texts = [line.text for at, line in enumerate(lines) if at not in head.all_labels and at not in index]
    return any(_is_run(list(_values(pattern, texts))) for pattern in (_NUMBER, _LETTER))


def _values(pattern: re.Pattern[str], texts: Sequence[str]) -> Iterator[str]:
    return (match[1] for text in texts if (match := pattern.fullmatch(text)))


def _is_run(found: Sequence[str]) -> bool:
    """Whether these count on from the first one without a gap."""
    numbers = [int(text) if text.isdecimal() else ord(text) - ord("A") + 1 for text in found]
    return len(numbers) >= _LEAST and numbers == list(range(1, len(numbers) + 1))


def _codes(_head: Head, _lines: Sequence[Line], body: Sequence[Line]) -> bool:
    """Whether codes stand alone on lines."""
    codes = [line.text for line in body if _PARTED.fullmatch(line.text) and looks(line.text) & {"code"}]
    return sum(1 for text in codes if not looks(text) & {"grade"}) >= _LEAST


def _bands(head: Head, _lines: Sequence[Line], body: Sequence[Line]) -> bool:
    """Whether lines over the whole table name the outcomes."""
    named = {column.role.name for column in head.columns}
    return "indikator" in named and any(band_of(line.text) for line in body)


def _printed(role: str, body: Sequence[Line]) -> str:
    """The word that the bands print for a column that no header names; else what it holds, in brackets: it is not printed."""
    if role in (*_STAFFED, *SHARES):
        return f"({role.replace('_', ' ').title()})"
    words = (band[0] for line in body if (band := band_of(line.text)))
    return next(words, "") if role == "sasaran" else ""


_TOLD: Final[Mapping[str, Callable[[Head, Sequence[Line], Sequence[Line]], bool]]] = {
    "nomor": _counts, "sasaran": _bands, "kode": _codes,
    **{role: _staffed(role) for role in _STAFFED},
    **{role: _shared(role) for role in SHARES},
}  # fmt: skip
