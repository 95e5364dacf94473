"""The writer of one report: knows the facts and the office's manner, numbers chapters and tables, and collects the parts."""

from collections.abc import Sequence

from corpus.fakta.kinerja import MULAI, Sasaran
from corpus.fakta.tahun import TahunBadan
from corpus.isi.draf import Alinea, Butir, Draf, Isi, Kolom, Tabel
from corpus.isi.gaya import Kalimat, Nilai
from corpus.isi.pilihan import Pilihan
from corpus.kata.kalimat import JUDUL, KALIMAT
from corpus.naskah import Block, Heading, PageBreak, Paragraph

ROMAWI = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


class Penulis:
    """Collects the parts of a report in their order."""

    def __init__(self, facts: TahunBadan, choices: Pilihan, size: str) -> None:
        self.fakta = facts
        self.pilih = choices
        self.ukuran = size
        self.draf = Draf([], choices.angka)
        self.bab = 0
        self.sub = 0
        self.rinci = 0
        self.tabel_ke = 0
        self.gelar = choices.draw.random() < 0.5
        """Whether sub-chapters are set in capitals."""
        self.tabel_lepas = False
        """Whether tables go without numbers, as in appendices."""
        self.dengan_anggota = bool(facts.kepegawaian.anggota) and choices.draw.random() < 0.5
        """Whether the members of a commission are counted among its people."""
        self.kode_tercetak = False
        """Whether the satker's code is printed."""
        self.topik: dict[str, int] = {}

    @property
    def tahun(self) -> int:
        return self.fakta.tahun

    @property
    def besar(self) -> bool:
        """Whether this is more than a small report."""
        return self.ukuran != "small"

    def add(self, *parts: Block) -> None:
        """Printed blocks as they are."""
        self.draf.bagian += parts

    def judul(self, key: str) -> str:
        """The office's title of a part."""
        text = self.pilih.satu(*JUDUL[key])
        first = self.tahun - (self.tahun % 5)
        return text.format(tahun=self.tahun, awal=first, akhir=first + 4)

    def depan(self, key: str, *, new_page: bool = True) -> None:
        """Front matter or an appendix's title."""
        if new_page:
            self.add(PageBreak())
        self.add(Heading(0, self.judul(key)))

    def bab_baru(self, key: str) -> None:
        """A chapter on a new page."""
        self.bab, self.sub, self.rinci = self.bab + 1, 0, 0
        if "{b}" in self.pilih.judul_tabel:
            self.tabel_ke = 0
        title, number = self.judul(key), ROMAWI[self.bab]
        lines = tuple(line.format(n=number, judul=title) for line in self.pilih.bab.split("|"))
        self.add(PageBreak(), Heading(1, title, number, lines=lines))

    def sub_bab(self, key: str) -> None:
        """A sub-chapter."""
        self.sub, self.rinci = self.sub + 1, 0
        title = self.judul(key)
        title = title.upper() if self.gelar else title
        number = chr(64 + self.sub) if self.pilih.sub == "huruf" else f"{self.bab}.{self.sub}"
        dot = "" if self.pilih.sub == "desimal" else "."
        self.add(Heading(2, title, number, lines=(f"{number}{dot} {title}",)))

    def rincian(self, title: str) -> None:
        """A heading below a sub-chapter."""
        self.rinci += 1
        number = str(self.rinci) if self.pilih.sub == "huruf" else f"{self.bab}.{self.sub}.{self.rinci}"
        dot = "." if self.pilih.sub != "desimal" else ""
        self.add(Heading(3, title, number, lines=(f"{number}{dot} {title}",)))

    def kalimat(self, topic: str, key: str = "", **values: Nilai) -> Kalimat:
        """A sentence on a topic; wordings take turns, so that none is repeated before all were used."""
        pool = KALIMAT[topic]
        at = self.topik.setdefault(topic, self.pilih.draw.randrange(len(pool)))
        self.topik[topic] = at + 1
        common: dict[str, Nilai] = {"badan": self.fakta.badan.singkat, "tahun": str(self.tahun)}
        return Kalimat(pool[at % len(pool)], {**common, **values}, kunci=key)

    def alinea(self, *sentences: Kalimat | str) -> None:
        """A paragraph; a text stands for a sentence without figures."""
        self.draf.bagian.append(Alinea([Kalimat(s) if isinstance(s, str) else s for s in sentences]))

    def isian(self, topic: str, count: int) -> None:
        """A paragraph of so many sentences on a topic."""
        self.alinea(*(self.kalimat(topic) for _ in range(count)))

    def butir(self, sentences: Sequence[Kalimat | str], mark: str = "") -> None:
        """A list."""
        found = [Kalimat(s) if isinstance(s, str) else s for s in sentences]
        self.draf.bagian.append(Butir(found, mark or self.pilih.satu("a.", "1.", "-", "1)", "•")))

    def tebal(self, text: str) -> None:
        """A bold line that is no chapter."""
        self.add(Paragraph(text, "kiri"))

    def tabel(self, table: Tabel) -> Tabel:
        """A table with its number and its place in the report."""
        table.look = table.look if table.look != "kisi" else self.pilih.look
        if table.bernomor and not self.tabel_lepas:
            self.tabel_ke += 1
            number = f"{self.bab}.{self.tabel_ke}"
            shown = self.pilih.judul_tabel.format(b=self.bab, k=self.tabel_ke, judul=table.judul)
            self.draf.nomor[id(table)] = number if "{b}" in self.pilih.judul_tabel else str(self.tabel_ke)
            table.judul = shown.replace("|", "\n")
        if table.gabung and table.cara == "sel":
            table.cara = {"pita": "sel"}.get(self.pilih.cara, self.pilih.cara)
        if table.cara == "tumpuk" and table.jenis not in ("pk", "capaian_kinerja", "iku"):
            table.cara = "sel"
        if not table.indeks and table.jenis not in ("pegawai_rekap", "lain", "pk_anggaran"):
            table.indeks = self.pilih.indeks
        turned = table.lanskap and not self.tabel_lepas and self.besar and self.pilih.kira(0.5)
        self.draf.bagian += [PageBreak(landscape=True), table, PageBreak()] if turned else [table]
        return table

    def kolom(self, key: str, form: str, width: float, align: str = "", **more: object) -> Kolom:
        """A column with the office's wording of its header; a year in the wording only where ``jt`` names one."""
        year = more.pop("jt", None)
        title = self.pilih.kepala(key, year if isinstance(year, int) else None)
        return Kolom(title, form, width, align, **more)  # type: ignore[arg-type]

    def info(self, **more: object) -> Isi:
        """What a table's rows have in common."""
        return {"tahun": self.tahun, "unit": self.fakta.badan.nama, **more}

    def sasaran_tahun(self, goals: Sequence[Sasaran]) -> bool:
        """Whether the goals have figures for the years before."""
        return self.tahun - 2 >= MULAI and bool(goals)
