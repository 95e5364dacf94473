"""Slips in tables of performance: A03, B02, B03."""

from decimal import Decimal
from random import Random

from corpus.isi.draf import Isi, Tabel
from corpus.isi.gaya import Ukur, plain
from corpus.isi.penulis import Penulis
from corpus.selipan.dasar import bebas, pilih, temuan

PREDIKAT_LAIN = {"A": "BB", "BB": "B", "B": "CC", "CC": "B", "AA": "A", "C": "CC", "WTP": "WDP", "D": "C"}


def capaian(p: Penulis, draw: Random) -> Isi | None:
    """A03: an achievement that does not follow from target and result."""
    found = []
    for table in p.draf.tabel("capaian_kinerja"):
        for row in table.baris:
            for key in row:
                value = row[key]
                if (
                    key.startswith("capaian")
                    and isinstance(value, Ukur)
                    and isinstance(value.nilai, Decimal)
                    and bebas(row)
                    and table.punya("capaian")
                ):
                    found.append((table, row, key))
    found = [x for x in found if isinstance(x[1].get(x[2].replace("capaian", "target")).nilai, Decimal)]
    if not (hit := pilih(draw, found)):
        return None
    table, row, key = hit
    right = row[key].nilai
    row[key].nilai = (right + Decimal(draw.choice((-7, -4, 3, 6, 11)))).quantize(right)
    row["_selip"] = "A03"
    text = f"Capaian indikator {row['indikator']} tidak sesuai dengan target dan realisasinya."
    return temuan("A03", text, [table], plain(row[key].nilai), plain(right), baris=table.baris.index(row))


def sasaran(p: Penulis, draw: Random) -> Isi | None:
    """B02: an indicator's target differs between agreement and plan, action plan or achievement."""
    own = [t for t in p.draf.tabel("pk") if t.info["pk"] == "badan" or t.info["pk"].startswith("kepala ")]
    first = next((t for t in own if t.info["tahun"] == p.tahun), None)
    others = [
        t for t in p.draf.tabel("rkt", "rak", "pk") if t is not first and t.info["tahun"] == p.tahun and (t.jenis != "pk" or t in own)
    ]
    if first is None:
        return None
    promised = {row["indikator"]: row for row in first.baris if bebas(row) and "indikator" in row}
    found = [(t, row) for t in others for row in t.baris if bebas(row) and row.get("indikator") in promised]
    if not (hit := pilih(draw, found)):
        return None
    table, row = hit
    right: Ukur = row["target"]
    wrong = _other(draw, right)
    if wrong is None:
        return None
    row["target"], row["_selip"] = wrong, "B02"
    stated, computed = (plain(v.nilai) if isinstance(v.nilai, Decimal) else v.nilai for v in (wrong, right))
    return temuan(
        "B02", f"Target {row['indikator']} berbeda dari perjanjian kinerja.", [table, first], stated, computed, baris=table.baris.index(row)
    )


def _other(draw: Random, value: Ukur) -> Ukur | None:
    if isinstance(value.nilai, str):
        return Ukur(value.jenis, PREDIKAT_LAIN[value.nilai]) if value.nilai in PREDIKAT_LAIN else None
    if value.nilai is None:
        return None
    step = Decimal(draw.choice((-10, -5, -4, -3)))
    wrong = (value.nilai + step if value.nilai + step > 0 else value.nilai + 2).quantize(value.nilai)
    return Ukur(value.jenis, wrong, value.satuan)


def hilang(p: Penulis, draw: Random) -> Isi | None:
    """B03: an indicator of the agreement is not reported."""
    tables = [t for t in p.draf.tabel("capaian_kinerja") if t.kunci == "capaian"]
    if len(tables) != 1 or len(tables[0].baris) < 4 or any(t.juga for t in p.draf.tabel()):
        return None
    table: Tabel = tables[0]
    rows = [row for row in table.baris if "indikator" in row]
    if len(rows) != len(table.baris):
        return None
    names = [row["indikator"] for row in rows if bebas(row) and not row["indikator"][0].isdigit()]
    shared = [name for name in names if sum(row["indikator"] == name for row in rows) == 1]
    if not (name := pilih(draw, shared)):
        return None
    row = next(row for row in table.baris if row["indikator"] == name)
    if sum(other["_grup"] == row["_grup"] for other in table.baris) < 2:
        return None
    table.baris.remove(row)
    promised = [t for t in p.draf.tabel("pk") if t.info["pk"] == "badan"]
    return temuan("B03", f"Indikator {name} dalam perjanjian kinerja tidak dilaporkan capaiannya.", [table, *promised], None, name)
