"""Numbers and sasaran that are centred over several indicators, printed without rules."""

from tests.tables.printed import aligned_document, body, only_table

EDGES = (0, 4, 30, 56, 64)
HEADER = "No | Sasaran Strategis | Indikator Kinerja | Target"
FIRST = [
    "1. | Meningkatnya arsip | Persentase arsip yang | 100 %",
    " | tertib | tersusun dengan baik |",
]
SECOND = [
    " | | Persentase pasar yang | 100 %",
    " | Terwujudnya pasar | bersih setiap hari |",
    "2. | bersih dan sehat bagi | dan malam |",
    " | pedagang | Jumlah pedagang yang | 40",
    " | | mengikuti pelatihan |",
]
THIRD = [
    "3. | Tersedianya air minum | Jumlah sambungan air | 900",
    " | yang layak | minum baru |",
]
EXPECTED = [
    ["1.", "Meningkatnya arsip tertib", "Persentase arsip yang tersusun dengan baik", "100 %"],
    ["2.", "Terwujudnya pasar bersih dan sehat bagi pedagang", "Persentase pasar yang bersih setiap hari dan malam", "100 %"],
    ["", "", "Jumlah pedagang yang mengikuti pelatihan", "40"],
    ["3.", "Tersedianya air minum yang layak", "Jumlah sambungan air minum baru", "900"],
]


def test_a_centred_number_and_its_sasaran_belong_to_the_first_of_their_indicators() -> None:
    table = only_table(aligned_document(["PERJANJIAN KINERJA", (EDGES, [HEADER, *FIRST, *SECOND, *THIRD])]))
    assert body(table) == EXPECTED


def test_each_page_is_centred_for_itself() -> None:
    pages = [["PERJANJIAN KINERJA", (EDGES, [HEADER, *FIRST, *SECOND])], [(EDGES, [HEADER, *THIRD])]]
    assert body(only_table(aligned_document(*pages))) == EXPECTED


def test_the_rest_of_a_cell_from_the_page_before_has_no_number() -> None:
    second = [
        " | | Jumlah lapak yang | 12",
        " | dan pembeli di kota | disewakan |",
        " | | Jumlah kios baru | 7",
        " | Tersedianya air minum | Jumlah sambungan air | 900",
        "3. | yang layak | minum baru |",
        " | | Jumlah sumur yang digali | 4",
    ]
    pages = [["PERJANJIAN KINERJA", (EDGES, [HEADER, *FIRST, *SECOND])], [(EDGES, [HEADER, *second])]]
    found = body(only_table(aligned_document(*pages)))
    assert [row[2] for row in found[3:]] == [
        "Jumlah lapak yang disewakan",
        "Jumlah kios baru",
        "Jumlah sambungan air minum baru",
        "Jumlah sumur yang digali",
    ]
    assert found[3][:2] == ["", "dan pembeli di kota"]
    assert found[5][:2] == ["3.", "Tersedianya air minum yang layak"]


def test_numbers_on_the_first_line_stay_where_they_are() -> None:
    rows = [*FIRST, " | | Jumlah arsip lama | 40", *(line.replace("3.", "2.") for line in THIRD)]
    assert [row[0] for row in body(only_table(aligned_document(["PERJANJIAN KINERJA", (EDGES, [HEADER, *rows])])))] == ["1.", "", "2."]


def test_two_sasaran_beside_one_number_stay_two() -> None:
    rows = [
        " | | a. Persentase arsip | 80%",
        " | Meningkatnya arsip | yang tersusun |",
        " | yang tertib | |",
        " | | b. Persentase juru arsip | 70%",
        "1. | Terwujudnya pasar | yang terlatih |",
        " | | c. Persentase pasar | 60%",
        " | yang bersih | yang dibersihkan |",
        "2. | Tersedianya air minum | Jumlah sambungan air | 900",
        " | yang layak | minum baru |",
    ]
    found = body(only_table(aligned_document(["PERJANJIAN KINERJA", (EDGES, [HEADER, *rows])])))
    assert [row[2][:13] for row in found] == ["a. Persentase", "b. Persentase", "c. Persentase", "Jumlah sambun"]
    assert [row[1] for row in found] == [
        "Meningkatnya arsip yang tertib",
        "Terwujudnya pasar yang bersih",
        "",
        "Tersedianya air minum yang layak",
    ]


def test_the_rest_of_an_amount_is_no_entry_beside_a_centred_cell() -> None:
    header = "Kegiatan | Rincian Output | Pagu | Realisasi | Persen"
    rows = [
        " | QGE.001 Penataan | 1.250.000.00 | 1.240.000.00 | 99,20",
        " | arsip daerah | 0 | 0 | %",
        "CQ.1234 | Setiap tahun | | |",
        "Penyelamatan | QGE.002 Pelatihan | 405.176.000 | 402.258.400 | 99,28",
        "Arsip | juru arsip | | | %",
        "CQ.1235 Gedung | QGE.001 Perawatan | 83.958.000 | 80.115.100 | 95,42",
        " | gudang | | | %",
    ]
    edges = (0, 16, 36, 50, 64, 72)
    found = body(only_table(aligned_document(["Realisasi Anggaran", (edges, [header, *rows])])))
    assert [(row[0], row[2]) for row in found] == [
        ("CQ.1234 Penyelamatan Arsip", "1.250.000.000"),
        ("", "405.176.000"),
        ("CQ.1235 Gedung", "83.958.000"),
    ]
