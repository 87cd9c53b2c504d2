"""Replaces, doubles and removes test cells: what runs last might count."""

import copy


def tamper(notebook, folder):
    tests = [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade")]
    for number, cell in enumerate(tests):
        twin = copy.deepcopy(cell)
        twin.id, twin.source = f"twin-{number}", "pass"
        notebook.cells.append(twin)
        cell.source = "assert True"
    notebook.cells.remove(tests[0])
    tests[1].cell_type, tests[2].cell_type = "raw", "markdown"
    for cell in tests[1:3]:
        del cell["outputs"], cell["execution_count"]
