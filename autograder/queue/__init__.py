"""Grading on several machines: a queue of submissions on a broker, and the workers that take from it."""
