from collections.abc import Sequence

import pytest

from extractor.model import Pegawai
from extractor.records.context import Context
from extractor.records.pegawai_daftar import read
from tests.records.staff_tables import table

ROLES = ["nomor", "nama", "nip", "golongan", "tmt_pangkat", "jabatan", "jenis_kelamin", "pendidikan", "tanggal_lahir"]
HEADER = "No | Nama | NIP | Pangkat/Gol | TMT | Jabatan | L/P | Pendidikan | Tgl Lahir"


def persons(rows: Sequence[str], roles: Sequence[str | None] = ROLES, header: str = HEADER, title: str = "") -> list[Pegawai]:
    return read(table([header, *rows], list(roles), title), Context("dok"))


def one(row: str, roles: Sequence[str | None] = ROLES, header: str = HEADER, title: str = "") -> Pegawai:
    found = persons([row], roles, header, title)
    assert len(found) == 1
    return found[0]


def test_a_civil_servant_with_rank_and_golongan_in_one_cell() -> None:
    person = one(
        "7. | SRI LARAS, S.E. | 19850312 200901 2 004 | Penata Tk. I (III/d) | 01 Apr 2020 | Kasubbag Hukum | P | S1 | 12-Mar-1985"
    )

    assert person.nama == "SRI LARAS, S.E."
    assert person.nomor == "7"
    assert person.nip == "198503122009012004"
    assert person.nip_rinci is not None
    assert (person.nip_rinci.tanggal_lahir, person.nip_rinci.tmt, person.nip_rinci.jenis_kelamin) == ("1985-03-12", "2009-01", "P")
    assert (person.status, person.golongan, person.pangkat) == ("PNS", "III/d", "Penata Tk. I")
    assert (person.tmt_pangkat, person.tanggal_lahir) == ("2020-04-01", "1985-03-12")
    assert (person.jabatan, person.jenis_kelamin, person.pendidikan) == ("Kasubbag Hukum", "P", "S1")
    assert person.sumber is not None
    assert person.sumber.baris == (2, 2)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("row", "status"),
    [
        ("1 | Budi Contoh | 19930417 202321 1 021 | IX | | Penata Kelola | L | S1 |", "PPPK"),
        ("1 | Budi Contoh | - | IX | | Penata Kelola | L | S1 |", "PPPK"),
        ("1 | Budi Contoh | - | III/b | | Analis | L | S1 |", "PNS"),
        ("1 | Budi Contoh | - | - | | PPNPN | L | SMA |", "PPNPN"),
        ("1 | Budi Contoh | - | - | | Tenaga Kontrak | L | SMA |", "PPNPN"),
        ("1 | Budi Contoh | - | - | | Operator Komputer | L | SMA |", "PPNPN"),
        ("1 | Budi Contoh | | | | Staf Pendukung | L | SMA |", "PPNPN"),
        ("1 | Budi Contoh | | | | Ketua merangkap Anggota | | |", "KOMISIONER"),
        ("1 | Budi Contoh | | | | Anggota .. | | |", "KOMISIONER"),
        ("1 | Budi Contoh | 19800102 200501 1 003 | II/c | | Pengemudi | L | SMA |", "PNS"),
        ("1 | Budi Contoh | | | | Ketua Tim Kerja | | |", None),
    ],
)
def test_status_comes_from_the_most_direct_statement(row: str, status: str | None) -> None:
    assert one(row).status == status


def test_group_rows_are_no_persons_and_give_their_status() -> None:
    found = persons(
        [
            "A | PEGAWAI ORGANIK | | | | | | |",
            "1 | Ani Contoh | | | | Arsiparis | P | S1 |",
            "B | TENAGA KONTRAK | | | | | | |",
            "1 | Adi Contoh | | | | Pramusaji Kantor | L | SMA |",
        ]
    )

    assert [(p.nama, p.status) for p in found] == [("Ani Contoh", "PNS"), ("Adi Contoh", "PPNPN")]


def test_name_and_nip_in_one_cell() -> None:
    person = one("1 | TONO CONTOH, S.H. NIP. 19790405 200604 1 007 | Analis", ["nomor", "nama", "jabatan"], "No | Nama / NIP | Jabatan")

    assert (person.nama, person.nip) == ("TONO CONTOH, S.H.", "197904052006041007")


