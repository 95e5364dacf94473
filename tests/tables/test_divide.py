"""Two tables drawn as one grid, and entries that only look so."""

from extractor.records.registry import SPECS
from extractor.tables.divide import divide
from tests.tables.printed import aligned_grid

EDGES = (0, 4, 30, 56, 66)
WORDINGS = frozenset(word for spec in SPECS for role in spec.roles for word in role.words)
HEAD = ["No | Sasaran | Indikator Kinerja | Target", "1 | 2 | 3 | 4"]


def parts(*rows: str) -> int:
    return len(divide(aligned_grid([*HEAD, *rows], EDGES), WORDINGS))


def test_the_numbers_of_the_columns_number_no_entries() -> None:
    assert parts(" | Tertatanya | Persentase | ", " | | Jumlah arsip | Sumber data", "1 | arsip kota | bidang arsip | ") == 1


def test_a_sasaran_that_every_entry_repeats_starts_no_other_table() -> None:
    first = [" | Tertatanya program | Jumlah kerja sama | ", "1 | arsip | arsip | 8"]
    assert parts(*first, " | Tertatanya program | Persentase kegiatan arsip | ", "1 | arsip | kota | 96") == 1


def test_a_header_over_another_numbering_starts_another_table() -> None:
    first = ["1 | Tertatanya arsip | Jumlah arsip | 8", "2 | Tertatanya pasar | Jumlah pasar | 9"]
    assert parts(*first, " | Sasaran | Program kegiatan | Anggaran", "1 | Tertatanya arsip | Penataan arsip | 2.000.000") == 2


def test_amounts_below_the_rest_of_an_entry_that_a_page_cuts_start_no_other_table() -> None:
    head = ["No | Uraian Kegiatan | Indikator Kinerja | Anggaran (Rp)"]
    rows = [
        " | | pada jamnya | ",
        " | Penyusunan Rencana, | Persentase berkas | ",
        "3 | Data, dan Kegiatan | yang ditata | 3.936.566.000",
    ]
    assert len(divide(aligned_grid([*head, *rows], EDGES), WORDINGS)) == 1
