"""Dates and numbers of staff that narrow columns have cut, in texts whose columns are lost. All persons are invented."""

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.document import Document, Grid, Line, Page, Place
from extractor.records.registry import SPECS
from extractor.tables.spec import KindSpec
from extractor.tables.strewn import gathered
from extractor.tables.strewn_heads import Head, Wordings, find_labels
from extractor.tables.strewn_model import Lost, Piece
from extractor.tables.strewn_pieces import pieces_of
from extractor.tables.strewn_staff import with_whole_values
from extractor.values.dates import read_date
from extractor.values.ranks import PANGKAT

STAFF = """No

Nama

NIP

Tanggal
Lahir

TMT
Pangkat

Jabatan

1

Rina Melati,
S.Sos.

20
Maret
1977

19770320
200402 2
019

1
Sekretaris
Oktober Kecamatan
2021

2

Budi Cahyo

11
Desemb
er 1980

19801211
200701 1
003

1
Kepala Bidang
April Pelayanan
2019

3

Sari Dewi,
S.E.

5
198205052
Mei 010012004
1982

01/04/2 Bendahara
022
Pengeluaran
"""
SEXES = """No

Nama

NIP

1

Rina Melati

197703202004022019

P

S.1

PNS

2

Budi Cahyo

198012112007011003

L

SMA

PPPK

3

Sari Dewi

198205052010012004

P

S.2

PNS

4

Tuti Hapsari

198305052010012004

P

S.1

PNS
"""
_STAFF: KindSpec = next(spec for spec in SPECS if spec.kind == "pegawai_daftar")
_MONTHS = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"]
_SHORT = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]


def columns(*names: str) -> list[Lost]:
    roles = {role.name: role for role in _STAFF.roles}
    return [Lost(roles[name], name) for name in names]


def whole(*texts: str, names: tuple[str, ...] = ("nama", "nip", "tanggal_lahir", "jabatan")) -> list[str]:
    pieces = [Piece(text, Line(text, Place(lines=(at, at))), opens=at == 0) for at, text in enumerate(texts)]
    return [piece.text for piece in with_whole_values(pieces, columns(*names))]


def tables(text: str) -> list[list[list[str]]]:
    lines: list[Line] = []
    gap = 0.0
    for number, raw in enumerate(text.splitlines(), 1):
        if raw.strip():
            lines.append(Line(raw.strip(), Place(lines=(number, number)), gap=gap))
        gap = 0.0 if raw.strip() else 1.0
    document = gathered(Document("x", "x.txt", "teks", [Page(1, list(lines))]), SPECS)
    return [
        [[" ".join(cell.raw.split()) for cell in row.cells] for row in block.rows]
        for page in document.pages
        for block in page.blocks
        if isinstance(block, Grid)
    ]


def test_dates_and_numbers_of_staff_in_parts_stand_in_their_cells_and_the_words_between_in_theirs() -> None:
    (found,) = tables(STAFF)
    assert found[1:] == [
        ["1", "Rina Melati, S.Sos.", "19770320 200402 2 019", "20 Maret 1977", "1 Oktober 2021", "Sekretaris Kecamatan"],
        ["2", "Budi Cahyo", "19801211 200701 1 003", "11 Desember 1980", "1 April 2019", "Kepala Bidang Pelayanan"],
        ["3", "Sari Dewi, S.E.", "198205052 010012004", "5 Mei 1982", "01/04/2022", "Bendahara Pengeluaran"],
    ]


def test_sex_education_and_status_are_columns_without_a_header_word() -> None:
    (found,) = tables(SEXES)
    assert found[0][-3:] == ["(Jenis Kelamin)", "(Pendidikan)", "(Status)"]
    assert [row[-3:] for row in found[1:]] == [["P", "S.1", "PNS"], ["L", "SMA", "PPPK"], ["P", "S.2", "PNS"], ["P", "S.1", "PNS"]]


