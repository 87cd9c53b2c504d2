"""Makes the student versions of assignments with nbgrader, and puts them into release/."""

import copy
import filecmp
import shutil
import tempfile
from pathlib import Path

from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import SaveCells
from traitlets.config import Config

from autograder import modules
from autograder.errors import CourseError
from autograder.gradebook.registry import Collect, Contents
from autograder.quiet import quiet
from autograder.settings import places_of
from autograder.submission.beside import beside_notebooks
from autograder.submission.notebooks import notebooks_in


def generate(root: Path, config: Config, week: str, target: Path) -> dict[str, Contents]:
    """Write the student version of an assignment into the empty folder `target`.

    Return what the gradebook has to know about its notebooks for grading. Everything is generated in a
    separate folder, and stray files in source/ are left out. The files that lie beside the notebooks go along
    unless the course's `CourseDirectory.ignore` names them. So release/ is never half written.
    """
    with tempfile.TemporaryDirectory() as apart:
        there, copies = places_of(root, config).source / week, places_of(Path(apart), config)
        (copies.source / week).mkdir(parents=True)
        for path in [*notebooks_in(there), *beside_notebooks(there)]:
            place = copies.source / week / path.relative_to(there)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, place)
        config = copy.deepcopy(config)
        config.CourseDirectory.root = apart
        config.GenerateAssignment.no_database = True
        coursedir = CourseDirectory(config=config)
        coursedir.assignment_id = week
        generator = GenerateAssignment(coursedir=coursedir, config=config)
        collect = Collect()
        generator.preprocessors = [collect if saves(step) else step for step in generator.preprocessors]
        with quiet(generator.log) as log:
            try:
                generator.start()
            except Exception as error:
                raise CourseError(f"{week} cannot be generated: {log.cause() or error}") from error
        shutil.copytree(copies.release / week, target, dirs_exist_ok=True)
    modules.copy(str(config.Sandbox.get("modules", "")), target)
    return collect.notebooks


def write(root: Path, config: Config, week: str) -> None:
    """Write release/WEEK anew."""
    target = places_of(root, config).release / week
    with tempfile.TemporaryDirectory() as fresh:
        generate(root, config, week, Path(fresh))
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(fresh, target)


def differences(root: Path, config: Config, week: str) -> list[str]:
    """Return the files in which release/WEEK differs from what would be generated now."""
    target = places_of(root, config).release / week
    with tempfile.TemporaryDirectory() as fresh:
        generate(root, config, week, Path(fresh))
        names = {p.relative_to(top) for top in (target, Path(fresh)) for p in files_in(top)}
        return [
            str(target.relative_to(root) / name)
            for name in sorted(names)
            if not (target / name).is_file()
            or not (Path(fresh) / name).is_file()
            or not filecmp.cmp(target / name, Path(fresh) / name, shallow=False)
        ]


def saves(step: type | str) -> bool:
    """Tell whether a step of nbgrader's is the one that tells the gradebook about cells."""
    return step is SaveCells or step == "nbgrader.preprocessors.SaveCells"


def files_in(folder: Path) -> list[Path]:
    """Return all files below a folder."""
    return [path for path in folder.rglob("*") if path.is_file()]
