"""Figures of one thing that belong together by what they measure: its pagu, realisasi and share, its target, realisasi and capaian."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extractor.claims.claim import Claim

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
    return replace(claim, subject=replace(claim.subject, measure=total))


def _is_of_the_same(before: Claim, claim: Claim) -> bool:
    if not {before.role, claim.role} <= _JOINABLE:
        return False
    told = before.subject.measure is not None and claim.subject.measure is not None
    return told and before.subject.key == claim.subject.key and before.year == claim.year


def _what(claim: Claim) -> tuple[str, str | None]:
    return claim.kind, claim.subject.measure
