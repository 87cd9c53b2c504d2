"""What people write in notebooks costs nothing, or they are told what it was: cells, magics, names."""

import nbformat
import numpy as np
import pytest
from conftest import copy_course, hand_in, solved
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder.sandbox.sandbox import Sandbox
from autograder.submission.cells import imports_of
from helpers import checks
from helpers.checks.messages import CallRaised, NotAFunction

pytestmark = pytest.mark.slow

LOSS, ZEROS = "expected_initial_loss", "initialize_parameters_zeros"

# ── one line before the others costs nothing ─────────────────────────────────────────────────────

GO_ON = """
%matplotlib inline
%matplotlib notebook
%matplotlib widget
%matplotlib qt5
%matplotlib tk
%matplotlib agg
%matplotlib
%pylab
%pylab inline --no-import-all
%load_ext autoreload
%autoreload 2
%load_ext tensorboard
%load_ext line_profiler
%config InlineBackend.figure_format = "retina"
%config IPCompleter.greedy = True
%pwd
%ls
%cd ..
%cd /content/drive/MyDrive
%mkdir figures
%pip install seaborn
%conda install -y seaborn
%store -r x
%history -n 1
%who
%whos
%env OMP_NUM_THREADS=1
%xmode Verbose
%colors Linux
%precision 4
%gui qt
%run setup.py
%load solution.py
%timeit sum(range(9))
%tensorflow_version 2.x
%nbdev_default_export core
%no_such_magic at all
here = %pwd
get_ipython().run_line_magic("matplotlib", "widget")
get_ipython().magic("matplotlib qt")
get_ipython().system("ls")
files = get_ipython().getoutput("ls")
shell = get_ipython().kernel.shell
from IPython import get_ipython; get_ipython().run_line_magic("load_ext", "autoreload")
!pwd
!ls -la
!pip install --upgrade numpy
!python -m pip install torch
!apt-get install -y graphviz
!wget -q http://example.org/data.csv
!git clone https://example.org/course.git
!nvidia-smi
!no_such_program
!cat {shell}
files = !ls
import seaborn as sns
import torch, torchvision
import google.colab
from google.colab import drive, files
from my_utils import *
from tensorflow.keras.layers import NoSuchLayer
import matplotlib; matplotlib.use("TkAgg")
import matplotlib.pyplot as plt; plt.switch_backend("QtAgg")
import matplotlib.pyplot as plt; plt.ion()
import matplotlib.pyplot as plt; plt.plot([1, 2]); plt.show()
import matplotlib.pyplot as plt; plt.style.use("ggplot")
from IPython.display import display, clear_output, HTML; clear_output(); display(HTML("<b>hi</b>"))
import ipywidgets; ipywidgets.interact(lambda x: x, x=3);
import os; os.system("ls")
import os, getpass; os.getlogin(), getpass.getuser()
import socket; socket.gethostname()
import subprocess; subprocess.run(["ls"])
import warnings; warnings.filterwarnings("ignore")
import asyncio; await asyncio.sleep(0)
import tqdm.notebook; list(tqdm.notebook.tqdm(range(3)));
print(_, __, Out, In[-1], _i)
print(__name__ == "__main__")
display("shown")
exit
quit()
?print
print?
""".strip().splitlines()

# These stop their cell in a kernel as well, or would: what it defines further down is there all the same.
STOPS = [
    "import seaborn as sns; sns.set_theme()",
    "from multiprocessing import Pool\nwith Pool(2) as pool: pool.map(abs, [1])",
    "from concurrent.futures import ProcessPoolExecutor as Pool\nwith Pool(2) as p: list(p.map(abs, [1]))",
    "import resource; resource.setrlimit(resource.RLIMIT_AS, (2**33, 2**33))",
    "name = input('name? ')",
    "import os; os.chdir('/content')",
    "open('settings.json').read()",
    "import urllib.request; urllib.request.urlopen('http://example.org')",
    "raise SystemExit",
    "1 / 0",
    "assert False, 'run this only once'",
    "drive.mount('/content/drive')",
    "import locale; locale.setlocale(locale.LC_ALL, 'xx_YY.UTF-8')",
    "import os; os.setpriority(0, 0, 5)",
]
DEFINES = "\nimport numpy as np\nsize = 2\ndef answer():\n    return np.full(size, 7.0)"
CELL_MAGICS = ["%%time", "%%time -n", "%%capture", "%%capture out", "%%prun -q", "%%memit", "%%heat"]


