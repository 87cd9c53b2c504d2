"""Files that a school's system and the course exchange: the roster, grades, and what was handed in there."""
