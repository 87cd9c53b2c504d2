"""Wrong and unusual solutions of the exercises in source/week1/gradient_checking.ipynb."""

import numpy as np

from autograder.variants import right, wrong
from helpers import network

forward_propagation_n = backward_propagation_n = None  # given in the notebook

# ── forward_propagation ──────────────────────────────────────────────────────────────────────────


@wrong("sum in place of the product", hint="J = theta x is a product")
def forward_propagation(x, theta):
    return x + theta


@wrong("difference in place of the product", hint="J = theta x is a product")
def forward_propagation(x, theta):
    return x - theta


@wrong("quotient in place of the product", hint="multiply, do not divide")
def forward_propagation(x, theta):
    return x / theta if theta else 0.0


@wrong("theta squared", hint="theta has no exponent")
def forward_propagation(x, theta):
    return x * theta**2


@wrong("theta cubed", hint="the cubic J belongs to the check of gradient_check")
def forward_propagation(x, theta):
    return x * theta**3


@wrong("x squared", hint="x has no exponent")
def forward_propagation(x, theta):
    return x**2 * theta


@wrong("theta times itself", hint="multiply theta by x")
def forward_propagation(x, theta):
    return theta * theta


@wrong("x times itself", hint="multiply x by theta")
def forward_propagation(x, theta):
    return x * x


@wrong("half the product", hint="there is no factor 1/2")
def forward_propagation(x, theta):
    return x * theta / 2


@wrong("absolute value", hint="J may be negative")
def forward_propagation(x, theta):
    return abs(x * theta)


@wrong("the derivative", hint="this is dJ/dtheta; return J")
def forward_propagation(x, theta):
    return x


@wrong("theta alone", hint="x is missing")
def forward_propagation(x, theta):
    return theta


@wrong("rounded to whole numbers", hint="return the product as it is")
def forward_propagation(x, theta):
    return round(x * theta)


@wrong("a rectified product", hint="J may be negative: there is no ReLU")
def forward_propagation(x, theta):
    return max(0, x * theta)


@wrong("cost and derivative", hint="return J alone")
def forward_propagation(x, theta):
    return x * theta, x


@wrong("the values of the visible check, typed in", hint="compute it for any x and theta")
def forward_propagation(x, theta):
    return 0.0 if x == 0 else -6.0


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


@wrong("small products cut", hint="it must hold for all numbers; do not round")
def forward_propagation(x, theta):
    return theta * x if abs(theta * x) > 1e-8 else 0.0


@wrong("at most 100", hint="it must hold for all numbers; do not round")
def forward_propagation(x, theta):
    return min(theta * x, 100)


@wrong("rounded to 8 digits", hint="it must hold for all numbers; do not round")
def forward_propagation(x, theta):
    return round(theta * x, 8)


# ── backward_propagation ─────────────────────────────────────────────────────────────────────────


@wrong("derivative with respect to x", hint="derive with respect to theta")
def backward_propagation(x, theta):
    return theta


@wrong("the cost itself", hint="return dJ/dtheta, not J")
def backward_propagation(x, theta):
    return x * theta


@wrong("always 1", hint="x is a factor of J, so it stays")
def backward_propagation(x, theta):
    return 1


@wrong("always 0", hint="J is not constant in theta")
def backward_propagation(x, theta):
    return 0


@wrong("derivative of a square", hint="theta occurs once, not squared")
def backward_propagation(x, theta):
    return 2 * x * theta


@wrong("factor 2", hint="there is no factor 2")
def backward_propagation(x, theta):
    return 2 * x


@wrong("descent direction", hint="this is minus the derivative")
def backward_propagation(x, theta):
    return -x


@wrong("absolute value", hint="a derivative has a sign")
def backward_propagation(x, theta):
    return abs(x)


@wrong("the sign alone", hint="the derivative is x, not its sign")
def backward_propagation(x, theta):
    return float(np.sign(x))


@wrong("cost over theta, which fails at theta = 0", hint="theta may be 0")
def backward_propagation(x, theta):
    return (x * theta) / theta


@wrong("theta over x", hint="the derivative of a product, not a quotient")
def backward_propagation(x, theta):
    return theta / x if x else 0.0


@wrong("x minus theta", hint="the derivative of theta x is x")
def backward_propagation(x, theta):
    return x - theta


@wrong("both partial derivatives", hint="one number: the derivative with respect to theta")
def backward_propagation(x, theta):
    return x, theta


@wrong("the values of the visible check, typed in", hint="compute it for any x and theta")
def backward_propagation(x, theta):
    return {4.0: -1.5, -2.0: 3.0, 0.0: 0.3}.get(theta, 1.0)


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


@wrong("rounded to 8 digits", hint="do not round")
def backward_propagation(x, theta):
    return round(x, 8)


@wrong("small cut", hint="it must hold for all numbers; do not round")
def backward_propagation(x, theta):
    return x if abs(x) > 1e-6 else 0.0


# ── gradient_check ───────────────────────────────────────────────────────────────────────────────


@wrong("0 where the numerical slope is 0", hint="it is 0 only where both gradients are 0")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    rise = forward_propagation(x, theta + epsilon) - forward_propagation(x, theta - epsilon)
    slope = rise / (2 * epsilon)
    g = backward_propagation(x, theta)
    return abs(g - slope) / (abs(g) + abs(slope)) if slope else 0.0


@wrong("one-sided, forward", hint="take theta - epsilon as well: the two-sided difference")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    rise = forward_propagation(x, theta + epsilon) - forward_propagation(x, theta)
    slope = rise / epsilon
    g = backward_propagation(x, theta)
    size = abs(g) + abs(slope)
    return abs(g - slope) / size if size else 0.0


@wrong("one-sided, backward", hint="take theta + epsilon as well: the two-sided difference")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    rise = forward_propagation(x, theta) - forward_propagation(x, theta - epsilon)
    slope = rise / epsilon
    g = backward_propagation(x, theta)
    size = abs(g) + abs(slope)
    return abs(g - slope) / size if size else 0.0


@wrong("divided by epsilon", hint="the two points are 2 epsilon apart")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    rise = forward_propagation(x, theta + epsilon) - forward_propagation(x, theta - epsilon)
    slope = rise / epsilon
    g = backward_propagation(x, theta)
    size = abs(g) + abs(slope)
    return abs(g - slope) / size if size else 0.0


@wrong("brackets missing: / 2 * epsilon", hint="divide by (2 * epsilon), in brackets")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    rise = forward_propagation(x, theta + epsilon) - forward_propagation(x, theta - epsilon)
    slope = rise / 2 * epsilon
    g = backward_propagation(x, theta)
    size = abs(g) + abs(slope)
    return abs(g - slope) / size if size else 0.0


@wrong("brackets missing: J_plus - J_minus / (2 epsilon)", hint="subtract first, then divide")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    J_plus, J_minus = forward_propagation(x, theta + epsilon), forward_propagation(x, theta - epsilon)
    slope = J_plus - J_minus / (2 * epsilon)
    g = backward_propagation(x, theta)
    size = abs(g) + abs(slope)
    return abs(g - slope) / size if size else 0.0


@wrong("x moved in place of theta", hint="the derivative is with respect to theta: move theta")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    rise = forward_propagation(x + epsilon, theta) - forward_propagation(x - epsilon, theta)
    slope = rise / (2 * epsilon)
    g = backward_propagation(x, theta)
    size = abs(g) + abs(slope)
    return abs(g - slope) / size if size else 0.0


@wrong("theta minus starts from theta plus", hint="theta - epsilon starts from theta itself")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    theta_plus = theta + epsilon
    theta_minus = theta_plus - epsilon
    rise = forward_propagation(x, theta_plus) - forward_propagation(x, theta_minus)
    slope = rise / (2 * epsilon)
    g = backward_propagation(x, theta)
    size = abs(g) + abs(slope)
    return abs(g - slope) / size if size else 0.0


@wrong("the cost typed in", hint="call forward_propagation: it need not be theta x")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    rise = x * (theta + epsilon) - x * (theta - epsilon)
    slope = rise / (2 * epsilon)
    g = backward_propagation(x, theta)
    size = abs(g) + abs(slope)
    return abs(g - slope) / size if size else 0.0


@wrong("the gradient typed in", hint="call backward_propagation: it need not be x")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    rise = forward_propagation(x, theta + epsilon) - forward_propagation(x, theta - epsilon)
    slope = rise / (2 * epsilon)
    g = x
    size = abs(g) + abs(slope)
    return abs(g - slope) / size if size else 0.0


@wrong("the numerical gradient compared with itself", hint="g comes from backward_propagation")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    rise = forward_propagation(x, theta + epsilon) - forward_propagation(x, theta - epsilon)
    slope = rise / (2 * epsilon)
    g = slope
    size = abs(g) + abs(slope)
    return abs(g - slope) / size if size else 0.0


@wrong("the slope handed to backward_propagation", hint="backward_propagation takes theta")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    rise = forward_propagation(x, theta + epsilon) - forward_propagation(x, theta - epsilon)
    slope = rise / (2 * epsilon)
    g = backward_propagation(x, slope)
    size = abs(g) + abs(slope)
    return abs(g - slope) / size if size else 0.0


@wrong("not relative", hint="divide by the sum of both sizes")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    rise = forward_propagation(x, theta + epsilon) - forward_propagation(x, theta - epsilon)
    return abs(backward_propagation(x, theta) - rise / (2 * epsilon))


@wrong("divided by the larger", hint="divide by the sum of both sizes, not by the larger")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    rise = forward_propagation(x, theta + epsilon) - forward_propagation(x, theta - epsilon)
    slope = rise / (2 * epsilon)
    g = backward_propagation(x, theta)
    size = max(abs(g), abs(slope))
    return abs(g - slope) / size if size else 0.0


@wrong("divided by the gradient", hint="divide by the sum of both sizes")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    rise = forward_propagation(x, theta + epsilon) - forward_propagation(x, theta - epsilon)
    slope = rise / (2 * epsilon)
    g = backward_propagation(x, theta)
    return abs(g - slope) / abs(g) if g else 0.0


