"""What the notebooks of this course measure: students can read everything in this folder."""

import numpy as np


def temperatures():
    """Return the temperature of each hour of a day, in degrees Celsius, as an array of 24 numbers."""
    hours = np.arange(24)
    return 15 + 5 * np.sin(2 * np.pi * (hours - 9) / 24)
