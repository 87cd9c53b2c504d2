"""Sends lists nested hundreds of levels deep, and generators within generators."""

from autograder.wire.codec import Outgoing

original = Outgoing.pack


class Raw:
    """Sends a tree of msgpack as it is."""

    def __init__(self, tree):
        self.tree = tree


Outgoing.pack = lambda self, value, depth: (
    value.tree if isinstance(value, Raw) else original(self, value, depth)
)


def expected_initial_loss(num_classes):
    tree = ["list", []]
    for _ in range(200):
        tree = ["list", [tree]]
    return Raw(tree)


def activation_statistics(X, parameters):
    tree = None
    for _ in range(120):
        tree = ["generator", ["dict", [["state", tree]]]]
    return Raw(tree)
