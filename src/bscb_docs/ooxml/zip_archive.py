"""A zip file's bytes -> its members, opened within bounds that no hostile file can pass: the one reader of packages."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from bscb_docs.diagnostics.location import leads_out

CORE_BYTES = 1 << 16
"""More of it is no date or mark but a bomb."""
MOST_MEMBERS = 4096
MOST_BYTES = 256 * 1024 * 1024
"""100,000 rows of six cells come to 110 MB; what claims more than twice that is no board paper."""
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""How a file of Office before 2007 begins."""
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    OverflowError,
)


class Refusal(NamedTuple):
    """Why a file is not opened, as a sentence; `dangerous` where opening it could harm."""

    what: str
    dangerous: bool = False


class Archive:
    """The members of a zip file by name; a member is inflated when it is first asked for."""

    def __init__(self, archive: zipfile.ZipFile, names: dict[str, zipfile.ZipInfo]) -> None:
        self.names = names
        self._archive = archive
        self._read: dict[str, bytes] = {}

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def read(self, name: str) -> bytes:
        """The member's bytes; empty, which no part of a sound file is, where they are missing or damaged."""
        if name not in self._read:
            try:
                self._read[name] = self._archive.read(self.names[name])
            except (*_BROKEN, KeyError):
                self._read[name] = b""
        return self._read[name]

    def begin(self, name: str, size: int) -> bytes:
        """The first bytes of a member, so that no more of it are inflated; empty where they cannot be read."""
        try:
            with self._archive.open(self.names[name]) as member:
                return member.read(size)
        except (*_BROKEN, KeyError):
            return b""

    def count(self, sign: bytes, begins: str = "") -> int:
        """How often a sign stands in the members whose names begin so; they are looked through one at a time."""
        return sum(data.count(sign) for data in self._each(begins))

    def holds(self, pattern: re.Pattern[bytes], begins: str) -> bool:
        """True where a member whose name begins so holds what the pattern describes."""
        return any(pattern.search(data) for data in self._each(begins))

    def _each(self, begins: str) -> Iterator[bytes]:
        for name in self.names:
            if name.startswith(begins):
                yield self.read(name)
                self.release(name)

    def release(self, name: str) -> None:
        """Forget a member's bytes, which may be many."""
        self._read.pop(name, None)


def open_archive(data: bytes) -> tuple[Archive | None, tuple[Refusal, ...]]:
    """The archive, or None with all that forbids to open the file."""
    if data[:4] == OLD_OFFICE:
        return None, (Refusal("The file is protected by a password, or is an old .doc file."),)
    if data[:2] != b"PK":
        return None, (Refusal("The file is not a Word document (.docx)."),)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN:
        return None, (Refusal("The file is damaged or was not sent whole: it cannot be opened."),)
    members = [member for member in archive.infolist() if not member.is_dir()]
    refusals = tuple(_refusals(members))
    if refusals:
        return None, refusals
    return Archive(archive, {member.filename: member for member in members}), ()


def _refusals(members: list[zipfile.ZipInfo]) -> Iterator[Refusal]:
    if len(members) > MOST_MEMBERS:
        said = f"The file holds {len(members)} parts; no Word document needs more than {MOST_MEMBERS}."
        yield Refusal(said, dangerous=True)
    size = sum(member.file_size for member in members)
    if size > MOST_BYTES:
        said = f"The file would swell to {size // 1024**2:,} MB when opened; the most is {MOST_BYTES // 1024**2} MB."
        yield Refusal(said, dangerous=True)
    if any(leads_out(member.filename) for member in members):
        yield Refusal("A part of the file has a name that leads out of the file, to another folder.", dangerous=True)
    if len({member.filename.lower() for member in members}) < len(members):
        said = "Two parts of the file have one name, so that what is shown depends on the program that opens it."
        yield Refusal(said, dangerous=True)
    if any(member.flag_bits & 1 for member in members):
        yield Refusal("The file is protected by a password.")
