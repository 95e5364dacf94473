"""The data file of the package that holds what was fitted."""

import json
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.fit.fitting import TAKEN, Measured
from extractor.fitted import Calibration
from extractor.versions import versions

WEIGHTS = Path(__file__).resolve().parents[2] / "extractor" / "fitted" / "weights.json"


def content(result: Measured, orders: Sequence[dict[str, Any]], day: str) -> str:
    """``weights.json``: a line per decision, so that a change can be read."""
    head = {
        "day": day,
        "corpus": [{name: order[name] for name in ("seed", "satker", "years", "kinds", "size")} for order in orders],
        "versions": {**versions(), "scikit-learn": version("scikit-learn")},
        "by_reason": sorted(set(result.weights) - TAKEN),
    }
    weights = {name: dict(sorted(found.items())) for name, found in sorted(result.weights.items())}
    calibration = {worth.decision: _table(worth.calibration) for worth in sorted(result.worths, key=lambda w: w.decision)}
    parts = [f'"fitted": {json.dumps(head)}', f'"weights": {_lines(weights)}', f'"calibration": {_lines(calibration)}']
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _table(found: Calibration) -> dict[str, Any]:
    return {"uncertain_below": found.uncertain_below, "points": [list(point) for point in found.points]}


def _lines(parts: dict[str, Any]) -> str:
    return "{\n" + ",\n".join(f"  {json.dumps(name)}: {json.dumps(part)}" for name, part in parts.items()) + "\n}"
