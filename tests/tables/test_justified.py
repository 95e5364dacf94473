"""Words that justified text parts so widely that a converter puts them into two columns."""

from tests.tables.printed import aligned_document, body, only_table

HEADER = "NO | SASARAN | | INDIKATOR KINERJA | TARGET | REALISASI"
EDGES = (0, 6, 24, 38, 70, 80, 90)


def test_words_that_never_stand_alone_go_on_with_those_before_them() -> None:
    rows = [
        "1. | Meningkatnya | kerapian | Jumlah kebun terawat | 4 | 5",
        " | taman | kota | | | ",
        "2. | Terwujudnya | | Jumlah taman teduh | 7 | 7",
        " | kebun | subur | | | ",
    ]
    table = only_table(aligned_document(["CAPAIAN KINERJA TAHUN 2031", (EDGES, [HEADER, *rows])]))
    assert [row[1] for row in body(table)] == ["Meningkatnya kerapian taman kota", "Terwujudnya kebun subur"]


def test_texts_that_stand_alone_are_a_column() -> None:
    rows = [
        "1. | Meningkatnya | tinggi | Jumlah kebun terawat | 4 | 5",
        "2. | Terwujudnya | sedang | Jumlah taman teduh | 7 | 7",
        "3. | Tersedianya | tinggi | Jumlah pohon rindang | 9 | 9",
    ]
    table = only_table(aligned_document(["CAPAIAN KINERJA TAHUN 2031", (EDGES, [HEADER, *rows])]))
    assert [row[2] for row in body(table)] == ["tinggi", "sedang", "tinggi"]


def test_what_begins_beside_an_entry_is_a_column() -> None:
    rows = [
        "1. | Meningkatnya | Hasil | Jumlah kebun | 4 | 5",
        " | taman kota | survei warga | terawat | | ",
        "2. | Terwujudnya | | Jumlah taman | 7 | 7",
    ]
    table = only_table(aligned_document(["CAPAIAN KINERJA TAHUN 2031", (EDGES, [HEADER, *rows])]))
    assert "Hasil" not in " ".join(row[1] for row in body(table))
