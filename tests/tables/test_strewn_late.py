"""Strewn cells that are read late, repeated or through each other: what tells the row and the column of each (invented text)."""

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.document import Document, Grid, Line, Page, Place
from extractor.records.registry import SPECS
from extractor.tables.strewn import gathered
from extractor.tables.strewn_counts import running_numbers
from extractor.tables.strewn_cut import with_cut_headers
from extractor.tables.strewn_heads import Wordings, find_labels
from extractor.tables.strewn_index import bare_index
from extractor.tables.strewn_model import Piece
from extractor.tables.strewn_pieces import whole_amounts
from extractor.tables.strewn_regions import full_width, regions
from extractor.tables.strewn_schedule import without_schedule
from extractor.tables.strewn_units import with_units
from extractor.tables.strewn_woven import Whole, unwoven

WORDINGS = Wordings(SPECS)
HEADER = "No\n\nSasaran\n\nIndikator Kinerja\n\nTarget"
TITLE = "Tabel 1 Perjanjian Kinerja Tahun 2024"


def line(text: str, gap: float = 0.0) -> Line:
    return Line(text, Place(), gap)


def lines_of(text: str) -> list[Line]:
    lines: list[Line] = []
    gap = 1.0
    for number, words in enumerate(text.split("\n"), start=1):
        if words:
            lines.append(Line(words, Place(lines=(number, number)), gap))
        gap = 0.0 if words else gap + 1.0
    return lines


def tables(*bodies: str) -> list[list[list[str]]]:
    found = gathered(Document("laporan.txt", "0" * 64, "teks", [Page(1, lines_of("\n\n".join(bodies)))]), SPECS)
    grids = [block for _, block in found.blocks() if isinstance(block, Grid)]
    return [[[" ".join(cell.raw.split()) for cell in row.cells] for row in grid.rows] for grid in grids]


def pieces(*texts: str) -> list[Piece]:
    return [Piece(text, line(text), opens=False) for text in texts]


def texts_of(found: list[Piece]) -> list[str]:
    return [piece.text for piece in found]


def test_a_woven_text_is_known_by_the_single_word_with_which_its_first_line_begins() -> None:
    whole = Whole([line("Meningkatnya", 1.0), line("kunjungan warga ke taman"), line("Penutup", 1.0)])
    woven = [line("Meningkatnya", 1.0), line("Persentase taman yang"), line("kunjungan warga ke terawat"), line("taman")]
    assert [(found.text, bool(found.gap)) for found in unwoven(woven, whole)] == [
        ("Meningkatnya", True), ("kunjungan warga ke", False), ("taman", False), ("Persentase taman yang", True), ("terawat", False),
    ]  # fmt: skip


@settings(deadline=None, max_examples=50)
@given(st.lists(st.integers(min_value=1, max_value=4), min_size=2, max_size=6))
def test_numbers_that_stand_again_in_every_row_of_their_outcome_count_on(times: list[int]) -> None:
    numbers = [str(number) for number, often in enumerate(times, start=1) for _ in range(often)]
    found = pieces(*numbers)
    run = running_numbers(found, again=True)
    repeated = len(numbers) >= max(1.5 * len(times), 4)
    assert run == (frozenset(map(id, found)) if repeated or len(set(numbers)) == len(numbers) > 3 else run)
    assert len(running_numbers(found)) in (0, len(times))


def test_repeated_numbers_are_no_targets() -> None:
    rows = [("1", "Meningkatnya mutu taman", "Jumlah taman", "4 Taman"), ("1", "Meningkatnya mutu taman", "Persentase pohon", "80%"),
            ("2", "Terwujudnya tata kelola", "Jumlah forum warga", "3 Forum"), ("2", "Terwujudnya tata kelola", "Nilai evaluasi", "70,00"),
            ("2", "Terwujudnya tata kelola", "Jumlah rapat warga", "8 Rapat")]  # fmt: skip
    late = [target for _, _, _, target in rows if "%" not in target]
    body = "\n\n".join([text for row in rows for text in (row if "%" in row[3] else row[:3])] + late)
    assert [row[0::3] for row in tables(TITLE, HEADER, body)[0][1:]] == [[row[0], row[3]] for row in rows]


def test_a_line_that_repeats_the_headers_of_each_year_is_cut_into_all_of_them() -> None:
    found = with_cut_headers([line(" ".join(["Target", "Realisasi", "Capaian"] * 3))], WORDINGS)
    assert [part.text for part in found] == ["Target", "Realisasi", "Capaian"] * 3


