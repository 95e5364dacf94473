"""What stands on most pages of a text alike, set aside: running lines, page numbers, the letters of a watermark.

Plans of few pages have a table with the same columns, and the same outcomes, on nearly each of them: header words never are running
lines, and of few pages all but one must have a text. Nor is the title of a form that stands right above its text on most of the pages.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extractor.reading.document import Block, Line, Page
from extractor.tables.strewn_heads import Wordings

_LIKE: Final = 0.95
"""Agreement with a wording from which a text is a header word."""
_DIGITS: Final = re.compile(r"\d+")
_LEAST_PAGES: Final = 3
_MOST_PAGES: Final = 0.6
"""Share of the pages on which a text stands at least."""
_FEW_PAGES: Final = 10
"""Pages from which that share is enough; of fewer a text must be missing on one at most."""


def without_running(pages: Sequence[Page], wordings: Wordings) -> list[Page]:
    """The pages with what most of them have alike among their furniture."""
    if len(pages) < _LEAST_PAGES:
        return list(pages)
    running = _running(pages, wordings)
    return [_without(page, running) for page in pages]


def _running(pages: Sequence[Page], wordings: Wordings) -> Counter[str]:
    """What most pages have as often, digits aside, and the numbers at their ends."""
    least = _MOST_PAGES * len(pages) if len(pages) >= _FEW_PAGES else len(pages) - 1
    lines = [[block for block in page.blocks if isinstance(block, Line)] for page in pages]
    ends = Counter(key for found in lines for key in {_key(line.text) for line in (*found[:1], *found[-1:])})
    common = Counter({key: 1 for key, count in ends.items() if count >= least and "0" in key})
    counted = [Counter(_key(line.text) for line in found) for found in lines]
    for key in {key for counts in counted for key in counts if any(map(str.isalpha, key))}:
        times = [counts[key] for counts in counted if counts[key]]
        if len(times) >= least and not _is_header(key, wordings):
            common[key] = min(times, key=lambda count: (-times.count(count), count))
    titles = {key for key in common if " " in key and _is_title(key, common, lines)}
    return Counter({key: count for key, count in common.items() if key not in titles})


def _is_title(key: str, common: Counter[str], pages: Sequence[Sequence[Line]]) -> bool:
    """Whether a text mostly begins a block that goes on with what no other page has."""
    places = [(found, at) for found in pages for at, line in enumerate(found) if _key(line.text) == key]
    begins = [(found, at) for found, at in places if at == 0 or found[at].gap > 0]
    above = [found[at + 1] for found, at in begins if at + 1 < len(found) and not found[at + 1].gap]
    return 2 * sum(_key(line.text) not in common for line in above) > len(places)


def _is_header(text: str, wordings: Wordings) -> bool:
    """Whether a text is a header word; a single letter is rather one of a watermark."""
    return len(text) > 1 and max(wordings.like(text).values(), default=0.0) >= _LIKE


def _key(text: str) -> str:
    return _DIGITS.sub("0", text)


def _without(page: Page, running: Counter[str]) -> Page:
    left = Counter(running)
    kept: list[Block] = []
    aside: list[Line] = []
    for block in page.blocks:
        if isinstance(block, Line) and left[_key(block.text)] > 0:
            left[_key(block.text)] -= 1
            aside.append(block)
        else:
            kept.append(block)
    return replace(page, blocks=kept, furniture=[*page.furniture, *aside]) if aside else page
