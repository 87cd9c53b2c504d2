"""Swaps grade ids: its answers pose as tests, the tests as answers, one id many times."""


def tamper(notebook, folder):
    graded = [cell for cell in notebook.cells if cell.metadata.get("nbgrader")]
    ids = [cell.metadata.nbgrader.grade_id for cell in graded]
    for cell, grade_id in zip(graded, reversed(ids), strict=True):
        cell.metadata.nbgrader.grade_id = grade_id
    graded[0].metadata.nbgrader.grade_id = graded[1].metadata.nbgrader.grade_id
