"""Each kind of value: there and back it is the same, changed there it changes here, damaged it is refused."""

import array
import copy
import datetime
import decimal
import fractions
import io
import pathlib
import re
import sys
import uuid
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from types import ModuleType
from zoneinfo import ZoneInfo

import msgpack
import numpy as np
import pandas as pd
import PIL.Image
import pytest
import scipy.optimize
import scipy.sparse
import sympy

from autograder.wire import kinds
from autograder.wire.codec import Codec
from autograder.wire.errors import WireError
from autograder.wire.kinds import merged
from autograder.wire.kinds.arrays import place_of
from autograder.wire.kinds.columns import MANY, TAGS
from autograder.wire.references import Opaque, Reference


class Tensor:
    """As much of TensorFlow's tensor as the wire uses."""

    def __init__(self, entries):
        self.entries = np.asarray(entries)
        self.shape, self.dtype = self.entries.shape, self.entries.dtype

    def numpy(self):
        return self.entries


class Variable(Tensor):
    def __init__(self, entries, trainable=True):
        super().__init__(np.array(entries))
        self.trainable = trainable

    def assign(self, other):
        self.entries[...] = other.entries


@pytest.fixture(autouse=True)
def tensorflow(monkeypatch):
    """A TensorFlow that takes no seconds to import."""
    fake = ModuleType("tensorflow")
    fake.Tensor, fake.Variable, fake.constant = Tensor, Variable, Tensor
    monkeypatch.setitem(sys.modules, "tensorflow", fake)
    monkeypatch.setattr(kinds, "by_type", {})


def make_generator(kind):
    def make(seed):
        generator = np.random.Generator(getattr(np.random, kind)(seed))
        generator.normal(size=seed)
        return generator

    return make


def make_older(seed):
    generator = np.random.RandomState(seed)
    generator.normal(size=seed)  # an odd number leaves one normal number over
    return generator


x = sympy.Symbol("x")
Point = namedtuple("Point", "x y")
RECORD = np.dtype([("name", "U3"), ("at", "M8[D]"), ("inner", [("xs", "f4", (2,))])])


def every_sparse(n):
    return [getattr(scipy.sparse, name)(np.array([[0, n, 0], [1, 0, 2.5]])) for name in kinds.sparse.CLASSES]


