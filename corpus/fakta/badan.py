"""Which body writes the reports: of all levels of the election commission, of regional governments and of ministries."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random

from corpus.acak import rng
from corpus.kata.nama import TEMPAT_A, TEMPAT_B
from corpus.kata.tema import PolaBelanja, PolaUnit, Tema, themes

JENIS = (
    ("kpu_kabupaten", 36), ("kpu_kota", 9), ("kpu_provinsi", 9), ("kpu_ri", 1), ("dinas_kabupaten", 17), ("dinas_kota", 6),
    ("dinas_provinsi", 9), ("kecamatan", 5), ("pusat", 8),
)  # fmt: skip
"""Kinds of bodies and how many of a hundred are such."""

TEMA_PUSAT = ("kanwil", "bps", "balai")
BERNAMA_LAIN = ("11", "31", "34")
"""Provinces whose bodies go by names of their own (KIP, DKI, DIY)."""
BUKAN_DINAS = (*TEMA_PUSAT, "kpu", "kecamatan", "penunjang", "penunjang_pusat")


@dataclass(frozen=True, slots=True)
class Wilayah:
    kode: str
    nama: str
    tingkat: str
    provinsi: str

    @property
    def lengkap(self) -> str:
        """With its level: "Kabupaten X"."""
        return f"{self.tingkat.capitalize()} {self.nama}"


@dataclass(frozen=True, slots=True)
class Badan:
    """A reporting body. ``pimpinan`` signs the report, ``atasan`` receives the head's promise."""

    jenis: str
    tingkat: str
    """As in the contract."""
    nama: str
    singkat: str
    """As it calls itself in running text."""
    panjang: str
    wilayah: Wilayah | None
    kode_satker: str | None
    tema: Tema
    pimpinan: str
    sekretaris: str
    atasan: str
    tempat: str
    pemerintah: str
    """The government or ministry above it, for covers and letterheads."""
    kpu: bool

    @property
    def pusat(self) -> bool:
        """Whether its budget is the state's (DIPA) and not a region's (DPA)."""
        return self.kpu or self.jenis == "pusat"


