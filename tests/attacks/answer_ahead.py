"""Sends answers before the questions are asked."""

import os

peer = get_ipython()._showtraceback.__self__.peer
for token in (b"", b"\0" * 8, os.urandom(8), None, [peer.stand_in]):
    peer.send(["answer", token, {"outputs": []}])
    peer.send(["answer", token, {"value": 2.3025850930, "changed": None, "random": None}])
