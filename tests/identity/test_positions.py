import pytest

from extractor.identity.positions import holder_of, is_position, normal_position, same_position


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("Sekretaris Komisi Pemilihan Umum Provinsi Maluku", "Sekretaris KPU Provinsi Maluku"),
        ("KETUA KOMISI PEMILIHAN UMUM KOTA AMBON", "Ketua KPU Kota Ambon"),
        ("Ketua Komisi Pemilihan Umum (KPU) Kota Ambon", "Ketua KPU Kota Ambon"),
        ("Sekretaris Komisi Independen Pemilihan Kota Sabang", "Sekretaris KIP Kota Sabang"),
        ("Kepala Bagian Umum dan Logistik Komisi Pemilihan Umum Provinsi Maluku", "Kepala Bagian Umum dan Logistik"),
        ("Kepala Subbagian Hukum pada Sekretariat KPU Kota Ambon", "Kepala Subbagian Hukum"),
        ("Kepala Sub Bagian Hukum Provinsi Maluku", "Kepala Sub Bagian Hukum"),
        ("Pit. Kepala Bagian Data , Informasi", "Plt. Kepala Bagian Data, Informasi"),
        ("KEPALA DINAS PERIKANAN PROVINSI MALUKU", "Kepala Dinas Perikanan Provinsi Maluku"),
        ("Kepala Dinas Perikanan Kota Ambon,", "Kepala Dinas Perikanan Kota Ambon"),
    ],
)
def test_normal_form(printed: str, normal: str) -> None:
    assert normal_position(printed) == normal
    assert normal_position(normal) == normal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plt. Kepala Bagian Umum", True),
        ("KETUA", True),
        ("Sekretariz KPU", True),
        ("Siti Rahmawati, S.H.", False),
        ("", False),
        ("12", False),
    ],
)
def test_positions_are_told_from_names(text: str, expected: bool) -> None:
    assert is_position(text) is expected


def test_same_position_overlooks_spelling() -> None:
    assert same_position("Sekretaris Komisi Pemilihan Umum Kota Ambon", "SEKRETARIS KOMISI PEMILIHAN UMUM KOTA AMBQN")
    assert not same_position("Sekretaris KPU Kota Ambon", "Ketua KPU Kota Ambon")
    assert not same_position(None, "Ketua")


@pytest.mark.parametrize(
    ("position", "heading", "holder"),
    [
        ("Ketua", None, "Ketua KPU Kota Ambon"),
        ("Sekretaris Komisi Pemilihan Umum Kota Ambon", "BAGIAN UMUM", "Sekretaris KPU Kota Ambon"),
        (None, "SEKRETARIAT KOMISI PEMILIHAN UMUM KOTA AMBON", "Sekretariat KPU Kota Ambon"),
        (None, "BAGIAN UMUM DAN LOGISTIK KOMISI PEMILIHAN UMUM KOTA AMBON", "Kepala Bagian Umum dan Logistik"),
        (None, "KOMISI PEMILIHAN UMUM KOTA AMBON", "Ketua KPU Kota Ambon"),
        (None, None, "Ketua KPU Kota Ambon"),
    ],
)
def test_holder(position: str | None, heading: str | None, holder: str) -> None:
    assert holder_of(position, heading, "KPU Kota Ambon") == holder


def test_holder_of_other_bodies() -> None:
    assert holder_of(None, None, "Dinas Perikanan Provinsi Maluku") == "Dinas Perikanan Provinsi Maluku"
    assert holder_of(None, None, None) is None
