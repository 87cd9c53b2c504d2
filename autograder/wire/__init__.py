"""The line between examiner and candidate, on both sides of the wall: data and calls, nothing else."""