def test_the_numbers_of_rows_above_the_other_headers_are_no_column_numbers() -> None:
    body = lines_of("No\n\n1\n\n2\n\n3\n\nSasaran\n\nIndikator Kinerja\n\nTarget\n\nJumlah taman\n\n4")
    assert bare_index(body, {0, 4, 5, 6}, 4) == {}
    counted = lines_of("No\n\n1\n\n2\n\n3\n\nSasaran\n\nIndikator Kinerja\n\n1\n\nJumlah taman\n\n2")
    assert set(bare_index(counted, {0, 4, 5}, 3).values()) == {1, 2, 3}


def test_units_below_several_figures_belong_to_one_each() -> None:
    assert texts_of(with_units(pieces("48", "49", "Naskah Naskah", "102,08%"))) == ["48 Naskah", "49 Naskah", "102,08%"]
    assert texts_of(with_units(pieces("9 Hari", "9 Hari", "Kerja", "Kerja"))) == ["9 Hari Kerja", "9 Hari Kerja"]


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from(["48", "80%", "Naskah", "Baik", "Jumlah taman"]), max_size=8))
def test_a_single_unit_and_texts_stay_where_they_are(found: list[str]) -> None:
    given_ = [text for at, text in enumerate(found) if text != "Naskah" or found[at - 1 : at] != ["Naskah"]]
    given_ = [text for at, text in enumerate(given_) if text != given_[at - 1] or at == 0]
    assert texts_of(with_units(pieces(*given_))) == given_


def test_months_beside_each_other_belong_to_the_schedule() -> None:
    plan = ["Rencana Aksi", "Bulan", "1 1 1", "0 1 2", "1 2 3 4 5 6 7 8 9", "Pelaksana", "√", "√", "√", "Menyusun jadwal", "12 34 50"]
    kept = without_schedule([line(text, 1.0) for text in plan], WORDINGS).lines
    assert [kept_.text for kept_ in kept] == ["Rencana Aksi", "Pelaksana", "Menyusun jadwal", "12 34 50"]


def test_a_target_that_is_read_after_those_of_the_next_rows_stands_in_its_own() -> None:
    rows = [("Persentase pohon yang terawat", "80%"), ("Jumlah forum warga", "4 Forum"), ("Persentase taman yang terawat", "85%"),
            ("Persentase bangku yang utuh", "90%"), ("Persentase lampu yang menyala", "95%")]  # fmt: skip
    body = "\n\n".join(text for measure, target in rows for text in ((measure, target) if "%" in target else (measure,)))
    found = tables(TITLE, "Indikator Kinerja\n\nTarget", body, "4 Forum")[0][1:]
    assert found == [list(row) for row in rows]


def test_numbers_before_the_texts_tell_their_rows() -> None:
    order = (1, 2, 4, 3, 5)
    names = {1: "pohon", 2: "taman", 3: "bangku", 4: "lampu", 5: "pagar"}
    body = "\n\n".join(f"{number}. Persentase {names[number]} yang terawat" for number in order)
    figures = "\n\n".join(f"{number}0%" for number in range(1, 6))
    found = tables(TITLE, "Indikator Kinerja\n\nTarget", body, figures)[0][1:]
    assert {row[0][0]: row[1] for row in found if row[0]} == {str(number): f"{number}0%" for number in range(1, 6)}


def test_a_rank_and_the_office_beside_it_are_two_cells() -> None:
    staff = [("Budi Santoso, S.H.", "19800101 200501 1 001", "Penata Tk. I, III/d", "Kepala Bidang"),
             ("Siti Rahayu, S.E.", "19900405 201502 2 002", "Penata Muda, III/a", "Analis Taman"),
             ("Tono Wibowo, S.E.", "19810202 200602 1 003", "Pembina, IV/a", "Sekretaris Dinas")]  # fmt: skip
    body = "\n\n".join(f"{at}\n\n{name}\n\n{number}\n\n{rank} {office}" for at, (name, number, rank, office) in enumerate(staff, start=1))
    found = tables("Tabel 1 Daftar Pegawai Tahun 2024", "No\n\nNama\n\nNIP\n\nPangkat/Gol.\n\nJabatan", body)[0][1:]
    assert [tuple(row[1:]) for row in found] == staff


