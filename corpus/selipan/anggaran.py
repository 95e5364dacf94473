"""Slips in budget tables and budget lists: A01, A02, A05, B01, B04, E08, F01, F02."""

from decimal import Decimal
from itertools import pairwise
from random import Random

from corpus.isi.draf import Isi, Tabel
from corpus.isi.gaya import Hitung, Persen, Uang, plain
from corpus.isi.penulis import Penulis
from corpus.selipan.dasar import bebas, pilih, salah_angka, temuan

SEPUPUH = Decimal("0.01")


def _lines(p: Penulis, *, total: bool = False) -> list[tuple[Tabel, Isi, str]]:
    """(table, row, suffix of its year) of every line with ceiling, spending and percent, or of every row of sums."""
    found = []
    for table in p.draf.tabel("realisasi_anggaran"):
        for row in table.baris:
            if ("_bentang" in row) is not total or not bebas(row):
                continue
            found += [(table, row, key[4:]) for key in row if key.startswith("pagu") and table.punya("realisasi")]
    return found


def jumlah(p: Penulis, draw: Random) -> Isi | None:
    """A01: the total is not the sum of its parts."""
    found = [x for x in _lines(p, total=True) if len(x[0].baris) > 2]
    if not (hit := pilih(draw, found)):
        return None
    table, row, year = hit
    name = draw.choice(("pagu", "realisasi"))
    cell: Uang = row[name + year]
    right, wrong = cell.nilai, salah_angka(draw, cell.nilai)
    cell.nilai, row["_selip"] = wrong, "A01"
    return temuan("A01", f"Jumlah {name} tidak sama dengan penjumlahan barisnya.", [table], wrong, right, kolom=name, baris=_at(table, row))


def jumlah_lain(p: Penulis, draw: Random) -> Isi | None:
    """A01 in a table of voters: a sum at the foot or at the end of a row."""
    tables = [t for t in p.draf.tabel("lain") if t.kunci == "pemilih"]
    if not tables:
        return None
    table = tables[0]
    row = table.baris[-1] if draw.random() < 0.6 else draw.choice(table.baris[:-1])
    cell: Hitung = row[draw.choice(("l", "p", "tps")) if row is table.baris[-1] else "jumlah"]
    right = cell.nilai
    cell.nilai, row["_selip"] = salah_angka(draw, right), "A01"
    return temuan("A01", "Jumlah pemilih atau TPS tidak sama dengan penjumlahannya.", [table], cell.nilai, right, baris=_at(table, row))


def persen(p: Penulis, draw: Random) -> Isi | None:
    """A02: a percent that is not spending over ceiling."""
    found = [x for x in _lines(p) + _lines(p, total=True) if isinstance(x[1].get("persen" + x[2]), Persen)]
    found = [x for x in found if x[0].punya("persen")]
    if not (hit := pilih(draw, found)):
        return None
    table, row, year = hit
    cell: Persen = row["persen" + year]
    right = cell.nilai
    step = Decimal(draw.choice((1, 2, 3, 9, -1, -2, -5))) + (Decimal("0.3") if right.as_tuple().exponent else 0)
    cell.nilai = (right - abs(step) if right + step > 100 else right + step).quantize(right)
    row["_selip"] = "A02"
    return temuan(
        "A02",
        "Persen realisasi tidak sesuai dengan pagu dan realisasinya.",
        [table],
        plain(cell.nilai),
        plain(right),
        baris=_at(table, row),
    )


def besaran(p: Penulis, draw: Random) -> Isi | None:
    """A05: a group of three digits is lost or added; percent and total show it."""
    found = [
        x for x in _lines(p) if x[1].get("pagu" + x[2]) is not None and x[1]["realisasi" + x[2]].nilai > 10_000_000 and x[0].punya("persen")
    ]
    if not (hit := pilih(draw, found)):
        return None
    table, row, year = hit
    cell: Uang = row["realisasi" + year]
    right = cell.nilai
    cell.nilai = right // 1000 if draw.random() < 0.7 else right * 1000
    row["_selip"] = "A05"
    return temuan("A05", "Realisasi tertulis dengan tiga angka kurang atau lebih.", [table], cell.nilai, right, baris=_at(table, row))


