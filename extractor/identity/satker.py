"""Which body a document is about: every body it names is weighed by where and how often it is named."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log1p

from rapidfuzz import fuzz

from extractor.fitted import calibration, weighted, weights
from extractor.identity.bodies import (
    Body,
    Mention,
    commission,
    commission_mentions,
    government_mentions,
    heads_of_region,
    other_mentions,
    region_in,
)
from extractor.identity.kinds import Title
from extractor.identity.regions import Region, RegionLevel, gazetteer
from extractor.identity.sheet import TITLE_LINES, Sheet
from extractor.identity.words import fold, is_short_for, squeeze

_LEVEL = re.compile(r"\b(?:PROVINSI|PROPINSI|PROV|KABUPATEN|KAB|KOTA) ")
ADDRESS = re.compile(r"\b(kab|kota|prov)(?:upaten|insi)?[-_. ]?([a-z][a-z-]{2,30})(?:@|\.)k[po]u\.go\.id", re.IGNORECASE)
"""Mail and web addresses of the commission: "kab_x@kpu.go.id", "kota-x.kpu.go.id"."""

ADDRESS_LEVELS: dict[str, RegionLevel] = {"kab": "kabupaten", "kota": "kota", "prov": "provinsi"}
WEIGHTS = {"cover": (8.0, 2), "title": (2.0, 5), "header": (0.5, 16), "address": (2.0, 4), "post": (3.0, 3), "text": (0.0, 0)}
"""Weight of one mention in each place, and how many count."""

TEXT_WEIGHT = 12.0
"""Shared out over all mentions in the text."""

LATE = 0.5
"""Share of its weight that a name on the cover loses on the way from the first line to the last."""

CERTAIN, MANY = 10.0, 40
"""A total weight, and a number of mentions, from which more of it makes no surer."""

SATKER = weights("satker")
"""Log odds of "this is the body" per signal."""

CONFIDENCE = calibration("satker")

STRAY = 0.15
"""A printing with less than this share of another's weight is a slip of the reading."""

GOVERNMENT_FACTOR = 0.3
"""A local government is named in every report of its offices."""


@dataclass(frozen=True, slots=True)
class Found:
    body: Body
    confidence: float


def find_body(sheet: Sheet, titles: Sequence[Title], posts: Iterable[str], name: str) -> Found | None:
    """The body of a document, or None where no body is named at all.

    ``posts`` are positions of signers; ``name`` is the file's name, which counts only where the text is silent.
    """
    scores: dict[Body, float] = defaultdict(float)
    mentions = [*commission_mentions(sheet), *government_mentions(sheet), *other_mentions(sheet)]
    for body, weight in (*_placed(sheet, titles, mentions), *_addresses(sheet), *_posts(posts)):
        scores[body] += weight
    regions = _regions(sheet)
    merged = _merged(scores, regions)
    if not merged:
        return _from_name(name)
    ranked = sorted(merged.items(), key=lambda item: (-item[1], item[0].name))
    best, weight = ranked[0]
    rival = ranked[1][1] if len(ranked) > 1 else 0.0
    return Found(best, round(CONFIDENCE(weighted(SATKER, signals(best, weight, rival, len(mentions)))), 3))


def signals(best: Body, weight: float, rival: float, mentions: int) -> dict[str, float]:
    """What speaks for the body with the greatest weight: its lead, how much the document says of bodies, and whether it is named whole."""
    local = best.level not in ("pusat", "kementerian", "lain")
    return {
        "bias": 1.0,
        "share": weight / (weight + rival),
        "weight": min(1.0, weight / CERTAIN),
        "mentions": log1p(min(mentions, MANY)) / log1p(MANY),
        "no_region": float(local and best.region is None),
        "central": float(not local),
    }


def _placed(sheet: Sheet, titles: Sequence[Title], mentions: Sequence[Mention]) -> Iterator[tuple[Body, float]]:
    """Every mention with the weight of its place."""
    title_lines = {line for title in titles for line in range(title.line, title.line + 4)}
    counted: Counter[tuple[Body, str]] = Counter()
    for mention in mentions:
        place = _place(sheet, mention.line, title_lines)
        weight, most = WEIGHTS[place]
        if place == "cover":
            weight *= 1.0 - LATE * mention.line / TITLE_LINES
        counted[mention.body, place] += 1
        factor = GOVERNMENT_FACTOR if mention.body.stem.startswith("Pemerintah") else 1.0
        share = TEXT_WEIGHT / len(mentions)
        yield mention.body, factor * mention.score * (share + (weight if counted[mention.body, place] <= most else 0.0))


