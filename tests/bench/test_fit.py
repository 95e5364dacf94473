"""The fitting: labels from the truth of made reports, models that lean on reason, confidences that mean what they say."""

from random import Random

import pytest

pytest.importorskip("sklearn")

from bench.fit.assembling import assembled
from bench.fit.calibrate import brier, calibrated, expected_error, reliability
from bench.fit.diagram import reliability_diagram
from bench.fit.excerpts import excerpts
from bench.fit.models import Choice, Setting, fit_choice, fit_yes_no, quality_choice, quality_yes_no
from bench.fit.page import with_check
from bench.fit.rows import Entries, parted, perceptron, true_starts
from bench.fit.samples import collect
from bench.fit.truth import TrueTable, belongs, columns_of, words
from corpus.make import Order, make
from extractor.reading.document import Cell, Line, Place
from extractor.segmenting import segment
from extractor.tables.rows import WEIGHTS, describe
from extractor.tables.rows_model import PhysicalRow
from tests.tables.printed import tabbed, text_document

BUDGET = words(["No Uraian Pagu", "1 Penataan arsip 500", "2 Pembersihan pasar 700", "3 Pembangunan jaringan 900"])
GOALS = words(["No Sasaran Target", "1 Arsip tertib 80%", "2 Pasar bersih 72", "3 Air minum 900 unit"])


def test_pieces_are_found_in_the_order_of_the_report() -> None:
    pieces = [
        words(["1 Penataan arsip 500", "2 Pembersihan pasar 700"]),
        words(["3 Pembangunan jaringan 900"]),
        words(["1 Arsip tertib 80%", "2 Pasar bersih 72"]),
        words(["Nama Jabatan Ketua"]),
    ]
    assert belongs(pieces, [BUDGET, GOALS]) == [0, 0, 1, None]


def test_of_two_equal_tables_each_gets_its_own() -> None:
    assert belongs([BUDGET, BUDGET], [BUDGET, BUDGET]) == [0, 1]
    assert belongs([], [BUDGET]) == []
    assert belongs([BUDGET], []) == [None]


def _true(*rows: tuple[str, ...]) -> TrueTable:
    by_column = tuple(words(column) for column in zip(*rows, strict=True))
    entries = tuple(tuple("".join(text.split()).lower() for text in row) for row in rows)
    return TrueTable("pk", words(text for row in rows for text in row), tuple((f"c{n}",) for n in range(len(rows[0]))), entries, by_column)


def test_columns_are_found_with_one_missing() -> None:
    table = _true(("1", "Arsip tertib", "80%"), ("2", "Pasar bersih", "72%"))
    assert columns_of([words(["1", "2"]), words(["80%", "72%"])], table) == [0, 2]


def _rows(*texts: str) -> list[PhysicalRow]:
    place = Place(lines=(1, 1))
    return [PhysicalRow([Cell((Line(part.strip(), place),) if part.strip() else ()) for part in text.split("|")], place) for text in texts]


def test_wrapped_lines_belong_to_the_entry_that_holds_them() -> None:
    table = _true(("1", "Persentase arsip tertata baik", "80%"), ("2", "Indeks kebersihan pasar", "72"))
    physical = _rows("1 | Persentase arsip | 80%", " | tertata baik | ", "2 | Indeks keber | 72", " | sihan pasar | ")
    assert true_starts(physical, table) == [True, False, True, False]


def test_rows_that_are_not_of_the_table_give_no_labels() -> None:
    table = _true(("1", "Persentase arsip tertata baik", "80%"), ("2", "Indeks kebersihan pasar", "72"))
    assert true_starts(_rows("1 | Rasio jalan mantap | 3", "2 | Indeks kebersihan pasar | 72"), table) is None
    assert true_starts(_rows("1 | Persentase arsip tertata baik | 80%"), table) is None


def test_the_perceptron_moves_towards_the_true_entries() -> None:
    physical = _rows(
        "Penataan arsip | 500",
        "daerah yang lama | ",
        "Pembersihan pasar | 700",
        "rakyat di kota | ",
        "Pembangunan pipa | 900",
        "air minum | ",
    )
    table = Entries(physical, describe(physical, 2), [True, False] * 3)
    wrong = {**WEIGHTS, "lower": 4.0, "bias": 4.0}
    assert sum(missed for missed, _ in parted([table], wrong)) == 3
    weights = perceptron([table], wrong, step=0.5, rounds=20)
    assert sum(missed for missed, _ in parted([table], weights)) == 0
    assert weights["lower"] < 4.0


def _drawn(count: int) -> list[tuple[dict[str, float], bool]]:
    random = Random(5)
    signals = [{"good": random.random(), "noise": random.random(), "bias": 1.0} for _ in range(count)]
    return [(one, one["good"] + random.gauss(0, 0.1) > 0.5) for one in signals]


def test_a_fit_mends_weights_that_reason_set_wrongly() -> None:
    samples, reason = _drawn(400), {"good": 0.5, "noise": 1.0, "bias": -0.5, "unseen": -2.0}
    weights = fit_yes_no(samples, Setting(reason))
    assert weights["good"] > 3 * abs(weights["noise"])
    before, after = quality_yes_no(reason, samples), quality_yes_no(weights, samples)
    assert after.wrong < 0.12 < 0.3 < before.wrong
    assert after.loss < before.loss