def antar_tabel(p: Penulis, draw: Random) -> Isi | None:
    """B01: a budget line of an agreement differs from the same line in the budget table."""
    known = {
        (row["uraian"], row["pagu"].nilai): table
        for table in p.draf.tabel("realisasi_anggaran")
        for row in table.baris
        if isinstance(row.get("pagu"), Uang) and "uraian" in row and bebas(row)
    }
    found = [
        (table, row)
        for table in p.draf.tabel("pk_anggaran")
        for row in table.baris
        if "uraian" in row and bebas(row) and (row["uraian"], row["jumlah"].nilai) in known and "_bentang" not in table.baris[-1]
    ]
    if not (hit := pilih(draw, found)):
        return None
    table, row = hit
    right = row["jumlah"].nilai
    other = known[row["uraian"], right]
    row["jumlah"].nilai, row["_selip"] = salah_angka(draw, right), "B01"
    text = f"Anggaran {row['uraian']} dalam perjanjian kinerja berbeda dari tabel realisasi anggaran."
    return temuan("B01", text, [table, other], row["jumlah"].nilai, right, baris=_at(table, row))


def turunan(p: Penulis, draw: Random) -> Isi | None:
    """B04: a line of a subordinate's agreement differs from the same line in the superior's."""
    tables = p.draf.tabel("pk_anggaran")
    found = []
    for low in tables:
        for high in tables:
            if low is high or low.info["pk"].partition(" ")[2] == high.info["pk"].partition(" ")[2] or not _later(p, low, high):
                continue
            amounts = {row.get("uraian"): row["jumlah"].nilai for row in high.baris if bebas(row)}
            found += [
                (low, high, row)
                for row in low.baris
                if bebas(row) and "uraian" in row and amounts.get(row["uraian"]) == row["jumlah"].nilai
            ]
    if not (hit := pilih(draw, found)):
        return None
    low, high, row = hit
    right = row["jumlah"].nilai
    row["jumlah"].nilai, row["_selip"] = salah_angka(draw, right), "B04"
    return temuan("B04", "Anggaran dalam perjanjian bawahan berbeda dari perjanjian atasannya.", [low, high], row["jumlah"].nilai, right)


def _later(p: Penulis, low: Tabel, high: Tabel) -> bool:
    """Whether the second holder is the superior of the first and both agreements are of one year."""
    a, b = p.draf.perjanjian[low.info["pk"]], p.draf.perjanjian[high.info["pk"]]
    return a["tahun"] == b["tahun"] and a.get("pihak_kedua", {}).get("jabatan") == b["unit"]


def kode_ganda(p: Penulis, draw: Random) -> Isi | None:
    """E08: one code on two different lines."""
    found = []
    for table in p.draf.tabel("realisasi_anggaran"):
        if table.punya("kode"):
            pairs = pairwise(table.baris)
            found += [
                (table, a, b) for a, b in pairs if a.get("_tingkat") == b.get("_tingkat") in ("kegiatan", "ro") and bebas(a) and bebas(b)
            ]
    if not (hit := pilih(draw, found)):
        return None
    table, first, second = hit
    right = second["kode"]
    second["kode"] = first["kode"]
    second["_selip"] = first["_selip"] = "E08"
    return temuan(
        "E08", f"Kode {first['kode']} dipakai untuk dua baris yang berbeda.", [table], first["kode"], right, baris=_at(table, second)
    )


def pemisah(p: Penulis, draw: Random) -> Isi | None:
    """F01: separators mixed within one number."""
    found = [x for x in _lines(p) if x[1]["pagu" + x[2]].nilai > 10_000_000]
    if not (hit := pilih(draw, found)):
        return None
    table, row, year = hit
    cell: Uang = row["pagu" + year]
    groups = f"{cell.nilai:,}".split(",")
    at = draw.randint(1, len(groups) - 1)
    other = "," if p.draf.angka.ribuan == "." else "."
    cell.teks = p.draf.angka.ribuan.join(groups[:at]) + other + p.draf.angka.ribuan.join(groups[at:])
    row["_selip"] = "F01"
    return temuan("F01", "Pemisah ribuan bercampur dalam satu angka.", [table], cell.teks, cell.nilai, baris=_at(table, row))


def kosong(p: Penulis, draw: Random) -> Isi | None:
    """F02: an amount that its neighbours show must be there."""
    found = [x for x in _lines(p) if x[0].punya("persen") and _alone(x[0], "realisasi") and x[1].get("_tingkat") != "program"]
    if not (hit := pilih(draw, found)):
        return None
    table, row, year = hit
    cell: Uang = row["realisasi" + year]
    right, cell.nilai, cell.teks = cell.nilai, None, ""
    row["_selip"] = "F02"
    return temuan("F02", "Realisasi tidak diisi, padahal persennya ada.", [table], None, right, baris=_at(table, row))


def _alone(table: Tabel, key: str) -> bool:
    """Whether a column prints this value and nothing else: in "realisasi (persen)" nothing is left of a line without an amount."""
    return any(column.kunci == (key,) for column in table.kolom)


def _at(table: Tabel, row: Isi) -> int:
    return next(n for n, other in enumerate(table.baris) if other is row)
