"""What one printed line shows of columns: its chunks, the wide blanks between them, and what kind of line it is.

All measures are in characters: the caller's coordinates divided by the width of a typical character.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Final, NamedTuple, TypeAlias

from extractor.reading.placed import PlacedLine

Words: TypeAlias = tuple[tuple[float, float, str], ...]

HEADER_WORDS: Final = frozenset(
    (
        "%",
        "(rp)",
        "aksi",
        "alokasi",
        "anggaran",
        "belanja",
        "bulan",
        "capaian",
        "formula",
        "gol",
        "golongan",
        "indikator",
        "jabatan",
        "jadwal",
        "jawab",
        "jenis",
        "jumlah",
        "kegiatan",
        "ket",
        "keterangan",
        "kinerja",
        "kode",
        "komponen",
        "l",
        "misi",
        "nama",
        "nip",
        "no",
        "nomor",
        "outcome",
        "output",
        "p",
        "pagu",
        "pangkat",
        "pelaksana",
        "pelaksanaan",
        "penanggung",
        "pendidikan",
        "persen",
        "persentase",
        "program",
        "prosentase",
        "realisasi",
        "rencana",
        "rincian",
        "rp",
        "rp.",
        "rupiah",
        "sasaran",
        "satuan",
        "sd",
        "sisa",
        "strategis",
        "sumber",
        "tahun",
        "target",
        "triwulan",
        "tujuan",
        "tw",
        "unit",
        "uraian",
        "urut",
        "utama",
        "volume",
        "waktu",
    )
)
"""Words of table headers in reports of this kind, lower case."""

_LEAST_BROKEN: Final = 4
BROKEN: Final = frozenset(word[:length] for word in HEADER_WORDS for length in range(_LEAST_BROKEN, len(word)))
"""What a narrow column leaves of a header word on its first line."""

_CAPTION: Final = re.compile(r"^\W*(?:tabel|table|gambar|grafik|diagram|bagan|lampiran)\W{0,3}\s*\d*[.\d]*", re.I)
_LEADER: Final = re.compile(r"\.{5,}|…{2,}|(?:\. ){5,}|_{6,}")
_NUMBER: Final = re.compile(r"^\(?(?:Rp\.?)?[-+]?\d[\d.,]*(?:,-|\.-|-)?\)?%?$", re.I)
_ENUMERATOR: Final = re.compile(r"^\(?(?:\d{1,3}(?:\.\d{1,2})*|[A-Za-z]|[ivxIVX]{1,5})[.)]{0,2}$|^[-•▪●➢✓*]$")
_MONTHS: Final = "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember"
_DATELINE: Final = re.compile(rf"^[A-Z][\w .'-]+,\s*(?:\d{{1,2}}|[.…]+)?\s*(?:{_MONTHS})?\s*(?:\d{{4}}|[.…]+)$", re.I)
_ORDINAL: Final = re.compile(r"^\d{1,3}[.)]?$")
_SIGNATURE: Final = re.compile(
    r"\b(?:NIP|NRP|pihak\s+(?:pertama|kedua)|mengetahui|menyetujui|pembina\s|penata\s|kepala\b|ketua\b|sekretaris\b)", re.I
)
_INDEX: Final = re.compile(r"^[(⁽]?\d{1,2}[)⁾]?$")

CURRENCY: Final = re.compile(r"^(?:Rp\.?|IDR|\$)$", re.I)
"""A sign that belongs to the figure behind it, however wide the blank between them."""

GROUP_LABEL: Final = re.compile(r"\W*(?:sasaran|tujuan|kinerja utama)(?:\s[^\W\d]+)?\s(?:\d{1,2}|[IVX]{1,5})\s?[.:)]", re.I)
"""A label over the rows of a table, which may be as wide as the page: "Sasaran 3 : Meningkatnya …"."""

_SUM: Final = re.compile(r"(?:grand\s+|sub\s*)?(?:jumlah|total|rata\s?-\s?rata|rerata)\b", re.I)

_MIN_HEADER: Final = 0.5
_QUANTITY: Final = re.compile(r"\d[\d.,]* [^\W\d]{3,}")
"""A figure with its unit."""
_LEAST_UNITS: Final = 3
"""Texts of one line with the same unit that are no chance."""


class Chunk(NamedTuple):
    """Words with ordinary blanks between them."""

    x0: float
    x1: float
    text: str
    first: int
    """Index of its first word in the line."""
    stop: int

    @property
    def is_number(self) -> bool:
        return _NUMBER.match(self.text.replace(" ", "")) is not None

    @property
    def is_enumerator(self) -> bool:
        return _ENUMERATOR.match(self.text) is not None


@dataclass(frozen=True)
class LineView:
    """A line as evidence for columns."""

    line: PlacedLine
    words: Words
    chunks: tuple[Chunk, ...]
    rests: bool = False
    """Its per cent signs are those of figures above it, which narrow columns broke off."""

    @property
    def x0(self) -> float:
        return self.words[0][0]

    @cached_property
    def ends(self) -> tuple[float, ...]:
        """How far the words up to each one reach."""
        return tuple(accumulate((word[1] for word in self.words), max))

    @property
    def x1(self) -> float:
        return self.ends[-1]

    @cached_property
    def starts(self) -> frozenset[int]:
        """Words behind a wide blank, and the first one."""
        return frozenset(chunk.first for chunk in self.chunks)

    @cached_property
    def is_split(self) -> bool:
        return len(self.chunks) > 1

    @cached_property
    def text(self) -> str:
        return " ".join(word[2] for word in self.words)

    @cached_property
    def is_caption(self) -> bool:
        return not self.is_split and _CAPTION.match(self.text) is not None and len(self.words) < 25

    @cached_property
    def is_group(self) -> bool:
        """A label over the rows that follow."""
        return not self.is_split and GROUP_LABEL.match(self.text) is not None

    @cached_property
    def is_sum(self) -> bool:
        """A sum or a mean: its label, which is often centred over several columns, and nothing but figures behind it."""
        return self.is_split and _SUM.match(self.chunks[0].text) is not None and all(chunk.is_number for chunk in self.chunks[1:])

    @cached_property
    def has_leader(self) -> bool:
        return _LEADER.search(self.text) is not None

    @cached_property
    def is_dateline(self) -> bool:
        """Place and date, as they stand above a signature."""
        return _DATELINE.match(self.text) is not None

    @cached_property
    def is_signature(self) -> bool:
        return _SIGNATURE.search(self.text) is not None

    @cached_property
    def header_share(self) -> float:
        """Share of its words that are words of table headers."""
        return sum(_header_parts(word[2]) for word in self.words) / max(len(self.words), 1)

    @cached_property
    def is_enumerated(self) -> bool:
        """A parted line that begins with a number and an ordinary blank."""
        return self.is_split and self.chunks[0].stop > 1 and _ORDINAL.match(self.words[0][2]) is not None

    @cached_property
    def is_index(self) -> bool:
        """The row of column numbers: (1) (2) (3). Wrapped rests of figures ("00 14 00") do not count on."""
        if len(self.words) < 2 or not all(_INDEX.match(word[2]) for word in self.words):
            return False
        numbers = [int(word[2].strip("(⁽)⁾")) for word in self.words]
        steps = [after - before for before, after in pairwise(numbers)]
        return numbers[0] > 0 and min(steps) > 0 and 2 * steps.count(1) >= len(steps)

    @property
    def begins_header(self) -> bool:
        """Whether a header may begin here; what narrow columns broke off figures parts columns as a header does, but begins none, nor does
        the target of an indicator whose words are those of headers.
        """
        return self.is_header and not self.rests and not any(_QUANTITY.fullmatch(chunk.text) for chunk in self.chunks)

    @cached_property
    def has_units(self) -> bool:
        """Whether several texts of a line aligned by blanks end with one unit, which moves them: they stand where there was room."""
        units = Counter(chunk.text.rpartition(" ")[2] for chunk in self.chunks) if self.line.place.box is None else Counter[str]()
        return any(count >= _LEAST_UNITS and word.isalpha() and word[0].isupper() for word, count in units.items())

    @cached_property
    def is_header(self) -> bool:
        return self.line.stood or (self.is_split and ((self.header_share >= _MIN_HEADER and not self._has_signs_alone) or self.is_index))

    @cached_property
    def _has_signs_alone(self) -> bool:
        """Whether nothing but per cent signs beside other words makes it look like a header: rests of wrapped percents do.

        In text aligned by blanks such a line is rather a header of which words stand on other lines.
        """
        if self.line.place.box is None:
            return False
        words = [word[2] for word in self.words if word[2] != "%"]
        return 0 < len(words) < len(self.words) and not any(_header_parts(word) for word in words)

    @cached_property
    def numbers(self) -> int:
        return sum(chunk.is_number for chunk in self.chunks)


def runs_of_stood(views: Sequence[LineView]) -> list[tuple[int, int]]:
    """The headers with upright words: the first line of each and the one behind it."""
    marks = [False, *(view.line.stood for view in views), False]
    turns = [at for at, (before, after) in enumerate(pairwise(marks)) if before != after]
    return list(zip(turns[::2], turns[1::2], strict=True))


def _header_parts(word: str) -> int:
    """How many words of headers a word with strokes is made of."""
    bare = word.lower().strip(".,:;/()") or word
    return sum(part in HEADER_WORDS or part in BROKEN for part in bare.split("/"))
