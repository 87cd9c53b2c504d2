"""What a test can ask a student's objects, classes and functions; those that lie harm nobody."""

import collections.abc
import contextlib
import copy
import functools
import inspect
import io
import itertools
import pickle
import sys
import types

import matplotlib.pyplot as plt
import numpy as np
import pytest
from sklearn.linear_model import LinearRegression

from autograder.grading.score import part_given
from autograder.sandbox.line import CandidateLost
from autograder.sandbox.sandbox import Sandbox
from autograder.wire.limits import MAX_YIELDED
from autograder.wire.objects import OPERATIONS, RemoteType
from autograder.wire.references import Reference

pytestmark = pytest.mark.slow

STUDENT = """
import enum, functools, io
from collections import namedtuple
from dataclasses import dataclass
import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LinearRegression

class Dog:
    "barks"
    kind = "dog"
    def __init__(self, name): self.name = name
    def bark(self, n: int = 1):
        "loudly"
        return self.name * n
    def __eq__(self, other): return isinstance(other, Dog) and self.name == other.name
    @classmethod
    def make(cls, name): return cls(name)
    @property
    def size(self): return len(self.name)
class Pup(Dog): pass
class Vec:
    def __init__(self, items): self.items = list(items)
    def __len__(self): return len(self.items)
    def __getitem__(self, i): return self.items[i]
    def __setitem__(self, i, x): self.items[i] = x
    def __add__(self, other): return Vec([a + b for a, b in zip(self.items, other.items)])
    def __rmul__(self, k): return Vec([k * a for a in self.items])
    def __iter__(self): return iter(self.items)
    def __contains__(self, i): return i in self.items
    def __str__(self): return f"Vec{self.items}"
    def __call__(self, i): return self.items[i]
    def __bool__(self): return any(self.items)
    def __enter__(self): self.open = True; return self
    def __exit__(self, *error): self.open = False
class Stack(list):
    def top(self): return self[-1]
class Color(enum.Enum):
    RED = 1
    BLUE = 2
Point = namedtuple("Point", "x y")
@dataclass
class Pair:
    a: int
    b: int = 2
def documented(a, b=2, *, c: int = 3):
    "adds"
    return a + b + c
def squares(n):
    for i in range(n): yield i * i
def endless(item):
    while True: yield item
figure, axes = plt.subplots()
axes.plot([1, 2], [3, 4]); axes.set_title("T")
model = LinearRegression().fit(np.array([[0.0], [1.0]]), [1, 3])
square = functools.partial(pow, 2)
text = io.StringIO("ab")
rex, vec = Dog("rex"), Vec([1, 2])
"""


@contextlib.contextmanager
def notebook(sandbox, source, *names, remote_objects):
    """Yield what a test finds under names that a student's cell has made."""
    sandbox.remote_objects = remote_objects
    sandbox.stop()
    with sandbox.candidate() as line, line.lasting(60) as peer:
        peer.request("begin", [], remote_objects, [])
        ran = peer.request("run", source)
        assert "stops" not in ran, ran
        peer.begin_check()
        yield types.SimpleNamespace(**peer.request("look_up", list(names)))


@pytest.fixture(scope="module")
def sandbox():
    made = Sandbox()
    yield made
    made.close()


