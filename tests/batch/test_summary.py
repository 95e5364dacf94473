"""The figures of the last table."""

from io import StringIO

import pytest
from rich.console import Console

from extractor.batch.contents import total_budget
from extractor.batch.summary import rupiah, summary_table
from extractor.model import Alat, Angka, BarisRealisasi, Dokumen, LaporanSatker, RealisasiAnggaran, Satker
from extractor.model.proses import SatkerWritten


def satker_with(*rows: BarisRealisasi) -> LaporanSatker:
    document = Dokumen(id="d", berkas="a.txt", sha256="d" * 64, jenis=["lkj"], halaman=1, metode_baca="teks")
    return LaporanSatker(
        alat=Alat(nama="lkj-extractor", versi="1"),
        satker=Satker(nama="Satker Contoh", tingkat="lain"),
        tahun=2023,
        dokumen=[document],
        realisasi_anggaran=[RealisasiAnggaran(id="r", dokumen="d", baris=list(rows))],
    )


def total(pagu: int | None, realisasi: int | None, tahun: int = 2023) -> BarisRealisasi:
    return BarisRealisasi(
        uraian="Jumlah", tingkat="total", tahun=tahun, pagu=Angka(mentah="", nilai=pagu), realisasi=Angka(mentah="", nilai=realisasi)
    )


def test_the_greatest_total_of_the_year_counts() -> None:
    other = BarisRealisasi(uraian="Program", tingkat="program", tahun=2023, pagu=Angka(mentah="", nilai=999))
    assert total_budget(satker_with(total(100, 90), total(300, None), total(900, 800, 2022), other)) == (300, None)


def test_of_equal_totals_the_one_with_its_realisasi_counts() -> None:
    assert total_budget(satker_with(total(300, None), total(300, 280))) == (300, 280)


def test_no_total_is_none_and_not_zero() -> None:
    assert total_budget(satker_with(total(None, 5))) == (None, None)


@pytest.mark.parametrize(("value", "shown"), [(51412431000, "51.412.431.000"), (0, "0"), (-1500, "-1.500"), (None, "–")])
def test_rupiah_is_shown_as_indonesians_write_it(value: int | None, shown: str) -> None:
    assert rupiah(value) == shown


def shown(width: int, **options: bool) -> str:
    row = SatkerWritten(
        file="x", satker="Satker Contoh dengan Nama yang Panjang Sekali", slug="x", tahun=2023, documents=["d"], tables=3,
        records={"perjanjian_kinerja": 4, "rencana_kinerja": 0, "rencana_aksi": 0, "capaian_kinerja": 5, "realisasi_anggaran": 6,
                 "pegawai": 7, "iku": 8},
        pagu=51412431000, realisasi=49999999999, findings={"galat": 12, "peringatan": 34, "info": 56}, warnings=0, versions=[],
    )  # fmt: skip
    console = Console(width=width, file=StringIO())
    console.print(summary_table([row], **options))
    return console.file.getvalue()


def test_figures_are_whole_on_a_terminal_of_80_columns() -> None:
    text = shown(80, per_kind=False)
    assert "51.412.431.000" in text
    assert "49.999.999.999" in text
    assert " 30 " in text


def test_kinds_that_nobody_has_take_no_room() -> None:
    text = shown(140)
    assert "Capaian" in text
    assert "RKT" not in text


def test_errors_are_counted_beside_the_figures() -> None:
    assert "12" in shown(200)
    assert "34" in shown(200)
    assert "Galat" in shown(80, per_kind=False)
