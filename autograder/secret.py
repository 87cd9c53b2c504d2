"""The course's secret. All that checks draw follows from it, so the same notebook gets the same grade."""

import os
import secrets
from pathlib import Path

FILE = "gradebook.secret"  # beside the gradebook; with both, every grading can be repeated to the bit
DIGITS = 64  # hexadecimal


class SecretDamaged(Exception):
    """The file does not hold a secret; the message says what to do."""


def secret_in(folder: Path) -> bytes:
    """Return the secret of the course in a folder; it is made when it is first asked for."""
    path = folder / FILE
    if not path.exists():
        make(path)
    text = path.read_text(encoding="ascii", errors="replace").strip()
    try:
        if len(text) != DIGITS:
            raise ValueError
        return bytes.fromhex(text)
    except ValueError:
        raise SecretDamaged(
            f"{path} is damaged: restore it from a backup, or remove it; "
            "without it, the checks of all submissions will draw different numbers from now on."
        ) from None


def make(path: Path) -> None:
    """Write a new secret, completely or not at all; if another process is faster, its secret counts."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_hex(DIGITS // 2) + "\n")
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
