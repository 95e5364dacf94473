"""A number and a goal that stand in the middle of several entries, printed without rules (invented texts)."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.document import Cell, Line, Place
from extractor.tables.over_entries import groups
from extractor.tables.rows_model import PhysicalRow
from tests.tables.printed import aligned_document, body, only_table

PLACE = Place(lines=(1, 1))
EDGES = (0, 4, 30, 56, 66)
HEADER = "No | Sasaran | Indikator Kinerja | Target"
GOALS = ("Terawatnya jalan", "desa dan pasar", "kota yang ramai")


def lines_of(first: int, entries: int, goal: Sequence[str], number: int) -> list[str]:
    """A group of entries of three printed lines each, the value in the middle, the number and the goal in the middle of the group."""
    rows = [["", "", "", ""] for _ in range(3 * entries)]
    for at in range(entries):
        rows[3 * at][2], rows[3 * at + 2][2] = f"Persentase tugas {first + at}", "yang selesai tepat waktu"
        rows[3 * at + 1][3] = f"{80 + first + at} %"
    top = (3 * entries - len(goal)) // 2
    for at, text in enumerate(goal):
        rows[top + at][1] = text
    rows[(3 * entries - 1) // 2][0] = f"{number}"
    return [" | ".join(row) for row in rows]


@given(st.lists(st.integers(1, 4), min_size=2, max_size=5).filter(lambda counts: max(counts) > 1))
def test_every_goal_is_told_from_the_middle_of_its_entries(counts: list[int]) -> None:
    lines = [line for number, count in enumerate(counts, start=1) for line in lines_of(1, count, GOALS[: 2 + count % 2], number)]
    rows = [
        PhysicalRow([Cell((Line(text.strip(), PLACE),) if text.strip() else (), PLACE) for text in line.split("|")], PLACE)
        for line in lines
    ]
    entries = [(at, at + 3) for at in range(0, len(rows), 3)]
    ends = list(accumulate((3 * count for count in counts), initial=0))
    found = groups(rows, [float(at) for at in range(len(rows))], entries, [0, 1], goes_on=False)
    assert found == list(pairwise(ends))


def test_no_groups_where_every_entry_has_its_own_number() -> None:
    lines = [line for number in (1, 2, 3) for line in lines_of(number, 1, GOALS, number)]
    rows = [
        PhysicalRow([Cell((Line(text.strip(), PLACE),) if text.strip() else (), PLACE) for text in line.split("|")], PLACE)
        for line in lines
    ]
    assert groups(rows, [float(at) for at in range(9)], [(0, 3), (3, 6), (6, 9)], [0, 1], goes_on=False) == []


def test_a_goal_comes_to_the_first_of_its_entries() -> None:
    lines = [
        *(" |  | Persentase jalan desa yang | ", " | Terawatnya jalan desa dan | | 98%", " | | rata pada waktunya | "),
        *(
            "1 | pasar yang ramai di | | ",
            " | semua wilayah | Persentase lapak pasar yang | ",
            " | | | 94%",
            " | | bersih dalam dua hari | ",
        ),
        *(" | | Persentase kebun yang | ", " | | | 81%", " | Meningkatnya mutu kebun | ditanami | ", "2 | kota di tepi sungai yang | | "),
        *(" | terbuka bagi warga | Persentase bangku yang | ", " | | | 77%", " | | diperbaiki | "),
    ]
    found = body(only_table(aligned_document(["PERJANJIAN KINERJA", (EDGES, [HEADER, *lines])])))
    assert [row[:2] for row in found] == [
        ["1", "Terawatnya jalan desa dan pasar yang ramai di semua wilayah"],
        ["", ""],
        ["2", "Meningkatnya mutu kebun kota di tepi sungai yang terbuka bagi warga"],
        ["", ""],
    ]
    assert [row[3] for row in found] == ["98%", "94%", "81%", "77%"]


def test_a_goal_on_top_of_its_entries_has_its_number_in_their_middle() -> None:
    lines = [
        " | Meningkatnya mutu kebun | Persentase kebun yang | Banyaknya yang ditanami | Laporan petugas",
        " | kota yang terbuka bagi | ditanami warga | dibagi semuanya | bulanan",
        "1 | warga di semua | | |",
        " | wilayah | Persentase bangku yang | Banyaknya yang sesuai | Survei",
        " | | diperbaiki di kebun | dibagi semuanya |",
        " | Terawatnya jalan desa | Persentase jalan desa yang | Banyaknya yang rata | Laporan petugas",
        " | dan pasar | rata pada waktunya | dibagi semuanya | bulanan",
        " | | Persentase lapak yang | Banyaknya yang sesuai | Survei",
        "2 | | bersih dalam dua hari | dibagi semuanya | warga",
        " | | Persentase warga yang | Banyaknya yang puas | Survei",
        " | | puas akan pasar | dibagi semuanya | warga",
    ]
    edges = (0, 4, 30, 60, 86, 106)
    header = "No | Sasaran | Indikator Kinerja | Formulasi | Sumber Data"
    found = body(only_table(aligned_document(["INDIKATOR KINERJA UTAMA", (edges, [header, *lines])])))
    assert [row[0] for row in found] == ["1", "", "2", "", ""]
    assert [row[2] for row in found] == [
        "Persentase kebun yang ditanami warga",
        "Persentase bangku yang diperbaiki di kebun",
        "Persentase jalan desa yang rata pada waktunya",
        "Persentase lapak yang bersih dalam dua hari",
        "Persentase warga yang puas akan pasar",
    ]


def test_no_group_begins_with_the_end_of_a_text() -> None:
    lines = [
        *(" | Meningkatnya mutu kebun", "1 | kota yang terbuka bagi", " | Terawatnya jalan desa"),
        *(" | dan pasar", "2 | ", " | "),
        *(" | Tertibnya lapak pasar", "3 | ", " | "),
    ]
    rows = [
        PhysicalRow([Cell((Line(text.strip(), PLACE),) if text.strip() else (), PLACE) for text in line.split("|")], PLACE)
        for line in lines
    ]
    entries = [(0, 1), (1, 3), (3, 4), (4, 6), (6, 7), (7, 9)]
    assert groups(rows, [float(at) for at in range(9)], entries, [0, 1], goes_on=False) == []
