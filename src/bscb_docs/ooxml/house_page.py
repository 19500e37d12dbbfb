"""House page: the page setup of a house's Word file, which every document takes over."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.ooxml.paragraph_words import plain_words
from bscb_docs.ooxml.part_names import DOCUMENT
from bscb_docs.ooxml.xml_parser import STRICT, text_of
from bscb_docs.ooxml.xml_trees import RELATIONSHIPS, w

_R = f"{{{RELATIONSHIPS}}}"
EDGE = re.compile(r"word/(header|footer)\d*\.xml")
"""The parts that are headers and footers."""
TURNED = {"top": 0.9, "bottom": 0.75}
"""The margins of pages on their side, in parts of those of upright pages, since they are lower."""


def is_house(parts: Mapping[str, bytes]) -> bool:
    """True for the parts of a house file, under whatever name: its headers or footers set names, its text sets none."""
    naming = {
        part for part in parts if (part == DOCUMENT or EDGE.fullmatch(part)) and "{{" in words_of_part(parts[part])
    }
    return bool(naming) and DOCUMENT not in naming


def words_of_part(part: bytes) -> str:
    """All words of a part, one after the other."""
    return plain_words(part.decode("utf-8", "replace"))


def house_section(document: bytes, name: str) -> etree._Element:
    """The page setup of the house's Word file, with its headers and footers; TemplateError where it has none."""
    body = etree.fromstring(document, STRICT).find(w("body"))
    section = None if body is None else body.find(w("sectPr"))
    if section is None:
        raise TemplateError(f"{name} has no page setup.", "Open it in Word, save it as .docx, and try again.")
    return section


def section_text(section: etree._Element) -> str:
    """The page setup as text, the same from every editor that saved the file."""
    for reference in section.iter(w("headerReference"), w("footerReference")):
        kind, key = reference.get(w("type"), "default"), reference.get(f"{_R}id", "")
        reference.attrib.clear()  # their order differs from editor to editor
        reference.attrib.update({w("type"): kind, f"{_R}id": key})
    return re.sub(r' w:rsid\w*="[^"]*"', "", text_of([section]))


class TextSize(NamedTuple):
    """How wide and how high the text of a page is, in twips."""

    width: int
    height: int


def text_sizes(section: etree._Element, name: str) -> tuple[TextSize, TextSize]:
    """The size of the text on an upright page, and on one on its side; TemplateError where the page has none."""
    page, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if page is None or margins is None:
        raise TemplateError(f"{name} sets no page size or margins. Set them in Word: Layout, Page Setup.")
    width, height = int(page.get(w("w"), "11906")), int(page.get(w("h"), "16838"))
    left, right, *edges = (abs(int(margins.get(w(edge), "0"))) for edge in ("left", "right", *TURNED))
    turned = sum(round(edge * part) for edge, part in zip(edges, TURNED.values(), strict=True))
    return TextSize(width - left - right, height - sum(edges)), TextSize(height - left - right, width - turned)
