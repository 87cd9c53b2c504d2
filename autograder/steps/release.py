"""What is released: notebooks with a proper name."""

from pathlib import Path

from autograder.submission.notebooks import NOTEBOOK


def leave_out_strays(assignment: str, student: str, notebooks: list[str]) -> None:
    """Called by nbgrader before it generates an assignment, with the list of what it will take."""
    notebooks[:] = [path for path in notebooks if NOTEBOOK.fullmatch(Path(path).name)]
