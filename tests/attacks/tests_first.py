"""Puts the tests before all other cells, and code that ends the process behind them."""

from nbformat.v4 import new_code_cell


def tamper(notebook, folder):
    tests = [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade")]
    others = [cell for cell in notebook.cells if cell not in tests]
    notebook.cells = [*tests, new_code_cell("import os; os._exit(0)", id="end"), *others]
