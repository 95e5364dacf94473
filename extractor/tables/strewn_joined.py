"""Columns that a converter read below the signatures: figures under header words of their own, without texts that they belong to."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from extractor.reading.document import Block, Line
from extractor.tables.profile import looks
from extractor.tables.strewn_heads import Wordings, find_labels
from extractor.tables.strewn_regions import Region

_MOST_BETWEEN: Final = 14
"""Lines of signatures at most."""
_NAME_LINES: Final = 3
_FIGURES: Final = (("pk", "target"), ("pk_anggaran", "jumlah"), ("realisasi_anggaran", "realisasi"), ("capaian_kinerja", "capaian"))
_MONEY: Final = re.compile(r"(?:Rp\.?|[\d.,\s-])+")
_VALUES: Final = frozenset({"amount", "percent", "number", "quantity", "grade", "ordinal", "empty"})


def joined(regions: Iterable[Region], blocks: Sequence[Block], wordings: Wordings) -> list[list[Region]]:
    """The regions, those together of which the later ones are nothing but columns that the first one lacks; names between these are
    part of none.
    """
    groups: list[list[Region]] = []
    for region in regions:
        last = next((at for at in range(len(groups) - 1, -1, -1) if not _is_name(_lines(blocks, groups[at]), wordings)), None)
        below = replace(region, start=region.start + _names_before(_lines(blocks, [region]), wordings))
        near = last is not None and below.start - groups[last][-1].stop <= _MOST_BETWEEN
        if near and last is not None and _lacks(_lines(blocks, groups[last]), _lines(blocks, [below]), wordings):
            groups[last:] = [[*groups[last], below]]
        else:
            groups.append([region])
    return groups


def _names_before(lines: Sequence[Line], wordings: Wordings) -> int:
    """How many lines with the names of who signs stand above the header words."""
    first = next((label.start for label in find_labels(lines, wordings)), 0)
    names = lines[:first]
    return first if first <= _NAME_LINES and not any(map(str.isdigit, "".join(line.text for line in names))) else 0


def _is_name(lines: Sequence[Line], wordings: Wordings) -> bool:
    return len(lines) <= _NAME_LINES and not find_labels(lines, wordings)


def _lines(blocks: Sequence[Block], group: Sequence[Region]) -> list[Line]:
    return [block for region in group for block in blocks[region.start : region.stop] if isinstance(block, Line)]


def _lacks(above: Sequence[Line], below: Sequence[Line], wordings: Wordings) -> bool:
    """Whether the lines below are a header that those above have not, with nothing but figures, and those above have texts."""
    labels = find_labels(below, wordings)
    roles = {role for label in labels for role in _FIGURES if wordings.names(label.text, *role)}
    if not roles or not labels or labels[0].start:
        return False
    named = {at for label in labels for at in range(label.start, label.stop)}
    figures = [line for at, line in enumerate(below) if at not in named]
    headed = find_labels(above, wordings)
    missing = not any(wordings.names(label.text, *role) for label in headed for role in roles)
    return (
        bool(figures) and len(headed) > 1 and missing and all(_MONEY.fullmatch(line.text) or looks(line.text) & _VALUES for line in figures)
    )