TRUE = [  # of what the cell has made, in one process and here
    "rex.name == 'rex' and rex.size == 3 and rex.bark(2) == 'rexrex' and Dog.bark(rex) == 'rex'",
    "rex == Dog('rex') and rex != Dog('max') and type(rex) is Dog and Dog.make('b').name == 'b'",
    "isinstance(rex, Dog) and isinstance(Pup('p'), Dog) and issubclass(Pup, Dog)",
    "isinstance(Dog, type) and not isinstance(rex, Pup) and inspect.isclass(Dog)",
    "not callable(rex) and Dog.kind == 'dog' and Pup.kind == Dog.kind",
    "hasattr(rex, 'bark') and not hasattr(rex, 'meow') and 'bark' in dir(rex)",
    "vars(rex) == {'name': 'rex'} and vars(Pair(1)) == {'a': 1, 'b': 2}",
    "setattr(rex, 'age', 3) is None and rex.age == 3 and copy.deepcopy(rex) is not rex",
    "Dog.__doc__ == rex.__doc__ == 'barks' and rex.bark.__doc__ == 'loudly' and Dog.__name__ == 'Dog'",
    "str(inspect.signature(rex.bark)) == '(n: int = 1)' and 'name' in inspect.signature(Dog).parameters",
    "len(vec) == 2 and vec[1] == 2 and list(vec) == [1, 2] and 1 in vec and 7 not in vec and vec(0) == 1",
    "(vec + vec).items == (2 * vec).items == [2, 4] and str(vec) == 'Vec[1, 2]' and vec and not Vec([])",
    "np.array(vec).tolist() == [1, 2] and vec.__len__() == 2 and next(iter(vec)) == 1",
    "Stack([1, 2]).top() == 2 and Stack([1, 2]) == [1, 2] and Stack([1])[0] == 1 and len(Stack()) == 0",
    "Color.RED.value == 1 and Color(1) is Color.RED and Color['BLUE'] is Color.BLUE and len(Color) == 2",
    "isinstance(Color.RED, Color) and [color.name for color in Color] == ['RED', 'BLUE']",
    "Point(1, 2).y == 2 and Point(1, 2)._asdict() == {'x': 1, 'y': 2} and Point(1, 2) == Point(1, 2)",
    "Pair(1).b == 2 and Pair(1) == Pair(1, 2) and repr(Pair(1)) == 'Pair(a=1, b=2)'",
    "axes.get_title() == 'T' and len(axes.lines) == 1 and isinstance(axes, plt.Axes)",
    "axes.lines[0].get_xydata()[1, 1] == 4 and isinstance(figure, plt.Figure) and len(figure.axes) == 1",
    "isinstance(model, LinearRegression) and round(model.predict([[2.0]])[0]) == 5",
    "square.args == (2,) and square(3) == 8 and isinstance(square, functools.partial)",
    "isinstance(text, io.StringIO) and text.getvalue() == 'ab' and list(text) == ['ab']",
    "squares(2).__name__ == 'squares' and next(squares(2)) == 0 and list(squares(3)) == [0, 1, 4]",
]
TRUE_OF_DATA = [  # the same where objects stay with the student
    "documented.__doc__ == 'adds' and callable(documented) and inspect.isfunction(documented)",
    "str(inspect.signature(documented)) == '(a, b=2, *, c: int = 3)' and documented.__defaults__ == (2,)",
    "'return a + b + c' in inspect.getsource(documented)",
    "documented.__code__.co_varnames == ('a', 'b', 'c') and documented.__annotations__ == {'c': int}",
    "isinstance(squares(3), types.GeneratorType) and isinstance(squares(3), collections.abc.Iterator)",
    "list(squares(4)) == [0, 1, 4, 9] and [next(s) for s in [squares(2)] * 2] == [0, 1]",
    "list(itertools.islice(endless(7), 3)) == [7, 7, 7]",
]
NAMES = "Dog Pup Vec Stack Color Point Pair documented squares endless figure axes model square text rex vec"


HERE: dict = {  # what the claims use beside it
    **{
        module.__name__: module
        for module in (collections.abc, copy, functools, inspect, io, itertools, types)
    },
    **{"collections": collections, "plt": plt, "np": np, "LinearRegression": LinearRegression},
}


def true_of(found, claim):
    return bool(eval(claim, dict(HERE), vars(found)))


def test_a_test_looks_into_objects_where_a_course_allows_it(sandbox):
    with notebook(sandbox, STUDENT, *NAMES.split(), remote_objects=True) as found:
        assert [claim for claim in TRUE if not true_of(found, claim)] == []
        with found.vec as entered:
            assert entered is found.vec and found.vec.open
        assert not found.vec.open
        found.vec[0] = 5
        del found.rex.name
        assert found.vec.items == [5, 2] and not hasattr(found.rex, "name")


def test_what_is_known_of_functions_and_iterators_needs_no_permission(sandbox):
    for remote_objects in (False, True):
        with notebook(sandbox, STUDENT, *NAMES.split(), remote_objects=remote_objects) as found:
            assert [claim for claim in TRUE_OF_DATA if not true_of(found, claim)] == []


def test_without_permission_nothing_is_asked_of_an_object(sandbox):
    with notebook(sandbox, STUDENT, "rex", "Dog", "model", remote_objects=False) as found:
        for value in (found.rex, found.Dog, found.model):
            assert not hasattr(value, "name") and not hasattr(value, "bark") and not hasattr(value, "coef_")
        assert found.rex != found.Dog("rex")


# ── those that lie ───────────────────────────────────────────────────────────────────────────────


def test_a_function_of_the_test_gets_its_own_object_back(sandbox):
    source = "class A: pass\na = A()\ndef f(g): return g(a)"
    with notebook(sandbox, source, "f", "a", "A", remote_objects=True) as found:
        assert found.f(lambda a: a) is found.a and found.f(lambda a: isinstance(a, found.A))


