"""Makes and removes files so fast that whoever counts them trips over one that is gone."""

import os
import time

end = time.monotonic() + 1.7
while time.monotonic() < end:
    for number in range(50):
        os.makedirs(f"folder-{number}/inner", exist_ok=True)
    for number in range(50):
        os.removedirs(f"folder-{number}/inner")
        os.chdir(os.environ["HOME"])
