import pytest

from extractor.values.ranks import PANGKAT, read_golongan, read_pangkat


@pytest.mark.parametrize("golongan", list(PANGKAT))
def test_every_golongan_and_pangkat_reads_back(golongan: str) -> None:
    roman, letter = golongan.split("/")
    pangkat = PANGKAT[golongan]
    for text in (
        golongan,
        f"{pangkat} ({golongan})",
        f"{pangkat}, {golongan}",
        f"{roman}.{letter}",
        f"{roman}{letter}",
        f"({roman} / {letter.upper()})",
    ):
        assert read_golongan(text) == golongan
    assert read_pangkat(f"{pangkat} ({golongan})") == pangkat
    assert read_pangkat(f"{golongan} - {pangkat}") == pangkat


@pytest.mark.parametrize("roman", ["I", "V", "IX", "XI", "XVII"])
def test_the_class_of_a_pppk_stands_alone(roman: str) -> None:
    assert read_golongan(roman) == roman
    assert read_golongan(f"Golongan {roman}") == roman
    assert read_pangkat(roman) is None


@pytest.mark.parametrize("text", ["", "-", "III/e", "PPPK", "XVIII", "Penata Tk. I", "Penata Tk. I d)", "Bagian I", "12"])
def test_what_is_no_golongan(text: str) -> None:
    assert read_golongan(text) is None


@pytest.mark.parametrize(
    ("text", "pangkat"),
    [("Penata Tk 1 (III/d)", "Penata Tk 1"), ("Pengatur Muda Tk.1 (II/b)", "Pengatur Muda Tk.1"), ("III/d", None), ("-", None)],
)
def test_the_pangkat_is_given_as_printed(text: str, pangkat: str | None) -> None:
    assert read_pangkat(text) == pangkat


def test_strokes_misread_by_ocr() -> None:
    assert read_golongan("lII/d") == "III/d"
    assert read_golongan("1I/a") == "II/a"


@pytest.mark.parametrize(
    ("text", "golongan"),
    [
        ("Penata Tk. I, II I/d", "III/d"),
        ("Penata Muda, I II/a", "III/a"),
        ("Pembina (I V/a)", "IV/a"),
        ("II I/d", "III/d"),
        ("Pengatur Muda Tk. I II/b", "II/b"),
        ("Penata, II III/c", "III/c"),
        ("1 II/b", "II/b"),
    ],
)
def test_a_numeral_that_a_narrow_column_cut_is_one(text: str, golongan: str) -> None:
    assert read_golongan(text) == golongan
