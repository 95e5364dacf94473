"""spaCy without what claims do not use reads the same claims as the whole of it."""

import subprocess
import sys
from pathlib import Path
from typing import Final

TEXTS: Final = (
    "Pagu tahun 2024 sebesar Rp 50.000.000 terealisasi sebesar Rp 40.000.000 atau 80,00% dari pagu anggaran.",
    "Jumlah pegawai naik dari 12 orang pada tahun sebelumnya menjadi 15 (lima belas) orang, terdiri dari 9 PNS dan 6 PPPK.",
    "Capaian turun sebesar 3,5% dibandingkan tahun lalu. Anggaran semula Rp 7.500.000 menjadi Rp 9.000.000; realisasi s.d. Juni 41%.",
)
READ: Final = f"""
from extractor.claims.passage import Passage
from extractor.claims.read import read_claims
from extractor.reading.document import Place
for number, text in enumerate({TEXTS!r}):
    for claim in read_claims([Passage(text, "", False, False, (), (Place(None, (1, 1)),), (0,), (0,))], 2024):
        print(claim)
print("modules", "thinc.model" in sys.modules)
"""


def printed(start: str) -> list[str]:
    return subprocess.run(
        [sys.executable, "-c", f"import sys; {start}{READ}"], capture_output=True, text=True, check=True
    ).stdout.splitlines()


def test_claims_are_those_of_the_whole_of_spacy() -> None:
    *bare, loaded = printed("from extractor.claims.bare import leave_out; leave_out()")
    *whole, all_loaded = printed("")
    assert len(bare) > len(TEXTS)
    assert bare == whole
    assert (loaded, all_loaded) == ("modules False", "modules True")


def test_what_is_loaded_already_stays() -> None:
    *_, loaded = printed("import spacy; from extractor.claims.bare import leave_out; leave_out()")
    assert loaded == "modules True"


def test_of_a_release_that_was_not_tried_all_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "spacy").mkdir()
    (tmp_path / "spacy" / "__init__.py").write_text("whole = True\n")
    (tmp_path / "spacy" / "about.py").write_text('__version__ = "4.0.1"\n')
    program = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from extractor.claims.bare import leave_out, is_bare; leave_out()"
    ran = subprocess.run([sys.executable, "-c", f"{program}; import spacy; print(spacy.whole, is_bare())"], capture_output=True, check=True)
    assert ran.stdout.split() == [b"True", b"False"]
