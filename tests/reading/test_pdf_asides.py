"""Texts beside the running text: read one after the other, and told from the columns of a table."""

from extractor.reading.document import Place
from extractor.reading.pdf_asides import parts
from extractor.reading.placed import PlacedLine, PlacedWord

BODY = [f"Badan ini melayani arsip warga bagian {number}" for number in "abcdefg"]
BOX = [f"Capaian sasaran {number}" for number in "pqrs"]


def line(text: str, x0: float, bottom: float) -> PlacedLine:
    words, x = [], x0
    for word in text.split():
        words.append(PlacedWord(word, x, x + 5.0 * len(word), bottom - 10.0, bottom))
        x += 5.0 * len(word) + 3.0
    return PlacedLine(tuple(words), Place(1, box=(x0, bottom - 10.0, words[-1].x1, bottom)), 0.0)


def beside(leading: float) -> list[PlacedLine]:
    left = [line(text, 70.0, 100.0 + 20.0 * number) for number, text in enumerate(BODY)]
    right = [line(text, 420.0, 113.0 + leading * number) for number, text in enumerate(BOX)]
    return sorted((*left, *right), key=lambda one: one.words[0].bottom)


def texts(lines: list[PlacedLine]) -> list[str]:
    return [" ".join(word.text for word in one.words) for one in lines]


def test_a_box_beside_the_text_is_read_apart() -> None:
    found = [texts(part) for part in parts(beside(14.0))]
    assert found == [BOX, BODY]


def test_columns_of_one_leading_stay_together() -> None:
    lines = beside(20.0)
    assert parts(lines) == [lines]


def test_every_word_is_kept_once() -> None:
    lines = beside(14.0)
    words = [word for part in parts(lines) for one in part for word in one.words]
    assert sorted(words, key=repr) == sorted((word for one in lines for word in one.words), key=repr)


def test_plain_text_is_one_part() -> None:
    lines = [line(text, 70.0, 100.0 + 14.0 * number) for number, text in enumerate(BODY)]
    assert parts(lines) == [lines]
    assert parts([]) == []
