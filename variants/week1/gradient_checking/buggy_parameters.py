"""Wrong and unusual solutions of `buggy_parameters`, in source/week1/gradient_checking.ipynb."""

import numpy as np

from autograder.variants import right, same, wrong

gradient_check_report = forward_propagation_n = None  # given in the notebook

same("the report has the same names", change={"for name in report if": "for name in parameters if"})
wrong(
    "Y in place of X, forward",
    hint="mind the order: (X, Y, parameters), (Y, parameters, cache), (parameters, gradients, X, Y)",
    change={
        "cache = forward_propagation_n(X, Y, parameters)[1]": (
            "_, cache = forward_propagation_n(Y, Y, parameters)"
        )
    },
)
wrong(
    "Y in place of X, in the report",
    hint="mind the order: (X, Y, parameters), (Y, parameters, cache), (parameters, gradients, X, Y)",
    change={"gradients, X": "gradients, Y"},
)
wrong(
    "limit 1e-5",
    hint="judge each parameter by its number in the report; the limit is 1e-6",
    change={
        "cache = forward_propagation_n(X, Y, parameters)[1]": (
            "_, cache = forward_propagation_n(X, Y, parameters)"
        ),
        "1e-6": "1e-5",
    },
)
wrong(
    "names of the gradients",
    hint="name the parameter, b1, not its gradient",
    change={"name for": '"d" + name for'},
)
wrong(
    "the right ones",
    hint="return those that are wrong",
    change={
        "cache = forward_propagation_n(X, Y, parameters)[1]": (
            "_, cache = forward_propagation_n(X, Y, parameters)"
        ),
        "not report": "report",
    },
)
wrong(
    "every difference that is not exactly 0",
    hint="judge each parameter by its number in the report; the limit is 1e-6",
    change={
        "cache = forward_propagation_n(X, Y, parameters)[1]": (
            "_, cache = forward_propagation_n(X, Y, parameters)"
        ),
        "not report[name] <= 1e-6": "report[name] != 0",
    },
)
wrong(
    "limit 1e-2",
    hint="judge each parameter by its number in the report; the limit is 1e-6",
    change={
        "cache = forward_propagation_n(X, Y, parameters)[1]": (
            "_, cache = forward_propagation_n(X, Y, parameters)"
        ),
        "1e-6": "1e-2",
    },
)
wrong(
    "limit 1e-4",
    hint="judge each parameter by its number in the report; the limit is 1e-6",
    change={
        "cache = forward_propagation_n(X, Y, parameters)[1]": (
            "_, cache = forward_propagation_n(X, Y, parameters)"
        ),
        "1e-6": "1e-4",
    },
)
wrong(
    "NaN passes",
    hint="nan > 1e-6 is False: ask for what is right",
    change={
        "cache = forward_propagation_n(X, Y, parameters)[1]": (
            "_, cache = forward_propagation_n(X, Y, parameters)"
        ),
        "not report[name] <= 1e": "report[name] > 1e",
    },
)
wrong(
    "the largest difference alone",
    hint="return all that are wrong, not the worst alone",
    change={
        "return {name for name in report if not report[name] <= 1e-6}": (
            "worst = max(report, key=lambda name: np.nan_to_num(report[name], nan=1.0))\n"
            "    return {worst} if not report[worst] <= 1e-6 else set()"
        )
    },
)
wrong(
    "all, if there is a bug",
    hint="judge each parameter by its number in the report; the limit is 1e-6",
    change={
        "return {name for name in report if not report[name] <= 1e-6}": (
            "bug = any(not difference <= 1e-6 for difference in report.values())\n"
            "    return set(report) if bug else set()"
        )
    },
)
wrong(
    "the mean as the limit",
    hint="judge each parameter by its number in the report; the limit is 1e-6",
    change={"<= 1e-6": "<= np.nanmean(list(report.values()))"},
)
wrong(
    "a list",
    hint="return a set",
    change={
        "{name for name in report if not report[name] <= 1e-6}": (
            "[name for name in report if not report[name] <= 1e-6]"
        )
    },
)
wrong(
    "a dict of the wrong ones",
    hint="return the set of their names",
    change={"{name for": "{name: report[name] for"},
)