def test_special_methods_that_read_memory_are_not_asked_for(sandbox):
    source = """
class Lie:
    __array_interface__ = {"data": (4096, False), "shape": (9,), "typestr": "<f8", "version": 3}
    __array_struct__ = __array__ = __buffer__ = __reduce__ = lambda self, *args: 1 / 0
    def __getattr__(self, name): return 3
a = Lie()"""
    with notebook(sandbox, source, "a", remote_objects=True) as found:
        assert np.asarray(found.a).dtype == object
        assert found.a.anything == 3 and not hasattr(found.a, "__array_interface__")
        with pytest.raises(TypeError, match="cannot be pickled"):
            pickle.dumps(found.a)


def test_an_object_passes_for_no_number_and_for_nothing_of_the_grader(sandbox):
    source = """
import autograder.wire.kinds.others as others
class Lie(float):
    __eq__ = __ge__ = lambda self, other: True
    __float__ = lambda self: 1e9
a = Lie()
told = others.described
def described(kind, refer):
    number, name, reference, bases, library, special, of_class = told(kind, refer)
    wanted = [["autograder.wire.references", "Reference"], ["builtins", "float"], ["numpy", "ndarray"]]
    wanted += [["sys", "modules"], ["os", "system"]]
    return [number, name, reference, bases, wanted, special, of_class]
others.described = described"""
    with notebook(sandbox, source, "a", remote_objects=True) as found:
        assert not isinstance(found.a, (float, int, np.ndarray, Reference, types.FunctionType))
        assert part_given(found.a, 1) is None and found.a == 0


@pytest.mark.parametrize(
    "lie",
    ["lambda: [*endless]", "lambda: Long()", "lambda: Endless()"],
    ids=["a list", "a length", "items"],
)
def test_what_never_ends_is_stopped(sandbox, lie):
    source = f"""
import itertools, resource
big = bytes({MAX_YIELDED // 20})
endless = itertools.repeat(big, 30)
class Long:
    def __len__(self): return 2**62
    def __getitem__(self, i): return big
class Endless:
    def __getitem__(self, i): return big
f = {lie}"""
    with (
        notebook(sandbox, source, "f", remote_objects=True) as found,
        pytest.raises((ValueError, MemoryError)),
    ):
        list(found.f())


@pytest.mark.long
def test_a_chain_of_attributes_that_never_ends_costs_no_more_than_its_check(sandbox):
    source = "class Node:\n    @property\n    def next(self): return Node()\na = Node()"
    with (
        pytest.raises(CandidateLost, match="too many references"),
        notebook(sandbox, source, "a", remote_objects=True) as found,
    ):
        while True:
            found.a = found.a.next


OWN = {"__slots__", "__module__", "__doc__", "_remote_line", "_remote_class", "_remote_library"}


@pytest.mark.parametrize("remote_objects", [False, True])
@pytest.mark.parametrize(
    "forged",
    [
        "['class', 0, 'A', [], [], ['__getattribute__', '__class__', '__del__', '_remote_peer'], []]",
        "['class', 0, 'A', [], [], ['__init_subclass__'], ['__new__', 'mro', '__prepare__']]",
        "['class', 0, 'A', [['yours', 0]], [], [], []]",
        "['class', 0, 'A', [3], [['os', 'system']], [], []]",
        "['class', 0, 'A' * 99999, [], [['sys', 'modules.os']], ['__len__'] * 999, []]",
        "['object', 0, 'a', ['class', 1, 'A', [], [3], [], []]]",
        "['object', 0, 'a', ['list', [1, 2]]]",
        "['object', 0, 'a', ['function', 1, 'float', True]]",
    ],
)
def test_forged_classes_are_refused_or_harmless(sandbox, forged, remote_objects):
    source = f"""
import autograder.wire.kinds.others as others
others.Other.pack = others.OfStudent.pack = lambda self, value, packing, depth: {forged}
class A: pass
a = A()"""
    modules = dict(sys.modules)
    with (
        contextlib.suppress(CandidateLost),
        notebook(sandbox, source, "a", remote_objects=remote_objects) as found,
    ):
        assert not isinstance(found.a, (int, float, list, Reference))
        kind = found.a if isinstance(found.a, type) else type(found.a)
        if isinstance(kind, RemoteType):
            added = set(vars(kind)) | (set(vars(type(kind))) - set(vars(RemoteType)))
            assert added <= {*OPERATIONS, *OWN}
    assert dict(sys.modules) == modules
