"""Raises its own limits, and gives itself rights that it should not have."""

import ctypes
import resource

for name in ["DATA", "FSIZE", "NOFILE", "CPU", "CORE"]:
    number = getattr(resource, f"RLIMIT_{name}")
    try:
        soft, hard = resource.getrlimit(number)
        resource.setrlimit(number, (soft + 1, hard + 1))
        print(KNOWN["success"])
    except (OSError, ValueError) as error:
        print(error)
libc = ctypes.CDLL(None)
for result in (libc.unshare(0x10000000), libc.mount(b"none", b".", b"tmpfs", 0, None)):
    print(KNOWN["success"] if result == 0 else "refused")
