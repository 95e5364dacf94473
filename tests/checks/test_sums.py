"""Totals: which rows they add up is found from labels, codes and numbering, and from what adds up."""

import pytest

from extractor.checks import examine
from extractor.checks.case import Case
from extractor.checks.samples import DOCUMENT, Level, report, spending, table
from extractor.checks.views.grids import grids
from extractor.model import DUGAAN, Sumber, Tabel, Temuan


def findings(text: str, **more: object) -> list[Temuan]:
    return examine(report(tabel=[table(text, **more)])).findings


def test_a_total_of_voters_and_a_row_total_are_checked_in_any_table() -> None:
    text = """
    Kecamatan | Laki-laki | Perempuan | Jumlah
    Sukamaju  | 1.204     | 1.250     | 2.454
    Sukasari  | 980       | 1.011     | 1.991
    Sukarame  | 1.500     | 1.400     | 2.900
    Sukarasa  | 1.100     | 1.150     | 2.205
    TOTAL     | 4.784     | 4.811     | 9.595
    """
    (cause, follower) = findings(text)
    assert (cause.dinyatakan, cause.dihitung) == (2205, 2250)
    assert follower.sebab == cause.id and follower.keparahan == "info"
    assert {b.sel for b in cause.bukti} >= {(3, 3), (3, 1), (3, 2)}


def test_an_outline_of_letters_and_numbers_adds_up_level_by_level() -> None:
    text = """
    No | Program/Kegiatan | Anggaran
    A  | Pemilu           | {}
    1  | Logistik         | 3.000.000
    2  | Sosialisasi      | 4.000.000
    B  | Dukungan         | 5.000.000
    1  | Gaji             | 5.000.000
       | JUMLAH           | 12.000.000
    """
    assert findings(text.format("7.000.000")) == []
    found = findings(text.format("7.500.000"))
    assert (found[0].dinyatakan, found[0].dihitung, found[0].selisih, found[0].satuan) == (7500000, 7000000, 500000, "rupiah")


def test_a_parent_with_a_missing_part_is_not_judged() -> None:
    text = """
    No | Program  | Anggaran
    A  | Pemilu   | 7.000.000
    1  | Logistik | 3.000.000
    2  | Lainnya  |
    B  | Dukungan | 5.000.000
    1  | Gaji     | 5.000.000
    """
    assert [f for f in findings(text) if f.kode == "A01"] == []


def test_subtotals_and_a_grand_total() -> None:
    text = """
    Uraian   | Anggaran
    Gaji     | 3.000.000
    Honor    | 4.000.000
    Jumlah   | 7.000.000
    Kertas   | 1.000.000
    Tinta    | 2.000.000
    Jumlah   | 3.000.000
    TOTAL    | 10.000.000
    """
    assert findings(text) == []
    assert next(f.dihitung for f in findings(text.replace("10.000.000", "11.000.000"))) == 10000000


def test_targets_that_are_numbered_like_an_outline_are_not_added_up() -> None:
    text = """
    No | Indikator      | Target
    1  | Pelatihan      | 12
    a  | Pelatihan awal | 4
    b  | Pelatihan akhir| 9
    2  | Laporan        | 3
    a  | Laporan awal   | 7
    """
    assert findings(text) == []


def test_outputs_in_one_table_against_the_kegiatan_of_another() -> None:
    parts = table(
        """
        Kegiatan | Indikator | Pagu | Realisasi
        CQ.6871 Logistik | QGE.001 Penyiapan | 1.000.000 | 900.000
        | QGE.002 Pengadaan | 2.000.000 | 1.800.000
        """,
        "T01",
        "realisasi_anggaran",
    )
    outputs = spending([("QGE.001 Penyiapan", "ro", "1.000.000", "900.000", ""), ("QGE.002 Pengadaan", "ro", "2.000.000", "1.800.000", "")])
    for at, line in enumerate(outputs.baris):
        assert line.pagu and line.realisasi
        line.pagu.sumber = line.pagu.sumber.model_copy(update={"sel": (at, 2)})
    whole = spending([("Logistik", "kegiatan", "3.000.000", "2.750.000", "")], "T02", first=20)
    (found,) = examine(report(tabel=[parts], realisasi_anggaran=[outputs, whole])).findings
    assert (found.kode, found.dinyatakan, found.dihitung) == ("A01", 2750000, 2700000)
    complete = spending([("Logistik", "kegiatan", "9.000.000", "8.750.000", "")], "T02", first=20)
    assert examine(report(tabel=[parts], realisasi_anggaran=[outputs, complete])).findings == []


