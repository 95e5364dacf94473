"""The chapters of a laporan kinerja."""

from collections.abc import Callable
from decimal import Decimal

from corpus.fakta.anggaran import Belanja
from corpus.fakta.kinerja import Sasaran
from corpus.isi import t_anggaran as uang
from corpus.isi import t_kinerja as kinerja
from corpus.isi import t_lain as lain
from corpus.isi import t_pegawai as pegawai
from corpus.isi import t_rencana as rencana
from corpus.isi.draf import Tabel
from corpus.isi.gaya import Hitung, Kalimat, Persen, Uang, Ukur, tanggal
from corpus.isi.penulis import Penulis
from corpus.kata.kalimat import BUTIR_DASAR, BUTIR_TUGAS, JUDUL, SISTEMATIKA
from corpus.naskah import Contents, Cover, Picture, Signature


def muka(p: Penulis) -> None:
    """Cover, foreword, summary, contents."""
    body = p.fakta.badan
    title = p.pilih.satu(
        "LAPORAN KINERJA", "LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)", "LAPORAN KINERJA (LKj)", "LAPORAN AKUNTABILITAS KINERJA"
    )
    lines = [title, body.panjang.upper(), f"TAHUN {p.tahun}"]
    if body.kode_satker and p.pilih.kira(0.8):
        lines.append(f"KODE SATKER {body.kode_satker}")
        p.kode_tercetak = True
    p.add(Cover(tuple(lines), "SIMULASI"))
    parts: list[Callable[[Penulis], None]] = [_pengantar, _ikhtisar, _isi]
    if p.pilih.kira(0.3):
        parts = [_pengantar, _isi, _ikhtisar]
    for part in parts:
        part(p)


def _pengantar(p: Penulis) -> None:
    p.depan("pengantar")
    p.alinea(p.kalimat("kata_pengantar"))
    p.isian("kata_pengantar_2", 2)
    if p.besar:
        p.isian("kata_pengantar_2", 1)
    body = p.fakta.badan
    place = f"{body.tempat}, {tanggal(p.fakta.tanggal_laporan)}"
    head = p.fakta.kepegawaian.pimpinan
    post = f"{body.pimpinan},"
    lines = (post, "", head.nama) if not head.nip else (post, "", head.nama, f"NIP. {head.nip}")
    p.add(Signature((lines,), place))


def reached(p: Penulis) -> tuple[int, int]:
    """How many indicators met their target, of how many."""
    found = [i for goal in p.fakta.sasaran for i in goal.indikator]
    values = [i.capaian(p.tahun, 2) for i in found]
    return sum(value is not None and value >= 100 for value in values), len(found)


def kalimat_total(p: Penulis) -> Kalimat:
    """Pagu, realisasi and percent of the whole year in a sentence."""
    budget = p.fakta.anggaran
    spelled = p.pilih.kira(0.6)
    pagu = Uang(budget.pagu, budget.pagu if spelled else None)
    spent = Uang(budget.realisasi, budget.realisasi if spelled and p.pilih.kira(0.5) else None)
    return p.kalimat("anggaran_total", "anggaran total", pagu=pagu, realisasi=spent, persen=uang.bagian(p, budget.realisasi, budget.pagu))


def _ikhtisar(p: Penulis) -> None:
    p.depan("ikhtisar")
    met, count = reached(p)
    goals = len(p.fakta.sasaran)
    p.alinea(
        p.kalimat("ikhtisar_indikator", "hitungan", sasaran=Hitung(goals, goals), indikator=Hitung(count, count)),
        p.kalimat("ikhtisar_tercapai", "tercapai", tercapai=Hitung(met, met)),
    )
    p.alinea(kalimat_total(p))
    if p.besar:
        p.isian("lain", 3)


def _isi(p: Penulis) -> None:
    p.depan("isi")
    p.add(Contents(depth=2, leader=p.pilih.satu(".", ".", " ")))
    if p.besar and p.pilih.kira(0.3) and "Tabel" in p.pilih.judul_tabel:
        p.depan("daftar_tabel")
        p.add(Contents(tables=True))


