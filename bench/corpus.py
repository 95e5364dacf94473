"""Measures accuracy at scale: makes a corpus of reports with exact truth, extracts it, and compares every file with its truth.

    python bench/corpus.py [--satker N] [--years A-B] [--seed S] [--kinds pdf,office,text,imitated] [--jobs N] [--list] [--dry]

The corpus is kept in a temporary folder, by what it was made from, and used again. Without --dry, docs/accuracy-corpus.md and its chart are
written. A seed that nobody tuned on tells what unseen reports will do.
"""

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from itertools import repeat
from pathlib import Path
from typing import Any

from charts import bars
from comparison import Tally, compare, compare_findings, compare_tables

from extractor import LaporanDokumen, merge
from extractor.reading.pdf import file_sha256
from extractor.versions import versions

ROOT = Path(__file__).resolve().parents[1]
PAGE, CHART = ROOT / "docs" / "accuracy-corpus.md", ROOT / "docs" / "images" / "accuracy-corpus.svg"

_BORDERLESS = re.compile(r"<!-- borderless:begin -->.*<!-- borderless:end -->", re.DOTALL)
_CONVERTER_KINDS = {"txt": "text", "md": "text"}


@dataclass(frozen=True)
class Result:
    """One file of the corpus; no tallies where it could not be read."""

    entry: dict[str, Any]
    tallies: dict[str, Tally]
    tables: dict[str, tuple[int, int, int, int]]
    findings: dict[str, tuple[int, int, int]]

    @property
    def mean(self) -> float:
        """Mean F1 over the sections that the truth states or the output has."""
        found = [tally.f1 for tally in self.tallies.values() if tally.f1 is not None]
        return sum(found) / len(found) if found else 0.0

    @property
    def is_pdf(self) -> bool:
        """Whether it is a born-digital PDF."""
        return bool(self.entry["kind"] == "pdf")


def made(options: argparse.Namespace) -> Path:
    """The corpus's folder, made where it is not there yet. Raises CalledProcessError where it cannot be made."""
    digest = hashlib.sha256()
    for source in sorted((ROOT / "corpus").rglob("*.py")):
        digest.update(source.read_bytes())
    order = f"{options.satker}/{options.years}/{options.seed}/{options.kinds}/{options.size}"
    digest.update(order.encode())
    folder = Path(tempfile.gettempdir()) / "lkj-corpus" / digest.hexdigest()[:16]
    if not (folder / "index.json").is_file():
        given = ("satker", "years", "seed", "kinds", "size", "jobs")
        arguments = [part for name in given for part in (f"--{name}", str(getattr(options, name)))]
        subprocess.run([sys.executable, "-m", "corpus", "make", str(folder), *arguments], check=True, cwd=ROOT)
    return folder


def measure(corpus: Path, jobs: int) -> list[Result]:
    """Extract all files in worker processes and compare each with its truth."""
    entries = json.loads((corpus / "index.json").read_text("utf-8"))["files"]
    with tempfile.TemporaryDirectory() as out:
        files = [str(corpus / entry["file"]) for entry in entries]
        command = [sys.executable, "-m", "extractor", "extract", *files, "--out", out, "--jobs", str(jobs)]
        subprocess.run(command, check=False, cwd=ROOT, stderr=subprocess.DEVNULL)
        with ProcessPoolExecutor(jobs) as pool:
            return produced(list(pool.map(_result, repeat(corpus), entries, repeat(Path(out)), chunksize=4)))


def produced(results: list[Result]) -> list[Result]:
    """The results without the sections that no output has a single cell of: those this release does not read."""
    names = {name for result in results for name, tally in result.tallies.items() if tally.output}
    return [replace(r, tallies={name: tally for name, tally in r.tallies.items() if name in names}) for r in results]


def _result(corpus: Path, entry: dict[str, Any], out: Path) -> Result:
    output = out / "dokumen" / f"{file_sha256(corpus / entry['file'])}.json"
    truth = json.loads((corpus / entry["truth"]).read_text("utf-8"))
    text = output.read_text("utf-8") if output.is_file() else "{}"
    found = json.loads(text)
    checked = merge([LaporanDokumen.model_validate_json(text)]).model_dump(mode="json") if found else {}
    lost = [cell["teks"] for cell in entry.get("lost", ())]
    return Result(entry, compare(truth, found), compare_tables(truth, found), compare_findings(truth, checked, lost))


