"""Documents of one satker and year become one; a satker has one folder name."""

import itertools
import json

import pytest

from extractor import LaporanDokumen, extract, merge, slug
from extractor.model import Satker
from tests.tables.printed import tabbed

REPORT = """LAPORAN KINERJA
KOMISI PEMILIHAN UMUM KABUPATEN BANYUMAS
TAHUN 2031

BAB I
PENDAHULUAN
{more}

"""
TABLE = tabbed(
    "No | Uraian | Pagu | Realisasi", "1 | Penataan arsip | 12.500.000 | 12.000.000", "2 | Penataan pasar | 2.500.000 | 2.000.000"
)


def report(tmp_path, name: str, more: str = "", place: str = "BANYUMAS", year: str = "2031") -> LaporanDokumen:
    path = tmp_path / f"{name}.txt"
    path.write_text(REPORT.format(more=more).replace("BANYUMAS", place).replace("2031", year) + TABLE, encoding="utf-8")
    return extract(path)


def test_merged_documents_keep_all_they_hold(tmp_path) -> None:
    first, second = report(tmp_path, "satu", "Bagian pertama."), report(tmp_path, "dua", "Bagian kedua.")
    whole = merge([first, second])
    assert {d.berkas for d in whole.dokumen} == {"satu.txt", "dua.txt"}
    assert len(whole.tabel) == len(first.tabel) + len(second.tabel) == 2
    assert len(whole.realisasi_anggaran) == 2
    assert len(whole.bab) == len(first.bab) + len(second.bab)
    assert len({t.id for t in whole.tabel}) == 2
    assert whole.mutu.tabel_lain == first.mutu.tabel_lain + second.mutu.tabel_lain
    assert (whole.satker, whole.tahun) == (first.satker, 2031)


def test_the_order_of_documents_does_not_matter(tmp_path) -> None:
    reports = [report(tmp_path, name, f"Bagian {name}.") for name in ("satu", "dua", "tiga")]
    merged = {merge(order).model_dump_json() for order in itertools.permutations(reports)}
    assert len(merged) == 1


def test_one_document_alone_is_a_satker_year(tmp_path) -> None:
    alone = report(tmp_path, "satu")
    merged = merge([alone])
    assert {tally.kode for tally in merged.mutu.pemeriksaan} >= {"A01", "D05"}
    merged.mutu.pemeriksaan = []
    assert merged.model_dump() == alone.model_dump()


@pytest.mark.parametrize("other", [{"place": "CILACAP"}, {"year": "2030"}])
def test_documents_of_another_satker_or_year_are_refused(tmp_path, other: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="one satker and one year"):
        merge([report(tmp_path, "satu"), report(tmp_path, "dua", **other)])


def test_nothing_cannot_be_merged() -> None:
    with pytest.raises(ValueError, match="one satker"):
        merge([])


@pytest.mark.parametrize(
    ("name", "level", "folder"),
    [
        ("KPU Kabupaten Banyumas", "kabupaten", "kabupaten-banyumas"),
        ("KIP Kabupaten Aceh Barat", "kabupaten", "kabupaten-aceh-barat"),
        ("KPU Provinsi D.I. Yogyakarta", "provinsi", "provinsi-d-i-yogyakarta"),
        ("KPU Kota Pangkal Pinang", "kota", "kota-pangkal-pinang"),
        ("Dinas Kearsipan Kota Contoh", "perangkat_daerah", "dinas-kearsipan-kota-contoh"),
        ("Komisi Pemilihan Umum", "pusat", "komisi-pemilihan-umum"),
        ("Balai Çontoh / Ujung", "lain", "balai-contoh-ujung"),
        ("Balai Ujung–Timur", "lain", "balai-ujung-timur"),
        ("–", "lain", "tidak-dikenal"),
    ],
)
def test_folder_names(name: str, level: str, folder: str) -> None:
    assert slug(Satker(nama=name, tingkat=level)) == folder


def test_every_record_of_a_merged_report_names_its_document(tmp_path) -> None:
    whole = merge([report(tmp_path, "satu", "Bagian pertama."), report(tmp_path, "dua", "Bagian kedua.")])
    known = {d.id for d in whole.dokumen}
    owners = [x.dokumen for x in (*whole.bab, *whole.tabel, *whole.realisasi_anggaran)]
    assert set(owners) == known


def test_whole_numbers_are_written_without_a_fraction(tmp_path) -> None:
    data = json.loads(report(tmp_path, "satu").model_dump_json())
    assert data["realisasi_anggaran"][0]["baris"][0]["pagu"]["nilai"] == 12_500_000
    assert isinstance(data["realisasi_anggaran"][0]["baris"][0]["pagu"]["nilai"], int)
