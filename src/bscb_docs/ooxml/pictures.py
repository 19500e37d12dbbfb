"""Pictures: a PNG or JPEG file taken from the board's folder, measured, and made to fit the text."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar
from warnings import catch_warnings
from xml.etree.ElementTree import Element

from attrs import frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.ooxml.xml_trees import DRAWING, RELATIONSHIPS

if TYPE_CHECKING:
    from lxml import etree

    Drawing = Element | etree._Element

IMAGE = f"{RELATIONSHIPS}/image"
TWIPS_PER_INCH = 1440
LARGEST_PICTURE = 20_000_000
"""In bytes: a page needs no more, and the whole of it is held in memory."""
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
"""How files of these kinds begin; names may lie."""
_CAMERA_NOTE = b"Exif\0\0"
"""Begins what a camera wrote into a JPEG file, such as how it was held; nothing that Word or LibreOffice heeds."""
_SMALLER = "Make it smaller, 2,000 pixels wide at most."
_DAMAGED = ("is damaged or was not copied whole", "Save it again as PNG.")


@frozen
class PictureFile(Compared):
    """A picture of a page: its bytes, its text, "" for decoration, and the most width and height in centimetres."""

    data: bytes
    text: str
    width: float = 16.0
    height: float = 20.0
    is_of_table: bool = False
    """True of a chart whose every number stands in the table before it: its text ends with the number of that."""
    made_by: ClassVar[str] = "give what draw_bars draws, or PictureFile(read_picture(board.folder, name), words)"


class PictureError(TemplateError):
    """A picture that cannot be set: `what` is wrong with it, and how to `mend` it, in plain words."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(f"A picture {what}. {mend}")
        self.what, self.mend = what, mend


@frozen
class FittedPicture(Compared):
    """A picture's key by content, the name of its part, and its size in twips."""

    key: str
    file_name: str
    width: int
    height: int


def lacks_text(drawing: "Drawing") -> bool:
    """True for a drawing (`wp:inline` or `wp:anchor`) without alternative text that is not marked as decorative."""
    described = drawing.find(f"{{{DRAWING}}}docPr")
    words = "" if described is None else (described.get("descr") or "").strip()
    return not words and not any(mark.get("val") in {"1", "true"} for mark in drawing.iter(_DECORATIVE))


def printable(data: bytes) -> bytes:
    """A PNG or JPEG file as a document may hold it, without what its camera noted; PictureError where it is none.

    Other kinds are not shown by every Word and LibreOffice. Where and when a photograph was taken, and with what, is no
    reader's business.
    """
    from bscb_docs.ooxml.picture_segments import without_notes

    if not data.startswith((PNG, JPEG)):
        raise PictureError("is no PNG or JPEG file", "Save it as PNG.")
    try:
        return without_notes(data)
    except (OSError, SyntaxError, ValueError) as fault:  # what Pillow raises for bytes that are no picture
        raise PictureError(*_DAMAGED) from fault


def printable_of(data: bytes, holder: str) -> bytes:
    """A picture that a Word file of that name holds, as a document may hold it; TemplateError where it is none."""
    try:
        return printable(data)
    except PictureError as fault:
        raise TemplateError(f"{holder} holds a picture that {fault.what}. {fault.mend}") from fault


def upright(data: bytes) -> bytes:
    """The picture with its points turned as its camera noted that it was held; PictureError where that cannot be done.

    Word and LibreOffice print it as it lies: a photograph of a telephone held upright would lie on its side. Where they
    were told to turn it, LibreOffice would drop its alternative text.
    """
    if not data.startswith(JPEG) or _CAMERA_NOTE not in data:
        return data
    from PIL import ExifTags, Image, ImageOps

    turned = BytesIO()
    try:
        with catch_warnings(action="ignore"), Image.open(BytesIO(data)) as image:
            if image.getexif().get(ExifTags.Base.Orientation, 1) == 1:
                return data
            kept = {key: image.info[key] for key in ("dpi", "icc_profile") if key in image.info}
            ImageOps.exif_transpose(image).save(turned, "JPEG", quality=95, **kept)
    except Image.DecompressionBombError as fault:
        raise PictureError("is too large to be turned upright", _SMALLER) from fault
    except (OSError, SyntaxError, ValueError) as fault:  # what Pillow raises for bytes that are no picture
        raise PictureError(*_DAMAGED) from fault
    return turned.getvalue()


def fit_picture(data: bytes, width: int, height: int = 10_000) -> FittedPicture:
    """The picture at its own size, or smaller to keep within those twips; PictureError where it is damaged."""
    from bscb_docs.ooxml.picture_segments import size_of

    try:
        across, down, across_inch, down_inch = size_of(data)
    except ValueError as fault:
        raise PictureError(*_DAMAGED) from fault
    own_width, own_height = across * TWIPS_PER_INCH / across_inch, down * TWIPS_PER_INCH / down_inch
    scale = min(1.0, width / own_width, height / own_height)
    key = sha256(data).hexdigest()[:16]
    ending = "png" if data.startswith(PNG) else "jpg"
    return FittedPicture(key, f"picture-{key}.{ending}", round(own_width * scale), round(own_height * scale))


def read_picture(folder: Path | None, name: str) -> bytes | None:
    """The bytes of a picture in the board's folder; None where there is none, it lies outside, or is too large."""
    try:
        return find_picture(folder, name)
    except PictureError:
        return None


def find_picture(folder: Path | None, name: str) -> bytes:
    """The bytes of a picture in the board's folder; PictureError, which tells why, where it cannot be taken."""
    try:
        path = (folder / name).resolve() if folder else None
        if folder and path and (":" in name or not path.is_relative_to(folder.resolve())):
            raise PictureError("lies outside the board's folder", "Put it into the folder and write its name there.")
        if path and path.is_file():
            if path.stat().st_size > LARGEST_PICTURE:
                raise PictureError("is larger than 20 MB", _SMALLER)
            return path.read_bytes()
    except PermissionError as fault:
        raise PictureError("cannot be opened", "Ask for the right to read it.") from fault
    except (OSError, RuntimeError, ValueError):
        pass  # no file can bear the name, so none does
    raise PictureError("is not in the board's folder", "Put it there, or mend its name.")
