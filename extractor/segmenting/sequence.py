"""The best row of headings: dynamic programming over all candidates, so that neighbours must agree with each other."""

from collections.abc import Callable, Sequence
from typing import Final

from extractor.segmenting.candidate import Candidate

Transition = Callable[[Candidate | None, Candidate], float]
"""Points for a heading (second) that follows another (first; None at the beginning of the stretch)."""

_LOOK_BACK: Final = 400
"""Candidates before one that are tried as its predecessor."""


def best_row(candidates: Sequence[Candidate], transition: Transition, most: float) -> tuple[float, list[Candidate]]:
    """The row of candidates that do not overlap with the highest sum of own points and transitions.

    ``candidates`` are ordered by start; ties fall to the earlier candidate. An empty row scores 0. ``most`` is an upper bound of
    what ``transition`` gives: candidates that cannot become the predecessor even so are not tried.
    """
    totals: list[float] = []
    back: list[int | None] = []
    for index, candidate in enumerate(candidates):
        best, link = transition(None, candidate), None
        for before in range(index - 1, max(0, index - _LOOK_BACK) - 1, -1):
            if totals[before] + most < best or candidates[before].stop > candidate.start:
                continue
            points = totals[before] + transition(candidates[before], candidate)
            if points > best or (points == best and link is not None):
                best, link = points, before
        totals.append(best + candidate.score)
        back.append(link)
    last = max(range(len(totals)), key=totals.__getitem__, default=None)
    if last is None or totals[last] <= 0:
        return 0.0, []
    return totals[last], _trace(candidates, back, last)


def _trace(candidates: Sequence[Candidate], back: Sequence[int | None], last: int) -> list[Candidate]:
    row = []
    at: int | None = last
    while at is not None:
        row.append(candidates[at])
        at = back[at]
    return row[::-1]


def best_labels(choices: Sequence[dict[str, float]], change: float) -> list[str | None]:
    """One label (or None, worth 0) per stretch, such that the sum is greatest and every change of label costs ``change``.

    A stretch without a label does not interrupt: the labels before and after it are neighbours.
    """
    states: dict[str | None, tuple[float, list[str | None]]] = {None: (0.0, [])}
    for options in choices:
        following: dict[str | None, tuple[float, list[str | None]]] = {}
        for current, (total, labels) in states.items():
            _keep(following, current, total, [*labels, None])
            for label, points in options.items():
                cost = change if current not in (None, label) else 0.0
                _keep(following, label, total + points - cost, [*labels, label])
        states = following
    return max(states.values(), key=lambda state: state[0])[1]


def _keep(states: dict[str | None, tuple[float, list[str | None]]], key: str | None, total: float, labels: list[str | None]) -> None:
    if key not in states or total > states[key][0]:
        states[key] = (total, labels)
