"""Reports, or results that were extracted before, as checked satker-years."""

import os
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from extractor.across.relate import relate_all
from extractor.batch.inputs import find_inputs
from extractor.batch.progress import Reporter
from extractor.batch.run import NOTHING, NothingToRead, run
from extractor.checks.settings import Settings
from extractor.model import LaporanSatker
from extractor.model.proses import Options, Run
from extractor.report import checked

NOWHERE = Path(os.devnull)
"""An output folder under which there is nothing."""


def check_all(paths: Sequence[Path], options: Options, settings: Settings) -> tuple[list[LaporanSatker], int]:
    """The satker-years of reports and of earlier results, checked, and how many documents failed.

    Raises ValueError where there is nothing to check, OSError where a file cannot be read.
    """
    results = [path for path in paths if is_output(path)]
    documents = [path for path in paths if path not in results]
    reports, failures = check_documents(documents, options, settings) if documents else ([], 0)
    return recheck(results, settings) + reports, failures


def is_output(path: Path) -> bool:
    """Whether a folder is what ``lkj extract`` wrote."""
    return (path / "run.json").is_file() and (path / "satker").is_dir()


def recheck(folders: Sequence[Path], settings: Settings) -> list[LaporanSatker]:
    """The satker-years of earlier results, checked anew. Raises OSError and pydantic.ValidationError."""
    paths = [path for folder in folders for path in sorted((folder / "satker").rglob("*.json"))]
    reports = [checked(LaporanSatker.model_validate_json(path.read_bytes()), settings) for path in paths]
    return relate_all(reports, settings) if reports else []


def check_documents(paths: Sequence[Path], options: Options, settings: Settings) -> tuple[list[LaporanSatker], int]:
    """The satker-years of documents and folders, and how many documents failed; nothing stays on the disk.

    Raises ValueError where there is no document among them.
    """
    with TemporaryDirectory(prefix="lkj-") as name:
        folder = Path(name)
        names = [str(path) for path in paths]
        try:
            with Reporter() as reporter:
                record = run(options.model_copy(update={"inputs": names}), folder, reporter, settings)
        except NothingToRead:
            raise ValueError(NOTHING.format(names=", ".join(names))) from None
        reports = [LaporanSatker.model_validate_json((folder / satker.file).read_bytes()) for satker in record.satker]
    return reports, len(record.failures)


def originals(paths: Sequence[Path]) -> dict[str, Path]:
    """The reports themselves by sha256: those that were given, and those that earlier results were read from."""
    results = [path for path in paths if is_output(path)]
    documents = [path for path in paths if path not in results]
    runs = [Run.model_validate_json((folder / "run.json").read_bytes()) for folder in results]
    found = {document.sha256: Path(document.path) for run in runs for document in run.documents}
    return found | {document.sha256: document.path for document in find_inputs(documents, NOWHERE).documents}
