"""A sasaran printed once over several indicators, without rules: its lines run on beside the next ones."""

from tests.tables.printed import aligned_document, body, only_table, tabbed

EDGES = (0, 4, 30, 62, 70)
HEADER = "No | Sasaran Strategis | Indikator Kinerja | Target"


def test_a_sasaran_keeps_the_lines_that_stand_beside_its_next_indicator() -> None:
    lines = [
        HEADER,
        "1 | Meningkatnya mutu arsip | Persentase arsip tertata | 81%",
        " | desa di Kabupaten Contoh | Persentase arsip dipindai | 40%",
        "2 | Terwujudnya pasar | Persentase pasar bersih | 90%",
        " | | Indeks pedagang | 60%",
        "3 | Tersedianya air minum yang | Persentase rumah yang | 75%",
        " | layak | tersambung |",
        " | | Indeks sumur | 85%",
    ]
    assert body(only_table(aligned_document(["PERJANJIAN KINERJA", (EDGES, lines)]))) == [
        ["1", "Meningkatnya mutu arsip desa di Kabupaten Contoh", "Persentase arsip tertata", "81%"],
        ["", "", "Persentase arsip dipindai", "40%"],
        ["2", "Terwujudnya pasar", "Persentase pasar bersih", "90%"],
        ["", "", "Indeks pedagang", "60%"],
        ["3", "Tersedianya air minum yang layak", "Persentase rumah yang tersambung", "75%"],
        ["", "", "Indeks sumur", "85%"],
    ]


BUDGET = (0, 4, 40, 58, 76)
BUDGET_HEADER = "No | Program/Kegiatan | Pagu Anggaran | Realisasi"


def test_a_percent_in_brackets_below_an_amount_belongs_to_its_entry() -> None:
    lines = [
        BUDGET_HEADER,
        "A | Program Penataan Arsip | 16.559.359.000,- | 15.706.909.630,-",
        " | | | (94,85%)",
        "1 | Pemindaian Arsip | 16.559.359.000,- | 15.706.909.630,-",
        " | | | (94,85%)",
        "2 | Pembelian Rak | 2.100.000,- | 2.000.000,-",
        " | | | (95,24%)",
    ]
    rows = body(only_table(aligned_document(["Realisasi Anggaran", (BUDGET, lines)])))
    assert [row[3] for row in rows] == ["15.706.909.630,- (94,85%)", "15.706.909.630,- (94,85%)", "2.000.000,- (95,24%)"]


def test_a_sum_cut_by_narrow_columns_is_whole() -> None:
    lines = [
        BUDGET_HEADER,
        "1 | Pemindaian Arsip | 1.650.000.00 | 1.500.000.00",
        " | | 0 | 0",
        "2 | Pembelian Rak | 1.100.000.00 | 1.000.000.00",
        " | | 0 | 0",
        " | Jumlah | 2.750.000.00 | 2.500.000.00",
        " | | 0 | 0",
    ]
    rows = body(only_table(aligned_document(["Realisasi Anggaran", (BUDGET, lines)])))
    assert rows[-1] == ["", "Jumlah", "2.750.000.000", "2.500.000.000"]


def test_a_sasaran_runs_on_beside_the_indicators_of_a_text_with_tabs() -> None:
    lines = [
        "No | Sasaran Strategis | Indikator Kinerja | Target | Realisasi",
        "1 | Terwujudnya pasar yang | Opini pemeriksa atas laporan | WTP | WTP",
        " | bersih dan tertata di | keuangan | | ",
        " | semua kota | Indeks kepuasan pedagang | 88 | 90",
        " | | terhadap kios | | ",
        "2 | Meningkatnya arsip | Nilai pengawasan arsip | 75 | 77",
        " | daerah | Jumlah arsip yang tertata | 40 | 41",
    ]
    rows = body(only_table(tabbed(*lines)))
    assert [row[2:4] for row in rows] == [
        ["Opini pemeriksa atas laporan keuangan", "WTP"],
        ["Indeks kepuasan pedagang terhadap kios", "88"],
        ["Nilai pengawasan arsip", "75"],
        ["Jumlah arsip yang tertata", "40"],
    ]
    assert [row[1] for row in rows if row[0]] == ["Terwujudnya pasar yang bersih dan tertata di semua kota", "Meningkatnya arsip daerah"]


def test_the_rest_of_a_cut_word_in_the_column_of_the_numbers_is_no_number() -> None:
    lines = [
        "No | Nama Program | Kegiatan | Anggaran",
        "1 | Program Pasar | Penataan kios dan | 6.962.109.000",
        " | Daerah | los basah | ",
        " | | Kebersihan | 6.401.032.000",
        "2 | Program Penunjang | Perencanaan, Penganggaran, | 287.694.000",
        " | Urusan Pemerintahan | dan Evaluasi Kinerja | ",
        " | Daerah | Administrasi Keuangan | 1.962.869.000",
        " | | Administrasi Umum | 2.130.564.000",
        "Jumla | | | 17.744.268.000",
        "h | | | ",
    ]
    rows = body(only_table(tabbed(*lines)))
    assert [row[1] for row in rows if row[1]] == ["Program Pasar Daerah", "Program Penunjang Urusan Pemerintahan Daerah"]


def test_numbered_indicators_are_no_quantities() -> None:
    rows = body(
        only_table(
            tabbed(
                "No | Sasaran Strategis | Indikator Kinerja | Target",
                "1 | Meningkatnya tata kelola yang | 1. Tingkat kematangan pengendalian intern | 3,34",
                " | bersih | 2. Persentase tindak lanjut hasil pemeriksaan | 91,52%",
                "2 | Meningkatnya mutu pengawasan | 3. Jumlah laporan hasil pengawasan | 92 Laporan",
                " | intern | 4. Nilai evaluasi akuntabilitas kinerja | A",
            )
        )
    )
    assert [row[3] for row in rows] == ["3,34", "91,52%", "92 Laporan", "A"]
    assert [row[1] for row in rows if row[1]] == ["Meningkatnya tata kelola yang bersih", "Meningkatnya mutu pengawasan intern"]
