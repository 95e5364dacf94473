import pytest

from extractor.claims.keys import subject_key


@pytest.mark.parametrize(
    "text",
    [
        "CQ.6709 Kegiatan Perencanaan dan Evaluasi, 2024",
        "perencanaan  EVALUASI",
        "Program Perencanaan serta Evaluasi Tahun 2019",
        "Реrencanaan evaluasi",
    ],
)
def test_the_same_thing_has_one_key(text: str) -> None:
    assert subject_key(text) == "perencanaan evaluasi"


def test_different_things_have_different_keys() -> None:
    assert subject_key("Pengelolaan Keuangan") != subject_key("Pengelolaan Logistik")


def test_a_phrase_of_empty_words_is_kept() -> None:
    assert subject_key("Jumlah") == "jumlah"
