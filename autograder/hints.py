"""Teaches the checks the wrong solutions in `variants/`: how each of them fails, and its hint."""

import json
import multiprocessing
import os
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from autograder.settings import places_of
from autograder.trial import Tried, try_all
from autograder.variants import Variant, load
from helpers.checks import hints
from helpers.checks.hints import Seen

KEYS = b"one", b"another"  # if a mistake fails differently with each key, chance decides, so it tells nothing

Mistake = tuple[Variant, Tried, Tried]  # a wrong solution, and what became of it in two runs
Known = dict[str, list[tuple[Seen, str]]]  # for each exercise: how a mistake fails, and its hint


def learn(root: Path, names: list[str]) -> Known:
    """Return how the known mistakes of these notebooks fail the checks that students see.

    If mistakes with different hints fail in the same way, they are left out, and the check's own hint has to
    do for all of them.
    """
    known: Known = {}
    names = [name for name in names if (root / "variants" / name).is_dir()]
    if not names or not hints.FILE.is_relative_to(root):  # these checks belong to another course
        return known
    with own_processes(min(len(names), os.cpu_count() or 1)) as pool:
        for of_notebook in pool.map(learn_notebook, [root] * len(names), names):
            known |= of_notebook
    return known


def own_processes(count: int) -> ProcessPoolExecutor:
    """Return a pool of new processes: once TensorFlow has computed in one, what is forked from it hangs."""
    return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"), max_tasks_per_child=1)


def learn_notebook(root: Path, name: str) -> Known:
    """Return how the known mistakes of one notebook, such as week1/initialization, fail."""
    tried = try_mistakes(root, name)
    return {f"{name}/{exercise}": known_of(mistakes) for exercise, mistakes in tried.items()}


def try_mistakes(root: Path, name: str, chosen: list[str] | None = None) -> dict[str, list[Mistake]]:
    """Try the wrong solutions of a notebook's exercises on the checks that students see, twice."""
    os.environ.setdefault("MPLBACKEND", "agg")
    wrong = defaultdict(list)
    for variant in load(root, name):
        if not variant.right and (chosen is None or variant.exercise in chosen):
            wrong[variant.exercise].append(variant)
    source = places_of(root).source / f"{name}.ipynb"
    once = try_all(source, {e: [variant.source for variant in wrong[e]] for e in wrong}, KEYS[0])
    # Where nothing can be compared, a second run tells nothing.
    rest = {e: [v.source for v, tried in zip(wrong[e], once[e], strict=True) if tried.seen] for e in wrong}
    again = {e: iter(tried) for e, tried in try_all(source, rest, KEYS[1]).items()}
    return {
        e: [
            (v, tried, next(again[e]) if tried.seen else tried)
            for v, tried in zip(wrong[e], once[e], strict=True)
        ]
        for e in wrong
    }


def known_of(mistakes: list[Mistake]) -> list[tuple[Seen, str]]:
    """Return what can be known of mistakes: what fails otherwise the second time is left to chance."""
    rows = []
    for variant, once, again in mistakes:
        if once.seen and again.seen and once.seen.is_like(again.seen):
            rows.append((once.seen, variant.hint))
    return told_apart(rows)


def told_apart(rows: list[tuple[Seen, str]]) -> list[tuple[Seen, str]]:
    """Return each way to fail once, with the hint that all mistakes that fail in this way share."""
    kept: list[tuple[Seen, str]] = []
    for seen, hint in rows:
        alike = {other for failed, other in rows if failed.is_like(seen)}
        if alike == {hint} and not any(failed.is_like(seen) for failed, _ in kept):
            kept.append((seen, hint))
    return kept


def write(known: Known, partly: bool) -> None:
    """Store what is known, one line for each mistake; `partly`, what was known of other exercises stays."""
    before = hints.known_mistakes() if partly else {}
    hints.FILE.write_text(as_json(before | known), encoding="utf-8")


def as_json(known: Known) -> str:
    """Return what is known as it is stored."""
    parts = []
    for exercise, rows in sorted(known.items()):
        lines = [json.dumps([s.check, s.form, s.numbers, hint], ensure_ascii=False) for s, hint in rows]
        parts.append(f"{json.dumps(exercise)}: [\n" + ",\n".join(lines) + "\n]")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def differences(known: Known) -> list[str]:
    """Return the exercises for which something different is stored; numbers may differ by rounding."""
    stored = hints.known_mistakes()

    def same(one: list[tuple[Seen, str]], other: list[tuple[Seen, str]]) -> bool:
        pairs: list[Any] = list(zip(one, other, strict=False))
        return len(one) == len(other) and all(a[0].is_like(b[0]) and a[1] == b[1] for a, b in pairs)

    return [name for name in known if not same(known[name], stored.get(name, []))]
