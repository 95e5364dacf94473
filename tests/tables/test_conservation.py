"""Every digit printed in a table stands in exactly one of its cells, and the same input gives the same output."""

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.pipeline import extract
from extractor.tables.conservation import difference, tokens
from extractor.tables.table import Table
from tests.tables.printed import drawn_document, drawn_grid, only_table, tabbed, tables

HEADER = "No | Uraian Kegiatan | Pagu | Realisasi | %"
WORDS = ("Penataan arsip", "Pelatihan juru arsip", "pembelian rak baja", "Pasar rakyat", "jalan desa", "air minum", "Perawatan gudang lama")
amounts = st.integers(1_000, 999_999_999).map(lambda n: f"{n:,}".replace(",", "."))
percents = st.decimals(0, 100, places=2).map(lambda d: f"{d}%".replace(".", ","))
marks = st.sampled_from(["", "{}", "{}.", "({})"])
labels = st.tuples(st.sampled_from(WORDS), st.one_of(st.just(""), st.integers(1000, 9999).map(" {}".format))).map("".join)
cell_or_blank = st.one_of(amounts, st.sampled_from(["", "-"]))
entries = st.tuples(marks, labels, cell_or_blank, cell_or_blank, st.one_of(percents, st.just(""))).map(" | ".join)
"""A number per entry (or none) is filled in by its position."""
breaks = st.sampled_from(
    ["\n", "\n\n---\n\n", "\n\n", f"\n\n---\n\n{tabbed(HEADER)}\n", f"\n\n{tabbed(HEADER, '(1) | (2) | (3) | (4) | (5)')}\n"]
)


def numbered(rows: list[str]) -> list[str]:
    return [row.replace("{}", str(n)) for n, row in enumerate(rows, start=1)]


def digits(text: str) -> Counter[str]:
    """Single digits: a figure that is joined from two lines keeps them, its runs of digits change."""
    return Counter(re.findall(r"\d", text))


def printed_in(found: list[Table], *, raw: bool) -> Counter[str]:
    """The digits in all cells of these tables, as printed or as mended."""
    return digits(" ".join(c.raw if raw else c.text for t in found for row in (*t.header, *t.rows) for c in row.cells))


@settings(max_examples=80, derandomize=True)
@given(st.lists(entries, min_size=3, max_size=9), st.integers(1, 8), breaks)
def test_no_digit_of_a_table_is_lost_or_doubled(rows: list[str], at: int, between: str) -> None:
    rows, cut = numbered(rows), min(at, len(rows) - 1)
    upper, lower = tabbed(HEADER, *rows[:cut]), tabbed(*rows[cut:])
    expected, found = digits(upper + lower), printed_in(tables(upper + between + lower), raw=True)
    assert not expected - found, f"lost: {expected - found}"
    assert not found - expected - digits(between), f"doubled: {found - expected - digits(between)}"


def test_a_number_printed_twice_in_an_entry_is_not_told_as_lost() -> None:
    rows = [
        "1 | Penataan arsip | 1.000 | 1.000 | 100%",
        "1 | daerah | | | ",
        "2 | Pasar | 1.000 | 1.000 | 100%",
        "3 | Jalan | 1.000 | 500 | 50%",
    ]
    table = only_table(drawn_document(["Realisasi Anggaran", [HEADER, *rows[:1]]], [[HEADER, *rows[1:]]]))
    assert len(table.rows) == 3
    assert table.notes == []


def test_a_figure_joined_to_another_is_not_lost() -> None:
    rows = [" | Penataan arsip | 1 | 1 | 0,00%"] * 3 + [" | Penataan arsip | 1 | 1 | ", " | pembelian rak baja | 1 | 1.000 | "]
    assert printed_in([only_table(tabbed(HEADER, *rows))], raw=False) == digits(" ".join(rows))


@settings(max_examples=60, derandomize=True)
@given(st.lists(entries, min_size=2, max_size=8))
def test_no_digit_of_a_drawn_table_is_lost_or_doubled(rows: list[str]) -> None:
    rows = numbered(rows)
    table = only_table(drawn_document(["Realisasi Anggaran", [HEADER, *rows]]))
    assert digits(" ".join(c.text for row in table.rows for c in row.cells)) == digits(" ".join(rows))
    assert table.notes == []


@settings(max_examples=40, derandomize=True)
@given(st.lists(entries, min_size=2, max_size=8))
def test_the_same_table_is_read_the_same_twice(rows: list[str]) -> None:
    text = tabbed(HEADER, *numbered(rows))
    assert tables(text) == tables(text)


def test_the_same_file_gives_the_same_bytes(tmp_path) -> None:
    path = tmp_path / "laporan.txt"
    path.write_text(
        "LAPORAN KINERJA\nTAHUN 2031\n\n"
        + tabbed(HEADER, "1 | Arsip | 2.000.000 | 1.000.000 | 50%", "2 | Pasar | 4.000.000 | 1.000.000 | 25%")
    )
    assert extract(path).model_dump_json().encode() == extract(path).model_dump_json().encode()


def test_tokens_are_runs_of_digits() -> None:
    assert tokens(["Rp 1.250.000 (96,5%)", "250"]) == Counter({"250": 2, "1": 1, "000": 1, "96": 1, "5": 1})


def test_what_is_lost_and_what_is_doubled_is_told() -> None:
    table = only_table(drawn_document([[HEADER, "1 | Arsip | 2.000.000 | 1.500.000 | 75%", "2 | Pasar | 4.250.000 | 1.000.000 | 24%"]]))
    grid = drawn_grid([HEADER, "1 | Arsip | 2.000.000 | 1.500.000 | 75%", "2 | Pasar | 4.250.000 | 1.000.000 | 24%"])
    kept = [*table.header, *table.rows]
    assert difference([grid], kept, []) == ([], [])
    assert difference([grid], kept[:-1], []) == (["000", "000", "000", "1", "2", "24", "250", "4"], [])
    assert difference([grid], [*kept, kept[1]], [])[1] == ["000", "000", "000", "1", "1", "2", "500", "75"]
    assert difference([grid], kept[:-1], ["2", "4.250.000", "1.000.000", "24%"]) == ([], [])
