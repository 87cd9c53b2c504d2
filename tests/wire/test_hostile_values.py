"""Messages that nobody honest sends: refused, in little time and memory, and without harm to this process."""

import subprocess
import sys
import time
import tracemalloc

import msgpack
import numpy as np
import pandas as pd
import pytest
import scipy.sparse
import sympy

from autograder.wire.codec import Codec
from autograder.wire.errors import WireError

NUMBERS = np.arange(8, dtype=np.int64)  # what the arrays of these messages hold
MOMENT = ["array", "<M8[ns]", [2], 0, 16]


def ints(*numbers):
    """Return the tree of an array of whole numbers below 8, one after the other."""
    return ["array", "<i8", [len(numbers)], 8 * numbers[0], 8 * len(numbers)] if numbers else EMPTY


EMPTY = ["array", "<i8", [0], 0, 0]
FAR = ["array", "<i8", [2], 48, 16]  # 6 and 7
NEGATIVE = ["array", "<i8", [1], 64, 8]  # -1
NEAR = ["array", "<i8", [2], 0, 16]  # 0 and 1
WORDS = ["index", None, ["objects", [2], ["list", ["a", "b"]]], None]
TWICE = ["index", None, ["objects", [2], ["list", ["a", "a"]]], None]


def whole(number):
    return ["rational", str(number), "1"]


def symbol(name):
    return ["symbol", name, []]


def nested(depth):
    return ["node", "sin", nested(depth - 1)] if depth else whole(1)