def test_merged_cells_of_rows_that_are_read_out_of_order_stand_in_each_of_their_rows() -> None:
    goals = {"Meningkatnya mutu taman kota": ("Jumlah taman baru", "Persentase pohon terawat"),
             "Terwujudnya tata kelola baik": ("Nilai evaluasi kinerja", "Jumlah forum warga")}  # fmt: skip
    told = "\n\n".join(
        f"{at}\n\n{goal}\n\n{measure}\n\n{at}0%" for at, (goal, measure) in
        enumerate(((goal, measure) for goal, found in goals.items() for measure in found), start=1)
    )  # fmt: skip
    first, second = goals.values()
    order = (first[0], second[0], first[1], second[1])
    body = "\n\n".join([*(text for at, measure in enumerate(order) for text in (measure, f"{at + 1}0%")), *goals])
    merged = tables(TITLE, HEADER, told, "Tabel 2 Perjanjian Kinerja Tahun 2024", "Sasaran\n\nIndikator Kinerja\n\nTarget", body)[1][1:]
    assert [(row[0], row[1]) for row in merged] == [
        (next(goal for goal, found in goals.items() if measure in found), measure) for measure in order
    ]


def test_a_known_text_behind_another_one_on_the_same_line_is_a_cell_of_its_own() -> None:
    whole = Whole([line("Jumlah taman kota yang terawat", 1.0), line("Penutup", 1.0)])
    woven = [line("Tumbuhnya taman di Jumlah taman kota yang terawat", 1.0), line("Kota Contoh")]
    assert [(found.text, bool(found.gap)) for found in unwoven(woven, whole)] == [
        ("Tumbuhnya taman di", True), ("Kota Contoh", False), ("Jumlah taman kota yang terawat", True),
    ]  # fmt: skip
    alone = [line("1. Jumlah taman kota yang terawat", 1.0)]
    assert unwoven(alone, whole) == alone


def test_a_target_that_is_read_below_the_budget_list_is_one_of_the_agreement() -> None:
    rows = [("Persentase pohon yang terawat", "80%"), ("Persentase taman yang terawat", "85%"), ("Jumlah forum warga", "4 Forum")]
    body = "\n\n".join(text for measure, target in rows for text in ((measure, target) if "%" in target else (measure,)))
    budget = (
        "No\n\nProgram\n\nAnggaran\n\n1.\n\nProgram Taman\n\nRp 1.250.000.000\n\n4 Forum\n\n2.\n\nProgram Tata Kelola\n\nRp 2.350.000.000"
    )
    found = tables(TITLE, "No\n\nIndikator Kinerja\n\nTarget", body, budget)
    assert [row[1:] for row in found[0][1:]] == [list(row) for row in rows]
    assert "4 Forum" not in [text for row in found[1] for text in row]


def test_cells_stacked_column_by_column_within_a_row_stay_beside_each_other() -> None:
    rows = [("Persentase pohon yang terawat", "%", "80"), ("Jumlah rapat warga", "Rapat", "10"),
            ("Persentase taman yang terawat", "%", "85"), ("Persentase lampu yang menyala", "%", "97"),
            ("Persentase bangku yang utuh", "%", "94"), ("Jumlah naskah yang disusun", "Naskah", "51")]  # fmt: skip
    stacks = ["\n".join(column) for at in range(0, len(rows), 2) for column in zip(*rows[at : at + 2], strict=True)]
    found = tables(TITLE, "Indikator Kinerja\n\nSatuan\n\nTarget", "\n\n".join(stacks))[0][1:]
    assert found == [list(row) for row in rows]


def test_cells_above_their_header_are_cells() -> None:
    """The header of a turned page may be read after the rows; the title above these is no cell."""
    rows = "1\n\nMeningkatnya mutu taman\n\nPersentase pohon sehat\n\n80%\n\n2\n\nTerwujudnya tata kelola\n\nJumlah forum warga\n\n3 Forum"
    found = tables("PERJANJIAN KINERJA TAHUN 2024\nDINAS TAMAN", rows, HEADER)
    assert [row[1:] for row in found[0][1:]] == [
        ["Meningkatnya mutu taman", "Persentase pohon sehat", "80%"],
        ["Terwujudnya tata kelola", "Jumlah forum warga", "3 Forum"],
    ]


