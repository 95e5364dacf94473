"""A text is compared with many wordings at once; the outcome is that of comparing it with each."""

from hypothesis import given
from hypothesis import strategies as st

from extractor.tables.wording import Lexicon, agreement, best_agreement

WORDS = [
    "sasaran",
    "sasaran strategis",
    "indikator",
    "indikator kinerja",
    "target",
    "targettahun",
    "pagu",
    "pagu anggaran",
    "realisasi",
    "no",
]
texts = st.one_of(
    st.sampled_from([*WORDS, "Sasaran Strategis", "indikator kinerja utama", "T A R G E T", "realisasl", "paguanggaran 2024", "2023", ""]),
    st.lists(st.sampled_from([*WORDS, "rp", "2024", "x"]), max_size=3).map(" ".join),
)


@given(texts, st.lists(st.sampled_from(WORDS), max_size=6))
def test_best_agreement_is_that_with_the_best_single_wording(text: str, wordings: list[str]) -> None:
    assert best_agreement(text, tuple(wordings)) == max((agreement(text, wording) for wording in wordings), default=0.0)


@given(texts, st.lists(st.lists(st.sampled_from(WORDS), max_size=4), max_size=4))
def test_a_lexicon_gives_each_group_its_best_agreement(text: str, groups: list[list[str]]) -> None:
    named = {("kind", str(number)): tuple(wordings) for number, wordings in enumerate(groups)}
    expected = {group: value for group, wordings in named.items() if (value := best_agreement(text, wordings)) > 0}
    assert {group: value for group, value in Lexicon(named).agreements(text).items() if value > 0} == expected