@pytest.fixture(scope="module")
def sandbox():
    sandbox = Sandbox(memory_mb=1024)
    yield sandbox
    sandbox.close()


def answer_after(sandbox, *cells):
    """Return what the function `answer` gives after these cells, and their outputs."""
    with sandbox.candidate() as line, line.lasting(60) as peer:
        peer.request("begin", ["import numpy as np"], False, [])
        outputs = [output for cell in cells for output in peer.request("run", cell)["outputs"]]
        found = peer.request("look_up", ["answer", "size"])
        return found["answer"]() if "answer" in found else None, outputs


@pytest.mark.parametrize("first", GO_ON)
def test_the_rest_of_the_cell_runs(sandbox, first):
    value, outputs = answer_after(sandbox, first + DEFINES)
    assert np.array_equal(value, [7, 7])
    assert not [output for output in outputs if "traceback" in output]


@pytest.mark.parametrize("first", STOPS, ids=lambda text: text[:40])
def test_what_a_cell_defines_is_there_though_it_stops(sandbox, first):
    value, outputs = answer_after(sandbox, first + DEFINES)
    assert np.array_equal(value, [7, 7])
    assert [output for output in outputs if "traceback" in output]


@pytest.mark.parametrize("magic", CELL_MAGICS)
def test_a_cell_under_a_magic_runs(sandbox, magic):
    assert np.array_equal(answer_after(sandbox, magic + DEFINES)[0], [7, 7])


def test_a_cell_that_stops_overrides_nothing(sandbox):
    """Some raise an exception on purpose, to leave old code out."""
    old = "raise Exception('old')\ndef answer():\n    return 1"
    assert answer_after(sandbox, "def answer():\n    return 2", old)[0] == 2


def test_values_are_shown_and_numbered_as_in_a_kernel(sandbox):
    cells = ["6 * 7", "_ + 1;", "_1, In[1], Out[1]", "%%time\n'timed'"]
    _, outputs = answer_after(sandbox, *cells)
    assert [o["data"]["text/plain"] for o in outputs] == ["42", "(42, '6 * 7', 42)", "'timed'"]


@pytest.mark.parametrize(
    "gone", ["%reset -f", "del np", "globals().clear()", "%xdel np", "np = None; del np"]
)
def test_what_the_notebook_imports_comes_back(sandbox, gone):
    assert np.array_equal(answer_after(sandbox, gone, DEFINES.replace("import numpy as np", ""))[0], [7, 7])


def test_what_the_student_makes_of_an_imported_name_stays(sandbox):
    assert answer_after(sandbox, "np = 5", "def answer():\n    return np")[0] == 5


RENAMED = "def answer(n, generator=None):\n    return np.ones(n)"


def test_a_renamed_argument_is_told(sandbox):
    with sandbox.candidate() as line, line.lasting(60) as peer:
        peer.request("run", RENAMED)
        answer = peer.request("look_up", ["answer"])["answer"]
        with pytest.raises(CallRaised, match=r"it is defined as answer\(n, generator=None\)") as raised:
            checks.call(answer, 3, rng=None)
    assert "called with   3, rng=None" in str(raised.value)
    names = {"np": np}
    exec(RENAMED, names)
    with pytest.raises(CallRaised) as here:  # as the student is told by Validate
        checks.call(names["answer"], 3, rng=None)
    assert str(here.value) == str(raised.value)


