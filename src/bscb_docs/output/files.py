"""Files: those that people have: where a document is written, so that none is lost that somebody edited or has open."""

import contextlib
import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from attrs import frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.diagnostics.errors import BoardError, SavingError
from bscb_docs.ooxml.package import fingerprint
from bscb_docs.ooxml.part_names import CONTENT_TYPES, CORE
from bscb_docs.ooxml.zip_archive import CORE_BYTES, open_archive
from bscb_docs.output.atomic_files import explained, sweep, write_together, write_whole

_MARK = re.compile(rb"<dc:identifier>(urn:sha256:[0-9a-f]{64})</dc:identifier>")
_SEAL = re.compile(rb"%bscb-docs ([0-9a-f]{64})\n\Z")
_UNCOUNTED = frozenset({CORE, CONTENT_TYPES})


@frozen
class Saved(Compared):
    """Where a file was written; `beside` is the edited file that was left alone, if there was one."""

    path: Path
    beside: Path | None = None
    changed: bool = True
    """False where the file held the very same bytes already."""


def is_left_behind(path: Path) -> bool:
    """True of what a drive, a program or Word leaves in a folder, and nobody put there."""
    return path.name.startswith((".", "~$")) or path.name == "desktop.ini"


def read_named(path: Path) -> bytes:
    """The bytes of a file that a person named; BoardError, in plain words, where it cannot be opened."""
    try:
        return path.read_bytes()
    except OSError as fault:
        raise BoardError(f"{path} cannot be opened: {fault.strerror}. Check how its name is spelt.") from fault


def save_document(path: Path, data: bytes) -> Saved:
    """Writes a Word file; beside it, under a new name, where the one that stands there was edited by hand.

    SavingError, in plain words, where the system refuses; what stood there before still stands.
    """
    saved = find_place(path, data)
    if saved.changed:
        write_whole(saved.path, data)
    return saved


def write_new(contents: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """The paths of the files written; SavingError, with nothing written, where one of them is there already."""
    taken = next((path for path in contents if path.exists()), None)
    if taken:
        raise SavingError(f"{taken} is there already, and nothing was written. Choose another folder or name.")
    write_together(contents)
    return tuple(contents)


def find_place(path: Path, data: bytes) -> Saved:
    """Where a Word file or a sealed PDF is to be written so that none that a person edited is lost; or SavingError."""
    try:
        target = path.resolve()  # a link stays a link: what it points to is replaced
    except (OSError, RuntimeError) as fault:  # RuntimeError: a link that leads to itself
        raise SavingError(f"{path.name} could not be written: it is a link that leads nowhere. Delete it.") from fault
    refuse_open(target)
    place, number = target, 1
    while (old := _read(place)) is not None:
        if old == data:
            sweep(place)
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
    archive, _ = open_archive(data)
    found = _MARK.search(archive.begin(CORE, CORE_BYTES)) if archive else None
    members = archive.names.items() if archive else ()
    parts = [(name, each.CRC, each.file_size) for name, each in members if name not in _UNCOUNTED]
    return found is not None and found[1].decode() == fingerprint(parts)


def _read(path: Path) -> bytes | None:
    with explained(path), contextlib.suppress(FileNotFoundError):
        return path.read_bytes()
    return None


def refuse_open(path: Path) -> None:
    """SavingError where a person has the file open in Word; a shared drive would let it be replaced all the same."""
    for lock in (f"~${path.name[start:]}" for start in range(3)):  # Word shortens a long name by up to two letters
        with contextlib.suppress(OSError):
            if path.with_name(lock).exists():
                mend = f"Close it there; if nobody has it open, delete {lock} beside it."
                raise SavingError(f"{path.name} could not be written: somebody has it open in Word. {mend}")
