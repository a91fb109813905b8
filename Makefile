# Every command of the project. `make help` lists them; the first one makes the environment by itself.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
INSTALLED := .venv/.installed
MANAGE := DJANGO_SETTINGS_MODULE=convenant.settings.demo $(BIN)/python manage.py
# Runs a command with PostgreSQL and Redis up, and stops them if nobody else uses them.
SERVICES := $(BIN)/python -m tools.services run
# What to test: make test TESTS=tests/huis
TESTS ?= tests
PYTEST := $(BIN)/pytest -n 2 --dist worksteal

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help check test test-volledig demo up down mutatie bench conformiteit migraties lock clean \
	lint types contracts frontend chromium with-services

help: ## deze lijst
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 16

check: $(INSTALLED) lint types contracts ## snel: stijl, typen, importregels en de proeven zonder database
	@$(PYTEST) -q tests/beleid

test: $(INSTALLED) lint types contracts frontend chromium ## alles wat groen moet zijn voor een commit
	@$(SERVICES) $(MAKE) --no-print-directory with-services DOSE="not volledig"

test-volledig: $(INSTALLED) lint types contracts frontend chromium ## ook volumes, kills en mutatie; voor een issue dicht gaat
	@$(SERVICES) $(MAKE) --no-print-directory with-services DOSE=""
	@$(MAKE) --no-print-directory mutatie

demo: $(INSTALLED) frontend ## de toepassing met verzonnen mensen; PORT=8000, stoppen met Ctrl-C
	@$(BIN)/python -m tools.demo --port $(PORT) --since $(SINCE)
demo: SINCE := $(shell date +%s)

up: $(INSTALLED) ## PostgreSQL en Redis aan laten staan, met rollen en tabellen
	@$(BIN)/python -m tools.services up
	@$(MANAGE) rollen --ontwikkeling
	@$(MANAGE) migrate -v 0
	@$(MANAGE) groepen -v 0

down: $(INSTALLED) ## PostgreSQL en Redis stoppen
	@$(BIN)/python -m tools.services down

mutatie: $(INSTALLED) ## verandert elke regel van het beleid; een proef met die eis moet rood worden
	@$(SERVICES) $(BIN)/python -m tools.mutatie

bench: $(INSTALLED) frontend ## hoe snel het is bij een miljoen zaken; OPTIES="--zaken 100000 --keer 200"
	@$(BIN)/python -m tools.bench $(OPTIES)

conformiteit: $(INSTALLED) ## per eis de proeven die haar bewijzen, in docs/conformiteit.md
	@$(BIN)/python -m tools.conformiteit

migraties: $(INSTALLED) ## maakt migraties bij gewijzigde modellen
	@$(MANAGE) makemigrations

lock: $(INSTALLED) ## legt de versies opnieuw vast, met hashes
	@for name in uv base dev; do \
		$(BIN)/uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
			--custom-compile-command "make lock" requirements/$$name.in -o requirements/$$name.txt || exit; \
	done

clean: ## gooit alles weg wat deze opdrachten maakten, ook de gegevens van de demo
	@if [ -d .data ] && [ -x $(BIN)/python ]; then $(BIN)/python -m tools.services destroy; fi
	@rm -rf .venv .data static/vendor frontend/node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

# --- parts of the above

.venv/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) ontbreekt. Installeer Python 3.11 of nieuwer."; exit 1; }
	@$(PYTHON) tools/check_python.py
	@$(PYTHON) -m venv --clear .venv

# uv is fast, but knows nothing of pip's own configuration: where it cannot reach its packages, pip may.
$(INSTALLED): requirements/uv.txt requirements/dev.txt | .venv/bin/python
	@echo "De omgeving wordt gemaakt …"
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@$(BIN)/uv pip sync -q --python $(BIN)/python --require-hashes requirements/dev.txt \
		|| $(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m tools.system
	@touch $@

lint:
	@$(BIN)/ruff check -q
	@$(BIN)/ruff format -q --check

types:
	@$(BIN)/mypy --no-error-summary

contracts:
	@report=$$($(BIN)/lint-imports --no-logo 2>&1) || { echo "$$report"; exit 1; }

frontend:
	@if [ -f frontend/package-lock.json ]; then $(BIN)/python -m tools.vendor_frontend; fi

chromium:
	@$(BIN)/python -m tools.chromium

with-services:
	@$(MANAGE) rollen --ontwikkeling
	@$(MANAGE) makemigrations --check --dry-run
	@$(MANAGE) check --fail-level WARNING
	@$(PYTEST) -m "$(DOSE)" $(TESTS)
