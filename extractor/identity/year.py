"""The reporting year of a document: a vote of titles, running headers, mentions and the date of its signature.

A running header or footer is one voice, however many pages repeat it: templates of the year before are used again.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from extractor.fitted import calibration, weighted, weights
from extractor.identity.kinds import Title
from extractor.identity.sheet import Sheet
from extractor.model import JenisDokumen

FIRST_YEAR, LAST_YEAR = 2000, 2099
PERIOD = re.compile(r"20(?<!\w20)\d\d ?(?:S ?D|SAMPAI DENGAN|SAMPAI|HINGGA|[-–—/]|\s) ?20\d\d\b")
LAW = re.compile(r"NO(?<!\wNO)(?:MOR)?\b[^\n]{0,40}?\bTAHUN 20\d\d\b")
FISCAL = re.compile(r"T(?<!\wT)(?:AHUN(?: ANGGARAN)?|A| A) ?(20\d\d)\b")
YEAR = re.compile(r"\b(20\d\d)\b")

TITLE_WEIGHT = 6.0
OTHER_TITLE_WEIGHT = 1.0
"""For titles of another kind than the document: an appendix may be of the next year."""
COVER_WEIGHT = 6.0
HEADER_WEIGHT, HEADER_CAP = 1.0, 6.0
MENTION_WEIGHT = 5.0
DATE_WEIGHT = 6.0
EARLY_MONTHS = 6
"""A report is signed in the first months of the year after the one it reports on."""


CERTAIN, MANY = 24.0, 6
"""A total weight, and a number of votes, from which more makes no surer."""
YEAR_ODDS = weights("year")
"""Log odds of "this is the reporting year" per signal."""
CONFIDENCE = calibration("year")


def without_periods(text: str) -> str:
    """A folded text without spans of years ("2020 2024") and without the years of laws ("NOMOR 7 TAHUN 2017")."""
    return LAW.sub(" ", PERIOD.sub(" ", text))


def years_in(text: str) -> list[int]:
    """Single years in a folded text, those of periods and laws left out."""
    return [int(y) for y in YEAR.findall(without_periods(text))]


def reporting_year(
    sheet: Sheet, titles: Sequence[Title], kinds: Sequence[JenisDokumen], signed: Iterable[str], name: str
) -> tuple[int | None, float]:
    """(year, confidence 0..1); (None, 0.0) where nothing tells.

    Takes the ISO dates of the document's own signatures. The file's name only counts where the text is silent.
    """
    votes: Counter[int] = Counter()
    total: dict[int, float] = {}
    for year, weight in _votes(sheet, titles, kinds, signed):
        votes[year] += 1
        total[year] = total.get(year, 0.0) + weight
    if not total:
        named = [int(y) for y in re.findall(r"(?<!\d)20[0-4]\d(?!\d)", name)]
        return (named[0], 0.2) if len(set(named)) == 1 else (None, 0.0)
    best = max(total, key=lambda year: (total[year], -year))
    return best, round(CONFIDENCE(weighted(YEAR_ODDS, signals(total[best], sum(total.values()), votes[best]))), 3)


def signals(weight: float, total: float, votes: int) -> dict[str, float]:
    """What speaks for the year with the greatest weight: its share of all that is said of years, and how much and how many say it."""
    return {"bias": 1.0, "share": weight / total, "weight": min(1.0, weight / CERTAIN), "votes": min(votes, MANY) / MANY}


def _votes(sheet: Sheet, titles: Sequence[Title], kinds: Sequence[JenisDokumen], signed: Iterable[str]) -> Iterable[tuple[int, float]]:
    seen: Counter[JenisDokumen] = Counter()
    for title in titles:
        years = [] if sheet.lines[title.line].furniture else years_in(title.text)
        if years and seen[title.kind] < 3:
            seen[title.kind] += 1
            yield years[0], TITLE_WEIGHT / seen[title.kind] if title.kind in kinds else OTHER_TITLE_WEIGHT
    own = [folded for line, folded in zip(sheet.lines, sheet.folded, strict=True) if not line.furniture]
    cover = [folded for line, folded in zip(sheet.lines[: sheet.title_end], sheet.folded, strict=False) if not line.furniture]
    for year in set(FISCAL.findall(without_periods("\n".join(cover)))):
        yield int(year), COVER_WEIGHT
    headers = [FISCAL.search(without_periods(f)) for line, f in zip(sheet.lines, sheet.folded, strict=True) if line.furniture]
    for year, count in Counter(m[1] for m in headers if m).items():
        yield int(year), min(HEADER_CAP, HEADER_WEIGHT * count)
    mentions = Counter(FISCAL.findall(without_periods("\n".join(own))))
    total = sum(mentions.values())
    for year, count in mentions.items():
        yield int(year), MENTION_WEIGHT * count / total
    for date in signed:
        yield _year_of(date, list(kinds) == ["lkj"]), DATE_WEIGHT


def _year_of(date: str, report: bool) -> int:
    """The year that a signature's date speaks for: a report is signed after its year, a plan within it."""
    year, month = int(date[:4]), int(date[5:7]) if len(date) > 4 else 1
    return year - 1 if report and month <= EARLY_MONTHS else year
