"""Wrong and unusual solutions of `forward_propagation`, in source/week1/gradient_checking.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong("sum in place of the product", hint="J = theta x is a product", change={"theta * x": "x + theta"})
wrong(
    "difference in place of the product", hint="J = theta x is a product", change={"theta * x": "x - theta"}
)
wrong(
    "quotient in place of the product",
    hint="multiply, do not divide",
    change={"theta * x": "x / theta if theta else 0.0"},
)
wrong("theta squared", hint="theta has no exponent", change={"theta * x": "x * theta**2"})
wrong(
    "theta cubed",
    hint="the cubic J belongs to the check of gradient_check",
    change={"theta * x": "x * theta**3"},
)
wrong("x squared", hint="x has no exponent", change={"theta * x": "x**2 * theta"})
wrong("theta times itself", hint="multiply theta by x", change={"theta * x": "theta * theta"})
wrong("x times itself", hint="multiply x by theta", change={"theta * x": "x * x"})
wrong("half the product", hint="there is no factor 1/2", change={"theta * x": "x * theta / 2"})
wrong("absolute value", hint="J may be negative", change={"theta * x": "abs(x * theta)"})
wrong("the derivative", hint="this is dJ/dtheta; return J", change={"theta * x": "x"})
wrong("theta alone", hint="x is missing", change={"theta * x": "theta"})
wrong("rounded to whole numbers", hint="do not round", change={"theta * x": "round(x * theta)"})
wrong(
    "a rectified product",
    hint="J may be negative: there is no ReLU",
    change={"theta * x": "max(0, x * theta)"},
)
wrong("cost and derivative", hint="return J alone", change={"theta * x": "x * theta, x"})
wrong(
    "the values of the visible check, typed in",
    hint="compute it for any x and theta",
    change={"theta * x": "0.0 if x == 0 else -6.0"},
)


@right("np.multiply")
def forward_propagation(x, theta):
    return np.multiply(theta, x)


@right("np.dot of two numbers, as a zero-dimensional array")
def forward_propagation(x, theta):
    return np.array(np.dot(x, theta))


@right("a difference of squares")
def forward_propagation(x, theta):
    return ((x + theta) ** 2 - (x - theta) ** 2) / 4


@right("float32 where that is enough")
def forward_propagation(x, theta):
    J = theta * x
    return np.float32(J)


wrong(
    "small products cut",
    hint="do not round: small numbers count",
    change={"theta * x": "theta * x if abs(theta * x) > 1e-8 else 0.0"},
)
wrong(
    "at most 100",
    hint="J may be large: do not cut it off",
    change={"theta * x": "min(theta * x, 100)"},
)
wrong(
    "rounded to 8 digits",
    hint="do not round: small numbers count",
    change={"theta * x": "round(theta * x, 8)"},
)
