"""Loading: what changed since the last time is replaced, in one transaction."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Final

from extractor.collector import collector_at_rest
from extractor.warehouse.arrow import to_arrow
from extractor.warehouse.columns import Table
from extractor.warehouse.ddl import TABLES, comments, create, indexes
from extractor.warehouse.destination import Destination, LoadError
from extractor.warehouse.flatten import Rows, flatten
from extractor.warehouse.migrations import MIGRATIONS, VERSION, Migration, pending
from extractor.warehouse.moved import outdated
from extractor.warehouse.redact import Redaction
from extractor.warehouse.shared import settle
from extractor.warehouse.star import REPORTED, STAR
from extractor.warehouse.star.records import MUATAN, VERSI
from extractor.warehouse.unit import File, find_files, read_unit
from extractor.warehouse.views import VIEWS

_AT_A_TIME: Final = 256
"""Reports whose rows are held in memory."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did, in reports."""

    loaded: int
    unchanged: int
    removed: int
    rows: int


def load(out: Path, into: Destination, redaction: Redaction, names: Sequence[str] | None = None, *, mirror: bool = False) -> Loaded:
    """Bring the warehouse up to date with ``out/satker``, or with these files of it; nothing is changed where a report cannot be read.

    ``mirror`` also removes the reports that are not in ``out``; else those of other folders stay.
    Raises LoadError, OSError, and ValueError for a file that is no result of this program.
    """
    files = find_files(out, names)
    if not files and not mirror:
        raise LoadError(f"{out / 'satker'}: tidak ada hasil lkj extract; sebutkan folder OUT-nya")
    redaction = _as_written(files, redaction)
    install(into, redaction)
    known = dict(into.rows(f"SELECT berkas, sha256 FROM {MUATAN.name}"))
    changed = [file for file in files if known.get(file.name) != file.sha256]
    gone = sorted(known.keys() - {file.name for file in files}) if mirror else []
    if changed or gone:
        _forget(into, [*gone, *(file.name for file in changed if file.name in known)])
        with collector_at_rest():
            rows = _add(into, changed, redaction)
        moved = outdated(into, out)
        if moved:
            into.forget(REPORTED, moved)
        for statement in settle():
            into.run(statement)
    into.commit()
    return Loaded(len(changed), len(files) - len(changed), len(gone), rows if changed else 0)


def install(into: Destination, redaction: Redaction, migrations: Sequence[Migration] = MIGRATIONS, version: int = VERSION) -> None:
    """Make the tables and views, or bring older ones up to date. Raises LoadError and NewerWarehouse."""
    if VERSI.name not in into.tables():
        _make(into)
        _record_version(into, version, redaction)
        return
    installed, mode = into.rows(f"SELECT versi, penyamaran FROM {VERSI.name} ORDER BY versi DESC LIMIT 1")[0]
    if mode != redaction.mode:
        raise LoadError(_MIXED.format(installed=_MODES[mode.partition(":")[0]], wanted=_MODES[redaction.mode.partition(":")[0]]))
    steps = pending(installed, migrations, version)
    if not steps:
        return
    for view in reversed(VIEWS):
        into.run(f"DROP VIEW IF EXISTS {view.name}")
    for step in steps:
        for statement in step.statements:
            into.run(statement)
    if any(step.reload for step in steps):
        into.run(f"UPDATE {MUATAN.name} SET sha256 = ''")
    _make(into)
    _record_version(into, version, redaction)


_MODES: Final = {"tanpa": "memuat nama dan NIP", "dihapus": "tanpa nama dan NIP (--redact)", "hmac": "dengan nama samaran (--redact-key)"}
_MIXED: Final = (
    "gudang data ini {installed}, sedangkan pemuatan ini {wanted} atau berkunci lain; pakai pilihan yang sama, atau gudang data yang lain"
)


_OTHERWISE: Final = "{name} {mode}: ditulis dengan pilihan atau kunci lain; ulangi dengan yang sama, atau lkj extract ke folder lain"


def _as_written(files: Sequence[File], redaction: Redaction) -> Redaction:
    """How the reports are redacted already, where they are and nothing else is asked for."""
    written = read_unit(files[0]).data.get("penyamaran") if files and not redaction.on else None
    return Redaction(on=True, taken=written) if written is not None else redaction


def _make(into: Destination) -> None:
    existing = into.tables()
    for table in TABLES:
        if table.name not in existing:
            into.run(create(table, keys=into.keys))
    into.run(";\n".join(chain(*map(comments, TABLES), indexes() if into.keys else ())))
    for view in VIEWS:
        into.run(f"CREATE VIEW {view.name} AS{view.sql}")


def _record_version(into: Destination, version: int, redaction: Redaction) -> None:
    into.append(VERSI, to_arrow(VERSI, [(version, redaction.mode, _now())]))


def _forget(into: Destination, names: Sequence[str]) -> None:
    """Remove all rows of these files."""
    if not names:
        return
    wanted = set(names)
    keys = [key for key, name in into.rows(f"SELECT laporan_key, berkas FROM {MUATAN.name}") if name in wanted]
    into.forget([*REPORTED, MUATAN], keys)


def _add(into: Destination, files: Sequence[File], redaction: Redaction) -> int:
    """Add all rows of these files."""
    shared: dict[str, dict[str, tuple[object, ...]]] = {}
    rows = 0
    for first in range(0, len(files), _AT_A_TIME):
        content = Rows()
        for name, known in shared.items():
            content.shared[name] = known
        records = [_flattened(file, redaction, content) for file in files[first : first + _AT_A_TIME]]
        shared = content.shared
        for table, found in _filled(content):
            into.append(table, to_arrow(table, found))
            rows += len(found)
        into.append(MUATAN, to_arrow(MUATAN, records))
    for name, members in shared.items():
        into.add_new(STAR[name], to_arrow(STAR[name], list(members.values())))
    return rows


def _flattened(file: File, redaction: Redaction, into: Rows) -> tuple[object, ...]:
    """Add the rows of a file and give its record."""
    unit = read_unit(file)
    _check_redaction(unit.data.get("penyamaran"), redaction, file.name)
    flatten(unit, redaction, into)
    return unit.key, file.name, file.sha256, _now()


def _check_redaction(written: str | None, redaction: Redaction, name: str) -> None:
    """Raises LoadError where a report was redacted otherwise than it is to be loaded."""
    if written != redaction.mode and (written is not None or redaction.taken is not None):
        raise LoadError(_OTHERWISE.format(name=name, mode=_MODES[(written or "tanpa").partition(":")[0]]))


def _filled(rows: Rows) -> Iterator[tuple[Table, list[tuple[object, ...]]]]:
    for name, found in rows.reported.items():
        if found:
            yield STAR[name], found


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
