"""What kind of table it is and what its columns hold, whatever the wording of its header."""

import pytest

from tests.tables.printed import only_table, tabbed, tables

TEXTS = ("Meningkatnya arsip tertib", "Terwujudnya pasar bersih", "Tersedianya air minum")
INDICATORS = ("Persentase arsip tertata", "Indeks kebersihan pasar", "Jumlah sambungan air baru")
ACTIVITIES = ("Penataan arsip inaktif", "Pembersihan pasar rakyat", "Pembangunan jaringan pipa")
AMOUNTS = ("12.500.000", "7.250.000", "125.400.000")
SPENT = ("12.000.000", "7.250.000", "119.130.000")
PERCENTS = ("96,00%", "100%", "95,00%")
TARGETS = ("85%", "72", "900 unit")
COLUMNS = {
    "nomor": ("1", "2", "3"), "sasaran": TEXTS, "indikator": INDICATORS, "target": TARGETS,
    "satuan": ("Persen", "Indeks", "Unit"),
    "kegiatan": ACTIVITIES, "uraian": ACTIVITIES, "anggaran": AMOUNTS, "pagu": AMOUNTS, "jumlah": AMOUNTS, "persen": PERCENTS,
    "sisa": ("500.000", "0", "6.270.000"), "kode": ("6709", "6710", "6711"), "jadwal": ("√", "", "√"),
    "pelaksana": ("Bagian Arsip", "Bagian Pasar", "Bagian Air"), "capaian": ("94,12%", "100%", "99%"),
    "keterangan": ("Tercapai", "Tercapai", "Berlanjut"),
    "cara_hitung": ("Arsip tertata dibagi seluruh arsip", "Rata-rata nilai survei tiap pasar", "Banyaknya sambungan yang selesai"),
    "sumber_data": ("Bagian Arsip", "Bagian Pasar", "Bagian Air"), "nama": ("Budi Wirawan, S.H.", "Sari Melati, M.Si.", "Tono Kusuma"),
    "nip": ("198501012010011002", "198702022012012003", "199003032015031004"), "golongan": ("III/d", "III/b", "II/c"),
    "jabatan": ("Kepala Bagian Arsip", "Analis Pasar", "Juru Air"),
}  # fmt: skip


def printed(title: str, header: str, roles: str) -> str:
    """A table under its title: the header's wordings over cells that suit the roles (a role may repeat)."""
    columns = ["spent" if role == "realisasi" and "pagu" in roles else role for role in roles.split()]
    contents = {**COLUMNS, "spent": SPENT, "realisasi": ("80%", "72", "890 unit")}
    rows = [" | ".join(contents[role][n] for role in columns) for n in range(3)]
    return f"{title}\n\n{tabbed(header, *rows)}"


KINDS = {
    "pk": [
        (
            "PERJANJIAN KINERJA TAHUN 2031",
            "No | Sasaran Program | Indikator Kinerja Sasaran Program | Satuan | Target",
            "nomor sasaran indikator satuan target",
        ),
        ("Penetapan Kinerja Tahun 2031", "NO. | SASARAN STRATEGIS | INDIKATOR KINERJA | TARGET", "nomor sasaran indikator target"),
        (
            "Formulir Perjanjian Kinerja Dinas Kearsipan",
            "No | Sasaran | Indikator Kinerja Utama | Target Tahun 2031",
            "nomor sasaran indikator target",
        ),
    ],
    "rkt": [
        (
            "RENCANA KINERJA TAHUNAN 2032",
            "No | Sasaran Kegiatan | Indikator | Target | Kegiatan | Anggaran (Rp)",
            "nomor sasaran indikator target kegiatan anggaran",
        ),
        (
            "RENCANA KERJA TAHUNAN",
            "No | Sasaran Strategis | Program/Kegiatan | Indikator Kinerja | Target",
            "nomor sasaran kegiatan indikator target",
        ),
    ],
    "rak": [
        (
            "RENCANA AKSI PERJANJIAN KINERJA TAHUN 2032",
            "No | Sasaran | Indikator Kinerja | Target | Rencana Aksi | TW I | TW II | TW III | TW IV | Penanggung Jawab",
            "nomor sasaran indikator target kegiatan jadwal jadwal jadwal jadwal pelaksana",
        ),
        (
            "Rencana Aksi Kinerja",
            "No | Sasaran Strategis | Indikator | Target | Kegiatan | B03 | B06 | B09 | B12",
            "nomor sasaran indikator target kegiatan jadwal jadwal jadwal jadwal",
        ),
    ],
    "capaian_kinerja": [
        (
            "Tabel 3.1 Pengukuran Kinerja Tahun 2031",
            "No | Sasaran Strategis | Indikator Kinerja | Satuan | Target | Realisasi | % Capaian",
            "nomor sasaran indikator satuan target realisasi capaian",
        ),
        (
            "Tabel 3.1 Capaian Kinerja Kantor Tahun 2031",
            "Indikator Kinerja | Target 2031 | Realisasi 2031 | Tingkat Capaian",
            "indikator target realisasi capaian",
        ),
        ("Evaluasi Kinerja", "No. | Indikator | Rencana | Hasil | Persentase Capaian", "nomor indikator target realisasi capaian"),
    ],
    "realisasi_anggaran": [
        (
            "Tabel 3.9 Penyerapan Anggaran Tahun 2031",
            "No | Nama Program/Kegiatan | Pagu DIPA (Rp) | Penyerapan (Rp) | Daya Serap (%) | Sisa Anggaran",
            "nomor uraian pagu realisasi persen sisa",
        ),
        ("Tabel 3.9 Realisasi Anggaran Tahun 2031", "Kode | Uraian | Pagu | Realisasi | %", "kode uraian pagu realisasi persen"),
        (
            "Akuntabilitas Keuangan",
            "NO | URAIAN | ALOKASI ANGGARAN | REALISASI KEUANGAN | PERSENTASE",
            "nomor uraian pagu realisasi persen",
        ),
    ],
    "pegawai_daftar": [
        ("Daftar Pegawai Tahun 2031", "No | Nama Pegawai | NIP | Gol. | Jabatan", "nomor nama nip golongan jabatan"),
        ("Daftar Urut Kepangkatan", "NO | NAMA / NIP | NIP | GOL/RUANG | JABATAN", "nomor nama nip golongan jabatan"),
    ],
    "iku": [
        (
            "INDIKATOR KINERJA UTAMA",
            "No | Sasaran Strategis | Indikator Kinerja Utama | Cara Penghitungan | Sumber Data",
            "nomor sasaran indikator cara_hitung sumber_data",
        ),
        (
            "Indikator Kinerja Utama Kantor",
            "No. | Kinerja Utama | Indikator | Formulasi Penghitungan | Sumber Data",
            "nomor sasaran indikator cara_hitung sumber_data",
        ),
    ],
}


