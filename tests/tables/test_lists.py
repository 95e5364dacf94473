"""Budget lists that have lost their table, or hang on the table above."""

import pytest

from extractor.reading.document import Cell, Grid, GridRow, Line, Place
from extractor.tables.attached import split_attached
from extractor.tables.lists import recover_budget_lists
from extractor.tables.table import Item, Table
from tests.records.staff_tables import lines, table

SIGNED = "Kota Contoh, 3 Januari 2031\nPihak Kedua\nKepala Bagian Arsip,\nBudi Wirawan"


def targets() -> Table:
    found = table(
        ["No | Sasaran | Indikator | Target", "1 | Meningkatnya arsip | Nilai arsip | B"], ["nomor", "sasaran", "indikator", "target"]
    )
    found.kind = "pk"
    return found


def recovered(text: str) -> list[list[str]]:
    """Rows of the list found under a table of targets."""
    flow = recover_budget_lists([targets(), *lines(text)])
    found = [item for item in flow if isinstance(item, Table) and item.kind == "pk_anggaran"]
    assert len(found) == 1
    return [[cell.text for cell in row.cells] for row in found[0].rows]


def test_items_first_then_amounts_in_order() -> None:
    text = f"Program\n1. Program Dukungan Arsip\n2. Penyelenggaraan Pekan Raya\n\nAnggaran\nRp. 2.647.000,-\nRp. 26.608.000,-\n\n{SIGNED}"
    assert recovered(text) == [["Program Dukungan Arsip", "Rp. 2.647.000,-"], ["Penyelenggaraan Pekan Raya", "Rp. 26.608.000,-"]]


def test_currency_and_amount_on_lines_of_their_own_among_signatures() -> None:
    text = "Kegiatan / Rincian Output\nAnggaran\nLayanan Arsip (6709.QGE.001)\nRp.\nPihak Pertama\nKepala Arsip,\n691.107.000\nBudi Wirawan"
    assert recovered(text) == [["Layanan Arsip (6709.QGE.001)", "691.107.000"]]


def test_an_item_on_two_lines_around_its_amount() -> None:
    text = "Kegiatan\nAnggaran\n Penyelenggaraan Pekan Rp. 133.094.000 Raya (076.01.CQ)\n2. Program Arsip(076.01.WA)\nRp. 9.203.000"
    assert recovered(text) == [
        ["Penyelenggaraan Pekan Raya (076.01.CQ)", "Rp. 133.094.000"],
        ["Program Arsip (076.01.WA)", "Rp. 9.203.000"],
    ]


def test_an_amount_belongs_to_the_item_of_its_line_and_the_other_stays_without() -> None:
    head = "Kegiatan\nPihak Kedua\nKepala Bagian,\nAnggaran"
    text = f"{head}\nLayanan Umum (3355)\n Operasional Kantor dan Rp. 9.251.000\nSarana (3360)\nKota Contoh, 2 Januari 2031"
    assert recovered(text) == [["Layanan Umum (3355)", ""], ["Operasional Kantor dan Sarana (3360)", "Rp. 9.251.000"]]


def test_amounts_before_their_items_and_words_cut_off_by_the_border() -> None:
    text = "Program\nAnggaran men Rp. 14.129.000 dalam Pekan Rp. 3.340.000 Program Dukungan Manajemen\n Penyelenggaraan Pasar dal Raya"
    assert recovered(text) == [
        ["Program Dukungan Manajemen", "Rp. 14.129.000"],
        ["Penyelenggaraan Pasar dalam Pekan Raya", "Rp. 3.340.000"],
    ]


def test_amount_behind_its_header_word() -> None:
    assert recovered("Keglatan/ Rincian Output\n1. Pengelolaan Sarana (6709.RAN)\nRp.\nAnggaran 116,180.000") == [
        ["Pengelolaan Sarana (6709.RAN)", "116,180.000"]
    ]


