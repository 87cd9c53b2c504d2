"""No helper is the answer to an exercise: each is tried as the student's function, by itself and adapted."""

import contextlib
import importlib
import inspect
import io
import itertools
import json
import os
import pkgutil
import signal
import subprocess
import sys
import time

import nbformat
import pytest
from conftest import ROOT

import helpers
from autograder.submission.cells import exercise_of, is_demo, is_test

pytestmark = pytest.mark.slow

NOTEBOOKS = sorted(f"{path.parent.name}/{path.stem}" for path in ROOT.glob("source/*/*.ipynb"))
OBVIOUS = {  # for what a helper wants and an exercise has not
    "memory": lambda have: have.get("v", have.get("s")),
    "gradients": lambda have: lambda *_: have["grads"],
    "t": lambda have: 1,
    "num_steps": lambda have: 1,
    "num_epochs": lambda have: 1,
    "seed": lambda have: 0,
    "Z": lambda have: next(iter(have.values())),
    "array": lambda have: next(iter(have.values())),
}


# They draw and print: nothing to return.
SHOW = ("helpers.plots", "helpers.panel", "helpers.widgets", "helpers.environment")


def public():
    """Yield every public function of `helpers`, and every method of what is made without arguments."""
    for module in pkgutil.walk_packages(helpers.__path__, "helpers."):
        if module.name.startswith(SHOW):
            continue
        module = importlib.import_module(module.name)
        for name, value in vars(module).items():
            here = getattr(value, "__module__", module.__name__) == module.__name__
            if name.startswith("_") or not callable(value) or not here:
                continue
            yield f"{module.__name__}.{name}", value
            if inspect.isclass(value):
                with contextlib.suppress(Exception):
                    made = value()
                    for method, bound in inspect.getmembers(made, callable):
                        if not method.startswith("_") or method == "__call__":
                            yield f"{module.__name__}.{name}().{method}", bound


def adapted(function, names):
    """Yield a function as it is, and with arguments matched by name; then the first of several results."""
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        yield function
        return
    with contextlib.suppress(TypeError):
        signature.bind(*names)
        yield function
    wanted = signature.parameters.values()
    needed = [p.name for p in wanted if p.default is p.empty and p.kind is p.POSITIONAL_OR_KEYWORD]
    if not needed or not set(needed) <= set(names) | set(OBVIOUS):
        return

    def by_name(*args, **kwargs):
        have = dict(zip(names, args, strict=False)) | kwargs
        return function(*(have[name] if name in have else OBVIOUS[name](have) for name in needed))

    yield by_name
    yield lambda *args, **kwargs: by_name(*args, **kwargs)[0]
    yield lambda *args, **kwargs: (by_name(*args, **kwargs)[0], by_name(*args, **kwargs)[1])


def run(source):
    """Run a cell in this process, as a notebook does."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        exec(compile(source, "<cell>", "exec"), vars(sys.modules["__main__"]))


def earned(function, exercise, test, seconds):
    """Tell whether a function passes a test cell of an exercise in time."""
    vars(sys.modules["__main__"])[exercise] = function
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            run(test)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    except BaseException:  # the time may be over in the very moment in which the clock is stopped
        return False
    return True


def answers(name):
    """Print, as JSON, the helpers that earn points in a notebook, and how many were tried."""
    signal.signal(signal.SIGALRM, lambda *_: (_ for _ in ()).throw(TimeoutError))
    cells = nbformat.read(ROOT / "source" / f"{name}.ipynb", as_version=4).cells
    cells = [cell for cell in cells if cell.cell_type == "code" and not is_demo(cell)]
    tests, found, tried = {}, [], 0
    for cell in filter(is_test, cells):
        tests.setdefault(exercise_of(cell), []).append(cell.source)
    candidates = list(public())
    for cell in itertools.filterfalse(is_test, cells):
        run(cell.source)
        exercise = cell.metadata.get("nbgrader", {}).get("grade_id")
        if exercise not in tests:
            continue
        right = vars(sys.modules["__main__"])[exercise]
        names = list(inspect.signature(right).parameters)
        for test in tests[exercise]:
            start = time.perf_counter()
            assert earned(right, exercise, test, 60), exercise
            seconds = 0.1 + 2 * (time.perf_counter() - start)
            for label, function in candidates:
                for one in adapted(function, names):
                    tried += 1
                    if earned(one, exercise, test, seconds):
                        found.append(f"{exercise}: {label}")
        vars(sys.modules["__main__"])[exercise] = right
    print(json.dumps([found, tried]))


@pytest.mark.long
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_no_helper_earns_points(name, tmp_path):
    if "tensorflow" in name:
        pytest.importorskip("tensorflow", reason="needs the extra `tensorflow`: see pyproject.toml")
    command = [sys.executable, __file__, name]
    where = os.environ | {"PYTHONPATH": str(ROOT / "tests")}  # of conftest
    run = subprocess.run(command, cwd=tmp_path, env=where, capture_output=True, text=True, timeout=300)
    assert run.returncode == 0, run.stderr
    found, tried = json.loads(run.stdout.splitlines()[-1])
    assert not found
    assert tried > 100


if __name__ == "__main__":
    answers(sys.argv[1])
