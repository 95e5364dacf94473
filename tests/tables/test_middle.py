"""Entries whose cells all stand in the middle of their height, printed without rules."""

from collections.abc import Collection, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading import read
from extractor.reading.document import Cell, Document, Grid, GridRow, Line, Page, Place
from tests.tables.printed import aligned_document, body, head, only_table, tables

EDGES = (0, 4, 30, 56, 66)
HEADER = "No | Sasaran | Indikator Kinerja | Target"
TEXTS = ("Persentase jalan desa", "yang rata dan kering", "menurut catatan petugas", "pada akhir musim")


def printed(entry: Sequence[Sequence[str]], *, middle: bool | Collection[int]) -> list[str]:
    """The lines of an entry as a converter prints them: a cell half a line lower stands on a line of its own.

    ``middle`` are the columns whose cells stand in the middle, or whether all do.
    """
    height = max(map(len, entry))
    lines: dict[Fraction, list[str]] = {}
    for c, cell in enumerate(entry):
        centred = middle if isinstance(middle, bool) else c in middle
        top = Fraction(height - len(cell), 2) if centred else Fraction(0)
        for n, text in enumerate(cell):
            lines.setdefault(top + n, [""] * len(entry))[c] = text
    return [" | ".join(lines[at]) for at in sorted(lines)]


def entries(heights: Sequence[tuple[int, int]]) -> list[list[list[str]]]:
    return [
        [[f"{n}"], ["Meningkatnya mutu", *TEXTS[1:]][:sasaran], list(TEXTS[:indikator]), [f"{80 + n} %"]]
        for n, (sasaran, indikator) in enumerate(heights, start=1)
    ]


def expected(made: Sequence[Sequence[Sequence[str]]]) -> list[list[str]]:
    return [[" ".join(cell) for cell in entry] for entry in made]


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(2, 4)), min_size=3, max_size=6))
@settings(max_examples=40)
def test_every_line_comes_to_the_entry_in_whose_middle_its_value_stands(heights: list[tuple[int, int]]) -> None:
    made = entries(heights)
    lines = [line for entry in made for line in printed(entry, middle=True)]
    table = only_table(aligned_document(["PERJANJIAN KINERJA", (EDGES, [HEADER, *lines])]))
    assert body(table) == expected(made)
    assert head(table) == [["No", "Sasaran", "Indikator Kinerja", "Target"]]


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(1, 4)), min_size=3, max_size=6))
@settings(max_examples=40)
def test_entries_set_on_top_stay_as_they_are(heights: list[tuple[int, int]]) -> None:
    made = entries(heights)
    lines = [line for entry in made for line in printed(entry, middle=False)]
    table = only_table(aligned_document(["PERJANJIAN KINERJA", (EDGES, [HEADER, *lines])]))
    assert body(table) == expected(made)


def test_a_number_below_the_name_belongs_to_the_person_above_it() -> None:
    staff = [
        [["1"], ["Warsito Adiguna, S.E.", "NIP. 19700101 199503 1 001"], ["Pembina (IV/a)"], ["Kepala Seksi"]],
        [["2"], ["Laksmi Pertiwi", "NIP. 19810202 200604 2 002"], ["Penata (III/c)"], ["Bendahara"]],
        [["3"], ["Gunardi Tirta, S.H.", "NIP. 19890303 201201 1 003"], ["Penata Muda", "(III/a)"], ["Pengelola Data"]],
    ]
    lines = [line for entry in staff for line in printed(entry, middle=True)]
    header = "No | Nama / NIP | Pangkat / Gol. | Jabatan"
    table = only_table(aligned_document(["DAFTAR PEGAWAI", ((0, 4, 34, 54, 70), [header, *lines])]))
    assert body(table) == expected(staff)


STAFF_EDGES = (0, 6, 28, 40, 56, 76)
STAFF = ("No | Nama | Tgl. Lahir | Gol. | Jabatan", "1 | 2 | 3 | 4 | 5")


