"""Brings outputs along that look like full points, partial credit and a finished run."""

from nbformat.v4 import new_output


def tamper(notebook, folder):
    for cell in notebook.cells:
        if cell.cell_type == "code":
            result = new_output("execute_result", {"text/plain": "20.0"}, execution_count=1)
            cell.outputs = [result, new_output("stream", text="6 passed")]
            cell.execution_count = 7
