"""Changes permissions, owners, times and attributes of files that it can neither read nor write."""

import ctypes
import os

libc = ctypes.CDLL(None)
for path in [KNOWN["course"], KNOWN["secret"], KNOWN["home"], KNOWN["temporary"]]:
    name = path.encode()
    for result in (
        libc.chmod(name, 0o777),
        libc.fchmodat(-100, name, 0o777, 0),
        libc.syscall(452, -100, name, 0o777, 0),  # fchmodat2
        libc.chown(name, os.getuid(), 12345),
        libc.lchown(name, os.getuid(), 12345),
        libc.utimes(name, None),
        libc.utime(name, None),
        libc.setxattr(name, b"user.owned", b"1", 1, 0),
    ):
        if result == 0:
            print(KNOWN["success"])
