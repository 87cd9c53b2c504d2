"""Wrong and unusual solutions of `early_stopping`, in source/week1/regularization.ipynb."""

import numpy as np

from autograder.variants import right, same, wrong

wrong(
    "last epoch in place of the best",
    hint="return the best epoch first",
    change={
        "best_epoch, epoch": "epoch, epoch",
    },
)
wrong(
    "the best loss",
    hint="return the epoch, not its loss",
    change={
        "best_epoch, epoch": "best_loss, epoch",
    },
)
wrong(
    "the wrong way round",
    hint="best_epoch comes first",
    change={
        "best_epoch, epoch": "epoch, best_epoch",
    },
)
wrong(
    "counted from 1",
    hint="epochs are counted from 0",
    change={
        ", epoch": " + 1, epoch + 1",
    },
)
wrong(
    "one epoch too late",
    hint="stop when the best is `patience` epochs ago",
    change={
        "epoch - best_epoch >=": "epoch - best_epoch >",
    },
)
wrong(
    "one epoch too early",
    hint="wait for `patience` epochs",
    change={
        "epoch - best_epoch >= patience": "epoch - best_epoch >= patience - 1",
    },
)
wrong(
    "a tie is better",
    hint="equal is not smaller",
    change={
        "loss <": "loss <=",
    },
)


@wrong("compares with the epoch before", hint="compare with the best so far")
def early_stopping(dev_losses, patience):
    best_epoch, waited = 0, 0
    for epoch in range(1, len(dev_losses)):
        if dev_losses[epoch] < dev_losses[epoch - 1]:
            best_epoch, waited = epoch, 0
        else:
            waited += 1
            if waited >= patience:
                return best_epoch, epoch
    return best_epoch, len(dev_losses) - 1


wrong(
    "the largest loss",
    hint="a loss is better if it is smaller",
    change={
        "np.inf": "-np.inf",
        "loss <": "loss >",
    },
)


@wrong("never stops", hint="stop after `patience` epochs without a new best")
def early_stopping(dev_losses, patience):
    return int(np.nanargmin(dev_losses)), len(dev_losses) - 1


wrong(
    "the best of all, also after the stop",
    hint="what comes after the stop is never known",
    change={
        "best_epoch, epoch": "int(np.nanargmin(dev_losses)), epoch",
    },
)
wrong(
    "all bad epochs counted together",
    hint="a new best starts the count again",
    change={
        "best_loss = 0, np.inf": "best_loss, bad = 0, np.inf, 0",
        "elif epoch - best_epoch >= patience:\n            break": (
            "else:\n            bad += 1\n            if bad >= patience:\n                break"
        ),
    },
)
wrong(
    "NaN is best",
    hint="NaN is never best: it is an epoch without a new best",
    change={
        "loss <": "not loss >=",
    },
)
wrong(
    "stops at a NaN",
    hint="a NaN is an epoch without a new best, no more",
    change={
        "epoch - best_epoch >= patience": ("epoch - best_epoch >= patience or loss != loss"),
    },
)


@wrong("NaN is not counted", hint="a NaN is an epoch, too: count it")
def early_stopping(dev_losses, patience):
    best_epoch, best_loss, waited = 0, float("inf"), 0
    for epoch, loss in enumerate(dev_losses):
        if loss < best_loss:
            best_epoch, best_loss, waited = epoch, loss, 0
        elif loss == loss:
            waited += 1
            if waited >= patience:
                break
    return best_epoch, epoch


@wrong("stop forgotten when nothing stops it", hint="return the last epoch then")
def early_stopping(dev_losses, patience):
    best_epoch, best_loss = 0, float("inf")
    for epoch, loss in enumerate(dev_losses):
        if loss < best_loss:
            best_epoch, best_loss = epoch, loss
        elif epoch - best_epoch >= patience:
            return best_epoch, epoch
    return best_epoch, best_epoch + patience


