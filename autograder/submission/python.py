"""Reads a cell of the instructor's as Python, as far as it is Python."""

import ast

TIMED = {"time", "capture"}  # magics that run code which could as well stand without them


def parsed(source: str) -> ast.Module:
    """Return a cell as Python reads it. What `%time` measures stays, other magics and shell lines do not."""
    try:
        return ast.parse(source)
    except SyntaxError:
        from IPython.core.inputtransformer2 import TransformerManager

        tree = WithoutMagics().visit(ast.parse(TransformerManager().transform_cell(source)))
        assert isinstance(tree, ast.Module)
        return ast.fix_missing_locations(tree)


class WithoutMagics(ast.NodeTransformer):
    """Takes out what IPython makes of a magic or a shell line, such as `get_ipython().system("ls")`."""

    def visit_Expr(self, node: ast.Expr) -> ast.AST | list[ast.stmt]:
        """Called for a line that is an expression."""
        found = magic(node.value)
        if found is None:
            return node
        name, code = found
        return (parsed(code).body if name in TIMED else []) or ast.Pass()

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        """Called for `x = %time f()`; what a shell line returns cannot be known, so `x = !ls` stays."""
        name, code = magic(node.value) or ("", "")
        if name in TIMED:
            node.value = ast.parse(code, mode="eval").body
        return node


def magic(call: ast.expr) -> tuple[str, str] | None:
    """Return which magic an expression runs, and on what code; None if it is not one."""
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        return None
    owner = call.func.value
    if not isinstance(owner, ast.Call) or getattr(owner.func, "id", "") != "get_ipython":
        return None
    texts = [part.value for part in call.args if isinstance(part, ast.Constant)]
    return (str(texts[0]), str(texts[-1])) if call.func.attr.startswith("run_") else ("", "")
