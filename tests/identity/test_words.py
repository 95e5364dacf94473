"""Names in capitals as they are written in running text."""

import pytest

from extractor.identity.words import title_case


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("PENGADILAN NEGERI MUARA KELAS IB", "Pengadilan Negeri Muara Kelas IB"),
        ("LEMBAGA PEMASYARAKATAN KELAS IIA MUARA", "Lembaga Pemasyarakatan Kelas IIA Muara"),
        ("KPPN TIPE A MUARA", "KPPN Tipe A Muara"),
        ("DINAS PEKERJAAN UMUM WILAYAH III", "Dinas Pekerjaan Umum Wilayah III"),
        ("DRS. SOFWAN ARDANI", "Drs. Sofwan Ardani"),
    ],
)
def test_classes_and_abbreviations_keep_their_capitals(printed: str, written: str) -> None:
    assert title_case(printed) == written
