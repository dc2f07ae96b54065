# `make help` lists the targets. Everything is installed into .venv/ from requirements.lock.
.PHONY: help setup system demo test test-tools test-slow test-all check bench clean
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
BIN := .venv/bin
TOOLS := libreoffice or validator or browser
# A file of tests stays in one process, because what it writes once serves all its tests; the files in their order, because
# the long ones come first.
PARALLEL := -n auto --dist loadfile --no-loadscope-reorder
DEMONSTRATIONS := cases/crimea-conscription cases/kherson-zaporizhzhia-2024 cases/donbas-2022

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

setup: .venv/.installed ## Make .venv/ with the program and all that it needs

# Without build isolation, because the lock has the build tools too: nothing unpinned is fetched.
.venv/.installed: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/pip check --disable-pip-version-check
	touch $@

system: ## Make sure of the system libraries that PDF needs
	scripts/install_system_libraries.sh

demo: setup system ## Write the documents of the demonstration cases into output/
	$(BIN)/referral build $(DEMONSTRATIONS) -o output

test: setup system ## Run the tests, except slow ones and those that need LibreOffice, the validator or a browser
	$(BIN)/pytest $(PARALLEL) -m "not ($(TOOLS) or slow)"

test-tools: setup system ## Run the tests that need those tools
	$(BIN)/pytest $(PARALLEL) -m "($(TOOLS)) and not slow"

test-slow: setup system ## Run the slow tests: every document of the demonstration cases, in every way
	$(BIN)/pytest $(PARALLEL) -m slow

test-all: test test-tools test-slow ## Run every test

check: setup ## Format, lint, types, import contracts
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: setup system ## Measure every piece of work beside its peers, an hour or more; writes docs/performance.md and .json
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -r benchmarks/requirements.lock
	$(BIN)/python -m benchmarks

clean: ## Remove what was made
	rm -rf .venv output dist build tests/tools/node_modules .*_cache .hypothesis
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
