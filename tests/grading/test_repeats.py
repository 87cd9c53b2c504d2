"""Many calls at once return one value for each call, whatever the function does and whoever answers."""

import numpy as np
import pytest

from autograder.grading.sharing import NotebookNames, Shared, notebook_names
from autograder.sandbox.line import CandidateLost
from autograder.sandbox.sandbox import Sandbox
from helpers import checks
from helpers.checks.subjects import optimizer_memory

pytestmark = pytest.mark.slow

PATCHED = """
peer = get_ipython()._showtraceback.__self__.peer
peer.answers["repeat"] = lambda *asked: {{"value": {}, "changed": None, "random": None}}
def answer(parameters):
    return "never asked"
"""
BRINGS_ITS_OWN = """
import numpy as np
def answer(parameters):
    return {"dW1": np.ones((2, 3))}
answer.repeated = lambda times: lambda *args: []
"""
LIES = ["[]", "'xx'", "{}", "None", "0", "['one']", "[1, 2, 3]", "(1, 2)", "{1, 2}", "{1: 1, 2: 2}", "b'xx'"]
PARAMETERS = {"W1": np.ones((2, 3))}


@pytest.fixture(scope="module")
def sandbox():
    sandbox = Sandbox()
    yield sandbox
    sandbox.close()


def start_at_zero(sandbox, source):
    """Check a function for the memory of an optimizer, as a test cell does."""
    with sandbox.candidate() as line, line.lasting(30) as peer:
        peer.request("run", source)
        function = peer.request("look_up", ["answer"])["answer"]
        with notebook_names(NotebookNames(Shared(peer, {}, {}))):
            optimizer_memory.starts_at_zero(function, PARAMETERS)


@pytest.mark.parametrize("lie", LIES)
def test_what_is_no_answer_to_each_call_ends_the_candidate(sandbox, lie):
    with pytest.raises(CandidateLost, match="did not answer each call"):
        start_at_zero(sandbox, PATCHED.format(lie))


def test_what_a_function_brings_along_is_not_asked(sandbox):
    with pytest.raises(checks.messages.CheckFailed, match="is not zero"):
        start_at_zero(sandbox, BRINGS_ITS_OWN)
    names = {}
    exec(BRINGS_ITS_OWN, names)
    with pytest.raises(checks.messages.CheckFailed, match="is not zero"):  # nor by Validate
        optimizer_memory.starts_at_zero(names["answer"], PARAMETERS)


def test_items_of_an_object_come_as_a_list_or_not_at_all(sandbox):
    source = (
        PATCHED.replace("repeat", "iterate").format("'abc'")
        + "import collections\nthings = collections.UserDict()"
    )
    lost = pytest.raises(CandidateLost, match="did not answer with items")
    with lost, sandbox.candidate() as line, line.lasting(30) as peer:
        peer.request("run", source)
        list(peer.request("look_up", ["things"])["things"])
