"""Tables interrupted by a page break are one; neighbours that only look alike are two."""

import pytest

from extractor.reading.document import Document, Line, Page, Place
from tests.tables.printed import aligned_grid, body, drawn_document, drawn_grid, flow, head, only_table, tabbed, tables

PK = "No | Sasaran Strategis | Indikator Kinerja | Target"
BUDGET = "No | Uraian | Pagu | Realisasi | Sisa | %"
FIRST = "1 | Meningkatnya arsip tertib | Nilai pengawasan arsip | B"
SECOND = "2 | Terwujudnya pasar bersih | Indeks kebersihan pasar | 72"
THIRD = "3 | Tersedianya air minum | Jumlah sambungan air | 900 unit"
INDEX = "(1) | (2) | (3) | (4)"

BREAKS = {
    "blank line": "\n\n",
    "rule": "\n---\n",
    "rule and blank lines": "\n\n---\n\n",
    "page number": "\n\n17\n\n",
    "form feed": "\n\f",
    "rule and page": "\n\n- 17 -\n---\n",
}


def cut(upper: str, lower: str, between: str = "\n\n---\n\n") -> str:
    return upper + between + lower


@pytest.mark.parametrize("between", BREAKS.values(), ids=BREAKS)
@pytest.mark.parametrize("repeated", [(), (PK,), (PK, INDEX), (INDEX,)], ids=["no header", "header", "header and numbers", "numbers"])
def test_a_table_goes_on_after_a_break(between: str, repeated: tuple[str, ...]) -> None:
    table = only_table(cut(tabbed(PK, INDEX, FIRST, SECOND), tabbed(*repeated, THIRD, THIRD.replace("3", "4", 1)), between))
    assert [row[0] for row in body(table)] == ["1", "2", "3", "4"]
    assert table.header[0].text(1) == "Sasaran Strategis"
    assert table.notes == []


def test_the_next_item_of_a_list_names_another_table_under_the_same_header() -> None:
    header = "No | Uraian | Orang | %"
    first = [header, "1 | Juru taman | 12 | 60", "2 | Juru kebun | 8 | 40", "3 | Jumlah | 20 | 100"]
    second = [header, "1 | Pria | 15 | 75", "2 | Wanita | 5 | 25", " | Jumlah | 20 | 100"]
    found = tables(drawn_document(["2. Berdasarkan Pekerjaan", first], ["3. Berdasarkan Jenis Kelamin", second]))
    assert [len(table.rows) for table in found] == [3, 3]


def test_a_row_split_over_the_break_is_one_row() -> None:
    upper = tabbed(PK, "1 | Meningkatnya arsip daerah | Nilai pengawasan arsip | B", " | yang tertib dan | oleh lembaga kearsipan | ")
    lower = tabbed(PK, " | mudah dicari lagi | provinsi dan kota | ", SECOND)
    assert body(only_table(cut(upper, lower))) == [
        [
            "1",
            "Meningkatnya arsip daerah yang tertib dan mudah dicari lagi",
            "Nilai pengawasan arsip oleh lembaga kearsipan provinsi dan kota",
            "B",
        ],
        ["2", "Terwujudnya pasar bersih", "Indeks kebersihan pasar", "72"],
    ]


def test_a_drawn_row_split_over_two_pages_stands_on_both() -> None:
    header = "No | Uraian | Pagu | Realisasi"
    first = [header, "1 | Penataan arsip | 1.000.000 | 900.000", "2 | Pasar | 2.000.000 | 1.900.000"]
    second = [header, " | rakyat dan / desa | | ", "3 | Jalan | 6.000.000 | 5.700.000"]
    table = only_table(drawn_document(["Realisasi Anggaran", first], [second]))
    assert [row[1] for row in body(table)] == ["Penataan arsip", "Pasar rakyat dan desa", "Jalan"]
    assert [place.page for place in table.rows[1].places] == [1, 2]
    assert [place.page for place in table.places] == [1, 2]


def test_a_continuing_line_of_header_words_is_not_lost() -> None:
    upper = tabbed(PK, "1 | Meningkatnya arsip daerah | Nilai pengawasan arsip | B", " | yang tertib dan | oleh lembaga kearsipan | ")
    lower = tabbed(PK, " | mudah ditemukan | nasional | ", SECOND)
    assert "nasional" in " ".join(" ".join(row) for row in body(only_table(cut(upper, lower))))


