"""Time of loading many satker-years into DuckDB and PostgreSQL, and of loading them again.

    python -m bench.warehouse [--satker 550] [--years 2020-2024] [--made FOLDER] [--to postgresql://…] [--date YYYY-MM-DD]

The reports are the truths of the corpus as satker-years: with invented places, findings and proposals, since a truth has none.
``--made`` keeps them for the next time. Without ``--to`` PostgreSQL is a private server in a temporary folder (its programs must be
at hand). With a date, docs/warehouse-speed.md is written.
"""

import argparse
import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from hashlib import sha256
from importlib.metadata import version
from itertools import count
from pathlib import Path
from typing import Any, Final

import duckdb
from pydantic_core import to_json

from corpus.kontrak import contract_of
from corpus.source import report_of
from extractor.model import LaporanDokumen, LaporanSatker
from extractor.report import slug

ROOT: Final = Path(__file__).resolve().parents[1]
PAGE: Final = """# Loading a warehouse

Measured on {date} with `python -m bench.warehouse` on {processors} cores ({versions}): {files} satker-years ({mb} MB of JSON, {rows} rows),
made from the truths of the corpus with an invented place for every figure, findings and proposals. Start-up of the program included.

| into | first load, s | CPU, s | again, nothing changed, s | CPU, s | share |
|---|---|---|---|---|---|
{lines}

Seconds are those of the clock{shared}; CPU is that of `lkj load`, without the server's. `lkj load`
reads every file to see whether its content is known; a known one is not parsed.
"""


