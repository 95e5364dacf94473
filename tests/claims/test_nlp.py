import subprocess
import sys

from spacy.language import Language
from spacy.vocab import Vocab

from extractor.claims.components import language


def modules_after(statement: str) -> set[str]:
    program = f"import sys; {statement}; print(*sys.modules)"
    return set(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split())


def test_the_command_line_of_spacy_is_not_loaded_and_stays_importable() -> None:
    loaded = modules_after("import extractor.claims.nlp")
    assert "spacy.language" in loaded
    assert not {"spacy.cli", "weasel", "httpx"} & loaded
    assert "spacy.cli.download" in modules_after("import extractor.claims.nlp; import spacy.cli; spacy.cli.download")


def test_the_typed_model_of_claims_is_light() -> None:
    assert "spacy" not in modules_after("import extractor.claims.claim, extractor.claims.keys, extractor.cli")


def test_the_pipeline_is_blank_indonesian_with_components_that_spacy_knows() -> None:
    nlp = language("id", Vocab())
    assert (nlp.lang, nlp.pipe_names) == ("id", ["lkj_sentences", "lkj_marks", "lkj_roles"])
    assert all(Language.has_factory(name) for name in nlp.pipe_names)
    assert [sentence.text for sentence in nlp("Pagu Rp. 5.000 naik. Realisasi turun.").sents] == [
        "Pagu Rp. 5.000 naik.",
        "Realisasi turun.",
    ]
