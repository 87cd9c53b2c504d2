"""Tells of variables, warnings, texts, random states and exceptions that no call has caused."""

peer = get_ipython()._showtraceback.__self__.peer


class Own(Exception):
    """An exception whose class may be named in an answer."""


def names(**values):
    return {"variables": values}


told = [
    names(checks=None, result=1.0, right=1.0, expected=1.0),
    names(expected_initial_loss=print, np=5, len=print),
    {"variables": [["checks", 1]]},
    {"variables": {1: 2, None: 3}},
    {"warnings": [[["SystemExit", "KeyboardInterrupt"], "x", 1]] * 100},
    {"warnings": [[["UserWarning"] * 9999, "x" * 2_000_000, -1]]},
    {"warnings": {"UserWarning": 1}},
    {"complained": "x" * 9_000_000},
    {"complained": ["a"]},
    {"random": {"python": [[0] * 625, None]}},
    {"random": {"python": None, "numpy": 3}},
    {"random": {"python": 7}},
    {"error": {"name": "Own", "types": ["SystemExit"], "arguments": ["x"], "class": Own}},
    {"error": {"name": "CheckFailed", "types": [], "arguments": [], "class": print}},
    {"error": {"name": "x", "types": [], "arguments": [], "class": [Own, {}]}},
    {"error": {"name": "KeyboardInterrupt", "types": ["KeyboardInterrupt"], "class": KeyboardInterrupt}},
]
turn = iter(told * 100)
peer.answers["call"] = lambda *call: {"value": 1.0} | next(turn)
for kind in ("watch", "update", "remove", "replace", "print_with"):
    peer.answers[kind] = lambda *rest: print


def expected_initial_loss(num_classes):
    return 1.0


initialize_parameters_zeros = activation_statistics = initialize_parameters_he = expected_initial_loss
