"""What the tables of `course grade` say: points, what cost them, and what another grading would change."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from rich.markup import escape
from rich.table import Table

from autograder.commands.common import console, number, plain
from autograder.outcomes import Check, Outcome, Submission

MANY = 30  # rows; more than that scroll away
OFTEN = 10  # changes of single checks
DIRECTIONS = ("not graded", "would go down", "would go up", "would be new")  # the first need a look


def count_problems(submissions: list[Submission]) -> None:
    """Say how many submissions could not be graded, if any."""
    problems = sum(submission.problem is not None for submission in submissions)
    if problems:
        console.print(f"[bold red]{problems} of {len(submissions)} submissions could not be graded.")


def points(submission: Submission) -> str:
    """Return a score as the table shows it; if some notebooks could not be graded, that of the others."""
    graded = [(n.score, n.max_score) for n in submission.notebooks.values() if n.score is not None]
    if submission.problem and not graded:
        return "[bold red]not graded"
    score = f"{sum(score for score, _ in graded):g} / {sum(most for _, most in graded):g}"
    return f"[bold red]not graded[/]\nexcept {score}" if submission.problem else score


def losses(submission: Submission) -> list[str]:
    """Return a line for every way in which points were lost: how many, what became of it, and why."""
    lost, lines = defaultdict(list), []
    if penalty := submission.total("penalty"):
        lines.append(f"[bold]−{penalty:g} late[/]  handed in {duration(submission.seconds_late)} too late")
    for notebook in submission.notebooks.values():
        for check in notebook.checks:
            missing = check.points - (check.score or 0)
            if check.outcome is Outcome.WAITING:
                lines.append(f"[bold]{missing:g} waiting[/]  {escape(check.grade_id)}: for your grade")
            elif check.outcome is Outcome.BY_HAND and missing > 0:
                lines.append(f"[bold]−{missing:g} by hand[/]  {escape(check.grade_id)}")
            elif missing > 0 and check.score is not None:
                name, reason = summary(check)
                lost[check.outcome, reason].append((missing, name))
    return lines + [
        f"[bold]−{sum(points for points, _ in checks):g} {outcome}[/]  "
        + escape(f"{checks[0][1] if len(checks) == 1 else f'{len(checks)} exercises'}: {reason}")
        for (outcome, reason), checks in lost.items()
    ]


def duration(seconds: float) -> str:
    """Return a duration in its largest two units."""
    minutes = max(1, round(seconds / 60))
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    parts = [f"{days} d"] * (days > 0) + [f"{hours} h"] * (hours > 0) + [f"{minutes} min"] * (minutes > 0)
    return " ".join(parts[:2])


def summary(check: Check) -> tuple[str, str]:
    """Return the subject of a check's message and the rest of its first line, with the hint if it has one."""
    name, found, reason = check.message.split("\n")[0].partition(": ")
    if not found:
        return name, name
    return name, f"{reason} ({check.hint})" if check.hint else reason


def show_changes(
    week: str, submissions: list[Submission], before: dict[str, Submission], everything: bool
) -> None:
    """Print a table of the scores that would change and of the checks that change them.

    If there are many, it has the first rows of those that need a look: what cannot be graded, then what would
    go down. The most frequent changes of single checks follow. With `everything`, it has all rows.
    """
    rows: dict[str, list[tuple[str, ...]]] = {what: [] for what in DIRECTIONS}
    found, often = Counter[str](), Counter[str]()
    for after in submissions:
        earlier = before.get(after.student)
        now, then = earlier.score if earlier else None, after.score
        what = direction(now, then)
        found[what] += 1
        if after.problem:
            told = plain(after.student), number(now), "[bold red]not graded", plain(after.problem)
            rows["not graded"].append(told)
        elif what != "stay as they are":
            why = changes(earlier, after) if earlier else losses(after)
            often.update(why if earlier else [])
            rows[what].append((plain(after.student), number(now), number(then), "\n".join(why)))
    show_rows(week, [row for what in DIRECTIONS for row in rows[what]], often, everything)
    summed = ", ".join(f"{count} {what}" for what, count in sorted(found.items()))
    console.print(f"Of {len(submissions)} scores, {summed}. Nothing was written.", highlight=False)
    count_problems(submissions)


def show_rows(week: str, rows: list[tuple[str, ...]], often: Counter[str], everything: bool) -> None:
    """Print the table of `show_changes`: all rows, or the first ones and what has changed most often."""
    many = len(rows) > MANY and not everything
    table = Table("student", "now", "then", "by which check", title=week, title_justify="left")
    for row in rows[:MANY] if many else rows:
        table.add_row(*row)
    if rows:
        console.print(table)
    if many:
        console.print(f"and {len(rows) - MANY} more; `--all` shows them.", highlight=False)
        for change, count in often.most_common(OFTEN):
            console.print(f"{count} × {change}", highlight=False)


def direction(now: float | None, then: float | None) -> str:
    """Return in words how a score would change."""
    if then is None or now == then:
        return "stay as they are"
    if now is None:
        return "would be new"
    return "would go up" if then > now else "would go down"


def changes(before: Submission, after: Submission) -> list[str]:
    """Return a line for every check whose score would change, and for the penalty."""
    lines = []
    was = {(name, check.grade_id): check for name, check in checks_of(before)}
    for name, check in checks_of(after):
        earlier = was.pop((name, check.grade_id), None)
        if gain := (check.score or 0) - ((earlier and earlier.score) or 0):
            what = f"{earlier.outcome} → {check.outcome}" if earlier else f"new, {check.outcome}"
            reason = f"  {summary(check)[1]}" if check.message else ""
            lines.append(f"[bold]{gain:+g}[/]  {escape(f'{check.grade_id}: {what}{reason}')}")
    removed = (old for old in was.values() if old.score)
    lines += [f"[bold]−{old.score:g}[/]  {escape(old.grade_id)}: removed" for old in removed]
    if gain := (before.total("penalty") or 0) - (after.total("penalty") or 0):
        lines.append(f"[bold]{gain:+g}[/]  for handing in late")
    return lines


def checks_of(submission: Submission) -> Iterator[tuple[str, Check]]:
    """Yield all checks of a submission, each with the name of its notebook."""
    for name, notebook in submission.notebooks.items():
        yield from ((name, check) for check in notebook.checks)