def pendahuluan(p: Penulis) -> None:
    """BAB I."""
    p.bab_baru("bab1")
    p.sub_bab("latar")
    for _ in range(3 if p.besar else 2):
        p.isian("latar", 2)
    if p.pilih.kira(0.5):
        p.sub_bab("dasar")
        p.alinea("Laporan ini disusun berdasarkan:")
        p.butir(BUTIR_DASAR, "1.")
    if p.pilih.kira(0.5):
        p.sub_bab("tujuan")
        p.isian("latar", 2)
    p.sub_bab("tugas")
    p.alinea(f"Tugas {p.fakta.badan.singkat} meliputi:")
    p.butir(BUTIR_TUGAS[-p.pilih.draw.randint(4, 8) :])
    p.sub_bab("struktur")
    _struktur(p)
    if p.pilih.kira(0.3):
        p.rincian("Sarana dan Prasarana")
        lain.tabel_sarana(p)
    if p.pilih.kira(0.4):
        p.sub_bab("isu")
        p.isian("lain", 3)
    if p.pilih.kira(0.75):
        _sistematika(p)


def _struktur(p: Penulis) -> None:
    staff, body = p.fakta.kepegawaian, p.fakta.badan
    head, secretary = staff.pimpinan.nama, staff.sekretaris.nama.rstrip(".")
    p.alinea(f"{body.singkat} dipimpin oleh {head} dengan dukungan sekretariat yang dipimpin oleh {secretary}.")
    if p.besar and p.pilih.kira(0.4):
        p.add(Picture(f"Gambar {p.bab}.1 Bagan Organisasi", (body.pimpinan, body.sekretaris, *(k.jabatan for k in staff.kasubbag))))
    if staff.anggota and p.pilih.kira(0.5):
        pegawai.tabel_divisi(p, staff.anggota, f"Pembagian Tugas Anggota {body.singkat}")
    p.rincian(p.judul("pegawai"))
    p.alinea(pegawai.kalimat_total(p))
    if p.pilih.kira(0.6):
        p.alinea("Susunan pegawai menurut status adalah sebagai berikut:")
        p.butir(pegawai.kalimat_rekap(p, "status"))
    if p.pilih.kira(0.65):
        p.alinea(p.kalimat("pengantar_tabel"))
        pegawai.tabel_daftar(p, f"Daftar Pegawai {body.singkat} Tahun {p.tahun}")
    for dimension, words in (("status", "Status"), ("golongan", "Golongan"), ("pendidikan", "Pendidikan"), ("subbagian", "Unit Kerja")):
        if p.pilih.kira(0.35):
            p.alinea(f"Keadaan pegawai menurut {words.lower()} tampak pada tabel berikut.")
            everybody = not staff.anggota or (p.dengan_anggota and dimension == "status")
            who = "PNS" if dimension == "golongan" else "Pegawai" if everybody else "Pegawai Sekretariat"
            pegawai.tabel_rekap(p, dimension, f"Jumlah {who} Menurut {words} Tahun {p.tahun}")
        elif p.pilih.kira(0.2) and dimension != "status":
            who = "pegawai negeri sipil" if dimension == "golongan" else "pegawai sekretariat" if staff.anggota else "pegawai"
            p.alinea(f"Menurut {words.lower()}, {who} terdiri dari:")
            p.butir(pegawai.kalimat_rekap(p, dimension))


def _sistematika(p: Penulis) -> None:
    p.sub_bab("sistematika")
    p.alinea("Laporan ini disajikan dengan urutan sebagai berikut:")
    for number, key in (("I", "bab1"), ("II", "bab2"), ("III", "bab3"), ("IV", "bab4")):
        p.tebal(f"BAB {number} {JUDUL[key][0]}")
        p.alinea(p.pilih.satu(*SISTEMATIKA[number]))


