"""A Word file's bytes -> its parts, opened within bounds that no hostile file can pass: the one reader of packages."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

MOST_MEMBERS = 4096
MOST_BYTES = 256 * 1024 * 1024
"""100,000 rows of six cells come to 110 MB; what claims more than twice that is no board paper."""
_LOCAL = struct.Struct("<4s2xHH16xHH")
"""Of what stands before a member in the file: the signature, the flags, the method, the lengths of name and extra."""
_HARMLESS = 0x80E
"""Flags that change nothing here: how hard it was deflated, where its size is said, its name in UTF-8."""
_SMALL = 64 * 1024
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


class Refusal(NamedTuple):
    """Why a file is not opened, as a sentence; `dangerous` where opening it could harm."""

    what: str
    dangerous: bool = False


class Archive:
    """The members of a Word file by name; a member is inflated when it is first asked for."""

    def __init__(self, data: bytes, archive: zipfile.ZipFile, names: dict[str, zipfile.ZipInfo]) -> None:
        self.names = names
        self._data = data
        self._archive = archive
        self._read: dict[str, bytes] = {}

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def read(self, name: str) -> bytes:
        """The member's bytes; empty, which no part of a sound file is, where they are missing or damaged."""
        if name not in self._read:
            try:
                self._read[name] = self._inflate(self.names[name])
            except (*_BROKEN, KeyError):
                self._read[name] = b""
        return self._read[name]

    def _inflate(self, member: zipfile.ZipInfo) -> bytes:
        # zipfile's own reader takes ten times as long over a small member as inflating it does; it is left to judge
        # whatever is not as plain as nearly every member of every Word file.
        start = member.header_offset + _LOCAL.size
        signature, flags, method, name_length, extra = _LOCAL.unpack_from(self._data, member.header_offset)
        name, begin = self._data[start : start + name_length], start + name_length + extra
        inflated = None
        if (
            (signature, method, name) == (b"PK\3\4", zipfile.ZIP_DEFLATED, member.orig_filename.encode())
            and member.compress_type == method
            and not (flags | member.flag_bits) & ~_HARMLESS
        ):
            deflated = self._data[begin : begin + member.compress_size]
            inflated = (_remembered if member.file_size <= _SMALL else _inflated)(
                deflated, member.file_size, member.CRC
            )
        return self._archive.read(member) if inflated is None else inflated

    def release(self, name: str) -> None:
        """Forget a member's bytes, which may be many."""
        self._read.pop(name, None)


def _inflated(deflated: bytes, size: int, crc: int) -> bytes | None:
    """The member's bytes; None where they are not of that size and sum."""
    inflated = zlib.decompressobj(-15).decompress(deflated, size + 1)
    return inflated if len(inflated) == size and zlib.crc32(inflated) == crc else None


_remembered = lru_cache(maxsize=64)(_inflated)
"""The same for a small member that many documents share, such as the styles: inflated once, it is one in memory."""


def open_archive(data: bytes) -> tuple[Archive | None, tuple[Refusal, ...]]:
    """The archive, or None with all that forbids to open the file."""
    if data[:4] == _OLD_WORD:
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
    return Archive(data, archive, {member.filename: member for member in members}), ()


def _refusals(members: list[zipfile.ZipInfo]) -> Iterator[Refusal]:
    if len(members) > MOST_MEMBERS:
        said = f"The file holds {len(members)} parts; no Word document needs more than {MOST_MEMBERS}."
        yield Refusal(said, dangerous=True)
    size = sum(member.file_size for member in members)
    if size > MOST_BYTES:
        said = f"The file would swell to {size // 1024**2:,} MB when opened; the most is {MOST_BYTES // 1024**2} MB."
        yield Refusal(said, dangerous=True)
    if any(_leads_out(member.filename) for member in members):
        yield Refusal("A part of the file has a name that leads out of the file, to another folder.", dangerous=True)
    if len({member.filename.lower() for member in members}) < len(members):
        said = "Two parts of the file have one name, so that what is shown depends on the program that opens it."
        yield Refusal(said, dangerous=True)
    if any(member.flag_bits & 1 for member in members):
        yield Refusal("The file is protected by a password.")


def _leads_out(name: str) -> bool:
    return name.startswith("/") or ".." in name.split("/") or "\\" in name or ":" in name or "\0" in name
