"""The `course` command; says what to do where its packages are not installed."""

import sys


def main() -> None:
    """Run the `course` command."""
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