REFUSED = {
    # SciPy's compiled code would read foreign memory
    "sparse: a row that is not there": ["sparse", "csr_matrix", [2, 2], NEAR, FAR, NEAR],
    "sparse: a column that is not there": ["sparse", "csc_array", [9, 2], NEAR, NEAR, FAR],
    "sparse: a row before the first": ["sparse", "coo_matrix", [2, 2], NEGATIVE, NEGATIVE, NEGATIVE],
    "sparse: fewer rows than entries": ["sparse", "csr_matrix", [2, 2], NEAR, EMPTY, NEAR],
    "sparse: a diagonal that is not there": [
        "sparse",
        "dia_matrix",
        [2, 2],
        ["array", "<f8", [1, 1], 0, 8],
        ints(7),
    ],
    "sparse: a diagonal twice": [
        "sparse",
        "dia_matrix",
        [9, 9],
        ["array", "|u1", [2, 1], 0, 2],
        ["array", "|i1", [2], 1, 2],
    ],
    "sparse: gigantic": ["sparse", "csr_matrix", [2**40, 1], EMPTY, EMPTY, EMPTY],
    "sparse: many rows, many times": [
        "list",
        [["sparse", "lil_matrix", [2**19, 1], EMPTY, EMPTY, EMPTY]] * 9,
    ],
    "sparse: another class": ["sparse", "os", [2, 2], NEAR, NEAR, NEAR],
    "sparse: texts": ["sparse", "csr_matrix", [2, 2], ["array", "<U1", [2], 0, 8], NEAR, NEAR],
    # fields of records
    "record: objects": ["array", [["a", "O", []]], [1], 0, 8],
    "record: an object within": ["array", [["a", [["b", "|O8", []]], []]], [1], 0, 8],
    "record: offsets": ["array", {"names": ["a"], "formats": ["<i8"], "offsets": [-8]}, [1], 0, 8],
    "record: nothing": ["array", [], [1], 0, 8],
    "record: a name twice": ["array", [["a", "<i4", []], ["a", "<i4", []]], [1], 0, 8],
    "record: gigantic": ["array", [["a", "<i8", [2**30, 2**30]]], [1], 0, 8],
    "record: negative": ["array", [["a", "<i8", [-1]]], [1], 0, 8],
    "record: ever deeper": [
        "array",
        [["a", [["a", [["a", [["a", [["a", "<i8", []]], []]], []]], []]], []]],
        [1],
        0,
        8,
    ],
    "moments: no unit": ["array", "<M8[0s]", [1], 0, 8],
    "objects: fewer than claimed": ["objects", [2**40], ["list", [1]]],
    "masked: another shape": ["masked", NEAR, ["array", "|b1", [1], 0, 1], ["array", "<i8", [], 0, 8], False],
    # numbers that would fill the memory
    "decimal: exponent": ["decimal", "1e999999999"],
    "decimal: digits": ["decimal", "9" * 10**6],
    "fraction: nothing below": ["fraction", 1, 0],
    "fraction: no number": ["fraction", 1.5, 1],
    "range: gigantic": ["range", 0, ["int", "9" * 30], 1],
    "range: no step": ["range", 0, 1, 0],
    "polynomial: long": ["poly1d", ["array", "|u1", [2000], 0, 2000], "x"],
    "polynomial: no number": ["poly1d", ["array", "<M8[s]", [2], 0, 16], "x"],
    # what would be code, or is looked up
    "pattern: debug": ["pattern", "a", 128],
    "pattern: long": ["pattern", "(" * 10**5, 0],
    "pattern: no pattern": ["pattern", "(", 0],
    "zone: a file": ["zone", "../../etc/passwd"],
    "zone: absolute": ["zone", "/etc/passwd"],
    "type: a function": ["type", "eval"],
    "type: another": ["type", "builtins.eval"],
    "exception: no exception": ["exception", "eval", ["tuple", ["1"]]],
    "exception: ends the grader": ["exception", "SystemExit", ["tuple", []]],
    "exception: reads before a text": [
        "exception",
        "UnicodeDecodeError",
        ["tuple", ["a", b"b", -9, -8, "c"]],
    ],
    "named tuple: code": ["namedtuple", "P", ["x=print(1)"], [1]],
    "named tuple: a name of ours": ["namedtuple", "P", ["_make"], [1]],
    "named tuple: other fields": ["namedtuple", "P", ["x", "y"], [1]],
    "named tuple: many classes": ["list", [["namedtuple", f"P{n}", ["x"], [1]] for n in range(1000)]],
    "default: a function": ["defaultdict", [], ["constant", "Ellipsis"]],
    "default: another type": ["defaultdict", [], ["type", "numpy.float64"]],
    # pandas
    "categories: a code without one": ["categorical", FAR, WORDS, False],
    "categories: the same twice": ["categorical", NEAR, TWICE, False],
    "levels: a code without a name": ["multi_index", ["list", [WORDS]], ["list", [FAR]], ["list", [None]]],
    "levels: a code below": [
        "multi_index",
        ["list", [WORDS]],
        ["list", [["array", "<i8", [1], 72, 8]]],
        ["list", [None]],
    ],
    "levels: the same twice": ["multi_index", ["list", [TWICE]], ["list", [NEAR]], ["list", [None]]],
    "levels: of unequal length": [
        "multi_index",
        ["list", [WORDS, WORDS]],
        ["list", [NEAR, EMPTY]],
        ["list", [None, None]],
    ],
    "frame: columns of unequal length": ["frame", WORDS, ["range_index", 0, 2, 1, None], NEAR, ints(3)],
    "frame: fewer columns than names": ["frame", WORDS, ["range_index", 0, 2**20, 1, None], NEAR],
    "frame: many columns": ["frame", WORDS, WORDS, *[NEAR] * 20_000],
    "frame: a table as a column": ["frame", WORDS, ["range_index", 0, 1, 1, None], ["frame", WORDS, WORDS]],
    "series: two dimensions": ["series", ["array", "<i8", [2, 1], 0, 16], WORDS, None],
    "series: a name that cannot be one": ["series", NEAR, WORDS, ["list", []]],
    "index: gigantic": ["range_index", 0, 2**60, 1, None],
    "index: a frequency that is code": ["index", "eval(1)", MOMENT, None],
    "index: not as regular as it says": ["index", "D", MOMENT, None],
    "strings: no strings": ["strings", "python", "nan", ["objects", [1], ["list", [1]]]],
    "strings: of another library": ["strings", "os", "nan", ["objects", [1], ["list", ["a"]]]],
    "nullable: unequal": ["nullable", "Int", NEAR, ["array", "|b1", [1], 0, 1]],
    "nullable: another": ["nullable", "Sparse", NEAR, ["array", "|b1", [2], 0, 2]],
    "intervals: backwards": [
        "intervals",
        ["index", None, ints(3), None],
        ["index", None, ints(1), None],
        "left",
    ],
    # SymPy
    "sympy: a name that is code": ["sympy", symbol("__import__('os')")],
    "sympy: a name that is a text": ["sympy", symbol("'a'")],
    "sympy: a function of Python's": ["sympy", ["call", "eval", whole(1)]],
    "sympy: a function of NumPy's": ["sympy", ["call", "load", whole(1)]],
    "sympy: a function of its own": ["sympy", ["node", "lambdify", whole(1)]],
    "sympy: a class that holds texts": ["sympy", ["node", "Symbol", whole(1)]],
    "sympy: a text": ["sympy", "x"],
    "sympy: deep": ["sympy", nested(200)],
    "sympy: many digits": ["sympy", ["rational", "9" * 5000, "1"]],
    "sympy: a gigantic exponent": ["sympy", ["float", "1", 10**9, 53]],
    "sympy: nothing below": ["sympy", ["rational", "1", "0"]],
    "sympy: assumptions that contradict": [
        "sympy",
        ["symbol", "x", [["positive", True], ["negative", True]]],
    ],
    "sympy: another assumption": ["sympy", ["symbol", "x", [["__class__", True]]]],
    "sympy: a matrix without entries": ["sympy_matrix", "MutableDenseMatrix", 10**9, 0, []],
}
ENTRIES = NUMBERS.tobytes() + np.array([-1, -2]).tobytes()