def test_a_column_missing_on_the_next_page_leaves_the_others_in_place() -> None:
    upper = tabbed(
        BUDGET, "1 | Penataan arsip | 12.500.000 | 12.000.000 | 500.000 | 96%", "2 | Penataan pasar | 22.500.000 | 22.500.000 | 0 | 100%"
    )
    lower = tabbed(
        "Uraian | Pagu | Realisasi | Sisa | %",
        "Pembelian rak | 7.500.000 | 7.000.000 | 500.000 | 93,33%",
        "Pelatihan | 8.500.000 | 8.500.000 | 0 | 100%",
    )
    table = only_table(cut(upper, lower))
    assert body(table)[2] == ["", "Pembelian rak", "7.500.000", "7.000.000", "500.000", "93,33%"]
    assert head(table) == [["No", "Uraian", "Pagu", "Realisasi", "Sisa", "%"]]


def test_a_narrow_rest_without_header_goes_to_the_columns_it_resembles() -> None:
    upper = tabbed(
        "No | Uraian | Pagu | Realisasi | %",
        "1 | Penataan arsip inaktif | 12.500.000 | 12.000.000 | 96%",
        "2 | Penataan pasar rakyat | 22.500.000 | 22.500.000 | 100%",
    )
    lower = tabbed("3 | Pelatihan juru arsip | 7.500.000 | 7.500.000", "4 | Perawatan gudang | 1.500.000 | 1.250.000")
    table = only_table(cut(upper, lower))
    assert body(table)[2:] == [
        ["3", "Pelatihan juru arsip", "7.500.000", "7.500.000", ""],
        ["4", "Perawatan gudang", "1.500.000", "1.250.000", ""],
    ]


def test_the_same_header_under_a_new_title_is_a_new_table() -> None:
    upper = "Tabel 2.1 Perjanjian Kinerja Tahun 2031\n" + tabbed(PK, FIRST, SECOND)
    lower = "Tabel 2.2 Perjanjian Kinerja Perubahan Tahun 2031\n" + tabbed(PK, FIRST, SECOND)
    found = tables(cut(upper, lower, "\n\n"))
    assert [(t.number, len(t.rows)) for t in found] == [("2.1", 2), ("2.2", 2)]


def test_another_header_after_a_break_is_a_new_table() -> None:
    other = tabbed("Program | Anggaran", "Program Penataan Arsip | 12.500.000", "Program Penataan Pasar | 22.500.000")
    assert [len(t.rows) for t in tables(cut(tabbed(PK, FIRST, SECOND), other))] == [2, 2]


def test_paragraphs_between_part_two_tables() -> None:
    prose = "\n\nPerjanjian di atas ditinjau pada akhir tahun.\nSemua bagian ikut meninjau.\nHasilnya sebagai berikut.\n\n"
    found = tables(cut(tabbed(PK, FIRST, SECOND), tabbed(PK, FIRST, SECOND), prose))
    assert [len(t.rows) for t in found] == [2, 2]


def test_a_table_ends_with_its_total() -> None:
    total = "Jumlah | | 35.000.000 | 34.500.000 | 500.000 | 98,57%"
    upper = tabbed(BUDGET, "1 | Arsip | 12.500.000 | 12.000.000 | 500.000 | 96%", "2 | Pasar | 22.500.000 | 22.500.000 | 0 | 100%", total)
    lower = tabbed(
        "No | Nama | NIP | Golongan", "1 | Budi Wirawan | 198501012010011002 | III/d", "2 | Sari Melati | 198702022012012003 | III/b"
    )
    assert len(tables(cut(upper, lower))) == 2


def test_page_numbers_inside_a_table_vanish_and_words_do_not() -> None:
    between = "\n\n17\n\nCatatan: angka sementara\n\n---\n\n"
    items = flow(cut(tabbed(PK, FIRST, SECOND), tabbed(PK, THIRD), between))
    assert [item.text for item in items if isinstance(item, Line)] == ["Catatan: angka sementara"]


def test_a_header_of_unknown_words_repeated_at_the_break_is_dropped() -> None:
    header = "Kode Wilayah | Nama Kecamatan Lengkap | Banyaknya Desa"
    upper = tabbed(header, "11.01 | Kecamatan Angsana Timur Raya | 4 desa", "11.02 | Kecamatan Belimbing Barat Daya | 7 desa")
    lower = tabbed(header, "11.03 | Kecamatan Cempaka Putih Utara | 5 desa", "11.04 | Kecamatan Dahlia Merah Selatan | 9 desa")
    table = only_table(cut(upper, lower))
    assert [row[0] for row in body(table)] == ["11.01", "11.02", "11.03", "11.04"]
    assert head(table) == [["Kode Wilayah", "Nama Kecamatan Lengkap", "Banyaknya Desa"]]


