"""A small course of another subject: twelve exercises about texts, tables, plots and classes.

Each has an answer, a wrong one, and a test as one would write it for nbgrader, in plain Python.
"""

from dataclasses import dataclass

IMPORTS = """%matplotlib inline
import random
import warnings
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd"""
DATA = {"cities.csv": "city,land,people\nKassel,D,202\nBonn,D,336\nGraz,A,292\nBern,CH,134\n"}
MODULES = {"closeness.py": "def nearly(a, b):\n    return abs(a - b) < 1e-9\n"}


@dataclass(frozen=True)
class Exercise:
    """One exercise: what a student writes, well or badly, and how it is tested."""

    name: str
    right: str
    wrong: str
    test: str
    points: int = 2


EXERCISES = [
    Exercise(
        "count_words",
        'def count_words(text):\n    return Counter(text.lower().replace(".", "").split())',
        "def count_words(text):\n    return Counter(text.split())",
        """counted = count_words("The cat. The dog.")
assert isinstance(counted, Counter) and counted["the"] == 2, "upper and lower case are one word"
assert counted.most_common(1) == [("the", 2)] and counted["mouse"] == 0""",
    ),
    Exercise(
        "due",
        "def due(day, weeks):\n    return date.fromisoformat(day) + timedelta(weeks=weeks)",
        "def due(day, weeks):\n    return str(date.fromisoformat(day) + timedelta(weeks=weeks))",
        """assert due("2024-02-20", 2) == date(2024, 3, 5)
assert due("2024-02-20", 0).weekday() == 1""",
    ),
    Exercise(
        "total",
        'def total(prices):\n    return sum(map(Decimal, prices)).quantize(Decimal("0.01"))',
        "def total(prices):\n    return round(sum(map(float, prices)), 2)",
        """assert total(["0.10", "0.20"]) == Decimal("0.30") and str(total(["1.1", "1"])) == "2.10\"""",
    ),
    Exercise(
        "Account",
        """class Overdrawn(Exception):
    pass

class Account:
    def __init__(self, balance=0):
        self.balance = balance
    def withdraw(self, amount):
        if amount > self.balance:
            raise Overdrawn(f"{amount} is more than {self.balance}")
        self.balance -= amount
        return self""",
        """class Overdrawn(Exception):
    pass

class Account:
    def __init__(self, balance=0):
        self.balance = balance
    def withdraw(self, amount):
        self.balance -= amount
        return self""",
        """account = Account(10)
assert account.withdraw(3) is account and account.balance == 7
try:
    account.withdraw(8)
except Overdrawn as error:
    assert "8" in str(error) and account.balance == 7
else:
    raise AssertionError("8 is more than there is")""",
        3,
    ),
    Exercise(
        "Stack",
        """class Stack:
    def __init__(self, items=()):
        self.items = list(items)
    def push(self, item):
        self.items.append(item)
    def pop(self):
        return self.items.pop()
    def __len__(self):
        return len(self.items)
    def __iter__(self):
        return reversed(self.items)
    def __eq__(self, other):
        return self.items == other.items""",
        """class Stack(list):
    def push(self, item):
        self.insert(0, item)
    def pop(self):
        return super().pop()""",
        """stack = Stack()
for item in "abc":
    stack.push(item)
assert len(stack) == 3 and list(stack) == ["c", "b", "a"]
assert stack.pop() == "c" and len(stack) == 2 and stack.items == ["a", "b"]""",
        3,
    ),
    Exercise(
        "fibonacci",
        "def fibonacci():\n    a, b = 0, 1\n    while True:\n        yield a\n        a, b = b, a + b",
        "def fibonacci():\n    a, b = 1, 1\n    while True:\n        yield a\n        a, b = b, a + b",
        "numbers = fibonacci()\nassert [next(numbers) for _ in range(8)] == [0, 1, 1, 2, 3, 5, 8, 13]",
    ),
    Exercise(
        "cities",
        'cities = pd.read_csv("cities.csv").sort_values("people").reset_index(drop=True)',
        'cities = pd.read_csv("cities.csv").sort_values("people")',
        """expected = pd.read_csv("cities.csv").sort_values("people", ignore_index=True)
pd.testing.assert_frame_equal(cities, expected)""",
    ),
    Exercise(
        "people_by_land",
        'def people_by_land(frame):\n    return frame.groupby("land")["people"].sum()',
        'def people_by_land(frame):\n    return frame.groupby("land")["people"].mean()',
        """from closeness import nearly
found = people_by_land(pd.DataFrame({"land": ["D", "A", "D"], "people": [1, 2, 4]}))
assert isinstance(found, pd.Series) and found.index.tolist() == ["A", "D"] and nearly(found["D"], 5)""",
    ),
    Exercise(
        "plot_cities",
        """def plot_cities(frame):
    figure, axes = plt.subplots()
    axes.bar(frame["city"], frame["people"])
    axes.set_ylabel("people")
    return axes""",
        """def plot_cities(frame):
    figure, axes = plt.subplots()
    axes.plot(frame["city"], frame["people"])
    axes.set_ylabel("people")
    return axes""",
        """axes = plot_cities(pd.DataFrame({"city": ["X", "Y"], "people": [3, 4]}))
assert axes.get_ylabel() == "people", "label the axis"
assert [bar.get_height() for bar in axes.patches] == [3, 4], "draw a bar for each city\"""",
    ),
    Exercise(
        "print_table",
        'def print_table(frame):\n    for row in frame.itertuples():\n        print(f"{row.city:>8}")',
        'def print_table(frame):\n    return "\\n".join(frame["city"])',
        """import contextlib, io
with contextlib.redirect_stdout(io.StringIO()) as printed:
    print_table(pd.DataFrame({"city": ["Bonn", "Kassel"]}))
assert printed.getvalue() == "    Bonn\\n  Kassel\\n\"""",
    ),
    Exercise(
        "save",
        'def save(lines, path):\n    Path(path).write_text("".join(f"{line}\\n" for line in lines))',
        'def save(lines, path):\n    Path(path).write_text("\\n".join(lines))',
        'save(["a", "b"], "saved.txt")\nassert Path("saved.txt").read_text() == "a\\nb\\n"',
    ),
    Exercise(
        "throw",
        """def throw(times):
    if times > 100:
        warnings.warn("that takes long")
    return [random.randint(1, 6) for _ in range(times)]""",
        "def throw(times):\n    return [random.randint(1, 5) for _ in range(times)]",
        """random.seed(4)
thrown = throw(9)
random.seed(4)
assert thrown == [random.randint(1, 6) for _ in range(9)]
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    throw(101)
assert len(caught) == 1""",
    ),
]
