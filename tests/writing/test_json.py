"""What is written says the same when it is read again."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from extractor.model import (
    Alat,
    Angka,
    BarisRealisasi,
    Dokumen,
    LaporanDokumen,
    RealisasiAnggaran,
    Satker,
    Sumber,
    Tabel,
    Target,
)
from extractor.writing import encode

numbers = st.one_of(st.none(), st.integers(-(10**18), 10**18), st.decimals(-1000, 1000, allow_nan=False, allow_infinity=False, places=2))
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
sources = st.builds(
    Sumber,
    dokumen=st.just("a1b2c3d4e5f6"),
    halaman=st.none() | st.integers(1, 999),
    baris=st.none() | st.tuples(st.integers(1, 99), st.integers(99, 999)),
    sel=st.none() | st.tuples(st.integers(0, 9), st.integers(0, 9)),
)
figures = st.builds(
    Angka, mentah=texts, nilai=numbers, satuan=st.none() | texts, sumber=st.none() | sources | st.lists(sources, max_size=2)
)


def report_with(figure: Angka, cell: str = "") -> LaporanDokumen:
    document = Dokumen(
        id="a1b2c3d4e5f6", berkas="laporan.txt", sha256="a1b2c3d4e5f6" + "0" * 52, jenis=["lkj"], halaman=1, metode_baca="teks"
    )
    row = BarisRealisasi(uraian="Program Contoh", pagu=figure)
    return LaporanDokumen(
        alat=Alat(nama="lkj-extractor", versi="1"),
        satker=Satker(nama="Satker Contoh", tingkat="lain"),
        tahun=2023,
        dokumen=[document],
        tabel=[Tabel(id="t1", dokumen=document.id, jenis="lain", keyakinan=0.5, baris=[[cell]])],
        realisasi_anggaran=[RealisasiAnggaran(id="r1", dokumen=document.id, baris=[row])],
    )


@given(figures, texts)
def test_reading_back_gives_the_same_bytes(figure: Angka, cell: str) -> None:
    written = encode(report_with(figure, cell))
    again = LaporanDokumen.model_validate_json(written)
    assert encode(again) == written
    assert again.realisasi_anggaran[0].baris[0].pagu == figure
    assert again.tabel[0].baris == [[cell]]


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=10).map("predikat ".__add__)


@given(words | st.integers() | st.decimals(0, 100, places=1))
def test_target_keeps_the_kind_of_its_value(value: str | int | Decimal) -> None:
    target = Target(mentah="x", jenis="lain", nilai=value)
    again = Target.model_validate_json(target.model_dump_json())
    assert again.nilai == value
    assert isinstance(again.nilai, str) == isinstance(value, str)


def test_sources_say_only_what_they_know_and_other_fields_stay() -> None:
    source = Sumber(dokumen="a1b2c3d4e5f6", halaman=3)
    row = json.loads(encode(report_with(Angka(mentah="–", sumber=[source]))))["realisasi_anggaran"][0]["baris"][0]
    assert row["pagu"] == {"mentah": "–", "nilai": None, "satuan": None, "sumber": [{"dokumen": "a1b2c3d4e5f6", "halaman": 3}]}
    assert row["realisasi"] is None


def test_text_is_utf8_and_the_file_ends_with_a_line_feed() -> None:
    written = encode(report_with(Angka(mentah="√ ½ Ā")))
    assert "√ ½ Ā".encode() in written
    assert written.endswith(b"}\n")


def test_an_invalid_result_is_not_written() -> None:
    report = report_with(Angka(mentah="1"))
    report.dokumen.append(report.dokumen[0])  # a document's report has exactly one
    with pytest.raises(ValidationError):
        encode(report)
