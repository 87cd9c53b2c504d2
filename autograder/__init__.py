"""What instructors run: release assignments, grade submissions, write feedback."""
