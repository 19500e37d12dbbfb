"""Pictures of the sections for docs/sections.md; `python tests/helpers/section_pictures.py NAME ...` draws them."""

import io
import sys
from collections.abc import Iterable

import pypdfium2
from PIL import Image, ImageChops
from section_entries import PICTURES, alone

from bscb_docs import Section
from bscb_docs.api.pipeline import make_document
from bscb_docs.documents.publication import publication_of
from bscb_docs.pdf.export import make_pdfs
from bscb_docs.plugin_api.registry import load_catalogue

DOTS_PER_INCH = 80
COLOURS = 24
FOOT = 90
"""Pixels at the foot of a page in which its footer stands."""
MARGIN = 24
"""Pixels of white that are left below the last words of a page."""


def draw(sections: Iterable[Section]) -> None:
    """The first page of each section alone, as LibreOffice sets it, cut off below its words."""
    documents = {}
    for section in sections:
        board, plan = alone(section)
        documents[section.name] = make_document(publication_of(board), plan).data
    PICTURES.mkdir(exist_ok=True)
    for name, pdf in make_pdfs(documents, timeout=600).items():
        (PICTURES / f"{name}.png").write_bytes(_picture(pdf))


def _picture(pdf: bytes) -> bytes:
    with pypdfium2.PdfDocument(pdf) as document:
        whole = document[0].render(scale=DOTS_PER_INCH / 72).to_pil().convert("RGB")
    # the footer stands at the foot of every page: what counts is how far the words above it reach
    body = whole.crop((0, 0, whole.width, whole.height - FOOT))
    filled = ImageChops.difference(body, Image.new("RGB", body.size, "white")).getbbox()
    cut = body.crop((0, 0, body.width, min(body.height, (filled[3] if filled else 0) + MARGIN)))
    packed = io.BytesIO()
    cut.quantize(COLOURS, dither=Image.Dither.NONE).save(packed, "PNG", optimize=True)
    return packed.getvalue()


if __name__ == "__main__":
    catalogue = load_catalogue().sections
    draw([catalogue[name] for name in sys.argv[1:]] or catalogue.values())
