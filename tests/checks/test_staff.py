"""Counts of staff and employee numbers."""

import pytest

from extractor.checks import examine
from extractor.checks.samples import claim, person, recap, report, staff, table
from extractor.checks.views.staff import education
from extractor.model import LaporanSatker, Pegawai, RekapPegawai


def codes(year: LaporanSatker) -> list[str]:
    return [f.kode for f in examine(year).findings]


def test_a_list_decides_between_two_statements() -> None:
    people = [person(f"Orang {n}", f"1988062820140220{n:02}", line=n) for n in range(10, 13)]
    found = examine(staff(people, [recap("status", "PNS", 4, 30), recap("status", "Pegawai Negeri Sipil", 3, 31)])).findings
    assert [(f.kode, f.dinyatakan, f.dihitung) for f in found] == [("D01", 4, 3)]


def test_a_list_of_officials_only_does_not_contradict_the_count_of_all() -> None:
    people = [person(f"Kepala {n}", f"1988062820140220{n:02}", line=n) for n in range(10, 13)]
    assert codes(staff(people, [recap("status", "PNS", 13, 30)])) == []


def test_a_total_may_be_of_any_union_of_groups() -> None:
    counted = [recap("status", "PNS", 9, 1), recap("status", "PPPK", 2, 2), recap("status", "PPNPN", 4, 3)]
    for total in (11, 13, 15):
        assert codes(staff(counted=[*counted, recap("total", "Jumlah pegawai", total, 9), recap("total", "Jumlah", 15, 4)])) == []
    assert codes(staff(counted=[*counted, recap("total", "Jumlah pegawai", 16, 9), recap("total", "Jumlah", 15, 4)])) == ["D01"]


def test_a_total_may_be_of_the_ranked_staff_and_of_others() -> None:
    ranked = [
        recap("golongan", "Golongan III", 16, 1, "T01"),
        recap("golongan", "Golongan II", 7, 2, "T01"),
        recap("total", "Jumlah", 23, 3, "T01"),
    ]
    counted = [*ranked, recap("status", "PPNPN", 8, 8)]
    assert codes(staff(counted=[*counted, recap("total", "Jumlah pegawai", 31, 9)])) == []
    assert codes(staff(counted=[*counted, recap("total", "Jumlah pegawai", 32, 9)])) == ["D01"]


def test_many_statements_of_a_group_take_no_time() -> None:
    counted = [recap("status", "PPNPN", 8 + n, 20 + n) for n in range(40)]
    ranked = [recap("golongan", "Golongan III", 16, 1, "T01"), recap("total", "Jumlah", 16, 3, "T01")]
    assert "D01" in codes(staff(counted=[*ranked, *counted]))


def test_a_group_described_more_narrowly_is_another_group() -> None:
    counted = [
        recap("status", "PPPK", 6, 1),
        recap("status", "Pegawai yang sudah ikut seleksi PPPK tahun ini serta diterima", 3, 2),
    ]
    assert codes(staff(counted=counted)) == []


@pytest.mark.parametrize(
    ("text", "level"),
    [("Strata 1", "S1"), ("D.III", "D3"), ("Diploma III", "D3"), ("SLTA/Sederajat", "SMA"), ("P.C", "SMA"), ("SD", "SD"), ("-", None)],
)  # fmt: skip
def test_levels_of_education_in_their_usual_name(text: str, level: str | None) -> None:
    assert education(text) == level


@pytest.mark.parametrize(
    ("nip", "why"),
    [
        ("198813261990031002", "tanggal lahir"),
        ("198812261990131002", "bulan pengangkatan"),
        ("198812261990033002", "jenis kelamin"),
        ("198812261999031002", "tidak mungkin"),
    ],
)
def test_why_a_nip_cannot_be(nip: str, why: str) -> None:
    (found,) = examine(staff([person("Wahyu Lestari", nip)])).findings
    assert found.kode == "D02" and why in found.pesan.id


def test_a_nip_of_seventeen_digits_is_seen_though_no_record_holds_it() -> None:
    listed = person("Wahyu Lestari", None, line=2)
    listed.sumber = listed.sumber.model_copy(update={"tabel": "T01"})
    year = staff([listed], tabel=[table("Nama | NIP\nWahyu Lestari | 19681226 199003 1 02", "T01", "pegawai_daftar")])
    (found,) = examine(year).findings
    assert found.kode == "D02" and "18 digit" in found.pesan.id


def test_words_beside_digits_in_cells_and_sentences() -> None:
    assert codes(report(tabel=[table("Uraian | Jumlah\nPegawai | 13 (empat belas) orang")])) == ["C01"]
    assert codes(report(klaim=[claim("Rp1.250.000 (satu juta dua ratus lima puluh ribu rupiah)", "Rp1.250.000", 1250000,
                                     "satu juta dua ratus lima puluh ribu rupiah", "rupiah")])) == []  # fmt: skip


def test_a_list_with_a_gap_in_its_numbers_does_not_judge() -> None:
    people = [person(f"Orang {n}", f"1988062820140220{n:02}", line=n, nomor=str(n)) for n in (10, 11, 13)]
    assert codes(staff(people, [recap("status", "PNS", 4, 30)])) == []


def test_a_total_may_be_with_the_members_of_the_commission() -> None:
    counted = [recap("status", "PNS", 9, 1), recap("status", "PPPK", 2, 2), recap("total", "Jumlah", 11, 4)]
    assert codes(staff(counted=[*counted, recap("total", "Ketua, anggota, dan pegawai KPU Contoh", 16, 9)])) == []
    assert codes(staff(counted=[*counted, recap("total", "Ketua, anggota, dan pegawai KPU Contoh", 15, 9)])) == ["D01"]