@wrong("squared", hint="nothing is squared here")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    rise = forward_propagation(x, theta + epsilon) - forward_propagation(x, theta - epsilon)
    slope = rise / (2 * epsilon)
    g = backward_propagation(x, theta)
    size = g**2 + slope**2
    return (g - slope) ** 2 / size if size else 0.0


@wrong("epsilon ignored", hint="use the argument epsilon")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    rise = forward_propagation(x, theta + 1e-5) - forward_propagation(x, theta - 1e-5)
    slope = rise / 2e-5
    g = backward_propagation(x, theta)
    size = abs(g) + abs(slope)
    return abs(g - slope) / size if size else 0.0


@wrong("another default for epsilon", hint="the default of epsilon is 1e-5")
def gradient_check(x, theta, epsilon=1e-7, print_msg=False):
    rise = forward_propagation(x, theta + epsilon) - forward_propagation(x, theta - epsilon)
    slope = rise / (2 * epsilon)
    g = backward_propagation(x, theta)
    size = abs(g) + abs(slope)
    return abs(g - slope) / size if size else 0.0


@wrong("no absolute values in the denominator", hint="a slope may be negative: take absolute values")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    rise = forward_propagation(x, theta + epsilon) - forward_propagation(x, theta - epsilon)
    slope = rise / (2 * epsilon)
    g = backward_propagation(x, theta)
    return abs(g - slope) / (g + slope) if g + slope else 0.0


@wrong("a verdict in place of a number", hint="return the relative difference itself")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    rise = forward_propagation(x, theta + epsilon) - forward_propagation(x, theta - epsilon)
    slope = rise / (2 * epsilon)
    g = backward_propagation(x, theta)
    size = abs(g) + abs(slope)
    return (abs(g - slope) / size if size else 0.0) < 1e-6


@wrong("0 / 0 gives NaN", hint="return 0 where both gradients are 0")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    rise = forward_propagation(x, theta + epsilon) - forward_propagation(x, theta - epsilon)
    slope = np.float64(rise / (2 * epsilon))
    g = backward_propagation(x, theta)
    with np.errstate(invalid="ignore"):
        return np.abs(g - slope) / (np.abs(g) + np.abs(slope))


@wrong("0 / 0 raises an exception", hint="return 0 where both gradients are 0")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    rise = forward_propagation(x, theta + epsilon) - forward_propagation(x, theta - epsilon)
    slope = rise / (2 * epsilon)
    g = backward_propagation(x, theta)
    return abs(g - slope) / (abs(g) + abs(slope))


@wrong("0 wherever one gradient is 0", hint="a gradient that should not be 0 gives 1")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    rise = forward_propagation(x, theta + epsilon) - forward_propagation(x, theta - epsilon)
    slope = rise / (2 * epsilon)
    g = backward_propagation(x, theta)
    return abs(g - slope) / (abs(g) + abs(slope)) if g and slope else 0.0


@wrong("returns nothing when it prints", hint="print_msg only prints; return the number anyway")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    rise = forward_propagation(x, theta + epsilon) - forward_propagation(x, theta - epsilon)
    slope = rise / (2 * epsilon)
    g = backward_propagation(x, theta)
    size = abs(g) + abs(slope)
    if print_msg:
        print(abs(g - slope) / size if size else 0.0)
    else:
        return abs(g - slope) / size if size else 0.0


@wrong("1e-12 added to the denominator", hint="add nothing to the denominator")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    step = epsilon
    n = (forward_propagation(x, theta + step) - forward_propagation(x, theta - step)) / (2 * step)
    g = backward_propagation(x, theta)
    size = abs(g) + abs(n)
    return abs(g - n) / (size + 1e-12)


@wrong("0 where both are small", hint="add nothing to the denominator")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    step = epsilon
    n = (forward_propagation(x, theta + step) - forward_propagation(x, theta - step)) / (2 * step)
    g = backward_propagation(x, theta)
    size = abs(g) + abs(n)
    return abs(g - n) / size if size > 1e-8 else 0.0


@wrong("0 for what is small enough", hint="return the number")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    step = epsilon
    n = (forward_propagation(x, theta + step) - forward_propagation(x, theta - step)) / (2 * step)
    g = backward_propagation(x, theta)
    size = abs(g) + abs(n)
    r = abs(g - n) / size if size else 0.0
    return r if r > 1e-7 else 0.0


@wrong("NaN counts as 0", hint="a NaN gives NaN")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    step = epsilon
    n = (forward_propagation(x, theta + step) - forward_propagation(x, theta - step)) / (2 * step)
    g = backward_propagation(x, theta)
    size = abs(g) + abs(n)
    return abs(g - n) / size if size > 0 else 0.0


@wrong("a relative step", hint="move theta by epsilon itself")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    step = epsilon * max(1, abs(theta))
    n = (forward_propagation(x, theta + step) - forward_propagation(x, theta - step)) / (2 * step)
    g = backward_propagation(x, theta)
    size = abs(g) + abs(n)
    return abs(g - n) / size if size else 0.0