@given(st.lists(st.tuples(st.dates(date(1960, 1, 1), date(2000, 12, 31)), st.booleans()), min_size=4, max_size=9))
@settings(max_examples=40, deadline=None)
def test_a_date_on_several_lines_is_one_value(born: list[tuple[date, bool]]) -> None:
    months = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember")
    staff = [
        [
            [f"{n}"],
            ["Warsito", "Adiguna, S.Hut."],
            [f"{day.day:02}", months[day.month - 1], f"{day.year}"] if three else [f"{day.day} {months[day.month - 1]}", f"{day.year}"],
            ["Penata Muda", "Tk. I (III/b)"],
            ["Kepala Subbagian", "taman, kolam,", "dan hutan"],
        ]
        for n, (day, three) in enumerate(born, start=1)
    ]
    rows = [line for entry in staff for line in printed(entry, middle=(0, 2))]
    assert body(only_table(aligned_document(["DAFTAR PEGAWAI", (STAFF_EDGES, [*STAFF, *rows])]))) == expected(staff)


def test_the_last_line_of_an_entry_stands_on_the_next_page() -> None:
    staff = [
        [
            [f"{n}"],
            ["Warsito Adiguna,", "S.Hut."],
            ["2 Mei 1990"],
            ["III/c"],
            ["Kepala Subbagian", "taman dan hutan", "kota"][: 3 if n < 6 else 1],
        ]
        for n in range(1, 7)
    ]
    rows = [line for entry in staff for line in printed(entry, middle=True)]
    pages = aligned_document(["DAFTAR PEGAWAI", (STAFF_EDGES, [*STAFF, *rows[:-1]])], [(STAFF_EDGES, [*STAFF, rows[-1]])])
    assert body(only_table(pages)) == expected(staff)


