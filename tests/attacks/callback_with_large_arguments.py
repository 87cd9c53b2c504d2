"""Calls back with large arguments, which the examiner would pack again and again."""

import numpy as np

peer = get_ipython()._showtraceback.__self__.peer
message = peer.codec.dumps(["call", b"", [None, [np.zeros(7_000_000)], {}, list(np.random.get_state())]])


def expected_initial_loss(num_classes):
    import os

    while True:
        frame = memoryview(len(message).to_bytes(4, "big") + message)
        while frame:
            frame = frame[os.write(peer.write_fd, frame) :]
