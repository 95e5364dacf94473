"""Upright header words printed far from their header (made-up tables)."""

from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.text_astray import reseated
from extractor.reading.text_lines import SourceLine


def lines_of(text: str) -> list[SourceLine]:
    return [SourceLine(number, line) for number, line in enumerate(text.split("\n"), start=1)]


def told(text: str) -> list[str]:
    return [line.text.rstrip() for line in reseated(lines_of(text)) if not line.blank]


AT_THE_END = """\
   No   Sasaran Strategis   Indikator Kinerja                   Anggaran

   1    Tertibnya arsip     Persentase arsip tertata 97%            1.200.000
   2    Naiknya minat baca  Jumlah pengunjung        81             3.400.000
                                                     tegraT
"""
BELOW_THE_FOOT = """\
   No   Sasaran Strategis   Indikator Kinerja



   - 10 -
                                                tegraT
                                                        isasilaeR
   (1)  (2)                 (3)                 (4)     (5)
   1    Tertibnya arsip     Persentase arsip    97%     95%
"""


def test_upright_words_behind_the_rows_stand_in_their_header_again() -> None:
    assert told(AT_THE_END)[0].split() == ["No", "Sasaran", "Strategis", "Indikator", "Kinerja", "tegraT", "Anggaran"]
    assert "tegraT" not in told(AT_THE_END)[-1]


def test_the_foot_of_the_page_stands_between_no_header_and_its_rows() -> None:
    assert [line.split()[0] for line in told(BELOW_THE_FOOT)] == ["No", "tegraT", "isasilaeR", "(1)", "1", "-"]


def test_of_two_headers_the_word_belongs_to_the_one_that_leaves_room_and_has_cells_there() -> None:
    both = AT_THE_END + "\n   No   Jenis Barang        Jumlah     Keterangan\n   1    Meja                12         Baik\n"
    first, *_ = told(both.replace("tegraT", "") + " " * 53 + "tegraT")
    assert "tegraT" in first


def test_words_that_no_header_has_room_for_stay_where_they_are() -> None:
    text = AT_THE_END.replace("Kinerja            ", "Kinerja      Volume")
    assert told(text) == [line.rstrip() for line in text.split("\n") if line.strip()]


def test_lines_right_above_the_numbers_of_the_columns_are_a_header_too() -> None:
    text = """\
                              2031          2032
     Nama Barang
 No
     Utama

 (1)  (2)            (3)   (4)    (5)   (6)
 1    Meja           12    7,5    18    9,2
 2    Kursi          30    8,1    42    8,8
                     tegraT       tegraT
"""
    assert told(text)[4].split() == ["tegraT", "tegraT"]


@given(
    st.lists(
        st.sampled_from(("", "No Sasaran  Indikator", "  tegraT", "   isasilaeR naiapaC", "1  a  97%", " - 3 -", "kalimat biasa")),
        max_size=12,
    )
)
def test_no_word_is_lost(texts: list[str]) -> None:
    page = lines_of("\n".join(texts))
    assert sorted(word for line in reseated(page) for word in line.text.split()) == sorted(word for text in texts for word in text.split())


def placed(text: str, word: str) -> list[int]:
    """Where a word stands in the lines of a page, put back into its header."""
    return [line.text.index(word) for line in reseated(lines_of(text)) if word in line.text]


@given(widths=st.lists(st.integers(6, 9), min_size=2, max_size=5), rows=st.integers(2, 6))
def test_words_that_were_pushed_by_the_letters_of_those_before_stand_over_their_cells(widths: list[int], rows: int) -> None:
    names = ["tegraT", "isasilaeR", "naiapaC", "ugaP", "asiS"][: len(widths)]
    lefts = [50 + sum(widths[:index]) for index in range(len(widths))]
    row = "   1    Tertibnya arsip     Persentase arsip"
    for left, width in zip(lefts, widths, strict=True):
        row = f"{row:<{left}}{'97%':<{width - 2}}"
    upright = ""
    for left, name in zip(lefts, names, strict=True):
        upright = f"{upright:<{left}}{name}" if left > len(upright) else f"{upright} {name}"
    text = "\n".join(["   No   Sasaran Strategis   Indikator Kinerja", *[row] * rows, upright])
    for left, name in zip(lefts, names, strict=True):
        (at,) = placed(text, name)
        assert left - len(name) // 2 - 1 <= at <= left + 2


