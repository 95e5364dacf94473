"""Layout text on a grid coarser than its letters, where texts push what stands beside them to the right."""

import re
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.text_lines import SourceLine, split_pages
from extractor.reading.text_squeezed import unsqueezed
from extractor.reading.text_squeezed_columns import columns_of
from extractor.reading.text_squeezed_ties import Ties
from extractor.reading.text_squeezed_words import TIED, numbers_columns, words_of
from tests.reading.aligned import grids, texts

WIDTH = 82
PROSE = (
    "Laporan ini memuat capaian kinerja dinas selama satu tahun dan disusun sebagai bahan perbaikan bagi rencana",
    "tahun berikutnya. Setiap kegiatan diukur dengan indikator yang ditetapkan pada awal tahun dan diperiksa lagi",
    "pada akhir tahun oleh pimpinan. Hasilnya dibahas bersama agar langkah perbaikan dapat segera dilakukan oleh",
    "semua bagian yang terlibat. Uraian berikut menyajikan sasaran, indikator, dan target yang telah disepakati.",
)
SCALE = 0.6
"""Cells for each letter of the rows below."""
COLUMNS = (10, 14, 30, 52, 62)


def placed(*cells: tuple[float, str]) -> str:
    """A line as the converter prints it: each word at its place in cells, or one blank behind the word before."""
    text = ""
    for x0, cell in cells:
        place = x0
        for word in cell.split():
            at = max(round(place), len(text) + bool(text.strip()))
            text = f"{text:<{at}}{word}"
            place += SCALE * (len(word) + 1)
    return text


def squeezed(*cells: str, columns: Sequence[float] = COLUMNS) -> str:
    """A row of a table with these columns, as wide as the page."""
    return f"{placed(*zip(columns, cells, strict=True)):<{WIDTH}}"


def page(*rows: str) -> str:
    lines = ["", *(" " * 10 + line for line in PROSE), "", *rows, ""]
    return "\n".join(f"{line:<{WIDTH}}" for line in lines)


ROWS = (
    squeezed("No", "Sasaran", "Indikator", "Target", "Anggaran"),
    squeezed("1", "Tertibnya arsip statis", "Persentase arsip yang ditata", "90%", "1.250.000"),
    squeezed("", "di setiap desa", "menurut baku mutu", "", ""),
    squeezed("2", "Naiknya minat baca", "Jumlah pengunjung tetap", "75%", "4.300.000"),
    squeezed("", "warga kota", "perpustakaan keliling", "", ""),
    squeezed("3", "Terlayaninya peminjam", "Persentase buku yang", "82%", "2.100.000"),
    squeezed("", "buku pelajaran", "kembali tepat waktu", "", ""),
    squeezed("4", "Terawatnya gedung", "Persentase ruang baca yang", "64%", "3.700.000"),
    squeezed("", "arsip dan pustaka", "laik pakai", "", ""),
)


def test_texts_that_were_pushed_stand_in_their_columns_again(tmp_path: Path) -> None:
    [grid] = grids(tmp_path, page(*ROWS))
    assert texts(grid)[1:3] == [
        ["1", "Tertibnya arsip statis", "Persentase arsip yang ditata", "90%", "1.250.000"],
        ["", "di setiap desa", "menurut baku mutu", "", ""],
    ]
    assert [row[3:] for row in texts(grid)[3:]] == [
        ["75%", "4.300.000"],
        ["", ""],
        ["82%", "2.100.000"],
        ["", ""],
        ["64%", "3.700.000"],
        ["", ""],
    ]


def test_tables_of_pushed_words_are_guesses(tmp_path: Path) -> None:
    [grid] = grids(tmp_path, page(*ROWS))
    assert grid.guessed


def test_every_word_stays_in_its_line_and_order() -> None:
    [lines] = split_pages(page(*ROWS))
    [found] = unsqueezed([lines])
    assert [(line.number, line.text.split()) for line in found] == [(line.number, line.text.split()) for line in lines]


def test_lines_of_prose_are_not_parted() -> None:
    [lines] = split_pages(page(*ROWS))
    [found] = unsqueezed([lines])
    assert [line.text.strip() for line in found[1:5]] == list(PROSE)


def test_pages_that_are_not_filled_up_with_blanks_stay_as_they_are() -> None:
    lines = [SourceLine(number, line.rstrip()) for number, line in enumerate(page(*ROWS).split("\n"), start=1)]
    assert unsqueezed([lines]) == [lines]


