"""Raises exceptions whose type names and arguments are made to break whoever rebuilds them."""

names = [
    "KeyboardInterrupt",
    "SystemExit",
    "LineClosed",
    "a\0b",
    "",
    "ExceptionGroup",
    "UnicodeDecodeError",
    "__main__",
]
told = [
    {"name": name, "types": [name, "Exception", "object", "eval"], "arguments": ["x", 1], "lines": [name, 3]}
    for name in names
]
told += [{"name": "x", "types": 1}, {"name": 1, "types": [], "arguments": 5}, {"types": ["BaseException"]}, 7]
turn = iter(told * 99)
answers = get_ipython()._showtraceback.__self__.peer.answers
answers["call"] = lambda function, args, kwargs, state: {"value": None, "error": next(turn), "random": None}


def expected_initial_loss(num_classes):
    return 1.0


initialize_parameters_zeros = activation_statistics = initialize_parameters_he = expected_initial_loss
