"""Cover pages of performance agreements, from clean ones to those that OCR has torn apart."""

import pytest

from extractor.identity import Party, find_agreements, holder
from extractor.tables.table import Row, Table, TableCell
from tests.identity.paper import grid_of, lines_of

OATH = "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini"
PREAMBLE = "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, yang bertanda tangan di bawah ini:"
CLEAN = (
    "PERJANJIAN KINERJA TAHUN 2023",
    PREAMBLE,
    "Nama : Siti Rahmawati",
    "Jabatan : Sekretaris Komisi Pemilihan Umum Kota Ambon",
    "Selanjutnya disebut pihak pertama",
    "Nama : Yohanes Latu",
    "Jabatan : Ketua Komisi Pemilihan Umum Kota Ambon",
    "Selaku atasan pihak pertama, selanjutnya disebut pihak kedua",
    OATH,
    "Ambon, 3 Januari 2023",
    "Pihak Kedua,",
    "Yohanes Latu",
)
TABLE = ("PERJANJIAN KINERJA TAHUN 2023", "SEKRETARIAT KOMISI PEMILIHAN UMUM KOTA AMBON")


def test_two_parties() -> None:
    [agreement] = find_agreements([*lines_of("KOP SURAT", *CLEAN, *TABLE), grid_of(("No", "Sasaran", "Indikator", "Target"))])
    assert agreement.first == Party("Siti Rahmawati", "Sekretaris Komisi Pemilihan Umum Kota Ambon")
    assert agreement.second == Party("Yohanes Latu", "Ketua Komisi Pemilihan Umum Kota Ambon")
    assert (agreement.start, agreement.stop) == (1, 13)
    assert (agreement.year, agreement.place, agreement.date) == (2023, "Ambon", "2023-01-03")
    assert agreement.unit_heading == "SEKRETARIAT KOMISI PEMILIHAN UMUM KOTA AMBON"
    assert holder(agreement, None, "KPU Kota Ambon") == "Sekretaris KPU Kota Ambon"


def test_letters_that_only_look_like_latin_ones_hide_no_party() -> None:
    strange = [line.replace("Selanjutnya", "Selаnjutnyа").replace("Yohanes Latu", "Yоhanes Latu") for line in CLEAN]
    [agreement] = find_agreements([*lines_of(*strange), grid_of(("No", "Sasaran", "Indikator", "Target"))])
    assert agreement.first == Party("Siti Rahmawati", "Sekretaris Komisi Pemilihan Umum Kota Ambon")
    assert agreement.second == Party("Yohanes Latu", "Ketua Komisi Pemilihan Umum Kota Ambon")


def test_one_party_whose_oath_begins_on_the_line_of_the_position() -> None:
    [agreement] = find_agreements(
        lines_of(
            "PERJANJIAN KINERJA TAHUN",
            "2023",
            "kami yang bertandatangan dibawah ini :",
            "Nama : YOHANES LATU",
            "Jabatan : Ketua Komisi Pemilihan Umum",
            "Kota Ambon berjanji",
            "akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini",
        )
    )
    assert agreement.first == Party("YOHANES LATU", "Ketua Komisi Pemilihan Umum Kota Ambon")
    assert agreement.second is None
    assert agreement.year == 2023
    assert (agreement.place, agreement.date) == (None, None)


def test_labels_apart_from_their_values_lost_labels_and_stamps() -> None:
    [agreement] = find_agreements(
        lines_of(
            "PERJANJIAN KINERJA TAHUN 2023",
            "yang bertanda tangan di",
            "bawah ini:",
            ": Siti Rahmawati",
            "Jabatan",
            "UMUM",
            ": Kepala Bagian Umum dan Logistik Komisi Pemilihan Umum",
            "Provinsi Maluku",
            "Selanjutnya disebut Pihak Pertama",
            "Nama",
            "Yohanes Latu",
            "PROVINSI MALUKV",
            "Plt. Sekretaris Komisi Pemilihan Umum Provinsi Maluku Selaku atasan Pihak Pertama, selanjutnya disebut Pihak Kedua",
            OATH,
        )
    )
    assert agreement.first == Party("Siti Rahmawati", "Kepala Bagian Umum dan Logistik Komisi Pemilihan Umum Provinsi Maluku")
    assert agreement.second == Party("Yohanes Latu", "Plt. Sekretaris Komisi Pemilihan Umum Provinsi Maluku")
    assert holder(agreement, None, "KPU Provinsi Maluku") == "Kepala Bagian Umum dan Logistik"


def test_parties_in_a_borderless_grid() -> None:
    head, *tail = lines_of(*CLEAN[:2]), *lines_of(*CLEAN[7:])
    grid = grid_of(("Nama", ":", "Siti Rahmawati"), ("Jabatan", ":", "Sekretaris KPU Kota Ambon"))
    [agreement] = find_agreements([*head, grid, *tail])
    assert agreement.first == Party("Siti Rahmawati", "Sekretaris KPU Kota Ambon")


