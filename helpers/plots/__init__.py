"""Every figure of the course: colours that the colour-blind can tell apart, and alt text.

Each function draws one figure and shows it. `alt` says in words what there is to see.
"""

from helpers.plots.adaptive import against_angle, pixels, step_lengths
from helpers.plots.averages import noise_against_delay, noise_and_delay, remembered
from helpers.plots.black_boxes import answers
from helpers.plots.buffers import timelines
from helpers.plots.colours import pictures
from helpers.plots.convergence import verdicts
from helpers.plots.curves import bands, by_setting, smoothed, stopping
from helpers.plots.derivatives import against_step, per_parameter, secants
from helpers.plots.diagnoses import found, gallery, level
from helpers.plots.digits import bugs
from helpers.plots.errors import funnel, gaps
from helpers.plots.fairness import budgets, cuts, pairs
from helpers.plots.five_bars import recipe, staircases
from helpers.plots.graphs import batchnorm_paths
from helpers.plots.halving import brackets, glimpses, narrowing
from helpers.plots.images import heatmaps, images
from helpers.plots.measuring import chosen, leaks_by_cost, one_dot
from helpers.plots.momentum import against_condition, leaps, regimes
from helpers.plots.noise import clocks, clouds, price, widths
from helpers.plots.normalized_batches import company, moved
from helpers.plots.paths import paths
from helpers.plots.pipelines import batch_contents, leaks
from helpers.plots.plane import boundaries, many_boundaries, points
from helpers.plots.quadratics import bowls
from helpers.plots.races import side_by_side, standings, sweep
from helpers.plots.saddles import heights, leaving, waits
from helpers.plots.schedules import floors, range_tests, scheduled
from helpers.plots.searches import decades, projections, ranges, repeats, rungs
from helpers.plots.shrinking import best_weights, weight_paths
from helpers.plots.signals import by_layer, histograms, lengths
from helpers.plots.simplex import costs_and_pulls, temperatures
from helpers.plots.starts import against_scale, units_on
from helpers.plots.tape import agreement, stretched, whole_tape
from helpers.plots.thinning import committees, thinned, unit_inputs, walks
from helpers.plots.throws import rulers, shadows, shares

__all__ = [
    "agreement",
    "against_angle",
    "against_condition",
    "against_scale",
    "against_step",
    "answers",
    "bands",
    "batch_contents",
    "batchnorm_paths",
    "best_weights",
    "boundaries",
    "bowls",
    "brackets",
    "budgets",
    "bugs",
    "by_layer",
    "by_setting",
    "chosen",
    "clocks",
    "clouds",
    "committees",
    "cuts",
    "company",
    "costs_and_pulls",
    "decades",
    "floors",
    "found",
    "funnel",
    "gallery",
    "gaps",
    "glimpses",
    "heatmaps",
    "heights",
    "histograms",
    "images",
    "leaks",
    "leaks_by_cost",
    "leaps",
    "leaving",
    "lengths",
    "level",
    "many_boundaries",
    "noise_against_delay",
    "noise_and_delay",
    "moved",
    "narrowing",
    "one_dot",
    "pairs",
    "paths",
    "per_parameter",
    "pictures",
    "pixels",
    "points",
    "price",
    "projections",
    "range_tests",
    "ranges",
    "recipe",
    "regimes",
    "remembered",
    "repeats",
    "rulers",
    "rungs",
    "scheduled",
    "secants",
    "shadows",
    "shares",
    "side_by_side",
    "smoothed",
    "staircases",
    "standings",
    "step_lengths",
    "stopping",
    "stretched",
    "sweep",
    "temperatures",
    "thinned",
    "timelines",
    "unit_inputs",
    "units_on",
    "verdicts",
    "waits",
    "walks",
    "weight_paths",
    "whole_tape",
    "widths",
]
