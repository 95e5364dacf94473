"""The lines of a table whose columns are lost as pieces, each of which stands in one cell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extractor.reading.column_glued import letter_width
from extractor.reading.document import Line
from extractor.tables.profile import looks
from extractor.tables.strewn_bands import band_of
from extractor.tables.strewn_fit import MEASURED, looks_of, ratio_columns
from extractor.tables.strewn_heads import Head, lone_years
from extractor.tables.strewn_index import bare_index, index_of
from extractor.tables.strewn_model import Piece
from extractor.tables.strewn_regions import caption_lines
from extractor.tables.strewn_staff import with_whole_values
from extractor.tables.strewn_units import with_rows, with_signs, with_units
from extractor.tables.strewn_woven import beside_outcome
from extractor.tables.wording import years
from extractor.values.starts import INDIKATOR, SASARAN

_GRADE: Final = r"\(?(?:I{1,3}|IV)\s?/(?:\s?[a-e]\b\)?)?"
"""A grade; a narrow column may put its letter on the next line."""
_STEP: Final = r"T(?:k|ingkat)\.?(?: ?I\b)?"
"""The step of a rank: "Tk. I"; its number may be on the next line."""
_PARTS: Final = re.compile(
    r"(?P<number>^\d{1,2}\.?(?=\s+[A-Z]))"
    r"|(?P<value>(?:(?<=[\s,])|^)(?:Rp\.?\s?)?\d{1,3}(?:[.,]\d{3})+(?:,\d\d|,-|,\d?(?=Rp|\s|$)|,(?=[A-Z][a-z])|\.\d{0,2}(?=\s|$))?(?=\s|$|Rp|(?<=,)[A-Z])"
    r"|(?<=\s)\d{8}(?: \d{6}(?: \d(?: \d{3})?)?)?$|(?<=[A-Za-z.] )\d{1,2}-[A-Z][a-z]{2,8}-\d{4}$)"
    r"|(?P<nip>^\d{8}(?: \d{6}(?: \d(?: \d{3})?)?)?(?=\s+[A-Z(])|^\d{10,18}(?=\s+[A-Z(])|(?<=\s)\d{18}(?=\s|$))"
    rf"|(?P<rank>(?:^|(?<=\d ))(?:(?:Pembina|Penata|Pengatur|Juru)(?: Utama| Muda| Madya)?(?:,| {_STEP},?)(?: ?{_GRADE})?"
    rf"|{_STEP},?(?: ?{_GRADE})?"
    rf"|{_GRADE}|(?:Penata|Pengatur|Juru) Muda(?! T(?:k|ing)))(?=\s+[A-Z][a-z]))"
    r"|(?P<code>^(?:[A-Z]{2}(?:\.[A-Z\d]+)*|\d{1,2}(?:\.\d{1,2}){2,}(?:\.\d{4})?|\d{4}(?:\.[A-Z]{3}(?:\.\d+)*)*)(?=\s+[A-Z][a-z]))"
    r"|(?P<date>(?:(?<=\s)|^)\d{1,2}(?:[-/.]\d{1,2}[-/.]|[- ][A-Z][a-z]{2,8}[- ])(?:19|20)\d\d(?=\s|$)"
    r"|^\d{2}-?(?=[A-Z][a-z]{4,}(?![a-z]*-?\d))|^[A-Z][a-z]{2,8}-(?:19|20)\d\d(?=\s+[A-Z]))"
)
_MONEY_FIRST: Final = re.compile(r"(?:Rp\.?\s?)?\d{1,3}(?:[.,]\d{3}){2,}(?:,\d\d|,-)? [A-Z-]")
"""An amount with words behind it, which are no unit."""
_LONE: Final = re.compile(r"[1-9]\d?\.?")
_ITEM: Final = re.compile(r"[1-9]\d?[.)] [A-Z]")
_SEXES: Final = re.compile(r"[LP](?: [LP])+")
_MEASURE: Final = re.compile(r"\d[\d.,]*(?: ?%|(?: [A-Z][A-Za-z]+){1,2})?(?= |$)")
_MEASURES: Final = re.compile(rf"{_MEASURE.pattern}(?: {_MEASURE.pattern})+")
"""Targets and what was reached of them beside each other: "38 Karya 40 Karya 105,26%"."""
_CUT_AMOUNT: Final = re.compile(r"(?:Rp\.?\s?)?\d{1,3}(?:(?:\.\d{3})+(?:,\d?|\.\d{0,2})|(?:,\d{3})+(?:\.\d?|,\d{0,2}))")
_WHOLE: Final = re.compile(r"(?:Rp\.?\s?)?\d{1,3}(?:(?:\.\d{3})+(?:,\d\d)?|(?:,\d{3})+(?:\.\d\d)?)")
_ROUND: Final = re.compile(r"(?:Rp\.?\s?)?\d{1,3}(?:(?:\.\d{3}){2,}|(?:,\d{3}){2,})")
_REST: Final = re.compile(r"[\d.,]{1,8}")
_SHARE: Final = re.compile(r"\d{1,3}[.,]\d{1,2}")
_CURRENCY: Final = re.compile(r"Rp\.?")
_SEVERAL: Final = 2
_SURE: Final = 1.0
"""Letters by which a line must be shorter than its block, the next word added, for that word to have had room."""


def pieces_of(lines: Sequence[Line], head: Head) -> list[Piece]:
    """The lines as pieces; those before the header that are no values stay outside."""
    labels, columns = head.all_labels, head.all_columns
    first = min(labels, default=0)
    counts = any(column.role.name == "nomor" for column in head.columns)
    bare = bare_index(lines, labels, len(head.columns), numbered=counts)
    dated = lone_years(lines) if sum(1 for column in columns if years(column.header)) > 1 else {}
    numbered = any(column.role.name == "nomor" for column in columns) and not _has_lone_numbers(lines)
    captions = caption_lines(lines)
    first = _first_cell(lines, first) if any(column.role.name == "indikator" for column in columns) else first
    pieces: list[Piece] = []
    for at, line in enumerate(lines):
        below = at > 0 and band_of(lines[at - 1].text) is not None and INDIKATOR.match(line.text) is not None
        opens = at == 0 or line.gap > 0 or below
        number = bare.get(at, index_of(line.text))
        if at in labels:
            pieces.append(Piece(line.text, line, opens, column=labels[at], heads=True))
        elif number is not None:
            pieces.append(Piece(line.text, line, opens, column=_indexed(pieces, number, opens, len(columns)), heads=True))
        elif dated and at in dated:
            pieces.append(Piece(line.text, line, opens, heads=True))
        elif not (at in captions or (at < first and not is_value(line.text))):
            pieces += _split(line, opens, head, numbered)
    several = sum(1 for column in columns if MEASURED & set(column.role.looks)) > 1
    mended = with_whole_values(whole_amounts(pieces), columns)
    if not any(column.role.name == "satuan" for column in columns):
        mended = with_signs(mended)
    shared = any(True for _ in ratio_columns([column.role.name for column in columns]))
    united = with_units(mended) if several else mended
    return _with_room(with_rows(united) if shared else united)


def _first_cell(lines: Sequence[Line], header: int) -> int:
    """The line from which on words are cells: that of the header, or one above it where outcomes or indicators and their values stand
    there; a converter may read the header of a page that was turned, or whose header words stand low, after cells.
    """
    above = lines[:header]
    worded = [at for at, line in enumerate(above) if SASARAN.match(line.text) or INDIKATOR.match(line.text)]
    values = [at for at, line in enumerate(above) if is_value(line.text)]
    return min(*worded, *values) if worded and len(values) >= _SEVERAL else header


def whole_amounts(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces; amounts whose last digits a narrow column has put on the next line are whole: "10.451.223.000,0" and "0".

    Where several of them stand on one line, with shares among them, their rests follow in the same order.
    """
    result: list[Piece] = []
    cut: list[int] = []
    unsigned: list[int] = []
    for piece in pieces:
        if piece.opens or piece.heads:
            cut, unsigned = [], []
        if _CUT_AMOUNT.fullmatch(piece.text) or _ROUND.fullmatch(piece.text):
            cut.append(len(result))
        elif cut and piece.inline and _SHARE.fullmatch(piece.text):
            unsigned.append(len(result))
        elif cut and _WHOLE.fullmatch(result[cut[0]].text + piece.text) and _REST.fullmatch(piece.text):
            result[cut[0]] = replace(result[cut[0]], text=result[cut[0]].text + piece.text)
            cut.pop(0)
            continue
        elif unsigned and piece.text == "%":
            at = unsigned.pop(0)
            result[at] = replace(result[at], text=f"{result[at].text} %")
            continue
        else:
            cut, unsigned = [], []
        result.append(piece)
    return result


