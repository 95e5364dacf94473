"""Numbers that were fitted, not felt: weights of the decisions and what their confidence is worth.

``weights.json`` holds them with the day, the corpus and the versions they were fitted with (``python -m bench.fit``; docs/weights.md).
At run time there is nothing but arithmetic.
"""

import json
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class Calibration:
    """What a score is worth: a rising broken line from scores to the share of decisions that were right."""

    points: tuple[tuple[float, float], ...]
    """(score, share), the scores rising, the shares never falling. At least two."""
    uncertain_below: float
    """What is less sure than this is said to be uncertain."""

    def __post_init__(self) -> None:
        if len(self.points) < 2 or any(a[0] >= b[0] or a[1] > b[1] for a, b in pairwise(self.points)):
            raise ValueError("the points of a calibration must rise")

    def __call__(self, score: float) -> float:
        """0..1: how often decisions with this score are right."""
        at = bisect_right(self.points, score, key=lambda point: point[0])
        if at in (0, len(self.points)):
            return self.points[min(at, len(self.points) - 1)][1]
        (x0, y0), (x1, y1) = self.points[at - 1 : at + 1]
        return y0 + (y1 - y0) * (score - x0) / (x1 - x0)


@cache
def content() -> Mapping[str, Any]:
    """The whole of ``weights.json``."""
    text = files("extractor.fitted").joinpath("weights.json").read_text(encoding="utf-8")
    return MappingProxyType(json.loads(text))


@cache
def weights(decision: str) -> Mapping[str, float]:
    """Log odds per signal of a decision. Raises KeyError for one that has none."""
    return MappingProxyType(dict(content()["weights"][decision]))


@cache
def calibration(decision: str) -> Calibration:
    """What the scores of a decision are worth. Raises KeyError for one that has none."""
    found = content()["calibration"][decision]
    return Calibration(tuple((x, y) for x, y in found["points"]), found["uncertain_below"])


def weighted(by: Mapping[str, float], signals: Mapping[str, float]) -> float:
    """The sum of the signals, each times its weight. Raises KeyError for a signal without a weight."""
    return sum([by[name] * strength for name, strength in signals.items()])
