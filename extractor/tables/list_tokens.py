"""The pieces of a budget list printed without a table: header words, list numbers, texts, codes, "Rp." and amounts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extractor.reading.document import Line
from extractor.tables.wording import best_agreement

Kind = Literal["header_item", "header_amount", "number", "text", "code", "currency", "amount", "junk"]

ITEM_HEADERS = (
    "program", "kegiatan", "program/kegiatan", "kegiatan / rincian output / sub komponen", "kegiatan / rincian output",
    "program dan kegiatan",
    "nama program", "nama kegiatan", "sub kegiatan", "uraian", "rincian output", "program kegiatan sub kegiatan", "no program",
    "no program/kegiatan",
)  # fmt: skip
AMOUNT_HEADERS = (
    "anggaran",
    "jumlah anggaran",
    "pagu",
    "pagu anggaran",
    "anggaran rp",
    "jumlah",
    "alokasi anggaran",
    "anggaran keterangan",
)

_ONE = 0.8
_BOTH = 0.85
"""How well a line agrees with the words of a header; one that names items and amounts does so in each of its parts."""
_TWO_DIGITS = re.compile(r"\d{2}")
_BULLET = re.compile(r"^\s*[-•*]\s+")
_SIGNATURE = re.compile(
    r"^\W*(?:pihak\s+(?:ke|per)\w+|mengetahui|menyetujui|ke[pb]a[lt]a\b|ketu[as]\b|sekretaris\b|p[li][th]\b\.?|nip\b|a\.?n\.?\s|kuasa\s+pengguna|gubernur|bupati\b|"
    r"wali\s?kota\b|menteri\b|inspektur\b|direktur\b|komisi\s+pemilihan|provinsi\b|kabupaten\b|kota\b|dinas\b|badan\b)",
    re.IGNORECASE,
)
_DATED = re.compile(r"^\W*[A-Z][\w .]{2,30}?,?\s.{0,18}(?<!\d)20\d{2}\W*$")
_PARTS = re.compile(
    r"(?P<code>\(\s*(?:\d{4}|\d{3}[.,]\s?\d{2}|[A-Z]{2,3}|\d{3})(?:\s?[.,]\s?[0-9A-Z]{1,4})*\s*\))"
    r"|(?P<amount>(?:\bRp\.?\s*|(?<![\w.,]))\d{1,3}(?:[.,]\s?\d{3})+(?:,00)?(?:\s?[.,]?-)?(?![\w]))"
    r"|(?P<currency>\bRp\b\.?)"
    r"|(?P<number>(?:(?<=\s)|^)\d{1,2}[.)](?=\s))",
    re.IGNORECASE,
)
_HEADER_PREFIX = re.compile(r"^(?:jumlah\s+)?(?:anggaran|pagu)\b(?:\s*\(rp\.?\))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a line."""

    kind: Kind
    text: str
    line: int
    """Index of the line it stands on."""
    first: bool
    """True at the start of its line."""


def tokens(lines: Sequence[Line]) -> list[Token]:
    """The pieces of some lines in reading order."""
    return [token for at, line in enumerate(lines) for token in _line_tokens(_bare(line.text), at)]


def _bare(text: str) -> str:
    return " ".join(_BULLET.sub("", text.replace("**", "")).split())


def _line_tokens(text: str, at: int) -> Iterator[Token]:
    headers = header_kinds(text)
    if headers:
        for n, kind in enumerate(headers):
            yield Token(kind, text, at, n == 0)
        return
    if is_signature(text):
        yield Token("junk", text, at, True)
        return
    prefix = _HEADER_PREFIX.match(text)
    start = prefix.end() if prefix and _PARTS.search(text) else 0
    if prefix and start:
        yield Token("header_amount", prefix.group(), at, True)
    yield from _parts(text[start:], at, start == 0)


def _parts(text: str, at: int, first: bool) -> Iterator[Token]:
    done = 0
    for match in _PARTS.finditer(text):
        between = text[done : match.start()].strip().removesuffix(" :")
        if between:
            yield Token("text", between, at, first)
            first = False
        kind: Kind = next(name for name in ("code", "amount", "currency", "number") if match[name])
        yield Token(kind, match.group().strip(), at, first)
        first, done = False, match.end()
    rest = text[done:].strip()
    if rest:
        yield Token("text", rest, at, first)


def header_kinds(text: str) -> tuple[Kind, ...]:
    """What a line of header words announces: the items, the amounts, or both; () for any other line."""
    if not text or len(text) > 80 or _TWO_DIGITS.search(text):
        return ()
    items, amounts = best_agreement(text, ITEM_HEADERS), best_agreement(text, AMOUNT_HEADERS)
    words, least = text.split(), max(_BOTH, items, amounts)
    for cut in range(1, len(words)):
        if best_agreement(" ".join(words[:cut]), ITEM_HEADERS) >= least and best_agreement(" ".join(words[cut:]), AMOUNT_HEADERS) >= least:
            return ("header_item", "header_amount")
    if items >= _ONE:
        return ("header_item",)
    return ("header_amount",) if amounts >= _ONE else ()


def is_signature(text: str) -> bool:
    """Whether a line belongs to the place, date, offices and names at the foot of an agreement."""
    if _PARTS.search(text) and any(m["amount"] or m["code"] for m in _PARTS.finditer(text)):
        return False
    return bool(_SIGNATURE.match(text) or _DATED.match(text) or text.endswith(","))
