# Everything is set up by itself: only Python 3.11+ and make are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN_STAMP := $(VENV)/.run-ready
DEV_STAMP := $(VENV)/.dev-ready
WORKERS ?= auto
TESTS := NO_COLOR= TEXTUAL_THEME= $(BIN)/python -m pytest -q -n $(WORKERS)

.PHONY: run demo test check format bench thorough snapshots pictures clean

run: $(RUN_STAMP)
	@$(BIN)/lastset

demo: $(RUN_STAMP)
	@$(BIN)/lastset demo

test: $(DEV_STAMP)
	$(TESTS) -m "not thorough"

thorough: $(DEV_STAMP)
	HYPOTHESIS_PROFILE=thorough $(TESTS)

check: $(DEV_STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(DEV_STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(DEV_STAMP)
	$(BIN)/python -m bench

snapshots: $(DEV_STAMP)
	$(TESTS) --snapshot-update

pictures: $(DEV_STAMP)
	$(BIN)/python -m docs.pictures

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(RUN_STAMP): pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(DEV_STAMP): pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $(RUN_STAMP) $@

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .hypothesis
