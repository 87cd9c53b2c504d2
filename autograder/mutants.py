"""Makes small changes to solutions. Nearly all of them are mistakes, and the checks should notice these.

Cosmic Ray and mutmut change programs of any kind, but they know only Python's operators and none of NumPy's
functions. Here, the changes that matter most are a mean in place of a sum, a missing axis, and a wrong name.
"""

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

OPERATORS: dict[type[ast.AST], list[type[Any]]] = {
    ast.Add: [ast.Sub, ast.Mult], ast.Sub: [ast.Add], ast.Mult: [ast.Div, ast.Add],
    ast.Div: [ast.Mult, ast.FloorDiv], ast.FloorDiv: [ast.Div], ast.Mod: [ast.FloorDiv],
    ast.Pow: [ast.Mult], ast.MatMult: [ast.Mult], ast.And: [ast.Or], ast.Or: [ast.And],
    ast.Lt: [ast.LtE, ast.Gt], ast.LtE: [ast.Lt, ast.GtE],
    ast.Gt: [ast.GtE, ast.Lt], ast.GtE: [ast.Gt, ast.LtE],
    ast.Eq: [ast.NotEq], ast.NotEq: [ast.Eq], ast.Is: [ast.IsNot], ast.IsNot: [ast.Is],
    ast.In: [ast.NotIn], ast.NotIn: [ast.In],
}  # fmt: skip
NAMES = [
    "sum mean max", "mean median", "max min", "maximum minimum", "argmax argmin", "zeros ones", "exp exp2",
    "zeros_like ones_like", "log log2", "sqrt square", "ceil floor", "std var", "any all", "normal uniform",
    "permutation choice", "append extend", "reduce_sum reduce_mean", "matmul multiply", "relu sigmoid",
]  # fmt: skip


def changes(node: ast.AST, names: set[str]) -> Iterator[ast.AST]:
    """Yield what could take the place of a node; `names` are those of the function itself."""
    match node:
        case ast.BinOp(left, op, right):
            yield from (ast.BinOp(left, other(), right) for other in OPERATORS.get(type(op), []))
            yield from (left, right)
            if not isinstance(op, ast.Add | ast.Mult):
                yield ast.BinOp(right, op, left)
        case ast.BoolOp(op, values):
            yield from (ast.BoolOp(other(), values) for other in OPERATORS[type(op)])
        case ast.Compare(left, [op], [right]):
            yield from (ast.Compare(left, [other()], [right]) for other in OPERATORS[type(op)])
        case ast.UnaryOp(_, operand):
            yield operand
        case ast.Constant(bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(int(value)):
            yield from (ast.Constant(value + 1), ast.Constant(value - 1))
        case ast.Constant(float(value)):
            yield from (ast.Constant(1.1 * value), ast.Constant(10 * value), ast.Constant(0.0))
        case ast.Name(name, ast.Load()) if name in names:
            yield from (ast.Name(other, ast.Load()) for other in sorted(names - {name}))
        case ast.Attribute(value, "T"):
            yield value
        case ast.Attribute(value, name, context):
            alike = {other for row in NAMES for other in row.split() if name in row.split()} - {name}
            yield from (ast.Attribute(value, other, context) for other in sorted(alike))
        case ast.Call(function, arguments, keywords):
            for i in range(len(keywords)):
                yield ast.Call(function, arguments, keywords[:i] + keywords[i + 1 :])
            if len(arguments) > 1 and not is_symmetric(function):
                yield ast.Call(function, [arguments[1], arguments[0], *arguments[2:]], keywords)
            if arguments and not keywords and not isinstance(arguments[0], ast.Starred):
                yield arguments[0]
        case ast.Subscript(value, _, ast.Load()):
            yield value
        case ast.IfExp(_, one, other):
            yield from (one, other)
        case ast.If(_, one, other):
            yield from (ast.If(ast.Constant(value), one, other) for value in (True, False))
        case ast.Return(ast.Tuple(values, context)):
            yield ast.Return(ast.Tuple(values[::-1], context))
        case ast.Expr(ast.Constant()):
            return  # a docstring
        case ast.Expr() | ast.Assign() | ast.AugAssign() | ast.Break() | ast.Continue():
            yield ast.Pass()


def is_symmetric(function: ast.expr) -> bool:
    """Tell whether the order of two arguments means nothing to a function."""
    match function:
        case ast.Name("max" | "min") | ast.Attribute(_, "maximum" | "minimum" | "hypot"):
            return True
    return False


@dataclass(frozen=True)
class Place:
    """Where a node stands: in a field of its parent, or in a list there."""

    parent: ast.AST
    field: str
    number: int | None

    def put(self, node: ast.AST) -> None:
        """Put a node there."""
        if self.number is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.number] = node


