# Needs Python 3.11 or newer with its venv module, and make. Everything else goes into .venv.
PYTHON ?= python3
UV ?= uv
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet
DATE ?= $(shell date +%F)

.DEFAULT_GOAL := help
.PHONY: help demo test check schema docs bench lock clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | column -t -s "$$(printf '\t')" 2>/dev/null || grep '##' $(MAKEFILE_LIST)

.venv/created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name one with: make PYTHON=python3.12" >&2; exit 2; }
	@$(PYTHON) -m venv --clear .venv || { echo "Python's venv module is needed (on Debian and Ubuntu: apt install python3-venv)" >&2; exit 2; }
	@touch $@

.venv/program: .venv/created requirements.lock pyproject.toml
	@echo "Installing the program into .venv" >&2
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/tools: .venv/program requirements-dev.lock
	@echo "Installing the development tools into .venv" >&2
	@$(PIP) install --require-hashes --requirement requirements-dev.lock
	@touch $@

demo: .venv/program ## extract the sample reports into out/demo
	@$(BIN)/lkj extract corpus/sampel/*.pdf corpus/sampel/*.txt corpus/sampel/*.md corpus/kumpulan/*.pdf corpus/kumpulan/*.txt corpus/kumpulan/*.md --out out/demo
	@echo && echo "One file per satker and year:" && find out/demo/satker -name '*.json' | sort | sed 's/^/  /'

test: .venv/tools ## run the tests
	@$(BIN)/python -m pytest

check: .venv/tools ## style, types, sizes, and that schemas and docs are up to date
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python scripts/ceilings.py
	@$(BIN)/python scripts/make_docs.py --check

schema: .venv/program ## write schemas/ from the models
	@$(BIN)/lkj schema --out schemas

docs: schema ## write the generated pages of docs/
	@$(BIN)/python scripts/make_docs.py

bench: .venv/tools ## measure accuracy against the hand-checked reports, where they are at hand
	@$(BIN)/python bench/accuracy.py --date $(DATE)

lock: ## renew the lock files (needs uv)
	@$(UV) pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" --quiet --output-file requirements.lock
	@$(UV) pip compile pyproject.toml --group build --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" --quiet --constraints requirements.lock --output-file requirements-dev.lock

clean: ## remove what the other targets made
	rm -rf .venv out dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
