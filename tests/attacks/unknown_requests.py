"""Asks the examiner for things that it never offers, among them its own requests."""

peer = get_ipython()._showtraceback.__self__.peer


def expected_initial_loss(num_classes):
    for kind in ["run", "eval", "__class__", "look_up", "answer", "\0", "x" * 10**6]:
        peer.send([kind, b"", ["__import__('os')._exit(0)"]])


def initialize_parameters_zeros(layers_dims):
    peer.send([["run"], {}, "nonsense"])


def activation_statistics(X, parameters):
    peer.send("not even a list")
