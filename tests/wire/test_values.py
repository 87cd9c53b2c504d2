"""Values as they come: whatever is in them, they arrive the same, and damaged messages are refused."""

import collections
import datetime
import decimal
import fractions
import re
import sys

import hypothesis.extra.numpy as of_numpy
import numpy as np
import pandas as pd
import pytest
import scipy.sparse
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal, assert_index_equal, assert_series_equal
from sympy.abc import t, x, y

from autograder.wire.codec import Codec
from autograder.wire.errors import WireError
from autograder.wire.references import Reference

SAME = settings(derandomize=True, deadline=None, max_examples=60, database=None)
KEYS = st.one_of(
    st.integers(), st.text(max_size=3), st.booleans(), st.tuples(st.integers(), st.text(max_size=2))
)
RECORD = np.dtype([("name", "U2"), ("inner", [("at", "M8[s]"), ("xs", "f4", (2,))])])
DTYPES = of_numpy.scalar_dtypes().filter(lambda dtype: dtype.kind != "V") | st.just(RECORD)
PLAIN = st.one_of(
    *(st.none(), st.integers(), st.floats(allow_nan=False), st.text(max_size=5), st.binary(max_size=5)),
    *(
        st.fractions(),
        st.decimals(allow_nan=False, places=3),
        st.dates(),
        st.times(),
        st.timedeltas(),
        st.uuids(),
    ),
    *(st.datetimes(timezones=st.none() | st.timezones()), st.slices(10), st.complex_numbers(allow_nan=False)),
    st.builds(range, *[st.integers(-100, 100)] * 2, st.integers(1, 5)),
)
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.one_of(
        *(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
        st.builds(collections.deque, st.lists(inner, max_size=3), st.integers(3, 5)),
        st.builds(
            lambda items: collections.defaultdict(list, items), st.dictionaries(KEYS, inner, max_size=2)
        ),
        st.builds(collections.OrderedDict, st.dictionaries(KEYS, inner, max_size=3)),
        *(st.builds(collections.Counter, st.text(max_size=5)), st.tuples(inner, inner)),
    ),
    max_leaves=10,
)
SETS = st.sets(KEYS, max_size=5) | st.sets(KEYS, max_size=5).map(frozenset)


def crossed(value):
    return Codec().loads(Codec().dumps(value))


@SAME
@given(VALUES)
def test_a_value_arrives_as_it_was(value):
    assert repr(crossed(value)) == repr(value)


@SAME
@given(SETS)
def test_a_set_arrives_as_it_was(value):
    """In any order: that of a set may change with the way in which it was filled."""
    found = crossed(value)
    assert type(found) is type(value)
    assert sorted(map(repr, found)) == sorted(map(repr, value))


@SAME
@given(of_numpy.arrays(DTYPES, of_numpy.array_shapes(min_side=0, max_side=3), elements=None))
def test_an_array_arrives_as_it_was(array):
    found = crossed(array)
    assert (found.dtype, found.shape, found.tobytes()) == (array.dtype, array.shape, array.tobytes())


@SAME
@given(VALUES | SETS, st.data())
def test_a_message_with_other_bytes_is_refused_or_means_something_else(value, data):
    """An error of another type would be taken for a fault of the grader, and nothing would be graded."""
    message = bytearray(Codec().dumps([value, np.arange(3), Codec]))
    for _ in range(data.draw(st.integers(1, 4))):
        message[data.draw(st.integers(0, len(message) - 1))] = data.draw(st.integers(0, 255))
    try:
        Codec().loads(message)
    except WireError as error:
        assert "malformed message" in str(error)


@SAME
@given(st.binary(max_size=200))
def test_any_bytes_are_refused_or_mean_something(noise):
    for message in (noise, len(noise).to_bytes(4, "big") + noise):
        try:
            Codec().loads(message)
        except WireError as error:
            assert "malformed message" in str(error)


# What must be true of a value `v` on the other side.
Pair = collections.namedtuple("Pair", "left right")
TABLE = [
    (Pair(1, 2), "v.left == 1 and v._asdict() == {'left': 1, 'right': 2} and type(v).__name__ == 'Pair'"),
    (collections.defaultdict(list), "v['new'] == [] and v.default_factory is list"),
    ({"a": 1}.keys(), "v == {'a'} and 'a' in v and v.isdisjoint({'b'})"),
    ({"a": 1}.values(), "list(v) == [1]"),
    (range(2, 8, 2), "v == range(2, 8, 2) and v.step == 2 and v != [2, 4, 6]"),
    ({n: n for n in range(5000)}, "len(v) == 5000 and v[4999] == 4999"),
    ({(n, str(n)) for n in range(5000)}, "len(v) == 5000"),
    (decimal.Decimal("1.10"), "str(v) == '1.10'"),
    (fractions.Fraction(1, 3), "v * 3 == 1"),
    (datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC), "v.tzinfo is datetime.UTC"),
    (re.compile("b+", re.IGNORECASE), "v.findall('aBb') == ['Bb'] and v == re.compile('b+', re.I)"),
    (int, "v is int"),
    (np.float32, "v is np.float32"),
    (ValueError("bad", 1), "isinstance(v, ValueError) and v.args == ('bad', 1)"),
    (np.array([1, "a", None, [2]], dtype=object), "v.dtype == object and v.tolist() == [1, 'a', None, [2]]"),
    (np.ma.array([1, 2], mask=[0, 1]), "v.sum() == 1 and v.count() == 1"),
    (scipy.sparse.csr_matrix(np.eye(3)), "v.format == 'csr' and (v != scipy.sparse.identity(3)).nnz == 0"),
    (pd.NaT, "v is pd.NaT"),
    (pd.NA, "v is pd.NA"),
    (x**2 + sympy.sin(x), "v == x**2 + sympy.sin(x) and v.diff(x) == 2 * x + sympy.cos(x)"),
    (sympy.Pow(2, 3, evaluate=False), "str(v) == '2**3' and v.doit() == 8"),
    (sympy.Matrix([[1, x], [x, 2]]), "v.det() == 2 - x**2"),
]


