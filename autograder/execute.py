"""Runs a submission for nbgrader: its own cells in the sandbox, the test cells outside."""

from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.examiner import Examiner, imports_of
from autograder.sandbox import shared_sandbox


class ExecuteApart(NbGraderPreprocessor):
    """Stands where nbgrader has Execute, so that a student's code shares no process with the tests."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """Called by nbgrader for each restored notebook; leaves the outcomes in `resources`."""
        names = resources["nbgrader"]
        # nbgrader works in the course's folder.
        source = Path("source", names["assignment"], f"{names['notebook']}.ipynb")
        imports = imports_of(nbformat.read(source, as_version=4))
        sandbox = shared_sandbox(dict(self.config.get("Sandbox", {})), imports)
        resources["outcomes"] = Examiner(sandbox, nb, imports).examine()
        return nb, resources
