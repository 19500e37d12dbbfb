"""Layout: where pages turn, and the headers and footers of pages on their side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.ooxml import wordml
from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.ooxml.house_page import TURNED
from bscb_docs.ooxml.marks import STX, find_marks
from bscb_docs.ooxml.paragraph_text import restyled
from bscb_docs.ooxml.relationships import Relationship, read_relationships, relationships_part
from bscb_docs.word_writer.tables.text_measure import measure_of

_BLOCK = re.compile(r"<w:p[> ]|</w:tbl>")
PORTRAIT, LANDSCAPE = "portrait", "landscape"
"""How pages lie: the values of the mark of a turn."""
_TURNED, _APPENDIX = "-landscape", "-appendix"
"""In names of parts and relationships that pages on their side, and those of an appendix, have of their own."""
_EDGE = re.compile(rf"(?P<own>.*?)(?:{_APPENDIX}(?P<appendix>\d+))?(?P<turned>{_TURNED})?")


_LITTLE = 0.55
"""About half of a page: where no more stands on the last page before a turn that may be followed, what is next goes on
below."""


@frozen
class Lie(Compared):
    """How the pages of a section lie, and the number of the appendix that their headers name; 0 for none."""

    layout: str
    appendix: int = 0


@frozen
class Turn(Compared):
    """Where pages begin anew: how they lie, and whether they go on below what stands before where that is little."""

    lie: Lie
    may_follow: bool = False

    def __str__(self) -> str:
        """As the mark of a turn holds it."""
        return f"{self.lie.layout} {self.lie.appendix} {int(self.may_follow)}"

    @classmethod
    def from_text(cls, text: str) -> Turn:
        """What the mark of a turn holds: a layout alone, or with the number of the appendix and what may follow."""
        layout, appendix, may_follow = (*text.split(), "0", "0")[:3]
        return cls(Lie(layout, int(appendix)), may_follow == "1")


def house_id(relationship: str) -> str:
    """The id in the house's file of a header or footer that some pages have of their own."""
    match = _EDGE.fullmatch(relationship)
    return match["own"] if match else relationship


@frozen
class TurnedPages(Compared):
    """A body in pieces with its section breaks, the positions of the marks that wait, and every page setup in it."""

    text: list[str]
    waiting: list[int]
    setups: str


@frozen
class Furniture(Compared):
    """The headers and footers of a document with what they lead to, and the body's relationships to them."""

    parts: Mapping[str, bytes]
    relationships: tuple[Relationship, ...]


def turn_pages(body: Iterable[Sequence[str]], house: HouseFile) -> TurnedPages:
    """The body with a section break wherever a section asks for pages of its own; the last page setup ends it.

    The body comes in stretches of pieces; a mark, of a turn or one that waits for its page, is a stretch of its own.
    Pages turn where something follows: of turns with nothing between them the last one counts, and one at the very end
    would be a blank page.
    """
    text: list[str] = []
    waiting: list[int] = []
    setups: list[str] = []
    lie, before, wanted, begun, start = Lie(PORTRAIT), None, None, False, 0
    for stretch in body:
        marked = bool(stretch) and stretch[0].startswith(STX)
        if marked and (found := find_marks(stretch[0], "turn")):
            wanted = Turn.from_text(found[0])
            continue
        if (wanted or not begun) and (marked or any(piece and not piece.isspace() for piece in stretch)):
            if wanted and begun and not _goes_on(wanted, lie, text[start:], house):
                setups.append(page_setup(house, lie, before))
                _end_section(text, setups[-1], house)
                before, start = lie, len(text)
            lie, wanted, begun = wanted.lie if wanted else lie, None, True
        if marked:
            waiting.append(len(text))
        text += stretch
    wordml.part_tables(text, house.style("Normal").id)
    setups.append(page_setup(house, lie, before))
    return TurnedPages([*text, setups[-1]], waiting, "".join(setups))


def _goes_on(turn: Turn, lie: Lie, before: Sequence[str], house: HouseFile) -> bool:
    """True where no page begins: the pages lie the same, and what stands before may be followed and is little."""
    if not turn.may_follow or turn.lie != lie:
        return False
    measure = measure_of(house)
    return measure.body("".join(before), house.text_width) % measure.page() < measure.page(_LITTLE)


def _end_section(text: list[str], setup: str, house: HouseFile) -> None:
    """Puts the page setup into the last paragraph of the pieces: a paragraph of its own would be a blank one."""
    last = len(text) - 1
    while last > 0 and not _BLOCK.search(text[last]):
        last -= 1
    for position in range(last, len(text)):
        text[position] = str(text[position])  # markup would escape the setup that is put into it
    start = max(text[last].rfind("<w:p>"), text[last].rfind("<w:p "))
    if start < 0 or start < text[last].rfind("</w:tbl>"):
        text.append(wordml.paragraph(house.style("Section Break").id, "", setup))
        return
    for position in range(last, len(text)):
        end = text[position].find("</w:pPr>", start if position == last else 0)
        if end >= 0:
            text[position] = text[position][:end] + setup + text[position][end:]
            return
    begun = text[last].index(">", start) + 1
    text[last] = f"{text[last][:begun]}<w:pPr>{setup}</w:pPr>{text[last][begun:]}"


def page_setup(house: HouseFile, lie: Lie, before: Lie | None) -> str:
    """The house's sectPr, turned where the pages lie on their side; `before` is how those before it lie, if any do.

    Only the first section has a first page of its own, or a number that its pages count from. A section names no header
    or footer that is in force, for then it keeps it: LibreOffice loses the page number of a footer that is named again.
    """
    setup = house.section
    if before:
        setup = re.sub(r"<w:titlePg[^>]*/>", "", setup)
        setup = re.sub(r'(<w:pgNumType[^>]*?) w:start="[^"]*"', r"\1", setup)
        for edge, is_kept in (("header", lie == before), ("footer", lie.layout == before.layout)):
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
        edges = re.compile(r'(?<= w:)(top|bottom)="(\d+)')
        setup = edges.sub(lambda at: f'{at[1]}="{round(int(at[2]) * TURNED[at[1]])}', setup.replace(size[0], turned))
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
