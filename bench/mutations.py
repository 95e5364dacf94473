"""Damaged reports through the pool: seeded byte flips, cuts and splices of real and made files; every one must be accounted for.

    python bench/mutations.py [FILE...] [--count 10000] [--jobs 2] [--seed 1] [--pages N]

Without files: those of corpus/sampel and corpus/kumpulan. With `--pages`, they are parted into files of so many pages (of
text: as many times 40 lines) before they are damaged, so that many can be read in an hour. Each damaged file is read in a
child with the limits of a run. Afterwards nothing may stand in the folder from which it ran, and no result without its file.
"""

import argparse
import hashlib
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

import pypdfium2

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from extractor.batch.engine import Limits  # noqa: E402
from extractor.batch.pool import LocalEngine  # noqa: E402
from extractor.batch.worker import Job, document_file, read_document  # noqa: E402
from extractor.model.proses import Failure  # noqa: E402
from extractor.reading import SUFFIXES  # noqa: E402

LIMITS: Final = Limits(seconds=120, processor=60, memory=2048, output=256)
PAGES: Final = 500
LINES: Final = 40
"""Of a page of text."""
PLACES: Final = (ROOT / "corpus" / "sampel", ROOT / "corpus" / "kumpulan")


def main() -> int:
    """Damage, read, count; 1 where something is left over or unaccounted for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="*", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pages", type=int, help="part the files into so many pages first")
    options = parser.parse_args()
    sources = options.file or sorted(path for place in PLACES for path in place.iterdir() if path.suffix in SUFFIXES)
    with tempfile.TemporaryDirectory(prefix="lkj-mutations-") as name, tempfile.TemporaryDirectory(prefix="lkj-parts-") as aside:
        folder = Path(name).resolve()
        for place in ("in", "out", "cwd"):
            (folder / place).mkdir()
        os.environ["PYTHONPATH"] = str(ROOT)
        sources = [path.resolve() for path in sources]
        if options.pages is not None:
            sources = [part for path in sources for part in parts(path, options.pages, Path(aside))]
        os.chdir(folder / "cwd")
        faults = list(read_all(folder, sources, options))
        os.chdir(folder)
    print("\n".join(faults) or "every file accounted for, nothing left over")
    return 1 if faults else 0


def read_all(folder: Path, sources: Sequence[Path], options: argparse.Namespace) -> Iterator[str]:
    """Read every damaged file; what is not as it must be."""
    outcomes: Counter[str] = Counter()
    began = time.monotonic()
    engine = LocalEngine(options.jobs, LIMITS)
    for job, result in engine.run(read_document, damaged(folder, sources, options.count, random.Random(options.seed))):
        made = folder / "out" / document_file(job.sha256)
        failed = isinstance(result, Failure)
        outcomes[f"{result.reason} ({result.stage})" if isinstance(result, Failure) else "read"] += 1
        if made.exists() == failed:
            yield f"{job.name}: {'a result beside its failure' if failed else 'no result'}"
        if isinstance(result, Failure) and result.traceback:
            yield f"{job.name}: {result.traceback.splitlines()[-1]}"
        made.unlink(missing_ok=True)
        job.path.unlink()
        if sum(outcomes.values()) % 250 == 0:
            print(f"{sum(outcomes.values())} in {time.monotonic() - began:.0f} s: {dict(outcomes)}", file=sys.stderr, flush=True)
    print(f"{sum(outcomes.values())} files in {time.monotonic() - began:.0f} s: {dict(sorted(outcomes.items()))}")
    if sum(outcomes.values()) != options.count:
        yield f"{options.count - sum(outcomes.values())} files without an outcome"
    yield from (f"left over: {path.relative_to(folder)}" for path in folder.rglob("*") if path.is_file() and path.suffix != ".tmp")


def parts(path: Path, pages: int, aside: Path) -> Iterator[Path]:
    """The file in parts of so many pages, each a file of its own."""
    if path.suffix == ".pdf":
        with closing(pypdfium2.PdfDocument(path)) as whole:
            for first in range(0, len(whole), pages):
                part = aside / f"{path.stem}-{first + 1}.pdf"
                with closing(pypdfium2.PdfDocument.new()) as made:
                    made.import_pages(whole, list(range(first, min(first + pages, len(whole)))))
                    made.save(part)
                yield part
        return
    lines = path.read_bytes().splitlines(keepends=True)
    for first in range(0, len(lines), pages * LINES):
        part = aside / f"{path.stem}-{first + 1}{path.suffix}"
        part.write_bytes(b"".join(lines[first : first + pages * LINES]))
        yield part


def damaged(folder: Path, sources: Sequence[Path], count: int, chance: random.Random) -> Iterator[Job]:
    """The files, one at a time, each as a job."""
    contents = {path: path.read_bytes() for path in sources}
    for number in range(count):
        source = sources[number % len(sources)]
        content = damage(contents[source], contents[chance.choice(sources)], chance)
        path = folder / "in" / f"{number}{source.suffix}"
        path.write_bytes(content)
        yield Job(path, f"{number} of {source.name}", hashlib.sha256(content).hexdigest(), folder / "out", PAGES)


def damage(content: bytes, other: bytes, chance: random.Random) -> bytes:
    """The content with a few flips, cuts and splices."""
    broken = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 4))):
        kind, at = chance.choice(("flip", "flip", "cut", "end", "splice", "swap", "repeat")), chance.randrange(max(1, len(broken)))
        length = int(len(broken) * chance.random() ** 4)
        if kind == "flip":
            for place in [chance.randrange(len(broken)) for _ in range(chance.choice((1, 8, 64)))] if broken else []:
                broken[place] ^= 1 << chance.randrange(8)
        elif kind == "cut":
            del broken[at : at + length]
        elif kind == "end":
            del broken[at:]
        elif kind == "splice":
            start = chance.randrange(max(1, len(other)))
            broken[at : at + length] = other[start : start + length]
        elif kind == "swap":
            broken[at : at + length] = broken[at : at + length][::-1]
        else:
            broken[at:at] = broken[at : at + min(length, 1 << 16)] * chance.choice((1, 3))
    return bytes(broken)


if __name__ == "__main__":
    sys.exit(main())
