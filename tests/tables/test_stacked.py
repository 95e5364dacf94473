"""Several entries inside one drawn row."""

from dataclasses import replace

import pytest

from extractor.reading.document import Cell, Line, Place
from extractor.tables.rows_model import PhysicalRow
from extractor.tables.stacked import unstack
from tests.tables.printed import body, drawn_document, drawn_grid, only_table, tables

HEADER = "No | Uraian | Pagu | Realisasi"


def drawn(*rows: str) -> list[list[str]]:
    return body(only_table(drawn_document(["Realisasi Anggaran", [HEADER, *rows]])))


def test_entries_stacked_in_the_cells_of_one_row_are_taken_apart() -> None:
    assert drawn(
        "1 / 2 / 3 | Arsip / Pasar / Jalan | 1.000.000 / 2.000.000 / 3.000.000 | 900.000 / 1.900.000 / 2.900.000",
        "Jumlah | | 6.000.000 | 5.700.000",
    ) == [
        ["1", "Arsip", "1.000.000", "900.000"],
        ["2", "Pasar", "2.000.000", "1.900.000"],
        ["3", "Jalan", "3.000.000", "2.900.000"],
        ["Jumlah", "", "6.000.000", "5.700.000"],
    ]


def test_a_wrapped_text_beside_single_values_stays_one_entry() -> None:
    assert drawn("1 | Penataan arsip / daerah terpencil / dan pesisir | 1.000.000 | 900.000", "2 | Pasar | 2.000.000 | 1.900.000")[0] == [
        "1",
        "Penataan arsip daerah terpencil dan pesisir",
        "1.000.000",
        "900.000",
    ]


def test_every_stacked_entry_keeps_its_own_place() -> None:
    table = only_table(
        drawn_document(
            [[HEADER, "1 / 2 | Arsip / Pasar | 1.000.000 / 2.000.000 | 900.000 / 1.900.000", "3 | Jalan | 3.000.000 | 2.900.000"]]
        )
    )
    boxes = [row.places[0].box for row in table.rows]
    tops = [box[1] for box in boxes if box]
    assert len(tops) == 3
    assert tops == sorted(set(tops))


def test_an_amount_on_two_lines_beside_another_is_not_two_entries() -> None:
    rows = drawn("1 | Penataan arsip / daerah | 1.000. / 000 | 900. / 000", "2 | Pasar | 2.000.000 | 1.900.000")
    assert rows == [["1", "Penataan arsip daerah", "1.000.000", "900.000"], ["2", "Pasar", "2.000.000", "1.900.000"]]


def test_two_amounts_of_nine_digits_one_above_the_other_are_no_nip() -> None:
    names = "Penataan Arsip dan Layanan / Kota / Pasar / Jalan"
    rows = drawn(f"1 / 2 / 3 | {names} | 588.164.000 / 686.541.000 / 988.993.000 | 580.164.000 / 680.541.000 / 980.993.000")
    assert rows[:3] == [
        ["1", "Penataan Arsip dan Layanan Kota", "588.164.000", "580.164.000"],
        ["2", "Pasar", "686.541.000", "680.541.000"],
        ["3", "Jalan", "988.993.000", "980.993.000"],
    ]


def test_names_that_wrap_beside_values_line_by_line_are_dealt_out() -> None:
    names = "Perencanaan, Penganggaran, dan Evaluasi / Kinerja / Penataan Arsip Daerah Terpencil dan Luar / Layanan Umum"
    assert drawn(
        f"1 / 2 / 3 | {names} | 1.000.000 / 2.000.000 / 3.000.000 | 900.000 / 1.900.000 / 2.900.000",
        "Jumlah | | 6.000.000 | 5.700.000",
    )[:3] == [
        ["1", "Perencanaan, Penganggaran, dan Evaluasi Kinerja", "1.000.000", "900.000"],
        ["2", "Penataan Arsip Daerah Terpencil dan Luar", "2.000.000", "1.900.000"],
        ["3", "Layanan Umum", "3.000.000", "2.900.000"],
    ]


