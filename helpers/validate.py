"""Runs a saved notebook and lists which of its checks fail: `python -m helpers.validate NOTEBOOK.ipynb`.

This is for whoever has no button *Validate*. Cells that only show something are left out.
"""

import json
import os
import sys
from pathlib import Path


def validate(path):
    """Run a notebook afresh, without its demonstrations.

    Arguments:
        path: the notebook, as saved

    Returns:
        checks: for each exercise, what its checks say is wrong, or None
        stopped: for each other cell that raised an error, its first line and the error
    """
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.capture import capture_output
    from traitlets.config import Config

    notebook = json.loads(Path(path).read_text(encoding="utf-8"))
    shell = InteractiveShell(config=Config({"HistoryManager": {"enabled": False}}))
    checks, stopped = {}, []
    for cell in notebook["cells"]:
        marks, tags = cell["metadata"].get("nbgrader", {}), cell["metadata"].get("tags", [])
        if cell["cell_type"] != "code" or (marks.get("locked") and "demo" in tags):
            continue
        source = "".join(cell["source"])
        with capture_output():
            result = shell.run_cell(source)
        error = result.error_before_exec or result.error_in_exec
        if marks.get("grade") and not marks.get("solution"):
            exercise = marks["grade_id"].removeprefix("test_").rpartition("_")[0]
            checks[exercise] = checks.get(exercise) or told(error) or lost(exercise, result.result)
        elif error:
            stopped.append(f"{source.strip().splitlines()[0]}: {told(error)}")
    return checks, stopped


def told(error):
    """Return what an error says, or None; the message of a check is complete in itself."""
    if error is None or isinstance(error, AssertionError) and str(error):
        return error and str(error)
    return f"{type(error).__name__}: {error}"


def lost(exercise, value):
    """Return which parts of a check do not hold, according to its last line, or None."""
    failed = isinstance(value, float) and getattr(value, "failed", ())  # see `helpers.checks.parts`
    return f"{exercise}: {value.message}" if failed else None


def main(path):
    """Print what became of every exercise; return the exit status, 0 if all checks pass."""
    try:
        checks, stopped = validate(path)
    except (OSError, ValueError, KeyError, TypeError) as error:
        print(f"{path} cannot be read as a notebook ({type(error).__name__}: {error}).")
        return 2
    if not checks:
        print(f"There are no checks in {path}: take the notebook from the folder that you unpacked.")
        return 2
    for what in stopped:
        print(f"This cell stopped: {what}\n")
    for exercise, problem in checks.items():
        print(f"{exercise}: all visible checks pass." if problem is None else problem, end="\n\n")
    right = sum(problem is None for problem in checks.values())
    print(f"{right} of {len(checks)} exercises pass the checks that you see. Grading makes more of them.")
    return 0 if right == len(checks) else 1


if __name__ == "__main__":
    os.environ["MPLBACKEND"] = "agg"  # figures are made, and not shown
    sys.stdout.reconfigure(errors="replace")
    if len(sys.argv) != 2:
        sys.exit("Name one notebook: python -m helpers.validate initialization.ipynb")
    sys.exit(main(sys.argv[1]))
