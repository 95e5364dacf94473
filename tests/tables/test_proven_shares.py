"""Which of three columns side by side is the target, which was reached, and which is their quotient (all texts are invented)."""

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.tables.proven_shares import take_proven_shares
from extractor.tables.table import Column, Table
from tests.tables.printed import only_table, tabbed

ROWS = [
    ("Persentase taman terawat", "80%", "72%", "90,00%"),
    ("Jumlah forum warga", "8 Forum", "10 Forum", "125,00%"),
    ("Nilai pelayanan", "75,00", "78,00", "104,00%"),
    ("Persentase jalan terawat", "60%", "63%", "105,00%"),
    ("Jumlah pohon ditanam", "40 Pohon", "38 Pohon", "95,00%"),
]


def _table(header: str, rows: list[tuple[str, ...]]) -> Table:
    return only_table("Capaian Kinerja Tahun 2024\n\n" + tabbed(header, *(" | ".join(row) for row in rows)))


def _roles(table: Table) -> list[str | None]:
    return [column.role for column in table.columns]


def test_the_columns_are_what_their_figures_say_whatever_the_headers_do() -> None:
    wanted = ["indikator", "target", "realisasi", "capaian"]
    for names in (
        "Target | Realisasi | Capaian",
        "Target | Capaian | Realisasi",
        "Capaian | Realisasi | Target",
        "Realisasi | Capaian | Target",
    ):
        table = _table(f"Indikator Kinerja | {names}", ROWS)
        assert table.kind == "capaian_kinerja"
        assert _roles(table) == wanted, names


def test_what_was_reached_has_the_unit_of_its_target_on_whichever_side_this_stands() -> None:
    turned = [(row[0], row[3], row[2], row[1]) for row in ROWS]
    assert _roles(_table("Indikator Kinerja | Capaian | Realisasi | Target", turned)) == ["indikator", "capaian", "realisasi", "target"]


def test_headers_are_believed_where_neither_quotient_nor_units_tell_target_and_achievement_apart() -> None:
    rows = [(row[0], *(cell.split()[0].rstrip("%") + "%" for cell in row[1:])) for row in ROWS]
    assert _roles(_table("Indikator Kinerja | Capaian | Realisasi | Target", rows)) == ["indikator", "capaian", "realisasi", "target"]


def test_figures_of_which_none_is_the_quotient_keep_the_roles_of_their_headers() -> None:
    wrong = [(*row[:3], "50,00%") for row in ROWS]
    assert _roles(_table("Indikator Kinerja | Realisasi | Target | Capaian", wrong)) == ["indikator", "realisasi", "target", "capaian"]


def test_the_years_side_by_side_have_their_own_columns_where_a_header_stands_a_column_further_left() -> None:
    rows = [(*row, *row[1:]) for row in ROWS]
    table = _table("Indikator Kinerja | Target 2023 | Realisasi | Capaian | Target | Realisasi 2024 | Capaian", rows)
    for column, role in zip(table.columns[1:], ("realisasi", "capaian", "target", "realisasi", "capaian", None), strict=True):
        column.role, column.year = role, None
    take_proven_shares(table)
    assert _roles(table)[1:] == ["target", "realisasi", "capaian"] * 2
    assert [column.year for column in table.columns[1:]] == [2023] * 3 + [2024] * 3


def test_a_column_of_units_that_was_named_a_column_too_far_right_is_named_again() -> None:
    rows = [(row[0], "%", *(cell.split()[0].rstrip("%") for cell in row[1:3]), row[3]) for row in ROWS]
    table = _table("Indikator Kinerja | Satuan | Target | Realisasi | Capaian", rows)
    for column, role in zip(table.columns[1:], (None, "satuan", "target", "realisasi"), strict=True):
        column.role = role
    take_proven_shares(table)
    assert _roles(table) == ["indikator", "satuan", "target", "realisasi", "capaian"]


FIGURES = st.lists(st.tuples(st.integers(10, 400), st.integers(10, 400)), min_size=3, max_size=8)


@settings(deadline=None)
@given(
    FIGURES.filter(lambda rows: sum(target != reached for target, reached in rows) >= 3),
    st.permutations(["target", "realisasi", "capaian"]),
)
def test_quotients_of_their_neighbours_are_found_whatever_the_columns_were_taken_for(rows: list[tuple[int, int]], named: list[str]) -> None:
    printed = [
        (
            f"{target} Unit",
            f"{reached} Unit",
            f"{(Decimal(100 * reached) / target).quantize(Decimal('0.01'), ROUND_HALF_UP)}%".replace(".", ","),
        )
        for target, reached in rows
    ]
    table = _table("Indikator Kinerja | Target | Realisasi | Capaian", [(f"Jumlah taman {at}", *row) for at, row in enumerate(printed)])
    assert isinstance(table.columns[0], Column)
    for column, role in zip(table.columns[1:], named, strict=True):
        column.role = role
    take_proven_shares(table)
    assert _roles(table)[1:] == ["target", "realisasi", "capaian"]


def test_a_budget_beside_the_achievement_keeps_its_realisation() -> None:
    amounts = ("Rp1.000.000", "Rp950.000", "95,00%")
    rows = [(*row, "Program Kota", *amounts) for row in ROWS]
    table = _table("Indikator Kinerja | Target | Realisasi | Capaian | Program | Pagu | Realisasi | %", rows)
    named = ("indikator", "target", "capaian", "capaian", "program", "pagu", "realisasi", "persen")
    for column, role in zip(table.columns, named, strict=True):
        column.role = role
    take_proven_shares(table)
    assert _roles(table) == list(named)
