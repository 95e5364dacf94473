from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.injection import cases
from extractor.reconciling import Linear, Ratio, System, Variable, exact_variable, reconcile, same, total
from extractor.reconciling.exact import solve
from extractor.reconciling.localise import Limits, _Search, by_search, by_solver, violated

FAR = Limits(attempts=1500, rounds=400, solutions=10**6)


def percent(key: str, text: str) -> Variable:
    """A percent as printed: rounded or cut off at its decimals."""
    step = Fraction(1, 10 ** len(text.partition(",")[2]))
    value = Fraction(text.replace(",", "."))
    return Variable(key, value, value - step / 2, value + step, step, "persen", 4.0)


def system(variables: Sequence[Variable], *constraints: Linear | Ratio) -> System:
    return System({variable.key: variable for variable in variables}, constraints)


def budget(**stated: int) -> System:
    """Two lines and their total; each line with its percent."""
    figures = {
        "p1": 13_322_950_000,
        "r1": 13_322_950_000,
        "p2": 5_000_000_000,
        "r2": 4_912_345_678,
        "pt": 18_322_950_000,
        "rt": 18_235_295_678,
    }
    variables = [exact_variable(key, stated.get(key, value), "total" if key.endswith("t") else "bagian") for key, value in figures.items()]
    percents = [percent("c1", "100"), percent("c2", "98,25"), percent("ct", "99,52")]
    ratios = [Ratio(f"persen {n}", f"c{n}", f"r{n}", f"p{n}") for n in "12t"]
    return system([*variables, *percents], total("jumlah pagu", ["p1", "p2"], "pt"), total("jumlah realisasi", ["r1", "r2"], "rt"), *ratios)


def chosen(given: System) -> dict[str, Fraction | int | None]:
    return {change.key: change.value for verdict in reconcile(given) if verdict.chosen for change in verdict.chosen.changes}


def test_figures_that_agree_are_left_alone() -> None:
    assert reconcile(budget()) == []


def test_a_lost_group_is_found_and_named() -> None:
    (verdict,) = reconcile(budget(r1=13_322_950))
    assert verdict.chosen is not None
    (change,) = verdict.chosen.changes
    assert (change.key, change.value, change.slip) == ("r1", 13_322_950_000, "skala")
    assert change.probability > 0.95
    assert verdict.chosen.satisfies == ("jumlah realisasi", "persen 1")


def test_a_total_that_misses_a_row_is_told_from_a_wrong_row() -> None:
    parts = {"a": 3_456_789, "b": 4_123_000, "c": 6_900_111}
    variables = [exact_variable(key, value) for key, value in parts.items()]
    (verdict,) = reconcile(system([*variables, exact_variable("t", 3_456_789 + 4_123_000, "total", 4.0)], total("jumlah", "abc", "t")))
    assert verdict.chosen is not None
    assert [(change.key, change.slip) for change in verdict.chosen.changes] == [("t", "terlewat")]


def test_several_equally_good_explanations_are_listed_and_none_chosen() -> None:
    variables = [exact_variable("angka", 13), exact_variable("kata", 14)]
    (verdict,) = reconcile(system(variables, same("terbilang", "angka", "kata")))
    assert verdict.chosen is None
    assert {change.key: change.value for found in verdict.alternatives for change in found.changes} == {"angka": 14, "kata": 13}


def test_amounts_of_fourteen_digits_are_exact() -> None:
    whole = 98_765_432_109_876
    variables = [exact_variable("a", 98_765_432_109_875), exact_variable("b", 2), exact_variable("t", whole, "total")]
    assert len(reconcile(system(variables, total("jumlah", "ab", "t")))) == 1
    assert reconcile(system([*variables[:1], exact_variable("b", 1), variables[2]], total("jumlah", "ab", "t"))) == []


@given(st.integers(0, 10_000))
@settings(max_examples=40)
def test_the_search_and_the_solver_find_the_same_repairs(seed: int) -> None:
    for case in cases(1, seed):
        for component in case.system.components():
            found = []
            for search in (_Search(component, FAR, violated(component)) for _ in range(2)):
                if search.failing:
                    complete = (by_search if not found else by_solver)(search)
                    found.append((complete, sorted(repair.keys for repair in search.repairs)))
            assert found[:1] == found[1:] or found[0][0] is None or not found[0][0]


