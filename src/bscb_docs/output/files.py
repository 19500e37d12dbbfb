"""Files: bytes -> a file, whole or not at all, and never over one that a person edited since it was built."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import re
import shutil
import threading
import zipfile
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from attrs import frozen

from bscb_docs.diagnostics.errors import SavingError
from bscb_docs.ooxml.package import fingerprint
from bscb_docs.output.word_locks import refuse_open

_MARK = re.compile(rb"<dc:identifier>(urn:sha256:[0-9a-f]{64})</dc:identifier>")
_SEAL = re.compile(rb"%bscb-docs ([0-9a-f]{64})\n\Z")
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
    saved = find_place(path, data)
    if saved.changed:
        write_whole(saved.path, data)
    return saved


def find_place(path: Path, data: bytes) -> Saved:
    """Where a Word file or a sealed PDF is to be written, so that none that a person edited is lost; writes nothing.

    SavingError, in plain words, where what stands there cannot be read.
    """
    try:
        target = path.resolve()  # a link stays a link: what it points to is replaced
    except (OSError, RuntimeError) as fault:  # RuntimeError: a link that leads to itself
        raise SavingError(f"{path.name} could not be written: it is a link that leads nowhere. Delete it.") from fault
    refuse_open(target)
    place, number = target, 1
    while (old := _read(place)) is not None:
        if old == data:
            _sweep(place)
            return Saved(place, target if place != target else None, changed=False)
        if is_as_built(old):
            break
        number += 1
        place = target.with_name(f"{target.stem}-new{'' if number == 2 else f'-{number - 1}'}{target.suffix}")
    return Saved(place, target if place != target else None)


def seal(pdf: bytes) -> bytes:
    """The PDF with a last line, to every reader a comment, that tells whether anybody changed it since."""
    body = pdf.rstrip(b"\r\n") + b"\n"
    return b"%s%%bscb-docs %s\n" % (body, sha256(body).hexdigest().encode())


def is_as_built(data: bytes) -> bool:
    """True where a sealed PDF, or every part of a Word file, is as it was when this library wrote it."""
    if data.startswith(b"%PDF"):
        sealed = _SEAL.search(data)
        return sealed is not None and sha256(data[: sealed.start()]).hexdigest().encode() == sealed[1]
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = _MARK.search(archive.read("docProps/core.xml"))
            parts = [(i.filename, i.CRC, i.file_size) for i in archive.infolist() if i.filename not in _UNCOUNTED]
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, RuntimeError):
        return False
    return found is not None and found[1].decode() == fingerprint(parts)


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file so that a reader sees the old one or the new one; SavingError where that cannot be done."""
    write_together({path: data})


def write_together(files: Mapping[Path, bytes]) -> None:
    """Writes all of the files or none: each is whole beside its place before the first takes it.

    SavingError where one cannot be written; then those that had taken their places are put back as they were.
    """
    kept: dict[Path, Path | None] = {}
    try:
        for path, data in files.items():
            with _explained(path):
                _write_beside(path, data)
        for path in files:
            with _explained(path):
                if len(files) > 1:
                    kept[path] = _keep_old(path)
                _beside(path).replace(path)
    except BaseException:
        _put_back(kept)
        raise
    finally:
        for place in (*map(_beside, files), *filter(None, kept.values())):
            with contextlib.suppress(OSError):
                place.unlink(missing_ok=True)


@contextlib.contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise SavingError(_explain(path, fault)) from fault


def _beside(path: Path, what: str = "new") -> Path:
    """The name under which this thread of this process keeps a file's new or old content beside it."""
    return path.with_name(f".{path.name}.{what}.{threading.get_ident()}.{os.getpid()}.tmp")


def _write_beside(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path)
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    draft = _beside(path)
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)  # never through a planted link
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _keep_old(path: Path) -> Path | None:
    """A second name for the file that stands there, so that it can be put back; None where there is none."""
    place = _beside(path, "old")
    place.unlink(missing_ok=True)
    try:
        os.link(path, place)
    except FileNotFoundError:
        return None
    except OSError:  # a drive that knows no second names
        shutil.copy2(path, place)
    return place


def _put_back(kept: Mapping[Path, Path | None]) -> None:
    """Each file as it was before; one that was not there goes."""
    for path, old in kept.items():
        with contextlib.suppress(OSError):
            if old:
                old.replace(path)
            else:
                path.unlink(missing_ok=True)


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
    if fault.errno == errno.ENAMETOOLONG:
        return f"{path.name} could not be written: its path is too long. Choose a shorter --out, or a shorter id."
    if fault.errno in {errno.ENOTDIR, errno.EEXIST, errno.EISDIR}:
        return f"{path.name} could not be written: a file or folder of another kind stands in its way."
    if fault.errno == errno.EROFS:
        return (
            f"{path.name} could not be written: nothing can be written to that folder or drive. Choose another --out."
        )
    return f"{path.name} could not be written: {fault.strerror or fault}. Nothing was changed."
