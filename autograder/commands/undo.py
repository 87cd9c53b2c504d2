"""`course undo`: the grades as they were before the last run that changed any."""

from autograder.commands.common import WEEKLY, Folder, Week, command, console, find, number, plain


@command(panel=WEEKLY)
def undo(week: Week, course: Folder = None) -> None:
    """Bring back the grades that the last `course grade WEEK` has replaced.

    Grades and comments given by hand stay as they are now. Give the command again to go back one more run.
    """
    found = find(course)
    found.check_week(week)
    before = {standing.student: standing.score for standing in found.standings(week)}
    students = found.undo(week)
    after = {standing.student: standing.score for standing in found.standings(week)}
    for student in students:
        console.print(f"{plain(student)}: {number(before.get(student))} → {number(after.get(student))}")
    console.print(f"{len(students)} submissions of {week} have their earlier grades again.")
