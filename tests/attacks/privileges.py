"""Uses what the kernel lets root do: to read what nobody may, to become somebody else, to own processes."""

import os
import re

with open("/proc/self/status") as file:
    status = file.read()
sets = ["CapInh", "CapPrm", "CapEff", "CapAmb"] + ["CapBnd"] * (os.geteuid() == 0)
for name in sets:
    if int(re.search(rf"{name}:\s*(\w+)", status)[1], 16):
        print(KNOWN["success"], name)
for action in (
    lambda: os.open("nobody", os.O_RDWR),  # with no permission for anybody
    lambda: os.setuid(12345),
    lambda: os.setgid(12345),
    lambda: os.setgroups([12345]),
    lambda: os.chroot("."),
    lambda: os.setpriority(os.PRIO_PROCESS, 0, -5),
    lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1)),
):
    os.close(os.open("nobody", os.O_CREAT | os.O_WRONLY, 0))
    try:
        action()
        print(KNOWN["success"])
    except OSError as error:
        print(error.strerror)
    os.unlink("nobody")
