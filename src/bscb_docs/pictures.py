"""Pictures: a PNG or JPEG file measured, and made to fit the text."""

from __future__ import annotations

from hashlib import sha256

from attrs import frozen

from bscb_docs.errors import TemplateError

IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
TWIPS_PER_INCH = 1440


@frozen
class PictureFile:
    """A picture that a page brings: its bytes, alternative text, and the most width and height in centimetres."""

    data: bytes
    text: str
    width: float = 16.0
    height: float = 20.0


@frozen
class FittedPicture:
    """A picture's key by content, the name of its part, and its size in twips."""

    key: str
    file_name: str
    width: int
    height: int


def fit_picture(data: bytes, width: int, height: int = 10_000) -> FittedPicture:
    """The picture at its own size, made smaller where it is wider or higher than the given twips.

    TemplateError where the bytes are no picture that Word and LibreOffice both show.
    """
    from docx.exceptions import InvalidXmlError
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
    from docx.image.image import Image

    try:
        image = Image.from_blob(data)
    except (
        InvalidImageStreamError,
        InvalidXmlError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
        ValueError,
        KeyError,
    ) as fault:
        raise TemplateError("A picture is damaged, or is neither PNG nor JPEG. Save it again as PNG.") from fault
    own_width = image.px_width * TWIPS_PER_INCH / (image.horz_dpi or 96)
    own_height = image.px_height * TWIPS_PER_INCH / (image.vert_dpi or 96)
    scale = min(1.0, width / own_width, height / own_height)
    key = sha256(data).hexdigest()[:16]
    return FittedPicture(key, f"picture-{key}.{image.ext}", round(own_width * scale), round(own_height * scale))
