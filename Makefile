# `make` lists the targets. Everything happens in .venv, made here; PY names the Python to make it with.
PY ?= python3
PORT ?= 8000
V := .venv/bin
unexport PYTHONDONTWRITEBYTECODE  # what was compiled once is not compiled again by each of a hundred processes
export BROBYGGER_DATA ?= $(CURDIR)/var

.DEFAULT_GOAL := help
.PHONY: help demo screenshots test test-pg journeys fuzz bench check lint types contracts migrations translations words static vocabulary messages api-reference personal-data-reference lock

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/' | expand -t 16

# what is imported is compiled when it is imported: to compile all that is installed takes as long as to install it
INSTALL = $(V)/pip install -q --disable-pip-version-check --no-compile -c constraints.txt -e

.venv/.run: pyproject.toml constraints.txt
	$(PY) -m venv .venv
	$(INSTALL) .
	@touch $@

.venv/.dev: pyproject.toml constraints.txt
	$(PY) -m venv .venv
	$(INSTALL) '.[dev]'
	@touch .venv/.run $@

static: .venv/.run  ## fetch the front-end files (design system, font) with npm
	@$(V)/python tools/fetch_front_end.py

messages: .venv/.run  ## compile the translations
	@$(V)/python tools/messages.py compile

demo: static messages  ## set up, fill the embedded database with the demo and serve it on PORT (8000)
	@BROBYGGER_DEMO=on exec $(V)/brobygger demo --port $(PORT)

screenshots: .venv/.dev static messages  ## take the pictures of docs/images anew, from a demo of its own
	$(V)/python tools/screenshots.py $(ARGS)

test: .venv/.dev static messages  ## lint, types, contracts, migrations, translations, then all tests on SQLite
	@$(MAKE) --no-print-directory -j 2 check  # the types take one core as long as all else takes the other
	$(V)/pytest -n 2 $(ARGS)

test-pg: .venv/.dev static messages  ## the same tests on a throw-away PostgreSQL, but those that ask no database
	deploy/with-postgres $(V)/pytest -n 2 $(ARGS)

journeys: .venv/.dev static messages  ## the walks in a browser, at a desk too: `make test` takes the phone
	BROBYGGER_JOURNEYS=all $(V)/pytest tests/journeys $(ARGS)

fuzz: .venv/.dev static messages  ## the property tests with new random examples
	BROBYGGER_EXAMPLES=fuzz $(V)/pytest -n 2 $$(grep -rl 'from hypothesis import' tests --include='test_*.py') $(ARGS)

check: lint types contracts migrations translations  ## everything that reads the code without running it

lint: .venv/.dev
	$(V)/ruff check . && $(V)/ruff format --check .

types: .venv/.dev
	BROBYGGER_DEMO=on $(V)/mypy

contracts: .venv/.dev
	PYTHONPATH=src $(V)/lint-imports --no-cache

migrations: .venv/.dev
	BROBYGGER_DEMO=on $(V)/python manage.py makemigrations --check --dry-run

translations: .venv/.dev static messages
	$(V)/python tools/messages.py check

words: .venv/.run  ## find new texts in code and templates and add them to the translation files
	$(V)/python tools/messages.py update

vocabulary: .venv/.run  ## rebuild the compact file of the built-in vocabulary from its TOML files
	$(V)/brobygger taxonomy compile

api-reference: .venv/.run  ## write docs/reference/api.md from the API's OpenAPI document
	@$(V)/python tools/api_reference.py

personal-data-reference: .venv/.run  ## write docs/reference/personal-data.md from what the tables declare
	@$(V)/python tools/personal_data_reference.py

bench: .venv/.dev  ## quality and speed against named peers, written to docs/reference/benchmarks.md
	$(INSTALL) '.[dev,bench]'
	$(V)/python -m benchmarks

lock:  ## refresh constraints.txt (needs uv)
	uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --no-header --no-annotate -o constraints.txt