def test_a_table_of_several_years_is_dealt_row_by_row_past_words_for_what_was_reached() -> None:
    """A grade that was not reached has words in place of a share; the columns of the years look alike."""
    names = "\n\n".join(["2022", "2023", "2024", "No", "Indikator Kinerja", *["Target\n\nRealisasi\n\nCapaian"] * 3])
    rows = [
        ["1", "Nilai kebun\nkota", "60,00", "57,00", "95,00%", "62,00", "58,90", "95,00%", "64,00", "64,00", "100,00%"],
        ["2", "Nilai penataan\ntaman", "B", "CC", "Belum\ntercapai", "B", "BB", "100%", "B", "CC", "Belum\ntercapai"],
        ["3", "Persentase pohon\nyang sehat", "80%", "84%", "105,00%", "50%", "51%", "102,00%", "90%", "90%", "100,00%"],
        [
            "4",
            "Jumlah bangku\ntaman",
            "200\nBuah",
            "190\nBuah",
            "95,00%",
            "50\nBuah",
            "60\nBuah",
            "120,00%",
            "40\nBuah",
            "42\nBuah",
            "105,00%",
        ],
    ]
    (found,) = tables("Tabel 2 Perbandingan Capaian Kinerja", names, *("\n\n".join(row) for row in rows))
    assert found[1:] == [[" ".join(cell.split()) for cell in row] for row in rows]


def test_realisation_and_achievement_below_each_other_are_two_headers() -> None:
    found = find_labels([line("No", 1.0), line("Target", 1.0), line("Capaian"), line("Realisasi")], WORDINGS)
    assert [label.text for label in found] == ["No", "Target", "Capaian", "Realisasi"]


AGREED = "1\n\nMeningkatnya mutu taman\n\nPersentase pohon sehat\n\n80%\n\n2\n\nTerwujudnya tata kelola\n\nJumlah forum warga\n\n3 Forum"


def test_a_budget_list_whose_header_is_read_below_its_entries_is_one_of_its_own() -> None:
    entries = "2.15.01\n\nProgram Taman Kota\n\nRp 5.706.740.000,00\n\n2.15.02\n\nProgram Umum\n\nRp 4.329.863.000,00"
    found = tables(TITLE, HEADER, AGREED, "Kode", entries, "Nama Program\n\nPagu Anggaran")
    assert [row[-1] for row in found[0][1:]] == ["80%", "3 Forum"]
    assert found[1][1:] == [
        ["2.15.01", "Program Taman Kota", "Rp 5.706.740.000,00"],
        ["2.15.02", "Program Umum", "Rp 4.329.863.000,00"],
    ]


def test_activities_and_amounts_named_below_the_rows_of_a_plan_are_columns_of_it() -> None:
    """The caption says that the table is a plan, even where it is read among the cells."""
    rows = AGREED.replace("80%", "80%\n\nPenataan Taman\n\n600.000.000").replace("3 Forum", "3 Forum\n\nRapat Warga\n\n150.000.000")
    caption = "Tabel 2 Rencana Kinerja Tahunan Dinas Taman Tahun 2024"
    (found,) = tables("No\n\nSasaran\n\nIndikator Kinerja\n\nTarget", caption, rows, "Uraian Kegiatan\n\nAnggaran")
    assert [row[2:] for row in found[1:]] == [
        ["Persentase pohon sehat", "80%", "Penataan Taman", "600.000.000"],
        ["Jumlah forum warga", "3 Forum", "Rapat Warga", "150.000.000"],
    ]


def test_header_words_that_each_year_repeats_on_one_line_are_no_prose() -> None:
    prose = line("Seluruh taman di wilayah kota dirawat oleh para petugas menurut jadwal yang ditetapkan.", 1.0)
    header = line(" ".join(["Target Realisasi Capaian"] * 3), 1.0)
    blocks = [prose, line("No", 1.0), header, line("1", 1.0), line("Persentase pohon sehat", 1.0)]
    assert [(found.start, found.stop) for found in regions(blocks, full_width([prose, prose]))] == [(1, 5)]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(10**9, 10**11), st.integers(8000, 10000)), min_size=1, max_size=3), st.sampled_from([1, 2, 4]))
