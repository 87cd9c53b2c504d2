"""Costs that depend on one weight and one bias alone: a plane on which to watch an optimizer walk.

A point of the plane is a `parameters` dict of W1 and b1, both (1, 1), so that whatever updates the
parameters of a network can walk here unchanged.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Landscape:
    """A cost over the plane.

    Attributes:
        cost: gives the cost at w, b; both are numbers, or arrays of one shape
        slope: gives the two derivatives of the cost at w, b
        minima: where the cost is smallest, a list of (w, b)
    """

    cost: Callable
    slope: Callable
    minima: list


def valley(flat=1.0, steep=25.0, angle=0.0):
    """Return the quadratic (flat u² + steep v²) / 2, with its minimum at the origin.

    Arguments:
        flat, steep: the curvatures along u and along v
        angle: by how many degrees u and v are rotated relative to the axes w and b
    """
    cos, sin = np.cos(np.radians(angle)), np.sin(np.radians(angle))

    def cost(w, b):
        u, v = cos * w + sin * b, cos * b - sin * w
        return (flat * u**2 + steep * v**2) / 2

    def slope(w, b):
        u, v = cos * w + sin * b, cos * b - sin * w
        return cos * flat * u - sin * steep * v, sin * flat * u + cos * steep * v

    return Landscape(cost, slope, [(0.0, 0.0)])


def saddle():
    """Return w² / 2 - b² / 2 + b⁴ / 4: a saddle point at the origin, between minima at b = -1 and 1."""
    return Landscape(
        cost=lambda w, b: w**2 / 2 - b**2 / 2 + b**4 / 4,
        slope=lambda w, b: (w, b**3 - b),
        minima=[(0.0, -1.0), (0.0, 1.0)],
    )


def incline(to_w, to_b):
    """Return the cost to_w w + to_b b: its gradient is the same everywhere, and it has no minimum."""
    return Landscape(
        cost=lambda w, b: to_w * w + to_b * b,
        slope=lambda w, b: (to_w, to_b),
        minima=[],
    )


def walk(landscape, start, step, num_steps, noise=0.0, seed=0):
    """Return the points that an optimizer visits.

    Arguments:
        landscape: where it walks
        start: the first point, (w, b)
        step: the optimizer, called as step(parameters, grads, memory, t) with t = 1, 2, ...; returns the
            new parameters and what it wants to remember; its first memory is None
        num_steps: number of steps
        noise: standard deviation of what is added to both derivatives at each step
        seed: another seed draws other noise

    Returns:
        path: w and b before the first step and after each, (num_steps + 1, 2)
    """
    rng = np.random.default_rng(seed)
    parameters = {"W1": np.array([[float(start[0])]]), "b1": np.array([[float(start[1])]])}
    path, memory = [start], None
    for t in range(1, num_steps + 1):
        slope = landscape.slope(*path[-1]) + noise * rng.standard_normal(2)
        grads = {"dW1": slope[:1].reshape(1, 1), "db1": slope[1:].reshape(1, 1)}
        parameters, memory = step(parameters, grads, memory, t)
        path.append((parameters["W1"].item(), parameters["b1"].item()))
    return np.array(path)


def fastest(make, landscape, starts, rates, num_steps=200):
    """Let an optimizer walk from several starts at several rates, and keep the fastest rate of each start.

    Arguments:
        make: returns a new optimizer: a function from gradients to steps, in learning rates, of one shape
        landscape: where it walks, with a minimum at the origin
        starts: the first points, (2, starts)
        rates: learning rates, (rates,)
        num_steps: number of steps; whoever needs more is said to need num_steps + 1

    Returns:
        needed: steps until at most a tenth of the distance is left for good, (starts,)
        chosen: the fastest rates, (starts,)
        paths: the points visited at these rates, (num_steps + 1, 2, starts)
    """
    points = np.repeat(np.asarray(starts, float)[:, :, None], len(rates), axis=2)  # (2, starts, rates)
    paths, step = [points], make()
    with np.errstate(all="ignore"):  # some rates diverge
        for _ in range(num_steps):
            points = points - rates * step(np.array(landscape.slope(*points)))
            paths.append(points)
        left = np.hypot(*np.moveaxis(paths, 1, 0))  # (num_steps + 1, starts, rates)
        far = ~(left <= 0.1 * left[0])
    last = np.where(far, np.arange(num_steps + 1)[:, None, None], 0).max(axis=0)  # (starts, rates)
    best = last.argmin(axis=1)
    return last.min(axis=1) + 1, rates[best], np.array(paths)[:, :, np.arange(len(best)), best]


def around(angle, count=12, radius=4.0):
    """Return starting points on half a circle, which is turned by an angle in degrees, (2, count)."""
    directions = np.radians(angle + 180 / count * (np.arange(count) + 0.5))
    return radius * np.array([np.cos(directions), np.sin(directions)])
