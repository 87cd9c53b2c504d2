"""`course feedback`: a page for every graded notebook."""

from autograder.commands.common import WEEKLY, Folder, Week, command, console, find


@command(panel=WEEKLY)
def feedback(week: Week, course: Folder = None) -> None:
    """Write a page for every graded student to feedback/STUDENT/WEEK."""
    found = find(course)
    found.check_week(week)
    pages = found.feedback(week)
    console.print(f"{len(pages)} pages of feedback for {week} are in {found.root / 'feedback'}.")
