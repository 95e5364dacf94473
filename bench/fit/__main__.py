"""Fits the weights of the decisions on made reports and writes them into the package.

    python -m corpus make CORPUS --satker 40 --years 2024 --seed 4101 --kinds pdf,office,text,imitated
    python -m bench.fit collect CORPUS --out SAMPLES [--jobs N]
    python -m bench.fit fit SAMPLES... --date YYYY-MM-DD [--dry]
    python -m bench.fit check SAMPLES... --date YYYY-MM-DD [--dry]
    python -m bench.fit rows SAMPLES...

``collect`` reads every file of a corpus as the program does and notes what each decision saw and what would have been right. ``fit`` writes
extractor/fitted/weights.json, docs/weights.md and its diagram; ``check`` tells
in docs/weights.md what the confidences in use are worth on reports that nothing was fitted on; ``rows`` compares weights of row starts.
SAMPLES are files of Python's pickle: read none that you did not make.
"""

import argparse
import json
import pickle
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from bench.fit import page
from bench.fit.fitting import TAKEN, checked, measured, rows_compared
from bench.fit.samples import Samples, collect
from bench.fit.write import WEIGHTS, content

ROOT = Path(__file__).resolve().parents[2]
PAGE, DIAGRAM = ROOT / "docs" / "weights.md", ROOT / "docs" / "images" / "reliability.svg"


def _collect(options: argparse.Namespace) -> None:
    index = json.loads((options.corpus / "index.json").read_text("utf-8"))
    with ProcessPoolExecutor(options.jobs) as pool:
        found = list(pool.map(partial(_one, options.corpus, index["order"]), index["files"][:: options.every]))
    options.out.write_bytes(pickle.dumps({"order": index["order"], "samples": [one for one in found if one]}))


def _one(corpus: Path, order: dict[str, Any], entry: dict[str, Any]) -> Samples | None:
    try:
        return collect(corpus, order, entry)
    except Exception as fault:  # noqa: BLE001  # one file that cannot be read must not cost the others
        print(f"{entry['file']}: {type(fault).__name__}: {fault}", file=sys.stderr)
        return None


def _fit(options: argparse.Namespace) -> None:
    loaded = [pickle.loads(path.read_bytes()) for path in options.samples]
    samples = [one for part in loaded for one in part["samples"]]
    result = measured(samples)
    orders = [part["order"] for part in loaded]
    text = page.page(result, samples, orders, options.date)
    print(text)
    if not options.dry:
        WEIGHTS.write_text(content(result, orders, options.date), "utf-8")
        PAGE.write_text(text, "utf-8")
        DIAGRAM.write_text(page.diagram(result), "utf-8")


def _check(options: argparse.Namespace) -> None:
    loaded = [pickle.loads(path.read_bytes()) for path in options.samples]
    samples = [one for part in loaded for one in part["samples"]]
    seeds = [part["order"]["seed"] for part in loaded]
    text = page.with_check(PAGE.read_text("utf-8"), checked(samples), len(samples), seeds, options.date)
    print(text)
    if not options.dry:
        PAGE.write_text(text, "utf-8")


def _rows(options: argparse.Namespace) -> None:
    count, by_reason, fitted = rows_compared([one for path in options.samples for one in pickle.loads(path.read_bytes())["samples"]])
    print(f"{count} rows; wrong by reason {by_reason}, by a perceptron on other families {fitted}")


def main() -> int:
    """Collect, fit or compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    collecting = commands.add_parser("collect")
    collecting.add_argument("corpus", type=Path)
    collecting.add_argument("--out", type=Path, required=True)
    collecting.add_argument("--jobs", type=int, default=1)
    collecting.add_argument("--every", type=int, default=1, help="only every n-th file")
    collecting.set_defaults(run=_collect)
    fitting = commands.add_parser("fit", help=f"decisions fitted: {', '.join(sorted(TAKEN))}; the others stay as set by reason")
    fitting.set_defaults(run=_fit)
    checking = commands.add_parser("check", help="what the confidences in use are worth on other reports")
    checking.set_defaults(run=_check)
    for command in (fitting, checking):
        command.add_argument("samples", type=Path, nargs="+")
        command.add_argument("--date", default=date.today().isoformat())
        command.add_argument("--dry", action="store_true", help="print only")
    comparing = commands.add_parser("rows")
    comparing.add_argument("samples", type=Path, nargs="+")
    comparing.set_defaults(run=_rows)
    options = parser.parse_args()
    options.run(options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
