"""Report 2, the tables: coloured headers, one partly ruled, one with several entries stacked in a drawn cell."""

from corpus.naskah import Cell, Row, Table, heads, merged, plain
from corpus.printed import Printed, rupiah
from corpus.sampel_build import dinas_facts as facts

AMOUNT = "Rp {},-"
AMOUNT_SEN = "Rp {},00"
SUMMARY_SHARE = "{}"
PROGRAM_AMOUNTS = tuple((line.name, line.pagu) for line in facts.programs() if line.level == "program")


def staff_table() -> Table:
    """Counts per golongan and sex with their sums."""
    rows: list[Row] = [
        plain(str(n), label, str(men), str(women), str(men + women), aligns="clccc")
        for n, (label, men, women) in enumerate(facts.BY_GRADE, 1)
    ]
    men, women = (sum(line[at] for line in facts.BY_GRADE) for at in (1, 2))
    sums = [Cell(str(n), align="c", bold=True) for n in (men, women, men + women)]
    return Table(
        head=(heads("No", "Golongan", "Laki-laki", "Perempuan", "Jumlah"),),
        rows=(*rows, (Cell("Jumlah", across=2, align="c", bold=True), None, *sums)),
        widths=(8, 38, 18, 18, 18),
        caption="Tabel 1.1\nPegawai Menurut Golongan Tahun 2018",
    )


def indicator_table() -> Table:
    """IKU with formula and source of data, sasaran merged."""
    measures = iter(facts.MEASURES)
    groups = [((g.number, g.text), [plain(i.text, *next(measures)) for i in g.indicators]) for g in facts.GOALS]
    return Table(
        head=(heads("No", "Sasaran", "Indikator Kinerja Utama", "Formulasi", "Sumber Data"),),
        rows=merged(groups, aligns="c"),
        widths=(5, 21, 24, 32, 18),
        caption="Tabel 2.1\nIndikator Kinerja Utama Dinas Ketahanan Pangan Kabupaten Barru",
    )


def agreement_table() -> Table:
    """PK with a column of units; horizontal rules only."""
    groups = []
    for goal in facts.GOALS:
        rows = [plain(i.text, i.target.truth["satuan"], i.target, aligns="lcc") for i in goal.indicators]
        groups.append(((goal.number, goal.text), rows))
    return Table(
        head=(heads("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target"),),
        rows=merged(groups, aligns="c"),
        widths=(6, 30, 38, 14, 12),
        caption="Tabel 2.2\nPerjanjian Kinerja Dinas Ketahanan Pangan Kabupaten Barru Tahun 2018",
        look="garis",
    )


def budget_list() -> Table:
    """Programs and amounts of the agreement."""
    rows = [plain(f"{n}. {name}", rupiah(amount, AMOUNT), aligns="lr") for n, (name, amount) in enumerate(PROGRAM_AMOUNTS, 1)]
    return Table(head=(heads("Program", "Anggaran"),), rows=tuple(rows), widths=(68, 32), look="garis")


def achievement_table() -> Table:
    """Target and realisasi with their unit in a column of its own; the sasaran carry no number."""
    groups = []
    for goal in facts.GOALS:
        rows = [
            plain(i.text, i.target.truth["satuan"], *(v or "" for v in (i.target, i.realised, i.achieved)), aligns="lcccc")
            for i in goal.indicators
        ]
        groups.append(((goal.text,), rows))
    return Table(
        head=(heads("Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian"),),
        rows=merged(groups),
        widths=(26, 31, 12, 10, 11, 10),
        caption="Tabel 3.1\nPengukuran Kinerja Tahun 2018",
    )


def earlier_table() -> Table:
    """What was reached in three years, the year in the header's words."""
    rows = [
        plain(str(n), indicator, unit, *(_value(value) for value in values), aligns="clcccc")
        for n, (indicator, unit, values) in enumerate(facts.EARLIER, 1)
    ]
    return Table(
        head=(heads("No", "Indikator Kinerja", "Satuan", "Realisasi 2016", "Realisasi 2017", "Realisasi 2018"),),
        rows=tuple(rows),
        widths=(6, 37, 15, 14, 14, 14),
        caption="Tabel 3.2\nPerbandingan Realisasi Kinerja Tahun 2016-2018",
    )


def _value(value: float) -> str:
    return f"{value:,.0f}".replace(",", ".") if value >= 1000 else f"{value:g}".replace(".", ",")


def expenditure_table() -> Table:
    """Belanja langsung and tidak langsung with sen and sum."""
    rows: list[Row] = []
    for n, line in enumerate(facts.expenditure(), 1):
        figures = line.figures(AMOUNT_SEN, SUMMARY_SHARE)
        if line.level == "total":
            sums = (Cell(f.text, align="r", bold=True) for f in figures)
            rows.append((Cell(line.name, across=2, align="c", bold=True), None, *sums))
        else:
            rows.append(plain(f"{n}.", line.name, *figures, aligns="clrrr"))
    return Table(
        head=(heads("No", "Uraian", "Anggaran (Rp)", "Realisasi (Rp)", "%"),),
        rows=tuple(rows),
        widths=(6, 36, 24, 24, 10),
        caption="Tabel 3.3\nAnggaran dan Realisasi Belanja Tahun 2018",
    )


def activity_table() -> Table:
    """A row per program, and under it one drawn row in which all its kegiatan stand one below the other."""
    rows: list[Row] = []
    lines = iter(facts.programs())
    for letter, (_, activities) in zip("ABC", facts.PROGRAMS, strict=True):
        program = next(lines)
        rows.append((Cell(letter, align="c", bold=True), Cell(program.name, bold=True), *_bold(program.figures(AMOUNT))))
        below = [next(lines) for _ in activities]
        printed = [line.figures(AMOUNT) for line in below]
        numbers = Cell(stacked=tuple(f"{n}." for n in range(1, len(below) + 1)), align="c")
        columns = (Cell(stacked=tuple(p[at].text for p in printed), align="r") for at in range(3))
        rows.append((numbers, Cell(stacked=tuple(line.name for line in below)), *columns))
    total = next(lines)
    rows.append((Cell(total.name, across=2, align="c", bold=True), None, *_bold(total.figures(AMOUNT))))
    return Table(
        head=(heads("No", "Program/Kegiatan", "Anggaran", "Realisasi", "%"),),
        rows=tuple(rows),
        widths=(5, 43, 21, 21, 10),
        caption="Tabel 3.4\nRealisasi Anggaran Belanja Langsung Tahun 2018",
    )


def _bold(figures: tuple[Printed, ...]) -> tuple[Cell, ...]:
    return tuple(Cell(f.text, align="r", bold=True) for f in figures)