def perencanaan(p: Penulis) -> None:
    """BAB II."""
    body, year = p.fakta.badan, p.tahun
    p.bab_baru("bab2")
    p.sub_bab("renstra")
    p.isian("renstra", 2)
    if p.besar and p.pilih.kira(0.6):
        p.alinea("Sasaran yang hendak dicapai adalah:")
        p.butir([goal.teks + ";" for goal in p.fakta.sasaran])
    if p.pilih.kira(0.35):
        p.sub_bab("iku")
        p.alinea(p.kalimat("pengantar_tabel"))
        kinerja.tabel_iku(p, p.fakta.sasaran, f"Indikator Kinerja Utama {body.singkat}")
    if p.pilih.kira(0.4):
        p.sub_bab("rkt")
        p.alinea("Rencana kinerja menjabarkan sasaran ke dalam kegiatan tahun berjalan.", p.kalimat("pengantar_tabel"))
        rkt(p, f"Rencana Kinerja Tahunan {body.singkat} Tahun {year}")
    p.sub_bab("pk")
    p.alinea(f"Perjanjian kinerja tahun {year} ditandatangani oleh {body.pimpinan}.", p.kalimat("pengantar_tabel"))
    p.draf.perjanjian["badan"] = {"tahun": year, "unit": body.nama}
    kinerja.tabel_pk(p, p.fakta.sasaran, year, "badan", f"Perjanjian Kinerja {body.singkat} Tahun {year}")
    if p.pilih.kira(0.6):
        uang.pk_lines(p, p.fakta.anggaran.program, "pagu")
        kinerja.tabel_pk_anggaran(p, uang.pk_lines(p, p.fakta.anggaran.program, "pagu"), "badan", "program")
    p.sub_bab("anggaran_rencana")
    budget = p.fakta.anggaran
    p.alinea(p.kalimat("anggaran_pagu", "anggaran total", pagu=Uang(budget.pagu, budget.pagu if p.pilih.kira(0.4) else None)))
    if body.kode_satker and p.pilih.kira(0.4):
        p.alinea(f"Anggaran tersebut tercantum dalam DIPA Nomor SP DIPA-076.01.2.{body.kode_satker}/{year}.")
        p.kode_tercetak = True
    if budget.awal != budget.pagu and p.pilih.kira(0.5):
        p.alinea(p.kalimat("anggaran_revisi", "anggaran awal", awal=Uang(budget.awal), pagu=Uang(budget.pagu)))
    if p.pilih.kira(0.5):
        uang.tabel_pagu(p, f"Alokasi Anggaran {body.singkat} Tahun {year}")


def rkt(p: Penulis, title: str) -> Tabel:
    """The annual plan with the budget of its activities."""
    budget = p.fakta.anggaran
    if p.pilih.kira(0.35):
        return rencana.tabel_rkt_pohon(p, p.fakta.sasaran, [(uang.kode(budget, x, "sedang"), x) for x in budget.program], title, p.tahun)
    lines = [(uang.kode(budget, line, "sedang"), line) for line in budget.kegiatan()]
    return rencana.tabel_rkt(p, p.fakta.sasaran, lines, title, "pagu", p.tahun)


def akuntabilitas(p: Penulis) -> None:
    """BAB III."""
    body, year = p.fakta.badan, p.tahun
    p.bab_baru("bab3")
    p.sub_bab("capaian")
    met, _ = reached(p)
    p.alinea("Capaian dihitung dengan membandingkan realisasi terhadap target.", p.kalimat("pengantar_tabel"))
    kinerja.tabel_capaian(p, p.fakta.sasaran, f"Capaian Kinerja {body.singkat} Tahun {year}")
    p.alinea(p.kalimat("ikhtisar_tercapai", "tercapai", tercapai=Hitung(met, met)))
    if p.pilih.kira(0.55):
        p.sub_bab("perbandingan")
        p.alinea(p.kalimat("pengantar_tabel"))
        kinerja.tabel_banding(p, p.fakta.sasaran, f"Perbandingan Capaian Kinerja Tahun {year - 1} dan {year}")
    if p.besar:
        _analisis(p)
    p.sub_bab("realisasi")
    _realisasi(p)
    if p.pilih.kira(0.3):
        p.sub_bab("efisiensi")
        p.isian("lain", 3)
        if p.pilih.kira(0.6):
            lain.tabel_efisiensi(p)


def _analisis(p: Penulis) -> None:
    p.sub_bab("analisis")
    small = p.pilih.kira(0.35) and p.pilih.cara != "pita"
    for number, goal in enumerate(p.fakta.sasaran, 1):
        p.rincian(goal.teks)
        if small:
            kinerja.tabel_capaian(p, [goal], f"Capaian Sasaran {number} Tahun {p.tahun}", first=number)
        _indikator(p, goal)
        if p.fakta.badan.kpu and number == 1 and p.pilih.kira(0.5):
            p.alinea("Jumlah pemilih dan tempat pemungutan suara di setiap kecamatan tercantum pada tabel berikut.")
            lain.tabel_pemilih(p)


