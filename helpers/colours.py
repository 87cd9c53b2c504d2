"""Small colour images of eight shapes on pieces of two photographs; nothing is downloaded."""

from functools import cache

import numpy as np

SIDE = 16  # pixels
NAMES = ["disc", "ring", "square", "frame", "triangle", "cross", "bars", "half disc"]
SIZES = {"train": 2000, "dev": 1000, "test": 1000}


@cache
def shapes():
    """Return colour images, each with one shape of any place, size and colour, and turned a little.

    The backgrounds are pieces of the two photographs that come with scikit-learn, a Chinese temple and
    a flower (danielbuechele and vultilion on Flickr, CC BY 2.0). They say nothing about the shape.

    Returns:
        dict of "train", "dev" and "test", each a pair of
            X: red, green and blue from 0 to 1, an example is a row, (m, 16, 16, 3), float32
            Y: the shape, a place in `NAMES`, (m,), equally many of each
    """
    rngs = dict(zip(SIZES, np.random.default_rng(3).spawn(3), strict=True))
    return {name: drawn(SIZES[name], rng) for name, rng in rngs.items()}


def drawn(m, rng):
    """Draw so many images, (m, 16, 16, 3), and their shapes, (m,)."""
    Y = rng.permutation(np.arange(m) % len(NAMES))
    return np.stack([image(shape, rng) for shape in Y]).astype("float32"), Y


def image(shape, rng):
    """Draw one image, (16, 16, 3)."""
    picture = background(rng)
    color, middle = rng.uniform(0, 1, 3), picture.mean(axis=(0, 1))
    while np.abs(color - middle).max() < 0.35:  # it has to be seen
        color = rng.uniform(0, 1, 3)
    color = color * rng.uniform(0.8, 1, (SIDE, SIDE, 1))
    share = covered(shape, rng)[:, :, None]  # (16, 16, 1)
    picture = share * color + (1 - share) * picture + 0.03 * rng.standard_normal(picture.shape)
    return np.clip(picture, 0, 1)


def background(rng):
    """Return a piece of a photograph, (16, 16, 3), as it is or smaller, perhaps mirrored."""
    photograph = photographs()[rng.integers(2)]
    step = rng.integers(1, 5)
    top, left = (rng.integers(size - step * SIDE) for size in photograph.shape[:2])
    piece = photograph[top : top + step * SIDE : step, left : left + step * SIDE : step]
    return piece[:, :: rng.choice([-1, 1])]


@cache
def photographs():
    """Return two photographs, (427, 640, 3), from 0 to 1."""
    from sklearn.datasets import load_sample_images

    return [photograph / 255 for photograph in load_sample_images().images]


def covered(shape, rng):
    """Return which share of each pixel a shape covers, (16, 16), at a random place, size and angle."""
    size, angle = rng.uniform(4, 6.5), rng.uniform(-0.5, 0.5)
    x, y = rng.uniform(size, SIDE - size, 2)
    fine = (np.arange(3 * SIDE) + 0.5) / 3  # three by three points in a pixel
    right, down = (fine - x) / size, (fine[:, None] - y) / size
    u = np.cos(angle) * right + np.sin(angle) * down  # (48, 48)
    v = np.cos(angle) * down - np.sin(angle) * right
    inside = within(NAMES[shape], u, v)
    return inside.reshape(SIDE, 3, SIDE, 3).mean(axis=(1, 3))


def within(name, u, v):
    """Tell whether points are within a shape of radius 1 around the origin, in the shape of u and v."""
    radius, edge = np.hypot(u, v), np.maximum(np.abs(u), np.abs(v))
    return {
        "disc": radius < 1,
        "ring": (radius < 1) & (radius > 0.55),
        "square": edge < 0.85,
        "frame": (edge < 0.9) & (edge > 0.45),
        "triangle": (v > -0.5) & (v + 1.73 * np.abs(u) < 1),
        "cross": (np.minimum(np.abs(u), np.abs(v)) < 0.28) & (edge < 0.95),
        "bars": (np.abs(u) < 0.85) & (np.abs(v) < 0.8) & (np.abs(v) > 0.3),
        "half disc": (radius < 1) & (v > -0.1),
    }[name]
