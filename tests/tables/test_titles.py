"""Number, title and year of a table."""

import pytest

from tests.tables.printed import only_table, tabbed, tables

TABLE = tabbed(
    "No | Uraian | Pagu | Realisasi", "1 | Penataan arsip | 12.500.000 | 12.000.000", "2 | Penataan pasar | 22.500.000 | 22.500.000"
)
PROSE = "Uraian lengkap kegiatan disajikan pada bagian yang lain dari laporan ini."


def titled(above: str) -> tuple[str, str, int | None]:
    table = only_table(f"{PROSE}\n\n{above}\n{TABLE}")
    return table.number, table.title, table.year


@pytest.mark.parametrize(
    ("above", "number", "title"),
    [
        ("Tabel 3.2 Realisasi Anggaran Tahun 2031", "3.2", "Realisasi Anggaran Tahun 2031"),
        ("Tabel 3.2\nRealisasi Anggaran Tahun 2031", "3.2", "Realisasi Anggaran Tahun 2031"),
        ("TABEL 4 : REALISASI ANGGARAN TAHUN 2031", "4", "REALISASI ANGGARAN TAHUN 2031"),
        ("Tabel. 3.12. Realisasi Anggaran\nTahun 2031", "3.12", "Realisasi Anggaran Tahun 2031"),
        ("Tabel II.1 Realisasi Anggaran Tahun 2031", "II.1", "Realisasi Anggaran Tahun 2031"),
        ("REALISASI ANGGARAN TAHUN 2031", "", "REALISASI ANGGARAN TAHUN 2031"),
        ("**Tabel 3.2 Realisasi Anggaran Tahun 2031**", "3.2", "Realisasi Anggaran Tahun 2031"),
        ("Penyerapannya dapat dilihat pada\ntabel di bawah ini.\nRealisasi Anggaran Tahun 2031", "", "Realisasi Anggaran Tahun 2031"),
        ("Uraian lengkap ada dalam tabel berikut:\nRealisasi Anggaran Tahun 2031", "", "Realisasi Anggaran Tahun 2031"),
    ],
)
def test_number_title_and_year(above: str, number: str, title: str) -> None:
    assert titled(above) == (number, title, 2031)


def test_a_row_with_an_amount_is_no_title() -> None:
    assert titled("Penataan Arsip, Perpustakaan, dan Barang Milik Kota Rp. 909.206.000,-\n")[:2] == ("", "")


def test_a_paragraph_is_no_title() -> None:
    assert titled("Anggaran yang tersedia telah dipakai untuk seluruh kegiatan arsip daerah dan pasar rakyat.")[:2] == ("", "")


def test_the_last_year_of_a_range_is_the_year() -> None:
    assert titled("Tabel 3.2 Realisasi Anggaran Tahun 2029 – 2031")[2] == 2031


def test_a_paragraph_that_introduces_the_table_names_its_year() -> None:
    assert titled("Realisasi anggaran tahun 2031 disajikan dalam tabel berikut:")[2] == 2031


def test_no_year_where_none_is_named() -> None:
    assert titled("Tabel 3.2 Realisasi Anggaran")[2] is None


def test_every_table_has_the_title_above_it_and_its_own_id() -> None:
    found = tables(f"Tabel 1 Anggaran Tahun 2030\n{TABLE}\n\nTabel 2 Anggaran Tahun 2031\n{TABLE}")
    assert [(t.number, t.title, t.year) for t in found] == [("1", "Anggaran Tahun 2030", 2030), ("2", "Anggaran Tahun 2031", 2031)]
    assert len({t.id for t in found}) == 2


def test_captions_under_the_tables_are_theirs() -> None:
    text = (
        f"{PROSE}\n\n{TABLE}\n\nTabel 3.1 Realisasi Anggaran Tahun 2030\n\n{PROSE}\n\n{TABLE}\n\nTabel 3.2 Realisasi Anggaran Tahun 2031\n"
    )
    assert [(t.number, t.year) for t in tables(text)] == [("3.1", 2030), ("3.2", 2031)]


def test_captions_over_the_tables_stay_theirs() -> None:
    text = f"Tabel 3.1 Realisasi Anggaran Tahun 2030\n{TABLE}\n\nTabel 3.2 Realisasi Anggaran Tahun 2031\n{TABLE}\n\n{PROSE}\n"
    assert [(t.number, t.year) for t in tables(text)] == [("3.1", 2030), ("3.2", 2031)]
