"""Fits every decision on a corpus's samples, judges it on layout families that it has not seen, and calibrates what it says of itself."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np

from bench.fit.calibrate import Judged, calibrated
from bench.fit.kinds import decoded
from bench.fit.models import Quality, Setting, Weights, fit_choice, fit_yes_no, quality_choice, quality_yes_no, scores
from bench.fit.rows import parted, perceptron
from bench.fit.samples import Samples
from extractor.fitted import Calibration, calibration
from extractor.fitted import weights as used
from extractor.tables import rows

REASON: Mapping[str, Mapping[str, float]] = json.loads(Path(__file__).with_name("reason.json").read_text("utf-8"))
"""Weights set by reason, towards which those fitted lean."""
YES_NO = ("continuation", "heading", "satker", "year")
CHOICES = ("column", "kind")
DECISIONS = (*CHOICES, *YES_NO)
SCALED = {"column": ("header", "content"), "heading": ("in_outline", "known_title", "in_contents")}
"""Decisions whose score others are added to or compared with: weights that keep their sum (of absolute values)."""
TAKEN = frozenset({"continuation", "satker", "year"})
"""Decisions whose fitted weights are used. Measured end to end, the others were no better than reason set them, or lower."""
GROUPS: Mapping[str, Callable[[Samples], str]] = {
    "family of contents": lambda s: s.family,
    "typesetting family or converter": lambda s: s.form,
}
"""By what whole families are left out."""
STRENGTH = {"column": 0.3, "continuation": 0.003, "heading": 0.003, "kind": 0.003, "satker": 0.1, "year": 0.1}
"""How freely weights may leave reason (C of scikit-learn); freer fits were better on families left out and worse on real reports."""
WANTED = {"kind": 0.975, "satker": 0.98, "year": 0.99}
"""Share of right ones among those that are not said to be uncertain, by decision whose confidence is given out."""
Fold: TypeAlias = tuple[Weights, Sequence[Samples]]
"""Weights fitted without some families, and those."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A decision on families left out: by reason and fitted."""

    decision: str
    grouping: str
    reason: Quality
    fitted: Quality


@dataclass(frozen=True, slots=True)
class Worth:
    """Confidences of a decision with what came true: as stated before, and calibrated on other families."""

    decision: str
    before: Sequence[Judged]
    after: Sequence[Judged]
    calibration: Calibration


def fitted(decision: str, samples: Sequence[Samples]) -> Weights:
    """Weights of a decision, fitted on all samples."""
    setting = Setting(REASON[decision], STRENGTH[decision])
    if decision in CHOICES:
        found = fit_choice([choice for s in samples for choice in s.choices[decision]], setting)
    else:
        found = fit_yes_no([one for s in samples for one in s.yes_no[decision]], setting)
    return _scaled(found, decision)


def _scaled(weights: Weights, decision: str) -> Weights:
    kept = SCALED.get(decision, ())
    factor = sum(abs(REASON[decision][name]) for name in kept) / sum(abs(weights[name]) for name in kept) if kept else 1.0
    return {name: round(weight * factor, 4) for name, weight in weights.items()}


def folds(decision: str, samples: Sequence[Samples], grouping: str = "family of contents") -> Iterator[Fold]:
    """Each family with the weights that were fitted without it."""
    of = GROUPS[grouping]
    for family in sorted({of(s) for s in samples}):
        inside, outside = ([s for s in samples if (of(s) == family) is here] for here in (True, False))
        yield fitted(decision, outside), inside


def compared(decision: str, samples: Sequence[Samples], grouping: str) -> Compared:
    """Quality on families left out, samples of all folds counted together."""
    found = [
        (_quality(decision, REASON[decision], inside), _quality(decision, weights, inside))
        for weights, inside in folds(decision, samples, grouping)
    ]
    return Compared(decision, grouping, _mean([a for a, _ in found]), _mean([b for _, b in found]))


