"""Header words that a converter writes backwards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.text_lines import SourceLine
from extractor.reading.text_turned import set_upright


def upright(text: str) -> str:
    [line] = set_upright([SourceLine(1, text)])
    return line.text


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("  romoN   Sasaran   tegraT", "  Nomor   Sasaran   Target"),
        ("          isasilaeR", "          Realisasi"),
        ("   )%(", "   (%)"),
        ("  laggnaT", "  Tanggal"),
        ("  TEGRAT   ISASILAER", "  TARGET   REALISASI"),
        ("  SATUAN   BAIK", "  SATUAN   BAIK"),
    ],
)
def test_backward_words_of_headers_are_read_forwards_at_their_place(printed: str, read: str) -> None:
    assert upright(printed) == read


@pytest.mark.parametrize("text", ["Meja kelasI yang baik", "Capaian (%) Tahun", "a. Penataan arsip A", "kWh", "1) x dan Y"])
def test_other_words_stay_as_they_are(text: str) -> None:
    assert upright(text) == text


@given(st.text(alphabet="abcdefgh 0123456789.,%()", max_size=40))
def test_a_line_without_capitals_keeps_its_length_and_words(text: str) -> None:
    assert len(upright(text)) == len(text)
    assert sorted(upright(text)) == sorted(text)
