"""Regions are found by their names, whatever the spelling, and told apart by the words before them."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from extractor.identity.regions import Region, gazetteer, level_of
from extractor.identity.words import tokens

REGIONS = gazetteer().regions


def test_reference_list_is_complete() -> None:
    levels = [region.level for region in REGIONS]
    assert (levels.count("provinsi"), levels.count("kabupaten"), levels.count("kota")) == (38, 416, 98)
    assert len({region.code for region in REGIONS}) == 552
    provinces = {region.code: region.name for region in REGIONS if region.level == "provinsi"}
    assert all(provinces[region.code[:2]] == region.province for region in REGIONS)


@given(st.sampled_from(REGIONS))
def test_every_region_is_found_by_its_own_name(region: Region) -> None:
    hit = gazetteer().at(tokens(f"{region.name.upper()} TAHUN 2023"), region.level)
    assert hit is not None
    assert (hit.region, hit.score) == (region, 1.0)


@given(st.sampled_from([r for r in REGIONS if len(r.name.replace(" ", "")) >= 8]), st.data())
def test_one_misread_letter_does_not_hide_a_long_name(region: Region, data: st.DataObject) -> None:
    squeezed = "".join(tokens(region.name))
    place = data.draw(st.integers(1, len(squeezed) - 1))
    hit = gazetteer().at([f"{squeezed[:place]}Q{squeezed[place + 1 :]}"], region.level)
    others = [r for r in REGIONS if r.level == region.level and r != region]
    assume(all(Levenshtein.distance("".join(tokens(r.name)), squeezed) > 2 for r in others))
    assert hit is not None
    assert hit.region == region
    assert hit.score < 1.0


@pytest.mark.parametrize(
    ("text", "level", "full"),
    [
        ("BANDUNG", "kabupaten", "Kabupaten Bandung"),
        ("BANDUNG", "kota", "Kota Bandung"),
        ("BANDUNG BARAT", "kabupaten", "Kabupaten Bandung Barat"),
        ("PAPUA TENGAH", "provinsi", "Provinsi Papua Tengah"),
        ("PAPUA TENGAN", "provinsi", "Provinsi Papua Tengah"),
        ("PAPUA DAN MALUKU", "provinsi", "Provinsi Papua"),
        ("ACEH BARAT KATA PENGANTAR", "kabupaten", "Kabupaten Aceh Barat"),
        ("TANJUNGPINANG", "kota", "Kota Tanjung Pinang"),
        ("KOTA BARU", "kabupaten", "Kabupaten Kotabaru"),
        ("KEP. MERANTI", "kabupaten", "Kabupaten Kepulauan Meranti"),
        ("D.I. YOGYAKARTA", "provinsi", "Daerah Istimewa Yogyakarta"),
        ("DKI JAKARTA", "provinsi", "Provinsi DKI Jakarta"),
        ("ADMINISTRASI JAKARTA TIMUR", "kota", "Kota Jakarta Timur"),
        ("TOBA SAMOSIR", "kabupaten", "Kabupaten Toba"),
        ("GUNUNG KIDUL", "kabupaten", "Kabupaten Gunungkidul"),
    ],
)
def test_spellings(text: str, level: str, full: str) -> None:
    hit = gazetteer().at(tokens(text), level_of(level.upper()))
    assert hit is not None
    assert hit.region.full == full


@pytest.mark.parametrize("text", ["DAN KPU KABUPATEN", "SE PROVINSI BALI", "YANG MENYELENGGARAKAN", "", "TERSEBUT DI ATAS"])
def test_other_words_name_no_region(text: str) -> None:
    assert gazetteer().at(tokens(text), "kabupaten") is None


@pytest.mark.parametrize(("word", "level"), [("KABUPATEM", "kabupaten"), ("PROVINSL", "provinsi"), ("KOTAK", None), ("PERTEMUAN", None)])
def test_misread_level_words(word: str, level: str | None) -> None:
    assert level_of(word) == level
