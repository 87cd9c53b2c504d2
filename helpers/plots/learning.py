"""A figure of images with wrong labels, and of what a network reads on them."""

import matplotlib.pyplot as plt

from helpers.plots.style import COLORS, STYLE


def learnt(images, given, true, answers, step):
    """Draw images with wrong labels, in a frame that tells what a network reads.

    Arguments:
        images: eight by eight pixels, (64, m), m at most 20
        given: their labels, (m,)
        true: their true digits, (m,)
        answers: what the network reads, (m,)
        step: the number of steps it was trained for

    Returns:
        figure, alt
    """
    truly, as_given = sum(answers == true), sum(answers == given)
    with plt.rc_context({**STYLE, "figure.constrained_layout.use": False}):
        figure, places = plt.subplots(2, 10, figsize=(9, 2.9))
        figure.subplots_adjust(0.01, 0.03, 0.99, 0.74, wspace=0.15, hspace=0.55)
        for place in places.flat:
            place.set_axis_off()
        for axes, image, label, digit, answer in zip(
            places.flat, images.T, given, true, answers, strict=False
        ):
            axes.imshow(image.reshape(8, 8), cmap="Greys")
            axes.set_title(f"{label}, reads {answer}", fontsize=10)
            color = COLORS[0] if answer == digit else COLORS[1] if answer == label else "0.8"
            axes.add_patch(plt.Rectangle((-0.5, -0.5), 8, 8, fill=False, edgecolor=color, linewidth=4))
        found = f"after {step} steps: {truly} of {len(given)} read truly, {as_given} as given"
        figure.suptitle(found)
        figure.text(0.01, 0.86, "blue: read truly", color=COLORS[0])
        figure.text(0.2, 0.86, "orange: read as labelled", color=COLORS[1])
        figure.text(0.47, 0.86, "grey: something else", color="0.4")
    return (
        figure,
        f"{len(given)} images of digits with wrong labels, each with what the network reads; {found}.",
    )