@pytest.mark.parametrize("value, holds", TABLE, ids=[holds[:40] for _, holds in TABLE])
def test_a_value_can_be_used_on_the_other_side(value, holds):
    assert eval(holds, globals() | {"v": crossed(value)})


def test_a_named_tuple_comes_back_as_one_of_its_own_class():
    mine, theirs = Codec(), Codec()
    there = theirs.loads(mine.dumps(Pair(1, 2)))
    assert type(there) is not Pair and there == Pair(1, 2)
    assert type(mine.loads(theirs.dumps(there))) is Pair


# ── tables ───────────────────────────────────────────────────────────────────────────────────────

WHOLE = pd.DataFrame(
    {
        "whole": [1, 2, 3],
        "text": ["x", None, "z"],
        "other": np.array([1, "a", [2]], dtype=object),
        "kind": pd.Categorical(["u", "v", "u"], ordered=True),
        "zoned": pd.date_range("2020", periods=3, tz="Europe/Berlin"),
        "day": pd.to_datetime(["2020", "2021", None]),
        "nullable": pd.array([1, None, 3], dtype="UInt8"),
        "yes": pd.array([True, None, False], dtype="boolean"),
        "real": pd.array([1.5, None, 3], dtype="Float32"),
        "string": pd.array(["a", None, "b"], dtype="string"),
        "cut": pd.cut([1, 2, 3], 2),
        "span": pd.to_timedelta([1, 2, 3], unit="h"),
        "complex": [1j, 2, 3],
    },
    index=pd.Index(["r1", "r2", "r3"], name="rows"),
)
FRAMES = {
    "of every dtype": WHOLE,
    "nothing": pd.DataFrame(),
    "rows without columns": pd.DataFrame(index=[1, 2]),
    "columns without rows": pd.DataFrame(columns=["a"]),
    "a name twice": pd.DataFrame(np.ones((3, 2)), columns=["a", "a"]),
    "turned": WHOLE.T,
    "two levels": WHOLE.set_index(["whole", "text"]),
    "grouped": WHOLE.groupby("kind", observed=True)[["whole", "span"]].agg(["min", "max"]),
    "every month": pd.DataFrame({"v": [1, 2, 3]}, index=pd.date_range("2020", periods=3, freq="ME")),
    "described": WHOLE[["whole", "text"]].describe(include="all"),
    "many columns": pd.DataFrame(np.arange(200.0).reshape(2, 100)),
}


@pytest.mark.parametrize("name", FRAMES)
def test_a_table_arrives_with_its_dtypes_and_names(name):
    frame = FRAMES[name]
    found = crossed(frame)
    assert_frame_equal(found, frame, check_freq=True)
    assert type(found.index) is type(frame.index) and list(found.dtypes) == list(frame.dtypes)
    for number in range(frame.shape[1]):
        assert_series_equal(crossed(frame.iloc[:, number]), frame.iloc[:, number])
    assert_index_equal(crossed(frame.columns), frame.columns, exact=True)


def test_what_only_one_side_has_imported_arrives_as_an_object(monkeypatch):
    messages = [Codec().dumps(value) for value in (WHOLE, WHOLE["zoned"], pd.Timestamp(0), pd.NA, x + 1)]
    sparse = Codec().dumps(scipy.sparse.identity(2, format="csr"))
    for library in ("pandas", "sympy", "scipy.sparse"):
        monkeypatch.delitem(sys.modules, library)
    for message in (*messages, sparse):
        assert isinstance(Codec().loads(message), Reference)


# ── what does not cross ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "value",
    [
        pd.DataFrame({"p": pd.period_range("2020", periods=2, freq="M")}),
        pd.Series(pd.arrays.SparseArray([0, 1])),
        scipy.sparse.csr_matrix((10**6, 10**6)),
        sympy.Poly(x**2 + 1, x),
        sympy.Symbol("__import__('os')"),
        sympy.Function("open")(t),
        np.zeros(2, np.dtype([("a", "i1"), ("b", "f8")], align=True)),
        np.zeros(2, "V3"),
        UnicodeDecodeError("utf-8", b"", 0, 1, "bad"),
        type("Own", (ValueError,), {})("bad"),
        datetime.datetime(2020, 1, 1, tzinfo=type("Own", (datetime.tzinfo,), {})()),
        re.compile("a" * 1000),
        y.free_symbols.__iter__(),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_cannot_be_checked_stays_an_object(value):
    mine, theirs = Codec(), Codec()
    there = theirs.loads(mine.dumps([value]))
    assert isinstance(there[0], Reference)
    assert mine.loads(theirs.dumps(there))[0] is value


@pytest.mark.parametrize(
    "value",
    [range(10**9), decimal.Decimal("1e5000"), np.poly1d(np.ones(2000))],
    ids=["range", "decimal", "poly"],
)
def test_what_would_become_too_large_says_so(value):
    with pytest.raises(WireError, match="it is a"):
        Codec().dumps(value)