def test_figures_in_millions_may_be_off_by_their_rounding() -> None:
    text = "Uraian | Anggaran (Rp juta)\nGaji | 3.000\nHonor | 4.001\nModal | 2.000\nJumlah | {}"
    assert findings(text.format("9.003")) == []
    assert [f.dihitung for f in findings(text.format("9.010"))] == [9001]
    assert [f.dihitung for f in findings(text.format("9.003").replace(" juta", ""))] == [9001]


def test_revenue_above_the_spending_is_no_part_of_its_total() -> None:
    text = "Uraian | Anggaran\nPendapatan | 9.000.000\nBelanja Pegawai | 5.000.000\nBelanja Barang | 3.000.000\nJumlah | {}"
    assert findings(text.format("8.000.000")) == []
    assert findings(text.format("17.000.000")) == []
    assert [f.dihitung for f in findings(text.format("8.100.000"))] == [8_000_000]
    revenue = "Uraian | Anggaran\nPendapatan Pajak | 9.000.000\nPendapatan Retribusi | 5.000.000\nJumlah | {}"
    assert [f.dihitung for f in findings(revenue.format("14.100.000"))] == [14_000_000]


def test_a_total_over_a_part_that_was_left_out_is_not_judged() -> None:
    assert findings("No | Golongan | Jumlah\n1 | Golongan IV | 3\n2 | Golongan III | 13\n3 | Golongan II |\n | JUMLAH | 22") == []


def test_an_indicator_whose_name_begins_with_rata_rata_is_no_row_of_averages() -> None:
    text = "Indikator | Target | Realisasi\nAngka melek huruf | 90 | 91\nNilai ujian | 70 | 71\nRata-rata lama sekolah | 9 | 9"
    assert findings(text) == []
    assert [f.kode for f in findings(text.replace("lama sekolah", "capaian kinerja"))] == ["A03", "A03"]


def test_a_row_of_column_numbers_is_no_line() -> None:
    text = "Uraian | Pagu | Realisasi\nGaji | 3.000.000 | 2.000.000\n1 | 2 | 3\nHonor | 1.000.000 | 900.000\nJumlah | 4.000.000 | 2.900.000"
    assert findings(text) == []


def test_shares_without_a_header_are_not_added_up() -> None:
    head, rows = "Uraian | Pagu | Sisa |", ("Gaji | 5.000.000 | 100.000 | 97,13", "Sarana | 7.000.000 | 200.000 | 96,95")
    assert findings("\n".join((head, *rows, "Jumlah | 12.000.000 | 300.000 | 97,02"))) == []
    assert [f.kode for f in findings("\n".join((head, *rows, "Jumlah | 12.000.000 | 310.000 | 97,02")))] == ["A01"]


def test_a_subtotal_of_one_line_is_not_that_of_all_lines_above() -> None:
    rows = "Uraian | Anggaran\nA | 3.000.000\nB | 1.000.000\nJumlah | 4.000.000\nC | {}\nJumlah | 5.000.000\nJumlah | 9.000.000"
    for amount in ("5.000.000", "6.000.000"):
        assert [f.dinyatakan for f in examine(report(tabel=[table(rows.format(amount))])).findings if f.kode == "A01"] == []


def test_what_rests_on_a_table_of_guessed_columns_is_never_more_than_info() -> None:
    text = "No | Uraian | Pagu (Rp)\n1 | Honorarium | 14.655.750.000\n2 | Perjalanan | 250.400.000\n | JUMLAH | 14.906.510.000"
    given = report(tabel=[table(text)])
    assert [finding.keparahan for finding in examine(given).findings] == ["galat"]
    given.tabel[0].keyakinan = DUGAAN
    assert [finding.keparahan for finding in examine(given).findings] == ["info"]


def test_the_rest_of_a_table_does_not_contradict_its_total() -> None:
    text = "No | Program | Pagu\n{} | Logistik | 5.000.000\n{} | Kampanye | 4.000.000\n | TOTAL | 12.000.000"
    assert [f.kode for f in findings(text.format("1", "2"))] == ["A01"]
    assert findings(text.format("2", "3")) == []
    assert findings(text.format("B", "C")) == []


