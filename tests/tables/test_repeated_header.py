"""The names of the columns, printed again below each label over all columns, are no entries."""

import pytest

from tests.tables.printed import body, drawn_document, only_table

NAMES = "Sasaran | Indikator Kinerja | Target | Kegiatan | Anggaran"
FIRST = ["Misi 1: Menata Kebun | | | |", NAMES, "Kebun rapi | Jumlah kebun | 3 | Penyiangan | 4.500.000"]
SECOND = ["Misi 2: Menata Taman | | | |", NAMES, "Taman teduh | Jumlah taman | 2 | Penanaman | 2.500.000"]


@pytest.mark.parametrize("pages", [([*FIRST, *SECOND],), (FIRST, ["Kebun subur | Jumlah pupuk | 7 | Pemupukan | 1.500.000", *SECOND])])
def test_names_below_another_label_are_those_of_the_same_columns(pages: tuple[list[str], ...]) -> None:
    table = only_table(drawn_document(*(["RENCANA KINERJA TAHUNAN", page] if n == 0 else [page] for n, page in enumerate(pages))))
    assert [row[0] for row in body(table) if not row[0].startswith("Misi")] == [
        "Kebun rapi",
        *["Kebun subur"] * (len(pages) - 1),
        "Taman teduh",
    ]
    assert "Misi 2: Menata Taman" in [row[0] for row in body(table)]
