"""The file of fitted numbers: its format, that its confidences rise, and that the decisions use it."""

import json
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import fitted
from extractor.fitted import Calibration, calibration, content, weighted, weights
from extractor.segmenting.evidence import FEATURES
from extractor.segmenting.weights import LOCAL
from extractor.tables import recognise, stitch
from tests.tables.printed import only_table, tabbed

REASON = json.loads((Path(__file__).resolve().parents[2] / "bench" / "fit" / "reason.json").read_text("utf-8"))
DECISIONS = sorted(content()["weights"])
CONFIDENCES = sorted(content()["calibration"])


def test_the_file_says_when_and_on_what_it_was_fitted() -> None:
    fitted = content()["fitted"]
    assert set(fitted) == {"day", "corpus", "versions", "by_reason"}
    assert all(isinstance(order["seed"], int) and order["kinds"] for order in fitted["corpus"])
    assert {"python", "scikit-learn"} <= set(fitted["versions"])
    assert set(fitted["by_reason"]) < set(DECISIONS)


@pytest.mark.parametrize("decision", DECISIONS)
def test_every_signal_by_reason_has_its_weight(decision: str) -> None:
    assert set(weights(decision)) == set(REASON[decision])
    assert all(isinstance(weight, (int, float)) and abs(weight) < 200 for weight in weights(decision).values())


@pytest.mark.parametrize("decision", [name for name in DECISIONS if name in content()["fitted"]["by_reason"]])
def test_what_was_not_fitted_is_as_reason_set_it(decision: str) -> None:
    assert dict(weights(decision)) == REASON[decision]


@pytest.mark.parametrize("decision", [name for name in DECISIONS if name not in content()["fitted"]["by_reason"]])
def test_what_was_fitted_is_not_what_reason_set(decision: str) -> None:
    assert dict(weights(decision)) != REASON[decision]


@pytest.mark.parametrize("decision", CONFIDENCES)
def test_confidence_never_falls_while_the_score_rises(decision: str) -> None:
    table = calibration(decision)
    low, high = table.points[0][0] - 5, table.points[-1][0] + 5
    scores = [low + (high - low) * n / 400 for n in range(401)]
    assert all(table(a) <= table(b) for a, b in pairwise(scores))
    assert all(0 < table(score) < 1 for score in scores)
    assert table.points[0][1] < table.uncertain_below < table.points[-1][1]


def test_the_decisions_use_the_file() -> None:
    assert dict(recognise.KIND) == content()["weights"]["kind"]
    assert dict(recognise.COLUMN) == content()["weights"]["column"]
    assert dict(stitch.CONTINUATION) == content()["weights"]["continuation"]
    assert dict(LOCAL) == content()["weights"]["heading"]
    assert {name for name in LOCAL if not name.startswith(("style ", "joins "))} == set(FEATURES)


def test_a_weight_changes_what_is_decided() -> None:
    text = "PERJANJIAN KINERJA TAHUN 2031\n\n" + tabbed("No | Sasaran | Indikator Kinerja | Target", "1 | Arsip tertib | Nilai arsip | 80")
    assert only_table(text).kind == "pk"
    with patch.object(recognise, "KIND", {**recognise.KIND, "lain": 100.0}):
        assert only_table(text).kind == "lain"


@given(st.floats(-3, 3))
def test_between_two_points_the_confidence_runs_straight(score: float) -> None:
    table = Calibration(((-1.0, 0.25), (1.0, 0.75)), 0.5)
    expected = min(0.75, max(0.25, 0.5 + score / 4))
    assert table(score) == pytest.approx(expected)


@pytest.mark.parametrize("points", [((0.0, 0.5),), ((0.0, 0.5), (0.0, 0.6)), ((0.0, 0.5), (1.0, 0.4)), ((1.0, 0.5), (0.0, 0.6))])
def test_a_table_that_does_not_rise_is_refused(points: tuple[tuple[float, float], ...]) -> None:
    with pytest.raises(ValueError, match="must rise"):
        Calibration(points, 0.5)


def test_a_signal_without_weight_is_a_fault() -> None:
    assert weighted({"a": 2.0, "b": -1.0}, {"a": 0.5}) == 1.0
    with pytest.raises(KeyError):
        weighted({"a": 2.0}, {"c": 1.0})


def test_numbers_cannot_be_changed_in_passing() -> None:
    with pytest.raises(TypeError):
        fitted.weights("kind")["lain"] = 0.0  # type: ignore[index]
