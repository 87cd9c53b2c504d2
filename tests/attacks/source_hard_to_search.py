"""Its cells are hard to look through: endless blanks, commas, lines, words that nearly define something."""

from nbformat.v4 import new_code_cell, new_markdown_cell

HARD = [
    " " * 2_000_000,
    "\n" * 1_000_000,
    "a, " * 600_000,
    "def " * 500_000,
    "#" * 500_000 + " def" + " #" * 500_000,
    "from " * 400_000,
    "expected_initial_loss : " * 80_000,
    "del " * 500_000,
    "\n".join(f"def expected_initial_loss{n}(): pass" for n in range(40_000)),
    "name = 1\n" * 200_000,
]


def tamper(notebook, folder):
    notebook.cells[:0] = [new_code_cell(f"'''\n{text}\n'''", id=f"hard-{i}") for i, text in enumerate(HARD)]
    notebook.cells[:0] = [new_markdown_cell(text, id=f"text-{i}") for i, text in enumerate(HARD[:4])]
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("solution"):
            cell.source = ""
