"""docs/weights.md and its diagram."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bench.fit.calibrate import Judged, brier, expected_error, reliability
from bench.fit.diagram import reliability_diagram
from bench.fit.fitting import TAKEN, WANTED, Measured, Worth
from bench.fit.samples import Samples
from extractor.fitted import calibration

_NAMES = {
    "kind": "kind of a table", "satker": "body of a report", "year": "year of a report", "column": "role of a column",
    "continuation": "part of the table before", "heading": "heading",
}  # fmt: skip
_COMPARED = ("decision", "left out", "decisions", "wrong by reason", "fitted", "bits by reason", "fitted", "used")
_WORTH = ("confidence", "decisions", "right", "ECE before", "after", "Brier before", "after")
_DOUBT = ("confidence", "wanted", "uncertain below", "uncertain", "right among them", "right among the others")
_CHECKED = ("confidence", "decisions", "right", "ECE", "Brier", "uncertain", "right among them", "right among the others")
_CHECK_HEAD = "## On other reports, later"
_LIMITS = "## Limits"
CHECK = """## On other reports, later

Measured on {day} with `python -m bench.fit check` on {files} files ({seeds}) that nothing was fitted on: what the confidences in use say,
and what came true, by the program as it is on that day.

{checked}

"""
TEXT = """# Where the weights come from

Measured on {day} with `python -m bench.fit` on made reports ({corpus}): {files} files of {reports} reports,
born-digital PDFs of three typesetters and texts of converters. The numbers stand in `extractor/fitted/weights.json`; the program
only multiplies and adds.

## How

A decision is made from named signals, each with a weight; their sum is the score. The weights were first set by reason
(`bench/fit/reason.json`). `python -m bench.fit collect` reads a corpus as the program does, listens to what each decision saw, and finds
what would have been right: pieces of tables are matched with the made tables by their words, in the order of the report, columns with
columns in the same way, headings with the chapters of the truth. `python -m bench.fit fit` then fits the weights by logistic regression
(scikit-learn, which only this needs). Four things are particular:

- *It leans on reason.* The score by reason is a signal of its own and hardly penalised, corrections of single weights are. Where the
  corpus has little to say of a signal, it keeps the proportion that reason gave it: real reports hold more than made ones.
- *Choices are fitted as pairs.* Of the kinds of a table, seen between its neighbours, and of the roles of a column, the right one must
  stand above each of the others.
- *Some scores keep their scale.* The sequence of chapters adds points of its own to the score of a heading, and the score of a column is
  a share; their weights are scaled back to the size that reason gave them.

- *Rows are fitted as a whole.* Where the entries of a table begin is found by dynamic programming over all its lines, so an averaged
  structured perceptron (Collins, 2002) moves from the partition that was found to the true one (`python -m bench.fit rows`). On the 80
  files of seed 4101, families left out in four groups, 192 of 6,528 rows are taken wrongly by the weights that reason set
  (`extractor/tables/rows.py`), 194 by those of the perceptron with the smallest steps, 242 and more with larger ones, 209 by logistic
  regression on single rows: reason stays.

Families are left out whole: the families of contents in turn, and the typesetters and converters in turn. What is told below was
decided on families that the fitting had not seen. Fitted weights are used only where the results end to end, on hand-checked reports
and on another made corpus, are not lower. Low penalties gave weights that were much better on made reports and worse on real ones: a made
report never numbers its sections in capitals beside lists with letters, so capitals seemed to say nothing. What is used therefore leans
strongly on reason.

## Decisions on families left out

Bits: mean log loss, lower is better. Scores of headings and columns are no log odds; of them only what is decided wrongly counts, of
headings each candidate by itself.

{compared}

## What a confidence is worth

`keyakinan` of a table is its kind's, `keyakinan` of a satker the body's; the year has one too, which shows where it is low. Each is read
off a rising table from the score to the share of decisions that were right: Platt's logistic curve through scores of families left out
(isotonic regression was no better). For body and year the corpus is made harder: offices send single chapters, so stretches of a half
down to a thirtieth of each report count beside the whole. ECE is the expected calibration error in ten bins; "before" is the formula
that reason had set, "after" was calibrated without the family that it is judged on.

