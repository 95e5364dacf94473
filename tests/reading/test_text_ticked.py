"""Schedules of which a converter set the marks, or the months over them, closer than their columns."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import extract
from extractor.reading.text_ticked import with_spread_marks
from tests.reading.aligned import grids, texts
from tests.reading.test_columns import placed

PLACES = (30, 34, 38, 42, 44, 47, 50, 53, 56, 59, 62, 65)
"""Where the numbers of the months' columns stand, however wide these are."""
TASKS = (("Menata arsip kota", 1, 12), ("Merawat rak buku", 5, 8), ("Melatih juru arsip", 2, 11), ("Membuka ruang baca", 11, 12))
"""Each with its first and last month."""


def schedule(tasks: tuple[tuple[str, int, int], ...] = TASKS) -> str:
    """A plan with twelve months whose marks stand one blank apart."""

    def line(head: str, cells: dict[int, str]) -> str:
        for place in sorted(cells):
            head = f"{head:<{place}}{cells[place]}"
        return head

    cut = "1 1 1"
    lines = ["RENCANA AKSI KINERJA TAHUN 2031", ""]
    lines += [line("", {44: "Bulan"}), "", "", "", line("", {22: "Target"})]
    lines += [line("No  Rencana Aksi", {59: cut, 75: "Pelaksana"}), line("", {30: "1 2 3 4 5 6 7 8 9"}), line("", {59: "0 1 2"}), "", ""]
    lines += [line(" 1       2", {24: "3"} | {place: str(n + 4) for n, place in enumerate(PLACES)} | {78: "16"})]
    for number, (task, first, last) in enumerate(tasks, start=1):
        marks = " ".join("√" * (last - first + 1))
        lines.append(line(f" {number}  {task}", {23: f"{40 + number}%", PLACES[first - 1]: marks, 75: "Juru Arsip"}))
    return "\n".join(
        ["LAPORAN KINERJA", "KOMISI PEMILIHAN UMUM KABUPATEN BANYUMAS", "TAHUN 2031", "", "BAB II", "PERENCANAAN KINERJA", "", *lines]
    )


def told(tmp_path: Path, text: str) -> list[tuple[str | None, list[str]]]:
    path = tmp_path / "laporan.txt"
    path.write_text(text, encoding="utf-8")
    [plan] = extract(path).rencana_aksi
    return [(row.kegiatan, [label.removeprefix("Bulan").strip() for label in row.jadwal]) for row in plan.baris]


def test_marks_one_blank_apart_are_those_of_neighbouring_months(tmp_path: Path) -> None:
    assert told(tmp_path, schedule()) == [(task, [str(n) for n in range(first, last + 1)]) for task, first, last in TASKS]


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(1, 12)).map(sorted), min_size=1, max_size=6))
@settings(deadline=None)
def test_every_mark_comes_to_stand_at_the_number_of_its_month(months: list[list[int]]) -> None:
    lines = placed(schedule(tuple(("Menata arsip kota", first, last) for first, last in months)))
    found = with_spread_marks(lines)
    assert [[word.text for word in line.words] for line in found] == [[word.text for word in line.words] for line in lines]
    rows = [line for line in found if any(word.text == "√" for word in line.words)]
    centres = [place + len(str(n + 4)) / 2 for n, place in enumerate(PLACES)]
    for line, (first, last) in zip(rows, months, strict=True):
        marks = [(word.x0 + word.x1) / 2 for word in line.words if word.text == "√"]
        assert all(abs(mark - centre) <= 1 for mark, centre in zip(marks, centres[first - 1 : last], strict=True))


def test_marks_that_stand_beside_the_numbers_stay_where_they_are() -> None:
    beside = placed("\n".join(line.replace("√", "  √", 1) for line in schedule().splitlines()))
    assert with_spread_marks(beside) == beside


MONTHS = """
                                                        Bulan
 No    Kegiatan                 Target                                               Pelaksana
                                         1 2 3 4 5 6 7 8 9 10 11 12
 1     Menata arsip lama        97%      √ √ √ √ √ √ √ √ √        √    √   √       Juru Arsip
 2     Melatih juru arsip       12           √ √ √ √ √ √                           Sekretaris
 3     Membuka ruang baca       35       √ √ √                    √    √   √       Juru Arsip
 4     Merawat rak buku         48               √ √ √ √ √        √                Sekretaris
"""


def test_as_many_columns_of_marks_as_months_are_named_by_these_in_order(tmp_path: Path) -> None:
    [grid] = grids(tmp_path, MONTHS)
    assert [str(n) for n in range(1, 13)] in [row[3:15] for row in texts(grid)]


CUT = """
RENCANA AKSI KINERJA TAHUN 2031

 No    Kegiatan                 Target                              Bulan                               Pelaksana
                                         1    2    3    4    5    6    7    8    9    1    1    1
                                                                                      0    1    2
 1     Menata arsip lama        97%      √    √    √    √    √    √    √    √    √    √    √    √       Juru Arsip
 2     Melatih juru arsip       12                 √    √    √    √    √    √                           Sekretaris
 3     Membuka ruang baca       35       √    √    √                                  √    √    √       Juru Arsip
 4     Merawat rak buku         48                           √    √    √    √    √    √                 Sekretaris
"""


def test_the_last_months_may_stand_on_two_lines(tmp_path: Path) -> None:
    found = told(tmp_path, "LAPORAN KINERJA\nKOMISI PEMILIHAN UMUM KABUPATEN BANYUMAS\nTAHUN 2031\n\nBAB II\nPERENCANAAN KINERJA\n" + CUT)
    assert [months for _, months in found] == [
        [str(n) for n in range(1, 13)],
        ["3", "4", "5", "6", "7", "8"],
        ["1", "2", "3", "10", "11", "12"],
        ["5", "6", "7", "8", "9", "10"],
    ]
