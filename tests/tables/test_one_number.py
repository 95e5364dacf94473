"""Tables with one running number beside all their entries, printed without rules (invented texts)."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tables.printed import aligned_document, body, only_table

EDGES = (0, 4, 30, 56, 66)
HEADER = "No | Sasaran | Indikator Kinerja | Target"
GOAL = ("Terlaksananya perawatan", "taman dan pasar", "kota")
ENTRIES = ("Persentase taman yang dirawat", "Jumlah pasar yang dibuka", "Jumlah kegiatan pelatihan")


@given(st.integers(1, 3), st.integers(2, 3), st.data())
@settings(deadline=None)
def test_the_number_and_the_goal_are_of_the_first_entry_wherever_they_stand(lines: int, count: int, data: st.DataObject) -> None:
    rows = [["", "", ENTRIES[at], f"{80 + at}%"] for at in range(count)]
    first = data.draw(st.integers(0, count - 1))
    for at, text in enumerate(GOAL[:lines], start=first):
        if at == len(rows):
            rows.append([""] * 4)
        rows[at][1] = text
    rows[first + lines // 2 if first + lines // 2 < len(rows) else first][0] = "1"
    table = only_table(aligned_document(["PERJANJIAN KINERJA", (EDGES, [HEADER, *map(" | ".join, rows)])]))
    whole = ["1", " ".join(GOAL[:lines])]
    assert body(table) == [[*(whole if at == 0 else ["", ""]), ENTRIES[at], f"{80 + at}%"] for at in range(count)]


def test_several_goals_are_no_cell_of_one_number() -> None:
    rows = ["1 | Terlaksananya perawatan | Persentase taman | 80%", " | Terlaksananya pelatihan | Jumlah kegiatan | 9"]
    table = only_table(aligned_document(["PERJANJIAN KINERJA", (EDGES, [HEADER, *rows, " | | Jumlah pasar | 4"])]))
    assert [row[1] for row in body(table)][:2] == ["Terlaksananya perawatan", "Terlaksananya pelatihan"]
