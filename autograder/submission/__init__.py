"""What students hand in: found, read, repaired, and given the instructor's test cells back."""
