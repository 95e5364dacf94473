"""Slips of the document: E01, E02, E05, E06, and harmless ones."""

from dataclasses import replace
from itertools import pairwise
from random import Random

from corpus.isi.draf import Isi, Tabel
from corpus.isi.penulis import ROMAWI, Penulis
from corpus.naskah import Block, Fields, Heading, Signature
from corpus.selipan.dasar import pilih, temuan


def _replace(p: Penulis, old: Block, new: Block) -> Block:
    at = next(n for n, part in enumerate(p.draf.bagian) if part is old)
    p.draf.bagian[at] = new
    for found in (*p.draf.temuan, *p.draf.selip):
        found["_bagian"] = [new if part is old else part for part in found["_bagian"]]
    return new


def _headings(p: Penulis, *levels: int) -> list[Heading]:
    return [part for part in p.draf.bagian if isinstance(part, Heading) and part.listed and part.level in levels]


def nomor_bab(p: Penulis, draw: Random) -> Isi | None:
    """E01: a chapter number is skipped or repeated."""
    chapters = [h for h in _headings(p, 1) if h.number in ROMAWI]
    if len(chapters) < 3:
        return None
    heading = draw.choice(chapters[1:])
    at = ROMAWI.index(heading.number)
    wrong = ROMAWI[at + draw.choice((1, -1))] if heading is not chapters[-1] else ROMAWI[at + 1]
    lines = tuple(line.replace(f"BAB {heading.number}", f"BAB {wrong}", 1) for line in heading.lines)
    if lines == heading.lines:
        return None
    new = _replace(p, heading, replace(heading, number=wrong, lines=lines))
    return temuan("E01", f"Bab {heading.title} bernomor {wrong}, seharusnya {heading.number}.", [new], wrong, heading.number)


def nomor_tabel(p: Penulis, draw: Random) -> Isi | None:
    """E01: one table number used twice."""
    tables = [t for t in p.draf.tabel() if id(t) in p.draf.nomor and "abel" in t.judul.lower()[:8] and p.draf.nomor[id(t)] in t.judul]
    pairs = [(a, b) for a, b in pairwise(tables) if p.draf.nomor[id(a)][:1] == p.draf.nomor[id(b)][:1]]
    if not (hit := pilih(draw, pairs)):
        return None
    first: Tabel = hit[0]
    second: Tabel = hit[1]
    wrong, right = p.draf.nomor[id(first)], p.draf.nomor[id(second)]
    second.judul = second.judul.replace(right, wrong, 1)
    return temuan("E01", f"Nomor tabel {wrong} dipakai dua kali.", [second, first], wrong, right)


def nomor_sub(p: Penulis, draw: Random) -> Isi | None:
    """E01: a sub-chapter has the number of the one before it."""
    headings = _headings(p, 1, 2)
    pairs = [(a, b) for a, b in pairwise(headings) if a.level == b.level == 2 and b.lines and b.lines[0].startswith(b.number)]
    if not (hit := pilih(draw, pairs)):
        return None
    first, second = hit
    lines = (first.number + second.lines[0].removeprefix(second.number), *second.lines[1:])
    new = _replace(p, second, replace(second, number=first.number, lines=lines))
    return temuan("E01", f"{new.title} bernomor {first.number}, seharusnya {second.number}.", [new], first.number, second.number)


def daftar_isi(p: Penulis, draw: Random) -> Isi | None:
    """E02: the table of contents names another title, leaves one out or gives a wrong page."""
    if not (heading := pilih(draw, [h for h in _headings(p, 2) if not h.contents])):
        return None
    how = draw.randint(0, 2)
    if how == 0:
        new = replace(heading, contents="-")
        text = f"{heading.lines[0]} tidak tercantum dalam daftar isi."
    elif how == 1:
        new = replace(heading, contents=heading.lines[0] + " Organisasi")
        text = f"Daftar isi menyebut {new.contents}, dalam naskah {heading.lines[0]}."
    else:
        new = replace(heading, contents_shift=draw.choice((-2, 3, 4)))
        text = f"Halaman {heading.lines[0]} dalam daftar isi salah."
    return temuan("E02", text, [_replace(p, heading, new)], new.contents or new.contents_shift, heading.lines[0])


def tanggal_mustahil(p: Penulis, draw: Random) -> Isi | None:
    """E05: a date of signing that cannot be."""
    signs = [part for part in p.draf.bagian if isinstance(part, Signature) and part.dateline]
    if len(signs) < 2:
        return None
    signature: Signature = draw.choice(signs[1:])
    place, _, date = signature.dateline.rpartition(", ")
    day, month, year = date.split()
    wrong = f"31 {draw.choice(('Februari', 'April', 'November'))} {year}"
    new = _replace(p, signature, replace(signature, dateline=f"{place}, {wrong}"))
    iso = f"{day} {month} {year}"
    return temuan("E05", f"Tanggal {wrong} tidak ada dalam kalender.", [new], wrong, iso)


def nama_beda(p: Penulis, draw: Random) -> Isi | None:
    """E06: one person spelled in two ways."""
    found = [part for part in p.draf.bagian if isinstance(part, Signature) and len(part.columns) == 2]
    if not (signature := pilih(draw, found)):
        return None
    column = signature.columns[1]
    at = column.index("") + 1
    name = column[at]
    bare = name.split(",")[0]
    place = draw.randint(3, len(bare) - 2)
    wrong = name[:place] + name[place + 1 :] if bare[place] != " " else name.replace("a", "e", 1)
    if wrong == name:
        return None
    columns = (signature.columns[0], (*column[:at], wrong, *column[at + 1 :]))
    new = _replace(p, signature, replace(signature, columns=columns))
    fields = [part for part in p.draf.bagian if isinstance(part, Fields) and part.pairs[0][1] == name][:1]
    return temuan("E06", f"Nama tertulis {wrong} dan {name}.", [new, *fields], wrong, name)


def salah_ketik(p: Penulis, draw: Random) -> Isi | None:
    """Harmless: two letters of a heading exchanged; what is printed is what a reader gives."""
    headings = [h for h in _headings(p, 0, 2) if not h.contents and len(h.title) > 9 and (not h.lines or h.title in h.lines[0])]
    if not (heading := pilih(draw, headings)):
        return None
    at = draw.randint(2, len(heading.title) - 4)
    title = heading.title[:at] + heading.title[at + 1] + heading.title[at] + heading.title[at + 2 :]
    if title == heading.title or " " in title[at : at + 2]:
        return None
    new = _replace(p, heading, replace(heading, title=title, lines=tuple(line.replace(heading.title, title) for line in heading.lines)))
    return {"uraian": f"Judul {heading.title} tertulis {title}.", "_bagian": [new]}


def tanpa_sela(p: Penulis, draw: Random) -> Isi | None:
    """Harmless: a chapter's heading without blanks, or with two."""
    chapters = [h for h in _headings(p, 1) if h.lines and f"BAB {h.number}" in h.lines[0]]
    if not (heading := pilih(draw, chapters)):
        return None
    wrong = draw.choice((f"BAB{heading.number}", f"BAB  {heading.number}"))
    lines = (heading.lines[0].replace(f"BAB {heading.number}", wrong, 1), *heading.lines[1:])
    new = _replace(p, heading, replace(heading, lines=lines))
    return {"uraian": f"Judul bab tertulis {lines[0]!r}.", "_bagian": [new]}
