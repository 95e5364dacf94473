"""A report, or an excerpt of one, without what names a person; the form of the contract stays."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType, UnionType
from typing import Annotated, Any, Final, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

from extractor.checks.registry import checks
from extractor.model import Banding, Bukti, Dokumen, Laporan, LaporanSatker, Peringatan, Pesan, Tabel, Temuan
from extractor.model.glossary import INHERITS
from extractor.reading import SUFFIXES
from extractor.redacting.fields import MARKS
from extractor.warehouse.columns import Personal
from extractor.warehouse.redact import HIDDEN_NAME, HIDDEN_NIP, Cleaner, Redaction

HIDDEN_DATE: Final = "[tanggal]"
WITHHELD: Final = Pesan(id="Rincian disamarkan.", en="Details are redacted.")
_ROSTER: Final = "pegawai_daftar"
_DATE: Final = re.compile(r"(?<!\d)\d{1,2}\s*[-/. ]\s*(?:\d{1,2}|[^\W\d_]{3,9}\.?)\s*[-/. ]\s*\d{4}(?!\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")

AnyModel = TypeVar("AnyModel", bound=BaseModel)
AnyReport = TypeVar("AnyReport", bound=Laporan)
Handler = Callable[[Cleaner, Any, Any], Any]
"""Cleaner, the model that holds the value, the value -> what may stand there."""


def redacted(report: AnyReport, redaction: Redaction, names: Laporan | None = None) -> AnyReport:
    """The report as it may leave; ``names`` is the report whose known names are taken out, where it is another one."""
    cleaner = redaction.cleaner(_names_and_ids(names or report))
    cleaner = cleaner.with_ids(_numbers(report.temuan))
    return _clean(report, cleaner).model_copy(update={"penyamaran": redaction.mode})


def redacted_excerpt(excerpt: Banding, redaction: Redaction, names: Laporan) -> Banding:
    """What others are compared with, without the names known in the report that it is from."""
    return _clean(excerpt, redaction.cleaner(_names_and_ids(names)))


def with_redacted_findings(report: LaporanSatker) -> LaporanSatker:
    """A redacted report to which findings were added: these without their words, and all numbered anew."""
    cleaner = Redaction(on=True, taken=report.penyamaran).cleaner({"penyamaran": report.penyamaran})
    cleaner = cleaner.with_ids(_numbers(report.temuan))
    fields = ("temuan", "rekonsiliasi", "mutu")
    return report.model_copy(update={name: _inner(getattr(report, name), cleaner) for name in fields})


def masked_file(document: str, name: str) -> str:
    """A file's name in redacted output: the id of its document, and its kind."""
    suffix = Path(name).suffix.lower()
    return document + (suffix if suffix in SUFFIXES else "")


def _names_and_ids(report: Laporan) -> dict[str, Any]:
    return report.model_dump(include={"perjanjian_kinerja", "dokumen", "sebutan", "pegawai", "temuan"})


def _numbers(findings: list[Temuan]) -> dict[str, str]:
    return {found.id: f"{found.kode}-{number:03}" for number, found in enumerate(findings, 1)}


def _clean(model: AnyModel, cleaner: Cleaner) -> AnyModel:
    changed = {}
    for name, handler in _recipe(type(model)):
        value = getattr(model, name)
        if value is not None:
            changed[name] = handler(cleaner, model, value)
    return model.model_copy(update=changed) if changed else model


def _inner(value: Any, cleaner: Cleaner) -> Any:
    if isinstance(value, list):
        return [_inner(item, cleaner) for item in value]
    return _clean(value, cleaner) if isinstance(value, BaseModel) else value


@cache
def _recipe(model: type[BaseModel]) -> tuple[tuple[str, Handler], ...]:
    """The fields of a model in which something may have to change, and what is done with each."""
    found = []
    for name, field in model.model_fields.items():
        own = f"{INHERITS.get(model.__name__, model.__name__)}.{name}"
        handler = _SPECIAL.get(own) or _HANDLERS.get(MARKS.get(own, Personal.NONE))
        if handler is _free and not _optional(field.annotation):
            handler = _emptied
        if handler is not None:
            found.append((name, handler))
        elif any(inner is not model and _recipe(inner) for inner in models_in(field.annotation)) or model in models_in(field.annotation):
            found.append((name, lambda cleaner, _, value: _inner(value, cleaner)))
    return tuple(found)