def _form(entry: dict[str, Any]) -> str:
    return str(entry["converter"] or entry["producer"])


GROUPS: dict[str, Callable[[Result], Iterable[str]]] = {
    "form": lambda r: [_form(r.entry)],
    "layout family": lambda r: [r.entry["style"]] if r.is_pdf else [],
    "style of tables": lambda r: [r.entry["table_style"]] if r.is_pdf else [],
    "family of contents": lambda r: [r.entry["family"]],
    "defect": lambda r: r.entry["defects"] or ["none"],
}
"""By what the results are grouped, and the groups a result is in."""


def summed(tallies: Iterable[Tally]) -> Tally:
    """All of them in one."""
    total = Tally()
    for tally in tallies:
        total.add(tally)
    return total


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.4f}" if whole else "–"


def section_rows(results: Sequence[Result]) -> list[tuple[str, ...]]:
    """Per section, worst first: mean F1 over files, rows found, numbers exactly right."""
    names = {name for result in results for name in result.tallies}
    rows = []
    for name in names:
        tallies = [result.tallies[name] for result in results if name in result.tallies]
        found = [tally.f1 for tally in tallies if tally.f1 is not None]
        total = summed(tallies)
        if found:
            mean = f"{sum(found) / len(found):.3f}"
            rows.append((mean, name, str(len(found)), _share(total.rows_found, total.rows), _share(total.exact, total.numbers)))
    return [(name, mean, *others) for mean, name, *others in sorted(rows)]


def group_rows(results: Sequence[Result], groups: Callable[[Result], Iterable[str]]) -> list[tuple[str, ...]]:
    """Per group, worst first: mean F1, worst section, numbers exactly right, files."""
    grouped: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        for name in groups(result):
            grouped[name].append(result)
    rows = []
    for name, members in grouped.items():
        total = summed(tally for member in members for tally in member.tallies.values())
        worst = section_rows(members)
        mean = sum(member.mean for member in members) / len(members)
        rows.append(
            (f"{mean:.3f}", name, f"{worst[0][0]} {worst[0][1]}" if worst else "–", _share(total.exact, total.numbers), str(len(members)))
        )
    return [(name, mean, *others) for mean, name, *others in sorted(rows)]


def table_rows(results: Sequence[Result]) -> list[tuple[str, ...]]:
    """Per kind of table, worst first: tables of the truth, share found, share with the right number of rows, tables too many."""
    total: dict[str, tuple[int, ...]] = {}
    for result in results:
        for kind, counts in result.tables.items():
            total[kind] = tuple(a + b for a, b in zip(total.get(kind, (0, 0, 0, 0)), counts, strict=True))
    order = sorted(total.items(), key=lambda item: (item[1][2] / item[1][0], item[0]))
    return [(kind, str(n), _share(found, n), _share(right, n), str(more)) for kind, (n, found, right, more) in order]


def finding_rows(results: Sequence[Result]) -> list[tuple[str, ...]]:
    """Per check, worst first: contradictions planted, share found, findings that nobody planted."""
    total: dict[str, tuple[int, ...]] = {}
    for result in results:
        for code, counts in result.findings.items():
            total[code] = tuple(a + b for a, b in zip(total.get(code, (0, 0, 0)), counts, strict=True))
    whole = tuple(sum(counts[n] for counts in total.values()) for n in range(3))
    total["all"] = (whole[0], whole[1], whole[2])
    order = sorted(total.items(), key=lambda item: (item[1][1] / item[1][0] if item[1][0] else 1.0, -item[1][2], item[0]))
    return [(code, str(planted), _share(found, planted), str(more)) for code, (planted, found, more) in order]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *rows])


