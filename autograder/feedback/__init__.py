"""Pages of feedback: one for each graded notebook, and one that sums up a student's week."""
