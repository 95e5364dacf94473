"""Slips in sentences: C01, C02, D01, E03, E04."""

from decimal import Decimal
from random import Random

from corpus.fakta.badan import regions
from corpus.isi.draf import Alinea, Butir, Isi
from corpus.isi.gaya import Hitung, Persen, Uang, plain
from corpus.isi.penulis import Penulis
from corpus.selipan.dasar import bebas, pilih, salah_angka, temuan


def kata(p: Penulis, draw: Random) -> Isi | None:
    """C01: the words beside a figure say something else."""
    values = [(part, value) for part, sentence in p.draf.kalimat() for value in sentence.nilai.values()]
    found = [(part, v) for part, v in values if isinstance(v, (Uang, Hitung)) and v.kata is not None and v.kata == v.nilai]
    if not (hit := pilih(draw, found)):
        return None
    part, value = hit
    if isinstance(value, Uang):
        value.kata = salah_angka(draw, value.nilai)
    else:
        value.kata = value.nilai + draw.choice((1, 1, 2, -1)) if value.nilai > 1 else 2
    return temuan("C01", "Angka berbeda dari hurufnya.", [part], value.nilai, value.kata)


def teks_tabel(p: Penulis, draw: Random) -> Isi | None:
    """C02: a figure in prose differs from the table that it speaks about."""
    tables = [t for t in p.draf.tabel("realisasi_anggaran") if t.kunci in ("anggaran", "dua_tahun")]
    found = []
    for part, sentence in p.draf.kalimat():
        if sentence.kunci == "anggaran total" and tables:
            found += [(part, v) for name, v in sentence.nilai.items() if name in ("persen", "realisasi")]
    if not (hit := pilih(draw, found)):
        return None
    part, value = hit
    right = value.nilai
    if isinstance(value, Persen):
        value.nilai = (right - Decimal(draw.choice((1, 2, 3)))).quantize(right)
        return temuan(
            "C02", "Persen dalam uraian berbeda dari tabel realisasi anggaran.", [part, *tables[:1]], plain(value.nilai), plain(right)
        )
    value.nilai = salah_angka(draw, right)
    value.kata = value.nilai if value.kata is not None else None
    return temuan("C02", "Realisasi dalam uraian berbeda dari tabel realisasi anggaran.", [part, *tables[:1]], value.nilai, right)


def cacah(p: Penulis, draw: Random) -> Isi | None:
    """D01: a count of staff differs from the list, from the other counts or from its total."""
    places: list[tuple[object, Hitung]] = []
    for part, sentence in p.draf.kalimat():
        places += [(part, sentence.nilai[name]) for name in sentence.rekap]  # type: ignore[misc]
    tables = p.draf.tabel("pegawai_rekap")
    for table in tables:
        places += [(table, row["jumlah"]) for row in table.baris if bebas(row)]
    others = [*p.draf.tabel("pegawai_daftar"), *tables]
    whole = [x for x in places if x[1].nilai > 1 and (x[0] in tables or others)]
    if not (hit := pilih(draw, whole)):
        return None
    part, value = hit
    right = value.nilai
    value.nilai = right + draw.choice((1, 2, -1))
    value.kata = value.nilai if value.kata is not None else None
    beside = [t for t in others if t is not part][:1]
    return temuan("D01", "Jumlah pegawai tidak sesuai dengan daftar atau rekapitulasi lain.", [part, *beside], value.nilai, right)  # type: ignore[list-item]


def satker_lain(p: Penulis, draw: Random) -> Isi | None:
    """E03: another region's name, left over from a copied report."""
    body = p.fakta.badan
    if body.wilayah is None or body.jenis == "kecamatan":
        return None
    same = [
        r for r in regions() if r.tingkat == body.wilayah.tingkat and r.nama != body.wilayah.nama and r.provinsi == body.wilayah.provinsi
    ]
    parts = [(part, s) for part, s in p.draf.kalimat() if "{badan}" in s.pola and isinstance(part, Alinea)][1:]
    if not same or not (hit := pilih(draw, parts)):
        return None
    part, sentence = hit
    other = draw.choice(same)
    wrong = body.nama.replace(body.wilayah.nama, other.nama)
    if wrong == body.nama:
        return None
    sentence.nilai["badan"] = wrong
    return temuan("E03", f"Tertulis {wrong}, seharusnya {body.nama}.", [part], wrong, body.nama)


def tahun_lain(p: Penulis, draw: Random) -> Isi | None:
    """E04: another year where the reporting year should stand."""
    topics = ("Laporan Kinerja", "laporan kinerja")
    parts = [
        (part, s)
        for part, s in p.draf.kalimat()
        if isinstance(part, (Alinea, Butir)) and "{tahun}" in s.pola and any(word in s.pola for word in topics)
    ]
    if not (hit := pilih(draw, parts)):
        return None
    part, sentence = hit
    wrong = str(p.tahun - draw.choice((1, 1, 2)))
    sentence.nilai["tahun"] = wrong
    return temuan("E04", f"Tertulis tahun {wrong}, laporan ini tentang tahun {p.tahun}.", [part], int(wrong), p.tahun)
