# Every target needs only python3 (3.11 to 3.13) and make. The first one that you run installs .venv from the lock file.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: audit benchmark coverage demo formgrader help lab lint lock long quick release site test .venv

help:
	@echo "make demo       release, hand in and grade a small class, and write its feedback"
	@echo "make test       run the tests, but for those that take long: ten minutes on two processors"
	@echo "make long       run those: whole classes, all known mistakes, every page; half an hour and more"
	@echo "make quick      run the tests that take no more than half a second each: under a minute"
	@echo "make coverage   run all tests, and show which lines of autograder/ and helpers/ they run"
	@echo "make lab        open the course in JupyterLab, as students see it"
	@echo "make formgrader open it with source/ and Formgrader, for instructors"
	@echo "make site       make web pages of the lessons and docs, to be read without Jupyter"
	@echo "make release    generate release/ from source/"
	@echo "make audit      grade all known and all machine-made mistakes: half an hour"
	@echo "make benchmark  measure our grader and nbgrader's own, side by side"
	@echo "make lint       check the style of the code, its types, its imports and its spelling"
	@echo "make lock       make requirements.lock from pyproject.toml"

demo: .venv/installed
	$(BIN)/course demo

test: .venv/installed
	$(BIN)/python -m pytest -m "not long"

long: .venv/installed
	$(BIN)/python -m pytest -m long

quick: .venv/installed
	$(BIN)/python -m pytest -m "not slow and not long"

# The second run covers the code inside the sandbox. tests/coverage_inside.py explains how, and why some of its tests may fail.
coverage: .venv/installed
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest
	-PYTHONPATH=tests $(BIN)/coverage run -m pytest -p coverage_inside tests/submission/test_odd_cells.py
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

lab: .venv/installed
	$(BIN)/jupyter lab --config=lab/students.py

formgrader: .venv/installed
	$(BIN)/jupyter lab

site: .venv/installed
	$(BIN)/python site/build.py

release: .venv/installed
	$(BIN)/course release

audit: .venv/installed
	for week in source/*/; do $(BIN)/course audit $$(basename $$week) || exit 1; done

benchmark: .venv/installed
	$(BIN)/python benchmarks/grading.py --write docs/performance.md

lint: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/codespell

# Without the names of extras, the pip of Python 3.11 would look for the newest release of what has some, and stop.
lock: .venv/installed
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --all-extras --no-strip-extras \
	    --generate-hashes --custom-compile-command "make lock" --quiet --upgrade -o requirements.lock

.venv: .venv/installed

# The file is written last, so an installation that was interrupted starts again.
.venv/installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(None if (3, 11) <= sys.version_info[:2] <= (3, 13) else \
	    "The course needs Python 3.11 to 3.13, and $(PYTHON) is %d.%d. Name another: make PYTHON=python3.12" \
	    % sys.version_info[:2])'
	@echo "Installing the course into .venv; this takes a minute or two, once."
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch .venv/installed
