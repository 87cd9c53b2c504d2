"""Wrong and unusual solutions of `gradient_check`, in source/week1/gradient_checking.ipynb."""

import numpy as np

from autograder.variants import right, same, wrong

forward_propagation = backward_propagation = None  # given in the notebook

same(
    "the size of a difference has no sign", change={"abs(gradient - numerical)": "abs(numerical - gradient)"}
)
wrong(
    "0 where the numerical slope is 0",
    hint="it is 0 only where both gradients are 0",
    change={
        "0.0 if size == 0 else abs(gradient - numerical) / size": (
            "abs(gradient - numerical) / (size) if numerical else 0.0"
        ),
        '    if print_msg:\n        print(f"relative difference: {difference:.1e}")\n': "",
    },
)
wrong(
    "one-sided, forward",
    hint="take theta - epsilon as well: the two-sided difference",
    change={" - epsilon": "", "2 * epsilon": "epsilon"},
)
wrong(
    "one-sided, backward",
    hint="take theta + epsilon as well: the two-sided difference",
    change={" + epsilon": "", "2 * epsilon": "epsilon"},
)
wrong("divided by epsilon", hint="the two points are 2 epsilon apart", change={"2 * epsilon": "epsilon"})
wrong(
    "brackets missing: / 2 * epsilon",
    hint="divide by (2 * epsilon), in brackets",
    change={"(2 * epsilon)": "2 * epsilon"},
)
wrong(
    "brackets missing: J_plus - J_minus / (2 epsilon)",
    hint="subtract first, then divide",
    change={"(J_plus - J_minus)": "J_plus - J_minus"},
)
wrong(
    "x moved in place of theta",
    hint="the derivative is with respect to theta: move theta",
    change={"x, theta + epsilon": "x + epsilon, theta", "x, theta - epsilon": "x - epsilon, theta"},
)
wrong(
    "theta minus starts from theta plus",
    hint="theta - epsilon starts from theta itself",
    change={
        "J_plus = forward_propagation(x, theta + epsilon)": (
            "theta_plus = theta + epsilon\n"
            "    theta_minus = theta_plus - epsilon\n"
            "    J_plus = forward_propagation(x, theta_plus)"
        ),
        "theta - epsilon": "theta_minus",
    },
)
wrong(
    "the cost typed in",
    hint="call forward_propagation: it need not be theta x",
    change={
        "forward_propagation(x, theta + epsilon)": "x * (theta + epsilon)",
        "forward_propagation(x, theta - epsilon)": "x * (theta - epsilon)",
    },
)
wrong(
    "the gradient typed in",
    hint="call backward_propagation: it need not be x",
    change={"backward_propagation(x, theta)": "x"},
)
wrong(
    "the numerical gradient compared with itself",
    hint="compare g of backward_propagation with the secant, and return the difference, no verdict",
    change={"backward_propagation(x, theta)": "numerical"},
)
wrong(
    "the slope handed to backward_propagation",
    hint="backward_propagation takes theta",
    change={"(x, theta)": "(x, numerical)"},
)
wrong(
    "not relative",
    hint="divide by the sum of both sizes",
    change={"0.0 if size == 0 else abs(gradient - numerical) / size": "abs(gradient - numerical)"},
)
wrong(
    "divided by the larger",
    hint="divide by the sum of both sizes, not by the larger",
    change={"abs(gradient) + abs(numerical)": "max(abs(gradient), abs(numerical))"},
)
wrong(
    "divided by the gradient",
    hint="divide by the sum of both sizes",
    change={"(gradient) + abs(numerical)": "(gradient)"},
)
wrong(
    "squared",
    hint="nothing is squared here",
    change={
        "abs(gradient) + abs(numerical)": "gradient**2 + numerical**2",
        "abs(gradient - numerical)": "(gradient - numerical) ** 2",
    },
)
wrong(
    "epsilon ignored",
    hint="use the argument epsilon",
    change={"+ epsilon": "+ 1e-5", "- epsilon": "- 1e-5", "2 * epsilon": "2e-5"},
)
wrong("another default for epsilon", hint="the default of epsilon is 1e-5", change={"=1e-5,": "=1e-7,"})
wrong(
    "no absolute values in the denominator",
    hint="a slope may be negative: take absolute values",
    change={"abs(gradient) + abs(numerical)": "gradient + numerical"},
)
wrong(
    "a verdict in place of a number",
    hint="compare g of backward_propagation with the secant, and return the difference, no verdict",
    change={"return difference": "return difference < 1e-6"},
)
wrong(
    "0 / 0 gives NaN",
    hint="return 0 where both gradients are 0",
    change={
        "abs(gradient) + abs(numerical)": "np.float64(abs(gradient) + abs(numerical))",
        "difference = 0.0 if size == 0 else": 'with np.errstate(invalid="ignore"):\n        difference =',
    },
)
wrong(
    "0 / 0 raises an exception",
    hint="return 0 where both gradients are 0",
    change={"0.0 if size == 0 else abs(gradient - numerical) / size": "abs(gradient - numerical) / (size)"},
)
wrong(
    "0 wherever one gradient is 0",
    hint="it is 0 only where both gradients are 0",
    change={
        "0.0 if size == 0 else abs(gradient - numerical) / size": (
            "abs(gradient - numerical) / (size) if gradient and numerical else 0.0"
        ),
        '    if print_msg:\n        print(f"relative difference: {difference:.1e}")\n': "",
    },
)
wrong(
    "returns nothing when it prints",
    hint="print_msg only prints; return the number anyway",
    change={'")': '")\n        return None'},
)
wrong(
    "1e-12 added to the denominator",
    hint="add nothing to the denominator, however small it is",
    change={
        "0.0 if size == 0 else abs(gradient - numerical) / size": (
            "abs(gradient - numerical) / (size + 1e-12)"
        )
    },
)
wrong(
    "0 where both are small",
    hint="add nothing to the denominator, however small it is",
    change={"if size == 0": "if not size > 1e-8"},
)
wrong(
    "0 for what is small enough",
    hint="return the number, however small: do not round",
    change={"return difference": "return difference if difference > 1e-7 else 0.0"},
)
wrong(
    "NaN counts as 0",
    hint="a NaN gives NaN: 0 is for two gradients of exactly 0",
    change={"if size == 0": "if not size > 0"},
)
wrong(
    "a relative step",
    hint="move theta by epsilon itself",
    change={"J_plus = ": "epsilon = epsilon * max(1, abs(theta))\n    J_plus = "},
)


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


wrong(
    "1e-30 added below",
    hint="add nothing to the denominator, however small it is",
    change={
        "== 0 else abs(gradient - numerical) / size": (
            "+ 0 == 0 else abs(gradient - numerical) / (size + 1e-30)"
        )
    },
)
wrong(
    "0 below 1e-30",
    hint="add nothing to the denominator, however small it is",
    change={"size == 0": "size < 1e-30"},
)
wrong(
    "0 if close",
    hint="return the number, however small: do not round",
    change={"size == 0": "np.allclose(gradient, numerical)"},
)
wrong(
    "rounded to 8 digits",
    hint="return the number, however small: do not round",
    change={
        "abs(gradient - numerical)": "1e-99 + abs(gradient - numerical)",
        "if print_msg:": "difference = round(difference, 8)\n    if print_msg:",
    },
)


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
