"""Makes device nodes in its own folder: memory, zeros, loop devices, a disk, a terminal."""

import os
import stat

DEVICES = [(stat.S_IFCHR, 1, 1), (stat.S_IFCHR, 1, 5), (stat.S_IFCHR, 1, 11), (stat.S_IFCHR, 5, 0)]
DEVICES += [(stat.S_IFBLK, 7, 0), (stat.S_IFBLK, 8, 0), (stat.S_IFBLK, 254, 0), (stat.S_IFCHR, 0, 0)]
folder = os.open(".", os.O_RDONLY)
for number, (kind, major, minor) in enumerate(DEVICES):
    for name, where in ((f"there-{number}", folder), (f"here-{number}", None)):
        try:
            os.mknod(name, kind | 0o666, os.makedev(major, minor), dir_fd=where)
            print(KNOWN["success"])
            os.read(os.open(name, os.O_RDONLY), 4)
        except OSError as error:
            print(error.strerror)
