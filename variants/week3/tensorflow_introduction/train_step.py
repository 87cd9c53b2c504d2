"""Wrong and unusual solutions of `train_step`, in source/week3/tensorflow_introduction.ipynb."""

import tensorflow as tf

from autograder.variants import right, same, wrong

forward_propagation = compute_total_loss = None  # given in the notebook

same(
    "the tape and the optimizer take any collection",
    change={"list(parameters.values())": "parameters.values()"},
)
wrong(
    "loss outside the tape",
    hint="network and loss belong within the tape's `with` block, without `float()` or `.numpy()`",
    change={"    loss = compute_total_loss(logits, Y)": "loss = compute_total_loss(logits, Y)"},
)
wrong(
    "network outside the tape",
    hint="network and loss belong within the tape's `with` block, without `float()` or `.numpy()`",
    change={
        (
            "with tf.GradientTape() as tape:\n        logits = forward_propagation(X, parameters)"
        ): "logits = forward_propagation(X, parameters)\n    with tf.GradientTape() as tape:"
    },
)
wrong(
    "optimizer rebuilt in every step",
    hint="the optimizer has forgotten the first step: use the one that is passed",
    change={"with tf": "optimizer = type(optimizer).from_config(optimizer.get_config())\n    with tf"},
)
wrong(
    "an optimizer of its own",
    hint="use the optimizer that is passed",
    change={"optimizer.apply_gradients": "tf.keras.optimizers.Adam(0.001).apply_gradients"},
)
wrong(
    "gradients not applied",
    hint="no variable of `parameters` has moved: apply the gradients to these, not to copies",
    change={"optimizer.apply_gradients(zip(grads, variables))": "grads"},
)
wrong(
    "weights only",
    hint="only the weights have moved: the biases are trained, too",
    change={"list(parameters.values())": '[parameters["W1"], parameters["W2"], parameters["W3"]]'},
)
wrong(
    "zipped in another order",
    hint="pair each gradient with its own variable",
    change={
        "list(parameters.values())": '[parameters[f"{name}{l}"] for name in "Wb" for l in (1, 2, 3)]',
        "grads,": "[grads[i] for i in (2, 1, 0, 5, 4, 3)],",
    },
)
wrong(
    "variables and gradients exchanged",
    hint="zip(gradients, variables): the gradients come first",
    change={"grads, variables": "variables, grads"},
)
wrong(
    "the loss after the step",
    hint="return the loss as it was before the step",
    change={"return loss": "return compute_total_loss(forward_propagation(X, parameters), Y)"},
)
wrong(
    "the mean of the loss",
    hint="loss and gradient are those of the total, not of its mean",
    change={"(logits, Y)": "(logits, Y) / X.shape[0]"},
)
wrong(
    "the gradient of the mean",
    hint="loss and gradient are those of the total, not of its mean",
    change={
        "(logits, Y)": "(logits, Y)\n        mean = loss / X.shape[0]",
        "loss, variables": "mean, variables",
    },
)
wrong(
    "plain gradient descent by hand",
    hint="leave the step to `optimizer`: apply_gradients",
    change={
        "optimizer.apply_gradients(zip(grads, variables))": (
            "for variable, gradient in zip(variables, grads):\n"
            "        variable.assign_sub(optimizer.learning_rate * gradient)"
        )
    },
)
wrong(
    "uphill",
    hint="the step goes uphill: the optimizer turns the sign itself",
    change={"grads,": "[-gradient for gradient in grads],"},
)


@wrong("two steps", hint="the step is taken twice")
def train_step(X, Y, parameters, optimizer):
    variables = list(parameters.values())
    for _ in range(2):
        with tf.GradientTape() as tape:
            loss = compute_total_loss(forward_propagation(X, parameters), Y)
        optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
    return loss


