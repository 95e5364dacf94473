"""One report: facts, choices, parts, slips, blocks and truth."""

from corpus.fakta.tahun import TahunBadan, facts_of
from corpus.isi import bab, lampiran
from corpus.isi.draf import Isi
from corpus.isi.penulis import Penulis
from corpus.isi.pilihan import draw_choices
from corpus.isi.susun import blocks_of, headings_of, truth_of
from corpus.naskah import Report
from corpus.printed import Json
from corpus.sampel_build.facts import chapters_truth
from corpus.selipan.dasar import temuan
from corpus.selipan.tanam import drawer, exceeded, plant, plant_on_facts

UKURAN = ("small", "normal", "large")
TANPA_PENUTUP = 0.03
"""Share of reports whose last chapter is missing (E07)."""


def report(seed: int, satker: int, year: int, size: str = "normal", *, slips: bool = True) -> Report:
    """The report of a satker-year. ``size`` is small, normal or large; without ``slips`` nothing in it contradicts itself.

    Raises ValueError for an unknown size.
    """
    if size not in UKURAN:
        raise ValueError(f"size is one of {', '.join(UKURAN)}")
    facts = facts_of(seed, satker, year)
    draw = drawer(facts)
    if slips:
        facts, _ = plant_on_facts(facts, draw)
    choices = draw_choices(facts)
    writer = Penulis(facts, choices, size)
    closed = not slips or draw.random() > TANPA_PENUTUP
    kinds = _write(writer, closed=closed)
    if slips:
        plant(writer, draw)
        exceeded(writer)
        writer.draf.temuan += [] if closed or "lkj" not in kinds else [temuan("E07", "Bab penutup tidak ada.", [], None, "PENUTUP")]
    blocks, places = blocks_of(writer.draf)
    title = f"{'Laporan Kinerja' if 'lkj' in kinds else 'Dokumen Perencanaan Kinerja'} {facts.badan.nama} Tahun {year}"
    truth = _identity(facts, kinds, facts.badan.kode_satker if writer.kode_tercetak else None) | truth_of(writer.draf, places)
    truth["bab"] = chapters_truth(headings_of(blocks))
    truth["temuan_tertanam"] = [_listed(found, places) for found in writer.draf.temuan]
    truth["selip"] = [_listed(found, places) for found in writer.draf.selip]
    return Report(
        name=f"{satker:04}-{year}",
        title=title,
        running=title,
        footer=facts.badan.nama,
        style="",
        blocks=tuple(blocks),
        truth=truth,
        family=choices.keluarga,
    )


def _listed(found: Isi, places: dict[int, int]) -> Json:
    """A slip with the numbers of the blocks where it stands."""
    shown = {key: value for key, value in found.items() if key != "_bagian"}
    return shown | {"blok": [places[id(part)] for part in found["_bagian"] if id(part) in places]}


def _write(writer: Penulis, *, closed: bool) -> list[str]:
    """Write all parts, the last chapter unless it is not ``closed``; gives the kinds of documents that the file holds."""
    if writer.pilih.kira(0.07):
        return lampiran.berkas_rencana(writer)
    bab.muka(writer)
    bab.pendahuluan(writer)
    bab.perencanaan(writer)
    bab.akuntabilitas(writer)
    if closed:
        bab.penutup(writer)
    if writer.pilih.kira(0.8) or writer.ukuran == "large":
        lampiran.lampiran(writer)
    return ["lkj"]


def _identity(facts: TahunBadan, kinds: list[str], code: str | None) -> Json:
    body, head = facts.badan, facts.kepegawaian.pimpinan
    region = body.wilayah
    lkj = "lkj" in kinds
    signer = {"nama": head.nama, "jabatan": body.pimpinan} | ({"nip": head.nip} if head.nip else {})
    return {
        "keterangan": "DATA SIMULASI",
        "satker": {
            "nama": body.nama,
            "tingkat": body.tingkat,
            "wilayah": region.nama if region else None,
            "provinsi": region.provinsi if region else None,
            "kode_wilayah": region.kode if region else None,
            "kode_satker": code,
        },
        "tahun": facts.tahun,
        "dokumen": {
            "jenis": kinds,
            "tempat": body.tempat,
            "tanggal": facts.tanggal_laporan if lkj else facts.tanggal_pk,
            "penandatangan": [signer],
        },
    }
