"""Small satker-years for the examples of the checks: what matters is said, the rest is filled in. Names and figures are invented."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Literal

from extractor.checks.case import Case
from extractor.checks.views.statements import statements
from extractor.model import (
    Alat,
    Angka,
    Bab,
    Banding,
    BarisAnggaran,
    BarisCapaian,
    BarisPK,
    BarisRealisasi,
    CapaianKinerja,
    Dokumen,
    JenisDokumen,
    Kepegawaian,
    Klaim,
    LaporanSatker,
    Pegawai,
    PerjanjianKinerja,
    Pihak,
    RealisasiAnggaran,
    RekapPegawai,
    Satker,
    Sebutan,
    Sidik,
    Sumber,
    Tabel,
    Target,
    Terbilang,
)
from extractor.paragraphs import paragraph
from extractor.values.numbers import read_amount, read_percent
from extractor.values.target import read_target
from extractor.values.terbilang import read_terbilang

DOCUMENT = "0" * 12
YEAR = 2024
OWN = Satker(nama="KPU Kabupaten Contoh", tingkat="kabupaten", wilayah="Contoh", keyakinan=1)


def report(kind: JenisDokumen = "lain", **parts: Any) -> LaporanSatker:
    """A satker-year of 2024 with these parts."""
    document = Dokumen(id=DOCUMENT, berkas="laporan.txt", sha256="0" * 64, jenis=[kind], halaman=1, metode_baca="teks")
    given = {"tahun": YEAR, "dokumen": [document], "satker": OWN, **parts}
    return LaporanSatker(alat=Alat(nama="lkj-extractor", versi="0"), **given)


def neighbour(other: LaporanSatker) -> Banding:
    """What another satker-year offers to be compared with; its file has another name."""
    files = {document.id: f"lain-{other.tahun}.txt" for document in other.dokumen}
    return Banding(
        slug="", satker=other.satker, tahun=other.tahun, berkas=files, pernyataan=Case(other).view(statements),
        paragraf=[part for document in other.dokumen if document.sidik for part in document.sidik.paragraf],
    )  # fmt: skip


def place(line: int, table: str | None = None, cell: tuple[int, int] | None = None) -> Sumber:
    """One line of the text."""
    return Sumber(dokumen=DOCUMENT, baris=(line, line), tabel=table, sel=cell)


def table(text: str, name: str = "T01", kind: str = "lain", header: int = 1, first: int = 1, **more: Any) -> Tabel:
    """A table printed with ``|`` between its cells; the first ``header`` lines are its header."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    body = lines[header:]
    return Tabel(
        id=name, dokumen=DOCUMENT, jenis=kind, keyakinan=1, kepala=lines[:header], baris=body,
        sumber=Sumber(dokumen=DOCUMENT, baris=(first, first + len(lines))),
        sumber_baris=[place(first + header + i) for i in range(len(body))], **more,
    )  # fmt: skip


def amount(text: str, line: int, cell: tuple[int, int] | None = None, table_id: str | None = None) -> Angka:
    """A rupiah figure."""
    return Angka(mentah=text, nilai=read_amount(text), satuan="rupiah", sumber=place(line, table_id, cell))


def target(text: str) -> Target:
    """A target, realisation or achievement."""
    reading = read_target(text)
    return Target(mentah=text, jenis=reading.jenis, nilai=reading.nilai, satuan=reading.satuan)


Level = Literal["program", "kegiatan", "ro", "total"]


def spending(rows: Sequence[tuple[str, Level, str, str, str]], name: str = "T01", year: int = YEAR, first: int = 1) -> RealisasiAnggaran:
    """Budget lines: name, level, pagu, realisasi, percent as printed ("" for none); one line of text each."""
    lines = []
    for at, (label, level, pagu, spent, share) in enumerate(rows):
        line = first + 1 + at
        percent: Decimal | None = read_percent(share) if share else None
        lines.append(
            BarisRealisasi(
                tahun=year, uraian=label, tingkat=level, sumber=place(line, name),
                pagu=amount(pagu, line, (at, 1), name) if pagu else None,
                realisasi=amount(spent, line, (at, 2), name) if spent else None,
                persen=Angka(mentah=share, nilai=percent, satuan="%", sumber=place(line, name, (at, 3))) if share else None,
            )
        )  # fmt: skip
    return RealisasiAnggaran(id=f"{name}-realisasi", dokumen=DOCUMENT, tabel=name, baris=lines)


