# `make` without a target lists the targets. Everything runs from .venv, which scripts/setup.sh makes and updates.
# Written for GNU make 3.81 (macOS) and any POSIX shell.

BIN := .venv/bin
NODE := $(BIN)/node
NODE_TESTS := $(NODE) --test tests/scripts/*.test.js
ADDRESS ?= 127.0.0.1:8000
# A built site is made by one worker while the others wait, so more than two rarely helps.
WORKERS ?= 2

# Turns off Material's notice about MkDocs 2: pyproject.toml requires MkDocs 1.
export NO_MKDOCS_2_WARNING := 1
# Where it is set, each process compiles the plugins anew: half a second, and the tests start hundreds.
unexport PYTHONDONTWRITEBYTECODE

# In the order in which two run side by side: mypy takes as long as the others together.
CHECKS := check-types check-scripts check-code check-generated

.PHONY: help setup tools serve test build properdocs materialx compare check $(CHECKS) node-tests types fast editor font pictures spelling browser dictionaries lock clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

serve: setup ## serve the site at http://127.0.0.1:8000, reloading on each edit (elsewhere: ADDRESS=127.0.0.1:8001)
	@$(BIN)/python scripts/port.py $(ADDRESS)
	@echo "Building the site, then serving it at http://$(ADDRESS)/ (Ctrl-C stops it) ..."
	@# --livereload is the default, but some versions of click lose it (mkdocs issue 4032).
	@exec env SITE_URL=http://$(ADDRESS)/ $(BIN)/python -m mkdocs_foundation.glue.serving --livereload --dev-addr $(ADDRESS)

test: setup tools browser ## run the checks, then every test, including those in a real browser
	@echo "Checking the code, and running the tests of the scripts in node ..."
	@$(MAKE) --no-print-directory -j 2 $(CHECKS) node-tests
	@echo "Running every other test with pytest ..."
	@$(BIN)/pytest -n $(WORKERS) --dist loadfile

build: setup ## build the site into site/, failing on every warning
	@# Never with -q: it silences the warnings before --strict counts them.
	@$(BIN)/mkdocs build --strict

properdocs: setup ## build with ProperDocs, the continuation of MkDocs, into build/properdocs/
	@$(BIN)/properdocs build --strict --config-file mkdocs.yml --site-dir build/properdocs

materialx: setup ## build with ProperDocs and MaterialX, the continuation of Material, into build/materialx/
	@sh scripts/setup.sh materialx
	@THEME=materialx .venv-materialx/bin/properdocs build --strict --config-file mkdocs.yml --site-dir build/materialx

compare: build properdocs materialx ## build in all three ways, and list the differences with their reasons
	@$(BIN)/python -m scripts.compare_builds site build/properdocs
	@$(BIN)/python -m scripts.compare_builds site build/materialx

check: setup tools ## check the code without running it: ruff, mypy, import-linter; biome and tsc for scripts and styles
	@echo "Checking style (ruff, biome), types (mypy, tsc) and imports (import-linter) ..."
	@$(MAKE) --no-print-directory -j 2 $(CHECKS)

check-types:
	@$(BIN)/mypy

check-scripts:
	@$(NODE) node_modules/.bin/biome check --error-on-warnings
	@$(NODE) node_modules/.bin/tsc

check-code:
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@report=$$($(BIN)/lint-imports --no-logo --cache-dir .cache/import-linter) || { echo "$$report"; exit 1; }

check-generated:
	@$(BIN)/python -m scripts.script_types --check
	@$(BIN)/python -m scripts.schemas --check
	@$(BIN)/python -m scripts.message_pages --check

node-tests:
	@$(NODE_TESTS)

types: setup ## generate types and tables of scripts, schemas for editors and the guide's pages of messages
	@$(BIN)/python -m scripts.script_types
	@$(BIN)/python -m scripts.schemas
	@$(BIN)/python -m scripts.message_pages

fast: setup tools ## run the quick tests only: the scripts in node, and the core, without MkDocs and browser
	@$(NODE_TESTS)
	@$(BIN)/pytest -q -n 2 -p tests.without_mkdocs tests/core

editor: setup ## install the editor in the browser, which a site publishes that switches it on
	@sh scripts/tools.sh editor

font: setup tools ## make the font of headings anew, after a change of scripts/font.py
	@$(BIN)/uv run --no-project scripts/font.py
	@$(NODE) node_modules/.bin/biome check --write overrides/font.css

pictures: setup tools browser ## make the pictures of the guide for authors anew
	@SHARE_IMAGES=false EDIT_URI=https://github.com/acme/site/edit/main/docs/ $(BIN)/mkdocs build --site-dir build/pictures
	@$(BIN)/python -m scripts.guide_pictures build/pictures

spelling: setup dictionaries ## print the words of the texts that are in no dictionary
	@$(BIN)/python -m scripts.spelling

lock: setup ## update the locks, keeping locked versions; UPGRADE=1 takes the newest that fit
	@$(BIN)/python scripts/lock.py $(if $(UPGRADE),--upgrade)
	@sh scripts/setup.sh
	@sh scripts/tools.sh lock

clean: ## remove everything that was generated, including .venv
	@rm -rf .venv .venv-materialx node_modules editor/node_modules site build dist .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@rm -rf plugins/*/*.egg-info plugins/*/build
	@find plugins scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +

setup:
	@sh scripts/setup.sh

tools: setup
	@sh scripts/tools.sh

browser: setup
	@$(BIN)/python -m scripts.browser

dictionaries: setup
	@$(BIN)/python -m scripts.dictionaries
