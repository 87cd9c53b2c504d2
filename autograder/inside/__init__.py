"""What runs beside the student's code, confined: of all packages here it imports `wire` alone."""
