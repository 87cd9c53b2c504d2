"""Calls back thousands of times instead of answering."""

peer = get_ipython()._showtraceback.__self__.peer


def expected_initial_loss(num_classes):
    while True:
        peer.send(["call", b"", [None, [], {}, []]])
