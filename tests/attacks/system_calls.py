"""Makes the system calls that no notebook needs, from reading the kernel's log to loading a module."""

import ctypes
import errno
import platform

CALLS = """
syslog 103 116, adjtimex 159 171, clock_adjtime 305 266, clock_settime 227 112, settimeofday 164 170,
mq_open 240 180, mq_unlink 241 181, modify_ldt 154 -, mlock 149 228, mlock2 325 284, mlockall 151 230,
munlockall 152 231, mbind 237 235, set_mempolicy 238 237, migrate_pages 256 238, move_pages 279 239,
landlock_create_ruleset 444 444, landlock_add_rule 445 445, landlock_restrict_self 446 446,
memfd_create 319 279, memfd_secret 447 447, execveat 322 281, fsopen 430 430, fspick 433 433,
fsmount 432 432, open_tree 428 428, move_mount 429 429, mount_setattr 442 442, mount 165 40,
umount2 166 39, pivot_root 155 41, chroot 161 51, swapon 167 224, swapoff 168 225, quotactl 179 60,
init_module 175 105, finit_module 313 273, delete_module 176 106, kexec_load 246 104,
kexec_file_load 320 294, unshare 272 97, setns 308 268, bpf 321 280, perf_event_open 298 241,
userfaultfd 323 282, keyctl 250 219, add_key 248 217, request_key 249 218, ptrace 101 117,
process_vm_readv 310 270, process_vm_writev 311 271, kcmp 312 272, pidfd_getfd 438 438,
process_madvise 440 440, process_mrelease 448 448, io_uring_setup 425 425, io_uring_enter 426 426,
io_uring_register 427 427, io_setup 206 0, io_destroy 207 1, seccomp 317 277, personality 135 92,
iopl 172 -, ioperm 173 -, open_by_handle_at 304 265, name_to_handle_at 303 264, lookup_dcookie 212 18,
semget 64 190, semctl 66 191, shmget 29 194, shmctl 31 195, msgget 68 186, msgctl 71 187,
inotify_init1 294 26, fanotify_init 300 262, signalfd4 289 74, timerfd_create 283 85, vmsplice 278 75,
splice 275 76, tee 276 77, sync 162 81, syncfs 306 267, readahead 187 213, mincore 27 232,
sched_setaffinity 203 122, sched_setattr 314 274, setpriority 141 140, ioprio_set 251 30,
ioprio_get 252 31, setuid 105 146, setgid 106 144, setreuid 113 145, setresuid 117 147, setgroups 116 159,
setfsuid 122 151, capset 126 91, rt_sigqueueinfo 129 138, rt_tgsigqueueinfo 297 240,
get_robust_list 274 100, remap_file_pages 216 234, membarrier 324 283, pkey_alloc 330 289, mknodat 259 33,
fchmod 91 52, fchmodat 268 53, fchown 93 55, utimensat 280 88, setxattr 188 5, fsetxattr 190 7,
nfsservctl 180 42, uselib 134 -, ustat 136 -, sysfs 139 -, _sysctl 156 -, setrlimit 160 164, socket 41 198,
bind 49 200, listen 50 201, connect 42 203, accept 43 202, accept4 288 242, sendmsg 46 211, recvmsg 47 212,
sendmmsg 307 269, recvmmsg 299 243, setsockopt 54 208, openat2 437 437, futex_waitv 449 449,
clone3 435 435, flock 73 32
"""
libc = ctypes.CDLL(None, use_errno=True)
column = {"x86_64": 1, "aarch64": 2}[platform.machine()]
for entry in (entry.split() for entry in CALLS.split(",")):
    if entry[column] == "-":
        continue
    for arguments in ([0] * 6, [-1] * 6, [1] * 6):
        ctypes.set_errno(0)
        result = libc.syscall(int(entry[column]), *map(ctypes.c_long, arguments))
        if result == 0 and entry[0] == "clone3":
            raise SystemExit
        if result != -1 or ctypes.get_errno() not in (errno.EPERM, errno.ENOSYS):  # it was listened to
            print(KNOWN["success"], entry[0], arguments[0], ctypes.get_errno())
SUBREAPER, PARENT_ENDS, DUMPABLE, TIMER_SLACK, SPECULATION = 36, 1, 4, 29, 53
for option in (SUBREAPER, PARENT_ENDS, DUMPABLE, TIMER_SLACK, SPECULATION):
    if libc.prctl(option, 0, 0, 0, 0) == 0:
        print(KNOWN["success"], "prctl", option)
