"""Imitated texts: what harm does to them, and what it leaves."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.convert import harm, imitate, tables
from corpus.naskah import Cell, Heading, PageBreak, Paragraph, Report, Table, heads, plain

ROWS = tuple(plain(str(n), f"Terselenggaranya kegiatan nomor {n}", f"{n}.000.000") for n in range(1, 61))
TABLE = Table(head=(heads("No", "Uraian", "Pagu"),), rows=ROWS, widths=(8, 20, 20), indexed=True)
REPORT = Report("contoh", "", "Laporan Contoh", "", "", (Heading(1, "PENDAHULUAN", "I"), Paragraph("Isi."), PageBreak(), TABLE))
PLAIN = imitate.Imitation("tabs", False, False, "", True, False, False, False, False, "utf-8", "\n")


def _text(how: imitate.Imitation) -> str:
    content, _, _ = imitate.imitate(REPORT, how, "benih")
    return content.decode(how.encoding)


def _words(text: str) -> str:
    return "".join(text.split())


def test_tabs_put_a_row_on_a_line() -> None:
    assert "7\tTerselenggaranya kegiatan nomor 7\t7.000.000" in _text(PLAIN).split("\n")


def test_the_header_stands_again_on_every_page() -> None:
    assert _text(PLAIN).count("No\tUraian\tPagu") > 1
    assert _text(replace(PLAIN, repeats=False)).count("No\tUraian\tPagu") == 1


def test_pipes_have_one_separator_and_bold_headers() -> None:
    text = _text(replace(PLAIN, form="pipes", markdown=True, bold=True))
    assert "| **No** | **Uraian** | **Pagu** |\n|---|---|---|\n" in text


def test_html_closes_what_it_opens() -> None:
    for repeats in (True, False):
        text = _text(replace(PLAIN, form="html", markdown=True, repeats=repeats))
        assert text.count("<table>") == text.count("</table>") > 1
        assert not [part for part in text.split("<table>")[1:] if "</table>" not in part]


@given(st.lists(st.text("abc 12.,", max_size=60), min_size=1, max_size=5))
def test_cut_columns_lose_no_letter(texts: list[str]) -> None:
    lines = tables.cut(texts, [100 / len(texts)] * len(texts))
    columns = zip(*(line.split("\t") for line in lines), strict=True)
    assert [_words("".join(column)) for column in columns] == [_words(text) for text in texts]


def test_a_merged_cell_runs_on_beside_its_rows() -> None:
    rows = ((Cell("satu dua tiga empat", down=2), Cell("a")), (None, Cell("b c")), (Cell("lima"), Cell("d")))
    table = Table(head=(heads("X", "Y"),), rows=rows, widths=(4, 4))
    texts = [tables.row_texts(row) for row in rows]
    assert tables.flowing(texts, table, "wrapped") == [["satu\ta"], ["dua\tb c", "tiga\t", "empa\t", "t\t"], ["lima\td"]]


@given(st.text("ABCEHKMOPTXaeopcxdgz ", max_size=40), st.integers())
def test_lookalikes_are_as_many_letters(text: str, seed: int) -> None:
    assert len(harm.lookalikes(text, Random(seed))) == len(text)


def test_a_lost_cell_is_recorded() -> None:
    rows = [["1", "satu", "10"], ["2", "dua", "20"], ["3", "tiga", "30"]]
    (lost,) = harm.lose(rows, 4, Random(1))
    assert rows[lost.baris][lost.kolom] == ""
    assert lost.teks in {"satu", "dua", "tiga", "10", "20", "30"}


@pytest.mark.parametrize("encoding", harm.ENCODINGS)
def test_bytes_say_what_the_text_says(encoding: str) -> None:
    content, used = harm.encode("a – b\nc\n", encoding, "\r\n")
    assert used == encoding
    assert content.decode(used) == "a – b\r\nc\r\n"


def test_a_letter_without_place_in_the_encoding_is_kept() -> None:
    content, used = harm.encode("✓", "cp1252", "\n")
    assert used == "utf-8-sig"
    assert content.decode(used) == "✓"


def test_every_drawn_imitation_can_be_written() -> None:
    for seed in range(40):
        how = imitate.draw(str(seed))
        content, defects, lost = imitate.imitate(REPORT, how, str(seed))
        assert content
        assert ("lost-cell" in defects) == bool(lost)
