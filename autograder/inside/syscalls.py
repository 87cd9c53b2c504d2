"""Inside the sandbox: what a submission may ask of the kernel. All that is not listed here is refused.

The list is what the notebooks, their libraries and small programs were seen to use, and the neighbours of
these calls. The kernel itself looks at each call (seccomp), in a fraction of a microsecond.
"""

import ctypes
import errno
import platform
import struct
from collections.abc import Iterable

# Names, with their numbers on x86_64 and on aarch64.
ALLOWED = """
read 0 63, write 1 64, readv 19 65, writev 20 66, pread64 17 67, pwrite64 18 68, preadv 295 69,
pwritev 296 70, preadv2 327 286, pwritev2 328 287, open 2 -, openat 257 56, creat 85 -, close 3 57,
close_range 436 436, lseek 8 62, stat 4 -, lstat 6 -, fstat 5 80, newfstatat 262 79, statx 332 291,
statfs 137 43, fstatfs 138 44, access 21 -, faccessat 269 48, faccessat2 439 439, getdents 78 -,
getdents64 217 61, getcwd 79 17, chdir 80 49, fchdir 81 50, mkdir 83 -, mkdirat 258 34, rmdir 84 -,
unlink 87 -, unlinkat 263 35, rename 82 -, renameat 264 38, renameat2 316 276, link 86 -, linkat 265 37,
symlink 88 -, symlinkat 266 36, readlink 89 -, readlinkat 267 78, truncate 76 45, ftruncate 77 46,
fallocate 285 47, fsync 74 82, fdatasync 75 83, fadvise64 221 223, sendfile 40 71, copy_file_range 326 285,
umask 95 166, getxattr 191 8, lgetxattr 192 9, fgetxattr 193 10, listxattr 194 11, llistxattr 195 12,
flistxattr 196 13,
dup 32 23, dup2 33 -, dup3 292 24, pipe 22 -, pipe2 293 59, poll 7 -, ppoll 271 73, select 23 -,
pselect6 270 72, epoll_create 213 -, epoll_create1 291 20, epoll_ctl 233 21, epoll_wait 232 -,
epoll_pwait 281 22, epoll_pwait2 441 441, eventfd 284 -, eventfd2 290 19, recvfrom 45 207, shutdown 48 210,
getsockname 51 204, getpeername 52 205, getsockopt 55 209,
brk 12 214, mmap 9 222, munmap 11 215, mremap 25 216, mprotect 10 226, madvise 28 233, msync 26 227,
fork 57 -, vfork 58 -, execve 59 221, exit 60 93, exit_group 231 94, wait4 61 260, waitid 247 95,
getpid 39 172, getppid 110 173, gettid 186 178, getpgid 121 155, getpgrp 111 -, getsid 124 156,
setpgid 109 154, setsid 112 157, getuid 102 174, geteuid 107 175, getgid 104 176, getegid 108 177,
getresuid 118 148, getresgid 120 150, getgroups 115 158, getrlimit 97 163, getrusage 98 165,
getpriority 140 141, sched_yield 24 124, sched_getaffinity 204 123, sched_getparam 143 121,
sched_getscheduler 145 120, sched_getattr 315 275, sched_get_priority_max 146 125,
sched_get_priority_min 147 126, sched_rr_get_interval 148 127, getcpu 309 168, set_tid_address 218 96,
set_robust_list 273 99, rseq 334 293, futex 202 98, arch_prctl 158 -,
kill 62 129, tkill 200 130, tgkill 234 131, pidfd_open 434 434, pidfd_send_signal 424 424, pause 34 -,
restart_syscall 219 128, rt_sigaction 13 134, rt_sigpending 127 136, rt_sigprocmask 14 135,
rt_sigreturn 15 139, rt_sigsuspend 130 133, rt_sigtimedwait 128 137, sigaltstack 131 132,
alarm 37 -, setitimer 38 103, getitimer 36 102, timer_create 222 107, timer_settime 223 110,
timer_gettime 224 108, timer_getoverrun 225 109, timer_delete 226 111, time 201 -, gettimeofday 96 169,
times 100 153, clock_gettime 228 113, clock_getres 229 114, clock_nanosleep 230 115, nanosleep 35 101,
getrandom 318 278, sysinfo 99 179, uname 63 160
"""
BY_ARGUMENT = """
clone 56 220, fcntl 72 25, ioctl 16 29, prctl 157 167, prlimit64 302 261, sendto 44 206, socketpair 53 199
"""
FLOCK = "flock 73 32"
RECENT = 424  # from here on, calls are so new that libraries ask whether they are there

