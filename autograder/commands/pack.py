"""`course pack`: a week as a zip file, for students without a hub."""

from autograder.commands.common import WEEKLY, Folder, Week, command, console, find


@command(panel=WEEKLY)
def pack(week: Week, course: Folder = None) -> None:
    """Write packed/WEEK.zip for students: notebooks, what they import, and how to begin."""
    from autograder.pack import pack as packed

    found = find(course)
    found.check_week(week)
    path = packed(found, week)
    size = f"{path.stat().st_size / 1e6:.1f} MB"
    console.print(f"For your students: {path} ({size})", soft_wrap=True, highlight=False, markup=False)
