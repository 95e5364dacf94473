"""From the parts of one document to the contract, and from documents to a satker-year."""

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import normalize

from extractor.checks.settings import Settings
from extractor.claims.claim import Claim
from extractor.claims.contract import to_klaim
from extractor.claims.passage import Passage
from extractor.fingerprint import fingerprint
from extractor.fitted import calibration
from extractor.identity import Identity, doubts
from extractor.model import (
    Alat,
    Dokumen,
    Kepegawaian,
    LaporanDokumen,
    LaporanSatker,
    Mutu,
    Penandatangan,
    Peringatan,
    Satker,
    Sebutan,
    Sumber,
    Tabel,
)
from extractor.paragraphs import telling
from extractor.reading.document import Document
from extractor.records.collect import Records
from extractor.renditions import Relation, explain, relations, sources
from extractor.segmenting import Segmentation, to_bab
from extractor.tables.table import Item, Row, Table
from extractor.versions import DISTRIBUTION, own_version

if TYPE_CHECKING:
    from extractor.checks.case import Case

UNCERTAIN = calibration("kind").uncertain_below
"""A table whose kind is less sure than this is named in ``mutu``."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the stages found in one document."""

    document: Document
    segmentation: Segmentation
    flow: Sequence[Item]
    identity: Identity
    records: Records
    claims: Sequence[Claim] = ()
    mentions: Sequence[Sebutan] = ()
    passages: Sequence[Passage] = ()


def compose(parts: Parts) -> LaporanDokumen:
    """The contract of one document."""
    records, tables = parts.records, [item for item in parts.flow if isinstance(item, Table)]
    return LaporanDokumen(
        alat=Alat(nama=DISTRIBUTION, versi=own_version()),
        satker=_satker(parts),
        tahun=parts.identity.year,
        dokumen=[_dokumen(parts)],
        bab=to_bab(parts.segmentation, parts.document.id),
        tabel=[_tabel(table, parts) for table in tables],
        perjanjian_kinerja=records.perjanjian_kinerja,
        rencana_kinerja=records.rencana_kinerja,
        rencana_aksi=records.rencana_aksi,
        capaian_kinerja=records.capaian_kinerja,
        realisasi_anggaran=records.realisasi_anggaran,
        pegawai=records.pegawai,
        iku=records.iku,
        klaim=[to_klaim(claim, records.context) for claim in parts.claims],
        sebutan=list(parts.mentions),
        mutu=_mutu(parts, tables),
    )


def merge(documents: Iterable[LaporanDokumen], settings: Settings | None = None) -> LaporanSatker:
    """All documents of one satker and year as one, checked; the order in which they are given does not matter.

    What several documents hold counts once where they are renditions of one report, or where one is a revision of
    another and the dates tell which; ``dokumen`` and ``mutu`` name them all. ``settings`` are those of the checks.
    Raises ValueError where they are not of one satker-year, or where there are none.
    """
    return merged(documents, settings).report


def merged(documents: Iterable[LaporanDokumen], settings: Settings | None = None) -> "Case":
    """As :func:`merge`, with the views of the records that its checks have built."""
    ordered = sorted(documents, key=lambda report: report.dokumen[0].id)
    if not ordered or len({(slug(report.satker), report.tahun) for report in ordered}) > 1:
        raise ValueError("the documents to be merged must be of one satker and one year")
    best = max(ordered, key=lambda report: report.satker.keyakinan)
    related = relations(ordered)
    aside = {relation.document: relation for relation in related if relation.kind != "mirip"}
    counted = [report for report in ordered if report.dokumen[0].id not in aside]
    whole = LaporanSatker(
        alat=best.alat,
        satker=best.satker,
        tahun=best.tahun,
        dokumen=[_placed(document, aside) for report in ordered for document in report.dokumen],
        bab=[node for report in counted for node in report.bab],
        tabel=[table for report in counted for table in report.tabel],
        perjanjian_kinerja=[x for report in counted for x in report.perjanjian_kinerja],
        rencana_kinerja=[x for report in counted for x in report.rencana_kinerja],
        rencana_aksi=[x for report in counted for x in report.rencana_aksi],
        capaian_kinerja=[x for report in counted for x in report.capaian_kinerja],
        realisasi_anggaran=[x for report in counted for x in report.realisasi_anggaran],
        pegawai=Kepegawaian(
            daftar=[x for report in counted for x in report.pegawai.daftar],
            rekap=[x for report in counted for x in report.pegawai.rekap],
        ),
        iku=[x for report in counted for x in report.iku],
        klaim=[x for report in counted for x in report.klaim],
        sebutan=[x for report in counted for x in report.sebutan],
        mutu=_merged_quality(counted, {report.dokumen[0].id: report.dokumen[0] for report in ordered}, related),
    )
    return _examined(whole, settings)


def _placed(document: Dokumen, aside: Mapping[str, Relation]) -> Dokumen:
    """The document, marked where another one counts in its stead, whatever an earlier merge said of it."""
    relation = aside.get(document.id)
    kind, other = (relation.kind, relation.other) if relation else ("utama", None)
    return document.model_copy(update={"peran": kind, "rujukan": other})