def test_targets_of_several_indicators_are_dealt_out_and_the_sasaran_covers_them() -> None:
    header = "No | Sasaran | Indikator Kinerja | Satuan | Target"
    row = (
        "1 | Tertatanya arsip / daerah | Jumlah berkas yang / ditata / Persentase berkas / yang dipindai / Indeks kearsipan "
        "| Berkas / % / Nilai | 12 / 91,74 / B"
    )
    rows = body(only_table(drawn_document(["Perjanjian Kinerja", [header, row, "2 | Lancarnya pasar | Jumlah pasar | Unit | 4"]])))
    assert [row[2:] for row in rows[:3]] == [
        ["Jumlah berkas yang ditata", "Berkas", "12"],
        ["Persentase berkas yang dipindai", "%", "91,74"],
        ["Indeks kearsipan", "Nilai", "B"],
    ]
    assert [row[1] for row in rows[:3]] == ["Tertatanya arsip daerah", "", ""]


def test_a_number_cut_by_a_narrow_column_is_no_stack() -> None:
    rows = drawn("1 / 1 | Penataan Arsip / Jumlah Berkas | 1.000.00 / 0,00 | 900.000,0 / 0", "12 | Pasar | 2.000.000,00 | 1.900.000,00")
    assert len(rows) == 2


def test_a_date_on_two_lines_is_one_value() -> None:
    staff = "No | Nama | Tanggal Lahir | Jabatan"
    rows = [
        "1 | Lestari Contoh, / S.IP. | 30 Januari / 1984 | Kepala Bagian / Teknis / Penyelenggaraan",
        "2 | Bagas | 2 Juli 1979 | Bendahara",
    ]
    assert body(only_table(drawn_document(["Daftar Pegawai", [staff, *rows]])))[0] == [
        "1",
        "Lestari Contoh, S.IP.",
        "30 Januari 1984",
        "Kepala Bagian Teknis Penyelenggaraan",
    ]


def test_texts_that_plainly_hold_as_many_names_each_are_taken_apart_without_a_value() -> None:
    rows = [
        "No | Sasaran | Indikator Kinerja | Formulasi | Sumber Data",
        "1 | Tertibnya taman / kota yang teduh | Persentase taman yang / terawat baik / Jumlah kios berizin / di semua taman"
        " | Jumlah yang terawat / dibagi semua taman / Jumlah yang tercatat / sampai akhir tahun | Laporan bidang / taman / Rekap kios",
    ]
    assert body(only_table(drawn_document(["INDIKATOR KINERJA UTAMA", rows]))) == [
        [
            "1",
            "Tertibnya taman kota yang teduh",
            "Persentase taman yang terawat baik",
            "Jumlah yang terawat dibagi semua taman",
            "Laporan bidang taman",
        ],
        ["", "", "Jumlah kios berizin di semua taman", "Jumlah yang tercatat sampai akhir tahun", "Rekap kios"],
    ]


def test_one_entry_whose_wrapped_texts_have_capitals_stays_one() -> None:
    rows = [
        "No | Sasaran | Indikator Kinerja | Formulasi | Sumber Data",
        "1 | Tertibnya taman di / Kota Baru Timur | Persentase taman terawat / Kota Baru Timur | Hasil survei tahunan / Dinas Pertamanan"
        " | Rekapitulasi / Bidang Taman",
    ]
    assert len(only_table(drawn_document(["INDIKATOR KINERJA UTAMA", rows])).rows) == 1


NAMES = "Penataan Arsip Daerah / Terpencil / Perawatan Pohon / Jalan Protokol / Layanan Umum"


