"""Wrong and unusual solutions of the step with momentum, in source/week2/gradient_descent.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong(
    "the average forgets the past",
    hint="the average so far is forgotten",
    change={"beta * v[key] + (1 - beta)": "(1 - beta)"},
)
wrong(
    "the average does not fade",
    hint="the average so far has the weight beta, not 1",
    change={"beta * v[key]": "v[key]"},
)
wrong(
    "the gradient at full weight",
    hint="the gradient has the weight 1 - beta, not 1",
    change={"(1 - beta) * grads": "grads"},
)
wrong(
    "weights swapped",
    hint="beta weighs the past, 1 - beta the gradient",
    change={"beta * v[key] + (1 - beta": "(1 - beta) * v[key] + (beta"},
)
wrong("step with the old average", hint="take the step with the new average", change={"* v_new": "* v"})
wrong(
    "step with the gradient",
    hint="take the step with the average, not with the gradient",
    change={"* v_new": "* grads"},
)
wrong(
    "the gradient of the biases for the weights",
    hint="this average mixes v of dW with the gradient db",
    change={"grads[key]": 'grads["db" + name[1:]]'},
)
wrong(
    "the average of the weights for the biases",
    hint='the average of bl is v["dbl"], not that of the weights',
    change={"beta * v[key]": 'beta * v["dW" + name[1:]]'},
)
wrong(
    "bias correction in the step",
    hint="there is no bias correction in momentum",
    change={"* v_new[key]": "* v_new[key] / (1 - beta)"},
)
wrong(
    "bias correction of v",
    hint="there is no bias correction in momentum",
    change={
        "beta * v[key] + (1 - beta) * grads[key]": ("(beta * v[key] + (1 - beta) * grads[key]) / (1 - beta)")
    },
)
wrong(
    "learning rate within the average",
    hint="learning_rate belongs to the step, not to the average",
    change={"1 - beta": "(1 - beta) * learning_rate", "learning_rate * v_new": "v_new"},
)
wrong(
    "learning rate in place of 1 - beta",
    hint="the gradient has the weight 1 - beta, not learning_rate",
    change={"1 - beta": "learning_rate", "learning_rate * v_new": "v_new"},
)
wrong("plus in place of minus", hint="go downhill: minus", change={"- learning_rate": "+ learning_rate"})
wrong(
    "returns the old v",
    hint="v has not been updated: return the new one",
    change={"return new, v_new": "return new, v"},
)
wrong(
    "Nesterov's momentum",
    hint="this is Nesterov's momentum: take the step with v",
    change={"* v_new[key]": "* (beta * v_new[key] + (1 - beta) * grads[key])"},
)
wrong(
    "last layer left as it was",
    hint="the step is for every layer, from the first to the last",
    change={"{}, {}": "dict(parameters), dict(v)", "parameters.items()": "list(parameters.items())[:-2]"},
)
wrong(
    "biases left as they were",
    hint="biases take a step, too",
    change={
        "{}, {}": "dict(parameters), dict(v)",
        "parameters.items()": '[pair for pair in parameters.items() if pair[0][0] == "W"]',
    },
)
wrong("parameters only", hint="return (parameters, v)", change={"return new, v_new": "return new"})
wrong(
    "returned in the other order",
    hint="return parameters, then v",
    change={"return new, v_new": "return v_new, new"},
)
wrong(
    "scales grads in place",
    hint="grads must stay as they are: do not write into them",
    change={
        "v_new[key] = beta * v[key] + (1 - beta) *": (
            "grads[key] *= 1 - beta\n        v_new[key] = beta * v[key] +"
        )
    },
)
wrong(
    "beta always 0.9",
    hint="use the argument beta",
    change={"beta * v[key] + (1 - beta": "0.9 * v[key] + (1 - 0.9"},
)
wrong(
    "the beta of the visible check typed in",
    hint="use the argument beta",
    change={"beta * v[key] + (1 - beta": "0.6 * v[key] + (0.4"},
)


@right("in place, layer by layer")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    for l in range(1, len(parameters) // 2 + 1):
        for k in ("W", "b"):
            v[f"d{k}{l}"] *= beta
            v[f"d{k}{l}"] += (1 - beta) * grads[f"d{k}{l}"]
            parameters[f"{k}{l}"] -= learning_rate * v[f"d{k}{l}"]
    return parameters, v


@right("two comprehensions, a list of both")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    average = {key: v[key] + (1 - beta) * (g - v[key]) for key, g in grads.items()}
    moved = {key[1:]: parameters[key[1:]] - learning_rate * a for key, a in average.items()}
    return [moved, average]


@right("entry by entry, with a helper")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    def update(theta, g, a):
        a = beta * a + (1.0 - beta) * g
        return theta - learning_rate * a, a

    new, new_v = {}, {}
    for name, theta in parameters.items():
        pairs = [
            update(*each)
            for each in zip(theta.ravel(), grads["d" + name].ravel(), v["d" + name].ravel(), strict=True)
        ]
        new[name] = np.array([p for p, _ in pairs]).reshape(theta.shape)
        new_v["d" + name] = np.array([a for _, a in pairs]).reshape(theta.shape)
    return new, new_v


@right("the new v stored first, all keys in reverse")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    for key in sorted(v, reverse=True):
        v[key] = np.add(np.multiply(beta, v[key]), np.multiply(1 - beta, grads[key]))
    for name in sorted(parameters, reverse=True):
        parameters[name] = np.subtract(parameters[name], learning_rate * v["d" + name])
    return parameters, v


wrong(
    "v starts at the first gradient",
    hint="v starts at zero, not at the first gradient",
    change={"grads[key]": "grads[key] if v[key].any() else grads[key].copy()"},
)
wrong(
    "entries of v that are zero start at the gradient",
    hint="v starts at zero, not at the first gradient",
    change={
        "beta * v[key] + (1 - beta) * grads[key]": (
            "np.where(v[key] == 0, grads[key], beta * v[key] + (1 - beta) * grads[key])"
        )
    },
)
wrong(
    "layer numbers of one digit",
    hint="there may be more than nine layers: W10 belongs to layer 10",
    change={"grads[key]": "grads[key[:3]]"},
)
wrong(
    "v fades only where there is a gradient",
    hint="v fades everywhere, also where the gradient is zero",
    change={
        "grads[key]": "grads[key] if grads[key].any() else v[key]",
        "* v_new[key]": "* (beta * v[key] + (1 - beta) * grads[key])",
    },
)
wrong("v returned first", hint="return parameters, then v", change={"return new, v_new": "return v_new, new"})
wrong(
    "memory matched by its place",
    hint="look gradients and v up by their keys, not by their places",
    change={
        "for name, theta in parameters.items()": (
            "places = zip(parameters.items(), grads.values(), v.values())\n"
            "    for (name, theta), g, old in places"
        ),
        "beta * v[key]": "beta * old",
        "* grads[key]": "* g",
    },
)
wrong(
    "the step written into v",
    hint="`step = v[key]; step *= ...` writes into v",
    change={
        "new[name] = theta - learning_rate * v_new[key]": (
            "step = v_new[key]\n        step *= learning_rate\n        new[name] = theta - step"
        )
    },
)
wrong(
    "the average of the biases for the weights",
    hint="this average mixes v of db with the gradient dW",
    change={
        "v[key]": 'v["db" + name[1:]]',
        "grads[key]": 'grads["d" + name]',
        "* v_new[key]": '* v_new["d" + name]',
    },
)
wrong(
    "learning rate left out of the step",
    hint="learning_rate is missing in the step",
    change={"learning_rate * v_new": "v_new"},
)
wrong(
    "parameters left as they were",
    hint="the parameters have not moved",
    change={"return new, v_new": "return parameters, v_new"},
)
wrong(
    "the average is the gradient",
    hint="this is the gradient itself: v is an average",
    change={"beta * v[key] + (1 - beta) * grads[key]": "1.0 * grads[key]"},
)
