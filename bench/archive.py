"""A night's archive: many reports, some of them hostile, through `lkj extract`, killed and resumed, compared byte for byte.

    python bench/archive.py [--documents 2000] [--kills 10] [--jobs 2] [--seed 1] [--single] [--date YYYY-MM-DD]

Makes a folder of reports of as many satker-years (most as text, some as PDF), two in a hundred of them hostile: cut off,
locked with a password, inflating to gibibytes, drawing without end, of 5,000 pages, random bytes. Runs over them
undisturbed, with the memory of the parent looked at all the while; then again, killed with SIGKILL at random moments;
and says whether both outputs are the same, whether every hostile file is named with its reason and every good one is
read. `--single` also measures one worker.
With a date, docs/archive-measured.md is written.
"""

import argparse
import hashlib
import json
import os
import platform
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from extractor.identity.regions import gazetteer  # noqa: E402
from tests import hostile  # noqa: E402
from tests.reading.pdf_builder import Sheet, build, write  # noqa: E402

HOSTILE_IN: Final = 50
"""One document in so many is hostile."""
PDF_IN: Final = 10
LIMITS: Final = ("--memory", "1024", "--timeout", "300", "--cpu", "60", "--pages", "2000")
HEAD: Final = ["No", "Sasaran", "Indikator", "Target"]
BUDGET: Final = ["Kode", "Uraian", "Pagu (Rp)", "Realisasi (Rp)", "%"]
PAGE: Final = """# An archive, measured

Measured on {date} with `python bench/archive.py {options}` on {processors} cores shared with other work (Python {python}).

{lines}
"""


@dataclass(frozen=True)
class Measured:
    """A run: its exit code, seconds, and the resident memory of the parent (MB) at each look."""

    code: int
    seconds: float
    memory: list[float]


def main() -> int:
    """Make, run, kill, compare; 1 where anything is not as it must be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--single", action="store_true", help="measure one worker too")
    parser.add_argument("--date", help="day of the measurement; docs/archive-measured.md is written")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lkj-archive-") as name:
        folder = Path(name)
        bad = make(folder / "in", options.documents, random.Random(options.seed))
        print(f"{options.documents} documents made, {len(bad)} of them hostile", flush=True)
        lines, faults = measured(folder, options, bad)
    print("\n".join(faults) or "all as it must be")
    if options.date:
        told = " ".join(f"--{key} {getattr(options, key)}" for key in ("documents", "kills", "jobs", "seed"))
        page = PAGE.format(
            date=options.date, options=told, processors=os.cpu_count(), python=platform.python_version(),
            lines="\n".join(f"- {line}" for line in [*lines, *(faults or ["all as it must be"])]),
        )  # fmt: skip
        (ROOT / "docs" / "archive-measured.md").write_text(page, encoding="utf-8")
    return 1 if faults else 0


def measured(folder: Path, options: argparse.Namespace, bad: dict[str, str]) -> tuple[list[str], list[str]]:
    """What was measured, in words, and what was not as it must be."""
    lines, faults = [], []

    def say(line: str) -> None:
        lines.append(line)
        print(line, flush=True)

    whole = run(folder, "undisturbed", options.jobs)
    quarter = whole.memory[len(whole.memory) // 4 :]
    say(
        f"{options.documents} documents, {len(bad)} hostile, {options.jobs} workers: {whole.seconds:.0f} s,"
        f" {60 * options.documents / whole.seconds:.0f} documents a minute; parent {quarter[0]:.0f} MB after a quarter of the run,"
        f" {max(quarter):.0f} MB at most after that"
    )
    if options.single:
        alone = run(folder, "alone", 1)
        say(f"one worker: {alone.seconds:.0f} s, {alone.seconds / whole.seconds:.2f} times as long")
        faults += differences(folder / "undisturbed", folder / "alone")
    chance = random.Random(options.seed)
    killed = sum(run(folder, "killed", options.jobs, chance.uniform(0.02, 0.18) * whole.seconds).code < 0 for _ in range(options.kills))
    last = run(folder, "killed", options.jobs)
    say(f"killed {killed} times at random moments; the last run took {last.seconds:.0f} s")
    faults += differences(folder / "undisturbed", folder / "killed")
    record = json.loads((folder / "undisturbed" / "run.json").read_text("utf-8"))
    failed = {Path(failure["path"]).name: failure["reason"] for failure in record["failures"]}
    say("hostile files by what they are and what was said: " + told(bad, failed))
    faults += [f"{name} ({bad[name]}) is hostile and was not named" for name in bad if name not in failed]
    faults += [f"{name} failed: {reason}" for name, reason in failed.items() if name not in bad]
    if record["counts"]["documents"] != options.documents - len(bad):
        faults.append(f"{record['counts']['documents']} documents read")
    return lines, faults


def run(folder: Path, out: str, jobs: int, kill_after: float | None = None) -> Measured:
    """`lkj extract` as a user runs it, perhaps killed after so many seconds."""
    command = [sys.executable, "-m", "extractor", "extract", "in", "--out", out, "--jobs", str(jobs), "--format", "json", *LIMITS]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    began = time.monotonic()
    with (folder / f"{out}.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=environment, stderr=log)
        memory = []
        while process.poll() is None:
            memory.append(resident(process.pid))
            if kill_after is not None and time.monotonic() - began > kill_after:
                process.send_signal(signal.SIGKILL)
            time.sleep(0.2)
    return Measured(process.wait(), time.monotonic() - began, memory)


def resident(pid: int) -> float:
    """MB of a process."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def differences(one: Path, other: Path) -> Iterator[str]:
    """Files that are not the same, byte for byte; the record of a run holds times."""
    files = {str(path.relative_to(root)) for root in (one, other) for path in root.rglob("*") if path.is_file()}
    for name in sorted(files - {"run.json"}):
        if not ((one / name).exists() and (other / name).exists() and digest(one / name) == digest(other / name)):
            yield f"{name} differs"


