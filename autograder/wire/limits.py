"""How much may cross between examiner and candidate at once."""

MAX_MESSAGE = 64 * 2**20  # bytes, most of them entries of arrays
MAX_TREE = 4 * 2**20  # bytes of everything else, which may take a hundred times as much when unpacked
MAX_IN_COLUMNS = 2**20  # values of one message that cross in columns, where some bytes may become an object
MAX_KEYS = 1000  # of one dict or set, as keys that collide take time quadratic in their number
MAX_REFERENCES = 10_000
MAX_NESTING = 40  # lists within lists
MAX_INT_DIGITS = 4000
MAX_YIELDED = 64 * 2**20  # bytes that iterators of one check yield, as many as one list may have
MAX_PRINTED = 100_000  # characters that calls of one check print, as far as the check sees them