def test_lines_that_were_taken_out_of_an_entry_make_it_no_higher(tmp_path: Path) -> None:
    staff = [
        [[f"{n}"], ["Warsito", "Adiguna, S.Hut."], ["02/05/1990"], ["III/c"], ["Kepala Seksi Taman", "dan Hutan Kota"]] for n in range(1, 9)
    ]
    widths = [b - a for a, b in pairwise(STAFF_EDGES)]
    rows = [row.split("|") for row in [*STAFF, *(line for entry in staff for line in printed(entry, middle=(0, 2)))]]
    lines = ["".join(text.strip().ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    letters = dict(zip(range(2, 2 + 4 * 7, 4), "LATIHAN", strict=True))
    marked = [[line, *(["", "", " " * (80 - at) + letters[at], "", ""] if at in letters else [])] for at, line in enumerate(lines)]
    (tmp_path / "a.txt").write_text("\n".join(["DAFTAR PEGAWAI", *(line for part in marked for line in part)]))
    assert body(only_table(read(tmp_path / "a.txt"))) == expected(staff)


def test_a_code_beside_each_entry_is_lifted_with_it() -> None:
    budget = [
        [["I"], ["5.01.01"], ["PROGRAM PENUNJANG URUSAN", "PEMERINTAHAN DAERAH", "KABUPATEN"], ["2.987.215.450"], ["2.874.332.126"]],
        [[""], ["5.01.01.2.01"], ["Perencanaan dan Evaluasi", "Kinerja Perangkat Daerah"], ["24.500.000"], ["24.115.000"]],
        [[""], ["5.01.01.2.02"], ["Administrasi Keuangan", "Perangkat Daerah"], ["2.962.715.450"], ["2.850.217.126"]],
    ]
    lines = [line for entry in budget for line in printed(entry, middle=True)]
    header = "No | Kode | Program / Kegiatan | Anggaran | Realisasi"
    table = only_table(aligned_document(["REALISASI ANGGARAN", ((0, 4, 20, 50, 66, 80), [header, *lines])]))
    assert body(table) == expected(budget)


def test_words_of_a_header_go_to_the_columns_that_they_head() -> None:
    rows = ["1 | Meningkatnya mutu | Persentase jalan rata | 90 % | 81 %", "2 | Terwujudnya tertib | Jumlah pos jaga | 12 | 12"]
    header = "No Sasaran | Strategis | Indikator Kinerja | Target Realisasi |"
    table = only_table(aligned_document(["CAPAIAN KINERJA", ((0, 4, 28, 54, 64, 74), [header, *rows])]))
    assert head(table) == [["No", "Sasaran Strategis", "Indikator Kinerja", "Target", "Realisasi"]]


def test_no_word_of_a_header_goes_to_a_column_headed_by_a_year() -> None:
    rows = ["1 | Persentase jalan rata | 81 % | 90 %", "2 | Jumlah pos jaga | 12 | 14"]
    header = [" | | | Realisasi", "No | Indikator Kinerja Utama | | ", " | | 2023 | 2024"]
    table = only_table(aligned_document(["PERBANDINGAN CAPAIAN KINERJA", ((0, 4, 44, 54, 64), [*header, *rows])]))
    assert head(table)[-1][1:3] == ["Indikator Kinerja Utama", "2023"]


def test_what_stands_below_place_and_date_belongs_to_no_table() -> None:
    rows = ["Program | Anggaran", "1. Program Dukungan Manajemen | Rp. 214.350.000,-", "2. Program Pelayanan Umum | Rp. 18.400.000,-"]
    signed = ["Kepala Dinas Pertamanan, | Kepala Bidang Taman,", "Warsito Adiguna | Laksmi Pertiwi"]
    document = aligned_document(["PERJANJIAN KINERJA", ((0, 40, 60), rows), "Kotabaru Timur, 9 Januari 2023", ((0, 40, 60), signed)])
    assert [cell for row in body(tables(document)[0]) for cell in row][-1] == "Rp. 18.400.000,-"


def on_page(header: str, made: Sequence[Sequence[Sequence[str]]], middle: Collection[int]) -> Document:
    """Entries on a page of a PDF, the cells of these columns in the middle of their entry, the others on top."""
    placed: list[tuple[float, list[str]]] = [(0.0, header.split(" | "))]
    for entry in made:
        height, top = max(map(len, entry)), placed[-1][0] + 2.0
        lines: dict[float, list[str]] = {}
        for c, cell in enumerate(entry):
            for n, text in enumerate(cell):
                lines.setdefault(top + (height - len(cell)) / 2 * (c in middle) + n, [""] * len(entry))[c] = text
        placed += sorted(lines.items())
        placed[-1] = top + height - 1, placed[-1][1]
    rows = []
    for at, texts in placed:
        place = Place(1, box=(70, 100 + 12 * at, 500, 110 + 12 * at))
        rows.append(GridRow([Cell((Line(text, place),) if text else (), place) for text in texts], place))
    grid = Grid("columns", rows, Place(1, box=(70, 100, 500, 700)), edges=(70, 90, 220, 420, 500))
    page = Page(1, [Line("PERJANJIAN KINERJA", Place(1, box=(200, 60, 400, 70))), grid], width=595, height=842)
    return Document("a.pdf", "0" * 64, "pdf", [page])


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(2, 4)), min_size=3, max_size=6))
@settings(max_examples=20)
def test_on_a_page_of_a_pdf_the_middle_is_told_by_the_places(heights: list[tuple[int, int]]) -> None:
    made = entries(heights)
    assert body(only_table(on_page(HEADER, made, range(4)))) == expected(made)


