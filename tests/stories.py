"""What a notebook that was run must show: figures with alt text, and every number of its text."""

import re

# Numbers of the texts that no cell prints, and that were compared with their source by eye.
READ_BY_EYE = {
    "notebooks/week1/1-splits-and-error-bars.ipynb": {
        ("chance-question", "75"),  # these three: 0.8 and 0.05 in the next cell
        ("chance-question", "85"),
        ("chance-answer", "95"),  # of a normal distribution
        ("play-answer", "79"),  # in the panel
        ("question-dev", "0.92"),  # these four: the largest of 1,000 binomial shares, 0.919 and 0.813
        ("question-dev", "0.12"),
        ("question-dev", "0.012"),
        ("question-dev", "0.004"),
    },
    "notebooks/week1/4-two-prices-on-weights.ipynb": {
        ("panel-answer", "0.54"),  # in the panel
        ("panel-answer", "0.89"),
    },
    "notebooks/week1/5-dropout.ipynb": {("play-answer", "0.95")},  # in the panel
    "notebooks/week1/6-what-a-network-learns-first.ipynb": {("question-loss", "0.45")},  # an example
    "notebooks/week2/2-moving-averages.ipynb": {
        ("gradient-question", "0.003"),  # the rates of the cell below
        ("play-answer", "1.2"),  # in the panel
        ("question-quarter", "0.025"),  # a quarter of 0.1
    },
    "notebooks/week2/3-momentum.ipynb": {
        ("play-answer", "0.03"),  # these two: in the panel
        ("play-answer", "0.95"),
        ("question-limit", "1.9"),  # 19 times 0.1
    },
    "notebooks/week2/5-schedules-and-range-tests.ipynb": {
        ("play-answer", "0.048"),  # both in the panel; 0.056 is printed as the end of another range
        ("play-answer", "0.059"),
    },
    "notebooks/week2/8-fair-comparisons.ipynb": {
        ("play-answer", "0.00056"),  # both in the panel
        ("play-answer", "0.32"),
    },
    "notebooks/week3/1-what-to-tune.ipynb": {("explained-question", "0.0001")},  # in helpers.importance
    "notebooks/week3/open-task.ipynb": {("rules", "2.0")},  # a licence
    "source/week1/regularization.ipynb": {
        ("plane-text", "15"),  # the diagonal reproduces 0.836 of the given labels
        ("verdict-answer", "2.6"),  # the two-sided probability beyond it, times six, is 0.056
        ("verdict-answer", "0.016"),  # the root beside it; some processors print it by chance
    },
    "source/week1/gradient_checking.ipynb": {
        ("secant-answer", "1.75"),  # 4.75 - 3: the slopes are in the figure
        ("check-text", "0.02"),  # an example
        ("summary", "5.7"),  # a section of a book
    },
    "source/week1/data_and_diagnosis.ipynb": {
        ("conventions", "12"),  # an example
        ("conventions", "0.12"),
        ("labels-answer", "0.8"),  # the accuracy is printed as 0.86
    },
    "source/week1/initialization.ipynb": {("widening-answer", "5.7")},  # the root of 32
    "source/week2/gradient_descent.ipynb": {
        ("average-text", "0.9"),  # 0.9 to the tenth power
        ("average-text", "0.35"),
        ("momentum-limit", "0.95"),  # the root of 0.9
        ("momentum-steps-answer", "0.95"),  # a usual value
    },
    "source/week2/adaptive_optimizers.ipynb": {
        ("rmsprop-text", "0.9"),  # 1 / root of 0.1
        ("rmsprop-text", "3.2"),
        ("rmsprop-answer", "0.001"),  # usual values
        ("adam-first-answer", "0.001"),  # 0.1 / root of 0.001
        ("adam-saddle-answer", "0.98"),  # usual values
        ("adam-saddle-answer", "0.95"),
        ("summary", "6.5"),  # a lecture
    },
    "source/week2/fair_race.ipynb": {
        ("race-question", "0.9"),  # the settings of helpers.optimizers
        ("race-question", "0.999"),
        ("compare-text", "1.33"),  # an example, by hand
        ("compare-text", "0.33"),
        ("confirm-answer", "0.18"),  # the difference of two printed means
    },
    "source/week3/softmax.ipynb": {("softmax-text", "2.7")},  # e
    "source/week3/batch_normalization.ipynb": {
        ("running-answer", "0.99"),  # usual values of momentum
        ("summary", "0.99"),
        ("factors-answer", "0.012"),  # the root of 0.95 * 0.05 / 359
    },
    "source/week3/hyperparameter_search.ipynb": {
        ("learning-rate-text", "0.002"),  # twice 0.001, and twice 0.1
        ("learning-rate-text", "0.2"),
        ("beta-text", "0.9"),  # windows 1 / (1 - beta), worked out by hand
        ("beta-text", "0.9005"),
        ("beta-text", "10.05"),
        ("beta-text", "0.999"),
        ("beta-text", "0.9995"),
        ("beta-text", "0.99"),
    },
}
STATED = re.compile(r"(?<![\w.])(\d[\d,]*\.\d+|\d+(?= ?%))(?![\w.]*\w)")
NUMBER = re.compile(r"(?<![\w.])\d[\d,_]*\.?\d*(?:[eE][-+]?\d+)?")


def unfounded(all_cells):
    """Return the decimals and percentages of texts that no cell above prints, each with its cell.

    What a cell above sets is known, too, and what the next cell sets: a question tells what it will try.
    """
    known, found = set(), set()
    for place, cell in enumerate(all_cells):
        told = [cell.source, *(output.get("text", "") for output in cell.get("outputs", []))]
        if cell.cell_type == "markdown":
            told = [next((c.source for c in all_cells[place:] if c.cell_type == "code"), "")]
        for number in NUMBER.findall("\n".join(told)):
            known.add(float(re.sub("[,_]", "", number)))
        for stated in STATED.findall(cell.source) if cell.cell_type == "markdown" else ():
            value, digits = float(stated.replace(",", "")), len(stated.partition(".")[2])
            near = 0.5001 * 10**-digits
            if not any(abs(factor * number - value) <= near for number in known for factor in (1, 100)):
                found.add((cell.id, stated))
    return found


def see_its_story(notebook, name, figures):
    """See that a notebook that was run shows its figures, no error, and the numbers of its text.

    Arguments:
        notebook: with its outputs
        name: its file, as in READ_BY_EYE
        figures: how many it must show at least
    """
    shown = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            assert output.output_type != "error"
            assert output.get("name") != "stderr", output.text
            assert "image/png" not in output.get("data", {}), "shown without plots.show"
            shown += re.findall("<img[^>]*>", output.get("data", {}).get("text/html", ""))
    assert len(shown) >= figures
    assert all(len(re.search('alt="([^"]*)"', image)[1]) > 40 for image in shown)
    by_eye = READ_BY_EYE.get(name, set())
    assert unfounded(notebook.cells) <= by_eye
    assert by_eye <= {(cell.id, stated) for cell in notebook.cells for stated in STATED.findall(cell.source)}
