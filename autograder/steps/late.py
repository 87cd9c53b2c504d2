"""What handing in late costs: a rate for each day or hour, a period of grace, a cut-off, and slip days."""

import math

from nbgrader.plugins import LateSubmissionPlugin
from traitlets import Float, Integer

DAY, HOUR, MINUTE = 86_400, 3_600, 60  # seconds


class Policy(LateSubmissionPlugin):
    """A policy to be named in `c.AssignLatePenalties.plugin_class`; without settings, nothing is lost.

    The penalty is a share of what a submission has earned. The share follows from the submission's lateness
    alone, so it is the same for all of its notebooks, and what they lose adds up to that share of the whole.
    A day has 24 hours, whatever clocks do in the night when they are changed.
    """

    rate = Float(0.0, min=0, max=1, help="The share that each unit which has begun costs.").tag(config=True)
    unit_hours = Float(24.0, min=1 / 60, help="How many hours a unit has.").tag(config=True)
    most = Float(1.0, min=0, max=1, help="The largest share that is taken before the cut-off.").tag(
        config=True
    )
    grace_minutes = Float(
        0.0, min=0, help="So much too late is in time. Later than this, lateness counts from the due date."
    ).tag(config=True)
    cutoff_days = Float(
        math.inf, min=0, help="Later than this, everything is lost, and no slip days are used."
    ).tag(config=True)
    slip_days = Integer(
        0,
        min=0,
        help="""
        How many days of lateness a student is forgiven over the whole course. Assignments use them up in the
        order of their due dates, and those due at the same time in the order of their names. Each takes one
        for every day that has begun, as long as there are any.
        """,
    ).tag(config=True)

    def counted(self, seconds_late: list[float]) -> float:
        """Return for how many seconds a submission pays, once slip days are used; infinite after the cut-off.

        Arguments:
            seconds_late: of what the student has handed in, in the order of due dates; this submission's last
        """
        left = self.slip_days
        paid = 0.0
        for seconds in seconds_late:
            paid = self.without_grace(seconds)
            used = min(left, math.ceil(paid / DAY)) if math.isfinite(paid) else 0
            left -= used
            paid = max(0.0, paid - used * DAY)
        return paid

    def without_grace(self, seconds: float) -> float:
        """Return how late a submission is: 0 within the period of grace, infinite after the cut-off."""
        if seconds <= self.grace_minutes * MINUTE:
            return 0.0
        return math.inf if seconds > self.cutoff_days * DAY else seconds

    def late_submission_penalty(
        self, student_id: str, score: float, total_seconds_late: float
    ) -> float | None:
        """Called for each notebook of a late submission; returns the points that it loses.

        Arguments:
            student_id: whose it is
            score: the points of the notebook
            total_seconds_late: what `counted` has returned
        """
        if total_seconds_late <= 0:
            return None
        if math.isinf(total_seconds_late):
            return score
        units = math.ceil(total_seconds_late / (self.unit_hours * HOUR))
        return min(self.most, round(units * self.rate, 9)) * score
