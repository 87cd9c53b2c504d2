"""Small changes to solutions that no check notices: for whoever writes a check, not a test itself.

    python tests/mutants.py WEEK/NOTEBOOK [EXERCISE ...]

Each solution in source/ is changed in hundreds of ways, one at a time: an operator, a number, a name, an
argument, a line. Each is put to its exercise's check, in a process of its own. What still passes is printed:
it makes no difference, as max(0, x) for max(x, 0), or the check has a hole, and variants/ lacks a mistake.
"""

import ast
import contextlib
import copy
import io
import os
import signal
import sys
from collections.abc import Iterator

import nbformat
from conftest import ROOT

from autograder.submission.cells import exercise_of, is_demo, is_test

SECONDS = 30  # for one change
OPERATORS = {
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
    """Yield what could stand in the place of a node; `names` are the function's own."""
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
            if len(arguments) > 1:
                yield ast.Call(function, [arguments[1], arguments[0], *arguments[2:]], keywords)
            if arguments and not keywords:
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


class Exchange(ast.NodeTransformer):
    """Puts one node in the place of another."""

    def __init__(self, old: ast.AST, new: ast.AST):
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        """Return the new node for the old one, and any other as it is."""
        return self.new if node is self.old else self.generic_visit(node)


def mutants(source: str) -> Iterator[str]:
    """Yield a solution cell with one change, in every way, as `ast.unparse` writes it."""
    tree = ast.parse(source)
    known = {ast.unparse(tree)}
    for function in (f for f in tree.body if isinstance(f, ast.FunctionDef)):
        inner = list(ast.walk(function))
        names = {n.arg for n in inner if isinstance(n, ast.arg)}
        names |= {n.id for n in inner if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
        body = {id(node) for statement in function.body for node in ast.walk(statement)}
        for place, node in enumerate(ast.walk(tree)):
            for new in changes(node, names) if id(node) in body else ():
                whole = copy.deepcopy(tree)
                changed = ast.unparse(Exchange(list(ast.walk(whole))[place], new).visit(whole))
                if changed not in known:
                    known.add(changed)
                    yield changed


def passes(cells: list[str]) -> bool:
    """Tell whether cells run without an exception, in a fork of this process."""
    child = os.fork()
    if child == 0:
        signal.alarm(SECONDS)
        try:
            for source in cells:
                run(source)
        except BaseException:
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


def run(source: str) -> None:
    """Run a cell in this process, as a notebook does."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        exec(compile(source, "<cell>", "exec"), vars(sys.modules["__main__"]))


def main(name: str, chosen: list[str]) -> None:
    """Print all changes to a notebook's solutions that pass."""
    notebook = nbformat.read(ROOT / "source" / f"{name}.ipynb", as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code" and not is_demo(cell)]
    tests: dict[str, list[str]] = {}
    for cell in filter(is_test, cells):
        tests.setdefault(exercise_of(cell), []).append(cell.source)
    for cell in cells:
        exercise = cell.metadata.get("nbgrader", {}).get("grade_id")
        if exercise in tests and (exercise in chosen or not chosen):
            all_of_them = list(mutants(cell.source))
            left = [one for one in all_of_them if passes([one, *tests[exercise]])]
            print(f"{exercise}: {len(left)} of {len(all_of_them)} pass", flush=True)
            before = ast.unparse(ast.parse(cell.source)).split("\n")
            for after in left:
                pairs = zip(before, after.split("\n"), strict=False)
                old, new = next(pair for pair in pairs if pair[0] != pair[1])
                print(f"    {old.strip()}\n    {new.strip()}\n", flush=True)
        if not is_test(cell):
            run(cell.source)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
