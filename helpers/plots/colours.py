"""A figure of small colour images."""

import matplotlib.pyplot as plt

from helpers.plots.style import STYLE, show


def pictures(rows, alt, titles=None):
    """Draw colour images, row by row.

    Arguments:
        rows: dict of label -> images, red, green and blue from 0 to 1, each (columns, height, width, 3)
        alt: the figure in words
        titles: dict of label -> what to write above the images of this row
    """
    columns = max(len(images) for images in rows.values())
    with plt.rc_context(STYLE):
        size = (0.85 * columns + 1.3, len(rows) * (1.15 if titles else 0.9))
        figure, grid = plt.subplots(len(rows), columns, figsize=size, squeeze=False)
        for axes in grid.flat:
            axes.set(xticks=[], yticks=[])
            axes.spines[:].set_visible(False)
        for line, (label, images) in zip(grid, rows.items(), strict=True):
            line[0].set_ylabel(label, rotation=0, ha="right", va="center")
            for place, (axes, image) in enumerate(zip(line, images, strict=False)):
                axes.imshow(image)
                if titles:
                    axes.set_title(titles[label][place], fontsize=11)
        show(figure, alt)
