"""Wrong and unusual solutions of `build_model`, in source/week3/tensorflow_introduction.ipynb."""

import tensorflow as tf

from autograder.variants import right, wrong

wrong(
    "softmax in the last layer",
    hint="the last layer returns logits: it has no activation",
    change={"Dense(C)": 'Dense(C, activation="softmax")'},
)
wrong(
    "softmax in the last layer, and a loss of probabilities",
    hint="the last layer returns logits: it has no activation",
    change={"Dense(C)": 'Dense(C, activation="softmax")', "(from_logits=True)": "()"},
)
wrong(
    "ReLU in the last layer",
    hint="no ReLU after the last layer: logits may be negative",
    change={"Dense(C)": 'Dense(C, activation="relu")'},
)
wrong(
    "no activation in the hidden layers",
    hint='the hidden layers have a ReLU: activation="relu"',
    change={', activation="relu"': ""},
)
wrong(
    "sigmoid in the hidden layers",
    hint='the hidden layers have a ReLU: activation="relu", no other',
    change={'"relu"': '"sigmoid"'},
)
wrong(
    "a loss of probabilities",
    hint="the model returns logits: tell the loss, from_logits=True",
    change={"(from_logits=True)": "()"},
)
wrong(
    "binary cross-entropy",
    hint="one class of several: the loss is the categorical cross-entropy",
    change={"CategoricalCrossentropy": "BinaryCrossentropy"},
)
wrong(
    "squared errors",
    hint="the loss is the categorical cross-entropy of logits, not a squared error",
    change={"tf.keras.losses.CategoricalCrossentropy(from_logits=True)": '"mse"'},
)
wrong(
    "the sum of the losses",
    hint="leave `reduction` as it is: the loss is the mean over the examples",
    change={"from_logits=True": 'from_logits=True, reduction="sum"'},
)
wrong(
    "Adam",
    hint="the steps are not those of SGD with this learning rate and momentum",
    change={"SGD(learning_rate, momentum)": "Adam(learning_rate, momentum)"},
)
wrong(
    "momentum left out",
    hint="the momentum is missing: SGD(learning_rate, momentum)",
    change={"(learning_rate, momentum)": "(learning_rate)"},
)
wrong(
    "learning rate left out",
    hint="the learning rate is missing: SGD(learning_rate, momentum)",
    change={"(learning_rate, momentum)": "(momentum=momentum)"},
)
wrong(
    "Nesterov's momentum",
    hint="plain momentum: leave `nesterov` as it is",
    change={"(learning_rate, momentum)": "(learning_rate, momentum, nesterov=True)"},
)
wrong(
    "no metric",
    hint='the report lacks the accuracy: metrics=["accuracy"]',
    change={'        metrics=["accuracy"],\n': ""},
)
wrong(
    "the name of another metric",
    hint='the report lacks the accuracy: metrics=["accuracy"]',
    change={'"accuracy"': '"mse"'},
)
wrong(
    "not compiled",
    hint="call model.compile before you return the model",
    change={
        (
            "model.compile(\n"
            "        optimizer=tf.keras.optimizers.SGD(learning_rate, momentum),\n"
            "        loss=tf.keras.losses.CategoricalCrossentropy(from_logits=True),\n"
            '        metrics=["accuracy"],\n'
            "    )"
        ): "model.summary(print_fn=lambda *args, **kwargs: None)"
    },
)
wrong(
    "returns what compile returns",
    hint="return the model: compile changes it and returns None",
    change={"    return model\n": "", "model.compile(": "return model.compile("},
)
wrong(
    "no input",
    hint="without tf.keras.Input, the model has no weights yet: put it first",
    change={"[tf.keras.Input((n_x,))]": "[]"},
)
wrong(
    "no hidden layers",
    hint="the hidden layers are missing, or some of them: one for each size between the first and the last",
    change={"for n in hidden": "for n in []"},
)
wrong(
    "the first hidden layer alone",
    hint="the hidden layers are missing, or some of them: one for each size between the first and the last",
    change={"for n in hidden": "for n in hidden[:1]"},
)
wrong(
    "the sizes of the digits, whatever the list says",
    hint="use layers_dims: it may hold other sizes, and more or fewer of them",
    change={"C = layers_dims": "C = 64, 25, 12, 10"},
)
wrong(
    "a dense layer for the inputs, too",
    hint="the inputs are no layer of units: Dense starts at layers_dims[1]",
    change={"for n in hidden": "for n in [n_x, *hidden]"},
)
wrong(
    "hidden layers in reverse",
    hint="the layers come in the order of layers_dims",
    change={"for n in hidden": "for n in hidden[::-1]"},
)
wrong(
    "no biases",
    hint="every layer has biases: leave use_bias as it is",
    change={
        'activation="relu")': 'activation="relu", use_bias=False)',
        "Dense(C)": "Dense(C, use_bias=False)",
    },
)
wrong(
    "a decay of the weights",
    hint="nothing but SGD on the cross-entropy: no weight decay, no regularizer",
    change={"(learning_rate, momentum)": "(learning_rate, momentum, weight_decay=0.01)"},
)
wrong(
    "gradients cut off",
    hint="leave the gradients as they are: no clipping",
    change={"(learning_rate, momentum)": "(learning_rate, momentum, clipnorm=0.1)"},
)