def test_lines_at_the_foot_of_a_page_do_not_contradict_what_stands_over_them() -> None:
    def page(rows: str, name: str, number: int) -> Tabel:
        printed = table(f"No | Program | Pagu\n{rows}", name)
        return printed.model_copy(update={"sumber": Sumber(dokumen=DOCUMENT, halaman=number, kotak=(0, 0, 1, 1))})

    above = "A | Pemilu | 9.000.000\n1 | Logistik | 5.000.000\n2 | Kampanye | 3.000.000"
    rest = page("3 | Pemungutan | 1.000.000\nB | Dukungan | 2.000.000\n | Jumlah | 11.000.000", "T02", 5)
    assert examine(report(tabel=[page(above, "T01", 4), rest])).findings == []
    assert [f.kode for f in examine(report(tabel=[page(above, "T01", 4)])).findings] == ["A01"]


def test_a_total_that_says_of_what_adds_up_the_lines_of_that_alone() -> None:
    text = """
    Program           | Komponen | Pagu
    Penataan Arsip    | Rapat    | 3.000.000
                      | Cetak    | 4.000.000
                      | Jumlah   | 7.000.000
    Jumlah Penataan Arsip Kota | | 7.000.000
    Penataan Pasar    | Rapat    | 1.000.000
                      | Cetak    | 2.000.000
                      | Jumlah   | 3.000.000
                      | Survei   | 4.000.000
                      | Honor    | 1.000.000
                      | Jumlah   | 5.000.000
    Jumlah Penataan Pasar | | {}
    JUMLAH KESELURUHAN |     | 15.000.000
    """
    assert findings(text.format("8.000.000")) == []


def test_a_rest_that_a_wrong_figure_explains_is_its_consequence() -> None:
    rows = ("A | 9.000.000 | {} | 1.000.000", "B | 7.000.000 | 6.500.000 | 500.000", "C | 5.000.000 | 4.800.000 | 200.000")
    total = "Jumlah | 21.000.000 | 19.300.000 | 1.700.000"
    head = "Uraian | Pagu | Realisasi | Sisa"
    found = findings("\n".join((head, *rows, total)).format("8.900.000"))
    assert [(f.kode, f.sebab) for f in found] == [("A01", None), ("A03", found[0].id)]


def test_a_difference_in_brackets_is_below_zero() -> None:
    rows = "A | 74,67 | 68,83 | {}\nB | 86,67 | 93,33 | 6,66\nC | 61,03 | 61,31 | 0,28\nD | 50,10 | 53,67 | 3,57"
    text = f"Indikator | 2030 | 2031 | Naik/(Turun)\n{rows}"
    assert findings(text.format("(5,84)")) == []
    assert [f.kode for f in findings(text.format("(5,48)"))] == ["A03"]


def test_a_further_indicator_without_a_number_does_not_end_the_parts() -> None:
    text = """
    No | Kegiatan  | Indikator       | Target | Anggaran
    A  | Dukungan  |                 |        | {}
    1  | Gaji      | Serapan gaji    | 95     | 5.000.000
       |           | Laporan gaji    | 3      | {}
    2  | Gedung    | Bulan layanan   | 12     | 2.000.000
    B  | Pemilu    |                 |        | 4.000.000
    1  | Logistik  | Paket logistik  | 6      | 4.000.000
    """
    assert findings(text.format("7.000.000", "")) == []
    assert [(f.dinyatakan, f.dihitung) for f in findings(text.format("7.500.000", ""))] == [(7500000, 7000000)]
    assert findings(text.format("7.500.000", "500.000")) == []


def test_a_total_over_a_lettered_part_whose_figures_were_read_elsewhere_is_not_judged() -> None:
    text = """
    No | Program/Kegiatan      | Anggaran
    A  | {}                    | {}
       | dan pendidikan warga  | 7.000.000
    1  | Sosialisasi           | 7.000.000
    B  | Logistik              | 5.000.000
    1  | Kotak suara           | 5.000.000
    C  | Dukungan              | 4.000.000
    1  | Gaji                  | 4.000.000
       | JUMLAH                | 16.000.000
    """
    assert [f for f in findings(text.format("Pemilu", "")) if f.kode == "A01" and f.keparahan != "info"] == []
    grid = table(text.format("Pemilu", ""))
    levels: list[Level] = ["program", "kegiatan", "kegiatan", "program", "kegiatan", "program", "kegiatan"]
    lines = [(row[1], level, row[2], "", "") for row, level in zip(grid.baris[:-1], levels, strict=True)]
    found = examine(report(tabel=[grid], realisasi_anggaran=[spending(lines, first=2)])).findings
    assert [f for f in found if f.kode == "A01" and f.keparahan != "info"] == []
    whole = text.replace("       | dan pendidikan warga  | 7.000.000\n", "")
    assert [f.kode for f in findings(whole.format("Pemilu dan pendidikan warga", "7.500.000")) if f.keparahan == "galat"] == ["A01"]