def message(tree, entries=ENTRIES):
    packed = msgpack.packb(tree)
    return len(packed).to_bytes(4, "big") + packed + entries


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_at_once(name):
    assert scipy.sparse and pd and sympy  # or all would be objects of the other side
    hostile = message(REFUSED[name], ENTRIES + bytes(10**4))
    started = time.thread_time()
    with pytest.raises(WireError, match="malformed message"):
        Codec().loads(hostile)
    assert time.thread_time() - started < 2


def test_a_power_that_nobody_can_compute_stays_one():
    tower = ["node", "Pow", whole(10), ["node", "Pow", whole(10), whole(10**10)]]
    found = Codec().loads(message(["sympy", ["node", "Mul", tower, ["node", "sin", tower]]]))
    assert found.args[0] == found.args[1].args[0] and found.is_commutative


def test_no_expression_becomes_code_that_calls_something():
    """The names of symbols and functions are all that `lambdify` writes down as it came."""
    made = 0
    for name in (
        *"xfz",
        "y_1",
        "alpha",
        "open",
        "exec",
        "x.y",
        "f(1)",
        "x[0]",
        "a b",
        "lambda",
        "x_{1}",
        r"\mu",
    ):
        for tree in (symbol(name), ["call", name, whole(1)]):
            try:
                found = Codec().loads(message(["sympy", tree]))
            except WireError:
                continue
            made += 1
            is_own = isinstance(found, sympy.core.function.AppliedUndef)
            assert str(found).count("(") == is_own and not set(str(found)) & set(".['\"=:;\n ")
            assert not is_own or name not in dir(__builtins__)
    assert made == 15


def test_one_array_that_many_values_copy_takes_no_more_memory_than_a_message_may():
    column = ["array", "|i1", [2**20], 0, 2**20]
    rows = ["range_index", 0, 2**20, 1, None]
    copies = ["list", [column, *[["series", ["same", 0], rows, None]] * 1000]]
    tracemalloc.start()
    with pytest.raises(WireError):
        Codec().loads(message(copies, bytes(2**20)))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 200 * 2**20


def test_moments_at_the_ends_of_time_do_no_harm():
    """pandas computes with them in compiled code, so this has a process of its own."""
    code = (
        "import itertools, msgpack, pandas as pd\n"
        "from autograder.wire.codec import Codec\n"
        "ends = (2**62, -(2**62), 2**63 - 1, 1 - 2**63, -(2**63))\n"
        "for unit, end in itertools.product(('s', 'ms', 'us', 'ns'), ends):\n"
        "    data = end.to_bytes(8, 'little', signed=True)\n"
        "    array, scalar = ['array', f'<M8[{unit}]', [1], 0, 8], ['scalar', f'<M8[{unit}]', data]\n"
        "    zone = ['zone', 'Europe/Berlin']\n"
        "    for tree in (['timestamp', scalar, zone], ['zoned', array, zone], ['index', 'ME', array, None]):\n"
        "        packed = msgpack.packb(tree)\n"
        "        try:\n"
        "            value = Codec().loads(len(packed).to_bytes(4, 'big') + packed + data)\n"
        "            str(value), value == value, value.month_name()\n"
        "        except Exception:\n"
        "            continue\n"
    )
    assert subprocess.run([sys.executable, "-W", "ignore", "-c", code]).returncode == 0