FCNTL = [0, 1, 2, 3, 1030, 1032]  # F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC, F_GETPIPE_SZ
F_SETFL, O_ASYNC = 4, 0x2000
# TCGETS, TIOCGPGRP, TIOCGWINSZ, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX
IOCTL = [0x5401, 0x540F, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451]
PRCTL = [3, 15, 16, 23, 0x53564D41]  # GET_DUMPABLE, SET_NAME, GET_NAME, CAPBSET_READ, SET_VMA
CLONE_REFUSED = 0x7E020000 | 0x8000 | 0x2000  # CLONE_NEW…: name spaces; CLONE_PARENT, CLONE_PTRACE
AF_UNIX, SOCK_STREAM, SOCK_FLAGS = 1, 1, 0x80800  # SOCK_NONBLOCK, SOCK_CLOEXEC

LOAD, AND = 0x20, 0x54  # instructions of the kernel's small machine, which has one register
JUMP, IF_EQUAL, IF_AT_LEAST, IF_BITS = 0x05, 0x15, 0x35, 0x45
RETURN = 0x06
ALLOW, REFUSE = 0x7FFF0000, 0x00050000  # REFUSE is combined with an error number
NUMBER, ARCHITECTURE, ARGUMENTS = 0, 4, 16  # offsets of what it reads

MACHINES = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}  # AUDIT_ARCH_…, column in the list
PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 22, 2
PR_CAPBSET_DROP, PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL = 24, 47, 4
CAPABILITY_VERSION = 0x20080522

Instructions = list[tuple[int, int, int, int]]  # what to do, jump if so, jump if not, operand


def refuse(error: int) -> Instructions:
    """Return instructions that end a program by letting the call fail with this error."""
    return [(RETURN, 0, 0, REFUSE | error)]


PERMIT = [(RETURN, 0, 0, ALLOW)]


def load(argument: int, upper: bool = False) -> Instructions:
    """Return instructions that load half of an argument: the lower one by default."""
    return [(LOAD, 0, 0, ARGUMENTS + 8 * argument + 4 * upper)]


def when(test: int, operand: int, then: Instructions) -> Instructions:
    """Return instructions that run `then` and end if a comparison holds, and continue if it does not."""
    return [(test, 0, len(then), operand), *then]


def unless(test: int, operand: int, then: Instructions) -> Instructions:
    """Return instructions that run `then` and end if a comparison fails, and continue if it holds."""
    return [(test, len(then), 0, operand), *then]


def one_of(argument: int, values: Iterable[int], error: int) -> Instructions:
    """Return instructions that permit a call only with one of these values of an argument."""
    tests = [step for value in values for step in when(IF_EQUAL, value, PERMIT)]
    return [*load(argument), *tests, *refuse(error)]


def null(argument: int, error: int) -> Instructions:
    """Return instructions that refuse a call whose argument is not a null pointer."""
    no = refuse(error)
    return [
        *load(argument),
        *unless(IF_EQUAL, 0, no),
        *load(argument, upper=True),
        *unless(IF_EQUAL, 0, no),
    ]


