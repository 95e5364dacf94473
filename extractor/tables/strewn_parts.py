"""Several tables in one stretch of cells: where each begins."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from extractor.reading.document import Line
from extractor.tables.profile import looks
from extractor.tables.strewn_fit import MEASURED, is_money
from extractor.tables.strewn_heads import Label, Wordings, find_labels
from extractor.tables.strewn_regions import is_caption

LEAST_LABELS: Final = 2
_WHOLE_HEADER: Final = 3
_TITLE_LINES: Final = 3
_TARGETS: Final = frozenset({"quantity", "percent"})
"""Looks of targets that no list of amounts has."""
_GOAL: Final = ("sasaran", "indikator", "target")
_YEAR: Final = re.compile(r"\b20\d\d\b")
_PLAN: Final = re.compile(r"rencana k(?:inerja|erja)|rencana aksi|\brkt\b|\brak\b", re.IGNORECASE)


def parted(lines: Sequence[Line], wordings: Wordings) -> Iterator[list[Line]]:
    """The lines of each table: another begins where a header's first column is named again, or with a caption below whole tables."""
    labels = find_labels(lines, wordings)
    starts = [0]
    firsts = [label.start for label in labels if _is_number_label(label.text)]
    again = [at for at, stop in zip(firsts[1:], [*firsts[2:], len(lines)], strict=False) if not _is_one(labels, at, stop, wordings)]
    starts += [at - 1 if at and not lines[at].gap and is_title(lines[at - 1].text) else at for at in again]
    for at in (at for at, line in enumerate(lines) if is_caption(line.text)):
        before = [label for label in labels if max(s for s in starts if s <= at) <= label.start < at]
        after = [label for label in labels if label.start > at]
        named = {label.text.lower() for label in before}
        repeated = any(_is_number_label(label.text) or label.text.lower() in named for label in after)
        if (
            len(before) >= _WHOLE_HEADER
            and len(after) >= LEAST_LABELS
            and repeated
            and any(_is_number_label(label.text) for label in before)
        ):
            starts.append(at)
    starts += _attached(lines, labels, wordings)
    starts = sorted(set(starts))
    parts = [list(lines[start:stop]) for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True) if stop > start]
    for at in range(len(parts) - 1):
        parts[at : at + 2] = _with_targets(*_with_code(parts[at], parts[at + 1], wordings), wordings)
    yield from parts


def is_title(text: str) -> bool:
    """Whether a line is a caption, or words with the year of a table."""
    return is_caption(text) or (_YEAR.search(text) is not None and text[:1].isupper() and " " in text)


def _is_one(labels: Sequence[Label], at: int, stop: int, wordings: Wordings) -> bool:
    """Whether the headers before a second number column, and those behind it, name an agreement's columns together."""
    before = {role for label in labels if label.start < at for role in _GOAL if wordings.names(label.text, "pk", role)}
    after = {role for label in labels if at <= label.start < stop for role in _GOAL if wordings.names(label.text, "pk", role)}
    return bool(before) and bool(after) and not before & after


def _with_code(above: list[Line], below: list[Line], wordings: Wordings) -> tuple[list[Line], list[Line]]:
    """Two tables, each with its own lines: the header of a list's codes may be read among those of the agreement above it."""
    label = next((label for label in find_labels(above, wordings) if wordings.names(label.text, "pk_anggaran", "kode")), None)
    names = find_labels(below, wordings)
    listed = all(any(wordings.names(other.text, "pk_anggaran", role) for other in names) for role in ("uraian", "jumlah"))
    coded = any(wordings.names(other.text, "pk_anggaran", "kode") for other in names)
    if label is None or not listed or coded or any(wordings.names(label.text, "pk", role) for role in _GOAL):
        return above, below
    return [*above[: label.start], *above[label.stop :]], [*above[label.start : label.stop], *below]


def _with_targets(above: list[Line], below: list[Line], wordings: Wordings) -> tuple[list[Line], list[Line]]:
    """Two tables, each with its own lines: the targets of the upper one, or the last of them, may be read within the lower one."""
    names = [find_labels(lines, wordings) for lines in (above, below)]
    has = [
        {role: label for label in found for role in ("indikator", "target") if wordings.names(label.text, "pk", role)} for found in names
    ]
    listed = any(wordings.names(label.text, "pk_anggaran", "jumlah") for label in names[1])
    if listed and "target" in has[0] and not has[1] and not any(_names_share(label, wordings) for label in names[1]):
        late = [line for line in below if looks(line.text) & _TARGETS and not is_money(line.text)]
        return [*above, *late], [line for line in below if line not in late]
    if "indikator" not in has[0] or "target" in has[0] or "target" not in has[1] or "indikator" in has[1] or not listed:
        return above, below
    label = has[1]["target"]
    stop = label.stop
    while stop < len(below) and (looks(below[stop].text) & MEASURED or below[stop].text.isalpha()):
        stop += 1
    return [*above, *below[label.start : stop]], [*below[: label.start], *below[stop:]]


def _attached(lines: Sequence[Line], labels: Sequence[Label], wordings: Wordings) -> Iterator[int]:
    """Where a budget list without a caption begins below an agreement: its two columns are named below the agreement's cells."""
    for at, (item, amount) in enumerate(pairwise(labels)):
        captions = [line.text for line in lines[: item.start] if is_caption(line.text)]
        title = " ".join([*(line.text for line in lines[: labels[0].start][-_TITLE_LINES:]), *captions[-1:]])
        is_list = wordings.names(item.text, "pk_anggaran", "uraian") and wordings.names(amount.text, "pk_anggaran", "jumlah")
        below = any(looks(line.text) & MEASURED for line in lines[labels[0].start : item.start])
        agreed = sum(any(wordings.names(label.text, "pk", role) for label in labels[:at]) for role in _GOAL) >= LEAST_LABELS
        within = agreed and any(is_money(line.text) for line in lines[: item.start])  # the entries stand among those of the agreement
        if at >= _WHOLE_HEADER and is_list and below and not within and amount.start - item.stop <= 1 and not _PLAN.search(title):
            before = labels[at - 1]
            first = _is_number_label(before.text) or wordings.names(before.text, "pk_anggaran", "kode")
            yield before.start if first and item.start - before.stop <= 1 else item.start


def _names_share(label: Label, wordings: Wordings) -> bool:
    """Whether a column holds what was spent or reached, and what share this is."""
    return any(wordings.names(label.text, "realisasi_anggaran", role) for role in ("realisasi", "persen"))


def _is_number_label(text: str) -> bool:
    return re.sub(r"\W+", " ", text.lower()).strip() in ("no", "nomor", "no urut", "nomor urut")
