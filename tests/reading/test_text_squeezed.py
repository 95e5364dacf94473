"""Layout text on a grid coarser than its letters, where texts push what stands beside them to the right."""

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.text_lines import SourceLine, split_pages
from extractor.reading.text_squeezed import unsqueezed
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


def squeezed(*cells: str) -> str:
    """A row as the converter prints it: each word at its place, or one blank behind the word before."""
    text = ""
    for column, cell in zip(COLUMNS, cells, strict=True):
        place = float(column)
        for word in cell.split():
            at = max(round(place), len(text) + bool(text.strip()))
            text = f"{text:<{at}}{word}"
            place += SCALE * (len(word) + 1)
    return f"{text:<{WIDTH}}"


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
        squeezed("", "Pembinaan minat baca", "", "4.300.000", "77"),
        squeezed("", "Perawatan gedung dan sarana baca di seluruh kelurahan", "", "2.100.000", "64"),
    )
    [lines] = split_pages(page(*rows))
    [found] = unsqueezed([lines])
    printed = [line.text for line in found if ".000" in line.text]
    assert len({text.index(".000") for text in printed}) == 1
    assert len({len(text.rstrip()) for text in printed}) == 1


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
    return next(re.split(r" {2,}", line.text.strip()) for line in found if line.text.split()[:1] == [first])


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
