"""Keeps the source of hidden tests out of the feedback pages."""

from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import ClearHiddenTests
from nbgrader.utils import is_grade
from traitlets import List


class HideTests(ClearHiddenTests):
    """Shows a student what a check says, without the lines of the hidden tests."""

    # nbconvert's page exporter sets this for every step, and complains about a step without it.
    display_data_priority = List(config=True)

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """Called by nbgrader for each graded notebook, before it becomes a page."""
        for cell in filter(is_grade, nb.cells):
            self._remove_hidden_test_region(cell)
        return nb, resources
