"""Makes name spaces of its own, where it would be root."""

import ctypes
import os
import platform
import struct

libc = ctypes.CDLL(None, use_errno=True)
CLONE = {"x86_64": 56, "aarch64": 220}[platform.machine()]
KINDS = [0x00020000, 0x02000000, 0x04000000, 0x08000000, 0x10000000, 0x20000000, 0x40000000]
SIGCHLD, CLONE3, CLONE_PARENT, CLONE_NEWTIME = 17, 435, 0x8000, 0x80


def tell(child):
    if child == 0:
        os._exit(0)
    if child > 0:
        print(KNOWN["success"])


for kind in [*KINDS, sum(KINDS)]:
    tell(libc.syscall(CLONE, ctypes.c_ulong(kind | SIGCHLD), 0, 0, 0, 0))
    if libc.unshare(kind) == 0:
        print(KNOWN["success"])
for kind in [*KINDS, CLONE_NEWTIME, CLONE_PARENT]:
    tell(libc.syscall(CLONE3, struct.pack("11Q", kind, 0, 0, 0, SIGCHLD, *[0] * 6), 88))
tell(libc.syscall(CLONE, ctypes.c_ulong(CLONE_PARENT | SIGCHLD), 0, 0, 0, 0))  # its parent's, not its own
