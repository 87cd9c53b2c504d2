"""What a check can demand of a training loop: an optimizer that keeps a record of its calls tells it all."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np

from helpers import checks, network
from helpers.checks.comparison import difference
from helpers.checks.subjects import recorded_optimizer as recorded
from helpers.checks.writing import short


class Training:
    """One call of a student's `train`; fails if the record of it is not that of a right one.

    Arguments:
        train: the student's function
        X, Y: what `recording.numbered` returns, for a network [m + 2, 1]; or any others, in a single batch
        layers_dims: units per layer
        seed: decides the start and the batches
        learning_rate, num_epochs, mini_batch_size: as `train` has them
        in_place: whether the optimizer writes into the parameters
        only: "loop" if the losses are not looked at, "losses" if of the rest only the batches are

    Attributes:
        orders: for each epoch, the examples in each batch, a list of tuples
    """

    def __init__(
        self,
        train: Callable[..., Any],
        X: np.ndarray,
        Y: np.ndarray,
        layers_dims: Sequence[int],
        seed: int,
        in_place: bool = False,
        only: str = "",
        **settings: Any,
    ):
        self.X, self.Y, self.num_epochs = X, Y, settings["num_epochs"]
        self.size, m = settings["mini_batch_size"], X.shape[1]
        self.sizes = [self.size] * (m // self.size) + [m % self.size] * (m % self.size > 0)
        optimizer = recorded.Recorder(in_place)
        self.result = checks.call(train, X, Y, layers_dims, optimizer, **settings, seed=seed)
        self.result.has_keys(["parameters", "losses"])
        self.calls, self.per_epoch = optimizer.calls, len(self.sizes)
        self.counts_its_steps(only)
        if only != "losses":
            self.keeps_the_memory()
            rates = [settings["learning_rate"]] * len(self.calls)
            self.hands_on("learning_rate", rates, "pass learning_rate on as it is")
            self.goes_on_from(network.start(layers_dims, seed))
        self.orders = [self.batches(epoch) for epoch in range(self.num_epochs)]
        if only != "loop":
            self.records_the_losses()

    def all(self, name: str) -> list[Any]:
        """Return what the optimizer was handed under this name, a list over the steps."""
        return [call[name] for call in self.calls]

    def hands_on(self, name: str, wanted: Iterable[Any], hint: str) -> None:
        """Fail unless the optimizer was handed these values under this name, step by step."""
        for step, (right, call) in enumerate(zip(wanted, self.calls, strict=True), start=1):
            yours = call[name]
            if yours is not None if right is None else yours is None or difference(right, yours):
                self.result.fail(f"should be {short(right)} in step {step}.", name, short(yours), hint)

    def counts_its_steps(self, only: str = "") -> None:
        """Each mini-batch is one step, and t counts them from 1."""
        m, wanted, steps = self.X.shape[1], self.num_epochs * self.per_epoch, len(self.calls)
        likely = {
            wanted + self.num_epochs: "one step too many in each epoch: is there an empty batch?",
            wanted - self.num_epochs: "the last batch, which may be smaller, is missing",
            self.num_epochs: "take a step for each mini-batch of mini_batch_size examples",
            self.num_epochs * m: "take a step for each mini-batch, not for each example",
            wanted + self.per_epoch: "this is one epoch too many",
            wanted - self.per_epoch: "this is one epoch too few",
        }
        if steps != wanted:
            problem = f"calls the optimizer {steps} times; {wanted} mini-batches take {wanted} steps."
            self.result.fail(problem, hint=likely.get(steps))
        count = list(range(1, wanted + 1))
        if only == "losses" or np.array_equal(self.all("t"), count):
            return
        epochs = [(t - 1) // self.per_epoch for t in count]
        mistakes = {
            "count the steps from 1": [t - 1 for t in count],
            "an epoch ends, t goes on counting": [(t - 1) % self.per_epoch + 1 for t in count],
            "an epoch ends, t goes on counting; it starts from 1": [(t - 1) % self.per_epoch for t in count],
            "count the steps, not the epochs": [epoch + 1 for epoch in epochs],
            "count the steps, not the epochs, and from 1": epochs,
        }
        hints = [hint for hint, wrong in mistakes.items() if not difference(wrong, self.all("t"))]
        self.hands_on("t", count, [*hints, "t = 1, 2, 3, ... is the number of the step"][0])

    def keeps_the_memory(self) -> None:
        """The first memory is None, every other is what the step before has returned."""
        found = [kept if kept is None or isinstance(kept, str) else "other" for kept in self.all("memory")]
        wanted = [None, *self.all("note")][:-1]
        hint = "pass on what the optimizer has returned as its memory"
        if found[0] is not None:
            hint = "memory is None in the first step of every call: is it kept from another call?"
        elif found == [note if k % self.per_epoch else None for k, note in enumerate(wanted)]:
            hint = "an epoch ends, the memory goes on"
        self.hands_on("memory", wanted, hint)

    def goes_on_from(self, start: dict[str, np.ndarray]) -> None:
        """Each step goes on from where the step before has led, the first from the seed's start."""
        handed, gave = self.all("parameters"), self.all("gave")
        first = self.result.about("step 1: parameters", handed[0])
        hint = "call network.start(layers_dims, seed), anew in each call"
        first.equals(start, "is not the start that belongs to seed.", hint=hint)
        for step, (yours, right) in enumerate(zip(handed[1:], gave, strict=False), start=2):
            if recorded.is_close(right, yours):
                continue
            got = self.result.about(f"step {step}: parameters", yours)
            mistakes = {"go on from the parameters that the optimizer returns": start}
            got.equals(right, "is not what the step before has returned.", mistakes)
        trained = self.result.about('result["parameters"]', self.result.value["parameters"])
        hint = "return what the last step has returned, not what was best or first"
        trained.equals(gave[-1], "is not what the last step has returned.", hint=hint)

    def batches(self, epoch: int) -> list[tuple[int, ...]]:
        """Return which examples are in each batch of an epoch; each must be in one, with its label."""
        m = self.X.shape[1]
        calls = self.calls[epoch * self.per_epoch :][: self.per_epoch]
        found = [np.arange(m)] if self.per_epoch == 1 else [recorded.examples(call, m) for call in calls]
        sizes, missing = [ids.size for ids in found], m - np.unique(np.concatenate(found)).size
        if missing or sizes != self.sizes:
            yours = f"{sizes} different examples; {missing} of {m} in none"
            hint = "each example is in one batch, of mini_batch_size; only the last may be smaller"
            if min(sizes) == m:
                hint = "each gradient is that of its batch alone, without weight decay"
            self.result.fail(f"has the wrong mini-batches in epoch {epoch + 1}.", yours=yours, hint=hint)
        for step, (call, ids) in enumerate(zip(calls, found, strict=True), epoch * self.per_epoch + 1):
            self.has_the_gradient(call, ids, step, calls[0]["parameters"])
        return [tuple(ids) for ids in found]

    def has_the_gradient(
        self, call: dict[str, Any], ids: np.ndarray, step: int, before: dict[str, np.ndarray]
    ) -> None:
        """The gradient is that of these examples, at the parameters of its step, not at those before."""
        X, Y = self.X[:, ids], self.Y[:, ids]
        right = recorded.gradients(X, Y, call["parameters"])
        if recorded.is_close(right, call["grads"]):
            return
        stale = network.backward(Y, before, network.forward(X, call["parameters"]))
        hint = "forward and backward take the parameters of this step"
        mistakes = {hint: recorded.gradients(X, Y, before), f"{hint}, not of the epoch's start": stale}
        likely = {
            "it is a mean already: do not multiply": ids.size,
            "it is a mean already: do not divide": 1 / ids.size,
        }
        for text, factor in likely.items():
            mistakes[text] = {name: g * factor for name, g in right.items()}
        hint = "pass on what network.backward returns for this batch, as it is"
        if recorded.is_of_other_labels(call["grads"], right, ids):
            hint = "X_k and Y_k hold the same examples: one order for both"
        elif recorded.is_decayed(call["grads"], right, call["parameters"]):
            hint = "the gradient of the loss alone: no weight decay"
        grads = self.result.about(f"step {step}: grads", call["grads"])
        grads.equals(right, "is not the gradient of a mini-batch.", mistakes, hint)

    def records_the_losses(self) -> None:
        """The loss of an epoch is a mean over all examples, each at its step."""
        batches = [list(batch) for order in self.orders for batch in order]
        right, mistakes = recorded.losses(self.X, self.Y, self.calls, batches, self.sizes, self.size)
        found = self.result.about('result["losses"]', self.result.value["losses"])
        hint = "the loss of a batch is network.cost(ZL, Y_k), before its step"
        found.equals(right, mistakes=mistakes, hint=hint)

    def shuffles(self) -> None:
        """The batches are random, and others in each epoch.

        By chance they are the same in two of three epochs, or consist of neighbours, about once in 10^9
        times, with 36 examples in batches of 18: there are 4.5 * 10^9 ways to fill these.
        """
        for order in self.orders:
            if all(max(batch) - min(batch) < len(batch) for batch in order):
                hint = "permute the examples, then cut them into batches"
                self.result.fail("leaves neighbours together: the examples are not shuffled.", hint=hint)
        if len({frozenset(order) for order in self.orders}) < self.num_epochs:
            hint = "draw a new order in each epoch; a seed that is set anew draws the same"
            self.result.fail("has the same mini-batches in two epochs.", hint=hint)

    def depends_on_seed_alone(self, again: "Training", other: "Training") -> None:
        """Fail unless a second run of the same seed has the same batches, one of another seed others.

        If `other` is of the next seed, its first epoch is no second one of this seed, either.
        """
        if self.orders != again.orders:
            hint = "seed alone decides: draw from one generator that is made of it, within the function"
            again.result.fail("has different mini-batches in a second call.", hint=hint)
        if self.orders[0] == other.orders[0]:
            other.result.fail("has the mini-batches of another seed.", hint="make the generator of seed")
        if self.orders[1:2] == other.orders[:1]:
            hint = "make one generator, before the first epoch: none of seed + epoch"
            other.result.fail("begins with the mini-batches of another seed's second epoch.", hint=hint)

    def still(self) -> list[int]:
        """Return the examples that are in the same place of all epochs."""
        places = [{j: k for k, batch in enumerate(order) for j in batch} for order in self.orders]
        return [j for j in places[0] if len({place[j] for place in places}) == 1]


