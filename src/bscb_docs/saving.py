"""Saving: bytes -> a file, whole or not at all, and never over one that a person edited since it was built."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import re
import threading
import zipfile
from pathlib import Path

from attrs import frozen

from bscb_docs.errors import SavingError
from bscb_docs.package import fingerprint

_MARK = re.compile(rb"<dc:identifier>(urn:sha256:[0-9a-f]{64})</dc:identifier>")
_UNCOUNTED = frozenset({"docProps/core.xml", "[Content_Types].xml"})


@frozen
class Saved:
    """Where a file was written; `beside` is the edited file that was left alone, if there was one."""

    path: Path
    beside: Path | None = None
    changed: bool = True
    """False where the file held the very same bytes already."""


def save_document(path: Path, data: bytes) -> Saved:
    """Writes a Word file; beside it, under a new name, where the one that stands there was edited by hand.

    SavingError, in plain words, where the system refuses; what stood there before still stands.
    """
    try:
        target = path.resolve()  # a link stays a link: what it points to is replaced
    except (OSError, RuntimeError) as fault:  # RuntimeError: a link that leads to itself
        raise SavingError(f"{path.name} could not be written: it is a link that leads nowhere. Delete it.") from fault
    place, number = target, 1
    while (old := _read(place)) is not None:
        if old == data:
            return Saved(place, target if place != target else None, changed=False)
        if is_as_built(old):
            break
        number += 1
        place = target.with_name(f"{target.stem}-new{'' if number == 2 else f'-{number - 1}'}{target.suffix}")
    write_whole(place, data)
    return Saved(place, target if place != target else None)


def is_as_built(data: bytes) -> bool:
    """True where every part of a Word file is as it was when this library wrote it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = _MARK.search(archive.read("docProps/core.xml"))
            parts = [(i.filename, i.CRC, i.file_size) for i in archive.infolist() if i.filename not in _UNCOUNTED]
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, RuntimeError):
        return False
    return found is not None and found[1].decode() == fingerprint(parts)


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file so that a reader sees the old one or the new one; SavingError where that cannot be done."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path)
        draft = path.with_name(f".{path.name}.{threading.get_ident()}.{os.getpid()}.tmp")
        draft.unlink(missing_ok=True)
        try:
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)  # never through a planted link
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as fault:
        raise SavingError(_explain(path, fault)) from fault


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as fault:
        raise SavingError(_explain(path, fault)) from fault


def _sweep(path: Path) -> None:
    """Removes what a run that was killed left beside the file; a run that still goes on keeps its own."""
    for draft in path.parent.glob(f".{path.name}.*.tmp"):
        process = draft.name.split(".")[-2]
        if process.isdigit() and not _runs(int(process)):
            with contextlib.suppress(OSError):
                draft.unlink()


def _runs(process: int) -> bool:
    if os.name == "nt":  # there signal 0 is Ctrl+C, and a file in use cannot be removed anyway
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _explain(path: Path, fault: OSError) -> str:
    if fault.errno in {errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY}:
        return (
            f"{path.name} could not be written. If it is open, close it in Word; else ask for the right to write there."
        )
    if fault.errno == errno.ENOSPC:
        return f"{path.name} could not be written: the disk is full. Nothing was changed; free some space."
    if fault.errno in {errno.ENOTDIR, errno.EEXIST, errno.EISDIR}:
        return f"{path.name} could not be written: a file or folder of another kind stands in its way."
    if fault.errno == errno.EROFS:
        return (
            f"{path.name} could not be written: nothing can be written to that folder or drive. Choose another --out."
        )
    return f"{path.name} could not be written: {fault.strerror or fault}. Nothing was changed."