@given(st.lists(st.integers(1, 3), min_size=5, max_size=9))
@settings(max_examples=20)
def test_the_running_number_alone_stands_in_the_middle(heights: list[int]) -> None:
    names = ("Penataan arsip lama", "dan berkas pegawai", "di seluruh bagian")
    made = [[[f"{n}"], list(names[:height]), [f"Rp3.825.58{n}.00", "0"], [f"9{n}"]] for n, height in enumerate(heights, start=1)]
    found = body(only_table(on_page("No | Uraian | Pagu | Persen", made, [0])))
    assert found == [[number, " ".join(name), "".join(pagu), percent] for [number], name, pagu, [percent] in made]


def test_the_label_of_a_sum_stands_between_the_lines_of_its_cut_amount() -> None:
    made = [[[f"{n}"], ["Penataan arsip lama", "dan berkas pegawai"], [f"Rp3.825.58{n}.00", "0"], [f"9{n}"]] for n in range(1, 7)]
    made.append([[], ["Jumlah"], ["Rp22.953.501.00", "0"], ["95"]])
    found = body(only_table(on_page("No | Uraian | Pagu | Persen", made, [0, 1])))
    assert found[-2:] == [
        ["6", "Penataan arsip lama dan berkas pegawai", "Rp3.825.586.000", "96"],
        ["", "Jumlah", "Rp22.953.501.000", "95"],
    ]


def test_columns_of_one_table_may_be_set_differently() -> None:
    """The numbers and grades in the middle of their rows, names and dates on top."""
    staff = [
        [["1"], ["Warsito Adiguna, M.M."], ["02 Mei 1969"], ["IV/b"]],
        [["2"], ["Laksmi Pertiwi, S.Sos.,", "M.Si."], ["16 Februari", "1973"], ["IV/b"]],
        [["3"], ["Gunardi Tirta"], ["11 Mei 1977"], ["III/d"]],
        [["4"], ["Sekar Wening, S.STP.,", "M.Si."], ["03 Juni 1981"], ["III/d"]],
        [["5"], ["Ratri Handaru, SH"], ["01 September", "1973"], ["III/c"]],
        [["6"], ["Danang Prakosa, S.E.,", "M.Si."], ["26 Februari", "1980"], ["III/c"]],
    ]
    assert body(only_table(on_page("Nomor | Nama Lengkap | Tanggal Lahir | Gol.", staff, [0, 3]))) == expected(staff)


def test_numbers_in_the_middle_tell_which_columns_are_set_on_top() -> None:
    """The figures of the entries follow each other line by line, cut as they are, and so do the lines of their texts."""
    posts = (
        ["Sekretaris", "Dinas Pertamanan"],
        ["Pengelola Barang Milik", "Daerah"],
        ["Kepala Subbagian", "Keuangan, Umum, dan", "Logistik"],
        ["Pengelola Data"],
        ["Kepala Subbagian", "Perencanaan, Data, dan", "Informasi"],
        ["Kepala Subbagian Teknis", "Penyelenggaraan dan", "Hubungan Masyarakat"],
        ["Pranata Hubungan", "Masyarakat"],
        ["Pengemudi"],
    )
    names = ("Warsito Adiguna", "Laksmi Pertiwi", "Gunardi Tirta", "Sekar", "Ratri Handaru", "Danang Prakosa", "Wening Asri", "Jatmiko")
    staff = [
        [[f"{n}"], [f"{name},", "S.Sos., M.Si."][: 1 + n % 3], [f"1979080720050{n}201", "1"], post, ["PNS"]]
        for n, (name, post) in enumerate(zip(names, posts, strict=True), start=1)
    ]
    assert body(only_table(on_page("No | Nama | NIP | Jabatan | Status", staff, [0, 4]))) == expected(staff)


def test_texts_in_the_middle_tell_the_entries_where_no_value_does() -> None:
    rows = [
        [["1"], ["Derajat kepuasan", "pengunjung"], ["Survei tahunan atas", "semua taman", "yang ada"]],
        [[""], ["Kios yang", "berizin", "lengkap"], ["Penghitungan langsung"]],
        [["2"], ["Taman terawat"], ["Banyaknya yang", "terawat dibagi", "semua taman", "yang ada"]],
        [[""], ["Jalur hijau", "yang ditanami"], ["Laporan bidang"]],
    ]
    document = on_page("No | Indikator Kinerja | Cara Penghitungan", rows, range(3))
    assert body(only_table(document)) == expected(rows)


