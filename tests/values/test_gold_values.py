"""Every raw value of the hand-checked truth is read right."""

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from extractor.values.codes import code_level, read_code
from extractor.values.education import read_pendidikan
from extractor.values.nip import nip_details
from extractor.values.numbers import find_amounts, read_amount, read_number, read_percent
from extractor.values.target import read_target
from extractor.values.terbilang import read_terbilang

GOLD = Path(__file__).resolve().parents[2].parent / "shared" / "gold"
pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the hand-checked reports are not beside the project")


def rows(name: str) -> Iterator[dict[str, str]]:
    for path in sorted(GOLD.glob(f"*/{name}.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


def test_claims() -> None:
    readers = {"rupiah": read_amount, "persen": read_percent, "jumlah": read_number}
    claims = [r for r in rows("klaim") if r["nilai"]]
    assert claims
    assert [r["raw"] for r in claims if readers[r["jenis"]](r["raw"]) != Decimal(r["nilai"])] == []
    rupiah = [r for r in claims if r["jenis"] == "rupiah"]
    assert [r["raw"] for r in rupiah if [m.value for m in find_amounts(r["raw"])] != [int(r["nilai"])]] == []


def test_words_of_claims() -> None:
    worded = [r for r in rows("klaim") if r["terbilang_raw"]]
    assert worded
    assert [
        r["terbilang_raw"]
        for r in worded
        if read_terbilang(r["terbilang_raw"]) != (int(r["terbilang_nilai"]) if r["terbilang_nilai"] else None)
    ] == []


def test_targets() -> None:
    targets = [r for r in rows("pk") if r["target_jenis"]]
    assert targets
    for row in targets:
        reading = read_target(row["target_raw"])
        assert reading.jenis == row["target_jenis"]
        if row["target_nilai"]:
            assert str(reading.nilai) == row["target_nilai"] or reading.nilai == Decimal(row["target_nilai"])
        assert (reading.satuan or "") == row["target_satuan"]


def test_staff() -> None:
    staff = list(rows("pegawai"))
    assert staff
    for row in staff:
        if row["pendidikan"]:
            assert read_pendidikan(row["pendidikan"]) == row["pendidikan"]
        if row["nip"]:
            details = nip_details(row["nip"])
            assert details is not None
            assert (details.birth, details.sex, details.pppk) == (row["tanggal_lahir"], row["jenis_kelamin"], row["status"] == "PPPK")


def test_codes() -> None:
    coded = [r for name in ("realisasi_anggaran", "pk_anggaran", "rkt") for r in rows(name) if r.get("kode")]
    assert coded
    assert [r["kode"] for r in coded if read_code(r["kode"]) != r["kode"].upper()] == []
    assert [r["kode"] for r in rows("realisasi_anggaran") if r["kode"] and code_level(r["kode"]) != r["tingkat"]] == []
