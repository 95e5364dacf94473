from extractor.model import Iku
from extractor.records.context import Context
from extractor.records.iku import read
from tests.records.staff_tables import table

ROLES: list[str | None] = ["nomor", "sasaran", "indikator", "cara_hitung", "sumber_data"]
HEADER = "No | Sasaran | Indikator | Formulasi | Sumber Data"


def entries(rows: list[str], roles: list[str | None] = ROLES, header: str = HEADER) -> list[Iku]:
    return read(table([header, *rows], roles), Context("dok"))


def test_an_indicator_with_its_formula_and_source() -> None:
    found = entries(["1. | Tertib arsip | Persentase arsip tertata | Arsip tertata dibagi seluruh arsip | Laporan arsip"])

    assert [e.model_dump(exclude={"sumber"}) for e in found] == [
        {
            "nomor": "1",
            "indikator": "Persentase arsip tertata",
            "cara_hitung": "Arsip tertata dibagi seluruh arsip",
            "sumber_data": "Laporan arsip",
        }
    ]
    assert found[0].sumber is not None
    assert found[0].sumber.baris == (2, 2)  # type: ignore[union-attr]


def test_the_number_of_a_sasaran_holds_for_all_its_indicators() -> None:
    found = entries(
        ["1 | Tertib | 1. Persentase arsip | A : B | X", " | | 2. Jumlah berkas | C | X", "2 | Cepat | Rata-rata waktu | D | Y"]
    )

    assert [(e.nomor, e.indikator) for e in found] == [("1", "1. Persentase arsip"), ("1", "2. Jumlah berkas"), ("2", "Rata-rata waktu")]


def test_a_formula_over_several_rows_is_one() -> None:
    found = entries(["1 | Tertib | Persentase arsip | Arsip tertata | Buku", " | | | dibagi seluruh arsip | "])

    assert [(e.cara_hitung, e.sumber_data) for e in found] == [("Arsip tertata dibagi seluruh arsip", "Buku")]
    assert found[0].sumber.baris == (2, 3)  # type: ignore[union-attr]


def test_explanation_and_formula_in_two_columns_are_joined() -> None:
    found = entries(
        ["Persentase arsip | Arsip yang tertata | A / B"], ["indikator", "cara_hitung", "cara_hitung"], "Indikator | Penjelasan | Formula"
    )

    assert found[0].cara_hitung == "Arsip yang tertata A / B"


def test_a_merged_source_counts_for_every_indicator() -> None:
    merged = table([HEADER, "1 | Tertib | Persentase arsip | A | Buku", "2 | Tertib | Jumlah berkas | B | Buku"], ROLES)
    merged.rows[1].cells[4].filled_down = True

    assert [e.sumber_data for e in read(merged, Context("dok"))] == ["Buku", "Buku"]


def test_a_matrix_of_targets_has_neither_formula_nor_source() -> None:
    found = entries(
        ["Persentase arsip | 80% | 90%", "Jumlah berkas | - | 12"], ["indikator", "target", "target"], "Indikator | 2023 | 2024"
    )

    assert [(e.indikator, e.cara_hitung, e.sumber_data) for e in found] == [("Persentase arsip", None, None), ("Jumlah berkas", None, None)]


def test_without_an_indicator_nothing_is_read() -> None:
    assert entries(["1 | - | - | A | B"]) == []
