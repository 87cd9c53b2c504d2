"""Returns and raises strings of a hundred million characters."""


def expected_initial_loss(num_classes):
    return "x" * 10**8


def activation_statistics(X, parameters):
    raise ValueError("x" * 10**8)


def initialize_parameters_zeros(layers_dims):
    return {"x" * 10**7: "y" * 10**7}
