"""The tree of chapters of reports in many shapes."""

import pytest

from extractor.reading.document import Line
from extractor.segmenting import segment
from tests.segmenting.paper import PROSE, boxed, headings, line, text_document, typeset


def report(*parts: str) -> str:
    """Headings (short) with a paragraph after each one that is not directly followed by another heading."""
    return "\n\n".join(parts)


TREE = [
    (1, "I", "PENDAHULUAN"),
    (2, "A", "Latar Belakang"),
    (2, "B", "Tugas dan Fungsi"),
    (1, "II", "PERENCANAAN KINERJA"),
    (1, "III", "AKUNTABILITAS KINERJA"),
    (2, "A", "Capaian Kinerja"),
    (2, "B", "Realisasi Anggaran"),
    (1, "IV", "PENUTUP"),
]

BODY = report(
    "BAB I\n\nPENDAHULUAN", "A. Latar Belakang", PROSE, "B. Tugas dan Fungsi", PROSE,
    "BAB II PERENCANAAN KINERJA", PROSE,
    "BAB III\nAKUNTABILITAS KINERJA", "A. Capaian Kinerja", PROSE, "B. Realisasi Anggaran", PROSE,
    "BAB IV PENUTUP", PROSE,
)  # fmt: skip


def test_title_on_the_line_of_the_number_or_below_it() -> None:
    assert headings(segment(text_document(BODY))) == TREE


def test_front_and_back_matter_are_roots() -> None:
    text = report("KATA PENGANTAR", PROSE, "IKHTISAR EKSEKUTIF", PROSE, BODY, "LAMPIRAN", "PERJANJIAN KINERJA TAHUN 2031", PROSE)
    found = headings(segment(text_document(text)))
    assert found == [(0, "", "KATA PENGANTAR"), (0, "", "IKHTISAR EKSEKUTIF"), *TREE, (0, "", "LAMPIRAN")]


PAGED = """KATA PENGANTAR ........ i
DAFTAR ISI ........ ii
BAB I PENDAHULUAN ........ 1
A. Latar Belakang ........ 1
B. Tugas dan Fungsi ........ 3
BAB II PERENCANAAN KINERJA ........ 5
BAB III AKUNTABILITAS KINERJA ........ 9
A. Capaian Kinerja ........ 9
B. Realisasi Anggaran ........ 20
BAB IV PENUTUP ........ 25
LAMPIRAN"""
UNPAGED = PAGED.replace(" ........", "").translate(str.maketrans("", "", "0123456789")).replace(" i\n", "\n").replace(" ii\n", "\n")
GARBLED = """Kata Pen\tgantar\t\tiii
BAB I\tPEN\tNDAHULUAN\t1
\tA.\tLatar Belakang\t
\tB.\tTugas dan Fungsi\t3
BAB II\tPER\tRENCANAAN KINERJA\t5
BAB III\tAKU\tUNTABILITAS KINERJA\t
\tA.\tCapaian Kinerja\t
\tB.\tRealisasi Anggaran\t.20
BAB IV\tPEN\tNUTUP\t"""
RUN_TOGETHER = PAGED.replace(" ........ i\n", " ", 1).replace(" ........ ii\n", "\n", 1)


@pytest.mark.parametrize("contents", [PAGED, UNPAGED, GARBLED, RUN_TOGETHER], ids=["leaders", "bare", "tabs", "run together"])
@pytest.mark.parametrize("preface", ["", "KATA PENGANTAR"])
def test_table_of_contents_is_no_chapter(contents: str, preface: str) -> None:
    text = report("DAFTAR ISI", contents, *((preface, PROSE) if preface else ()), BODY)
    found = segment(text_document(text))
    assert headings(found) == [(0, "", "DAFTAR ISI"), *([(0, "", preface)] if preface else []), *TREE]
    assert found.contents == frozenset(range(1, found.chapters[1].start))


SYSTEMATICS = report(
    "C. Sistematika", "Laporan ini disusun dengan sistematika sebagai berikut:", "KATA PENGANTAR", "Memuat gambaran singkat laporan.",
    "BAB I PENDAHULUAN", "Menyajikan penjelasan umum organisasi dan permasalahan yang dihadapi.",
    "BAB II PERENCANAAN KINERJA", "Menguraikan ringkasan perjanjian kinerja tahun berjalan.",
    "BAB III AKUNTABILITAS KINERJA", "A. Capaian Kinerja", "Pada sub bab ini disajikan capaian kinerja organisasi.",
    "D. Realisasi Anggaran", "Pada sub bab ini diuraikan anggaran yang digunakan.",
    "BAB IV PENUTUP", "Pada bab ini diuraikan simpulan umum.",
)  # fmt: skip


