"""Keeping: what took time to make, kept between runs in the user's own cache folder; losing it costs time, never words.

As with Python's own compiled files, whoever can write there could already change what the user runs; so a folder that
others can write to is not used.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import threading
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

FOLDER = "BSCB_DOCS_CACHE"
"""The environment's name for another folder; empty, and nothing is kept."""
MOST = 400
"""Files beyond which the oldest go; the house's own templates take about twenty."""
_DIGEST = sha256().digest_size
_OTHERS_WRITE = 0o022


def recall(key: str) -> Any:
    """What was kept under a key; None where nothing was, or what was is not whole."""
    folder = _folder()
    if folder is None:
        return None
    place = folder / key
    try:
        stored = place.read_bytes()
    except OSError:
        return None
    with contextlib.suppress(OSError):
        os.utime(place)  # what is used stays
    digest, content = stored[:_DIGEST], stored[_DIGEST:]
    return marshal.loads(content) if sha256(content).digest() == digest else None  # noqa: S302  # ours, and whole


def keep(key: str, value: Any) -> None:
    """Keeps texts, bytes, numbers, code, and tuples of them; where that cannot be done, nothing is said or lost."""
    folder = _folder()
    if folder is None:
        return
    content = marshal.dumps(value)
    draft = folder / f"{key}.{os.getpid()}.{threading.get_ident()}"
    with contextlib.suppress(OSError):
        try:
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(sha256(content).digest() + content)
            draft.replace(folder / key)
        finally:
            draft.unlink(missing_ok=True)
        _thin(folder)


def stamp(files: Iterable[Path]) -> str:
    """A text that changes when one of the files does: what they made is then made anew."""
    marks = []
    for file in files:
        with contextlib.suppress(OSError):
            found = file.stat()
            marks.append(f"{found.st_size} {found.st_mtime_ns}")
    return " ".join(marks)


def _folder() -> Path | None:
    return _trusted(os.environ.get(FOLDER))


@lru_cache(maxsize=4)
def _trusted(named: str | None) -> Path | None:
    """The user's folder for what can be made again, made if need be; None where there is none to be trusted."""
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
