"""Findings across reports (X01–X04): slips planted between made reports of several satkers and years, and what is found of them.

    python bench/across.py [--satker 20] [--years 2022-2024] [--seeds 4351,4352] [--date YYYY-MM-DD]

Makes a corpus of text reports, and plants in some of them: another figure of last year than last year's report has (X01), a province's
list of its kabupaten with one figure altered (X02), an agreement handed in by itself with one target altered (X03), a paragraph of
another body's report (X04). Then `lkj extract` runs over all, and every finding of family X is laid beside what was planted. Findings
where nothing was planted are listed: the reports have slips of other families too, some of which two reports show.
With a date, docs/across-measured.md is written.
"""

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from corpus.make import Order, make  # noqa: E402
from extractor.identity.regions import gazetteer  # noqa: E402

CODES: Final = ("X01", "X02", "X03", "X04")
SHARE: Final = 0.35
"""Of the reports in which a slip is possible, those in which it is planted."""
LEAST_WORDS: Final = 25
CHAPTER: Final = re.compile(r"^(?!.*(?:\.{3}|…|\s\d+\W*$)).*\bBAB\s+(?:II|2)\b", re.MULTILINE)
"""The heading of the second chapter; a line of the table of contents ends with its page."""
PAGE: Final = """# Findings across reports, measured

Measured on {date} with `python bench/across.py {options}`: {documents} documents of {reports} satker-years.

| code | planted | found | findings where nothing was planted |
|---|--:|--:|--:|
{rows}

The documents are text as converters leave it. A slip is missed where the converter left no trace of what belongs together (several
indicators and their targets run into one line of one cell) or the report prints no figure, and where one of the reports states
the figure in several ways: the check abstains then. The reports have slips of the other families too, and two reports show some
of these: the program names each finding where nothing was planted, to be looked at. A paragraph is planted word by word, figures included.
"""


@dataclass(frozen=True, slots=True)
class Planted:
    """A slip: its code, and the satker-year in whose file it is to be found."""

    code: str
    satker: str
    year: int


Counts = dict[str, tuple[int, int, int]]
"""Code -> slips planted, those found, findings where nothing was planted."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One corpus: what was planted in how many documents and satker-years, and what was found."""

    planted: list[Planted]
    found: list[tuple[Planted, str]]
    documents: int
    reports: int


@dataclass(slots=True)
class Report:
    """A made report and its truth."""

    path: Path
    truth: dict[str, Any]

    @property
    def satker(self) -> str:
        return str(self.truth["satker"]["nama"])

    @property
    def year(self) -> int:
        return int(self.truth["tahun"])

    @property
    def text(self) -> str:
        return self.path.read_text("utf-8", "replace")