@pytest.mark.parametrize("after", ["", "D. Dasar Hukum"])
def test_systematics_listing_is_no_chapter(after: str) -> None:
    listing = report(SYSTEMATICS, *((after, PROSE) if after else ()))
    text = BODY.replace("BAB II PERENCANAAN KINERJA", report(listing, "BAB II PERENCANAAN KINERJA"), 1)
    found = segment(text_document(text))
    extra = [(2, "C", "Sistematika"), *([(2, "D", "Dasar Hukum")] if after else [])]
    assert headings(found) == [*TREE[:3], *extra, *TREE[3:]]
    [zone] = found.systematics
    inside = [found.chapter_at(block) for block in zone]
    assert {chapter.title for chapter in inside if chapter} == {"Sistematika"}


@pytest.mark.parametrize(
    ("written", "number", "title"),
    [
        ("BAB 1 PENDAHULUAN", "1", "PENDAHULUAN"),
        ("BABI PENDAHULUAN", "I", "PENDAHULUAN"),
        ("BAB I. PENDAHULUAN", "I", "PENDAHULUAN"),
        ("BAB I : PENDAHULUAN", "I", "PENDAHULUAN"),
        ("Bab Satu\nPendahuluan", "Satu", "Pendahuluan"),
        ("Bab I Pendahuluan", "I", "Pendahuluan"),
        ("BAB\nI\nPENDAHULUAN", "I", "PENDAHULUAN"),
        ("## BAB I\n\n## PENDAHULUAN", "I", "PENDAHULUAN"),
        ("**BAB I**\n**PENDAHULUAN**", "I", "PENDAHULUAN"),
        ("\u0412\u0410\u0412 I\n\nPENDAHULUAN", "I", "PENDAHULUAN"),
        ("B A B  I\n\nP E N D A H U L U A N", "I", "PENDAHULUAN"),
        ("BAB l\nPENDAHULUAN", "I", "PENDAHULUAN"),
        ("BAB I\nPENDAHU LUAN", "I", "PENDAHULUAN"),
        ("<p>BAB I</p>\n<p>PENDAHULUAN</p>", "I", "PENDAHULUAN"),
    ],
)
def test_ways_to_write_a_chapter(written: str, number: str, title: str) -> None:
    text = BODY.replace("BAB I\n\nPENDAHULUAN", written, 1)
    assert headings(segment(text_document(text))) == [(1, number, title), *TREE[1:]]


def test_misnumbered_chapters_are_kept_as_stated() -> None:
    text = BODY.replace("BAB IV PENUTUP", "BAB V PENUTUP")
    assert headings(segment(text_document(text)))[-1] == (1, "V", "PENUTUP")


def test_a_number_given_twice_is_kept_where_the_titles_differ() -> None:
    text = BODY.replace("BAB III\nAKUNTABILITAS KINERJA", "BAB II\nAKUNTABILITAS KINERJA")
    found = [heading for heading in headings(segment(text_document(text))) if heading[0] == 1]
    assert [number for _, number, _ in found] == ["I", "II", "II", "IV"]


def test_running_text_that_names_a_chapter_is_no_heading() -> None:
    named = "Bab III menjelaskan capaian kinerja organisasi"
    text = BODY.replace(PROSE, report(PROSE, named, "BAB IV berisi simpulan dan saran.", PROSE), 1)
    assert headings(segment(text_document(text))) == TREE


def test_lettered_lists_inside_a_section_are_no_sections() -> None:
    inventory = report("DATA BARANG", "A. TANAH DAN GUDANG", PROSE, "B. KENDARAAN", PROSE)
    text = BODY.replace("BAB II PERENCANAAN KINERJA", report(inventory, "BAB II PERENCANAAN KINERJA"), 1)
    assert headings(segment(text_document(text))) == TREE


