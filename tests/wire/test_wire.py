"""What crosses between a submission and its tests: data, bounded, and calls that behave as local ones."""

import os
import re
import threading
import time

import msgpack
import numpy as np
import pytest

from autograder.wire import codec
from autograder.wire.codec import Codec
from autograder.wire.errors import LineClosed, LineTimeout, WireError
from autograder.wire.limits import MAX_MESSAGE
from autograder.wire.peer import Peer
from autograder.wire.references import Reference
from helpers.checks import remote
from helpers.checks.comparison import difference


def crossed(value):
    return Codec().loads(Codec().dumps(value))


@pytest.mark.parametrize(
    "value",
    [
        None, True, 0, -1, 2**63, -(2**70), 1.5, float("inf"), float("nan"), "Ä", b"\x00\xff", 1 + 2j,
        [], [1, [2.0, (3, "x")]], {"a": {"b": [None]}}, {1: 2, (3, 4): 5}, {1, 2}, frozenset("a"),
        np.float32(1.5), np.int8(-3), np.bool_(True), np.array(3.0), np.zeros((0, 3)), np.arange(6)[::-2],
        np.asfortranarray(np.arange(6.0).reshape(2, 3)), np.array(["a", "bc"]), np.array([True, False]),
        np.array([1.0], dtype=np.float32), np.array([1 + 1j]),
    ],
    ids=lambda value: repr(value)[:30],
)  # fmt: skip
def test_data_arrives_as_it_was(value):
    found = crossed(value)
    assert type(found) is type(value)
    assert repr(found) == repr(value)
    if isinstance(value, np.ndarray | np.generic):
        assert found.dtype == value.dtype
        assert difference(np.asarray(value), found) is None or value.dtype.kind in "Uc"


def test_an_array_may_be_written_to_and_stays_one_where_it_was_one():
    W = np.zeros((2, 2))
    found = crossed({"W1": W, "W2": W, "W3": W.copy(), "view": W[:]})
    assert found["W1"] is found["W2"] is found["view"]
    assert found["W3"] is not found["W1"]
    found["W1"][0, 0] = 1


@pytest.mark.parametrize("make", [np.random.default_rng, np.random.RandomState])
def test_a_generator_goes_on_where_it_was(make):
    generator = make(5)
    generator.normal(size=3)
    assert crossed(generator).normal() == generator.normal()


def test_what_belies_its_type_arrives_as_plain_data():
    class Liar(float):
        __eq__ = __ge__ = __le__ = lambda self, other: True
        __hash__ = float.__hash__

    class Array(np.ndarray):
        def __array_ufunc__(self, *args, **kwargs):
            return True

    class Dict(dict):
        def __getitem__(self, key):
            return 0

    for value, plain in [(Liar(3), float), (np.zeros(2).view(Array), np.ndarray), (Dict(a=1), dict)]:
        assert type(crossed(value)) is plain
    assert crossed(Dict(a=1)) == {"a": 1}


def test_what_is_not_data_arrives_as_a_reference():
    for value in (object(), np, lambda: 0, type, re.search("a", "a")):
        found = crossed(value)
        assert isinstance(found, Reference)


def nested(depth):
    return [nested(depth - 1)] if depth else []