@pytest.mark.parametrize(("kind", "title", "header", "roles"), [(kind, *case) for kind, cases in KINDS.items() for case in cases])
def test_kind_and_columns(kind: str, title: str, header: str, roles: str) -> None:
    table = only_table(printed(title, header, roles))
    assert table.kind == kind
    assert table.confidence > 0.6
    assert [c.role for c in table.columns] == roles.split()


def test_a_budget_list_under_an_agreement() -> None:
    agreement = printed("PERJANJIAN KINERJA TAHUN 2031", "No | Sasaran | Indikator Kinerja | Target", "nomor sasaran indikator target")
    found = tables(
        agreement
        + "\n\n"
        + tabbed("Program | Anggaran", "Program Arsip | Rp 12.500.000", "Program Pasar | Rp 7.250.000", "Jumlah | Rp 19.750.000")
    )
    assert [t.kind for t in found] == ["pk", "pk_anggaran"]
    assert [c.role for c in found[1].columns] == ["uraian", "jumlah"]


def test_staff_counts() -> None:
    rows = tabbed("No | Pendidikan | Jumlah", "1 | S2 | 4", "2 | S1 | 12", "3 | SMA | 3", "Jumlah | | 19")
    assert only_table(f"Jumlah Pegawai menurut Pendidikan\n\n{rows}").kind == "pegawai_rekap"


@pytest.mark.parametrize(
    "rows",
    [
        ("Kecamatan | Luas Wilayah (km2) | Banyaknya Desa", "Kecamatan Angsana Timur | 21,5 | 4", "Kecamatan Belimbing Barat | 33,1 | 7"),
        ("Rentang Nilai | Kategori", "91 – 100 | Sangat Baik", "76 – 90 | Baik", "0 – 75 | Kurang"),
        (
            "Isu Strategis | Kekuatan | Kelemahan",
            "Arsip daerah belum tertata | Juru arsip cukup | Gudang sempit",
            "Pasar belum bersih | Pedagang tertib | Lahan sempit",
        ),
    ],
)
def test_other_tables_are_kept_as_lain(rows: tuple[str, ...]) -> None:
    table = only_table("Uraian singkat.\n\n" + tabbed(*rows))
    assert table.kind == "lain"
    kept = "".join(cell.text for row in (*table.header, *table.rows) for cell in row.cells).replace(" ", "")
    assert sorted(kept) == sorted("".join(rows).replace("|", "").replace(" ", ""))


COMBINED = (
    "No | Sasaran | Indikator | Kinerja | | | Anggaran | | ",
    " | | | Target | Realisasi | Capaian % | Pagu | Realisasi | %",
    "1 | Meningkatnya arsip tertib | Persentase arsip tertata | 85% | 80% | 94,12% | 12.500.000 | 12.000.000 | 96,00%",
    "2 | Terwujudnya pasar bersih | Indeks kebersihan pasar | 72 | 72 | 100% | 22.500.000 | 22.500.000 | 100%",
)