wrong(
    "the loss as a Python number",
    hint="return the tensor: tf.function needs it",
    change={"return loss": "return float(loss)"},
)
wrong(
    "a float within the block",
    hint="network and loss belong within the tape's `with` block, without `float()` or `.numpy()`",
    change={"compute_total_loss(logits, Y)": "tf.constant(float(compute_total_loss(logits, Y)))"},
)
wrong("returns nothing", hint="return the loss", change={"    return loss\n": ""})
wrong(
    "arguments of the loss exchanged",
    hint="compute_total_loss(logits, labels): the logits come first",
    change={"logits, Y": "Y, logits"},
)
wrong(
    "a softmax of its own",
    hint="call the two functions, with nothing in between",
    change={"logits, Y": "tf.nn.softmax(logits), Y"},
)


@wrong(
    "copies of the variables",
    hint="no variable of `parameters` has moved: apply the gradients to these, not to copies",
)
def train_step(X, Y, parameters, optimizer):
    copies = {name: tf.Variable(p) for name, p in parameters.items()}
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, copies), Y)
    variables = list(copies.values())
    optimizer = type(optimizer).from_config(optimizer.get_config())
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
    return loss


@right("a dict of gradients, Keras' newer method")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, parameters), Y)
    gradients = tape.gradient(loss, parameters)
    optimizer.apply([gradients[name] for name in parameters], [parameters[name] for name in parameters])
    return loss


@right("a persistent tape, one gradient at a time")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape(persistent=True) as tape:
        logits = forward_propagation(X=X, parameters=parameters)
        loss = compute_total_loss(logits=logits, labels=Y)
    pairs = [(tape.gradient(loss, parameters[name]), parameters[name]) for name in sorted(parameters)]
    del tape
    optimizer.apply_gradients(pairs)
    return loss


@right("watched by hand, biases first")
def train_step(X, Y, parameters, optimizer):
    variables = [parameters[name] for name in ("b1", "b2", "b3", "W1", "W2", "W3")]
    with tf.GradientTape(watch_accessed_variables=False) as tape:
        tape.watch(variables)
        loss = compute_total_loss(forward_propagation(X, parameters), Y)
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables, strict=True))
    return tf.identity(loss)


@right("all within the block, and flattened")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, parameters), Y)
        variables = tf.nest.flatten(parameters)
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(list(zip(gradients, variables, strict=True)))
    return loss


@wrong("momentum by hand", hint="leave the step to `optimizer`: apply_gradients")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, parameters), Y)
    memory = train_step.__dict__.setdefault("memory", {})
    for name, gradient in tape.gradient(loss, parameters).items():
        key = id(parameters[name])
        momentum = float(getattr(optimizer, "momentum", 0) or 0)
        memory[key] = momentum * memory.get(key, 0) - optimizer.learning_rate * gradient
        parameters[name].assign_add(memory[key])
    return loss


wrong(
    "steps always counted from the first",
    hint="use the optimizer as it is: it counts its steps itself",
    change={"grads =": "optimizer.iterations.assign(0)\n    grads ="},
)
wrong(
    "new variables in the dict",
    hint="let the optimizer change the variables of `parameters` themselves, and make no new ones",
    change={
        "with tf": (
            "for name, theta in parameters.items():\n"
            "        parameters[name] = tf.Variable(theta)\n"
            "    with tf"
        )
    },
)
wrong(
    "gradients cut off",
    hint="take the gradients as they are: no limit",
    change={"grads,": "[tf.clip_by_value(gradient, -1, 1) for gradient in grads],"},
)
wrong(
    "weight decay of 1e-4",
    hint="the gradient of the total loss alone: add nothing to it",
    change={
        "(logits, Y)": (
            "(logits, Y)\n"
            "        total = loss + 0.0001 * sum(tf.reduce_sum(p**2) for p in parameters.values())"
        ),
        "loss, variables": "total, variables",
    },
)
wrong(
    "weights shrunk by 1e-4 after the step",
    hint="leave the step to the optimizer, and change nothing after it",
    change={"return loss": "for p in variables:\n        p.assign(p * (1 - 0.0001))\n    return loss"},
)
