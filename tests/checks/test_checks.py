"""The vocabulary of the checks: what each word accepts, what it rejects, and what it says then."""

import ast
import re
import sys
import textwrap
from contextlib import nullcontext

import numpy as np
import pytest
from conftest import ROOT
from scipy import stats

from autograder.variants import read
from helpers import checks
from helpers.checks import distributions, remote
from helpers.checks.comparison import difference
from helpers.checks.hints import seen
from helpers.checks.messages import Call, CallRaised, CheckFailed, Finding, NotWritten, composed, to_read
from helpers.checks.result import Result
from helpers.checks.writing import described, short


def returns(value):
    """Return a student's function that returns this value."""

    def solution(*args, **kwargs):
        return value

    return solution


def result(value):
    return checks.call(returns(value), [3, 2, 1])


def test_a_message_names_function_property_call_and_hint():
    with pytest.raises(CheckFailed) as failed:
        result({"W1": np.ones((3, 2))}).has_arrays({"W1": (2, 3)})
    assert str(failed.value) == (
        "solution: W1 has shape (3, 2); it should be (2, 3).\n"
        "  called with   [3, 2, 1]\n"
        "  hint          it looks transposed"
    )
    # IPython shows exactly these lines, in a notebook and in Validate
    assert failed.value._render_traceback_() == str(failed.value).split("\n")


@pytest.mark.parametrize(
    "wrong",
    [
        {"b": np.zeros((2, 1))},
        {"W": np.zeros((2, 1)), "b": np.zeros((2, 1)), "c": 0},
        {"W": np.zeros((2, 1)), "b": np.zeros(2)},
        {"W": np.zeros((2, 1)), "b": np.zeros((2, 1), dtype=int)},
        {"W": [[0.0], [0.0]], "b": np.zeros((2, 1))},
        dict.fromkeys("Wb", np.zeros((2, 1))),
        [("W", np.zeros((2, 1))), ("b", np.zeros((2, 1)))],
    ],
    ids=["missing", "extra", "shape", "integers", "list", "shared", "no dict"],
)
def test_has_arrays_rejects(wrong):
    with pytest.raises(CheckFailed):
        result(wrong).has_arrays({"W": (2, 1), "b": (2, 1)})


@pytest.mark.parametrize("kind", [np.float32, np.float64])
def test_has_arrays_accepts_any_order_and_float(kind):
    right = {"b": np.zeros((2, 1), kind), "W": np.zeros((2, 3), kind)}
    result(right).has_arrays({"W": (2, 3), "b": (2, 1)})


@pytest.mark.parametrize(
    "expected, same",
    [
        (2.0, [2, np.float64(2), np.float32(2), np.array(2.0), 2 + 1e-12]),
        (np.array([1.0, 2.0]), [[1, 2], (1.0, 2.0), np.array([1, 2]), np.float32([1, 2])]),
        ([{"a": 1.0}], [({"a": 1.0},), [{"a": np.float32(1)}]]),
        (float("nan"), [np.nan]),
        (np.zeros((0, 3)), [np.ones((0, 3))]),
    ],
)
def test_equals_accepts_what_is_equal_up_to_its_precision(expected, same):
    for value in same:
        result(value).equals(expected)


@pytest.mark.parametrize(
    "expected, other",
    [
        (2.0, [2.000001, np.array([2.0]), "2", np.nan, None.__class__, np.float32(2.001)]),
        (np.array([1.0, 2.0]), [[1.0], [2.0, 1.0], [[1.0, 2.0]], [1.0, 2.0 + 1e-6], [1.0, np.inf]]),
        ([{"a": 1.0}], [[], [{}], [{"a": 1.0, "b": 2}], {"a": 1.0}, [{"a": 1.1}]]),
        (np.zeros(2), [[0.0, 1e-9]]),
        (np.array([1e6, 0.0]), [[1e6, 1.0]]),
    ],
)
def test_equals_rejects_what_is_not(expected, other):
    for value in other:
        with pytest.raises(CheckFailed):
            result(value).equals(expected)


def test_equals_names_the_known_mistake():
    with pytest.raises(CheckFailed, match="hint          this is in bits"):
        result(1.0).equals(np.log(2), mistakes={"upside down": 2.0, "this is in bits": 1.0})


