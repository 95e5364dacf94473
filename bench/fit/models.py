"""Small transparent models: weights per named signal, fitted by logistic regression that leans on weights set by reason.

The score by reason is a column of its own, hardly penalised, and every signal has a penalised correction; what the corpus says nothing
of keeps the proportion that reason gave it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from bench.fit.samples import Choice, Signals

Weights: TypeAlias = dict[str, float]
Sample: TypeAlias = tuple[Signals, bool]
Array: TypeAlias = NDArray[np.float64]
_FREE = 30.0
"""How much larger the column of the score by reason is made, so that the penalty hardly touches its factor."""


@dataclass(frozen=True, slots=True)
class Setting:
    """``strength``: how freely weights may leave those set by reason (the C of scikit-learn)."""

    reason: Mapping[str, float]
    strength: float = 0.3


def matrix(names: Sequence[str], signals: Sequence[Signals]) -> Array:
    """One row per sample, one column per name."""
    return np.array([[found.get(name, 0.0) for name in names] for found in signals], dtype=np.float64)


def fit_yes_no(samples: Sequence[Sample], setting: Setting) -> Weights:
    """Log odds per signal of the answer yes."""
    names = list(setting.reason)
    rows = matrix(names, [signals for signals, _ in samples])
    return _fit(rows, np.array([right for _, right in samples]), names, setting)


def fit_choice(choices: Sequence[Choice], setting: Setting) -> Weights:
    """Log odds per signal, such that the right option of each choice stands above the others (pairwise logistic regression).

    Every answer counts as much as every other, however often it is the right one: the corpus is not the world.
    """
    names = list(setting.reason)
    answers = Counter(choice.answer for choice in choices)
    differences, counts = [], []
    for choice in choices:
        rows = matrix(names, choice.options)
        differences += [rows[choice.right] - rows[at] for at in range(len(rows)) if at != choice.right]
        counts += [len(choices) / len(answers) / answers[choice.answer]] * (len(rows) - 1)
    pairs = np.array(differences)
    pairs[1::2] *= -1
    labels = np.arange(len(pairs)) % 2 == 0
    return _fit(pairs, labels, names, setting, np.array(counts))


def _fit(rows: Array, labels: NDArray[np.bool_], names: Sequence[str], setting: Setting, counts: Array | None = None) -> Weights:
    reason = np.array([setting.reason[name] for name in names])
    spread = np.maximum(np.abs(rows).max(axis=0), 1e-9)
    columns = np.column_stack([rows / spread, _FREE * rows @ reason / max(1e-9, float(np.abs(rows @ reason).mean()))])
    model = LogisticRegression(C=setting.strength, fit_intercept=False, max_iter=5000, tol=1e-8)
    model.fit(columns, labels, sample_weight=counts)
    *corrections, factor = model.coef_[0]
    scale = factor * _FREE / max(1e-9, float(np.abs(rows @ reason).mean()))
    seen = np.abs(rows).max(axis=0) > 0
    fitted = scale * reason + np.where(seen, np.array(corrections) / spread, 0.0)
    return {name: round(float(weight), 4) for name, weight in zip(names, fitted, strict=True)}


def scores(weights: Mapping[str, float], signals: Sequence[Signals]) -> Array:
    """The score of every sample."""
    names = list(weights)
    return matrix(names, signals) @ np.array([weights[name] for name in names])


@dataclass(frozen=True, slots=True)
class Quality:
    """Samples, share that is decided wrongly, mean log loss in bits."""

    count: int
    wrong: float
    loss: float


NOTHING = Quality(0, 0.0, 0.0)


def quality_yes_no(weights: Mapping[str, float], samples: Sequence[Sample]) -> Quality:
    """How well weights decide."""
    if not samples:
        return NOTHING
    found = scores(weights, [signals for signals, _ in samples])
    right = np.array([label for _, label in samples])
    signed = np.where(right, found, -found)
    return Quality(len(samples), float((signed <= 0).mean()), _bits(np.logaddexp(0, -signed)))


def quality_choice(weights: Mapping[str, float], choices: Sequence[Choice]) -> Quality:
    """How well weights choose; the loss is that of all options together."""
    if not choices:
        return NOTHING
    wrong, losses = 0, []
    for choice in choices:
        found = scores(weights, choice.options)
        wrong += int(found.argmax() != choice.right)
        losses.append(np.logaddexp.reduce(found) - found[choice.right])
    return Quality(len(choices), wrong / len(choices), _bits(np.array(losses)))


def _bits(losses: Array) -> float:
    return float(losses.mean() / np.log(2))
