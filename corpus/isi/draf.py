"""A report before it is printed: tables and sentences that still hold their values, so that slips can be planted on them."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeAlias

from corpus.isi.gaya import Angka, Kalimat
from corpus.naskah import Block

Isi: TypeAlias = dict[str, Any]
"""A row: values by key; with a year as "pagu@2023". Keys that begin with "_" say how it is set."""


@dataclass(slots=True)
class Kolom:
    """A column: what its header says and which values it prints ("{realisasi} ({persen})")."""

    judul: str
    bentuk: str
    lebar: float
    rata: str = ""
    kelompok: str = ""
    """Header above it; neighbours with the same one are merged."""
    tahun: int | None = None
    polos: bool = False
    """Whether its figures go without unit."""
    putar: bool = False

    @property
    def kunci(self) -> tuple[str, ...]:
        """Names of the values it prints."""
        return keys_of(self.bentuk)

    def alamat(self, key: str) -> str:
        """Where a row keeps this column's value of a name."""
        return key if self.tahun is None else f"{key}@{self.tahun}"


@cache
def keys_of(form: str) -> tuple[str, ...]:
    """The names in a form."""
    return tuple(re.findall(r"\{(\w+)\}", form))


@dataclass(slots=True)
class Tabel:
    """``gabung`` names the columns whose cells are merged over rows of one "_grup", ``cara`` how: sel, kosong, ulang or tumpuk."""

    jenis: str
    judul: str
    kolom: list[Kolom]
    baris: list[Isi]
    info: Isi = field(default_factory=dict)
    gabung: tuple[str, ...] = ()
    cara: str = "sel"
    look: str = "kisi"
    indeks: str = ""
    """Form of the row of column numbers, or "" for none."""
    angka: Angka | None = None
    """Where it differs from the report's."""
    bernomor: bool = True
    kepala_tebal: bool = True
    lanskap: bool = False
    kunci: str = ""
    """What it is about, for whoever plants slips."""
    juga: str = ""
    """A second kind whose rows it states as well (indicators beside budgets)."""

    def punya(self, key: str) -> bool:
        """Whether a column prints values of this name."""
        return any(key in column.kunci for column in self.kolom)


@dataclass(slots=True)
class Alinea:
    kalimat: list[Kalimat]


@dataclass(slots=True)
class Butir:
    kalimat: list[Kalimat]
    tanda: str = "a."


Bagian: TypeAlias = Tabel | Alinea | Butir | Block


@dataclass(slots=True)
class Draf:
    """The whole report: its parts in order, the slips planted so far, and what names it."""

    bagian: list[Bagian]
    angka: Angka
    temuan: list[Isi] = field(default_factory=list)
    """Planted contradictions; "bagian" holds the parts concerned."""
    selip: list[Isi] = field(default_factory=list)
    """Harmless slips."""
    perjanjian: dict[str, Isi] = field(default_factory=dict)
    """Agreements by key: year, holder, parties, place and date."""
    nomor: dict[int, str] = field(default_factory=dict)
    """Table numbers as printed, by the identity of the table."""

    def tabel(self, *kinds: str) -> list[Tabel]:
        """The tables of these kinds, in order; all without one."""
        return [part for part in self.bagian if isinstance(part, Tabel) and (not kinds or part.jenis in kinds)]

    def kalimat(self) -> list[tuple[Bagian, Kalimat]]:
        """All sentences with the parts they stand in."""
        return [(part, s) for part in self.bagian if isinstance(part, (Alinea, Butir)) for s in part.kalimat]