@cache
def regions() -> tuple[Wilayah, ...]:
    """All provinces, kabupaten and kota of the package's reference list."""
    text = files("extractor.identity").joinpath("wilayah.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple(Wilayah(row["kode"], row["nama"], row["tingkat"], row["provinsi"]) for row in rows)


@cache
def _regions_of(level: str) -> tuple[Wilayah, ...]:
    return tuple(region for region in regions() if region.tingkat == level and region.kode[:2] not in BERNAMA_LAIN)


def draw_body(seed: int, satker: int) -> Badan:
    """The body with this number in a corpus."""
    draw = rng(seed, satker, "badan")
    kind = draw.choices([name for name, _ in JENIS], [weight for _, weight in JENIS])[0]
    match kind.split("_"):
        case ["kpu", level]:
            return _commission(draw, level)
        case ["dinas", level]:
            theme = themes()[draw.choice([key for key in themes() if key not in BUKAN_DINAS])]
            return _local(draw, theme, draw.choice(_regions_of(level)))
        case ["kecamatan"]:
            return _district(draw)
        case _:
            return _central(draw)


def units_of(body: Badan) -> list[PolaUnit]:
    """The sub-units of a body."""
    if body.kpu:
        return body.tema.unit
    return themes()["penunjang_pusat" if body.pusat else "penunjang"].unit


def actions_of(body: Badan) -> list[str]:
    """What its action plans may hold."""
    return body.tema.aksi or themes()["penunjang_pusat" if body.pusat else "penunjang"].aksi


def support_of(body: Badan) -> list[PolaBelanja]:
    """The support programs of bodies other than the commission."""
    return themes()["penunjang_pusat" if body.pusat else "penunjang"].program


def _commission(draw: Random, level: str) -> Badan:
    region = None if level == "ri" else draw.choice(_regions_of(level))
    name = f"KPU {_level_name(region)}" if region else "KPU RI"
    long = "Komisi Pemilihan Umum" + (f" {_level_name(region)}" if region else " Republik Indonesia")
    above = {"kabupaten": f"Ketua KPU Provinsi {_province(region)}", "kota": f"Ketua KPU Provinsi {_province(region)}"}
    return Badan(
        jenis=f"kpu_{level}",
        tingkat="pusat" if region is None else region.tingkat,
        nama=name,
        singkat=name,
        panjang=long,
        wilayah=region,
        kode_satker=str(draw.randint(600001, 699999)) if draw.random() < 0.4 else None,
        tema=themes()["kpu"],
        pimpinan=f"Ketua {name}",
        sekretaris=f"Sekretaris {name}" if region else "Sekretaris Jenderal KPU",
        atasan=above.get(level, "Ketua KPU RI"),
        tempat=_place(draw, region),
        pemerintah="",
        kpu=True,
    )


def _local(draw: Random, theme: Tema, region: Wilayah) -> Badan:
    name = f"{theme.badan} {_level_name(region)}"
    ruler = {"provinsi": "Gubernur", "kabupaten": "Bupati", "kota": "Wali Kota"}[region.tingkat]
    return Badan(
        jenis=f"dinas_{region.tingkat}",
        tingkat="perangkat_daerah",
        nama=name,
        singkat=theme.badan,
        panjang=name,
        wilayah=region,
        kode_satker=None,
        tema=theme,
        pimpinan=_head_of(theme, _level_name(region)),
        sekretaris="Kepala Bagian Umum" if theme.kunci == "setwan" else f"Sekretaris {theme.badan}",
        atasan=f"{ruler} {region.nama}",
        tempat=_place(draw, region),
        pemerintah=f"Pemerintah {_level_name(region)}",
        kpu=False,
    )


def _head_of(theme: Tema, region: str) -> str:
    return f"Kepala {theme.badan} {region}" if theme.kepala.startswith("Kepala") else f"{theme.kepala} {region}"


def _district(draw: Random) -> Badan:
    region = draw.choice(_regions_of(draw.choice(("kabupaten", "kabupaten", "kota"))))
    place = _made_place(draw)
    body = _local(draw, themes()["kecamatan"], region)
    name = f"Kecamatan {place} {region.lengkap}"
    return Badan(
        **{
            **{key: getattr(body, key) for key in Badan.__slots__},
            "jenis": "kecamatan", "nama": name, "singkat": f"Kecamatan {place}", "panjang": name,
            "pimpinan": f"Camat {place}", "sekretaris": f"Sekretaris Kecamatan {place}", "tempat": place,
        }
    )  # fmt: skip


def _central(draw: Random) -> Badan:
    theme = themes()[draw.choice(TEMA_PUSAT)]
    region = draw.choice(_regions_of("provinsi" if theme.badan.startswith("Kantor Wilayah") else "kabupaten"))
    name = f"{theme.badan} {_level_name(region)}"
    return Badan(
        jenis="pusat",
        tingkat="lain" if theme.kunci == "bps" else "kementerian",
        nama=name,
        singkat="BPS" if theme.kunci == "bps" else "Kantor Wilayah",
        panjang=name,
        wilayah=region,
        kode_satker=None,
        tema=theme,
        pimpinan=_head_of(theme, _level_name(region)),
        sekretaris="Kepala Bagian Tata Usaha",
        atasan=f"Kepala {theme.badan} Provinsi {region.provinsi}" if theme.kunci == "bps" else "Sekretaris Jenderal",
        tempat=_place(draw, region),
        pemerintah="" if theme.kunci == "bps" else theme.badan.removeprefix("Kantor Wilayah "),
        kpu=False,
    )


def _level_name(region: Wilayah | None) -> str:
    if region is None:
        return ""
    return f"{region.tingkat.capitalize()} {_province(region) if region.tingkat == 'provinsi' else region.nama}"


def _province(region: Wilayah | None) -> str:
    """The name that bodies of the province use."""
    if region is None:
        return ""
    return region.provinsi


def _place(draw: Random, region: Wilayah | None) -> str:
    if region is None:
        return "Jakarta"
    if region.tingkat == "provinsi":
        return _made_place(draw)
    return region.nama if region.tingkat == "kota" or draw.random() < 0.6 else _made_place(draw)


def _made_place(draw: Random) -> str:
    return f"{draw.choice(TEMPAT_A)} {draw.choice(TEMPAT_B)}"