def test_an_error_of_type_within_a_function_is_no_matter_of_its_arguments(sandbox):
    with sandbox.candidate() as line, line.lasting(60) as peer:
        peer.request("run", "def answer(n):\n    return n + ''")
        with pytest.raises(CallRaised, match="unsupported operand") as raised:
            checks.call(peer.request("look_up", ["answer"])["answer"], 3)
    assert "it is defined as" not in str(raised.value)


def test_what_is_no_function_is_told_without_a_grader():
    with pytest.raises(NotAFunction, match=r"is a number here \(2\.5\), not the function"):
        checks.call(2.5, 1)


def test_the_imports_of_the_instructor_are_those_that_students_see():
    cells = [new_code_cell("%matplotlib inline\nimport numpy as np"), new_code_cell("from math import log")]
    cells[1].metadata["nbgrader"] = {"grade": True, "solution": False}
    assert imports_of(new_notebook(cells=cells)) == ["import numpy as np"]


# ── graded for real ──────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course with the first two exercises of a notebook: their checks take little time."""
    course = copy_course(tmp_path_factory.mktemp("odd"))
    for part in ("source", "release"):
        path = course.root / part / "week1/initialization.ipynb"
        notebook = nbformat.read(path, as_version=4)
        del notebook.cells[notebook.cells.index(cell_of(notebook, f"test_{LOSS}_1")) + 1 :]
        nbformat.write(notebook, path)
    course.config.Sandbox.cell_timeout = 10
    course.register("week1")
    return course


def cell_of(notebook, grade_id):
    return next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == grade_id)


def first(text):
    """Write something before the imports."""

    def edit(notebook):
        notebook.cells[1].source = f"{text}\n{notebook.cells[1].source}"

    return edit


def before(text, exercise=LOSS):
    """Write something at the top of the cell of an answer."""

    def edit(notebook):
        cell_of(notebook, exercise).source = f"{text}\n{cell_of(notebook, exercise).source}"

    return edit


def after(text, exercise=LOSS):
    """Write something at the end of the cell of an answer."""

    def edit(notebook):
        cell_of(notebook, exercise).source += f"\n{text}"

    return edit


def changed(old, new, exercise=LOSS):
    """Change an answer."""

    def edit(notebook):
        cell = cell_of(notebook, exercise)
        assert old in cell.source
        cell.source = cell.source.replace(old, new)

    return edit


def written(text, exercise=LOSS):
    """Write another answer."""

    def edit(notebook):
        cell_of(notebook, exercise).source = text

    return edit


def extra(text, make=new_code_cell):
    """Add a cell."""

    def edit(notebook):
        notebook.cells.insert(3, make(text, id=f"extra-{len(notebook.cells)}"))

    return edit


def uses(name, *edits):
    """Let the answer for the loss use a name, after other changes."""

    def edit(notebook):
        for other in edits:
            other(notebook)
        changed("return np", f"{name}\n    return np")(notebook)

    return edit


def moved(grade_id, place):
    """Put a cell elsewhere."""

    def edit(notebook):
        cell = cell_of(notebook, grade_id)
        notebook.cells.remove(cell)
        notebook.cells.insert(len(notebook.cells) if place is None else place, cell)

    return edit


def written_below(notebook):
    """Leave the cell of the answer as it was handed out, and answer in a cell at the end."""
    cell = cell_of(notebook, LOSS)
    notebook.cells.append(new_code_cell(cell.source, id="below"))
    cell.source = f"def {LOSS}(num_classes):\n    raise NotImplementedError()"


def no_imports(notebook):
    """Write an import cell that cannot be read."""
    notebook.cells[1].source = "import numpy as np ("


