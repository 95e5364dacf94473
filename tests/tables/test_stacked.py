"""Several entries inside one drawn row."""

from tests.tables.printed import body, drawn_document, only_table

HEADER = "No | Uraian | Pagu | Realisasi"


def drawn(*rows: str) -> list[list[str]]:
    return body(only_table(drawn_document(["Realisasi Anggaran", [HEADER, *rows]])))


def test_entries_stacked_in_the_cells_of_one_row_are_taken_apart() -> None:
    assert drawn(
        "1 / 2 / 3 | Arsip / Pasar / Jalan | 1.000.000 / 2.000.000 / 3.000.000 | 900.000 / 1.900.000 / 2.900.000",
        "Jumlah | | 6.000.000 | 5.700.000",
    ) == [
        ["1", "Arsip", "1.000.000", "900.000"],
        ["2", "Pasar", "2.000.000", "1.900.000"],
        ["3", "Jalan", "3.000.000", "2.900.000"],
        ["Jumlah", "", "6.000.000", "5.700.000"],
    ]


def test_a_wrapped_text_beside_single_values_stays_one_entry() -> None:
    assert drawn("1 | Penataan arsip / daerah terpencil / dan pesisir | 1.000.000 | 900.000", "2 | Pasar | 2.000.000 | 1.900.000")[0] == [
        "1",
        "Penataan arsip daerah terpencil dan pesisir",
        "1.000.000",
        "900.000",
    ]


def test_every_stacked_entry_keeps_its_own_place() -> None:
    table = only_table(
        drawn_document(
            [[HEADER, "1 / 2 | Arsip / Pasar | 1.000.000 / 2.000.000 | 900.000 / 1.900.000", "3 | Jalan | 3.000.000 | 2.900.000"]]
        )
    )
    boxes = [row.places[0].box for row in table.rows]
    tops = [box[1] for box in boxes if box]
    assert len(tops) == 3
    assert tops == sorted(set(tops))


def test_an_amount_on_two_lines_beside_another_is_not_two_entries() -> None:
    rows = drawn("1 | Penataan arsip / daerah | 1.000. / 000 | 900. / 000", "2 | Pasar | 2.000.000 | 1.900.000")
    assert rows == [["1", "Penataan arsip daerah", "1.000.000", "900.000"], ["2", "Pasar", "2.000.000", "1.900.000"]]
