"""Wrong and unusual solutions of `augment_shift`, in source/week1/regularization.ipynb."""

import numpy as np

from autograder.variants import right, same, wrong

same("a slice ends where the image does: rows, to, less", change={"h + min(dy, 0)": "h + min(dy, 1)"})
same("a slice ends where the image does: rows, to", change={"h + min(dy, 0)": "h + dy"})
same("a slice ends where the image does: rows, from, less", change={"h - max(dy, 0)": "h - max(dy, -1)"})
same("a slice ends where the image does: rows, from", change={"h - max(dy, 0)": "h - dy"})
same("a slice ends where the image does: columns, to, less", change={"w + min(dx, 0)": "w + min(dx, 1)"})
same("a slice ends where the image does: columns, to", change={"w + min(dx, 0)": "w + dx"})
same("a slice ends where the image does: columns, from, less", change={"w - max(dx, 0)": "w - max(dx, -1)"})
same("a slice ends where the image does: columns, from", change={"w - max(dx, 0)": "w - dx"})
same("NumPy takes any negative number for the rest", change={"reshape(h, w, -1)": "reshape(h, w, -2)"})
wrong(
    "what leaves comes in on the other side",
    hint="np.roll wraps around: fill what comes in",
    change={
        "[to_rows, to_columns] = images[from_rows, from_columns]": (
            " = np.roll(images, (dy, dx), axis=(0, 1))"
        )
    },
)
wrong("labels not repeated", hint="every copy needs its label", change={"np.tile(Y, len(copies))": "Y"})
wrong(
    "labels repeated one by one",
    hint="the labels come in the order of the images",
    change={"tile(Y, len(copies))": "repeat(Y, len(copies), axis=1)"},
)
wrong(
    "labels stacked as rows",
    hint="Y keeps its rows",
    change={"tile(Y, len(copies))": "vstack([Y] * len(copies))"},
)
wrong("down and right exchanged", hint="dy comes first", change={"dy, dx in": "dx, dy in"})
wrong(
    "up and to the left",
    hint="positive numbers move down and to the right",
    change={"in shifts": "in [(-dy, -dx) for dy, dx in shifts]"},
)
wrong(
    "pixels column by column",
    hint="pixels come row after row",
    change={"h, w, -1": 'h, w, -1, order="F"', "X.shape": 'X.shape, order="F"'},
)
wrong("height and width exchanged", hint="image_shape is (h, w)", change={"h, w =": "w, h ="})
wrong(
    "examples taken for rows",
    hint="examples are columns",
    change={
        "(h, w, -1)": "(-1, h, w).transpose(1, 2, 0)",
        "moved.reshape": "moved.transpose(2, 0, 1).reshape",
    },
)
wrong(
    "always filled with zero",
    hint="use the argument fill",
    change={"full_like(images, fill)": "zeros_like(images)"},
)
wrong("originals missing", hint="the originals come first, then all copies", change={"[X]": "[]"})
wrong(
    "originals last",
    hint="the originals come first",
    change={"[X]": "[]", "return": "copies.append(X)\n    return"},
)
wrong(
    "images in the order of the examples",
    hint="all originals first, then all copies",
    change={
        "hstack(copies), np.tile(Y, len(copies))": (
            "stack(copies, axis=2).reshape(len(X), -1), np.repeat(Y, len(copies), axis=1)"
        )
    },
)
wrong(
    "each shift moves the last copy",
    hint="every copy starts from the original",
    change={"copies.": "images = moved\n        copies."},
)
wrong("the first shift alone", hint="make a copy for every shift", change={"in shifts": "in shifts[:1]"})
wrong(
    "no copy for a shift by nothing",
    hint="make a copy for every pair, (0, 0) included",
    change={"in shifts": "in [s for s in shifts if any(s)]"},
)


@wrong("shifted along all pixels", hint="shift within the rows of an image")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    _, w = image_shape
    copies = [X]
    for dy, dx in shifts:
        n = dy * w + dx
        moved = np.roll(X, n, axis=0)
        moved[: max(n, 0)] = fill
        moved[len(X) + min(n, 0) :] = fill
        copies.append(moved.reshape(X.shape))
    return np.hstack(copies), np.hstack([Y] * len(copies))


wrong(
    "X changed in place",
    hint="X is not yours to change",
    change={"copies = [X]": "X[:] = X.clip(0, 1)\n    copies = [X]"},
)
wrong(
    "zeros taken for gaps",
    hint="only what comes in is `fill`",
    change={
        "full_like(images, fill)": "zeros_like(images)",
        "copies.": "moved[moved == 0] = fill\n        copies.",
    },
)
wrong(
    "at least fill",
    hint="only what comes in is `fill`",
    change={"copies.": "moved = np.maximum(moved, fill)\n        copies."},
)
wrong(
    "a pair that comes twice is used once",
    hint="make a copy for every pair, also if it comes twice",
    change={"in shifts:": "in dict.fromkeys(shifts):"},
)
wrong(
    "labels as a list",
    hint="return two NumPy arrays",
    change={"(Y, len(copies))": "(Y, len(copies)).tolist()"},
)


@right("slices")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    images = X.reshape(h, w, -1)  # (h, w, m)
    everything = [X]
    for dy, dx in shifts:
        moved = np.full(images.shape, fill, dtype=float)
        target = moved[max(dy, 0) : h + min(dy, 0), max(dx, 0) : w + min(dx, 0)]
        target[:] = images[max(-dy, 0) : h - max(dy, 0), max(-dx, 0) : w - max(dx, 0)]
        everything.append(moved.reshape(h * w, -1))
    return np.concatenate(everything, axis=1), np.tile(Y, (1, len(everything)))


@right("padding and cutting, examples first")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    images = X.T.reshape(-1, h, w)
    padded = np.pad(images, ((0, 0), (h, h), (w, w)), constant_values=fill)
    cut = [padded[:, h - dy : 2 * h - dy, w - dx : 2 * w - dx] for dy, dx in [(0, 0), *shifts]]
    return np.concatenate(cut).reshape(-1, h * w).T, np.concatenate([Y for _ in cut], axis=1)


@right("roll, then overwrite what came around; a list of two")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    X_all, Y_all = X.copy(), Y.copy()
    for dy, dx in shifts:
        moved = np.roll(X.reshape(h, w, X.shape[1]), shift=(dy, dx), axis=(0, 1))
        if dy > 0:
            moved[:dy] = fill
        elif dy < 0:
            moved[dy:] = fill
        if dx > 0:
            moved[:, :dx] = fill
        elif dx < 0:
            moved[:, dx:] = fill
        X_all = np.c_[X_all, moved.reshape(X.shape)]
        Y_all = np.c_[Y_all, Y]
    return [X_all, Y_all]


@right("indices of pixels, in float32")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    y, x = (index.ravel() for index in np.indices((h, w)))
    copies = [X]
    for dy, dx in shifts:
        inside = (y - dy >= 0) & (y - dy < h) & (x - dx >= 0) & (x - dx < w)
        source = np.where(inside, (y - dy) * w + (x - dx), 0)
        copies.append(np.where(inside[:, None], X[source], fill))
    return np.hstack(copies).astype(np.float32), np.hstack([Y] * (1 + len(shifts)))


wrong(
    "fill at least -1",
    hint="only what comes in is `fill`; use it as it is",
    change={"full_like(images, fill)": "full(images.shape, max(fill, -1))"},
)
wrong(
    "pixels cut to 255",
    hint="pixels may have any size: leave them as they are",
    change={"copies.": "moved = np.clip(moved, -100, 255)\n        copies."},
)