# For each kind, what makes a value of it from a number; the second value differs from the first.
MAKE = {
    "Plain": [lambda n: n / 3, lambda n: f"text {n}", lambda n: bytes([n]), lambda n: n > 1],
    "Integer": [lambda n: n, lambda n: -(2**70) - n],
    "Complex": [lambda n: complex(n, -1)],
    "Scalar": [
        *(np.float32, np.int8, np.complex128, np.bool_, lambda n: np.str_(n)),
        lambda n: np.datetime64(n, "D"),
        lambda n: np.array([(f"a{n}", "2020-01-02", ([n, 2],))], RECORD)[0],
    ],
    "Array": [
        lambda n: np.full((2, 3), n, np.float32),
        lambda n: np.array(n),
        lambda n: np.full((0, 3), n),
        lambda n: np.array([f"a{n}"]),
        lambda n: np.asfortranarray(np.arange(6.0).reshape(2, 3) * n)[::-1],
        lambda n: np.array([[n, "a", None], [[n], [n], {"b": 1.5}]], dtype=object),
        lambda n: np.array([f"{2000 + n}-01-02", "NaT"], "M8[D]"),
        lambda n: np.array([n], "m8[25s]"),
        lambda n: np.array([(f"a{n}", "2020-01-02", ([n, 2],))], RECORD),
    ],
    "Sequence": [
        lambda n: [n, [1.5]],
        lambda n: (np.full(2, n), "x"),
        lambda n: {n},
        lambda n: set(range(n * 150)),
        lambda n: frozenset([n]),
        lambda n: [],
        # in columns
        lambda n: [n + i / 3 for i in range(MANY)],
        lambda n: [np.int8(n + i) for i in range(MANY)],
        lambda n: [np.full((2, 1), n + i, np.float32).T for i in range(MANY)],
        lambda n: [(np.full(2, n * i), f"{i}", {"b": i, "a": [np.float32(i), None]}) for i in range(MANY)],
        lambda n: [[{"W": np.full(n, i)}] for i in range(MANY)],
    ],
    "Dict": [
        lambda n: {"W": np.full(2, n), n: None},
        lambda n: {(n, 1): {}},
        lambda n: {i / 3: str(i) for i in range(n * 150)},
        lambda n: dict.fromkeys(["a", "b", "c"][::-n]),
    ],
    "View": [lambda n: {"a": n, n: 1}.keys(), lambda n: {1: [n]}.values(), lambda n: {1: [n]}.items()],
    "Range": [lambda n: range(n), lambda n: range(10, -n, -3), lambda n: slice(n, None, "a")],
    "Mapping": [
        lambda n: OrderedDict([("b", n), ("a", 2)][::-n]),
        lambda n: defaultdict(list, {n: [1]}),
        lambda n: defaultdict(None, {n: [1]}),
        lambda n: Counter("a" * n + "b"),
    ],
    "Deque": [lambda n: deque([n, [n]]), lambda n: deque([n], maxlen=3)],
    "NamedTuple": [lambda n: Point(n, [n])],
    "Bytes": [lambda n: bytearray(b"a" * n)],
    "Compact": [lambda n: array.array("d", [n]), lambda n: array.array("b", [n] * n)],
    "Constant": [lambda n: [..., NotImplemented][n % 2]],
    "Type": [lambda n: [int, type(None), np.float32][n % 3]],
    "DType": [lambda n: np.dtype(["f4", RECORD, object, "M8[ns]"][n % 4])],
    "Decimal": [lambda n: decimal.Decimal(f"-{n}.10"), lambda n: decimal.Decimal(["NaN", "Infinity"][n % 2])],
    "Fraction": [lambda n: fractions.Fraction(n, 7), lambda n: fractions.Fraction(10**30, 10 * n + 1)],
    "Time": [
        lambda n: datetime.datetime(2020, 1, 2, 3, n % 60, fold=1),
        lambda n: datetime.datetime(2020 + n, 1, 2, 3, tzinfo=ZoneInfo("Europe/Berlin")),
        lambda n: datetime.datetime(2020 + n, 1, 2, 3, tzinfo=datetime.UTC),
        lambda n: datetime.date(2020 + n, 1, 1),
        lambda n: datetime.time(n % 24, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=-3), "Here")),
        lambda n: datetime.timedelta(-n, 3, 5),
    ],
    "Zone": [
        lambda n: datetime.timezone(datetime.timedelta(minutes=n)),
        lambda n: ZoneInfo(f"Etc/GMT+{n % 12}"),
    ],
    "Path": [lambda n: pathlib.Path(f"a/{n}.txt"), lambda n: pathlib.PureWindowsPath(f"c:/{n}")],
    "Pattern": [lambda n: re.compile("b+" * n, re.IGNORECASE), lambda n: re.compile(b"[a]" * n)],
    "Identifier": [lambda n: uuid.UUID(int=n)],
    "Raised": [
        lambda n: ValueError("bad", [n]),
        lambda n: OSError(n, "no such file", "a.txt"),
        lambda n: ExceptionGroup("two", [KeyError(n), IndexError()]),
    ],
    "Masked": [
        lambda n: np.ma.array([1, n], mask=[0, 1], fill_value=-n),
        lambda n: np.ma.array([[1.5], [n]], hard_mask=True),
        lambda n: np.ma.masked,
    ],
    "Polynomial": [
        lambda n: np.polynomial.Polynomial([n, 2], [0, 1]),
        lambda n: np.polynomial.HermiteE([1j, n], symbol="t"),
        lambda n: np.poly1d([n, 2], variable="t"),
    ],
    "Sparse": [lambda n, i=i: every_sparse(n)[i] for i in range(len(kinds.sparse.CLASSES))],
    "Result": [lambda n: scipy.optimize.OptimizeResult(x=np.full(2, n), success=True)],
    "Frame": [
        lambda n: pd.DataFrame({"a": [n, 2], "b": ["x", None]}, index=pd.Index(["r", "s"], name="rows")),
        lambda n: pd.DataFrame(np.full((3, 2), n / 2), columns=["same", "same"]),
    ],
    "Series": [lambda n: pd.Series([n, [1]], dtype=object, name=("s", n))],
    "Index": [
        lambda n: pd.RangeIndex(n, 9, 2, name="n"),
        lambda n: pd.MultiIndex.from_product([["a", "b"], [n, 2]], names=["p", None]),
        lambda n: pd.date_range("2020", periods=n, freq="2h", tz="Europe/Berlin"),
    ],
    "Extension": [
        lambda n: pd.array([n, None], dtype="Int8"),
        lambda n: pd.array(["x" * n, None], dtype="string"),
        lambda n: pd.Categorical(["u", "v"][: 1 + n % 2], ["v", "u"], ordered=True),
        lambda n: pd.interval_range(0, n, closed="left").array,
    ],
    "Moment": [
        lambda n: pd.Timestamp(2020, 1, 1, n % 24, tz="Europe/Berlin"),
        lambda n: pd.Timedelta(n, "h"),
    ],
    "Interval": [lambda n: pd.Interval(0, n, "both")],
    "Expression": [
        lambda n: x**n / 3 + sympy.Float("1.5", 30) * sympy.sin(sympy.pi * x),
        lambda n: sympy.Piecewise((1, sympy.And(x > n, sympy.Symbol("y", real=True) < 2)), (sympy.oo, True)),
        lambda n: sympy.Derivative(sympy.Function("f")(x), (x, n)) + sympy.Integral(x, (x, 0, n)),
        lambda n: sympy.Union(sympy.Interval(0, n), sympy.FiniteSet(n + 2, x)),
    ],
    "Matrix": [
        lambda n: sympy.Matrix([[n, x], [sympy.Rational(1, 2), 0]]),
        lambda n: sympy.ImmutableMatrix([n]),
    ],
    "Stream": [lambda n: written("x" * n), lambda n: written(b"ab" * n)],
    "Picture": [lambda n: PIL.Image.new("RGB", (3, n), (n, 2, 0)), lambda n: PIL.Image.new("F", (n, 2), n)],
    "Generator": [make_generator(kind) for kind in ("MT19937", "PCG64", "PCG64DXSM", "Philox", "SFC64")],
    "OlderGenerator": [make_older],
    "Tensor": [lambda n: Tensor(np.full(2, n))],
    "Variable": [lambda n: Variable(np.full(2, n)), lambda n: Variable(np.array(n), trainable=False)],
}
VALUES = [
    pytest.param(make, id=f"{kind}-{i}") for kind, every in MAKE.items() for i, make in enumerate(every)
]