def test_amounts_cut_beside_their_shares_are_whole_again(rows: list[tuple[int, int]], cut: int) -> None:
    """The rests of the figures of one line follow on lines of their own, in the same order; a share beside an amount is none of them."""
    amounts = [f"{amount:,}".replace(",", ".") for amount, _ in rows]
    shares = [f"{share / 100:.2f}".replace(".", ",") for _, share in rows]
    first = line(" ".join(f"{amount[:-cut]} {share}" for amount, share in zip(amounts, shares, strict=True)), 1.0)
    cells = [Piece(text, first, opens=at == 0, inline=at > 0) for at, text in enumerate(first.text.split())]
    rests = [Piece(text, line(text), opens=False) for amount in amounts for text in (amount[-cut:], "%")]
    expected = [text for amount, share in zip(amounts, shares, strict=True) for text in (amount, f"{share} %")]
    assert texts_of(whole_amounts([*cells, *rests])) == expected


def test_years_below_the_cells_are_of_the_header_and_activities_without_an_outcome_come_first() -> None:
    rows = "1\n\nPersentase pohon sehat\n\n80 %\n\n85 %\n\n2\n\nJumlah forum warga\n\n3 Forum\n\n4 Forum"
    (found,) = tables("Tabel 3 Capaian Kinerja", "No\n\nRealisasi\n\nIndikator", rows, "2023\n\n2024")
    assert found[0][2:] == ["Realisasi 2023", "Realisasi 2024"]
    plan = "Indikator\n\nTarget\n\nNo\n\nKegiatan\n\nPagu Anggaran\n\n1\n\nPenataan Taman\n\nPersentase pohon sehat\n\n80 %\n\nRp600.000"
    (found,) = tables("Rencana Kinerja Tahunan Dinas Taman Tahun 2024", plan)
    assert found[0][:3] == ["No", "Kegiatan", "Indikator"]


def test_target_and_amount_or_unit_below_each_other_are_two_headers_and_an_activity_may_be_described() -> None:
    found = find_labels([line("No", 1.0), line("Uraian Program/Kegiatan", 1.0), line("Target", 1.0), line("Anggaran")], WORDINGS)
    assert [label.text for label in found] == ["No", "Uraian Program/Kegiatan", "Target", "Anggaran"]
    units = find_labels([line("No", 1.0), line("Satu", 1.0), line("an"), line("TARGET"), line("Ukur")], WORDINGS)
    assert [label.text for label in units] == ["No", "Satu an", "TARGET"]
    assert WORDINGS.names(found[1].text, "rkt", "kegiatan")
    assert WORDINGS.names("Langkah Aksi", "rak", "kegiatan")


def test_a_sum_below_an_amount_whose_hyphen_is_lost_has_a_row_of_its_own() -> None:
    """A hyphen at the end of a line joins it with the next one: "600.000.000,-" above "Jumlah" is "600.000.000,Jumlah"."""
    text = "Program\n\nAnggaran\n\nPenataan Taman\n\nRp 150.000.000,-\n\nProgram Umum\n\nRp 450.000.000,Jumlah\n\nRp 600.000.000,-"
    found = tables("Tabel 2 Anggaran Perjanjian Kinerja Tahun 2024", text)[0]
    assert [(row[0], row[1].rstrip(",-")) for row in found[1:]] == [
        ("Penataan Taman", "Rp 150.000.000"), ("Program Umum", "Rp 450.000.000"), ("Jumlah", "Rp 600.000.000"),
    ]  # fmt: skip


def test_the_name_of_a_sum_below_that_of_an_entry_is_none_of_its_lines() -> None:
    names = "1.\n\nPenataan Taman Kota dan Ruang Terbuka\n\n2.\n\nProgram Umum\nJumlah"
    text = f"No\n\nProgram\n\nAnggaran\n\n{names}\n\nA\nWTP\n\nRp 150.000.000\nRp 450.000.000\nRp 600.000.000"
    found = tables("Tabel 2 Anggaran Perjanjian Kinerja Tahun 2024", text)[0]
    assert ["2.", "Program Umum", "Rp 450.000.000"] in found


def test_column_numbers_out_of_order_are_known_where_no_column_counts_the_rows() -> None:
    """The first of them may be read behind the others, above the first cell of its column."""
    header = lines_of("Kode\n\nUraian\n\nPagu\n\nRealisasi\n\n2\n\n3\n\n4\n\n1\nAB\n\nTaman Kota\n\n60\n\n30")
    assert set(bare_index(header, range(4), 4, numbered=False).values()) == {1, 2, 3, 4}
    assert bare_index(lines_of("Kode\n\nUraian\n\nPersen\n\nAB\n\nTaman Kota\n\n1\n\n2"), range(3), 3, numbered=False) == {}
