"""A .docx file's bytes -> its parts, opened within bounds that no hostile file can pass."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import PurePosixPath

from attrs import define

from bscb_docs.checking.faults import Fault, Faults

MOST_MEMBERS = 4096
MOST_BYTES = 256 * 1024 * 1024
"""100,000 rows of six cells come to 110 MB; what claims more than twice that is no board paper."""
_OLD_WORD = b"\xd0\xcf\x11\xe0"
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


@define
class Package:
    """The members of a .docx by name; a member is inflated when it is first asked for."""

    _archive: zipfile.ZipFile
    names: dict[str, zipfile.ZipInfo]
    _read: dict[str, bytes]

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

    def release(self, name: str) -> None:
        """Forget a member's bytes, which may be many."""
        self._read.pop(name, None)


def open_package(data: bytes) -> tuple[Package | None, Faults]:
    """The package, or None with what is wrong with the file as a whole."""
    if data[:4] == _OLD_WORD:
        return None, (Fault("DOCX-01", "The file is protected by a password, or is an old .doc file."),)
    if data[:2] != b"PK":
        return None, (Fault("DOCX-01", "The file is not a Word document (.docx)."),)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN:
        return None, (Fault("DOCX-01", "The file is damaged or was not sent whole: it cannot be opened."),)
    members = [member for member in archive.infolist() if not member.is_dir()]
    unsafe = tuple(_unsafe(members))
    if unsafe:
        return None, unsafe
    package = Package(archive, {member.filename: member for member in members}, {})
    if "[Content_Types].xml" not in package or "_rels/.rels" not in package:
        return None, (Fault("DOCX-01", "The file is a zip file, but no Word document."),)
    return package, ()


def _unsafe(members: list[zipfile.ZipInfo]) -> list[Fault]:
    faults = []
    if len(members) > MOST_MEMBERS:
        faults.append(
            Fault("DOCX-02", f"The file holds {len(members)} parts; no Word document needs more than {MOST_MEMBERS}.")
        )
    size = sum(member.file_size for member in members)
    if size > MOST_BYTES:
        faults.append(
            Fault(
                "DOCX-02",
                f"The file would swell to {size // 1024**2:,} MB when opened; the most is {MOST_BYTES // 1024**2} MB.",
            )
        )
    if any(_leads_out(member.filename) for member in members):
        faults.append(Fault("DOCX-02", "A part of the file has a name that leads out of the file, to another folder."))
    if len({member.filename.lower() for member in members}) < len(members):
        faults.append(
            Fault(
                "DOCX-02",
                "Two parts of the file have one name, so that what is shown depends on the program that opens it.",
            )
        )
    if any(member.flag_bits & 1 for member in members):
        faults.append(Fault("DOCX-01", "The file is protected by a password."))
    return faults


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or "\0" in name