@given(st.integers(0, 10_000))
@settings(max_examples=40)
def test_the_order_of_rows_does_not_matter(seed: int) -> None:
    (case,) = cases(1, seed)
    draw = Random(seed)
    keys, constraints = list(case.system.variables), list(case.system.constraints)
    draw.shuffle(keys)
    draw.shuffle(constraints)
    shuffled = System({key: case.system.variables[key] for key in keys}, tuple(constraints), case.system.soft)
    assert reconcile(shuffled) == reconcile(case.system)


@given(st.integers(0, 10_000))
@settings(max_examples=40)
def test_what_is_chosen_lets_everything_hold(seed: int) -> None:
    (case,) = cases(1, seed)
    values = chosen(case.system)
    for verdict in reconcile(case.system):
        if verdict.chosen is None:
            return
    variables = dict(case.system.variables)
    for key, value in values.items():
        old = variables[key]
        assert value is not None
        variables[key] = Variable(key, value, value + old.low - old.stated, value + old.high - old.stated, old.step, old.role)
    assert violated(System(variables, case.system.constraints)) == ()


SMALL = st.integers(0, 6)


@given(
    st.lists(st.tuples(st.lists(st.integers(-2, 2), min_size=3, max_size=3), st.integers(-4, 8)), min_size=1, max_size=4),
    st.tuples(SMALL, SMALL, SMALL),
)
@settings(max_examples=150)
def test_a_system_held_impossible_has_no_whole_solution(rows: list[tuple[list[int], int]], stated: tuple[int, int, int]) -> None:
    variables = [exact_variable(key, value) for key, value in zip("xyz", stated, strict=True)]
    constraints = [Linear(f"c{at}", tuple(zip("xyz", factors, strict=True)), bound, bound) for at, (factors, bound) in enumerate(rows)]
    spans = solve(constraints, system(variables, *constraints), ("x", "y"))
    answers = [(x, y) for x, y in product(range(40), repeat=2) if all(f[0] * x + f[1] * y + f[2] * stated[2] == bound for f, bound in rows)]
    if spans is None:
        assert answers == []
    for x, y in answers:
        assert spans is not None
        for key, value in (("x", x), ("y", y)):
            assert spans[key].low is None or spans[key].low <= value
            assert spans[key].high is None or spans[key].high >= value


def test_more_errors_than_the_limits_allow_are_not_guessed_at() -> None:
    variables = [exact_variable(f"{side}{at}", 10 + at + (side == "b")) for at in range(6) for side in "ab"]
    chain = [same(f"s{at}", f"a{at}", f"b{at}") for at in range(6)] + [same(f"n{at}", f"a{at}", f"b{at + 1}") for at in range(5)]
    verdicts = reconcile(system(variables, *chain), Limits(figures=1))
    assert all(verdict.chosen is None for verdict in verdicts)
    assert any(not verdict.complete for verdict in verdicts)


def test_a_percent_that_no_value_can_mend_is_left_open() -> None:
    """It would have to be the quotient of two different pairs at once."""
    variables = [exact_variable(key, value) for key, value in {"p1": 200, "r1": 100, "p2": 400, "r2": 100}.items()]
    given = system([*variables, percent("c", "75")], Ratio("satu", "c", "r1", "p1"), Ratio("dua", "c", "r2", "p2"))
    assert all(verdict.chosen is None for verdict in reconcile(given))


def test_a_tangle_of_contradictions_is_left_open_instead_of_searched_for_ever() -> None:
    """Twelve totals over the same parts, each wrong by another amount, each total stated twice."""
    parts = [exact_variable(f"a{at:02}", 1000 + at) for at in range(14)]
    wrong = [exact_variable(f"{side}{at:02}", 14_091 + 7 * at, "total") for at in range(12) for side in "tu"]
    sums = [total(f"jumlah {at}", [part.key for part in parts], f"t{at:02}") for at in range(1, 12)]
    again = [same(f"sebutan {at}", f"t{at:02}", f"u{at:02}") for at in range(12)]
    verdicts = reconcile(system([*parts, *wrong], *sums, *again))
    assert verdicts
    assert all(verdict.chosen is None for verdict in verdicts)
