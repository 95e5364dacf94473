"""Years that the words around them tie to something: to this report, to the future, to a plan's term, to another year."""

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import NamedTuple

from extractor.mentions.small import printed, small

_YEAR = r"(?:19|20)[0-9]{2}"
_REPORT = r"l(?:aporan\s+(?:akuntabilitas\s+)?kinerja|(?<!\wl)(?:kj(?:ip)?|akip|kip)\b)"
_PLAN = r"r(?:enstra|encana\s+strategis|pjm[nd])"
_DATE = r"[0-9]{1,2}\s+[a-z]{3,9}\s+(?:19|20)[0-9]{2}"

ORDINALS = MappingProxyType({
    name: number for number, names in enumerate(
        ("pertama kesatu", "kedua", "ketiga", "keempat", "kelima", "keenam"), start=1) for name in names.split()
})  # fmt: skip


class Tied(NamedTuple):
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
_OF_REPORT = re.compile(rf"{_REPORT}(?P<between>[^.;]{{0,140}}?)\btahun\s+(?:anggaran\s+)?(?P<year>{_YEAR})(?!\s*[-–/]\s*{_YEAR})")
_ANNOUNCES = re.compile(
    r"\b(?:sampaikan|menyampaikan|menyajikan|terselesai\w*|selesai|tersusun\w*|rampung\w*|puji|syukur|demikian\w*|bersyukur)\b",
    re.IGNORECASE,
)
_SPEAKS_OF_ANOTHER = re.compile(
    r"\b(?:evaluasi|reviu|penilaian|hasil|sebelumnya|lalu|dibanding\w*|perbandingan|tindak lanjut|peraturan|keputusan|pedoman|juknis|"
    r"petunjuk|mendatang|berikutnya)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(rf"tahun(?<!\wtahun)\s+(?P<year>{_YEAR})\s+(?:mendatang|yang\s+akan\s+datang)\b")
_TERM = re.compile(rf"{_PLAN}\b[^.;:0-9]{{0,90}}?(?P<from>{_YEAR})\s*[-–—]\s*(?P<to>{_YEAR})")
_WHICH = re.compile(
    rf"(?:tahun|periode(?:\s+pelaporan)?)\s+(?P<nth>{'|'.join(ORDINALS)})\b[^.;]{{0,80}}?{_PLAN}\b[^.;:0-9]{{0,90}}?"
    rf"(?P<from>{_YEAR})\s*[-–—]\s*(?P<to>{_YEAR})"
)
_BY_BUDGET = re.compile(
    rf"(?:program(?<!\wprogram)|kegiatan(?<!\wkegiatan)|rencana(?<!\wrencana)|anggaran(?<!\wanggaran))\w*\s+tahun\s+(?:anggaran\s+)?"
    rf"(?P<year>{_YEAR})\s+(?:sesuai|berdasarkan|mengacu)\s+(?:dengan\s+|pada\s+)?(?:dipa|rka\S*|pk|perjanjian kinerja)\b[^.;0-9]{{0,90}}?"
    rf"\btahun\s+(?:anggaran\s+)?(?P<other>{_YEAR})"
)
_DATA = re.compile(r"data\s+per\s")
"""A text without it has no date of data, which else is sought far behind every year."""
_AS_OF = re.compile(
    rf"\b(?:t\.?a\.?|tahun(?:\s+anggaran)?)\s*(?P<year>{_YEAR})(?P<between>[^;]{{0,600}}?)\bdata\s+per\s+(?:tanggal\s+)?(?P<date>{_DATE})"
)


def tied_years(text: str) -> Iterator[Tied]:
    """All of them in a running text, kind by kind."""
    searched = small(text)
    yield from _report(text, searched)
    for match in _TO_COME.finditer(searched):
        yield _tied("mendatang", match["year"], match, text)
    for match in _TERM.finditer(searched):
        yield _tied("masa", f"{match['from']}-{match['to']}", match, text)
    for match in _WHICH.finditer(searched):
        yield _tied("urutan", f"{ORDINALS[match['nth']]} {match['from']}-{match['to']}", match, text)
    for match in _BY_BUDGET.finditer(searched):
        yield _tied("dipa", f"{match['year']} {match['other']}", match, text)
    for match in _AS_OF.finditer(searched) if _DATA.search(searched) else ():
        date = printed(text, match, "date")
        yield Tied("data", date, match.start("date"), date)


def _tied(kind: str, value: str, match: re.Match[str], text: str) -> Tied:
    return Tied(kind, value, match.start(), " ".join(printed(text, match).split()))


def _report(text: str, searched: str) -> Iterator[Tied]:
    """The years of this report where a sentence announces it."""
    for start, end in _sentences(text):
        done = start
        for match in _OF_REPORT.finditer(searched, start, end):
            around = text[max(done, match.start() - _NEAR) : min(match.end() + _NEAR, end)]
            before = text[max(done, match.start() - _NEAR) : match.end()]
            if _ANNOUNCES.search(around) and not _SPEAKS_OF_ANOTHER.search(before):
                yield _tied("laporan", match["year"], match, text)._replace(start=match.start("year"))
            done = match.end()


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each begins and ends."""
    start = 0
    for end in (*(match.start() for match in _SENTENCE_ENDS.finditer(text)), len(text)):
        yield start, end
        start = end
