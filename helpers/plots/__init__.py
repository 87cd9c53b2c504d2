"""Every figure of the course: colours that the colour-blind can tell apart, and alt text.

Each function draws one figure and shows it. `alt` says in words what there is to see.
"""

from helpers.plots.curves import bands
from helpers.plots.plane import boundaries, points

__all__ = ["bands", "boundaries", "points"]