def _indikator(p: Penulis, goal: Sasaran) -> None:
    for indicator in goal.indikator:
        value = kinerja.capai(p, indicator, p.tahun)
        numbers = {
            "target": _prosa(kinerja.ukur(indicator, indicator.janji(p.tahun))),
            "realisasi": _prosa(kinerja.ukur(indicator, indicator.nyata(p.tahun))),
            "capaian": _prosa(value),
        }
        topic = "capaian_belum" if value.jenis == "lain" else "capaian_indikator"
        sentences = [p.kalimat(topic, "capaian", indikator=indicator.teks, **numbers)]
        if p.pilih.kira(0.5):
            last = _prosa(kinerja.ukur(indicator, indicator.nyata(p.tahun - 1)))
            sentences.append(p.kalimat("capaian_lalu", "capaian lalu", lalu=str(p.tahun - 1), lalu_hasil=last))
        p.alinea(*sentences, *(p.kalimat("capaian_sebab") for _ in range(1 + (p.ukuran == "large"))))
        for _ in range({"small": 0, "normal": 2, "large": 7}[p.ukuran]):
            p.isian("lain", 3)


def _prosa(value: Ukur) -> Persen | Ukur:
    """Percents are claims in prose, other measures are not."""
    if value.jenis == "persen" and isinstance(value.nilai, Decimal):
        return Persen(value.nilai)
    return value


def _realisasi(p: Penulis) -> None:
    body, year, budget = p.fakta.badan, p.tahun, p.fakta.anggaran
    p.alinea(kalimat_total(p), p.kalimat("pengantar_tabel"))
    title = f"Realisasi Anggaran {body.singkat} Tahun {year}"
    uang.tabel_realisasi(p, title)
    for program in budget.program:
        if p.pilih.kira(0.6):
            values = {
                "pagu": Uang(program.pagu),
                "realisasi": Uang(program.realisasi),
                "persen": uang.bagian(p, program.realisasi, program.pagu),
            }
            p.alinea(p.kalimat("anggaran_program", f"anggaran {program.kode}", uraian=program.nama, **values))
    if p.pilih.kira(0.3):
        p.alinea("Rincian anggaran setiap program adalah sebagai berikut:")
        p.butir([_butir_program(p, program) for program in budget.program], "1.")
    if p.pilih.kira(0.5):
        _lalu(p)
    if p.besar and p.pilih.realisasi != "dua_tahun" and p.pilih.kira(0.4):
        uang.tabel_dua_tahun(p, f"Perbandingan Realisasi Anggaran Tahun {year - 1} dan {year}")
    if p.besar and p.pilih.kira(0.25):
        other = p.pilih.satu("program", "ro", "kurung", "sisa", "gabungan", "program_kegiatan")
        uang.tabel_realisasi(p, f"Rincian Realisasi Anggaran Tahun {year}", other)


def _butir_program(p: Penulis, program: Belanja) -> Kalimat:
    many = len(program.anak)
    return p.kalimat("anggaran_butir", "butir program", uraian=program.nama, pagu=Uang(program.pagu), banyak=Hitung(many, many))


def _lalu(p: Penulis) -> None:
    last, now = p.fakta.lalu, p.fakta.anggaran
    before, today = uang.bagian(p, last.realisasi, last.pagu), uang.bagian(p, now.realisasi, now.pagu)
    year = str(p.tahun - 1)
    p.alinea(p.kalimat("anggaran_lalu", "anggaran lalu", lalu=year, pagu=Uang(last.pagu), realisasi=Uang(last.realisasi), persen=before))
    if before.nilai != today.nilai:
        words = ("meningkat", "naik") if today.nilai > before.nilai else ("menurun", "turun")
        p.alinea(p.kalimat("anggaran_naik", "anggaran arah", lalu=year, arah=p.pilih.satu(*words), persen_lalu=before, persen=today))


def penutup(p: Penulis) -> None:
    """BAB IV."""
    p.bab_baru("bab4")
    two = p.pilih.kira(0.7)
    if two:
        p.sub_bab("simpulan")
    p.isian("penutup", 2)
    if p.pilih.kira(0.5):
        p.alinea(kalimat_total(p))
    if two:
        p.sub_bab("saran")
        p.isian("penutup", 2)
