"""Wrong and unusual solutions of `update_parameters_with_adam`, in source/week2/adaptive_optimizers.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong(
    "epsilon inside the root",
    hint="epsilon is added outside the root",
    change={"(s_hat[key]) + epsilon": "(s_hat[key] + epsilon)"},
)
wrong("epsilon left out", hint="use the argument epsilon", change={" + epsilon": ""})
wrong("epsilon typed in", hint="use the argument epsilon", change={"+ epsilon": "+ 1e-8"})
wrong(
    "no correction",
    hint="divide v by 1 - beta1**t, and s by 1 - beta2**t",
    change={"[key] / (1 - beta1**t)": "[key].copy()", "[key] / (1 - beta2**t)": "[key].copy()"},
)
wrong("only v corrected", hint="divide s by 1 - beta2**t", change={"[key] / (1 - beta2**t)": "[key].copy()"})
wrong(
    "only s corrected",
    hint="divide v by 1 - beta1**t, and s by 1 - beta2**t",
    change={"[key] / (1 - beta1**t)": "[key].copy()"},
)
wrong(
    "corrected, but stepped without",
    hint="take the step with the corrected averages",
    change={"v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)": "v_new[key] / (np.sqrt(s_new[key]) + epsilon)"},
)
wrong("step with v as it is", hint="take the step with v_corrected", change={"v_hat[key] /": "v_new[key] /"})
wrong("step with s as it is", hint="take the step with s_corrected", change={"(s_hat[key])": "(s_new[key])"})
wrong(
    "always the first step",
    hint="the exponent is t, the number of the step",
    change={"beta1**t": "beta1", "beta2**t": "beta2"},
)
wrong(
    "exponent 2 typed in",
    hint="the exponent is t, the number of the step",
    change={"beta1**t": "beta1**2", "beta2**t": "beta2**2"},
)
wrong(
    "beta times t",
    hint="beta1 to the power t, not times t",
    change={"beta1**t": "beta1 * t", "beta2**t": "beta2 * t"},
)
wrong(
    "t counted from 0",
    hint="the exponent is t, the number of the step",
    change={"beta1**t": "beta1**(t - 1)", "beta2**t": "beta2**(t - 1)"},
)
wrong(
    "t counted on",
    hint="the exponent is t, the number of the step",
    change={"beta1**t": "beta1**(t + 1)", "beta2**t": "beta2**(t + 1)"},
)
wrong(
    "beta1 in s",
    hint="the weights of s are beta2 and 1 - beta2",
    change={"beta2 * s[key] + (1 - beta2)": "beta1 * s[key] + (1 - beta1)"},
)
wrong(
    "beta2 in v",
    hint="the weights of v are beta1 and 1 - beta1",
    change={"beta1 * v[key] + (1 - beta1)": "beta2 * v[key] + (1 - beta2)"},
)
wrong("beta1 in the correction of s", hint="s is corrected with beta2", change={"beta2**t": "beta1**t"})
wrong(
    "square in place of the root",
    hint="divide by the root of s_corrected, not by its square",
    change={"np.sqrt(s_hat[key])": "s_hat[key] ** 2"},
)
wrong("no root", hint="the root of s_corrected is missing", change={"np.sqrt(s_hat[key])": "s_hat[key]"})
wrong(
    "gradient not squared",
    hint="s averages the squares of the gradient",
    change={
        "beta2 * s[key] + (1 - beta2) * grads[key] ** 2": (
            "np.abs(beta2 * s[key] + (1 - beta2) * grads[key])"
        )
    },
)
wrong(
    "absolute value in place of the square",
    hint="s averages the squares of the gradient",
    change={"grads[key] ** 2": "np.abs(grads[key])"},
)
wrong(
    "matrix product for the square",
    hint="square entry by entry: g * g",
    change={"[key] ** 2": "[key] @ grads[key]"},
)
wrong(
    "square of v in place of the gradient",
    hint="square the gradient, not v",
    change={"grads[key] *": "v_new[key] *"},
)
wrong(
    "weights of v swapped",
    hint="beta1 weighs the past, 1 - beta1 the gradient",
    change={"beta1 * v[key] + (1 - beta1)": "(1 - beta1) * v[key] + (beta1)"},
)
wrong(
    "weights of s swapped",
    hint="beta2 weighs the past, 1 - beta2 the square",
    change={"beta2 * s[key] + (1 - beta2)": "(1 - beta2) * s[key] + (beta2)"},
)
wrong(
    "the gradient at full weight",
    hint="the gradient has the weight 1 - beta1, not 1",
    change={"(1 - beta1) * grads": "grads"},
)
wrong(
    "corrected values kept as v and s",
    hint="keep v and s themselves; the corrected ones go into v_corrected and s_corrected",
    change={"return new, v_new, s_new": "return new, v_hat, s_hat"},
)
wrong(
    "gradients of the biases for the weights",
    hint="this average mixes v of dW with the gradient db",
    change={"(1 - beta1) * grads[key]": '(1 - beta1) * grads["db" + name[1:]]'},
)
wrong("plus in place of minus", hint="go downhill: minus", change={"- learning_rate": "+ learning_rate"})
wrong(
    "step with the gradient",
    hint="take the step with v_corrected, not with the gradient",
    change={"v_hat[key] /": "grads[key] /"},
)
wrong(
    "learning rate typed in",
    hint="use the argument learning_rate",
    change={
        "        direction = v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)\n": "",
        "learning_rate * direction": "0.01 * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)",
    },
)
wrong(
    "last layer left as it was",
    hint="the step is for every layer, from the first to the last",
    change={
        "{}, {}, {}, {}, {}": "dict(parameters), dict(v), dict(s), dict(v), dict(s)",
        "parameters.items()": "list(parameters.items())[:-2]",
    },
)
wrong(
    "only the first rows updated",
    hint="every row and column of each array takes a step",
    change={"* direction": "* direction\n        new[name][1:] = theta[1:]"},
)
wrong(
    "v and s returned in the other order",
    hint="v comes before s: return parameters, v, s, v_corrected, s_corrected",
    change={"return new, v_new, s_new": "return new, s_new, v_new"},
)
wrong(
    "three values, as in older courses",
    hint="return five values: parameters, v, s, v_corrected, s_corrected",
    change={"return new, v_new, s_new, v_hat, s_hat": "return new, v_new, s_new"},
)
wrong(
    "v and s returned as they came",
    hint="v and s have not been updated: return the new ones",
    change={"return new, v_new, s_new": "return new, v, s"},
)
wrong(
    "scales grads in place",
    hint="grads must stay as they are: do not write into them",
    change={"* direction": "* direction\n        grads[key] *= 1 - beta1"},
)


@right("in place, layer by layer, the old template")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    v_corrected, s_corrected = {}, {}
    for l in range(1, len(parameters) // 2 + 1):
        for k in ("W", "b"):
            key = "d" + k + str(l)
            v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
            v_corrected[key] = v[key] / (1 - np.power(beta1, t))
            s[key] = beta2 * s[key] + (1 - beta2) * np.power(grads[key], 2)
            s_corrected[key] = s[key] / (1 - np.power(beta2, t))
            step = v_corrected[key] / (np.sqrt(s_corrected[key]) + epsilon)
            parameters[k + str(l)] = parameters[k + str(l)] - learning_rate * step
    return parameters, v, s, v_corrected, s_corrected


@right("five comprehensions, a list")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    v = {key: v[key] + (1 - beta1) * (g - v[key]) for key, g in grads.items()}
    s = {key: beta2 * s[key] + (1 - beta2) * g * g for key, g in grads.items()}
    v_hat = {key: a / (1 - beta1**t) for key, a in v.items()}
    s_hat = {key: a / (1 - beta2**t) for key, a in s.items()}
    direction = {key: v_hat[key] / (s_hat[key] ** 0.5 + epsilon) for key in grads}
    moved = {n: p - learning_rate * direction["d" + n] for n, p in parameters.items()}
    return [moved, v, s, v_hat, s_hat]


@right("rate and epsilon scaled in place of the averages")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    one, two = 1 - beta1**t, 1 - beta2**t
    new, new_v, new_s = {}, {}, {}
    for name in reversed(list(parameters)):
        g = grads["d" + name]
        a, b = beta1 * v["d" + name] + (1 - beta1) * g, beta2 * s["d" + name] + (1 - beta2) * g**2
        rate = learning_rate * np.sqrt(two) / one
        new[name] = parameters[name] - rate * a / (np.sqrt(b) + epsilon * np.sqrt(two))
        new_v["d" + name], new_s["d" + name] = a, b
    v_hat = {key: a / one for key, a in new_v.items()}
    return new, new_v, new_s, v_hat, {key: b / two for key, b in new_s.items()}


@right("written back, powers by a loop")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    power1, power2 = 1.0, 1.0
    for _ in range(t):
        power1, power2 = power1 * beta1, power2 * beta2
    hats = {}, {}
    for key, g in grads.items():
        v[key] *= beta1
        v[key] += (1 - beta1) * g
        s[key] *= beta2
        s[key] += (1 - beta2) * g**2
        hats[0][key], hats[1][key] = v[key] / (1 - power1), s[key] / (1 - power2)
        parameters[key[1:]] -= learning_rate * hats[0][key] / (np.sqrt(hats[1][key]) + epsilon)
    return parameters, v, s, *hats


wrong(
    "no correction after 20 steps",
    hint="correct in every step, however late",
    change={
        "1 - beta1**t": "1 - beta1**t if t <= 20 else 1",
        "1 - beta2**t": "1 - beta2**t if t <= 20 else 1",
    },
)
wrong(
    "s not corrected after 1000 steps",
    hint="correct in every step, however late",
    change={"1 - beta2**t": "1 - beta2**t if t <= 1000 else 1"},
)
wrong(
    "v not corrected after 100 steps",
    hint="correct in every step, however late",
    change={"1 - beta1**t": "1 - beta1**t if t <= 100 else 1"},
)
wrong(
    "another learning_rate by default",
    hint="the defaults are learning_rate 0.01, betas 0.9 and 0.999, epsilon 1e-8",
    change={
        (
            "\n"
            "    parameters, grads, v, s, t,\n"
            "    learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8,\n"
        ): "parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8"
    },
)
wrong(
    "another beta2 by default",
    hint="the defaults are learning_rate 0.01, betas 0.9 and 0.999, epsilon 1e-8",
    change={
        (
            "\n"
            "    parameters, grads, v, s, t,\n"
            "    learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8,\n"
        ): "parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.99, epsilon=1e-8"
    },
)
wrong(
    "betas exchanged by default",
    hint="the defaults are learning_rate 0.01, betas 0.9 and 0.999, epsilon 1e-8",
    change={
        (
            "\n"
            "    parameters, grads, v, s, t,\n"
            "    learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8,\n"
        ): "parameters, grads, v, s, t, learning_rate=0.01, beta1=0.999, beta2=0.9, epsilon=1e-8"
    },
)
wrong(
    "another epsilon by default",
    hint="the defaults are learning_rate 0.01, betas 0.9 and 0.999, epsilon 1e-8",
    change={
        (
            "\n"
            "    parameters, grads, v, s, t,\n"
            "    learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8,\n"
        ): "parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-7"
    },
)
wrong(
    "epsilon as the smallest root",
    hint="epsilon is added to the root, however large that is",
    change={"sqrt(s_hat[key]) + epsilon": "maximum(np.sqrt(s_hat[key]), epsilon)"},
)
wrong(
    "epsilon added to the root of s as it is",
    hint="epsilon is added to the root of s_corrected",
    change={
        "        direction = v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)\n": "",
        "* direction": "* v_hat[key] * np.sqrt(1 - beta2**t) / (np.sqrt(s_new[key]) + epsilon)",
    },
)
wrong(
    "root corrected in place of s",
    hint="correct s first, then take the root",
    change={"(s_hat[key])": "(s_new[key]) / (1 - beta2**t)"},
)
wrong(
    "beta1 = 0 taken for the default",
    hint="beta1 may be 0: use it as it is",
    change={
        "new, v_new, s_new, v_hat, s_hat = {}": (
            "beta1 = beta1 or 0.9\n    new, v_new, s_new, v_hat, s_hat = {}"
        )
    },
)
wrong(
    "beta2 = 0 taken for the default",
    hint="beta2 may be 0: use it as it is",
    change={
        "new, v_new, s_new, v_hat, s_hat = {}": (
            "beta2 = beta2 or 0.999\n    new, v_new, s_new, v_hat, s_hat = {}"
        )
    },
)
wrong(
    "v starts at the first gradient",
    hint="v starts at zero, not at the first gradient",
    change={"(1 - beta1) * grads[key]": "(1 - beta1) * grads[key] if v[key].any() else grads[key].copy()"},
)
wrong(
    "averages fade only where there is a gradient",
    hint="v and s fade everywhere, also where the gradient is zero",
    change={
        "beta2 * s[key] + (1 - beta2) * grads[key] ** 2": (
            "np.where(grads[key] == 0, s[key], beta2 * s[key] + (1 - beta2) * grads[key]**2)"
        )
    },
)
wrong(
    "layer numbers of one digit",
    hint="there may be more than nine layers: W10 belongs to layer 10",
    change={"(1 - beta1) * grads[key]": "(1 - beta1) * grads[key[:3]]", "[key] *": "[key[:3]] *"},
)
wrong(
    "corrected averages next to each other",
    hint="the order is parameters, v, s, v_corrected, s_corrected",
    change={"return new, v_new, s_new, v_hat": "return new, v_new, v_hat, s_new"},
)
wrong(
    "epsilon kept in s_corrected",
    hint="root and epsilon belong to the step",
    change={
        "s_new[key] / (1 - beta2**t)": "np.sqrt(s_new[key] / (1 - beta2**t)) + epsilon",
        "np.sqrt(s_hat[key]) + epsilon": "s_hat[key]",
    },
)
wrong(
    "memory matched by its place",
    hint="look gradients, v and s up by their keys, not by their places",
    change={
        "for name, theta in parameters.items()": (
            "places = zip(parameters.items(), grads.values(), v.values(), s.values())\n"
            "    for (name, theta), g, old_v, old_s in places"
        ),
        "v[key] + (1 - beta1) * grads[key]": "old_v + (1 - beta1) * g",
        "s[key] + (1 - beta2) * grads[key]": "old_s + (1 - beta2) * g",
    },
)
wrong("t fixed at 2 for v", hint="the exponent is t, the number of the step", change={"beta1**t": "beta1**2"})
wrong("t fixed at 2 for s", hint="the exponent is t, the number of the step", change={"beta2**t": "beta2**2"})


@right("corrections by expm1")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-08
):
    out = ({}, {}, {}, {}, {})
    c1 = -np.expm1(t * np.log(beta1)) if beta1 else 1.0
    c2 = -np.expm1(t * np.log(beta2)) if beta2 else 1.0
    for n, p in parameters.items():
        k = "d" + n
        out[1][k] = v[k] + (1 - beta1) * (grads[k] - v[k])
        out[2][k] = s[k] + (1 - beta2) * (grads[k] ** 2 - s[k])
        out[3][k] = out[1][k] / c1
        out[4][k] = out[2][k] / c2
        out[0][n] = p - learning_rate * out[3][k] / (np.sqrt(out[4][k]) + epsilon)
    return out
