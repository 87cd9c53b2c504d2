"""How every figure looks, and how it is shown: colours for the colour-blind, and alt text."""

import base64
import hashlib
import html
import io
import os
from pathlib import Path

import matplotlib.pyplot as plt
from IPython.display import display

# While web pages are made, this environment variable names the folder from which they load their figures.
PAGES = "IMPROVING_DNN_PAGES"
# Okabe and Ito (2008): the order in which lines and classes are coloured.
COLORS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"]
MARKERS = ["o", "^", "s", "D", "v", "P"]
STYLE = {
    "font.size": 12,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.prop_cycle": plt.cycler(color=COLORS),
    "figure.constrained_layout.use": True,
}


def show(figure, alt):
    """Show a figure as an image with alt text, and close it."""
    display({"text/html": as_html(figure, alt), "text/plain": alt}, raw=True)


def as_html(figure, alt, dpi=144):
    """Return a figure as an image with alt text, in HTML, and close it."""
    width = round(figure.get_figwidth() * 72)
    return (
        f'<img alt="{html.escape(alt)}" width="{width}" style="max-width: 100%" src="{address(figure, dpi)}">'
    )


def address(figure, dpi):
    """Return the address of a figure as an image, and close the figure.

    The address holds the image itself; while web pages are made, it is that of a file.
    """
    folder = os.environ.get(PAGES)
    kind = {"format": "webp", "pil_kwargs": {"lossless": True, "method": 1}} if folder else {"format": "png"}
    buffer = io.BytesIO()
    figure.savefig(buffer, dpi=dpi, **kind)
    plt.close(figure)
    image = buffer.getvalue()
    if not folder:
        return f"data:image/png;base64,{base64.b64encode(image).decode()}"
    path = Path(folder, hashlib.sha256(image).hexdigest()[:16] + ".webp")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(image)
    return os.path.relpath(path)  # a page stands where its notebook stands
