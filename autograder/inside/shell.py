"""Inside the sandbox: the shell that cells run in. It does what a kernel's does, and continues where it can.

A magic or a shell line that cannot work here, and an import that fails, are noted where the student sees
errors, and the rest of the cell runs. If a cell stops all the same, whatever it would have defined further
down is defined, unless something else defines it. So a mistake costs no more than its own line.
"""

import ast
import contextlib
import functools
import linecache
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.interactiveshell import ExecutionInfo, ExecutionResult, InteractiveShell
from IPython.utils.capture import capture_output
from IPython.utils.text import SList
from traitlets import Type
from traitlets.config import Config

# The first time that these run, they import something or look through all installed packages. Each is for
# those who have imported the module before it.
FIRST_TIMES = [
    ("builtins", "1 / 0"),
    ("builtins", "'shown'"),
    ("matplotlib.pyplot", "%matplotlib inline"),
    ("helpers.environment", "from helpers.environment import check_environment; check_environment()"),
    ("sklearn", "from helpers.data import wine; wine()"),  # one that reads a table
]
INSTALLER = re.compile(r"\s*(sudo\s+)?(\S*python\S*\s+-m\s+)?(pip|conda|mamba|uv|apt|apt-get|brew)3?\s")
IDLE = {"autoreload"}  # looks at the files of all modules before each cell; here they do not change
MAKERS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
IMPORTS = (ast.Import, ast.ImportFrom)


class Results(DisplayHook):
    """Shows the value of a cell's last line as a kernel does, not as a terminal."""

    def write_output_prompt(self) -> None:
        """Called by IPython before the value: a notebook has its own prompt."""

    def write_format_data(self, format_dict: dict[str, Any], md_dict: dict[str, Any] | None = None) -> None:
        """Called by IPython with the value in several formats."""
        assert self.shell is not None  # it was made by one
        self.shell.display_pub.publish(format_dict, md_dict)


