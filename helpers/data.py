"""Every data set of the course, as arrays of shape (features, examples). Nothing is downloaded."""

from pathlib import Path

import h5py
import numpy as np

DIGITS = Path(__file__).parent.parent / "data" / "digits.h5"


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
    from sklearn.datasets import make_circles

    points, labels = make_circles(m, noise=noise, factor=0.6, random_state=seed)
    return points.T, labels.reshape(1, m)


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
            f"{DIGITS} is missing. Restore it with `git checkout data/digits.h5`, "
            "or make it again with `python data/make_digits.py`."
        )
    with h5py.File(DIGITS) as file:
        return {split: (np.array(file[split]["X"]), np.array(file[split]["Y"])) for split in file}
