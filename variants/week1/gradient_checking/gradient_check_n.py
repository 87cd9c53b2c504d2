"""Wrong and unusual solutions of `gradient_check_n`, in source/week1/gradient_checking.ipynb."""

import numpy as np

from autograder.variants import right, same, wrong

forward_propagation_n = None  # given in the notebook

same("the norm of a difference has no sign", change={"norm(exact - numerical)": "norm(numerical - exact)"})
same(
    "the norm takes a list, and so does a difference with an array: exact",
    change={"np.array(exact), np.array(numerical)": "np.array(exact), numerical"},
)
same(
    "the norm takes a list, and so does a difference with an array: numerical",
    change={"np.array(exact), np.array(numerical)": "exact, np.array(numerical)"},
)
wrong(
    "one-sided, forward",
    hint="take - epsilon as well: the two-sided difference",
    change={"-epsilon": "0", "(2 * epsilon)": "epsilon"},
)
wrong(
    "one-sided, backward",
    hint="take + epsilon as well: the two-sided difference",
    change={"epsilon, -": "0, -", "(2 * epsilon)": "epsilon"},
)
wrong("divided by epsilon", hint="the two costs are 2 epsilon apart", change={"2 * epsilon": "epsilon"})
wrong(
    "brackets missing: / 2 * epsilon",
    hint="put brackets around 2 * epsilon",
    change={"(2 * epsilon)": "2 * epsilon"},
)
wrong(
    "theta minus starts from theta plus",
    hint="start from theta for - epsilon, too",
    change={"-epsilon": "epsilon - epsilon"},
)


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


wrong(
    "moves the parameters themselves and leaves them there",
    hint="the arguments have changed: dict() and reshape give no copies; work on copies of the arrays",
    change={"-epsilon": "-2 * epsilon", "values.copy()": "values"},
)
wrong(
    "a shallow copy",
    hint="the arguments have changed: dict() and reshape give no copies; work on copies of the arrays",
    change={
        "-epsilon": "-2 * epsilon",
        "values.copy()": "dict(parameters)",
        "moved[index]": "moved[name][index]",
        "parameters | {name: moved}": "moved",
    },
)


@wrong(
    "moves views made by reshape",
    hint="the arguments have changed: dict() and reshape give no copies; work on copies of the arrays",
)
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


wrong(
    "one copy for all entries, not put back",
    hint="put an entry back before the next is moved",
    change={
        "[], []": "[], []\n    copies = {name: values.copy() for name, values in parameters.items()}",
        "in parameters": "in copies",
        "-epsilon": "-2 * epsilon",
        "values.copy()": "values",
        "parameters | {name: moved}": "copies",
    },
)


@wrong("all entries moved at once", hint="move one entry at a time")
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-5, print_msg=False):
    plus = {name: value + epsilon for name, value in parameters.items()}
    minus = {name: value - epsilon for name, value in parameters.items()}
    J_plus, J_minus = (forward_propagation_n(X, Y, p)[0] for p in (plus, minus))
    g = np.concatenate([gradients["d" + name].ravel() for name in parameters])
    h = np.full(g.shape, (J_plus - J_minus) / (2 * epsilon))
    size = np.linalg.norm(g) + np.linalg.norm(h)
    return np.linalg.norm(g - h) / size if size else 0.0


wrong(
    "a whole array moved at once",
    hint="move one entry at a time, not a whole array",
    change={"[index] +": " +"},
)
wrong(
    "biases left out",
    hint="the biases are missing",
    change={"items():": 'items():\n        if name.startswith("b"):\n            continue'},
)
wrong(
    "first row of every array alone",
    hint="the vectors hold all entries of every array",
    change={"values.shape": "1, values.shape[1]"},
)
wrong(
    "the last entry alone",
    hint="all entries count: collect them, and take the norms after the loop",
    change={"np.array(exact), np.array(numerical)": "exact[-1], numerical[-1]"},
)


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


