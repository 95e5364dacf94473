"""Report 1, the tables."""

from corpus.naskah import Cell, Row, Table, heads, merged, plain
from corpus.printed import grouped, rupiah
from corpus.sampel_build import lkj_facts as facts
from corpus.sampel_build.facts import achievement_rows, agreement_rows

AGREEMENT_WIDTHS = (7.0, 33.0, 44.0, 16.0)
PROGRAM_AMOUNTS = tuple((line.name, line.pagu) for line in facts.spending() if line.level == "program")
SECRETARIAT_AMOUNTS = tuple((line.code, line.name, line.pagu) for line in facts.spending() if line.code in ("WA.3382", "WA.3383"))
COMBINED_FORM = "{} ({})"


def staff_table() -> Table:
    """Persons with NIP and date of birth; the text form is cut by a page break."""
    return Table(
        head=(heads("No", "Nama", "Tanggal Lahir", "NIP", "Pangkat (Gol./Ruang)", "Jabatan", "L/P", "Pendidikan"),),
        rows=tuple(person.row(n) for n, person in enumerate(facts.STAFF, 1)),
        widths=(5, 18, 12, 15, 14, 20, 5, 11),
        caption="Tabel 1.1 Daftar Pegawai Sekretariat KPU Kabupaten Pacitan",
        text_breaks=(6,),
    )


def recap_table() -> Table:
    """Counts per status with their sum."""
    rows = [plain(f"{n}.", label, str(count), aligns="clc") for n, (label, count) in enumerate(facts.HEADCOUNT, 1)]
    total = sum(count for _, count in facts.HEADCOUNT)
    last: Row = (Cell("Jumlah", across=2, align="c", bold=True), None, Cell(str(total), align="c", bold=True))
    return Table(
        head=(heads("No", "Status Kepegawaian", "Jumlah (Orang)"),),
        rows=(*rows, last),
        widths=(8, 67, 25),
        caption="Tabel 1.2 Jumlah Pegawai Menurut Status",
    )


def plan_table() -> Table:
    """RKT: sasaran merged over its indicators, with kegiatan and budget, and a sum row."""
    groups = []
    for goal, lines in facts.PLANNED:
        rows = [
            plain(goal.indicators[at].text, goal.indicators[at].target, activity, grouped(amount), aligns="lclr")
            for at, activity, amount in lines
        ]
        groups.append(((goal.number, goal.text), rows))
    total = sum(amount for _, lines in facts.PLANNED for _, _, amount in lines)
    last: Row = (Cell("JUMLAH", across=5, align="c", bold=True), None, None, None, None, Cell(grouped(total), align="r", bold=True))
    return Table(
        head=(heads("No", "Sasaran Strategis", "Indikator Kinerja", "Target", "Kegiatan", "Anggaran (Rp)"),),
        rows=(*merged(groups, aligns="c"), last),
        widths=(5, 22, 25, 10, 22, 16),
        caption="Tabel 2.1 Rencana Kinerja Tahunan KPU Kabupaten Pacitan Tahun 2024",
    )


def agreement_table() -> Table:
    """The chairman's agreement; the text form is cut inside a merged sasaran."""
    return Table(
        head=(heads("No", "Sasaran Strategis", "Indikator Kinerja", "Target"),),
        rows=agreement_rows(facts.GOALS),
        widths=AGREEMENT_WIDTHS,
        caption="Tabel 2.2 Perjanjian Kinerja Ketua KPU Kabupaten Pacitan Tahun 2024",
        indexed=True,
        text_breaks=(4,),
    )


def budget_list() -> Table:
    """Programs and amounts under the agreement, without any border."""
    rows = [plain(f"{n}. {name}", rupiah(amount, "Rp {},-"), aligns="lr") for n, (name, amount) in enumerate(PROGRAM_AMOUNTS, 1)]
    return Table(head=(heads("Program", "Anggaran"),), rows=tuple(rows), widths=(70, 30), look="polos")


def achievement_table() -> Table:
    """Target, realisasi and capaian; in the text form each row is spread over its wrapped lines."""
    return Table(
        head=(heads("No", "Sasaran Strategis", "Indikator Kinerja", "Target", "Realisasi", "Capaian"),),
        rows=achievement_rows(facts.GOALS),
        widths=(5, 29, 33, 11, 11, 11),
        caption="Tabel 3.1 Capaian Kinerja KPU Kabupaten Pacitan Tahun 2024",
        text_wrapped=True,
    )