def test_names_that_are_cells_of_their_own_elsewhere_tell_where_each_ends() -> None:
    plan = ["No | Kegiatan | Anggaran", "1 | Penataan Arsip Daerah Terpencil | 1.000.000", "2 | Perawatan Pohon Jalan Protokol | 2.000.000"]
    plan = [*plan, "3 | Layanan Umum Terpadu | 3.000.000", "4 | Lainnya | 1"]
    rows = [HEADER, f"1 / 2 / 3 | {NAMES} Terpadu | 1.000.000 / 2.000.000 / 3.000.000 | 900.000 / - / 2.900.000"]
    found = tables(drawn_document(["Rencana Kerja", plan, "Realisasi Anggaran", rows, "Penutup"]))
    assert body(found[1]) == [
        ["1", "Penataan Arsip Daerah Terpencil", "1.000.000", "900.000"],
        ["2", "Perawatan Pohon Jalan Protokol", "2.000.000", "-"],
        ["3", "Layanan Umum Terpadu", "3.000.000", "2.900.000"],
    ]


def test_a_name_within_a_longer_one_does_not_cut_it() -> None:
    plan = [
        "No | Kegiatan | Anggaran",
        "1 | Perawatan Pohon Jalan Protokol | 1.000.000",
        "2 | Layanan Umum Terpadu | 2.000.000",
        "3 | A | 1",
    ]
    rows = [
        "No | Sasaran | Kegiatan | Pelaksana",
        "1 | Terlaksananya / Perawatan Pohon Jalan Protokol | Layanan Umum Terpadu / Kecamatan | Camat",
    ]
    assert len(tables(drawn_document(["Rencana Kerja", plan, "Rencana Aksi", rows, "Penutup"]))[1].rows) == 1


def test_a_figure_that_had_room_on_its_line_is_not_cut() -> None:
    wide, narrow = (_row(("Jumlah berkas", "Kios"), ("%", "Unit"), ("94,5", "4"), width=width) for width in (60.0, 20.0))
    assert [[cell.raw for cell in row.cells][1:] for row in unstack(wide)] == [["%", "94,5"], ["Unit", "4"]]
    assert len(unstack(narrow)) == 1


def _row(*columns: tuple[str, ...], width: float) -> PhysicalRow:
    """A drawn row of columns of this width, their lines five points per character."""
    cells = []
    for c, texts in enumerate(columns):
        lines = [Line(text, Place(1, box=(c * width, 12.0 * n, c * width + 5 * len(text), 12.0 * n + 10))) for n, text in enumerate(texts)]
        cells.append(Cell(tuple(lines), Place(1, box=(c * width, 0, (c + 1) * width, 24))))
    return PhysicalRow(cells, Place(1, box=(0, 0, width * len(columns), 24)), True)


def test_two_whole_values_beside_two_lines_are_two_entries() -> None:
    header = "No | Sasaran | Indikator Kinerja | Target"
    row = "1 | Tertatanya arsip / Kota | Persentase berkas terpindai / Banyaknya berkas tertata | 95 % / 29 Dokumen"
    rows = body(only_table(drawn_document(["Perjanjian Kinerja", [header, row, "2 | Lancarnya pasar | Jumlah pasar | 4 Unit"]])))
    assert rows[:2] == [
        ["1", "Tertatanya arsip Kota", "Persentase berkas terpindai", "95 %"],
        ["", "", "Banyaknya berkas tertata", "29 Dokumen"],
    ]


def test_the_stroke_behind_an_amount_may_stand_on_a_line_of_its_own() -> None:
    assert drawn("1 | Arsip | 6.358.537.000, / - | 6.061.244.527, / -", "2 | Pasar | 2.000.000,- | 1.900.000,-")[0][2:] == [
        "6.358.537.000,-",
        "6.061.244.527,-",
    ]


