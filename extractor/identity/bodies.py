"""The public bodies that a text names: units of the election commission, local bodies, ministries, governments."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from rapidfuzz.distance import Levenshtein

from extractor.identity.regions import Match, Region, RegionLevel, gazetteer, level_of
from extractor.identity.sheet import CELL_GAP, Sheet, offsets
from extractor.identity.words import CONNECTIVES, fold, title_case, word_set
from extractor.model import Tingkat

Words: TypeAlias = Sequence[str]

COMMISSION = re.compile(
    r"\b(?:KPU|KIP|(?P<long>KOMISI [A-Z]{8,10} [A-Z]{4,9}|[A-Z]{5,7} PEMILIHAN [A-Z]{4}|[A-Z]{5,7} [A-Z]{8,10} (?:UMUM|PEMILIHAN)))\b"
    r"(?: (?:KPU|KIP)\b)?"
)
LONG_NAMES = ("KOMISI PEMILIHAN UMUM", "KOMISI INDEPENDEN PEMILIHAN")
SLIPS = 4
"""Misread letters that the commission's long name may have."""
GOVERNMENT = re.compile(r"\bPEMERINTAH(?:AN)? (?:DAERAH )?(?=(?:PROV|PROP|KAB|KOTA))")
HEAD_OF_REGION = re.compile(r"\b(GUBERNUR|BUPATI|WALI ?KOTA) ")
CENTRAL = re.compile(r" ?(?:RI|REPUBLIK INDONESIA)\b")
LOOK_AHEAD = 110
"""Characters in which a level and a region name fit."""

HEADS: dict[str, Tingkat] = {
    "DINAS": "perangkat_daerah",
    "BADAN": "perangkat_daerah",
    "BIRO": "perangkat_daerah",
    "INSPEKTORAT": "perangkat_daerah",
    "SEKRETARIAT DAERAH": "perangkat_daerah",
    "SEKRETARIAT DPRD": "perangkat_daerah",
    "SEKRETARIAT DEWAN": "perangkat_daerah",
    "SATUAN POLISI": "perangkat_daerah",
    "RUMAH SAKIT": "perangkat_daerah",
    "KECAMATAN": "perangkat_daerah",
    "KEMENTERIAN": "kementerian",
    "DIREKTORAT JENDERAL": "kementerian",
    "KANTOR WILAYAH": "kementerian",
    "INSPEKTORAT JENDERAL": "kementerian",
    "BADAN PENGAWAS PEMILIHAN": "lain",
    "BADAN PENGAWAS PEMILU": "lain",
    "BADAN PUSAT STATISTIK": "lain",
    "BADAN PEMERIKSA KEUANGAN": "lain",
    "BADAN NARKOTIKA NASIONAL": "lain",
    "BADAN KEPEGAWAIAN NEGARA": "lain",
    "BAWASLU": "lain",
    "PENGADILAN": "lain",
    "KEJAKSAAN": "lain",
    "KEPOLISIAN": "lain",
    "MAHKAMAH": "lain",
    "UNIVERSITAS": "lain",
}
"""First words of a body's name and what kind of body it is; the longest fitting entry counts."""

