"""Starts as many threads as it can, with small stacks."""

import threading
import time

threading.stack_size(32 * 1024)
try:
    while True:
        threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
except RuntimeError as error:
    print(error)