def test_numbered_indicators_are_no_quantities() -> None:
    header = "No | Sasaran | Indikator Kinerja | Target | Realisasi | Capaian"
    row = (
        "1 | Lancarnya layanan | 1. Indeks kepuasan warga / kota / 2. Nilai evaluasi tata kelola | 88,90 / A | 92,24 / A | 103,76 % / 100 %"
    )
    rows = body(only_table(drawn_document(["Capaian Kinerja", [header, row, "2 | Lancarnya pasar | Jumlah pasar | 4 | 4 | 100 %"]])))
    assert [line[2:] for line in rows[:2]] == [
        ["1. Indeks kepuasan warga kota", "88,90", "92,24", "103,76 %"],
        ["2. Nilai evaluasi tata kelola", "A", "A", "100 %"],
    ]


@pytest.mark.parametrize(
    ("names", "doubtful"), [("Penataan / Arsip Kota / Taman Umum", True), ("Penataan, / Arsip Kota / Taman Umum", False)]
)
def test_names_that_can_be_dealt_in_two_ways_are_told_as_a_guess(names: str, doubtful: bool) -> None:
    rows = [HEADER, f"1 / 2 | {names} | 1.000.000 / 2.000.000 | 900.000 / 1.900.000", "3 | Pasar | 3.000.000 | 2.900.000"]
    table = only_table(drawn_document(["Realisasi Anggaran", rows]))
    assert [row[2:] for row in body(table)[:2]] == [["1.000.000", "900.000"], ["2.000.000", "1.900.000"]]
    assert table.guessed is doubtful
    assert any("lebih dari satu cara" in note for note in table.notes) is doubtful


@pytest.mark.parametrize(
    ("last", "entries"), [("Survei / Laporan bidang", 3), ("Survei / Laporan bidang / Arsip", 1), ("Survei / Laporan Bidang", 1)]
)
def test_one_plain_text_tells_the_names_of_others_that_can_be_cut_in_one_way(last: str, entries: int) -> None:
    rows = [
        "No | Sasaran | Indikator Kinerja | Formulasi | Sumber Data",
        "1 | Tertibnya taman / kota | Persentase taman yang / terawat / Jumlah kios berizin / di semua taman / Indeks pohon"
        f" | Banyaknya taman terawat / dibagi semua taman / Hasil catatan sampai / akhir tahun / Hasil survei warga | Rekap kios / {last}",
    ]
    table = only_table(drawn_document(["INDIKATOR KINERJA UTAMA", rows]))
    assert len(table.rows) == entries
    assert table.guessed is (entries > 1)


def test_a_unit_that_a_narrow_column_cuts_is_one_value() -> None:
    header = "No | Sasaran | Indikator Kinerja | Target | Realisasi | Capaian"
    row = (
        "1 | Tertibnya pasar | Persentase lapak bersih / Jumlah lapak berizin / di pasar kota"
        " | 95% / 44 / Kumpula / n | 96% / 42 / Kumpula / n | 101,05% / 95,45%"
    )
    rows = body(only_table(drawn_document(["Capaian Kinerja", [header, row, "2 | Lancarnya pasar | Jumlah pasar | 4 | 4 | 100 %"]])))
    assert [line[2:] for line in rows[:2]] == [
        ["Persentase lapak bersih", "95%", "96%", "101,05%"],
        ["Jumlah lapak berizin di pasar kota", "44 Kumpulan", "42 Kumpulan", "95,45%"],
    ]


def test_units_of_two_words_stand_beside_their_own_targets() -> None:
    header = "No | Sasaran | Indikator Kinerja | Satuan | Target"
    names = "Indeks pasar / Persentase lapak bersih / Rata-rata hari layanan / izin"
    row = f"1 | Tertibnya pasar | {names} | Indeks / % / Hari Kerja | 81,53 / 89 / 9"
    rows = body(only_table(drawn_document(["Perjanjian Kinerja", [header, row, "2 | Lancarnya arsip | Jumlah arsip | Berkas | 4"]])))
    assert [line[3:] for line in rows[:3]] == [["Indeks", "81,53"], ["%", "89"], ["Hari Kerja", "9"]]


