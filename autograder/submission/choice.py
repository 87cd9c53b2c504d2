"""Chooses which of the files that may answer a notebook is graded, or leaves the choice to a person."""

from dataclasses import replace

from nbformat.notebooknode import NotebookNode

from autograder.submission.entries import Entry
from autograder.submission.files import File
from autograder.submission.notebooks import NotANotebook, read_submitted
from autograder.submission.restore import answered


def choose(
    proper: str, candidates: list[Entry], others: list[Entry], originals: list[NotebookNode], several: str
) -> File:
    """Return the file that answers a notebook; raise `NotANotebook` if a person has to choose.

    Arguments:
        proper: the name that the file should have
        candidates: the files that may answer the notebook
        others: what has its name or its content, but cannot be graded
        originals: the notebook's cells with a grade id, as they were handed out
        several: what to do if there are several: see `HandedIn.several`
    """
    distinct: dict[bytes | str, Entry] = {}  # the same content once, under the proper name if it is there
    for entry in sorted(candidates, key=lambda entry: (entry.shown != proper, entry.shown)):
        distinct.setdefault(entry.content or entry.shown, entry)
    first, *more = distinct.values()
    if not more and not others:
        return taken(first, proper)
    given, broken = readings([first, *more], originals)
    if not given:
        raise NotANotebook("; ".join(broken))
    most = set().union(*given.values())
    if others and not most:
        what = f"{first.shown} is as it was handed out, and {others[0].shown} is {others[0].kind}"
        raise NotANotebook(f"{what}: ask for the notebook with the answers")
    if several == "newest":
        chosen = max(given, key=lambda entry: entry.changed)
    elif several == "fullest":
        chosen = max(given, key=lambda entry: len(given[entry]))
    elif len(given) == 1 and not broken or first.shown == proper and given.get(first) == most:
        chosen = first
    else:
        exercises = sum(cell.metadata.nbgrader.solution for cell in originals)
        counts = [
            f"{entry.shown} answers {len(ids)} of {exercises} exercises" for entry, ids in given.items()
        ]
        what = "; ".join(counts + broken)
        raise NotANotebook(f"{what}: keep the one that counts, or set c.HandedIn.several")
    return taken(chosen, proper, [entry.shown for entry in distinct.values() if entry is not chosen])


def readings(entries: list[Entry], originals: list[NotebookNode]) -> tuple[dict[Entry, set[str]], list[str]]:
    """Return what each file answers, counting files with the same cells once, and which ones are broken."""
    given, seen, broken = {}, [], []
    for entry in entries:
        try:
            notebook, _ = read_submitted(taken(entry, entry.shown))
        except NotANotebook as problem:
            broken.append(str(problem))
            continue
        sources = [cell.source for cell in notebook.cells]
        if sources not in seen:
            seen.append(sources)
            given[entry] = answered(notebook, originals)
    return given, broken


def taken(entry: Entry, proper: str, left: list[str] | None = None) -> File:
    """Return the file that was chosen, with notes about the choice."""
    if entry.error:
        raise NotANotebook(f"{entry.shown} cannot be read: {entry.error}")
    notes = [f"{entry.shown} was graded as {proper}"] if entry.shown != proper else []
    notes += [f"{', '.join(left)} was left out"] if left else []
    return replace(entry.file, notes=tuple(notes))


def in_one_line(problems: dict[str, str]) -> str:
    """Return what is wrong with single notebooks: each reason once, with the notebooks it is about."""
    told = []
    for reason in dict.fromkeys(problems.values()):
        names = [name for name, why in problems.items() if why == reason and name not in reason]
        told.append(f"{', '.join(names)}: {reason}" if names else reason)
    return "; ".join(told)
