"""Prints ten million lines, and shows thousands of pictures and texts."""

from IPython.display import display

for _ in range(2000):
    display({"text/plain": "x" * 1000, "text/html": "<b>" * 1000}, raw=True)
for number in range(10**7):
    print(number)
