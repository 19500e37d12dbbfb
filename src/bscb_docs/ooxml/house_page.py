"""House page: the page setup of a house's Word file, which every document takes over."""

import re
from collections.abc import Mapping
from html import escape
from typing import NamedTuple
from xml.etree.ElementTree import Element

from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.ooxml.paragraph_words import plain_words
from bscb_docs.ooxml.part_names import DOCUMENT
from bscb_docs.ooxml.word_markup import NAMESPACES
from bscb_docs.ooxml.xml_trees import RELATIONSHIPS, read_tree, w

_R = f"{{{RELATIONSHIPS}}}"
_REFERENCES = w("headerReference"), w("footerReference")
_PREFIXES = {space: prefix for prefix, space in NAMESPACES.items()}
EDGE = re.compile(r"word/(header|footer)\d*\.xml")
"""The parts that are headers and footers."""
TURNED = {"top": 0.52, "bottom": 0.56, "header": 0.65, "footer": 0.65}
"""What stays free above and below pages on their side, in parts of that of upright pages, since they are lower."""


def is_house(parts: Mapping[str, bytes]) -> bool:
    """True for the parts of a house file, under whatever name: its headers or footers set names, its text sets none."""
    naming = {
        part for part in parts if (part == DOCUMENT or EDGE.fullmatch(part)) and "{{" in words_of_part(parts[part])
    }
    return bool(naming) and DOCUMENT not in naming


def words_of_part(part: bytes) -> str:
    """All words of a part, one after the other."""
    return plain_words(part.decode("utf-8", "replace"))


def house_section(document: bytes, name: str) -> Element:
    """The page setup of the house's Word file, with its headers and footers; TemplateError where it has none."""
    body = read_tree(document).find(w("body"))
    section = None if body is None else body.find(w("sectPr"))
    if section is None:
        raise TemplateError(f"{name} has no page setup.", "Open it in Word, save it as .docx, and try again.")
    return section


def section_text(section: Element) -> str:
    """The page setup as it stands in a body's text, the same from every editor that saved the file."""
    for reference in section.iter():
        if reference.tag in _REFERENCES:
            kind, key = reference.get(w("type"), "default"), reference.get(f"{_R}id", "")
            reference.attrib.clear()  # their order differs from editor to editor
            reference.attrib.update({w("type"): kind, f"{_R}id": key})
    return _text_of(section)


def _text_of(element: Element) -> str:
    """An element as text, of which the root declares the namespaces that every document has."""
    others: dict[str, str] = {}

    def named(full: str) -> str:
        space, _, name = full.rpartition("}")
        return (
            f"{_PREFIXES.get(space[1:]) or others.setdefault(space[1:], f'x{len(others)}')}:{name}" if space else name
        )

    tag, attributes = named(element.tag), ((named(name), said) for name, said in element.items())
    said = "".join(f' {name}="{escape(said)}"' for name, said in attributes if not name.startswith("w:rsid"))
    said += "".join(f' xmlns:{prefix}="{space}"' for space, prefix in others.items())
    inner = "".join(_text_of(child) + escape(child.tail or "") for child in element)
    return f"<{tag}{said}>{escape(element.text or '')}{inner}</{tag}>" if len(element) else f"<{tag}{said}/>"


class TextSize(NamedTuple):
    """How wide and how high the text of a page is, in twips."""

    width: int
    height: int


def text_sizes(section: Element, name: str) -> tuple[TextSize, TextSize]:
    """The size of the text on an upright page, and on one on its side; TemplateError where the page has none."""
    page, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if page is None or margins is None:
        raise TemplateError(f"{name} sets no page size or margins. Set them in Word: Layout, Page Setup.")
    width, height = int(page.get(w("w"), "11906")), int(page.get(w("h"), "16838"))
    left, right, *edges = (abs(int(margins.get(w(edge), "0"))) for edge in ("left", "right", "top", "bottom"))
    turned = sum(round(edge * TURNED[name]) for edge, name in zip(edges, ("top", "bottom"), strict=True))
    return TextSize(width - left - right, height - sum(edges)), TextSize(height - left - right, width - turned)
