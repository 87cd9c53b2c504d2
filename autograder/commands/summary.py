"""What `course grade` shows of a large class, where a row for every student would scroll away."""

from collections import Counter
from statistics import mean, quantiles

from rich.table import Table

from autograder.commands.common import console, plain
from autograder.commands.tables import checks_of, points
from autograder.outcomes import Check, Outcome, Submission
from autograder.report import exercise_of, in_outline
from autograder.submission.notebooks import NOTHING_WRITTEN

BARS, WIDEST = 10, 40  # of the histogram: how many, and how many characters the longest has
NAMED = 10  # students, or exercises, in each list


def show_summary(week: str, submissions: list[Submission]) -> None:
    """Print what became of a class: how many, which scores, what cost points, who needs to be looked at."""
    graded = [submission for submission in submissions if submission.score is not None]
    same = sum(submission.unchanged for submission in submissions)
    counted = f"{len(graded)} of {len(submissions)} submissions are graded"
    console.print(f"[bold]{week}[/]: {counted}; {same} have not changed since before.", highlight=False)
    if len(graded) > 1:
        show_scores(graded)
        show_losses(graded)
    show_people("Points wait for your grade", {s.student: points(s) for s in graded if waits(s)})
    unwritten = {s.student: "" for s in submissions if NOTHING_WRITTEN in s.notes}
    show_people("Nothing is written; did the wrong copy arrive?", unwritten)
    show_people("[bold red]Not graded[/]", {s.student: plain(s.problem) for s in submissions if s.problem})
    console.print("`--all` shows a row for every student.", highlight=False)


def show_scores(graded: list[Submission]) -> None:
    """Print the mean, the quartiles and a histogram of the scores."""
    scores = [submission.score or 0.0 for submission in graded]
    most = max(submission.max_score or 0.0 for submission in graded)
    low, middle, high = quantiles(scores, method="inclusive")
    told = f"mean {mean(scores):.3g}, quartiles {low:.3g}, {middle:.3g} and {high:.3g}"
    waiting = "; what waits for you counts as 0" if any(map(waits, graded)) else ""
    console.print(f"\nScores, of {most:g}: {told}{waiting}", highlight=False)
    counts = Counter(min(int(BARS * score / most), BARS - 1) if most else 0 for score in scores)
    for bar in range(BARS):
        left, right = most * bar / BARS, most * (bar + 1) / BARS
        long = "█" * round(WIDEST * counts[bar] / max(counts.values()))
        console.print(f"{left:>6.4g} – {right:<6.4g} {long} {counts[bar]}", highlight=False)


def show_losses(graded: list[Submission]) -> None:
    """Print for each exercise how many lost points there, and what cost most of them their points."""
    found: dict[tuple[str, str], Counter[str]] = {}
    for submission in graded:
        lost: dict[tuple[str, str], str] = {}
        for name, check in checks_of(submission):
            if check.score is not None and check.score < check.points:
                lost.setdefault((name, exercise_of(check)), cause(check))
        for where, why in lost.items():
            found.setdefault(where, Counter())[why] += 1
    table = Table("exercise", "lost points", "most often")
    for (name, exercise), causes in sorted(found.items(), key=lambda item: -item[1].total())[:NAMED]:
        ((why, times),) = causes.most_common(1)
        share = f"{causes.total() / len(graded):.0%}"
        table.add_row(plain(f"{name}: {exercise}"), share, plain(f"{times} × {why}"))
    if found:
        console.print("\n", table, rest(len(found), "exercises"), sep="", end="")


def cause(check: Check) -> str:
    """Return what cost points, such that it is the same for many students."""
    told = check.hint or in_outline(check.message)
    return f"{check.outcome}: {told}" if told else str(check.outcome)


def waits(submission: Submission) -> bool:
    """Tell whether points of a submission wait for a person."""
    return any(check.outcome is Outcome.WAITING for _, check in checks_of(submission))


def show_people(heading: str, people: dict[str, str]) -> None:
    """Print how many students something is the case for, and the first of them by name."""
    if people:
        console.print(f"\n{heading}: {len(people)}", highlight=False)
        for student, told in list(people.items())[:NAMED]:
            console.print(f"  {plain(student)}  {told}", highlight=False)
        console.print(rest(len(people), "students"), end="", highlight=False)


def rest(number: int, what: str) -> str:
    """Return a line that says how many more there are, if there are more than were named."""
    return f"  and {number - NAMED} more {what}\n" if number > NAMED else ""
