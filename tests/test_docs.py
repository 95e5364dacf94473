"""What is generated is up to date, and what the documents promise exists."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.model import banding, glossary, laporan, nilai
from extractor.model.nilai import Model

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_generated_files_are_up_to_date() -> None:
    result = subprocess.run([sys.executable, "scripts/make_docs.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_no_meaning_is_left_over_from_a_field_that_is_gone() -> None:
    models = [m for module in (nilai, laporan, banding) for m in vars(module).values() if isinstance(m, type) and issubclass(m, Model)]
    fields = {f"{model.__name__}.{field}" for model in models for field in model.model_fields}
    assert glossary.SPECIAL.keys() <= fields
    assert glossary.MEANING.keys() <= {field.split(".")[1] for field in fields}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_and_targets_that_are_shown_exist(page: Path) -> None:
    blocks = "\n".join(re.findall(r"```sh\n(.*?)```", page.read_text("utf-8"), re.DOTALL))
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"^make ([a-z]+)", blocks, re.MULTILINE)) <= targets
    known = (ROOT / "docs" / "reference-command.md").read_text("utf-8")
    for command in re.findall(r"^(?:\S*/)?lkj (.+)$", blocks, re.MULTILINE):
        assert f"## lkj {command.split()[0]}" in known or command.startswith("--")
        for option in re.findall(r"--[a-z]+", command):
            assert option in known