COSTS_NOTHING = {
    "magics first": first("%matplotlib widget\n%load_ext autoreload\n%autoreload 2\n!pip install x\n%pylab"),
    "imports that fail first": first("import seaborn as sns\nfrom google.colab import drive\nsns.set()"),
    "a pool of processes first": first("from multiprocessing import Pool\nPool(2).map(abs, [1])"),
    "the imports do not run": no_imports,
    "an endless loop below an answer": after(f"{LOSS}(2)\nwhile True: pass"),
    "a crash below an answer": after("import os; os._exit(1)"),
    "a reset after the imports": extra("%reset -f"),
    "all names cleared": extra("globals().clear()"),
    "imports deleted": extra("del np, checks"),
    "an unknown cell magic": before("%%memit"),
    "an import that fails in an answer": before("from tkinter_ import Y"),
    "an answer at the end": moved(LOSS, None),
    "a check above its answer": moved(f"test_{LOSS}_1", 2),
    "an answer in a cell of its own at the end": written_below,
    "a helper below its use": uses("helper()", lambda nb: nb.cells.append(new_code_cell("def helper(): 1"))),
}


@pytest.mark.parametrize("what", COSTS_NOTHING)
def test_it_costs_nothing(course, what):
    notebook = solved(course)
    COSTS_NOTHING[what](notebook)
    hand_in(course, what.replace(" ", "_"), notebook)
    submission = course.grade_one("week1", what.replace(" ", "_"))
    assert submission.problem is None
    assert [c.message for n in submission.notebooks.values() for c in n.checks if c.message] == []


TOLD = {  # what was done, and what its author is told
    "no-break space": (changed("    return", "    return\u00a0"), ["line 11", "U+00A0 is no-break space"]),
    "null": (
        changed("    return np", "    return np\0"),
        ["cannot be read", "U+0000 is a control"],
    ),
    "zero-width space": (changed("return np", "return \u200bnp"), ["line 11", "U+200B is zero width space"]),
    "quotation marks": (changed('"""Return', "\u201cReturn"), ["line 2", "left double quotation mark"]),
    "minus sign": (changed("return np", "return \u2212np"), ["U+2212 is minus sign"]),
    "newer f-string": (
        changed("return np", 'print(f"{", ".join("ab")}")\n    return np'),
        ["f-string", "The grader runs Python 3."],
    ),
    "newer Python": (
        lambda notebook: [
            notebook.metadata.update(language_info={"name": "python", "version": "3.99.1"}),
            before("type number[T] = int | T ?!")(notebook),
        ],
        ["SyntaxError", "The grader runs Python 3."],
    ),
    "indentation": (changed("    return", "   return"), ["IndentationError", "in line 11"]),
    "renamed": (changed("def expected_", "def expect_"), ["there is `expect_initial_loss`: was it renamed?"]),
    "other spelling": (changed(LOSS, "expected_initial_lost"), ["there is `expected_initial_lost`"]),
    "other words": (changed(LOSS, "my_answer"), ["there is `my_answer`: was it renamed?"]),
    "argument missing": (
        changed("(num_classes):", "():"),
        ["called with   10", "it is defined as expected_initial_loss();"],
    ),
    "argument added": (
        changed("(num_classes)", "(num_classes, base)"),
        ["called with   10", "it is defined as expected_initial_loss(num_classes, base);"],
    ),
    "overwritten": (after(f"{LOSS} = {LOSS}(10)"), ["`expected_initial_loss` is a number here (2.303)"]),
    "overwritten by text": (after(f"{LOSS} = 'done'"), ["is a str here ('done'), not the function"]),
    "overwritten by None": (after(f"{LOSS} = print()"), ["is None here, not the function"]),
    "overwritten by an array": (after(f"{LOSS} = np.ones(2)"), ["is an ndarray here ([1., 1.])"]),
    "deleted": (after(f"del {LOSS}"), ["deletes it", "starts `def expected_initial_loss(num_classes):`"]),
    "cell removed": (
        lambda notebook: notebook.cells.remove(cell_of(notebook, LOSS)),
        ["no cell of the notebook defines it"],
    ),
    "%%timeit": (before("%%timeit"), ["starts with %%timeit, so it defines nothing"]),
    "%%writefile": (before("%%writefile answer.py"), ["starts with %%writefile, so it defines nothing"]),
    "%%bash": (before("%%bash"), ["starts with %%bash, so it defines nothing"]),
    "in a class": (
        written(f"class Answer:\n    def {LOSS}(n):\n        return np.log(n)"),
        ["its `def` is indented, inside something else"],
    ),
    "commented out": (
        lambda notebook: setattr(
            cell_of(notebook, LOSS), "source", f"# def {LOSS}(n):\n#     return np.log(n)"
        ),
        ["its `def` is commented out"],
    ),
    "module beside the notebook": (
        uses("scale(2)", extra("from my_utils import scale")),
        ["scale: `from my_utils import scale` failed", "only the notebook is graded"],
    ),
    "all of a module beside it": (
        uses("scale(2)", extra("from my_utils import *")),
        ["scale: `from my_utils import *` failed", "only the notebook is graded"],
    ),
    "module that is not here": (
        uses("sns.scale(2)", first("import seaborn_ as sns")),
        ["sns: `import seaborn_ as sns` failed: ModuleNotFoundError"],
    ),
    "file beside the notebook": (
        uses("scale * 2", extra("scale = np.load('scale.npy')")),
        ["stopped at `scale = np.load('scale.npy')`: FileNotFoundError", "only the notebook is graded"],
    ),
    "helper in a cell that cannot be read": (
        uses("scale(2)", extra("def scale(n:\n    return n")),
        ["scale: its cell, which starts `def scale(n:`, cannot be read: SyntaxError"],
    ),
    "value in a cell that stopped": (
        uses("scale * 2", extra("x = 1 / 0\nscale = x")),
        ["scale: its cell, which starts `x = 1 / 0`, stopped at `x = 1 / 0`: ZeroDivisionError"],
    ),
    "value that hangs on another": (
        uses("scale * 2", extra("scale = 2 * raw"), extra("raw = open('raw.txt').read()")),
        ["stopped at `scale = 2 * raw`", "`raw`: its cell", "FileNotFoundError"],
    ),
    "value in a cell that ended its process": (
        uses("scale * 2", extra("import os; os._exit(3)\nscale = 2")),
        ["scale: its cell ended its process (exit status 3)"],
    ),
    "helper in Markdown": (
        uses(
            "scale(2)",
            lambda nb: nb.cells.insert(3, new_markdown_cell("def scale(n):\n    return n", id="m")),
        ),
        ["scale: its cell is a Markdown cell"],
    ),
    "helper misspelt": (uses("scal(2)", extra("def scale(n):\n    return n")), ["there is `scale`"]),
    "helper deleted": (
        uses("scale(2)", extra("%reset -f"), extra("def scale(n):\n    return n")),
        ["scale: the cell that starts `%reset -f` deletes it"],
    ),
}


