"""Tables whose columns are only aligned by blanks: every printed line is a row of its own, and pages differ in scale."""

from extractor.tables.table import Table
from tests.tables.printed import aligned_document, body, only_table, tables

STAFF = (0, 4, 20, 30, 40, 52, 66, 72)
STAFF_HEADER = [
    " |  | TANGG | | | | JENIS",
    "N | NAMA | AL | NIP | T M T | JABATAN | KELA",
    "O | | LAHIR | | | | MIN",
]


def person(number: str, rest: str, name: str, jabatan: str) -> list[str]:
    """Five printed lines: a person whose birth date, NIP and TMT are cut by narrow columns."""
    return [
        f"{number} | {name}, | 09- | 199004 | 01 | {jabatan} | L",
        f"{rest} | S.E. | Apr-199 | 09 | Ap | Arsip |",
        " | | 0 | 201501 | r | Daerah |",
        " | | | 1 004 | 20 | |",
        " | | | | 19 | |",
    ]


def roles(table: Table) -> dict[str, int]:
    return {column.role: column.index for column in table.columns if column.role}


def staff(numbers: list[tuple[str, str]]) -> list[str]:
    names = ["BUDI", "CITRA", "DEWI", "EKO", "FAJAR", "GITA", "HADI", "INDAH", "JOKO", "KARTIKA", "LESTARI", "MIRA"]
    return [line for (n, rest), name in zip(numbers, names, strict=False) for line in person(n, rest, name, "Pengelola")]


def test_a_header_whose_lines_hold_pieces_of_words_is_a_header() -> None:
    table = only_table(aligned_document([(STAFF, [*STAFF_HEADER, *staff([("1", ""), ("2", ""), ("3", "")])])]))
    assert table.kind == "pegawai_daftar"
    assert {"nama", "nip", "tanggal_lahir", "jenis_kelamin", "jabatan"} <= set(roles(table))
    assert table.rows[0].text(1) == "BUDI, S.E."


def test_a_header_at_the_foot_of_a_page_takes_the_body_on_the_next_one() -> None:
    wide = (0, 4, 20, 30, 40, 46, 52, 66, 72)
    lines = [
        line.replace("| L", "| L |") if line.startswith(tuple("123")) else f"{line} |" for line in staff([("1", ""), ("2", ""), ("3", "")])
    ]
    table = only_table(aligned_document(["Daftar Pegawai", (STAFF, STAFF_HEADER), "A PEGAWAI TETAP"], [(wide, lines)]))
    assert table.kind == "pegawai_daftar"
    assert [row.text(0) for row in table.rows] == ["1", "2", "3"]


def test_values_cut_by_narrow_columns_make_no_entries_of_their_own() -> None:
    table = only_table(aligned_document([(STAFF, [*STAFF_HEADER, *staff([(str(n), "") for n in range(1, 6)])])]))
    assert [row[0] for row in body(table)] == ["1", "2", "3", "4", "5"]
    assert {"".join(row.text(3).split()) for row in table.rows} == {"199004092015011004"}
    assert {"".join(row.text(4).split()) for row in table.rows} == {"01Apr2019"}


def test_a_number_broken_over_two_lines_is_one_number() -> None:
    numbers = [(str(n), "") for n in range(1, 10)] + [("1", "0"), ("1", "1"), ("1", "2")]
    table = only_table(aligned_document([(STAFF, [*STAFF_HEADER, *staff(numbers)])]))
    assert [row[0] for row in body(table)] == [str(n) for n in range(1, 13)]


PK = "No | Sasaran Strategis | Indikator Kinerja | Target"


def test_pages_of_another_scale_have_the_same_columns() -> None:
    narrow, broad = (0, 4, 24, 50, 60), (0, 8, 40, 90, 104)
    first = [
        PK,
        "1 | Meningkatnya arsip tertib | Nilai pengawasan arsip | B",
        "2 | Terwujudnya pasar bersih | Indeks kebersihan pasar | 72",
    ]
    second = ["No | Sasaran Strategi s | Indikator | Target", "3 | Tersedianya air minum | Jumlah sambungan air | 900 unit"]
    table = only_table(aligned_document(["PERJANJIAN KINERJA", (narrow, first)], [(broad, second)]))
    assert [row[0] for row in body(table)] == ["1", "2", "3"]
    assert body(table)[2] == ["3", "Tersedianya air minum", "Jumlah sambungan air", "900 unit"]


def test_a_column_that_is_empty_on_one_page_leaves_the_others_in_place() -> None:
    whole, bare = (0, 4, 24, 50, 60, 72), (0, 4, 24, 50, 60)
    header = "No | Uraian Kegiatan | Pagu | Realisasi | Keterangan"
    first = [header, *(f"{n} | Penataan arsip {n} | {n}.500.000 | {n}.000.000 | selesai" for n in (1, 2))]
    second = ["No | Uraian Kegiatan | Pagu | Realisasi", *(f"{n} | Pelatihan juru {n} | {n}.500.000 | {n}.000.000" for n in (3, 4))]
    table = only_table(aligned_document(["Realisasi Anggaran", (whole, first)], [(bare, second)]))
    assert [row[2:] for row in body(table)] == [[f"{n}.500.000", f"{n}.000.000", "selesai" if n < 3 else ""] for n in (1, 2, 3, 4)]


TARGETS = ["NO | SASARAN KEGIATAN | INDIKATOR KINERJA | TARGET", "1. | Tersusunnya daftar arsip | Jumlah daftar arsip | 4"]
BUDGET = [
    " | Kegiatan / Rincian Output / | | Anggaran",
    " | Sub Komponen | | ",
    "1. | Penataan arsip daerah | | Rp. 4.500.000",
    " | dan pelatihan juru | | ",
    " | arsip (1234.ABC) | | ",
    "2. | Perawatan gudang | | Rp. 2.000.000",
    " | (1234.ABD) | | ",
]
FOUR = (0, 4, 34, 60, 76)


def test_a_budget_list_of_wrapped_items_under_targets_is_a_table_of_its_own() -> None:
    kinds = [(t.kind, len(t.rows)) for t in tables(aligned_document(["PERJANJIAN KINERJA", (FOUR, [*TARGETS, *BUDGET])]))]
    assert kinds == [("pk", 1), ("pk_anggaran", 2)]


def test_header_words_of_a_plan_are_no_budget_list() -> None:
    plan = ["SASARAN | INDIKATOR | TARGET | KEGIATAN | ANGGARAN"]
    plan += ["Arsip tertib | Jumlah arsip | 4 | Penataan arsip | 4.500.000", " | yang disusun | | daerah | "]
    again = ["PROGRAM | KINERJA | TARGET | KEGIATAN | ANGGARAN", "Pasar bersih | Jumlah pasar | 2 | Penyapuan | 2.500.000"]
    found = tables(aligned_document(["RENCANA KINERJA TAHUNAN", ((0, 16, 32, 40, 60, 74), [*plan, *again])]))
    assert "pk_anggaran" not in [table.kind for table in found]


def test_header_words_at_the_foot_of_a_page_are_no_entry() -> None:
    foot = [*TARGETS, " | Kegiatan / Rincian Output / Sub | Komponen | ", " | Anggaran | | "]
    (table,) = tables(aligned_document(["PERJANJIAN KINERJA", (FOUR, foot)]))
    assert body(table) == [["1.", "Tersusunnya daftar arsip", "Jumlah daftar arsip", "4"]]