def test_rank_and_golongan_in_separate_columns() -> None:
    person = one("Rani Contoh | Pembina | IV/a", ["nama", "pangkat", "golongan"], "Nama | Pangkat | Gol")

    assert (person.pangkat, person.golongan) == ("Pembina", "IV/a")


def test_sex_ticked_in_two_columns() -> None:
    roles = ["nama", "laki_laki", "perempuan"]

    assert [p.jenis_kelamin for p in persons(["Adi Contoh | √ |", "Ani Contoh | | √"], roles, "Nama | L | P")] == ["L", "P"]


@pytest.mark.parametrize(
    ("printed", "sex"), [("L", "L"), ("Pria", "L"), ("Laki-laki", "L"), ("P", "P"), ("Wanita", "P"), ("PR", "P"), ("-", None), ("S1", None)]
)
def test_sex_as_printed(printed: str, sex: str | None) -> None:
    assert one(f"Adi Contoh | {printed}", ["nama", "jenis_kelamin"], "Nama | JK").jenis_kelamin == sex


def test_the_level_of_education_without_the_field_of_study() -> None:
    assert one("Adi Contoh | S1 Hukum", ["nama", "pendidikan"], "Nama | Pendidikan").pendidikan == "S1"


def test_a_year_is_no_tmt() -> None:
    assert one("Adi Contoh | 2009", ["nama", "tmt_jabatan"], "Nama | TMT Jabatan").tmt_jabatan is None


def test_dates_cut_by_narrow_cells() -> None:
    assert one("Adi Contoh | 17-Nov-199 2", ["nama", "tanggal_lahir"], "Nama | Tgl Lahir").tanggal_lahir == "1992-11-17"


def test_vacant_posts_totals_and_empty_rows_are_left_out() -> None:
    rows = ["1 | - | | | | Kasubbag Teknis | | |", "2 | Kosong | | | | Kasubbag Hukum | | |", "JUMLAH | 12 | | | | | | |"]

    assert persons(rows) == []


def test_members_listed_without_jabatan_are_known_by_the_title() -> None:
    assert one("1 | Adi Contoh", ["nomor", "nama"], "No | Nama", "Pembagian Divisi Anggota KPU Kota Antah").status == "KOMISIONER"


def test_a_group_label_that_slipped_into_the_header_gives_its_status() -> None:
    assert one("1 | Ani Contoh | Pramusaji Utama", ["nomor", "nama", "jabatan"], "No A TENAGA KONTRAK | Nama | Jabatan").status == "PPNPN"


def test_who_alone_has_neither_nip_nor_golongan_is_honorary_staff() -> None:
    rows = [
        "1 | Budi Contoh | 19800102 200501 1 003 | II/c | | Pengemudi | L | SMA |",
        "2 | Ani Contoh | 19850312 200901 2 004 | III/d | | Analis | P | S1 |",
        "3 | Eko Contoh | - | - | | Juru Arsip | L | SMA |",
    ]
    assert [person.status for person in persons(rows)] == ["PNS", "PNS", "PPNPN"]
    assert persons(rows[2:])[0].status is None


def test_a_task_of_few_words_is_the_post_where_the_list_has_no_other() -> None:
    header = "No | Nama | Tugas"
    assert one("1 | Adi Contoh | Pengemudi", ["nomor", "nama", "divisi"], header).jabatan == "Pengemudi"
    long = "1 | Adi Contoh | Menyusun jadwal dan mengatur arsip kantor"
    assert one(long, ["nomor", "nama", "divisi"], header).jabatan is None
    assert one("1 | Adi Contoh | Arsip", ["nomor", "nama", "divisi"], "No | Nama | Divisi").jabatan is None


def test_letters_of_another_script_are_read_as_the_latin_ones_they_look_like() -> None:
    person = one("1 | SRI LARAS | 198503122009012004 | Penata Muda (III/\u0430) | | Analis | \u0420 | S1 | 12-Mar-1985")
    assert (person.golongan, person.jenis_kelamin) == ("III/a", "P")
