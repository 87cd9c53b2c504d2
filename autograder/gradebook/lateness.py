"""What handing in late costs by nbgrader's plugin for it, worked out anew whenever scores are shown."""

from typing import Any

from nbgrader.api import Gradebook, SubmittedNotebook
from nbgrader.preprocessors import AssignLatePenalties
from traitlets.config import Config

from autograder.errors import CourseError
from autograder.gradebook.database import writing
from autograder.gradebook.records import Record, late_before, records


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

    def counted(
        self, gradebook: Gradebook, week: str, found: dict[str, Record], student: str | None
    ) -> dict[str, float]:
        """Return for how many seconds each late submission pays.

        A policy that looks at the whole course, such as one with slip days, has a method `counted`. It is
        given how late a student was with everything that was due before, in that order, and with this.
        """
        late = {name: record.seconds_late for name, record in found.items() if record.seconds_late}
        count = getattr(self.step.plugin_inst, "counted", None)
        if count is None or not late:
            return late
        before = late_before(gradebook, week, student)
        try:
            return {name: count([*before.get(name, []), seconds]) for name, seconds in late.items()}
        except Exception as error:
            raise self.failed(error) from error

    def apply(
        self, gradebook: Gradebook, week: str, found: dict[str, Record], student: str | None
    ) -> list[dict[str, Any]]:
        """Set the penalties in these records, and return the rows of the gradebook that have to follow."""
        if not self.step.enabled:
            return []
        changes = []
        counted = self.counted(gradebook, week, found, student)
        for name, record in found.items():
            for notebook in record.notebooks.values():
                penalty = self.penalty(name, notebook.score, counted.get(name, 0.0))
                if penalty != notebook.penalty:
                    notebook.penalty = penalty
                    changes.append({"id": notebook.id, "late_submission_penalty": penalty})
        return changes

    def records(self, gradebook: Gradebook, week: str, student: str | None = None) -> dict[str, Record]:
        """Return what the gradebook holds of an assignment, or of one submission, with today's penalties."""
        found = records(gradebook, week, student)
        if self.apply(gradebook, week, found, student):  # most of the time nothing has changed
            with writing(gradebook):
                found = self.written(gradebook, week, student)
        return found

    def written(self, gradebook: Gradebook, week: str, student: str | None = None) -> dict[str, Record]:
        """Do the same, within `writing`."""
        found = records(gradebook, week, student)
        changes = self.apply(gradebook, week, found, student)
        gradebook.db.bulk_update_mappings(SubmittedNotebook, changes)
        return found
