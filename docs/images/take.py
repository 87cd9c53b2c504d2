"""Takes the pictures of README.md, of the class that `course demo` makes, when a page has changed."""

import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
from PIL import Image

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent / "tests"))

from browsers import jupyterlab, launched  # noqa: E402

COURSE = [sys.executable, "-m", "autograder"]
WRONG = "submitted/mistake_in_bits/week1/initialization.ipynb"


def saved(page, name):
    """Write what a page shows to NAME.webp."""
    with tempfile.TemporaryDirectory() as folder:
        shot = Path(folder, "shot.png")
        page.screenshot(path=shot)
        Image.open(shot).save(HERE / f"{name}.webp", quality=80)


def in_jupyter(browser, root):
    """Show a student's wrong answer and what its check says, without the exercises before and after it."""
    notebook = nbformat.read(root / WRONG, as_version=4)
    ids = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells]
    first = ids.index("expected_initial_loss")
    imports = next(cell for cell in notebook.cells if cell.cell_type == "code")
    notebook.cells = [imports, *notebook.cells[first - 1 : first + 2]]
    for cell in notebook.cells:
        cell.source = cell.source.replace("    ### BEGIN SOLUTION\n", "").replace(
            "\n    ### END SOLUTION", ""
        )
    nbformat.write(notebook, root / WRONG)
    quiet = f"--LabApp.app_settings_dir={HERE.parent.parent / 'lab/settings'}"  # as `make lab` opens it
    with jupyterlab(root, f"--ServerApp.root_dir={root}", quiet) as lab:
        page = browser.new_page(viewport={"width": 1100, "height": 760})
        page.goto(f"{lab}/tree/{WRONG}?reset&token=secret")
        page.get_by_text("(ipykernel) | Idle").first.wait_for()
        page.keyboard.press("Control+B")  # without the list of files
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        page.get_by_text("called with").wait_for(timeout=120_000)
        page.wait_for_timeout(2000)
        page.get_by_text("called with").scroll_into_view_if_needed()
        page.wait_for_timeout(1000)
        saved(page, "lab")


def main():
    """Make the class, and take the three pictures."""
    with tempfile.TemporaryDirectory() as folder, launched() as browser:
        root = Path(folder, "class")
        subprocess.run([*COURSE, "demo", "--dir", str(root)], check=True)
        subprocess.run([*COURSE, "report", "week1", "--course", str(root)], check=True)
        in_jupyter(browser, root)
        pages = {
            "feedback": root / "feedback/mistake_fan_out/week1/initialization.html",
            "report": root / "reports/week1.html",
        }
        for name, path in pages.items():
            page = browser.new_page(viewport={"width": 1100, "height": 900 if name == "report" else 500})
            page.goto(path.as_uri())
            if name == "report":
                page.locator("#exercises").evaluate("element => element.scrollIntoView()")
            saved(page, name)


if __name__ == "__main__":
    main()
