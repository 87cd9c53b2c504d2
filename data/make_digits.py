"""Makes helpers/digits.h5 from the digits that come with scikit-learn. Run it in the course's environment."""

from pathlib import Path

import h5py
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

PLACE = Path(__file__).parent.parent / "helpers" / "digits.h5"
FRACTIONS = {"train": 0.6, "dev": 0.2, "test": 0.2}


def main(path=PLACE):
    """Write 1,797 images in three groups, each with X (64, m) from 0 to 1 and Y (1, m) from 0 to 9."""
    images, labels = load_digits(return_X_y=True)  # (1797, 64) from 0 to 16, (1797,)
    rest = np.arange(len(labels))
    splits = {}
    for name in ("test", "dev"):
        size = round(len(labels) * FRACTIONS[name])
        rest, splits[name] = train_test_split(rest, test_size=size, stratify=labels[rest], random_state=0)
    splits["train"] = rest
    with h5py.File(path, "w") as file:
        file.attrs["source"] = (
            "Optical Recognition of Handwritten Digits, E. Alpaydin and C. Kaynak, 1998, "
            "UCI Machine Learning Repository, doi:10.24432/C50P49; "
            "the test part, as distributed with scikit-learn"
        )
        file.attrs["license"] = "CC BY 4.0"
        file.attrs["changes"] = "pixels divided by 16; examples split at random, by class"
        for name, rows in splits.items():
            group = file.create_group(name)
            X = (images[rows].T / 16).astype(np.float32)  # (64, m)
            Y = labels[rows].reshape(1, -1).astype(np.uint8)  # (1, m)
            group.create_dataset("X", data=X, compression="gzip")
            group.create_dataset("Y", data=Y, compression="gzip")


if __name__ == "__main__":
    main()