def _with_room(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with what the width of their blocks says: whether each could have stood on the line above."""
    result: list[Piece] = []
    start = 0
    for stop in range(1, len(pieces) + 1):
        if stop == len(pieces) or pieces[stop].opens:
            block = pieces[start:stop]
            width = max(_width_of(piece.text) for piece in block)
            result.append(block[0])
            result += [replace(piece, room=_room(above.text, piece.text, width)) for above, piece in pairwise(block)]
            start = stop
    return result


def _room(above: str, text: str, width: float) -> int:
    over = _width_of(f"{above} {text.split(maxsplit=1)[0]}") - width
    return 1 if over <= -_SURE else -1 if over >= 0 else 0


def _indexed(pieces: Sequence[Piece], number: int, opens: bool, columns: int) -> int | None:
    """The column of a column number: that of the header above it, or the one of this number where as many are named."""
    if not opens and pieces and pieces[-1].heads:
        return pieces[-1].column
    return number - 1 if 0 < number <= columns else None


def is_value(text: str) -> bool:
    """Whether a line holds a value, not words."""
    return bool(looks(text) & {"amount", "percent", "number", "ordinal", "quantity", "nip", "code", "grade"})


def _has_lone_numbers(lines: Sequence[Line]) -> bool:
    """Whether running numbers stand on lines of their own, and those before texts are parts of these: "1. Program …"."""
    lone = sum(1 for line in lines if _LONE.fullmatch(line.text))
    return lone > 1 and sum(1 for line in lines if _ITEM.match(line.text)) > 1


def _split(line: Line, opens: bool, head: Head, numbered: bool) -> Iterator[Piece]:
    """A line as pieces: a running number before a text, and values behind one, stand in columns of their own."""
    looked = {look for column in head.all_columns for look in column.role.looks}
    valued = looked & {"amount", "nip"}
    roles = {column.role.name for column in head.all_columns}
    ranked = "jabatan" in roles and roles & {"golongan", "pangkat"}
    parts, at = [], 0
    if _SEXES.fullmatch(line.text) and any(column.role.name == "jenis_kelamin" for column in head.all_columns):
        yield from (Piece(text, line, opens and index == 0) for index, text in enumerate(line.text.split()))
        return
    if _MEASURES.fullmatch(line.text) and sum(1 for column in head.all_columns if MEASURED & set(column.role.looks)) > 1:
        texts = [match.group().strip() for match in _MEASURE.finditer(line.text)]
        yield from (Piece(text, line, opens and index == 0, inline=index > 0) for index, text in enumerate(texts))
        return
    band = band_of(line.text) if {"sasaran", "indikator"} <= roles else None
    if band:
        spanned = next(at for at, column in enumerate(head.all_columns) if column.role.name == "sasaran")
        yield Piece(band[1], line, opens=True, column=spanned)
        return
    beside = beside_outcome(line.text) if {"sasaran", "indikator"} <= roles else 0
    if beside:
        yield Piece(line.text[:beside].strip(), line, opens)
        yield Piece(line.text[beside:], line, opens=False, inline=True)
        return
    single = {"amount", "nip", "date"} | ({"quantity"} & looked)
    whole = looks_of(line.text) & single and not (_MONEY_FIRST.match(line.text) or _begins_text(line.text))
    for match in () if whole else _PARTS.finditer(line.text):
        named = any(match[look] and look in looked for look in ("nip", "date", "code"))
        if (match["number"] and numbered) or (match["value"] and valued) or named or (match["rank"] and ranked):
            parts += [line.text[at : match.start()], match.group()]
            at = match.end()
    parts.append(line.text[at:])
    if parts[0].startswith("- ") and is_value(parts[0][2:]):
        parts[:1] = ["-", parts[0][2:]]
    texts = [text for part in parts if (text := part.strip()) and not _CURRENCY.fullmatch(text)]
    for index, text in enumerate(texts):
        yield Piece(text, line, opens and index == 0, inline=index > 0)


def _begins_text(text: str) -> bool:
    """Whether a running number stands before the first words of an outcome or an indicator, which are no unit."""
    number, _, words = text.partition(" ")
    return number.rstrip(".").isdecimal() and (SASARAN.match(words) or INDIKATOR.match(words)) is not None


def _width_of(text: str) -> float:
    """The width of a text in a proportional font, an ordinary small letter being 1."""
    return sum(map(letter_width, text))
