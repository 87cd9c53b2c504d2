"""`make lab`: a start page, copies of the assignments to work on, and nothing that students do not need."""

import fnmatch
import re
import runpy
import shutil
import subprocess
import sys

import pytest
from browsers import PATIENCE, jupyterlab, launched, needs_chromium
from conftest import ROOT, copy_course
from playwright.sync_api import expect
from tornado.web import HTTPError

LAB = runpy.run_path(str(ROOT / "lab/students.py"))


def test_the_copies_to_work_on_replace_nothing(tmp_path):
    for name in ("week1/a.ipynb", "week1/b.ipynb", "week2/c.ipynb"):
        (tmp_path / "release" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "release" / name).write_text("as handed out")
    (tmp_path / "week1").mkdir()
    (tmp_path / "week1/a.ipynb").write_text("my work")
    (tmp_path / "week1/b.ipynb").symlink_to(tmp_path / "elsewhere.ipynb")
    LAB["lay_out"](tmp_path)
    assert (tmp_path / "week1/a.ipynb").read_text() == "my work"
    assert (tmp_path / "week2/c.ipynb").read_text() == "as handed out"
    assert not (tmp_path / "elsewhere.ipynb").exists()


def test_students_see_only_what_they_work_with():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("this is not a checkout")
    names = {line.split("/")[0] for line in listed.stdout.splitlines()}
    shown = {name for name in names if not any(fnmatch.fnmatch(name, glob) for glob in LAB["HIDDEN"])}
    assert shown == {"START.md", "docs", "feedback", "notebooks"}
    kept = "week1", "feedback", "2026-11-20 12:00:00 UTC", "initialization.ipynb", "initialization.html"
    assert not [name for name in kept if any(fnmatch.fnmatch(name, glob) for glob in LAB["HIDDEN"])]


def test_the_start_page_leads_to_every_assignment_and_its_links_are_not_dead():
    links = re.findall(r"\]\(([^)]+)\)", (ROOT / "START.md").read_text())
    work = [link for link in links if link.startswith("week")]
    released = [str(path.relative_to(ROOT / "release")) for path in ROOT.glob("release/*/*.ipynb")]
    assert sorted(work) == sorted(released)
    assert all((ROOT / link).is_file() for link in set(links) - set(work))


def test_an_original_is_not_saved_and_a_copy_is():
    with pytest.raises(HTTPError, match="Open week1/initialization.ipynb and work there"):
        LAB["keep_originals"](path="release/week1/initialization.ipynb", model={}, contents_manager=None)
    LAB["keep_originals"](path="week1/initialization.ipynb", model={}, contents_manager=None)


@pytest.mark.long
@pytest.mark.slow
@pytest.mark.xdist_group("browser")
@needs_chromium
def test_a_student_gets_from_the_start_page_to_a_notebook_and_hands_it_in(tmp_path):
    course = copy_course(tmp_path / "course")
    for part in ("lab", "docs"):
        shutil.copytree(ROOT / part, course.root / part)
    shutil.copy(ROOT / "START.md", course.root)
    course.register("week1")
    release = ["-m", "nbgrader", "release_assignment", "week1"]
    subprocess.run([sys.executable, *release], cwd=course.root, check=True)
    expect.set_options(timeout=1000 * PATIENCE)
    with jupyterlab(course.root, "--config=lab/students.py") as address, launched() as browser:
        page = browser.new_page(viewport={"width": 1366, "height": 900})
        page.set_default_timeout(1000 * PATIENCE)
        page.goto(f"{address.removesuffix('lab')}?token=secret")
        page.get_by_role("heading", name="Start here").wait_for()  # as a page, not as its source
        expect(page.locator(".jp-DirListing-itemText")).to_have_text(["docs", "week1", "START.md"])
        page.get_by_role("link", name="initialization", exact=True).click()
        page.get_by_text("(ipykernel) | Idle").wait_for()
        page.get_by_role("menuitem", name="Nbgrader", exact=True).click()
        expect(page.get_by_role("menuitem", name="Formgrader", exact=True)).to_have_count(0)
        page.get_by_role("menuitem", name="Assignment List", exact=True).click()
        page.locator("#fetched_assignments_list").get_by_role("button", name="Submit").click()
        expect(page.locator("#submitted_assignments_list .item_name").first).to_have_text("week1")
        page.goto(f"{address}/tree/release/week1/initialization.ipynb?reset&token=secret")
        page.get_by_text("(ipykernel) | Idle").wait_for()
        page.keyboard.press("Control+s")
        expect(page.locator(".jp-Dialog")).to_contain_text("Open week1/initialization.ipynb and work there")