def test_a_header_over_which_texts_may_have_been_pushed_takes_no_word_that_another_one_has_room_for() -> None:
    text = """\
   No   Sasaran Strategis   Indikator Kinerja
   1    Tertibnya arsip     Persentase arsip tertata 97%            1.200.000

   No   Program Kegiatan Pagu Anggaran Realisasi Keuangan Sisa Anggaran
   1    Arsip               2.000.000                97             1.200.000
                                                     tegraT
"""
    assert told(text)[0].endswith("tegraT")


def test_words_at_one_height_belong_to_one_header() -> None:
    text = """\
   No   Sasaran Strategis   Indikator Kinerja
   1    Tertibnya arsip     Persentase arsip tertata 97%     95%     98%
   2    Naiknya minat baca  Jumlah pengunjung        81      80      99%

                                                     Realisasi
   No   Indikator Kinerja
                                                     2031            2032
   1    Persentase arsip tertata                     97%             95%
                                                      tegraT
                                                             isasilaeR naiapaC
"""
    header = [line for line in told(text) if line.split()[0] not in ("1", "2")]
    upright = [index for index, line in enumerate(header) if "tegraT" in line or "isasilaeR" in line or "naiapaC" in line]
    assert max(upright) < header.index("                                                     Realisasi")


def test_years_above_several_columns_leave_room_for_the_words_below_them() -> None:
    text = """\
                                   2031              2032
   No   Indikator Kinerja
   (1)        (2)            (3)   (4)   (5)   (6)   (7)   (8)
   1    Persentase arsip     97%   95%   98%   97%   95%   98%
   2    Nilai arsip          97    95    98    97    95    98
                             tegraT
                                   isasilaeR naiapaC
                                               tegraT
                                                     isasilaeR naiapaC
"""
    assert sorted(told(text)[1:]) != told(text)[1:]
    rows = [index for index, line in enumerate(told(text)) if "(1)" in line]
    assert not any(word in line for line in told(text)[rows[0] :] for word in ("tegraT", "isasilaeR", "naiapaC"))
    assert len(placed(text, "naiapaC")) >= 1


SCHEDULE = """\
   No   Sasaran   Indikator                          Rencana Aksi                         Pelaksana
   1    2         3                          4       5                    6   7   8   9   10
   1    Arsip     Persentase arsip tertata   97%     Menata ruang arsip   v   v       v   Bagian Umum
   2    Baca      Jumlah pengunjung          81      Membuka ruang baca       v   v       Bagian Umum
                                             ajreniK
                                             tegraT
                                                                          1T  2T  3T 4T
"""


def test_the_names_of_quarters_stand_in_their_header_again() -> None:
    quarters = [line for line in told(SCHEDULE) if "T1" in line]
    assert [line.split() for line in quarters] == [["T1", "T2", "T3", "T4"]] or quarters[0].split()[-5:-1] == ["T1", "T2", "T3", "T4"]
    assert told(SCHEDULE).index(quarters[0]) < 3


def test_an_upright_line_of_two_words_runs_upwards() -> None:
    above, *_ = (line for line in told(SCHEDULE) if "tegraT" in line)
    assert "tegraT ajreniK" in above


def test_names_of_columns_at_the_same_place_head_two_tables() -> None:
    twice = AT_THE_END + "\n" + AT_THE_END.replace("tegraT", "naiapaC")
    both = [line for line in told(twice) if "tegraT" in line or "naiapaC" in line]
    assert not any("naiapaC tegraT" in line for line in both)


def test_two_names_of_columns_two_blanks_apart_are_a_header() -> None:
    names = "No   Sasaran Strategis   Indikator Kinerja                   Anggaran"
    text = AT_THE_END.replace(names, "     Sasaran Strategis  Indikator Kinerja")
    assert "tegraT" in told(text)[0]
    title = AT_THE_END.replace(names, "     RENCANA KINERJA  TAHUN KERJA  DINAS")
    assert "tegraT" in told(title)[-1]
