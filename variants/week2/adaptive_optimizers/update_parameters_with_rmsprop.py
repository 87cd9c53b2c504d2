"""Wrong and unusual solutions of the RMSProp step, in source/week2/adaptive_optimizers.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong(
    "gradient not squared",
    hint="s averages the squares of the gradient",
    change={'beta * s[f"d{name}"] + (1 - beta) * g**2': 'np.abs(beta * s[f"d{name}"] + (1 - beta) * g)'},
)
wrong(
    "absolute value in place of the square",
    hint="s averages the squares of the gradient",
    change={"g**2": "np.abs(g)"},
)
wrong(
    "weight squared with the gradient",
    hint="square the gradient alone; its square has the weight 1 - beta",
    change={"(1 - beta) * g**2": "((1 - beta) * g) ** 2"},
)
wrong(
    "the average forgets the past",
    hint="the average so far is forgotten",
    change={'beta * s[f"d{name}"] + (1 - beta)': "(1 - beta)"},
)
wrong(
    "the average does not fade",
    hint="the average so far has the weight beta, not 1",
    change={"beta * s": "s"},
)
wrong(
    "the square at full weight",
    hint="the square has the weight 1 - beta, not 1",
    change={"(1 - beta) * g": "g"},
)
wrong(
    "weights swapped",
    hint="beta weighs the past, 1 - beta the square",
    change={'beta * s[f"d{name}"] + (1 - beta': '(1 - beta) * s[f"d{name}"] + (beta'},
)
wrong(
    "square of the average",
    hint="average the squares, do not square an average",
    change={'beta * s[f"d{name}"] + (1 - beta) * g**2': '(beta * s[f"d{name}"] + (1 - beta) * g) ** 2'},
)
wrong(
    "one average for a whole array",
    hint="square and average entry by entry",
    change={"g**2": "np.mean(g**2)"},
)
wrong("matrix product for the square", hint="square entry by entry: g * g", change={"g**2": "(g @ g)"})
wrong(
    "epsilon inside the root",
    hint="epsilon is added outside the root",
    change={"(square) + epsilon": "(square + epsilon)"},
)
wrong("epsilon left out", hint="use the argument epsilon", change={" + epsilon": ""})
wrong("epsilon typed in", hint="use the argument epsilon", change={"+ epsilon": "+ 1e-8"})
wrong("no root", hint="the root of s is missing", change={"np.sqrt(square)": "square"})
wrong(
    "step with the old average",
    hint="take the step with the new average",
    change={"(square)": '(s[f"d{name}"])'},
)
wrong(
    "bias correction in the step",
    hint="there is no bias correction in RMSProp",
    change={"(square)": "(square / (1 - beta))"},
)
wrong(
    "bias correction of s",
    hint="there is no bias correction in RMSProp",
    change={
        'beta * s[f"d{name}"] + (1 - beta) * g**2': (
            '(beta * s[f"d{name}"] + (1 - beta) * g**2) / (1 - beta)'
        )
    },
)
wrong("plus in place of minus", hint="go downhill: minus", change={"- learning_rate": "+ learning_rate"})
wrong(
    "not divided", hint="divide the gradient by the root of s", change={" / (np.sqrt(square) + epsilon)": ""}
)
wrong(
    "learning rate left out of the step",
    hint="learning_rate is missing in the step",
    change={"learning_rate * g": "g"},
)
wrong(
    "gradients of the biases for the weights",
    hint="this average mixes s of dW with the gradient db",
    change={"g**2": 'grads["db" + name[1:]]**2'},
)
wrong(
    "last layer left as it was",
    hint="the step is for every layer, from the first to the last",
    change={"{}, {}": "dict(parameters), dict(s)", "parameters.items()": "list(parameters.items())[:-2]"},
)
wrong("parameters only", hint="return (parameters, s)", change={"return new, s_new": "return new"})
wrong(
    "returns the old s",
    hint="s has not been updated: return the new one",
    change={"return new, s_new": "return new, s"},
)
wrong(
    "squares grads in place",
    hint="grads must stay as they are: do not write into them",
    change={
        "* g**2": '* g**2\n        grads[f"d{name}"] **= 2',
        'grads[f"d{name}"]': 'grads[f"d{name}"].copy()',
    },
)
wrong(
    "beta always 0.9",
    hint="use the argument beta",
    change={'beta * s[f"d{name}"] + (1 - beta': '0.9 * s[f"d{name}"] + (0.1'},
)


@right("in place, layer by layer")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    for l in range(1, len(parameters) // 2 + 1):
        for k in "Wb":
            g = grads[f"d{k}{l}"]
            s[f"d{k}{l}"] *= beta
            s[f"d{k}{l}"] += (1 - beta) * g * g
            parameters[f"{k}{l}"] -= learning_rate / (s[f"d{k}{l}"] ** 0.5 + epsilon) * g
    return parameters, s


@right("two comprehensions, a list of both")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new_s = {key: beta * s[key] + (1 - beta) * np.square(g) for key, g in grads.items()}
    size = {key: epsilon + np.sqrt(a) for key, a in new_s.items()}
    return [{n: p - learning_rate * (grads["d" + n] / size["d" + n]) for n, p in parameters.items()}, new_s]


@right("from the root of the old average")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = {}, {}
    for name, theta in parameters.items():
        g = grads["d" + name]
        root = np.hypot(np.sqrt(beta * s["d" + name]), np.sqrt(1 - beta) * g)
        new_s["d" + name] = root**2
        new[name] = theta - learning_rate * np.divide(g, root + epsilon)
    return new, new_s


@right("entry by entry, last layer first")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    import math

    new, new_s = {}, {}
    for name in sorted(parameters, reverse=True):
        new[name], new_s["d" + name] = parameters[name].copy(), s["d" + name].copy()
        for index in np.ndindex(parameters[name].shape):
            g = float(grads["d" + name][index])
            average = beta * float(s["d" + name][index]) + (1 - beta) * g * g
            new_s["d" + name][index] = average
            new[name][index] -= learning_rate * g / (math.sqrt(average) + epsilon)
    return new, new_s


wrong(
    "another epsilon by default",
    hint="epsilon is 1e-8 by default",
    change={
        "\n    parameters, grads, s, beta, learning_rate, epsilon=1e-8\n": (
            "parameters, grads, s, beta, learning_rate, epsilon=1e-7"
        ),
        's_new[f"d{name}"]': 'square = square\n        s_new[f"d{name}"]',
    },
)
wrong(
    "no epsilon by default",
    hint="epsilon is added to every root, by default 1e-8",
    change={
        "\n    parameters, grads, s, beta, learning_rate, epsilon=1e-8\n": (
            "parameters, grads, s, beta, learning_rate, epsilon=0.0"
        ),
        's_new[f"d{name}"]': 'square = square\n        s_new[f"d{name}"]',
    },
)
wrong(
    "epsilon as the smallest root",
    hint="epsilon is added to the root, however large that is",
    change={
        's_new[f"d{name}"]': 'square = square\n        s_new[f"d{name}"]',
        "sqrt(square) + epsilon": "maximum(np.sqrt(square), epsilon)",
    },
)
wrong(
    "epsilon only for small roots",
    hint="epsilon is added to every root, by default 1e-8",
    change={
        's_new[f"d{name}"]': 'square = square\n        s_new[f"d{name}"]',
        "+ epsilon": "+ (epsilon if epsilon > 1e-6 else 0)",
    },
)
wrong(
    "s starts at the first square",
    hint="s starts at zero, not at the first square",
    change={"* g**2": '* g**2 if s[f"d{name}"].any() else g**2\n        square = square'},
)
wrong(
    "s fades only where there is a gradient",
    hint="s fades everywhere, also where the gradient is zero",
    change={
        'beta * s[f"d{name}"] + (1 - beta) * g**2': (
            'np.where(g == 0, s[f"d{name}"], beta * s[f"d{name}"] + (1 - beta) * g**2)\n'
            "        square = square"
        )
    },
)
wrong(
    "fraction clipped",
    hint="the first steps are longer than one learning rate",
    change={
        's_new[f"d{name}"]': 'square = square\n        s_new[f"d{name}"]',
        "g / (np.sqrt(square) + epsilon)": "np.clip(g / (np.sqrt(square) + epsilon), -3, 3)",
    },
)
wrong(
    "the root kept",
    hint="the root belongs to the step",
    change={'s_new[f"d{name}"]': 'square = np.sqrt(square)\n        s_new[f"d{name}"]'},
)
wrong(
    "epsilon kept",
    hint="epsilon belongs to the step",
    change={"* g**2": "* g**2 + epsilon\n        square = square", " + epsilon": ""},
)
wrong(
    "s returned first",
    hint="return parameters, then s",
    change={
        's_new[f"d{name}"]': 'square = square\n        s_new[f"d{name}"]',
        "return new, s_new": "return s_new, new",
    },
)
wrong(
    "layer numbers of one digit",
    hint="there may be more than nine layers: W10 belongs to layer 10",
    change={
        'g = grads[f"d{name}"]': 'key = f"d{name}"\n        g = grads[key[:3]]',
        '* s[f"d{name}"]': "* s[key]",
        's_new[f"d{name}"]': "s_new[key]",
    },
)


@right("float32 throughout")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, s_new = {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key].astype(np.float32)
        square = np.float32(beta) * np.float32(s[key]) + np.float32(1 - beta) * np.float32(g) ** 2
        s_new[key] = square
        new[name] = theta.astype(np.float32) - np.float32(learning_rate) * g / (
            np.sqrt(square) + np.float32(epsilon)
        )
    return new, s_new


wrong(
    "memory matched by its place",
    hint="look gradients and s up by their keys, not by their places",
    change={
        "name, theta in parameters.items()": "(name, theta), g in zip(parameters.items(), grads.values())",
        '        g = grads[f"d{name}"]\n': "",
    },
)
wrong(
    "the average of the weights for the biases",
    hint="this average mixes s of db with dW",
    change={'beta * s[f"d{name}"]': 'beta * s["dW" + name[1:]]'},
)
wrong(
    "parameters left as they were",
    hint="the parameters have not moved",
    change={"return new, s_new": "return parameters, s_new"},
)
wrong(
    "learning rate kept",
    hint="learning_rate belongs to the step, not to the average",
    change={"(1 - beta) * g": "(1 - beta) * learning_rate * g"},
)
