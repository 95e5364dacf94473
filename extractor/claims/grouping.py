"""Figures that belong together: pagu, realisasi and share, or target, realisasi and capaian of one thing; a total and its list."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby, islice
from typing import Final

from extractor.claims.claim import Claim
from extractor.claims.lexicon import STAFF
from extractor.claims.passage import Passage

_JOINABLE: Final = frozenset({None, "share", "whole"})


def grouped(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of a paragraph in order, those of one thing and year in one group as long as none is measured twice."""
    result: list[Claim] = []
    for claim in claims:
        before = result[-1] if result else None
        if before is not None and claim.group != before.group and _is_of_the_same(before, claim):
            members = [c for c in result if c.group == before.group]
            mine = [c for c in claims if c.group == claim.group]
            if not {_what(c) for c in members} & {_what(c) for c in mine}:
                result = [replace(c, group=claim.group) if c.group == before.group else c for c in result]
        result.append(claim)
    return [_measured_as_total(claim, result) for claim in result]


def _measured_as_total(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """A part measures what its total does, where nothing else is said of it."""
    if claim.role != "part" or claim.subject.measure is not None:
        return claim
    total = next((c.subject.measure for c in claims if c.role == "total" and c.group == claim.group), None)
    scope = claim.subject.scope or ("anggaran" if total else None)
    return replace(claim, subject=replace(claim.subject, measure=total, scope=scope))


def _is_of_the_same(before: Claim, claim: Claim) -> bool:
    if not {before.role, claim.role} <= _JOINABLE:
        return False
    told = before.subject.measure is not None and claim.subject.measure is not None
    return told and before.subject.key == claim.subject.key and before.year == claim.year


def _what(claim: Claim) -> tuple[str, str | None]:
    return claim.kind, claim.subject.measure


def with_lists(read: Sequence[tuple[Passage, Sequence[Claim]]]) -> list[Claim]:
    """The claims of all paragraphs; those of the items of a list are the parts of the total that announces it.

    "… sebanyak 13 pegawai, terdiri dari:" and the items below it.
    """
    changed: dict[int, Claim] = {}
    for i, (passage, claims) in enumerate(read):
        total = claims[-1] if claims and passage.announces and _announces(passage, claims[-1]) else None
        parts = _parts(total, islice(read, i + 1, None)) if total is not None and total.role in (None, "total") else []
        if total is not None and len(parts) > 1:
            changed |= {id(part): replace(part, role="part", group=total.group) for part in parts}
            changed[id(total)] = replace(changed.get(id(total), total), role="total")
    return [changed.get(id(claim), claim) for _, claims in read for claim in claims]


def _announces(passage: Passage, claim: Claim) -> bool:
    """Whether a figure stands in the sentence that announces a list, and can be a sum."""
    return claim.kind != "persen" and passage.text.endswith(claim.sentence)


def _parts(total: Claim, below: Iterable[tuple[Passage, Sequence[Claim]]]) -> list[Claim]:
    """The first figure of each item of a list, where it counts what the total counts."""
    _, items = next(groupby(below, key=lambda item: _shape(item[0])), ("", iter(())))
    firsts = [claims[0] for passage, claims in items if claims and passage.marker]
    return [claim for claim in firsts if claim.kind == total.kind and claim.role is None and _is_same_unit(claim, total)]


def _shape(passage: Passage) -> str:
    """The kind of marker that a list item has: "1." for numbers, "a." for letters, "-" for dashes; "" for none."""
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", passage.marker.lower()))


def _is_same_unit(claim: Claim, total: Claim) -> bool:
    return claim.unit == total.unit or (claim.unit in STAFF and total.unit in STAFF)
