"""Where a student's code runs: started, confined, limited and ended from outside."""
