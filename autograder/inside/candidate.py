"""Inside the sandbox: runs a student's cells, looks up names, answers calls. It knows no test."""

import builtins
import contextlib
import functools
import io
import itertools
import os
import sys
from collections.abc import Callable
from typing import Any

from IPython.utils.capture import capture_output

from autograder.inside.files import Files
from autograder.inside.shell import Shell
from autograder.inside.watched import Watched
from autograder.modules import Finder, set_aside
from autograder.wire.codec import Outgoing
from autograder.wire.errors import LineClosed, WireError
from autograder.wire.kinds import merged, refer_to_types_of_the_student
from autograder.wire.limits import MAX_PRINTED
from autograder.wire.objects import OPERATIONS, attribute_of
from autograder.wire.peer import Peer
from autograder.wire.references import Opaque
from autograder.wire.seeding import seed_everything
from autograder.wire.stand_ins import facts_of
from autograder.wire.warned import noted
from helpers.checks.remote import repeated

ABSENT, PRINT = object(), print
MAX_ITEMS = 10_000  # that a check may take out of an object
MEDIA = ("text/plain", "image/png", "image/jpeg")  # of what a cell shows, those that are kept
MAX_STOPS = 20  # of one cell, that are told of
MAX_GONE = 500  # names
MAX_CELL_SHOWS = 1_500_000  # characters of all that one cell shows; the line has room for more


