"""Which checks run, how grave their findings are, and which findings are accepted: the command line, a TOML file, a baseline.

Light to import: the checks are loaded where their codes are asked for.
"""

import csv
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, get_args

if TYPE_CHECKING:
    from extractor.checks.registry import Check, Severity

FILES = ("lkj.toml", "pyproject.toml")
"""Where settings are looked for in the working folder, the first that has them."""
KEYS = ("select", "ignore", "severity", "baseline")


class SettingsError(ValueError):
    """Settings that cannot be followed; the message says which and what to do, in Indonesian."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run was told about checks. Codes are complete; None for all."""

    select: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()
    severity: "Mapping[str, Severity]" = field(default_factory=lambda: MappingProxyType({}))
    accepted: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Id of a finding and why it is accepted."""

    def __reduce__(self) -> Any:
        """Plain data, so that the settings reach the child processes."""
        return (_rebuilt, (self.select, self.ignore, dict(self.severity), dict(self.accepted)))

    @property
    def chosen(self) -> "list[Check]":
        """The checks that run."""
        from extractor.checks.registry import checks  # noqa: PLC0415

        return [c for c in checks().values() if (self.select is None or c.code in self.select) and c.code not in self.ignore]


def _rebuilt(select: frozenset[str] | None, ignore: frozenset[str], severity: "dict[str, Severity]", accepted: dict[str, str]) -> Settings:
    return Settings(select, ignore, MappingProxyType(severity), MappingProxyType(accepted))


def load(config: Path | None, select: str | None = None, ignore: str | None = None, baseline: Path | None = None) -> Settings:
    """The settings of a run; what the command line says stands before the file.

    ``config`` None looks for ``lkj.toml`` or a ``pyproject.toml`` with ``[tool.lkj]`` in the working folder.
    Raises SettingsError for unknown codes, keys and severities, and for files that cannot be read.
    """
    table, base = _table(config)
    unknown = sorted(table.keys() - set(KEYS))
    if unknown:
        raise SettingsError(f"kunci {unknown[0]!r} tidak dikenal dalam [tool.lkj]; yang ada: {', '.join(KEYS)}")
    chosen = _codes(select.split(",") if select else table.get("select"), "select")
    left_out = _codes(ignore.split(",") if ignore else table.get("ignore"), "ignore") or frozenset()
    path = baseline or (base / str(table["baseline"]) if "baseline" in table else None)
    accepted = read_baseline(path) if path is not None else {}
    return replace(Settings(chosen, left_out, _severities(table.get("severity", {}))), accepted=MappingProxyType(accepted))


def _table(config: Path | None) -> tuple[dict[str, Any], Path]:
    """The settings of a file, and the folder that its paths start from."""
    if config is not None:
        return _read(config), config.parent
    for name in FILES:
        path = Path(name)
        if path.is_file() and (found := _read(path)):
            return found, path.parent
    return {}, Path()


def _read(path: Path) -> dict[str, Any]:
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: tidak dapat dibaca ({error}); periksa isinya") from error
    own = content.get("tool", {}).get("lkj")
    if own is None and path.name != "pyproject.toml":
        own = {key: value for key, value in content.items() if key != "tool"}
    if not isinstance(own, dict | None):
        raise SettingsError(f"{path}: [tool.lkj] harus berupa tabel")
    return own or {}


def _codes(wanted: Iterable[str] | None, key: str) -> frozenset[str] | None:
    if wanted is None:
        return None
    if isinstance(wanted, str) or not all(isinstance(item, str) for item in wanted):
        raise SettingsError(f'{key} harus berupa daftar kode, misalnya ["A", "D03"]')
    from extractor.checks.registry import codes_of  # noqa: PLC0415

    try:
        return frozenset().union(*(codes_of(item) for item in wanted))
    except ValueError as error:
        raise SettingsError(f"{key}: {error}; lihat daftar kode dengan: lkj explain") from error


def _severities(table: object) -> "Mapping[str, Severity]":
    if not isinstance(table, dict):
        raise SettingsError('severity harus berupa tabel, misalnya severity = { A04 = "info" }')
    if not table:
        return MappingProxyType({})
    from extractor.checks.registry import Severity  # noqa: PLC0415

    known: dict[str, Severity] = {name: name for name in get_args(Severity)}
    for code, level in table.items():
        if level not in known:
            raise SettingsError(f"severity {level!r} untuk {code} tidak dikenal; yang ada: {', '.join(known)}")
    return MappingProxyType({c: known[level] for item, level in table.items() for c in _codes([item], "severity") or ()})


def read_baseline(path: Path) -> dict[str, str]:
    """The accepted findings: a CSV file with the columns ``id`` and ``alasan``. Raises SettingsError where a reason is missing."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SettingsError(f"{path}: tidak dapat dibaca ({error})") from error
    if rows and not {"id", "alasan"} <= rows[0].keys():
        raise SettingsError(f"{path}: kolom id dan alasan tidak ada")
    for row in rows:
        if row["id"] and not (row["alasan"] or "").strip():
            raise SettingsError(f"{path}: alasan untuk {row['id']} belum diisi")
    return {row["id"]: row["alasan"].strip() for row in rows if row["id"]}
