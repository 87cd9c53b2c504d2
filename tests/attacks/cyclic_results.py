"""Returns lists and dicts that contain themselves."""

loop = []
loop.append(loop)
ring = {}
ring["mean"] = ring


def expected_initial_loss(num_classes):
    return loop


def activation_statistics(X, parameters):
    return [ring]