class Shell(InteractiveShell):
    """Runs cells, and remembers in `stops` which lines could not be run, and why."""

    displayhook_class = Type(Results)

    def __init__(self, **kwargs: Any):
        super().__init__(**kwargs)
        self.stops: list[tuple[str, BaseException]] = []
        self.silent = False  # whether what raises now is not to be shown
        self.kernel = SimpleNamespace(shell=self, do_shutdown=lambda restart: None)

    # ── what a kernel's shell has ────────────────────────────────────────────────────────────

    def enable_gui(self, gui: str | None = None) -> None:
        """Called by `%matplotlib` and `plt.ion`: there is no window here."""

    def enable_matplotlib(self, gui: str | None = None) -> tuple[str, str | None]:
        """Called by `%matplotlib` and `%pylab`: whatever is asked for, figures go into the notebook."""
        chosen: tuple[str, str | None] = super().enable_matplotlib("inline")
        return chosen

    def ask_exit(self) -> None:
        """Called by `exit` and `quit`: the cells that follow still run."""

    def magic(self, line: str) -> Any:
        """Run a line magic in the way of older notebooks."""
        name, _, rest = line.partition(" ")
        return self.run_line_magic(name.lstrip("%"), rest, _stack_depth=2)

    def system(self, cmd: str) -> None:
        """Run a `!command`. There is no terminal for it, and no input."""
        done = self.in_system_shell(self.var_expand(cmd, depth=1))
        print(done.stdout, end="")
        self.user_ns["_exit_code"] = done.returncode

    system_piped = system_raw = system

    def getoutput(self, cmd: str, split: bool = True, depth: int = 0) -> SList:
        """Return the lines that a `!!command` prints."""
        return SList(self.in_system_shell(self.var_expand(cmd, depth=depth + 1)).stdout.splitlines())

    def in_system_shell(self, command: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the system's shell."""
        try:
            if INSTALLER.match(command):
                raise OSError("nothing can be installed here")
            return subprocess.run(
                command, shell=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT, text=True, errors="replace",
            )  # fmt: skip
        except OSError as error:
            note(f"!{command:.200}", error)
            return subprocess.CompletedProcess(command, 1, "")

    # ── going on ─────────────────────────────────────────────────────────────────────────────

    def run_line_magic(self, magic_name: str, line: str, _stack_depth: int = 1) -> Any:
        """Called by a cell for each `%magic`: one that fails is noted."""
        try:
            if not IDLE & {magic_name, line.strip()}:
                return super().run_line_magic(magic_name, once(magic_name, line), _stack_depth + 1)
        except Exception as error:
            note(f"%{magic_name} {line}", error)

    def run_cell_magic(self, magic_name: str, line: str, cell: str) -> Any:
        """Called for each `%%magic`: what stands under `%%time`, or one not known here, is ordinary code."""
        if magic_name != "time" and self.find_cell_magic(magic_name) is not None:
            return super().run_cell_magic(magic_name, once(magic_name, line), cell)
        self.run_cell(cell).raise_error()

    def define(self, source: str) -> None:
        """Make what a cell imports and defines, and run nothing else of it."""
        name = self.compile.cache(source, 0)
        with contextlib.suppress(SyntaxError, ValueError):
            for node in ast.parse(self.transform_cell(source)).body:
                if isinstance(node, MAKERS + IMPORTS):
                    with contextlib.suppress(Exception):
                        exec(compile(ast.Module([node], []), name, "exec"), self.user_ns)

    async def run_ast_nodes(
        self,
        nodelist: list[ast.stmt],
        cell_name: str,
        interactivity: str = "last_expr",
        compiler: Any = compile,
        result: ExecutionResult | None = None,
    ) -> bool:
        """Called by IPython to run a cell, statement after statement; return whether it stopped."""

        async def stops(node: ast.stmt, result: ExecutionResult) -> bool:
            shown = interactivity if node is nodelist[-1] else "none"
            stopped: bool = await super(Shell, self).run_ast_nodes([node], cell_name, shown, compiler, result)
            return stopped

        if result is None:
            result = nobodys_result()
        for position, node in enumerate(nodelist):
            if not await stops(node, result):
                continue
            # Either the line has failed, or Python could not compile it: a `return` outside of a function.
            error = result.error_before_exec if result.error_in_exec is None else result.error_in_exec
            line = linecache.getline(cell_name, node.lineno).strip()
            told = any(error is known for _, known in self.stops)  # under a `%%magic` the error comes twice
            if error is not None and not told:
                self.stops.append((line, error))
            if isinstance(node, IMPORTS) and isinstance(error, Exception):
                note(line, error)
                result.error_in_exec = None
                continue
            self.silent = True
            for later in nodelist[position + 1 :]:
                made = list(names_bound(later))
                if made and not any(name in self.user_ns for name in made):
                    await stops(later, nobodys_result())
            self.silent = False
            return True
        return False


def nobodys_result() -> ExecutionResult:
    """Return a place for the result of a statement that nobody asks for."""
    return ExecutionResult(ExecutionInfo("", False, True, True, None))


def without_windows(switch_backend: Callable[[str], None]) -> Callable[[str], None]:
    """Return Matplotlib's `switch_backend`, changed to leave all as it is if a window would be needed."""

    @functools.wraps(switch_backend)
    def switch(newbackend: str) -> None:
        try:
            switch_backend(newbackend)
        except ImportError as error:
            note(f"the backend {newbackend}", error)

    return switch


def once(magic_name: str, line: str) -> str:
    """Return the options of a magic; `%timeit` measures once, and does not repeat for seconds."""
    return f"-n1 -r1 {line}" if magic_name == "timeit" and "-" not in line else line


def note(line: str, error: BaseException) -> None:
    """Tell the student of a line that could not run, and that the rest of its cell did."""
    told = str(error).strip() or "it failed"
    print(f"{line.strip()}\n  cannot run while grading ({type(error).__name__}: {told})", file=sys.stderr)


def names_bound(node: ast.stmt) -> Iterator[str]:
    """Yield the names that a definition, an import or an assignment binds."""
    if isinstance(node, MAKERS):
        yield node.name
    elif isinstance(node, IMPORTS):
        yield from ((alias.asname or alias.name).split(".")[0] for alias in node.names)
    elif isinstance(node, (ast.Assign, ast.AnnAssign)):
        for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
            yield from (part.id for part in ast.walk(target) if isinstance(part, ast.Name))


def make_shell() -> Shell:
    """Return the shell that cells run in, with what a notebook is used to; libraries are imported already."""
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    config.InteractiveShell.history_load_length = 0
    shell = Shell.instance(config=config)
    if (plt := sys.modules.get("matplotlib.pyplot")) is not None:
        plt.switch_backend = without_windows(plt.switch_backend)  # type: ignore[attr-defined]
    with capture_output():
        for module, source in FIRST_TIMES:
            if module in sys.modules:
                shell.run_cell(source, store_history=False)
    shell.reset(new_session=False)
    shell.user_ns.update(_="", __="", ___="")
    return shell
