"""Finds the names that a test cell takes from the notebook, and those that it makes itself."""

import ast
from collections.abc import Iterable

LISTINGS = {"dir", "globals", "locals", "vars"}  # which a test may look into for a name
MAIN = "__main__."  # before a name of the notebook, in `mock.patch("__main__.f", …)`


def names_asked_for(tree: ast.Module) -> set[str]:
    """Return the names that a cell uses before it makes them, if it makes them at all.

    What stands in a function is used when that is called, so a name counts there only if the cell never
    makes it. A cell that lists all names asks for those whose text it holds, and any cell for those that it
    gives to `mock.patch`.
    """
    found = Names()
    found.visit(tree)
    names = found.used | (found.used_later - found.made)
    constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    texts = {text for text in constants if isinstance(text, str)}
    names |= {text.removeprefix(MAIN) for text in texts if text.startswith(MAIN)}
    if names & LISTINGS:
        names |= texts | {node.arg for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg}
    return {name for name in names if name.isidentifier()}


def names_bound(tree: ast.Module) -> set[str]:
    """Return the names that a cell makes, outside of its functions and classes."""
    found = Names()
    found.visit(tree)
    return found.made


class Names(ast.NodeVisitor):
    """Visits a cell in the order in which it runs."""

    def __init__(self) -> None:
        self.made: set[str] = set()
        self.used: set[str] = set()  # before they were made
        self.used_later: set[str] = set()  # in functions and classes
        self.inner: list[set[str]] = []  # the names of the functions, classes and comprehensions around

    def visit_all(self, *parts: ast.AST | None | Iterable[ast.AST]) -> None:
        """Visit these, in this order."""
        for part in parts:
            if isinstance(part, ast.AST):
                self.visit(part)
            elif part is not None:
                self.visit_all(*part)

    def make(self, name: str) -> None:
        """Note that a name is made here."""
        (self.inner[-1] if self.inner else self.made).add(name)

    def visit_Name(self, node: ast.Name) -> None:
        """Called for a name that is used, made or deleted."""
        if isinstance(node.ctx, ast.Store):
            self.make(node.id)
        elif not any(node.id in names for names in self.seen_from_here()):
            if not self.now():
                self.used_later.add(node.id)
            elif node.id not in self.made:
                self.used.add(node.id)

    def seen_from_here(self) -> list[set[str]]:
        """Return the names around that Python looks through: a method does not see those of its class."""
        return [names for names in self.inner if not isinstance(names, OfClass) or names is self.inner[-1]]

    def now(self) -> bool:
        """Tell whether what is visited runs at once: in a comprehension, but not in a function."""
        return all(isinstance(names, Own) for names in self.inner)

    def visit_Assign(self, node: ast.Assign) -> None:
        """Called for an assignment: its value comes first."""
        self.visit_all(node.value, node.targets)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """Called for an assignment with a type."""
        self.visit_all(node.annotation, node.value, node.target if node.value else None)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        """Called for `x += 1`, which uses the name, too."""
        if isinstance(node.target, ast.Name):
            self.visit(ast.Name(node.target.id, ast.Load()))
        self.visit_all(node.value, node.target)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        """Called for `(x := 1)`."""
        self.visit_all(node.value, node.target)

    def visit_For(self, node: ast.For | ast.AsyncFor) -> None:
        """Called for a loop."""
        self.visit_all(node.iter, node.target, node.body, node.orelse)

    visit_AsyncFor = visit_For

    def visit_comprehension_of(self, node: ast.AST) -> None:
        """Called for a comprehension, whose variables are its own."""
        self.inner.append(Own())
        for part in node.generators:  # type: ignore[attr-defined]
            self.visit_all(part.iter, part.target, part.ifs)
        parts = [getattr(node, field, None) for field in ("key", "value", "elt")]
        self.visit_all(*parts)
        self.inner.pop()

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = visit_comprehension_of

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        """Called for a function: what it uses is used later."""
        given = node.args
        self.visit_all(node.decorator_list, given.defaults, filter(None, given.kw_defaults), node.returns)
        self.make(node.name)
        self.visit_inner(node.body, given)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Lambda(self, node: ast.Lambda) -> None:
        """Called for a function without a name."""
        self.visit_all(node.args.defaults, filter(None, node.args.kw_defaults))
        self.visit_inner([node.body], node.args)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Called for a class."""
        self.visit_all(node.decorator_list, node.bases, (keyword.value for keyword in node.keywords))
        self.make(node.name)
        self.visit_inner(node.body)

    def visit_inner(self, body: list[ast.stmt] | list[ast.expr], given: ast.arguments | None = None) -> None:
        """Visit what has names of its own; those that it makes anywhere are its own everywhere."""
        own = Names()
        own.visit_all(body)
        shared = {name for part in body for node in ast.walk(part) for name in shared_by(node)}
        parameters = {node.arg for node in ast.walk(given) if isinstance(node, ast.arg)} if given else set()
        self.made |= shared & own.made
        names = parameters | own.made - shared
        self.inner.append(names if given else OfClass(names))
        self.visit_all(body)
        self.inner.pop()

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> None:
        """Called for an import."""
        for alias in node.names:
            self.make((alias.asname or alias.name).split(".")[0])

    visit_ImportFrom = visit_Import

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        """Called for `except E as error`."""
        self.visit_all(node.type)
        if node.name:
            self.make(node.name)
        self.visit_all(node.body)

    def visit_MatchAs(self, node: ast.MatchAs | ast.MatchStar) -> None:
        """Called for a pattern that gives a name to what it matches."""
        self.generic_visit(node)
        if node.name:
            self.make(node.name)

    visit_MatchStar = visit_MatchAs


class Own(set[str]):
    """The names of a comprehension."""


class OfClass(set[str]):
    """The names of a class."""


def shared_by(node: ast.AST) -> list[str]:
    """Return the names that a `global` statement takes from the notebook."""
    return node.names if isinstance(node, ast.Global) else []
