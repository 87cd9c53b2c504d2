"""What handing in late costs by nbgrader's plugin for it, worked out anew whenever scores are shown."""

from typing import Any

from nbgrader.api import Gradebook, SubmittedNotebook
from nbgrader.preprocessors import AssignLatePenalties
from traitlets.config import Config

from autograder.errors import CourseError
from autograder.gradebook.database import writing
from autograder.gradebook.records import Record, records


class Lateness:
    """The course's policy.

    Arguments:
        config: with nbgrader's own settings, `c.LateSubmissionPlugin` and `c.AssignLatePenalties`
    """

    def __init__(self, config: Config):
        try:
            self.step = AssignLatePenalties(config=config)
            self.step.init_plugin()
        except Exception as error:  # whatever the instructor's own plugin does
            raise self.failed(error) from error

    @staticmethod
    def failed(error: Exception) -> CourseError:
        """Return what the instructor is told of an error in the policy."""
        reason = f"{type(error).__name__}: {error}".split("\n")[0]
        return CourseError(f"The penalty for late submissions cannot be worked out: {reason}.")

    def penalty(self, student: str, score: float, seconds_late: float) -> float | None:
        """Return what is taken from the score of one notebook."""
        if seconds_late <= 0:
            return None
        try:
            penalty = self.step.plugin_inst.late_submission_penalty(student, score, seconds_late)
            return None if penalty is None else min(max(0.0, float(penalty)), score)
        except Exception as error:
            raise self.failed(error) from error

    def apply(self, found: dict[str, Record]) -> list[dict[str, Any]]:
        """Set the penalties in these records, and return the rows of the gradebook that have to follow."""
        changes = []
        for student, record in found.items():
            for notebook in record.notebooks.values() if self.step.enabled else ():
                penalty = self.penalty(student, notebook.score, record.seconds_late)
                if penalty != notebook.penalty:
                    notebook.penalty = penalty
                    changes.append({"id": notebook.id, "late_submission_penalty": penalty})
        return changes

    def records(self, gradebook: Gradebook, week: str, student: str | None = None) -> dict[str, Record]:
        """Return what the gradebook holds of an assignment, or of one submission, with today's penalties."""
        found = records(gradebook, week, student)
        if self.apply(found):  # most of the time nothing has changed, and nothing is written
            with writing(gradebook):
                found = self.written(gradebook, week, student)
        return found

    def written(self, gradebook: Gradebook, week: str, student: str | None = None) -> dict[str, Record]:
        """Do the same, within `writing`."""
        found = records(gradebook, week, student)
        gradebook.db.bulk_update_mappings(SubmittedNotebook, self.apply(found))
        return found