@pytest.mark.parametrize(
    "expected, rounded",
    [
        (0.12345, 0.12),
        (np.array([0.12346, 1e-5]), np.array([0.1235, 0.0])),
        ({"a": [1 / 3], "b": 2}, {"a": [0.333333], "b": 2}),
    ],
)
def test_equals_says_what_is_rounded(expected, rounded):
    with pytest.raises(CheckFailed, match="hint +do not round"):
        result(rounded).equals(expected, hint="anything else")
    with pytest.raises(CheckFailed, match="hint +known"):
        result(rounded).equals(expected, mistakes={"known": rounded})


@pytest.mark.parametrize("expected, other", [(1e-9, 0.0), (0.997, 1.0), (0.12345, 0.124)])
def test_what_is_no_rounding_is_not_called_so(expected, other):
    with pytest.raises(CheckFailed, match="hint +anything else"):
        result(other).equals(expected, hint="anything else")


def test_a_mistake_may_be_told_by_a_function_that_never_sees_another_type():
    tiny = {"it is tiny": lambda value: value < 1e-6}
    with pytest.raises(CheckFailed, match="hint +it is tiny"):
        result(1e-9).equals(0.3, mistakes=tiny)
    with pytest.raises(CheckFailed, match="is of type str"):
        result("1e-9").equals(0.3, mistakes=tiny)


def test_few_numbers_are_written_out_so_that_the_call_can_be_repeated():
    W, b = np.array([[1 / 3, -2.0, 1e-9], [0.0, 7.0, 0.5]]), np.ones((2, 1))
    text = described(({"W1": W, "b1": b}, [np.array([1, 2])]), {"epsilon": 0.1})
    assert text == f"{{W1: {W.tolist()}, b1: {b.tolist()}}}, [[1, 2]], epsilon=0.1"
    text = described(({"W1": W, "b1": b}, np.zeros((1, 5))), {})
    assert text == "{W1: (2, 3), b1: (2, 1)}, [[0., 0., 0., 0., 0.]]"


def test_long_lines_go_on_in_the_next_one():
    call = Call("f", text="x" * 60 + ", " + "y" * 60)
    message = composed(call, Finding("is not right.", hint="short"))
    first, _, hint = message.split("\n")
    assert to_read(message) == [first, f"  called with   {'x' * 60},", " " * 16 + "y" * 60, hint]


def test_call_fails_when_an_argument_is_changed():
    def solution(X, parameters):
        parameters["W1"][0] += 1e-3
        return X

    with pytest.raises(CheckFailed, match="changes its argument"):
        checks.call(solution, np.ones(3), {"W1": np.ones(2)})


def test_what_may_be_written_into_is_a_copy_and_the_rest_may_not_change():
    def solution(parameters, grads):
        parameters["W1"] -= grads["dW1"]
        grads["dW1"] *= grads["dW1"] > 1
        return parameters

    parameters, grads = {"W1": np.ones(2)}, {"dW1": np.full(2, 3.0)}
    result = checks.call(solution, parameters, grads, may_change=[0])
    result.equals({"W1": np.full(2, -2.0)})
    assert parameters["W1"].tolist() == [1, 1]
    with pytest.raises(CheckFailed, match="changes its argument"):
        checks.call(solution, parameters, {"dW1": np.full(2, 0.5)}, may_change=[0])


def test_call_lets_a_generator_move_on():
    checks.call(lambda rng: rng.normal(), rng=np.random.default_rng(0))


def test_an_exception_shows_the_students_line_and_no_other():
    def solution(x):
        return np.zeros(3) @ np.zeros(4)

    with pytest.raises(CallRaised) as raised:
        checks.call(solution, 1)
    message = str(raised.value)
    assert "solution: raised ValueError: matmul" in message
    assert "in your code  solution, line" in message
    assert "return np.zeros(3) @ np.zeros(4)" in message
    assert message.count(", line ") == 1
    assert isinstance(raised.value.error, ValueError)


def test_a_function_that_is_not_written_says_so():
    def solution():
        raise NotImplementedError

    with pytest.raises(NotWritten, match="not written yet"):
        checks.call(solution)


