"""Themes: the goals, indicators, budget lines, sub-units and activities of one field of work, read from ``tema/*.txt``."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "tema"


@dataclass(frozen=True, slots=True)
class PolaIndikator:
    """An indicator to be drawn: its kind, the range of its targets and whether more is better."""

    teks: str
    jenis: str
    """"%", "%1", "%2", "angka1", "angka2", "predikat", "opini" or "jumlah" and a unit; the digit is the number of decimals."""
    rendah: str
    tinggi: str
    naik: bool


@dataclass(slots=True)
class PolaSasaran:
    teks: str
    indikator: list[PolaIndikator] = field(default_factory=list)


@dataclass(slots=True)
class PolaBelanja:
    """A node of the budget: a program with its kegiatan, a kegiatan with its outputs, or an output."""

    kode: str
    nama: str
    anak: list["PolaBelanja"] = field(default_factory=list)


@dataclass(slots=True)
class PolaUnit:
    """A sub-unit with its own agreement: ``belanja`` names the programs or kegiatan that it answers for."""

    nama: str
    singkatan: str
    belanja: list[str]
    sasaran: list[PolaSasaran] = field(default_factory=list)


@dataclass(slots=True)
class Tema:
    kunci: str
    badan: str = ""
    kepala: str = ""
    kode: str = ""
    bidang: str = ""
    sasaran: list[PolaSasaran] = field(default_factory=list)
    program: list[PolaBelanja] = field(default_factory=list)
    unit: list[PolaUnit] = field(default_factory=list)
    aksi: list[str] = field(default_factory=list)

    def take(self, mark: str, parts: list[str]) -> None:
        """Take in one line of the file."""
        match mark:
            case "S":
                (self.unit[-1].sasaran if self.unit else self.sasaran).append(PolaSasaran(parts[0]))
            case "I":
                low, high = parts[2].split()
                goals = self.unit[-1].sasaran if self.unit else self.sasaran
                goals[-1].indikator.append(PolaIndikator(parts[0], parts[1], low, high, parts[3] == "naik"))
            case "P":
                self.program.append(PolaBelanja(parts[0], parts[1]))
            case "K":
                self.program[-1].anak.append(PolaBelanja(parts[0], parts[1]))
            case "O":
                self.program[-1].anak[-1].anak.append(PolaBelanja(parts[0], parts[1]))
            case "U":
                self.unit.append(PolaUnit(parts[0], parts[1], parts[2].split()))
            case "A":
                self.aksi.append(parts[0])
            case _:
                raise ValueError(f"unknown mark {mark!r}")


@cache
def themes() -> dict[str, Tema]:
    """All themes by key, in the order of the files."""
    return {theme.kunci: theme for name in ("kpu.txt", "daerah.txt") for theme in _read(FOLDER / name)}


def _read(path: Path) -> Iterator[Tema]:
    theme = Tema("kpu")
    for line in path.read_text("utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        parts = [part.strip() for part in rest.split("|")]
        if mark in ("", "#"):
            continue
        if mark == "@":
            if theme.sasaran or theme.program:
                yield theme
            theme = Tema(*parts)
        else:
            theme.take(mark, parts)
    yield theme
