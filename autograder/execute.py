"""Runs the cells of a submission, all but those that only show something."""

from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import Execute
from nbgrader.utils import is_grade, is_locked

DEMO = "demo"  # tag of a locked cell that only shows something


class ExecuteWithoutDemos(Execute):
    """Stands where nbgrader has Execute: training the demonstrations of a thousand submissions
    would take hours and change no grade."""

    def preprocess_cell(self, cell: NotebookNode, resources: dict, index: int) -> tuple[NotebookNode, dict]:
        """Called by nbconvert for each cell, in order."""
        # A tag is the student's word; that a cell is locked and not graded is the gradebook's.
        if DEMO in cell.metadata.get("tags", []) and is_locked(cell) and not is_grade(cell):
            return cell, resources
        return super().preprocess_cell(cell, resources, index)
