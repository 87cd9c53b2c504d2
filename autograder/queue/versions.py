"""The versions on which grades depend: workers whose own are others grade nothing."""

import functools
import hashlib
import platform
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, packages_distributions, version

from autograder.grading.work import Assignment, code_digest
from autograder.modules import GRADERS
from autograder.submission.beside import TAKEN, imported_in

DECIDING = ("numpy", "scipy", "scikit-learn", "h5py", "matplotlib", "ipython")  # on what any notebook gives
NONE = "none"


def versions() -> dict[str, str]:
    """Return the versions of the grader, of Python and of the packages that decide on any grade."""
    packages = {name: version_of(name) for name in DECIDING}
    return {"grader": short(code_digest()), "Python": platform.python_version(), **packages}


def version_of(package: str) -> str:
    """Return the version of an installed package."""
    try:
        return version(package)
    except PackageNotFoundError:
        return NONE


def versions_for(assignment: Assignment) -> dict[str, str]:
    """Return the versions of all that the cells of an assignment import and that is not the course's own."""
    sources = [c["source"] for t in assignment.templates.values() for c in t.originals]
    imported = imported_in([*assignment.imports, *sources])
    libraries = {name.partition(".")[0] for name in assignment.limits.get("libraries", [])}
    return versions_of((imported | libraries) - TAKEN - GRADERS - assignment.beside.modules)


def versions_of(modules: Iterable[str]) -> dict[str, str]:
    """Return the versions of the packages in which modules are."""
    packages = packages_of_modules()
    found = {name: sorted(set(packages.get(name, []))) for name in sorted(modules)}
    return {name: ", ".join(map(version_of, there)) or NONE for name, there in found.items()}


@functools.cache
def packages_of_modules() -> Mapping[str, list[str]]:
    """Return in which packages each installed module is; to find that takes half a second."""
    return packages_distributions()


def summed_up(found: dict[str, str]) -> str:
    """Return one short text for versions, which differs if any of them does."""
    return hashlib.sha256(repr(sorted(found.items())).encode()).hexdigest()[:16]


def differences(there: dict[str, str], here: dict[str, str]) -> str:
    """Return in words where the versions of a worker differ from those of the grader; empty if nowhere."""
    names = [name for name in here if there.get(name, NONE) != here[name]]
    return "; ".join(f"{name} {there.get(name, NONE)} there, {here[name]} here" for name in names)


def short(digest: str) -> str:
    """Return as much of a digest as a person compares."""
    return digest[:12]