HEAD = re.compile("|".join(rf"{word[0]}(?i:{word[1:]}(?<!\w{word})\b)" for word in sorted({head.split()[0] for head in HEADS})))
"""The first word of such a name, which begins with a capital; that it begins there is asked last, as the capital is found at once."""
ENDS_NAME = word_set(
    "TAHUN BAB LAPORAN PERJANJIAN RENCANA INDIKATOR NO NIP TUGAS FUNGSI JL JALAN TELEPON TELP KEPALA SELAKU PIHAK NAMA JABATAN PEMERINTAH "
    "REPUBLIK SELANJUTNYA NOMOR TABEL GAMBAR SASARAN TARGET PROGRAM KEGIATAN BERDASARKAN ADALAH MERUPAKAN TELAH"
)
NO_BODY = ("BADAN HUKUM", "BADAN USAHA", "BADAN PUBLIK", "BADAN JALAN", "BADAN AIR", "DINAS LUAR", "DINAS DALAM", "DINAS JAGA")
"""Common nouns that begin like the name of a body: legal entity, enterprise, road bed, journey on duty."""
AFFAIRS = frozenset((
    "KESATUAN BANGSA", "PERENCANAAN PEMBANGUNAN", "PEMBERDAYAAN MASYARAKAT", "PEMBERDAYAAN PEREMPUAN", "PERLINDUNGAN ANAK",
    "PEKERJAAN UMUM", "PENANGGULANGAN BENCANA", "PENGELOLA KEUANGAN", "PENGELOLAAN KEUANGAN", "PENDAPATAN DAERAH", "KEUANGAN DAERAH",
    "PEMBANGUNAN DAERAH", "KEPEGAWAIAN DAERAH", "SUMBER DAYA", "DAYA MANUSIA", "DAYA AIR", "PENANAMAN MODAL", "PELAYANAN TERPADU",
    "TERPADU SATU", "SATU PINTU", "LINGKUNGAN HIDUP", "KETAHANAN PANGAN", "TENAGA KERJA", "PENGENDALIAN PENDUDUK", "KELUARGA BERENCANA",
    "PENCATATAN SIPIL", "TATA RUANG", "PENATAAN RUANG", "PERUMAHAN RAKYAT", "KAWASAN PERMUKIMAN", "CIPTA KARYA", "BINA MARGA",
    "PAMONG PRAJA", "POLISI PAMONG", "USAHA KECIL", "BADAN KESATUAN", "BADAN PERENCANAAN", "BADAN PEMBERDAYAAN", "BADAN PENANGGULANGAN",
    "DINAS PEKERJAAN", "DINAS PENANAMAN", "DINAS TENAGA", "DINAS LINGKUNGAN", "DINAS PEMBERDAYAAN", "DINAS KETAHANAN",
))  # fmt: skip
"""Neighbouring words in the names of local bodies (the affairs of PP 18/2016): where a line ends between them, the name goes on."""
MAX_NAME_WORDS = 14


@dataclass(frozen=True, slots=True)
class Body:
    """A body as named: ``stem`` is its name without the region."""

    stem: str
    level: Tingkat
    region: Region | None

    @property
    def name(self) -> str:
        if self.region is None or self.stem.startswith("Pemerintah"):
            return self.stem
        if self.stem == "KIP" and self.region.level == "provinsi":
            return f"KIP {self.region.common}"
        return f"{self.stem} {self.region.full}"


@dataclass(frozen=True, slots=True)
class Mention:
    body: Body
    line: int
    score: float = 1.0


def commission(region: Region | None) -> Body:
    """The election commission of a region (in Aceh the KIP), of the whole country without one."""
    if region is None:
        return Body("KPU RI", "pusat", None)
    return Body("KIP" if region.province == "Aceh" else "KPU", region.level, region)


def commission_mentions(sheet: Sheet) -> Iterator[Mention]:
    """Units of the election commission; general mentions ("KPU Kabupaten/Kota") name none."""
    for found in COMMISSION.finditer(sheet.running):
        if found["long"] and min(Levenshtein.distance(found["long"], name) for name in LONG_NAMES) > SLIPS:
            continue
        rest = sheet.running[found.end() : found.end() + LOOK_AHEAD]
        central = CENTRAL.match(rest)
        hit = region_in(rest[central.end() :].split() if central else rest.split())
        if hit or central:
            body = commission(hit.region if hit else None)
            yield Mention(body, sheet.line_at(found.start()), hit.score if hit else 1.0)


def region_in(words: Words, fuzzy: bool = True) -> Match | None:
    """The region that these folded words start with: "KABUPATEN LIMA PULUH KOTA", or a bare name, which must be exact."""
    return _region_in(tuple(words[:8]), fuzzy)


@lru_cache(maxsize=4096)
def _region_in(words: tuple[str, ...], fuzzy: bool) -> Match | None:
    level = level_of(words[0]) if words else None
    return gazetteer().at(words[1:], level, fuzzy) if level else gazetteer().at(words[:7])


def government_mentions(sheet: Sheet) -> Iterator[Mention]:
    """Local governments themselves ("Pemerintah Kota X")."""
    for found in GOVERNMENT.finditer(sheet.running):
        hit = region_in(sheet.running[found.end() : found.end() + LOOK_AHEAD].split())
        if hit:
            yield Mention(Body(f"Pemerintah {hit.region.full}", hit.region.level, hit.region), sheet.line_at(found.start()), hit.score)