@wrong("the notebook's own bugs, typed in", hint="find the bugs of any backward pass")
def buggy_parameters(backward, parameters, X, Y):
    return {"W1", "b1", "b2", "W3"} & set(parameters)


wrong(
    "backward ignored",
    hint="call backward, the argument",
    change={
        "cache = forward_propagation_n(X, Y, parameters)[1]": (
            "_, cache = forward_propagation_n(X, Y, parameters)"
        ),
        "backward(Y": "backward_propagation_n(Y",
    },
)
wrong(
    "backward with arguments in another order",
    hint="mind the order: (X, Y, parameters), (Y, parameters, cache), (parameters, gradients, X, Y)",
    change={
        "cache = forward_propagation_n(X, Y, parameters)[1]": (
            "_, cache = forward_propagation_n(X, Y, parameters)"
        ),
        "backward(Y, parameters, cache)": "backward(X, Y, cache)",
    },
)
wrong(
    "the parameters in place of the cache",
    hint="hand over what forward_propagation_n caches",
    change={"[1]": ""},
)
wrong(
    "single letters and digits of names only",
    hint="names may be longer than two letters",
    change={"{name for": "{name[:2] for"},
)
wrong(
    "the difference of all parameters together",
    hint="judge each by its number in the report",
    change={
        "report =": (
            "if gradient_check_n(parameters, gradients, X, Y) <= 1e-6:\n        return set()\n    report ="
        )
    },
)
wrong(
    "X and Y exchanged",
    hint="mind the order: (X, Y, parameters), (Y, parameters, cache), (parameters, gradients, X, Y)",
    change={"gradients, X, Y": "gradients, Y, X"},
)
wrong(
    "the limit itself counts as wrong",
    hint="a difference at the limit of 1e-6 is right: wrong is what is above",
    change={"<= 1e-": "< 1e-"},
)
wrong(
    "another epsilon",
    hint="leave epsilon at its default",
    change={"gradients, X, Y": "gradients, X, Y, epsilon=1e-7"},
)
wrong("{} for nothing", hint="{} is a dict; write set()", change={"= 1e-6}": "= 1e-6} or {}"})
wrong(
    "a missing gradient counts as right",
    hint="let the KeyError of the report pass",
    change={
        "report = gradient_check_report(parameters, gradients, X, Y)": (
            "try:\n"
            "        report = gradient_check_report(parameters, gradients, X, Y)\n"
            "    except KeyError:\n"
            "        return set()"
        )
    },
)


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


@wrong(
    "its own numerical gradients, without the report",
    hint="judge each parameter by its number in the report; the limit is 1e-6",
)
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


wrong(
    "limit 1.01e-6",
    hint="judge each parameter by its number in the report; the limit is 1e-6",
    change={"1e-6": "1.01e-6"},
)
wrong(
    "rounded to 7 digits",
    hint="judge each parameter by its number in the report; the limit is 1e-6",
    change={"report[name]": "round(report[name], 7)"},
)
wrong(
    "isclose to the limit is right",
    hint="judge each parameter by its number in the report; the limit is 1e-6",
    change={"report[name] <= 1e-6": "(report[name] <= 1e-6 or np.isclose(report[name], 1e-6))"},
)
wrong(
    "W and b alone",
    hint="take the names from the report: they need not be W1, b1, W2, ...",
    change={"not report": 'name[0] in "Wb" and not report'},
)
wrong(
    "layers counted",
    hint="take the names from the report: they need not be W1, b1, W2, ...",
    change={
        "report if": (
            '[f"{kind}{l}" for l in range(1, len(parameters) // 2 + 1) for kind in "Wb" if '
            'f"{kind}{l}" in report] if'
        )
    },
)
wrong(
    "the first is never wrong",
    hint="judge each parameter by its number in the report; the limit is 1e-6",
    change={"report if": "list(report)[1:] if"},
)


@right("sorted, then cut")
def buggy_parameters(backward, parameters, X, Y):
    _, cache = forward_propagation_n(X, Y, parameters)
    report = gradient_check_report(parameters, backward(Y, parameters, cache), X, Y)
    good = {name for name, value in report.items() if value <= 1e-6}
    return set(parameters) - good
