"""Where the header of a table ends."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.document import Cell, Grid, GridRow, Line, Place
from extractor.records.registry import SPECS
from extractor.tables.headers import find_header
from extractor.tables.parts import dealt_out, split
from tests.tables.printed import aligned_document, aligned_grid, body, drawn_document, head, only_table, tabbed

PK = "No | Sasaran Strategis | Indikator Kinerja | Target"
ENTRIES = ("1 | Meningkatnya arsip tertib | Nilai arsip | B", "2 | Terwujudnya pasar bersih | Indeks pasar | 72")


def test_one_header_row() -> None:
    table = only_table(tabbed(PK, *ENTRIES))
    assert head(table) == [["No", "Sasaran Strategis", "Indikator Kinerja", "Target"]]
    assert [row[0] for row in body(table)] == ["1", "2"]


def test_years_under_spanning_headers_belong_to_their_columns() -> None:
    table = only_table(
        tabbed(
            "No | Indikator | Realisasi | | Target",
            " | | 2029 | 2030 | 2031",
            "1 | Nilai arsip | 70 | 71 | 72",
            "2 | Nilai pasar | 80 | 81 | 82",
        )
    )
    assert len(table.header) == 2
    assert [(c.role, c.year) for c in table.columns[2:]] == [("realisasi", 2029), ("realisasi", 2030), ("target", 2031)]


def test_a_year_spans_the_columns_under_it() -> None:
    header = ("Uraian | 2030 | | 2031 | ", " | Pagu | Realisasi | Pagu | Realisasi")
    table = only_table(
        tabbed(
            *header,
            "Belanja Modal | 2.500.000 | 2.000.000 | 3.500.000 | 3.000.000",
            "Belanja Jasa | 1.500.000 | 1.000.000 | 4.500.000 | 4.000.000",
        )
    )
    assert [(c.role, c.year) for c in table.columns[1:]] == [("pagu", 2030), ("realisasi", 2030), ("pagu", 2031), ("realisasi", 2031)]


@pytest.mark.parametrize("index", ["(1) | (2) | (3) | (4)", "1 | 2 | 3 | 4", "(1) | (2) | (3) | "])
def test_column_numbers_are_no_data(index: str) -> None:
    table = only_table(tabbed(PK, index, *ENTRIES))
    assert [row[0] for row in body(table)] == ["1", "2"]


def test_column_numbers_run_into_the_first_entry_are_taken_out() -> None:
    table = only_table(
        tabbed(
            PK,
            "(1) | (2) Meningkatnya arsip | (3) | (4)",
            " | daerah yang tertib | Nilai arsip | B",
            "2 | Terwujudnya pasar | Indeks pasar | 72",
        )
    )
    assert body(table)[0][1:] == ["Meningkatnya arsip daerah yang tertib", "Nilai arsip", "B"]


def test_a_header_wrapped_over_lines_is_all_header() -> None:
    table = only_table(tabbed("No | Sasaran | Indikator | Target", " | Strategis | Kinerja | ", *ENTRIES))
    assert head(table) == [["No", "Sasaran Strategis", "Indikator Kinerja", "Target"]]
    assert [c.role for c in table.columns] == ["nomor", "sasaran", "indikator", "target"]
    assert [row[0] for row in body(table)] == ["1", "2"]


def test_names_at_heights_of_their_own_are_all_header() -> None:
    names = ("Target", "Realisasi", "Capaian")
    steps = tuple(f" | {' | ' * at}{names[at % 3]}{' | ' * (8 - at)}" for at in range(9))
    table = only_table(
        tabbed(
            "No | 2028 | | | 2029 | | | 2030 | | ", *steps, "1 | 7 | 6 | 5 | 4 | 3 | 2 | 9 | 8 | 7", "2 | 7 | 6 | 5 | 4 | 3 | 2 | 9 | 8 | 7"
        )
    )
    assert [row[0] for row in body(table)] == ["1", "2"]


def test_a_header_of_many_printed_lines_ends_at_its_column_numbers() -> None:
    names = ["No | Sasaran | Indikator | Waktu | | | | Pelaksana", " | Strategis | | Pe | | | | "]
    pieces = [
        " | | | laks | | | | ",
        " | | | ana | | | | ",
        " | | | an | | | | ",
        " | | | TW I | TW | TW | TW | ",
        " | | | | II | III | IV | ",
    ]
    entries = [
        "1 | Meningkatnya arsip | Nilai arsip | v | v | | | Bidang Arsip",
        "2 | Terwujudnya pasar | Indeks pasar | | | v | v | Bidang Pasar",
    ]
    table = only_table(tabbed(*names, *pieces, "1 | 2 | 3 | 4 | 5 | 6 | 7 | 8", *entries))
    assert head(table)[0] == ["No", "Sasaran Strategis", "Indikator", "Waktu Pelaksanaan", "", "", "", "Pelaksana"]
    assert head(table)[1] == ["", "", "", "TW I", "TW II", "TW III", "TW IV", ""]
    assert [row[0] for row in body(table)] == ["1", "2"]


def test_a_word_below_the_first_name_alone_is_header_above_the_column_numbers() -> None:
    names = ["No. | Indikator | 2030 | | 2031 | ", "Urut | | | | | ", " | | Target | Realisasi | Target | Realisasi"]
    entries = ["1 | Nilai arsip | 70 | 71 | 72 | 74", "2 | Nilai pasar | 80 | 81 | 82 | 83"]
    table = only_table(tabbed(*names, "1 | 2 | 3 | 4 | 5 | 6", *entries))
    assert [(c.role, c.year) for c in table.columns[2:]] == [("target", 2030), ("realisasi", 2030), ("target", 2031), ("realisasi", 2031)]
    assert [row[1] for row in body(table)] == ["Nilai arsip", "Nilai pasar"]


def test_a_header_with_tabs_alone_above_a_page_mark_heads_what_follows() -> None:
    lines = [PK.replace("Target", "Satuan | Target"), "", "-- 9 --", "", "1 | Meningkatnya arsip tertib | Nilai arsip | Nilai | B"]
    table = only_table(tabbed(*lines, "2 | Terwujudnya pasar bersih | Indeks pasar | Indeks | 72"))
    assert head(table) == [["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target"]]
    assert [row[0] for row in body(table)] == ["1", "2"]


def test_a_header_word_cut_by_a_border_is_still_the_header() -> None:
    table = only_table(
        tabbed(
            "No | Sasar | an Strategis | Indikator Kinerja | Target",
            "1 | | Meningkatnya arsip | Nilai arsip | B",
            "2 | | Terwujudnya pasar | Indeks pasar | 72",
        )
    )
    assert len(table.header) == 1
    assert [row[0] for row in body(table)] == ["1", "2"]


def test_misspelt_header_words_are_header_words() -> None:
    table = only_table(tabbed("No | Sasaran Strategls | lndikator Kinerja | Terget", *ENTRIES))
    assert [c.role for c in table.columns] == ["nomor", "sasaran", "indikator", "target"]


def test_an_entry_that_begins_with_a_header_word_is_no_header() -> None:
    table = only_table(
        tabbed(PK, "1 | Sasaran pelatihan arsip | Target juru arsip | 12 orang", "2 | Program pasar bersih | Indikator pasar | 72")
    )
    assert len(table.header) == 1
    assert len(table.rows) == 2


def test_the_first_line_of_a_wrapped_entry_without_its_number_is_no_header() -> None:
    table = only_table(
        tabbed(
            PK,
            " | Meningkatnya mutu jalan | Persentase ruas jalan | ",
            "1 | desa di seluruh wilayah | desa yang mantap | 81%",
            "2 | Terwujudnya pasar | Indeks pasar | 72",
        )
    )
    assert len(table.header) == 1


def test_a_drawn_header_of_two_rows() -> None:
    drawn = ["No | Sasaran | Kinerja | ", " | | Target | Realisasi", "1 | Meningkatnya arsip | 80 | 75", "2 | Terwujudnya pasar | 72 | 72"]
    table = only_table(drawn_document(["Capaian Kinerja", drawn]))
    assert len(table.header) == 2
    assert body(table)[0] == ["1", "Meningkatnya arsip", "80", "75"]


def test_an_unknown_header_stays_apart_from_the_first_entry() -> None:
    table = only_table(tabbed("Kecamatan | Luas Wilayah | Desa", "Angsana | 21,5 km2 | 4", "Belimbing | 33,1 km2 | 7"))
    assert [*head(table), *body(table)][:2] == [["Kecamatan", "Luas Wilayah", "Desa"], ["Angsana", "21,5 km2", "4"]]


def test_a_table_without_a_header_loses_no_row() -> None:
    table = only_table(tabbed(*ENTRIES, "3 | Tersedianya air minum | Jumlah sambungan | 900 unit"))
    assert [row[0] for row in body(table)] == ["1", "2", "3"]


def test_a_label_over_the_first_entries_is_no_header() -> None:
    label = "Sasaran Kearsipan Daerah | | | "
    table = only_table(
        tabbed(PK, label, *ENTRIES, label.replace("Kearsipan", "Pasar"), "1 | Tersedianya air minum | Jumlah sambungan | 900 unit")
    )
    assert [row.role for row in table.rows] == ["group", "data", "data", "group", "data"]


def test_numbers_under_one_heading_name_its_periods() -> None:
    table = only_table(
        tabbed(
            "No | Kegiatan | Triwulan | | | | Pelaksana",
            " | | 1 | 2 | 3 | 4 | ",
            "1 | Penataan arsip | √ | √ | | | Bagian Arsip",
            "2 | Penataan pasar | | √ | √ | | Bagian Pasar",
        )
    )
    assert [column.header for column in table.columns[2:6]] == [f"Triwulan | {n}" for n in range(1, 5)]
    assert [row[0] for row in body(table)] == ["1", "2"]


def test_numbers_under_every_column_are_no_header() -> None:
    table = only_table(tabbed(PK, "1 | 2 | 3 | 4", *ENTRIES))
    assert [column.header for column in table.columns] == PK.split(" | ")


def test_years_over_the_middle_of_their_columns_hold_for_those_to_the_left_too() -> None:
    table = only_table(
        tabbed(
            "Program | Pagu | Tahun 2030 Realisasi | % | Pagu | 2031 Realisasi | %",
            "Program Arsip | 2.500.000 | 2.000.000 | 80% | 3.500.000 | 3.000.000 | 85,71%",
            "Program Pasar | 1.500.000 | 1.000.000 | 66,67% | 4.500.000 | 4.000.000 | 88,89%",
        )
    )
    assert [c.year for c in table.columns] == [None, 2030, 2030, 2030, 2031, 2031, 2031]


def test_years_on_both_sides_of_their_heading_belong_under_it() -> None:
    edges = (0.0, 5.0, 40.0, 50.0, 65.0, 75.0)
    rows = [
        "No | | | Realisasi | ",
        " | Indikator Kinerja | | | ",
        " | | 2028 | 2029 | 2030",
        "1 | Persentase arsip tertib | 70% | 71% | 72%",
        "2 | Nilai pasar | 80 | 81 | 82",
        "3 | Jumlah jalan | 4 | 5 | 6",
    ]
    table = only_table(aligned_document([(edges, rows)]))
    assert [(c.role, c.year) for c in table.columns[2:]] == [("realisasi", 2028), ("realisasi", 2029), ("realisasi", 2030)]
    assert [row[0] for row in body(table)] == ["1", "2", "3"]


def test_years_over_some_column_of_groups_that_are_not_alike() -> None:
    table = only_table(
        tabbed(
            "Uraian | Pagu | | 2030 Realisasi | Pagu | Tahun 2031 Realisasi | %",
            "Belanja Modal | 2.500.000 | | 2.000.000 | 3.500.000 | 3.150.000 | 90,00",
            "Belanja Jasa | 1.500.000 | | 1.000.000 | 4.500.000 | 4.050.000 | 90,00",
        )
    )
    dated = [(c.role, c.year) for c in table.columns if c.role in ("pagu", "realisasi", "persen")]
    assert dated == [("pagu", 2030), ("realisasi", 2030), ("pagu", 2031), ("realisasi", 2031), ("persen", 2031)]


def test_one_header_read_over_several_columns_is_dealt_out() -> None:
    assert dealt_out(["Uraian", "Pagu", "Tahun 2030 Realisasi %", "", "Sisa"]) == [
        "Uraian",
        "Pagu",
        "Tahun 2030 Realisasi",
        "Tahun 2030 %",
        "Sisa",
    ]
    spanned = "2031 Pagu Realisasi (6) (7)"
    assert dealt_out(["Uraian", spanned, spanned, "%"]) == ["Uraian", "2031 Pagu", "2031 Realisasi", "%"]
    assert dealt_out(["Uraian Pagu Realisasi", "Target", ""]) == ["Uraian Pagu Realisasi", "Target", ""]


def test_a_header_in_bold_above_the_cut_first_entry_at_the_foot_of_a_page_is_a_header() -> None:
    document = drawn_document(
        ["Perjanjian Kinerja", [PK, " | Meningkatnya | 1. Persentase warga yang | "]],
        [[PK, "1 | arsip tertib | menata arsip | 82%", ENTRIES[1]]],
    )
    for page in document.pages:
        grid = page.blocks[-1]
        assert isinstance(grid, Grid)
        coloured = [[replace(cell, filled=True) for cell in row.cells] for row in grid.rows]
        coloured[0] = [replace(cell, lines=tuple(line._replace(bold=True) for line in cell.lines)) for cell in coloured[0]]
        grid.rows[:] = [replace(row, cells=cells) for row, cells in zip(grid.rows, coloured, strict=True)]
    assert head(only_table(document)) == [["No", "Sasaran Strategis", "Indikator Kinerja", "Target"]]


def test_the_rest_of_the_first_name_below_it_is_header() -> None:
    names = ["No. | Indikator | 2030 | | 2031 | ", "Urut | | | | | ", " | | Target | Realisasi | Target | Realisasi"]
    table = only_table(tabbed(*names, "1 | Nilai arsip | 70 | 71 | 72 | 74", "2 | Nilai pasar | 80 | 81 | 82 | 83"))
    assert [(c.role, c.year) for c in table.columns[2:]] == [("target", 2030), ("realisasi", 2030), ("target", 2031), ("realisasi", 2031)]


def test_a_header_of_two_lines_alone_that_is_printed_again_is_one() -> None:
    names = ["No. | Nama Lengkap | Nomor Induk Pegawai | Nama Jabatan | Pendidikan", " | | | | Terakhir"]
    people = [
        "1 | Siti Aminah, S.E. | 198001012005012001 | Bendahara | S-1",
        "2 | Budi Santoso, S.H. | 197902022006041002 | Arsiparis | S-1",
    ]
    table = only_table(tabbed(*names, "", *names, *people))
    assert head(table) == [["No.", "Nama Lengkap", "Nomor Induk Pegawai", "Nama Jabatan", "Pendidikan Terakhir"]]
    assert [row[0] for row in body(table)] == ["1", "2"]


WORDS = ["", "No", "No.", "Urut", "Sasaran", "Target", "1", "2", "Nilai arsip", "72"]


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5), max_size=9))
def test_rows_of_any_lengths_have_a_header_of_some_of_them(texts: list[list[str]]) -> None:
    rows = [GridRow([Cell((Line(text, Place()),) if text else ()) for text in row], Place()) for row in texts]
    found = find_header(rows, frozenset({"no", "no urut", "sasaran", "target"}))
    assert 0 <= found.end <= len(rows)


def test_the_last_letter_of_a_name_on_a_line_of_its_own_is_header() -> None:
    names = ["Nomo | Program | Tahun 2030 | | Tahun 2031 | ", "r | | | | | ", " | | Pagu | Realisasi | Pagu | Realisasi"]
    entries = [
        "1 | Penataan Arsip | 7.000.000 | 6.000.000 | 8.000.000 | 7.500.000",
        "2 | Penataan Pasar | 5.000.000 | 4.000.000 | 6.000.000 | 5.500.000",
    ]
    table = only_table(tabbed(*names, *entries))
    assert [(c.role, c.year) for c in table.columns[2:]] == [("pagu", 2030), ("realisasi", 2030), ("pagu", 2031), ("realisasi", 2031)]
    assert [row[0] for row in body(table)] == ["1", "2"]


def test_an_entry_goes_on_right_below_a_header_that_a_page_repeats() -> None:
    """In the middle of its cell, an entry that the page cuts has nothing but text and a sign there."""
    lines = [" | Indikator | | ", "No | | Target | Capaian", " | Kinerja Utama | | ", " | hasil yang | | ", " | | | %", " | ditolak | | "]
    grid = aligned_grid([*lines, "3 | Jumlah pasar | 4 | 100%"], (0, 4, 30, 40, 50))
    wordings = frozenset(word for spec in SPECS for role in spec.roles for word in role.words)
    header, rows, _ = split(grid, wordings, above=[["No", "Indikator Kinerja Utama", "Target", "Capaian"]])
    assert [row.text for row in header] == [["No", "Indikator Kinerja Utama", "Target", "Capaian"]]
    assert [row.text for row in rows[:2]] == [["", "hasil yang", "", ""], ["", "", "", "%"]]


def test_names_whose_last_letters_the_wrapping_cut_are_one_header() -> None:
    table = only_table(
        tabbed(
            "No | Sasaran Kinerj | Indikator Kinerj | 2023 | | 2024 | ",
            "mor | a | a | | | | ",
            " | | | Targe | Realisas | Target | Realisas",
            " | | | t | i | | i",
            "1 | Arsip tertib | Persentase berkas | 97% | 96% | 98% | 99%",
            "2 | Pasar bersih | Indeks pasar | 72 | 73 | 74 | 75",
        )
    )
    assert [row[0] for row in body(table)] == ["1", "2"]


def test_a_header_of_two_levels_that_a_page_leaves_alone_heads_what_follows() -> None:
    header = ["No | Indikator Kinerja | 2023 | | 2024 | ", " | | Target | Realisasi | Target | Realisasi"]
    rows = ["1 | Persentase berkas | 97% | 96% | 98% | 99%", "2 | Indeks pasar | 72 | 73 | 74 | 75"]
    assert len(body(only_table(f"{tabbed(*header)}\n\n-- 9 --\n\n{tabbed(*header, *rows)}"))) == 2


def test_a_header_with_years_alone_that_a_page_leaves_heads_what_follows() -> None:
    header = tabbed("No | Indikator | Realisasi | | ", " | | 2021 | 2022 | 2023")
    rows = tabbed("1 | Persentase berkas | 97% | 96% | 98%", "2 | Indeks pasar | 72 | 73 | 74")
    table = only_table(f"{header}\n\n11\n\n{rows}")
    assert [row[0] for row in body(table)] == ["1", "2"]
    assert len(head(table)) == 2


def test_a_known_word_beside_counts_is_the_label_of_an_entry() -> None:
    rows = ("S2 | 5 | 12,50", "S1 | 20 | 50,00", "D3 | 5 | 12,50", "SMA | 10 | 25,00", "Total | 40 | 100,00")
    table = only_table("Data Pegawai Berdasarkan Pendidikan\n\n" + tabbed("Pendidikan | Jumlah (orang) | Persentase (%)", *rows))
    assert [row[0] for row in body(table)] == ["S2", "S1", "D3", "SMA", "Total"]
