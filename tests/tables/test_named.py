"""Lines of a cell that are several names of the report: what is left out as hopeless would not have been one."""

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.document import Cell, Line, Place
from extractor.tables.named import _LEAST, Names, _key

LINES = st.lists(
    st.sampled_from(["01.02", "(uji", "coba) ", "Laporan", "laporan ", "kinerja", "1.1 Data", "kebun raya", "12345678901.2", "-"]),
    max_size=5,
)


def cell(lines: list[str]) -> Cell:
    return Cell(tuple(Line(text, Place(1)) for text in lines))


def one_after_another(texts: list[str], names: list[list[str]]) -> list[tuple[int, int]]:
    """All runs of lines compared with all names."""
    known = {key for name in names if len(key := _key(name)) >= _LEAST}
    best: list[tuple[int, int, list[tuple[int, int]]]] = [(0, 0, [])]
    for stop in range(1, len(texts) + 1):
        options = [best[stop - 1]]
        for first in range(stop):
            if stop - first < len(texts) and _key(texts[first:stop]) in known:
                told, fewer, parts = best[first]
                options.append((told + stop - first, fewer - 1, [*parts, (first, stop)]))
        best.append(max(options, key=lambda option: option[:2]))
    return best[-1][2] if best[-1][0] == len(texts) else []


@settings(deadline=None)
@given(LINES, st.lists(LINES, max_size=4))
def test_the_names_are_those_that_comparing_everything_finds(texts: list[str], names: list[list[str]]) -> None:
    names = [*names, texts[:2], texts[2:]]
    assert Names(lambda: map(cell, names)).parts(texts) == one_after_another(texts, names)


def test_two_names_in_one_cell_are_told() -> None:
    names = Names(lambda: [cell(["Laporan", "kebun raya"]), cell(["01.02 Pemetaan", "sumur bor"])])
    assert names.parts(["Laporan kebun", "raya", "Pemetaan sumur", "bor"]) == [(0, 2), (2, 4)]
