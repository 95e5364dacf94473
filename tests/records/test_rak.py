"""Action plans: the schedule by its ticks, shifted cells, blank cells that stay blank."""

import pytest

from extractor.model import BarisAksi
from extractor.records import rak
from extractor.records.context import Context
from extractor.records.shifts import agreements, settle
from extractor.tables.table import Item
from tests.records.staff_tables import lines, table

ROLES = ["nomor", "sasaran", "indikator", "target", "kegiatan", "jadwal", "jadwal", "jadwal", "jadwal", "anggaran", "pelaksana"]
HEADER = ["NO | SASARAN | INDIKATOR | TARGET | KEGIATAN | JADWAL | | | | ANGGARAN | PELAKSANA", " | | | | | T1 | T2 | T3 | T4 | |"]
FULL = [
    "1 | Meningkatnya panen | Persentase panen | 85% | Menanam | ✓ | ✓ | ✓ | ✓ | 8.170.000 | Bidang Tani",
    "2 | Terwujudnya lumbung | Persentase isi | 90% | Mengisi | ✓ | | ✓ | | 2.000.000 | Bidang Gudang",
    "3 | Tersedianya bibit | Jumlah bibit | 2 ton | Membeli | ✓ | ✓ | ✓ | ✓ | 1.500.000 | Bidang Tani",
]


def actions(*rows: str) -> list[BarisAksi]:
    return rak.read(table([*HEADER, *rows], [*ROLES], header_rows=2), Context("dok"))


def test_the_schedule_names_the_ticked_periods() -> None:
    assert [r.jadwal for r in actions(*FULL)] == [["T1", "T2", "T3", "T4"], ["T1", "T3"], ["T1", "T2", "T3", "T4"]]


def test_ticks_behind_a_text_of_a_guessed_table_name_no_period() -> None:
    row = "2 | Terwujudnya lumbung | Persentase isi | 90% | Mengisi karung ✓ ✓ | | | | | 2.000.000 | Bidang Gudang"
    source = table([*HEADER, FULL[0], row], [*ROLES], header_rows=2)
    source.guessed = True
    found = rak.read(source, Context("dok"))
    assert [(action.kegiatan, action.jadwal) for action in found] == [("Menanam", ["T1", "T2", "T3", "T4"]), ("Mengisi karung", [])]
    assert len(source.notes) == 1


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Rencana Pelaksanaan | B 1 0", "B10"),
        ("Pelaksanaan | I V", "IV"),
        ("Triwulan II", "Triwulan II"),
        ("Triwulan | TW I II", "TW III"),
        ("Jadwal | Agustus", "Agustus"),
        ("T3", "T3"),
    ],
)
def test_period_names_cut_by_narrow_columns_are_joined(header: str, name: str) -> None:
    source = table([*HEADER, FULL[0]], [*ROLES], header_rows=2)
    source.columns[5].header = header
    assert rak.read(source, Context("dok"))[0].jadwal[0] == name


def test_number_and_sasaran_are_filled_down_and_blank_cells_stay_blank() -> None:
    rows = actions(*FULL, " | | | | Merawat bibit | ✓ | | | | | Bidang Tani")
    assert (rows[3].nomor, rows[3].sasaran, rows[3].kegiatan) == ("3", "Tersedianya bibit", "Merawat bibit")
    assert (rows[3].indikator, rows[3].target, rows[3].anggaran) == (None, None, None)


def test_a_new_sasaran_without_number_has_none() -> None:
    rows = actions(*FULL, " | | Nilai bibit | B | | ✓ | | | | |", " | Mewujudkan tani mandiri | Nilai tani | A | | ✓ | | | | | Bidang Tani")
    assert (rows[4].nomor, rows[4].sasaran) == (None, "Mewujudkan tani mandiri")


def test_rows_with_a_label_only_are_no_actions() -> None:
    rows = actions("1 | Penyelenggaraan Pekan Raya (076.01.CQ) | | | | | | | | |", *FULL)
    assert [r.sasaran for r in rows] == ["Meningkatnya panen", "Terwujudnya lumbung", "Tersedianya bibit"]


def test_a_name_in_the_amount_column_moves_to_its_neighbour() -> None:
    rows = actions(*FULL, "4 | Terjaganya sawah | Nilai sawah | 87% | Menjaga | ✓ | ✓ | ✓ | ✓ | Bidang Jaga |")
    assert (rows[3].anggaran, rows[3].pelaksana) == (None, "Bidang Jaga")
    assert rows[0].anggaran is not None
    assert rows[0].anggaran.nilai == 8_170_000


def test_settle_keeps_the_order_and_a_row_that_fits() -> None:
    columns = agreements(
        [["85%", "v", "v", "1.000.000", "Bidang"], ["90%", "v", "v", "2.000.000", "Bagian"], ["80%", "v", "v", "3.000.000", "Seksi"]]
    )
    assert settle(["", "100%", "v", "", "v"], columns) == [1, 2, 4, None, None]
    assert settle(["85%", "v", "v", "1.000.000", "Bidang"], columns) == [0, 1, 2, 3, 4]
    assert settle(["", "", "v", "", "Bidang"], columns) == [None, None, 2, None, 4]


def test_year_and_unit_come_from_the_heading() -> None:
    source = table([*HEADER, *FULL], [*ROLES], header_rows=2)
    source.kind = "rak"
    flow: list[Item] = [*lines("RENCANA AKSI KINERJA\nNAMA / UNIT ORGANISASI : SEKRETARIAT KOTA\nCONTOH TAHUN : 2031"), source]
    [found] = rak.read_action_plans(flow, Context("dok", 2030))
    assert (found.tahun, found.unit, len(found.baris)) == (2031, "Sekretariat Kota Contoh", 3)


@pytest.mark.parametrize("text", ["Prevalensi stunting", "Populasi ternak unggas", "Akreditasi puskesmas", "Inseminasi hortikultura"])
def test_terms_of_other_offices_are_no_noise(text: str) -> None:
    assert [row.indikator for row in actions(FULL[0].replace("Persentase panen", text))] == [text]
