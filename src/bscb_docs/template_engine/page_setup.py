"""Page setup: what a template says of pages, notes and numbers, which are the house's: lost if it were not told of."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding, Severity
from bscb_docs.diagnostics.location import Place
from bscb_docs.ooxml.house_file import HouseFile, load_house_file
from bscb_docs.ooxml.house_page import EDGE, words_of_part
from bscb_docs.ooxml.xml_trees import w
from bscb_docs.template_engine.placement import TemplateParagraph

_WORDS_OWN = 1440
"""Twips that Word leaves at each side of a page that nobody set up."""
_REFERENCE = re.compile(r"^\s*(?:PAGE|NOTE)?REF\b", re.IGNORECASE)


def page_faults(
    body: etree._Element,
    paragraphs: tuple[TemplateParagraph, ...],
    parts: Mapping[str, bytes],
    name: str,
    house: HouseFile,
) -> Iterator[Finding]:
    """Section breaks within the text, notes, numbers, columns, and headers or footers that are not the house's."""
    for paragraph in paragraphs:
        if paragraph.element.find(w("pPr/sectPr")) is not None:
            yield finding_of("TPL-23", "A section break stands in the text.", paragraph.place)
        if next(paragraph.element.iter(w("footnoteReference"), w("endnoteReference")), None) is not None:
            yield finding_of("TPL-23", "A note of its own stands in the text.", paragraph.place)
        if any(_REFERENCE.search(_instruction(each)) for each in paragraph.element.iter()):
            yield finding_of("TPL-23", "A cross-reference of Word's stands in the text.", paragraph.place)
        if paragraph.element.find(w("pPr/numPr")) is not None:
            yield finding_of("TPL-11", f"`{paragraph.text[:40]}` has a number or bullet of its own.", paragraph.place)
    columns = body.find(w("sectPr/cols"))
    if columns is not None and columns.get(w("num"), "1") != "1":
        yield finding_of("TPL-23", f"The text stands in {columns.get(w('num'))} columns.", Place(name))
    houses = {
        words_of_part(data)
        for file in (house, load_house_file())
        for part, data in file.parts.items()
        if EDGE.fullmatch(part)
    }
    for part in sorted(parts):
        edge = EDGE.fullmatch(part)
        if edge and words_of_part(parts[part]) not in {"", *houses}:
            what = f"The template has a {edge[1]} of its own."
            yield finding_of("TPL-23", what, Place(name), softer=Severity.CHECK)  # it may be that of an older house


def _instruction(element: etree._Element) -> str:
    """What a field is told to do, or where in its own file a link leads; nothing of any other element."""
    if element.tag == w("instrText"):
        return element.text or ""
    if element.tag == w("hyperlink") and element.get(w("anchor")):
        return "REF"
    return element.get(w("instr"), "") if element.tag == w("fldSimple") else ""


def own_sides(body: etree._Element) -> int:
    """The twips left and right of the text of a template on its side; 0 where that is no less than Word itself leaves.

    So a table that needs its page's width gets it, and every other section keeps the house's margins.
    """
    margins = body.find(w("sectPr/pgMar"))
    if margins is None or not is_landscape(body):
        return 0
    sides = max(int(margins.get(w(side), _WORDS_OWN)) for side in ("left", "right"))
    return sides if sides < _WORDS_OWN else 0


def is_landscape(body: etree._Element) -> bool:
    """True where the template's page lies on its side, and so will the pages of its section."""
    page = body.find(w("sectPr/pgSz"))
    return page is not None and page.get(w("orient")) == "landscape"
