"""Section setup: how the pages of a section lie, and the headers and footers that stand on them."""

import re
from collections.abc import Mapping

from attrs import evolve, frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.ooxml.house_page import TURNED
from bscb_docs.ooxml.paragraph_text import restyled
from bscb_docs.ooxml.relationships import Relationship, read_relationships, relationships_part

PORTRAIT, LANDSCAPE = "portrait", "landscape"
"""How pages lie: the values of the mark of a turn."""
_TURNED, _APPENDIX = "-landscape", "-appendix"
"""In names of parts and relationships that pages on their side, and those of an appendix, have of their own."""
_EDGE = re.compile(rf"(?P<own>.*?)(?:{_APPENDIX}(?P<appendix>\d+))?(?P<turned>{_TURNED})?")


@frozen
class Lie(Compared):
    """How the pages of a section lie, and the number of the appendix that their headers name; 0 for none.

    `sides` are the twips that stay free left and right of the text; 0 for as many as the house leaves.
    """

    layout: str
    appendix: int = 0
    sides: int = 0


@frozen
class Furniture(Compared):
    """The headers and footers of a document with what they lead to, and the body's relationships to them."""

    parts: Mapping[str, bytes]
    relationships: tuple[Relationship, ...]


def house_id(relationship: str) -> str:
    """The id in the house's file of a header or footer that some pages have of their own."""
    match = _EDGE.fullmatch(relationship)
    return match["own"] if match else relationship


def page_setup(house: HouseFile, lie: Lie, before: Lie | None) -> str:
    """The house's sectPr, turned where the pages lie on their side; `before` is how those before it lie, if any do.

    Only the first section has a first page of its own, or a number that its pages count from. A section names no header
    or footer that is in force, for then it keeps it: LibreOffice loses the page number of a footer that is named again.
    """
    setup = house.section
    if before:
        setup = re.sub(r"<w:titlePg[^>]*/>", "", setup)
        setup = re.sub(r'(<w:pgNumType[^>]*?) w:start="[^"]*"', r"\1", setup)
        same_edges = evolve(lie, sides=before.sides) == before
        for edge, is_kept in (("header", same_edges), ("footer", lie.layout == before.layout)):
            which = "" if is_kept else 'w:type="first"'
            setup = re.sub(rf"<w:{edge}Reference [^>]*{which}[^>]*/>", "", setup)
    if lie.appendix:
        setup = re.sub(r'<w:headerReference w:type="default" r:id="[^"]*', rf"\g<0>{_APPENDIX}{lie.appendix}", setup)
    size = re.search(r"<w:pgSz[^>]*/>", setup)
    if lie.layout != LANDSCAPE or size is None:
        return setup
    width, height = (re.search(rf'w:{side}="(\d+)"', size[0]) for side in "wh")
    if width and height:
        turned = f'<w:pgSz w:w="{height[1]}" w:h="{width[1]}" w:orient="landscape"/>'
        edges = re.compile(rf'(?<= w:)({"|".join(TURNED)})="(\d+)')
        setup = edges.sub(lambda at: f'{at[1]}="{round(int(at[2]) * TURNED[at[1]])}', setup.replace(size[0], turned))
    if lie.sides:
        setup = re.sub(r'(?<= w:)(left|right)="(\d+)', lambda at: f'{at[1]}="{min(int(at[2]), lie.sides)}', setup)
    if {"header landscape", "footer landscape"} <= set(house.styles):
        setup = re.sub(r'<w:(?:header|footer)Reference w:type="default" r:id="[^"]*', rf"\g<0>{_TURNED}", setup)
    return setup


def lay_furniture(filled: Mapping[int, Mapping[str, bytes]], setups: str, house: HouseFile) -> Furniture:
    """The headers and footers that the page setups name: one that no page shows would go out hidden in the file.

    `filled` has, for each appendix by its number and for what stands before them by 0, the filled parts. On pages on
    their side they stand again, in the styles whose tab stands at the edge of such a page.
    """
    parts: dict[str, bytes] = {}
    entries = []
    for name in dict.fromkeys(re.findall(r'<w:(?:header|footer)Reference [^>]*r:id="([^"]*)"', setups)):
        edge, found = house.relationships.get(house_id(name)), _EDGE.fullmatch(name)
        appendix = int(found["appendix"] or 0) if found else 0
        data = None if edge is None else filled[appendix].get(edge.target, house.parts.get(edge.target))
        if edge is None or data is None:
            raise TemplateError(f"{house.name} has lost its header or footer. Insert it again in Word.")
        part = edge.target.replace(".xml", f"{name.removeprefix(edge.id)}.xml")
        if found and found["turned"]:
            data = _turn(data, house)
        parts[part] = data
        if leads := house.parts.get(relationships_part(edge.target)):
            parts[relationships_part(part)] = leads
            targets = {lead.target for lead in read_relationships(house.parts, edge.target).values()}
            own = sorted(name for name in targets if name in house.parts and name not in house.unchanging)
            parts.update((name, house.parts[name]) for name in own)
        entries.append(evolve(edge, id=name, target=part))
    return Furniture(parts, tuple(entries))


def _turn(edge: bytes, house: HouseFile) -> bytes:
    """A header or footer in the styles of pages on their side."""
    text = edge.decode()
    for name in ("Header", "Footer"):
        old, new = house.style(name).id, house.style(f"{name} Landscape").id
        text = restyled(text, old, new)
    return text.encode()
