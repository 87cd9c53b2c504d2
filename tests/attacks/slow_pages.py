"""Writes Markdown and code that take minutes to be made into a page."""

import copy

MARKDOWN = [
    "<b>" * 8_000,
    "<div>" * 32_000,
    "x <b " + " ".join(f"a{n}" for n in range(128_000)) + ">",
    "*a **b _c " * 20_000,
    "# a\n" * 30_000,
    "".join("> " * n + "a\n" for n in range(400)),
    "".join("  " * n + "- a\n" for n in range(400)),
    "a|b\n-|-\n" * 20_000,
    "\\\\\\\\(" * 20_000,
    "```\n" * 30_000,
    "&" * 100_000,
    "<" * 100_000,
]
CODE = ["a." * 50_000, "1." * 50_000, "(" * 100_000, "%%html\n" + "<b>" * 50_000]


def tamper(notebook, folder):
    for kind, sources in (("markdown", MARKDOWN), ("code", CODE)):
        pattern = next(cell for cell in notebook.cells if cell.cell_type == kind)
        for number, source in enumerate(sources):
            cell = copy.deepcopy(pattern)
            cell.update(id=f"{kind}-{number}", source=source, metadata={})
            notebook.cells.append(cell)
