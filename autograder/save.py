"""Saves the scores of a graded notebook: all points of a check that ran without an error, or none."""

from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import SaveAutoGrades
from nbgrader.utils import is_solution


class SaveScores(SaveAutoGrades):
    """Stands where nbgrader has SaveAutoGrades, which gives no points for a check during which anything
    was written to the error stream: a warning in a right solution would cost all its points."""

    def _add_score(self, cell: NotebookNode, resources: dict) -> None:
        """Called by nbgrader for each graded cell, after the notebook was executed."""
        if is_solution(cell):  # written by the student, graded by hand
            super()._add_score(cell, resources)
            return
        name = cell.metadata.nbgrader.grade_id
        if cell.execution_count is None:
            raise RuntimeError(f"{name} was not executed")
        failed = any(output.output_type == "error" for output in cell.outputs)
        names = (self.notebook_id, self.assignment_id, self.student_id)
        grade = self.gradebook.find_grade(name, *names)
        grade.auto_score = 0 if failed else grade.max_score
        grade.needs_manual_grade = grade.manual_score is not None
        self.gradebook.db.commit()
