"""Leaves traces wherever the next submission might find them: modules, folders, memory, pipes."""

import multiprocessing.shared_memory
import os
import sys

import numpy as np

np.random.default_rng = np.random.standard_normal = lambda *arguments, **options: 0
sys.modules["numpy"].zeros = lambda shape: 1
for attempt in (
    lambda: multiprocessing.shared_memory.SharedMemory("neighbour", create=True, size=100),
    lambda: open(os.path.join("..", "candidate-2", "numpy.py"), "w"),
    lambda: open(os.path.join("..", "to-2"), "w"),
    lambda: os.open("..", os.O_RDONLY),
    lambda: os.mkdir(os.path.join("..", "__pycache__")),
    lambda: os.remove(os.path.join("..", "from-1")),
):
    try:
        print(attempt(), KNOWN["success"])
    except OSError as error:
        print(error.strerror)
