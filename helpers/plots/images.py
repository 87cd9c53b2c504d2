"""Figures of arrays as pictures: images of digits, weights, activations."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.plots.style import COLORS, STYLE, show


def images(rows, alt, titles=None, marked=(), signed=False):
    """Draw columns of arrays as square images, row by row; dark is large.

    Arguments:
        rows: dict of label -> images, (n * n pixels, columns)
        alt: the figure in words
        titles: what to write above the columns
        marked: columns to set apart, by an orange frame and title
        signed: whether zero is in the middle of the colours: purple above, orange below
    """
    columns = max(X.shape[1] for X in rows.values())
    colours = "PuOr" if signed else "Greys"
    with plt.rc_context(STYLE):
        size = (0.95 * columns + 1.2, len(rows) * 1.05 + 0.4)
        figure, grid = plt.subplots(len(rows), columns, figsize=size, squeeze=False)
        for line, (label, X) in zip(grid, rows.items(), strict=True):
            largest = np.abs(X).max()
            limits = {"vmin": -largest if signed else 0, "vmax": largest}
            for axes, pixels in zip(line, X.T, strict=True):
                side = round(np.sqrt(pixels.size))
                axes.imshow(pixels.reshape(side, side), cmap=colours, **limits)
                axes.set(xticks=[], yticks=[])
                axes.spines[:].set(visible=True, linewidth=0.8, color="0.6")
            line[0].set_ylabel(label, rotation=0, ha="right", va="center")
        for axes, title in zip(grid[0], () if titles is None else titles, strict=False):
            axes.set_title(title, fontsize=12)
        for column in marked:
            grid[0, column].spines[:].set(linewidth=2.5, color=COLORS[1])
            grid[0, column].title.set(color=COLORS[1], fontweight="bold")
        show(figure, alt)


def heatmaps(panels, xlabel, ylabel, alt):
    """Draw matrices side by side, their entries as colours of one scale; zeros stay white.

    Arguments:
        panels: dict of title -> matrix, (rows, columns), of entries that are not negative
        xlabel, ylabel: what the axes show
        alt: the figure in words
    """
    largest = max(matrix.max() for matrix in panels.values())
    with plt.rc_context(STYLE):
        size = (3.2 * len(panels) + 1, 3.6)
        figure, row = plt.subplots(1, len(panels), figsize=size, sharey=True, squeeze=False)
        for axes, (title, matrix) in zip(row[0], panels.items(), strict=True):
            shown = np.ma.masked_equal(matrix, 0)
            picture = axes.imshow(shown, cmap="viridis_r", vmin=0, vmax=largest, aspect="auto")
            axes.set(title=title, xlabel=xlabel, ylabel=ylabel)
            axes.label_outer()
        figure.colorbar(picture, ax=row[0], pad=0.01, aspect=12)
        show(figure, alt)
