"""Columns that stand close to each other, as a typeset page has them: places in points, letters five points wide."""

from extractor.reading.column_views import view_lines
from extractor.reading.columns import PlacedLine, PlacedWord, find_grids
from extractor.reading.document import Place

UNIT, PITCH = 5.0, 12.0


def line(number: int, *texts: tuple[float, str], bold: bool = False) -> PlacedLine:
    """A printed line: each text begins at its place, its words half a letter apart."""
    words, top = [], 100 + PITCH * number
    for start, text in texts:
        before = 0.0
        for word in text.split():
            x = start + before
            words.append(PlacedWord(word, x, x + UNIT * len(word), top, top + 10))
            before += UNIT * (len(word) + 0.5)
    box = (min(word.x0 for word in words), top, max(word.x1 for word in words), top + 10)
    return PlacedLine(tuple(words), Place(1, box=box), 0.0, bold=bold)


def rows(*lines: PlacedLine) -> list[list[str]]:
    spans = find_grids(lines, unit=UNIT)
    return [[cell.raw for cell in row.cells] for span in spans for row in span.grid.rows]


def figures(number: int, name: str, *values: str) -> PlacedLine:
    """A row with its values at the right of columns that are 1.7 letters apart."""
    ends = (210, 273.5, 307, 370.5, 434, 467.5)
    return line(number, (70, name), *((end - UNIT * len(value), value) for end, value in zip(ends, values, strict=True)))


BODY = [
    figures(2, "Penataan Arsip", "13.319.990.", "12.817.237.", "96,23", "12.667.090.", "12.174.080.", "96,11"),
    figures(3, "Daerah Yang Jauh", "000,00", "598,00", "%", "000,00", "681,00", "%"),
    figures(4, "Layanan Umum", "4.578.252.0", "4.441.768.0", "97,02", "4.770.072.0", "4.626.383.1", "96,99"),
    figures(5, "Kota Baru", "00,00", "13,00", "%", "00,00", "62,00", "%"),
]
HEAD = ((70, "Nama Program"), (170, "Pagu"), (222, "Realisasi"), (293, "%"), (330, "Pagu"), (382, "Realisasi"), (453, "%"))


def test_figures_less_than_two_letters_apart_are_two_texts_where_words_stand_closer() -> None:
    views, _ = view_lines([line(1, *HEAD), *BODY], UNIT)
    assert [chunk.text for chunk in views[1].chunks[1:]] == ["13.319.990.", "12.817.237.", "96,23", "12.667.090.", "12.174.080.", "96,11"]


def test_numbers_of_columns_and_rows_that_begin_elsewhere_are_one_table() -> None:
    index = line(1, *((x, str(n)) for n, x in enumerate((105, 178, 242, 293, 338, 402, 453), start=1)), bold=True)
    found = rows(line(0, *HEAD, bold=True), index, *BODY)
    assert len(found) == 6
    assert found[2][-6:] == ["13.319.990.", "12.817.237.", "96,23", "12.667.090.", "12.174.080.", "96,11"]


def test_the_currency_of_a_figure_on_the_next_line_is_not_that_of_the_percent_beside_it() -> None:
    found = rows(
        line(1, (70, "Program"), (180, "Pagu"), (262, "Realisasi"), (330, "%")),
        *(
            part
            for n in (2, 4, 6)
            for part in (
                line(n, (70, "Penataan Arsip"), (225, "Rp."), (300, "Rp."), (325, "97,78")),
                line(n + 1, (70, "Daerah Jauh"), (170, "1.055.737.000"), (245, "1.016.074.581")),
            )
        ),
    )
    assert found[1][-2:] == ["Rp.", "97,78"]


def test_a_list_below_a_table_and_a_sentence_is_no_part_of_it() -> None:
    staff = [(50, "1."), (80, "Golongan III"), (400, "12")], [(50, "2."), (80, "Golongan II"), (405, "1")], [(150, "Total"), (400, "13")]
    table = [
        line(0, (50, "No"), (160, "Golongan"), (390, "Jumlah"), bold=True),
        *(line(n, *texts) for n, texts in enumerate(staff, start=1)),
    ]
    sentence = line(6, (30, "Menurut pendidikan, pegawai sekretariat terdiri dari:"))
    entries = (
        "S2 sebanyak 1 (satu) orang;",
        "S1 sebanyak 12 (dua belas) orang;",
        "D3 sebanyak 2 (dua) orang;",
        "SMA sebanyak 4 (empat) orang;",
    )
    items = [line(8 + 2 * n, (50, f"{letter}."), (80, text)) for n, (letter, text) in enumerate(zip("abcd", entries, strict=True))]
    span = find_grids([*table, sentence, *items], unit=UNIT)[0]
    assert (span.start, span.stop) == (0, 4)


def test_a_quantity_alone_on_its_line_is_not_cut_at_the_border_of_other_values() -> None:
    goals = [
        ("Persentase warga yang memilih", 300, "83,2%"),
        ("Persentase warga yang hadir", 305, "82%"),
        ("Persentase pemilih baru", 305, "74%"),
    ]
    body = [line(2 * n, (50, str(n)), (80, name), (x, value)) for n, (name, x, value) in enumerate(goals, start=1)]
    found = rows(
        line(0, (50, "No"), (100, "Indikator Kinerja"), (298, "Target"), bold=True),
        *body,
        line(8, (50, "4"), (80, "Jumlah kejadian")),
        line(9, (290, "3 Kejadian")),
        line(10, (80, "yang diulang")),
    )
    assert "3 Kejadian" in [row[-1] for row in found]