def test_several_agreements_keep_apart() -> None:
    second = [text.replace("2023", "2024").replace("Siti Rahmawati", "Budi Pattiasina") for text in CLEAN]
    table = grid_of(("No", "Sasaran", "Indikator", "Target"), ("1", "Mewujudkan target kinerja", "Nilai", "80"))
    found = find_agreements([*lines_of(*CLEAN), table, *lines_of("KOMISI PEMILIHAN UMUM", *second), table])
    assert [(a.year, a.first.name) for a in found] == [(2023, "Siti Rahmawati"), (2024, "Budi Pattiasina")]
    assert found[0].stop == 12
    assert (found[1].start, found[1].stop) == (14, 26)


def test_misread_oath_and_date_under_the_table() -> None:
    texts = [
        t.replace("berjanji akan mewujudkan target kinerja", "be~anji akan mewujudkan target kine~a") for t in CLEAN if "Ambon, " not in t
    ]
    table = grid_of(("No", "Sasaran", "Indikator", "Target"))
    [agreement] = find_agreements([*lines_of(*texts), table, *lines_of("Ambon, Maret 2023")])
    assert agreement.first.name == "Siti Rahmawati"
    assert (agreement.place, agreement.date) == ("Ambon", "2023-03")


def test_running_text_is_no_agreement() -> None:
    assert (
        find_agreements(lines_of("PERJANJIAN KINERJA TAHUN 2023", "KPU Kota Ambon mewujudkan target kinerja yang baik.", "Nama kegiatan"))
        == []
    )
    assert find_agreements([]) == []


def test_items_of_an_assembled_flow() -> None:
    def table(*texts: tuple[str, ...]) -> Table:
        return Table("T1", [], [Row([TableCell(text) for text in row], ()) for row in texts], [], ())

    parties = table(("Nama", ": Siti Rahmawati"), ("Jabatan", ": Sekretaris KPU Kota Ambon"))
    flow = [*lines_of(*CLEAN[:2]), parties, *lines_of(*CLEAN[7:10]), table(("No", "Sasaran", "Indikator", "Target"))]
    [agreement] = find_agreements(flow)
    assert agreement.first == Party("Siti Rahmawati", "Sekretaris KPU Kota Ambon")
    assert (agreement.start, agreement.stop, agreement.date) == (0, 6, "2023-01-03")


@pytest.mark.parametrize("name", ["Siti Rahmawati, S.Sos.", "Siti Rahmawati, S.H., M.Si.", "Siti P."])
def test_the_full_stop_of_a_title_stays(name: str) -> None:
    [agreement] = find_agreements(lines_of(*(text.replace("Siti Rahmawati", name) for text in CLEAN)))
    assert agreement.first.name == name


@pytest.mark.parametrize("oath", ["Kedua pihak sepakat mencapai kinerja sebagaimana terlampir.", ""])
def test_a_cover_whose_oath_is_worded_otherwise_or_lost(oath: str) -> None:
    texts = [oath if text == OATH else text for text in CLEAN]
    [agreement] = find_agreements([*lines_of(*texts, *TABLE), grid_of(("No", "Sasaran", "Indikator", "Target"))])
    assert agreement.first == Party("Siti Rahmawati", "Sekretaris Komisi Pemilihan Umum Kota Ambon")
    assert agreement.second == Party("Yohanes Latu", "Ketua Komisi Pemilihan Umum Kota Ambon")
    assert (agreement.year, agreement.date) == (2023, "2023-01-03")


def test_fields_in_tables_stacked_in_one_cell_and_signatures_side_by_side() -> None:
    def table(*texts: tuple[str, ...]) -> Table:
        return Table("T1", [], [Row([TableCell(" ".join(t.split()), t) for t in row], ()) for row in texts], [], ())

    first = table(("Nama\nJabatan", ": Siti Rahmawati\n: Sekretaris KPU Kota Ambon"))
    second = table(("Nama", ":", "Yohanes Latu"), ("Jabatan", ":", "Ketua KPU Kota Ambon"))
    signed = table(("Pihak Kedua,", "Ambon, 3 Januari 2023"), ("Yohanes Latu", "Siti Rahmawati"))
    head, middle, end = lines_of(*CLEAN[:2]), lines_of(CLEAN[4]), lines_of(*CLEAN[7:9])
    [agreement] = find_agreements([*head, first, *middle, second, *end, signed])
    assert agreement.first == Party("Siti Rahmawati", "Sekretaris KPU Kota Ambon")
    assert agreement.second == Party("Yohanes Latu", "Ketua KPU Kota Ambon")
    assert (agreement.place, agreement.date) == ("Ambon", "2023-01-03")


def test_a_statement_with_a_preamble_is_no_agreement() -> None:
    texts = ("PERNYATAAN TELAH DIREVIU", "Kami yang bertanda tangan di bawah ini:", "Nama : Siti Rahmawati", "Jabatan : Inspektur")
    assert find_agreements(lines_of(*texts, "menyatakan bahwa laporan telah direviu.")) == []


def test_a_cover_without_the_usual_oath_before_one_that_has_it() -> None:
    other = tuple("Pihak pertama menyanggupi target menurut lampiran." if line == OATH else line.replace("Siti", "Sinta") for line in CLEAN)
    found = find_agreements(lines_of(*other, *CLEAN))
    assert [agreement.first.name for agreement in found] == ["Sinta Rahmawati", "Siti Rahmawati"]