def test_numbered_items_are_no_sections() -> None:
    items = "1. menyusun rencana kerja;\n2. menetapkan jadwal;\n3. melaporkan hasilnya.\n\na. pengadaan;\nb. distribusi."
    text = BODY.replace(PROSE, report(PROSE, "Tugas panitia adalah:", items, PROSE))
    assert headings(segment(text_document(text)), deepest=3) == TREE


def decimal_report(style: str) -> str:
    return report(
        "BAB I\nPENDAHULUAN", style.format(1, 1) + " Latar Belakang", PROSE, style.format(1, 2) + " Dasar Hukum", PROSE,
        "BAB II\nPERENCANAAN KINERJA", style.format(2, 1) + " Rencana Strategis", PROSE,
        "Tata cara pada angka", "1.1 ayat tersebut berlaku juga untuk unit kerja lain;", PROSE,
        style.format(2, 2) + " Perjanjian Kinerja", PROSE,
    )  # fmt: skip


@pytest.mark.parametrize(("style", "number"), [("{}.{}", "2.1"), ("{}.{}.", "2.1"), ("{}. {}", "2.1")])
def test_decimal_sections(style: str, number: str) -> None:
    found = headings(segment(text_document(decimal_report(style))))
    assert found[3:5] == [(1, "II", "PERENCANAAN KINERJA"), (2, number, "Rencana Strategis")]
    assert len(found) == 6


def test_number_and_title_on_two_lines() -> None:
    text = BODY.replace("A. Capaian Kinerja", "A.\nCapaian Kinerja").replace("B. Realisasi", "B.\nRealisasi")
    assert headings(segment(text_document(text))) == TREE


def test_arabic_sections() -> None:
    text = BODY.replace("A. ", "1. ").replace("B. ", "2. ")
    expected = [(level, {"A": "1", "B": "2"}.get(number, number), title) for level, number, title in TREE]
    assert headings(segment(text_document(text))) == expected


def test_third_level_under_letters_and_decimals() -> None:
    text = decimal_report("{}.{}").replace(
        "2.1 Rencana Strategis", "2.1 Rencana Strategis\n\n2.1.1 Visi Kantor\n\n" + PROSE + "\n\n2.1.2 Misi Kantor"
    )
    found = segment(text_document(text))
    section = found.chapters[1].children[0]
    assert [(c.level, c.number, c.title) for c in section.children] == [(3, "2.1.1", "Visi Kantor"), (3, "2.1.2", "Misi Kantor")]


def test_heading_cut_over_lines() -> None:
    long = "B. Analisis Program dan Kegiatan yang Menunjang\nKeberhasilan atau Kegagalan Pencapaian Kinerja"
    text = BODY.replace("B. Realisasi Anggaran", long)
    assert (2, "B", long[3:].replace("\n", " ")) in headings(segment(text_document(text)))


def test_chapter_title_over_two_lines() -> None:
    text = BODY.replace("BAB II PERENCANAAN KINERJA", "BAB II\nPERENCANAAN DAN\nPERJANJIAN KINERJA")
    assert (1, "II", "PERENCANAAN DAN PERJANJIAN KINERJA") in headings(segment(text_document(text)))


def test_cut_word_is_mended_and_a_slip_of_the_pen_kept() -> None:
    text = report("IKHTISSAR EKSEKUTIF", PROSE, BODY, "LAMP IRAN", "PERJANJIAN KINERJA", PROSE)
    found = headings(segment(text_document(text)))
    assert found[0] == (0, "", "IKHTISSAR EKSEKUTIF")
    assert found[-1] == (0, "", "LAMPIRAN")


AGREEMENT = report(
    "PERJANJIAN KINERJA TAHUN 2031", "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, yang bertanda tangan di bawah ini:",
    "Nama : Sari Wulandari\nJabatan : Kepala Bagian", PROSE, "LAMPIRAN", "A. Sasaran", "B. Indikator", PROSE,
    "RENCANA AKSI TAHUN 2031", "No\tSasaran\tTarget\n1\tMeningkatnya layanan\t90%\n2\tTersedianya data\t80%",
)  # fmt: skip


@pytest.mark.parametrize(
    "text", [AGREEMENT, report(AGREEMENT, AGREEMENT), report("DAFTAR ISI", "PERJANJIAN KINERJA .... 1", AGREEMENT), PROSE]
)
def test_bundles_without_a_report_have_no_chapters(text: str) -> None:
    assert segment(text_document(text)).chapters == []