def comparison_table() -> Table:
    """Three years in a header of two rows."""
    top: Row = (
        Cell("No", down=2, align="c"),
        Cell("Indikator Kinerja", down=2, align="c"),
        *(cell for year in (2022, 2023, 2024) for cell in (Cell(str(year), across=3, align="c"), None, None)),
    )
    below: Row = (None, None, *heads(*("Target", "Realisasi", "Capaian") * 3))
    rows = []
    for n, (indicator, *years) in enumerate(facts.COMPARED, 1):
        values = [value for year in years for value in (year or (facts.NO_VALUE,) * 3)]
        rows.append(plain(str(n), indicator, *values, aligns="cl" + "c" * 9))
    return Table(
        head=(top, below),
        rows=tuple(rows),
        widths=(4, 24, 8, 8, 8, 8, 8, 8, 8, 8, 8),
        caption="Tabel 3.2 Perbandingan Capaian Kinerja Tahun 2022-2024",
    )


def budget_table() -> Table:
    """Programs, kegiatan and rincian output with codes, and the total."""
    rows = []
    for line in facts.spending():
        bold = line.level != "ro"
        pagu, spent, percent = (Cell(p.text, align="r", bold=bold) for p in line.figures(share_form="{}"))
        if line.level == "total":
            rows.append((Cell(line.name, across=2, align="c", bold=True), None, pagu, spent, percent))
        else:
            rows.append((Cell(line.code or "", bold=bold), Cell(line.name, bold=bold), pagu, spent, percent))
    return Table(
        head=(heads("Kode", "Program/Kegiatan/Rincian Output", "Pagu (Rp)", "Realisasi (Rp)", "%"),),
        rows=tuple(rows),
        widths=(16, 40, 17, 17, 10),
        caption="Tabel 3.3 Realisasi Anggaran KPU Kabupaten Pacitan Tahun 2024",
        indexed=True,
        text_breaks=(10,),
    )


def physical_table() -> Table:
    """Sasaran with rincian output: target, pagu, and realisasi with its percent in brackets in the same cell."""
    outputs = {line.code: line for line in facts.spending() if line.level == "ro"}
    groups = []
    for number, goal, lines in facts.PHYSICAL:
        rows = []
        for code, reached in lines:
            line = outputs[code]
            pagu, spent, percent = line.figures()
            rows.append(plain(f"{code} {line.name}", reached, pagu, COMBINED_FORM.format(spent.text, percent.text), aligns="lcrr"))
        groups.append(((number, goal), rows))
    return Table(
        head=(heads("No", "Sasaran Kegiatan", "Rincian Output", "Target", "Pagu (Rp)", "Realisasi (Rp)"),),
        rows=merged(groups, aligns="c"),
        widths=(5, 22, 28, 9, 16, 20),
        caption="Tabel 3.4 Pagu dan Realisasi Anggaran Menurut Sasaran Kegiatan Tahun 2024",
    )


def secretariat_table() -> Table:
    """The secretary's agreement."""
    return Table(
        head=(heads("No", "Sasaran Kegiatan", "Indikator Kinerja", "Target"),),
        rows=agreement_rows(facts.SECRETARIAT_GOALS),
        widths=AGREEMENT_WIDTHS,
        indexed=True,
    )


def secretariat_budget() -> Table:
    """Its budget list, ruled."""
    rows = [plain(code, name, rupiah(amount, "Rp {},-"), aligns="llr") for code, name, amount in SECRETARIAT_AMOUNTS]
    return Table(head=(heads("Kode", "Kegiatan", "Anggaran"),), rows=tuple(rows), widths=(16, 54, 30))


def action_table() -> Table:
    """Action plan on a landscape page: quarters ticked."""
    top: Row = (
        *(Cell(text, down=2, align="c") for text in ("No", "Sasaran", "Indikator Kinerja", "Target", "Rencana Aksi")),
        Cell("Triwulan", across=4, align="c"),
        *(None,) * 3,
        *(Cell(text, down=2, align="c") for text in ("Anggaran (Rp)", "Pelaksana")),
    )
    below: Row = (*(None,) * 5, *heads(*facts.QUARTERS), None, None)
    groups = []
    for goal, actions in facts.ACTIONS:
        rows = [
            (
                *plain(a.indicator, a.target or "", a.activity, aligns="lcl"),
                *a.ticks(facts.QUARTERS, "√"),
                *plain(a.amount or "", a.doer, aligns="rl"),
            )
            for a in actions
        ]
        groups.append(((goal.number, goal.text), rows))
    return Table(head=(top, below), rows=merged(groups, aligns="c"), widths=(4, 17, 18, 9, 19, 4, 4, 4, 4, 11, 16), indexed=False)
