"""A figure stated in prose and what it says: richer than the contract's ``Klaim``, so that checks can compare it with the tables."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from extractor.reading.document import Place

Kind: TypeAlias = Literal["rupiah", "persen", "jumlah"]

Measure: TypeAlias = Literal["pagu", "realisasi", "penyerapan", "sisa", "target", "capaian"]
"""pagu, realisasi, sisa: amounts of a budget; penyerapan: the share of it that was spent; target, realisasi, capaian: of performance."""

Scope: TypeAlias = Literal["anggaran", "program", "kegiatan", "sasaran", "indikator", "pegawai"]
"""What kind of thing a figure is about; anggaran where it is the budget as a whole."""

Role: TypeAlias = Literal["from", "to", "change", "whole", "total", "part", "share"]
"""What a figure does beside the others of its group.

from, to, change: "meningkat sebesar <change> menjadi <to> dari <from>". total, part: "sebesar <total> terdiri dari <part> dan <part>".
whole: the number out of which something is counted, "9 dari <whole> indikator". share: a percent of the amount or count before it,
"Rp 90 atau <share> dari pagu".
"""

YearBasis: TypeAlias = Literal["named", "relative", "context", "report"]
"""How the year is known: printed beside the figure; "tahun ini" or "tahun lalu"; from the words before; the reporting year."""

Trend: TypeAlias = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Words:
    """The number in words that stands in brackets behind the digits."""

    raw: str
    value: int | None
    """None where the words are no well-formed number."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure is about."""

    text: str
    """The phrase as printed; "" where nothing tells."""
    key: str
    """The phrase for comparing: see ``subject_key``, which the labels of tables can be put through as well."""
    measure: Measure | None = None
    scope: Scope | None = None
    code: str | None = None
    """Budget code printed with it, as "CQ.6709"."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure of a sentence."""

    kind: Kind
    raw: str
    """As printed, without the words in brackets."""
    value: int | Decimal | None
    """Integer rupiah, exact percent or count; None where the digits cannot be read in one way only."""
    unit: str | None
    """"rupiah", "%", or the noun that is counted in lower case ("indikator", "pegawai")."""
    words: Words | None
    subject: Subject
    year: int | None
    year_basis: YearBasis
    role: Role | None
    group: int
    """Claims with one number belong to one comparison, breakdown or ratio, or are the target, realisasi and capaian (pagu, realisasi and
    share) of one thing; a claim that stands alone has a number of its own."""
    trend: Trend | None
    """Of a change or what it leads to: a rise or a fall."""
    sentence: str
    chapter: tuple[str, ...]
    """Titles of the chapters around it, outermost first."""
    position: int
    """Index in the flow of the line on which the figure begins."""
    places: tuple[Place, ...]
    """Where the figure (with its words) is printed, one place per line."""
