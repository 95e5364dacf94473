"""Marks that converters leave around words."""

import pytest

from extractor.reading.document import Place
from extractor.reading.text_marks import cell_of, strip_emphasis


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("_Laporan Kinerja_", "Laporan Kinerja"),
        ("_**Laporan**_ dan __lampiran__", "Laporan dan lampiran"),
        ("(_outcome_), _output_.", "(outcome), output."),
        ("~~Biaya rutin~~", "Biaya rutin"),
        ("`1.234.567`", "1.234.567"),
        ("berkas_nama_panjang", "berkas_nama_panjang"),
        ("Ketua ______ Anggota ____", "Ketua ______ Anggota ____"),
        (r"\_tetap\_", "_tetap_"),
    ],
)
def test_underscores_and_ticks_around_words_are_marks(marked: str, plain: str) -> None:
    assert strip_emphasis(marked)[0] == plain
    assert cell_of(marked, Place()).raw == plain
