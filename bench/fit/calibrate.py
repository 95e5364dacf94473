"""What a confidence is worth: shares of right decisions by confidence, a rising table that mends it, and the threshold of doubt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from sklearn.linear_model import LogisticRegression

from extractor.fitted import Calibration

Judged: TypeAlias = tuple[float, bool]
"""A score or confidence, and whether the decision was right."""
BINS = 10
_POINTS = 33
_FREE = 100.0
"""The curve has two numbers only and is hardly penalised."""


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
    """A rising table from scores to shares: Platt's logistic curve, between the scores that were seen; never wholly sure.

    ``wanted`` is the share of right decisions among those not said to be uncertain. Raises ValueError where all were right or all wrong.
    """
    scores = np.array([[score] for score, _ in judged])
    model = LogisticRegression(C=_FREE).fit(scores, [right for _, right in judged])
    curve = np.linspace(scores.min(), scores.max(), _POINTS)
    unseen = 1 / (len(judged) + 2)
    shares = model.predict_proba(curve.reshape(-1, 1))[:, 1].clip(unseen, 1 - unseen)
    points = tuple((round(float(x), 4), round(float(y), 4)) for x, y in zip(curve, np.maximum.accumulate(shares), strict=True))
    first = Calibration(points, 0.0)
    return Calibration(points, _threshold([(first(score), right) for score, right in judged], wanted))


def _threshold(judged: Sequence[Judged], wanted: float) -> float:
    """The lowest confidence from which on decisions are right as often as wanted."""
    ordered = sorted(judged, reverse=True)
    right = np.cumsum([label for _, label in ordered]) / np.arange(1, len(ordered) + 1)
    enough = [confidence for (confidence, _), share in zip(ordered, right, strict=True) if share >= wanted]
    return round(min(enough), 3) if enough else 1.0
