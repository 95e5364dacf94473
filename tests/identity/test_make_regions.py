import pytest

from scripts.make_regions import rows, split_level


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Kabupaten  Rokan Hulu", ("Rokan Hulu", "kabupaten")),
        ("Kab Pegunungan Bintang", ("Pegunungan Bintang", "kabupaten")),
        ("Kota Administrasi Jakarta Pusat", ("Jakarta Pusat", "kota")),
        ("Kabupaten Kotabaru", ("Kotabaru", "kabupaten")),
        ("Kota Kotamobagu", ("Kotamobagu", "kota")),
    ],
)
def test_kind_of_region_is_split_off(printed: str, expected: tuple[str, str]) -> None:
    assert split_level(printed) == expected


def test_a_name_without_its_kind_is_an_error() -> None:
    with pytest.raises(ValueError, match="no kind of region"):
        split_level("Rokan Hulu")


def test_rows_are_sorted_and_carry_their_province() -> None:
    table = rows([{"code": "14", "name": "Riau"}], [{"code": "1471", "province_code": "14", "name": "Kota Pekanbaru"}])
    assert table == [("14", "Riau", "provinsi", "Riau"), ("14.71", "Pekanbaru", "kota", "Riau")]