def page(results: Sequence[Result], day: str, command: str) -> str:
    """docs/accuracy-corpus.md."""
    used = ", ".join(f"{name} {version}" for name, version in versions().items())
    parts = {"Born-digital PDF": [r for r in results if r.is_pdf], "Text": [r for r in results if r.entry["kind"] in _CONVERTER_KINDS]}
    figures = []
    for name, members in parts.items():
        if members:
            total = summed(tally for member in members for tally in member.tallies.values())
            mean = sum(member.mean for member in members) / len(members)
            figures.append((name, str(len(members)), f"{mean:.3f}", _share(total.exact, total.numbers)))
    sections = [
        f"## By section: {name}\n\n{_table(('section', 'F1', 'files', 'rows found', 'numbers exact'), section_rows(members))}"
        for name, members in parts.items()
        if members
    ]
    head = ("kind of table", "tables", "found", "rows as many", "too many")
    kinds = [f"## By kind of table: {name}\n\n{_table(head, table_rows(members))}" for name, members in parts.items() if members]
    checks = [
        f"## By check: {name}\n\n{_table(('check', 'planted', 'found', 'not planted'), finding_rows(members))}"
        for name, members in parts.items()
        if any(sum(counts[1:]) for member in members for counts in member.findings.values())
    ]
    groups = [
        f"## By {name}\n\n{_table((name, 'F1', 'worst section', 'numbers exact', 'files'), group_rows(results, group))}"
        for name, group in GROUPS.items()
    ]
    return f"""# Accuracy on made reports

Measured on {day} with `{command}` ({used}).

The reports are made (corpus/, DATA SIMULASI), so that their truth is exact. F1 is over cells: numbers must be equal, texts agree to 95 %.
Sections that this release does not produce are left out. Means are over files; in every table the worst stand first.
Numbers exact: share of the truth's numeric cells that came out exactly right. Layout families and styles of tables are those of
`corpus/typeset/looks.py`, families of contents those of `corpus/isi/pilihan.py`.

{_table(("form", "files", "mean F1", "numbers exact"), figures)}

![F1 by layout family and by converter](images/{CHART.name})

{chr(10).join(f"{part}{chr(10)}" for part in (*sections, *kinds, *checks, *groups))}"""


def with_kept(text: str, old: str) -> str:
    """The page with the section that bench/borderless.py has written into the old one."""
    section = _BORDERLESS.search(old)
    return f"{text.rstrip()}\n\n{section[0]}\n" if section else text


def chart(results: Sequence[Result]) -> str:
    """Mean F1 of every layout family and converter, worst first."""
    rows = group_rows(results, lambda r: GROUPS["layout family"](r) if r.is_pdf else GROUPS["form"](r))
    return bars("Mean F1 by layout family and converter", [(row[0], float(row[1])) for row in rows])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--satker", type=int, default=20)
    parser.add_argument("--years", default="2024")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", default="pdf,office,text,imitated")
    parser.add_argument("--size", default="", help="small, normal or large; nothing: a mixture")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--corpus", type=Path, help="measure this corpus, made before, instead of making one")
    parser.add_argument("--date", default=date.today().isoformat())
    parser.add_argument("--list", action="store_true", help="print every miss")
    parser.add_argument("--only", default="", help="with --list: sections, separated by commas")
    parser.add_argument("--dry", action="store_true", help="print only")
    return parser.parse_args()


def _print_misses(results: Sequence[Result], only: Sequence[str]) -> None:
    for result in sorted(results, key=lambda result: result.mean):
        entry = result.entry
        print(f"\n{entry['file']}  {result.mean:.3f}  {_form(entry)} {entry['style'] or ''} {','.join(entry['defects'])}")
        for name, tally in result.tallies.items():
            if not only or name in only:
                sys.stdout.writelines(f"    {miss}\n" for miss in tally.misses)


def main() -> int:
    """Make, measure, print and write."""
    options = _arguments()
    try:
        corpus = options.corpus or made(options)
    except subprocess.CalledProcessError as failed:
        return int(failed.returncode)
    results = measure(corpus, options.jobs)
    if options.list:
        _print_misses(results, [name for name in options.only.split(",") if name])
    order = f"--satker {options.satker} --years {options.years} --seed {options.seed} --kinds {options.kinds}"
    command = f"python bench/corpus.py {f'--corpus {options.corpus}' if options.corpus else order}"
    text = page(results, options.date, command)
    print(text)
    print(f"corpus: {corpus}", file=sys.stderr)
    if not options.dry:
        PAGE.write_text(with_kept(text, PAGE.read_text("utf-8") if PAGE.is_file() else ""), "utf-8")
        CHART.write_text(chart(results), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
