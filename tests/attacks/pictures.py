"""Adds cells of which each shows as large a picture as it may, more than memory has room for."""

from nbformat.v4 import new_code_cell


def tamper(notebook, folder):
    source = "from IPython.display import display; display({'image/png': 'A' * 1_400_000}, raw=True)"
    notebook.cells += [new_code_cell(source, id=f"picture-{number}") for number in range(100)]