def test_a_month_that_a_narrow_column_cuts_to_letters_is_no_stack() -> None:
    header = "No | Nama | Pangkat | TMT | Jabatan"
    rows = [header, "1 | Lestari Contoh, / S.IP. | Penata / Tk 1 (III/ / d) | 01 / Ap / r / 20 / 19 | Sekretaris"]
    table = only_table(drawn_document(["Daftar Pegawai", [*rows, "2 | Budi Contoh | Penata | 01 / Okt / 2017 | Staf"]]))
    assert [line[0] for line in body(table)] == ["1", "2"]


@pytest.mark.parametrize(("number", "people"), [("198406062010011 / 023", 1), ("", 2)])
def test_the_texts_of_one_number_of_staff_are_one_person(number: str, people: int) -> None:
    header = "No | Nama | NIP | Pangkat | Jabatan"
    row = f"4 | Rini / Winarno, S.Sos. | {number} | Penata / Tk. I, III/d | Penyusun / Program dan Anggaran"
    table = only_table(drawn_document(["Daftar Pegawai", [header, row, "5 | Budi Contoh | 199001012015011001 | Penata | Staf"]]))
    assert len(body(table)) == people + 1


def _padded(*columns: tuple[tuple[str, ...], float]) -> PhysicalRow:
    """A drawn row: the lines of each column and its width; the first column begins three points in, the others are centred."""
    cells, left = [], 0.0
    for texts, width in columns:
        lines = []
        for n, text in enumerate(texts):
            x = left + (3.0 if not cells else (width - 5 * len(text)) / 2)
            lines.append(Line(text, Place(1, box=(x, 12.0 * n, x + 5 * len(text), 12.0 * n + 10))))
        cells.append(Cell(tuple(lines), Place(1, box=(left, 0, left + width, 100))))
        left += width
    return PhysicalRow(cells, Place(1, box=(0, 0, left, 100)), True)


def test_how_much_room_a_figure_had_is_told_by_the_padding_of_its_table() -> None:
    names = "Persentase berkas terpindai", "Persentase pasar bersih", "Jumlah kios"
    figures = ("82,3", "85", "42"), ("82,3", "85", "39"), ("100,00%", "100,00%", "92,86%")
    row = _padded((names, 150.0), *((texts, 42.0) for texts in figures))
    assert [[cell.raw for cell in entry.cells] for entry in unstack(row)] == [list(entry) for entry in zip(names, *figures, strict=True)]


def test_a_unit_whose_end_a_narrow_column_cut_off_is_one_unit() -> None:
    names = "1. Persentase berkas terpindai", "2. Persentase pasar bersih", "3. Jumlah pemungutan", "ulang"
    row = _padded((names, 150.0), (("%", "%", "Kejadia", "n"), 42.0), (("97", "95", "3"), 42.0))
    assert [[cell.raw.replace("\n", " ") for cell in entry.cells] for entry in unstack(row)] == [
        ["1. Persentase berkas terpindai", "%", "97"],
        ["2. Persentase pasar bersih", "%", "95"],
        ["3. Jumlah pemungutan ulang", "Kejadia n", "3"],
    ]


def test_one_border_out_of_line_leaves_a_cut_figure_whole() -> None:
    """A text that begins at its border says nothing of the padding of the others, whose figures had no room."""
    names = (("Meningkat", "nya mutu"), 52.0), (("Indeks mutu", "kota"), 61.0)
    cut = _padded(*names, (("80.2", "6"), 31.0), (("76.6", "1"), 31.0), (("Program", "Pembinaan", "pasar"), 51.0))
    left = cut.cells[0].lines[0].place.box
    assert left is not None
    moved = replace(cut.cells[0], place=Place(1, box=(left[0] - 0.5, 0, 52.0, 100)))
    assert len(unstack(cut.with_cells([moved, *cut.cells[1:]]))) == 1


