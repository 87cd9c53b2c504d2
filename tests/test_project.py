"""The files that hold the project together say the same thing."""

import re
import tomllib

import nbformat
import yaml
from conftest import ROOT
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from autograder.submission.cells import is_solution

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
EXTRAS = PROJECT["optional-dependencies"]


def test_conda_has_the_same_bounds():
    conda, pip = [], []
    for item in yaml.safe_load((ROOT / "environment.yml").read_text())["dependencies"]:
        pip.extend(item["pip"]) if isinstance(item, dict) else conda.append(item)
    python = next(item.removeprefix("python") for item in conda if item.startswith("python"))
    assert SpecifierSet(python) == SpecifierSet(PROJECT["requires-python"])
    assert sorted(conda) == sorted([f"python{python}", "pip"])
    assert pip == ["-e .[tensorflow]"]  # everything else comes from pyproject.toml itself
    assert "tensorflow" in EXTRAS


def test_the_lock_fits_and_holds_hashes():
    lock = (ROOT / "requirements.lock").read_text()
    locked = re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==([\w.]+)(?: ; .*?)? \\$", lock, re.MULTILINE)
    for line in [*PROJECT["dependencies"], *EXTRAS["dev"], *EXTRAS["tensorflow"]]:
        wanted = Requirement(line)
        versions = [version for name, version in locked if name == wanted.name]
        assert versions, f"{wanted.name} is not locked: run `make lock`"
        assert all(Version(v) in wanted.specifier for v in versions), wanted.name
    assert lock.count("--hash=sha256:") >= len(locked)


def test_every_dependency_has_a_reason():
    lines = (ROOT / "pyproject.toml").read_text().split("\n")
    named = {Requirement(line).name for line in PROJECT["dependencies"] + EXTRAS["dev"]}
    for name in named - {"numpy", "pytest", "jupyterlab"}:  # the headings above them say why
        line = next(
            line for line in lines if line.strip().startswith((f'"{name}>', f'"{name}=', f'"{name}<'))
        )
        assert "#" in line, name


def test_ci_calls_the_command_that_the_readme_gives():
    readme = (ROOT / "README.md").read_text()
    commands = re.findall(r"^    (make \w+)", readme, re.MULTILINE)
    assert commands[:2] == ["make demo", "make test"]
    assert (ROOT / ".ci/run").read_text().split("\n")[-4:] == ["make lint", "make test", "make long", ""]


def test_no_test_is_left_out_by_both_commands():
    makefile = (ROOT / "Makefile").read_text()
    assert re.findall(r"-m pytest -m (.*)", makefile)[:2] == ['"not long"', "long"]


def test_the_workflow_runs_that_on_pythons_that_the_course_supports():
    workflow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text())
    (job,) = workflow["jobs"].values()
    assert job["steps"][-1] == {"run": ".ci/run"}
    named = [line.rpartition(" ")[2] for line in PROJECT["classifiers"] if ":: Python :: 3." in line]
    assert all(version in SpecifierSet(PROJECT["requires-python"]) for version in named)
    assert set(job["strategy"]["matrix"]["python"]) <= set(named)


def test_hooks_run_what_the_lock_pins():
    (hooks,) = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())["repos"]
    assert hooks["repo"] == "local"
    assert all(hook["entry"].startswith(".venv/bin/") for hook in hooks["hooks"])


def test_the_citation_says_what_the_package_says():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text())
    assert citation["version"] == PROJECT["version"]
    assert citation["authors"] == PROJECT["authors"]
    assert " AND ".join(citation["license"]) == PROJECT["license"]


def test_the_page_on_coverage_names_every_check_once_and_nothing_else():
    text = (ROOT / "docs/coverage.md").read_text()
    named = set(re.findall(r"`(test_\w+_\d)`", text))
    checks = [
        cell.metadata.nbgrader.grade_id
        for path in ROOT.glob("source/*/*.ipynb")
        for cell in nbformat.read(path, as_version=4).cells
        if cell.metadata.get("nbgrader", {}).get("grade")
    ]
    assert named == set(checks)
    practised = {name for name in re.findall(r"`(\w+)`", text) if not name.startswith("test_")}
    assert practised - {"compile", "fit"} == {path.stem for path in ROOT.glob("source/*/*.ipynb")}
    for link in re.findall(r"\]\(([^)]+)\)", text):
        assert (ROOT / "docs" / link).exists(), link


def test_the_cheat_sheet_gives_no_line_of_a_solution_away():
    def lines(pattern, wanted):
        notebooks = (nbformat.read(path, as_version=4) for path in ROOT.glob(pattern))
        cells = (cell for notebook in notebooks for cell in notebook.cells if wanted(cell))
        return {line.strip() for cell in cells for line in cell.source.split("\n") if len(line.strip()) >= 30}

    secret = lines("source/*/*.ipynb", is_solution) - lines("release/*/*.ipynb", lambda cell: True)
    assert len(secret) > 100
    text = (ROOT / "docs/cheat-sheet.md").read_text()
    assert not [line for line in secret if line in text]