@right("layers added one by one")
def build_model(layers_dims, learning_rate, momentum):
    model = tf.keras.Sequential()
    model.add(tf.keras.Input(shape=(layers_dims[0],)))
    for n in layers_dims[1:-1]:
        model.add(tf.keras.layers.Dense(n))
        model.add(tf.keras.layers.ReLU())
    model.add(tf.keras.layers.Dense(layers_dims[-1]))
    sgd = tf.keras.optimizers.SGD(learning_rate=learning_rate, momentum=momentum)
    loss = tf.keras.losses.CategoricalCrossentropy(from_logits=True)
    model.compile(sgd, loss, metrics=["accuracy"])
    return model


@right("the functional way")
def build_model(layers_dims, learning_rate, momentum):
    inputs = tf.keras.Input((layers_dims[0],))
    A = inputs
    for n in layers_dims[1:-1]:
        A = tf.keras.layers.Dense(n, "relu")(A)
    model = tf.keras.Model(inputs, tf.keras.layers.Dense(layers_dims[-1])(A))
    model.compile(
        optimizer=tf.keras.optimizers.SGD(learning_rate, momentum),
        loss=tf.keras.losses.CategoricalCrossentropy(from_logits=True),
        metrics=[tf.keras.metrics.CategoricalAccuracy(name="accuracy")],
    )
    return model


@right("He's initialization, and a loss of its own")
def build_model(layers_dims, learning_rate, momentum):
    def loss(labels, logits):
        return tf.nn.softmax_cross_entropy_with_logits(labels, logits)

    layers = [tf.keras.Input((layers_dims[0],))]
    for n in layers_dims[1:]:
        activation = None if len(layers) == len(layers_dims) - 1 else tf.nn.relu
        layers.append(tf.keras.layers.Dense(n, activation, kernel_initializer="he_normal"))
    model = tf.keras.Sequential(layers, name="digits")
    model.compile(tf.keras.optimizers.SGD(learning_rate, momentum), loss=loss, metrics=["accuracy"])
    return model


@right("linear as the name of no activation, accuracy in a list of names")
def build_model(layers_dims, learning_rate, momentum):
    n_x, *sizes = layers_dims
    names = ["relu"] * (len(sizes) - 1) + ["linear"]
    dense = [tf.keras.layers.Dense(n, activation=a) for n, a in zip(sizes, names, strict=True)]
    model = tf.keras.Sequential([tf.keras.layers.InputLayer(shape=(n_x,)), *dense])
    model.compile(
        loss=tf.keras.losses.CategoricalCrossentropy(from_logits=True),
        optimizer=tf.keras.optimizers.SGD(learning_rate, momentum),
        metrics=["accuracy"],
    )
    return model
