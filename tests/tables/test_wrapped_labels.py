"""Labels over entries that a converter wrapped in the column of the running numbers."""

from tests.tables.printed import body, only_table, tabbed

HEADER = "No | Indikator Kinerja | Target"
ENTRIES = ("1 | Nilai pengawasan arsip | 90%", "2 | Jumlah arsip yang tertata | 40 Berkas")
FIRST = ("Sasaran | | ", "1. Mening | | ", "katnya | | ", "arsip | | ")
SECOND = ("Sasaran | | ", "2. Terwuju | | ", "dnya | | ", "pasar | | ")


def test_its_lines_are_one_label() -> None:
    rows = body(only_table(tabbed(HEADER, *FIRST, *ENTRIES, *SECOND, "3 | Indeks pasar | 80", "4 | Jumlah kios | 12 Unit")))
    assert [row[0] for row in rows] == ["Sasaran 1. Meningkatnya arsip", "1", "2", "Sasaran 2. Terwujudnya pasar", "3", "4"]
    assert [row[1] for row in rows if row[1]] == ["Nilai pengawasan arsip", "Jumlah arsip yang tertata", "Indeks pasar", "Jumlah kios"]


def test_names_in_the_first_column_are_no_labels() -> None:
    rows = body(
        only_table(
            tabbed(
                "Uraian | Pagu | Realisasi",
                "Belanja | 5.000.000 | 4.000.000",
                "Pegawai | | ",
                "Belanja | 7.000.000 | 6.000.000",
                "Modal | | ",
            )
        )
    )
    assert [row[0] for row in rows] == ["Belanja Pegawai", "Belanja Modal"]


def test_a_label_may_begin_with_its_number() -> None:
    first, second = ("1. Mening | | ", "katnya | | ", "arsip | | "), ("2. Terwuju | | ", "dnya | | ", "pasar | | ")
    rows = body(only_table(tabbed(HEADER, *first, *ENTRIES, *second, "3 | Indeks pasar | 80", "4 | Jumlah kios | 12 Unit")))
    assert [row[0] for row in rows] == ["1. Meningkatnya arsip", "1", "2", "2. Terwujudnya pasar", "3", "4"]
