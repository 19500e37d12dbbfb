"""Package: the named parts of a Word file, read within limits and written the same way every time."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.ooxml.part_names import CONTENT_TYPES
from bscb_docs.ooxml.xml_trees import UnreadableError, require_readable
from bscb_docs.ooxml.zip_archive import open_archive

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument

_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_DATE_1980 = 0x21  # 1 January 1980 in the zip's own form: the same records give the same bytes

_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
"""What the part `mimetype` of an .odt or .ods file says."""


@frozen
class Member(Compared):
    """A part as it lies in the zip: deflated once, written as often as needed."""

    deflated: bytes
    crc: int
    size: int

    @classmethod
    def of(cls, data: bytes) -> Member:
        """The part, deflated."""
        return cls.of_chunks((data,))

    @classmethod
    def of_chunks(cls, chunks: Iterable[bytes], level: int = 6) -> Member:
        """The part that the chunks make one after the other, deflated as they come."""
        press, deflated, crc, size = zlib.compressobj(level, zlib.DEFLATED, -15), [], 0, 0
        for chunk in chunks:
            crc, size = zlib.crc32(chunk, crc), size + len(chunk)
            deflated.append(press.compress(chunk))
        return cls(b"".join((*deflated, press.flush())), crc, size)


def read_parts(content: bytes, name: str) -> dict[str, bytes]:
    """Every part of a Word file by its name; TemplateError where it is none, or larger than a Word file can be."""
    archive, refusals = open_archive(content)
    dangers = [refusal.what for refusal in refusals if refusal.dangerous]
    if dangers:
        raise TemplateError(f"{name} was not opened. {dangers[0]}")
    parts = {part: archive.read(part) for part in archive.names} if archive else {}
    if archive is None or any(not parts[part] and member.file_size for part, member in archive.names.items()):
        raise TemplateError(f"{name} is no Word file, or is damaged.", "Open it in Word and save it as .docx.")
    if parts.get("mimetype", b"").startswith(_OPEN_DOCUMENT):
        raise TemplateError(f"{name} is an OpenDocument file.", "Open it in Word or LibreOffice and save it as .docx.")
    if CONTENT_TYPES not in parts:
        raise TemplateError(f"{name} is a zip file, but no Word file.", "Open it in Word and save it as .docx.")
    with sound(name):
        for part, data in parts.items():
            if part.lower().endswith((".xml", ".rels")):
                _require_readable(data, part, name)
    return parts


@contextmanager
def sound(name: str) -> Iterator[None]:
    """Says TemplateError, in plain words, where what is done within finds the Word file of that name damaged.

    lxml tells of what is no XML by a SyntaxError, and the trees of the standard library by a ValueError.
    """
    try:
        yield
    except (SyntaxError, LookupError, AttributeError, TypeError, ValueError, RecursionError) as fault:
        raise TemplateError(f"{name} is damaged.", "Open it in Word and save it again.") from fault


def _require_readable(data: bytes, part: str, name: str) -> None:
    try:
        require_readable(data)
    except UnreadableError as fault:
        if fault.swells:
            said = f"The part {part} of {name} has a document type, which no Word file needs; it was not opened."
            raise TemplateError(said) from fault
        raise


def open_docx(data: bytes) -> DocxDocument:
    """A Word file opened in python-docx, for a script that goes on from there."""
    import docx  # a tenth of a second

    return docx.Document(io.BytesIO(data))


@lru_cache(maxsize=128)
def keep_member(data: bytes) -> Member:
    """A part that many documents share, such as a header or the styles, deflated once."""
    return Member.of(data)


def keep_deflated(parts: Mapping[str, bytes]) -> dict[str, Member]:
    """Parts that do not change from document to document, deflated once for all of them."""
    return {name: keep_member(data) for name, data in parts.items()}


def write_package(members: Iterable[tuple[str, Member]]) -> bytes:
    """A zip of the members in their order, without the time of day in it; TemplateError for two of one name."""
    body, directory, count = bytearray(), bytearray(), 0
    names: set[str] = set()
    for name, member in members:
        if name in names:
            raise TemplateError(f"The document would hold two parts called {name}. Tell whoever wrote its plugin.")
        names.add(name)
        raw, offset = name.encode(), len(body)
        sizes = (member.crc, len(member.deflated), member.size, len(raw), 0)
        body += _LOCAL.pack(b"PK\3\4", 20, 0x800, 8, 0, _DATE_1980, *sizes) + raw + member.deflated
        directory += _CENTRAL.pack(b"PK\1\2", 20, 20, 0x800, 8, 0, _DATE_1980, *sizes, 0, 0, 0, 0, offset) + raw
        count += 1
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + end)


def sum_of_parts(parts: Mapping[str, bytes]) -> str:
    """The sum that the names and the content of all parts decide, whatever their order and however they were packed."""
    total = hashlib.sha256()
    for name, data in sorted(parts.items()):
        total.update(f"{name} {len(data)}\n".encode() + data)
    return total.hexdigest()


def fingerprint(members: Iterable[tuple[str, int, int]]) -> str:
    """A short name for the content of parts, given as name, CRC and size, whatever their order."""
    lines = "\n".join(f"{name} {crc} {size}" for name, crc, size in sorted(members))
    return f"urn:sha256:{hashlib.sha256(lines.encode()).hexdigest()}"
