"""Years that the words around them tie to something: to this report, to the future, to a plan's term, to another year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

_YEAR = r"(?:19|20)[0-9]{2}"
_REPORT = r"(?=l)(?:laporan\s+(?:akuntabilitas\s+)?kinerja|\blkj(?:ip)?\b|\blakip\b|\blkip\b)"
_PLAN = r"r(?:enstra|encana\s+strategis|pjm[nd])"
_DATE = r"[0-9]{1,2}\s+[A-Za-z]{3,9}\s+(?:19|20)[0-9]{2}"

ORDINALS = MappingProxyType({
    name: number for number, names in enumerate(
        ("pertama kesatu", "kedua", "ketiga", "keempat", "kelima", "keenam"), start=1) for name in names.split()
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tied:
    """A year, or an ordinal, and what it is tied to; ``start`` is its offset in the text."""

    kind: str
    """laporan: the year of this report. mendatang: a year that is to come. masa: the term of a plan, "2020-2024". urutan: which year
    of the term it is, "4 2020-2024". dipa: the year of something and that of the budget it follows, "2023 2024". data: the date of
    a budget's data.
    """
    value: str
    start: int
    text: str


_NEAR = 160
"""Letters around a report's name within which the sentence announces it."""
_SENTENCE_ENDS = re.compile(r"(?<=[a-z0-9)][.;])\s+(?=[A-Z0-9-])")
_OF_REPORT = re.compile(
    rf"{_REPORT}(?P<between>[^.;]{{0,140}}?)\btahun\s+(?:anggaran\s+)?(?P<year>{_YEAR})(?!\s*[-–/]\s*{_YEAR})", re.IGNORECASE
)
_ANNOUNCES = re.compile(
    r"\b(?:sampaikan|menyampaikan|menyajikan|terselesai\w*|selesai|tersusun\w*|rampung\w*|puji|syukur|demikian\w*|bersyukur)\b",
    re.IGNORECASE,
)
_SPEAKS_OF_ANOTHER = re.compile(
    r"\b(?:evaluasi|reviu|penilaian|hasil|sebelumnya|lalu|dibanding\w*|perbandingan|tindak lanjut|peraturan|keputusan|pedoman|juknis|"
    r"petunjuk|mendatang|berikutnya)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(rf"\btahun\s+(?P<year>{_YEAR})\s+(?:mendatang|yang\s+akan\s+datang)\b", re.IGNORECASE)
_TERM = re.compile(rf"{_PLAN}\b[^.;:0-9]{{0,90}}?(?P<from>{_YEAR})\s*[-–—]\s*(?P<to>{_YEAR})", re.IGNORECASE)
_WHICH = re.compile(
    rf"(?:tahun|periode(?:\s+pelaporan)?)\s+(?P<nth>{'|'.join(ORDINALS)})\b[^.;]{{0,80}}?{_PLAN}\b[^.;:0-9]{{0,90}}?"
    rf"(?P<from>{_YEAR})\s*[-–—]\s*(?P<to>{_YEAR})",
    re.IGNORECASE,
)
_BY_BUDGET = re.compile(
    rf"\b(?:program|kegiatan|rencana|anggaran)\w*\s+tahun\s+(?:anggaran\s+)?(?P<year>{_YEAR})\s+(?:sesuai|berdasarkan|mengacu)\s+"
    rf"(?:dengan\s+|pada\s+)?(?:DIPA|RKA\S*|PK|perjanjian kinerja)\b[^.;0-9]{{0,90}}?\btahun\s+(?:anggaran\s+)?(?P<other>{_YEAR})",
    re.IGNORECASE,
)
_AS_OF = re.compile(
    rf"\b(?:T\.?A\.?|tahun(?:\s+anggaran)?)\s*(?P<year>{_YEAR})(?P<between>[^;]{{0,600}}?)\bdata\s+per\s+(?:tanggal\s+)?(?P<date>{_DATE})",
    re.IGNORECASE,
)


def tied_years(text: str) -> Iterator[Tied]:
    """All of them in a running text, kind by kind."""
    yield from _report(text)
    for match in _TO_COME.finditer(text):
        yield _tied("mendatang", match["year"], match)
    for match in _TERM.finditer(text):
        yield _tied("masa", f"{match['from']}-{match['to']}", match)
    for match in _WHICH.finditer(text):
        yield _tied("urutan", f"{ORDINALS[match['nth'].lower()]} {match['from']}-{match['to']}", match)
    for match in _BY_BUDGET.finditer(text):
        yield _tied("dipa", f"{match['year']} {match['other']}", match)
    for match in _AS_OF.finditer(text):
        yield Tied("data", match["date"], match.start("date"), match["date"])


def _tied(kind: str, value: str, match: re.Match[str]) -> Tied:
    return Tied(kind, value, match.start(), " ".join(match.group().split()))


def _report(text: str) -> Iterator[Tied]:
    """The years of this report where a sentence announces it."""
    for start, sentence in _sentences(text):
        done = 0
        for match in _OF_REPORT.finditer(sentence):
            around = sentence[max(done, match.start() - _NEAR) : match.end() + _NEAR]
            before = sentence[max(done, match.start() - _NEAR) : match.end()]
            if _ANNOUNCES.search(around) and not _SPEAKS_OF_ANOTHER.search(before):
                yield Tied("laporan", match["year"], start + match.start("year"), " ".join(match.group().split()))
            done = match.end()


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for end in (*(match.start() for match in _SENTENCE_ENDS.finditer(text)), len(text)):
        yield start, text[start:end]
        start = end