def test_numbers_of_rows_over_further_text_are_no_figures() -> None:
    text = """
           | Golongan     | Jumlah
    1.     | Golongan IV  | 1
    2.     | Golongan III | 15
    3.     | Golongan II  | 1
           | Jumlah       | 17
    Keterangan | golongan terakhir |
    """
    (grid,) = Case(report(tabel=[table(text)])).view(grids)
    assert [column.kind for column in grid.columns] == ["ordinal", "text", "number"]


def test_an_output_of_another_kegiatan_is_no_part_of_the_one_above() -> None:
    text = """
    Kegiatan                   | Anggaran
    Penataan Arsip (3355)      | 2.604.120.000
    Gedung Arsip (3360)        | 714.282.000
    Pekan Arsip ({}.QGE)       | 488.190.000
    """
    assert findings(text.format("6871")) == []
    assert [f.dihitung for f in findings(text.format("3360")) if f.kode == "A01"] == [488190000]


@pytest.mark.parametrize(("lost", "codes"), [("", []), ("400.000", ["A01"])])
def test_a_total_over_a_coded_line_without_its_amount_is_not_judged(lost: str, codes: list[str]) -> None:
    text = f"""
    Kode    | Kegiatan             | Anggaran
    CQ.6857 | Penyediaan logistik  | 12.000.000
    WA.3357 | Pengelolaan keuangan | 8.000.000
    WA.3362 | Sarana kantor        | {lost}
            | Jumlah               | 25.000.000
    """
    assert [f.kode for f in findings(text) if f.keparahan == "galat"] == codes


@pytest.mark.parametrize(("lost", "codes"), [("", []), ("2.000.0005.000.000 1.000.000", []), ("1.000.000", ["A01"])])
def test_a_total_right_below_a_line_without_a_figure_that_can_be_read_is_not_judged(lost: str, codes: list[str]) -> None:
    text = f"""
    Kegiatan           | Anggaran
    Penataan arsip     | 12.000.000
    Penataan taman     | 8.000.000
    Penataan pasar     | 7.000.000
    Pemeliharaan kios  | {lost}
    Jumlah             | 30.000.000
    """
    assert [f.kode for f in findings(text) if f.keparahan == "galat"] == codes


def test_a_last_indicator_that_begins_with_jumlah_is_no_total() -> None:
    text = """
    No. Urut | Indikator                         | Target 2030    | Target 2031
    1        | Persentase kios yang tertata      | 77%            | 79%
    2        | Jumlah pedagang yang dibina       | 51 Pedagang    | 47 Pedagang
    3        | Jumlah pengunjung pasar perintis  | 47.230 Orang   | 50.025 Orang
    """
    assert findings(text) == []


@pytest.mark.parametrize(
    ("head", "gap", "codes"),
    [("WA Program | | ", 1, []), ("WA Program | | ", 9, ["A01"]), ("Kode | Kegiatan | Anggaran", 1, ["A01"])],
)
def test_a_total_in_the_rest_of_a_table_that_a_blank_line_cut_is_not_judged(head: str, gap: int, codes: list[str]) -> None:
    first = """
    Kode    | Kegiatan            | Anggaran
    CQ.6713 | Penyiapan pasar     | 15.000.000
    CQ.6724 | Penyusunan aturan   | 9.000.000
    """
    rest = f"""
    {head}
    WA.3357 | Pengelolaan kios    | 6.000.000
    WA.3362 | Sarana kios         | 4.000.000
            | Jumlah              | 34.000.000
    """
    above = table(first)
    below = table(rest, "T02", first=4 + gap)
    assert [f.kode for f in examine(report(tabel=[above, below])).findings if f.keparahan == "galat"] == codes
