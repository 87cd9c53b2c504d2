"""What a student's cell shows, as a notebook holds it: bounded, and nothing that a browser would run."""

from typing import Any

from nbformat.notebooknode import NotebookNode

from helpers.checks.messages import to_read

MAX_OUTPUTS = 200  # of one cell
MAX_ERROR = 5000  # characters of an exception's message, and of each line of its traceback
SHOWN = {"text/plain": 200_000, "image/png": 5_000_000, "image/jpeg": 5_000_000}  # characters


def outputs_of(answer: Any, max_output: int) -> list[NotebookNode]:
    """Return what a student's cell has shown, as a notebook holds it.

    The answer of a student's process may be anything, so the caller has to expect errors.
    """
    most = max_output + 100  # it may be cut, and say so
    return [output_node(output, most) for output in answer["outputs"][:MAX_OUTPUTS]]


def output_node(output: Any, most: int) -> NotebookNode:
    """Return one output as nbformat has it: text, or a picture, and nothing that a browser would run."""
    if "stream" in output:
        name = "stderr" if output["stream"] == "stderr" else "stdout"
        return NotebookNode(output_type="stream", name=name, text=text_of(output["text"], most))
    if "data" in output:
        shown = {
            kind: text_of(output["data"][kind], size)
            for kind, size in SHOWN.items()
            if kind in output["data"]
        }
        return NotebookNode(output_type="display_data", data=NotebookNode(shown), metadata=NotebookNode())
    lines = [text_of(line, MAX_ERROR) for line in output["traceback"][:100]]
    return error_output(text_of(output["name"], 100), text_of(output["text"], MAX_ERROR), lines)


def text_of(value: object, most: int) -> str:
    """Return a text that can be written to a file, which not every string can be."""
    return str(value)[:most].encode("utf-8", "replace").decode()


def within(room: int, outputs: list[NotebookNode]) -> tuple[list[NotebookNode], int]:
    """Return the outputs if there is room for so many characters, and the room that is left."""
    room -= sum(len(str(output)) for output in outputs)
    if room < 0:
        text = "[left out: the notebook shows too much]\n"
        outputs = [NotebookNode(output_type="stream", name="stdout", text=text)]
    return outputs, room


def error_output(name: str, message: str, lines: list[str] | None = None) -> NotebookNode:
    """Return an error as nbformat has it."""
    lines = lines or message.split("\n")
    return NotebookNode(output_type="error", ename=name, evalue=message, traceback=lines)


def show_check(cell: NotebookNode, message: str) -> None:
    """Let a test cell show what its student is told; nothing, if the check has passed."""
    cell.execution_count = 1
    cell.outputs = [error_output("CheckFailed", message, to_read(message))] if message else []