def main() -> int:
    """Make, plant, run, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--satker", type=int, default=20)
    parser.add_argument("--years", default="2022-2024")
    parser.add_argument("--seeds", default="4351,4352", help="a corpus of each; the same seeds plant the same slips")
    parser.add_argument("--date", help="day of the measurement; docs/across-measured.md is written")
    options = parser.parse_args()
    tables: list[Counts] = []
    documents = reports = 0
    for seed in map(int, options.seeds.split(",")):
        with tempfile.TemporaryDirectory(prefix="lkj-across-") as name:
            one = measured(Path(name), options.satker, options.years, seed)
        counts, documents, reports = table(one.planted, one.found), documents + one.documents, reports + one.reports
        tables.append(counts)
        print(f"seed {seed}:", *summed([counts]), sep="\n", flush=True)
    if options.date:
        told = f"--satker {options.satker} --years {options.years} --seeds {options.seeds}"
        counted = "\n".join(summed(tables))
        page = PAGE.format(date=options.date, options=told, documents=documents, reports=reports, rows=counted)
        (ROOT / "docs" / "across-measured.md").write_text(page, "utf-8")
    return 0


def measured(folder: Path, satker: int, years: str, seed: int) -> Measured:
    """Make, plant, run, compare."""
    first, last = map(int, years.split("-"))
    entries = make(Order(satker, tuple(range(first, last + 1)), seed, ("imitated",)), folder / "corpus")
    reports = [Report(folder / "corpus" / e["file"], json.loads((folder / "corpus" / e["truth"]).read_text("utf-8"))) for e in entries]
    planted = list(plant(reports, folder / "more", random.Random(seed)))
    given = [place for place in ("txt", "md") if any((folder / "corpus" / place).iterdir())]
    inputs = [*(str(folder / "corpus" / place) for place in given), str(folder / "more")]
    command = [sys.executable, "-m", "extractor", "extract", *inputs, "--out", str(folder / "out"), "--format", "json"]
    subprocess.run(command, cwd=ROOT, check=True, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    documents = len(reports) + len(list((folder / "more").iterdir()))
    return Measured(planted, list(findings(folder / "out")), documents, len(reports))


def plant(reports: list[Report], more: Path, draw: random.Random) -> Iterator[Planted]:
    """Alter some of the reports, and put those that are needed beside them into ``more``."""
    more.mkdir()
    known = {(one.satker, one.year): one for one in reports}
    for one in reports:
        if draw.random() < SHARE and (before := known.get((one.satker, one.year - 1))) and last_year(one, before, draw):
            yield Planted("X01", one.satker, one.year)
    for one in reports:
        if draw.random() < SHARE and agreement(one, more, draw):
            yield Planted("X03", one.satker, one.year)
    for one in reports:
        others = [other for other in reports if other.satker != one.satker and other.year <= one.year and kind(other) == kind(one) == "kpu"]
        if draw.random() < SHARE and others and copied(one, draw.choice(others)):
            yield Planted("X04", one.satker, one.year)
    yield from provinces(reports, more, draw)


def kind(report: Report) -> str:
    """Reports of one kind are copied from each other."""
    level = report.truth["satker"]["tingkat"]
    return "kpu" if level in ("kabupaten", "kota") else str(level)


def last_year(one: Report, before: Report, draw: random.Random) -> bool:
    """Another figure of last year in one report; the figure stands once in its text and in last year's own report."""
    own = {(row["indikator"], row["realisasi"]["nilai"]) for row in achieved(before, one.year - 1)}
    text = one.text
    for row in achieved(one, one.year - 1):
        printed = row["realisasi"]["mentah"]
        if (row["indikator"], row["realisasi"]["nilai"]) in own and text.count(printed) == 1 and (wrong := altered(printed, draw)):
            one.path.write_text(text.replace(printed, wrong), "utf-8")
            return True
    return False


def achieved(report: Report, year: int) -> Iterator[dict[str, Any]]:
    """Rows of results of a year that hold a figure of some digits."""
    for part in report.truth.get("capaian_kinerja", ()):
        for row in part["baris"]:
            if row.get("tahun") == year and row.get("realisasi") and isinstance(row["realisasi"]["nilai"], int | float):
                yield row


def altered(printed: str, draw: random.Random) -> str | None:
    """The same with one digit before the last misread."""
    places = [at for at, letter in enumerate(printed) if letter.isdigit()]
    if len(places) < 2:
        return None
    at = draw.choice(places[:2])
    digit = draw.choice([d for d in "123456789" if d != printed[at]])
    return printed[:at] + digit + printed[at + 1 :]


def agreement(one: Report, more: Path, draw: random.Random) -> bool:
    """The agreement handed in by itself, one target altered."""
    plans = [p for p in one.truth.get("perjanjian_kinerja", ()) if p.get("tahun") == one.year and p.get("unit") == one.satker]
    rows = [row for row in plans[0]["baris"] if row.get("target") and row.get("indikator")] if len(plans) == 1 else []
    at = next((n for n, row in enumerate(rows) if row["target"]["jenis"] == "persen" and altered(row["target"]["mentah"], draw)), None)
    if at is None:
        return False
    lines = [
        f"{number}\t{row.get('sasaran') or ''}\t{row['indikator']}\t"
        + (altered(row["target"]["mentah"], draw) or "" if number == at + 1 else row["target"]["mentah"])
        for number, row in enumerate(rows, 1)
    ]
    head = f"PERJANJIAN KINERJA TAHUN {one.year}\n{one.satker.upper()}\n\nNo\tSasaran\tIndikator Kinerja\tTarget\n"
    (more / f"PK {len(list(more.iterdir())):03}.txt").write_text(head + "\n".join(lines) + "\n", "utf-8")
    return True


