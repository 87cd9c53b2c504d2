"""How every figure looks, and how it is shown: colours for the colour-blind, and alt text."""

import base64
import html
import io

import matplotlib.pyplot as plt
from IPython.display import display

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
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=dpi)
    plt.close(figure)
    image = base64.b64encode(buffer.getvalue()).decode()
    width = round(figure.get_figwidth() * 72)
    return (
        f'<img alt="{html.escape(alt)}" width="{width}" style="max-width: 100%" '
        f'src="data:image/png;base64,{image}">'
    )
