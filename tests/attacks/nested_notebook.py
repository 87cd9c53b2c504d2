"""Hands in JSON that is nested a hundred thousand levels deep."""


def tamper(notebook, folder):
    depth = 100_000
    (folder / "initialization.ipynb").write_text("[" * depth + "]" * depth)
