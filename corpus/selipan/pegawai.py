"""Slips in lists of staff: D02 to D06."""

from calendar import monthrange
from random import Random

from corpus.fakta.orang import PANGKAT
from corpus.isi.draf import Isi, Tabel
from corpus.isi.gaya import tanggal
from corpus.isi.penulis import Penulis
from corpus.selipan.dasar import bebas, pilih, temuan


def _people(p: Penulis) -> list[tuple[Tabel, Isi]]:
    tables = [t for t in p.draf.tabel("pegawai_daftar") if t.punya("nip")]
    return [(t, row) for t in tables for row in t.baris if row.get("_nip") and bebas(row)]


def _set_nip(row: Isi, nip: str) -> None:
    spaced = " " in row["nip"]
    row["nip"] = f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}" if spaced else nip
    row["_nip"] = nip


def nip_rusak(p: Penulis, draw: Random) -> Isi | None:
    """D02: not 18 digits, or an impossible month or sex."""
    if not (hit := pilih(draw, _people(p))):
        return None
    table, row = hit
    right = row["_nip"]
    how = draw.randint(0, 2)
    wrong = right[:-1] if how == 0 else right[:4] + "13" + right[6:] if how == 1 else right[:14] + draw.choice("345") + right[15:]
    _set_nip(row, wrong)
    row["_nip_rinci"], row["_selip"] = None, "D02"
    return temuan("D02", f"NIP {row['nama']} tidak sah.", [table], wrong, right, baris=table.baris.index(row))


def lahir(p: Penulis, draw: Random) -> Isi | None:
    """D03: the stated birth date is not the one in the NIP."""
    found = [x for x in _people(p) if x[0].punya("tanggal_lahir")]
    if not (hit := pilih(draw, found)):
        return None
    table, row = hit
    right = row["_tanggal_lahir"]
    year, month, day = (int(part) for part in right.split("-"))
    wrong = (
        f"{year}-{month:02}-{day % monthrange(year, month)[1] + 1:02}"
        if draw.random() < 0.6
        else f"{year - 1}-{month:02}-{min(day, 28):02}"
    )
    row["_tanggal_lahir"], row["tanggal_lahir"], row["_selip"] = wrong, tanggal(wrong, _form(row["tanggal_lahir"])), "D03"
    return temuan("D03", f"Tanggal lahir {row['nama']} berbeda dari NIP.", [table], wrong, right, baris=table.baris.index(row))


def _form(text: str) -> str:
    if "/" in text:
        return "garis"
    if text.count("-") == 2:
        return "pendek" if text.replace("-", "").isdigit() else "strip"
    return "nol" if text[0] == "0" else "panjang"


def kelamin(p: Penulis, draw: Random) -> Isi | None:
    """D04: the stated sex is not the one in the NIP."""
    found = [x for x in _people(p) if x[0].punya("jenis_kelamin")]
    if not (hit := pilih(draw, found)):
        return None
    table, row = hit
    right = row["jenis_kelamin"]
    row["jenis_kelamin"], row["_selip"] = "P" if right == "L" else "L", "D04"
    return temuan(
        "D04", f"Jenis kelamin {row['nama']} berbeda dari NIP.", [table], row["jenis_kelamin"], right, baris=table.baris.index(row)
    )


def ganda(p: Penulis, draw: Random) -> Isi | None:
    """D05: one NIP on two persons."""
    people = _people(p)
    people = [x for x in people if not x[0].punya("tanggal_lahir") and not x[0].punya("jenis_kelamin")]
    if len(people) < 2:
        return None
    table, row = draw.choice(people[1:])
    other = people[0][1]
    right = row["_nip"]
    _set_nip(row, other["_nip"])
    row["_nip_rinci"] = other["_nip_rinci"]
    row["_selip"] = other["_selip"] = "D05"
    return temuan("D05", f"NIP {row['nama']} sama dengan NIP {other['nama']}.", [table], row["_nip"], right, baris=table.baris.index(row))


def pangkat(p: Penulis, draw: Random) -> Isi | None:
    """D06: rank and grade do not belong together."""
    found = [x for x in _people(p) if x[0].punya("pangkat") and x[0].punya("golongan") and x[1]["pangkat"]]
    if not (hit := pilih(draw, found)):
        return None
    table, row = hit
    right = row["pangkat"]
    row["pangkat"] = draw.choice([name for name in PANGKAT.values() if name != right])
    row["_selip"] = "D06"
    text = f"Pangkat {row['nama']} tidak sesuai dengan golongan {row['golongan']}."
    return temuan("D06", text, [table], row["pangkat"], right, baris=table.baris.index(row))
