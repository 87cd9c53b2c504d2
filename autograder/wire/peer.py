"""One end of the line between examiner and candidate: frames, and calls that behave as local ones."""

import builtins
import inspect
import math
import os
import select
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

from autograder.wire.codec import Codec
from autograder.wire.errors import LineClosed, LineTimeout, WireError
from autograder.wire.exceptions import describe_error, rebuild_error
from autograder.wire.kinds import is_data, merged
from autograder.wire.kinds.errors import error_class
from autograder.wire.limits import MAX_MESSAGE, MAX_PRINTED, MAX_YIELDED
from autograder.wire.objects import RemoteType, class_for, object_for
from autograder.wire.random_state import RandomState
from autograder.wire.references import Reference
from autograder.wire.stand_ins import Handle, RemoteIterator, StandIn
from helpers.checks.remote import signature_fits

INPUT = builtins.input
MAX_CALLBACKS = 100_000  # calls back, within one request


class Peer:
    """Sends requests, answers those that come meanwhile, and lets either side call the other's functions.

    Arguments:
        read_fd, write_fd: where frames come from and go to
        watch: called a few times a second while waiting; may raise `LineClosed`
    """

    shows_lines = False  # whether the other side may see lines of code that raised here
    lends_input = False  # whether `input` of the other side asks what has replaced it here
    remote_objects = False  # whether what is here may look into objects of the other side
    is_data = staticmethod(is_data)

    def __init__(self, read_fd: int, write_fd: int, watch: Callable[[], None] = lambda: None):
        self.read_fd, self.write_fd, self.watch = read_fd, write_fd, watch
        self.codec = Codec(self.stand_in)
        self.ahead, self.room = b"", bytearray(2**16)  # what has come already, and where it comes first
        self.random = RandomState()
        self.deadline = float("inf")
        self.may_print = 0  # how many characters more, in calls of the other side's functions
        self.may_yield = math.inf  # how many bytes more, by the other side's iterators
        self.asks = builtins.input  # what answers `input` on the other side; its own if that is Python's
        self.before_call: Callable[[], None] = lambda: None
        self.after_call: Callable[[dict[str, Any]], None] = lambda answer: None
        self.answers: dict[str, Callable[..., Any]] = {"call": self.answer_call}

    def begin_check(self, seeds: bool = False) -> None:
        """Let the other side print and yield anew, as much as is allowed for one check.

        If the check gives a generator of Python or PyTorch a seed, its state crosses with each call.
        """
        self.random.share(seeds)
        self.may_print, self.may_yield = MAX_PRINTED, MAX_YIELDED

    # ── requests ─────────────────────────────────────────────────────────────────────────────

    def request(self, kind: str, *arguments: Any) -> Any:
        """Ask the other end for something and return its answer; serve its calls meanwhile."""
        token = os.urandom(8)  # an answer that was sent ahead of its question does not know it
        self.send([kind, token, list(arguments)])
        for _ in range(MAX_CALLBACKS):
            message = self.receive()
            kind, its_token, content = message
            if kind == "answer":
                if its_token != token:
                    raise LineClosed("it answered what was not asked")
                return content
            self.serve(kind, its_token, content)
        raise LineClosed(f"it called back more than {MAX_CALLBACKS} times")

    def serve(self, kind: str, token: Any, arguments: Any) -> None:
        """Answer one request of the other end, whatever it has sent with it."""
        answer = self.answers.get(kind)
        if answer is None:
            raise LineClosed(f"it asked for {kind!r:.50}")
        try:
            content = answer(*arguments)  # what a function itself raises is part of the content
        except (TypeError, WireError):
            raise LineClosed("malformed request") from None
        try:
            self.send(["answer", token, content])
        except WireError as error:
            reason = describe_error(ValueError(f"the result cannot be sent to the check: {error}"))
            self.send(["answer", token, {"error": reason}])

    def serve_forever(self) -> None:
        """Answer requests until the other end hangs up."""
        while True:
            kind, token, arguments = self.receive()
            self.serve(kind, token, arguments)

    # ── frames ───────────────────────────────────────────────────────────────────────────────

    def send(self, message: list[Any]) -> None:
        """Send one message."""
        parts = self.codec.parts(message)
        size = sum(len(part) for part in parts)
        data = memoryview(b"".join([size.to_bytes(4, "big"), *parts]))
        while data:
            self.wait(self.write_fd, select.POLLOUT)
            try:
                data = data[os.write(self.write_fd, data) :]
            except BlockingIOError:
                continue
            except OSError as error:
                raise LineClosed(str(error)) from None

    def receive(self) -> list[Any]:
        """Return the next message: a kind, a token and the content."""
        size = int.from_bytes(self.read(4), "big")
        if size > MAX_MESSAGE:
            raise LineClosed("its message is too large")
        try:
            message = self.codec.loads(self.read(size))
        except WireError as error:
            raise LineClosed(str(error)) from None
        if not (isinstance(message, list) and len(message) == 3 and isinstance(message[0], str)):
            raise LineClosed("malformed message")
        return message

    def read(self, size: int) -> bytearray:
        """Return exactly so many bytes; what has come after them is kept for the next time."""
        data, done = bytearray(size), min(size, len(self.ahead))
        data[:done], self.ahead = self.ahead[:done], self.ahead[done:]
        while done < size:
            self.wait(self.read_fd, select.POLLIN)
            try:
                count = os.readv(self.read_fd, [memoryview(data)[done:], self.room])
            except BlockingIOError:
                continue
            if not count:
                raise LineClosed("it hung up")
            self.ahead = bytes(self.room[: max(0, done + count - size)])
            done = min(size, done + count)
        return data

    def wait(self, fd: int, event: int) -> None:
        """Wait until a descriptor is ready; raise `LineTimeout` after the deadline."""
        poll = select.poll()
        poll.register(fd, event)
        while True:
            left = self.deadline - time.monotonic()
            if left <= 0:  # also while it keeps sending
                raise LineTimeout("it took too long")
            if poll.poll(min(200, 1000 * left)):
                return
            self.watch()

    # ── calls ────────────────────────────────────────────────────────────────────────────────

    def stand_in(self, reference: Reference) -> Any:
        """Return what stands in for something of the other side."""
        if reference.kind == "error":
            return error_class(reference)
        if self.remote_objects and reference.kind == "class":
            return class_for(self, reference)
        if reference.kind in ("function", "class"):
            return StandIn(self, reference)
        if reference.kind == "iterator":
            return RemoteIterator(self, reference)
        if self.remote_objects and isinstance(reference.about, RemoteType):
            return object_for(self, reference)
        kind: type[Handle] = type(reference.name, (Handle,), {})  # messages name the type of a value
        return kind(self, reference)

    def call(
        self,
        reference: Reference,
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
        kind: str = "call",
        *more: Any,
    ) -> Any:
        """Call a function of the other side as if it were here.

        Arguments changed there are changed here, NumPy's random state goes there and comes back, and
        an exception arrives as its builtin type, with the lines of the student's code.
        """
        return self.answer_to(reference, args, kwargs, kind, *more).get("value")

    def answer_to(
        self, reference: Reference, args: tuple[Any, ...], kwargs: dict[str, Any], kind: str, *more: Any
    ) -> dict[str, Any]:
        """Return the answer to a call, after everything that the call does here besides returning."""
        self.lend_input()
        self.before_call()
        answer = self.request(kind, reference, list(args), kwargs, self.random.to_send(), *more)
        if not isinstance(answer, dict):
            raise LineClosed("malformed answer")
        self.random.take_over(answer.get("random"))
        if answer.get("printed") is not None:
            text = str(answer["printed"])[: self.may_print]
            self.may_print -= len(text)
            sys.stdout.write(text)
        if answer.get("changed") is not None:
            merged(list(args), answer["changed"][0])
            merged(kwargs, answer["changed"][1])
        self.after_call(answer)
        if answer.get("error") is not None:
            raise rebuild_error(answer["error"])
        return answer

    def item(self, reference: Reference, kind: str = "call", args: tuple[Any, ...] = (), *more: Any) -> Any:
        """Return the next item of something of the other side, within bounds: it might never end."""
        before = self.codec.traffic.bytes
        item = self.call(reference, args, {}, kind, *more)
        self.may_yield -= self.codec.traffic.bytes - before
        if self.may_yield < 0:
            raise ValueError(f"{reference.name} yields more than {MAX_YIELDED // 2**20} MB, or it never ends")
        return item

    def attribute(self, reference: Reference, name: str) -> tuple[bool, Any]:
        """Return whether an attribute over there is a method of just that object, and else the attribute."""
        answer = self.answer_to(reference, (), {}, "attribute", name)
        return bool(answer.get("method")), answer.get("value")

    def facts(self, reference: Reference, method: str | None = None) -> dict[str, Any]:
        """Return what there is to know about a function over there, or about a method of an object."""
        facts = self.call(reference, (), {}, "facts", method)
        if not isinstance(facts, dict):
            raise LineClosed("malformed facts")
        return facts

    def lend_input(self) -> None:
        """Let what has replaced `input` here answer for the other side; Python's own does not."""
        asked = builtins.input
        if self.lends_input and asked is not self.asks:
            self.asks = asked
            self.request("ask", None if asked is INPUT else lambda *prompt: str(asked(*prompt)))

    def answer_call(
        self, function: Callable[..., Any], args: list[Any], kwargs: dict[str, Any], state: Any
    ) -> dict[str, Any]:
        """Answer a call from the other side."""
        self.random.take_over(state)
        if isinstance(function, Iterator) and not callable(function):  # a mock is both
            function = function.__next__
        before = self.snapshot(args, kwargs)
        answer: dict[str, Any] = {}
        try:
            answer["value"] = function(*args, **kwargs)
        except LineClosed:
            raise
        except BaseException as error:
            answer["error"] = describe_error(error, self.shows_lines)
            if isinstance(error, TypeError) and not signature_fits(function, args, kwargs):
                answer["error"]["signature"] = str(inspect.signature(function))[:500]
        after = self.snapshot(args, kwargs)
        answer["changed"] = [args, kwargs] if before and after and after != before else None
        answer["random"] = self.random.to_send()
        return answer

    def snapshot(self, args: list[Any], kwargs: dict[str, Any]) -> bytes | None:
        """Return what arguments are now, or None if they are an object that is too large to send."""
        try:
            return self.codec.dumps([args, kwargs])
        except WireError:
            return None
