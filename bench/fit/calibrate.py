"""What a confidence is worth: shares of right decisions by confidence, a rising table that mends it, and the threshold of doubt."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

import numpy as np
from sklearn.isotonic import IsotonicRegression

from extractor.fitted import Calibration

Judged: TypeAlias = tuple[float, bool]
"""A score or confidence, and whether the decision was right."""
BINS = 10
_LEAST = 25
"""Decisions behind each point of a calibration."""
_STEP = 1e-4


@dataclass(frozen=True, slots=True)
class Bin:
    """Decisions of like confidence: how many, their mean confidence, the share that was right."""

    count: int
    stated: float
    right: float


def reliability(judged: Sequence[Judged], bins: int = BINS) -> list[Bin]:
    """Bins of equal width from 0 to 1, empty ones left out."""
    by_bin: dict[int, list[Judged]] = {}
    for confidence, right in judged:
        by_bin.setdefault(min(int(confidence * bins), bins - 1), []).append((confidence, right))
    return [
        Bin(len(members), sum(c for c, _ in members) / len(members), sum(right for _, right in members) / len(members))
        for _, members in sorted(by_bin.items())
    ]


def expected_error(judged: Sequence[Judged]) -> float:
    """Expected calibration error: mean distance of what is stated from what is right, over decisions."""
    return sum(b.count * abs(b.stated - b.right) for b in reliability(judged)) / len(judged) if judged else 0.0


def brier(judged: Sequence[Judged]) -> float:
    """Mean squared distance of the confidence from 1 (right) or 0 (wrong)."""
    return sum((confidence - right) ** 2 for confidence, right in judged) / len(judged) if judged else 0.0


def calibrated(judged: Sequence[Judged], wanted: float) -> Calibration:
    """A rising table from scores to shares by isotonic regression; no stretch of it is taken as wholly sure or wholly wrong.

    ``wanted`` is the share of right decisions among those that are not said to be uncertain.
    """
    ordered = sorted(judged)
    count = max(2, len(ordered) // _LEAST)
    groups = [group for group in np.array_split(np.arange(len(ordered)), count) if len(group)]
    share = [sum(ordered[at][1] for at in group) / len(group) for group in groups]
    rising = IsotonicRegression().fit_transform(range(len(groups)), share, sample_weight=[len(group) for group in groups])
    points = _corners(
        [
            _level(ordered, list(members))
            for _, members in groupby(range(len(groups)), key=lambda n: rising[n])
            for members in [[at for n in members for at in groups[n]]]
        ]
    )
    first = Calibration(points, 0.0)
    return Calibration(points, _threshold([(first(score), right) for score, right in judged], wanted))


def _level(ordered: Sequence[Judged], members: Sequence[int]) -> tuple[float, float, float]:
    """Middle half of the scores of decisions that are equally sure, and how sure: one right and one wrong are added to them."""
    quarter = len(members) // 4
    inner = members[quarter : len(members) - quarter] or members
    sure = (sum(ordered[at][1] for at in members) + 1) / (len(members) + 2)
    return ordered[inner[0]][0], ordered[inner[-1]][0], sure


def _corners(levels: Sequence[tuple[float, float, float]]) -> tuple[tuple[float, float], ...]:
    """The ends of the levels, scores strictly rising, shares never falling."""
    points: list[tuple[float, float]] = []
    for low, high, sure in levels:
        for score in (low, high):
            if not points or score - points[-1][0] > _STEP:
                points.append((round(score, 4), round(max(sure, points[-1][1] if points else 0.0), 4)))
    return tuple(points)


def _threshold(judged: Sequence[Judged], wanted: float) -> float:
    """The lowest confidence from which on decisions are right as often as wanted."""
    ordered = sorted(judged, reverse=True)
    right = np.cumsum([label for _, label in ordered]) / np.arange(1, len(ordered) + 1)
    enough = [confidence for (confidence, _), share in zip(ordered, right, strict=True) if share >= wanted]
    return round(min(enough), 3) if enough else 1.0
