"""What stands on most pages of a text alike, set aside: running lines, page numbers, the letters of a watermark."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extractor.reading.document import Block, Line, Page

_DIGITS: Final = re.compile(r"\d+")
_LEAST_PAGES: Final = 3
_MOST_PAGES: Final = 0.6
"""Share of the pages on which a text stands at least."""


def without_running(pages: Sequence[Page]) -> list[Page]:
    """The pages with what most of them have alike among their furniture."""
    if len(pages) < _LEAST_PAGES:
        return list(pages)
    running = _running(pages)
    return [_without(page, running) for page in pages]


def _running(pages: Sequence[Page]) -> Counter[str]:
    """What most pages have as often, digits aside, and the numbers at their ends."""
    least = _MOST_PAGES * len(pages)
    lines = [[block for block in page.blocks if isinstance(block, Line)] for page in pages]
    ends = Counter(key for found in lines for key in {_key(line.text) for line in (*found[:1], *found[-1:])})
    common = Counter({key: 1 for key, count in ends.items() if count >= least and "0" in key})
    counted = [Counter(_key(line.text) for line in found) for found in lines]
    for key in {key for counts in counted for key in counts if any(map(str.isalpha, key))}:
        times = [counts[key] for counts in counted if counts[key]]
        if len(times) >= least:
            common[key] = min(times, key=lambda count: (-times.count(count), count))
    return common


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
