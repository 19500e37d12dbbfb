"""Segments of a picture's file: those that show it, without what cameras and programs noted, and its size in them."""

import re
import struct
from collections.abc import Iterator
from warnings import catch_warnings

from bscb_docs.ooxml.pictures import PNG

_COLOURS_AND_SIZE = {b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"bKGD", b"pHYs"}
"""The chunks of a PNG that a page heeds, beside those that it cannot be without, whose names begin with a capital."""
_MARK, _AFTER_SCAN = re.compile(rb"\xff+([\xc0-\xfe])"), re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_END, _SCAN, _COMMENT, _CAMERA = 0xD9, 0xDA, 0xFE, 0xE1
_SIZE_NOTE = b"JFIF\0"
_KEPT_NOTES = {0xE0: _SIZE_NOTE, 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""What the notes of a JPEG begin with that a page heeds, for its size and colours."""
_RESOLUTION = (0x011A, 0x011B, 0x0128)
_USUAL_INCH, _NO_INCH = 72, 96
"""Points to an inch where a picture tells of none, and where it tells that there are none."""
_INCH = 0.0254
"""Metres."""


def without_notes(data: bytes) -> bytes:
    """A PNG or JPEG file with the same points and nothing noted of them: no place, camera, name, text or small copy.

    A JPEG keeps how many points it has to an inch, which many cameras write into their note alone. ValueError, or what
    Pillow raises, where the file is none of the two or was not copied whole.
    """
    if data.startswith(PNG):
        return PNG + b"".join(_chunks(data))
    segments = list(_segments(data))
    kept = [
        whole
        for kind, words, whole in segments
        if not (kind == _COMMENT or 0xE0 <= kind <= 0xEF) or words.startswith(_KEPT_NOTES.get(kind, whole))
    ]
    if kept[0][4:9] != _SIZE_NOTE:
        noted = (words for kind, words, _ in segments if kind == _CAMERA and words.startswith(b"Exif"))
        kept.insert(0, _size_note(next(noted, b"")))
    return data[:2] + b"".join(kept)


def _chunks(png: bytes) -> Iterator[bytes]:
    """The chunks of a PNG that a page heeds, up to its end."""
    at, name = len(PNG), b""
    while name != b"IEND":
        name, end = png[at + 4 : at + 8], at + 12 + int.from_bytes(png[at : at + 4])
        if end > len(png):
            raise ValueError(f"the picture ends before its chunk at byte {at} does")
        if name[:1].isupper() or name in _COLOURS_AND_SIZE:
            yield png[at:end]
        at = end


def size_of(data: bytes) -> tuple[int, int, int, int]:
    """A picture's points across and down, and how many to an inch; ValueError where its bytes do not tell."""
    across, down, *to_inch = _png_size(data) if data.startswith(PNG) else _jpeg_size(data)
    if not across or not down:
        raise ValueError("the picture has no points")
    return across, down, to_inch[0] or _NO_INCH, to_inch[1] or _NO_INCH


def _png_size(png: bytes) -> tuple[int, int, int, int]:
    chunks: dict[bytes, bytes] = {}
    for chunk in _chunks(png):
        chunks.setdefault(chunk[4:8], chunk[8:])
    try:
        across, down = struct.unpack_from(">II", chunks.get(b"IHDR", b""))
        *to_metre, unit = struct.unpack_from(">IIB", chunks.get(b"pHYs", bytes(9)))
    except struct.error as fault:
        raise ValueError(str(fault)) from fault
    inches = (round(points * _INCH) if unit == 1 and points else _USUAL_INCH for points in to_metre)
    return across, down, *inches


def _jpeg_size(jpeg: bytes) -> tuple[int, int, int, int]:
    from docx.exceptions import InvalidXmlError  # with all of python-docx, for which a PNG need not wait
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
    from docx.image.image import Image

    broken = InvalidImageStreamError, InvalidXmlError, UnexpectedEndOfFileError, UnrecognizedImageError, KeyError
    try:
        image = Image.from_blob(jpeg)
    except broken as fault:
        raise ValueError(str(fault)) from fault
    return image.px_width, image.px_height, image.horz_dpi, image.vert_dpi


def _segments(jpeg: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """The kind of each segment of a JPEG up to its end, what it says, and all of it; a scan has its points with it."""
    at, kind = 2, 0
    while kind != _END:
        if (mark := _MARK.match(jpeg, at)) is None:
            raise ValueError(f"the picture has no segment at byte {at}")
        kind, end = mark[1][0], mark.end()
        if kind != _END:
            end += int.from_bytes(jpeg[end : end + 2])
        if kind == _SCAN and (after := _AFTER_SCAN.search(jpeg, end)):
            end = after.start()
        yield kind, jpeg[mark.end() + 2 : end], jpeg[at:end]
        at = end


def _size_note(camera_note: bytes) -> bytes:
    """A camera's note as one that says nothing but how many points the picture has to an inch."""
    from PIL import Image

    noted, note = Image.Exif(), Image.Exif()
    with catch_warnings(action="ignore"):  # a damaged note says less, and the picture is whole
        noted.load(camera_note)
        note.update({key: noted[key] for key in _RESOLUTION if key in noted})
    words = note.tobytes()
    return b"\xff\xe1" + (len(words) + 2).to_bytes(2) + words
