"""Lists in the cells of a text that were set as running text and wrapped anew."""

import textwrap
from collections.abc import Sequence
from itertools import zip_longest

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tables.printed import body, only_table, tabbed

HEADER = "No | Sasaran | Indikator Kinerja | Target"
OUTCOMES = ("Tertatanya arsip di seluruh kota", "Lancarnya pasar rakyat dan pasar hewan")
INDICATORS = (
    "Persentase berkas lama yang tertata rapi", "Jumlah kios pasar yang dipakai pedagang", "Nilai pengawasan arsip dari lembaga pusat",
    "Banyaknya pengaduan pedagang yang ditangani", "Indeks kepuasan pengunjung pasar rakyat", "Rata-rata hari layanan peminjaman arsip",
)  # fmt: skip
TARGETS = ("98 %", "1.240 Kios", "BB", "12 Pengaduan", "85,28", "10 Hari Kerja")


def wrapped(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    """The printed lines of a row, words kept whole."""
    lines = [textwrap.wrap(text, width) for text, width in zip(cells, widths, strict=True)]
    return [" | ".join(line) for line in zip_longest(*lines, fillvalue="")]


def flowing(entries: Sequence[tuple[str, Sequence[int]]], widths: Sequence[int], *, numbered: bool = False) -> str:
    """A table of outcomes, each with so many indicators and their targets, as running text."""
    lines, n = [HEADER], 0
    for number, (outcome, chosen) in enumerate(entries, start=1):
        names = [f"{n + at}. {INDICATORS[i]}" if numbered else INDICATORS[i] for at, i in enumerate(chosen, start=1)]
        n += len(chosen)
        lines += wrapped((str(number), outcome, " ".join(names), " ".join(TARGETS[i] for i in chosen)), (3, *widths))
    return tabbed(*lines)


CHOSEN = st.lists(st.sampled_from(range(len(INDICATORS))), min_size=2, max_size=4, unique=True)


@settings(deadline=None, max_examples=60)
@given(CHOSEN, CHOSEN, st.tuples(st.integers(18, 24), st.integers(40, 50), st.integers(26, 30)), st.booleans())
def test_entries_that_share_lines_are_taken_apart(
    first: list[int], second: list[int], widths: tuple[int, int, int], numbered: bool
) -> None:
    rows = body(only_table(flowing(list(zip(OUTCOMES, (first, second), strict=True)), widths, numbered=numbered)))
    assert [row[-2:] for row in rows] == [
        [f"{n}. {INDICATORS[i]}" if numbered else INDICATORS[i], TARGETS[i]] for n, i in enumerate([*first, *second], start=1)
    ]
    assert [row[0] for row in rows] == ["1", *[""] * (len(first) - 1), "2", *[""] * (len(second) - 1)]


def test_words_and_units_that_the_wrapping_cut_are_whole() -> None:
    rows = body(
        only_table(
            tabbed(
                HEADER,
                "1 | Tertatanya ars | Persentase berkas lama yang ter | 98 % 9 Un",
                " | ip kota | tata rapi Jumlah kios pasar yang | it",
                " |  | dipakai | ",
                "2 | Lancarnya pasa | Nilai pengawasan arsip Opini pe | BB WTP",
                " | r rakyat | meriksa atas arsip | ",
            )
        )
    )
    assert [row[3] for row in rows] == ["98 %", "9 Unit", "BB", "WTP"]
    assert [row[2] for row in rows[:3]] == [
        "Persentase berkas lama yang tertata rapi",
        "Jumlah kios pasar yang dipakai",
        "Nilai pengawasan arsip",
    ]


def test_what_is_said_of_indicators_without_values_is_dealt_with_them() -> None:
    lines = ["No | Sasaran | Indikator Kinerja Utama | Cara Penghitungan | Sumber Data"]
    lines += wrapped(
        (
            "1", OUTCOMES[0], f"{INDICATORS[0]} {INDICATORS[2]}", "Jumlah yang tertata dibagi seluruhnya Predikat yang diterima",
            "Laporan bagian arsip Survei",
        ),
        (3, 18, 44, 36, 24),
    )  # fmt: skip
    rows = body(only_table(tabbed(*lines, "2 | Lancarnya pasar | Jumlah pasar | Hitungan langsung | Survei")))
    assert [row[2:] for row in rows[:2]] == [
        [INDICATORS[0], "Jumlah yang tertata dibagi seluruhnya", "Laporan bagian arsip"],
        [INDICATORS[2], "Predikat yang diterima", "Survei"],
    ]
    assert len(rows) == 3


def test_targets_beside_the_beginnings_of_their_indicators_share_no_line() -> None:
    rows = body(
        only_table(
            tabbed(
                HEADER,
                "1 | Tertatanya arsip di | Persentase berkas lama | 98 %",
                " | seluruh kota | yang tertata rapi | ",
                " |  | Jumlah kios pasar yang | 9 Kios",
                " |  | dipakai Pedagang | ",
                "2 | Lancarnya pasar | Indeks kepuasan | 85,28",
            )
        )
    )
    assert [row[2:] for row in rows] == [
        ["Persentase berkas lama yang tertata rapi", "98 %"],
        ["Jumlah kios pasar yang dipakai Pedagang", "9 Kios"],
        ["Indeks kepuasan", "85,28"],
    ]


def test_an_outcome_whose_targets_are_not_as_many_stays_one_row_that_is_doubtful() -> None:
    lines = flowing([(OUTCOMES[0], (0, 1)), (OUTCOMES[1], (2, 4))], (20, 44, 28)).replace("85,28", "85,28 40 45")
    table = only_table(lines)
    assert [row[3] for row in body(table)] == ["98 %", "1.240 Kios", "BB 85,28 40 45"]
    assert table.guessed


def test_a_sum_below_the_entries_is_none_of_the_last_one() -> None:
    lines = f"{flowing([(OUTCOMES[0], (0, 1)), (OUTCOMES[1], (2, 4))], (20, 44, 28))}\nJumlah\t\t\t4"
    assert body(only_table(lines))[-1] == ["Jumlah", "", "", "4"]
