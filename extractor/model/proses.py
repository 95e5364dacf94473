"""What a run leaves behind beside its reports: ``run.json`` and the entries under ``gagal/``."""

from typing import Literal

from pydantic import Field

from extractor.model.nilai import Model

VERSI_RUN = "1"


class Failure(Model):
    """A document (or a merge) that did not succeed: ``OUT/gagal/<sha256>.json``."""

    sha256: str | None = Field(description="Hash of the content; null where the content could not be read at all.")
    path: str = Field(description="The file as it was found, or the output file that could not be merged.")
    reason: str = Field(
        description="Stable slug: kosong, terenkripsi, rusak, … for bad input; waktu_habis, prosesor_habis, memori_habis, "
        "keluaran_terlalu_besar, proses_mati, galat_internal."
    )
    stage: str = Field(description="Stage of the program in which it happened: reading, tables, records, …; batch where none had begun.")
    message: str = Field(description="What is wrong and what to do, in Indonesian.")
    traceback: str | None = Field(description="Only for a fault of the program; null where the input is at fault.")
    versions: dict[str, str] = Field(description="Name and version of the program, of Python and of the libraries.")


class Skipped(Model):
    """A file that was found and not read, because it is no report."""

    path: str = Field(description="The file as it was found.")
    reason: str = Field(description="Stable slug: jenis_tak_dikenal, tersembunyi, tautan_keluar, tautan_folder, bukan_berkas.")
    message: str = Field(description="Why, and what to do, in Indonesian.")


class Duplicate(Model):
    """A file whose content is that of another one; it is read once."""

    path: str = Field(description="The file as it was found.")
    same_as: str = Field(description="The file that was read instead.")
    sha256: str = Field(description="Hash of the content of both.")


class DocumentRead(Model):
    """A document that was read, and its file."""

    path: str = Field(description="The file as it was found.")
    sha256: str = Field(description="Hash of its content.")
    file: str = Field(description="The output, relative to OUT.")
    satker: str = Field(description="Name of the satker.")
    slug: str = Field(description="Folder of the satker under OUT/satker.")
    tahun: int | None = Field(description="The reporting year; null where it is not known.")
    tables: int = Field(description="Tables found.")
    seconds: float | None = Field(description="Time it took; null where an earlier run had read it.")


class SatkerWritten(Model):
    """A satker-year that was written, with what it holds."""

    file: str = Field(description="The output, relative to OUT.")
    satker: str = Field(description="Name of the satker.")
    slug: str = Field(description="Folder of the satker under OUT/satker.")
    tahun: int | None = Field(description="The reporting year; null where it is not known.")
    documents: list[str] = Field(description="Hash of each document merged.")
    tables: int = Field(description="Tables found.")
    records: dict[str, int] = Field(description="Rows per kind of record.")
    pagu: int | None = Field(description="Rupiah; the greatest total row of the reporting year, null where there is none.")
    realisasi: int | None = Field(description="Rupiah; of the same row.")
    findings: dict[str, int] = Field(description="Contradictions by severity: galat, peringatan, info.")
    warnings: int = Field(description="Entries of mutu.peringatan.")
    versions: list[str] = Field(description="Which documents are one report in several formats, or versions of one report, in Indonesian.")


class Options(Model):
    """The command line of the run."""

    inputs: list[str] = Field(description="Files and folders as given.")
    force: bool = Field(False, description="Whether all documents were to be read anew.")
    expect: str | None = Field(None, description="List of the satkers that were to send a report, as given.")
    retry: bool = Field(False, description="Whether those that had failed were to be tried again.")
    out: str = Field(description="Output folder as given.")
    jobs: int = Field(description="Documents read at a time.")
    timeout: float = Field(description="Seconds that one document may take.")
    memory: int | None = Field(description="MiB that one document may use; null where the system cannot limit it.")
    cpu: int = Field(300, description="Seconds of processor time that one document may take.")
    pages: int = Field(2000, description="Pages that one document may have.")
    output_size: int = Field(512, description="MiB that the result of one document may have.")
    formats: list[str] = Field(description="Formats written.")
    engine: Literal["local", "ray"] = Field("local", description="Where the work was done: on this machine, or on a Ray cluster.")


class Counts(Model):
    """How many of each."""

    files: int = Field(description="Files found that may be reports.")
    documents: int = Field(description="Documents that stand in OUT.")
    reused: int = Field(description="Of these, those that an earlier run had read.")
    satker: int = Field(description="Satker-years written.")
    failures: int = Field(description="Documents (or merges) that failed.")
    skipped: int = Field(description="Files that are no reports.")
    duplicates: int = Field(description="Files whose content was read under another name.")


class Run(Model):
    """``OUT/run.json``: what ran. The only output that holds times."""

    schema_version: Literal["1"] = Field("1", description="Version of this file's form.")
    versions: dict[str, str] = Field(description="Name and version of the program, of Python and of the libraries.")
    options: Options = Field(description="The command line.")
    started: str = Field(description="ISO 8601, UTC.")
    finished: str = Field(description="ISO 8601, UTC.")
    seconds: float = Field(description="Time the run took.")
    counts: Counts = Field(description="How many of each.")
    documents: list[DocumentRead] = Field(description="What was read, by this run or an earlier one, in the order of the paths.")
    satker: list[SatkerWritten] = Field(description="What was written, in the order of the files.")
    failures: list[Failure] = Field(description="What failed; each has its file under OUT/gagal.")
    skipped: list[Skipped] = Field(description="What is no report.")
    duplicates: list[Duplicate] = Field(description="What came twice.")
