"""The evidence for a candidate by itself: one small function per feature, each giving a strength that the weights multiply."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from extractor.fitted import weighted
from extractor.segmenting.candidate import Candidate, is_caption
from extractor.segmenting.lexicon import CONNECTIVES, OPENERS
from extractor.segmenting.outline import Outline
from extractor.segmenting.printed import Printed
from extractor.segmenting.reading import known_section, known_title, readings
from extractor.segmenting.weights import LOCAL
from extractor.segmenting.wording import capitals, running, split_tail, title_case

_CAPS: Final = 0.8
_FIGURE: Final = re.compile(r"\bRp\b|\d[.,]\d{3}\b|\d\s?%")
_PROSE_WORDS: Final = 8
_TITLE_WORDS: Final = 12

_NO_OUTLINE: Final = Outline()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around the candidates: the lines, the outline that the table of contents gives, and the zones (indices of lines)."""

    lines: Sequence[Printed]
    outline: Outline = _NO_OUTLINE
    contents: frozenset[int] = frozenset()
    listings: tuple[range, ...] = ()
    """The "sistematika" listings."""

    def above(self, candidate: Candidate) -> Printed | None:
        return self.lines[candidate.start - 1] if candidate.start else None

    def below(self, candidate: Candidate) -> Printed | None:
        return self.lines[candidate.stop] if candidate.stop < len(self.lines) else None

    def own(self, candidate: Candidate) -> Sequence[Printed]:
        return self.lines[candidate.start : candidate.stop]


def explains(text: str) -> bool:
    """Whether a sentence begins by saying what a chapter will hold ("Memuat …", "Pada bab ini disajikan …")."""
    return text.lower().startswith(OPENERS)


Feature = Callable[[Surroundings, Candidate], float]


def _capitals(_: Surroundings, c: Candidate) -> float:
    if c.reading.style == "bab" and not c.title:
        return 1.0
    return float(capitals(c.title) >= _CAPS)


def _title_case(_: Surroundings, c: Candidate) -> float:
    if not c.title or capitals(c.title) >= _CAPS:
        return 0.0
    return max(0.0, 2 * title_case(c.title) - 1)


def _lower_start(_: Surroundings, c: Candidate) -> float:
    first = next(filter(str.isalpha, c.title), "")
    return float(first.islower())


def _known(_: Surroundings, c: Candidate) -> float:
    if not c.title:
        return 0.0
    if c.reading.style in ("front", "back"):
        return max(0.0, c.reading.known - 0.5) * 2
    likeness = known_title(c.title)[1] if c.reading.style in ("bab", "bare") else known_section(c.title)
    return max(0.0, (likeness - 0.75) * 4) * (1.0 if c.reading.style in ("bab", "bare") else 0.5)


def _too_long(_: Surroundings, c: Candidate) -> float:
    return max(0.0, (len(c.title.split()) - _TITLE_WORDS) / 4)


def _running(_: Surroundings, c: Candidate) -> float:
    found = float(running(c.title))
    return found if c.reading.style == "bab" or explains(c.title) else found / 2


def _sentence_end(s: Surroundings, c: Candidate) -> float:
    if not c.title.endswith(".") or len(c.title.split()) <= 2:
        return 0.0
    return 0.4 if all(line.bold for line in s.own(c)) or capitals(c.title) >= _CAPS else 1.0


def _open_end(_: Surroundings, c: Candidate) -> float:
    last = c.title.split()[-1].lower() if c.title else ""
    return float(c.title.endswith((";", ",", ":"))) or 0.6 * float(last in CONNECTIVES)


def _figures(_: Surroundings, c: Candidate) -> float:
    return float(_FIGURE.search(c.title) is not None)


def _space_above(s: Surroundings, c: Candidate) -> float:
    return min(1.0, s.lines[c.start].gap)


def _no_dot(_: Surroundings, c: Candidate) -> float:
    return float(not c.reading.dotted)


def _page_number(_: Surroundings, c: Candidate) -> float:
    tail = split_tail(c.title)
    if tail.leader or not tail.title:
        return float(tail.leader)
    return float(tail.page) * (1.0 if c.reading.style in ("bab", "bare", "front", "back") else 0.5)


def _prose_below(s: Surroundings, c: Candidate) -> float:
    below = s.below(c)
    return float(below is not None and (below.table or below.words >= _PROSE_WORDS))


def _explained(s: Surroundings, c: Candidate) -> float:
    below = s.below(c)
    return float((below is not None and explains(below.text)) or explains(c.title))


def _runs_in(s: Surroundings, c: Candidate) -> float:
    """The line above is a line of a paragraph that has not ended."""
    above, line = s.above(c), s.lines[c.start]
    if above is None or above.table or line.gap > 0.5 or line.first:
        return 0.0
    return float(above.words >= _PROSE_WORDS and above.text[-1:] not in '.:;!?"”)' and not above.bold)


