"""The year that a heading names."""

import pytest

from extractor.records.headings import year_in


@pytest.mark.parametrize(
    ("texts", "year"),
    [
        (["RENCANA AKSI KINERJA TAHUNAN", "2031", "DINAS ARSIP", "Penyusunan Laporan Kinerja Tahun 2030"], 2031),
        (["RENCANA KINERJA TAHUNAN TAHUN 2029 - 2031", "DINAS ARSIP"], 2031),
        (["Angsana, 26 Januari 2030", "DINAS ARSIP", "TAHUN 2031"], 2031),
        (["RENCANA KINERJA TAHUNAN", "DINAS ARSIP"], None),
    ],
)
def test_the_year_stands_next_to_the_title(texts: list[str], year: int | None) -> None:
    assert year_in(texts) == year