wrong(
    "largest entries in place of the norm",
    hint="the norm takes all entries, not the largest alone",
    change={
        "linalg.norm(exact) + np.linalg.norm(numerical)": "max(np.abs(exact)) + np.max(np.abs(numerical))",
        "linalg.norm(exact - numerical)": "max(np.abs(exact - numerical))",
    },
)
wrong(
    "sum of absolute values",
    hint="the norm is the root of the sum of squares",
    change={
        "linalg.norm(exact) + np.linalg.norm(numerical)": "sum(np.abs(exact)) + np.sum(np.abs(numerical))",
        "linalg.norm(exact - numerical)": "sum(np.abs(exact - numerical))",
    },
)
wrong(
    "squared norms",
    hint="take the root of the sum of squares",
    change={
        "linalg.norm(exact) + np.linalg.norm(numerical)": "sum(exact**2) + np.sum(numerical**2)",
        "linalg.norm(exact - numerical)": "sum((exact - numerical) ** 2)",
    },
)
wrong(
    "not relative",
    hint="divide by the sum of both norms",
    change={"(exact - numerical) / size": "(exact - numerical)"},
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
    "a column minus a row",
    hint="a column minus a row is a matrix: use one shape",
    change={", np.array(numerical)": "[:, None], np.array(numerical)[None]"},
)
wrong(
    "gradients in the order of their own dict",
    hint="find dW1 by its name, not by its place in the dict",
    change={
        "exact, numerical = np.array(exact)": (
            "exact = np.concatenate([value.ravel() for value in gradients.values()])\n"
            "    exact, numerical = exact[: len(numerical)]"
        )
    },
)


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


wrong(
    "0 / 0 gives NaN",
    hint="return 0 where both gradients are 0",
    change={"difference = 0.0\n    if size != 0": 'with np.errstate(invalid="ignore")'},
)
wrong(
    "costs of X and Y exchanged",
    hint="the arguments are X, Y, parameters, in this order",
    change={"X, Y, parameters": "Y, X, parameters"},
)
wrong(
    "the names W1, b1, ... typed in",
    hint="take the names from parameters",
    change={
        "name, values in parameters.items():": (
            'name in ["W1", "b1", "W2", "b2", "W3", "b3"]:\n'
            "        if name not in parameters:\n"
            "            continue\n"
            "        values = parameters[name]"
        )
    },
)


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


wrong(
    "the network typed in",
    hint="call forward_propagation_n as it is defined in the notebook",
    change={
        (
            "cost, _ = forward_propagation_n(\n"
            "                    X, Y, parameters | {name: moved}\n"
            "                )"
        ): (
            "cache = network.forward(X, parameters | {name: moved})\n"
            "                L = network.number_of_layers(parameters)\n"
            '                cost = network.cost(cache[f"Z{L}"], Y)'
        )
    },
)
wrong(
    "0 if one of both is 0",
    hint="it is 0 only where both gradients are 0",
    change={"if size != 0:": "if exact.any() and numerical.any():"},
)
wrong(
    "1e-8 at least in the denominator",
    hint="add nothing to the denominator, however small it is",
    change={
        "0.0": "np.linalg.norm(exact - numerical) / max(size, 1e-8)",
        "    if size != 0:\n        difference = np.linalg.norm(exact - numerical) / size\n": "",
    },
)
wrong(
    "0 for what is small enough",
    hint="return the number, however small: do not round",
    change={"return difference": "return difference if difference > 1e-7 else 0.0"},
)
wrong(
    "NaN counts as 0",
    hint="a NaN gives NaN: 0 is for two gradients of exactly 0",
    change={"if size != 0:": "if size > 0:"},
)
wrong(
    "rounds when it prints",
    hint="return the number, however small: do not round",
    change={"return difference": "return round(difference, 7) if print_msg else difference"},
)


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


wrong(
    "1e-30 at least below",
    hint="add nothing to the denominator, however small it is",
    change={"/ size": "/ max(size, 1e-30)"},
)
wrong(
    "0 below 1e-16",
    hint="add nothing to the denominator, however small it is",
    change={"if size != 0:": "if not size < 1e-16:"},
)
wrong(
    "ten entries of each array at most",
    hint="all entries of all parameters count",
    change={
        "np.ndindex(values.shape)": "list(np.ndindex(values.shape))[:10]",
        (
            "                cost, _ = forward_propagation_n(\n"
            "                    X, Y, parameters | {name: moved}\n"
            "                )\n"
        ): "",
        "(cost)": "(forward_propagation_n(X, Y, parameters | {name: moved})[0])",
        "0.0": "0.0 if size == 0 else np.linalg.norm(exact - numerical) / size",
        "    if size != 0:\n        difference = np.linalg.norm(exact - numerical) / size\n": "",
    },
)
wrong(
    "0 if equal up to 1e-9",
    hint="return the number, however small: do not round",
    change={
        (
            "                cost, _ = forward_propagation_n(\n"
            "                    X, Y, parameters | {name: moved}\n"
            "                )\n"
        ): "",
        "(cost)": "(forward_propagation_n(X, Y, parameters | {name: moved})[0])",
        "0.0": (
            "0.0 if size == 0 or np.linalg.norm(exact - numerical) < 1e-9 * size else "
            "np.linalg.norm(exact - numerical) / size"
        ),
        "    if size != 0:\n        difference = np.linalg.norm(exact - numerical) / size\n": "",
    },
)


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
