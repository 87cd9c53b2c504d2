"""PyTorch's tensors, on the wire and in tests of another course. Skipped where it is not installed."""

import nbformat
import pytest
from any_course.test_styles import cell

from autograder.grading.examiner import Examiner
from autograder.outcomes import Outcome
from autograder.sandbox.sandbox import Sandbox
from autograder.submission.cells import imports_of
from autograder.wire.codec import Codec
from autograder.wire.errors import WireError
from autograder.wire.kinds import merged
from autograder.wire.references import Reference

torch = pytest.importorskip("torch", reason="no part of this course: `pip install torch`")


def crossed(value):
    return Codec().loads(Codec().dumps(value))


VALUES = {
    "matrix": torch.arange(6.0).reshape(2, 3),
    "turned": torch.arange(6).reshape(2, 3).T,
    "number": torch.tensor(3.0, dtype=torch.float64),
    "empty": torch.empty(0, 2),
    "truth": torch.tensor([True, False]),
    "bfloat16": torch.tensor([1.0, 3e38], dtype=torch.bfloat16),
    "conjugate": torch.tensor([1 + 2j]).conj(),
    "gathers": torch.ones(2, requires_grad=True),
    "result": torch.ones(2, requires_grad=True) * 2,
    "parameter": torch.nn.Parameter(torch.ones(3)),
}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_there_and_back_it_is_the_same(value):
    made = crossed(value)
    assert type(made) is type(value) and (made.dtype, made.shape) == (value.dtype, value.shape)
    assert torch.equal(made, value) and made.requires_grad == value.requires_grad
    assert made.is_leaf and made.is_contiguous()


def test_gradients_cross_and_a_tensor_that_comes_twice_is_one():
    weights = torch.tensor([1.0, 2.0], requires_grad=True)
    (weights**2).sum().backward()
    one, other = crossed([weights, weights])
    assert one is other and one.grad.tolist() == [2, 4]


def test_dtypes_and_devices_are_the_same_on_both_sides():
    sent = [torch.float32, torch.bfloat16, torch.device("cpu")]
    assert crossed(sent) == sent


@pytest.mark.parametrize("name", [b"torch.loading", b"os.environ.xx"])
def test_no_name_leads_to_anything_but_a_dtype(name):
    message = Codec().dumps(torch.float32)
    assert len(name) == len(b"torch.float32") and b"torch.float32" in message
    with pytest.raises(WireError):
        Codec().loads(message.replace(b"torch.float32", name))


def test_what_has_no_entries_that_numpy_knows_is_an_object():
    for value in (torch.eye(2).to_sparse(), torch.empty(2, device="meta")):
        assert isinstance(crossed(value), Reference)


def test_what_was_changed_there_is_changed_here_and_nothing_else_is():
    mine = torch.zeros(2, requires_grad=True)
    made = (mine * mine).sum()
    assert merged(mine, torch.zeros(2, requires_grad=True)) is mine
    made.backward()  # it would fail after a change in place
    theirs = torch.ones(2, requires_grad=True)
    theirs.sum().backward()
    assert merged(mine, theirs) is mine
    assert mine.tolist() == [1, 1] and mine.grad.tolist() == [1, 1]
    other = torch.zeros(3)
    assert merged(mine, other) is other


ANSWERS = """
def make(): return torch.arange(6.).reshape(2, 3)
def take(x): return x.shape == (2, 3)
def step(w, x):
    loss = ((w * x) ** 2).sum()
    loss.backward()
    with torch.no_grad():
        w -= 0.1 * w.grad
    return loss
def zeros(dtype): return torch.zeros(2, dtype=dtype)
def draw(): return torch.rand(2).tolist()
def model(): return torch.nn.Linear(2, 1)
v = make()
"""
TESTS = {
    "argument": "assert take(torch.zeros(2, 3))",
    "result": "assert torch.equal(make(), torch.arange(6.).reshape(2, 3))",
    "variable": "assert v.sum().item() == 15",
    "attribute": "assert tuple(v.shape) == (2, 3) and v.dtype == torch.float32",
    "method": "assert (v + 1).mean(0).tolist() == [2.5, 3.5, 4.5]",
    "comparison": "assert torch.allclose(v, make()) and (v == make()).all()",
    "isinstance": "assert isinstance(v, torch.Tensor) and torch.is_tensor(v)",
    "item": "assert v[1, 2] == 5 and v[:, 0].tolist() == [0, 3]",
    "step": "w = torch.ones(2, requires_grad=True)\nloss = step(w, torch.tensor([1., 2.]))\n"
    "assert loss.item() == 5 and w.grad.tolist() == [2, 8]\n"
    "assert torch.allclose(w, torch.tensor([.8, .2]))",
    "dtype": "assert zeros(torch.float64).dtype is torch.float64",
    "seeded": "torch.manual_seed(3)\nx = [draw(), torch.rand(1).item(), draw()]\ntorch.manual_seed(3)\n"
    "assert x == [torch.rand(2).tolist(), torch.rand(1).item(), torch.rand(2).tolist()]",
    "model": "m = model()\nassert m.in_features == 2 and m.weight.shape == (1, 2)\n"
    "assert m(torch.zeros(3, 2)).shape == (3, 1) and len(list(m.parameters())) == 2",
    "wrong": "assert v.sum().item() == 16",
}


@pytest.mark.slow
@pytest.mark.parametrize("objects", [False, True])
def test_tests_use_tensors_as_they_are_used_to(objects):
    cells = [nbformat.v4.new_code_cell("import torch"), cell(ANSWERS, "answers", solution=True)]
    cells += [cell(test, name, grade=True, locked=True, points=1) for name, test in TESTS.items()]
    notebook = nbformat.v4.new_notebook(cells=cells)
    sandbox = Sandbox(remote_objects=objects, libraries=["torch"])
    try:
        outcomes = Examiner(sandbox, notebook, imports_of(notebook), b"key").examine()
    finally:
        sandbox.close()
    failed = {name for name, (outcome, _) in outcomes.items() if outcome is not Outcome.PASSED}
    assert failed == ({"wrong"} if objects else {"wrong", "model"}), outcomes
