"""Parts of a report as documents of their own: offices send single chapters and appendices, where little says whose they are."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from extractor.reading.document import Document, Line, Page

_SHARES = (0.5, 0.2, 0.08, 0.03)
"""Of the blocks of the report."""


def excerpts(document: Document, seed: str) -> Iterator[Document]:
    """The report itself and stretches of it from anywhere, all without a name that could help. The same seed gives the same."""
    random = Random(seed)
    whole = replace(document, name="laporan")
    yield whole
    count = sum(len(page.blocks) for page in document.pages)
    for share in _SHARES:
        length = max(1, int(share * count))
        start = random.randrange(max(1, count - length + 1))
        yield replace(whole, pages=_between(document.pages, start, start + length))


def _between(pages: list[Page], start: int, stop: int) -> list[Page]:
    kept, at = [], 0
    for page in pages:
        blocks = [block for n, block in enumerate(page.blocks, at) if start <= n < stop]
        at += len(page.blocks)
        if blocks:
            furniture = page.furniture if _begins(page, blocks[0]) else []
            kept.append(replace(page, blocks=blocks, furniture=furniture))
    return kept


def _begins(page: Page, block: object) -> bool:
    """Whether the page's first block is there: its running header is, too."""
    return bool(page.blocks) and (page.blocks[0] is block or isinstance(block, Line))
