"""Hands in a symbolic link to the instructor's own notebook."""


def tamper(notebook, folder):
    (folder / "initialization.ipynb").unlink(missing_ok=True)
    (folder / "initialization.ipynb").symlink_to(folder.parents[2] / "source/week1/initialization.ipynb")
    (folder / "more").symlink_to(folder.parents[2] / "source")