class Candidate:
    """Answers the examiner's requests.

    Arguments:
        shell: runs the cells
        peer: the line to the examiner
        max_output: characters that a cell may print
    """

    def __init__(self, shell: Shell, peer: Peer, max_output: int):
        self.shell, self.peer, self.max_output = shell, peer, max_output
        peer.shows_lines = True
        peer.answers |= {"begin": self.begin, "seed": self.seed, "run": self.run}
        peer.answers |= {"look_up": self.look_up, "replace": self.replace, "ask": self.ask}
        self.noting = contextlib.ExitStack()  # of warnings, while a check runs
        self.warned: list[list[Any]] = []
        self.watched = Watched(shell.user_ns, peer.codec)
        peer.answers |= {"remove": self.remove, "update": self.update, "watch": self.watched.watch}
        peer.answers["print_with"] = self.print_with
        peer.answers["call"] = self.answer_call
        peer.answers["repeat"] = lambda function, args, kwargs, state, times: self.answer_call(
            repeated(function, times), args, kwargs, state
        )
        peer.answers["iterate"] = lambda value, *rest: self.answer_call(lambda: items_of(value), *rest)
        peer.answers["method"] = lambda value, args, kwargs, state, name: self.answer_call(
            lambda *a, **k: getattr(value, name)(*a, **k), args, kwargs, state
        )
        peer.answers["operate"] = lambda value, args, kwargs, state, name: self.answer_call(
            functools.partial(OPERATIONS[name], value), args, kwargs, state
        )
        peer.answers["facts"] = lambda value, args, kwargs, state, method: self.answer_call(
            lambda: facts_of(value if method is None else getattr(value, method)), [], {}, state
        )
        files = Files(os.getcwd())
        peer.answers |= {"watch_files": files.watch, "changed_files": files.changed, "take_files": files.take}
        peer.answers |= {"attribute": self.attribute, "change": self.change}
        self.replaced: dict[str, Any] = {}
        self.traceback: list[str] = []
        shell._showtraceback = self.keep_traceback  # type: ignore[method-assign]  # which would print it
        self.given: dict[str, Any] = {}  # what the names of every notebook stand for
        builtins.input = no_input
        os.getlogin = lambda: "student"  # there is no terminal to ask
        os.environ["USER"] = "student"

    def keep_traceback(self, etype: type, evalue: BaseException, stb: list[str]) -> None:
        """Called by IPython with what it would print of an exception."""
        if not self.shell.silent:
            self.traceback = stb

    def begin(self, imports: list[str], remote_objects: bool, hiding: list[str]) -> None:
        """Import what the instructor's notebook does, whatever becomes of the student's own import cell.

        Arguments:
            imports: its import statements
            remote_objects: whether checks may look into objects
            hiding: modules that lie beside the notebook and have the names of the grader's packages
        """
        if hiding:
            set_aside(hiding)
            sys.meta_path.insert(0, Finder(os.getcwd(), frozenset(hiding)))
        if remote_objects:
            self.peer.codec.describes = True
            refer_to_types_of_the_student()
        for statement in imports:
            with contextlib.suppress(Exception):
                exec(statement, self.shell.user_ns)
        self.given = dict(self.shell.user_ns)

    def run(self, source: str, only_definitions: bool = False) -> dict[str, Any]:
        """Run one cell; return what it printed, showed and raised, where it stopped and what it deleted."""
        self.noting.close()
        names, self.shell.stops = set(self.shell.user_ns), []
        with capture_output() as captured:
            if only_definitions:
                self.shell.define(source)
                return {"outputs": []}
            result = self.shell.run_cell(source, store_history=True)
        error = result.error_before_exec or result.error_in_exec
        outputs: list[dict[str, Any]] = []
        for name in ("stdout", "stderr"):
            if text := getattr(captured, name):
                outputs.append({"stream": name, "text": shortened(text, self.max_output)})
        room = MAX_CELL_SHOWS
        for shown in captured.outputs:
            data = {kind: shown.data[kind] for kind in MEDIA if isinstance(shown.data.get(kind), str)}
            room -= sum(len(v) for v in data.values())
            if room > 0:
                outputs.append({"data": data})
        if error:
            traceback = [str(line)[:5000] for line in self.traceback[-50:]]
            outputs.append({"name": type(error).__name__, "text": str(error)[:1000], "traceback": traceback})
        answer: dict[str, Any] = {"outputs": outputs}
        stops = self.shell.stops or ([("", error)] if result.error_before_exec else [])
        if stops:
            answer["stops"] = [told(line, error) for line, error in stops[-MAX_STOPS:]]
        if gone := names.difference(self.shell.user_ns, self.given):
            answer["gone"] = [str(name)[:100] for name in list(gone)[:MAX_GONE]]
        for name, value in self.given.items():
            self.shell.user_ns.setdefault(name, value)  # after a `%reset`, a `del np`
        return answer

    def answer_call(self, *call: Any) -> dict[str, Any]:
        """Answer a call of a check; what is printed meanwhile goes along."""
        with (
            contextlib.redirect_stdout(Printed()) as printed,
            contextlib.redirect_stderr(Printed()) as complained,
        ):
            answer = self.peer.answer_call(*call)
        if self.warned:
            answer["warnings"] = self.warned[:]
            self.warned.clear()
        if text := printed.getvalue():
            answer["printed"] = text.encode("utf-8", "replace").decode()
        if text := complained.getvalue():
            answer["complained"] = text.encode("utf-8", "replace").decode()
        if changed := self.watched.changed():
            answer["variables"] = self.sendable(changed)
        return answer

    def attribute(self, value: Any, args: Any, kwargs: Any, state: Any, name: str) -> dict[str, Any]:
        """Return an attribute of an object, or that it is a method of just this object."""
        answer = self.answer_call(lambda: attribute_of(value, name), [], {}, state)
        if "value" in answer:
            answer["method"], answer["value"] = answer["value"]
        return answer

    def change(self, value: Any, new: list[Any], kwargs: Any, state: Any, name: str) -> dict[str, Any]:
        """Give an object an attribute, or take one away."""
        change = functools.partial(setattr, value, name) if new else functools.partial(delattr, value, name)
        return self.answer_call(change, new, {}, state)

    def ask(self, function: Callable[..., str] | None) -> None:
        """Let a function of the check answer `input`, or nobody."""
        builtins.input = function or no_input

    def print_with(self, function: Callable[..., Any] | None) -> None:
        """Let a function of the check be `print`, or Python's own."""
        builtins.print = function or PRINT

    def seed(self, key: bytes) -> None:
        """Let what is drawn without a seed follow from a key: a notebook begins, or a check."""
        self.watched.forget()
        self.noting.close()
        self.warned = self.noting.enter_context(noted())
        self.peer.random.share(False)
        with contextlib.suppress(Exception):  # what a student has put into the place of `random.seed`
            seed_everything(key)

    def look_up(self, names: list[str]) -> dict[str, Any]:
        """Return what these names stand for; what is too large to send, as an object."""
        return self.sendable({name: self.shell.user_ns[name] for name in names if name in self.shell.user_ns})

    def sendable(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return these values, as objects where they are too large to send."""
        message = Outgoing(self.peer.codec)  # one, as they share the room of one message
        for name, value in values.items():
            try:
                message.pack(value, 0)
            except WireError:
                values[name] = Opaque(value)
        return values

    def replace(self, name: str, value: Any, restore: bool) -> None:
        """Let a name stand for something else, or again for what it was."""
        names = self.shell.user_ns
        if restore:
            original = self.replaced.pop(name, names.get(name, ABSENT))
            if original is ABSENT:
                names.pop(name, None)
            else:
                names[name] = original
        else:
            self.replaced.setdefault(name, names.get(name, ABSENT))
            names[name] = value
        self.watched.watch([name])

    def remove(self, name: str) -> None:
        """Let a name stand for nothing, until it is restored."""
        self.replaced.setdefault(name, self.shell.user_ns.pop(name, ABSENT))

    def update(self, name: str, value: Any) -> None:
        """Make of a variable what a check has made of it."""
        self.shell.user_ns[name] = merged(self.shell.user_ns.get(name), value)
        self.watched.watch([name])


class Printed(io.StringIO):
    """What a call prints, as far as it is told to a check."""

    def write(self, text: str) -> int:
        """Called by `print`."""
        if self.tell() < MAX_PRINTED:
            super().write(text[:MAX_PRINTED])
        return len(text)


def told(line: str, error: BaseException) -> dict[str, Any]:
    """Return where a cell could not go on, and why, as data."""
    if isinstance(error, SyntaxError):
        line, number, message = str(error.text or line).strip(), error.lineno, str(error.msg)
    else:
        number, message = None, str(error)
    about = {"line": line[:200], "number": number, "error": type(error).__name__, "message": message[:500]}
    return about | {"name": str(getattr(error, "name", None) or "")[:100]}


def items_of(value: Any) -> list[Any]:
    """Return what comes out of an iterable, such as a data set."""
    items = list(itertools.islice(value, MAX_ITEMS + 1))
    if len(items) > MAX_ITEMS:
        raise ValueError(f"{type(value).__name__} has more than {MAX_ITEMS} items, or it never ends")
    return items


def no_input(prompt: object = "") -> str:
    """Stand in for `input`: nobody is there to answer."""
    raise RuntimeError("nobody can answer input() while grading: write the value into the code")


def shortened(text: str, size: int) -> str:
    """Return a text cut in its middle, if it is longer than may be kept."""
    if len(text) <= size:
        return text
    half = size // 2
    return f"{text[:half]}\n[... {len(text) - 2 * half} characters left out ...]\n{text[-half:]}"


def serve(shell: Shell, read_fd: int, write_fd: int, max_output: int) -> None:
    """Answer the examiner until it hangs up; never return."""
    status = 1
    try:
        Candidate(shell, Peer(read_fd, write_fd), max_output).peer.serve_forever()
    except LineClosed:
        status = 0
    finally:
        sys.stdout.flush()
        os._exit(status)
