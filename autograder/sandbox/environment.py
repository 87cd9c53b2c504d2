"""What a submission finds on this system: environment variables, and files that it may read."""

import sys
from pathlib import Path

import numpy

import autograder
import helpers


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of the warm process, whose folder this is: nothing of the grader's own."""
    own = str(folder)
    return {
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "PYTHONHASHSEED": "0",  # so that sets of texts have the same order in every run
        "HOME": own,
        "TMPDIR": own,
        "MPLCONFIGDIR": own,
        "KERAS_HOME": own,
        "IPYTHONDIR": own,
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "OPENBLAS_NUM_THREADS": "1",  # threads do not survive a fork
        "OMP_NUM_THREADS": "1",
        "HDF5_USE_FILE_LOCKING": "FALSE",  # nobody else writes here, and locks are refused
        "JOBLIB_MULTIPROCESSING": "0",  # otherwise joblib looks for shared memory, and warns
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "TF_ENABLE_ONEDNN_OPTS": "0",
    }


def readable() -> list[str]:
    """Return what a submission may read: Python, libraries, and the course's helpers."""
    course = Path(helpers.__file__).parent
    paths = [
        "/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/fonts", "/etc/localtime",
        "/dev/null", "/dev/urandom", "/dev/random",
        sys.prefix, sys.base_prefix, str(Path(numpy.__file__).parent.parent),
        str(course), str(Path(autograder.__file__).parent),
    ]  # fmt: skip
    return [path for path in dict.fromkeys(paths) if Path(path).exists()]
