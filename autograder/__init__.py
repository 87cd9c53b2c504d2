"""What instructors run: release assignments, grade submissions, write feedback."""

import sys

# jsonschema, which nbformat checks notebooks with, builds a grammar of web addresses when it is imported:
# two seconds in every process that grades, for a format that no notebook uses. It does without if it must.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]  # None: there is no such module