def written(content):
    """Return a file in memory, of which one character has been read."""
    made = io.StringIO(content) if isinstance(content, str) else io.BytesIO(content)
    made.read(1)
    return made


REFERENCES = {"Wrapped", "Other", "Iterators", "ErrorClass"}  # they cross as a number; see below
ELSEWHERE = {"TorchTensor", "TorchConstant"}  # in test_torch.py, as PyTorch need not be installed


def crossed(value):
    return Codec().loads(Codec().dumps(value))


def told(value):
    """Return a value in a form that is equal only for equal values of the same types."""
    if value is np.ma.masked:
        return "masked"
    if isinstance(value, np.ma.MaskedArray):
        about = value.fill_value, value.hardmask, value.mask is np.ma.nomask
        return type(value).__name__, told(value.data), told(np.asarray(value.mask)), repr(about)
    if isinstance(value, np.ndarray) and value.dtype == object:
        return "objects", value.shape, [told(entry) for entry in value.flat]
    if isinstance(value, np.ndarray):
        return "array", value.dtype, value.shape, value.tobytes()
    if isinstance(value, Tensor):
        return type(value).__name__, told(value.numpy()), getattr(value, "trainable", None)
    if isinstance(value, np.random.Generator):
        return "generator", told(value.bit_generator.state)
    if isinstance(value, np.random.RandomState):
        return "older", told(value.get_state(legacy=False))
    if isinstance(value, pd.DataFrame):
        return "frame", told(value.columns), [told(value.iloc[:, i]) for i in range(value.shape[1])]
    if isinstance(value, pd.Series):
        return "series", value.dtype, told(value.index), [told(entry) for entry in value], told(value.name)
    if isinstance(value, sympy.Basic | sympy.MatrixBase):
        return type(value).__name__, sympy.srepr(value), str(value)
    if scipy.sparse.issparse(value):
        entries = value.toarray() if value.format == "lil" else (value.data, value.tocoo().coords)
        return type(value).__name__, value.shape, told(entries)
    if isinstance(value, np.polynomial.polynomial.Polynomial | np.polynomial.hermite_e.HermiteE):
        return type(value).__name__, value.symbol, [told(v) for v in (value.coef, value.domain, value.window)]
    if isinstance(value, np.poly1d):
        return "poly1d", value.variable, told(value.coef)
    if isinstance(value, io.StringIO | io.BytesIO):
        return type(value).__name__, value.getvalue(), value.tell()
    if isinstance(value, PIL.Image.Image):
        return value.mode, value.size, value.tobytes()
    if isinstance(value, Exception):
        return type(value).__name__, told(value.args), repr(getattr(value, "filename", None))
    if isinstance(value, dict):
        about = type(value).__name__, getattr(value, "default_factory", None)
        return *about, [(told(k), told(v)) for k, v in value.items()]
    if isinstance(value, (list, tuple)):
        return type(value).__name__, [told(item) for item in value]
    return type(value).__name__, repr(value)