def test_a_text_without_prose_stays_as_it_is() -> None:
    lines = [SourceLine(number, line) for number, line in enumerate(ROWS, start=1)]
    assert unsqueezed([lines]) == [lines]


def test_figures_behind_long_names_stand_in_the_columns_of_all_lines() -> None:
    rows = (
        squeezed("", "Penataan arsip statis di seluruh kecamatan dan kelurahan", "", "1.250.000", "98"),
        squeezed("", "Pembinaan minat baca", "", "430.000", "77"),
        squeezed("", "Perawatan gedung dan sarana baca di seluruh kelurahan", "", "2.100.000", "64"),
    )
    [lines] = split_pages(page(*rows))
    [found] = unsqueezed([lines])
    printed = [line.text for line in found if ".000" in line.text]
    assert [text.split("\t")[-2:] for text in printed] == [["1.250.000", "98"], ["430.000", "77"], ["2.100.000", "64"]]


def test_a_line_longer_than_any_row_is_left_as_it_is() -> None:
    long = " " * 12 + "kata " * 900
    [lines] = split_pages(page(*ROWS, long))
    [found] = unsqueezed([lines])
    assert found[-2].text.split() == lines[-2].text.split()
    assert "  " not in found[-2].text.strip()


NUMBERED = (
    squeezed("No", "Sasaran", "Indikator", "Target", "Anggaran"),
    squeezed("1", "2", "3", "4", "5"),
    *ROWS[1:],
)


def cells(found: list[SourceLine], first: str) -> list[str]:
    """The texts of the line that begins with this word."""
    return next(re.split(r"\t+| {2,}", line.text.strip()) for line in found if line.text.split()[:1] == [first])


def test_a_unit_stays_with_its_number() -> None:
    rows = (
        *NUMBERED,
        squeezed("5", "Terbinanya pengelola", "Jumlah pelatihan dasar", "4 Kali", "150.000"),
        squeezed("6", "Terbinanya relawan", "Jumlah kursus", "2 Kali", "250.000"),
        squeezed("7", "Tercatatnya naskah", "Jumlah naskah tua", "7 Buku", "350.000"),
    )
    [lines] = split_pages(page(*rows))
    [found] = unsqueezed([lines])
    assert [cells(found, row)[-2] for row in "567"] == ["4 Kali", "2 Kali", "7 Buku"]


def test_columns_that_only_their_numbers_show_are_filled() -> None:
    rows = (
        squeezed("No", "Sasaran", "Indikator", "Target", "Anggaran"),
        f"{'1':>11}{'2':>11}{'3':>19}{'4':>16}{'5':>10}",
        *(squeezed(str(number), "Tertibnya arsip statis desa", "Persentase arsip yang ditata", "90%", "") for number in range(1, 5)),
    )
    [lines] = split_pages(page(*rows))
    [found] = unsqueezed([lines])
    for number in "1234":
        assert cells([line for line in found if "Tertibnya" in line.text], number)[1:] == [
            "Tertibnya arsip statis desa",
            "Persentase arsip yang ditata",
            "90%",
        ]


@settings(max_examples=25)
@given(st.permutations(range(4)), st.integers(1, 3))
def test_no_word_is_lost_or_moved_before_another(order: list[int], shift: int) -> None:
    rows = [NUMBERED[0], *(" " * shift + ROWS[1 + 2 * index] for index in order)]
    [lines] = split_pages(page(*rows))
    [found] = unsqueezed([lines])
    assert [line.text.split() for line in found] == [line.text.split() for line in lines]


def test_the_rows_of_a_table_are_handed_on_cell_by_cell(tmp_path: Path) -> None:
    rows = (*NUMBERED, squeezed("5", "Terbinanya pengelola arsip", "Jumlah pelatihan dasar", "4 Kali", "150.000"))
    [grid] = grids(tmp_path, page(*rows))
    assert {len(row) for row in texts(grid)} == {5}
    assert texts(grid)[-1] == ["5", "Terbinanya pengelola arsip", "Jumlah pelatihan dasar", "4 Kali", "150.000"]


