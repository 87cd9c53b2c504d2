"""Wrong and unusual solutions of `update_parameters_with_gd`, in source/week2/gradient_descent.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong(
    "plus in place of minus",
    hint="go downhill: minus",
    change={'- learning_rate * grads[f"d{name}"]': '+ learning_rate * grads["d" + name]'},
)
wrong(
    "last layer left as it was",
    hint="the step is for every layer, from the first to the last",
    change={
        "updated = {}": "updated = dict(parameters)",
        "parameters.items()": "list(parameters.items())[:-2]",
    },
)
wrong(
    "last layer missing in the result",
    hint="return all L layers",
    change={"parameters.items()": "list(parameters.items())[:-2]"},
)
wrong(
    "first layer only",
    hint="the step is for every layer, from the first to the last",
    change={
        "updated = {}": "updated = dict(parameters)",
        "parameters.items()": "list(parameters.items())[:2]",
    },
)
wrong(
    "layers counted from 0",
    hint="the first layer is layer 1",
    of="as many layers as entries",
    change={"range(1, len(parameters) + 1)": "range(len(parameters) // 2)"},
)
wrong(
    "as many layers as entries",
    hint="each layer has two entries in parameters",
    change={
        "name, theta in parameters.items()": "l in range(1, len(parameters) + 1)",
        '[name] = theta - learning_rate * grads[f"d{name}"]': (
            '[f"W{l}"] = parameters[f"W{l}"] - learning_rate * grads[f"dW{l}"]\n'
            '        updated[f"b{l}"] = parameters[f"b{l}"] - learning_rate * grads[f"db{l}"]'
        ),
    },
)
wrong(
    "no learning rate for the biases",
    hint="the step of the biases needs learning_rate, too",
    change={"learning_rate *": '(learning_rate if name[0] == "W" else 1) *'},
)
wrong(
    "no learning rate at all",
    hint="multiply the gradient by learning_rate",
    change={'learning_rate * grads[f"d{name}"]': 'grads["d" + name]'},
)
wrong(
    "learning rate of the visible check typed in",
    hint="use the argument learning_rate",
    change={"learning_rate *": "0.25 *"},
)
wrong(
    "divided by the learning rate",
    hint="multiply the gradient by learning_rate",
    change={'learning_rate * grads[f"d{name}"]': 'grads["d" + name] / learning_rate'},
)
wrong("biases moved by dW", hint="the gradient of bl is dbl", change={"d{name}": "dW{name[1:]}"})
wrong(
    "biases not updated",
    hint="biases take a step, too",
    change={"learning_rate *": '(learning_rate if name[0] == "W" else 0) *'},
)
wrong(
    "two steps at once", hint="one step for each parameter", change={"learning_rate *": "2 * learning_rate *"}
)
wrong(
    "divided by the number of inputs",
    hint="a gradient is a mean already: do not divide it",
    change={'[f"d{name}"]': '["d" + name] / parameters["W1"].shape[1]'},
)
wrong(
    "scales grads in place",
    hint="grads must stay as they are: do not write into them",
    change={
        "updated[name] = theta - learning_rate *": (
            'grads[f"d{name}"] *= learning_rate\n        updated[name] = theta -'
        )
    },
)
wrong(
    "returns the gradients",
    hint="return the parameters",
    change={"    updated = {}\n": "", "updated[name]": "parameters[name]", "return updated": "return grads"},
)
wrong(
    "returns the steps",
    hint="subtract the step from the parameter",
    change={"theta - learning_rate": "-learning_rate"},
)
wrong(
    "returns nothing",
    hint="end with `return parameters`",
    change={"    updated = {}\n": "", "updated[name]": "parameters[name]", "    return updated\n": ""},
)


@right("in place, layer by layer")
def update_parameters_with_gd(parameters, grads, learning_rate):
    L = len(parameters) // 2
    for l in range(L):
        parameters["W" + str(l + 1)] -= learning_rate * grads["dW" + str(l + 1)]
        parameters["b" + str(l + 1)] -= learning_rate * grads["db" + str(l + 1)]
    return parameters


@right("a dict comprehension over grads, last layer first")
def update_parameters_with_gd(parameters, grads, learning_rate):
    names = [key[1:] for key in reversed(list(grads))]
    return {name: parameters[name] - learning_rate * grads[f"d{name}"] for name in names}


@right("entry by entry, in a copy")
def update_parameters_with_gd(parameters, grads, learning_rate):
    import copy

    new = copy.deepcopy(parameters)
    for name, array in new.items():
        for index in np.ndindex(array.shape):
            array[index] -= learning_rate * grads["d" + name][index]
    return new


@right("float64 throughout, with a helper")
def update_parameters_with_gd(parameters, grads, learning_rate):
    def move(theta, gradient):
        return np.asarray(theta, dtype=float) + (-learning_rate) * np.asarray(gradient, dtype=float)

    return dict((name, move(theta, grads["d%s" % name])) for name, theta in parameters.items())


@right("entry by entry, in float64 arrays")
def update_parameters_with_gd(parameters, grads, learning_rate):
    new = {}
    for name, theta in parameters.items():
        new[name] = np.empty(theta.shape)
        for place in np.ndindex(*theta.shape):
            new[name][place] = theta[place] - learning_rate * grads[f"d{name}"][place]
    return new


wrong(
    "gradients matched by their places",
    hint="look gradients up by their keys, not by their places",
    change={
        "name, theta in parameters.items()": "(name, theta), g in zip(parameters.items(), grads.values())",
        'grads[f"d{name}"]': "g",
    },
)
wrong(
    "layer number cut to one digit",
    hint="there may be more than nine layers: W10 belongs to layer 10",
    change={'f"d{name}"': 'f"d{name[:2]}"'},
)
wrong(
    "gradients clipped",
    hint="take the gradient as it is",
    change={'grads[f"d{name}"]': 'np.clip(grads["d" + name], -100, 100)'},
)
wrong(
    "tiny gradients left out",
    hint="a small gradient counts, too",
    change={
        'theta - learning_rate * grads[f"d{name}"]': (
            'np.where(np.abs(grads["d" + name]) > 1e-06, theta - learning_rate * grads["d" + name], theta)'
        )
    },
)
wrong(
    "off by 9e-5, in single precision",
    hint="the step is learning_rate times the gradient",
    change={
        'theta - learning_rate * grads[f"d{name}"]': (
            '(theta - 1.00009 * learning_rate * grads[f"d{name}"]).astype(np.float32)'
        )
    },
)
wrong(
    "weights not updated",
    hint="weights take a step, too",
    change={"learning_rate *": '(learning_rate if name[0] == "b" else 0) *'},
)
wrong(
    "returns the parameters as they were",
    hint="nothing has moved: return the updated parameters",
    change={"return updated": "return parameters"},
)
