"""Tables of performance: agreements, plans, action plans, achievements, indicators."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from corpus.fakta.kinerja import Indikator, Sasaran
from corpus.isi.draf import Isi, Kolom, Tabel
from corpus.isi.gaya import Uang, Ukur
from corpus.isi.penulis import Penulis

DESIMAL_CAPAIAN = 2


def ukur(indicator: Indikator, value: Decimal | str) -> Ukur:
    """A target or result of an indicator."""
    return Ukur(indicator.jenis, value, indicator.satuan)


def capai(p: Penulis, indicator: Indikator, year: int) -> Ukur:
    """Its achievement in percent."""
    decimals = p.draf.angka.angka_persen or 1
    value = indicator.capaian(year, decimals)
    if value is None:
        return Ukur("lain", "Belum tercapai", None, "Belum tercapai")
    if isinstance(indicator.janji(year), str):
        return Ukur("persen", Decimal(100), "%")
    return Ukur("persen", value, "%")


def rows_of_goals(goals: Sequence[Sasaran], numbered: bool) -> Iterator[tuple[Isi, Indikator]]:
    """Number, goal and indicator of every row; the goal's group."""
    count = 0
    for number, goal in enumerate(goals, 1):
        for indicator in goal.indikator:
            count += 1
            text = f"{count}. {indicator.teks}" if numbered else indicator.teks
            yield {"_grup": f"s{number}", "nomor": str(number), "sasaran": goal.teks, "indikator": text}, indicator


def _unit_columns(p: Penulis, own_units: bool) -> list[Kolom]:
    return [p.kolom("satuan", "{satuan}", 9, "c")] if own_units else []


def _unit_text(indicator: Indikator) -> str:
    return indicator.satuan or ("Nilai" if indicator.jenis == "predikat" else "Indeks" if "ndeks" in indicator.teks else "Nilai")


def tabel_pk(p: Penulis, goals: Sequence[Sasaran], year: int, key: str, title: str, *, unit_goals: bool = False) -> Tabel:
    """No | Sasaran | Indikator | Target of one agreement."""
    own = p.pilih.satuan_sendiri and not unit_goals
    numbered = p.pilih.kira(0.1)
    rows = []
    for row, indicator in rows_of_goals(goals, numbered):
        rows.append(row | {"target": ukur(indicator, indicator.janji(year)), "satuan": _unit_text(indicator)})
    if p.pilih.cara == "pita" and not unit_goals and not numbered:
        return _banded(p, Tabel("pk", title, [
            p.kolom("nomor", "{nomor}", 7, "c"), p.kolom("indikator", "{indikator}", 60), p.kolom("target", "{target}", 20, "c", jt=year),
        ], rows, p.info(tahun=year, pk=key), bernomor=bool(title), kunci=f"pk {key}"))  # fmt: skip
    columns = [
        p.kolom("nomor", "{nomor}", 6, "c"),
        p.kolom("sasaran_unit" if unit_goals else "sasaran", "{sasaran}", 30),
        p.kolom("indikator", "{indikator}", 42),
        *_unit_columns(p, own),
        p.kolom("target", "{target}", 14, "c", jt=year, polos=own),
    ]
    return p.tabel(
        Tabel("pk", title, columns, rows, p.info(tahun=year, pk=key), ("nomor", "sasaran"), bernomor=bool(title), kunci=f"pk {key}")
    )


def _banded(p: Penulis, table: Tabel) -> Tabel:
    """Each goal as a row over the whole width above its indicators, which are counted."""
    form = p.pilih.satu("Sasaran {n} : {teks}", "Sasaran {n}. {teks}", "{n}. {teks}")
    rows: list[Isi] = []
    group = ""
    for count, row in enumerate(table.baris, 1):
        if row["_grup"] != group:
            group = row["_grup"]
            rows.append({"_pita": form.format(n=row["nomor"], teks=row["sasaran"])})
        rows.append(row | {"nomor": str(count), "_grup": f"{group}-{count}", "_sasaran": row["sasaran"]})
    table.baris = rows
    return p.tabel(table)


def tabel_pk_anggaran(p: Penulis, lines: Sequence[tuple[str, str, int]], key: str, level: str) -> Tabel:
    """The budget list under an agreement: (code, name, amount)."""
    codes = all(code for code, _, _ in lines) and p.pilih.kira(0.35)
    total = p.pilih.kira(0.3)
    rows: list[Isi] = [
        {"nomor": f"{n}.", "kode": code, "uraian": name, "jumlah": Uang(amount)} for n, (code, name, amount) in enumerate(lines, 1)
    ]
    columns = [p.kolom("program" if level == "program" else "kegiatan", "{uraian}", 62), p.kolom("anggaran", "{jumlah}", 30, "r")]
    if codes:
        columns.insert(0, p.kolom("kode", "{kode}", 16))
    elif p.pilih.kira(0.75):
        columns[0].bentuk, columns[0].lebar = ("{nomor} {uraian}", 66) if p.pilih.kira(0.5) else ("{uraian}", 62)
        if columns[0].bentuk == "{uraian}":
            columns.insert(0, p.kolom("nomor", "{nomor}", 7, "c"))
    if total and len(rows) > 1:
        rows.append({"_bentang": len(columns) - 1, "_label": "Jumlah", "_tanpa": True, "jumlah": Uang(sum(a for _, _, a in lines))})
    look = p.pilih.satu("polos", "polos", "kisi", "kisi", "garis")
    return p.tabel(Tabel("pk_anggaran", "", columns, rows, p.info(pk=key), look=look, bernomor=False, kunci=f"anggaran {key}"))