def test_a_page_with_one_entry_is_read_as_the_pages_before_it() -> None:
    first, last = entries([(1, 3), (2, 3), (1, 4), (2, 2)]), entries([(1, 4)] * 5)[4:]
    document = on_page(HEADER, first, range(4))
    document.pages.append(on_page(HEADER, last, range(4)).pages[0])
    document.pages[1].number, document.pages[1].blocks = 2, document.pages[1].blocks[1:]
    for block in document.pages[1].blocks:
        assert isinstance(block, Grid)
        block.place = Place(2, box=block.place.box)
        for row in block.rows:
            row.place = Place(2, box=row.place.box)
            for cell in row.cells:
                cell.place = row.place
                cell.lines = tuple(Line(line.text, row.place) for line in cell.lines)
    assert body(only_table(document)) == expected([*first, *last])


def test_labels_over_entries_whose_cells_stand_in_their_middle_are_rows_of_their_own() -> None:
    first, second = "Sasaran 1. Meningkatnya mutu jalan desa", "Sasaran 2. Terawatnya pasar kota"
    lines = [
        f"{first} | | ",
        "1 | Jumlah jalan desa | 4 Ruas",
        " | Persentase jalan desa | ",
        "2 | | 90%",
        " | yang rata | ",
        f"{second} | | ",
    ]
    lines += [" | Persentase lapak pasar | ", "3 | | 80%", " | yang bersih | ", "4 | Indeks pasar | 70"]
    head_lines = ["No | Indikator Kinerja | Target", "(1) | (2) | (3)"]
    assert body(only_table(aligned_document(["PERJANJIAN KINERJA", ((0, 4, 30, 40), [*head_lines, *lines])]))) == [
        [first, "", ""],
        ["1", "Jumlah jalan desa", "4 Ruas"],
        ["2", "Persentase jalan desa yang rata", "90%"],
        [second, "", ""],
        ["3", "Persentase lapak pasar yang bersih", "80%"],
        ["4", "Indeks pasar", "70"],
    ]


def test_a_column_with_a_text_in_every_entry_tells_the_entries_as_well() -> None:
    lines = [
        " | | | Nilai yang diterbitkan | Laporan unit",
        " | | Indeks kualitas air | | ",
        " | Meningkatnya mutu | | lembaga penilai | pelaksana",
        "1 | | | | ",
        " | lingkungan hidup | | Nilai yang diterbitkan | ",
        " | | Indeks kualitas tanah | | Survei",
        " | | | lembaga penilai | ",
        " | | | Jumlah yang memenuhi | ",
        " | | Persentase sampah yang | | Laporan hasil",
        " | | | dibagi jumlah seluruhnya | ",
        " | Meningkatnya | tertangani | | evaluasi",
        "2 | | | seratus | ",
        " | pengelolaan sampah | | | ",
        " | | | Jumlah yang tercatat | Laporan hasil",
        " | | Jumlah kebun yang aktif | | ",
    ]
    edges = (0, 4, 30, 56, 82, 100)
    header = "No | Sasaran | Indikator Kinerja | Cara Penghitungan | Sumber Data"
    table = only_table(aligned_document(["INDIKATOR KINERJA UTAMA", (edges, [header, *lines])]))
    assert [row[2] for row in body(table)] == [
        "Indeks kualitas air",
        "Indeks kualitas tanah",
        "Persentase sampah yang tertangani",
        "Jumlah kebun yang aktif",
    ]