def test_a_function_that_returns_nothing_is_asked_for_its_return():
    with pytest.raises(CheckFailed, match="does it end with a `return`"):
        result(None)


def test_raises_wants_exactly_this_exception():
    def solution(m):
        if m < 1:
            raise ValueError("no examples")
        return int("x") if m == 1 else {}[m] if m == 2 else m

    checks.raises(ValueError, solution, 0)
    with pytest.raises(CheckFailed, match="should raise ValueError here"):
        checks.raises(ValueError, solution, 3)
    with pytest.raises(CheckFailed, match="raised KeyError"):
        checks.raises(ValueError, solution, 2)


def test_two_calls_must_differ():
    first, same, other = (result({"W": np.full(3, value)}) for value in (1.0, 1.0, 2.0))
    first.differs_from(other, ["W"])
    with pytest.raises(CheckFailed, match="W is the same in two calls"):
        first.differs_from(same, ["W"])


def test_entries_from_the_same_draws_are_not_independent():
    draws = np.random.default_rng(0).normal(size=(100, 60))
    other = np.random.default_rng(1).normal(size=(50, 80))
    result({"a": draws, "b": other}).looks_independent(["a", "b"])
    with pytest.raises(CheckFailed, match="a and b hold the same draws"):
        result({"a": draws, "b": 3 * draws.reshape(60, 100)}).looks_independent(["a", "b"])


RNG = np.random.default_rng(0)
NOT_STANDARD_NORMAL = {
    "uniform": RNG.uniform(-(3**0.5), 3**0.5, (100, 50)),
    "signs": RNG.choice([-1.0, 1.0], (100, 50)),
    "shifted": RNG.normal(0.2, 1, (100, 50)),
    "positive": abs(RNG.normal(size=(100, 50))),
    "too wide": RNG.normal(0, 1.1, (100, 50)),
    "too narrow": RNG.normal(0, 0.9, (100, 50)),
    "one row": np.repeat(RNG.normal(size=(1, 50)), 100, axis=0),
    "one value": np.full((100, 50), 0.1),
    "not finite": np.where(RNG.random((100, 50)) < 0.01, np.nan, RNG.normal(size=(100, 50))),
    "Laplace": RNG.laplace(0, 0.5**0.5, (100, 50)),
    "two values": np.array([[0.9, -0.9]]),
    "clipped": np.clip(RNG.normal(size=(100, 50)), -1.5, 1.5),
}


@pytest.mark.parametrize("kind", NOT_STANDARD_NORMAL)
def test_looks_normal_rejects(kind):
    with pytest.raises(CheckFailed):
        result({"W": NOT_STANDARD_NORMAL[kind]}).looks_normal("W", std=1)


def test_looks_normal_accepts_float32_and_any_scale():
    for std in (1e-3, 1, 1e3):
        draws = np.random.default_rng(1).normal(0, std, (100, 50))
        result({"W": draws.astype(np.float32)}).looks_normal("W", std=std)


UNIT = np.random.default_rng(0).random(4000)
NOT_UNIFORM = {
    "beyond": UNIT * 1.01,
    "low": UNIT**2,
    "quarters": np.floor(UNIT * 4) / 4,
    "one value": np.full(4000, 0.5),
    "not finite": np.where(UNIT < 0.01, np.nan, UNIT),
    "few": UNIT[:20],
}


@pytest.mark.parametrize("kind", NOT_UNIFORM)
def test_looks_uniform_rejects(kind):
    result(UNIT).looks_uniform(None, 0, 1)
    result({"u": 3 * UNIT.astype(np.float32) - 1}).looks_uniform("u", -1, 2)
    with pytest.raises(CheckFailed):
        result(NOT_UNIFORM[kind]).looks_uniform(None, 0, 1)


@pytest.mark.parametrize("n", [5_000, 40_000])
def test_a_right_solution_fails_a_statistical_check_less_than_once_in_ten_million(n):
    sigmas = distributions.SIGMAS
    mean = 2 * stats.t.sf(sigmas, n - 1)  # the mean over the sample's own standard deviation
    width = sigmas * np.sqrt(2 * n)
    variance = stats.chi2.cdf(n - width, n) + stats.chi2.sf(n + width, n)
    p = distributions.WITHIN_ONE_STD
    width = sigmas * np.sqrt(n * p * (1 - p))
    share = stats.binom.cdf(np.ceil(n * p - width) - 1, n, p) + stats.binom.sf(n * p + width, n, p)
    correlation = 2 * stats.norm.sf(sigmas)
    assert p == pytest.approx(1 - 2 * stats.norm.sf(1), abs=1e-10)
    assert mean + variance + share + correlation < 1e-7