def test_every_kind_is_tried_here():
    """A new kind needs values in this file."""
    assert {type(kind).__name__ for kind in kinds.KINDS} == set(MAKE) | REFERENCES | ELSEWHERE
    for name, every in MAKE.items():
        for make in every:
            assert type(kinds.kind_of(make(1))).__name__ == name


@pytest.mark.parametrize("make", VALUES)
def test_there_and_back_it_is_the_same(make):
    assert told(crossed(make(3))) == told(make(3))


def tree_of_values(rng, depth):
    """Return values of all kinds, in containers of all kinds."""
    every = [make for makes in MAKE.values() for make in makes]
    if depth == 0 or rng.random() < 0.3:
        return every[rng.integers(len(every))](int(rng.integers(1, 100)))
    items = [tree_of_values(rng, depth - 1) for _ in range(rng.integers(4))]
    return [items, tuple(items), {f"key {i}": item for i, item in enumerate(items)}][rng.integers(3)]


def test_whatever_is_in_whatever_is_the_same():
    for seed in range(200):
        value = tree_of_values(np.random.default_rng(seed), 4)
        assert told(crossed(value)) == told(value), seed


# ── changed over there ───────────────────────────────────────────────────────────────────────────

IN_PLACE = {
    *("Array", "Masked", "Sequence", "Dict", "Mapping", "Deque", "Bytes", "Compact", "Sparse"),
    *("Frame", "Series", "Matrix"),
    *("Generator", "OlderGenerator", "Variable"),
}


@pytest.mark.parametrize("make", VALUES)
def test_what_can_be_changed_is_changed_and_all_else_is_replaced(make):
    mine, theirs = make(1), make(2)
    found = merged(mine, theirs)
    assert told(found) == told(make(2))
    fixed = (
        isinstance(mine, frozenset | tuple | sympy.ImmutableMatrix)
        or mine is np.ma.masked
        or getattr(mine, "hardmask", False)
    )
    if type(kinds.kind_of(mine)).__name__ in IN_PLACE and not fixed:
        assert found is mine