def models_in(annotation: Any) -> set[type[BaseModel]]:
    """The models that a field may hold, at any depth of lists and unions."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {annotation}
    return set().union(*map(models_in, get_args(annotation))) if get_origin(annotation) is not Literal else set()


def holds_words(annotation: Any) -> bool:
    """Whether a field may hold text other than words of a fixed list."""
    if annotation is str:
        return True
    if get_origin(annotation) is Annotated:
        return holds_words(get_args(annotation)[0])
    return get_origin(annotation) is not Literal and any(map(holds_words, get_args(annotation)))


def _optional(annotation: Any) -> bool:
    return get_origin(annotation) in (Union, UnionType) and type(None) in get_args(annotation)


def _text(cleaner: Cleaner, _: Any, value: Any) -> Any:
    if isinstance(value, list):
        return [_text(cleaner, _, item) for item in value]
    return cleaner.text(value) if isinstance(value, str) else value


def _name(cleaner: Cleaner, _: Any, value: str) -> str:
    return cleaner.name(value) or HIDDEN_NAME


def _nip(cleaner: Cleaner, _: Any, value: str) -> str | None:
    return cleaner.nip(value)


def _left_out(_: Cleaner, __: Any, ___: Any) -> None:
    return None


def _free(_: Cleaner, __: Any, value: Any) -> Any:
    return None if isinstance(value, str) else value


def _emptied(_: Cleaner, __: Any, value: Any) -> Any:
    return "" if isinstance(value, str) else value


def _numbered(cleaner: Cleaner, _: Any, value: Any) -> Any:
    if isinstance(value, list):
        return [cleaner.ids[item] for item in value if item in cleaner.ids]
    return cleaner.ids.get(value)


def _message(_: Cleaner, finding: Temuan, __: Pesan) -> Pesan:
    """What the check flags, in the words of the check."""
    check = checks().get(finding.kode)
    return WITHHELD if check is None else Pesan(id=f"{check.title_id}.", en=f"{check.title}.")


def _warning(_: Cleaner, __: Peringatan, message: str) -> str:
    """Of a check that crashed its code stays, by which the note is found again."""
    code = message.partition(" ")[0]
    return f"{code} {WITHHELD.id}" if code in checks() else WITHHELD.id


def _rows(cleaner: Cleaner, table: Tabel, rows: list[list[str]]) -> list[list[str]]:
    """The cells of a list of staff stand in ``pegawai``, as far as they may; dates beside a person are that person's."""
    if table.jenis == _ROSTER:
        return [[""] * len(row) for row in rows]
    return [_row([cleaner.text(cell) for cell in row]) for row in rows]


def _row(cells: list[str]) -> list[str]:
    personal = any(HIDDEN_NAME in cell or HIDDEN_NIP in cell for cell in cells)
    return [_DATE.sub(HIDDEN_DATE, cell) for cell in cells] if personal else cells


def _file(_: Cleaner, owner: Dokumen | Bukti, name: str) -> str:
    return masked_file(owner.id if isinstance(owner, Dokumen) else owner.dokumen, name)


def _files(_: Cleaner, __: Banding, names: dict[str, str]) -> dict[str, str]:
    return {document: masked_file(document, name) for document, name in names.items()}


_HANDLERS: Final[Mapping[Personal, Handler]] = MappingProxyType({
    Personal.CELL: _text,
    Personal.ATTRIBUTE: _text,
    Personal.NAME: _name,
    Personal.NIP: _nip,
    Personal.TRAIT: _left_out,
    Personal.FREE: _free,
    Personal.DIGEST: _numbered,
})  # fmt: skip
_SPECIAL: Final[Mapping[str, Handler]] = MappingProxyType({
    "Temuan.pesan": _message,
    "Rekonsiliasi.alasan": lambda _, __, ___: WITHHELD,
    "Peringatan.pesan": _warning,
    "Tabel.baris": _rows,
    "Dokumen.berkas": _file,
    "Bukti.berkas": _file,
    "Banding.berkas": _files,
})  # fmt: skip