def test_smallest_first():
    assert checks.smallest_first([[5, 5, 2], [3, 1], [2, 1], [1, 1, 1]]) == [
        [2, 1],
        [3, 1],
        [1, 1, 1],
        [5, 5, 2],
    ]


def main():
    """Return where checks look for a notebook's names; a shell of another test may have taken the place."""
    return sys.modules["__main__"]


def test_a_neighbour_is_replaced_for_a_while_and_put_back(monkeypatch):
    monkeypatch.setattr(main(), "neighbour", lambda x: x, raising=False)
    with pytest.raises(ZeroDivisionError), checks.replaced("neighbour", lambda x: 10 * x):
        assert main().neighbour(2) == 20
        raise ZeroDivisionError
    assert main().neighbour(2) == 2


def test_a_neighbour_that_is_missing_is_there_for_a_while():
    with checks.replaced("missing_neighbour", lambda x: 10 * x):
        assert main().missing_neighbour(2) == 20
    assert not hasattr(main(), "missing_neighbour")


def test_several_neighbours_are_replaced_for_a_while(monkeypatch):
    monkeypatch.setattr(main(), "neighbour", lambda x: x, raising=False)
    with checks.stand_ins(neighbour=lambda x: 10 * x, missing_neighbour=abs):
        assert (main().neighbour(2), main().missing_neighbour(-2)) == (20, 2)
    assert main().neighbour(2) == 2 and not hasattr(main(), "missing_neighbour")


def test_lists_are_made_arrays_of_floats():
    made = checks.arrays(W1=[[1, 2]], b1=[[3]])
    assert checks.shapes(made) == {"W1": (1, 2), "b1": (1, 1)} and made["W1"].dtype == float


def test_sets_are_told_apart_whatever_their_order():
    one, other, same = (seen("f", "check", value) for value in ({"a", "b"}, {"a"}, {"b", "a"}))
    assert one.is_like(same) and not one.is_like(other)


def test_difference_leaves_aside_what_is_not_data():
    assert difference({"f": print, "rng": RNG}, {"f": len, "rng": None}) is None


def test_an_argument_that_is_changed_and_changed_back_is_as_it_was():
    def back_and_forth(array):
        array += 0.1
        array -= 0.1
        return array

    def both_ways(array):
        array += 1e-7
        array -= 2e-7
        array += 1e-7
        return array

    rng = np.random.default_rng(0)
    for size in (1, 1e-7, 1e-12, 1e-22, 1e-30):  # larger than the step, and lost in its rounding
        checks.call(back_and_forth, np.append(0, 0.3 + size * rng.normal(size=1000)))
        for step in (back_and_forth, both_ways):
            checks.call(step, np.append([0.0, 0.3, np.inf, np.nan], size * rng.normal(size=1000)))


@pytest.mark.parametrize(
    "write",
    [
        lambda array: array.__setitem__(0, 1e-10),
        lambda array: array.__setitem__(0, 1e-300),
        lambda array: np.maximum(array, 1e-15, out=array),
        lambda array: np.clip(array, 1e-17, 1, out=array),
        lambda array: array.__iadd__(1e-16),
        lambda array: np.nan_to_num(array, copy=False),
    ],
)
def test_a_change_below_rounding_is_one_if_it_is_no_rounding(write):
    def solution(array):
        write(array)
        return array

    for values in ([0.0, 0.3, np.nan], [1e-305, 0.3, np.nan]):
        with pytest.raises(CheckFailed, match="changes its argument"):
            checks.call(solution, np.array(values))
    with pytest.raises(CheckFailed, match="changes its argument"):
        checks.call(lambda array: array.__setitem__(0, 1e-10), np.array([1, 3]))  # cut off to 0


