"""Cells read right below the headers of their columns, after others of these columns (invented text)."""

from extractor.reading.document import Line, Place
from extractor.tables.spec import Role
from extractor.tables.strewn_counts import below_headers, likely_rows
from extractor.tables.strewn_deal import deal
from extractor.tables.strewn_echoes import Echoes
from extractor.tables.strewn_known import Known
from extractor.tables.strewn_model import Lost, Piece

COLUMNS = [
    Lost(Role("nomor", ("no",), ("ordinal",)), "No"),
    Lost(Role("kegiatan", ("kegiatan",), ("text",)), "Kegiatan"),
    Lost(Role("anggaran", ("anggaran",), ("amount",)), "Anggaran"),
    Lost(Role("pelaksana", ("pelaksana",), ("text",)), "Pelaksana"),
]


def _line(text: str) -> Line:
    return Line(text, Place(), 1.0)


def _head(text: str, column: int) -> Piece:
    return Piece(text, _line(text), opens=True, column=column, heads=True)


def _cell(text: str) -> Piece:
    return Piece(text, _line(text), opens=True)


def _rows(pieces: list[Piece]) -> dict[str, int]:
    found = deal(pieces, COLUMNS, Echoes([]), Known())
    return {piece.text: place[1] for piece, place in zip(pieces, found.places, strict=True) if place is not None}


def _spent(number: int) -> list[Piece]:
    line = _line(f"{number}.500.000.000 Bagian {number}")
    return [Piece(f"{number}.500.000.000", line, opens=True), Piece(f"Bagian {number}", line, opens=False, inline=True)]


def test_the_first_amount_below_its_header_is_that_of_the_first_row() -> None:
    names = ["Menata taman kota", "Membina warga desa", "Mencetak buku saku", "Merawat gedung arsip", "Mendata arsip pinjam"]
    pieces = [_head("No", 0), _head("Kegiatan", 1)]
    for number, name in enumerate(names, start=1):
        pieces += [_cell(str(number)), _cell(name), *(_spent(number) if number in (2, 3) else [])]
    pieces += [_head("Anggaran", 2), _head("Pelaksana", 3), *_spent(1), *_spent(4), *_spent(5)]
    rows = _rows(pieces)
    assert [(rows[f"{number}.500.000.000"], rows[f"Bagian {number}"]) for number in range(1, 6)] == [(at, at) for at in range(5)]


def test_the_cells_of_the_line_below_headers_are_those_of_these_columns() -> None:
    both = _line("1.500.000 Kepala Bagian")
    below = [Piece("1.500.000", both, opens=True), Piece("Kepala Bagian", both, opens=False, inline=True)]
    pieces = [_head("Anggaran", 2), _head("Pelaksana", 3), *below, _cell("2.500.000"), _head("Kegiatan", 1), _cell("Menata taman")]
    found = below_headers(pieces)
    assert [found.get(id(piece)) for piece in pieces] == [None, None, {2, 3}, {2, 3}, None, None, {1}]


def test_numbers_of_rows_are_tried_once_each() -> None:
    pieces = [_cell("dan penyuluhan"), *(_cell(text) for number in range(1, 4) for text in (str(number), f"{number}.500.000.000"))]
    _, numbers = likely_rows(pieces, COLUMNS)
    assert len(numbers) == len(set(numbers))
    assert {3, 4} <= set(numbers)
