"""The `course` command; says what to do where its packages are not installed."""

import atexit
import gc
import sys


def main() -> None:
    """Run the `course` command."""
    gc.set_threshold(100_000)  # half a million objects come with its imports, and stay: to look through them
    atexit.register(gc.freeze)  # again and again, and once more at the end, takes a second
    try:
        from autograder.cli import app
    except ModuleNotFoundError as error:
        sys.exit(
            f"{error.name} is not installed in this Python. In the course's folder, run "
            "`make .venv`, then use `.venv/bin/course`."
        )
    app()


if __name__ == "__main__":
    main()
