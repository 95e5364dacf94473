"""What the text names: signatures, bodies, laws, dates that cannot be."""

from pathlib import Path

import pytest

from extractor.checks import examine
from extractor.checks.samples import mention, report
from extractor.mentions.read import read_mentions
from extractor.model import Sebutan
from extractor.reading import read


@pytest.fixture
def said(tmp_path: Path):
    def of(text: str) -> list[Sebutan]:
        path = tmp_path / "laporan.txt"
        path.write_text(text)
        return read_mentions(read(path))

    return of


def test_a_signature_gives_the_name_its_office_and_its_line(said) -> None:
    (name,) = said("Uraian penutup.\n\nContoh, 8 Januari 2025\n\nSekretaris KPU Kabupaten Contoh\n\n\nAdhitya Wirasena\n")[:1]
    assert (name.jenis, name.teks, name.nilai, name.sumber.baris) == ("nama", "Adhitya Wirasena", "2025-01-08", (8, 8))


def test_dates_outside_the_calendar_are_named_and_others_are_not(said) -> None:
    text = "Rapat tanggal 31 April 2024 dan 29 Februari 2023, lalu 29 Februari 2024 dan 30 April 2024."
    assert [m.teks for m in said(text) if m.jenis == "tanggal"] == ["31 April 2024", "29 Februari 2023"]


def test_laws_with_their_years_over_a_line_break(said) -> None:
    first = "Sesuai Undang-Undang (UU) Nomor 28\nTahun 2009 tentang Penyelenggaraan Negara yang Bersih."
    text = f"{first}\nUndang-undang No. 28 Tahun 1999 tentang Penyelenggaraan Negara yang bersih."
    laws = [m for m in said(text) if m.jenis == "peraturan"]
    assert [m.nilai for m in laws] == ["2009", "1999"]
    assert [f.kode for f in examine(report(sebutan=laws)).findings] == ["E04"]


def test_a_comparison_of_a_year_with_itself(said) -> None:
    wrong = "Tabel ini memuat perbandingan capaian kinerja tahun 2016 dengan capaian kinerja tahun 2016."
    right = "Perbandingan jumlah kendaraan tahun 2016 terhadap jumlah seluruhnya tahun 2016, dan capaian tahun 2015 dengan tahun 2016."
    assert [m.nilai for m in said(wrong) if m.jenis == "perbandingan"] == ["2016"]
    assert [m for m in said(right) if m.jenis == "perbandingan"] == []


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Laporan ini disusun oleh KPU Kabupaten Sleman.", True),
        ("Anggota berkunjung ke KPU Kabupaten Sleman.", False),
        ("KPU Kabupaten Contoh Tahun 2024", False),
        ("KOMISI PEMILIHAN UMUM KABUPATEN CONTOH", False),
    ],
)
def test_another_satker_is_told_from_a_guest(said, text: str, flagged: bool) -> None:
    assert ("E03" in [f.kode for f in examine(report(sebutan=said(text))).findings]) is flagged


def test_look_alike_letters_and_titles_make_no_other_name() -> None:
    names = ["Vera Agustina, S.Sos.", "Vera Аgustina", "Dra. VERA AGUSTINA"]
    assert examine(report(sebutan=[mention("nama", name, None, "Kepala") for name in names])).findings == []


def test_a_position_over_two_lines_and_a_name_misspelled_against_its_field(said) -> None:
    field = "Nama : Adhitya Wirasena, S.H.\n"
    signed = "Contoh, 8 Januari 2025\n\nKepala Dinas Perhubungan Kabupaten Padang\nSelatan,\n\n\nAdhitya wirasna, S.H.\n"
    names = [m for m in said(f"{field}\nUraian penutup.\n\n{signed}") if m.jenis == "nama"]
    assert [m.teks for m in names] == ["Adhitya wirasna, S.H."]
    (holder,) = [m for m in said(signed.replace("wirasna", "Wirasna")) if m.jenis == "nama"]
    assert (holder.teks, holder.keterangan) == ("Adhitya Wirasna, S.H.", "Kepala Dinas Perhubungan Kabupaten Padang Selatan")
