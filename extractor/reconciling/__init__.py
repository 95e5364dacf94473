"""Reconciliation: the smallest, most plausible changes that let the stated figures agree."""

from extractor.reconciling.explain import Change, Explanation, Verdict, judge, reconcile
from extractor.reconciling.localise import Limits
from extractor.reconciling.propose import propose
from extractor.reconciling.system import Linear, Ratio, System, Variable, exact_variable, same, total

__all__ = [
    "Change", "Explanation", "Limits", "Linear", "Ratio", "System", "Variable", "Verdict",
    "exact_variable", "judge", "propose", "reconcile", "same", "total",
]  # fmt: skip