def heads_of_region(text: str) -> Iterator[Region]:
    """Regions named through their heads: "Gubernur X", "Bupati X", "Wali Kota X" in a folded text."""
    levels: dict[str, RegionLevel] = {"G": "provinsi", "B": "kabupaten", "W": "kota"}
    for found in HEAD_OF_REGION.finditer(text):
        hit = gazetteer().at(text[found.end() : found.end() + LOOK_AHEAD].split()[:7], levels[found[1][0]], fuzzy=False)
        if hit:
            yield hit.region


def other_mentions(sheet: Sheet) -> Iterator[Mention]:
    """Local bodies, ministries and others, by the words with which their names begin; the name is taken as printed."""
    texts = [line.text.replace("\n", " ") for line in sheet.lines]
    starts, running = offsets(texts), " ".join(texts)
    position = 0
    for found in HEAD.finditer(running):
        if found.start() < position:
            continue
        line = bisect_right(starts, found.start()) - 1
        name, region, end = _name_at(running, found.start(), starts, line, sheet.lines[line].table)
        if name:
            position = end
            yield Mention(Body(title_case(name), _kind(name), region), line)


def begins_body(text: str) -> bool:
    """Whether a line begins the name of a local body or ministry."""
    folded = fold(text).strip()
    return any(folded.startswith(f"{head} ") for head in HEADS)


def _kind(name: str) -> Tingkat:
    folded = fold(name)
    return HEADS[max((head for head in HEADS if folded.startswith(head)), key=len)]


_WORD = re.compile(r"\S+")


def _name_at(text: str, start: int, starts: Sequence[int], line: int, in_cell: bool) -> tuple[str, Region | None, int]:
    """(name without region, region, where it ends) of the body that begins here; an empty name if none does. A name in a cell of a
    table ends with the cell.
    """
    words: list[str] = []
    capitals, end = text[start : start + 4].isupper(), start
    for found in _WORD.finditer(text, start, start + 300):
        word = found[0]
        bare = word.strip("*_.,;:()\"'“”")
        if in_cell and words and found.start() - end >= len(CELL_GAP):
            return _finished(words, None, end)
        while line + 1 < len(starts) and starts[line + 1] <= found.start():
            line += 1
            if capitals and not _goes_on(words, bare):
                return _finished(words, None, end)
        level = level_of(fold(bare).strip()) if words else None
        if level:
            hit = gazetteer().at(fold(text[found.end() : found.end() + LOOK_AHEAD]).split()[:7], level)
            return _finished(words, hit.region if hit else None, found.end() if hit else end)
        if not _fits(bare, capitals) or len(words) == MAX_NAME_WORDS:
            return _finished(words, None, end)
        words.append(bare + "," * word.endswith(","))
        end = found.end()
        if word[-1] in ".;:)":
            return _finished(words, None, end)
    return _finished(words, None, end)


def _goes_on(words: Words, following: str) -> bool:
    """Whether a title in capitals runs over the end of its line."""
    if not words:
        return True
    if f"{words[-1]} {following}" in AFFAIRS:
        return True
    last, following = words[-1], following.lower()
    return following in CONNECTIVES or last.endswith(",") or last.lower() in CONNECTIVES or level_of(fold(following).strip()) is not None


def _fits(word: str, capitals: bool) -> bool:
    if word.lower() in ("dan", "serta", "&"):
        return True
    folded = fold(word).strip()
    if not folded or folded in ENDS_NAME or not word[0].isupper() or any(c.isdigit() for c in folded):
        return False
    return word.isupper() if capitals else True


def _finished(words: list[str], region: Region | None, end: int) -> tuple[str, Region | None, int]:
    while words and (words[-1].lower() in CONNECTIVES or words[-1] == "&"):
        words.pop()
    name = " ".join(words).rstrip(",")
    folded = fold(name).strip()
    if folded.startswith(NO_BODY) or not any(folded.startswith(head) for head in HEADS) or (" " not in folded and region is None):
        return "", None, end
    return name, region, end
