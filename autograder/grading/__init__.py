"""Notebooks examined, many at a time, and what became of them written down by one writer."""
