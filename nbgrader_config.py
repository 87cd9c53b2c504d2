"""The course, as nbgrader reads it: the command line, formgrader and `course` all use this file."""

import os
import sys
from pathlib import Path

import autograder.steps.autograde

c = get_config()  # noqa: F821 - nbgrader provides it

# To make a gradebook, nbgrader runs `alembic` by its bare name: it must be found even where the
# environment has not been activated.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])

# The name under which the exchange and the gradebook know the course.
c.CourseDirectory.course_id = "improving-dnn"

# nbgrader copies every file beside a notebook to release/ and to every student. Nothing but notebooks
# belongs there: a backup holds the solutions, and a student's `numpy.py` would stand in for the real one.
c.CourseDirectory.ignore = [
    ".ipynb_checkpoints", "__pycache__", "feedback",  # nbgrader's own list
    ".*", "*~", "*.bak", "*.orig", "*.rej", "*.swp", "*.tmp", "*-Copy*",
    "*.py", "*.pyc", "*.md", "*.h5", "*.csv", "*.zip",
]  # fmt: skip

# Release only notebooks with a proper name, and not a `topic-Copy1.ipynb` left by an editor. (The hook is
# given by its name, because Formgrader cannot read a configuration that contains a function.)
c.GenerateAssignment.pre_convert_hook = "autograder.steps.release.leave_out_strays"

# What a student finds in place of a solution.
c.ClearSolutions.code_stub = {"python": "# Your code here\nraise NotImplementedError()"}

# `nbgrader autograde`, `nbgrader generate_feedback` and Formgrader's buttons for them do the same as
# `course grade` and `course feedback`.
autograder.steps.autograde.install()

# Limits of a submission, in seconds; autograder/sandbox/sandbox.py lists all limits.
c.Sandbox.cell_timeout = 60
c.Sandbox.notebook_timeout = 300

# These are imported once, and not for each notebook: what helpers import only when they are called, too.
c.Sandbox.libraries = [
    "numpy", "matplotlib.pyplot", "h5py", "tqdm.auto", "helpers.checks", "helpers.data", "helpers.network",
    "helpers.plots", "helpers.training", "helpers.environment",
]  # fmt: skip

# What handing in late costs; docs/class.md explains it. Without these lines, it costs nothing.
# c.AssignLatePenalties.plugin_class = "autograder.steps.late.Policy"
# c.Policy.rate = 0.10            # the share of the points that each day costs as soon as it has begun
# c.Policy.grace_minutes = 15     # so much too late is in time
# c.Policy.most = 0.50            # no more than half of the points
# c.Policy.cutoff_days = 7        # but all of them, later than this
# c.Policy.slip_days = 3          # days of lateness that each student is forgiven over the whole course

# Validate runs a student's notebook in a kernel, demonstrations included; the slowest takes ten seconds.
c.Execute.timeout = 60
# A kernel on this computer warns at every start that its connection is not encrypted.
c.Execute.extra_arguments = ["--log-level=ERROR"]

# `nbgrader export` leaves a score out where there is none.
c.ExportApp.plugin_class = "autograder.steps.export.ExportScores"

# A Markdown cell may hold HTML: what a student has written must not run in an instructor's browser when
# Formgrader shows it, and what would take too long is shown as plain text.
c.HTMLExporter.sanitize_html = True
c.HTMLExporter.filters = {
    "markdown2html": "autograder.steps.feedback.page_markdown",
    "highlight_code": "autograder.steps.feedback.page_code",
    "ansi2html": "autograder.steps.feedback.page_output",
}

# Where released and handed-in assignments are exchanged. This folder serves one computer; on a shared
# one, name a folder that every student can write to.
c.Exchange.root = str(Path(__file__).parent / "exchange")
