"""Columns that no true place shows: single figures between texts, quarters, and tables in small letters (all of it invented)."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.text_squeezed_columns import Column, columns_of, headed
from extractor.reading.text_squeezed_deal import Frame, Near, Text, deal
from extractor.reading.text_squeezed_fit import fitted
from extractor.reading.text_squeezed_lone import with_last, with_lone
from extractor.reading.text_squeezed_ticks import with_schedule
from extractor.reading.text_squeezed_ties import Ties
from extractor.reading.text_squeezed_words import TIED, Word
from tests.reading.test_text_squeezed import SCALE
from tests.reading.test_text_squeezed_heads import lines_of, placed

HEAD = placed((10, "No"), (14, "Sasaran"), (36, "Indikator"), (56, "Target"), (62, "Rencana"), (84, "Pelaksana"))


def cells_of(rows: list[list[Word]]) -> list[list[str]]:
    """The texts of each line, as they were parted."""
    found = []
    for line in fitted(rows, SCALE, SCALE):
        cells: list[str] = []
        for fit in line:
            if fit.begins:
                cells.append(fit.text)
            else:
                cells[-1] += f" {fit.text}"
        found.append(cells)
    return found


@settings(max_examples=10, deadline=None)
@given(st.lists(st.tuples(st.integers(10, 99), st.booleans()), min_size=4, max_size=7))
def test_figures_alone_between_texts_are_a_column(targets: list[tuple[int, bool]]) -> None:
    shown = [f"{value}%" if share else f"{value} Berkas" for value, share in targets]
    rows = [
        row
        for number, target in enumerate(shown, start=1)
        for row in (
            placed(
                (10, str(number)),
                (14, "Tertatanya arsip"),
                (36, "Jumlah berkas arsip yang ditata ulang"),
                (60, target),
                (66, "Menata arsip desa"),
                (86, "Sekretaris"),
            ),
            placed((14, "di desa"), (36, "tahun ini"), (66, "setempat")),
        )
    ]
    lines = lines_of(HEAD, *rows)
    ties = Ties(lines)
    found = cells_of([ties.tied(words) for words in lines])
    assert [cells[3] for cells in found[1::2]] == shown


def test_ticks_stand_below_the_names_of_quarters_and_nothing_else_does() -> None:
    heads = lines_of(HEAD, placed((80, "1"), (84, "2"), (88, "3"), (92, "4")))
    columns = [Column(10, 12, True), Column(14, 14, False), Column(77, 80, True), Column(82, 86, True), Column(96, 99, False)]
    found, schedule = with_schedule(heads, columns)
    assert [round(column.left) for column in found] == [10, 14, 79, 83, 87, 91, 96]
    assert schedule == range(2, 6)
    words = lines_of(placed((14, "Menata arsip"), (84, "v"), (88, "v"), (96, "Kepala Bidang Arsip")))[0]
    _, texts = deal(words, Frame(found, SCALE, schedule=schedule), Near())
    assert [(text.column, words[text.first].text) for text in texts] == [(1, "Menata"), (3, "v"), (4, "v"), (6, "Kepala")]


def test_numbers_of_columns_are_no_quarters() -> None:
    heads = lines_of(placed((11, "1"), (30, "2"), (50, "3"), (70, "4")))
    columns = [Column(10, 12, True), Column(20, 20, False), Column(45, 45, False), Column(66, 72, True)]
    assert with_schedule(heads, columns) == (columns, range(0))


def test_letters_of_a_small_table_leave_its_words_where_they_are_printed() -> None:
    small = 0.45
    rows = lines_of(
        placed((10, "No"), (14, "Sasaran"), (30, "Indikator"), (46, "Rumus"), (62, "Sumber")),
        placed(
            (10, "1"),
            (14, "Tertatanya"),
            (30, "Persentase arsip yang dipakai warga"),
            (46, "Banyaknya yang sesuai dibagi total"),
            (62, "Laporan hasil"),
        ),
        placed((14, "arsip"), (30, "sebagai dasar"), (46, "dikali seratus"), (62, "penataan")),
        placed(
            (10, "2"),
            (14, "Naiknya"),
            (30, "Jumlah pengunjung tetap tiap bulan"),
            (46, "Penghitungan langsung oleh petugas"),
            (62, "Daftar hadir"),
        ),
        placed((14, "minat baca"), (30, "perpustakaan"), (46, "jaga"), (62, "pengunjung")),
    )
    wide = fitted(rows, small / 0.6, small, [74.0] * len(rows))
    assert [fit.text for fit in wide[1] if fit.begins] == ["1", "Tertatanya", "Persentase", "Banyaknya", "Laporan"]


def test_a_column_of_shares_has_numbers_too() -> None:
    columns = [
        Column(10, 12, True, Counter(number=4)),
        Column(14, 14, False, Counter(word=9)),
        Column(30, 34, True, Counter(number=6)),
        Column(38, 42, True, Counter(percent=6)),
    ]
    frame = Frame(columns, SCALE, total=sum((column.kinds for column in columns), Counter()))
    assert frame.likely(3, "number") > frame.likely(1, "number") and frame.likely(2, "percent") > frame.likely(1, "percent")
    assert frame.likely(2, "percent") > 0


def ties_of(text: str) -> list[float]:
    [words] = lines_of(placed((10, "1"), (14, text)))
    return [word.tie for word in Ties([words]).tied(words)[2:]]


def test_the_parts_of_a_date_are_one_text() -> None:
    assert ties_of("14 Mei 1974")[0] >= TIED and ties_of("14 Mei 1974")[1] >= TIED
    assert ties_of("14 Rimba 1974")[0] < TIED


def test_a_rank_and_its_grade_are_one_text() -> None:
    assert all(tie >= TIED for tie in ties_of("Penata Tk. I (III/d)"))
    assert all(tie >= TIED for tie in ties_of("Penata Muda, III/a"))
    assert ties_of("Penata Tk. Rimba")[1] < TIED
    assert ties_of("Penata Kelola Arsip")[0] < TIED


def test_degrees_go_on_with_a_name() -> None:
    assert [tie >= TIED for tie in ties_of("Melati, S.E., M.M. Penata")] == [True, True, False]


def test_what_an_indicator_counts_is_a_unit() -> None:
    lines = lines_of(
        placed((10, "1"), (14, "Jumlah berkas arsip"), (40, "27 Berkas Menata")),
        placed((10, "2"), (14, "Naiknya"), (40, "27 Pustaka Menata")),
    )
    ties = Ties(lines)
    assert ties.tied(lines[0])[5].tie >= TIED > ties.tied(lines[1])[3].tie


def test_marks_of_persons_stand_in_columns_of_their_own() -> None:
    rows = [
        placed((10, str(number)), (14, "Rimba Raya"), (30, f"Pengelola Arsip dan Pustaka {place}"), (52, level), (56, "PNS"))
        for number, (place, level) in enumerate(
            (("Desa", "S1"), ("Kota", "D-III"), ("Kabupaten", "SMA"), ("Provinsi", "S2"), ("Desa", "S1")), start=1
        )
    ]
    head = placed((10, "No"), (14, "Nama"), (30, "Jabatan"), (51, "Pendidikan"), (58, "Status"))
    assert [cells[-2:] for cells in cells_of(lines_of(head, *rows))[1:]] == [[level, "PNS"] for level in ("S1", "D-III", "SMA", "S2", "S1")]


def test_a_header_goes_on_behind_a_comma() -> None:
    head = lines_of(placed((10, "No"), (16, "Nama"), (30, "Pangkat, Gol. Ruang"), (52, "Jabatan")))
    body = lines_of(*(placed((10, str(number)), (16, "Rimba"), (30, "Penata"), (52, "Kepala Bidang")) for number in range(1, 9)))
    assert len(columns_of(head, body, SCALE)) == 4


@settings(deadline=None)
@given(st.integers(1, 3))
def test_the_rest_of_amounts_that_a_line_breaks_stays_in_their_column(digits: int) -> None:
    head = lines_of(placed((11, "1"), (23, "2"), (37, "3"), (47, "4"), (53, "5"), (60, "6")))
    rest = "9" * digits
    body = lines_of(
        *(
            row
            for number in range(1, 5)
            for row in (
                placed(
                    (11, str(number)),
                    (13, "Penataan arsip desa"),
                    (34, "15.755.037.0"),
                    (43, "15.070.586.6"),
                    (51, "95,66"),
                    (57, "684.450.3"),
                ),
                placed((13, "dan pustaka"), (41, rest), (51, rest), (54, "%"), (63, rest)),
            )
        )
    )
    columns = columns_of(head, body, SCALE)
    assert len(columns) == 6
    assert [min(range(6), key=lambda index: max(columns[index].left - x0, x0 - columns[index].last)) for x0 in (41, 51, 54, 63)] == [
        2,
        3,
        4,
        5,
    ]


@settings(max_examples=10, deadline=None)
@given(st.lists(st.integers(1000, 9999), min_size=3, max_size=7))
def test_codes_before_the_texts_of_a_column_are_one_of_their_own(numbers: list[int]) -> None:
    columns = [Column(10, 11, True, Counter(number=7)), Column(14, 14, False, Counter(word=7)), Column(40, 40, False, Counter(word=7))]
    lines = [
        (lines_of(placed((10, "1"), (14, f"Tertatanya berkas arsip desa kami XY.{number} Menata arsip")))[0], texts)
        for number in numbers
        for texts in [[Text(0, 1, 0, 10, 11), Text(1, 6, 1, 14, 34), Text(6, 9, 2, 40, 60)]]
    ]
    found = with_lone(columns, lines, SCALE)
    assert found is not None and [column.figures for column in found] == [True, False, True, False]
    assert 14 < found[2].left < 40


def test_a_name_of_a_column_is_one_where_its_end_stands_below_it_and_one_of_two_words_is_none() -> None:
    assert headed("Kinerja", "TARGE") > 0 > headed("Indikator", "Kinerja")
    assert headed("Sasaran", "Indikator") > 0 > headed("Indikator", "Sasaran")


def test_amounts_behind_long_texts_stand_where_they_have_room() -> None:
    columns = [Column(4, 6, True, Counter(number=4)), Column(8, 8, False, Counter(word=4)), Column(30, 60, True)]
    words = lines_of(*(f"    {number}   Menata arsip statis di seluruh desa dan kota {number}.250.000" for number in range(1, 5)))
    texts = [Text(0, 1, 0, 4, 5), Text(1, 9, 1, 8, 34), Text(9, 10, 2, 30, 40)]
    found = with_last(columns, [(line, texts) for line in words], SCALE)
    assert found is not None
    assert columns[-1].left < found[-1].left <= words[0][-1].x0
    assert found[-1].kinds == Counter(amount=4)
    assert with_last([*columns[:2], Column(30, 60, True, Counter(amount=2))], [(line, texts) for line in words], SCALE) is None


def test_a_figure_that_stands_for_the_text_behind_it_is_a_column() -> None:
    columns = [Column(4, 6, True, Counter(number=4)), Column(8, 8, False, Counter(word=4)), Column(36, 36, False, Counter(word=4))]
    lines = [
        (words, [Text(0, 1, 0, 4, 5), Text(1, 7, 1, 8, 36), Text(7, 8, 2, 36, 38)])
        for words in lines_of(
            *(f"    {number}   Jumlah berkas arsip yang ditata kembali 9{number}% Penataan arsip" for number in range(1, 5))
        )
    ]
    found = with_lone(columns, [(words, [*texts, Text(8, 10, 2, 40, 50)]) for words, texts in lines], SCALE)
    assert found is not None
    assert len(found) == len(columns) + 1
