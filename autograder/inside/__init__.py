"""What runs beside the student's code, confined: of all packages it imports `wire` and `modules` alone."""
