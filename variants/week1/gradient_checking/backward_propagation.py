"""Wrong and unusual solutions of `backward_propagation`, in source/week1/gradient_checking.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong(
    "derivative with respect to x", hint="derive with respect to theta", change={"return x": "return theta"}
)
wrong("the cost itself", hint="return dJ/dtheta, not J", change={"return x": "return x * theta"})
wrong("always 1", hint="x is a factor of J, so it stays", change={"return x": "return 1"})
wrong("always 0", hint="J is not constant in theta", change={"return x": "return 0"})
wrong(
    "derivative of a square",
    hint="theta occurs once, not squared",
    change={"return x": "return 2 * x * theta"},
)
wrong("factor 2", hint="there is no factor 2", change={"return x": "return 2 * x"})
wrong("descent direction", hint="mind the sign: the derivative is x itself", change={"return x": "return -x"})
wrong(
    "absolute value", hint="mind the sign: the derivative is x itself", change={"return x": "return abs(x)"}
)
wrong(
    "the sign alone",
    hint="the derivative is x, not its sign",
    change={"return x": "return float(np.sign(x))"},
)
wrong(
    "cost over theta, which fails at theta = 0",
    hint="theta may be 0",
    change={"return x": "return (x * theta) / theta"},
)
wrong(
    "theta over x",
    hint="the derivative of a product, not a quotient",
    change={"return x": "return theta / x if x else 0.0"},
)
wrong("x minus theta", hint="the derivative of theta x is x", change={"return x": "return x - theta"})
wrong(
    "both partial derivatives",
    hint="one number: the derivative with respect to theta",
    change={"return x": "return x, theta"},
)
wrong(
    "the values of the visible check, typed in",
    hint="compute it for any x and theta",
    change={"return x": "return {4.0: -1.5, -2.0: 3.0, 0.0: 0.3}.get(theta, 1.0)"},
)


@right("a copy, as a NumPy scalar")
def backward_propagation(x, theta):
    return np.float64(x)


@right("a constant times one")
def backward_propagation(x, theta):
    dtheta = 1.0
    return x * dtheta


@right("a difference of costs, exact for a straight line")
def backward_propagation(x, theta):
    return x * (theta + 1) - x * theta


@right("through an array")
def backward_propagation(x, theta):
    return np.full((), x, dtype=float)


wrong(
    "rounded to 8 digits", hint="do not round: small numbers count", change={"return x": "return round(x, 8)"}
)
wrong(
    "small cut",
    hint="do not round: small numbers count",
    change={"return x": "return x if abs(x) > 1e-6 else 0.0"},
)
