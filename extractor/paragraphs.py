"""The paragraphs by which a passage copied from another report is known: those that name a region, and long ones with figures.

Of each a hash of its words is kept, in which the report's own region does not count, and a sample of its runs of three words
without their figures (bottom-k sketch, as in :mod:`extractor.fingerprint`); of its text the beginning alone.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import blake2b
from itertools import islice
from typing import Final

from extractor.claims.passage import Passage
from extractor.identity.regions import Region, gazetteer, level_of
from extractor.identity.words import tokens
from extractor.model import Asal, Paragraf
from extractor.records.context import Context

LEAST_WORDS: Final = 10
"""Shorter paragraphs are headings and captions."""
LONG: Final = 25
"""Words from which a paragraph is known by its wording alone."""
LEAST_FIGURES: Final = 2
SAMPLE: Final = 32
"""Hashes kept of each; the standard error of a likeness near 0.9 is 0.05."""
MOST: Final = 400
"""Paragraphs kept of one document."""
SHOWN: Final = 240
_RUN: Final = 3
_HEX: Final = 8
_OWN: Final = "@"
_SIGNIFICANT: Final = 3
"""Digits of a figure, without zeros at its ends, that two bodies hardly share."""
_WIDER: Final = frozenset({"PROVINSI", "NASIONAL", "INDONESIA"})
"""Words of paragraphs whose figures many bodies may share."""
_FIGURE: Final = re.compile(r"(?<![\w.,/-])(?:Rp\.?\s*)?(\d[\d.,]*\d)(?![\w/-])", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_LAW: Final = re.compile(r"\b(?:Nomor|No\.?|Tahun|Pasal|ayat)\s*:?\s*\d[\d./-]*", re.IGNORECASE)


def telling(passages: Iterable[Passage], own: str | None, context: Context) -> list[Paragraf]:
    """The telling paragraphs of a document in printed order; ``own`` is the code of the report's region."""
    texts = (passage for passage in passages if not passage.heading)
    found = (paragraph(passage.text, own, partial(context.source, passage.places)) for passage in texts)
    return list(islice((item for item in found if item is not None), MOST))


def paragraph(text: str, own: str | None, source: Callable[[], Asal]) -> Paragraf | None:
    """What is kept of a paragraph; None where it tells nothing, as most do, whose source is not asked for."""
    words = tokens(text)
    if len(words) < LEAST_WORDS:
        return None
    named = list(_regions(words))
    figures = 0 if _WIDER.intersection(words) else len(set(_figures(text)))
    if not named and (len(words) < LONG or figures < LEAST_FIGURES):
        return None
    return Paragraf(
        hash=blake2b(" ".join(_masked(words, named, own)).encode(), digest_size=8).hexdigest(),
        sampel=_sample(words),
        wilayah=sorted({region.code for _, _, region in named}),
        angka=figures if len(words) >= LONG else 0,
        teks=text if len(text) <= SHOWN else text[: SHOWN - 1].rsplit(" ", 1)[0] + "…",
        sumber=source(),
    )


def _regions(words: Sequence[str]) -> Iterator[tuple[int, int, Region]]:
    """The kabupaten and kota that the words name with their level: first word, end, region. Names must be exact."""
    for at, word in enumerate(words):
        level = level_of(word)
        match = gazetteer().at(words[at + 1 : at + 7], level, fuzzy=False) if level in ("kabupaten", "kota") else None
        if match is not None:
            yield at, at + 1 + match.words, match.region


def _masked(words: Sequence[str], named: Sequence[tuple[int, int, Region]], own: str | None) -> Iterator[str]:
    """The words with the report's own region as one sign, so that a text in which each puts its own name is one text."""
    hidden = {at: end for at, end, region in named if region.code == own}
    at = 0
    while at < len(words):
        yield _OWN if at in hidden else words[at]
        at = hidden.get(at, at + 1)


def _figures(text: str) -> Iterator[str]:
    """Amounts, percents and counts that two bodies hardly share; years, round figures and numbers of laws are none."""
    for match in _FIGURE.finditer(_LAW.sub(" ", text)):
        digits = re.sub(r"\D", "", match[1])
        if len(digits.strip("0")) >= _SIGNIFICANT and not _YEAR.fullmatch(match[1]):
            yield digits


def _sample(words: Sequence[str]) -> str:
    plain = ["#" if word.isdigit() else word for word in words]
    runs = {" ".join(plain[at : at + _RUN]) for at in range(len(plain) - _RUN + 1)}
    hashes = sorted(blake2b(run.encode(), digest_size=_HEX // 2).hexdigest() for run in runs)
    return "".join(hashes[:SAMPLE])
