"""One cell from its printed lines."""

import pytest

from tests.tables.printed import body, only_table, tabbed

PK = "No | Sasaran Strategis | Indikator Kinerja | Target"
REST = ("2 | Terwujudnya pasar bersih | Persentase pasar | 85%", "3 | Terbangunnya jalan mantap | Persentase jalan | 75%")


def target(*lines: str) -> str:
    """The target of an entry whose target cell is printed on these lines, beside wrapped texts."""
    beside = ("1 | Meningkatnya arsip | Persentase arsip", " | daerah yang tertib | yang dipindai", " | dan lengkap | tahun ini")
    rows = [f"{text} | {line}" for text, line in zip(beside, (*lines, "", "")[:3], strict=True)]
    table = only_table(tabbed(PK, *rows, *REST))
    assert len(table.rows) == 3
    return table.rows[0].cells[3].text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("81%",), "81%"),
        (("", "81%"), "81%"),
        (("81", "%"), "81%"),
        (("12", "Laporan"), "12 Laporan"),
        (("12", "Dokum", "en"), "12 Dokumen"),
        (("4", "Kegiata", "n"), "4 Kegiatan"),
        (("5 hari", "kerja"), "5 hari kerja"),
        (("97,", "25%"), "97,25%"),
        (("BB",), "BB"),
    ],
)
def test_a_value_on_one_or_two_lines(lines: tuple[str, ...], text: str) -> None:
    assert target(*lines) == text


@pytest.mark.parametrize(("printed", "meant"), [("%06", "90%"), ("%56", "95%"), ("% 08", "80%"), ("⋖", "A"), ("В", "B"), ("ВВ", "BB")])
def test_upside_down_and_look_alike_values(printed: str, meant: str) -> None:
    assert target(printed) == meant


def test_an_amount_cut_by_the_border_is_whole() -> None:
    rows = ("Penataan arsip | 12.500. | 12.000.", " daerah | 000 | 000", "Penataan pasar | 22.500.000 | 22.500.000")
    assert body(only_table(tabbed("Uraian | Pagu | Realisasi", *rows)))[0] == ["Penataan arsip daerah", "12.500.000", "12.000.000"]


def test_digits_inside_an_amount_that_a_blank_parts() -> None:
    rows = ("Penataan arsip | 12.500.00 0 | 12.000.000", "Penataan pasar | 22.500.000 | 22.500.000", "Pelatihan | 1.500.000 | 1.500.000")
    assert body(only_table(tabbed("Uraian | Pagu | Realisasi", *rows)))[0][1] == "12.500.000"


def test_a_currency_column_goes_into_the_amounts() -> None:
    rows = ("1 | Penataan arsip | Rp. | 12.500.000", "2 | Penataan pasar | Rp. | 22.500.000", "Jumlah | | Rp. | 35.000.000")
    table = only_table(tabbed("No | Program | | Anggaran", *rows))
    assert [row[-1] for row in body(table)] == ["Rp. 12.500.000", "Rp. 22.500.000", "Rp. 35.000.000"]
    assert len(table.columns) == 3
    assert table.columns[2].header == "Anggaran"


def test_a_cell_keeps_its_printed_lines() -> None:
    rows = ("1 | Terlaksanany | Nilai arsip | B", " | a penataan arsip | |", "2 | Terwujudnya pasar | Nilai pasar | BB")
    cell = only_table(tabbed(PK, *rows)).rows[0].cells[1]
    assert (cell.text, cell.raw) == ("Terlaksananya penataan arsip", "Terlaksanany\na penataan arsip")
    assert [place.lines for place in cell.places] == [(2, 3)]


def test_tags_inside_a_cell_are_not_its_text() -> None:
    rows = ("1 | <p>Penataan<br>arsip</p> | <b>Nilai arsip</b> | B", "2 | Terwujudnya pasar | Nilai pasar | BB")
    assert body(only_table(tabbed(PK, *rows)))[0] == ["1", "Penataan arsip", "Nilai arsip", "B"]


def test_specks_of_a_scan_in_a_column_of_words_are_blank() -> None:
    rows = [
        f"{n} | Meningkatnya layanan arsip ke {n} | {'~°;' if n == 3 else 'Persentase layanan arsip tertib'} | 8{n}%" for n in range(1, 7)
    ]
    assert body(only_table(tabbed(PK, *rows)))[2][2] == ""


@pytest.mark.parametrize(
    ("lines", "text"),
    [(("96,9", "0%"), "96,90%"), (("96,9", "5"), "96,95"), (("3 Kejadi", "an"), "3 Kejadian"), (("11 Dokum", "en"), "11 Dokumen")],
)
def test_the_end_of_a_value_cut_by_a_narrow_column_is_kept(lines: tuple[str, ...], text: str) -> None:
    assert target(*lines) == text


def test_ranks_and_dashes_are_no_specks() -> None:
    header = "No | Nama | NIP | Golongan | Jabatan"
    names = ("Tono Karim", "Rina Sari", "Budi Hasan", "Wati Lubis", "Asep Nur", "Dewi Ayu")
    ranks = ("III/a", "V", "-", "III/b", "II/c", "III/d")
    rows = [f"{n} | {name} | - | {rank} | Pengelola Arsip" for n, (name, rank) in enumerate(zip(names, ranks, strict=True), start=1)]
    assert [row[3] for row in body(only_table(tabbed(header, *rows)))] == list(ranks)


def test_degrees_are_no_specks() -> None:
    header = "No | Tingkat Pendidikan | PNS | PPPK | Jumlah"
    degrees = ("S2", "S1/D.IV", "D-III", "SMA", "SMP")
    rows = [f"{n} | {degree} | {n + 1} | {n + 2} | {2 * n + 3}" for n, degree in enumerate(degrees, start=1)]
    assert [row[1] for row in body(only_table(tabbed(header, *rows)))] == list(degrees)
