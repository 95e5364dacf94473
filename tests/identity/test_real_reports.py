"""The body, year, place and date of the annotated reports, where these are at hand."""

import json
from pathlib import Path

import pytest

from extractor.identity import find_agreements, identify
from extractor.reading import read

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared reports are not here")
GOLD = sorted(SHARED.glob("gold/*/meta.json"))
FIELDS = {"satker": "name", "tingkat": "level", "wilayah": "region", "provinsi": "province", "kode_satker": "satker_code"}
FIELDS |= {"tahun": "year", "tempat": "place", "tanggal": "date"}


@pytest.mark.parametrize("path", GOLD, ids=[path.parent.name for path in GOLD])
def test_identity_agrees_with_the_annotation(path: Path) -> None:
    meta = json.loads(path.read_text(encoding="utf-8"))
    [file] = [p for folder in ("seeds", "real") for p in (SHARED / folder).glob(meta["berkas"])]
    found = identify(read(file))
    expected = {field: meta[key] for key, field in FIELDS.items() if meta[key] is not None}
    assert {field: getattr(found, field) for field in expected} == expected
    names = {signer["nama"].casefold() for signer in meta["penandatangan"]}
    assert {signer.name.casefold() for signer in found.signers} == names


@pytest.mark.parametrize(("seed", "count"), [("000", 4), ("002", 0), ("003", 21)])
def test_every_cover_page_has_a_first_party(seed: str, count: int) -> None:
    [file] = (SHARED / "seeds").glob(f"{seed}_*.txt")
    found = find_agreements([block for _, block in read(file).blocks()])
    assert len(found) == count
    assert all(agreement.first.name and agreement.first.position and agreement.year for agreement in found)