def test_what_the_samples_do_not_have_keeps_its_proportion() -> None:
    reason = {"good": 10.0, "noise": 0.0, "bias": -5.0, "unseen": -20.0}
    weights = fit_yes_no(_drawn(400), Setting(reason, strength=1e-6))
    assert weights["unseen"] / weights["good"] == pytest.approx(-2.0, rel=0.01)


def test_of_several_options_the_right_one_comes_to_stand_first() -> None:
    random = Random(8)
    choices = [
        Choice([{"look": random.random() + 0.5 * (n == right), "size": random.random()} for n in range(4)], right)
        for right in [random.randrange(4) for _ in range(200)]
    ]
    reason = {"look": 0.1, "size": 1.0}
    weights = fit_choice(choices, Setting(reason))
    assert quality_choice(weights, choices).wrong < quality_choice(reason, choices).wrong - 0.2


def _overconfident(count: int) -> list[tuple[float, bool]]:
    random = Random(3)
    drawn = [random.uniform(0.3, 1.0) for _ in range(count)]
    return [(confidence, random.random() < confidence**3) for confidence in drawn]


def test_a_calibrated_confidence_is_the_share_that_is_right() -> None:
    table = calibrated(_overconfident(2000), wanted=0.9)
    fresh = _overconfident(3000)[2000:]
    after = [(table(score), right) for score, right in fresh]
    assert expected_error(after) < 0.05 < 0.15 < expected_error(fresh)
    assert brier(after) < brier(fresh)


def test_above_the_threshold_decisions_are_right_as_often_as_wanted() -> None:
    judged = _overconfident(2000)
    table = calibrated(judged, wanted=0.8)
    sure = [right for score, right in judged if table(score) >= table.uncertain_below]
    assert 0 < len(sure) < len(judged)
    assert sum(sure) / len(sure) >= 0.79


def test_even_decisions_that_were_all_right_are_not_certain() -> None:
    table = calibrated([(n / 100, n > 50) for n in range(100)], wanted=0.99)
    assert 0 < table(-5) < 0.1 < 0.9 < table(5) < 1


def test_bins_count_every_decision_once() -> None:
    bins = reliability([(0.0, False), (0.05, True), (0.95, True), (1.0, True)])
    assert [(b.count, b.right) for b in bins] == [(2, 0.5), (2, 1.0)]
    assert expected_error([]) == 0.0


def test_the_diagram_shows_every_series() -> None:
    drawn = reliability_diagram(
        [("Kind", {"before": reliability([(0.9, True)]), "after": reliability([(0.8, True)])}, {"before": 0.1, "after": 0.2})]
    )
    assert drawn.startswith("<svg")
    assert drawn.count("<polyline") == 2
    assert "before: ECE 0.100" in drawn


def test_excerpts_are_stretches_of_the_report_and_always_the_same() -> None:
    document = text_document("\n\n".join(f"Alinea {n} tentang arsip daerah." for n in range(60)) + "\f" + "Halaman lain.")
    texts = [[block.text for _, block in part.blocks()] for part in excerpts(document, "a")]
    assert texts == [[block.text for _, block in part.blocks()] for part in excerpts(document, "a")]
    assert all(" ".join(part) in " ".join(texts[0]) for part in texts)
    assert len(texts[0]) > len(texts[1]) > len(texts[-1]) >= 1
    assert all(part.name == "laporan" for part in excerpts(document, "a"))


def test_a_table_whose_places_tell_its_entries_has_no_rows_to_weigh() -> None:
    flowing = tabbed(
        "No | Sasaran | Indikator Kinerja | Target",
        "1 | Arsip tertib | Persentase berkas yang rapi | 98 % 9",
        " | di seluruh kota | Jumlah kios pasar | Kios",
        "2 | Pasar bersih | Jumlah pasar | 4",
    )
    budget = tabbed("No | Uraian | Pagu", "1 | Penataan arsip | 500.000", "2 | Pembersihan pasar | 700.000")
    document = text_document(f"Tabel 1 Perjanjian Kinerja\n\n{flowing}\n\nTabel 2 Anggaran\n\n{budget}")
    heard = assembled(document, segment(document))
    assert [rows is None for rows in heard.parted] == [True, False]


def test_a_made_report_gives_samples_of_every_decision(tmp_path) -> None:
    order = Order(1, (2024,), 11, ("imitated",), size="small")
    entry = make(order, tmp_path)[0]
    samples = collect(tmp_path, {"seed": 11, "size": "small"}, entry)
    assert {"continuation", "heading", "satker", "year"} == set(samples.yes_no)
    assert samples.entries and samples.choices["kind"] and samples.choices["column"]
    right = sum(choice.names[choice.right] != "lain" for choice in samples.choices["kind"])
    assert right >= 3
    assert any(label for _, label in samples.yes_no["satker"])


def test_what_came_true_later_stands_in_the_page_once() -> None:
    judged = {"kind": [(0.99, True)] * 9 + [(0.2, False)]}
    once = with_check("# Weights\n\n## Limits\n\nNone.\n", judged, 3, [7, 8], "2026-01-02")
    again = with_check(once, {"kind": [(0.99, True)] * 4}, 2, [9], "2026-01-03")
    assert "| kind of a table | 10 | 0.9000 | 0.029 | 0.0041 | 1 | 0.0000 | 1.0000 |" in once
    assert "| kind of a table | 4 | 1.0000 | 0.010 | 0.0001 | 0 | – | 1.0000 |" in again
    assert again.count("## On other reports, later") == 1 and "seed 9" in again and again.endswith("## Limits\n\nNone.\n")
