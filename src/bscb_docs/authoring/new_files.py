"""New files: new files, all of them or none, and never over one that is there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bscb_docs.diagnostics.errors import SavingError
from bscb_docs.output.atomic_files import write_together


def write_new(contents: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """The paths of the files written; SavingError, with nothing written, where one of them is there already."""
    taken = next((path for path in contents if path.exists()), None)
    if taken:
        raise SavingError(f"{taken} is there already, and nothing was written. Choose another folder or name.")
    for path in contents:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise SavingError(
                f"The folder {path.parent} cannot be made: {fault.strerror}. Choose another one."
            ) from fault
    write_together(contents)
    return tuple(contents)
