"""Tells lies about where cells have stopped and what they have deleted: endless, not text, not lists."""

import itertools

peer = get_ipython()._showtraceback.__self__.peer
honest = peer.answers["run"]
stop = {"line": "from x import *", "number": 1, "error": "NameError", "message": "m", "name": "n"}
LIES = itertools.cycle(
    [
        {"stops": [stop | {"line": "x" * 10**6, "message": "name 'expected_initial_loss' is not defined"}]},
        {"stops": [stop | {"error": "SyntaxError", "message": "U+FFFFF U+00A0", "number": 10**9}] * 5000},
        {"stops": [stop | {"message": "\x1b[31m" * 1000 + "\ud800", "line": "import *\n" * 99}]},
        {"gone": [f"name_{n}" for n in range(10**5)]},
        {"gone": ["initialize_parameters_he", ["initialize_parameters_he"], 3, None]},
    ]
)
peer.answers["run"] = lambda *cell: honest(*cell) | next(LIES)
