"""`course worker`: grades on this machine what `course grade --queue` sends from another one."""

import os
from typing import Annotated

import typer

from autograder.commands.common import WEEKLY, QueueAddress, command, console, plain
from autograder.errors import CourseError
from autograder.sandbox.launcher import SandboxUnavailable
from autograder.sandbox.sandbox import launcher_for


@command(panel=WEEKLY)
def worker(
    queue: QueueAddress = None,
    jobs: Annotated[int, typer.Option(min=1, help="How many to grade at a time.")] = os.cpu_count() or 1,
) -> None:
    """Grade submissions that `course grade --queue` sends, until Ctrl-C.

    It needs no course folder, and sees neither the gradebook nor who has written a submission.
    """
    if queue is None:
        raise CourseError("Name the broker with --queue, or in the environment variable COURSE_QUEUE.")
    try:
        launcher_for(unsandboxed=False).check()
    except SandboxUnavailable as error:
        raise CourseError(str(error)) from None
    from autograder.queue.worker import serve

    def ready(name: str) -> None:
        end = "Ctrl-C ends it when it has graded what it has in hand."
        console.print(f"Worker {plain(name)} grades {jobs} at a time. {end}", soft_wrap=True)

    serve(queue, jobs, ready)
