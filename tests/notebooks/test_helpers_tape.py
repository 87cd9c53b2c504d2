"""The tape that is read backwards: its slopes, with and without one of its lines."""

import pytest

from helpers import widgets
from helpers.plots import style
from helpers.plots.tape import STEPS, read, stepped


def value(a, b, frozen=()):
    """Return e = (a b + a)^2; what is frozen keeps its value at a = 2 and b = 3."""
    c = 6 if "c" in frozen else a * b
    d = 8 if "d" in frozen else c + a
    return 64 if "e" in frozen else d * d


@pytest.mark.parametrize(("missing", "frozen"), [(0, ()), (1, ("c",)), (2, ("d",)), (3, ("e",))])
def test_the_tape_without_a_line_takes_its_result_for_a_constant(missing, frozen):
    parts, _ = read(STEPS, missing)
    h = 1e-5
    for name, ahead, back in (("a", (2 + h, 3), (2 - h, 3)), ("b", (2, 3 + h), (2, 3 - h))):
        slope = (value(*ahead, frozen) - value(*back, frozen)) / (2 * h)
        assert sum(parts.get(name, [])) == pytest.approx(slope, abs=1e-6)
        assert (name in parts) == (slope != 0)


def test_slopes_come_one_line_at_a_time():
    assert [sorted(read(step)[0]) for step in range(STEPS + 1)] == [
        *[[]] * 4,
        ["d", "e"],
        ["a", "c", "d", "e"],
        ["a", "b", "c", "d", "e"],
    ]


def test_the_panel_of_the_tape_shows_every_step_and_every_gap():
    lines, missing = widgets.tape_steps().controls.values()
    assert len(lines.options) * len(missing.options) == 28
    told = {}
    for _, step in lines.options:
        for _, gap in missing.options:
            figure, told[step, gap] = stepped(step, gap)
            style.plt.close(figure)
    assert len(set(told.values())) == 28
    assert told[STEPS, 0].endswith("c 16, b 32, a 16 + 48 = 64.")
    assert told[STEPS, 1].endswith("c 16, b None, a 16.")