def _quality(decision: str, weights: Mapping[str, float], samples: Sequence[Samples]) -> Quality:
    if decision in CHOICES:
        return quality_choice(weights, [choice for s in samples for choice in s.choices[decision]])
    return quality_yes_no(weights, [one for s in samples for one in s.yes_no[decision]])


def _mean(found: Sequence[Quality]) -> Quality:
    total = sum(q.count for q in found)
    return Quality(total, sum(q.wrong * q.count for q in found) / total, sum(q.loss * q.count for q in found) / total)


def worth(decision: str, samples: Sequence[Samples], fit: bool) -> Worth:
    """Calibrates scores; what is stated for a family comes from the others alone. Without ``fit`` the weights are those by reason."""
    by_family = [
        (list(_judged(decision, inside, weights if fit else REASON[decision])), inside) for weights, inside in folds(decision, samples)
    ]
    after = []
    for at, (own, _) in enumerate(by_family):
        others = [one for n, (judged, _) in enumerate(by_family) if n != at for one in judged]
        table = calibrated(others, WANTED[decision])
        after += [(table(score), right) for score, right in own]
    before = [one for _, inside in by_family for one in _stated_before(decision, inside)]
    return Worth(decision, before, after, calibrated([one for judged, _ in by_family for one in judged], WANTED[decision]))


def _judged(decision: str, samples: Sequence[Samples], weights: Mapping[str, float]) -> Iterator[Judged]:
    if decision == "kind":
        yield from decoded([s.decoding for s in samples], weights)
        return
    found = [one for s in samples for one in s.yes_no[decision]]
    for score, (_, right) in zip(scores(weights, [signals for signals, _ in found]) if found else (), found, strict=True):
        yield float(score), right


def _stated_before(decision: str, samples: Sequence[Samples]) -> Iterator[Judged]:
    """The confidences that formulas set by reason gave."""
    if decision == "kind":
        for margin, right in decoded([s.decoding for s in samples], REASON["kind"]):
            yield float(1 / (1 + np.exp(-margin))), right
        return
    for s in samples:
        for signals, right in s.yes_no[decision]:
            share, weight = signals["share"], signals["weight"]
            if decision == "satker":
                yield share * weight * (0.5 if signals["no_region"] else 1.0), right
            else:
                yield min(1.0, share * min(1.0, 0.5 + 2 * weight)), right


@dataclass(frozen=True, slots=True)
class Measured:
    """All decisions fitted, judged and calibrated."""

    weights: Mapping[str, Weights]
    compared: Sequence[Compared]
    worths: Sequence[Worth]


def measured(samples: Sequence[Samples]) -> Measured:
    """Fits what is taken, compares every decision with what reason set, and calibrates those whose confidence is given out."""
    weights = {name: fitted(name, samples) if name in TAKEN else dict(REASON[name]) for name in REASON}
    comparisons = [compared(name, samples, grouping) for name in DECISIONS for grouping in GROUPS]
    return Measured(weights, comparisons, [worth(name, samples, name in TAKEN) for name in WANTED])


def checked(samples: Sequence[Samples]) -> dict[str, list[Judged]]:
    """The confidences that the program gives out, by decision, with what came true."""
    return {name: [(calibration(name)(score), right) for score, right in _judged(name, samples, used(name))] for name in WANTED}


def rows_compared(samples: Sequence[Samples], parts: int = 4) -> tuple[int, int, int]:
    """Rows of tables, those taken wrongly by reason, and those by a perceptron; families of contents are left out in ``parts`` groups."""
    families = sorted({s.family for s in samples})
    count = by_reason = fitted_wrong = 0
    for part in range(parts):
        inside, outside = (
            [e for s in samples if (families.index(s.family) % parts == part) is here for e in s.entries] for here in (True, False)
        )
        weights = perceptron(outside, rows.WEIGHTS)
        count += sum(len(table.starts) for table in inside)
        by_reason += sum(wrong for wrong, _ in parted(inside, rows.WEIGHTS))
        fitted_wrong += sum(wrong for wrong, _ in parted(inside, weights))
    return count, by_reason, fitted_wrong
