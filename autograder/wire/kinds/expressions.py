"""Expressions and matrices of SymPy, as trees of names and arguments. SymPy is never imported here.

Nothing is evaluated on the way: 10**(10**10) stays a power. And nothing may have a name that is code where a
check makes a function of an expression: SymPy's `lambdify` writes names down as they are, and runs that.
"""

import builtins
import keyword
import re
import sys
from collections.abc import Callable
from typing import Any

from autograder.wire.errors import WireError
from autograder.wire.kinds.kind import Kind, Merged, Packing, Unpacking, demand, imported
from autograder.wire.kinds.others import referred
from autograder.wire.limits import MAX_INT_DIGITS
from autograder.wire.references import Reference

MAX_DEEP = 60
MAX_EXPONENT = 10_000  # of two, in a floating-point number
NAME = re.compile(r"[\w{}\\^]{1,100}")  # no call, no attribute, no text
FUNCTION = re.compile(r"[A-Za-z]\w{0,30}", re.ASCII)
LIBRARIES = ("math", "cmath", "mpmath", "sympy", "numpy", "numpy.linalg", "scipy", "scipy.special", "torch")
CLASSES = [
    *("Add", "Mul", "Pow", "Mod", "Max", "Min", "Order", "Tuple", "Derivative", "Integral", "Sum", "Product"),
    *("Equality", "Unequality", "StrictLessThan", "LessThan", "StrictGreaterThan", "GreaterThan"),
    *("And", "Or", "Not", "Lambda", "ExprCondPair"),
    *("FiniteSet", "Interval", "Union", "Intersection", "Complement"),
    *("ProductSet", "ImageSet", "ConditionSet"),
]
SINGLE = [
    *("Pi", "Exp1", "ImaginaryUnit", "Infinity", "NegativeInfinity", "ComplexInfinity", "NaN"),
    *("EulerGamma", "GoldenRatio", "Catalan", "BooleanTrue", "BooleanFalse", "EmptySet", "UniversalSet"),
    *("Reals", "Integers", "Rationals", "Naturals", "Naturals0", "Complexes"),
]


def sympy() -> Any:
    """Return SymPy, if it is imported and complete."""
    return sys.modules["sympy"] if imported("sympy", "Symbol") is not None else None


class Expression(Kind):
    """What SymPy computes with."""

    tags = ("sympy",)

    def recognises(self, kind: type) -> bool:
        basic = imported("sympy", "Basic")
        return basic is not None and issubclass(kind, basic)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        try:
            tree = tree_of(value)
            same = made(sympy(), tree, lambda: None) == value
        except Exception:  # of what SymPy has or students derive from it, most is not in the lists
            same = False
        return ["sympy", tree] if same else referred(value, packing, depth)

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        [tree] = parts
        module = sympy()
        return Reference(0, "object", "Expr") if module is None else made(module, tree, unpacking.in_time)


class Matrix(Kind):
    """Matrices of expressions."""

    tags = ("sympy_matrix",)
    types = ("MutableDenseMatrix", "ImmutableDenseMatrix")

    def recognises(self, kind: type) -> bool:
        return any(kind is imported("sympy", name) for name in self.types)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        entries = [packing.pack(entry, depth + 1) for entry in value.flat()]
        if any(entry[0] != "sympy" for entry in entries):
            return referred(value, packing, depth)
        return ["sympy_matrix", type(value).__name__, *value.shape, entries]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        name, rows, columns, trees = parts
        entries = [unpacking.unpack(tree, depth + 1) for tree in trees]
        module = sympy()
        if module is None:
            return Reference(0, "object", "Matrix")
        demand(name in self.types and type(rows) is type(columns) is int and rows >= 0 and columns >= 0)
        demand(rows * columns == len(entries) and rows + columns <= max(10, 2 * len(entries)))
        demand(all(isinstance(entry, module.Expr) for entry in entries))
        return getattr(module, name)(rows, columns, entries)

    def update(self, mine: Any, theirs: Any, merged: Merged) -> bool:
        same = type(theirs) is type(mine) is sympy().MutableDenseMatrix and mine.shape == theirs.shape
        if same:
            mine[:, :] = theirs
        return same