def test_lines_of_signatures_between_are_kept_as_lines() -> None:
    flow = recover_budget_lists([targets(), *lines("Program\nAnggaran\n1. Program Arsip\nPihak Kedua\nRp. 5.000.000\nBudi Wirawan")])
    assert [item.text for item in flow if isinstance(item, Line)] == ["Pihak Kedua", "Budi Wirawan"]
    [found] = [item for item in flow if isinstance(item, Table) and item.kind == "pk_anggaran"]
    assert found.places == (Place(1, (1, 5)),)
    assert found.rows[0].places == (Place(1, (3, 5)),)


@pytest.mark.parametrize(
    "text",
    [
        SIGNED,
        "Program kerja tahun depan disusun pada triwulan pertama dengan anggaran Rp 5.000.000.\nAnggaran tersebut bersumber dari daerah.",
        "Program\nKegiatan utama dinas adalah menata arsip.",
        "Anggaran\nRp. 5.000.000",
    ],
)
def test_nothing_is_made_of_other_lines(text: str) -> None:
    flow: list[Item] = [targets(), *lines(text)]
    assert recover_budget_lists(list(flow)) == flow


def test_header_words_without_a_table_of_targets_stay_lines() -> None:
    flow: list[Item] = [*lines("Program\nAnggaran\n1. Program Arsip\nRp. 5.000.000")]
    assert recover_budget_lists(list(flow)) == flow


def test_a_table_under_lines_of_header_words_becomes_the_list() -> None:
    bare = table(
        ["1. | Layanan Arsip (3355.EBA) | Rp. | 4.877.000", "2. | Sarana Arsip (3360.EBA) | Rp. | 9.251.000"], [None] * 4, header_rows=0
    )
    flow = recover_budget_lists([targets(), *lines("Kegiatan / Rincian Output\nAnggaran"), bare])
    assert flow[1:] == [bare]
    assert bare.kind == "pk_anggaran"
    assert (bare.column("uraian"), bare.column("jumlah")) == (1, 3)


def test_a_list_whose_header_a_border_cuts_is_recognised() -> None:
    cut = table([" | Kegiatan / Rincian Output | Anggar | an", "1. | Layanan Arsip | Rp. | 4.877.000"], [None] * 4)
    recover_budget_lists([targets(), cut])
    assert (cut.kind, cut.column("jumlah")) == ("pk_anggaran", 3)


def test_two_items_run_together_under_a_list_become_its_last_rows() -> None:
    found = table(["No | Kegiatan | Anggaran", "1. | Layanan Arsip (6870.QGE) | 7.000.000"], ["nomor", "uraian", "jumlah"])
    found.kind = "pk_anggaran"
    rest = "2. Evaluasi Arsip dan Rp. 7.411.000 Gudang (6872.QGE.003) Penetapan Arsip Kota 3. Rp. 4.070.000 (6982.QGE.002)"
    flow = recover_budget_lists([targets(), found, *lines(f"{rest}\n{SIGNED}")])
    assert [[c.text for c in row.cells] for row in found.rows[1:]] == [
        ["", "Evaluasi Arsip dan Gudang (6872.QGE.003)", "Rp. 7.411.000"],
        ["", "Penetapan Arsip Kota (6982.QGE.002)", "Rp. 4.070.000"],
    ]
    assert len(flow) == 2 + len(SIGNED.split("\n"))


def grid(rows: list[str], origin: str = "ruled") -> Grid:
    made = []
    for n, text in enumerate(rows, start=1):
        place = Place(1, (n, n))
        made.append(GridRow([Cell((Line(t.strip(), place),), place) if t.strip() else Cell() for t in text.split("|")], place))
    return Grid(origin, made, Place(1, (1, len(rows))))  # type: ignore[arg-type]


