"""Budget tables in their many forms."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from corpus.fakta.anggaran import Anggaran, Belanja
from corpus.fakta.kinerja import rounded
from corpus.isi.draf import Isi, Kolom, Tabel
from corpus.isi.gaya import Persen, Uang
from corpus.isi.penulis import Penulis
from corpus.isi.t_kinerja import capai, ukur


def bagian(p: Penulis, part: int, whole: int) -> Persen:
    """Percent of two amounts as the office rounds it."""
    style = p.draf.angka
    return Persen(rounded(Decimal(part) * 100 / Decimal(whole), style.angka_persen, cut=style.potong))


def kode(budget: Anggaran, line: Belanja, manner: str) -> str:
    """A line's code: penuh from the unit on, sedang from the program on, pendek its own and its parent's."""
    path = line.jalur
    if not budget.pusat:
        parts = [budget.induk, *path[:1], *path[1:]]
        return ".".join(parts)
    if manner == "penuh":
        return ".".join((budget.induk, *path))
    if manner == "sedang" or line.tingkat != "ro":
        return ".".join(path[-2:] if line.tingkat == "ro" and manner == "pendek" else path)
    return ".".join(path[-2:])


def figures(p: Penulis, line: Belanja | Anggaran) -> Isi:
    """Pagu, realisasi, percent and rest."""
    rest = line.pagu - line.realisasi
    return {"pagu": Uang(line.pagu), "realisasi": Uang(line.realisasi), "persen": bagian(p, line.realisasi, line.pagu), "sisa": Uang(rest)}


def lines_of(p: Penulis, budget: Anggaran, depth: str, manner: str) -> Iterator[Isi]:
    """Rows of a budget table: "program", "kegiatan" (programs and kegiatan), "ro" (all three)."""
    for program in budget.program:
        yield _line(p, budget, program, manner, bold=depth != "program")
        if depth == "program":
            continue
        for activity in program.anak:
            yield _line(p, budget, activity, manner, bold=depth == "ro")
            if depth == "ro":
                for output in activity.anak:
                    yield _line(p, budget, output, manner, bold=False)


def _line(p: Penulis, budget: Anggaran, line: Belanja, manner: str, *, bold: bool) -> Isi:
    return {
        "kode": kode(budget, line, manner),
        "uraian": line.nama,
        "_tingkat": line.tingkat,
        "_tebal": bold,
        "_belanja": line,
        **figures(p, line),
    }


def total_row(p: Penulis, budget: Anggaran | Belanja, span: int) -> Isi:
    """The last row with the sums."""
    label = p.pilih.kepala("total")
    return {"_bentang": span, "_label": label, "_uraian": label, "_tingkat": "total", **figures(p, budget)}


def _money_columns(p: Penulis, *, rest: bool = False, inside: bool = False) -> list[Kolom]:
    percent = p.kolom("persen", "{persen}", 9, "r")
    bare = "%" in percent.judul
    percent.polos = bare and p.pilih.kira(0.6)
    pagu = p.kolom("pagu" if p.fakta.badan.pusat else "pagu_dpa", "{pagu}", 18, "r")
    spent = p.kolom("realisasi_uang", "{realisasi} ({persen})" if inside else "{realisasi}", 20 if inside else 18, "r")
    for column in (pagu, spent):
        column.polos = "(Rp" in column.judul
    found = [pagu, spent] if inside else [pagu, spent, percent]
    return [*found, p.kolom("sisa", "{sisa}", 16, "r")] if rest else found


def _manner(p: Penulis) -> str:
    return p.pilih.satu("sedang", "pendek", "penuh", "sedang")


def _depth(p: Penulis) -> str:
    return p.pilih.satu("kegiatan", "kegiatan", "ro")


def _head(depth: str) -> str:
    return "uraian_ro" if depth == "ro" else "uraian"


def _simple(p: Penulis, columns: list[Kolom], rows: list[Isi], title: str, span: int) -> Tabel:
    rows = [*rows, total_row(p, p.fakta.anggaran, span)]
    return p.tabel(Tabel("realisasi_anggaran", title, columns, rows, p.info(), kunci="anggaran", lanskap=len(columns) > 6))


def _kode(p: Penulis, title: str) -> Tabel:
    depth = _depth(p)
    rows = list(lines_of(p, p.fakta.anggaran, depth, _manner(p)))
    columns = [p.kolom("kode", "{kode}", 17), p.kolom(_head(depth), "{uraian}", 36), *_money_columns(p)]
    return _simple(p, columns, rows, title, 2)


def _ro(p: Penulis, title: str) -> Tabel:
    manner = _manner(p)
    rows = [row | {"_tebal": False} for row in lines_of(p, p.fakta.anggaran, "ro", manner) if row["_tingkat"] == "ro"]
    columns = [p.kolom("kode", "{kode}", 17), p.kolom("ro", "{uraian}", 36), *_money_columns(p)]
    return _simple(p, columns, rows, title, 2)


def _kode_depan(p: Penulis, title: str) -> Tabel:
    depth = _depth(p)
    rows = list(lines_of(p, p.fakta.anggaran, depth, _manner(p)))
    columns = [p.kolom(_head(depth), "{kode} {uraian}", 46), *_money_columns(p)]
    return _simple(p, columns, rows, title, 1)


def _uraian(p: Penulis, title: str, *, rest: bool = False, inside: bool = False) -> Tabel:
    rows = _numbered(list(lines_of(p, p.fakta.anggaran, "kegiatan", "sedang")))
    columns = [p.kolom("nomor", "{nomor}", 6, "c"), p.kolom("uraian", "{uraian}", 40), *_money_columns(p, rest=rest, inside=inside)]
    return _simple(p, columns, rows, title, 2)


def _numbered(rows: list[Isi]) -> list[Isi]:
    """Programs lettered, kegiatan counted."""
    letter = count = 0
    for row in rows:
        if row["_tingkat"] == "program":
            letter, count = letter + 1, 0
            row["nomor"] = chr(64 + letter)
        else:
            count += 1
            row["nomor"] = str(count)
    return rows


def _program(p: Penulis, title: str) -> Tabel:
    rows = [row | {"nomor": f"{n}."} for n, row in enumerate(lines_of(p, p.fakta.anggaran, "program", "sedang"), 1)]
    columns = [p.kolom("nomor", "{nomor}", 6, "c"), p.kolom("program", "{uraian}", 40), *_money_columns(p)]
    return _simple(p, columns, rows, title, 2)


def _program_kegiatan(p: Penulis, title: str) -> Tabel:
    rows = []
    for number, program in enumerate(p.fakta.anggaran.program, 1):
        for activity in program.anak:
            row = _line(p, p.fakta.anggaran, activity, "sedang", bold=False)
            rows.append(row | {"_grup": f"p{number}", "nomor": str(number), "program": program.nama})
    columns = [
        p.kolom("nomor", "{nomor}", 5, "c"),
        p.kolom("program", "{program}", 22),
        p.kolom("kegiatan", "{uraian}", 28),
        *_money_columns(p),
    ]
    table = _simple(p, columns, rows, title, 3)
    table.gabung = ("nomor", "program")
    table.cara = "kosong" if p.pilih.cara == "kosong" else "sel"
    return table


def _pita(p: Penulis, title: str) -> Tabel:
    """Programs as a band over the whole width, without amounts."""
    rows: list[Isi] = []
    for program in p.fakta.anggaran.program:
        code = kode(p.fakta.anggaran, program, "sedang")
        rows.append({"_pita": f"{code} {program.nama}"})
        rows += [_line(p, p.fakta.anggaran, activity, "sedang", bold=False) for activity in program.anak]
    columns = [p.kolom("kode", "{kode}", 17), p.kolom("kegiatan", "{uraian}", 36), *_money_columns(p)]
    return _simple(p, columns, rows, title, 2)


def _tumpuk(p: Penulis, title: str) -> Tabel:
    """Under each program one drawn row in which its kegiatan stand one below the other."""
    rows = _numbered(list(lines_of(p, p.fakta.anggaran, "kegiatan", "sedang")))
    letter = ""
    for row in rows:
        letter = row["nomor"] if row["_tingkat"] == "program" else letter
        if row["_tingkat"] == "kegiatan":
            row["_grup"] = f"k{letter}"
    columns = [p.kolom("nomor", "{nomor}", 5, "c"), p.kolom("uraian", "{uraian}", 44), *_money_columns(p)]
    table = _simple(p, columns, rows, title, 2)
    table.cara = "tumpuk"
    return table


def tabel_dua_tahun(p: Penulis, title: str) -> Tabel:
    """Programs with last year's and this year's amounts under a header of two rows."""
    years = (p.tahun - 1, p.tahun)
    budgets = (p.fakta.lalu, p.fakta.anggaran)
    rows = []
    names = [program.kode for program in p.fakta.anggaran.program]
    for number, name in enumerate(names, 1):
        row: Isi = {"nomor": str(number), "_tingkat": "program"}
        for year, budget in zip(years, budgets, strict=True):
            program = next(b for b in budget.program if b.kode == name)
            row |= {"uraian": program.nama} | {f"{key}@{year}": value for key, value in figures(p, program).items()}
        rows.append(row)
    last: Isi = {"_bentang": 2, "_label": (label := p.pilih.kepala("total")), "_uraian": label, "_tingkat": "total"}
    for year, budget in zip(years, budgets, strict=True):
        last |= {f"{key}@{year}": value for key, value in figures(p, budget).items()}
    columns = [p.kolom("nomor", "{nomor}", 5, "c"), p.kolom("program", "{uraian}", 25)]
    for year in years:
        heads = (("Pagu", "pagu", 15), ("Realisasi", "realisasi", 15), ("%", "persen", 8))
        columns += [Kolom(head, "{" + key + "}", width, "r", f"{p.pilih.satu('Tahun ', '')}{year}", year) for head, key, width in heads]
    heads_of_year = {year: next(c.kelompok for c in columns if c.tahun == year) for year in years}
    for column in columns:
        column.kelompok = heads_of_year[column.tahun] if column.tahun else ""
    return p.tabel(Tabel("realisasi_anggaran", title, columns, [*rows, last], p.info(), kunci="dua_tahun", lanskap=True))


def tabel_gabungan(p: Penulis, title: str) -> Tabel:
    """Indicators beside the program that serves them: target, result, achievement, pagu, realisasi, percent."""
    rows: list[Isi] = []
    programs = p.fakta.anggaran.program
    names = {"capaian_kinerja": {"realisasi": "hasil"}, "realisasi_anggaran": {"uraian": "program"}}
    for number, goal in enumerate(p.fakta.sasaran, 1):
        for indicator in goal.indikator:
            if len(rows) >= len(programs):
                break
            program = programs[len(rows)]
            row: Isi = {"nomor": str(number), "_grup": f"g{number}", "sasaran": goal.teks, "indikator": indicator.teks, "_nama": names}
            row |= {"target": ukur(indicator, indicator.janji(p.tahun)), "hasil": ukur(indicator, indicator.nyata(p.tahun))}
            row |= {"capaian": capai(p, indicator, p.tahun), "program": program.nama, "_tingkat": "program", **figures(p, program)}
            rows.append(row)
    columns = [
        p.kolom("nomor", "{nomor}", 4, "c"),
        p.kolom("sasaran", "{sasaran}", 15),
        p.kolom("indikator", "{indikator}", 17),
        Kolom("Target", "{target}", 8, "c", "Kinerja"),
        Kolom("Realisasi", "{hasil}", 8, "c", "Kinerja"),
        Kolom("Capaian", "{capaian}", 8, "c", "Kinerja"),
        p.kolom("program", "{program}", 15),
        Kolom("Pagu", "{pagu}", 13, "r", "Anggaran"),
        Kolom("Realisasi", "{realisasi}", 13, "r", "Anggaran"),
        Kolom("%", "{persen}", 7, "r", "Anggaran"),
    ]
    table = Tabel("realisasi_anggaran", title, columns, rows, p.info(), ("nomor", "sasaran"), kunci="gabungan", lanskap=True)
    table.juga = "capaian_kinerja"
    return p.tabel(table)


def tabel_pagu(p: Penulis, title: str) -> Tabel:
    """Ceilings alone, as in a chapter on planning."""
    rows = _numbered(list(lines_of(p, p.fakta.anggaran, p.pilih.satu("program", "kegiatan"), "sedang")))
    columns = [p.kolom("nomor", "{nomor}", 7, "c"), p.kolom("uraian", "{uraian}", 60), p.kolom("pagu", "{pagu}", 28, "r")]
    rows.append(total_row(p, p.fakta.anggaran, 2))
    return p.tabel(Tabel("realisasi_anggaran", title, columns, rows, p.info(), kunci="pagu"))


BENTUK: dict[str, Callable[[Penulis, str], Tabel]] = {
    "kode": _kode,
    "ro": _ro,
    "kode_depan": _kode_depan,
    "uraian": _uraian,
    "sisa": lambda p, title: _uraian(p, title, rest=True),
    "kurung": lambda p, title: _uraian(p, title, inside=True),
    "program": _program,
    "program_kegiatan": _program_kegiatan,
    "pita": _pita,
    "tumpuk": _tumpuk,
    "dua_tahun": tabel_dua_tahun,
    "gabungan": tabel_gabungan,
}
"""Forms of the budget table by name."""


def tabel_realisasi(p: Penulis, title: str, form: str = "") -> Tabel:
    """The budget table in the office's form, or in the one named."""
    return BENTUK.get(form or p.pilih.realisasi, _uraian)(p, title)


def pk_lines(p: Penulis, lines: Sequence[Belanja], amount: str) -> list[tuple[str, str, int]]:
    """(code, name, amount) for the list under an agreement."""
    return [(kode(p.fakta.anggaran, line, "sedang"), line.nama, getattr(line, amount)) for line in lines]
