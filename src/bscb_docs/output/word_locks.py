"""Word locks: what Word lays beside a file that somebody has open, so that the file is not replaced beneath them."""

from __future__ import annotations

import contextlib
from pathlib import Path

from bscb_docs.diagnostics.errors import SavingError


def refuse_open(path: Path) -> None:
    """SavingError where a person has the file open in Word; a shared drive would let it be replaced all the same."""
    for lock in (f"~${path.name[start:]}" for start in range(3)):  # Word shortens a long name by up to two letters
        with contextlib.suppress(OSError):
            if path.with_name(lock).exists():
                mend = f"Close it there; if nobody has it open, delete {lock} beside it."
                raise SavingError(f"{path.name} could not be written: somebody has it open in Word. {mend}")