@pytest.mark.parametrize(
    "mine, theirs",
    [
        (np.zeros(2), np.zeros(3)),
        (np.zeros(2), np.zeros(2, np.float32)),
        (np.zeros(2), [0.0, 0.0]),
        ([1], (1,)),
        ({1}, [1]),
        ((1, 2), (1, 2, 3)),
        (deque([1], 2), deque([1], 3)),
        (bytearray(b"a"), b"a"),
        (OrderedDict(a=1), {"a": 2}),
        (np.ma.array([1, 2]), np.array([3, 4])),
        (array.array("b", [1]), array.array("d", [1])),
        (pd.Series([1, 2]), pd.DataFrame({"a": [1]})),
        (sympy.zeros(1, 2), sympy.zeros(2, 1)),
        ({"a": 1}, [1]),
        (make_generator("PCG64")(1), make_generator("Philox")(1)),
        (make_generator("MT19937")(1), make_older(1)),
        (make_older(1), make_generator("MT19937")(1)),
        (Variable([1.0]), Variable([1.0, 2.0])),
        (Variable([1.0]), Tensor([1.0])),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_has_become_something_else_is_replaced_and_not_touched(mine, theirs):
    before = told(mine)
    assert merged(mine, theirs) is theirs
    assert told(mine) == before


def test_an_array_that_may_not_be_written_to_is_replaced():
    mine, theirs = np.zeros(2), np.ones(2)
    mine.flags.writeable = False
    assert merged(mine, theirs) is theirs and not mine.any()


def test_what_is_in_containers_is_changed_where_it_is():
    """Another name in the test for the same array sees the change, too."""
    W, v, rng = np.zeros(2), Variable([1.0]), np.random.default_rng(0)
    mine = {"layers": [(W, v)], "rng": rng, "gone": 1}
    theirs = crossed(mine)
    theirs["layers"][0][0][:] = 7
    theirs["layers"][0][1].entries[:] = 8
    theirs["layers"].append("new")
    theirs["rng"].normal()
    del theirs["gone"]
    wanted = told(theirs)
    assert merged(mine, theirs) is mine and told(mine) == wanted
    assert mine["layers"][0][0] is W and mine["layers"][0][1] is v and mine["rng"] is rng
    assert W.tolist() == [7, 7] and v.entries.tolist() == [8]


@pytest.mark.parametrize(
    "make", [lambda: np.arange(3), lambda: Variable([1.0, 2.0])], ids=["array", "variable"]
)
def test_one_under_several_names_stays_one_and_equal_ones_stay_two(make):
    one, equal = make(), make()
    found = crossed({"a": one, "b": [one, (one,)], "c": equal})
    assert found["a"] is found["b"][0] is found["b"][1][0]
    assert found["c"] is not found["a"] and told(found["c"]) == told(found["a"])


def tags_of(value):
    """Return the tags in a value's message."""
    message = Codec().dumps(value)
    tree = msgpack.unpackb(message[4 : 4 + int.from_bytes(message[:4], "big")])
    return {tag for tag in TAGS if f"'{tag}'" in str(tree)}


def test_many_values_of_one_form_cross_as_few():
    """Value by value, what 2,000 calls return takes ten times as long."""
    values = [({"W": np.full((2, 2), i), "b": np.float64(i)}, [np.full(3, i)]) for i in range(2000)]
    assert tags_of(values) == set(TAGS)
    assert len(Codec().dumps(values)) < 2000 * (32 + 8 + 24) + 200
    assert told(crossed(values)) == told(values)


def test_what_differs_in_form_crosses_value_by_value():
    arrays = [np.full(2, i) for i in range(MANY)]
    for odd in (np.full(3, 1), np.full(2, 1.0), np.array(["a", 1]), None):
        assert not tags_of([*arrays, odd])
    assert not tags_of([np.ones(0)] * MANY)  # without entries, there could be any number of them
    assert not tags_of([{"a": 1}] * MANY + [{"b": 1}]) and not tags_of([{1: 1}] * MANY)
    assert not tags_of([(1,)] * MANY + [(1, 2)]) and not tags_of([()] * MANY)


def test_in_columns_one_array_under_several_names_stays_one():
    def arrays():
        return [np.full((2, 2), i) for i in range(MANY)]

    one, other, block = arrays(), arrays(), np.arange(2.0 * MANY)
    views = [block[2 * i : 2 * i + 2] for i in range(MANY)]
    for several in (
        [one, one],
        [one[3], one],
        [one, one[3], one[3].T, one[3][:]],
        [one + one[:1]],
        [one, other],
    ):
        flat = [a for part in several for a in (part if isinstance(part, list) else [part])]
        found = [a for part in crossed(several) for a in (part if isinstance(part, list) else [part])]
        assert [told(a) for a in found] == [told(a) for a in flat]
        places = [place_of(a) for a in flat]
        assert [[a is b for b in found] for a in found] == [[a == b for b in places] for a in places]
    there = crossed([views, block, views[1]])
    assert there[2] is there[0][1] and told(there[0]) == told(views)
    there[0][0][...] = 7
    assert there[1][0] == 0 and all(array.flags.writeable for array in there[0])


def test_the_other_half_of_an_array_is_another_array():
    """The same address alone is not the same array."""
    whole = np.arange(6)
    found = crossed([whole, whole[:3], whole[::2], whole.view(np.uint64)])
    assert [told(part) for part in found] == [
        told(part) for part in (whole, whole[:3], whole[::2], whole.view(np.uint64))
    ]


# ── references ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("value, kind", [(len, "function"), (object(), "object"), (np, "object")])
def test_what_is_not_data_comes_back_as_itself(value, kind):
    mine, theirs = Codec(), Codec()
    there = theirs.loads(mine.dumps([value, value]))
    assert there[0] is there[1] and there[0].kind == kind
    assert mine.loads(theirs.dumps(there[0])) is value


def test_what_is_wrapped_crosses_as_a_reference_even_if_it_is_data():
    mine, theirs = Codec(), Codec()
    array = np.ones(3)
    there = theirs.loads(mine.dumps(Opaque(array)))
    assert isinstance(there, Reference) and there.name == "ndarray"
    assert mine.loads(theirs.dumps(there)) is array


def test_a_tensor_without_numbers_or_without_tensorflow_is_an_object(monkeypatch):
    texts = Tensor(np.array(["a", None], dtype=object))
    assert isinstance(crossed(texts), Reference)
    messages = [Codec().dumps(Tensor([1.0])), Codec().dumps([Variable([1.0])] * 2)]
    monkeypatch.delitem(sys.modules, "tensorflow")
    tensor, (variable, again) = map(Codec().loads, messages)
    assert (tensor.name, variable.name) == ("Tensor", "Variable") and variable is again


# ── damaged on the way ───────────────────────────────────────────────────────────────────────────

ODD = [None, True, -1, 2**40, 1.5, "", "os", "list", b"", b"\xff", [], [[]], ["list", []], ["same", 0], {}]


def places(tree, path=()):
    """Yield where something stands in a tree."""
    for i, part in enumerate(tree):
        yield (*path, i)
        if isinstance(part, list):
            yield from places(part, (*path, i))


def with_odd(tree, path, odd):
    """Return a tree in which something stands in a place."""
    changed = copy.deepcopy(tree)
    inner = changed
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = odd
    return changed


@pytest.mark.parametrize("make", VALUES)
def test_a_damaged_part_is_refused_and_nothing_worse(make):
    """An error of another type would be taken for a fault of the grader, and nothing would be graded."""
    message = Codec().dumps([make(2)])
    end = 4 + int.from_bytes(message[:4], "big")
    whole, entries = msgpack.unpackb(message[4:end]), message[end:]
    every = [with_odd(whole, path, odd) for path in list(places(whole))[:40] for odd in ODD]
    every += [whole[:1] + [whole[1][:n]] for n in range(len(whole[1]))]
    for tree in every:
        packed = msgpack.packb(tree)
        try:
            Codec().loads(len(packed).to_bytes(4, "big") + packed + entries)
        except WireError as error:
            assert "malformed message" in str(error)


@pytest.mark.parametrize("tag", sorted(kinds.BY_TAG))
def test_a_tag_alone_or_with_too_much_is_refused(tag):
    for parts in ([], [0] * 9):
        packed = msgpack.packb([tag, *parts])
        with pytest.raises(WireError):
            Codec().loads(len(packed).to_bytes(4, "big") + packed)
