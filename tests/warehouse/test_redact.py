"""With --redact no name and no NIP reaches a warehouse, wherever in the report it stood."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.warehouse.columns import Kind, Personal
from extractor.warehouse.destination import Destination, LoadError
from extractor.warehouse.load import load
from extractor.warehouse.redact import Redaction, WeakKey, redaction
from extractor.warehouse.star import STAR
from tests.warehouse.reports import NAME, NIP, document, percent, place, report, write

Open = Callable[[], Destination]
OUT, KEY, OTHER = Redaction(True), Redaction(True, b"k" * 32), Redaction(True, b"l" * 32)
LEAK = re.compile(r"wulandari|sekartaji|bima\s*sakti|19870514|1987-05-14", re.IGNORECASE)


def everything(opened: Open, out: Path, how: Redaction) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables, records included."""
    database = opened()
    try:
        load(out, database, how)
        tables = {name: table.names for name, table in STAR.items()} | {"lkj_muatan": ("laporan_key", "berkas", "sha256", "dimuat")}
        return {
            name: [dict(zip(names, row, strict=True)) for row in database.rows(f"SELECT {', '.join(names)} FROM {name}")]
            for name, names in tables.items()
        }
    finally:
        database.close()


def tainted() -> Any:
    """A report in which names stand where a reader may have put them: in cells, headings, labels, units, places."""
    here = place(1)
    signed = f"Pemilu tertib Ketua, {NAME.upper()} NIP. {NIP[:8]} {NIP[8:14]} {NIP[14]} {NIP[15:]}"
    cells = [
        signed,
        f"tertib {NAME.replace(' ', '  ')}",
        f"tertib {NAME.replace(' ', chr(10))}",
        f"lihat {NIP[:8]}-{NIP[8:14]}-{NIP[14:]}",
        "w" + NAME[1:].replace("a", "а"),
    ]  # the last with Cyrillic letters
    rows = [
        {"tahun": 2024, "sasaran": cell, "indikator": cell, "target": percent(cell, "lain") | {"nilai": None}, "sumber": here}
        for cell in cells
    ]
    return report(
        capaian_kinerja=[{"id": "c", "dokumen": document()["id"], "baris": rows}],
        rencana_aksi=[{"id": "a", "dokumen": document()["id"], "unit": f"Kasubbag {NAME}",
                       "baris": [{"indikator": "x", "pelaksana": f"{NAME}, S.H.", "kegiatan": "Honor BIMA  SAKTI", "sumber": here}]}],
    )  # fmt: skip


@pytest.mark.parametrize("how", [OUT, KEY], ids=["left out", "pseudonyms"])
def test_no_name_and_no_number_of_a_person_is_left(warehouse: Open, tmp_path: Path, how: Redaction) -> None:
    plain = str(everything(warehouse, write(tmp_path / "out", tainted()), how))
    assert LEAK.search(plain) is None
    assert len(plain) > 10_000


def test_the_canaries_of_that_test_are_there_without_redaction(warehouse: Open, tmp_path: Path) -> None:
    found = everything(warehouse, write(tmp_path / "out", tainted()), Redaction())
    leaking = {
        f"{table}.{column}" for table, rows in found.items() for row in rows for column, value in row.items() if LEAK.search(str(value))
    }
    assert {"fact_pegawai.nama", "fact_kinerja.sasaran", "dim_indikator.indikator_baku", "fact_klaim.kalimat", "fact_temuan.pesan",
            "fact_temuan_bukti.mentah", "fact_temuan_bukti.berkas", "dim_dokumen.berkas", "dim_rencana.pihak_kedua",
            "fact_target.pelaksana", "dim_rencana.unit",
            "fact_rekonsiliasi.alasan", "fact_temuan.dinyatakan_teks", "fact_penandatangan.nip", "fact_pegawai.tanggal_lahir",
            "fact_kinerja.target_mentah"} <= leaking  # fmt: skip


def test_figures_and_words_about_work_stay(warehouse: Open, tmp_path: Path) -> None:
    found = everything(warehouse, write(tmp_path / "out", tainted()), OUT)
    assert [row["pagu"] for row in found["fact_realisasi_anggaran"] if row["tingkat"] == "total"] == [4_000_000_000]
    assert {row["sasaran"] for row in found["fact_kinerja"]} >= {"Pemilu tertib Ketua, [nama] [nip]", "tertib [nama]", "lihat [nip]"}
    assert {row["temuan_id"] for row in found["fact_temuan"]} == {"A01-001", "D05-002"}
    assert {row["temuan_id"] for row in found["fact_temuan_bukti"]} == {"A01-001"}
    (person,) = found["fact_pegawai"]
    assert (person["nama"], person["nip"], person["jenjang"], person["jenis_kelamin"], person["golongan"]) == (
        None,
        None,
        "S1",
        "P",
        "III/c",
    )


def test_a_pseudonym_is_the_same_for_one_person_under_one_key(warehouse: Open, tmp_path: Path) -> None:
    found = everything(warehouse, write(tmp_path / "out", report()), KEY)
    names = {found["fact_pegawai"][0]["nama"], found["fact_penandatangan"][0]["nama"], found["dim_rencana"][0]["pihak_pertama"]}
    assert len(names) == 1
    assert re.fullmatch("[0-9a-f]{32}", names.pop())
    assert found["fact_pegawai"][0]["nip"] == found["fact_penandatangan"][0]["nip"] != found["fact_pegawai"][0]["nama"]


def test_another_key_gives_other_pseudonyms() -> None:
    assert KEY.cleaner(report().model_dump(mode="json")).nip(NIP) != OTHER.cleaner(report().model_dump(mode="json")).nip(NIP)


@pytest.mark.parametrize(("first", "second"), [(Redaction(), OUT), (OUT, Redaction()), (OUT, KEY), (KEY, OTHER)])
def test_one_warehouse_does_not_mix_what_is_redacted_with_what_is_not(
    warehouse: Open, tmp_path: Path, first: Redaction, second: Redaction
) -> None:
    out = write(tmp_path / "out", report())
    before = everything(warehouse, out, first)
    with pytest.raises(LoadError, match="gudang data"):
        everything(warehouse, out, second)
    assert everything(warehouse, out, first) == before


def test_a_short_key_is_refused() -> None:
    with pytest.raises(WeakKey, match="16 byte"):
        redaction(on=True, key=b"rahasia")


def test_words_from_the_report_are_never_kept_unseen() -> None:
    """A column of words as printed is cleaned, and persons are known as such."""
    for table in STAR.values():
        for column in table.columns:
            if column.kind is Kind.TEXT and column.name.removesuffix("_mentah") != column.name:
                assert column.personal is not Personal.NONE, (table.name, column.name)
            if column.name in ("nama", "nip") and table.name in ("fact_pegawai", "fact_penandatangan"):
                assert column.personal in (Personal.NAME, Personal.NIP)