def by_argument() -> dict[str, Instructions]:
    """Return instructions for the calls that are harmless with some arguments only."""
    no = refuse(errno.EPERM)
    return {
        "clone": [*load(0), *when(IF_BITS, CLONE_REFUSED, no), *PERMIT],
        # No signals to others. No locks or leases: even on a file that may only be read, they stall others.
        "fcntl": [
            *load(1),
            *when(IF_EQUAL, F_SETFL, [*load(2), *when(IF_BITS, O_ASYNC, no), *PERMIT]),
            *one_of(1, FCNTL, errno.EPERM),
        ],
        "ioctl": one_of(1, IOCTL, errno.ENOTTY),
        "prctl": one_of(0, PRCTL, errno.EPERM),
        # A process may read its own limits, but not set them, and not read those of others.
        "prlimit64": [*load(0), *unless(IF_EQUAL, 0, no), *null(2, errno.EPERM), *PERMIT],
        "sendto": [*null(4, errno.EPERM), *PERMIT],
        "socketpair": [
            *load(0),
            *unless(IF_EQUAL, AF_UNIX, no),
            *load(1),
            (AND, 0, 0, 0xFFFFFFFF & ~SOCK_FLAGS),
            *unless(IF_EQUAL, SOCK_STREAM, no),
            *PERMIT,
        ],
    }


def numbers(listed: str, column: int) -> dict[int, str]:
    """Return the calls of a list by their numbers on this machine."""
    entries = [entry.split() for entry in listed.split(",")]
    return {int(entry[1 + column]): entry[0] for entry in entries if entry[1 + column] != "-"}


def search(ranges: list[tuple[int, Instructions]]) -> Instructions:
    """Return instructions that find the range of a call's number by halving, and do what is given for it.

    Arguments:
        ranges: where each begins, in order, and what to do
    """
    if len(ranges) == 1:
        return ranges[0][1]
    middle = len(ranges) // 2
    below, above = search(ranges[:middle]), search(ranges[middle:])
    return [(IF_AT_LEAST, 0, 1, ranges[middle][0]), (JUMP, 0, 0, len(below)), *below, *above]


def program(machine: str) -> Instructions:
    """Return the whole filter, which decides what becomes of each system call."""
    architecture, column = MACHINES[machine]
    decisions = dict.fromkeys(numbers(ALLOWED, column), PERMIT)
    conditions = by_argument()
    decisions |= {number: conditions[name] for number, name in numbers(BY_ARGUMENT, column).items()}
    # HDF5 takes this error to mean that there are no locks here, and works without them.
    decisions |= dict.fromkeys(numbers(FLOCK, column), refuse(errno.ENOSYS))
    ranges: list[tuple[int, Instructions]] = []
    for number in range(max(*decisions, RECENT) + 2):
        decision = decisions.get(number, refuse(errno.ENOSYS if number >= RECENT else errno.EPERM))
        if not ranges or decision != ranges[-1][1]:
            ranges.append((number, decision))
    other = refuse(errno.ENOSYS)  # for 32-bit programs, whose numbers mean other calls
    start = [(LOAD, 0, 0, ARCHITECTURE), *unless(IF_EQUAL, architecture, other), (LOAD, 0, 0, NUMBER)]
    return [*start, *search(ranges)]


class Program(ctypes.Structure):
    """`struct sock_fprog` of the kernel."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def compiled() -> bytes:
    """Return the filter as the kernel takes it."""
    return b"".join(struct.pack("HBBI", *step) for step in program(platform.machine()))


def restrict(code: bytes) -> None:
    """Let the kernel refuse what is not allowed, to this process and its children, for good."""
    filter_ = Program(len(code) // 8, code)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(filter_), 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "cannot restrict the system calls of a submission")


def drop_capabilities() -> None:
    """Give up what the kernel lets root do: from now on, root is a user like any other."""
    libc = ctypes.CDLL(None, use_errno=True)
    capability = 0
    while libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) == 0:  # fails for an ordinary user, who has none
        capability += 1
    libc.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0)
    header, nothing = struct.pack("Ii", CAPABILITY_VERSION, 0), bytes(24)
    if libc.capset(header, nothing) != 0:
        raise OSError(ctypes.get_errno(), "cannot give up the capabilities of root")
