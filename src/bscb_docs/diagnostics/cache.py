"""Cache: what took time to make, kept by content in the user's own cache folder; losing it costs time, never words.

As with Python's own compiled files, whoever can write there could already change what the user runs; so a folder that
others can write to is not used.
"""

import contextlib
import marshal
import os
import threading
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

FOLDER = "BSCB_DOCS_CACHE"
"""The environment's name for another folder; empty, and nothing is kept."""
MOST = 400
"""Files beyond which the oldest go; the house's own templates take about twenty, a document's layout two."""
_DIGEST = sha256().digest_size
_OTHERS_WRITE = 0o022


def kept(content: tuple[bytes | str, ...], make: Callable[[], T]) -> T:
    """What was made of that content in an earlier run; made now, and kept, where there is nothing or it is not whole.

    `content` must hold all that the making depends on, its code too (see `stamp`). `make` gives texts, bytes, numbers,
    code, or tuples and dicts of them. Where nothing can be kept nothing is said: whatever `make` raises comes through.
    """
    found: T | None = recall(content)
    if found is None:
        found = make()
        keep(content, found)
    return found


def recall(content: tuple[bytes | str, ...]) -> Any:
    """What `keep` was given for that content, in this run or an earlier one; None where that is gone or not whole."""
    folder = cache_folder()
    if folder is None:
        return None
    place = _place(folder, content)
    with contextlib.suppress(OSError):
        stored = place.read_bytes()
        os.utime(place)  # what is used stays
        if sha256(stored[_DIGEST:]).digest() == stored[:_DIGEST]:
            return marshal.loads(stored[_DIGEST:])  # noqa: S302  # ours, and whole
    return None


def keep(content: tuple[bytes | str, ...], made: Any) -> None:
    """Keeps what was made of that content; where that cannot be done nothing is said: it will be made again."""
    folder = cache_folder()
    if folder is None:
        return
    with contextlib.suppress(OSError):
        _write(_place(folder, content), marshal.dumps(made))
        _thin(folder)


def _place(folder: Path, content: tuple[bytes | str, ...]) -> Path:
    return folder / sha256(repr(content).encode()).hexdigest()


def stamp(files: Iterable[Path]) -> str:
    """A text that changes when one of the files does: what they made is then made anew."""
    marks = []
    for file in files:
        with contextlib.suppress(OSError):
            found = file.stat()
            marks.append(f"{found.st_size} {found.st_mtime_ns}")
    return " ".join(marks)


def _write(place: Path, data: bytes) -> None:
    """A file of the user's alone, whole or not there at all."""
    draft = place.with_name(f"{place.name}.{os.getpid()}.{threading.get_ident()}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(sha256(data).digest() + data)
        draft.replace(place)
    finally:
        draft.unlink(missing_ok=True)


def cache_folder() -> Path | None:
    """The user's folder for what can be made again, made if need be; None where there is none to be trusted."""
    named = os.environ.get(FOLDER)
    if named == "":
        return None
    try:
        if named:
            folder = Path(named, "bscb-docs")  # a folder that somebody names may hold other things
        else:
            from platformdirs import user_cache_path

            folder = user_cache_path("bscb-docs", appauthor=False)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.stat()
    except (OSError, RuntimeError):  # RuntimeError: a user without a home
        return None
    if hasattr(os, "getuid") and (found.st_uid != os.getuid() or found.st_mode & _OTHERS_WRITE):
        return None
    return folder


def _thin(folder: Path) -> None:
    """The older half goes where there are too many; so does what a run that was killed left behind."""
    found = sorted(os.scandir(folder), key=lambda entry: entry.stat().st_mtime)
    if len(found) > MOST:
        for entry in found[: len(found) // 2]:
            with contextlib.suppress(OSError):
                os.unlink(entry)  # noqa: PTH108  # an entry is no Path
