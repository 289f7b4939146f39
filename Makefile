# make run · make test · make check · make gold · make bench · make clean
# Needs Python 3.11 or newer and PyPI; everything is installed into .venv, nothing outside the folder is touched.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: run test check gold bench docs clean

run: $(READY)  ## Build the examples into out/ and ask three questions.
	$(BIN)/kgbuild build examples --out out
	$(BIN)/kgbuild query daily-counts --data out
	$(BIN)/kgbuild query denials --data out
	$(BIN)/kgbuild query seizures --data out --param place=الخرطوم

test: $(READY)  ## Run the tests.
	$(BIN)/python -m pytest

check: $(READY)  ## Lint, types, layers, generated pages.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check kgbuild/cli tests/cli
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python scripts/write_docs.py --check

gold: $(READY)  ## Quality on unseen items: each half of the gold records by what was learned from the other.
	$(BIN)/python -m training tests/gold/written.jsonl tests/gold/written_2.jsonl tests/gold/written_3.jsonl \
		--twice tests/gold/dev.jsonl --halves build/halves
	$(BIN)/python -m training.measure tests/gold/dev.jsonl tests/gold/written.jsonl --halves build/halves

bench: $(READY)  ## Measure speed and memory of each stage, and each question on a million triples.
	$(BIN)/python bench/bench.py
	$(BIN)/python bench/questions.py

docs: $(READY)  ## Write the pages that come from the code, and the ontology's reference into build/ontology.html.
	$(BIN)/python scripts/write_docs.py
	$(BIN)/python scripts/ontology_page.py

clean:
	rm -rf .venv out build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

# pip is renewed first: the 23.2 of Python 3.11 fails on the extras of one dependency.
$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "kgbuild needs Python 3.11 or newer; say which: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev,training]'
	touch $@