def copied(one: Report, other: Report) -> bool:
    """A paragraph that names the other's region, put before the second chapter."""
    place = other.truth["satker"]["wilayah"] or ""
    own = one.truth["satker"]["wilayah"] or "?"
    told = [line.strip() for line in other.text.splitlines() if place and place in line and own not in line and "\t" not in line]
    told = [line for line in told if len(line.split()) >= LEAST_WORDS and "|" not in line and "<" not in line]
    text = one.text
    chapter = [found.start() for found in CHAPTER.finditer(text)]
    if not told or not chapter:
        return False
    at = chapter[-1]
    one.path.write_text(f"{text[:at]}\n{max(told, key=len)}\n\n{text[at:]}", "utf-8")
    return True


def provinces(reports: list[Report], more: Path, draw: random.Random) -> Iterator[Planted]:
    """A report of each province that lists what its bodies spent, one figure in three lists altered."""
    names = {region.code: region.name for region in gazetteer().regions if region.level == "provinsi"}
    members: dict[tuple[str, int], list[tuple[Report, int, int]]] = defaultdict(list)
    for one in reports:
        if kind(one) == "kpu" and (sums := totals(one)):
            members[str(one.truth["satker"]["kode_wilayah"]).partition(".")[0], one.year].append((one, *sums))
    for (code, year), found in sorted(members.items(), key=lambda item: item[0]):
        name = f"KPU Provinsi {names[code]}"
        wrong = draw.random() < SHARE
        rows = [f"{n}\t{one.satker}\t{pagu:,}\t{spent + 900_000 * wrong * (n == 1):,}" for n, (one, pagu, spent) in enumerate(found, 1)]
        title = f"LAPORAN KINERJA\nKOMISI PEMILIHAN UMUM PROVINSI {names[code].upper()}\nTAHUN {year}\n\nBAB III\nAKUNTABILITAS KINERJA\n"
        head = f"Pagu dan realisasi satuan kerja tahun {year}\nNo\tSatuan Kerja\tPagu (Rp)\tRealisasi (Rp)\n"
        (more / f"provinsi {code} {year}.txt").write_text(title + head + "\n".join(rows).replace(",", ".") + "\n", "utf-8")
        if wrong:
            yield Planted("X02", name, year)


def totals(one: Report) -> tuple[int, int] | None:
    """Pagu and realisasi of the year, where the report states one total."""
    rows = [row for part in one.truth.get("realisasi_anggaran", ()) for row in part["baris"]]
    rows = [row for row in rows if row["tingkat"] == "total" and row["tahun"] == one.year and row["pagu"] and row["realisasi"]]
    found = {(row["pagu"]["nilai"], row["realisasi"]["nilai"]) for row in rows}
    return found.pop() if len(found) == 1 and None not in next(iter(found)) else None


def findings(out: Path) -> Iterator[tuple[Planted, str]]:
    """Every finding of family X, with its message."""
    for path in sorted((out / "satker").glob("*/*.json")):
        report = json.loads(path.read_text("utf-8"))
        for one in report["temuan"]:
            if one["kode"] in CODES:
                yield Planted(one["kode"], report["satker"]["nama"], report["tahun"]), one["pesan"]["id"]


def table(planted: list[Planted], found: list[tuple[Planted, str]]) -> Counts:
    """Per code: planted, found, and findings where nothing was planted; what was missed or is too much goes to stderr."""
    there, wanted = {one for one, _ in found}, set(planted)
    missed, extra = [one for one in planted if one not in there], [(one, said) for one, said in found if one not in wanted]
    for one in missed:
        print("missed:", one, file=sys.stderr)
    for one, said in extra:
        print("not planted:", one, said, file=sys.stderr)
    counts, lost, more = Counter(one.code for one in planted), Counter(one.code for one in missed), Counter(one.code for one, _ in extra)
    return {code: (counts[code], counts[code] - lost[code], more[code]) for code in CODES}


def summed(tables: Sequence[Counts]) -> Iterator[str]:
    """The rows of the page."""
    for code in CODES:
        yield f"| {code} | {' | '.join(str(sum(column)) for column in zip(*(each[code] for each in tables), strict=True))} |"


if __name__ == "__main__":
    sys.exit(main())
