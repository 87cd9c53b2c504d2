"""Makes system calls by the numbers of other architectures: of 32-bit programs, and of x32."""

import ctypes
import mmap
import os
import platform

libc = ctypes.CDLL(None, use_errno=True)
X32 = 0x40000000
if platform.machine() == "x86_64":
    for number in (39, 41, 512, 520, 545):  # getpid, socket, rt_sigaction, execve, execveat
        if libc.syscall(X32 | number, 1, 1, 0, 0, 0, 0) >= 0 or ctypes.get_errno() not in (1, 38):
            print(KNOWN["success"])
    # mov eax, NUMBER; mov ebx, A; mov ecx, B; mov edx, 0; int 0x80; ret
    for number, *arguments in ((20, 0, 0), (359, 2, 1), (359, 1, 1), (5, 0, 0), (102, 1, 0)):
        code = b"\x53\xb8" + number.to_bytes(4, "little")
        code += b"\xbb" + arguments[0].to_bytes(4, "little") + b"\xb9" + arguments[1].to_bytes(4, "little")
        code += b"\xba" + bytes(4) + b"\xcd\x80\x5b\xc3"
        page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
        page.write(code)
        child = os.fork()
        if child == 0:  # it may end for that
            answer = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))()
            os._exit(0 if answer in (-1, -38) else 9)
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9:
            print(KNOWN["success"], number)
