"""The files on the whole run: its findings, their working paper, the warehouse; each is written in a process beside."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from extractor.batch.across import state
from extractor.batch.aside import Aside
from extractor.batch.keys import table_key
from extractor.batch.ledger import Ledger, TableMade
from extractor.batch.warehouse import finish_writer, start_writer
from extractor.model.proses import Failure, Options, SatkerWritten
from extractor.warehouse.redact import Redaction

FINDINGS: Final = "temuan.csv"
WRITERS: Final = {FINDINGS: "extractor.writing.findings:findings_writer", "temuan.xlsx": "extractor.writing.workbook:workbook_writer"}
"""File -> what gives its writer, given the output folder."""


class Tables:
    """What is written once all satker-years stand in OUT."""

    def __init__(self, out: Path, options: Options, ledger: Ledger, redaction: Redaction) -> None:
        self._out, self._options, self._ledger, self._redaction = out, options, ledger, redaction
        self._asides: dict[str, Aside] = {}
        self._warehouse: Aside | None = None

    @property
    def files(self) -> list[str]:
        """The tables of the run, relative to OUT."""
        return [file for file in WRITERS if file == FINDINGS or "xlsx" in self._options.formats]

    def prepare(self) -> None:
        """Let the writers load what they need while satker-years are merged; nothing is written yet."""
        self._warehouse = self._warehouse or start_writer(self._out, self._options.formats, self._redaction)
        for file in self.files:
            self._aside(file)

    def write(self, satkers: Sequence[SatkerWritten]) -> list[Failure]:
        """Write what does not stand there already; gives what went wrong with the warehouse, and raises what else did."""
        names = [satker.file for satker in satkers]
        self._warehouse = self._warehouse or start_writer(self._out, self._options.formats, self._redaction)
        if self._warehouse is not None:
            self._warehouse.begin(names)
        begun = {file: key for file in self.files for key in [self._key(file, names)] if not self._stands(file, key)}
        for file in begun:
            self._aside(file).begin(names)
        for file, key in begun.items():
            self._asides.pop(file).finish()
            self._ledger.add(TableMade(file=file, key=key, size=(self._out / file).stat().st_size))
        return finish_writer(self._warehouse, self._options.out) if self._warehouse is not None else []

    def close(self) -> None:
        """End the writers that were not needed."""
        for aside in (*self._asides.values(), *([self._warehouse] if self._warehouse else [])):
            aside.close()

    def _aside(self, file: str) -> Aside:
        if file not in self._asides:
            self._asides[file] = Aside(WRITERS[file], self._out)
        return self._asides[file]

    def _key(self, file: str, names: Sequence[str]) -> str:
        return table_key(file, [state(self._ledger.entries[name]) for name in names])

    def _stands(self, file: str, key: str) -> bool:
        made = self._ledger.entries.get(file)
        return made is not None and made.key == key and self._ledger.valid(made) and not self._options.force
