"""Where tables of squeezed text begin, and the columns of figures that no true place shows; all texts are invented."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.text_lines import split_pages
from extractor.reading.text_squeezed import unsqueezed
from extractor.reading.text_squeezed_columns import Column, columns_of
from extractor.reading.text_squeezed_deal import Frame, Near, deal
from extractor.reading.text_squeezed_fit import fitted
from extractor.reading.text_squeezed_heads import head_length, parts_of
from extractor.reading.text_squeezed_runs import with_runs
from extractor.reading.text_squeezed_ties import Ties
from extractor.reading.text_squeezed_words import Word, kind_of_word, words_of
from tests.reading.test_text_squeezed import PROSE, SCALE, WIDTH, placed


def lines_of(*rows: str) -> list[list[Word]]:
    return [words_of(row) for row in rows]


def heads_of(parts: Sequence[Sequence[Sequence[Word]]]) -> list[list[str]]:
    """The first words of the parts' headers."""
    return [[words[0].text for words in part[: head_length(part)] if words] for part in parts]


HEAD = placed((10, "No"), (14, "Uraian"), (40, "Pagu"), (52, "Realisasi"), (64, "%"))
ROW = placed((10, "1"), (14, "Penataan arsip desa"), (40, "1.250.000"), (52, "1.150.000"), (64, "92,00"))


def test_a_sign_of_per_cent_in_a_header_is_no_figure() -> None:
    assert heads_of(list(parts_of(lines_of(ROW, ROW, HEAD, ROW)))) == [[], ["No"]]


def test_a_text_of_header_words_within_a_table_begins_none() -> None:
    text = placed((28, "Nilai indikator kinerja pelaksanaan anggaran"))
    assert len(list(parts_of(lines_of(HEAD, ROW, text, ROW)))) == 1


def test_cells_of_header_words_right_of_where_the_table_begins_are_none() -> None:
    cells = placed((28, "Jumlah pengunjung"), (52, "Laporan unit"))
    assert len(list(parts_of(lines_of(HEAD, ROW, cells, ROW)))) == 1


def test_the_header_of_the_next_table_may_stand_right_of_where_the_last_one_begins() -> None:
    head = placed((28, "Program Kerja"), (52, "Anggaran"))
    assert len(list(parts_of(lines_of(HEAD, ROW, head, ROW)))) == 2


def test_a_header_may_name_years() -> None:
    head = placed((10, "No"), (14, "Indikator"), (40, "2021"), (52, "2022"), (64, "2023"))
    assert heads_of(list(parts_of(lines_of(ROW, head, ROW)))) == [[], ["No"]]


def test_a_line_of_years_alone_begins_no_table() -> None:
    years = placed((40, "2021"), (52, "2022"), (64, "2023"))
    assert heads_of(list(parts_of(lines_of(placed((10, "Nomo"), (20, "Indikator Kinerja")), placed((11, "r")), years, ROW)))) == [
        ["Nomo", "r", "2021"]
    ]


def test_the_rest_of_a_header_word_that_a_column_breaks_is_header() -> None:
    head = placed((9, "Nomo"), (20, "Nama Program"), (40, "Pagu"))
    assert head_length(lines_of(head, placed((11, "r")), ROW)) == 2
    assert head_length(lines_of(head, placed((11, "b")), ROW)) == 1


def test_the_end_of_a_paragraph_is_no_row_of_the_table_below() -> None:
    caption = " " * 29 + "Rincian Penyerapan Arsip Tahun 2024"
    prose = [" " * 10 + line for line in (*PROSE[:3], "96,38 persen. Uraian lengkap 2024 tercantum di bawah")]
    text = "\n".join(f"{line:<{WIDTH}}" for line in (*prose, caption, HEAD, ROW, ROW))
    [lines] = split_pages(text)
    [found] = unsqueezed([lines])
    printed = [line.text.strip() for line in found]
    assert "96,38 persen. Uraian lengkap 2024 tercantum di bawah" in printed
    assert caption.strip() in printed


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(8, 30), min_size=4, max_size=9), st.integers(3, 6))
def test_there_are_as_many_columns_as_a_row_has_figures(lengths: list[int], count: int) -> None:
    places = [40.0 + 5 * index for index in range(count)]
    figures = [f"{90 + index},5" for index in range(count)]
    rows = [
        placed((10, str(number)), (14, ("arsip " * 9)[: length + 20].strip()), *zip(places, figures, strict=True))
        for number, length in enumerate(lengths, start=1)
    ]
    body = lines_of(*rows)
    known = columns_of([], body, SCALE)
    found = with_runs(known, body, SCALE) or known
    assert sum(column.figures for column in found if column.left > 20) == count
    assert [column.left for column in found] == sorted(column.left for column in found)


def test_the_column_behind_figures_begins_where_these_end() -> None:
    head = lines_of(placed((11, "(1)"), (24, "(2)"), (44, "(3)"), (58, "(4)")))
    body = lines_of(
        placed((11, "1"), (15, "Penataan arsip dan pustaka"), (43, "6.255.674.000"), (57, "5.913.978.461")),
        placed((11, "2"), (15, "Perawatan gedung"), (43, "7.255.674.000"), (57, "5.813.978.461")),
    )
    columns = columns_of(head, body, SCALE)
    assert columns[3].left >= columns[2].last