def tree_of(value: Any, deep: int = 0) -> list[Any]:
    """Return an expression as a tree."""
    name, module = type(value).__name__, sympy()
    if deep > MAX_DEEP:
        raise WireError(f"it is nested deeper than {MAX_DEEP} levels")
    if name in SINGLE:
        return ["single", name]
    if value.is_Rational:
        return ["rational", str(value.p), str(value.q)]
    if value.is_Float:
        sign, digits, exponent, _ = value._mpf_
        return ["float", str(-digits if sign else digits), exponent, value._prec]
    if isinstance(value, module.Symbol):
        index = [value.dummy_index] if name == "Dummy" else []
        return ["symbol", value.name, list(value._assumptions_orig.items()), *index]
    inner = [tree_of(argument, deep + 1) for argument in value.args]
    return [
        "call" if isinstance(type(value), module.FunctionClass) and is_own(value) else "node",
        name,
        *inner,
    ]


def is_own(value: Any) -> bool:
    """Tell whether an expression is a function without a definition, such as y(t)."""
    return isinstance(value, sys.modules["sympy.core.function"].AppliedUndef)


def made(module: Any, tree: Any, in_time: Callable[[], None], deep: int = 0) -> Any:
    """Return the expression that a tree stands for, as it is: nothing is evaluated."""
    in_time()
    demand(deep <= MAX_DEEP)
    tag, name, *parts = tree
    demand(type(name) is str)
    if tag in ATOMS:
        return ATOMS[tag](module, name, *parts)
    kind = class_of(module, name) if tag == "node" else own_function(module, name)
    return assembled(module, kind, [made(module, part, in_time, deep + 1) for part in parts])


def assembled(module: Any, kind: Any, arguments: list[Any]) -> Any:
    """Return an expression of a class, with what SymPy notes beside the arguments."""
    found = module.Basic.__new__(kind, *arguments)
    if hasattr(kind, "_new_args_filter") or kind is module.FiniteSet:
        found._args_set = found._argset = frozenset(arguments)
    if issubclass(kind, module.Function):
        found.nargs = kind.nargs
    elif "is_commutative" in dir(kind) and not isinstance(vars_of(kind, "is_commutative"), property):
        found.is_commutative = all(argument.is_commutative is not False for argument in arguments)
    return found


def vars_of(kind: type, name: str) -> Any:
    """Return what a class or one of its bases has under a name, as it is there."""
    return next((vars(base)[name] for base in kind.__mro__ if name in vars(base)), None)


def class_of(module: Any, name: str) -> Any:
    """Return one of the classes that may cross; it is never called."""
    of_pieces = sys.modules["sympy.functions.elementary.piecewise"]
    kind = getattr(of_pieces if name == "ExprCondPair" else module, name, None)
    function = isinstance(kind, type) and issubclass(kind, module.Function)
    demand(name in CLASSES or (function and kind.__module__.startswith("sympy.functions.")))
    return kind


def own_function(module: Any, name: str) -> Any:
    """Return a function without a definition; its name must not be that of a function of Python's."""
    taken = keyword.iskeyword(name) or hasattr(builtins, name)
    taken |= any(hasattr(sys.modules.get(library), name) for library in LIBRARIES)
    demand(bool(FUNCTION.fullmatch(name)) and not taken)
    return module.Function(name)


def single(module: Any, name: str) -> Any:
    """Return a constant or a set that there is only one of."""
    demand(name in SINGLE)
    return getattr(module.S, name)


def rational(module: Any, above: str, below: str) -> Any:
    """Return a whole number, or a ratio of two."""
    p, q = whole(above), whole(below)
    demand(q > 0)
    return module.Rational(p, q)


def floating(module: Any, digits: str, exponent: int, precision: int) -> Any:
    """Return a floating-point number."""
    demand(type(exponent) is type(precision) is int)
    demand(abs(exponent) <= MAX_EXPONENT and 0 < precision <= MAX_EXPONENT)
    number = sys.modules["mpmath"].libmp.from_man_exp(whole(digits), exponent)
    return module.Float._new(number, precision, zero=False)


def symbol(module: Any, name: str, assumptions: list[Any], *index: int) -> Any:
    """Return a symbol with what is assumed of it."""
    known = sys.modules["sympy.core.assumptions"]._assume_defined
    demand(
        bool(NAME.fullmatch(name))
        and all(key in known and value in (True, False) for key, value in assumptions)
    )
    if not index:
        return module.Symbol(name, **dict(assumptions))
    [number] = index
    demand(type(number) is int)
    return module.Dummy(name, dummy_index=number, **dict(assumptions))


def whole(digits: str) -> int:
    """Return a whole number."""
    demand(type(digits) is str and len(digits) <= MAX_INT_DIGITS)
    return int(digits)


ATOMS: dict[str, Callable[..., Any]] = {
    "single": single,
    "rational": rational,
    "float": floating,
    "symbol": symbol,
}
