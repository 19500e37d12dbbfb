"""Atomic files: bytes written whole or not at all, one file or many, and what to do where the system refuses."""

import contextlib
import errno
import os
import platform
import re
import shutil
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

from bscb_docs.diagnostics.errors import SavingError

_WHY = {
    **dict.fromkeys(
        (errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY),
        ". If it is open, close it in Word; else ask for the right to write there.",
    ),
    **dict.fromkeys(
        (errno.ENOTDIR, errno.EEXIST, errno.EISDIR), ": a file or folder of another kind stands in its way."
    ),
    errno.ENOSPC: ": the disk is full. Nothing was changed; free some space.",
    errno.ENAMETOOLONG: ": its path is too long. Choose a shorter --out, or a shorter id.",
    errno.EROFS: ": nothing can be written to that folder or drive. Choose another --out.",
}


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
            with explained(path):
                _write_beside(path, data)
        for path in files:
            with explained(path):
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
def explained(path: Path) -> Iterator[None]:
    """Within it, what the system refuses is a SavingError in plain words."""
    try:
        yield
    except OSError as fault:
        raise SavingError(_explain(path, fault)) from fault


def _beside(path: Path, what: str = "new") -> Path:
    """The name under which this thread of this process of this computer keeps a file's new or old content beside it."""
    return path.with_name(f".{path.name}.{what}.{threading.get_ident()}.{_computer()}.{os.getpid()}.tmp")


def _computer() -> str:
    """The name of this computer, by which a shared folder tells its drafts from those of another."""
    return re.sub(r"\W+", "-", platform.node())


def _write_beside(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    sweep(path)
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


def sweep(path: Path) -> None:
    """Removes what a run of this computer that was killed left beside the file; a run that goes on keeps its own."""
    for draft in path.parent.glob(f".{path.name}.*.{_computer()}.*.tmp"):
        process = draft.name.split(".")[-2]
        if process.isdigit() and not _runs(int(process)):
            with contextlib.suppress(OSError):
                draft.unlink()


def _runs(process: int) -> bool:
    if os.name == "nt":  # there signal 0 is Ctrl+C, so nobody can be asked: what was left stays, and does no harm
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _explain(path: Path, fault: OSError) -> str:
    why = _WHY.get(fault.errno or 0, f": {fault.strerror or fault}. Nothing was changed.")
    return f"{path.name} could not be written{why}"
