"""Raises exceptions with messages of megabytes, past the limits of its own side."""

answers = get_ipython()._showtraceback.__self__.peer.answers
error = {
    "name": "E" * 10**6,
    "types": ["ValueError"],
    "arguments": ["x" * 10**7],
    "lines": ["y" * 10**6] * 50,
}
answers["call"] = lambda function, args, kwargs, state: {"error": error}


def expected_initial_loss(num_classes):
    return 1.0


expected_initial_loss.__name__ = "z" * 10**6