def test_a_rank_between_a_number_of_staff_and_an_office_is_a_cell_of_its_own() -> None:
    lines = [Line(text, Place(lines=(at, at)), gap=1.0) for at, text in enumerate(("No", "Nama", "NIP", "Golongan", "Jabatan"))]
    lines.append(Line("19770320 200402 Penata Tk. I, III/ Kepala Bidang", Place(lines=(9, 9)), gap=1.0))
    names = ("nomor", "nama", "nip", "golongan", "jabatan")
    head = Head(_STAFF, tuple(columns(*names)), {at: at for at in range(len(names))}, 1.0)
    assert [piece.text for piece in pieces_of(lines, head) if not piece.heads] == ["19770320 200402", "Penata Tk. I, III/", "Kepala Bidang"]


def test_a_year_and_the_words_of_an_office_behind_it_head_no_column() -> None:
    lines = [Line(text, Place(lines=(at, at)), gap=1.0) for at, text in enumerate(("No", "Nama", "NIP", "2023 Subbagian", "Target 2023"))]
    assert [label.text for label in find_labels(lines, Wordings(SPECS))] == ["No", "Nama", "NIP", "Target 2023"]


@settings(deadline=None)
@given(
    born=st.dates(date(1960, 1, 1), date(1988, 12, 31)),
    last=st.integers(1, 999),
    cuts=st.sampled_from([(8,), (9,), (14,), (8, 14), (9, 15), (8, 15), (11,), (15,)]),
    named=st.booleans(),
)
def test_a_number_and_a_date_cut_anywhere_are_whole_again(born: date, last: int, cuts: tuple[int, ...], named: bool) -> None:
    number = f"{born:%Y%m%d}2004012{last:03d}"
    parts = [number[a:b] for a, b in pairwise([0, *cuts, 18])]
    month = _MONTHS[born.month - 1]
    day = [str(born.day), "Sekretaris", month, str(born.year)] if named else [f"{born.day} {month} {born.year}", "Sekretaris"]
    found = whole(*day, *parts)
    assert number in [text.replace(" ", "") for text in found]
    assert born.isoformat() in {read_date(text) for text in found}
    assert "Sekretaris" in found


@settings(deadline=None)
@given(
    born=st.dates(date(1960, 1, 1), date(1988, 12, 31)),
    last=st.integers(1, 999),
    cut=st.integers(8, 14),
    grade=st.sampled_from(sorted(PANGKAT)),
    kept=st.sampled_from([2, 3]),
)
def test_a_date_a_number_and_a_rank_written_through_each_other_are_whole_again(
    born: date, last: int, cut: int, grade: str, kept: int
) -> None:
    number, day, year = f"{born:%Y%m%d}2004012{last:03d}", f"{born:%d}", f"{born:%Y}"
    first, *others = PANGKAT[grade].split()
    lines = [
        f"{day}{number[:cut]} {first}",
        "Sari",
        f"{_SHORT[born.month - 1]}-{year[:kept]}",
        f"{number[cut:]} {' '.join(others)}".strip(),
    ]
    found = whole(
        *lines, f"({grade.split('/', maxsplit=1)[0]}/", f"{grade[-1]})", year[kept:], names=("nama", "nip", "tanggal_lahir", "golongan")
    )
    assert number in [text.replace(" ", "") for text in found]
    assert born.isoformat() in {read_date(text) for text in found}
    assert f"{PANGKAT[grade]} ({grade})" in found
    assert "Sari" in found


def test_words_beside_a_rank_stay_where_they_are() -> None:
    """An office may begin with a word of a rank, and between the lines of a rank stand those of the office."""
    names = ("nama", "nip", "golongan", "jabatan")
    assert whole("Penata", "Pranata", "Muda Tk. I Komputer", "(III/b)", "Penata Laporan", names=names) == [
        "Penata Muda Tk. I (III/b)", "Pranata", "Komputer", "Penata Laporan",
    ]  # fmt: skip
    assert whole("Penata", "Kelola", "(IV/a)", names=names) == ["Penata", "Kelola", "(IV/a)"]


def test_a_month_that_is_a_name_and_digits_of_no_number_stay_as_they_are() -> None:
    assert whole("Mei Lestari", "12 Orang", "4", "197703") == ["Mei Lestari", "12 Orang", "4", "197703"]


def test_parts_that_make_no_possible_number_of_staff_stay_apart() -> None:
    """Eighteen digits that begin with a date, of somebody appointed at the age of three."""
    assert "200101012004012001" not in [text.replace(" ", "") for text in whole("20010101", "2004012001")]
