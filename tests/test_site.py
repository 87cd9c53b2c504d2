"""The web pages work without a network and without a kernel, and give no solution away."""

import json
import re
import subprocess
import sys
from urllib.parse import unquote, urldefrag

import nbformat
import pytest
from browsers import launched, needs_chromium
from bs4 import BeautifulSoup
from conftest import ROOT
from stories import see_its_story

from autograder.submission.cells import is_solution, is_test

LESSONS = sorted(ROOT.glob("notebooks/*/*.ipynb"))

pytestmark = [pytest.mark.slow, pytest.mark.long, pytest.mark.xdist_group("site")]  # made once, by one worker


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Make the pages, as `make site` does, and return their folder."""
    folder = tmp_path_factory.mktemp("build")
    done = subprocess.run([sys.executable, ROOT / "site/build.py", folder], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def texts(site):
    """Return each page, parsed."""
    pages = [path for path in sorted(site.rglob("*.html")) if "_static" not in path.parts]
    return {path: BeautifulSoup(path.read_text(), "html.parser") for path in pages}


def lines_of(notebook, wanted):
    """Return the long lines of the cells that a function chooses."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code" and wanted(cell)]
    return {line.strip() for cell in cells for line in cell.source.split("\n") if len(line.strip()) >= 30}


def test_no_solution_and_no_hidden_test_is_on_any_page(site, texts):
    shown = "\n".join(page.get_text() for page in texts.values())
    for path in site.rglob("*.ipynb"):
        shown += "\n".join(["", *(cell.source for cell in nbformat.read(path, as_version=4).cells)])
    shown = {line.strip() for line in shown.split("\n")}
    assert "def initialize_parameters_zeros(layers_dims):" in shown  # so the search finds what is there
    given = [nbformat.read(path, as_version=4) for path in ROOT.glob("release/*/*.ipynb")]
    public = set().union(*(lines_of(notebook, lambda cell: True) for notebook in given))
    docs = "\n".join(path.read_text() for path in ROOT.glob("docs/*.md"))
    for path in sorted(ROOT.glob("source/*/*.ipynb")):
        secret = lines_of(nbformat.read(path, as_version=4), lambda cell: is_solution(cell) or is_test(cell))
        assert len(secret - public) > 10
        found = {line for line in (secret - public) & shown if line not in docs}
        assert not found, f"{path.name}: {found}"
    assert not list(site.rglob("*source*/*.ipynb"))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_shows_what_its_text_tells(site, path):
    name = str(path.relative_to(ROOT))
    notebook = nbformat.read(site.parent / "jupyter_execute" / name, as_version=4)
    see_its_story(notebook, name, figures=1 if path.stem == "open-task" else 3)


def test_every_link_lands_and_every_page_is_light(site, texts):
    anchors = {path: {tag["id"] for tag in page.find_all(id=True)} for path, page in texts.items()}
    for path, page in texts.items():
        assert path.stat().st_size < 500_000, path
        weight = path.stat().st_size
        for image in page.find_all("img"):
            assert not image["src"].startswith(("http", "data:")) and image.get("alt"), path
            weight += (path.parent / image["src"]).stat().st_size
        assert weight < 3_000_000, path
        for script in page.find_all("script", src=True):
            assert not script["src"].startswith("http"), path
        for link in page.find_all("a", href=True):
            address, anchor = urldefrag(unquote(link["href"]))
            if address.startswith(("http", "mailto:")):
                continue
            target = (path.parent / address).resolve() if address else path
            assert target.exists(), f"{path}: {link['href']}"
            if anchor and target in anchors:
                assert anchor in anchors[target], f"{path}: {link['href']}"


@needs_chromium
def test_every_page_opens_without_a_network_and_every_panel_moves_over_its_whole_range(site, texts):
    with launched() as browser:
        page = browser.new_context(offline=True).new_page()
        problems, panels = [], 0
        page.on("console", lambda told: told.type == "error" and problems.append(told.text))
        page.on("requestfailed", lambda request: problems.append(request.url))
        page.on("request", lambda request: request.url.startswith("http") and problems.append(request.url))
        for path in texts:
            page.goto(path.as_uri())
            page.wait_for_load_state("load")
            broken = "[...document.images].filter(i => i.complete && !i.naturalWidth).map(i => i.src)"
            assert not page.evaluate(broken) and not problems, (path, problems)
            for panel in page.query_selector_all("figure.panel"):
                panels += 1
                move(panel)
            assert not problems, (path, problems)
        assert panels >= 2  # so that they were found


@needs_chromium
def test_no_page_is_wider_than_a_phone(site, texts):
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    with launched() as browser:
        page = browser.new_context(offline=True, viewport={"width": 390, "height": 800}).new_page()
        too_wide = {}
        for path in texts:
            page.goto(path.as_uri())
            if page.evaluate(wide) > 0:
                too_wide[path.name] = page.evaluate(wide)
    assert too_wide == {}


@needs_chromium
def test_the_cheat_sheet_is_printed_on_one_page(site):
    with launched() as browser:
        page = browser.new_page(color_scheme="dark")
        page.goto((site / "docs/cheat-sheet.html").as_uri())
        page.evaluate("MathJax.startup.promise")  # the formulas are drawn
        assert page.locator("#cheat-sheet mjx-container").count() > 50
        for paper in ("A4", "Letter"):
            assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper))) == 1, paper


def move(panel):
    """Go through the values of each control by the keyboard, and see that the picture follows."""
    frames = json.loads(panel.get_attribute("data-frames"))
    image = panel.query_selector("img")
    seen = {image.get_attribute("src")}
    for control in panel.query_selector_all("fieldset"):
        texts = json.loads(control.get_attribute("data-texts"))
        first = control.query_selector("input")
        first.focus()
        if first.get_attribute("type") == "range":
            first.press("Home")
            for text in texts:
                assert control.query_selector("output").inner_text() == text
                assert first.get_attribute("aria-valuetext") == text
                seen.add(shown(image, frames))
                first.press("ArrowRight")
        else:
            for option in control.query_selector_all("input"):
                option.check()
                seen.add(shown(image, frames))
    assert len(seen) >= max(
        len(json.loads(control.get_attribute("data-texts")))
        for control in panel.query_selector_all("fieldset")
    )


def shown(image, frames):
    """Return the picture that a panel shows, once it has been loaded; its text belongs to it."""
    source = image.get_attribute("src")
    assert [source, image.get_attribute("alt")] in frames
    image.evaluate("image => image.decode()")
    return source
