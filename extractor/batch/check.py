"""Reports, or results that were extracted before, as checked satker-years."""

import os
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from extractor.across.relate import relate_all
from extractor.batch.inputs import find_inputs
from extractor.batch.progress import Reporter
from extractor.batch.run import NOTHING, NothingToRead, given, run
from extractor.batch.server import is_url
from extractor.checks.settings import Settings
from extractor.model import LaporanSatker
from extractor.model.proses import Options, Run
from extractor.report import checked

NOWHERE = Path(os.devnull)
"""An output folder under which there is nothing."""


def check_all(inputs: Sequence[str], options: Options, settings: Settings) -> tuple[list[LaporanSatker], int]:
    """The satker-years of reports (files, folders, addresses) and of earlier results, checked, and how many documents failed.

    Raises ValueError where there is nothing to check, OSError where a file cannot be read.
    """
    results, documents = _parted(inputs)
    reports, failures = check_documents(documents, options, settings) if documents else ([], 0)
    return recheck(results, settings) + reports, failures


def _parted(inputs: Sequence[str]) -> tuple[list[Path], list[str]]:
    """The folders that ``lkj extract`` wrote, and the rest."""
    results = [name for name in inputs if not is_url(name) and _is_output(Path(name))]
    return [Path(name) for name in results], [name for name in inputs if name not in results]


def _is_output(path: Path) -> bool:
    return (path / "run.json").is_file() and (path / "satker").is_dir()


def recheck(folders: Sequence[Path], settings: Settings) -> list[LaporanSatker]:
    """The satker-years of earlier results, checked anew. Raises OSError and pydantic.ValidationError."""
    paths = [path for folder in folders for path in sorted((folder / "satker").rglob("*.json"))]
    reports = [checked(LaporanSatker.model_validate_json(path.read_bytes()), settings) for path in paths]
    return relate_all(reports, settings) if reports else []


def check_documents(inputs: Sequence[str], options: Options, settings: Settings) -> tuple[list[LaporanSatker], int]:
    """The satker-years of documents and folders, and how many documents failed; nothing stays on the disk.

    Raises ValueError where there is no document among them.
    """
    with TemporaryDirectory(prefix="lkj-") as name:
        folder = Path(name)
        try:
            with Reporter() as reporter:
                record = run(options.model_copy(update={"inputs": list(inputs)}), folder, reporter, settings)
        except NothingToRead:
            raise ValueError(NOTHING.format(names=", ".join(inputs))) from None
        reports = [LaporanSatker.model_validate_json((folder / satker.file).read_bytes()) for satker in record.satker]
    return reports, len(record.failures)


def originals(inputs: Sequence[str]) -> dict[str, Path]:
    """The reports themselves by sha256, as far as they are files: those that were given, and those that earlier results were read from."""
    results, documents = _parted(inputs)
    runs = [Run.model_validate_json((folder / "run.json").read_bytes()) for folder in results]
    found = {document.sha256: Path(document.path) for run in runs for document in run.documents}
    return found | {document.sha256: document.path for document in find_inputs(map(given, documents), NOWHERE).documents}