def _runs_on(s: Surroundings, c: Candidate) -> float:
    """The line below goes on with the sentence, as in an item of a list."""
    below, last = s.below(c), s.lines[c.stop - 1]
    if below is None or below.table or below.gap > 0.3 or below.first or below.bullet or last.bold != below.bold:
        return 0.0
    if below.text[:1].islower():
        return 1.0
    return 0.6 * float(not (last.bold or capitals(c.title) >= _CAPS or readings(below.text)))


def _announced(s: Surroundings, c: Candidate) -> float:
    above = s.above(c)
    announced = above is not None and above.text.endswith(":")
    return float(announced) * (0.3 if s.lines[c.start].bold or capitals(c.title) >= _CAPS else 1.0)


def _titles_number(s: Surroundings, c: Candidate) -> float:
    """A chapter's title without a number, just below the number that it belongs to."""
    above = s.above(c)
    return float(c.reading.style == "bare" and above is not None and any(r.style == "bab" and not r.title for r in readings(above.text)))


def _caption(_: Surroundings, c: Candidate) -> float:
    return float(is_caption(c.title))


FEATURES: Final[Mapping[str, Feature]] = {
    "capitals": _capitals,
    "title_case": _title_case,
    "lower_start": _lower_start,
    "no_title": lambda _, c: float(not c.title),
    "known_title": _known,
    "in_outline": lambda s, c: s.outline.agreement(c.reading.style, c.value, c.title),
    "not_in_outline": lambda s, c: float(s.outline.lacks(c.reading.style, c.value, c.title)),
    "too_long": _too_long,
    "running_words": _running,
    "ends_as_sentence": _sentence_end,
    "ends_open": _open_end,
    "figures": _figures,
    "bold": lambda s, c: float(all(line.bold for line in s.own(c))),
    "larger": lambda s, c: float(s.lines[c.start].larger > 0.08),
    "centred": lambda s, c: float(s.lines[c.start].centred),
    "space_above": _space_above,
    "page_top": lambda s, c: float(s.lines[c.start].first),
    "no_dot": _no_dot,
    "page_number": _page_number,
    "bullet": lambda s, c: float(s.lines[c.start].bullet),
    "prose_below": _prose_below,
    "explained_below": _explained,
    "sentence_runs_in": _runs_in,
    "announced_as_item": _announced,
    "runs_on": _runs_on,
    "caption": _caption,
    "titles_number": _titles_number,
    "in_table": lambda s, c: float(s.lines[c.start].in_table),
    "in_contents": lambda s, c: float(c.start in s.contents),
    "in_systematics": lambda s, c: float(any(c.start in zone for zone in s.listings)),
}
"""Every feature of a candidate by itself with the function that measures it."""


def local_score(surroundings: Surroundings, candidate: Candidate) -> float:
    """Weighted sum of all features of a candidate, of its numbering style, and of every further line of its title."""
    return weighted(LOCAL, signals(surroundings, candidate))


def signals(surroundings: Surroundings, candidate: Candidate) -> dict[str, float]:
    """Strength of every feature by the names of ``weights.LOCAL``; those of further lines of the title are added up."""
    result = {name: measure(surroundings, candidate) for name, measure in FEATURES.items()}
    result[f"style {candidate.reading.style}"] = 1.0
    for index in range(candidate.start + candidate.head, candidate.stop):
        above, line = surroundings.lines[index - 1], surroundings.lines[index]
        opening = index == candidate.start + candidate.head and not candidate.reading.title
        for name, strength in _joins(above, line, opening=opening).items():
            result[f"joins {name}"] = result.get(f"joins {name}", 0.0) + strength
    return result


def _joins(above: Printed, line: Printed, *, opening: bool) -> dict[str, float]:
    """Hints that a line goes on with the title above; ``opening`` where only "BAB I" stands above it."""
    last = above.text.split()[-1].lower() if above.text else ""
    caps_above, caps = capitals(above.text) >= _CAPS, capitals(line.text) >= _CAPS
    return {
        "line": 1.0,
        "first_title_line": float(opening),
        "same_capitals": float(caps and caps_above),
        "other_capitals": float(caps != caps_above and not opening),
        "same_bold": float(line.bold and above.bold),
        "other_bold": float(line.bold != above.bold),
        "other_size": float(abs(line.larger - above.larger) > 0.08 and not opening),
        "close": float(line.gap < 0.8),
        "apart": float(line.gap >= 0.8 and not opening),
        "unfinished_above": float(last in CONNECTIVES or above.text.endswith((",", "-", "/", "&"))),
        "lower_start": float(line.text[:1].islower()),
        "prose": float(line.text.endswith((".", ";", ":")) or line.words > _TITLE_WORDS or running(line.text) > 1),
    }
