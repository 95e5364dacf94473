"""Every field of the contract that can hold words says what words."""

from collections.abc import Iterator

from pydantic import BaseModel

from extractor.model import Banding, LaporanDokumen, LaporanSatker
from extractor.model.glossary import INHERITS
from extractor.redacting.fields import MARKS
from extractor.redacting.report import holds_words, models_in
from extractor.warehouse.columns import Column, Kind, Personal
from extractor.warehouse.star import STAR

FIXED = ("Laporan.versi_skema", "Banding.versi_skema")


def models(top: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    if top in seen:
        return
    seen.add(top)
    yield top
    for field in top.model_fields.values():
        for inner in models_in(field.annotation):
            yield from models(inner, seen)


def wordy() -> set[str]:
    """Model.field of all that can hold words."""
    seen: set[type[BaseModel]] = set()
    found = [model for top in (LaporanDokumen, LaporanSatker, Banding) for model in models(top, seen)]
    return {
        f"{INHERITS.get(model.__name__, model.__name__)}.{name}"
        for model in found
        for name, field in model.model_fields.items()
        if holds_words(field.annotation)
    }


def test_no_field_that_can_hold_words_is_forgotten() -> None:
    assert wordy() - MARKS.keys() == set()


def test_no_mark_is_of_a_field_that_is_not_there() -> None:
    assert set(MARKS) - wordy() <= {"Pegawai.nip_rinci"}


def test_the_marks_agree_with_those_of_the_warehouse() -> None:
    """What the warehouse leaves out or hides, the JSON does too."""
    staff: dict[str, Column] = {column.path: column for column in STAR["fact_pegawai"].columns if column.kind in (Kind.TEXT, Kind.DATE)}
    for path, column in staff.items():
        if f"Pegawai.{path}" in MARKS:
            assert MARKS[f"Pegawai.{path}"] is column.personal, path
    pairs = {"fact_temuan": "Temuan", "fact_klaim": "Klaim", "fact_temuan_bukti": "Bukti", "fact_penandatangan": "Penandatangan"}
    for table, model in pairs.items():
        for column in STAR[table].columns:
            mark = MARKS.get(f"{model}.{column.path.removesuffix('#text')}")
            if mark is not None and column.kind is Kind.TEXT and Personal.NONE not in (mark, column.personal):
                assert mark is column.personal, (table, column.name)