@pytest.mark.parametrize(
    "value", [nested(100), np.zeros(MAX_MESSAGE // 8 + 1), 10**50_000, "x" * (MAX_MESSAGE + 1)],
    ids=["deep", "array", "number", "text"],
)  # fmt: skip
def test_what_is_too_large_says_so(value):
    with pytest.raises(WireError, match="it is"):
        Codec().dumps(value)


def test_a_circle_is_too_deep():
    circle = []
    circle.append(circle)
    with pytest.raises(WireError, match="nested deeper"):
        Codec().dumps(circle)


def state(kind, **inner):
    """Return the message of a generator in a state in which NumPy reads foreign memory, or never ends."""
    whole = {"bit_generator": kind, "state": inner.pop("state"), "has_uint32": 0, "uinteger": 0, **inner}
    kind = "random_state" if "gauss" in inner else "generator"
    message = Codec().dumps(whole)
    end = 4 + int.from_bytes(message[:4], "big")
    return [kind, msgpack.unpackb(message[4:end])], message[end:]


KEY = np.arange(624, dtype=np.uint32)
MALFORMED = [
    state("MT19937", state={"key": KEY, "pos": 10**6}),
    state("MT19937", state={"key": KEY, "pos": -500}),
    state("MT19937", state={"key": 0 * KEY, "pos": 0}),
    state("MT19937", state={"key": KEY[:10], "pos": 0}),
    state("MT19937", state={"key": KEY, "pos": 0}, has_gauss=1, gauss=float("nan")),
    state("PCG64", state={"state": 1, "inc": 0}),
    state("Philox", state={"counter": KEY[:4], "key": KEY[:2]}, buffer=KEY[:4], buffer_pos=-(2**30)),
    ["array", "<f8", [10**9, 10**9], 0, 0],
    ["array", "O", [1], 0, 8],
    ["array", "<f8", [-1], 0, 8],
    ["array", "<f8", [1], -8, 8],
    ["array", "<f8", [1], 4, 8],
    ["array", "V8", [1], 0, 8],
    ["scalar", "<f8", b""],
    ["scalar", "|O8", b"12345678"],
    ["same", 0],
    ["same", -1],
    ["yours", 0],
    ["yours", -1],
    ["generator", ["dict", [["bit_generator", "os"]]]],
    ["dict", [[["list", [1]], 2]]],
    ["int", "9" * 5000],
    ["int", "__import__('os')"],
    ["_class__"],
    ["stand_in"],
    [["list"]],
    [],
    {"a": 1},
    msgpack.ExtType(1, b"x"),
]


@pytest.mark.parametrize("tree", MALFORMED, ids=lambda tree: str(tree)[:40])
def test_a_malformed_message_is_an_error_and_nothing_else(tree):
    tree, entries = tree if type(tree) is tuple else (tree, b"12345678")
    with pytest.raises(WireError):
        Codec().loads(framed(msgpack.packb(tree), entries))


def framed(tree, entries=b""):
    return len(tree).to_bytes(4, "big") + tree + entries


BOMBS = {
    "empty lists": b"\xdd" + (10**7).to_bytes(4, "big") + b"\x90" * 10**7,
    "one array, a thousand times": msgpack.packb(["list", [["array", "|u1", [2**20], 0, 2**20]] * 1000]),
    "arrays without entries": msgpack.packb(["arrays", "|u1", [2**40, 0], 0, 0]),
    "a million small arrays": msgpack.packb(["list", [["arrays", "|u1", [2**20, 1], 0, 2**20]] * 2]),
    "numbers": msgpack.packb(["list", [["scalars", "|u1", 0, 2**20]] * 2]),
    "tuples of one list": msgpack.packb(["tuples", [["list", [0] * 2**11]] * 1000]),
    "tuples of tuples of nothing": msgpack.packb(["tuples", [["tuples", []]] * 10]),
    "many functions": msgpack.packb(["list", [["function", i, "f"] for i in range(20_000)]]),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_small_message_does_not_become_a_large_value(bomb):
    with pytest.raises(WireError):
        Codec().loads(framed(BOMBS[bomb], bytes(2**20)))


PRIME = 2**61 - 1  # whole numbers with the same rest have the same hash, and -1 has that of -2
COLLIDING = {  # each makes its message
    "set": lambda: [["int", str(PRIME * n)] for n in range(10, 50_000)],
    "dict": lambda: [[["tuple", [-1 - (n >> k & 1) for k in range(15)]], None] for n in range(20_000)],
    "keys": lambda: [[["decimal", str(PRIME * n)], None] for n in range(10, 50_000)],
}


@pytest.mark.slow
@pytest.mark.parametrize("tag", COLLIDING)
def test_keys_that_collide_cost_no_more_time_than_a_message_may_take(tag, monkeypatch):
    monkeypatch.setattr(codec, "MAX_UNPACKING", 0.5)
    started = time.thread_time()
    with pytest.raises(WireError, match="too long"):
        Codec().loads(framed(msgpack.packb([tag, COLLIDING[tag]()])))
    assert time.thread_time() - started < 3  # most of it for the parts of the keys


def test_noise_is_an_error_and_nothing_else():
    rng = np.random.default_rng(0)
    whole = Codec().dumps(
        {"W1": np.arange(6.0).reshape(2, 3), "list": [1, (2, "x")], "rng": np.random.default_rng(0)}
    )
    for _ in range(3000):
        damaged = bytearray(whole)
        for place in rng.integers(len(whole), size=rng.integers(1, 5)):
            damaged[place] = rng.integers(256)
        try:
            Codec().loads(bytes(damaged[: rng.integers(1, len(whole) + 1)]))
        except WireError:
            continue


# ── calls ────────────────────────────────────────────────────────────────────────────────────────


class Other:
    """The other end of a line, in a thread: it serves the functions that it is given."""

    def __init__(self, **functions):
        (self.read_here, write_there), (read_there, self.write_here) = os.pipe(), os.pipe()
        self.ours = Peer(self.read_here, self.write_here)
        self.theirs = Peer(read_there, write_there)
        self.theirs.shows_lines = True
        self.theirs.answers["look_up"] = lambda names: {name: functions[name] for name in names}
        self.fds = [self.read_here, write_there, read_there]
        self.thread = threading.Thread(target=self.serve, daemon=True)

    def serve(self):
        try:
            self.theirs.serve_forever()
        except LineClosed:
            return

    def __enter__(self):
        self.thread.start()
        return lambda name: self.ours.request("look_up", [name])[name]

    def __exit__(self, *error):
        os.close(self.write_here)
        self.thread.join(5)
        for fd in self.fds:
            os.close(fd)


def test_arguments_changed_there_are_changed_here():
    def change(array, parameters, listed, rng):
        array += 1
        parameters["W1"][0] = 5
        parameters["new"] = parameters.pop("old")
        listed.append(array)
        return rng.normal()

    array, W1, listed, rng = np.zeros(3), np.zeros(2), [1], np.random.default_rng(1)
    parameters = {"W1": W1, "old": 3}
    with Other(change=change) as look_up:
        drawn = look_up("change")(array, parameters, listed, rng)
    assert array.tolist() == [1, 1, 1]
    assert parameters == {"W1": W1, "new": 3} and W1.tolist() == [5, 0]
    assert listed[0] == 1 and listed[1].tolist() == [1, 1, 1]
    same = np.random.default_rng(1)
    assert (drawn, rng.normal()) == (same.normal(), same.normal())


def test_draws_here_and_there_are_those_of_one_process():
    """Whatever was drawn last, an odd number of normal numbers above all: NumPy then keeps one."""

    def draw(kind):
        return {
            "normal": lambda: np.random.randn(),
            "uniform": lambda: np.random.rand(),
            "seed": lambda: np.random.seed(5),
            "nothing": lambda: None,
        }[kind]()

    (read_here, write_there), (read_there, write_here) = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        os.close(write_here)
        theirs = Peer(read_there, write_there)
        theirs.answers["look_up"] = lambda names: {name: draw for name in names}
        theirs.answers["run"] = draw  # a cell of the notebook, between two calls
        try:
            theirs.serve_forever()
        finally:
            os._exit(0)
    ours, rng = Peer(read_here, write_here), np.random.default_rng(0)
    there = ours.request("look_up", ["draw"])["draw"]
    kinds = ["normal", "uniform", "nothing"]
    steps = [(rng.choice([draw, there]), str(rng.choice(kinds))) for _ in range(300)]
    steps[150] = there, "seed"
    np.random.seed(1)
    found = []
    for number, (function, kind) in enumerate(steps):
        found.append(function(kind))
        if number % 10 == 0:
            ours.request("run", "normal")
    np.random.seed(1)
    assert found == [draw(kind) for _, kind in steps]
    for fd in (read_here, write_there, read_there, write_here):
        os.close(fd)
    os.waitpid(child, 0)


def test_a_function_as_an_argument_is_called_back():
    def apply(function, x):
        return function(function(x), scale=2)

    calls = []

    def ours(x, scale=1):
        calls.append(x)
        return scale * x + 1

    with Other(apply=apply) as look_up:
        assert look_up("apply")(ours, 3) == 9
    assert calls == [3, 4]


def test_an_exception_arrives_as_its_own_type_with_the_lines_of_its_code():
    class Own(KeyError):
        pass

    def fail(kind):
        raise {"own": Own("W3"), "exit": SystemExit(0), "unicode": UnicodeDecodeError("a", b"", 0, 1, "b")}[
            kind
        ]

    with Other(fail=fail) as look_up:
        with pytest.raises(KeyError) as own:
            look_up("fail")("own")
        assert type(own.value).__name__ == "Own" and own.value.args == ("W3",)
        assert "raise {" in remote.student_lines(own.value)[0]
        with pytest.raises(Exception) as left:  # not SystemExit itself, which would end the grader
            look_up("fail")("exit")
        assert type(left.value).__name__ == "SystemExit"
        with pytest.raises(Exception) as odd:
            look_up("fail")("unicode")
        assert type(odd.value).__name__ == "UnicodeDecodeError"


def test_an_exception_of_ours_shows_the_other_side_no_line_of_a_check():
    told = {}

    def call_back(function):
        try:
            function()
        except ZeroDivisionError as error:
            told["lines"] = remote.student_lines(error)

    def secret():
        return 1 / 0

    with Other(call_back=call_back) as look_up:
        look_up("call_back")(secret)
    assert told == {"lines": []}


def test_a_result_that_cannot_cross_is_an_error_that_says_so():
    with Other(deep=lambda: nested(100)) as look_up, pytest.raises(ValueError, match="nested deeper"):
        look_up("deep")()


ANSWER = Codec().dumps(["answer", b"x" * 8, None])
AHEAD = len(ANSWER).to_bytes(4, "big") + ANSWER


@pytest.mark.parametrize(
    "frame, error",
    [
        (b"", LineTimeout),
        ((MAX_MESSAGE + 1).to_bytes(4, "big"), LineClosed),
        (b"\x00\x00\x00\x01\xc1", LineClosed),
        (b"\x00\x00\x00\x01\x01", LineClosed),
        (AHEAD, LineClosed),
    ],
    ids=["nothing", "too large", "no message", "a number", "an answer ahead of its question"],
)
def test_what_is_not_an_answer_ends_the_line(frame, error):
    read_fd, write_fd = os.pipe()
    other_read, other_write = os.pipe()
    peer = Peer(read_fd, other_write)
    peer.deadline = 0 if error is LineTimeout else float("inf")
    os.write(write_fd, frame)
    with pytest.raises(error):
        peer.request("run", "1")
    for fd in (read_fd, write_fd, other_read, other_write):
        os.close(fd)
