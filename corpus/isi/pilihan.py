"""Layout families, and the draws of one office within its family. An office keeps its manner over the years, with small changes."""

from dataclasses import dataclass, field
from random import Random

from corpus.acak import rng
from corpus.fakta.tahun import TahunBadan
from corpus.isi.gaya import Angka
from corpus.kata.kepala import KEPALA

GAYA_ANGKA = {
    "baku": Angka(),
    "rp_strip": Angka(uang_tabel="{},-", uang_prosa="Rp. {},-", uang_pk="Rp. {},-", persen_tabel="{}%"),
    "rp_penuh": Angka(uang_tabel="Rp{}", uang_prosa="Rp{}", uang_pk="Rp{}", persen_tabel="{} %", persen_prosa="{} persen"),
    "sen": Angka(uang_tabel="{},00", uang_prosa="Rp{},00", uang_pk="Rp {},00", persen_tabel="{}", angka_persen=2),
    "inggris": Angka(ribuan=",", desimal=".", uang_tabel="{}", uang_prosa="Rp {}", uang_pk="Rp {}", persen_tabel="{}%", miliar="milyar"),
    "titik": Angka(desimal=".", uang_prosa="Rp {}", uang_pk="Rp. {}", persen_tabel="{}%", persen_prosa="{}%", kata_kapital=True),
    "satu": Angka(angka_persen=1, uang_prosa="Rp{},-", uang_pk="Rp{},-", persen_tabel="{}%", seratus_polos=True),
    "potong": Angka(potong=True, uang_prosa="Rp. {},00", uang_pk="Rp. {},00", persen_tabel="{}", persen_prosa="{} %"),
    "rp_titik": Angka(uang_tabel="Rp. {}", uang_prosa="Rp. {}", uang_pk="Rp. {},-", seratus_polos=True, kata_rupiah=False, miliar="milyar"),
    "bulat": Angka(angka_persen=0, uang_tabel="{}", uang_prosa="Rp {},-", kosong="", kata_kapital=True),
}
"""Conventions for numbers by name."""


@dataclass(frozen=True, slots=True)
class Keluarga:
    """What the reports of one family have in common. Each tuple holds what its offices choose from."""

    nama: str
    sub: tuple[str, ...]
    """Numbers of sub-chapters: huruf "A.", desimal "2.1", desimal_titik "2.1."."""
    bab: tuple[str, ...]
    """Lines of a chapter's heading, parted by |."""
    angka: tuple[str, ...]
    realisasi: tuple[str, ...]
    """Forms of the budget table."""
    cara: tuple[str, ...]
    """How cells over several rows are set."""
    look: tuple[str, ...]
    judul_tabel: tuple[str, ...]
    indeks: tuple[str, ...] = ("", "", "({})", "{}")
    satuan_sendiri: float = 0.2
    """Share of offices with a column of units."""


