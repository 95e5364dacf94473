"""Every check is documented, has its two examples, and is found without being listed anywhere."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.checks import Check, checks, examine
from extractor.checks.case import Case
from extractor.checks.outcome import Outcome
from extractor.checks.registry import SECTIONS, check, codes_of, find
from extractor.checks.samples import report, spending

ALL = list(checks().values())
RULES = Path(__file__).parents[2] / "extractor" / "checks" / "rules"


def test_every_module_of_rules_holds_a_registered_check_named_after_it() -> None:
    expected = {f"{c.code.lower()}_{c.slug}" for c in ALL}
    assert {path.stem for path in RULES.glob("[a-z]*.py")} == expected


@pytest.mark.parametrize("item", ALL, ids=lambda c: c.code)
def test_the_docstring_has_all_headings(item: Check) -> None:
    assert tuple(item.sections()) == SECTIONS
    assert item.title and item.title_id


@pytest.mark.parametrize("item", ALL, ids=lambda c: c.code)
def test_the_violating_example_is_flagged_and_the_clean_one_is_not(item: Check) -> None:
    wrong, right = examine(item.wrong(), [item]), examine(item.right(), [item])
    assert {f.kode for f in wrong.findings} == {item.code}
    assert (right.findings, wrong.crashes, right.crashes) == ([], [], [])


@pytest.mark.parametrize("item", ALL, ids=lambda c: c.code)
def test_the_clean_example_satisfies_all_checks(item: Check) -> None:
    assert [f.pesan.id for f in examine(item.right()).findings] == []


@pytest.mark.parametrize("item", ALL, ids=lambda c: c.code)
def test_messages_are_whole_sentences_with_evidence_and_no_placeholder(item: Check) -> None:
    for finding in examine(item.wrong(), [item]).findings:
        for text in (finding.pesan.id, finding.pesan.en):
            assert text.endswith(".") and not re.search(r"[{}]|None|Fraction|Decimal|Evidence", text)
        assert finding.bukti and all(b.mentah for b in finding.bukti)
        assert finding.dinyatakan is not None


def test_names_and_prefixes_of_codes() -> None:
    assert find("a01") is find("sum_mismatch") is checks()["A01"]
    assert find("Z99") is None
    assert codes_of("A0") == {"A01", "A02", "A03", "A04", "A05"}
    assert codes_of("nip_gender") == {"D04"}
    for unknown in ("", "Z", "sum"):
        with pytest.raises(ValueError, match="is no code"):
            codes_of(unknown)


def test_an_invalid_code_and_a_docstring_without_headings_are_refused() -> None:
    def run(case: Case) -> Iterator[Outcome]:
        """Says nothing."""
        yield from ()

    with pytest.raises(ValueError, match="no code"):
        check("a1", "x", "galat", "x", wrong=report, right=report)
    with pytest.raises(ValueError, match="headings"):
        check("A98", "x", "galat", "x", wrong=report, right=report)(run).sections()


def test_a_check_that_crashes_is_recorded_and_the_others_go_on() -> None:
    def run(case: Case) -> Iterator[Outcome]:
        raise ZeroDivisionError("sengaja")
        yield

    crashing = check("A99", "crashing", "galat", "x", wrong=report, right=report)(run)
    year = report(realisasi_anggaran=[spending([("A", "program", "1.000.000", "2.000.000", "200%")])])
    found = examine(year, [crashing, checks()["A04"]])
    assert [f.kode for f in found.findings] == ["A04"]
    assert [(t.kode, t.gagal) for t in found.tally] == [("A99", 1), ("A04", 0)]
    assert "ZeroDivisionError" in found.crashes[0].pesan


def test_a_figure_that_is_missing_is_not_evaluable_rather_than_wrong() -> None:
    year = report(realisasi_anggaran=[spending([("A", "program", "1.000.000", "", "")])])
    tally = {t.kode: t for t in examine(year).tally}
    assert (tally["A04"].tak_ternilai, tally["A04"].dilanggar) == (1, 0)
