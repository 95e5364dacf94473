"""Which province, kabupaten or kota a few words name, by the reference list ``wilayah.csv`` (see scripts/make_regions.py)."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal, TypeAlias

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from extractor.identity.words import squeeze, word_set

RegionLevel: TypeAlias = Literal["provinsi", "kabupaten", "kota"]

LEVEL_WORDS: dict[str, RegionLevel] = {
    "PROVINSI": "provinsi",
    "PROPINSI": "provinsi",
    "PROV": "provinsi",
    "PROP": "provinsi",
    "KABUPATEN": "kabupaten",
    "KAB": "kabupaten",
    "KOTA": "kota",
}

COMMON_NAMES: dict[str, str] = {"31": "DKI Jakarta", "34": "Daerah Istimewa Yogyakarta"}
"""Names that reports and the commission itself use instead of the official one."""

OTHER_NAMES: dict[str, tuple[str, ...]] = {
    "11": ("Nanggroe Aceh Darussalam", "NAD"),
    "19": ("Bangka Belitung", "Babel"),
    "21": ("Kepri",),
    "31": ("DKI Jakarta", "Daerah Khusus Jakarta", "DK Jakarta", "DKJ", "Jakarta"),
    "34": ("DI Yogyakarta", "D I Yogyakarta", "DIY", "Yogyakarta"),
    "52": ("NTB",),
    "53": ("NTT",),
    "11.13": ("Aceh Gayo Lues",),
    "12.06": ("Tanah Karo",),
    "12.12": ("Toba Samosir", "Tobasa"),
    "12.15": ("Pakpak Barat",),
    "12.77": ("Padang Sidempuan", "Padang Sidimpuan"),
    "16.01": ("OKU",),
    "16.02": ("OKI",),
    "16.08": ("OKU Timur",),
    "16.09": ("OKU Selatan",),
    "16.12": ("PALI",),
    "64.01": ("Pasir",),
    "64.02": ("Kutai Kertanegara", "Kukar"),
    "71.09": ("Kepulauan Siau Tagulandang Biaro", "Kepulauan Sitaro", "Sitaro"),
    "73.01": ("Selayar",),
    "73.10": ("Pangkajene Kepulauan", "Pangkep"),
    "76.04": ("Polewali Mamasa", "Polman", "Polmas"),
    "81.03": ("Maluku Tenggara Barat",),
    "82.07": ("Kepulauan Morotai", "Morotai"),
    "91.05": ("Yapen Waropen",),
    "91.20": ("Mamberamo",),
}
"""Abbreviations, former names and spellings of the budget lists, by code."""

MAX_WORDS = 6
SHORT_WORDS = {"KEP": "KEPULAUAN", "ADM": "", "ADMINISTRASI": ""}
LETTERS_PER_SLIP = 5
"""A name may have one misread letter for every five; shorter names must be exact."""
NOT_A_NAME = word_set("DAN DI SE YANG UNTUK DALAM DENGAN ATAU SERTA PADA DAPAT SECARA AGAR TAHUN INI TERSEBUT OLEH KE DARI SEBAGAI MAUPUN")


@dataclass(frozen=True, slots=True)
class Region:
    code: str
    name: str
    """Without "Kabupaten" or "Kota"."""
    level: RegionLevel
    province: str

    @property
    def common(self) -> str:
        """The name that bodies of the region carry."""
        return COMMON_NAMES.get(self.code, self.name)

    @property
    def full(self) -> str:
        """ "Kabupaten Rokan Hulu", "Provinsi Bali"; a special region ("Daerah ...") carries no "Provinsi"."""
        if self.level == "provinsi" and self.common.startswith("Daerah"):
            return self.common
        return f"{self.level.capitalize()} {self.common}"


@dataclass(frozen=True, slots=True)
class Match:
    region: Region
    words: int
    """How many words of the text the name covers."""
    score: float
    """1 for an exact match, less for a misread one."""


class Gazetteer:
    """Finds regions by name; built once from the reference list."""

    def __init__(self, regions: Iterable[Region]) -> None:
        self.regions = tuple(regions)
        self._exact: dict[str, list[Region]] = {}
        for region in self.regions:
            for name in {region.name, *OTHER_NAMES.get(region.code, ())}:
                self._exact.setdefault(squeeze(name), []).append(region)
        self._names: dict[RegionLevel, dict[str, Region]] = {"provinsi": {}, "kabupaten": {}, "kota": {}}
        for name, found in self._exact.items():
            for region in found:
                self._names[region.level][name] = region
        self._rests = {level: _rests(names) for level, names in self._names.items()}

    def at(self, words: Sequence[str], level: RegionLevel | None = None, fuzzy: bool = True) -> Match | None:
        """The region that the first of these folded words name, the longest name winning; None if there is none.

        Without a level only exact names count, and a province wins over a kabupaten and a kota of the same name.
        """
        words = [SHORT_WORDS.get(word, word) for word in words[:MAX_WORDS]]
        for count in range(len(words), 0, -1):
            named = self._exact.get("".join(words[:count]), ())
            fitting = [r for r in named if level is None or r.level == level]
            if fitting:
                exact = Match(fitting[0], count, 1.0)
                return (self._longer(words, exact) if fuzzy and level else None) or exact
        return self._misread(words, level) if fuzzy and level and words and words[0] not in NOT_A_NAME else None

    def _misread(self, words: Sequence[str], level: RegionLevel) -> Match | None:
        return self._nearest(words, self._names[level])

    def _longer(self, words: Sequence[str], exact: Match) -> Match | None:
        """A longer name that begins with the exact match and whose other words are misread ("PAPUA TENGAN")."""
        rests = self._rests[exact.region.level].get("".join(words[: exact.words]))
        rest = self._nearest(words[exact.words :], rests) if rests else None
        return Match(rest.region, exact.words + rest.words, rest.score) if rest else None

    def _nearest(self, words: Sequence[str], names: dict[str, Region]) -> Match | None:
        """The name within a few letters of the first words; None where none is."""
        best: tuple[float, int, str] | None = None
        for count in range(1, len(words) + 1):
            text = "".join(words[:count])
            slips = len(text) // LETTERS_PER_SLIP
            hit = process.extractOne(text, names.keys(), scorer=Levenshtein.distance, score_cutoff=slips) if slips else None
            if hit and (best is None or hit[1] / len(text) < best[0]):
                best = (hit[1] / len(text), count, hit[0])
        return Match(names[best[2]], best[1], 1 - best[0]) if best else None


def _rests(names: dict[str, Region]) -> dict[str, dict[str, Region]]:
    """For every name that begins longer ones: what those have after it."""
    found: dict[str, dict[str, Region]] = {}
    for name, region in names.items():
        for end in range(1, len(name)):
            if name[:end] in names:
                found.setdefault(name[:end], {})[name[end:]] = region
    return found


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """All provinces, kabupaten and kota."""
    text = files("extractor.identity").joinpath("wilayah.csv").read_text(encoding="utf-8")
    return Gazetteer(_region(row) for row in csv.DictReader(text.splitlines()))


def _region(row: dict[str, str]) -> Region:
    return Region(row["kode"], row["nama"], LEVEL_WORDS[row["tingkat"].upper()], row["provinsi"])


@lru_cache(maxsize=4096)
def level_of(word: str) -> RegionLevel | None:
    """The kind of region that a folded word announces ("KABUPATEN", a misread "KABUPATEM"); None for other words."""
    exact = LEVEL_WORDS.get(word)
    if exact or len(word) < 7:
        return exact
    hit = process.extractOne(word, ("PROVINSI", "KABUPATEN"), scorer=fuzz.ratio, score_cutoff=80)
    return LEVEL_WORDS[hit[0]] if hit else None