{worth}

![Reliability before and after](images/reliability.svg)

## What is said to be uncertain

Below its threshold a decision is named in `mutu.peringatan`, with what is unsure and where. The threshold is the lowest confidence from
which on decisions are right as often as wanted.

{thresholds}

## Limits

Confidence holds for reports like the made ones. A kind of table that they do not have is most often said to be `lain`. Two confidences are
still set by reason: that of a body or year of which only the file's name speaks (0.2), and that of lists recovered from lines without
a table.
"""


def page(result: Measured, samples: Sequence[Samples], orders: Sequence[dict[str, Any]], day: str) -> str:
    """The whole page."""
    corpus = "; ".join(f"seed {order['seed']}, {order['satker']} satkers, {order['years'][0]}" for order in orders)
    reports = len({one.document.split("/")[1][:9] for one in samples})
    return TEXT.format(
        day=day,
        corpus=corpus,
        files=len(samples),
        reports=reports,
        compared=_table(_COMPARED, _compared(result)),
        worth=_table(_WORTH, map(_worth, result.worths)),
        thresholds=_table(_DOUBT, map(_doubt, result.worths)),
    )


def with_check(text: str, found: Mapping[str, Sequence[Judged]], files: int, seeds: Sequence[int], day: str) -> str:
    """The page with what came true of the confidences in use on other reports, in place of what it said of that before."""
    made = f"{'seed' if len(seeds) == 1 else 'seeds'} {', '.join(map(str, seeds))}"
    section = CHECK.format(day=day, files=files, seeds=made, checked=_table(_CHECKED, (_checked(*one) for one in found.items())))
    before, after = text.split(_LIMITS)
    return f"{before.split(_CHECK_HEAD)[0]}{section}{_LIMITS}{after}"


def _checked(decision: str, judged: Sequence[Judged]) -> Sequence[str]:
    below = calibration(decision).uncertain_below
    unsure, sure = ([label for stated, label in judged if (stated < below) is doubt] for doubt in (True, False))
    errors = f"{expected_error(judged):.3f}", f"{brier(judged):.4f}"
    return (
        _NAMES[decision],
        str(len(judged)),
        _share([label for _, label in judged]),
        *errors,
        str(len(unsure)),
        _share(unsure),
        _share(sure),
    )


def _compared(result: Measured) -> Iterable[Sequence[str]]:
    for one in result.compared:
        bits = ("–", "–") if one.decision in ("heading", "column") else (f"{one.reason.loss:.4f}", f"{one.fitted.loss:.4f}")
        used = "fitted" if one.decision in TAKEN else "by reason"
        shares = (f"{one.reason.wrong:.4f}", f"{one.fitted.wrong:.4f}")
        yield _NAMES[one.decision], one.grouping, str(one.reason.count), *shares, *bits, used


def _worth(one: Worth) -> Sequence[str]:
    errors = (f"{expected_error(judged):.3f}" for judged in (one.before, one.after))
    squares = (f"{brier(judged):.4f}" for judged in (one.before, one.after))
    right = sum(label for _, label in one.after) / len(one.after)
    return _NAMES[one.decision], str(len(one.after)), f"{right:.4f}", *errors, *squares


def _doubt(one: Worth) -> Sequence[str]:
    below = one.calibration.uncertain_below
    unsure, sure = ([label for stated, label in one.after if (stated < below) is doubt] for doubt in (True, False))
    return _NAMES[one.decision], f"{WANTED[one.decision]:.3f}", f"{below:.3f}", str(len(unsure)), _share(unsure), _share(sure)


def _share(labels: Sequence[bool]) -> str:
    return f"{sum(labels) / len(labels):.4f}" if labels else "–"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *rows])


def diagram(result: Measured) -> str:
    """Reliability of every confidence that is given out, before and after."""
    panels = []
    for one in result.worths:
        series = {"before": one.before, "after": one.after}
        bins = {name: reliability(judged) for name, judged in series.items()}
        panels.append((_NAMES[one.decision].capitalize(), bins, {name: expected_error(judged) for name, judged in series.items()}))
    return reliability_diagram(panels)
