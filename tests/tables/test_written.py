"""Several entries inside one row that a converter wrote as text."""

import pytest

from tests.tables.printed import body, only_table, tabbed, tables, text_document

PIPES = """| No | Sasaran | Indikator Kinerja | Satuan | Target |
|---|---|---|---|---|
| 1 | Terlindunginya arsip | {0} | {1} | {2} |
| 2 | Terwujudnya pasar bersih | Indeks kebersihan pasar | Indeks | 72 |
"""


def rows_of(*cells: str) -> list[list[str]]:
    return body(only_table(text_document(PIPES.format(*cells))))


def test_cells_with_as_many_lines_are_as_many_entries() -> None:
    rows = rows_of("Persentase arsip yang terpelihara<br>Jumlah arsip yang dicatat", "%<br>Berkas", "74,3<br>39")
    assert [row[2:] for row in rows[:2]] == [
        ["Persentase arsip yang terpelihara", "%", "74,3"],
        ["Jumlah arsip yang dicatat", "Berkas", "39"],
    ]
    assert len(rows) == 3


def test_lines_that_go_on_are_one_entry() -> None:
    rows = rows_of("Persentase arsip daerah<br>yang terpelihara", "Per<br>sen", "74,3")
    assert rows[0][2] == "Persentase arsip daerah yang terpelihara"
    assert len(rows) == 2


@pytest.mark.parametrize("cut", ["42.267.0<br>00", "1.250.<br>000", "12<br>.500.000", "1.2<br>50.000", "Rp 7.250.000,<br>00"])
def test_a_figure_cut_over_lines_is_one_figure(cut: str) -> None:
    rows = rows_of("Persentase penyelesaian<br>Pengelolaan keuangan", "Persen", cut)
    assert len(rows) == 2


HEADER = "No | Kegiatan | Pagu Anggaran | Realisasi | %"
STACK = "1 2 | Penataan Arsip Daerah Pembinaan Pasar Rakyat | Rp1.951.161.000 Rp923.397.000 | Rp1.819.336.357 Rp907.139.000 | 93,24 98,24"
TOTAL = "Jumlah | | Rp2.874.558.000 | Rp2.726.475.357 | 94,85"


def test_values_and_names_on_one_line_are_taken_apart_by_names_that_the_report_holds() -> None:
    plan = tabbed("No | Kegiatan | Anggaran", "1 | Penataan Arsip Daerah | 5.000", "2 | Pembinaan Pasar Rakyat | 7.000", "3 | Lain | 9.000")
    stacked = tabbed(HEADER, STACK, TOTAL)
    rows = body(tables(f"Tabel 1 Rencana\n\n{plan}\n\nTabel 3 Realisasi Anggaran\n\n{stacked}")[1])
    assert [row[1:] for row in rows[:2]] == [
        ["Penataan Arsip Daerah", "Rp1.951.161.000", "Rp1.819.336.357", "93,24"],
        ["Pembinaan Pasar Rakyat", "Rp923.397.000", "Rp907.139.000", "98,24"],
    ]


def test_values_on_one_line_stay_together_where_no_name_tells_them_apart() -> None:
    assert len(body(only_table(tabbed(HEADER, STACK, TOTAL)))) == 2


def test_names_that_a_page_cut_in_a_marked_text_take_no_other_row_apart() -> None:
    head = "| Sasaran | Kode | Kegiatan | Anggaran |\n|---|---|---|---|"
    halves = "| Tata | 6701.QGE | Tata Kelola Kelembagaan Publik | 1.000.000 |\n| Bina | 6702.QGE | Bidang Politik dan Hukum | 2.000.000 |"
    kegiatan = "Tata Kelola<br>Kelembag<br>aan Publik<br>Bidang<br>Politik dan<br>Hukum"
    cut = f"| Terlaksananya<br>penataan arsip | 6709.QG<br>E | {kegiatan} | 42.267.0<br>00 |"
    text = f"Tabel 1\n\n{head}\n{halves}\n\nTabel 2\n\n{head}\n{cut}\n| Tata | 6703.QGE | Penataan Arsip | 7.000.000 |\n"
    rows = body(tables(text_document(text))[1])
    assert [row[3] for row in rows] == ["42.267.000", "7.000.000"]


STEMS = "No | Sasaran | Indikator Kinerja | Target"


@pytest.mark.parametrize(
    ("names", "targets"),
    [
        (["Persentase berkas yang tertata rapi", "Presentase pasar yang bersih"], ["98 %", "96 %"]),
        (["Persentase berkas yang tertata rapi", "Rata-rata hari layanan", "Jumlah kios"], ["0,67 %", "10 Hari Kerja", "9 Kios"]),
        (["Produksi garam rakyat", "Produktivitas tambak tiap hektare"], ["1.240 Ton", "6,06"]),
        (["Nilai evaluasi kinerja satuan kerja", "Opini pemeriksa atas laporan", "Indeks kepuasan warga"], ["BB", "WTP", "85,28"]),
    ],
)
def test_indicators_of_one_outcome_on_one_line_are_taken_apart_with_their_targets(names: list[str], targets: list[str]) -> None:
    rows = body(
        only_table(
            tabbed(STEMS, f"1 | Tertatanya arsip kota | {' '.join(names)} | {' '.join(targets)}", "2 | Lancarnya pasar | Jumlah pasar | 4")
        )
    )
    assert [row[2:] for row in rows[:-1]] == [[name, value] for name, value in zip(names, targets, strict=True)]
    assert [row[0] for row in rows[:-1]] == ["1", *[""] * (len(names) - 1)]


@pytest.mark.parametrize(
    ("names", "targets"),
    [
        ("Persentase berkas yang tertata rapi Jumlah kios", "98 % 96 % 12 Kios"),
        ("Persentase Nilai Berkas Kota Yang Tertata", "98 % 96 %"),
        ("Persentase berkas dengan Nilai tertata", "98 % 96 %"),
        ("Persentase Opini", "98 % 96 %"),
    ],
)
def test_indicators_stay_together_where_their_number_is_not_that_of_the_targets(names: str, targets: str) -> None:
    rows = body(only_table(tabbed(STEMS, f"1 | Tertatanya arsip kota | {names} | {targets}", "2 | Lancarnya pasar | Jumlah pasar | 4")))
    assert len(rows) == 2


def test_ticks_in_small_letters_go_on_with_no_sentence() -> None:
    header = "Sasaran | Indikator Kinerja | Target | I | II"
    stacked = "Tertatanya arsip kota | Persentase berkas yang rapi Jumlah kios | 98 % 12 Kios | v | v"
    rows = body(only_table(tabbed(header, stacked, " | Indeks pasar | 74 | v | ", "Lancarnya pasar | Jumlah pasar | 4 | | v")))
    assert [row[2] for row in rows] == ["98 %", "12 Kios", "74", "4"]
