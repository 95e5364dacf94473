import pytest

from extractor.records.pegawai_istilah import is_other_topic, read_dimension, read_status, read_topic


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("PNS", "PNS"),
        ("Aparatur Sipil Negara (ASN)", "PNS"),
        ("P3K", "PPPK"),
        ("Pegawai Pemerintah dengan Perjanjian Kinerja", "PPPK"),
        ("Pegawai Pemerintah Non Pegawai Negeri (PPNPN)", "PPNPN"),
        ("Non PNS", "PPNPN"),
        ("Tenaga Honorer", "PPNPN"),
        ("Ketua merangkap Anggota", "KOMISIONER"),
        ("Anggota KPU Kota Antah", "KOMISIONER"),
        ("Daftar PPPK dan PPNPN", None),
        ("Kepala Sub Bagian Hukum", None),
        ("", None),
    ],
)
def test_status(text: str, status: str | None) -> None:
    assert read_status(text) == status


@pytest.mark.parametrize(
    ("label", "dimension"),
    [
        ("Golongan III", "golongan"),
        ("Gol. II/c", "golongan"),
        ("Penata Muda Tk. I", "golongan"),
        ("S1", "pendidikan"),
        ("SLTA/Sederajat", "pendidikan"),
        ("Diploma III", "pendidikan"),
        ("Sub Bagian Hukum dan SDM", "subbagian"),
        ("Subbag Keuangan", "subbagian"),
        ("Sertifikat Bendahara", "sertifikat"),
        ("PPPK", "status"),
        ("Jumlah seluruh pegawai", "total"),
        ("sebagian besar", None),
        ("s.d. Desember", None),
        ("Kendaraan roda empat", None),
    ],
)
def test_dimension_of_a_label(label: str, dimension: str | None) -> None:
    assert read_dimension(label) == dimension


def test_topics_of_headings() -> None:
    assert read_topic("Kategori Pangkat Golongan") == "golongan"
    assert read_topic("Berdasarkan Tingkat Pendidikan") == "pendidikan"
    assert is_other_topic("Berdasarkan Jenis Kelamin")
    assert not is_other_topic("Berdasarkan Tingkat Pendidikan")
