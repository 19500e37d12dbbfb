"""House page: the page setup of a house's Word file, which every document takes over."""

import re

from lxml import etree

from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.ooxml.wordml import MAIN, RELATIONSHIPS
from bscb_docs.ooxml.xml_parser import STRICT

_W = f"{{{MAIN}}}"
_R = f"{{{RELATIONSHIPS}}}"


def house_section(document: bytes, name: str) -> etree._Element:
    """The page setup of the house's Word file, with its headers and footers; TemplateError where it has none."""
    body = etree.fromstring(document, STRICT).find(f"{_W}body")
    section = None if body is None else body.find(f"{_W}sectPr")
    if section is None:
        raise TemplateError(f"{name} has no page setup. Open it in Word, save it as .docx, and try again.")
    return section


def section_text(section: etree._Element) -> str:
    """The page setup as text, the same from every editor that saved the file."""
    for reference in section.iter(f"{_W}headerReference", f"{_W}footerReference"):
        kind, key = reference.get(f"{_W}type", "default"), reference.get(f"{_R}id", "")
        reference.attrib.clear()  # their order differs from editor to editor
        reference.attrib.update({f"{_W}type": kind, f"{_R}id": key})
    text = etree.tostring(section, encoding="unicode")
    return re.sub(r' xmlns:\w+="[^"]*"| w:rsid\w*="[^"]*"', "", text)
