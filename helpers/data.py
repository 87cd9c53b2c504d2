"""Every data set of the course, as arrays of shape (features, examples). Nothing is downloaded."""

from pathlib import Path

import h5py
import numpy as np

DIGITS = Path(__file__).with_name("digits.h5")


def circles(m, noise=0.1, seed=0):
    """Return two noisy circles, one around the other, that no straight line separates.

    Arguments:
        m: number of examples
        noise: standard deviation of the Gaussian noise on both coordinates; the radii are 1 and 0.6
        seed: another seed draws another sample

    Returns:
        X: points of the plane, (2, m)
        Y: 0 for the outer circle, 1 for the inner one, (1, m)
    """
    outer, inner = (np.linspace(0, 2 * np.pi, size, endpoint=False) for size in (m // 2, m - m // 2))
    return blurred([np.cos(outer), np.sin(outer)], [0.6 * np.cos(inner), 0.6 * np.sin(inner)], noise, seed)


def moons(m, noise=0.2, seed=0):
    """Return two interlocking half-moons, which no straight line separates.

    Arguments:
        m: number of examples
        noise: standard deviation of the Gaussian noise on both coordinates; the moons have radius 1
        seed: another seed draws another sample

    Returns:
        X: points of the plane, (2, m)
        Y: 0 for the upper moon, 1 for the lower one, (1, m)
    """
    upper, lower = (np.linspace(0, np.pi, size) for size in (m // 2, m - m // 2))
    return blurred([np.cos(upper), np.sin(upper)], [1 - np.cos(lower), 1 - np.sin(lower) - 0.5], noise, seed)


def blurred(first, second, noise, seed):
    """Return two curves as `circles` does: scikit-learn draws the same, but takes two seconds to import."""
    points, rng = np.hstack([first, second]).T, np.random.RandomState(seed)
    order = rng.permutation(len(points))
    X = points[order] + rng.normal(scale=noise, size=points.shape)  # (m, 2)
    return X.T, (order >= len(first[0])).astype(int).reshape(1, -1)


def digits():
    """Return 1,797 images of handwritten digits, split into train, dev and test.

    The images come with scikit-learn, from the UCI repository (Alpaydin and Kaynak 1998, CC BY 4.0);
    `data/make_digits.py` made the file and the split.

    Returns:
        dict of "train", "dev" and "test", each a pair of
            X: 8 x 8 pixels from 0 to 1, row by row, (64, m)
            Y: the digit, 0 to 9, (1, m)
    """
    if not DIGITS.exists():
        raise FileNotFoundError(
            f"{DIGITS} is missing. Restore it with `git checkout helpers/digits.h5`, "
            "or make it again with `python data/make_digits.py`."
        )
    with h5py.File(DIGITS) as file:
        return {split: (np.array(file[split]["X"]), np.array(file[split]["Y"])) for split in file}


def noisy_diagonal(m, noise=0.1, flipped=0.15, seed=0):
    """Return points of a square, of class 1 above its falling diagonal, with mistakes in the labels.

    Arguments:
        m: number of examples
        noise: standard deviation of what blurs the diagonal; the square has sides of length 3
        flipped: share of the labels, chosen at random, that are flipped
        seed: another seed draws another sample

    Returns:
        X: points of the plane, (2, m)
        Y: labels 0 or 1, (1, m)
    """
    rng = np.random.default_rng(seed)
    X = rng.uniform(-1.5, 1.5, (2, m))
    above = X.sum(axis=0) + noise * rng.standard_normal(m) > 0  # (m,)
    turned = rng.random(m) < flipped
    return X, (above ^ turned).astype(int).reshape(1, m)


def mislabelled_digits(m, share=0.2, seed=0):
    """Return some of the training digits; a share of them has labels that were drawn at random.

    One in ten of the drawn labels is right by chance.

    Arguments:
        m: number of examples
        share: share of the labels that are drawn anew
        seed: another seed chooses other images and other labels

    Returns:
        X: 8 x 8 pixels from 0 to 1, row by row, (64, m)
        given: the labels to learn from, 0 to 9, (1, m)
        true: the digits that the images show, (1, m)
    """
    rng = np.random.default_rng(seed)
    X, true = digits()["train"]
    chosen = rng.permutation(X.shape[1])[:m]
    X, true = X[:, chosen], true[:, chosen].astype(int)
    drawn = rng.random((1, m)) < share
    return X, np.where(drawn, rng.integers(0, 10, (1, m)), true), true


def mislabelled_corners(m, wrong, seeds):
    """Return points near (1, 0, 0), (0, 1, 0) and (0, 0, 1), some of them with the label of another corner.

    Arguments:
        m: number of points in a data set
        wrong: share of the labels that are wrong
        seeds: one data set is drawn for each

    Returns:
        X: points, of standard deviation 0.1 around their corners, (seeds, 3, m)
        Y: one-hot labels, (seeds, 3, m)
    """
    sets = []
    for seed in seeds:
        rng = np.random.default_rng(seed)
        true = rng.integers(0, 3, m)
        X = np.eye(3)[:, true] + 0.1 * rng.standard_normal((3, m))
        moved = np.where(np.arange(m) < round(wrong * m), rng.integers(1, 3, m), 0)  # to another corner
        sets.append((X, np.eye(3)[:, (true + moved) % 3]))
    return tuple(np.stack(arrays) for arrays in zip(*sets, strict=True))


def temperatures(noise=3.0, seed=0):
    """Return a made-up year of daily temperatures in degrees Celsius, (365,).

    The season is a cosine: 5 on day 20, the coldest, and 23 half a year later. The weather adds
    Gaussian noise of standard deviation `noise`, drawn anew for every day; another seed draws
    another year.
    """
    day = np.arange(1, 366)
    season = 14 - 9 * np.cos(2 * np.pi * (day - 20) / 365)
    return season + noise * np.random.default_rng(seed).standard_normal(365)


def wine():
    """Return 178 Italian wines from three growers, in the order of scikit-learn's file.

    The data come with scikit-learn, from the UCI repository (Aeberhard and Forina 1991, CC BY 4.0).

    Returns:
        X: chemical measurements, (13, 178)
        Y: the grower, 0, 1 or 2, (1, 178)
    """
    from sklearn.datasets import load_wine

    rows, labels = load_wine(return_X_y=True)
    return rows.T.copy(), labels.reshape(1, -1)


def breast_cancer():
    """Return measurements of the cell nuclei of 569 breast tumours, in the order of scikit-learn's file.

    The data come with scikit-learn, from the UCI repository (Wolberg, Mangasarian, Street and
    Street 1995, CC BY 4.0).

    Returns:
        X: measurements, each in units of its own, (30, 569)
        Y: 1 for a malignant tumour, 0 for a benign one, (1, 569); scikit-learn has it the other way round
    """
    from sklearn.datasets import load_breast_cancer

    rows, labels = load_breast_cancer(return_X_y=True)
    return rows.T.copy(), 1 - labels.reshape(1, -1)


# Mean and standard deviation of the two classes of `clouds`; `bayes` works out the best classifier from them.
CLOUDS = {0: ((1.5, 0.0), 1.5), 1: ((0.0, 0.0), 0.5)}


def clouds(m, seed=0):
    """Return a wide Gaussian cloud and, at its edge, a narrow one; both classes are equally likely.

    Arguments:
        m: number of examples
        seed: another seed draws another sample

    Returns:
        X: points of the plane, (2, m)
        Y: 0 for the wide cloud, 1 for the narrow one, (1, m)
    """
    rng = np.random.default_rng(seed)
    Y = rng.integers(0, 2, (1, m))
    noise = rng.standard_normal((2, m))
    samples = [np.reshape(mean, (2, 1)) + std * noise for mean, std in CLOUDS.values()]
    return np.where(Y == 0, *samples), Y
