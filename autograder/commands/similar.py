"""`course similar`: answers that are alike in a way that few answers are, side by side."""

from datetime import datetime

from rich.table import Table

from autograder.commands.common import CLASS, Folder, Week, command, console, find, plain

SHOWN = 10  # pairs in the terminal


@command(panel=CLASS)
def similar(week: Week, course: Folder = None) -> None:
    """Show whose answers have passages in common that few others have: a help to look, and no proof.

    It writes reports/WEEK-similar.html, a page that names students and loads nothing. Short exercises with
    one natural solution look alike, and the page cannot tell why two answers do.
    """
    from autograder.grading.folders import write_whole
    from autograder.similar import likeness, page

    found = find(course)
    found.check_week(week)
    made = likeness(found, week)
    path = found.root / "reports" / f"{week}-similar.html"
    path.parent.mkdir(exist_ok=True)
    write_whole(path, page(made, f"{datetime.now():%Y-%m-%d %H:%M}").encode("utf-8", "replace"))
    table = Table("students", "in common", "nobody else has", title=f"{week}: look at", title_justify="left")
    for pair in made.pairs[:SHOWN]:
        names = " and ".join(plain(student) for student in pair.students)
        table.add_row(names, str(len(pair.common)), str(pair.alone))
    if made.pairs:
        console.print(table)
    else:
        console.print(f"No two of {len(made.students)} students have a passage that few others have.")
    for who, why in made.unread.items():
        console.print(f"not looked at: {plain(who)}: {plain(why)}", soft_wrap=True, highlight=False)
    console.print(f"Likeness is no proof of anything. Side by side: {plain(str(path))}", soft_wrap=True)