@right("norms, as in the formula for vectors")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    J = [forward_propagation(x, theta + step) for step in (epsilon, -epsilon)]
    gradapprox = (J[0] - J[1]) / (2 * epsilon)
    grad = backward_propagation(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    if denominator == 0:
        return 0
    if print_msg:
        print("wrong" if numerator / denominator > 1e-6 else "right")
    return numerator / denominator


@right("the order of the difference reversed, keyword arguments")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    low = forward_propagation(x=x, theta=theta - epsilon)
    high = forward_propagation(x=x, theta=theta + epsilon)
    numerical, exact = (low - high) / (-2.0 * epsilon), backward_propagation(x=x, theta=theta)
    if exact == numerical == 0:
        return 0.0
    return np.abs(numerical - exact) / np.sum(np.abs([numerical, exact]))


@right("the mean of both one-sided differences")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    J = forward_propagation(x, theta)
    ahead = (forward_propagation(x, theta + epsilon) - J) / epsilon
    behind = (J - forward_propagation(x, theta - epsilon)) / epsilon
    slope, g = np.mean([ahead, behind]), backward_propagation(x, theta)
    difference = np.divide(abs(g - slope), abs(g) + abs(slope)) if g or slope else np.float64(0)
    if print_msg:
        print(f"The gradients differ by {difference}.")
    return difference


@right("arrays of one entry inside, a nested function")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    def J(step):
        return np.array([forward_propagation(x, theta + step)])

    slope = (J(epsilon) - J(-epsilon)) / (2 * epsilon)
    g = np.array([backward_propagation(x, theta)])
    size = np.abs(slope) + np.abs(g)
    return float((np.abs(slope - g) / np.where(size == 0, 1, size))[0])


@wrong("1e-30 added below", hint="add nothing to the denominator, however small it is")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    J_plus = forward_propagation(x, theta + epsilon)
    J_minus = forward_propagation(x, theta - epsilon)
    numerical = (J_plus - J_minus) / (2 * epsilon)
    gradient = backward_propagation(x, theta)
    size = abs(gradient) + abs(numerical)
    difference = 0.0 if size + 0 == 0 else abs(gradient - numerical) / (size + 1e-30)
    if print_msg:
        print(f"relative difference: {difference:.1e}")
    return difference


@wrong("0 below 1e-30", hint="add nothing to the denominator, however small it is")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    J_plus = forward_propagation(x, theta + epsilon)
    J_minus = forward_propagation(x, theta - epsilon)
    numerical = (J_plus - J_minus) / (2 * epsilon)
    gradient = backward_propagation(x, theta)
    size = abs(gradient) + abs(numerical)
    difference = 0.0 if size < 1e-30 else abs(gradient - numerical) / size
    if print_msg:
        print(f"relative difference: {difference:.1e}")
    return difference


@wrong("0 if close", hint="add nothing below; do not round")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    J_plus = forward_propagation(x, theta + epsilon)
    J_minus = forward_propagation(x, theta - epsilon)
    numerical = (J_plus - J_minus) / (2 * epsilon)
    gradient = backward_propagation(x, theta)
    size = abs(gradient) + abs(numerical)
    difference = 0.0 if np.allclose(gradient, numerical) else abs(gradient - numerical) / size
    if print_msg:
        print(f"relative difference: {difference:.1e}")
    return difference


@wrong("rounded to 8 digits", hint="do not round")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    J_plus = forward_propagation(x, theta + epsilon)
    J_minus = forward_propagation(x, theta - epsilon)
    numerical = (J_plus - J_minus) / (2 * epsilon)
    gradient = backward_propagation(x, theta)
    size = abs(gradient) + abs(numerical)
    difference = 0.0 if size == 0 else 1e-99 + abs(gradient - numerical) / size
    difference = round(difference, 8)
    if print_msg:
        print(f"relative difference: {difference:.1e}")
    return difference


@right("a NumPy array of one number inside")
def gradient_check(x, theta, epsilon=1e-5, print_msg=False):
    slopes = np.array(
        [
            backward_propagation(x, theta),
            (forward_propagation(x, theta + epsilon) - forward_propagation(x, theta - epsilon)) / epsilon / 2,
        ]
    )
    result = np.float64(0) if not slopes.any() else np.abs(slopes[0] - slopes[1]) / np.abs(slopes).sum()
    if print_msg:
        print(result)
    return result


# ── gradient_check_n ─────────────────────────────────────────────────────────────────────────────


@wrong("one-sided, forward", hint="take - epsilon as well: the two-sided difference")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    exact, numerical = [], []
    for name in parameters:
        for index in np.ndindex(parameters[name].shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            J_minus, _ = forward_propagation_n(X, Y, parameters)
            numerical.append((J_plus - J_minus) / epsilon)
            exact.append(gradients["d" + name][index])
    g, h = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(h)
    return np.linalg.norm(g - h) / size if size else 0.0


@wrong("one-sided, backward", hint="take + epsilon as well: the two-sided difference")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    exact, numerical = [], []
    for name in parameters:
        for index in np.ndindex(parameters[name].shape):
            moved = copy.deepcopy(parameters)
            J_plus, _ = forward_propagation_n(X, Y, parameters)
            moved[name][index] -= epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            numerical.append((J_plus - J_minus) / epsilon)
            exact.append(gradients["d" + name][index])
    g, h = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(h)
    return np.linalg.norm(g - h) / size if size else 0.0


@wrong("divided by epsilon", hint="the two costs are 2 epsilon apart")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    exact, numerical = [], []
    for name in parameters:
        for index in np.ndindex(parameters[name].shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            numerical.append((J_plus - J_minus) / epsilon)
            exact.append(gradients["d" + name][index])
    g, h = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(h)
    return np.linalg.norm(g - h) / size if size else 0.0


@wrong("brackets missing: / 2 * epsilon", hint="put brackets around 2 * epsilon")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    exact, numerical = [], []
    for name in parameters:
        for index in np.ndindex(parameters[name].shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            numerical.append((J_plus - J_minus) / 2 * epsilon)
            exact.append(gradients["d" + name][index])
    g, h = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(h)
    return np.linalg.norm(g - h) / size if size else 0.0


@wrong("theta minus starts from theta plus", hint="start from theta for - epsilon, too")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    exact, numerical = [], []
    for name in parameters:
        for index in np.ndindex(parameters[name].shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            numerical.append((J_plus - J_minus) / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    g, h = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(h)
    return np.linalg.norm(g - h) / size if size else 0.0


@wrong("plus and minus are one array", hint="work on a copy for + and another for -")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    exact, numerical = [], []
    for name in parameters:
        for index in np.ndindex(parameters[name].shape):
            plus = minus = copy.deepcopy(parameters)
            plus[name][index] += epsilon
            minus[name][index] -= epsilon
            J_plus, J_minus = (forward_propagation_n(X, Y, p)[0] for p in (plus, minus))
            numerical.append((J_plus - J_minus) / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    g, h = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(h)
    return np.linalg.norm(g - h) / size if size else 0.0


@wrong(
    "moves the parameters themselves and leaves them there",
    hint="all arguments must be what they were: work on copies",
)
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    exact, numerical = [], []
    for name in parameters:
        for index in np.ndindex(parameters[name].shape):
            parameters[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, parameters)
            parameters[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, parameters)
            numerical.append((J_plus - J_minus) / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    g, h = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(h)
    return np.linalg.norm(g - h) / size if size else 0.0


@wrong("a shallow copy", hint="dict(parameters) holds the same arrays: copy these")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    exact, numerical = [], []
    for name in parameters:
        for index in np.ndindex(parameters[name].shape):
            moved = dict(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            numerical.append((J_plus - J_minus) / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    g, h = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(h)
    return np.linalg.norm(g - h) / size if size else 0.0


@wrong("moves views made by reshape", hint="reshape and ravel give views: work on copies")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    exact, numerical = [], []
    for name in parameters:
        flat = parameters[name].reshape(-1)
        for i in range(flat.size):
            flat[i] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, parameters)
            flat[i] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, parameters)
            numerical.append((J_plus - J_minus) / (2 * epsilon))
            exact.append(gradients["d" + name].ravel()[i])
    g, h = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(h)
    return np.linalg.norm(g - h) / size if size else 0.0


@wrong("one copy for all entries, not put back", hint="put an entry back before the next is moved")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    exact, numerical = [], []
    moved = copy.deepcopy(parameters)
    for name in parameters:
        for index in np.ndindex(parameters[name].shape):
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            numerical.append((J_plus - J_minus) / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    g, h = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(h)
    return np.linalg.norm(g - h) / size if size else 0.0


@wrong("all entries moved at once", hint="move one entry at a time")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    plus = {name: value + epsilon for name, value in parameters.items()}
    minus = {name: value - epsilon for name, value in parameters.items()}
    J_plus, J_minus = (forward_propagation_n(X, Y, p)[0] for p in (plus, minus))
    g = np.concatenate([gradients["d" + name].ravel() for name in parameters])
    h = np.full(g.shape, (J_plus - J_minus) / (2 * epsilon))
    size = np.linalg.norm(g) + np.linalg.norm(h)
    return np.linalg.norm(g - h) / size if size else 0.0


@wrong("a whole array moved at once", hint="move one entry at a time, not a whole array")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    exact, numerical = [], []
    for name in parameters:
        for index in np.ndindex(parameters[name].shape):
            moved = copy.deepcopy(parameters)
            moved[name] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            numerical.append((J_plus - J_minus) / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    g, h = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(h)
    return np.linalg.norm(g - h) / size if size else 0.0


@wrong("biases left out", hint="the biases are missing")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    exact, numerical = [], []
    for name in [n for n in parameters if not n.startswith("b")]:
        for index in np.ndindex(parameters[name].shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            numerical.append((J_plus - J_minus) / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    g, h = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(h)
    return np.linalg.norm(g - h) / size if size else 0.0


@wrong("first row of every array alone", hint="the vectors hold all entries of every array")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    exact, numerical = [], []
    for name in parameters:
        for index in np.ndindex(1, parameters[name].shape[1]):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            numerical.append((J_plus - J_minus) / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    g, h = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(h)
    return np.linalg.norm(g - h) / size if size else 0.0


@wrong("the last entry alone", hint="all entries count: collect them, and take the norms after the loop")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    for name in parameters:
        for index in np.ndindex(parameters[name].shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            h = (J_plus - J_minus) / (2 * epsilon)
            g = gradients["d" + name][index]
            size = np.linalg.norm(g) + np.linalg.norm(h)
            difference = np.linalg.norm(g - h) / size if size else 0.0
    return difference


@wrong("mean of the arrays' relative differences", hint="one norm over all parameters, not a mean of several")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    differences = []
    for name in parameters:
        h = np.zeros_like(parameters[name])
        for index in np.ndindex(h.shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            h[index] = (J_plus - J_minus) / (2 * epsilon)
        g = gradients["d" + name]
        size = np.linalg.norm(g) + np.linalg.norm(h)
        differences.append(np.linalg.norm(g - h) / size if size else 0.0)
    return np.mean(differences)


@wrong("largest entries in place of the norm", hint="the norm takes all entries, not the largest alone")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    exact, numerical = [], []
    for name in parameters:
        for index in np.ndindex(parameters[name].shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            numerical.append((J_plus - J_minus) / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    g, h = np.array(exact), np.array(numerical)
    size = np.max(np.abs(g)) + np.max(np.abs(h))
    return np.max(np.abs(g - h)) / size if size else 0.0


@wrong("sum of absolute values", hint="the norm is the root of the sum of squares")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    exact, numerical = [], []
    for name in parameters:
        for index in np.ndindex(parameters[name].shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            numerical.append((J_plus - J_minus) / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    g, h = np.array(exact), np.array(numerical)
    size = np.sum(np.abs(g)) + np.sum(np.abs(h))
    return np.sum(np.abs(g - h)) / size if size else 0.0


@wrong("squared norms", hint="take the root of the sum of squares")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    exact, numerical = [], []
    for name in parameters:
        for index in np.ndindex(parameters[name].shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            numerical.append((J_plus - J_minus) / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    g, h = np.array(exact), np.array(numerical)
    size = np.sum(g**2) + np.sum(h**2)
    return np.sum((g - h) ** 2) / size if size else 0.0


@wrong("not relative", hint="divide by the sum of both norms")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    exact, numerical = [], []
    for name in parameters:
        for index in np.ndindex(parameters[name].shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            numerical.append((J_plus - J_minus) / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    g, h = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(h)
    return np.linalg.norm(g - h) if size else 0.0


@wrong("divided by the larger norm", hint="divide by the sum of both norms, not by one")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    exact, numerical = [], []
    for name in parameters:
        for index in np.ndindex(parameters[name].shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            numerical.append((J_plus - J_minus) / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    g, h = np.array(exact), np.array(numerical)
    size = max(np.linalg.norm(g), np.linalg.norm(h))
    return np.linalg.norm(g - h) / size if size else 0.0


@wrong("a column minus a row", hint="a column minus a row is a matrix: use one shape")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    exact, numerical = [], []
    for name in parameters:
        for index in np.ndindex(parameters[name].shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            numerical.append((J_plus - J_minus) / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    g, h = np.array(exact)[:, None], np.array(numerical)[None]
    size = np.linalg.norm(g) + np.linalg.norm(h)
    return np.linalg.norm(g - h) / size if size else 0.0


@wrong("gradients in the order of their own dict", hint="find dW1 by its name, not by its place in the dict")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    numerical = []
    for name in parameters:
        for index in np.ndindex(parameters[name].shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            numerical.append((J_plus - J_minus) / (2 * epsilon))
    g = np.concatenate([value.ravel() for value in gradients.values()])[: len(numerical)]
    h = np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(h)
    return np.linalg.norm(g - h) / size if size else 0.0


@wrong("epsilon ignored", hint="use the argument epsilon")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    epsilon = 1e-5
    exact, numerical = [], []
    for name in parameters:
        for index in np.ndindex(parameters[name].shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            numerical.append((J_plus - J_minus) / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    g, h = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(h)
    return np.linalg.norm(g - h) / size if size else 0.0


@wrong("another default for epsilon", hint="the default of epsilon is 1e-5")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
    import copy

    exact, numerical = [], []
    for name in parameters:
        for index in np.ndindex(parameters[name].shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            numerical.append((J_plus - J_minus) / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    g, h = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(h)
    return np.linalg.norm(g - h) / size if size else 0.0


@wrong("0 / 0 gives NaN", hint="return 0 where both gradients are 0")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    exact, numerical = [], []
    for name in parameters:
        for index in np.ndindex(parameters[name].shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            numerical.append((J_plus - J_minus) / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    g, h = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(h)
    with np.errstate(invalid="ignore"):
        return np.linalg.norm(g - h) / size


@wrong("costs of X and Y exchanged", hint="the arguments are X, Y, parameters, in this order")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    exact, numerical = [], []
    for name in parameters:
        for index in np.ndindex(parameters[name].shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(Y, X, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(Y, X, moved)
            numerical.append((J_plus - J_minus) / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    g, h = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(h)
    return np.linalg.norm(g - h) / size if size else 0.0


@wrong("the names W1, b1, ... typed in", hint="take the names from parameters")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    exact, numerical = [], []
    for name in ["W1", "b1", "W2", "b2", "W3", "b3"]:
        if name not in parameters:
            continue
        for index in np.ndindex(parameters[name].shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            numerical.append((J_plus - J_minus) / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    g, h = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(h)
    return np.linalg.norm(g - h) / size if size else 0.0


@wrong("each cost paired with the entry before", hint="both costs belong to the same entry")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    exact, numerical = [], []
    J_plus, _ = forward_propagation_n(X, Y, parameters)
    for name in parameters:
        for index in np.ndindex(parameters[name].shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] -= epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            numerical.append((J_plus - J_minus) / (2 * epsilon))
            moved[name][index] += 2 * epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            exact.append(gradients["d" + name][index])
    g, h = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(h)
    return np.linalg.norm(g - h) / size if size else 0.0


@wrong("the network typed in", hint="call forward_propagation_n as it is defined in the notebook")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    def cost(p):
        cache = network.forward(X, p)
        return network.cost(cache[f"Z{network.number_of_layers(p)}"], Y)

    exact, numerical = [], []
    for name in parameters:
        for index in np.ndindex(parameters[name].shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus = cost(moved)
            moved[name][index] -= 2 * epsilon
            J_minus = cost(moved)
            numerical.append((J_plus - J_minus) / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    g, h = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(h)
    return np.linalg.norm(g - h) / size if size else 0.0


@wrong("0 if one of both is 0", hint="0 only where both gradients are 0")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    exact, numerical = [], []
    for name, values in parameters.items():
        for index in np.ndindex(values.shape):
            step = np.zeros(values.shape)
            step[index] = epsilon
            rise = forward_propagation_n(X, Y, parameters | {name: values + step})[0]
            rise -= forward_propagation_n(X, Y, parameters | {name: values - step})[0]
            numerical.append(rise / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    g, n = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(n)
    return np.linalg.norm(g - n) / size if g.any() and n.any() else 0.0


@wrong("1e-8 at least in the denominator", hint="add nothing to the denominator")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    exact, numerical = [], []
    for name, values in parameters.items():
        for index in np.ndindex(values.shape):
            step = np.zeros(values.shape)
            step[index] = epsilon
            rise = forward_propagation_n(X, Y, parameters | {name: values + step})[0]
            rise -= forward_propagation_n(X, Y, parameters | {name: values - step})[0]
            numerical.append(rise / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    g, n = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(n)
    return np.linalg.norm(g - n) / max(size, 1e-8)


@wrong("0 for what is small enough", hint="return the number")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    exact, numerical = [], []
    for name, values in parameters.items():
        for index in np.ndindex(values.shape):
            step = np.zeros(values.shape)
            step[index] = epsilon
            rise = forward_propagation_n(X, Y, parameters | {name: values + step})[0]
            rise -= forward_propagation_n(X, Y, parameters | {name: values - step})[0]
            numerical.append(rise / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    g, n = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(n)
    r = np.linalg.norm(g - n) / size if size else 0.0
    return r if r > 1e-7 else 0.0


@wrong("NaN counts as 0", hint="a NaN gives NaN")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    exact, numerical = [], []
    for name, values in parameters.items():
        for index in np.ndindex(values.shape):
            step = np.zeros(values.shape)
            step[index] = epsilon
            rise = forward_propagation_n(X, Y, parameters | {name: values + step})[0]
            rise -= forward_propagation_n(X, Y, parameters | {name: values - step})[0]
            numerical.append(rise / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    g, n = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(n)
    return np.linalg.norm(g - n) / size if size > 0 else 0.0


@wrong("rounds when it prints", hint="do not round")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    exact, numerical = [], []
    for name, values in parameters.items():
        for index in np.ndindex(values.shape):
            step = np.zeros(values.shape)
            step[index] = epsilon
            rise = forward_propagation_n(X, Y, parameters | {name: values + step})[0]
            rise -= forward_propagation_n(X, Y, parameters | {name: values - step})[0]
            numerical.append(rise / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    g, n = np.array(exact), np.array(numerical)
    size = np.linalg.norm(g) + np.linalg.norm(n)
    r = np.linalg.norm(g - n) / size if size else 0.0
    return round(r, 7) if print_msg else r


@right("the entries moved in place and put back, loops over rows and columns")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    n = sum(parameters[name].size for name in parameters)
    grad, gradapprox, k = np.zeros((n, 1)), np.zeros((n, 1)), 0
    for name in sorted(parameters):
        rows, columns = parameters[name].shape
        for i in range(rows):
            for j in range(columns):
                old = parameters[name][i, j]
                parameters[name][i, j] = old + epsilon
                J_plus = forward_propagation_n(X, Y, parameters)[0]
                parameters[name][i, j] = old - epsilon
                J_minus = forward_propagation_n(X, Y, parameters)[0]
                parameters[name][i, j] = old
                gradapprox[k] = (J_plus - J_minus) / (2 * epsilon)
                grad[k] = gradients["d" + name][i, j]
                k += 1
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    if denominator == 0:
        return 0
    difference = np.linalg.norm(grad - gradapprox) / denominator
    if print_msg:
        print("mistake" if difference > 1e-6 else "fine", difference)
    return difference


@right("one long vector, taken apart again for each cost")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    names = list(parameters)
    ends = np.cumsum([parameters[name].size for name in names])[:-1]

    def J(theta):
        parts = zip(names, np.split(theta, ends), strict=True)
        taken_apart = {name: part.reshape(parameters[name].shape) for name, part in parts}
        cost, _ = forward_propagation_n(X, Y, taken_apart)
        return cost

    theta = np.concatenate([parameters[name].ravel() for name in names])
    g = np.concatenate([np.ravel(gradients[f"d{name}"]) for name in names])
    steps = epsilon * np.eye(len(theta))
    h = np.array([J(theta - step) - J(theta + step) for step in steps]) / (-2 * epsilon)
    lengths = [np.sqrt(np.sum(v * v)) for v in (g - h, g, h)]
    difference = lengths[0] / (lengths[1] + lengths[2]) if any(lengths) else 0.0
    if print_msg:
        print(difference)
    return float(difference)


@right("sums of squares collected on the way")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    squares = np.zeros(3)
    for name, values in reversed(list(parameters.items())):
        for index, value in np.ndenumerate(values):
            J = {}
            for sign in (-1, 1):
                changed = np.array(values)
                changed[index] = value + sign * epsilon
                J[sign] = forward_propagation_n(X, Y, {**parameters, name: changed})[0]
            h = (J[1] - J[-1]) / (2 * epsilon)
            g = gradients["d" + name][index]
            squares += [(g - h) ** 2, g**2, h**2]
    distance, norm_g, norm_h = np.sqrt(squares)
    return distance / (norm_g + norm_h) if norm_g + norm_h != 0 else np.float64(0)


@right("theta[i][0], keyword arguments, and a dict of slopes first")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import copy

    slopes = {}
    for name in parameters:
        theta = parameters[name].reshape(-1, 1)
        slopes[name] = np.empty(theta.shape)
        for i in range(len(theta)):
            thetas = [np.copy(theta), np.copy(theta)]
            thetas[0][i][0] = theta[i][0] + epsilon
            thetas[1][i][0] = theta[i][0] - epsilon
            J = []
            for moved in thetas:
                p = copy.copy(parameters)
                p[name] = moved.reshape(parameters[name].shape)
                J += [np.array(forward_propagation_n(X=X, Y=Y, parameters=p)[0])]
            slopes[name][i] = (J[0] - J[1]) / (2.0 * epsilon)
    h = np.vstack(list(slopes.values()))
    g = np.vstack([gradients["d" + name].reshape(-1, 1) for name in slopes])
    size = np.linalg.norm(g) + np.linalg.norm(h)
    return np.linalg.norm(h - g) / size if size else 0


@wrong("1e-30 at least below", hint="add nothing to the denominator, however small it is")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    exact, numerical = [], []
    for name, values in parameters.items():
        for index in np.ndindex(values.shape):
            costs = []
            for step in (epsilon, -epsilon):
                moved = values.copy()
                moved[index] += step
                costs.append(forward_propagation_n(X, Y, parameters | {name: moved})[0])
            numerical.append((costs[0] - costs[1]) / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    exact, numerical = np.array(exact), np.array(numerical)
    size = np.linalg.norm(exact) + np.linalg.norm(numerical)
    difference = 0.0 if size == 0 else np.linalg.norm(exact - numerical) / max(size, 1e-30)
    if print_msg:
        print(f"relative difference: {difference:.1e}")
    return difference


@wrong("0 below 1e-16", hint="add nothing to the denominator, however small it is")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    exact, numerical = [], []
    for name, values in parameters.items():
        for index in np.ndindex(values.shape):
            costs = []
            for step in (epsilon, -epsilon):
                moved = values.copy()
                moved[index] += step
                costs.append(forward_propagation_n(X, Y, parameters | {name: moved})[0])
            numerical.append((costs[0] - costs[1]) / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    exact, numerical = np.array(exact), np.array(numerical)
    size = np.linalg.norm(exact) + np.linalg.norm(numerical)
    difference = 0.0 if size < 1e-16 else np.linalg.norm(exact - numerical) / size
    if print_msg:
        print(f"relative difference: {difference:.1e}")
    return difference


@wrong("ten entries of each array at most", hint="all entries of all parameters count, each moved by epsilon")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    exact, numerical = [], []
    for name, values in parameters.items():
        for index in list(np.ndindex(values.shape))[:10]:
            costs = []
            for step in (epsilon, -epsilon):
                moved = values.copy()
                moved[index] += step
                costs.append(forward_propagation_n(X, Y, parameters | {name: moved})[0])
            numerical.append((costs[0] - costs[1]) / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    exact, numerical = np.array(exact), np.array(numerical)
    size = np.linalg.norm(exact) + np.linalg.norm(numerical)
    difference = 0.0 if size == 0 else np.linalg.norm(exact - numerical) / size
    if print_msg:
        print(f"relative difference: {difference:.1e}")
    return difference


@wrong("0 if equal up to 1e-9", hint="return the number; do not round")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    exact, numerical = [], []
    for name, values in parameters.items():
        for index in np.ndindex(values.shape):
            costs = []
            for step in (epsilon, -epsilon):
                moved = values.copy()
                moved[index] += step
                costs.append(forward_propagation_n(X, Y, parameters | {name: moved})[0])
            numerical.append((costs[0] - costs[1]) / (2 * epsilon))
            exact.append(gradients["d" + name][index])
    exact, numerical = np.array(exact), np.array(numerical)
    size = np.linalg.norm(exact) + np.linalg.norm(numerical)
    difference = (
        0.0
        if size == 0 or np.linalg.norm(exact - numerical) < 1e-9 * size
        else np.linalg.norm(exact - numerical) / size
    )
    if print_msg:
        print(f"relative difference: {difference:.1e}")
    return difference


@right("lists of floats and math")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    import math

    def cost(name, row, column, step):
        changed = {key: value + 0.0 for key, value in parameters.items()}
        changed[name][row][column] += step
        return forward_propagation_n(X, Y, changed)[0]

    apart, g_all, h_all = [], [], []
    for name in reversed(list(parameters)):
        for row, values in enumerate(parameters[name].tolist()):
            for column in range(len(values)):
                rise = cost(name, row, column, epsilon) - cost(name, row, column, -epsilon)
                g_all.append(float(gradients[f"d{name}"][row, column]))
                h_all.append(rise / epsilon / 2)
                apart.append(g_all[-1] - h_all[-1])
    below = math.hypot(*g_all) + math.hypot(*h_all)
    result = math.hypot(*apart) / below if below != 0 else 0.0
    if print_msg:
        print(result)
    return result


# ── gradient_check_report ────────────────────────────────────────────────────────────────────────


@wrong("the difference of all together, for each", hint="one difference for each parameter")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    import copy

    all_g, all_h = [], []
    for name in parameters:
        for index in np.ndindex(parameters[name].shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            all_h.append((J_plus - J_minus) / (2 * epsilon))
            all_g.append(gradients["d" + name][index])
    g, h = np.array(all_g), np.array(all_h)
    size = np.linalg.norm(g) + np.linalg.norm(h)
    difference = 0.0 if size == 0 else np.linalg.norm(g - h) / size
    return {name: difference for name in parameters}


@wrong("divided by the norms of all together", hint="each parameter has its own denominator")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    import copy

    g, h = {}, {}
    for name in parameters:
        g[name], h[name] = gradients["d" + name], np.zeros(parameters[name].shape)
        for index in np.ndindex(h[name].shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            h[name][index] = (J_plus - J_minus) / (2 * epsilon)
    size = sum(np.sqrt(sum(np.sum(v**2) for v in d.values())) for d in (g, h))
    return {name: np.linalg.norm(g[name] - h[name]) / size for name in parameters}


@wrong("Y in place of X, forward", hint="forward_propagation_n(X, Y, parameters)")
def buggy_parameters(backward, parameters, X, Y):
    _, cache = forward_propagation_n(Y, Y, parameters)
    gradients = backward(Y, parameters, cache)
    report = gradient_check_report(parameters, gradients, X, Y)
    return {name for name in report if not report[name] <= 1e-6}


@wrong("Y in place of X, in the report", hint="gradient_check_report(parameters, gradients, X, Y)")
def buggy_parameters(backward, parameters, X, Y):
    _, cache = forward_propagation_n(X, Y, parameters)
    gradients = backward(Y, parameters, cache)
    report = gradient_check_report(parameters, gradients, Y, Y)
    return {name for name in report if not report[name] <= 1e-6}


@wrong("limit 1e-5", hint="the limit is 1e-6")
def buggy_parameters(backward, parameters, X, Y):
    _, cache = forward_propagation_n(X, Y, parameters)
    gradients = backward(Y, parameters, cache)
    report = gradient_check_report(parameters, gradients, X, Y)
    return {name for name in report if not report[name] <= 1e-5}


@wrong("names of the gradients", hint="the keys are the names of the parameters: W1, not dW1")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    import copy

    report = {}
    for name in parameters:
        g, h = gradients["d" + name], np.zeros(parameters[name].shape)
        for index in np.ndindex(h.shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            h[index] = (J_plus - J_minus) / (2 * epsilon)
        size = np.linalg.norm(g) + np.linalg.norm(h)
        report["d" + name] = 0.0 if size == 0 else np.linalg.norm(g - h) / size
    return report


@wrong("names shifted by one", hint="W1 goes with dW1")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    import copy

    report = {}
    for name in parameters:
        g, h = gradients["d" + name], np.zeros(parameters[name].shape)
        for index in np.ndindex(h.shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            h[index] = (J_plus - J_minus) / (2 * epsilon)
        size = np.linalg.norm(g) + np.linalg.norm(h)
        report[name] = 0.0 if size == 0 else np.linalg.norm(g - h) / size
    values = list(report.values())
    return dict(zip(report, values[1:] + values[:1], strict=True))


@wrong("sorted values under unsorted names", hint="sort pairs of name and value, or do not sort")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    import copy

    report = {}
    for name in parameters:
        g, h = gradients["d" + name], np.zeros(parameters[name].shape)
        for index in np.ndindex(h.shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            h[index] = (J_plus - J_minus) / (2 * epsilon)
        size = np.linalg.norm(g) + np.linalg.norm(h)
        report[name] = 0.0 if size == 0 else np.linalg.norm(g - h) / size
    return dict(zip(report, sorted(report.values()), strict=True))


@wrong("gradients in the order of their own dict", hint="find dW1 by its name, not by its place in the dict")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    import copy

    report = {}
    for name, g in zip(parameters, gradients.values(), strict=False):
        h = np.zeros(parameters[name].shape)
        for index in np.ndindex(h.shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            h[index] = (J_plus - J_minus) / (2 * epsilon)
        size = np.linalg.norm(g) + np.linalg.norm(h)
        report[name] = 0.0 if size == 0 else np.linalg.norm(g - h) / size
    return report


@wrong("0 / 0 gives NaN", hint="return 0 where both gradients are 0")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    import copy

    report = {}
    for name in parameters:
        g, h = gradients["d" + name], np.zeros(parameters[name].shape)
        for index in np.ndindex(h.shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            h[index] = (J_plus - J_minus) / (2 * epsilon)
        size = np.linalg.norm(g) + np.linalg.norm(h)
        with np.errstate(invalid="ignore"):
            report[name] = np.linalg.norm(g - h) / size
    return report


@wrong("two zeros reported as a difference of 1", hint="two zeros agree: 0")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    import copy

    report = {}
    for name in parameters:
        g, h = gradients["d" + name], np.zeros(parameters[name].shape)
        for index in np.ndindex(h.shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            h[index] = (J_plus - J_minus) / (2 * epsilon)
        size = np.linalg.norm(g) + np.linalg.norm(h)
        report[name] = 1.0 if size == 0 else np.linalg.norm(g - h) / size
    return report


@wrong("not relative", hint="divide by the sum of both norms")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    import copy

    report = {}
    for name in parameters:
        g, h = gradients["d" + name], np.zeros(parameters[name].shape)
        for index in np.ndindex(h.shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            h[index] = (J_plus - J_minus) / (2 * epsilon)
        report[name] = np.linalg.norm(g - h)
    return report


@wrong("divided by the larger norm", hint="divide by the sum of both norms, not by one")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    import copy

    report = {}
    for name in parameters:
        g, h = gradients["d" + name], np.zeros(parameters[name].shape)
        for index in np.ndindex(h.shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            h[index] = (J_plus - J_minus) / (2 * epsilon)
        size = max(np.linalg.norm(g), np.linalg.norm(h))
        report[name] = 0.0 if size == 0 else np.linalg.norm(g - h) / size
    return report


@wrong("the worst entry alone", hint="the norm takes all entries of the array")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    import copy

    report = {}
    for name in parameters:
        g, h = gradients["d" + name], np.zeros(parameters[name].shape)
        for index in np.ndindex(h.shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            h[index] = (J_plus - J_minus) / (2 * epsilon)
        size = np.linalg.norm(g) + np.linalg.norm(h)
        size = np.abs(g) + np.abs(h)
        report[name] = np.max(np.abs(g - h) / np.where(size == 0, 1, size))
    return report


@wrong("verdicts in place of numbers", hint="return the relative differences themselves")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    import copy

    report = {}
    for name in parameters:
        g, h = gradients["d" + name], np.zeros(parameters[name].shape)
        for index in np.ndindex(h.shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            h[index] = (J_plus - J_minus) / (2 * epsilon)
        size = np.linalg.norm(g) + np.linalg.norm(h)
        report[name] = size > 0 and np.linalg.norm(g - h) / size > 1e-6
    return report


@wrong("only what is wrong", hint="one entry for every parameter, the right ones as well")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    import copy

    report = {}
    for name in parameters:
        g, h = gradients["d" + name], np.zeros(parameters[name].shape)
        for index in np.ndindex(h.shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            h[index] = (J_plus - J_minus) / (2 * epsilon)
        size = np.linalg.norm(g) + np.linalg.norm(h)
        report[name] = 0.0 if size == 0 else np.linalg.norm(g - h) / size
    return {name: value for name, value in report.items() if value > 1e-6}


@wrong("biases left out", hint="one entry for every parameter")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    import copy

    report = {}
    for name in [n for n in parameters if not n.startswith("b")]:
        g, h = gradients["d" + name], np.zeros(parameters[name].shape)
        for index in np.ndindex(h.shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            h[index] = (J_plus - J_minus) / (2 * epsilon)
        size = np.linalg.norm(g) + np.linalg.norm(h)
        report[name] = 0.0 if size == 0 else np.linalg.norm(g - h) / size
    return report


@wrong("small differences rounded to 0", hint="return the number as it is")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    import copy

    report = {}
    for name in parameters:
        g, h = gradients["d" + name], np.zeros(parameters[name].shape)
        for index in np.ndindex(h.shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            h[index] = (J_plus - J_minus) / (2 * epsilon)
        size = np.linalg.norm(g) + np.linalg.norm(h)
        report[name] = 0.0 if size == 0 else np.linalg.norm(g - h) / size
    return {name: round(float(value), 3) for name, value in report.items()}


@wrong("NaN counted as 0", hint="only two zeros make 0: NaN must stay visible")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    import copy

    report = {}
    for name in parameters:
        g, h = gradients["d" + name], np.zeros(parameters[name].shape)
        for index in np.ndindex(h.shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            h[index] = (J_plus - J_minus) / (2 * epsilon)
        size = np.linalg.norm(g) + np.linalg.norm(h)
        report[name] = np.linalg.norm(g - h) / size if size > 0 else 0.0
    return report


@wrong("a missing gradient passed over", hint="a missing gradient is a KeyError")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    import copy

    report = {}
    for name in parameters:
        if "d" + name not in gradients:
            continue
        g, h = gradients["d" + name], np.zeros(parameters[name].shape)
        for index in np.ndindex(h.shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            h[index] = (J_plus - J_minus) / (2 * epsilon)
        size = np.linalg.norm(g) + np.linalg.norm(h)
        report[name] = 0.0 if size == 0 else np.linalg.norm(g - h) / size
    return report


@wrong("a missing gradient taken as 0", hint="a missing gradient is a KeyError")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    import copy

    report = {}
    for name in parameters:
        g, h = gradients.get("d" + name, np.zeros(1)), np.zeros(parameters[name].shape)
        for index in np.ndindex(h.shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            h[index] = (J_plus - J_minus) / (2 * epsilon)
        size = np.linalg.norm(g) + np.linalg.norm(h)
        report[name] = 0.0 if size == 0 else np.linalg.norm(g - h) / size
    return report


@wrong("one-sided", hint="take - epsilon as well")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    import copy

    report = {}
    for name in parameters:
        g, h = gradients["d" + name], np.zeros(parameters[name].shape)
        for index in np.ndindex(h.shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            J_minus, _ = forward_propagation_n(X, Y, parameters)
            h[index] = (J_plus - J_minus) / epsilon
        size = np.linalg.norm(g) + np.linalg.norm(h)
        report[name] = 0.0 if size == 0 else np.linalg.norm(g - h) / size
    return report


@wrong("epsilon ignored", hint="use the argument epsilon")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    import copy

    epsilon, report = 1e-5, {}
    for name in parameters:
        g, h = gradients["d" + name], np.zeros(parameters[name].shape)
        for index in np.ndindex(h.shape):
            moved = copy.deepcopy(parameters)
            moved[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, moved)
            moved[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, moved)
            h[index] = (J_plus - J_minus) / (2 * epsilon)
        size = np.linalg.norm(g) + np.linalg.norm(h)
        report[name] = 0.0 if size == 0 else np.linalg.norm(g - h) / size
    return report


@wrong("moves the parameters themselves and leaves them there", hint="work on copies")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    report = {}
    for name in parameters:
        g, h = gradients["d" + name], np.zeros(parameters[name].shape)
        for index in np.ndindex(h.shape):
            parameters[name][index] += epsilon
            J_plus, _ = forward_propagation_n(X, Y, parameters)
            parameters[name][index] -= 2 * epsilon
            J_minus, _ = forward_propagation_n(X, Y, parameters)
            h[index] = (J_plus - J_minus) / (2 * epsilon)
        size = np.linalg.norm(g) + np.linalg.norm(h)
        report[name] = 0.0 if size == 0 else np.linalg.norm(g - h) / size
    return report


@wrong("0 where the gradient is 0", hint="0 only where both gradients are 0")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    report = {}
    for name, values in parameters.items():
        g, n = gradients["d" + name], np.zeros(values.shape)
        for index in np.ndindex(values.shape):
            step = np.zeros(values.shape)
            step[index] = epsilon
            n[index] = forward_propagation_n(X, Y, parameters | {name: values + step})[0]
            n[index] -= forward_propagation_n(X, Y, parameters | {name: values - step})[0]
        n /= 2 * epsilon
        size = np.linalg.norm(g) + np.linalg.norm(n)
        report[name] = np.linalg.norm(g - n) / size if g.any() else 0.0
    return report


@wrong("0 where the numerical gradient is 0", hint="0 only where both gradients are 0")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    report = {}
    for name, values in parameters.items():
        g, n = gradients["d" + name], np.zeros(values.shape)
        for index in np.ndindex(values.shape):
            step = np.zeros(values.shape)
            step[index] = epsilon
            n[index] = forward_propagation_n(X, Y, parameters | {name: values + step})[0]
            n[index] -= forward_propagation_n(X, Y, parameters | {name: values - step})[0]
        n /= 2 * epsilon
        size = np.linalg.norm(g) + np.linalg.norm(n)
        report[name] = np.linalg.norm(g - n) / size if n.any() or np.isnan(size) else 0.0
    return report


@wrong("0 where both are nearly 0", hint="add nothing to the denominator")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    report = {}
    for name, values in parameters.items():
        g, n = gradients["d" + name], np.zeros(values.shape)
        for index in np.ndindex(values.shape):
            step = np.zeros(values.shape)
            step[index] = epsilon
            n[index] = forward_propagation_n(X, Y, parameters | {name: values + step})[0]
            n[index] -= forward_propagation_n(X, Y, parameters | {name: values - step})[0]
        n /= 2 * epsilon
        size = np.linalg.norm(g) + np.linalg.norm(n)
        report[name] = 0.0 if np.allclose(g, 0) and np.allclose(n, 0) else np.linalg.norm(g - n) / size
    return report


@wrong("entries that are NaN left out", hint="a single NaN in dW1 gives NaN")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    report = {}
    for name, values in parameters.items():
        g, n = gradients["d" + name], np.zeros(values.shape)
        for index in np.ndindex(values.shape):
            step = np.zeros(values.shape)
            step[index] = epsilon
            n[index] = forward_propagation_n(X, Y, parameters | {name: values + step})[0]
            n[index] -= forward_propagation_n(X, Y, parameters | {name: values - step})[0]
        n /= 2 * epsilon
        size = np.linalg.norm(g) + np.linalg.norm(n)
        finite = np.isfinite(g)
        g, n = g[finite], n[finite]
        size = np.linalg.norm(g) + np.linalg.norm(n)
        report[name] = np.linalg.norm(g - n) / size if size else 0.0
    return report


@wrong("spectral norms", hint="the norm takes all entries")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    report = {}
    for name, values in parameters.items():
        g, n = gradients["d" + name], np.zeros(values.shape)
        for index in np.ndindex(values.shape):
            step = np.zeros(values.shape)
            step[index] = epsilon
            n[index] = forward_propagation_n(X, Y, parameters | {name: values + step})[0]
            n[index] -= forward_propagation_n(X, Y, parameters | {name: values - step})[0]
        n /= 2 * epsilon
        size = np.linalg.norm(g) + np.linalg.norm(n)
        size = np.linalg.norm(g, 2) + np.linalg.norm(n, 2)
        report[name] = np.linalg.norm(g - n, 2) / size if size else 0.0
    return report


@wrong("every d taken out of the names", hint="ddelta")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    report = {}
    for name, values in parameters.items():
        g, n = {key.replace("d", ""): value for key, value in gradients.items()}[name], np.zeros(values.shape)
        for index in np.ndindex(values.shape):
            step = np.zeros(values.shape)
            step[index] = epsilon
            n[index] = forward_propagation_n(X, Y, parameters | {name: values + step})[0]
            n[index] -= forward_propagation_n(X, Y, parameters | {name: values - step})[0]
        n /= 2 * epsilon
        size = np.linalg.norm(g) + np.linalg.norm(n)
        report[name] = np.linalg.norm(g - n) / size if size else 0.0
    return report


@wrong("a missing gradient passed over, but for the first", hint="should raise KeyError")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    report = {}
    for name, values in parameters.items():
        g, n = (
            gradients["d" + name] if name != "W2" else gradients.get("dW2", np.zeros(values.shape)),
            np.zeros(values.shape),
        )
        for index in np.ndindex(values.shape):
            step = np.zeros(values.shape)
            step[index] = epsilon
            n[index] = forward_propagation_n(X, Y, parameters | {name: values + step})[0]
            n[index] -= forward_propagation_n(X, Y, parameters | {name: values - step})[0]
        n /= 2 * epsilon
        size = np.linalg.norm(g) + np.linalg.norm(n)
        report[name] = np.linalg.norm(g - n) / size if size else 0.0
    return report


@right("a nested function for the numerical gradients, keys sorted")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    def numerical_gradient(name):
        values, slopes = parameters[name], []
        for index in np.ndindex(values.shape):
            step = np.zeros(values.shape)
            step[index] = epsilon
            costs = [
                forward_propagation_n(X, Y, parameters | {name: values + sign * step})[0] for sign in (1, -1)
            ]
            slopes.append((costs[0] - costs[1]) / (2 * epsilon))
        return np.reshape(slopes, values.shape)

    report = {}
    for name in sorted(parameters):
        g, h = gradients[f"d{name}"], numerical_gradient(name)
        total = np.linalg.norm(g) + np.linalg.norm(h)
        report[name] = 0 if total == 0 else float(np.linalg.norm(h - g) / total)
    return report


@right("zeros in the denominator replaced by 1")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    report = dict.fromkeys(parameters)
    for name, values in parameters.items():
        g = np.ravel(gradients["d" + name])
        h = np.empty(g.shape)
        for i in range(values.size):
            costs = []
            for sign in (+1, -1):
                flat = values.flatten()
                flat[i] += sign * epsilon
                changed = dict(parameters)
                changed[name] = flat.reshape(values.shape)
                costs.append(forward_propagation_n(X, Y, changed)[0])
            h[i] = (costs[0] - costs[1]) / (2 * epsilon)
        size = np.sqrt(g @ g) + np.sqrt(h @ h)
        report[name] = np.sqrt(np.sum((g - h) ** 2)) / (size + (size == 0))
    return report


@right("the entries moved in place and put back")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    slopes = {name: np.zeros_like(values) for name, values in parameters.items()}
    for name, values in parameters.items():
        for index, value in np.ndenumerate(values):
            values[index] = value - epsilon
            low = forward_propagation_n(X, Y, parameters)[0]
            values[index] = value + epsilon
            high = forward_propagation_n(X, Y, parameters)[0]
            values[index] = value
            slopes[name][index] = (high - low) / 2 / epsilon
    report = {}
    for name in slopes:
        g, h = gradients["d" + name], slopes[name]
        if not np.any(g) and not np.any(h):
            report[name] = 0.0
        else:
            report[name] = np.linalg.norm(g - h) / (np.linalg.norm(g) + np.linalg.norm(h))
    return report


@right("a comprehension over a nested class")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    class Gap:
        def __init__(self, name):
            self.name, self.g = name, gradients["d" + name]

        def slope(self, index):
            J = []
            for step in (-epsilon, epsilon):
                moved = {n: np.array(v) for n, v in parameters.items()}
                moved[self.name][index] += step
                J.append(forward_propagation_n(X, Y, moved)[0])
            return (J[1] - J[0]) / (2 * epsilon)

        def relative(self):
            h = np.array([self.slope(index) for index in np.ndindex(self.g.shape)])
            g = self.g.flatten()
            norms = [np.linalg.norm(v) for v in (g - h, g, h)]
            return norms[0] / sum(norms[1:]) if sum(norms) != 0 else 0.0

    return {name: np.array(Gap(name).relative()) for name in parameters}


@wrong("1e-30 at least below", hint="add nothing to the denominator")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    report = {}
    for name, values in parameters.items():
        exact, numerical = gradients["d" + name], np.zeros(values.shape)
        for index in np.ndindex(values.shape):
            costs = []
            for step in (epsilon, -epsilon):
                moved = values.copy()
                moved[index] += step
                costs.append(forward_propagation_n(X, Y, parameters | {name: moved})[0])
            numerical[index] = (costs[0] - costs[1]) / (2 * epsilon)
        size = np.linalg.norm(exact) + np.linalg.norm(numerical)
        difference = 0.0 if size == 0 else np.linalg.norm(exact - numerical) / max(size, 1e-30)
        report[name] = difference
    return report


@wrong(
    "ten entries of each array at most, the others taken for right",
    hint="all entries of a parameter count, each moved by epsilon",
)
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    report = {}
    for name, values in parameters.items():
        exact, numerical = gradients["d" + name], gradients["d" + name].astype(float)
        for index in list(np.ndindex(values.shape))[:10]:
            costs = []
            for step in (epsilon, -epsilon):
                moved = values.copy()
                moved[index] += step
                costs.append(forward_propagation_n(X, Y, parameters | {name: moved})[0])
            numerical[index] = (costs[0] - costs[1]) / (2 * epsilon)
        size = np.linalg.norm(exact) + np.linalg.norm(numerical)
        difference = 0.0 if size == 0 else np.linalg.norm(exact - numerical) / size
        report[name] = difference
    return report


@wrong("W and b alone", hint="take the names from parameters")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    report = {}
    for name, values in parameters.items():
        if name[0] not in "Wb":
            continue
        exact, numerical = gradients["d" + name], np.zeros(values.shape)
        for index in np.ndindex(values.shape):
            costs = []
            for step in (epsilon, -epsilon):
                moved = values.copy()
                moved[index] += step
                costs.append(forward_propagation_n(X, Y, parameters | {name: moved})[0])
            numerical[index] = (costs[0] - costs[1]) / (2 * epsilon)
        size = np.linalg.norm(exact) + np.linalg.norm(numerical)
        difference = 0.0 if size == 0 else np.linalg.norm(exact - numerical) / size
        report[name] = difference
    return report


@wrong("delta left out, as it begins with d", hint="has no entry")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    report = {}
    for name, values in parameters.items():
        if name.startswith("d"):
            continue
        exact, numerical = gradients["d" + name], np.zeros(values.shape)
        for index in np.ndindex(values.shape):
            costs = []
            for step in (epsilon, -epsilon):
                moved = values.copy()
                moved[index] += step
                costs.append(forward_propagation_n(X, Y, parameters | {name: moved})[0])
            numerical[index] = (costs[0] - costs[1]) / (2 * epsilon)
        size = np.linalg.norm(exact) + np.linalg.norm(numerical)
        difference = 0.0 if size == 0 else np.linalg.norm(exact - numerical) / size
        report[name] = difference
    return report


@wrong("rounded to 8 digits", hint="do not round")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    report = {}
    for name, values in parameters.items():
        exact, numerical = gradients["d" + name], np.zeros(values.shape)
        for index in np.ndindex(values.shape):
            costs = []
            for step in (epsilon, -epsilon):
                moved = values.copy()
                moved[index] += step
                costs.append(forward_propagation_n(X, Y, parameters | {name: moved})[0])
            numerical[index] = (costs[0] - costs[1]) / (2 * epsilon)
        size = np.linalg.norm(exact) + np.linalg.norm(numerical)
        difference = 0.0 if size == 0 else 1e-99 + np.linalg.norm(exact - numerical) / size
        report[name] = round(difference, 8)
    return report


@right("norms scaled by the largest entry")
def gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5):
    def slope(name, i, j):
        theta = {key: np.array(value, dtype=float) for key, value in parameters.items()}
        start = theta[name][i, j]
        theta[name][i, j] = start + epsilon
        up, _ = forward_propagation_n(X, Y, theta)
        theta[name][i, j] = start - epsilon
        down, _ = forward_propagation_n(X, Y, theta)
        return (up - down) / (2.0 * epsilon)

    report = {}
    for name in sorted(parameters):
        rows, columns = parameters[name].shape
        g = np.ravel(gradients["d" + name])
        h = np.array([slope(name, i, j) for i in range(rows) for j in range(columns)])
        total = np.sqrt(g @ g) + np.sqrt(h @ h)
        report[name] = 0 if total == 0 else np.sqrt((g - h) @ (g - h)) / total
    return report


# ── buggy_parameters ─────────────────────────────────────────────────────────────────────────────


@wrong("names of the gradients", hint="name the parameter, b1, not its gradient")
def buggy_parameters(backward, parameters, X, Y):
    _, cache = forward_propagation_n(X, Y, parameters)
    gradients = backward(Y, parameters, cache)
    report = gradient_check_report(parameters, gradients, X, Y)
    return {"d" + name for name in report if not report[name] <= 1e-6}


@wrong("the right ones", hint="return those that are wrong")
def buggy_parameters(backward, parameters, X, Y):
    _, cache = forward_propagation_n(X, Y, parameters)
    gradients = backward(Y, parameters, cache)
    report = gradient_check_report(parameters, gradients, X, Y)
    return {name for name in report if report[name] <= 1e-6}


@wrong(
    "every difference that is not exactly 0", hint="a right gradient is not exactly equal: the limit is 1e-6"
)
def buggy_parameters(backward, parameters, X, Y):
    _, cache = forward_propagation_n(X, Y, parameters)
    gradients = backward(Y, parameters, cache)
    report = gradient_check_report(parameters, gradients, X, Y)
    return {name for name in report if report[name] != 0}


@wrong("limit 1e-2", hint="the limit is 1e-6")
def buggy_parameters(backward, parameters, X, Y):
    _, cache = forward_propagation_n(X, Y, parameters)
    gradients = backward(Y, parameters, cache)
    report = gradient_check_report(parameters, gradients, X, Y)
    return {name for name in report if not report[name] <= 1e-2}


@wrong("limit 1e-4", hint="the limit is 1e-6")
def buggy_parameters(backward, parameters, X, Y):
    _, cache = forward_propagation_n(X, Y, parameters)
    gradients = backward(Y, parameters, cache)
    report = gradient_check_report(parameters, gradients, X, Y)
    return {name for name in report if not report[name] <= 1e-4}


@wrong("NaN passes", hint="nan > 1e-6 is False: ask for what is right")
def buggy_parameters(backward, parameters, X, Y):
    _, cache = forward_propagation_n(X, Y, parameters)
    gradients = backward(Y, parameters, cache)
    report = gradient_check_report(parameters, gradients, X, Y)
    return {name for name in report if report[name] > 1e-6}


@wrong("the largest difference alone", hint="return all that are wrong, not the worst alone")
def buggy_parameters(backward, parameters, X, Y):
    _, cache = forward_propagation_n(X, Y, parameters)
    gradients = backward(Y, parameters, cache)
    report = gradient_check_report(parameters, gradients, X, Y)
    worst = max(report, key=lambda name: np.nan_to_num(report[name], nan=1.0))
    return {worst} if not report[worst] <= 1e-6 else set()


@wrong("all, if there is a bug", hint="judge each parameter by itself")
def buggy_parameters(backward, parameters, X, Y):
    _, cache = forward_propagation_n(X, Y, parameters)
    gradients = backward(Y, parameters, cache)
    report = gradient_check_report(parameters, gradients, X, Y)
    bug = any(not difference <= 1e-6 for difference in report.values())
    return set(report) if bug else set()


@wrong("the mean as the limit", hint="judge each parameter by itself, by the limit 1e-6")
def buggy_parameters(backward, parameters, X, Y):
    _, cache = forward_propagation_n(X, Y, parameters)
    gradients = backward(Y, parameters, cache)
    report = gradient_check_report(parameters, gradients, X, Y)
    limit = np.nanmean(list(report.values()))
    return {name for name in report if not report[name] <= limit}


@wrong("a list", hint="return a set")
def buggy_parameters(backward, parameters, X, Y):
    _, cache = forward_propagation_n(X, Y, parameters)
    gradients = backward(Y, parameters, cache)
    report = gradient_check_report(parameters, gradients, X, Y)
    return [name for name in report if not report[name] <= 1e-6]


@wrong("a dict of the wrong ones", hint="return the set of their names")
def buggy_parameters(backward, parameters, X, Y):
    _, cache = forward_propagation_n(X, Y, parameters)
    gradients = backward(Y, parameters, cache)
    report = gradient_check_report(parameters, gradients, X, Y)
    return {name: value for name, value in report.items() if not value <= 1e-6}


@wrong("the notebook's own bugs, typed in", hint="find the bugs of any backward pass")
def buggy_parameters(backward, parameters, X, Y):
    return {"W1", "b1", "b2", "W3"} & set(parameters)


@wrong("backward ignored", hint="call backward, the argument")
def buggy_parameters(backward, parameters, X, Y):
    _, cache = forward_propagation_n(X, Y, parameters)
    gradients = backward_propagation_n(Y, parameters, cache)
    report = gradient_check_report(parameters, gradients, X, Y)
    return {name for name in report if not report[name] <= 1e-6}


@wrong("backward with arguments in another order", hint="call backward(Y, parameters, cache)")
def buggy_parameters(backward, parameters, X, Y):
    _, cache = forward_propagation_n(X, Y, parameters)
    gradients = backward(X, Y, cache)
    report = gradient_check_report(parameters, gradients, X, Y)
    return {name for name in report if not report[name] <= 1e-6}


@wrong("the parameters in place of the cache", hint="hand over what forward_propagation_n caches")
def buggy_parameters(backward, parameters, X, Y):
    cache = forward_propagation_n(X, Y, parameters)
    gradients = backward(Y, parameters, cache)
    report = gradient_check_report(parameters, gradients, X, Y)
    return {name for name in report if not report[name] <= 1e-6}


@wrong("single letters and digits of names only", hint="names may be longer than two letters")
def buggy_parameters(backward, parameters, X, Y):
    _, cache = forward_propagation_n(X, Y, parameters)
    gradients = backward(Y, parameters, cache)
    report = gradient_check_report(parameters, gradients, X, Y)
    return {name[:2] for name in report if not report[name] <= 1e-6}


@wrong(
    "the difference of all parameters together",
    hint="a small gradient hides behind large ones: use the report",
)
def buggy_parameters(backward, parameters, X, Y):
    _, cache = forward_propagation_n(X, Y, parameters)
    gradients = backward(Y, parameters, cache)
    if gradient_check_n(parameters, gradients, X, Y) <= 1e-6:
        return set()
    report = gradient_check_report(parameters, gradients, X, Y)
    return {name for name in report if not report[name] <= 1e-6}


@wrong("X and Y exchanged", hint="the report takes X before Y")
def buggy_parameters(backward, parameters, X, Y):
    _, cache = forward_propagation_n(X, Y, parameters)
    gradients = backward(Y, parameters, cache)
    report = gradient_check_report(parameters, gradients, Y, X)
    return {name for name in report if not report[name] <= 1e-6}


@wrong("the limit itself counts as wrong", hint="wrong is what is above 1e-6")
def buggy_parameters(backward, parameters, X, Y):
    cache = forward_propagation_n(X, Y, parameters)[1]
    report = gradient_check_report(parameters, backward(Y, parameters, cache), X, Y)
    return {name for name in report if not report[name] < 1e-6}


@wrong("another epsilon", hint="leave epsilon at its default")
def buggy_parameters(backward, parameters, X, Y):
    cache = forward_propagation_n(X, Y, parameters)[1]
    report = gradient_check_report(parameters, backward(Y, parameters, cache), X, Y, epsilon=1e-7)
    return {name for name in report if not report[name] <= 1e-6}


@wrong("{} for nothing", hint="{} is a dict; write set()")
def buggy_parameters(backward, parameters, X, Y):
    cache = forward_propagation_n(X, Y, parameters)[1]
    report = gradient_check_report(parameters, backward(Y, parameters, cache), X, Y)
    return {name for name in report if not report[name] <= 1e-6} or {}


@wrong("a missing gradient counts as right", hint="should raise KeyError")
def buggy_parameters(backward, parameters, X, Y):
    cache = forward_propagation_n(X, Y, parameters)[1]
    try:
        report = gradient_check_report(parameters, backward(Y, parameters, cache), X, Y)
    except KeyError:
        return set()
    return {name for name in report if not report[name] <= 1e-6}


@right("a frozenset, in one expression")
def buggy_parameters(backward, parameters, X, Y):
    gradients = backward(Y, parameters, forward_propagation_n(X, Y, parameters)[1])
    report = gradient_check_report(parameters, gradients, X, Y).items()
    return frozenset(name for name, gap in report if np.isnan(gap) or gap > 1e-6)


@right("everything but what is right")
def buggy_parameters(backward, parameters, X, Y):
    cost, cache = forward_propagation_n(X=X, Y=Y, parameters=parameters)
    gradients = backward(Y, parameters, cache)
    right = set()
    for name, difference in gradient_check_report(parameters, gradients, X, Y, epsilon=1e-5).items():
        if difference <= 1e-6:
            right.add(name)
    return set(parameters) - right


@right("a loop that names the wrong ones, keyword arguments")
def buggy_parameters(backward, parameters, X, Y):
    names = set()
    grads = backward(Y=Y, parameters=parameters, cache=forward_propagation_n(X, Y, parameters)[1])
    report = gradient_check_report(parameters=parameters, gradients=grads, X=X, Y=Y)
    for name in sorted(report):
        if not np.isfinite(report[name]) or report[name] > 1e-6:
            names = names | {str(name)}
    return names


@wrong("its own numerical gradients, without the report", hint="take the report's numbers")
def buggy_parameters(backward, parameters, X, Y):
    gradients = backward(Y, parameters, forward_propagation_n(X, Y, parameters)[1])
    wrong = set()
    for name, values in parameters.items():
        g, h = gradients["d" + name], np.zeros(values.shape)
        for index in np.ndindex(values.shape):
            for sign in (1, -1):
                moved = values.copy()
                moved[index] += sign * 1e-5
                cost, _ = forward_propagation_n(X, Y, {**parameters, name: moved})
                h[index] += sign * cost / 2e-5
        size = np.linalg.norm(g) + np.linalg.norm(h)
        if size != 0 and not np.linalg.norm(g - h) <= 1e-6 * size:
            wrong.add(name)
    return wrong


@right("looks the differences up by the names of the parameters, calls by position")
def buggy_parameters(backward, parameters, X, Y):
    _, cache = forward_propagation_n(X, Y, parameters)
    report = gradient_check_report(parameters, backward(Y, parameters, cache), X, Y)
    return set(filter(lambda name: not report[name] <= 10**-6, parameters))


@wrong("limit 1.01e-6", hint="take the report's numbers; the limit is 1e-6")
def buggy_parameters(backward, parameters, X, Y):
    cache = forward_propagation_n(X, Y, parameters)[1]
    gradients = backward(Y, parameters, cache)
    report = gradient_check_report(parameters, gradients, X, Y)
    return {name for name in report if not report[name] <= 1.01e-6}


@wrong("rounded to 7 digits", hint="take the report's numbers; the limit is 1e-6")
def buggy_parameters(backward, parameters, X, Y):
    cache = forward_propagation_n(X, Y, parameters)[1]
    gradients = backward(Y, parameters, cache)
    report = gradient_check_report(parameters, gradients, X, Y)
    return {name for name in report if not round(report[name], 7) <= 1e-6}


@wrong("isclose to the limit is right", hint="take the report's numbers; the limit is 1e-6")
def buggy_parameters(backward, parameters, X, Y):
    cache = forward_propagation_n(X, Y, parameters)[1]
    gradients = backward(Y, parameters, cache)
    report = gradient_check_report(parameters, gradients, X, Y)
    return {name for name in report if not (report[name] <= 1e-6 or np.isclose(report[name], 1e-6))}


@wrong("W and b alone", hint="take the names from the report: not all begin with W or b")
def buggy_parameters(backward, parameters, X, Y):
    cache = forward_propagation_n(X, Y, parameters)[1]
    gradients = backward(Y, parameters, cache)
    report = gradient_check_report(parameters, gradients, X, Y)
    return {name for name in report if name[0] in "Wb" and not report[name] <= 1e-6}


@wrong("layers counted", hint="take the names from the report: there may be more than W1 and b1")
def buggy_parameters(backward, parameters, X, Y):
    cache = forward_propagation_n(X, Y, parameters)[1]
    gradients = backward(Y, parameters, cache)
    report = gradient_check_report(parameters, gradients, X, Y)
    return {
        name
        for name in [
            f"{kind}{l}"
            for l in range(1, len(parameters) // 2 + 1)
            for kind in "Wb"
            if f"{kind}{l}" in report
        ]
        if not report[name] <= 1e-6
    }


@wrong("the first is never wrong", hint="take the report's numbers; the limit is 1e-6")
def buggy_parameters(backward, parameters, X, Y):
    cache = forward_propagation_n(X, Y, parameters)[1]
    gradients = backward(Y, parameters, cache)
    report = gradient_check_report(parameters, gradients, X, Y)
    return {name for name in list(report)[1:] if not report[name] <= 1e-6}


@right("sorted, then cut")
def buggy_parameters(backward, parameters, X, Y):
    _, cache = forward_propagation_n(X, Y, parameters)
    report = gradient_check_report(parameters, backward(Y, parameters, cache), X, Y)
    good = {name for name, value in report.items() if value <= 1e-6}
    return set(parameters) - good