def trained(
    train: Callable[..., Any],
    m: int,
    size: int,
    seed: int = 4,
    rate: float = 0.5,
    epochs: int = 2,
    hidden: Sequence[int] = (),
    scale: float = 1.0,
    only: str = "",
) -> Training:
    """Return the `Training` of a network on m `numbered` examples.

    Arguments:
        train: the student's function
        m: number of examples
        size: examples per batch
        seed, rate, epochs: what `train` is handed
        hidden: units of the hidden layers; with more than one, only a single batch can be read
        scale: what the features are multiplied by
        only: as `Training` has it
    """
    X, Y = recorded.numbered(m)
    settings: dict[str, Any] = {"learning_rate": rate, "num_epochs": epochs, "mini_batch_size": size}
    settings |= {"only": only}
    with np.errstate(all="ignore"):  # a large rate may overflow
        return Training(train, scale * X, Y, [m + 2, *hidden, 1], seed, **settings)


def moves_every_example(train: Callable[..., Any], seed: int = 4, only: str = "") -> None:
    """Fail if an example is in the same mini-batch of every epoch.

    In a few epochs one is, by chance, in 1 of 27 seeds; then many epochs decide, in which one is less
    than once in 10^9 times. What never moves is found by both.
    """
    few, many = 7, 30
    if not trained(train, 7, 3, seed, epochs=few, only=only).still():
        return
    training = trained(train, 7, 3, seed, epochs=many, only=only)
    if still := training.still():
        hint = "shuffle all examples in each epoch, the first and the last ones as well"
        yours = f"example {still[0]} is in the same mini-batch of every epoch"
        training.result.fail("leaves an example in its place.", yours=yours, hint=hint)