def test_single_precision_excuses_its_own_rounding_and_no_more():
    right = np.random.default_rng(0).normal(size=1000)
    assert difference(right, right.astype(np.float32)) is None
    assert difference(right, np.float32(np.log(np.exp(right.astype(np.float32))))) is None
    assert difference(right, np.float32(right * (1 + 9e-5)))
    assert difference(np.float32(2.5), np.float32(2.5 + 9e-5))


def test_small_entries_count_beside_large_ones():
    assert difference(np.array([9e8, 0.5]), np.array([9e8, 0.0]))
    assert difference(np.array([9e8, 0.5]), np.array([9e8 + 1, 0.5 + 1e-9])) is None


def test_a_hint_about_numbers_is_not_given_for_another_shape():
    with pytest.raises(CheckFailed, match="hint          mind the sign"):
        result(np.ones(2)).equals(np.zeros(2), hint="mind the sign")
    with pytest.raises(CheckFailed) as failed:
        result(np.ones(3)).equals(np.zeros(2), hint="mind the sign")
    assert "hint" not in str(failed.value)


@pytest.mark.parametrize(
    "value, expected, yours, right",
    [
        (3.0, 2.0, "3", "2"),
        (1.000001, 1.0, "1.000001", "1"),
        (np.array([[1.0, -0.0]]), np.array([[1.0, 2.5]]), "[[1, 0]]", "[[1, 2.5]]"),
        ([np.float64(1), 2], [1, 3], "2", "3"),
        (
            {"a": np.full(3, 0.5)},
            {"a": np.full(3, 2 / 3)},
            "[0.5, 0.5, 0.5]",
            "[0.666667, 0.666667, 0.666667]",
        ),
        ({"b", "a"}, {"c", "a"}, "{'a', 'b'}", "{'a', 'c'}"),
        (np.zeros(2), 0.0, "has shape (2,); it should be ()", "0"),
    ],
)
def test_an_example_shows_what_was_expected_and_a_call_never_does(value, expected, yours, right):
    with pytest.raises(CheckFailed) as failed:
        checks.example(returns(value), 1).equals(expected)
    assert f"your value    {yours}\n  expected      {right}" in str(failed.value)
    with pytest.raises(CheckFailed) as failed:
        checks.call(returns(value), 1).equals(expected)
    assert str(failed.value).endswith(f"your value    {yours}")


def test_a_part_of_an_example_is_one_too_and_many_numbers_are_never_shown():
    _, cache = checks.example(returns((0, {"b": np.zeros(2)})), 1).parts("A", "cache")
    with pytest.raises(CheckFailed, match="expected      1"):
        cache.only(["b"]).at("b", 0).equals(1)
    with pytest.raises(CheckFailed) as failed:
        checks.example(returns(np.zeros(9)), 1).equals(np.ones(9))
    assert "expected" not in str(failed.value)
    assert "differs in 9 of 9 entries" in str(failed.value)


@pytest.mark.parametrize(
    "value, text",
    [
        (np.float64(0.5), "0.5"),
        ((np.float64(0.5), np.int64(2)), "(0.5, 2)"),
        ([{"a": np.float32(0.25)}], "[{'a': 0.25}]"),
        ({"b": np.str_("x")}, "{'b': 'x'}"),
        ({np.str_("b"), "a"}, "{'a', 'b'}"),
        ((1,), "(1,)"),
        ([[np.array([1.0]), 2]], "[a list of 2 arrays]"),
        (list(range(100)), str(list(range(100)))[:77] + "..."),
    ],
)
def test_no_text_shows_how_numpy_writes_its_numbers(value, text):
    assert short(value) == text


def test_an_error_about_numpys_numbers_shows_them_plainly():
    with pytest.raises(CallRaised, match=r"raised KeyError: 0\.5\n"):
        checks.call(lambda x: {}[x], np.float64(0.5))


def test_a_long_list_of_numbers_is_cut_and_a_short_one_is_not():
    few, many = [1 / 3] * 6, [1 / 3] * 20
    assert described([few, {"rate": 1 / 7}], {}) == f"{few}, {{'rate': {1 / 7}}}"
    assert described([few, many], {}).endswith("...")


def test_who_passes_is_told_in_one_line_and_nothing_else(capsys):
    assert checks.passed(returns(1)) is None
    assert capsys.readouterr() == ("solution: all checks here pass.\n", "")