def test_two_decimals_one_above_the_other_are_no_amount() -> None:
    names = "Persentase berkas terpindai", "Tingkat kerusakan kios", "pasar kota"
    row = _padded((names, 150.0), (("%", "%"), 30.0), (("97,88", "0,43"), 36.0))
    assert [[cell.raw.replace("\n", " ") for cell in entry.cells] for entry in unstack(row)] == [
        ["Persentase berkas terpindai", "%", "97,88"],
        ["Tingkat kerusakan kios pasar kota", "%", "0,43"],
    ]


@pytest.mark.parametrize(("second", "entries"), [("Jumlah dokumen laporan", 2), ("dan tertata rapi", 1)])
def test_values_well_apart_with_a_name_beside_each_are_entries(second: str, entries: int) -> None:
    def cell(left: float, *texts: tuple[float, str]) -> Cell:
        lines = tuple(Line(text, Place(1, box=(left + 3, top, left + 3 + 5 * len(text), top + 10))) for top, text in texts)
        return Cell(lines, Place(1, box=(left, 0, left + 200, 60)))

    row = PhysicalRow(
        [
            cell(0, (4, "1")),
            cell(200, (4, "Terlaksananya administrasi"), (16, "perangkat daerah")),
            cell(400, (4, "Persentase layanan"), (32, second)),
            cell(600, (4, "98%"), (32, "12 Dokumen")),
        ],
        Place(1, box=(0, 0, 800, 60)),
        True,
    )
    found = unstack(row)
    assert len(found) == entries
    if entries == 2:
        assert [[cell.raw.replace("\n", " ") for cell in each.cells] for each in found] == [
            ["1", "Terlaksananya administrasi perangkat daerah", "Persentase layanan", "98%"],
            ["", "", second, "12 Dokumen"],
        ]


def test_a_share_in_brackets_below_its_amount_is_no_second_value() -> None:
    """A wide cell had room for both, and the text beside it has a line that could begin an entry."""
    (made,) = drawn_grid(["2 | Penyusunan Rencana dan Aturan / Pelaksanaan | Rp. 470.128.000 | Rp. 4.614 / (96,32%)"]).rows
    cells = []
    for cell in made.cells:
        boxes = [(line, line.place.box or (0, 0, 0, 0)) for line in cell.lines]
        lines = [Line(line.text, Place(1, box=(box[0], box[1], box[0] + 3 * len(line.text), box[3]))) for line, box in boxes]
        cells.append(Cell(tuple(lines), cell.place))
    assert len(unstack(PhysicalRow(cells, made.place))) == 1


def test_words_in_the_place_of_a_figure_are_a_value_of_a_stack() -> None:
    rows = drawn("1 / 2 / 3 | Arsip / Pasar / Jalan | 1.000.000 / 2.000.000 / 3.000.000 | 100 % / Belum / tercapai / 107,25 / %")
    assert [row[3].replace(" ", "") for row in rows] == ["100%", "Belumtercapai", "107,25%"]


def test_codes_level_with_amounts_that_stand_apart_begin_entries() -> None:
    def cell(column: int, *lines: tuple[float, str]) -> Cell:
        made = [Line(text, Place(1, box=(100.0 * column, top, 100.0 * column + 80, top + 10))) for top, text in lines]
        return Cell(tuple(made), Place(1, box=(100.0 * column, 98, 100.0 * column + 100, 160)))

    names = cell(1, (100, "Penataan Arsip Kota dan Penguatan"), (113, "Layanan"), (130, "Dukungan Pasar"))
    row = PhysicalRow([cell(0, (100, "CQ"), (130, "WA")), names, cell(2, (100, "Rp7.500.000"), (130, "Rp4.500.000"))], Place(1))
    assert [entry.text for entry in unstack(row)] == [
        ["CQ", "Penataan Arsip Kota dan Penguatan Layanan", "Rp7.500.000"],
        ["WA", "Dukungan Pasar", "Rp4.500.000"],
    ]