def places(tree: ast.AST) -> Iterator[tuple[ast.AST, Place]]:
    """Yield each node of a tree and where it stands, in the order of `ast.walk`."""
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            several = isinstance(value, list)
            for number, node in enumerate(value if several else [value]):
                if isinstance(node, ast.AST):
                    yield node, Place(parent, field, number if several else None)


def mutants(source: str) -> Iterator[str]:
    """Yield a solution cell with every possible single change, as `ast.unparse` writes it."""
    tree = ast.parse(source)
    known = {ast.unparse(tree)}
    for function in (f for f in tree.body if isinstance(f, ast.FunctionDef)):
        inner = list(ast.walk(function))
        names = {n.arg for n in inner if isinstance(n, ast.arg)}
        names |= {n.id for n in inner if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
        body = {id(node) for statement in function.body for node in ast.walk(statement)}
        body -= {id(n) for statement in inner if only_prints(statement) for n in ast.walk(statement)}
        for node, place in list(places(tree)):
            for new in changes(node, names) if id(node) in body else ():
                place.put(new)
                changed = ast.unparse(tree)
                place.put(node)
                if changed not in known:
                    known.add(changed)
                    yield changed


def only_prints(node: ast.AST) -> bool:
    """Tell whether a statement does nothing but print: no check can see that."""
    match node:
        case ast.Expr(ast.Call(ast.Name("print"))):
            return True
        case ast.If(_, statements, []):
            return all(map(only_prints, statements))
    return False


def reworded(source: str) -> Iterator[tuple[str, str]]:
    """Yield rewordings of a solution that keep its meaning: what was done, and the solution after it."""
    tree = ast.parse(source)
    yield "written by a machine", ast.unparse(tree)
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    if not any(
        isinstance(n, (ast.Global, ast.Nonlocal, ast.FunctionDef))
        for f in functions
        for n in ast.walk(f)
        if n is not f
    ):
        yield "other names for its own variables", ast.unparse(Renamed().visit(copy.deepcopy(tree)))
    if len(functions) == 1 == len(tree.body):
        yield "in a function of its own", nested(functions[0])


class Renamed(ast.NodeTransformer):
    """Gives the variables of a function other names; arguments keep theirs."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        """Rename what is assigned to within a function."""
        arguments = {n.arg for n in ast.walk(node.args) if isinstance(n, ast.arg)}
        inner = list(ast.walk(node))
        stored = {n.id for n in inner if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
        self.own = stored - arguments
        self.generic_visit(node)
        return node

    def visit_Name(self, node: ast.Name) -> ast.Name:
        """Rename one name."""
        return ast.Name(f"{node.id}_of_mine", node.ctx) if node.id in getattr(self, "own", ()) else node


def nested(function: ast.FunctionDef) -> str:
    """Return a function that defines the original function inside itself, and calls it."""
    inner = copy.deepcopy(function)
    inner.name = "inner"
    inner.args.defaults, inner.args.kw_defaults = [], [None] * len(inner.args.kwonlyargs)
    a = function.args
    given: list[ast.expr] = [ast.Name(arg.arg, ast.Load()) for arg in (*a.posonlyargs, *a.args)]
    by_name = [ast.keyword(arg.arg, ast.Name(arg.arg, ast.Load())) for arg in a.kwonlyargs]
    outer = copy.deepcopy(function)
    outer.body = [inner, ast.Return(ast.Call(ast.Name("inner", ast.Load()), given, by_name))]
    return ast.unparse(ast.fix_missing_locations(ast.Module([outer], [])))


def same_code(one: str, other: str) -> bool:
    """Tell whether two solutions are the same apart from comments, docstrings and layout."""
    return plain(one) == plain(other)


def plain(source: str) -> str:
    """Return a solution without comments, docstrings and layout."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    return ast.unparse(tree)
