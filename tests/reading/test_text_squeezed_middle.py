"""Rows of a squeezed table whose cells stand in the middle of their lines (all names are invented)."""

from collections import Counter
from pathlib import Path

import pytest

from extractor.reading.text_squeezed_columns import Column
from extractor.reading.text_squeezed_deal import Frame
from extractor.reading.text_squeezed_ties import Ties
from extractor.reading.text_squeezed_words import TIED, words_of
from tests.reading.aligned import grids, texts
from tests.reading.test_text_squeezed import SCALE, page, squeezed

COLUMNS = (10, 13, 27, 43, 58, 78)


def staff(*cells: str) -> str:
    return squeezed(*cells, columns=COLUMNS)


ROWS = (
    staff("No", "Nama", "NIP", "Pangkat/Gol.", "Jabatan", "L/P"),
    staff("", "", "", "", "Sekretaris Dinas", ""),
    staff("1", "Mira Kencana Lestari", "19790412 201104 2 001", "Pembina, IV/a", "", "P"),
    staff("", "", "", "", "Taman Contoh", ""),
    staff("", "", "", "", "Kepala Seksi Pohon", ""),
    staff("2", "Rudi Sanjaya Putra", "19760526 199710 1 008", "Penata Tk. I, III/d", "", "L"),
    staff("", "", "", "", "dan Kebun", ""),
    staff("3", "Tono Wibawa Putra", "19710607 200004 1 010", "Penata Tk. I, III/d", "Penata Taman", "L"),
    staff("", "", "", "", "Pengelola Barang", ""),
    staff("4", "Wati Kusuma Dewi", "19711101 200103 2 009", "Penata, III/c", "", "P"),
    staff("", "", "", "", "Milik Negara", ""),
    staff("5", "Yuni Astari Putri", "19810607 200504 2 011", "Penata Muda, III/a", "Penata Kebun", "P"),
    staff("6", "Zaki Ramli Putra", "19830607 200604 1 012", "Penata Muda, III/a", "Analis Taman", "L"),
)


def test_a_column_filled_above_and_below_its_row_may_be_empty_beside_its_number(tmp_path: Path) -> None:
    [grid] = grids(tmp_path, page(*ROWS))
    numbered = [row for row in texts(grid) if row[0].isdigit()]
    assert [row[3] for row in numbered][:4] == ["Pembina, IV/a", "Penata Tk. I, III/d", "Penata Tk. I, III/d", "Penata, III/c"]
    assert [bool(row[4]) for row in numbered] == [False, False, True, False, True, True]


@pytest.mark.parametrize("text", ["Penata, III/c", "Pembina, IV/a", "Penata Muda, III/a", "Penata Tk. I, III/d"])
def test_a_rank_and_its_grade_behind_a_comma_are_one_text(text: str) -> None:
    assert all(word.tie >= TIED for word in Ties([words_of(text)]).tied(words_of(text))[1:])


@pytest.mark.parametrize("kinds", [{"sex": 6}, {"grade": 7, "word": 2}, {"level": 5}])
def test_an_ordinary_word_is_strange_to_a_column_of_marks(kinds: dict[str, int]) -> None:
    frame = Frame([Column(10, 12, figures=True, kinds=Counter(kinds))], SCALE)
    assert frame.is_strange(0, "Taman")
    assert not any(frame.is_strange(0, word) for word in ("-", "IX", "P", "III/d", "Jumlah"))


@pytest.mark.parametrize("kinds", [{"sex": 4}, {"word": 9}, {"level": 5, "word": 5}, {}])
def test_no_word_is_strange_to_other_columns(kinds: dict[str, int]) -> None:
    assert not Frame([Column(10, 12, figures=True, kinds=Counter(kinds))], SCALE).is_strange(0, "Taman")