wrong(
    "patience typed in",
    hint="use the argument patience",
    change={
        "epoch - best_epoch >= patience": "epoch - best_epoch >= 2",
    },
)
wrong(
    "a least improvement",
    hint="smaller is smaller, be it ever so little",
    change={"np.inf": 'float("inf")', "< best_loss": "< best_loss - 1e-4"},
)
wrong(
    "nearly equal is equal",
    hint="smaller is smaller, be it ever so little",
    change={"np.inf": 'float("inf")', "< best_loss": "< best_loss and not np.isclose(loss, best_loss)"},
)
wrong(
    "floats",
    hint="return integers: they will index a list",
    change={"np.inf": 'float("inf")', "best_epoch, epoch": "float(best_epoch), float(epoch)"},
)
wrong(
    "an array",
    hint="return a tuple of two integers",
    change={"np.inf": 'float("inf")', "best_epoch, epoch": "np.array([best_epoch, epoch])"},
)
wrong("starts from a large number", hint="losses may be large: start from np.inf", change={"np.inf": "1e9"})


@right("a while loop and a counter, a list")
def early_stopping(dev_losses, patience):
    best, waited, epoch = 0, 0, 0
    while epoch + 1 < len(dev_losses) and waited < patience:
        epoch += 1
        if dev_losses[epoch] < dev_losses[best]:
            best, waited = epoch, 0
        else:
            waited += 1
    return [best, epoch]


@right("the smallest of what is known, epoch by epoch, as NumPy integers")
def early_stopping(dev_losses, patience):
    losses = np.nan_to_num(np.array(dev_losses, dtype=float), nan=np.inf)
    for stop in range(losses.size):
        best = np.argmin(losses[: stop + 1])
        if stop - best >= patience:
            return best, np.int64(stop)
    return best, np.int64(losses.size - 1)


@right("running minima, without a loop over epochs")
def early_stopping(dev_losses, patience):
    losses = np.where(np.isnan(dev_losses), np.inf, dev_losses)
    before = np.concatenate([[np.inf], np.minimum.accumulate(losses)[:-1]])
    is_best = losses < before
    last_best = np.maximum.accumulate(np.where(is_best, np.arange(losses.size), 0))
    late = np.flatnonzero(np.arange(losses.size) - last_best >= patience)
    stop = int(late[0]) if late.size else losses.size - 1
    return int(last_best[stop]), stop


@right("recursion over the waiting time")
def early_stopping(dev_losses, patience):
    def go(epoch, best, best_loss):
        loss = dev_losses[epoch]
        if loss < best_loss:
            best, best_loss = epoch, loss
        if epoch == len(dev_losses) - 1 or epoch == best + patience:
            return best, epoch
        return go(epoch + 1, best, best_loss)

    return go(0, 0, np.inf)


wrong(
    "smaller by 1e-13 at least",
    hint="smaller is smaller, be it ever so little",
    change={"< best_loss": "< best_loss - 1e-13"},
)
wrong(
    "the best loss starts at 1e15",
    hint="losses may be large: start from np.inf",
    change={"np.inf": "1000000000000000.0"},
)
wrong(
    "a best loss of 0 taken for none",
    hint="0 is a loss like any other",
    change={"np.inf": "None", "< best_loss": "== loss and (not best_loss or loss < best_loss)"},
)
wrong(
    "patience limited to 10",
    hint="use patience as it is, however large",
    change={"= patience": "= min(patience, 10)"},
)


@right("running minima of an array")
def early_stopping(dev_losses, patience):
    x = np.nan_to_num(np.asarray(dev_losses, float), nan=np.inf)
    low = np.minimum.accumulate(x)
    new = np.r_[True, x[1:] < low[:-1]]
    last = np.maximum.accumulate(np.where(new, np.arange(x.size), 0))
    stop = np.flatnonzero(np.arange(x.size) - last >= patience)
    e = stop[0] if stop.size else x.size - 1
    return (last[e], e)


same(
    "the first loss is finite and takes its place (below)",
    change={"best_loss = 0, np.inf": "best_loss = -1, np.inf"},
)
same(
    "the first loss is finite and takes its place (above)",
    change={"best_loss = 0, np.inf": "best_loss = 1, np.inf"},
)
