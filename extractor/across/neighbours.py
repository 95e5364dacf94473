"""Which satker-years are compared with which: found from a few words of each, so that thousands fit into memory."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from extractor.checks.views.members import is_member, kind_of

if TYPE_CHECKING:
    from extractor.model import Banding, Satker

COPIES: Final = 3
"""Satkers that hold a paragraph; with more it is common wording and no copy."""
Name = str
"""Of a satker-year, as its caller knows it: the file, say."""


@dataclass(frozen=True, slots=True)
class Header:
    """What is kept of each satker-year while the others are gone through."""

    name: Name
    slug: str
    satker: "Satker"
    year: int | None
    past: frozenset[int]
    """Earlier years of which it states figures."""
    own: frozenset[str]
    """Hashes of its telling paragraphs."""
    foreign: frozenset[str] = field(default_factory=frozenset)
    """Codes of the regions that its paragraphs name in place of its own."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Those that one satker-year is to be compared with."""

    others: tuple[Name, ...]
    common: frozenset[str]
    """Hashes of its paragraphs that too many satkers hold."""


def header(name: Name, excerpt: "Banding") -> Header:
    """The part of an excerpt that tells whom it concerns."""
    own = excerpt.satker.kode_wilayah
    regions = {code for part in excerpt.paragraf if own not in part.wilayah for code in part.wilayah}
    hashes = frozenset(part.hash for part in excerpt.paragraf)
    return Header(name, excerpt.slug, excerpt.satker, excerpt.tahun, frozenset(excerpt.tahun_lalu), hashes, frozenset(regions))


def neighbours(headers: Iterable[Header]) -> dict[Name, Neighbours]:
    """For every satker-year those it is compared with; who has none is left out. The order of the headers does not matter."""
    known = sorted(headers, key=lambda each: each.name)
    index = _Index(known)
    found = {each.name: Neighbours(tuple(sorted(index.of(each))), index.common(each)) for each in known if each.year is not None}
    return {name: each for name, each in found.items() if each.others}


class _Index:
    """The satker-years by slug, by region and by the paragraphs they hold."""

    def __init__(self, known: Sequence[Header]) -> None:
        self._by_slug: dict[str, list[Header]] = defaultdict(list)
        self._by_region: dict[str, list[Header]] = defaultdict(list)
        self._members: dict[tuple[str, int | None], list[Header]] = defaultdict(list)
        self._holders: dict[str, list[Header]] = defaultdict(list)
        for each in known:
            self._by_slug[each.slug].append(each)
            region = each.satker.kode_wilayah or ""
            self._by_region[region].append(each)
            if each.satker.tingkat != "provinsi" and "." in region:
                self._members[region.partition(".")[0], each.year].append(each)
        for each in known:
            for mark in each.own:
                self._holders[mark].append(each)

    def of(self, one: Header) -> set[Name]:
        past = (each for each in self._by_slug[one.slug] if each.year in one.past)
        region = one.satker.kode_wilayah or ""
        below = (each for each in self._members[region, one.year] if is_member(each.satker, one.satker)) if region else ()
        return {each.name for group in (past, below, self._copied(one)) for each in group}

    def _copied(self, one: Header) -> list[Header]:
        """Bodies of its kind whose region it names, or that hold one of its paragraphs."""
        kind = kind_of(one.satker)
        named = [each for code in one.foreign for each in self._by_region.get(code, ()) if kind_of(each.satker) == kind]
        common = self.common(one)
        shared = [each for mark in one.own - common for each in self._holders[mark] if each.slug != one.slug]
        return [each for each in (*named, *shared) if each.year is not None and each.year <= (one.year or 0) and each.slug != one.slug]

    def common(self, one: Header) -> frozenset[str]:
        """The paragraphs that too many satkers hold."""
        return frozenset(mark for mark in one.own if len({each.slug for each in self._holders[mark]}) > COPIES)
