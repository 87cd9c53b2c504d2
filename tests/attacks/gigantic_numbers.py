"""Returns integers of a million digits, and ranges and floats without end."""


def expected_initial_loss(num_classes):
    return 10**1_000_000


def activation_statistics(X, parameters):
    return [{"mean": 10**3999, "std": -(10**3999), "dead": float("nan")}]


def initialize_parameters_zeros(layers_dims):
    return {10**3999: range(10**9)}
