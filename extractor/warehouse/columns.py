"""What a warehouse table is made of: the one description from which DDL, Parquet, views' columns and the dictionary follow."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final


class Kind(Enum):
    """Type of a column: its name in SQL (DuckDB and PostgreSQL understand the same names)."""

    KEY = "VARCHAR(32)"
    TEXT = "VARCHAR"
    WHOLE = "INTEGER"
    RUPIAH = "BIGINT"
    NUMBER = "DECIMAL(38,12)"
    FRACTION = "DOUBLE PRECISION"
    DATE = "DATE"
    MOMENT = "TIMESTAMP"


class Personal(Enum):
    """Whether a column can hold personal data (UU 27/2022), and what ``--redact`` does with it."""

    NONE = "none"
    """Numbers, codes, words of a fixed list: kept."""
    CELL = "cell"
    """Words of a table that are about work: kept, with known names and NIPs taken out."""
    NAME = "name"
    """A person's name: left out, or a keyed pseudonym."""
    NIP = "nip"
    """An employee number: left out, or a keyed pseudonym."""
    TRAIT = "trait"
    """Says something of a person that is not needed for counting (birth, exact dates of the career): left out."""
    ATTRIBUTE = "attribute"
    """Says something of a person that statistics are made of (sex, rank, education): kept; personal data beside an identity."""
    DIGEST = "digest"
    """An identifier made from a sentence, by which a guess at the sentence could be proven: numbered anew."""
    FREE = "free"
    """Sentences, file names and pieces of evidence, in which any name may stand: left out."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where its value stands in the JSON, and what it means."""

    name: str
    kind: Kind
    path: str
    """Where the value stands, from the row: ``pagu.nilai``; ``../unit`` from what encloses the row; ``/satker.nama`` from the top;
    ``@halaman`` a part of the row's place; ``~pagu.nilai`` what the report's proposals make of it; ``=x`` made by the loader."""
    arti: str
    """Meaning, in Indonesian."""
    meaning: str
    """Meaning, in English."""
    unit: str | None = None
    nullable: bool = True
    personal: Personal = Personal.NONE
    refers: str | None = None
    """The dimension whose key this is."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the rows of a table stand in the JSON: ``realisasi_anggaran[].baris[]``, and what is constant there."""

    path: str
    constant: str | None = None
    """Value of the column ``asal``, where a table has several sources."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the star."""

    name: str
    arti: str
    meaning: str
    columns: tuple[Column, ...]
    sources: tuple[Source, ...] = ()
    """None for a dimension that follows from the facts."""
    natural: tuple[str, ...] = ()
    """Columns that name a row within its document; with the number among equals they make its key."""

    @property
    def key(self) -> str:
        """The primary key: always the first column."""
        return self.columns[0].name

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    @property
    def partitioned(self) -> bool:
        """Whether its rows belong to one satker-year each, and so to one year."""
        return LAPORAN_KEY in self.names

    def __getitem__(self, name: str) -> Column:
        """The column of this name. Raises KeyError."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


LAPORAN_KEY: Final = "laporan_key"
YEAR: Final = "tahun_laporan"

_STATED: Final = "dinyatakan laporan, dibaca apa adanya"
_PROPOSED: Final = "nilai hasil rekonsiliasi; kosong bila tidak ada usulan"


def text(name: str, path: str, arti: str, meaning: str, personal: Personal = Personal.CELL, *, nullable: bool = True) -> Column:
    """A column of words. Words of a fixed list say so with ``Personal.NONE``."""
    return Column(name, Kind.TEXT, path, arti, meaning, nullable=nullable, personal=personal)


def word(name: str, path: str, arti: str, meaning: str, *, nullable: bool = True) -> Column:
    """A column whose words come from a fixed list, or are codes and identifiers."""
    return text(name, path, arti, meaning, Personal.NONE, nullable=nullable)


def finding(name: str, path: str, arti: str, meaning: str, *, nullable: bool = True) -> Column:
    """The id of a finding: the code, and a digest of what is said."""
    return text(name, path, arti, meaning, Personal.DIGEST, nullable=nullable)


def key(name: str, arti: str, meaning: str, refers: str | None = None, *, nullable: bool = False) -> Column:
    """A key: 32 hexadecimal digits, made from what names the thing."""
    return Column(name, Kind.KEY, "=key", arti, meaning, nullable=nullable, refers=refers)


def count(name: str, path: str, arti: str, meaning: str, unit: str | None = None, *, nullable: bool = True) -> Column:
    """A small whole number: a year, a page, a count."""
    return Column(name, Kind.WHOLE, path, arti, meaning, unit=unit, nullable=nullable)


def day(name: str, path: str, arti: str, meaning: str, personal: Personal = Personal.NONE) -> tuple[Column, Column]:
    """A date, and its text where the report leaves out the day or the month."""
    return (
        Column(name, Kind.DATE, path, arti, meaning, personal=personal),
        text(
            f"{name}_teks",
            path,
            f"{arti}, ISO 8601, mungkin tanpa hari atau bulan",
            f"{meaning} ISO 8601; day or month may be missing.",
            personal,
        ),
    )


def figure(name: str, path: str, kind: Kind, unit: str | None, arti: str, meaning: str) -> tuple[Column, ...]:
    """A figure: as stated, as printed, and as proposed by the reconciliation."""
    stated = Column(name, kind, f"{path}.nilai", f"{arti}; {_STATED}", f"{meaning} As stated, however wrong it looks.", unit=unit)
    return (
        stated,
        text(f"{name}_mentah", f"{path}.mentah", f"{arti}; teks seperti tercetak", f"{meaning} The text as printed."),
        replace(
            stated,
            name=f"{name}_rekonsiliasi",
            path=f"~{path}.nilai",
            arti=f"{arti}; {_PROPOSED}",
            meaning=f"{meaning} What the reconciliation proposes; null where it proposes nothing.",
        ),
    )


def target(name: str, arti: str, meaning: str) -> tuple[Column, ...]:
    """A target, realisation or achievement: a number with its unit, or a grade."""
    stated, printed, proposed = figure(name, name, Kind.NUMBER, None, arti, meaning)
    return (
        stated,
        text(f"{name}_predikat", f"{name}.nilai#text", f"{arti}: predikat (mis. WTP, BB)", f"{meaning} The grade, where it is one."),
        word(f"{name}_jenis", f"{name}.jenis", f"{arti}: jenis nilai", "persen, angka, predikat, jumlah, kosong or lain."),
        text(f"{name}_satuan", f"{name}.satuan", f"{arti}: satuan seperti tercetak", "Its unit as printed."),
        printed,
        proposed,
    )


def places() -> tuple[Column, ...]:
    """Where a row is printed: document, page or lines, table, box."""
    return (
        key("dokumen_key", "dokumen tempat baris ini tercetak", "The document in which it is printed.", "dim_dokumen", nullable=True),
        count("halaman", "@halaman", "halaman pertama (PDF), mulai dari 1", "First page of a PDF, counted from 1."),
        count("halaman_akhir", "@halaman_akhir", "halaman terakhir (PDF)", "Last page, where the row runs over several."),
        count("baris_awal", "@baris_awal", "baris pertama (masukan teks), mulai dari 1", "First line of a text input, counted from 1."),
        count("baris_akhir", "@baris_akhir", "baris terakhir (masukan teks)", "Last line of a text input."),
        word("tabel_id", "@tabel", "id tabel pada JSON (tabel[].id)", "Id of the table in the JSON (tabel[].id)."),
        *(
            Column(
                f"kotak_{side}", Kind.FRACTION, f"@kotak_{side}", f"sisi {side} kotak di halaman pertama", f"Side {side} of its box.", "pt"
            )
            for side in ("x0", "atas", "x1", "bawah")
        ),
    )


def fact(name: str, arti: str, meaning: str, sources: tuple[Source, ...], natural: tuple[str, ...], *own: Column) -> Table:
    """A fact table: its key, whose it is, its own columns, where it is printed."""
    head = (
        key(f"{name.removeprefix('fact_')}_key", "kunci baris ini", "Key of this row."),
        key(LAPORAN_KEY, "laporan (satker dan tahun) asalnya", "The satker-year it belongs to.", "dim_laporan"),
        key("satker_key", "satker yang melapor", "The reporting unit.", "dim_satker"),
        Column(
            YEAR,
            Kind.WHOLE,
            "/tahun",
            "tahun laporan; kosong bila tidak diketahui",
            "The reporting year; null where it is not known.",
            refers="dim_tahun",
        ),
    )
    return Table(name, arti, meaning, (*head, *own, *places()), sources, natural)


def flat(*parts: Column | tuple[Column, ...]) -> Iterator[Column]:
    """Columns and groups of columns as one row of columns."""
    for part in parts:
        yield from (part,) if isinstance(part, Column) else part