def test_columns_under_spanning_headers_are_named_by_what_stands_below() -> None:
    table = only_table("Tabel 3.4 Capaian Kinerja dan Anggaran\n" + tabbed(*COMBINED))
    assert [column.role for column in table.columns[3:]] == ["target", "capaian", None, "pagu", "realisasi", "persen"]


def test_confidence_is_a_share_for_every_table() -> None:
    found = tables("\n\nUraian.\n\n".join(printed(*cases[0]) for cases in KINDS.values()))
    assert len(found) == len(KINDS)
    assert all(0 <= t.confidence <= 1 for t in found)
    assert [t.kind for t in found] == list(KINDS)


def test_a_budget_list_right_under_its_agreement_is_sure() -> None:
    agreement = printed(
        "PERJANJIAN KINERJA TAHUN 2031", "No | Sasaran Program | Indikator Kinerja | Target", "nomor sasaran indikator target"
    )
    budget = tabbed(
        "Program | Anggaran", *(f"{n}. {text} | Rp {amount}" for n, text, amount in zip("123", ACTIVITIES, AMOUNTS, strict=True))
    )
    found = tables(f"{agreement}\n\n{budget}")
    assert [table.kind for table in found] == ["pk", "pk_anggaran"]
    assert all(table.confidence > 0.8 for table in found)


def test_ceilings_with_a_caption_of_their_own_are_no_budget_list_of_the_agreement_before() -> None:
    agreement = printed("PERJANJIAN KINERJA TAHUN 2031", "No | Sasaran | Indikator Kinerja | Target", "nomor sasaran indikator target")
    budget = tabbed("Program | Anggaran", *(f"{name} | {amount}" for name, amount in zip(ACTIVITIES, AMOUNTS, strict=True)))
    ceilings = printed("Tabel 2.4 Alokasi Anggaran Dinas Kearsipan Tahun 2031", "No | Program/Kegiatan | Pagu", "nomor uraian pagu")
    kinds = [table.kind for table in tables(f"{agreement}\n\n{budget}\n\nB. Rencana Anggaran\n\n{ceilings}")]
    assert kinds == ["pk", "pk_anggaran", "realisasi_anggaran"]


def test_targets_of_several_years_are_no_agreement() -> None:
    header = "No | Sasaran | Indikator Kinerja | {}"
    one = printed("Tabel 2.1 Perjanjian Kinerja Tahun 2031", header.format("Target"), "nomor sasaran indikator target")
    several = printed(
        "Tabel 2.2 Target Renstra 2029-2031",
        header.format("Target 2029 | Target 2030 | Target 2031"),
        "nomor sasaran indikator target target target",
    )
    assert [table.kind for table in tables(f"{one}\n\n{several}")] == ["pk", "lain"]


def test_an_agreement_with_targets_of_the_quarters_is_one() -> None:
    title, header = (
        "Tabel 2 Perjanjian Kinerja Camat Tahun 2031 Beserta Target Triwulan",
        "No | Sasaran | Indikator Kinerja | Satuan | Target Tahunan",
    )
    quarters = "Target Triwulan | | | "
    rows = [f"{n} | {goal} | {name} | % | 60 | 15 | 30 | 45 | 60" for n, goal, name in zip("123", TEXTS, INDICATORS, strict=True)]
    table = only_table(f"{title}\n{tabbed(f'{header} | {quarters}', ' | | | | | I | II | III | IV', *rows)}")
    assert (table.kind, table.column("target")) == ("pk", 4)


def test_a_program_beside_an_achievement_is_no_indicator() -> None:
    rows = ("1 | Kebun rapi | 150 | Penataan Kebun | Penyiangan", "2 | Taman teduh | 76,5 | Penataan Taman | Penanaman")
    table = only_table("Tabel 3.9 Capaian Kinerja Sasaran\n" + tabbed("No | Sasaran Strategis | % Capaian | Program | Kegiatan", *rows))
    assert "indikator" not in [column.role for column in table.columns]


def test_targets_of_every_year_of_the_plan_are_no_agreement() -> None:
    header = (
        "No | Sasaran Strategis | Indikator Kinerja | Satuan | Kondisi Awal | Target Th I | Th II | Th III | Th IV | Th V | Kondisi Akhir"
    )
    rows = (
        "1 | Kebun rapi | Jumlah kebun | kebun | 3 | 4 | 5 | 6 | 7 | 8 | 8",
        "2 | Taman teduh | Jumlah taman | taman | 1 | 2 | 2 | 3 | 3 | 4 | 4",
    )
    assert only_table("Tabel 2.2 Sasaran Strategis Jangka Menengah\n" + tabbed(header, *rows)).kind != "pk"
