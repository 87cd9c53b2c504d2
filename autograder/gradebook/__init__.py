"""nbgrader's gradebook: opened, told of assignments, asked for scores and for what lateness costs."""
