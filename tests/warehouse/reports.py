"""Invented satker-years, as `lkj extract` would leave them."""

from pathlib import Path
from typing import Any

from extractor.model import LaporanSatker
from extractor.report import slug
from extractor.writing import write_json

NAME = "Wulandari Sekartaji"
NIP = "198705142010122003"


def document(number: int = 1, **more: Any) -> dict[str, Any]:
    """A document with a hash of its own."""
    sha256 = f"{number:064x}"[::-1]
    signer = {"nama": f"{NAME}, S.H.", "jabatan": "Ketua", "nip": NIP}
    return {
        "id": sha256[:12],
        "berkas": f"LKj {NAME}.pdf",
        "sha256": sha256,
        "jenis": ["lkj", "pk"],
        "halaman": 40,
        "metode_baca": "pdf",
        "tempat": "Kota Rekaan",
        "tanggal": "2025-01-20",
        "penandatangan": [signer],
        **more,
    }


def place(number: int, table: str = "T1", page: int = 3, row: int = 0) -> dict[str, Any]:
    """Where a row is printed."""
    return {"dokumen": document(number)["id"], "halaman": page, "kotak": [10.0, 20.0 + row, 300.0, 30.0 + row], "tabel": table}


def rupiah(amount: int | None, printed: str | None = None) -> dict[str, Any]:
    """An amount as read."""
    return {"mentah": printed if printed is not None else f"{amount:,}".replace(",", "."), "nilai": amount, "satuan": "rupiah"}


def percent(value: Any, kind: str = "persen") -> dict[str, Any]:
    """A percent as a target."""
    return {"mentah": str(value), "jenis": kind, "nilai": value, "satuan": "%" if kind == "persen" else None}


def budget_row(number: int, code: str | None, level: str, pagu: int, realisasi: int, row: int = 0, **more: Any) -> dict[str, Any]:
    """A line of a budget table."""
    return {
        "tahun": 2024,
        "kode": code,
        "uraian": f"Baris {code or 'jumlah'}",
        "tingkat": level,
        "pagu": rupiah(pagu),
        "realisasi": rupiah(realisasi),
        "persen": {"mentah": "90,00", "nilai": 90, "satuan": "%"},
        "sumber": place(number, row=row),
        **more,
    }