def test_words_that_stand_together_elsewhere_are_one_text() -> None:
    prose = " " * 10 + "Capaian indikator Persentase naskah Sinar Jaya utuh diuraikan pada bagian berikut ini dengan rinci dan lengkap."
    row = squeezed("5", "Tertibnya naskah desa", "Persentase naskah Sinar Jaya utuh", "71%", "150.000")
    [lines] = split_pages(page(prose, *NUMBERED, row))
    [found] = unsqueezed([lines])
    assert cells(found, "5")[2] == "Persentase naskah Sinar Jaya utuh"


def tied(*lines: str) -> list[list[float]]:
    """What ties each word of the lines to the one before."""
    words = [words_of(line) for line in lines]
    ties = Ties(words)
    return [[word.tie for word in ties.tied(line)] for line in words]


def test_the_parts_of_one_number_are_tied() -> None:
    [nip, price, share] = tied("Rani Melati 19840622 201401 2 011 Penata", "Pagu Rp 1.250.000 Rp 980.000", "Indeks 97 % 100 %")
    assert [tie >= TIED for tie in nip] == [False, False, False, True, True, True, False]
    assert [tie >= TIED for tie in price] == [False, False, True, False, True]
    assert [tie >= TIED for tie in share] == [False, False, True, False, True]


def test_a_word_that_follows_other_figures_elsewhere_is_their_unit() -> None:
    found = tied("Jumlah naskah 3 Buku", "Jumlah kitab 7 Buku", "1 Rani")
    assert found[0][-1] >= TIED
    assert found[2][-1] < TIED


def test_words_are_tied_where_they_follow_each_other_and_cut_where_they_do_not() -> None:
    found = tied(
        "Meningkatnya minat baca warga Jumlah kunjungan keliling",
        "Naiknya minat baca warga desa pelosok",
        "Turunnya minat baca warga kota besar",
        "Rencana Jumlah kunjungan keliling",
        "Catatan Jumlah kunjungan keliling",
    )
    assert found[0][2] > 0
    assert found[0][4] < 0


def test_a_line_in_the_middle_of_the_page_that_names_amounts_is_no_title() -> None:
    row = f"{'':18}Dukungan Manajemen Pelaksanaan 8.498.357.000 8.057.472.561 94"
    rows = [NUMBERED[0], *NUMBERED[2:], row]
    [lines] = split_pages(page(*rows))
    [found] = unsqueezed([lines])
    assert "\t" in next(line.text for line in found if "8.498.357.000" in line.text)


def test_numbers_of_quarters_number_no_columns() -> None:
    head = [words_of(line) for line in ("          No   Sasaran   Rencana Aksi", "                                 1   2   3   4")]
    assert not numbers_columns(head[1], head)
    whole = words_of("          1    2         3")
    assert numbers_columns(whole, [*head, whole])


def test_a_header_over_two_columns_makes_none() -> None:
    heads = [
        words_of(line)
        for line in ("                                        Realisasi", "          No   Uraian              2023         2024")
    ]
    body = [
        words_of(f"          {number}    {name:<20}80%          90%") for number, name in enumerate(("Arsip", "Pustaka", "Naskah"), start=1)
    ]
    assert len(columns_of(heads, body, SCALE)) == 4


def test_a_table_ends_where_running_text_begins(tmp_path: Path) -> None:
    [grid] = grids(tmp_path, page(*NUMBERED, " " * 10 + "Anggaran tahun ini sebesar Rp 4.300.000 dari pagu Rp 9.100.000 (47%)."))
    assert "Anggaran tahun" not in " ".join(cell for row in texts(grid) for cell in row)


def test_the_number_of_a_row_is_tied_to_no_text() -> None:
    [first, *_] = tied("1. Program Arsip", "1. Program Pustaka", "1. Program Naskah")
    assert first[1] <= 0


def test_texts_in_the_middle_of_their_rows_are_handed_on_as_aligned_text(tmp_path: Path) -> None:
    rows = (
        *NUMBERED[:2],
        squeezed("", "", "Persentase arsip yang", "", ""),
        squeezed("1", "Tertibnya arsip statis", "ditata menurut baku mutu", "90%", "1.250.000"),
        squeezed("", "", "pada setiap desa", "", ""),
    )
    [grid] = grids(tmp_path, page(*rows))
    assert grid.origin == "layout"
    assert [texts(grid)[-2][column] for column in (0, 3, 4)] == ["1", "90%", "1.250.000"]
    [top] = grids(tmp_path, page(*NUMBERED))
    assert top.origin == "tab"