@pytest.mark.parametrize("what", TOLD)
def test_why_is_told(course, what):
    edit, words = TOLD[what]
    notebook, student = solved(course), "told-" + "".join(c if c.isalnum() else "-" for c in what)
    edit(notebook)
    hand_in(course, student, notebook)
    submission = course.grade_one("week1", student)
    (lost,) = [c for n in submission.notebooks.values() for c in n.checks if c.score == 0]
    assert not [word for word in words if word not in lost.message], lost.message


KEYS = {
    "\uff37": "whose character 1 is another one: fullwidth latin capital letter w",
    "\u0428": "whose character 1 is another one: cyrillic capital letter sha",
    "w": "upper and lower case differ",
    " W": "with extra spaces",
    "W\u200b": "with a character that does not show",
    "weights": "your value    has the entries 'weights1', 'b1'",
}


@pytest.mark.parametrize("key", KEYS)
def test_a_key_that_looks_like_another_is_told(course, key):
    notebook, student = solved(course), f"key-{ord(key[-1])}"
    changed('f"W{l}"', f'f"{key}{{l}}"', ZEROS)(notebook)
    hand_in(course, student, notebook)
    submission = course.grade_one("week1", student)
    (lost,) = [c for n in submission.notebooks.values() for c in n.checks if c.score == 0]
    assert "has no entry 'W1'" in lost.message and KEYS[key] in lost.message