def test_empty_document() -> None:
    found = segment(typeset([[]]))
    assert found.chapters == []
    assert found.chapter_at(0) is None


def test_one_chapter_alone_in_a_file() -> None:
    text = report("BAB III", "AKUNTABILITAS KINERJA", "A. Capaian Kinerja", PROSE, "B. Realisasi Anggaran", PROSE)
    assert headings(segment(text_document(text))) == TREE[4:7]


def test_headings_in_boxes() -> None:
    prose = [line(PROSE[i : i + 90]) for i in range(0, len(PROSE), 90)]
    pages = [
        [boxed("BAB I", "PENDAHULUAN"), boxed("1.1 Latar Belakang"), *prose, boxed("1.2 Dasar Hukum"), *prose],
        [boxed("BAB II", "PERENCANAAN KINERJA"), boxed("2.1 Rencana Strategis"), *prose],
    ]
    found = headings(segment(typeset(pages)))
    assert [number for _, number, _ in found] == ["I", "1.1", "1.2", "II", "2.1"]
    assert found[0] == (1, "I", "PENDAHULUAN")


def test_bold_title_wrapped_on_a_page() -> None:
    prose = [line(PROSE[i : i + 90]) for i in range(0, len(PROSE), 90)]
    page = [
        line("BAB III", bold=True, centred=True), line("AKUNTABILITAS KINERJA", bold=True, centred=True),
        line("3.1 Capaian Kinerja Badan Pengelola Arsip dan Perpustakaan Daerah Provinsi Tahun", bold=True, gap=1.0),
        line("2031", bold=True), *prose, line("3.2 Realisasi Anggaran", bold=True, gap=1.0), *prose,
    ]  # fmt: skip
    found = headings(segment(typeset([page])))
    assert found[1] == (2, "3.1", "Capaian Kinerja Badan Pengelola Arsip dan Perpustakaan Daerah Provinsi Tahun 2031")


def test_blocks_know_their_chapter() -> None:
    document = text_document(BODY)
    found = segment(document)
    blocks = [block for _, block in document.blocks()]
    paragraph = max(i for i, block in enumerate(blocks) if isinstance(block, Line) and block.text == PROSE and i < found.chapters[3].start)
    assert [chapter.title for chapter in found.path_at(paragraph)] == ["AKUNTABILITAS KINERJA", "Realisasi Anggaran"]
    inner = found.chapter_at(paragraph)
    assert inner is not None
    assert inner.start < paragraph < inner.stop


def test_documents_appended_without_a_heading_belong_to_no_chapter() -> None:
    document = text_document(report(BODY, "KANTOR ARSIP DAERAH", AGREEMENT.replace("LAMPIRAN\n\n", "")))
    found = segment(document)
    assert headings(found) == TREE
    assert found.chapter_at(sum(1 for _ in document.blocks()) - 1) is None


def test_same_document_same_result() -> None:
    assert segment(text_document(BODY)) == segment(text_document(BODY))


def test_a_number_repeated_in_the_table_of_contents_too_is_a_heading() -> None:
    twice = [(level, "A" if title == "Tugas dan Fungsi" else number, title) for level, number, title in TREE]
    contents, body = (text.replace("B. Tugas", "A. Tugas") for text in (PAGED, BODY))
    assert headings(segment(text_document(report("DAFTAR ISI", contents, body))))[1:] == twice


def test_numbers_between_two_letters_stand_below_the_first_however_many_they_are() -> None:
    goals = ("Arsip yang Lengkap", "Pasar yang Tertata", "Gudang yang Aman", "Taman yang Asri", "Jalan yang Bersih")
    numbered = report("", *(part for n, goal in enumerate(goals, 1) for part in (f"   {n}. Terwujudnya {goal}", PROSE)))
    text = report(
        "BAB I PENDAHULUAN", PROSE, "BAB II AKUNTABILITAS KINERJA", "A. Capaian Kinerja" + numbered, "B. Realisasi Anggaran", PROSE
    )
    found = [h for h in headings(segment(text_document(report(text, "BAB III PENUTUP", PROSE)))) if h[0] < 3]
    assert found == [
        (1, "I", "PENDAHULUAN"),
        (1, "II", "AKUNTABILITAS KINERJA"),
        (2, "A", "Capaian Kinerja"),
        (2, "B", "Realisasi Anggaran"),
        (1, "III", "PENUTUP"),
    ]
