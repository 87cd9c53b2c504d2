"""Wrong and unusual solutions of `gradient_check_report`, in source/week1/gradient_checking.ipynb."""

import numpy as np

from autograder.variants import right, same, wrong

forward_propagation_n = None  # given in the notebook


same("the norm of a difference has no sign", change={"norm(exact - numerical)": "norm(numerical - exact)"})
same(
    "where the size is 0, so is the distance, and the other way round it is 0, too",
    change={"if size == 0": "if distance == 0"},
)
same(
    "all three have the same shape: numerical",
    change={"np.ndindex(values.shape)": "np.ndindex(numerical.shape)"},
)
same("all three have the same shape: exact", change={"np.ndindex(values.shape)": "np.ndindex(exact.shape)"})
same("every entry is set", change={"np.zeros(values.shape)": "np.ones(values.shape)"})


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


wrong(
    "names of the gradients",
    hint="the keys are the names of the parameters: W1, not dW1",
    change={"report[name]": 'report["d" + name]'},
)
wrong(
    "names shifted by one",
    hint="W1 goes with dW1",
    change={
        "return report": (
            "values = list(report.values())\n"
            "    return dict(zip(report, values[1:] + values[:1], strict=True))"
        )
    },
)
wrong(
    "sorted values under unsorted names",
    hint="sort pairs of name and value, or do not sort",
    change={"return report": "return dict(zip(report, sorted(report.values()), strict=True))"},
)
wrong(
    "gradients in the order of their own dict",
    hint="find dW1 by its name, not by its place in the dict",
    change={
        "name, values in parameters.items()": (
            "(name, values), exact in zip(parameters.items(), gradients.values())"
        ),
        'exact, numerical = gradients["d" + name], np': "numerical = np",
    },
)
wrong(
    "0 / 0 gives NaN",
    hint="return 0 where both gradients are 0",
    change={
        (
            "distance = np.linalg.norm(exact - numerical)\n"
            "        report[name] = 0.0 if size == 0 else distance"
        ): (
            'with np.errstate(invalid="ignore"):\n'
            "            report[name] = np.linalg.norm(exact - numerical)"
        )
    },
)
wrong("two zeros reported as a difference of 1", hint="two zeros agree: 0", change={"0.0": "1.0"})
wrong(
    "not relative",
    hint="divide by the sum of both norms",
    change={
        "        size = np.linalg.norm(exact) + np.linalg.norm(numerical)\n": "",
        "0.0 if size == 0 else distance / size": "distance",
    },
)
wrong(
    "divided by the larger norm",
    hint="divide by the sum of both norms, not by one",
    change={
        "np.linalg.norm(exact) + np.linalg.norm(numerical)": (
            "max(np.linalg.norm(exact), np.linalg.norm(numerical))"
        )
    },
)
wrong(
    "the worst entry alone",
    hint="the norm takes all entries of the array",
    change={
        "distance = np.linalg.norm(exact - numerical)": "size = np.abs(exact) + np.abs(numerical)",
        "0.0 if size == 0 else distance / size": (
            "np.max(np.abs(exact - numerical) / np.where(size == 0, 1, size))"
        ),
    },
)
wrong(
    "verdicts in place of numbers",
    hint="return the relative differences themselves",
    change={"0.0 if size == 0 else distance / size": "size > 0 and distance / size > 1e-6"},
)
wrong(
    "only what is wrong",
    hint="one entry for every parameter, the right ones as well",
    change={"return report": "return {name: value for name, value in report.items() if value > 1e-6}"},
)
wrong(
    "biases left out",
    hint="one entry for every parameter",
    change={
        "name, values in parameters.items()": 'name in [n for n in parameters if not n.startswith("b")]',
        "zeros(values.shape)": "zeros(parameters[name].shape)",
        "ndindex(values.shape)": "ndindex(numerical.shape)",
    },
)
wrong(
    "small differences rounded to 0",
    hint="return the number as it is: do not round",
    change={"return report": "return {name: round(float(value), 3) for name, value in report.items()}"},
)
wrong(
    "NaN counted as 0",
    hint="a NaN gives NaN: 0 is for two gradients of exactly 0",
    change={"0.0 if size == 0 else distance / size": "distance / size if size > 0 else 0.0"},
)
wrong(
    "a missing gradient passed over",
    hint="a missing gradient is a KeyError",
    change={"exact,": 'if "d" + name not in gradients:\n            continue\n        exact,'},
)
wrong(
    "a missing gradient taken as 0",
    hint="a missing gradient is a KeyError",
    change={'["d" + name]': '.get("d" + name, np.zeros(1))'},
)
wrong("one-sided", hint="take - epsilon as well", change={"-epsilon": "0", "(2 * epsilon)": "epsilon"})


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


wrong(
    "moves the parameters themselves and leaves them there",
    hint="work on copies",
    change={
        "{key: value.copy() for key, value in parameters.items()}": "parameters",
        "-epsilon": "-2 * epsilon",
    },
)
wrong(
    "0 where the gradient is 0",
    hint="it is 0 only where both gradients are 0",
    change={"if size == 0": "if not exact.any()"},
)
wrong(
    "0 where the numerical gradient is 0",
    hint="it is 0 only where both gradients are 0",
    change={"if size == 0": "if not numerical.any() and not np.isnan(size)"},
)
wrong(
    "0 where both are nearly 0",
    hint="add nothing to the denominator, however small it is",
    change={"if size == 0": "if np.allclose(exact, 0) and np.allclose(numerical, 0)"},
)
wrong(
    "entries that are NaN left out",
    hint="a single NaN in a gradient gives NaN",
    change={
        "size = np": (
            "finite = np.isfinite(exact)\n"
            "        exact, numerical = exact[finite], numerical[finite]\n"
            "        size = np"
        )
    },
)
wrong(
    "spectral norms",
    hint="the norm takes all entries: np.linalg.norm(v), without a 2",
    change={"(exact)": "(exact, 2)", "(numerical)": "(numerical, 2)", "- numerical": "- numerical, 2"},
)
wrong(
    "every d taken out of the names",
    hint='the gradient of delta is "ddelta": put a d in front of the name',
    change={
        'exact, numerical = gradients["d" + name], np': (
            'exact = {key.replace("d", ""): g for key, g in gradients.items()}[name]\n        numerical = np'
        )
    },
)
wrong(
    "a missing gradient passed over, but for the first",
    hint="a missing gradient is a KeyError",
    change={
        "exact,": (
            'if name == "W2":\n'
            '            gradients = {"dW2": np.zeros(values.shape)} | gradients\n'
            "        exact,"
        )
    },
)


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


wrong(
    "1e-30 at least below",
    hint="add nothing to the denominator, however small it is",
    change={"/ size": "/ max(size, 1e-30)"},
)
wrong(
    "ten entries of each array at most, the others taken for right",
    hint="all entries of a parameter count, each moved by epsilon",
    change={
        "np.zeros(values.shape)": 'gradients["d" + name].astype(float)',
        "np.ndindex(values.shape)": "list(np.ndindex(values.shape))[:10]",
    },
)
wrong(
    "W and b alone",
    hint="take the names from parameters: not all begin with W or b",
    change={"exact,": 'if name[0] not in "Wb":\n            continue\n        exact,'},
)
wrong(
    "delta left out, as it begins with d",
    hint="take the names from parameters: not all begin with W or b",
    change={"exact,": 'if name.startswith("d"):\n            continue\n        exact,'},
)


@wrong("rounded to 8 digits", hint="return the number as it is: do not round")
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