def test_the_grader_comes_in_by_one_door():
    names = {"neighbour": 1}
    with remote.grading(names, lambda function, times: lambda *args: [function(*args)] * times):
        with checks.replaced("neighbour", 2):
            assert names["neighbour"] == 2
        assert checks.calls(iter([7, 8]).__next__, 3).value == [7, 7, 7]
    assert names == {"neighbour": 1}
    assert checks.calls(iter([7, 8]).__next__, 2).value == [7, 8]


def test_what_another_process_tells_of_an_exception_is_believed():
    def solution(x):
        error = TypeError("no")
        remote.tell(error, ["theirs, line 3: x"], "(x, y)")
        raise error

    with pytest.raises(CallRaised) as raised:
        checks.call(solution, 1)
    assert "in your code  theirs, line 3: x" in str(raised.value)
    assert "it is defined as solution(x, y);" in str(raised.value)


DOCS = (ROOT / "docs/checks.md").read_text()
BLOCKS = re.findall(r"```python\n(.*?)```", DOCS, re.DOTALL)


def test_the_docs_list_every_word():
    words = {name for name in vars(checks.call(returns(1))) if name != "call"}
    words |= set(checks.__all__) | {name for name in vars(Result) if not name.startswith("_")}
    for path in (ROOT / "helpers/checks/subjects").glob("*.py"):
        tree = ast.parse(path.read_text())
        words |= {n.name for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef)}
    assert words - set(re.findall(r"`(\w+)`", DOCS)) == set()


def test_the_message_in_the_docs_is_the_one_that_comes():
    def softmax(Z):
        return np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)

    with pytest.raises(CheckFailed) as failed:
        exec(BLOCKS[0], {"np": np, "checks": checks, "softmax": softmax})
    assert textwrap.indent(str(failed.value), "    ") in DOCS


def test_the_exercise_in_the_docs_is_told_right_from_wrong(capsys, tmp_path):
    solution, test, variants = BLOCKS[-3:]
    names = {"np": np, "checks": checks}
    exec(solution + test, names)
    assert capsys.readouterr().out == "relu_slope: all checks here pass.\n"
    path = tmp_path / "relu_slope.py"
    path.write_text(variants)
    found = read(path, solution)
    assert [variant.right for variant in found] == [False] * 4 + [True]
    for variant in found:
        exec(variant.source, names)
        with nullcontext() if variant.right else pytest.raises(CheckFailed):
            exec(test, names)


# ── points by part ───────────────────────────────────────────────────────────────────────────────


def test_the_parts_in_the_docs_earn_their_own_points_and_say_what_failed(capsys):
    # Breaks if a part that fails stops the next one, if its message is lost or goes to the error stream, for
    # which nbgrader gives no points, or if its value is not a number to nbgrader.
    def softmax(Z):
        with np.errstate(all="ignore"):
            return np.exp(Z) / np.exp(Z).sum(axis=0)

    (check,) = (block for block in BLOCKS if block.startswith("parts = checks.Parts()"))
    *lines, last = check.splitlines()
    names = {"np": np, "checks": checks, "softmax": softmax}
    exec("\n".join(lines), names)
    points = eval(last, names)
    assert (points, repr(points)) == (2, "2.0")
    printed = capsys.readouterr()
    assert textwrap.indent(printed.out.rstrip(), "    ") in DOCS and not printed.err
    exec(
        check,
        names | {"softmax": lambda Z: np.exp(Z - Z.max(axis=0)) / np.exp(Z - Z.max(axis=0)).sum(axis=0)},
    )
    assert capsys.readouterr().out == "3 of 3 points: all checks here pass.\n"


@pytest.mark.parametrize(
    "missing", ["missing(1)", "import no_such_module", "raise NotImplementedError", "checks.call(unwritten)"]
)
def test_what_is_missing_fails_the_whole_check(missing):
    # Breaks if a function that is defined further down, or a module that the grader lacks, costs a part.
    def unwritten():
        raise NotImplementedError

    parts = checks.Parts()
    with pytest.raises((NameError, ImportError, NotImplementedError, NotWritten)), parts.worth(1, "one"):
        exec(missing, {"checks": checks, "unwritten": unwritten})
