"""Which slips a report gets, and their list."""

from dataclasses import replace
from random import Random

from corpus.acak import rng
from corpus.fakta.anggaran import Anggaran, Belanja
from corpus.fakta.tahun import TahunBadan
from corpus.isi.penulis import Penulis
from corpus.selipan import anggaran, dokumen, kalimat, kinerja, pegawai
from corpus.selipan.dasar import Selip, temuan

SELIP: dict[str, tuple[Selip, ...]] = {
    "A01": (anggaran.jumlah, anggaran.jumlah, anggaran.jumlah_lain),
    "A02": (anggaran.persen,),
    "A03": (kinerja.capaian,),
    "A05": (anggaran.besaran,),
    "B01": (anggaran.antar_tabel,),
    "B02": (kinerja.sasaran,),
    "B03": (kinerja.hilang,),
    "B04": (anggaran.turunan,),
    "C01": (kalimat.kata,),
    "C02": (kalimat.teks_tabel,),
    "D01": (kalimat.cacah,),
    "D02": (pegawai.nip_rusak,),
    "D03": (pegawai.lahir,),
    "D04": (pegawai.kelamin,),
    "D05": (pegawai.ganda,),
    "D06": (pegawai.pangkat,),
    "E01": (dokumen.nomor_bab, dokumen.nomor_tabel, dokumen.nomor_sub),
    "E02": (dokumen.daftar_isi,),
    "E03": (kalimat.satker_lain,),
    "E04": (kalimat.tahun_lain,),
    "E05": (dokumen.tanggal_mustahil,),
    "E06": (dokumen.nama_beda,),
    "E08": (anggaran.kode_ganda,),
    "F01": (anggaran.pemisah,),
    "F02": (anggaran.kosong,),
}
"""What can be planted on a draft, by code; A04 and E07 are planted on the facts and on the plan of the report."""

BERSIH = 0.35
"""Share of reports without any contradiction."""
TERBANYAK = 6
TAK_BERBAHAYA = 0.2
"""Share of reports with a harmless slip of one kind."""


def drawer(facts: TahunBadan) -> Random:
    """The source of a report's slips; the report itself is the same without them."""
    return rng(facts.seed, facts.nomor, facts.tahun, "selip")


def plant_on_facts(facts: TahunBadan, draw: Random) -> tuple[TahunBadan, bool]:
    """A04 now and then: one kegiatan spends more than its ceiling, in every table alike; whether it was done."""
    if draw.random() >= 0.06:
        return facts, False
    budget = facts.anggaran
    program = draw.randrange(len(budget.program))
    activity = draw.randrange(len(budget.program[program].anak))
    old = budget.program[program].anak[activity]
    outputs = tuple(replace(o, realisasi=o.pagu + o.pagu // 1000 * 4) for o in old.anak)
    new = replace(old, anak=outputs, realisasi=sum(o.realisasi for o in outputs))
    return replace(facts, anggaran=_with(budget, program, activity, new)), True


def _with(budget: Anggaran, program: int, activity: int, new: Belanja) -> Anggaran:
    old = budget.program[program]
    children = (*old.anak[:activity], new, *old.anak[activity + 1 :])
    changed = replace(old, anak=children, realisasi=sum(child.realisasi for child in children))
    return replace(budget, program=(*budget.program[:program], changed, *budget.program[program + 1 :]))


def plant(writer: Penulis, draw: Random) -> None:
    """Plant some slips on the report, or none."""
    for slip in (dokumen.tanpa_sela, dokumen.salah_ketik):
        harmless = slip(writer, draw) if draw.random() < TAK_BERBAHAYA else None
        writer.draf.selip += [harmless] if harmless else []
    if draw.random() < BERSIH:
        return
    wanted = draw.randint(1, TERBANYAK)
    codes = list(SELIP)
    draw.shuffle(codes)
    for code in codes:
        if len(writer.draf.temuan) >= wanted:
            return
        found = draw.choice(SELIP[code])(writer, draw) or SELIP[code][0](writer, draw)
        if found is not None:
            writer.draf.temuan.append(found)


def exceeded(writer: Penulis) -> None:
    """List A04 where a table shows it."""
    for table in writer.draf.tabel("realisasi_anggaran"):
        for number, row in enumerate(table.baris):
            line = row.get("_belanja")
            if line is not None and line.realisasi > line.pagu and table.punya("realisasi") and row["realisasi"].nilai == line.realisasi:
                text = f"Realisasi {line.nama} melebihi pagunya."
                writer.draf.temuan.append(temuan("A04", text, [table], line.realisasi, line.pagu, baris=number))