KELUARGA = (
    Keluarga(
        "klasik",
        ("huruf",),
        ("BAB {n}|{judul}",),
        ("baku", "rp_strip"),
        ("kode", "kode_depan"),
        ("sel",),
        ("kisi",),
        ("Tabel {b}.{k} {judul}", "Tabel {b}.{k}|{judul}"),
    ),
    Keluarga(
        "desimal",
        ("desimal",),
        ("BAB {n}|{judul}", "BAB {n} {judul}"),
        ("sen", "titik"),
        ("uraian", "sisa"),
        ("sel",),
        ("kisi", "garis"),
        ("Tabel {b}.{k}|{judul}", "Tabel {b}.{k}. {judul}"),
    ),
    Keluarga(
        "kurung",
        ("huruf",),
        ("BAB {n}|{judul}",),
        ("rp_strip", "satu"),
        ("kurung", "kode"),
        ("sel", "kosong"),
        ("kisi",),
        ("{judul}", "Tabel {k}. {judul}"),
    ),
    Keluarga(
        "inggris",
        ("huruf", "desimal"),
        ("BAB {n} {judul}",),
        ("inggris",),
        ("kode_depan", "uraian"),
        ("sel",),
        ("kisi", "garis"),
        ("Tabel {k}|{judul}", "Tabel {b}.{k} {judul}"),
    ),
    Keluarga(
        "dua_tahun",
        ("desimal_titik",),
        ("BAB {n}|{judul}",),
        ("baku", "bulat"),
        ("dua_tahun", "kode"),
        ("sel",),
        ("kisi",),
        ("Tabel {b}.{k} {judul}",),
        ("({})",),
    ),
    Keluarga(
        "gabungan",
        ("huruf",),
        ("BAB {n}|{judul}",),
        ("rp_titik", "baku"),
        ("gabungan", "program"),
        ("sel", "kosong"),
        ("kisi",),
        ("{judul}", "Tabel {b}.{k}|{judul}"),
    ),
    Keluarga(
        "tumpuk",
        ("desimal",),
        ("BAB {n}. {judul}", "BAB {n}|{judul}"),
        ("sen", "rp_penuh"),
        ("tumpuk", "uraian"),
        ("tumpuk", "sel"),
        ("kisi",),
        ("Tabel {k} {judul}",),
    ),
    Keluarga(
        "polos",
        ("huruf", "desimal"),
        ("BAB {n}|{judul}",),
        ("rp_penuh", "potong"),
        ("uraian", "program"),
        ("kosong", "ulang"),
        ("garis", "polos", "kepala"),
        ("{judul}", "Tabel {k}. {judul}"),
        ("",),
    ),
    Keluarga(
        "dua_kolom",
        ("huruf",),
        ("BAB {n} - {judul}", "BAB {n}|{judul}"),
        ("titik", "rp_titik"),
        ("program_kegiatan", "sisa"),
        ("sel",),
        ("kisi",),
        ("Tabel {b}.{k}|{judul}", "TABEL {b}.{k} {judul}"),
    ),
    Keluarga(
        "pita",
        ("huruf", "desimal_titik"),
        ("BAB {n}|{judul}",),
        ("potong", "satu"),
        ("pita", "kode"),
        ("sel", "pita"),
        ("kisi",),
        ("Tabel {b}-{k} {judul}", "Tabel {k}|{judul}"),
    ),
    Keluarga(
        "satuan",
        ("desimal",),
        ("BAB {n}|{judul}",),
        ("sen", "baku"),
        ("uraian", "belanja"),
        ("sel", "ulang"),
        ("kisi", "garis"),
        ("Tabel {b}.{k}|{judul}",),
        ("", "{}"),
        0.9,
    ),
    Keluarga(
        "rinci",
        ("huruf",),
        ("BAB {n}|{judul}", "BAB {n} {judul}"),
        ("bulat", "rp_strip"),
        ("kode", "ro"),
        ("ulang", "sel"),
        ("kisi",),
        ("Tabel {b}.{k} {judul}", "{judul}"),
        ("({})", "{}"),
    ),
)
"""The families; a training that leaves some of them out can say so by name."""


@dataclass(slots=True)
class Pilihan:
    """The draws of one report."""

    keluarga: str
    sub: str
    bab: str
    angka: Angka
    nama_angka: str
    realisasi: str
    cara: str
    look: str
    judul_tabel: str
    indeks: str
    satuan_sendiri: bool
    gaya_gelar: int
    draw: Random
    """For what may differ from place to place; drawn from in the order of the report."""
    tetap: dict[str, str] = field(default_factory=dict)
    """Header wordings that the office uses throughout."""

    def kepala(self, key: str, year: int | None = None) -> str:
        """The office's wording of a header."""
        if key not in self.tetap:
            words = KEPALA[key]
            self.tetap[key] = words[0] if self.draw.random() < 0.4 else self.draw.choice(words)
        return self.tetap[key].format(tahun=year) if year else self.tetap[key].replace(" {tahun}", "").replace(" Tahun", "")

    def satu(self, *options: str) -> str:
        """One of several wordings."""
        return self.draw.choice(options)

    def kira(self, chance: float) -> bool:
        """True as often as ``chance`` says."""
        return self.draw.random() < chance


def draw_choices(facts: TahunBadan) -> Pilihan:
    """The office's own manner, and with it a source for what differs within the report."""
    office = rng(facts.seed, facts.nomor, "gaya")
    if rng(facts.seed, facts.nomor, facts.tahun // 3, "gaya").random() < 0.15:
        office = rng(facts.seed, facts.nomor, facts.tahun // 3, "gaya baru")
    family = office.choice(KELUARGA)
    name = office.choice(family.angka)
    return Pilihan(
        keluarga=family.nama,
        sub=office.choice(family.sub),
        bab=office.choice(family.bab),
        angka=GAYA_ANGKA[name],
        nama_angka=name,
        realisasi=office.choice(family.realisasi),
        cara=office.choice(family.cara),
        look=office.choice(family.look),
        judul_tabel=office.choice(family.judul_tabel),
        indeks=office.choice(family.indeks),
        satuan_sendiri=office.random() < family.satuan_sendiri,
        gaya_gelar=office.randint(0, 2),
        draw=rng(facts.seed, facts.nomor, facts.tahun, "isi"),
    )
