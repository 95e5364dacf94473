"""Tables of plans: the annual plan with its budget, and the action plan."""

from collections.abc import Sequence

from corpus.fakta.anggaran import Belanja
from corpus.fakta.badan import actions_of, units_of
from corpus.fakta.kinerja import Sasaran
from corpus.isi.draf import Isi, Kolom, Tabel
from corpus.isi.gaya import Uang
from corpus.isi.penulis import Penulis
from corpus.isi.t_kinerja import rows_of_goals, ukur


def tabel_rkt(p: Penulis, goals: Sequence[Sasaran], lines: Sequence[tuple[str, Belanja]], title: str, amount: str, year: int) -> Tabel:
    """Sasaran, indikator, target, kegiatan and their budget; ``amount`` names which ceiling: pagu, awal or depan."""
    indicators = list(rows_of_goals(goals, False))
    codes = p.pilih.kira(0.4)
    money = p.pilih.kira(0.85)
    rows: list[Isi] = []
    for n, (row, indicator) in enumerate(indicators):
        code, line = lines[n % len(lines)]
        used = n < len(lines)
        row |= {
            "target": ukur(indicator, indicator.janji(year)),
            "kegiatan": line.nama,
            "kode": code,
            "anggaran": Uang(getattr(line, amount)),
        }
        rows.append(row if used or not money else row | {"anggaran": None})
    columns = [
        p.kolom("nomor", "{nomor}", 5, "c"),
        p.kolom("sasaran", "{sasaran}", 22),
        p.kolom("indikator", "{indikator}", 26),
        p.kolom("target", "{target}", 10, "c"),
        *([p.kolom("kode", "{kode}", 12)] if codes else []),
        p.kolom("kegiatan", "{kegiatan}", 22),
        *([p.kolom("anggaran", "{anggaran}", 15, "r")] if money else []),
    ]
    total = sum(row["anggaran"].nilai for row in rows if row["anggaran"] is not None)
    if money and p.pilih.kira(0.5):
        rows.append({"_bentang": len(columns) - 1, "_label": p.pilih.kepala("total"), "_tanpa": True, "anggaran": Uang(total)})
    return p.tabel(Tabel("rkt", title, columns, rows, p.info(tahun=year), ("nomor", "sasaran"), kunci="rkt", lanskap=True))


def tabel_rkt_pohon(p: Penulis, goals: Sequence[Sasaran], programs: Sequence[tuple[str, Belanja]], title: str, year: int) -> Tabel:
    """The plan by program: a row with the program's sum, under it each kegiatan with an indicator, its target and its budget."""
    indicators = [indicator for _, indicator in rows_of_goals(goals, False)]
    rows: list[Isi] = []
    for letter, (code, program) in zip("ABCDEF", programs, strict=False):
        rows.append(
            {"nomor": letter, "kegiatan": program.nama, "kode": code, "anggaran": Uang(program.pagu), "_tebal": True, "_tingkat": "program"}
        )
        for number, activity in enumerate(program.anak, 1):
            indicator = indicators[(len(rows) - 1) % len(indicators)]
            own = ".".join((code, activity.kode)) if code else activity.kode
            row: Isi = {"nomor": str(number), "kegiatan": activity.nama, "kode": own, "indikator": indicator.teks, "_tingkat": "kegiatan"}
            rows.append(row | {"target": ukur(indicator, indicator.janji(year)), "anggaran": Uang(activity.pagu)})
    columns = [
        p.kolom("nomor", "{nomor}", 5, "c"),
        *([p.kolom("kode", "{kode}", 14)] if p.pilih.kira(0.5) else []),
        p.kolom("uraian", "{kegiatan}", 30),
        p.kolom("indikator", "{indikator}", 30),
        p.kolom("target", "{target}", 12, "c"),
        p.kolom("anggaran", "{anggaran}", 17, "r"),
    ]
    return p.tabel(Tabel("rkt", title, columns, rows, p.info(tahun=year), kunci="rkt pohon", lanskap=True))


def tabel_rak(p: Penulis, goals: Sequence[Sasaran], lines: Sequence[Belanja], title: str, amount: str, year: int) -> Tabel:
    """Activities with ticked quarters or months and who carries them out."""
    months = p.pilih.kira(0.15)
    quarters = p.pilih.satu("I II III IV", "TW I|TW II|TW III|TW IV", "T1 T2 T3 T4", "I II III IV", "1 2 3 4")
    periods = [str(n) for n in range(1, 13)] if months else quarters.split("|") if "|" in quarters else quarters.split()
    tick = p.pilih.satu("√", "√", "✓", "v", "X")
    units = [unit.singkatan for unit in units_of(p.fakta.badan)]
    actions = list(actions_of(p.fakta.badan))
    p.pilih.draw.shuffle(actions)
    money = p.pilih.kira(0.6)
    rows: list[Isi] = []
    for n, (row, indicator) in enumerate(rows_of_goals(goals, False)):
        count = p.pilih.draw.randint(1, len(periods))
        start = p.pilih.draw.randint(0, len(periods) - count)
        row |= {
            "target": ukur(indicator, indicator.janji(year)),
            "kegiatan": actions[n % len(actions)],
            "jadwal": periods[start : start + count],
        }
        row |= {"anggaran": Uang(getattr(lines[n % len(lines)], amount)) if n < len(lines) else None}
        rows.append(row | {"pelaksana": p.pilih.draw.choice(units), "_tanda": tick})
    turned = p.pilih.kira(0.15)
    head = "Bulan" if months else p.pilih.kepala("jadwal")
    columns = [
        p.kolom("nomor", "{nomor}", 4, "c"),
        p.kolom("sasaran", "{sasaran}", 17),
        p.kolom("indikator", "{indikator}", 19),
        p.kolom("target", "{target}", 8, "c"),
        p.kolom("rencana", "{kegiatan}", 19),
        *(Kolom(period, "{_tick}", 2.2 if months else 4, "c", head, putar=turned) for period in periods),
        *([p.kolom("anggaran", "{anggaran}", 12, "r")] if money else []),
        p.kolom("pelaksana", "{pelaksana}", 13),
    ]
    return p.tabel(Tabel("rak", title, columns, rows, p.info(tahun=year), ("nomor", "sasaran"), kunci="rak", lanskap=True))