def digest(path: Path) -> str:
    """Of the content."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def told(bad: dict[str, str], failed: dict[str, str]) -> str:
    """Kinds of hostile files with the reasons that were given."""
    pairs = Counter((kind, failed.get(name, "–")) for name, kind in bad.items())
    return ", ".join(f"{kind} → {reason} ({number})" for (kind, reason), number in sorted(pairs.items()))


def make(folder: Path, documents: int, chance: random.Random) -> dict[str, str]:
    """The folder of reports; the hostile ones by their names, with what they are."""
    regions = [region for region in gazetteer().regions if region.level in ("kabupaten", "kota")]
    bad: dict[str, str] = {}
    for number in range(documents):
        region, year = regions[number % len(regions)], 2021 + number // len(regions) % 5
        place = folder / f"{number // 100:02}"
        place.mkdir(parents=True, exist_ok=True)
        if number % HOSTILE_IN == HOSTILE_IN // 2:
            kind = list(HOSTILE)[number // HOSTILE_IN % len(HOSTILE)]
            path = place / f"{number:05} {kind}.pdf"
            path.write_bytes(HOSTILE[kind](chance) + b"\n%% %d\n" % number)
            bad[path.name] = kind
        elif number % PDF_IN == 0:
            (place / f"{number:05} LKj FIX.pdf").write_bytes(pdf(region.level, region.name, year, chance))
        else:
            (place / f"{number:05} LKj.txt").write_text(text(region.level, region.name, year, chance), "utf-8")
    return bad


def text(level: str, name: str, year: int, chance: random.Random) -> str:
    """A report of a few pages."""
    rows = "\n".join("\t".join(row) for row in plan(chance))
    money = "\n".join("\t".join(row) for row in budget(chance))
    prose = (
        f"Laporan kinerja KPU {level.title()} {name} tahun {year} disusun sebagai pertanggungjawaban atas pelaksanaan tugas dan fungsi.\n"
        * 12
    )
    return (
        f"LAPORAN KINERJA\nKOMISI PEMILIHAN UMUM {level.upper()} {name.upper()}\nTAHUN {year}\n\nBAB I\nPENDAHULUAN\n{prose}\n"
        f"BAB II\nPERENCANAAN KINERJA\nPerjanjian Kinerja Tahun {year}\n{rows}\n\n"
        f"BAB III\nAKUNTABILITAS KINERJA\nRealisasi Anggaran Tahun {year}\n{money}\n"
    )


def pdf(level: str, name: str, year: int, chance: random.Random) -> bytes:
    """The same as pages with ruled tables."""
    front = Sheet()
    for line, words in enumerate(["LAPORAN KINERJA", f"KOMISI PEMILIHAN UMUM {level.upper()} {name.upper()}", f"TAHUN {year}"]):
        front.text(72, 100 + 20 * line, words, size=14, bold=True)
    sheets = [front]
    for rows in (plan(chance), budget(chance)):
        columns = [60 + 475 * column // len(rows[0]) for column in range(len(rows[0]) + 1)]
        sheets.append(Sheet().text(60, 60, f"Tahun {year}").table(columns, [100 + 20 * row for row in range(len(rows) + 1)], rows))
    return build(sheets)


def plan(chance: random.Random) -> list[list[str]]:
    """A table of targets."""
    return [HEAD, *([str(n), f"Terlaksananya tahapan {n}", f"Persentase tahapan {n}", f"{chance.randint(50, 100)}%"] for n in range(1, 9))]


def budget(chance: random.Random) -> list[list[str]]:
    """A table of amounts with its total."""
    parts = [(pagu, chance.randint(pagu // 2, pagu)) for pagu in (chance.randint(10**8, 10**10) for _ in range(5))]
    rows = [[f"{6700 + n}", f"Kegiatan {n}", *_amounts(*part)] for n, part in enumerate(parts)]
    return [BUDGET, *rows, ["", "Jumlah", *_amounts(sum(p for p, _ in parts), sum(r for _, r in parts))]]


def _amounts(pagu: int, realisasi: int) -> list[str]:
    figures = [f"{figure:,}".replace(",", ".") for figure in (pagu, realisasi)]
    return [*figures, f"{100 * realisasi / pagu:.2f}%".replace(".", ",")]


def locked() -> bytes:
    """A PDF with a password that nobody knows."""
    objects = [hostile.CATALOGUE, hostile.PAGES, hostile.page(), hostile.stream(hostile.TEXT), hostile.FONT]
    entry = f"<< /Filter /Standard /V 1 /R 2 /P -44 /O <{'5A' * 32}> /U <{'C3' * 32}> >>"
    whole = write([*objects, entry])
    return whole.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 6 0 R /ID [<00> <00>]")


_LONG: Final = hostile.pdf_report(40)
HOSTILE: Final[dict[str, Callable[[random.Random], bytes]]] = {
    "terpotong": lambda chance: _LONG[: chance.randint(200, len(_LONG) // 2)],
    "terkunci": lambda _: locked(),
    "bom isi": lambda _: hostile.page_bomb(),
    "bom objek": lambda _: hostile.object_bomb(),
    "tanpa akhir": lambda _: hostile.form_bomb(),
    "5000 halaman": lambda _: build([Sheet()] * 5000),
    "acak": lambda chance: b"%PDF-1.5\n" + chance.randbytes(20_000),
    "bukan PDF": lambda chance: chance.randbytes(5_000),
}

if __name__ == "__main__":
    sys.exit(main())
