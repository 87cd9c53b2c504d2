"""What instructors run: release assignments, grade submissions, write feedback."""

import sys

# When jsonschema is imported, with which nbformat validates notebooks, it builds a grammar of web addresses.
# This takes two seconds in every process that grades, for a format that no notebook uses. It is optional.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]  # None: there is no such module
