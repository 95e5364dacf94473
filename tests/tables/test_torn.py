"""Drawn rows that a page break tears in two. All texts are invented."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tables.printed import body, drawn_document, only_table

HEAD = "No | Nama | Tanggal Lahir | NIP | Pangkat | Jabatan"
NAMES = ("Wirya", "Sekar", "Bagja", "Rengganis", "Laksana", "Melati", "Adimarta")


def people(count: int) -> list[list[str]]:
    return [
        [f"{n}", f"{NAMES[n % 7]} Putra", f"1{n % 9} Mei 1980", f"1980051{n % 9} 200801 1 00{n % 9}", "Penata (III/c)", "Arsiparis Muda"]
        for n in range(1, count + 1)
    ]


def torn(row: Sequence[str], *, number_below: bool) -> tuple[str, str]:
    above = ["" if number_below else row[0], *(cell.split(maxsplit=1)[0] for cell in row[1:])]
    below = [row[0] if number_below else "", *(cell.split(maxsplit=1)[1] for cell in row[1:])]
    return " | ".join(above), " | ".join(below)


@settings(deadline=None, max_examples=25)
@given(before=st.integers(2, 6), after=st.integers(2, 6), number_below=st.booleans())
def test_a_row_torn_by_a_page_break_is_one_entry(before: int, after: int, number_below: bool) -> None:
    rows = people(before + 1 + after)
    above, below = torn(rows[before], number_below=number_below)
    lines = [" | ".join(row) for row in rows]
    table = only_table(drawn_document(["DAFTAR PEGAWAI", [HEAD, *lines[:before], above]], [[HEAD, below, *lines[before + 1 :]]]))
    assert body(table) == rows


def test_whole_rows_on_both_sides_of_a_page_break_stay_two() -> None:
    rows = people(8)
    rows[3][4] = ""
    lines = [" | ".join(row) for row in rows]
    table = only_table(drawn_document(["DAFTAR PEGAWAI", [HEAD, *lines[:4]]], [[HEAD, *lines[4:]]]))
    assert [row[0] for row in body(table)] == [row[0] for row in rows]


def test_other_ticks_and_words_over_a_figure_are_two_rows() -> None:
    head = "No | Sasaran | Kegiatan | TW I | TW II | Anggaran | Pelaksana"
    lines = [f"{n} | Tertibnya pasar {n} | Penataan kios | ✓ | ✓ | 4.000.000 | Bagian Umum" for n in range(1, 10)]
    above = "10 | | Penyusunan anggaran | ✓ | ✓ | Bagian Keuangan |"
    below = " | Tertibnya taman | Pengawasan taman | ✓ | ✓ | 5.000.000 | Bagian Hukum"
    table = only_table(drawn_document(["RENCANA AKSI", [head, *lines[:6], above]], [[head, below, *lines[6:]]]))
    assert [row[2] for row in body(table)][6:8] == ["Penyusunan anggaran", "Pengawasan taman"]


def test_a_label_at_the_foot_of_a_page_is_no_part_of_the_row_below() -> None:
    head = "Kode | Uraian | Pagu | Realisasi"
    lines = [f"AB.67{n}1 | Penataan kios {n} | 4.000.000 | 3.000.000" for n in range(1, 9)]
    label = "AB Program Penataan Pasar dan Kios Kota | | | "
    table = only_table(drawn_document(["Realisasi Anggaran", [head, *lines[:5], label]], [[head, *lines[5:]]]))
    assert [row[0] for row in body(table)][5:7] == ["AB Program Penataan Pasar dan Kios Kota", "AB.6761"]