def test_a_label_over_rows_belongs_to_its_table(tmp_path: Path) -> None:
    label = " " * 10 + "Sasaran 1 : Terlayaninya seluruh pembaca dan peminjam buku di semua desa serta kelurahan yang jauh"
    [grid] = grids(tmp_path, page(ROWS[0], label, *ROWS[1:5], label.replace("1 :", "2 :"), *ROWS[5:]))
    [first, _] = [row for row in texts(grid) if any("Sasaran" in cell and ":" in cell for cell in row)]
    assert [cell for cell in first if cell] == [label.strip()]
    assert [row[0] for row in texts(grid) if row[0].isdigit()] == ["1", "2", "3", "4"]


def test_a_row_with_a_single_text_ends_no_table(tmp_path: Path) -> None:
    [grid] = grids(tmp_path, page(*ROWS[:3], squeezed("", "di kota", "", "", ""), "", *ROWS[3:]))
    assert [row[0] for row in texts(grid) if row[0].isdigit()] == ["1", "2", "3", "4"]


def test_rows_that_end_with_a_degree_are_no_items_of_a_list(tmp_path: Path) -> None:
    rows = (
        squeezed("1", "Rina Melati", "Ketua dewan", "41", "S.Sos."),
        squeezed("2", "Budi Cempaka", "Anggota dewan", "52", "S.Kom."),
        squeezed("3", "Sari Kenanga", "Anggota dewan", "37", "S.Sos."),
    )
    [grid] = grids(tmp_path, page(*rows))
    assert texts(grid)[0] == ["1", "Rina Melati", "Ketua dewan", "41", "S.Sos."]


def test_items_of_a_list_are_no_table(tmp_path: Path) -> None:
    items = (
        " " * 11 + "1. Program Pelayanan Arsip sebesar Rp 11.089.510.000,- yang terdiri dari tiga kegiatan besar",
        " " * 14 + "lainnya;",
        " " * 11 + "2. Program Perpustakaan dengan anggaran Rp 3.884.227.000,- untuk empat kegiatan.",
    )
    assert grids(tmp_path, page("", *items, "")) == []


def test_a_text_of_names_in_the_middle_of_the_page_may_be_one_of_a_table(tmp_path: Path) -> None:
    named = squeezed("", "", "Perpustakaan Umum Daerah Kota Baru", "", "")
    [grid] = grids(tmp_path, page(*ROWS[:3], named, *ROWS[3:]))
    assert texts(grid)[3] == ["", "", "Perpustakaan Umum Daerah Kota Baru", "", ""]


def test_a_mark_at_the_foot_of_the_page_is_no_row(tmp_path: Path) -> None:
    [grid] = grids(tmp_path, page(*ROWS, "", " " * 37 + "CETAK ULANG"))
    assert not any("CETAK" in cell for row in texts(grid) for cell in row)


def test_the_number_of_rows_may_be_headed_by_two_words_below_one_another(tmp_path: Path) -> None:
    title = " " * 17 + "Tabel 2 Sasaran, Indikator, Target, dan Anggaran Perpustakaan Daerah Menurut Rencana Tahunan"
    [grid] = grids(
        tmp_path, page(title, squeezed("No.", "", "", "", ""), ROWS[0].replace("No", "  "), squeezed("Urut", "", "", "", ""), *ROWS[1:])
    )
    assert [row[0] for row in texts(grid)[:3]] == ["No.", "", "Urut"]


def test_a_numbered_title_at_the_margin_above_prose_is_no_row(tmp_path: Path) -> None:
    rows = (line.replace("          ", "            ", 1)[:WIDTH] for line in ROWS)
    [grid] = grids(tmp_path, page(*rows, " " * 10 + "1. Keadaan Gedung", "", " " * 10 + PROSE[0], " " * 10 + PROSE[1]))
    assert not any("Keadaan" in cell for row in texts(grid) for cell in row)


def test_names_of_columns_in_the_middle_of_the_page_are_no_title(tmp_path: Path) -> None:
    head = f"{'':<18}No. Sasaran Strategis Indikator Kinerja Penjelasan Target Jumlah Anggaran"
    [grid] = grids(tmp_path, page(head, *ROWS[1:]))
    assert "Penjelasan" in " ".join(texts(grid)[0])
