# Everything a contributor runs. PYTHON is the environment's interpreter; its tools lie beside it.
PYTHON ?= $(if $(wildcard .venv/bin/python),.venv/bin/python,python3)
BIN = $(dir $(shell command -v $(PYTHON)))

.PHONY: check format formatted lint types contracts test bench screenshots

check: formatted lint types contracts test

format:
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

formatted:
	$(PYTHON) -m ruff format --check .

lint:
	$(PYTHON) -m ruff check .

types:
	$(PYTHON) -m mypy

contracts:
	$(BIN)lint-imports --no-logo

test:
	$(PYTHON) -m pytest

bench:
	$(PYTHON) -m benchmarks

screenshots:
	$(PYTHON) -m tools.screenshots
