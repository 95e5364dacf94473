"""What one printed line shows of columns: its chunks, the wide blanks between them, and what kind of line it is.

All measures are in characters: the caller's coordinates divided by the width of a typical character.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final, TypeAlias

from extractor.reading.placed import PlacedLine, PlacedWord

_Words: TypeAlias = tuple[tuple[float, float, str], ...]

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
        "utama",
        "volume",
        "waktu",
    )
)
"""Words of table headers in reports of this kind, lower case."""

_CAPTION: Final = re.compile(r"^\W*(?:tabel|table|gambar|grafik|diagram|bagan|lampiran)\W{0,3}\s*\d*[.\d]*", re.I)
_LEADER: Final = re.compile(r"\.{5,}|…{2,}|(?:\. ){5,}|_{6,}")
_NUMBER: Final = re.compile(r"^\(?(?:Rp\.?)?[-+]?\d[\d.,]*(?:,-|\.-|-)?\)?%?$", re.I)
_ENUMERATOR: Final = re.compile(r"^\(?(?:\d{1,3}(?:\.\d{1,2})*|[A-Za-z]|[ivxIVX]{1,5})[.)]{0,2}$|^[-•▪●➢✓*]$")
_ORDINAL: Final = re.compile(r"^\d{1,3}[.)]?$")
_SIGNATURE: Final = re.compile(
    r"\b(?:NIP|NRP|pihak\s+(?:pertama|kedua)|mengetahui|menyetujui|pembina\s|penata\s|kepala\b|ketua\b|sekretaris\b)", re.I
)
_INDEX: Final = re.compile(r"^[(⁽]?\d{1,2}[)⁾]?$")

_MIN_HEADER: Final = 0.5
_MIN_WIDE: Final = 0.95
"""Narrowest blank, in characters, that can part two columns."""
_WIDE_RATIO: Final = 1.8
"""How much wider than an ordinary blank of the page it must be."""
_ORDINARY: Final = 0.2
"""Share of the blanks of a page that are narrower than an ordinary one."""
_MIN_STRETCHED: Final = 4
"""Blanks that a stretched line has at least."""
_MARGIN: Final = 2.0
"""Characters by which it may miss the right margin."""
_MAX_UNEVEN: Final = 2.2
"""How much wider than its narrowest one a blank of a stretched line may be."""
_MIN_OVERLAP: Final = 0.3
"""Share of its height by which a line must stand beside another one to belong to the same band."""


@dataclass(frozen=True, slots=True)
class Chunk:
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
    words: tuple[tuple[float, float, str], ...]
    chunks: tuple[Chunk, ...]

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
    def has_leader(self) -> bool:
        return _LEADER.search(self.text) is not None

    @cached_property
    def is_signature(self) -> bool:
        return _SIGNATURE.search(self.text) is not None

    @cached_property
    def header_share(self) -> float:
        """Share of its words that are words of table headers."""
        words = [word[2].lower().strip(".,:;/()") or word[2] for word in self.words]
        return sum(part in HEADER_WORDS for word in words for part in word.split("/")) / max(len(words), 1)

    @cached_property
    def is_enumerated(self) -> bool:
        """A parted line that begins with a number and an ordinary blank."""
        return self.is_split and self.chunks[0].stop > 1 and _ORDINAL.match(self.words[0][2]) is not None

    @cached_property
    def is_index(self) -> bool:
        """The row of column numbers: (1) (2) (3)."""
        return len(self.words) > 1 and all(_INDEX.match(word[2]) for word in self.words)

    @cached_property
    def is_header(self) -> bool:
        return self.is_split and (self.header_share >= _MIN_HEADER or self.is_index)

    @cached_property
    def numbers(self) -> int:
        return sum(chunk.is_number for chunk in self.chunks)


def view_lines(lines: Sequence[PlacedLine], unit: float) -> list[LineView]:
    """The lines in characters, their words gathered into chunks. Lines without words must not be given."""
    return _views(lines, [_scaled(line.words, unit) for line in lines])


def view_bands(lines: Sequence[PlacedLine], unit: float) -> list[LineView]:
    """The same, each line together with the words of lines that stand half beside it.

    Cells that are centred vertically put lines of neighbouring columns at different heights; only together they show
    what stands beside what.
    """
    return _views(lines, [_scaled(_band(lines, index), unit) for index in range(len(lines))])


def _views(lines: Sequence[PlacedLine], scaled: Sequence[_Words]) -> list[LineView]:
    ordinary = _ordinary_blank(scaled)
    right = max((words[-1][1] for words in scaled), default=0.0)
    return [LineView(line, words, _chunks(words, _wide_from(words, ordinary, right))) for line, words in zip(lines, scaled, strict=True)]


def _scaled(words: Sequence[PlacedWord], unit: float) -> _Words:
    return tuple((word.x0 / unit, word.x1 / unit, word.text) for word in sorted(words, key=lambda word: word.x0))


def _band(lines: Sequence[PlacedLine], index: int) -> Sequence[PlacedWord]:
    words = list(lines[index].words)
    for step in (-1, 1):
        other = index + step
        while 0 <= other < len(lines) and _overlap(lines[index], lines[other]) >= _MIN_OVERLAP:
            words.extend(lines[other].words)
            other += step
    return words


def _overlap(line: PlacedLine, other: PlacedLine) -> float:
    """Which share of the lower line's height two lines have in common."""
    (top, bottom), (other_top, other_bottom) = _extent(line), _extent(other)
    return (min(bottom, other_bottom) - max(top, other_top)) / max(min(bottom - top, other_bottom - other_top), 1e-6)


def _extent(line: PlacedLine) -> tuple[float, float]:
    return min(word.top for word in line.words), max(word.bottom for word in line.words)


def _blanks(words: _Words) -> list[float]:
    """The blank before each word but the first; words of a band may stand above one another."""
    ends = accumulate((word[1] for word in words), max)
    return [after[0] - end for end, after in zip(ends, words[1:], strict=False)]


def _ordinary_blank(lines: Sequence[_Words]) -> float:
    """The blank between two words of a text that is not stretched to the margin: one of the narrower ones of the page."""
    blanks = sorted(blank for words in lines for blank in _blanks(words) if blank > 0)
    return min(blanks[int(_ORDINARY * len(blanks))], 1.0) if blanks else 0.5


def _wide_from(words: _Words, ordinary: float, right: float) -> float:
    """From which width a blank of this line is wide; none is in a line that was stretched to the right margin."""
    blanks = _blanks(words)
    stretched = (
        len(blanks) >= _MIN_STRETCHED
        and words[-1][1] >= right - _MARGIN
        and max(blanks) <= _MAX_UNEVEN * min(blanks)
        and sum(word[2][:1].isalpha() for word in words) > 0.6 * len(words)
    )
    return max(_MIN_WIDE, _WIDE_RATIO * ordinary, max(blanks) + 1.0 if stretched else 0.0)


def _chunks(words: _Words, wide: float) -> tuple[Chunk, ...]:
    starts = [0, *(index for index, blank in enumerate(_blanks(words), start=1) if blank >= wide)]
    return tuple(_chunk(words, first, stop) for first, stop in zip(starts, [*starts[1:], len(words)], strict=True))


def _chunk(words: _Words, first: int, stop: int) -> Chunk:
    part = words[first:stop]
    return Chunk(part[0][0], max(word[1] for word in part), " ".join(word[2] for word in part), first, stop)
