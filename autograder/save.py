"""Saves the scores of a graded notebook: all points of a check that passed, and none of another."""

from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import SaveAutoGrades

from autograder.cells import is_test
from autograder.outcomes import Outcome


class SaveScores(SaveAutoGrades):
    """Stands where nbgrader has SaveAutoGrades, which derives scores from what a cell has printed."""

    def _add_score(self, cell: NotebookNode, resources: dict) -> None:
        """Called by nbgrader for each graded cell, after the notebook was executed."""
        if not is_test(cell):  # written by the student, graded by hand
            super()._add_score(cell, resources)
            return
        name = cell.metadata.nbgrader.grade_id
        outcome, message = resources["outcomes"][name]
        cell.metadata["check"] = {"outcome": str(outcome), "message": message}
        grade = self.gradebook.find_grade(name, self.notebook_id, self.assignment_id, self.student_id)
        grade.auto_score = grade.max_score if outcome is Outcome.PASSED else 0
        grade.needs_manual_grade = grade.manual_score is not None
        self.gradebook.db.commit()
