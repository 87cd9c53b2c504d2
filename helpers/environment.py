"""Tells whether this computer has what the notebooks need."""

import os
import platform
from functools import cache
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

from helpers.unwritten import name_what_is_unwritten

INSTALL = (
    "In a terminal, in the course's folder, run `make lab`: it installs what is needed. "
    "If you have the folder of one week, run `pip install -r requirements.txt` there, and restart the kernel."
)
NEEDED = Path(__file__).with_name("requirements.txt")
SAME = {
    "tensorflow-cpu": "tensorflow"
}  # either package will do: they differ in the hardware that they run on

# TensorFlow reads these when it is imported: no lines of its log in a notebook, and rounding that does
# not depend on the processor.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")


class EnvironmentProblem(ImportError):
    """A package is missing or too old."""

    def _render_traceback_(self):
        """Let IPython show only the message."""
        return str(self).split("\n")


def check_environment(*extras):
    """Print the versions in use; raise `EnvironmentProblem` if a package is missing or unfit.

    What is needed is what notebooks compute with, and neither the grader nor JupyterLab.

    Arguments:
        extras: optional parts of the course that the notebook uses, such as "tensorflow"
    """
    needed = [requirement for requirement in requirements() if applies(requirement, extras)]
    problems = [problem for r in needed if (problem := shortcoming(r))]
    if problems:
        raise EnvironmentProblem("\n".join([*problems, INSTALL]))
    shown = [f"{name} {version(name)}" for name in ("numpy", "matplotlib")]
    name_what_is_unwritten()
    print("Ready:", ", ".join([f"Python {platform.python_version()}", *shown]))


@cache
def requirements():
    """Return what the notebooks need."""
    lines = NEEDED.read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if not line.startswith("#")]


@cache
def version(name):
    """Return the version of an installed package; looking for it takes milliseconds, so look once."""
    return metadata.version(name)


def version_of_any(name):
    """Return the version of an installed package, or of the one that serves as well."""
    try:
        return version(name)
    except metadata.PackageNotFoundError:
        return version(SAME.get(name, name))


def applies(requirement, extras):
    """Tell whether a requirement holds on this computer, with these extras."""
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras))


def shortcoming(requirement):
    """Return what is wrong with an installed package, or None."""
    try:
        found = version_of_any(requirement.name)
    except metadata.PackageNotFoundError:
        return f"{requirement.name} is not installed."
    if not requirement.specifier.contains(found, prereleases=True):
        return f"{requirement.name} is {found}; the course needs {requirement.specifier}."
    return None
