"""Appendices: signed agreements of several holders, plans and action plans; bundles without a report around them."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.fakta.anggaran import Belanja
from corpus.fakta.badan import units_of
from corpus.fakta.kinerja import Sasaran
from corpus.isi import t_anggaran as uang
from corpus.isi import t_kinerja as kinerja
from corpus.isi import t_rencana as rencana
from corpus.isi.bab import rkt
from corpus.isi.gaya import tanggal
from corpus.isi.penulis import Penulis
from corpus.kata.kalimat import JANJI, JANJI_KEDUA, SUMPAH
from corpus.kata.tema import PolaUnit
from corpus.naskah import Cover, Fields, Heading, Letterhead, PageBreak, Paragraph, Signature, Stamp


@dataclass(frozen=True, slots=True)
class Pemegang:
    """Who promises what to whom."""

    kunci: str
    jabatan: str
    nama: str
    nip: str | None
    atasan: str
    nama_atasan: str
    sasaran: tuple[Sasaran, ...]
    belanja: tuple[Belanja, ...]
    unit: bool
    """Whether this is a sub-unit."""


def pemegang(p: Penulis) -> list[Pemegang]:
    """All holders of agreements: the head, the secretary, the heads of sub-units."""
    body, staff, budget = p.fakta.badan, p.fakta.kepegawaian, p.fakta.anggaran
    head = staff.pimpinan
    found = [Pemegang("kepala", body.pimpinan, head.nama, head.nip, body.atasan, staff.atasan, p.fakta.sasaran, budget.program, False)]
    units = units_of(body)
    every = tuple(goal for goals in p.fakta.sasaran_unit for goal in goals)
    if body.kpu:
        secretary = staff.sekretaris
        lines = budget.program[::-1] if p.pilih.kira(0.5) else budget.kegiatan()
        found.append(
            Pemegang("sekretaris", body.sekretaris, secretary.nama, secretary.nip, body.pimpinan, head.nama, every[:5], lines, True)
        )
    for unit, person, goals in zip(units, staff.kasubbag, p.fakta.sasaran_unit, strict=True):
        lines = tuple(line for line in budget.kegiatan() if ".".join(line.jalur) in unit.belanja)
        lines = lines or _share(unit, units, tuple(line for line in budget.kegiatan() if line.jalur[0] in unit.belanja))
        under = found[1] if unit.nama.startswith("Subbagian") and len(found) > 1 else found[0]
        found.append(Pemegang(unit.nama, person.jabatan, person.nama, person.nip, under.jabatan, under.nama, goals, lines, True))
    return found


def _share(unit: PolaUnit, units: list[PolaUnit], lines: tuple[Belanja, ...]) -> tuple[Belanja, ...]:
    """Sub-units of one kind divide the kegiatan of their program among themselves."""
    alike = [other.nama for other in units if other.belanja == unit.belanja and other.nama.split()[0] == unit.nama.split()[0]]
    return lines[alike.index(unit.nama) :: len(alike)]


def perjanjian(p: Penulis, holder: Pemegang, year: int, date: str, amount: str, label: str = "") -> None:
    """One agreement: cover page with the oath, table, budget list, place, date and names."""
    body = p.fakta.badan
    key = f"{holder.kunci} {year} {amount}"
    title = f"PERJANJIAN KINERJA {label}TAHUN {year}"
    place = f"{body.tempat}, {tanggal(date)}"
    p.draf.perjanjian[key] = {
        "tahun": year,
        "unit": holder.jabatan,
        "pihak_pertama": {"nama": holder.nama, "jabatan": holder.jabatan},
        "pihak_kedua": {"nama": holder.nama_atasan, "jabatan": holder.atasan},
        "tempat": body.tempat,
        "tanggal": date,
    }
    p.add(PageBreak(), Letterhead(_letterhead(p)), Heading(0, title, listed=False), Paragraph(p.pilih.satu(*SUMPAH)))
    p.add(Fields((("Nama", holder.nama), ("Jabatan", holder.jabatan))), Paragraph("Selanjutnya disebut pihak pertama"))
    p.add(
        Fields((("Nama", holder.nama_atasan), ("Jabatan", holder.atasan))),
        Paragraph("Selaku atasan pihak pertama, selanjutnya disebut pihak kedua"),
    )
    p.add(Paragraph(p.pilih.satu(*JANJI)), Paragraph(p.pilih.satu(*JANJI_KEDUA)))
    signer = ("Pihak Pertama,", "", holder.nama, *([f"NIP. {holder.nip}"] if holder.nip else []))
    p.add(Signature((("Pihak Kedua,", "", holder.nama_atasan), signer), place))
    if p.pilih.kira(0.12):
        p.add(Stamp(body.singkat.upper()))
    p.add(PageBreak(), Heading(0, title, listed=False), Paragraph(holder.jabatan.upper(), "tebal"))
    kinerja.tabel_pk(p, holder.sasaran, year, key, "", unit_goals=holder.unit)
    if holder.belanja:
        level = "kegiatan" if holder.unit and holder.belanja[0].tingkat == "kegiatan" else "program"
        kinerja.tabel_pk_anggaran(p, uang.pk_lines(p, holder.belanja, amount), key, level)
    p.add(Signature(((f"{holder.atasan},", "", holder.nama_atasan), (f"{holder.jabatan},", "", holder.nama)), place))


def _letterhead(p: Penulis) -> tuple[str, ...]:
    body = p.fakta.badan
    lines = (body.pemerintah.upper(), body.singkat.upper()) if body.pemerintah else (body.panjang.upper(),)
    return (*lines, f"Jalan Contoh Nomor {1 + p.fakta.nomor % 90}, {body.tempat}")


def lampiran(p: Penulis) -> None:
    """The appendices of a report."""
    p.tabel_lepas = True
    p.depan("lampiran")
    holders = pemegang(p)
    count = {"small": 1, "normal": p.pilih.draw.choice((1, 2, 3, len(holders))), "large": len(holders)}[p.ukuran]
    revised = p.besar and p.fakta.anggaran.awal != p.fakta.anggaran.pagu and p.pilih.kira(0.3)
    for holder in holders[:count]:
        perjanjian(p, holder, p.tahun, p.fakta.tanggal_pk, "awal" if revised else "pagu")
    if revised:
        for holder in holders[: min(2, count)]:
            perjanjian(p, holder, p.tahun, p.fakta.tanggal_revisi, "pagu", p.pilih.satu("REVISI ", "PERUBAHAN "))
    if p.besar and p.pilih.kira(0.25 if p.ukuran == "normal" else 0.6):
        for holder in holders[: 1 if p.ukuran == "normal" else count]:
            perjanjian(p, holder, p.tahun + 1, p.fakta.tanggal_pk_depan, "depan")
    if p.pilih.kira(0.35):
        rencana_aksi(p, p.tahun)


def rencana_aksi(p: Penulis, year: int) -> None:
    """The action plan on landscape pages."""
    body = p.fakta.badan
    p.add(
        PageBreak(landscape=True), Heading(0, f"RENCANA AKSI KINERJA TAHUN {year}", listed=False), Paragraph(body.panjang.upper(), "tebal")
    )
    rencana.tabel_rak(p, p.fakta.sasaran, p.fakta.anggaran.kegiatan(), "", "pagu", year)
    _signed(p, p.fakta.tanggal_pk)
    p.add(PageBreak())


def _signed(p: Penulis, date: str) -> None:
    body, head = p.fakta.badan, p.fakta.kepegawaian.pimpinan
    p.add(Signature(((f"{body.pimpinan},", "", head.nama),), f"{body.tempat}, {tanggal(date)}"))


def rencana_kinerja(p: Penulis) -> None:
    """The annual plan as a document of its own."""
    body = p.fakta.badan
    title = p.pilih.satu("RENCANA KINERJA TAHUNAN", "RENCANA KERJA TAHUNAN (RKT)")
    p.add(PageBreak(landscape=True), Heading(0, f"{title} TAHUN {p.tahun}", listed=False), Paragraph(body.panjang.upper(), "tebal"))
    rkt(p, "")
    _signed(p, p.fakta.tanggal_pk)


def berkas_rencana(p: Penulis) -> list[str]:
    """A bundle of planning documents without a report; gives the kinds of documents in it."""
    body = p.fakta.badan
    p.tabel_lepas = True
    kinds: list[str] = []
    p.add(Cover(("DOKUMEN PERENCANAAN KINERJA", body.panjang.upper(), f"TAHUN {p.tahun}"), "SIMULASI"))
    if p.pilih.kira(0.7):
        kinds.append("iku")
        p.add(PageBreak(), Heading(0, f"INDIKATOR KINERJA UTAMA TAHUN {p.tahun}", listed=False), Paragraph(body.panjang.upper(), "tebal"))
        kinerja.tabel_iku(p, p.fakta.sasaran, "")
        _signed(p, p.fakta.tanggal_pk)
    kinds += ["rkt", "rak"]
    rencana_kinerja(p)
    rencana_aksi(p, p.tahun)
    holders: Sequence[Pemegang] = pemegang(p)[: p.pilih.draw.randint(0, 3)]
    for holder in holders:
        perjanjian(p, holder, p.tahun, p.fakta.tanggal_pk, "pagu")
    return [*kinds, "pk"] if holders else kinds
