"""Measures accuracy against hand-checked reports and writes docs/accuracy.md and the table in README.md.

    python bench/accuracy.py [--shared FOLDER] [--date YYYY-MM-DD] [--dry]

FOLDER (default: the folder "shared" beside the repository) holds the reports (seeds/*.txt, pdf/*.pdf, real/*.pdf), their truth
(gold/*) and the scorer (score/score.py), which compares cell by cell. Every report is extracted on its own, with the real command.
"""

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import ModuleType

from extractor.versions import versions

ROOT = Path(__file__).resolve().parents[1]
BEGIN, END = "<!-- accuracy:begin -->", "<!-- accuracy:end -->"

LEFT_OUT = ("temuan", "klaim")
"""Sections of the gold that are measured apart."""

NUMBERS = ("pagu", "realisasi", "persen", "jumlah", "anggaran", "nip")
"""Gold columns whose cells are numbers and must be exactly right."""

FORMS = (
    ("seeds/*.txt", "text"),
    ("pdf/*-ruled.pdf", "PDF, ruled"),
    ("pdf/*-wrapped.pdf", "PDF, wrapped"),
    ("real/*.pdf", "PDF from an office"),
)
"""Where reports stand under FOLDER, and what form they have. Scans are left out: this release reads text layers only."""


@dataclass
class Result:
    """One report: F1 per section over its cells, and how many of its numbers are exactly right."""

    report: str
    form: str
    f1: dict[str, float] = field(default_factory=dict)
    numbers: int = 0
    right: int = 0

    @property
    def mean(self) -> str:
        return f"{sum(self.f1.values()) / len(self.f1):.3f}" if self.f1 else "failed"


def load_scorer(shared: Path) -> ModuleType:
    """A fresh copy of the scorer. Raises FileNotFoundError where it is not at hand."""
    path = shared / "score" / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


def numbers_only(scorer: ModuleType) -> ModuleType:
    """The scorer, judging nothing but numbers; the other columns still tell which row is which."""
    for name, section in scorer.SECTIONS.items():
        fields = {column: (test if column in NUMBERS else None, weight, path) for column, (test, weight, path) in section.fields.items()}
        scorer.SECTIONS[name] = replace(section, fields=fields)
    return scorer


def gold_of(report: Path, shared: Path) -> Path | None:
    """The folder with the truth of a report, or None where it was never annotated."""
    for folder in sorted((shared / "gold").iterdir()):
        meta = json.loads((folder / "meta.json").read_text("utf-8"))
        if report.name == meta["berkas"] or report.stem.split("-")[0] == meta["kunci"]:
            return folder
    return None


def reports(shared: Path) -> Iterator[tuple[Path, str, Path]]:
    """Every annotated report with its form and the folder of its truth."""
    for pattern, form in FORMS:
        for report in sorted(shared.glob(pattern)):
            gold = gold_of(report, shared)
            if gold is not None:
                yield report, form, gold


def measure(report: Path, form: str, gold: Path, scorer: ModuleType, numeric: ModuleType) -> Result:
    """Extract one report into a temporary folder and score it; one that fails has no sections."""
    result = Result(gold.name, form)
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "extractor", "extract", str(report), "--out", out]
        done = subprocess.run(command, check=False, stderr=subprocess.PIPE, text=True)
        tallies, exact = scorer.score(out, gold), numeric.score(out, gold)
    if tallies is None:
        print(done.stderr, file=sys.stderr)
        return result
    result.f1 = {name: tally.f1 for name, tally in tallies.items() if tally.f1 is not None and name not in LEFT_OUT}
    counted = [tally for name, tally in exact.items() if name in numeric.SECTIONS and name not in LEFT_OUT]
    result.numbers, result.right = sum(t.gold for t in counted), sum(t.found for t in counted)
    return result


def share(result: Result) -> str:
    return f"{100 * result.right / result.numbers:.1f} % of {result.numbers}" if result.numbers else "–"


def short_table(results: list[Result]) -> str:
    """The README's table: one line per report."""
    rows = [f"| {r.report} | {r.form} | {r.mean} | {share(r)} |" for r in results]
    return "\n".join(["| report | form | mean F1 | numbers exactly right |", "|---|---|---|---|", *rows])


def full_table(results: list[Result]) -> str:
    """F1 of every section."""
    sections = list(dict.fromkeys(name for r in results for name in r.f1))
    head = ["report", "form", *sections]
    rows = [[r.report, r.form, *(f"{r.f1[s]:.3f}" if s in r.f1 else "–" for s in sections)] for r in results]
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *rows])


def page(results: list[Result], day: str) -> str:
    """docs/accuracy.md."""
    used = ", ".join(f"{name} {version}" for name, version in versions().items())
    return f"""# Accuracy

Measured on {day} with `make bench` ({used}).

F1 is over cells: a cell of the hand-checked truth counts as found where its row was matched and its value agrees (numbers equal, texts to
95 %); a cell that is not in the truth counts against precision. The mean is over the sections that the report has, without
{" and ".join(LEFT_OUT)}, which are [measured apart](accuracy-findings.md). Numbers are the truth's cells of {", ".join(NUMBERS)}.
A "–" means that neither the report nor the output has such a section. Scanned pages are not read yet and are left out.

These reports were at hand while the program was written: on reports that it has never seen, expect less.

{short_table(results)}

## By section

{full_table(results)}
"""


def fill_readme(text: str, table: str, day: str) -> str:
    """The README with the table between its markers. Raises ValueError where a marker is missing."""
    before, after = text.index(BEGIN) + len(BEGIN), text.index(END)
    note = f"Measured on {day} on reports that were at hand while the program was written; on others, expect less."
    return f"{text[:before]}\n{table}\n\n{note} [Method and sections](docs/accuracy.md).\n{text[after:]}"


def main() -> int:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--date", default=date.today().isoformat())
    parser.add_argument("--dry", action="store_true", help="print only")
    arguments = parser.parse_args()
    try:
        scorer, numeric = load_scorer(arguments.shared), numbers_only(load_scorer(arguments.shared))
    except FileNotFoundError as missing:
        print(f"{missing} is not there: nothing to measure; name the folder with --shared", file=sys.stderr)
        return 2
    results = [measure(report, form, gold, scorer, numeric) for report, form, gold in reports(arguments.shared)]
    print(page(results, arguments.date))
    if not arguments.dry:
        (ROOT / "docs" / "accuracy.md").write_text(page(results, arguments.date), "utf-8")
        readme = ROOT / "README.md"
        readme.write_text(fill_readme(readme.read_text("utf-8"), short_table(results), arguments.date), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
