"""The buttons that students and instructors press, in a real JupyterLab and a real browser."""

import nbformat
import pytest
from browsers import PATIENCE, jupyterlab, launched, needs_chromium
from conftest import ROOT, copy_course, hand_in, released, solved
from playwright.sync_api import expect

from autograder.submission.cells import is_demo

# One for each kind of panel; tests/test_site.py moves the panels of all lessons.
LESSONS = {
    "buttons": "week1/1-splits-and-error-bars",
    "two sliders": "week2/3-momentum",
    "slider and buttons": "week3/4-softmax-and-cross-entropy",
}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("browser"),  # one worker, so one server and one browser
    needs_chromium,
]


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return copy_course(tmp_path_factory.mktemp("browser") / "course")


@pytest.fixture(scope="module")
def lab(course):
    with jupyterlab(course.root, f"--ServerApp.root_dir={course.root}") as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    expect.set_options(timeout=1000 * PATIENCE)
    with launched() as browser:
        yield browser


@pytest.fixture
def page(browser):
    page, problems = browser.new_page(viewport={"width": 1366, "height": 900}), []
    page.set_default_timeout(1000 * PATIENCE)
    known = "MathJax is not defined"  # Formgrader loads it from the network
    page.on("pageerror", lambda error: str(error) == known or problems.append(str(error)))
    page.on("response", lambda r: problems.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    yield page
    page.close()
    assert not problems


def validate(page, lab, path):
    """Open a notebook, press Validate, and return what is shown then."""
    page.goto(f"{lab}/tree/{path}?reset&token=secret")
    page.get_by_text("(ipykernel) | Idle").or_(page.locator(".jp-Dialog")).first.wait_for()
    expect(page.locator(".jp-Dialog")).to_have_count(0)  # such as "Select Kernel"
    page.locator(".validate-button").get_by_text("Validate").click()
    return page.locator(".jp-Dialog #validation-message")


def choose(page, entry):
    page.get_by_role("menuitem", name="Nbgrader", exact=True).click()
    page.get_by_role("menuitem", name=entry, exact=True).click()


def formgrader(page, lab):
    """Open Formgrader in JupyterLab; return its page, and there the row of week 1."""
    page.goto(f"{lab}?reset&token=secret")
    page.locator(".jp-Launcher").wait_for()
    choose(page, "Formgrader")
    frame = page.frame_locator("#formgrader-iframe iframe")
    return frame, frame.locator("#main-table tr", has_text="week1")


def press(frame, button):
    """Press a button of Formgrader, and close the report that it gives."""
    button.click()
    report = frame.locator(".modal.in")
    expect(report.locator(".modal-title")).to_have_text("Success")
    report.get_by_role("button", name="OK").click()
    expect(report).to_have_count(0)


@pytest.mark.long
def test_student_validates_an_untouched_notebook_and_reads_what_to_do(page, lab, course):
    # Breaks if a failed check buries its message in a traceback, or if the notebook asks for a kernel.
    shown = validate(page, lab, "release/week1/initialization.ipynb").locator("pre")
    cells = [cell.metadata.get("nbgrader", {}) for cell in released(course).cells]
    exercises = [cell.grade_id for cell in cells if cell.get("solution")]
    expect(shown).to_have_count(2 * len(exercises))  # the source of each test cell, and what it said
    to_do = "not written yet; replace `raise NotImplementedError()` with your solution."
    told = [" ".join(text.split()) for text in shown.all_inner_texts()[1::2]]
    assert told == [f"{name}: {to_do}" for name in exercises]


@pytest.mark.long
def test_student_validates_a_right_solution(page, lab, course):
    # Breaks if a check fails in the kernel that Validate starts, without the settings of `course grade`.
    notebook = solved(course)
    notebook.cells = [cell for cell in notebook.cells if not is_demo(cell)]  # they train for a while
    (course.root / "mine").mkdir()
    nbformat.write(notebook, course.root / "mine/initialization.ipynb")
    shown = validate(page, lab, "mine/initialization.ipynb")
    expect(shown).to_have_text("Success! Your notebook passes all the tests.")


@pytest.mark.long
def test_instructor_generates_and_autogrades_in_formgrader(page, lab, course):
    # Breaks if Formgrader does not read our configuration, or if a grading step fails within the server.
    hand_in(course, "alice", solved(course))
    frame, week = formgrader(page, lab)
    expect(week).to_have_count(1)
    expect(frame.locator(".alert")).to_have_count(0)  # such as "The exchange directory does not exist"
    press(frame, week.locator(".assign a"))  # Generate: the gradebook learns what there is to grade
    week.locator(".num-submissions a").click()
    alice = frame.locator("#main-table tr", has_text="alice")
    press(frame, alice.locator(".autograde a"))
    expect(alice.locator(".score")).to_have_text("20 / 20")


@pytest.mark.long
def test_student_submits_what_the_instructor_released(page, lab, course):
    # Breaks if the exchange cannot be written, or if the student's list and Formgrader look for two of them.
    frame, week = formgrader(page, lab)
    press(frame, week.locator(".release a"))
    choose(page, "Assignment List")
    page.locator("#released_assignments_list").get_by_role("button", name="Fetch").click()
    page.locator("#fetched_assignments_list").get_by_role("button", name="Submit").click()
    expect(page.locator("#submitted_assignments_list .item_name").first).to_have_text("week1")
    expect(page.locator("#nbgrader-assignment-list .list_error:visible")).to_have_count(0)
    choose(page, "Formgrader")
    press(frame, week.locator(".collect a"))
    assert any(path.parts[-3] != "alice" for path in course.root.glob("submitted/*/week1/*.ipynb"))


EXERCISE = ("expected_initial_loss", "test_expected_initial_loss_1")


def marks(cell):
    return cell.metadata.get("nbgrader", {}).get("grade_id")


@pytest.mark.long
def test_student_reads_what_is_wrong_and_mends_it(page, lab, course):
    # Breaks if a check does not say what is wrong, or that nothing is, where a student looks.
    notebook = released(course)
    imports = next(cell for cell in notebook.cells if cell.cell_type == "code")
    notebook.cells = [imports, *(cell for cell in notebook.cells if marks(cell) in EXERCISE)]
    (course.root / "walk").mkdir()
    nbformat.write(notebook, course.root / "walk/initialization.ipynb")
    page.goto(f"{lab}/tree/walk/initialization.ipynb?reset&token=secret")
    page.get_by_text("(ipykernel) | Idle").first.wait_for()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    expect(page.get_by_text("expected_initial_loss: not written yet")).to_be_visible()
    editor = page.locator(".jp-CodeCell .cm-content", has_text="def expected_initial_loss")
    active = page.locator(".jp-Cell.jp-mod-active .cm-content", has_text="def expected_initial_loss")
    told = {
        "np.log2": "cross-entropy is defined with the natural logarithm",
        "np.log": "all checks here pass.",
    }
    for function, message in told.items():
        editor.click()
        page.keyboard.press("Control+A")
        page.keyboard.insert_text(
            f"def expected_initial_loss(num_classes):\n    return {function}(num_classes)"
        )
        expect(active).to_have_count(1)
        page.keyboard.press("Shift+Enter")
        expect(active).to_have_count(0)  # but the check below, which is folded
        page.keyboard.press("Shift+Enter")
        expect(page.get_by_text(message)).to_be_visible()
    unsaved = page.locator(".lm-TabBar-tab.jp-mod-dirty")
    expect(unsaved).to_have_count(1)
    page.keyboard.press("Control+S")
    expect(unsaved).to_have_count(0)  # Validate saves, too, and would ask which of the two is to stay
    page.locator(".validate-button").get_by_text("Validate").click()
    shown = page.locator(".jp-Dialog #validation-message")
    expect(shown).to_have_text("Success! Your notebook passes all the tests.")


@pytest.mark.long
def test_instructor_gives_points_by_hand_and_everyone_reads_them(page, lab, course):
    # Breaks if a page of Formgrader fails on what we record, or if its buttons make other pages than ours.
    wrong = solved(course)
    cell = next(cell for cell in wrong.cells if marks(cell) == "expected_initial_loss")
    cell.source = "def expected_initial_loss(num_classes):\n    return num_classes"
    hand_in(course, "walter", wrong)
    course.register("week1")
    frame, week = formgrader(page, lab)
    week.locator(".num-submissions a").click()
    walter = frame.locator("#main-table tr", has_text="walter")
    press(frame, walter.locator(".autograde a"))
    expect(walter.locator(".score")).to_have_text("18 / 20")
    with course.gradebook() as gradebook:
        by_hand = gradebook.find_submission_notebook("initialization", "week1", "walter").id
    start = lab.removesuffix("lab") + "formgrader/"
    lists = {
        "manage_assignments": "week1",
        "manage_submissions/week1": "walter",
        "gradebook": "week1",
        "gradebook/week1": "initialization",
        "gradebook/week1/initialization": "Submission #",
        "manage_students": "walter",
        "manage_students/walter/week1": "initialization",
    }
    for name, told in lists.items():
        page.goto(start + name)
        expect(page.locator("#main-table")).to_contain_text(told)
    page.goto(f"{start}submissions/{by_hand}/?index=0")
    points = page.locator("#test_expected_initial_loss_1.score")
    expect(points).to_have_attribute("placeholder", "0")  # once the page has asked for it
    points.fill("1")
    points.blur()
    comment = page.locator("#expected_initial_loss-comment")
    comment.fill("Nearly: think of the logarithm.")
    comment.blur()
    for _ in range(PATIENCE):
        with course.gradebook() as gradebook:
            grade = gradebook.find_grade("test_expected_initial_loss_1", "initialization", "week1", "walter")
            texts = [comment.manual_comment for comment in grade.notebook.comments]
            if grade.manual_score == 1 and any(texts):
                break
        page.wait_for_timeout(1000)
    frame, week = formgrader(page, lab)
    week.locator(".num-submissions a").click()
    press(frame, walter.locator(".generate-feedback a"))
    told = (course.root / "feedback/walter/week1/initialization.html").read_text()
    assert "19 / 20" in told and "Nearly: think of the logarithm." in told
    standing = next(s for s in course.standings("week1") if s.student == "walter")
    assert standing.score == 19


@pytest.mark.long
@pytest.mark.parametrize("lesson", LESSONS.values(), ids=LESSONS)
def test_reader_drags_the_panel_of_a_lesson_from_end_to_end(page, lab, course, lesson):
    # Breaks if a panel does not follow its slider in JupyterLab, or stays behind with an earlier picture.
    path = ROOT / f"notebooks/{lesson}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    last = next(number for number, cell in enumerate(code) if "widgets." in cell.source)
    notebook.cells = [cell for cell in code[: last + 1] if not cell.id.endswith("figure")]
    (course.root / "lessons").mkdir(exist_ok=True)
    nbformat.write(notebook, course.root / "lessons" / path.name)
    page.goto(f"{lab}/tree/lessons/{path.name}?reset&token=secret")
    page.get_by_text("(ipykernel) | Idle").first.wait_for()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    image = page.locator(".widget-html img")
    image.wait_for()
    sliders = page.locator(".widget-slider").all()
    for slider in sliders:
        drag(page, slider, image)
    buttons = page.locator(".widget-toggle-button").all()
    assert sliders or buttons
    shown = {settled(page, image)}
    for button in [] if sliders else buttons:
        button.click()
        shown.add(settled(page, image))
    assert len(shown) > len(buttons) / 2 or sliders


def drag(page, slider, image):
    """Drag the handle of a slider from its first value to its last; see that the picture follows."""
    handle, readout = slider.locator(".noUi-handle"), slider.locator(".widget-readout")
    handle.press("Home")
    expect(handle).to_have_attribute("aria-valuenow", "0.0")
    first, least = settled(page, image), readout.inner_text()
    place, track = handle.bounding_box(), slider.locator(".noUi-target").bounding_box()
    middle = place["y"] + place["height"] / 2
    page.mouse.move(place["x"] + place["width"] / 2, middle)
    page.mouse.down()
    page.mouse.move(track["x"] + track["width"] + 5, middle, steps=12)
    page.mouse.up()
    expect(readout).not_to_have_text(least)
    assert settled(page, image) != first
    most = readout.inner_text()
    handle.press("End")
    assert readout.inner_text() == most  # the handle was at the end already


def settled(page, image):
    """Return the picture of a panel once it no longer changes."""
    before = None
    for _ in range(PATIENCE):
        now = image.get_attribute("src")
        if now == before and page.get_by_text("(ipykernel) | Idle").count():
            return now
        before = now
        page.wait_for_timeout(1000)
    pytest.fail("the picture does not come to rest")