def test_a_value_alone_between_two_lines_of_a_text_shows_that_cells_stand_in_the_middle_also_in_a_short_table() -> None:
    lines = [
        " | Meningkatnya tertib | Persentase warga yang telah | ",
        " | | | 97,53%",
        " | administrasi kebun | merekam data | ",
        "1 | | | ",
        " | | Persentase anak yang memiliki kartu | 73%",
        " | | Rata-rata hari penerbitan akta | 2 Hari",
        " | Meningkatnya kepuasan atas | Indeks kepuasan warga | ",
        "2 | layanan di taman | | 89,81",
        " | kota | | ",
    ]
    table = only_table(aligned_document(["PERJANJIAN KINERJA", (EDGES, [HEADER, *lines])]))
    assert [row[2:] for row in body(table)] == [
        ["Persentase warga yang telah merekam data", "97,53%"],
        ["Persentase anak yang memiliki kartu", "73%"],
        ["Rata-rata hari penerbitan akta", "2 Hari"],
        ["Indeks kepuasan warga", "89,81"],
    ]
    assert [row[0] for row in body(table)] == ["1", "", "", "2"]


def test_lines_of_a_cell_over_two_entries_are_no_texts_of_each() -> None:
    lines = [
        " | | Persentase warga yang | Banyaknya yang sesuai dibagi | ",
        " | Meningkatnya keikutsertaan | | | Basis data internal",
        " | | merawat kebunnya | dikali 100% | ",
        "1 | warga dalam kebun di | | | ",
        " | Kabupaten Murung | Jumlah kelompok warga yang | | ",
        " | | | Penghitungan langsung | Laporan hasil evaluasi",
        " | | mengikuti pelatihan kebun | | ",
        " | | Persentase perkara kebun | Banyaknya yang sesuai dibagi | ",
        " | Terselesaikannya persoalan | | | Laporan hasil evaluasi",
        " | | yang diselesaikan | dikali 100% | ",
        "2 | hukum kebun dan | | | ",
        " | Taman kota | Jumlah keputusan yang | | ",
        " | | | Penghitungan langsung | Laporan unit pelaksana",
        " | | disusun sesuai kaidah | | ",
    ]
    edges = (0, 4, 34, 66, 100, 124)
    header = "No | Sasaran | Indikator Kinerja | Cara Penghitungan | Sumber Data"
    table = only_table(aligned_document(["INDIKATOR KINERJA UTAMA", (edges, [header, *lines])]))
    assert [row[2] for row in body(table)] == [
        "Persentase warga yang merawat kebunnya",
        "Jumlah kelompok warga yang mengikuti pelatihan kebun",
        "Persentase perkara kebun yang diselesaikan",
        "Jumlah keputusan yang disusun sesuai kaidah",
    ]


def test_the_entries_of_one_setting_may_show_another_one_that_fits_them_all() -> None:
    """The numbers and the targets alone stand in the middle; goals of two entries each stand with the first one."""
    sizes = [(2, 1, 1), (3, 1, 2), (3, 3, 3), (2, 3, 1)]
    made = [
        [
            *([f"{n // 2 + 1}"] * (n % 2), ["Meningkatnya mutu", *TEXTS[1:]][:goal] * (n % 2), list(TEXTS[:indikator])),
            *([f"{80 + n} %"], ["Penataan taman", "kota dan desa", "yang teduh"][:kegiatan], [f"{n}.000.000"]),
        ]
        for n, (goal, indikator, kegiatan) in enumerate(sizes, start=1)
    ]
    lines = [line for entry in made for line in printed(entry, middle={0, 3})]
    header = "No | Sasaran | Indikator Kinerja | Target | Kegiatan | Anggaran"
    table = only_table(aligned_document(["RENCANA KINERJA TAHUNAN", ((0, 4, 30, 56, 66, 90, 104), [header, *lines])]))
    assert body(table) == expected(made)


