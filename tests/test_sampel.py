"""The bundled sample reports, read and compared field by field with the truth they were made from."""

import json
from collections.abc import Iterator
from decimal import Decimal
from fnmatch import fnmatch
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from corpus.sampel_build import bundle, dinas, lkj
from corpus.sampel_build.to_text import to_markdown
from extractor import extract
from extractor.model import LaporanDokumen

FOLDER = Path(__file__).resolve().parents[1] / "corpus" / "sampel"
REPORTS = {"1-lkj-kpu-kabupaten": "txt", "2-lkip-dinas": "txt", "3-perencanaan-kpu-kota": "md"}
FILES = [f"{name}.{ending}" for name, text in REPORTS.items() for ending in ("pdf", text)]
PDFS = [f"{name}.pdf" for name in REPORTS]
RECORDS = ("perjanjian_kinerja", "rencana_kinerja", "rencana_aksi", "capaian_kinerja", "realisasi_anggaran", "pegawai", "iku")
PLACES = frozenset({"sumber", "id", "dokumen", "tabel"})

KNOWN: dict[str, dict[str, str]] = {}
"""File -> pattern of a path that is still read wrongly -> why. An entry that matches nothing is an error: take it out."""


@cache
def _read(name: str) -> LaporanDokumen:
    return extract(FOLDER / name)


@cache
def _truth(report: str) -> Any:
    return json.loads((FOLDER / f"{report}.harapan.json").read_text("utf-8"))


def _found(name: str) -> dict[str, Any]:
    """The output with the one document in place of the list of documents."""
    found = json.loads(_read(name).model_dump_json())
    return {**found, "dokumen": found["dokumen"][0]}


def _differences(expected: Any, found: Any, path: str = "") -> Iterator[str]:
    """One line "path: expected … found …" for everything that the truth states and the output does not."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for key, value in expected.items():
            yield from _differences(value, found.get(key), f"{path}/{key}")
    elif isinstance(expected, list) and isinstance(found, list):
        pairs = zip_longest(_ordered(expected, path), _ordered(found, path))
        for number, (value, other) in enumerate(pairs):
            yield from _differences(value, other, f"{path}/{number}")
    elif not _same(expected, found):
        yield f"{path}: expected {expected!r}, found {found!r}"


def _ordered(entries: list[Any], path: str) -> list[Any]:
    """Counts of staff stand in sentences and tables; their order is not part of the contract."""
    if path != "/pegawai/rekap":
        return entries
    return sorted(entries, key=lambda entry: (entry["dimensi"], entry["label"], entry["jumlah"]["nilai"]))


def _same(expected: Any, found: Any) -> bool:
    if expected is None or found is None or isinstance(expected, (dict, list)) or isinstance(found, (dict, list)):
        return expected in (None, "") and found in (None, "")
    if isinstance(expected, str) or isinstance(found, str):
        return isinstance(expected, str) and isinstance(found, str) and expected.split() == found.split()
    return Decimal(str(expected)) == Decimal(str(found))


@pytest.mark.parametrize("name", FILES)
def test_everything_the_report_says_is_read(name: str) -> None:
    truth = {key: value for key, value in _truth(name.rsplit(".", 1)[0]).items() if key not in ("keterangan", "temuan_tertanam")}
    lines = list(_differences(truth, _found(name)))
    assert [line for line in lines if not any(_concerns(pattern, line) for pattern in KNOWN.get(name, {}))] == []
    assert [pattern for pattern in KNOWN.get(name, {}) if not any(_concerns(pattern, line) for line in lines)] == []


def _concerns(pattern: str, line: str) -> bool:
    return fnmatch(line.split(": ", maxsplit=1)[0], pattern)


def _without_places(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_places(inner) for key, inner in value.items() if key not in PLACES}
    return [_without_places(inner) for inner in value] if isinstance(value, list) else value


def test_text_and_pdf_of_one_report_give_the_same_records() -> None:
    name = "1-lkj-kpu-kabupaten"
    from_pdf, from_text = (_without_places({key: _found(f"{name}.{ending}")[key] for key in RECORDS}) for ending in ("pdf", "txt"))
    lines = [*_differences(from_pdf, from_text), *_differences(from_text, from_pdf)]
    assert [line for line in lines if not any(_concerns(pattern, line) for pattern in KNOWN.get(f"{name}.pdf", {}))] == []


def test_a_row_cut_by_a_page_break_has_a_place_on_both_pages() -> None:
    person = _read("1-lkj-kpu-kabupaten.pdf").pegawai.daftar[9]
    assert isinstance(person.sumber, list)
    first, second = (place.halaman for place in person.sumber)
    assert (person.nip, second) == ("199304032023211005", (first or 0) + 1)


@pytest.mark.parametrize("name", PDFS[:2])
def test_every_figure_of_a_budget_table_stands_where_its_source_says(name: str) -> None:
    """The box lies on the page, and the text that the page holds inside it has the digits of the figure."""
    document = pypdfium2.PdfDocument(FOLDER / name)
    rows = [row for table in _read(name).realisasi_anggaran for row in table.baris]
    figures = [figure for row in rows for figure in (row.pagu, row.realisasi, row.persen) if figure is not None]
    assert len(figures) > 30
    for figure in figures:
        places = figure.sumber if isinstance(figure.sumber, list) else [figure.sumber]
        text = ""
        for place in places:
            assert place is not None and place.halaman is not None and place.kotak is not None
            page = document[place.halaman - 1]
            x0, top, x1, bottom = place.kotak
            assert 0 <= x0 < x1 <= page.get_width()
            assert 0 <= top < bottom <= page.get_height()
            height = page.get_height()
            text += page.get_textpage().get_text_bounded(x0, height - bottom, x1, height - top)
        assert _digits(figure.mentah) in _digits(text), figure
        assert figure.satuan == "%" or _digits(figure.mentah) == _digits(text), figure


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


@pytest.mark.parametrize("name", PDFS)
def test_every_page_says_that_the_data_are_simulated(name: str) -> None:
    document = pypdfium2.PdfDocument(FOLDER / name)
    assert "DATA SIMULASI" in document.get_metadata_value("Title")
    pages = [page.get_textpage().get_text_bounded() for page in document]
    assert len(pages) > 5
    assert all("DATA SIMULASI" in page for page in pages)


@pytest.mark.parametrize(("name", "text"), REPORTS.items())
def test_texts_and_truths_say_that_the_data_are_simulated(name: str, text: str) -> None:
    assert "DATA SIMULASI" in (FOLDER / f"{name}.{text}").read_text("utf-8")
    assert _truth(name)["keterangan"] == "DATA SIMULASI"


def test_the_bundle_is_what_its_generator_makes() -> None:
    """As far as it can be made without the typesetter."""
    for report in (lkj.report(), dinas.report(), bundle.report()):
        assert json.loads(json.dumps({"keterangan": "DATA SIMULASI", **report.truth})) == _truth(report.name)
    assert to_markdown(bundle.report(), {}) == (FOLDER / "3-perencanaan-kpu-kota.md").read_text("utf-8")


def test_planted_contradictions_really_contradict() -> None:
    planted = [finding for name in REPORTS for finding in _truth(name)["temuan_tertanam"]]
    assert len(planted) >= 8
    assert all(finding["dinyatakan"] != finding["dihitung"] for finding in planted)


def test_the_bundle_is_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 1_500_000
