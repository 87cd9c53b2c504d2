"""JupyterLab as students see it: `make lab` runs `jupyter lab --config=lab/students.py` for them.

It opens START.md, shows only what a student works with, and has a copy of every assignment to work on.
"""

import shutil
from pathlib import Path

from tornado.web import HTTPError

ROOT = Path(__file__).resolve().parent.parent
HIDDEN = [  # source/ and variants/ hold solutions, and the rest is machinery; START.md leads to what it needs
    *("source", "variants", "release", "autograder", "helpers", "tests", "benchmarks", "data", "site", "lab"),
    *(
        "deploy",
        "submitted",
        "autograded",
        "exchange",
        "build",
        "reports",
        "replaced",
        "packed",
        "*.egg-info",
        "__pycache__",
        "__init__.py",
    ),
    *("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "CITATION.cff", "LICENSE", "Makefile"),
    *("environment.yml", "pyproject.toml", "requirements.lock", "nbgrader_config.py", "ruff.toml"),
    *("gradebook.*", "grades.*", "*.log", "*~", ".*"),
]


def lay_out(root):
    """Copy each released notebook to WEEK/ in the course's folder, unless a file of that name is there."""
    for original in sorted(root.glob("release/*/*.ipynb")):
        copy = root / original.relative_to(root / "release")
        if not copy.exists() and not copy.is_symlink():
            copy.parent.mkdir(exist_ok=True)
            shutil.copy(original, copy)


def keep_originals(path, **_):
    """Refuse to save in release/: a student who has followed a link to there would not hand that in."""
    folder, _, rest = path.strip("/").partition("/")
    if folder == "release":
        raise HTTPError(403, f"This is the original, which stays as it is. Open {rest} and work there.")


if "get_config" in globals():  # JupyterLab reads this file
    lay_out(ROOT)
    c = get_config()  # noqa: F821
    c.ServerApp.root_dir = str(ROOT)
    c.LabApp.default_url = "/lab/tree/START.md"
    c.LabApp.app_settings_dir = str(ROOT / "lab" / "settings")
    c.ContentsManager.hide_globs = HIDDEN
    c.FileContentsManager.pre_save_hook = keep_originals
