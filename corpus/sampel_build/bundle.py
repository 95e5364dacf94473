"""Report 3: the planning documents of an election commission's kota in one file, without a report around them."""

from corpus.naskah import (
    Block,
    Cell,
    Cover,
    Fields,
    Heading,
    Letterhead,
    PageBreak,
    Paragraph,
    Report,
    Row,
    Signature,
    Table,
    heads,
    merged,
    plain,
)
from corpus.printed import grouped, rupiah
from corpus.sampel_build import bundle_facts as facts
from corpus.sampel_build.bundle_truth import truth
from corpus.sampel_build.facts import agreement_rows

LETTERHEAD = Letterhead(("KOMISI PEMILIHAN UMUM", "KOTA SINGKAWANG", "Jalan Simulasi Nomor 12, Singkawang (alamat rekaan)"))
CHAIR = Signature((("Ketua Komisi Pemilihan Umum", "Kota Singkawang,", "", facts.CHAIR),), facts.DATELINE)


def report() -> Report:
    """The whole bundle with its truth."""
    agreements = [block for holder in facts.HOLDERS for block in _agreement(holder)]
    return Report(
        name="3-perencanaan-kpu-kota",
        title="Dokumen Perencanaan Kinerja KPU Kota Singkawang Tahun 2025",
        running="",
        footer="Dokumen Perencanaan Kinerja KPU Kota Singkawang Tahun 2025",
        style="kota",
        blocks=(*_front(), *_indicators(), *_plan(), *_actions(), *agreements),
        truth=truth(),
    )


def _front() -> tuple[Block, ...]:
    return (Cover(("DOKUMEN PERENCANAAN KINERJA", "TAHUN 2025", "KOMISI PEMILIHAN UMUM", "KOTA SINGKAWANG"), "SIMULASI"),)


def _indicators() -> tuple[Block, ...]:
    rows = [plain(str(n), *texts, aligns="c") for n, texts in enumerate(facts.INDICATORS, 1)]
    table = Table(
        head=(heads("No", "Indikator Kinerja Utama", "Cara Penghitungan", "Sumber Data"),),
        rows=tuple(rows),
        widths=(6, 32, 40, 22),
    )
    return (
        PageBreak(),
        LETTERHEAD,
        Heading(0, "INDIKATOR KINERJA UTAMA TAHUN 2025", listed=False),
        Paragraph("KOMISI PEMILIHAN UMUM KOTA SINGKAWANG", "tebal"),
        table,
        CHAIR,
    )


def _plan() -> tuple[Block, ...]:
    groups = []
    for goal, lines in facts.PLAN:
        rows = [
            plain(i.text, i.target, code, name, grouped(amount), aligns="lcllr")
            for i, (code, name, amount) in zip(goal.indicators, lines, strict=True)
        ]
        groups.append(((goal.number, goal.text), rows))
    table = Table(
        head=(heads("No", "Sasaran", "Indikator Kinerja", "Target", "Kode", "Kegiatan", "Anggaran (Rp)"),),
        rows=merged(groups, aligns="c"),
        widths=(5, 19, 22, 9, 14, 17, 14),
        text_breaks=(5,),
    )
    return (
        PageBreak(),
        LETTERHEAD,
        Heading(0, "RENCANA KINERJA TAHUNAN 2025", listed=False),
        Paragraph("KOMISI PEMILIHAN UMUM KOTA SINGKAWANG", "tebal"),
        table,
        CHAIR,
    )


def _actions() -> tuple[Block, ...]:
    top: Row = (
        *(Cell(text, down=2, align="c") for text in ("No", "Sasaran", "Indikator Kinerja", "Target", "Kegiatan")),
        Cell("Bulan", across=12, align="c"),
        *(None,) * 11,
        Cell("Pelaksana", down=2, align="c"),
    )
    below: Row = (*(None,) * 5, *heads(*facts.MONTHS), None)
    groups = []
    for goal, actions in facts.ACTIONS:
        rows = [(*plain(a.indicator, a.target or "", a.activity, aligns="lcl"), *a.ticks(facts.MONTHS, "✓"), Cell(a.doer)) for a in actions]
        groups.append(((goal.number, goal.text), rows))
    table = Table(head=(top, below), rows=merged(groups, aligns="c"), widths=(3.5, 15, 15, 7.5, 15, *(2.9,) * 12, 9.2))
    return (
        PageBreak(landscape=True),
        Heading(0, "RENCANA AKSI KINERJA TAHUN 2025", listed=False),
        Paragraph("KOMISI PEMILIHAN UMUM KOTA SINGKAWANG", "tebal"),
        table,
        CHAIR,
    )


def _agreement(holder: facts.Holder) -> tuple[Block, ...]:
    ruled = len(holder.budget) > 1
    rows = [plain(name, rupiah(amount, facts.AMOUNT), aligns="lr") for _, name, amount in holder.budget]
    parties = Signature(
        (
            ("Pihak Kedua,", f"Sekretaris {facts.BODY},", "", facts.SECRETARY, f"NIP. {facts.SECRETARY_NIP}"),
            ("Pihak Pertama,", f"{holder.unit},", "", holder.name, f"NIP. {holder.nip}"),
        ),
        facts.DATELINE,
    )
    return (
        PageBreak(),
        LETTERHEAD,
        Heading(0, "PERJANJIAN KINERJA TAHUN 2025", listed=False),
        Paragraph("Agar pekerjaan kantor terukur hasilnya, kami yang bertanda tangan di bawah ini:"),
        Fields((("Nama", holder.name), ("Jabatan", holder.post))),
        Paragraph("selanjutnya disebut pihak pertama,"),
        Fields((("Nama", facts.SECRETARY), ("Jabatan", f"Sekretaris {facts.BODY}"))),
        Paragraph("selaku atasan pihak pertama, selanjutnya disebut pihak kedua."),
        Paragraph(
            "Pihak pertama berjanji akan mewujudkan target kinerja pada lembar berikut selama tahun 2025. Pihak kedua akan memberi arahan "
            "dan menilai hasilnya setiap triwulan."
        ),
        parties,
        PageBreak(),
        Heading(0, "PERJANJIAN KINERJA TAHUN 2025", listed=False),
        Paragraph(f"{holder.unit.removeprefix('Kepala ').upper()} KPU KOTA SINGKAWANG", "tebal"),
        Table(
            head=(heads("No", "Sasaran Kegiatan", "Indikator Kinerja", "Target"),),
            rows=agreement_rows(holder.goals),
            widths=(7, 34, 43, 16),
            indexed=True,
        ),
        Table(head=(heads("Kegiatan", "Anggaran"),), rows=tuple(rows), widths=(68, 32), look="kisi" if ruled else "polos"),
        parties,
    )
