# Every target needs only python3 (3.11 to 3.13) and make: the first one to run makes .venv from the lock.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: audit help demo test lab release benchmark lint lock .venv

help:
	@echo "make demo     a small class, released, handed in, graded, with feedback"
	@echo "make test     all tests"
	@echo "make lab      the course in JupyterLab"
	@echo "make release  release/ from source/"
	@echo "make benchmark  our grader against nbgrader's own, side by side"
	@echo "make lint     style of the code, its types and its imports"
	@echo "make lock     requirements.lock from pyproject.toml"

demo: .venv/installed
	$(BIN)/course demo

test: .venv/installed
	$(BIN)/python -m pytest

lab: .venv/installed
	$(BIN)/jupyter lab

release: .venv/installed
	$(BIN)/course release

benchmark: .venv/installed
	$(BIN)/python benchmarks/grading.py

lint: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy

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
