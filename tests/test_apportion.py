"""What was found in a satker-year stands in the documents that it was found in too, as their own."""

import json
from functools import reduce
from pathlib import Path

import pytest

from extractor import LaporanDokumen, LaporanSatker, extract, merge
from extractor.apportion import apportioned
from tests.hostile import report
from tests.test_renditions import ROWS, as_text

BUDGET = """Realisasi Anggaran
Uraian\tPagu\tRealisasi
{more}Penataan arsip\t12.500.000\t12.000.000
Penataan pasar\t2.500.000\t2.000.000
JUMLAH\t{total}\t14.000.000
"""
"""Made-up figures: the sums are 15.000.000 and 14.000.000."""
SWAPPED, RIGHT = "51.000.000", "15.000.000"


def document(folder: Path, name: str, more: str) -> LaporanDokumen:
    path = folder / f"{name}.txt"
    path.write_text(report(2031, f"Bagian {name}.\n\n{more}"), encoding="utf-8")
    return extract(path)


@pytest.fixture
def three(tmp_path: Path) -> list[LaporanDokumen]:
    """Two documents with a wrong total each, of which one has more rows, and one between or beside them without."""
    more = "Penataan taman\t1.000.000\t0\n"
    return [
        document(tmp_path, "satu", BUDGET.format(more="", total=SWAPPED)),
        document(tmp_path, "dua", "Lampiran tentang gudang.\n\n" + BUDGET.format(more="", total=RIGHT)),
        document(tmp_path, "tiga", "Kepegawaian.\n\n" + BUDGET.format(more=more, total="16.000.009")),
    ]


def at(report: LaporanDokumen | LaporanSatker, pointer: str) -> object:
    """What a JSON pointer leads to."""
    return reduce(lambda node, name: node[int(name)] if isinstance(node, list) else node[name], pointer.split("/")[1:], report.model_dump())


def test_each_document_has_what_was_found_in_it_and_no_more(three: list[LaporanDokumen]) -> None:
    whole = merge(three)
    shares = {share.dokumen[0].berkas: share for share in apportioned(whole, three)}
    assert [len(shares[f"{name}.txt"].temuan) > 0 for name in ("satu", "dua", "tiga")] == [True, False, True]
    for share in shares.values():
        assert {piece.dokumen for found in share.temuan for piece in found.bukti} <= {share.dokumen[0].id}
    assert sorted(found.id for share in shares.values() for found in share.temuan) == sorted(found.id for found in whole.temuan)


def test_a_proposal_points_to_the_figure_in_its_own_document(three: list[LaporanDokumen]) -> None:
    whole = merge(three)
    shares = apportioned(whole, three)
    for share in shares:
        for entry in share.rekonsiliasi:
            assert at(share, entry.jalur) == entry.dinyatakan
            assert set(entry.temuan) <= {found.id for found in share.temuan} != set()
        assert {found.rekonsiliasi for found in share.temuan} <= {entry.id for entry in share.rekonsiliasi} | {None}
    own = sorted(entry.id for share in shares for entry in share.rekonsiliasi)
    assert own == sorted(entry.id for entry in whole.rekonsiliasi) != []


def test_a_finding_between_two_documents_is_in_both_and_its_proposal_where_the_figure_is(three: list[LaporanDokumen]) -> None:
    whole = merge(three)
    first, second = whole.temuan[0], whole.temuan[-1]
    between = first.model_copy(update={"id": "B01-00000000", "bukti": [*first.bukti, *second.bukti], "sebab": second.id})
    proposal = next(entry for entry in whole.rekonsiliasi if entry.id == first.rekonsiliasi)
    proposal.temuan = [between.id, first.id]
    whole.temuan.append(between)
    holding = [share for share in apportioned(whole, three) if between.id in {found.id for found in share.temuan}]
    assert len(holding) == 2
    for share in holding:
        named = {found.id for found in share.temuan} | {entry.id for entry in share.rekonsiliasi}
        own = next(found for found in share.temuan if found.id == between.id)
        here = first.id in named
        assert (own.rekonsiliasi, own.sebab) == ((proposal.id, None) if here else (None, second.id))
        assert {name for entry in share.rekonsiliasi for name in entry.temuan} <= named


def test_a_document_alone_has_all(three: list[LaporanDokumen]) -> None:
    whole = merge(three[:1])
    (share,) = apportioned(whole, three[:1])
    assert whole.temuan
    assert (share.temuan, share.rekonsiliasi) == (whole.temuan, whole.rekonsiliasi)


def test_a_rendition_says_which_document_counts_in_its_stead(tmp_path: Path) -> None:
    wrong = [*ROWS, ["", "JUMLAH", "2.100.000.000", "1.859.595.500"]]
    both = [as_text(tmp_path, wrong, name=name) for name in ("laporan.txt", "laporan.md")]
    whole = merge(both)
    assert whole.temuan
    copy, counted = sorted(apportioned(whole, both), key=lambda share: share.dokumen[0].peran)
    assert (copy.dokumen[0].peran, copy.dokumen[0].rujukan, copy.temuan) == ("salinan", counted.dokumen[0].id, [])
    assert counted.temuan == whole.temuan
    again = merge([copy.model_copy(update={"dokumen": [copy.dokumen[0]]})])
    assert (again.dokumen[0].peran, again.dokumen[0].rujukan) == ("utama", None)


def test_merging_shares_again_gives_the_same(three: list[LaporanDokumen]) -> None:
    whole = merge(three)
    again = merge([LaporanDokumen.model_validate_json(share.model_dump_json()) for share in apportioned(whole, three)])
    assert json.loads(again.model_dump_json()) == json.loads(whole.model_dump_json())
