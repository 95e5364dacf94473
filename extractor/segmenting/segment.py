"""From a document to its tree of chapters."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import exp
from typing import Final

from rapidfuzz import fuzz

from extractor.reading.document import Document, Grid, Line, Place
from extractor.segmenting.candidate import Candidate, candidates
from extractor.segmenting.chapter import Chapter, Segmentation
from extractor.segmenting.evidence import Surroundings, local_score
from extractor.segmenting.lexicon import APPENDED, BACK, CHAPTERS, FRONT, SECTIONS
from extractor.segmenting.outline import outline_of
from extractor.segmenting.printed import Printed, printed_lines
from extractor.segmenting.ranks import BELOW, CHAPTER_STYLES, MAIN_STYLES, Stretch, TextBetween, choose_chapters, choose_sections
from extractor.segmenting.reading import readings
from extractor.segmenting.wording import Vocabulary, capitals, squeeze
from extractor.segmenting.zones import contents_zone, systematics_zones

_APPENDED_AFTER: Final = 20
"""Words that the last chapter has at least before a document may be appended to it."""
_APPENDED_WORDS: Final = 9

Ranked = tuple[int, Candidate]
"""A chosen heading with its level."""


def segment(document: Document) -> Segmentation:
    """The tree of chapters of a report, its table of contents and its "sistematika" listing.

    A document without chapters (a bundle of PK, RKT or RAK) gives an empty tree. Takes any document; raises nothing.
    """
    vocabulary = Vocabulary(_texts(document), (*FRONT, *BACK, *CHAPTERS, *SECTIONS))
    lines = printed_lines(document, vocabulary)
    found = list(candidates(lines, vocabulary))
    around = _surroundings(lines)
    scored = _scored(found, around)
    between = TextBetween(lines)
    chapters = choose_chapters([c for c in scored if c.reading.style in CHAPTER_STYLES], between)
    lists_only = _outside_chapters(around.contents, chapters)
    if lists_only != around.contents:
        around = replace(around, contents=lists_only)
        scored = _scored(found, around)
    headings, end = _choose(lines, scored, chapters, between)
    return Segmentation(
        _tree(lines, headings, end, vocabulary),
        frozenset(lines[index].block for index in around.contents),
        tuple(range(lines[zone.start].block, lines[zone.stop - 1].block + 1) for zone in around.listings),
    )


def _surroundings(lines: Sequence[Printed]) -> Surroundings:
    contents = contents_zone(lines)
    outline = outline_of([text for index in sorted(contents) for text in lines[index].rows or (lines[index].text,)])
    return Surroundings(lines, outline, contents, tuple(systematics_zones(lines, contents)))


def _scored(found: Sequence[Candidate], around: Surroundings) -> list[Candidate]:
    return [c._replace(score=local_score(around, c), listed=around.outline.agreement(c.reading.style, c.value, c.title)) for c in found]


def _outside_chapters(contents: frozenset[int], chapters: Sequence[Candidate]) -> frozenset[int]:
    """The lines of the lists of contents without those that turn out to stand in a chapter."""
    starts = [chapter.start for chapter in chapters]
    owners = {index: bisect_right(starts, index) - 1 for index in contents}
    return frozenset(index for index, owner in owners.items() if owner < 0 or chapters[owner].reading.style not in MAIN_STYLES)


def _texts(document: Document) -> Iterator[str]:
    for _, block in document.blocks():
        if isinstance(block, Line):
            yield block.text
        elif isinstance(block, Grid):
            yield from (line.text for row in block.rows for cell in row.cells for line in cell.lines)


def _choose(
    lines: Sequence[Printed], scored: Sequence[Candidate], chapters: Sequence[Candidate], between: TextBetween
) -> tuple[list[Ranked], int]:
    """All headings in printed order, and the line at which the last chapter ends."""
    if not chapters:
        return [], len(lines)
    end = _appended_at(lines, chapters[-1], between)
    ranked: list[Ranked] = [(1 if c.reading.style in MAIN_STYLES else 0, c) for c in chapters]
    for level in (2, 3):
        below = choose_sections(scored, _stretches(ranked, end, level - 1), between)
        ranked = sorted([*ranked, *((level, c) for row in below for c in row)], key=lambda item: item[1].start)
    return ranked, end


def _stretches(ranked: Sequence[Ranked], end: int, level: int) -> list[Stretch]:
    """What stands under the headings of a level, up to the next heading."""
    ends = [after.start for _, after in ranked[1:]] + [end]
    able = MAIN_STYLES if level == 1 else BELOW.keys()
    return [Stretch(c, stop) for (own, c), stop in zip(ranked, ends, strict=True) if own == level and c.reading.style in able]


def _appended_at(lines: Sequence[Printed], last: Candidate, between: TextBetween) -> int:
    """Where documents begin that are appended to the closing chapter without a heading "LAMPIRAN"; else the end."""
    closing = last.reading.style in MAIN_STYLES and fuzz.ratio(squeeze(last.title), "PENUTUP") >= 85
    if not closing:
        return len(lines)
    appended = (i for i in range(last.stop, len(lines)) if between.lines(last.stop, i) >= _APPENDED_AFTER and _begins_appended(lines[i]))
    start = next(appended, len(lines))
    while last.stop < start - 1 and start < len(lines) and _is_letterhead(lines[start - 1]):
        start -= 1
    return start


def _begins_appended(line: Printed) -> bool:
    short = 0 < line.words <= _APPENDED_WORDS and capitals(line.text) >= 0.8 and not readings(line.text)
    return short and squeeze(line.text).startswith(tuple(squeeze(title) for title in APPENDED))


def _is_letterhead(line: Printed) -> bool:
    return not line.table and 0 < line.words <= _APPENDED_WORDS and capitals(line.text) >= 0.8 and not readings(line.text)


def _tree(lines: Sequence[Printed], headings: Sequence[Ranked], end: int, vocabulary: Vocabulary) -> list[Chapter]:
    roots: list[Chapter] = []
    open_chapters: list[Chapter] = []
    last = lines[end - 1].block + 1 if end and lines else 0
    for index, (level, found) in enumerate(headings):
        following = next((c.start for rank, c in headings[index + 1 :] if rank <= max(level, 1)), None)
        stop = last if following is None else lines[following].block
        chapter = _chapter(lines[found.start : found.stop], level, found, stop, vocabulary)
        while open_chapters and open_chapters[-1].level >= max(level, 1):
            open_chapters.pop()
        open_chapters = [] if level <= 1 else open_chapters
        (open_chapters[-1].children if open_chapters else roots).append(chapter)
        open_chapters.append(chapter)
    return roots


def _chapter(own: Sequence[Printed], level: int, found: Candidate, stop: int, vocabulary: Vocabulary) -> Chapter:
    title = vocabulary.mend(found.title).strip(" :–-")
    sure = 1 / (1 + exp(-found.score / 2))
    return Chapter(level, found.reading.number, title, _places(own), own[0].block, max(stop, own[-1].block + 1), [], round(sure, 3))


def _places(own: Sequence[Printed]) -> tuple[Place, ...]:
    """One place per page."""
    places: list[Place] = []
    for line in own:
        if places and places[-1].page == line.place.page:
            places[-1] = places[-1].union(line.place)
        else:
            places.append(line.place)
    return tuple(places)