def test_a_list_drawn_under_the_targets_without_a_gap_is_split_off() -> None:
    whole = grid(
        [
            "No | Sasaran | Indikator | Target",
            "1 | Maju | Nilai | B",
            " | Kegiatan / Rincian Output | Angga | ran",
            "1. | Arsip | Rp. | 4.877.000",
        ]
    )
    upper, lower = split_attached(whole)
    assert isinstance(upper, Grid)
    assert isinstance(lower, Grid)
    assert (len(upper.rows), upper.place) == (2, Place(1, (1, 2)))
    assert (len(lower.rows), lower.place) == (2, Place(1, (3, 4)))


def test_guessed_rows_of_a_list_are_given_back_as_lines() -> None:
    whole = grid(["1 | Maju | Nilai | B", " | Program | |", "1. | Program | Arsip |", "Anggaran | Rp. | 2.647.000,- |"], "columns")
    assert [part.text for part in split_attached(whole) if isinstance(part, Line)] == [
        "Program",
        "1. Program Arsip",
        "Anggaran Rp. 2.647.000,-",
    ]


def test_a_list_is_not_split_from_the_first_line_of_its_own_header() -> None:
    whole = grid(["No. | | ", " | Program/Kegiatan | Pagu", "Urut | | ", "A | Arsip | 4.877.000", "B | Gudang | 5.000.000"], "columns")
    assert split_attached(whole) == [whole]


def test_an_ordinary_table_is_not_split() -> None:
    whole = grid(["Kegiatan | Anggaran", "Arsip | 4.877.000", "Kegiatan | Anggaran dan realisasi", "Gudang | 5.000.000"])
    assert split_attached(whole) == [whole]


def test_a_list_that_goes_on_under_the_repeated_header_of_the_targets() -> None:
    found = table(["No | Kegiatan | Anggaran", "1. | Layanan Arsip | Rp. 7.000.000"], ["nomor", "uraian", "jumlah"])
    found.kind = "pk_anggaran"
    rest = table(["No | Sasaran | Indikator Target", "2. | Gudang Arsip (6871.QGE.003) | Rp. 14.893.000"], [None] * 3)
    other = table(["No | Uraian | Harga", "1. | Kertas Arsip | Rp. 14.000.000"], [None] * 3)
    assert recover_budget_lists([targets(), found, rest, other])[1:] == [found, other]
    assert [[c.text for c in row.cells] for row in found.rows[1:]] == [["", "Gudang Arsip (6871.QGE.003)", "Rp. 14.893.000"]]


def test_the_wrapped_rest_of_the_last_item_goes_back_into_its_cell() -> None:
    def listed() -> Table:
        found = table(["No | Kegiatan | Anggaran", "1. | Layanan Arsip dan | Rp. 7.000.000"], ["nomor", "uraian", "jumlah"])
        found.kind = "pk_anggaran"
        return found

    open_ended = listed()
    flow = recover_budget_lists([targets(), open_ended, *lines(f"Perpustakaan Kota\n{SIGNED}")])
    assert open_ended.rows[-1].text(1) == "Layanan Arsip dan Perpustakaan Kota"
    assert len(flow) == 2 + len(SIGNED.split("\n"))
    closed = listed()
    closed.rows[-1].cells[1].text = "Layanan Arsip"
    recover_budget_lists([targets(), closed, *lines("Budi Wirawan")])
    assert closed.rows[-1].text(1) == "Layanan Arsip"


def test_a_line_under_the_text_of_the_last_item_belongs_to_it() -> None:
    found = table(["No | Kegiatan | Anggaran", "1. | Layanan Arsip | Rp. 7.000.000"], ["nomor", "uraian", "jumlah"])
    found.kind = "pk_anggaran"
    found.rows[0].cells[1].places = (Place(1, None, (100.0, 200.0, 300.0, 212.0)),)
    under = Line("Perpustakaan Kota", Place(1, None, (100.0, 214.0, 220.0, 226.0)))
    far = Line("Budi Wirawan", Place(1, None, (300.0, 260.0, 380.0, 272.0)))
    assert recover_budget_lists([targets(), found, under, far])[2:] == [far]
    assert found.rows[0].text(1) == "Layanan Arsip Perpustakaan Kota"