def _place(sheet: Sheet, line: int, title_lines: set[int]) -> str:
    if sheet.lines[line].furniture:
        return "header"
    if sheet.lines[line].table:
        return "text"
    if line < sheet.title_end and len(sheet.lines[line].text) < 120:
        return "cover"
    return "title" if line in title_lines else "text"


def _addresses(sheet: Sheet) -> Iterator[tuple[Body, float]]:
    weight, most = WEIGHTS["address"]
    found = Counter((m[1].lower(), squeeze(m[2])) for line in sheet.lines if "go.id" in line.text for m in ADDRESS.finditer(line.text))
    for (level, name), count in found.items():
        hit = gazetteer().at([name], ADDRESS_LEVELS[level])
        if hit:
            yield commission(hit.region), weight * min(most, count)


def _posts(posts: Iterable[str]) -> Iterator[tuple[Body, float]]:
    """Bodies in the positions of signers: "Ketua Komisi Pemilihan Umum Kota X"."""
    weight, most = WEIGHTS["post"]
    counted: Counter[Body] = Counter()
    for post in posts:
        sheet = Sheet.of_text(post)
        for mention in (*commission_mentions(sheet), *other_mentions(sheet)):
            counted[mention.body] += 1
            if counted[mention.body] <= most:
                yield mention.body, weight


def _regions(sheet: Sheet) -> Counter[Region]:
    """How often each region is named with its level or through its head."""
    found: Counter[Region] = Counter(heads_of_region(sheet.running))
    for match in _LEVEL.finditer(sheet.running):
        hit = region_in(sheet.running[match.start() : match.start() + 100].split()[:8], fuzzy=False)
        if hit:
            found[hit.region] += 1
    return found


def _merged(scores: dict[Body, float], regions: Counter[Region]) -> dict[Body, float]:
    """Printings of one body brought together: misspelt and abbreviated stems join the full one, a body without a region gets one.

    A local body without a region is given the region that the document names most.
    """
    home = regions.most_common(1)[0][0] if regions else None
    placed: dict[Body, float] = defaultdict(float)
    for body, score in scores.items():
        local = body.level == "perangkat_daerah" and body.region is None
        placed[Body(body.stem, body.level, _usual(body, scores, home)) if local else body] += score
    heads = sorted(placed, key=lambda body: (-placed[body], body.name))
    merged: dict[Body, float] = {}
    for body in heads:
        target = next((known for known in merged if _same(body, known)), None)
        if target is None:
            merged[body] = placed[body]
            continue
        merged[_fuller(target, body, placed)] = merged.pop(target) + placed[body]
    return merged


def _fuller(target: Body, body: Body, scores: dict[Body, float]) -> Body:
    """Which of two printings is the name: the spelt-out one of an abbreviation; a longer one only if it is no stray."""
    if not is_short_for(target.stem, body.stem):
        return target
    goes_on = fold(body.stem).startswith(fold(target.stem))
    return target if goes_on and scores[body] < STRAY * scores[target] else body


def _usual(body: Body, scores: dict[Body, float], home: Region | None) -> Region | None:
    """The region with which a body's name is printed elsewhere in the document, else the document's own."""
    named = {b.region: s for b, s in scores.items() if b.region and squeeze(b.stem) == squeeze(body.stem)}
    return max(named, key=lambda region: (named[region], region.code)) if named else home


def _same(a: Body, b: Body) -> bool:
    if a.level != b.level or a.region != b.region or a.level in ("pusat", "provinsi", "kabupaten", "kota"):
        return False
    return fuzz.ratio(squeeze(a.stem), squeeze(b.stem)) >= 90 or is_short_for(a.stem, b.stem) or is_short_for(b.stem, a.stem)


def _from_name(name: str) -> Found | None:
    """A weak guess from the name of the file, where the text says nothing."""
    words = re.sub(r"[_\-.]+", " ", name)
    for mention in commission_mentions(Sheet.of_text(words)):
        if mention.body.region:
            return Found(mention.body, 0.2)
    return None
