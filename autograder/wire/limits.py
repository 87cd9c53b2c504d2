"""How much may cross between examiner and candidate at once."""

MAX_MESSAGE = 64 * 2**20  # bytes, most of them entries of arrays
MAX_TREE = 4 * 2**20  # bytes of everything else, which may take a hundred times as much when unpacked
MAX_IN_COLUMNS = 2**20  # values of one message that cross in columns, where some bytes may become an object
MAX_COLUMNS = 1000
MAX_UNPACKING = 5  # seconds of processor time for one message; the largest ones take a second or two
MAX_RANGE = 2**20  # numbers of one range, which takes no room itself, but what is made of it does
MAX_REFERENCES = 10_000
MAX_NESTING = 40  # lists within lists
MAX_INT_DIGITS = 4000
MAX_YIELDED = 64 * 2**20  # bytes that iterators of one check yield, as many as one list may have
MAX_FILES = 1000  # that a check and a student's code have in common
MAX_FILE_BYTES = 32 * 2**20  # of all these
MAX_PATH = 200  # characters of the path of such a file
MAX_DEPTH = 10  # folders in it
MAX_PRINTED = 100_000  # characters that calls of one check print, as far as the check sees them
