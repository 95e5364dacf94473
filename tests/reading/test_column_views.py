"""What a line shows of columns by the words that stand beside each other (invented texts)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.column_views import view_lines
from tests.reading.test_columns import placed


def chunks(text: str) -> list[list[str]]:
    views, _ = view_lines(placed(text), 1.0)
    return [[chunk.text for chunk in view.chunks] for view in views]


def test_names_of_columns_with_even_wide_blanks_are_no_stretched_prose() -> None:
    header = " No             Nama                Tanggal              NIP          Gol.        TMT            Jabatan          Pend.\n"
    body = " 1    Wira Sigit           1 Januari 1980       -         III/d     1 Oktober 2020     Juru Rawat Taman Kota       S1\n"
    assert chunks(header + body)[0] == header.split()


def test_a_date_and_the_number_of_a_person_end_their_columns_in_a_parted_line() -> None:
    found = chunks("2     GALIH     4 Agustus 19750804 Penata     Oktober Juru Tulis     PNS\n")
    assert found == [["2", "GALIH", "4 Agustus", "19750804", "Penata", "Oktober", "Juru Tulis", "PNS"]]


def test_a_sentence_keeps_its_dates() -> None:
    text = "Sejak bulan Oktober Kepala Dinas menunjuk juru tulis dengan NIP 19750804 Penata\n"
    assert chunks(text) == [[text.strip()]]


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("7     RATIH KENCANA, 19711211                IV/a      Juru Taman", ["7", "RATIH KENCANA,", "19711211", "IV/a", "Juru Taman"]),
        ("      SIGIT, S.H., 200812 1 018                        Kebun dan", ["SIGIT, S.H.,", "200812 1 018", "Kebun dan"]),
        (
            "2     WIRA   19791106     III/d   01/10/2021 Juru Bibit     S-2",
            ["2", "WIRA", "19791106", "III/d", "01/10/2021", "Juru Bibit", "S-2"],
        ),
    ],
)
def test_dates_and_numbers_of_persons_stand_apart_from_names_of_any_spelling(line: str, texts: list[str]) -> None:
    assert chunks(f"{line}\n") == [texts]


@given(name=st.sampled_from(("NIP", "NIP.", "Nip.", "NRP")))
@settings(deadline=None)
def test_what_a_number_is_called_stays_before_it(name: str) -> None:
    assert chunks(f"1     Wira Sigit     {name} 19711211 200212 2 013     Juru Taman\n")[0][2].startswith(f"{name} 19711211")


def test_figures_with_the_same_unit_beside_each_other_are_of_columns_of_their_own() -> None:
    found = chunks("3                4 Bangku 4 Bangku 100,00% 4 Bangku 5 Bangku 125,00%\n")
    assert found == [["3", "4 Bangku", "4 Bangku", "100,00%", "4 Bangku", "5 Bangku", "125,00%"]]


def test_a_date_in_words_is_no_figure_with_its_unit() -> None:
    assert chunks("3                sejak 1 Oktober 2020 hingga kini\n") == [["3", "sejak 1 Oktober 2020 hingga kini"]]


CUT = """
  12    Persentase kebun       95,5 %     101,04     97,1 %     100,00
        yang dirawat                          %                     %
"""


def test_signs_below_their_figures_begin_no_header() -> None:
    views, _ = view_lines(placed(CUT), 1.0)
    assert [view.begins_header for view in views] == [False, False]


@given(st.sampled_from(("2023", "Rp", "Nilai")))
def test_signs_below_anything_else_do(over: str) -> None:
    views, _ = view_lines(placed(f"  Uraian     {over}      {over}\n              %         %\n"), 1.0)
    assert views[1].begins_header


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("4   81,4 %   86,9 %   106,76 %\n", ["4", "81,4 %", "86,9 %", "106,76 %"]),
        ("4   Taman kota yang rindang   % 81,4\n", ["4", "Taman kota yang rindang", "%", "81,4"]),
    ],
)
def test_a_sign_behind_a_decimal_is_of_its_figure_and_one_before_it_is_a_unit(line: str, texts: list[str]) -> None:
    assert chunks(line) == [texts]


@given(st.integers(1, 9_999), st.sampled_from([" Kegiatan", " Laporan"]))
def test_a_target_is_no_beginning_of_a_header_whatever_the_words_beside_it(count: int, unit: str) -> None:
    target = f"{count:,}{unit}".replace(",", ".")
    views, _ = view_lines(
        placed(f"   jadwal      Jumlah kegiatan pada tahun          {target}\n No   Uraian Kegiatan     Target 2024   2025\n"), 1.0
    )
    assert [view.is_header for view in views] == [True, True]
    assert [view.begins_header for view in views] == [False, True]
