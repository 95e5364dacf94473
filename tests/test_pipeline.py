"""One report from file to result."""

import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from extractor import LaporanDokumen, UnreadableInput, extract
from tests.tables.printed import tabbed

REPORT = "\n\n".join(
    [
        "LAPORAN KINERJA\nKOMISI PEMILIHAN UMUM KABUPATEN BANYUMAS\nTAHUN 2031",
        "BAB I\nPENDAHULUAN\nLaporan ini memuat kinerja kantor selama tahun 2031.",
        "BAB II\nPERENCANAAN KINERJA\nPERJANJIAN KINERJA TAHUN 2031",
        tabbed(
            "No | Sasaran Strategis | Indikator Kinerja | Target",
            "1 | Meningkatnya arsip tertib | Persentase arsip tertata | 85%",
            " | | Jumlah juru arsip terlatih | 12 orang",
            "2 | Terwujudnya layanan bersih | Opini pemeriksa | WTP",
        ),
        tabbed("Program | Anggaran", "Program Arsip | Rp 12.500.000", "Program Layanan | Rp 7.250.000", "Jumlah | Rp 19.750.000"),
        "BAB III\nAKUNTABILITAS KINERJA\nTabel 3.1 Capaian Kinerja Tahun 2031",
        tabbed(
            "No | Sasaran Strategis | Indikator Kinerja | Target | Realisasi | Capaian (%)",
            "1 | Meningkatnya arsip tertib | Persentase arsip tertata | 85% | 80% | 94,12",
            "2 | Terwujudnya layanan bersih | Opini pemeriksa | WTP | WTP | 100",
        ),
        "Seluruh indikator di atas diukur pada akhir tahun oleh bagian perencanaan.",
        "Tabel 3.2 Realisasi Anggaran Tahun 2031",
        tabbed(
            "No | Uraian | Pagu | Realisasi | %",
            "1 | Program Arsip | 12.500.000 | 12.000.000 | 96,00%",
            "2 | Program Layanan | 7.250.000 | 7.000.000 | 96,55%",
            "Jumlah | | 19.750.000 | 19.000.000 | 96,20%",
        ),
        "Tabel 3.3 Keadaan Wilayah",
        tabbed("Nama Kecamatan | Banyaknya Desa", "Kecamatan Angsana Timur | 14", "Kecamatan Belimbing Barat | 17"),
        "BAB IV\nPENUTUP\nDemikian laporan ini disusun.\nBanyumas, 20 Januari 2032",
    ]
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("laporan") / "laporan.txt"
    file.write_text(REPORT, encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def report(path: Path) -> LaporanDokumen:
    return extract(path)


def test_every_table_is_there_in_printed_order(report: LaporanDokumen) -> None:
    assert [t.jenis for t in report.tabel] == ["pk", "pk_anggaran", "capaian_kinerja", "realisasi_anggaran", "lain"]
    assert [t.nomor for t in report.tabel[2:]] == ["3.1", "3.2", "3.3"]
    assert report.mutu.tabel_lain == 1


def test_who_and_when(report: LaporanDokumen) -> None:
    assert (report.satker.tingkat, report.tahun) == ("kabupaten", 2031)
    assert report.satker.wilayah is not None
    assert "Banyumas" in report.satker.wilayah
    assert (report.dokumen[0].berkas, report.dokumen[0].metode_baca) == ("laporan.txt", "teks")


def test_chapters(report: LaporanDokumen) -> None:
    assert [b.judul for b in report.bab if b.tingkat == 1] == ["PENDAHULUAN", "PERENCANAAN KINERJA", "AKUNTABILITAS KINERJA", "PENUTUP"]
    assert [t.bab for t in report.tabel[:1]] == ["PERENCANAAN KINERJA"]


def test_the_agreement_holds_its_targets_and_its_budget(report: LaporanDokumen) -> None:
    [agreement] = report.perjanjian_kinerja
    assert [(r.nomor, r.indikator, r.target.mentah if r.target else None) for r in agreement.baris] == [
        ("1", "Persentase arsip tertata", "85%"),
        ("1", "Jumlah juru arsip terlatih", "12 orang"),
        ("2", "Opini pemeriksa", "WTP"),
    ]
    assert [(r.uraian, r.jumlah.nilai if r.jumlah else None) for r in agreement.anggaran] == [
        ("Program Arsip", 12_500_000),
        ("Program Layanan", 7_250_000),
    ]


def test_achievements_and_budget(report: LaporanDokumen) -> None:
    assert [(r.indikator, r.capaian.nilai) for r in report.capaian_kinerja[0].baris if r.capaian] == [
        ("Persentase arsip tertata", Decimal("94.12")),
        ("Opini pemeriksa", 100),
    ]
    lines = report.realisasi_anggaran[0].baris
    assert [(r.uraian, r.pagu.nilai, r.realisasi.nilai) for r in lines if r.pagu and r.realisasi] == [
        ("Program Arsip", 12_500_000, 12_000_000),
        ("Program Layanan", 7_250_000, 7_000_000),
        ("Jumlah", 19_750_000, 19_000_000),
    ]
    assert lines[-1].tingkat == "total"


def sources(node: Any) -> list[dict[str, Any]]:
    """All sources anywhere in the output."""
    if isinstance(node, list):
        return [s for x in node for s in sources(x)]
    if not isinstance(node, dict):
        return []
    own = node.get("sumber") or []
    return (own if isinstance(own, list) else [own]) + [s for key, value in node.items() if key != "sumber" for s in sources(value)]


def test_every_figure_is_printed_where_its_source_says(report: LaporanDokumen) -> None:
    lines = REPORT.split("\n")
    tables = {t.id: t for t in report.tabel}
    checked = 0
    for kind in (report.realisasi_anggaran, report.perjanjian_kinerja):
        for row in (r for record in kind for r in getattr(record, "anggaran", record.baris)):
            for figure in (f for f in (getattr(row, name, None) for name in ("pagu", "realisasi", "persen", "jumlah")) if f):
                first, last = figure.sumber.baris
                assert figure.mentah in "\n".join(lines[first - 1 : last])
                at, column = figure.sumber.sel
                assert tables[figure.sumber.tabel].baris[at][column] == figure.mentah
                checked += 1
    assert checked == 9 + 2


def test_all_sources_point_into_the_document(report: LaporanDokumen) -> None:
    found = sources(report.model_dump(mode="json"))
    count = len(REPORT.split("\n"))
    assert len(found) > 20
    assert all(s["dokumen"] == report.dokumen[0].id for s in found)
    assert all(1 <= s["baris"][0] <= s["baris"][1] <= count for s in found if s["baris"])


def test_every_digit_of_every_table_is_in_the_output(report: LaporanDokumen) -> None:
    printed = [cell for line in REPORT.split("\n") if "\t" in line for cell in line.split("\t") if any(ch.isdigit() for ch in cell)]
    kept = [cell for t in report.tabel for row in (*t.kepala, *t.baris) for cell in row if any(ch.isdigit() for ch in cell)]
    assert sorted(kept) == sorted(printed)


def test_the_same_file_gives_the_same_bytes_in_another_process(path: Path, report: LaporanDokumen) -> None:
    program = "import sys; from extractor import extract; sys.stdout.buffer.write(extract(sys.argv[1]).model_dump_json().encode())"
    root = str(Path(__file__).parents[1])
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program, str(path)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": root},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "77")
    }
    assert outputs == {report.model_dump_json().encode()}


def test_the_output_reads_back(report: LaporanDokumen) -> None:
    data = json.loads(report.model_dump_json())
    assert json.loads(LaporanDokumen.model_validate(data).model_dump_json()) == data


def test_line_endings_and_encoding_change_no_value(path: Path, report: LaporanDokumen) -> None:
    other = path.with_name("lain.txt")
    other.write_bytes(REPORT.replace("\n", "\r\n").encode("utf-8-sig"))
    found = extract(other)
    assert [t.baris for t in found.tabel] == [t.baris for t in report.tabel]
    assert [t.jenis for t in found.tabel] == [t.jenis for t in report.tabel]


def test_a_report_without_tables_is_a_report(tmp_path: Path) -> None:
    file = tmp_path / "prosa.txt"
    file.write_text("LAPORAN KINERJA\nTAHUN 2031\n\nBAB I\nPENDAHULUAN\nLaporan ini tidak memuat tabel.\n")
    found = extract(file)
    assert (found.tabel, found.realisasi_anggaran, found.tahun) == ([], [], 2031)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput) as caught:
        extract(tmp_path / "tidak-ada.txt")
    assert caught.value.reason == "tidak_dapat_dibuka"
