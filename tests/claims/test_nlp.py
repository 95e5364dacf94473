import subprocess
import sys


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