def test_the_number_of_two_entries_stands_half_a_line_between_them() -> None:
    lines = [
        " | Terawatnya jalan kota | Persentase jalan | 84,4",
        "1 | | | ",
        " | | Persentase jembatan yang baik | 96%",
        " | Meningkatnya pasar desa | Persentase pasar yang dibuka tiap | ",
        " | | | 89%",
        "2 | | pekan | ",
        " | | Jumlah pedagang yang dibina | 35 orang",
    ]
    table = only_table(aligned_document(["PERJANJIAN KINERJA", (EDGES, [HEADER, *lines])]))
    assert body(table) == [
        ["1", "Terawatnya jalan kota", "Persentase jalan", "84,4"],
        ["", "", "Persentase jembatan yang baik", "96%"],
        ["2", "Meningkatnya pasar desa", "Persentase pasar yang dibuka tiap pekan", "89%"],
        ["", "", "Jumlah pedagang yang dibina", "35 orang"],
    ]


def test_a_header_gives_the_line_above_the_first_value_back_in_a_short_table() -> None:
    lines = [
        " | Tertibnya urusan kebun dan | Persentase surat kebun yang dibagikan pada | ",
        "1 | | | 98%",
        " | taman | hari itu juga | ",
        " | | Jumlah laporan taman | 10 laporan",
    ]
    table = only_table(aligned_document(["PERJANJIAN KINERJA", (EDGES, [HEADER, *lines])]))
    assert body(table) == [
        ["1", "Tertibnya urusan kebun dan taman", "Persentase surat kebun yang dibagikan pada hari itu juga", "98%"],
        ["", "", "Jumlah laporan taman", "10 laporan"],
    ]


def test_labels_on_top_of_their_first_entry_stay_with_it_where_numbers_and_values_stand_in_the_middle() -> None:
    made = [
        [["1"], ["Meningkatnya mutu", "jalan desa"], ["Nilai jalan desa"], ["65,80"], ["66,46"], ["101%"]],
        [[], [], ["Jumlah jembatan desa"], ["35.265", "Buah"], ["35.265", "Buah"], ["100%"]],
        [["2"], ["Tertatanya pasar desa"], ["Nilai pasar desa"], ["85", "Kios"], ["85", "Kios"], ["100%"]],
        [[], [], ["Persentase kios yang", "rata dan kering"], ["73%"], ["73%"], ["100%"]],
    ]
    lines = [line for entry in made for line in printed(entry, middle={0, 3, 4, 5})]
    table = only_table(aligned_document(["CAPAIAN KINERJA", ((*EDGES, 78, 90), [f"{HEADER} | Realisasi | Capaian", *lines])]))
    assert body(table) == expected(made)


def test_a_value_between_two_lines_of_the_goal_beside_it_shows_that_values_stand_in_the_middle() -> None:
    lines = [
        " | Menurunnya keluhan warga | Angka keluhan per seribu warga kota | ",
        "1 | | | 7,2",
        " | di pasar kota | | ",
        " | | Persentase pasar yang dibuka tiap pekan | 97 %",
        " | Meningkatnya jangkauan | Persentase taman dengan penjaga tetap | ",
        "2 | | | 84 %",
        " | layanan taman | | ",
        " | | Jumlah kunjungan ke taman kota | 3.081 orang",
        " | | Angka kerusakan taman | 16 %",
    ]
    table = only_table(aligned_document(["PERJANJIAN KINERJA", (EDGES, [HEADER, *lines])]))
    assert body(table) == [
        ["1", "Menurunnya keluhan warga di pasar kota", "Angka keluhan per seribu warga kota", "7,2"],
        ["", "", "Persentase pasar yang dibuka tiap pekan", "97 %"],
        ["2", "Meningkatnya jangkauan layanan taman", "Persentase taman dengan penjaga tetap", "84 %"],
        ["", "", "Jumlah kunjungan ke taman kota", "3.081 orang"],
        ["", "", "Angka kerusakan taman", "16 %"],
    ]
