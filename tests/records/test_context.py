"""Sources and figures of records: where a value is printed, and what cannot be read."""

from decimal import Decimal

import pytest

from extractor.model import Sumber
from extractor.reading.document import Place
from extractor.records.context import Context
from tests.records.staff_tables import table

BOX = (10.0, 20.0, 30.0, 40.0)


def test_no_place_has_no_source() -> None:
    assert Context("dok").source(()) is None


def test_places_on_one_page_are_one_source() -> None:
    places = (Place(2, box=BOX), Place(2, box=(5.0, 60.0, 35.0, 80.0)))
    assert Context("dok").source(places, "T1", (3, 2)) == Sumber(
        dokumen="dok", halaman=2, kotak=(5.0, 20.0, 35.0, 80.0), tabel="T1", sel=(3, 2)
    )


def test_places_on_two_pages_are_two_sources() -> None:
    found = Context("dok").source((Place(2, box=BOX), Place(3, box=BOX)))
    assert isinstance(found, list)
    assert [s.halaman for s in found] == [2, 3]


def test_a_text_has_lines_and_no_page() -> None:
    found = Context("dok").source((Place(lines=(4, 6)), Place(lines=(9, 9))))
    assert found == Sumber(dokumen="dok", baris=(4, 9))


@pytest.mark.parametrize("blank", ["", "-", " – ", "."])
def test_an_empty_cell_is_no_figure(blank: str) -> None:
    given, context = table(["Pagu", blank or " "], ["pagu"]), Context("dok")
    assert context.amount(given, given.rows[0], 0) is None
    assert context.unreadable == 0


def test_a_missing_column_is_no_figure_and_no_target() -> None:
    given, context = table(["Pagu", "1.000.000"], ["pagu"]), Context("dok")
    assert context.amount(given, given.rows[0], None) is None
    assert context.amount(given, given.rows[0], 7) is None
    assert context.target(given.rows[0], None) is None


def test_a_figure_carries_its_value_unit_and_cell() -> None:
    given, context = table(["Pagu | %", "Rp 1.250.000,- | 96,25%", "Rp 2.500.000,- | 100%"], ["pagu", "persen"]), Context("dok")
    amount, percent = context.amount(given, given.rows[1], 0), context.percent(given, given.rows[0], 1)
    assert amount is not None
    assert percent is not None
    assert (amount.mentah, amount.nilai, amount.satuan) == ("Rp 2.500.000,-", 2_500_000, "rupiah")
    assert isinstance(amount.sumber, Sumber)
    assert (amount.sumber.tabel, amount.sumber.sel) == ("T1", (1, 0))
    assert (percent.nilai, percent.satuan) == (Decimal("96.25"), "%")


def test_what_cannot_be_read_stays_raw_and_is_counted() -> None:
    given, context = table(["Pagu", "1.2.3.4.5"], ["pagu"]), Context("dok")
    figure = context.amount(given, given.rows[0], 0)
    assert figure is not None
    assert (figure.mentah, figure.nilai) == ("1.2.3.4.5", None)
    assert context.unreadable == 1


def test_an_empty_target_is_told_from_a_missing_one() -> None:
    given = table(["Target", "-"], ["target"])
    target = Context("dok").target(given.rows[0], 0)
    assert target is not None
    assert (target.jenis, target.nilai) == ("kosong", None)


@pytest.mark.parametrize(
    ("figure", "value", "told"),
    [
        ("21.450.120", 21_450_120_000, "tabel T1 menyatakan angkanya dalam kelipatan Rp 1.000: nilai dikalikan dengan Rp 1.000"),
        ("21.450.120.000.000", 21_450_120_000_000, "dibaca sebagai rupiah penuh"),
    ],
    ids=["believed", "beyond any budget"],
)
def test_a_unit_over_a_table_is_told_once(figure: str, value: int, told: str) -> None:
    given, context = table(["Pagu (ribuan rupiah)", figure], ["pagu"]), Context("dok")
    found = [context.amount(given, given.rows[0], 0) for _ in range(2)]
    assert [item.nilai for item in found if item] == [value, value]
    assert [(warning.kode, told in warning.pesan) for warning in context.warnings] == [("satuan", True)]


def test_a_unit_that_one_column_refutes_is_believed_of_none() -> None:
    """Else spending would be a thousand times the ceiling."""
    rows = ["Pagu | Realisasi", "1.200.000.000.000 | 980.000.000.000"]
    given, context = table(rows, ["pagu", "realisasi"], title="Realisasi Anggaran (dalam ribuan rupiah)"), Context("dok")
    found = [context.amount(given, given.rows[0], c) for c in (1, 0)]
    assert [item.nilai for item in found if item] == [980_000_000_000, 1_200_000_000_000]
    assert len(context.warnings) == 1