def main() -> int:
    """Make, load, print and perhaps write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--satker", type=int, default=550)
    parser.add_argument("--years", default="2020-2024")
    parser.add_argument("--made", type=Path)
    parser.add_argument("--to", help="a PostgreSQL database, empty")
    parser.add_argument("--date")
    asked = parser.parse_args()
    first, _, last = asked.years.partition("-")
    with tempfile.TemporaryDirectory() as scratch:
        out = asked.made or Path(scratch) / "out"
        made = make(out, asked.satker, range(int(first), int(last or first) + 1))
        size = sum(path.stat().st_size for path in made)
        print(f"{len(made)} satker-years, {size >> 20} MB")
        results = [("DuckDB", timed(out, f"duckdb:///{scratch}/bench.duckdb", 2))]
        with server(asked.to) as url:
            results.append(("PostgreSQL", timed(out, url, 2)))
        results.append(("Parquet", timed(out, f"parquet:///{scratch}/parquet", 1)))
        rows = _rows(Path(scratch) / "bench.duckdb")
    lines = [_line(name, spent) for name, spent in results]
    print("\n".join(lines))
    if asked.date:
        versions = ", ".join(
            [f"Python {platform.python_version()}", *(f"{name} {version(name)}" for name in ("duckdb", "pyarrow", "psycopg"))]
        )
        page = PAGE.format(
            date=asked.date, processors=os.cpu_count(), versions=versions, files=f"{len(made):,}", mb=size >> 20, rows=f"{rows:,}",
            lines="\n".join(lines), shared=" on a machine that did other work beside" if os.getloadavg()[1] > (os.cpu_count() or 1) else "",
        )  # fmt: skip
        (ROOT / "docs" / "warehouse-speed.md").write_text(page, "utf-8")
    return 0


def _line(name: str, spent: list[tuple[float, float]]) -> str:
    (once, cpu), again = spent[0], spent[1:]
    rest = f"{again[0][0]:.1f} | {again[0][1]:.1f} | {again[0][0] / once:.0%}" if again else "– | – | –"
    return f"| {name} | {once:.1f} | {cpu:.1f} | {rest} |"


def timed(out: Path, url: str, times: int) -> list[tuple[float, float]]:
    """Clock and CPU seconds of each load."""
    spent = []
    for _ in range(times):
        began, used = time.perf_counter(), _used()
        subprocess.run([sys.executable, "-m", "extractor", "load", str(out), "--to", url], check=True, cwd=ROOT)
        spent.append((time.perf_counter() - began, _used() - used))
    return spent


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def make(out: Path, satkers: int, years: range) -> list[Path]:
    """The satker-years as files; those that are there are kept."""
    wanted = [(out, satker, year) for satker in range(1, satkers + 1) for year in years]
    if len(list((out / "satker").glob("*/*.json"))) < len(wanted):
        with ProcessPoolExecutor() as pool:
            for done, _ in enumerate(pool.map(_make, wanted, chunksize=25), 1):
                if done % 250 == 0:
                    print(f"{done} of {len(wanted)} made", file=sys.stderr)
    return sorted((out / "satker").glob("*/*.json"))


def _make(wanted: tuple[Path, int, int]) -> None:
    out, satker, year = wanted
    report = report_of(1, satker, year, "")
    placed = satker_year(contract_of(report), f"{satker}/{year}")
    path = out / "satker" / f"{slug(LaporanSatker.model_validate(placed).satker)}-{satker}" / f"{year}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(to_json(placed, indent=1))


def satker_year(document: LaporanDokumen, name: str) -> dict[str, Any]:
    """A truth as a satker-year: places everywhere, a finding and a proposal on every fifth budget line."""
    report: dict[str, Any] = document.model_dump(mode="json")
    content = sha256(name.encode()).hexdigest()
    report["dokumen"][0] |= {"id": content[:12], "sha256": content}
    _place(report, content[:12], count())
    figures = [
        (f"/realisasi_anggaran/{at}/baris/{line}/pagu/nilai", row["pagu"])
        for at, table in enumerate(report["realisasi_anggaran"])
        for line, row in enumerate(table["baris"])
        if row["pagu"]
    ]
    for number, (pointer, figure) in enumerate(figures[::5]):
        value, said = figure["nilai"], {"id": f"Pagu tertulis {figure['mentah']}.", "en": f"The ceiling is stated as {figure['mentah']}."}
        evidence = [{**figure["sumber"], "mentah": figure["mentah"]}] * 4
        ids = {"temuan": f"A01-{number:08x}", "rekonsiliasi": f"R-{number:08x}"}
        report["temuan"].append(
            {"id": ids["temuan"], "kode": "A01", "nama": "sum_mismatch", "keparahan": "galat", "pesan": said, "dinyatakan": value,
             "dihitung": value, "selisih": 0, "satuan": "rupiah", "bukti": evidence, "sebab": None, "diterima": None,
             "rekonsiliasi": ids["rekonsiliasi"]}
        )  # fmt: skip
        report["rekonsiliasi"].append(
            {"id": ids["rekonsiliasi"], "jalur": pointer, "dinyatakan": value, "menjadi": value, "metode": "deduktif", "keyakinan": 0.9,
             "alasan": said, "temuan": [ids["temuan"]]}
        )  # fmt: skip
    return report


def _place(node: Any, document: str, serial: Iterator[int]) -> None:
    """Give every ``sumber`` and ``dokumen`` of the tree a value."""
    if isinstance(node, list):
        for item in node:
            _place(item, document, serial)
    elif isinstance(node, dict):
        if "sumber" in node:
            at = next(serial)
            box = [74.0 + at % 5 * 90.15, 60.25 + at % 40 * 18.5, 160.35 + at % 5 * 90.15, 78.75 + at % 40 * 18.5]
            node["sumber"] = {"dokumen": document, "halaman": at // 200 + 1, "kotak": box, "tabel": f"{document}-T{at // 100:02}"}
        if isinstance(node.get("dokumen"), str):
            node["dokumen"] = document
        for name, item in node.items():
            if name != "sumber":
                _place(item, document, serial)


def _rows(path: Path) -> int:
    with duckdb.connect(str(path), read_only=True) as connection:
        return int(connection.execute("SELECT SUM(estimated_size) FROM duckdb_tables()").fetchall()[0][0])


@contextmanager
def server(url: str | None) -> Iterator[str]:
    """The URL of an empty PostgreSQL database; of a private server with its default settings where none is named."""
    if url:
        yield url
        return
    folder = Path(tempfile.mkdtemp(prefix="lkj-bench-"))
    demoted: dict[str, Any] = {}
    if os.geteuid() == 0:
        shutil.chown(folder, "nobody")
        demoted = {"user": "nobody"}
    programs = {name: _program(name) for name in ("initdb", "pg_ctl")}

    def run(*command: str) -> None:
        subprocess.run(command, check=True, capture_output=True, cwd=folder, **demoted)

    run(programs["initdb"], "-D", str(folder / "data"), "-U", "lkj", "--auth=trust", "-E", "UTF8")
    run(
        programs["pg_ctl"],
        "-D",
        str(folder / "data"),
        "-o",
        f"-k {folder} -c listen_addresses=''",
        "-w",
        "-l",
        str(folder / "log"),
        "start",
    )
    try:
        yield f"postgresql:///postgres?host={folder}&user=lkj"
    finally:
        run(programs["pg_ctl"], "-D", str(folder / "data"), "-m", "fast", "stop")
        shutil.rmtree(folder)


def _program(name: str) -> str:
    found = shutil.which(name) or next((str(path) for path in sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))), None)
    if found is None:
        raise SystemExit(f"{name} is not at hand; install PostgreSQL, or name a database with --to")
    return str(Path(found).resolve())


if __name__ == "__main__":
    sys.exit(main())