def tabel_capaian(p: Penulis, goals: Sequence[Sasaran], title: str, *, first: int = 1) -> Tabel:
    """Target, result and achievement of the year."""
    own = p.pilih.satuan_sendiri
    rows = []
    for row, indicator in rows_of_goals(goals, p.pilih.kira(0.08)):
        row["nomor"] = str(int(row["nomor"]) + first - 1)
        rows.append(row | _achieved(p, indicator, p.tahun) | {"satuan": _unit_text(indicator)})
    if p.pilih.cara == "pita" and p.pilih.kira(0.6):
        return _banded(p, Tabel("capaian_kinerja", title, [
            p.kolom("nomor", "{nomor}", 6, "c"), p.kolom("indikator", "{indikator}", 46),
            p.kolom("target", "{target}", 15, "c", jt=p.tahun),
            p.kolom("realisasi", "{realisasi}", 15, "c", jt=p.tahun), p.kolom("capaian", "{capaian}", 15, "c"),
        ], rows, p.info(), kunci="capaian"))  # fmt: skip
    columns = [
        p.kolom("nomor", "{nomor}", 5, "c"),
        p.kolom("sasaran", "{sasaran}", 26),
        p.kolom("indikator", "{indikator}", 33),
        *_unit_columns(p, own),
        p.kolom("target", "{target}", 12, "c", jt=p.tahun, polos=own),
        p.kolom("realisasi", "{realisasi}", 12, "c", jt=p.tahun, polos=own),
        p.kolom("capaian", "{capaian}", 12, "c"),
    ]
    return p.tabel(Tabel("capaian_kinerja", title, columns, rows, p.info(), ("nomor", "sasaran"), kunci="capaian"))


def _achieved(p: Penulis, indicator: Indikator, year: int) -> Isi:
    return {
        "target": ukur(indicator, indicator.janji(year)),
        "realisasi": ukur(indicator, indicator.nyata(year)),
        "capaian": capai(p, indicator, year),
    }


def tabel_banding(p: Penulis, goals: Sequence[Sasaran], title: str) -> Tabel:
    """Several years side by side: results alone, or target, result and achievement under each year."""
    years = list(range(p.tahun - p.pilih.draw.choice((1, 2, 2)), p.tahun + 1))
    full = p.pilih.kira(0.55)
    rows = []
    for number, (found, indicator) in enumerate(rows_of_goals(goals, False), 1):
        row: Isi = {"nomor": str(number), "indikator": found["indikator"]}
        for year in years:
            row |= {f"{key}@{year}": value for key, value in _achieved(p, indicator, year).items()}
        rows.append(row)
    columns = [p.kolom("nomor", "{nomor}", 5, "c"), p.kolom("indikator", "{indikator}", 26)]
    for year in years:
        if full:
            columns += [
                Kolom(name, "{" + name.lower() + "}", 9, "c", str(year), year, putar=p.pilih.cara == "ulang")
                for name in ("Target", "Realisasi", "Capaian")
            ]
        else:
            columns.append(Kolom(str(year), "{realisasi}", 11, "c", "Realisasi", year))
    return p.tabel(Tabel("capaian_kinerja", title, columns, rows, p.info(), kunci="banding"))


def tabel_iku(p: Penulis, goals: Sequence[Sasaran], title: str) -> Tabel:
    """Indicators with their formula and source of data."""
    formulas = {
        "persen": ("Jumlah yang memenuhi syarat dibagi jumlah seluruhnya dikali seratus", "Banyaknya yang sesuai dibagi total dikali 100%"),
        "jumlah": ("Penghitungan langsung", "Jumlah yang tercatat pada tahun berjalan"),
        "angka": ("Hasil survei tahunan", "Nilai yang diterbitkan lembaga penilai"),
        "predikat": ("Hasil evaluasi lembaga penilai", "Predikat yang diterima"),
    }
    rows = []
    for row, indicator in rows_of_goals(goals, False):
        source = p.pilih.satu(
            "Laporan unit pelaksana", "Laporan hasil evaluasi", "Basis data internal", "Survei", "Rekapitulasi bagian teknis"
        )
        rows.append(row | {"cara_hitung": p.pilih.satu(*formulas[indicator.jenis]), "sumber_data": source})
    columns = [
        p.kolom("nomor", "{nomor}", 5, "c"),
        p.kolom("sasaran", "{sasaran}", 22),
        p.kolom("indikator", "{indikator}", 27),
        p.kolom("cara_hitung", "{cara_hitung}", 28),
        p.kolom("sumber_data", "{sumber_data}", 18),
    ]
    return p.tabel(Tabel("iku", title, columns, rows, p.info(), ("nomor", "sasaran"), kunci="iku"))
