# Every target needs only python3 (3.11 to 3.13) and make: the first one to run makes .venv from the lock.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: audit benchmark coverage demo help lab lint lock quick release test .venv

help:
	@echo "make demo     a small class, released, handed in, graded, with feedback"
	@echo "make test     all tests"
	@echo "make quick    those that grade no notebook and start no browser: under a minute"
	@echo "make coverage  all tests, and what of autograder/ and helpers/ they run"
	@echo "make lab      the course in JupyterLab"
	@echo "make release  release/ from source/"
	@echo "make audit    every known and every made mistake, graded: an hour or more"
	@echo "make benchmark  our grader against nbgrader's own, side by side"
	@echo "make lint     style of the code, its types and its imports"
	@echo "make lock     requirements.lock from pyproject.toml"

demo: .venv/installed
	$(BIN)/course demo

test: .venv/installed
	$(BIN)/python -m pytest

quick: .venv/installed
	$(BIN)/python -m pytest -m "not slow"

# The second run is for what is inside the sandbox: tests/inside.py says how, and why some of its tests may fail.
coverage: .venv/installed
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest
	-PYTHONPATH=tests $(BIN)/coverage run -m pytest -p inside tests/test_odd_cells.py
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

lab: .venv/installed
	$(BIN)/jupyter lab

release: .venv/installed
	$(BIN)/course release

audit: .venv/installed
	for week in source/*/; do $(BIN)/course audit $$(basename $$week) || exit 1; done

benchmark: .venv/installed
	$(BIN)/python benchmarks/grading.py

lint: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/codespell

lock: .venv/installed
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --all-extras \
	    --generate-hashes --custom-compile-command "make lock" --quiet --upgrade -o requirements.lock

.venv: .venv/installed

# The file is written last: an install that was cut short is made again.
.venv/installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(None if (3, 11) <= sys.version_info[:2] <= (3, 13) else \
	    "The course needs Python 3.11 to 3.13, and $(PYTHON) is %d.%d. Name another: make PYTHON=python3.12" \
	    % sys.version_info[:2])'
	@echo "Installing the course into .venv; this takes a minute or two, once."
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch .venv/installed