@pytest.mark.parametrize("heading", ["2.4 Rencana Arsip", "2.4. RENCANA ARSIP", "C. Rencana Arsip"])
def test_a_numbered_heading_under_the_text_of_the_last_item_is_no_rest_of_it(heading: str) -> None:
    found = table(["No | Kegiatan | Anggaran", "1. | Layanan Arsip | Rp. 7.000.000"], ["nomor", "uraian", "jumlah"])
    found.kind = "pk_anggaran"
    found.rows[0].cells[1].places = (Place(1, None, (100.0, 200.0, 300.0, 212.0)),)
    under = Line(heading, Place(1, None, (100.0, 214.0, 220.0, 226.0)))
    assert recover_budget_lists([targets(), found, under])[2:] == [under]
    assert found.rows[0].text(1) == "Layanan Arsip"


def test_a_header_row_alone_at_the_foot_of_a_page_is_given_back_as_lines() -> None:
    whole = grid(["No | Sasaran | Indikator | Target", "1 | Maju | Nilai | B", " | Kegiatan / Rincian Output | | Anggaran"])
    upper, *rest = split_attached(whole)
    assert isinstance(upper, Grid)
    assert [part.text for part in rest if isinstance(part, Line)] == ["Kegiatan / Rincian Output", "Anggaran"]


@pytest.mark.parametrize("last", [" | | 9 | Anggaran", " | | | Anggaran"])
def test_a_wrapped_word_at_the_foot_of_a_page_is_no_header_of_a_list(last: str) -> None:
    whole = grid(["No | Nama | NIP | Jabatan", "1 | Wira | 19880628201402201 | Penyusun Program dan", last], "columns")
    assert split_attached(whole) == [whole]


def test_a_sentence_leads_to_a_list_without_header_words() -> None:
    text = "Anggaran untuk sasaran tersebut adalah:\n1. Program Dukungan : Rp2.647.000,-\nArsip\n2. Program Pekan Raya : Rp26.608.000,-"
    assert recovered(text) == [["Program Dukungan Arsip", "Rp2.647.000,-"], ["Program Pekan Raya", "Rp26.608.000,-"]]


@pytest.mark.parametrize("head", ["Kegiatan / Rincian Output Anggaran", "No Program Anggaran", "Program Anggaran"])
def test_a_header_on_one_line_names_items_and_amounts(head: str) -> None:
    text = f"{head}\n\n1. Penataan Arsip (3355) Rp. 2.604.000\n\n2. Pekan Raya (6871.QGE) Rp. 488.000\n\n{SIGNED}"
    assert recovered(text) == [["Penataan Arsip (3355)", "Rp. 2.604.000"], ["Pekan Raya (6871.QGE)", "Rp. 488.000"]]


def test_items_that_each_stand_beside_their_amount_below_a_word_for_the_budget() -> None:
    text = f"Jumlah Anggaran:\n- Program Penataan Arsip : Rp 2.604.000\n- Program Pekan Raya : Rp 488.000\n\n{SIGNED}"
    assert recovered(text) == [["Program Penataan Arsip", "Rp 2.604.000"], ["Program Pekan Raya", "Rp 488.000"]]


@pytest.mark.parametrize("below", ["Kegiatan tahun 2031 dibiayai sebesar Rp. 28.000.000.", "Dokumen tahun 2031 memuat pagu Rp"])
def test_a_sentence_with_an_amount_below_a_list_is_no_rest_of_an_item(below: str) -> None:
    found = table(["Program | Anggaran", "Penataan Arsip dan | 2.000.000"], ["uraian", "jumlah"])
    found.kind = "pk_anggaran"
    assert [item.text for item in recover_budget_lists([found, *lines(below)]) if isinstance(item, Line)] == [below]
