"""Puts code into its answers that is no code: null characters, magics, nested brackets, broken text."""


def tamper(notebook, folder):
    sources = [
        "\0",
        "%%bash\nkill -9 $PPID",
        "(" * 5000,
        "%run /etc/passwd",
        "\ufeff\u202e",
        "!kill -9 $PPID",
    ]
    answers = [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("solution")]
    for cell, source in zip(answers, sources, strict=True):
        cell.source = source