def _numbered(*numbers: int) -> list[Pegawai]:
    return [person(f"Orang {n}", f"1988062820140220{n:02}", line=n, nomor=str(n)) for n in numbers]


def test_a_list_numbered_throughout_decides_about_a_total() -> None:
    total = [recap("total", "Jumlah pegawai", 11, 30)]
    found = examine(staff(_numbered(*range(1, 13)), total)).findings
    assert [(f.kode, f.dinyatakan, f.dihitung) for f in found] == [("D01", 11, 12)]
    assert codes(staff(_numbered(*range(1, 8), *range(9, 14)), total)) == []
    assert codes(staff([*_numbered(*range(1, 12)), person("Tanpa Status", line=40, nomor="12", status=None)], total)) == []


def test_units_in_sentences_add_up_to_the_total_where_the_head_s_office_is_counted() -> None:
    def of(office: str, last: int) -> list[str]:
        units = [
            recap("subbagian", office, 1, 1),
            recap("subbagian", "Subbagian Umum", 4, 2),
            recap("subbagian", "Subbagian Data", last, 3),
        ]
        return codes(staff(counted=[*units, recap("total", "Sumber daya manusia", 10, 9)]))

    assert of("Sekretariat", 5) == []
    assert of("Sekretariat", 4) == ["D01"]
    assert of("Subbagian Hukum", 4) == []


def _counted(dimension: str, counts: dict[str, int], line: int) -> list[RekapPegawai]:
    return [recap(dimension, label, count, line + n) for n, (label, count) in enumerate(counts.items())]


STATUS = _counted("status", {"PNS": 11, "PPPK": 1, "PPNPN": 3}, 40)
WHOLE = recap("total", "Jumlah pegawai", 15, 30)


@pytest.mark.parametrize(
    ("dimension", "counts", "found"),
    [
        ("pendidikan", {"S1": 8, "D3": 5, "SMA": 2}, []),
        ("pendidikan", {"S1": 8, "D3": 3, "SMA": 1}, []),
        ("pendidikan", {"S1": 8, "D3": 5, "SMA": 1}, [(14, 15)]),
        ("pendidikan", {"S1": 8, "D3": 5, "SMA": 7}, []),
        ("golongan", {"Golongan III": 10, "Golongan IV": 1}, []),
        ("golongan", {"Golongan III": 10, "Golongan IV": 3}, [(13, 11)]),
        ("golongan", {"Golongan III": 4, "Golongan IV": 3}, []),
    ],
)
def test_groups_that_just_miss_the_staff_they_are_of(dimension: str, counts: dict[str, int], found: list[tuple[int, int]]) -> None:
    told = examine(staff(counted=[WHOLE, *STATUS, *_counted(dimension, counts, 60)])).findings
    assert [(f.dinyatakan, f.dihitung) for f in told if f.kode == "D01"] == found


def test_statuses_that_just_miss_the_total() -> None:
    wrong = _counted("status", {"PNS": 11, "PPPK": 1, "PPNPN": 4}, 40)
    (found,) = examine(staff(counted=[WHOLE, *wrong])).findings
    assert (found.kode, found.dinyatakan, found.dihitung) == ("D01", 16, 15)


def test_a_numbered_list_tells_which_golongan_is_wrong() -> None:
    people = _numbered(*range(1, 12))
    for at, listed in enumerate(people):
        listed.golongan = "III/a" if at < 10 else "IV/a"
    wrong = _counted("golongan", {"Golongan III": 8, "Golongan IV": 1}, 60)
    (found,) = examine(staff(people, [STATUS[0], *wrong])).findings
    assert (found.kode, found.dinyatakan, found.dihitung) == ("D01", 8, 10)
    stale = _counted("golongan", {"Golongan III": 8, "Golongan IV": 3}, 60)
    assert codes(staff(people, [STATUS[0], *stale])) == []


@pytest.mark.parametrize(
    ("pangkat", "beside", "flagged"),
    [("Penata", "Penata Muda Tk. I", True), ("Penata", "Penata", False), ("Penata Muda", "Penata Muda Tk. I", False)],
)
def test_a_pangkat_that_the_list_prints_whole_elsewhere_is_not_cut(pangkat: str, beside: str, flagged: bool) -> None:
    people = [
        person("Wira", "198806282014022011", line=1, golongan="III/b", pangkat=pangkat),
        person("Sari", "198806282014022012", line=2, golongan="III/b", pangkat=beside),
    ]
    assert ("D06" in codes(staff(people))) is flagged


def test_a_total_may_be_of_listed_staff_and_of_others_that_are_only_told() -> None:
    people = [person(f"Orang {n}", f"1988062820140220{n:02}", line=n) for n in range(10, 15)]
    told = [recap("status", "PPPK", 6, 30), recap("status", "PPNPN", 8, 31)]
    assert codes(staff(people, [*told, recap("total", "jumlah seluruh pegawai", 19, 32)])) == []


def test_civil_servants_of_the_office_and_lent_ones_are_two_groups() -> None:
    people = [person(f"Orang {n}", f"1988062820140220{n:02}", line=n) for n in range(10, 14)]
    apart = [recap("status", "PNS Organik", 4, 30), recap("status", "PNS DPK (dipekerjakan)", 3, 31), recap("status", "PPNPN", 9, 32)]
    assert codes(staff(people, [*apart, recap("total", "Total", 16, 33)])) == []
    assert codes(staff(people, [recap("status", "PNS Organik", 5, 30)])) == ["D01"]
