# `make` alone lists what there is. Everything runs from .venv, which scripts/setup.sh makes and keeps up to date.
# Written for GNU make 3.81 (macOS) and any POSIX shell.

BIN := .venv/bin
NODE := $(BIN)/node
NODE_TESTS := $(NODE) --test tests/scripts/*.test.js
ADDRESS ?= 127.0.0.1:8000
# Each worker that needs a built site builds its own, so more than two rarely helps.
WORKERS ?= 2

# Material's notice about MkDocs 2 is known here: README.md and pyproject.toml keep to MkDocs 1.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help setup tools serve test build properdocs materialx compare check types fast spelling browser dictionaries lock clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

serve: setup ## show the site at http://127.0.0.1:8000, reloading on each edit (another: ADDRESS=127.0.0.1:8001)
	@$(BIN)/python scripts/port.py $(ADDRESS)
	@echo "Building the site, then showing it at http://$(ADDRESS)/ (Ctrl-C ends it) ..."
	@# --livereload is the default, but some versions of click lose it (mkdocs issue 4032).
	@exec env SITE_URL=http://$(ADDRESS)/ $(BIN)/mkdocs serve --livereload --dev-addr $(ADDRESS)

test: check browser ## run everything: check, then every test, in a real browser too
	@echo "Running every test: the scripts in node, then all else in pytest ..."
	@$(NODE_TESTS)
	@$(BIN)/pytest -n $(WORKERS) --dist loadfile

build: setup ## write the finished site to site/, failing on every warning
	@# Never with -q: it silences the warnings before --strict counts them.
	@$(BIN)/mkdocs build --strict

properdocs: setup ## build with ProperDocs, which continues MkDocs, into build/properdocs/
	@$(BIN)/properdocs build --strict --config-file mkdocs.yml --site-dir build/properdocs

materialx: setup ## build with ProperDocs and MaterialX, which continues Material, into build/materialx/
	@sh scripts/setup.sh materialx
	@THEME=materialx .venv-materialx/bin/properdocs build --strict --config-file mkdocs.yml --site-dir build/materialx

compare: build properdocs materialx ## build in all three ways, and list the differences with their reasons
	@$(BIN)/python -m scripts.compare_builds site build/properdocs
	@$(BIN)/python -m scripts.compare_builds site build/materialx

check: setup tools ## check the code without running it: ruff, mypy, imports; for scripts and styles biome and tsc
	@echo "Checking style (ruff, biome), types (mypy, tsc) and imports (import-linter) ..."
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(NODE) node_modules/.bin/biome check --error-on-warnings
	@$(NODE) node_modules/.bin/tsc
	@$(BIN)/mypy
	@report=$$($(BIN)/lint-imports --no-logo --cache-dir .cache/import-linter) || { echo "$$report"; exit 1; }
	@$(BIN)/python -m scripts.script_types --check

types: setup ## write the types and tables that scripts have of the Python model
	@$(BIN)/python -m scripts.script_types

fast: setup tools ## run the quick tests only: the scripts in node, and the core, without MkDocs and browser
	@$(NODE_TESTS)
	@$(BIN)/pytest -q -n 2 -p tests.without_mkdocs tests/core

spelling: setup dictionaries ## print the words of the texts that no dictionary knows
	@$(BIN)/python -m scripts.spelling

lock: setup ## write the locks, keeping what is locked; UPGRADE=1 takes the newest versions that fit
	@$(BIN)/python scripts/lock.py $(if $(UPGRADE),--upgrade)
	@sh scripts/setup.sh
	@sh scripts/tools.sh lock

clean: ## remove everything that was made, .venv included
	@rm -rf .venv .venv-materialx node_modules site build dist .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
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