def report(name: str = "Rekaan", year: int | None = 2024, number: int = 1, **more: Any) -> LaporanSatker:
    """A satker-year with something in every section."""
    here, doc = place(number), document(number)["id"]
    person = {
        "nomor": "1",
        "nama": f"{NAME}, S.H.",
        "nip": NIP,
        "status": "PNS",
        "golongan": "III/c",
        "pangkat": "Penata",
        "jabatan": "Sekretaris",
        "tmt_jabatan": "2021-02",
        "jenis_kelamin": "P",
        "pendidikan": "Strata 1",
        "tanggal_lahir": "1987-05-14",
        "sumber": here,
    }
    content: dict[str, Any] = {
        "alat": {"nama": "lkj-extractor", "versi": "0"},
        "satker": {"nama": f"KPU Kabupaten {name}", "tingkat": "kabupaten", "wilayah": name, "provinsi": "Rekaan Raya", "keyakinan": 0.9},
        "tahun": year,
        "dokumen": [document(number)],
        "perjanjian_kinerja": [
            {
                "id": "pk-1",
                "dokumen": doc,
                "tabel": "T2",
                "tahun": 2024,
                "unit": f"Sekretaris ({NAME})",
                "pihak_pertama": {"nama": NAME, "jabatan": "Sekretaris"},
                "pihak_kedua": {"nama": "Bima Sakti", "jabatan": "Ketua"},
                "baris": [
                    {
                        "nomor": "1",
                        "sasaran": "Pemilu tertib",
                        "indikator": "Nilai SAKIP",
                        "target": percent("BB", "predikat"),
                        "sumber": here,
                    }
                ],
                "anggaran": [{"kode": "WA", "uraian": "Dukungan Manajemen", "jumlah": rupiah(1_000_000), "sumber": here}],
            }
        ],
        "capaian_kinerja": [
            {
                "id": "ck-1",
                "dokumen": doc,
                "baris": [
                    {
                        "tahun": 2024,
                        "sasaran": "Pemilu tertib",
                        "indikator": "Persentase partisipasi",
                        "target": percent(80),
                        "realisasi": percent(72),
                        "capaian": percent(90),
                        "sumber": place(number, "T3", 5),
                    },
                    {
                        "tahun": 2024,
                        "sasaran": "Pemilu tertib",
                        "indikator": "NILAI SAKIP.",
                        "target": percent("BB", "predikat"),
                        "realisasi": percent("B", "predikat"),
                        "capaian": None,
                        "sumber": place(number, "T3", 5, 1),
                    },
                ],
            }
        ],
        "realisasi_anggaran": [
            {
                "id": "ra-1",
                "dokumen": doc,
                "tabel": "T1",
                "baris": [
                    budget_row(number, "CQ", "program", 3_000_000_000, 2_700_000_000),
                    budget_row(number, "WA", "program", 1_000_000_000, 900_000_000, 1),
                    budget_row(number, None, "total", 4_000_000_000, 3_600_000_000, 2),
                ],
            }
        ],
        "pegawai": {
            "daftar": [person],
            "rekap": [{"dimensi": "pendidikan", "label": "S-1", "jumlah": {"mentah": "4", "nilai": 4}, "sumber": here}],
        },
        "iku": [{"nomor": "1", "indikator": "Nilai SAKIP", "cara_hitung": "Hasil evaluasi", "sumber_data": "LHE", "sumber": here}],
        "klaim": [
            {
                "jenis": "rupiah",
                "nilai": rupiah(4_000_000_000),
                "terbilang": {"mentah": "empat miliar", "nilai": 4_000_000_000},
                "ukuran": "pagu",
                "subjek": f"honor {NAME}",
                "kalimat": f"{NAME} (NIP {NIP}) mengelola Rp 4.000.000.000.",
                "sumber": here,
            }
        ],
        "temuan": [
            {
                "id": "A01-1",
                "kode": "A01",
                "nama": "sum_mismatch",
                "keparahan": "galat",
                "pesan": {"id": f"Salah kata {NAME}", "en": "Wrong"},
                "dinyatakan": 4_000_000_000,
                "dihitung": 4_100_000_000,
                "selisih": -100_000_000,
                "satuan": "rupiah",
                "bukti": [{**here, "mentah": "4.000.000.000", "sel": [2, 1]}, {**here, "mentah": NAME, "berkas": f"LKj {NAME}.pdf"}],
                "rekonsiliasi": "R-1",
            },
            {
                "id": "D05-1",
                "kode": "D05",
                "nama": "nip_duplicate",
                "keparahan": "galat",
                "pesan": {"id": NIP, "en": NIP},
                "dinyatakan": NIP,
            },
        ],
        "rekonsiliasi": [
            {
                "id": "R-1",
                "jalur": "/realisasi_anggaran/0/baris/2/pagu/nilai",
                "dinyatakan": 4_000_000_000,
                "menjadi": 4_100_000_000,
                "metode": "deduktif",
                "keyakinan": 0.9,
                "alasan": {"id": f"menurut {NAME}", "en": "so"},
                "temuan": ["A01-1"],
            }
        ],
        "sebutan": [{"dokumen": doc, "jenis": "nama", "teks": NAME, "sumber": here}],
        "mutu": {"pemeriksaan": [{"kode": "A01", "berlaku": 3, "dilanggar": 1}]},
    }
    return LaporanSatker.model_validate({**content, **more})


def write(out: Path, *reports: LaporanSatker) -> Path:
    """An OUT with these satker-years."""
    for one in reports:
        write_json(out / "satker" / slug(one.satker) / f"{one.tahun or 'tanpa-tahun'}.json", one)
    return out
