"""Letters of a diagonal watermark between the lines of a text."""

from extractor.reading.text_lines import split_pages
from extractor.reading.text_watermark import part_watermark

ROWS = ("Uraian            Pagu", "Penataan arsip    1.250.000", "Pembinaan baca    4.300.000", "Perawatan         2.100.000")


def kept(*lines: str) -> list[str]:
    [page] = split_pages("\n".join(lines))
    return [line.text for line in part_watermark(page)[0]]


def test_letters_that_go_aside_steadily_are_dropped_with_the_blank_lines_around_them() -> None:
    marked = [line for row, place in zip(ROWS, (60, 52, 43, 36), strict=True) for line in (row, "", " " * place + "S", "")]
    assert kept(*marked) == list(ROWS)


def test_letters_below_one_another_are_a_column() -> None:
    marked = [line for row in ROWS for line in (row, " " * 40 + "B")]
    assert kept(*marked) == marked


def test_few_letters_are_no_watermark() -> None:
    marked = [line for row, place in zip(ROWS[:3], (60, 52, 43), strict=True) for line in (row, " " * place + "S")]
    assert kept(*marked) == marked


def test_the_letters_are_kept_aside() -> None:
    marked = [line for row, place, letter in zip(ROWS, (60, 52, 43, 36), "SIAP", strict=True) for line in (row, " " * place + letter)]
    [page] = split_pages("\n".join(marked))
    assert [(line.text, line.place.lines) for line in part_watermark(page)[1]] == [
        ("S", (2, 2)),
        ("I", (4, 4)),
        ("A", (6, 6)),
        ("P", (8, 8)),
    ]
