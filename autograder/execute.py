"""Runs a submission for nbgrader: its own cells in the sandbox, the test cells outside."""

from pathlib import Path

from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.cells import imports_of
from autograder.examiner import Examiner
from autograder.notebooks import notebooks_in, read_own
from autograder.sandbox import shared_sandbox
from autograder.secret import secret_in
from autograder.seeding import derived


class ExecuteApart(NbGraderPreprocessor):
    """Stands where nbgrader has Execute, so that a student's code shares no process with the tests."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """Called by nbgrader for each restored notebook; leaves the outcomes in `resources`."""
        names = resources["nbgrader"]
        sources = notebooks_in(Path("source", names["assignment"]))  # nbgrader works in the course's folder
        imports = {path.stem: imports_of(read_own(path)) for path in sources}
        every = [statement for statements in imports.values() for statement in statements]
        sandbox = shared_sandbox(dict(self.config.get("Sandbox", {})), list(dict.fromkeys(every)))
        key = derived(secret_in(Path.cwd()), names["assignment"], names["notebook"])
        resources["outcomes"] = Examiner(sandbox, nb, imports[names["notebook"]], key).examine()
        return nb, resources
