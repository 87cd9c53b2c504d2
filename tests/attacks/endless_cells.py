"""Hands in thousands of cells, and cells of megabytes."""

from nbformat.v4 import new_code_cell


def tamper(notebook, folder):
    notebook.cells[:0] = [new_code_cell(f"x{i} = '''{'y' * 100}'''", id=f"cell-{i}") for i in range(3000)]
    notebook.cells[:0] = [new_code_cell("#" * 10**6, id=f"large-{i}") for i in range(10)]