def test_a_date_stands_in_a_column_of_its_own() -> None:
    rows = [
        placed((10, str(number)), (14, name), (34, f"0{number}-04-1988"), (44, "19880403 201504 2 007"), (62, "Penata"))
        for number, name in enumerate(("Kebun, S.H., M.H.", "Taman", "Rimba Raya, A.Md.Kom.", "Sungai, S.Sos."), start=1)
    ]
    printed = lines_of(*rows)
    body = [Ties(printed).tied(words) for words in printed]
    columns = columns_of(lines_of(placed((10, "1"), (20, "2"), (37, "3"), (50, "4"), (64, "5"))), body, SCALE)
    for words in body:
        _, found = deal(words, Frame(columns, SCALE), Near())
        assert [words[text.first].text for text in found if text.column in (2, 3, 4)] == [words[-6].text, "19880403", "Penata"]


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2009, 12, 31)), st.sampled_from("-/."))
def test_dates_and_numbers_of_staff_are_kinds_of_their_own(day: date, sign: str) -> None:
    assert kind_of_word(day.strftime(f"%d{sign}%m{sign}%Y")) == "date"
    assert kind_of_word(day.strftime("%Y%m%d")) == kind_of_word(day.strftime("%Y%m%d") + "2010012003") == "staff"


def test_a_word_behind_the_number_of_a_civil_servant_is_no_unit() -> None:
    rows = lines_of(*(placed((10, str(number)), (14, f"19880403 201504 2 00{number} Penata")) for number in range(1, 6)))
    ties = Ties(rows)
    assert all(ties.tied(words)[-1].tie <= 0 for words in rows)


def test_every_column_of_a_table_has_a_name() -> None:
    head = lines_of(placed((10, "No"), (16, "Nama"), (40, "Kelamin"), (48, "Pendidik")), placed((11, "1"), (20, "2"), (42, "3"), (49, "4")))
    body = lines_of(*(placed((10, str(number)), (16, "Rimba Raya"), (42, "P"), (48, "S1")) for number in range(1, 7)))
    named, *_ = fitted([*head, *body], SCALE, SCALE)
    assert [fit.text for fit in named if fit.begins] == ["No", "Nama", "Kelamin", "Pendidik"]


def test_the_number_of_a_row_has_no_unit() -> None:
    columns = [Column(10, 12, True, Counter(number=6)), Column(13, 13, False, Counter(word=6)), Column(40, 44, True, Counter(percent=6))]
    _, found = deal(words_of("          10 Rina Melati              90%"), Frame(columns, SCALE), Near())
    assert [(text.first, text.stop, text.column) for text in found] == [(0, 1, 0), (1, 3, 1), (3, 4, 2)]


def test_the_numbers_of_columns_prove_a_header_whatever_its_words_are() -> None:
    head = placed((10, "Urutan"), (18, "Sebutan Lengkap"), (40, "Rimba Raya"), (60, "Wujud"))
    numbers = placed((11, "1"), (22, "2"), (43, "3"), (61, "4"))
    assert head_length(lines_of(head, numbers, ROW)) == 2
    assert head_length(lines_of(head, ROW)) == 0
    assert heads_of(list(parts_of(lines_of(HEAD, ROW, ROW, head, numbers, ROW)))) == [["No"], ["Urutan", "1"]]


def test_a_pushed_header_below_the_word_number_begins_a_table() -> None:
    head = placed((13, "Sasaran Indikator Kinerja Target Anggaran"))
    assert heads_of(list(parts_of(lines_of(ROW, ROW, placed((9, "Nomor")), head, ROW)))) == [[], ["Nomor", "Sasaran"]]


def test_the_first_row_below_the_names_of_columns_is_no_prose() -> None:
    row = " " * 10 + "Penataan arsip desa dan kelurahan Persentase arsip yang sudah ditata menurut baku mutu Laporan unit pelaksana"
    numbers = placed((11, "1"), (30, "2"), (60, "3"))
    text = "\n".join(f"{line:<{WIDTH}}" for line in (*(" " * 10 + line for line in PROSE), "", HEAD, numbers, row, ROW, ROW))
    [lines] = split_pages(text)
    [found] = unsqueezed([lines])
    assert next(line.text for line in found if "Laporan unit" in line.text).count("\t") > 0


def test_the_last_word_of_a_cell_above_a_header_of_several_heights_is_none_of_its_names() -> None:
    rest = placed((28, "anggaran"))
    names = [placed((12, "Kode")), placed((30, "Program Kerja"), (56, "Anggaran")), placed((11, "Kegiatan"))]
    row = placed((10, "CQ"), (20, "Penataan arsip desa"), (56, "1.250.000"))
    assert heads_of(list(parts_of(lines_of(HEAD, ROW, ROW, rest, *names, row)))) == [["No"], ["Kode", "Program", "Kegiatan"]]