def test_three_parts_are_one_table() -> None:
    parts = [tabbed(PK, *(f"{n} | Sasaran pelatihan nomor urut | Nilai arsip | B" for n in range(a, a + 3))) for a in (1, 4, 7)]
    assert [row[0] for row in body(only_table("\n\n---\n\n".join(parts)))] == [str(n) for n in range(1, 10)]


def test_a_repeated_header_that_parts_the_same_words_into_more_columns_is_the_table_s() -> None:
    upper = [
        "No | Indikator Kinerja | Realisasi Target | | Capaian",
        "1 | Persentase arsip tertata | 80% | 72% | 90%",
        "2 | Indeks arsip | 70 | 70 | 100%",
    ]
    lower = ["No | Indikator Kinerja | Target | Realisasi | Capaian", "3 | Persentase pasar bersih | 50% | 60% | 120%"]
    [table] = tables(drawn_document(["Capaian Kinerja", upper], [lower]))
    assert [row[0] for row in body(table)] == ["1", "2", "3"]
    assert {c.role: c.index for c in table.columns if c.role in ("target", "realisasi", "capaian")} == {
        "target": 2,
        "realisasi": 3,
        "capaian": 4,
    }


def test_a_repeated_row_of_years_under_a_name_over_them_is_header() -> None:
    head = ["No | Indikator Kinerja | Realisasi | ", " | | 2031 | 2032"]
    above = [*head, "1 | Persentase arsip yang tertata | 84% | 85%", "2 | Nilai taman | 70 | 71"]
    below = [*head, "3 | Jumlah pasar yang bersih | 4 | 5", "4 | Indeks jalan | 60 | 62"]
    table = only_table(drawn_document(["Perbandingan Capaian", above], [below]))
    assert [row[0] for row in body(table)] == ["1", "2", "3", "4"]


def test_a_budget_code_that_a_page_break_cuts_is_one_entry_with_its_rest() -> None:
    head = "Kode | Uraian | Pagu | Realisasi | %"
    program = "076.01.AB.6713 | Penataan Arsip | 2.100.000 | 2.000.000 | 95,24"
    entries = [f"076.01.AB.6713.QGE.00{n} | Pelatihan arsip kota | 400.000 | 400.000 | 100,00" for n in range(2, 6)]
    above = [head, program, "076.01.AB. | Penyusunan daftar | 500.000 | 400.000 | 80,0"]
    below = [head, "6713.QGE.001 | arsip | | | 0", *entries]
    rows = body(only_table(drawn_document(["Realisasi Anggaran", above], [below])))
    assert [row[0].replace(" ", "") for row in rows] == ["076.01.AB.6713", *(f"076.01.AB.6713.QGE.00{n}" for n in range(1, 6))]
    assert rows[1][1:4] == ["Penyusunan daftar arsip", "500.000", "400.000"]


def test_a_drawn_grid_that_ends_on_the_rule_with_which_another_one_begins_goes_on_in_it() -> None:
    """Numbers that begin anew below a row in colour are no other table."""
    head = ["No | Program/Kegiatan | Pagu", "1 | 2 | 3"]
    first = drawn_grid([*head, "A | Penataan Arsip | 300.000", *(f"{n} | Arsip Lama | 100.000" for n in (1, 2, 3))])
    upper = drawn_grid([*head, "B | Penataan Pasar | 700.000"], 2)
    lower = drawn_grid(["1 | Pasar Lama | 400.000", "2 | Pasar Baru | 300.000"], 2, (upper.place.box or (0, 0, 0, 0))[3])
    title = Line("Alokasi Anggaran Tahun 2031", Place(1, box=(70, 60, 500, 70)))
    pages = [Page(1, [title, first], width=595, height=842), Page(2, [upper, lower], width=595, height=842)]
    (table,) = tables(Document("a.pdf", "0" * 64, "pdf", pages))
    assert [row[0] for row in body(table)] == ["A", "1", "2", "3", "B", "1", "2"]


def test_a_drawn_row_of_two_names_heads_the_budget_list_below_it() -> None:
    head = drawn_grid(["Kegiatan/Sub Kegiatan | Pagu Anggaran"], 1, 100.0)
    rows = ["Penataan Arsip | Rp13.823.875.000", "Pembinaan Pasar | Rp7.242.512.000"]
    lines = aligned_grid(rows, (0, 100, 200))
    page = Page(1, [Line("Perjanjian Kinerja Tahun 2031", Place(1, box=(70, 60, 500, 70))), head, lines], width=595, height=842)
    (table,) = tables(Document("a.pdf", "0" * 64, "pdf", [page]))
    assert [column.role for column in table.columns] != [None, None]
    assert len(body(table)) == len(rows)