def _merged_quality(counted: Sequence[LaporanDokumen], documents: Mapping[str, Dokumen], related: Sequence[Relation]) -> Mutu:
    told = [
        Peringatan(kode=relation.kind, pesan=explain(relation, documents), sumber=sources(relation))
        for relation in sorted(related, key=lambda relation: (relation.document, relation.other))
    ]
    return Mutu(
        tabel_lain=sum(report.mutu.tabel_lain for report in counted),
        sel_tak_terbaca=sum(report.mutu.sel_tak_terbaca for report in counted),
        halaman_ocr=sum(report.mutu.halaman_ocr for report in counted),
        peringatan=[*told, *(x for report in counted for x in report.mutu.peringatan)],
    )


def checked(report: LaporanSatker, settings: Settings | None) -> LaporanSatker:
    """The same with its contradictions and what would settle them: only here is the whole satker-year in sight."""
    return _examined(report, settings).report


def _examined(report: LaporanSatker, settings: Settings | None) -> "Case":
    from extractor.checks import examine  # noqa: PLC0415  # what reads documents needs neither
    from extractor.reconciling import propose  # noqa: PLC0415

    found = examine(report, settings=settings)
    report.temuan, report.mutu.pemeriksaan = found.findings, found.tally
    report.mutu.peringatan = report.mutu.peringatan + found.crashes
    try:
        report.rekonsiliasi = propose(found.case, found.findings)
    except Exception as fault:  # noqa: BLE001  # what was read and found must not be lost with the proposals
        note = f"rekonsiliasi gagal: {type(fault).__name__}: {fault}"
        report.mutu.peringatan.append(Peringatan(kode="rekonsiliasi", pesan=note))
    return found.case


def slug(satker: Satker) -> str:
    """The folder name of a satker: "kabupaten-contoh" for a KPU, the whole name for other bodies."""
    name = satker.nama
    if satker.tingkat in ("provinsi", "kabupaten", "kota"):
        name = re.sub(r"^(?:KPU|KIP)\s+(?=\S)", "", name)
    parted = re.sub(r"[\W_]+", "-", normalize("NFKC", name))
    plain = normalize("NFKD", parted).encode("ascii", "ignore").decode()
    return re.sub(r"-{2,}", "-", plain.lower()).strip("-") or "tidak-dikenal"


def _satker(parts: Parts) -> Satker:
    found = parts.identity
    return Satker(
        nama=found.name or f"Tidak dikenal ({parts.document.id})",
        tingkat=found.level if found.name else "lain",
        wilayah=found.region,
        provinsi=found.province,
        kode_wilayah=found.region_code,
        kode_satker=found.satker_code,
        keyakinan=round(found.confidence, 3),
    )


def _dokumen(parts: Parts) -> Dokumen:
    document, found = parts.document, parts.identity
    return Dokumen(
        id=document.id,
        berkas=os.fsencode(document.name).decode("utf-8", "backslashreplace"),
        sha256=document.sha256,
        jenis=list(found.kinds),
        halaman=len(document.pages),
        metode_baca=document.method,
        pengodean=document.encoding,
        tempat=found.place,
        tanggal=found.date,
        penandatangan=[Penandatangan(nama=s.name, jabatan=s.position, nip=s.nip) for s in found.signers],
        sidik=fingerprint(document, telling(parts.passages, found.region_code, parts.records.context)),
    )


def _tabel(table: Table, parts: Parts) -> Tabel:
    chapter = parts.segmentation.chapter_at(table.block)
    return Tabel(
        id=table.id,
        dokumen=parts.document.id,
        jenis=table.kind,
        keyakinan=table.confidence,
        nomor=table.number,
        judul=table.title,
        tahun=table.year,
        bab=chapter.title if chapter else None,
        sumber=parts.records.context.source(table.places),
        kepala=[_texts(row) for row in table.header],
        baris=[_texts(row) for row in table.rows],
        sumber_baris=[parts.records.context.source(row.places) for row in table.rows],
    )


def _texts(row: Row) -> list[str]:
    return [cell.text for cell in row.cells]


def _mutu(parts: Parts, tables: Sequence[Table]) -> Mutu:
    document, context = parts.document, parts.records.context
    warnings = [Peringatan(kode="dokumen", pesan=note) for note in document.notes]
    warnings += [Peringatan(kode="identitas", pesan=doubt) for doubt in doubts(parts.identity)]
    warnings += [
        Peringatan(kode="halaman", pesan=note, sumber=Sumber(dokumen=document.id, halaman=page.number))
        for page in document.pages
        for note in page.notes
    ]
    for table in tables:
        warnings += [Peringatan(kode="tabel", pesan=note, sumber=context.source(table.places, table.id)) for note in table.notes]
        if table.confidence < UNCERTAIN and not table.guessed:
            note = f"jenis tabel {table.kind} tidak pasti (keyakinan {table.confidence}){f', mungkin {table.rival}' if table.rival else ''}"
            warnings.append(Peringatan(kode="jenis_tabel", pesan=note, sumber=context.source(table.places, table.id)))
    return Mutu(
        tabel_lain=sum(table.kind == "lain" for table in tables),
        sel_tak_terbaca=context.unreadable,
        halaman_ocr=sum(not page.has_text for page in document.pages),
        peringatan=[*warnings, *context.warnings],
    )