def achievements(*rows: tuple[str, str, str, str], name: str = "T01", year: int = YEAR, first: int = 1) -> CapaianKinerja:
    """Indicators: name, target, realisasi, capaian as printed; one line of text each."""
    lines = [
        BarisCapaian(
            tahun=year, indikator=label, target=target(aim), realisasi=target(reached), capaian=target(share),
            sumber=place(first + 1 + at, name),
        )
        for at, (label, aim, reached, share) in enumerate(rows)
    ]  # fmt: skip
    return CapaianKinerja(id=f"{name}-capaian", dokumen=DOCUMENT, tabel=name, baris=lines)


def person(name: str, nip: str | None = None, line: int = 1, **more: Any) -> Pegawai:
    """One row of a staff list."""
    return Pegawai(nama=name, nip=nip, status=more.pop("status", "PNS"), sumber=place(line), **more)


def recap(dimension: Any, label: str, count: int, line: int, table_id: str | None = None) -> RekapPegawai:
    """One count of staff."""
    source = place(line, table_id)
    return RekapPegawai(dimensi=dimension, label=label, jumlah=Angka(mentah=str(count), nilai=count, sumber=source), sumber=source)


def staff(listed: Sequence[Pegawai] = (), counted: Sequence[RekapPegawai] = (), **parts: Any) -> LaporanSatker:
    """A satker-year with this staff."""
    return report(pegawai=Kepegawaian(daftar=list(listed), rekap=list(counted)), **parts)


def claim(
    sentence: str, raw: str, value: int | Decimal, words: str | None = None, kind: Any = "jumlah", line: int = 1, subject: str | None = None
) -> Klaim:
    """A figure in prose, with its words in brackets."""
    spelled = Terbilang(mentah=words, nilai=read_terbilang(words)) if words else None
    source = place(line)
    return Klaim(
        jenis=kind, nilai=Angka(mentah=raw, nilai=value, sumber=source), terbilang=spelled, subjek=subject, kalimat=sentence, sumber=source
    )


def agreement(
    *rows: tuple[str, str], unit: str = "Ketua KPU Kabupaten Contoh", first: int = 1, year: int = YEAR, date: str | None = None,
    budget: Sequence[tuple[str, str]] = (), first_party: str | None = None, second_party: str | None = None,
) -> PerjanjianKinerja:  # fmt: skip
    """A performance agreement: indicators with their targets, budget lines with their amounts."""
    name = f"PK{first}"
    lines = [BarisPK(indikator=label, target=target(aim), sumber=place(first + at, name)) for at, (label, aim) in enumerate(rows)]
    money = [
        BarisAnggaran(uraian=label, jumlah=amount(text, first + 10 + at, (at, 1), f"{name}A"), sumber=place(first + 10 + at))
        for at, (label, text) in enumerate(budget)
    ]
    return PerjanjianKinerja(
        id=f"{name}-pk", dokumen=DOCUMENT, tabel=name, tahun=year, unit=unit, tanggal=date, baris=lines, anggaran=money,
        pihak_pertama=Pihak(nama=first_party), pihak_kedua=Pihak(nama=second_party),
    )  # fmt: skip


def second_document(apart: Sequence[PerjanjianKinerja], within: Sequence[PerjanjianKinerja]) -> LaporanSatker:
    """A satker-year of a report with some agreements, and of a document with others alone."""
    whole = report("lkj")
    own = whole.dokumen[0].id
    other = whole.dokumen[0].model_copy(update={"id": "1" * 12, "berkas": "pk.txt", "sha256": "1" * 64, "jenis": ["pk"]})
    moved = [type(block).model_validate_json(block.model_dump_json().replace(own, other.id)) for block in apart]
    return whole.model_copy(update={"dokumen": [whole.dokumen[0], other], "perjanjian_kinerja": [*moved, *within]})


def with_text(text: str, **parts: Any) -> LaporanSatker:
    """A satker-year with one paragraph."""
    whole = report(**parts)
    told = paragraph(text, whole.satker.kode_wilayah, lambda: place(30))
    whole.dokumen[0].sidik = Sidik(kata="", angka="", paragraf=[told] if told else [])
    return whole


def chapters(*titles: tuple[str, str]) -> list[Bab]:
    """Chapters with their numbers."""
    return [Bab(dokumen=DOCUMENT, tingkat=1, nomor=number, judul=title, sumber=place(10 + at)) for at, (number, title) in enumerate(titles)]


def mention(kind: Any, text: str, value: str | None = None, about: str | None = None, line: int = 1) -> Sebutan:
    """Something that the text names."""
    return Sebutan(dokumen=DOCUMENT, jenis=kind, teks=text, nilai=value, keterangan=about, sumber=place(line))
