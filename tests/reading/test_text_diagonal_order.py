"""Lines that a converter wrote column after column beside a tall watermark (all texts invented)."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.document import GridRow
from extractor.reading.text import read_text
from extractor.reading.text_diagonal_order import Mark, in_order
from extractor.reading.text_lines import SourceLine, split_pages

TEXTS = ("Penataan arsip daerah", "Pembinaan minat baca", "Perawatan naskah kuno", "Pelatihan juru tulis")


def ordered(text: str, marks: list[Mark]) -> list[str]:
    lines = split_pages(text)[0]
    found, emptied = in_order(lines, marks)
    return [" ".join(line.text.split()) for at, line in enumerate(found) if at not in emptied and not line.blank]


def written(rows: list[tuple[str, str, str]], blanks: int) -> tuple[str, list[Mark]]:
    """Rows as they are written beside a letter: column after column, the letter right before the first figure."""
    lines = [f"  {number}" for number, _, _ in rows]
    lines += [f"      {text}" for _, text, _ in rows]
    at = len(lines)
    lines += [f"{'':>{50}}  {figure}" for _, _, figure in rows]
    lines += [""] * blanks
    return "\n".join(lines), [Mark(at, 48, 3)]


@settings(deadline=None)
@given(st.integers(2, 4), st.lists(st.integers(1_000, 9_999_999), min_size=4, max_size=4), st.integers(0, 3))
def test_columns_written_one_after_the_other_are_rows_again(count: int, figures: list[int], blanks: int) -> None:
    rows = [(f"{at + 1}.", TEXTS[at], f"{figures[at]:,}".replace(",", ".")) for at in range(count)]
    text, marks = written(rows, blanks)
    assert ordered(text, marks) == [" ".join(row) for row in rows]


def test_blank_lines_tell_which_line_a_figure_is_on() -> None:
    rows = [
        "  1.",
        "",
        "  2.",
        "      Penataan arsip daerah",
        "      dan arsip desa",
        "      Pembinaan minat baca",
        "                                                  1.250",
        "",
        "                                                  4.300",
    ]
    expected = ["1. Penataan arsip daerah 1.250", "dan arsip desa", "2. Pembinaan minat baca 4.300"]
    assert ordered("\n".join(rows), [Mark(6, 48, 3)]) == expected


def test_a_letter_may_write_a_line_below_the_one_under_it() -> None:
    rows = ["  2.  Minat baca", "      naik          Kecamatan", "                    Jumlah pembaca tetap menurut     75"]
    assert ordered("\n".join([*rows[:2], "", rows[2]]), [Mark(2, 46, 3)]) == [
        "2. Minat baca Jumlah pembaca tetap menurut 75",
        "naik Kecamatan",
    ]


def test_lines_in_order_stay() -> None:
    text = "  1.  Penataan arsip      1.250\n\n\n\n\n                   \n  2.  Pembinaan baca      4.300"
    assert ordered(text, [Mark(5, 18, 2)]) == ["1. Penataan arsip 1.250", "2. Pembinaan baca 4.300"]


def test_titles_and_sentences_stand_alone() -> None:
    rows = ["Rincian anggaran tampak pada tabel berikut.", "  1.", "  2.", "      Penataan arsip", "      Pembinaan baca"]
    rows += ["                                                1.250", "                                                4.300"]
    expected = [rows[0], "1. Penataan arsip 1.250", "2. Pembinaan baca 4.300"]
    assert ordered("\n".join(rows), [Mark(5, 46, 2)]) == expected


def test_what_can_be_read_in_two_ways_is_marked() -> None:
    text = "      Penataan arsip\n      Pembinaan baca\n      Perawatan naskah\n                        1.250"
    found, _ = in_order([SourceLine(at, line) for at, line in enumerate(text.split("\n"), start=1)], [Mark(3, 22, 2)])
    assert any(line.pieced for line in found)


MARK = "NAHITAL"
"""LATIHAN, read from its upper end."""


@pytest.fixture
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Two pages with a watermark, on the second of which it wrote two rows column after column."""
    head = ["  No  Uraian                                    Pagu", "  1   2                                           3"]
    plain = [f"  {at + 1}.  {text:<40}  {at + 1}.250.000" for at, text in enumerate(TEXTS)]
    first = head + plain
    for at, letter in enumerate(MARK):
        first += ["", f"{'':>{60 - 4 * at}}{letter}"]
    second = [*head]
    for at, letter in enumerate(MARK):
        place = 60 - 4 * at
        if at == 3:
            second += ["  1.", "  2.", f"      {TEXTS[0]}", f"      {TEXTS[1]}", f"{'':>{place}}{letter}      1.250.000"]
            second += [f"{'':>{place + 7}}2.250.000"]
        else:
            second += ["", "", "", "", f"{'':>{place}}{letter}"]
    path = tmp_path_factory.mktemp("teks") / "laporan.txt"
    path.write_text("\f".join("\n".join(page) for page in (first, second)))
    return str(path)


def words(row: GridRow) -> str:
    return " ".join(part.text for cell in row.cells for part in cell.lines)


def test_the_rows_of_a_page_are_put_together(report: str) -> None:
    page = read_text(Path(report), "0" * 64).pages[1]
    assert any("1.250.000" in words(row) and TEXTS[0] in words(row) for block in page.blocks for row in getattr(block, "rows", ()))
