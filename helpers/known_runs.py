"""Runs that nobody has trained: the scores of their networks are known beforehand."""

import itertools

import numpy as np


class KnownRuns:
    """A `train_fn` whose networks are right on a known number of dev examples; it counts its calls.

    Arguments:
        right: dict of learning rate -> for each seed, how many of the ten dev examples its network
            gets right, from 3 to 10; or, of a run that has diverged, the parameter that shows it and
            what it has become, such as ("W1", np.nan)
        seeds: list of seeds

    Attributes:
        X_dev, Y_dev: the dev examples, (2, 10) and (1, 10); 7 are of class 0
        scores: accuracies, NaN where a run has diverged, (rates, seeds)
        losses: the last loss of each run, (rates, seeds); the better the network, the higher
    """

    def __init__(self, right, seeds):
        self.right, self.seeds, self.calls = right, list(seeds), []
        x = np.arange(1.0, 11.0)
        self.X_dev, self.Y_dev = np.stack([x, x**2]), (x > 7).astype(int).reshape(1, 10)
        rows = [[np.nan if isinstance(n, tuple) else n / 10 for n in row] for row in right.values()]
        self.scores = np.array(rows)
        self.losses = np.where(np.isnan(self.scores), 0.01, self.scores / 2)

    def __call__(self, learning_rate, seed):
        """Return the run of this rate and seed, a dict of "parameters" and "losses"."""
        if learning_rate not in self.right or seed not in self.seeds:
            raise ValueError(f"called with {learning_rate!r}, {seed!r}: not one of the rates and seeds")
        self.calls.append((float(learning_rate), int(seed)))
        row, column = list(self.right).index(learning_rate), self.seeds.index(seed)
        count = self.right[learning_rate][column]
        diverged = isinstance(count, tuple)
        threshold = 7 if diverged else count - 3  # what is above it is taken for class 1
        parameters = {"W1": np.eye(2), "b1": np.zeros((2, 1))}
        parameters |= {"W2": np.array([[2.0, 0.0]]), "b2": np.array([[-2.0 * threshold - 1.0]])}
        if diverged:
            parameters[count[0]][0, 0] = count[1]
        return {"parameters": parameters, "losses": [0.9, self.losses[row, column]]}

    def were_trained_once(self, result):
        """Fail unless it was called once for each pair of a learning rate and a seed."""
        wanted = sorted(itertools.product(map(float, self.right), self.seeds))
        if sorted(self.calls) == wanted:
            return
        missing = [pair for pair in wanted if pair not in self.calls]
        hint = "once for each pair of a rate and a seed"
        if missing and len({seed for _, seed in self.calls}) < len(self.seeds):
            hint = "each rate is trained with every one of the seeds"
        yours = f"{len(self.calls)} calls for {len(wanted)} pairs"
        yours += f"; none with learning_rate={missing[0][0]}, seed={missing[0][1]}" if missing else ""
        result.fail("does not call train_fn as it should.", yours=yours, hint=hint)
