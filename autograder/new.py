"""Lays down the beginnings of new files: a lesson in the form that docs/writing-a-lesson.md describes."""

import re
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder.errors import CourseError

IMPORTS = """
import numpy as np
from helpers import plots
from helpers.environment import check_environment

check_environment()
"""
# The id of each cell, and what stands in it. What is in angle brackets is to be replaced.
LESSON = {
    "title": """
# {title}

<Why a reader should want to know this, in two or three sentences.>

* **Time:** <minutes> minutes.
* **You need:** <what the reader must know>.
* **Afterwards you can** <what the reader will be able to do>.

It leads to the assignment <its name, as a link>, in which you write <what> yourself.
""",
    "imports": IMPORTS,
    "first-question": """
## 1 <The first step>

<The situation, in a few sentences.>

**Before you run the next cell:** <a question that can be answered wrongly>?
""",
    "first": """
rng = np.random.default_rng(0)
print(rng.normal())  # the mechanism: the lines that are the point
""",
    "first-figure": """
plots.bands(
    {"what is shown": np.zeros((5, 10))}, "step", "cost",
    alt="What there is to see, in words, for those who cannot see it.",
)
""",
    "first-answer": """
**Seen:** <what the figure answers, in one sentence>.

<Why: derived in a few lines, or quoted from a paper by name.>
""",
    "play": """
**Play:** <a question that can only be answered by moving the controls of the panel in the next cell>?
""",
    "play-answer": """
<details><summary>What you should have found</summary>

<The answer, with its numbers.>

</details>
""",
    "question-first": """
## Check yourself

**1.** <A question>?

<details><summary><a wrong answer that people really give></summary>

**No.** <Which mistake this is.>

</details>

<details><summary><the right answer></summary>

**Right.** <Why.>

</details>

<details><summary><another wrong answer></summary>

**No.** <Which mistake this is.>

</details>
""",
    "summary": """
## Key points

* <What to take along.>

Now write it: <the assignment, as a link>.

**Read on:** <papers, by author, title and year>.
""",
}


def lesson(root: Path, week: str, number: int, title: str) -> Path:
    """Write the beginning of a lesson, and return its path.

    Raises:
        CourseError: there is such a lesson already
    """
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
    path = root / "notebooks" / week / f"{number}-{slug}.ipynb"
    if path.exists():
        raise CourseError(f"{path.relative_to(root)} exists already, and has not been changed.")
    notebook = new_notebook(
        metadata={
            "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
    )
    for name, text in LESSON.items():
        text = text.strip("\n").replace("{title}", title)
        if name in ("imports", "first", "first-figure"):
            notebook.cells.append(new_code_cell(text, id=name))
        else:
            notebook.cells.append(new_markdown_cell(text, id=name))
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)
    return path
