"""Layout: where pages turn, and the headers and footers of pages on their side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from bscb_docs import wordml
from bscb_docs.errors import TemplateError
from bscb_docs.marks import STX, find_marks
from bscb_docs.shell import Shell

_BLOCK = re.compile(r"<w:p[> ]|</w:tbl>")
LANDSCAPE = "-landscape"
"""Ends the names of the parts and relationships that pages on their side have of their own."""


@frozen
class TurnedPages:
    """A body in pieces with its section breaks, the positions of the marks that wait, and every page setup in it."""

    text: list[str]
    waiting: list[int]
    setups: str


def turn_pages(body: Iterable[Sequence[str]], shell: Shell) -> TurnedPages:
    """The body with a section break wherever a section asks for pages of its own; the last page setup ends it.

    The body comes in stretches of pieces; a mark, of a turn or one that waits for its page, is a stretch of its own.
    """
    text: list[str] = []
    waiting: list[int] = []
    setups: list[str] = []
    layout, before = "portrait", ""
    for stretch in body:
        if not stretch or not stretch[0].startswith(STX):
            text += stretch
        elif found := find_marks(stretch[0], "turn"):
            if any(piece and not piece.isspace() for piece in text):
                setups.append(page_setup(shell, layout, before))
                _end_section(text, setups[-1], shell)
                before = layout
            layout = found[0]
        else:
            waiting.append(len(text))
            text += stretch
    setups.append(page_setup(shell, layout, before))
    return TurnedPages([*text, setups[-1]], waiting, "".join(setups))


def _end_section(text: list[str], setup: str, shell: Shell) -> None:
    """Puts the page setup into the last paragraph of the pieces: a paragraph of its own would be a blank one."""
    last = len(text) - 1
    while last > 0 and not _BLOCK.search(text[last]):
        last -= 1
    for position in range(last, len(text)):
        text[position] = str(text[position])  # markup would escape the setup that is put into it
    start = max(text[last].rfind("<w:p>"), text[last].rfind("<w:p "))
    if start < 0 or start < text[last].rfind("</w:tbl>"):
        text.append(wordml.paragraph(shell.style("Section Break").id, "", setup))
        return
    for position in range(last, len(text)):
        end = text[position].find("</w:pPr>", start if position == last else 0)
        if end >= 0:
            text[position] = text[position][:end] + setup + text[position][end:]
            return
    begun = text[last].index(">", start) + 1
    text[last] = f"{text[last][:begun]}<w:pPr>{setup}</w:pPr>{text[last][begun:]}"


def page_setup(shell: Shell, layout: str, before: str) -> str:
    """The shell's sectPr, turned where the layout is landscape; `before` is the layout before it, if any.

    Only the first section has a first page of its own. A section laid out as the one before it names no header or
    footer, for then it keeps the ones in force: LibreOffice loses the page number of a footer that is named again.
    """
    setup = shell.section
    if before:
        setup = re.sub(r"<w:titlePg[^>]*/>", "", setup)
        again = "" if layout == before else 'w:type="first"'
        setup = re.sub(rf"<w:(header|footer)Reference [^>]*{again}[^>]*/>", "", setup)
    size = re.search(r"<w:pgSz[^>]*/>", setup)
    if layout != "landscape" or size is None:
        return setup
    width, height = (re.search(rf'w:{side}="(\d+)"', size[0]) for side in "wh")
    if width and height:
        turned = f'<w:pgSz w:w="{height[1]}" w:h="{width[1]}" w:orient="landscape"/>'
        setup = setup.replace(size[0], turned)
    if {"header landscape", "footer landscape"} <= set(shell.styles):
        setup = re.sub(r'<w:(?:header|footer)Reference w:type="default" r:id="[^"]*', rf"\g<0>{LANDSCAPE}", setup)
    return setup


def turn_furniture(furniture: Mapping[str, bytes], body: str, shell: Shell) -> dict[str, bytes]:
    """The default headers and footers again, in the styles whose tab stands at the edge of a page on its side."""
    turned = {}
    for relationship in re.findall(rf'r:id="([^"]*){LANDSCAPE}"', body):
        part = _part_of(relationship, shell)
        text = furniture[part].decode()
        for name in ("Header", "Footer"):
            old, new = shell.style(name).id, shell.style(f"{name} Landscape").id
            text = text.replace(f'<w:pStyle w:val="{old}"/>', f'<w:pStyle w:val="{new}"/>')
        turned[part.replace(".xml", f"{LANDSCAPE}.xml")] = text.encode()
    return turned


def keep_used(furniture: Mapping[str, bytes], used: Iterable[str], shell: Shell) -> dict[str, bytes]:
    """The headers and footers that a page setup names: one that no page shows would go out hidden in the file."""
    parts = {
        _part_of(name.removesuffix(LANDSCAPE), shell).replace(".xml", f"{LANDSCAPE if LANDSCAPE in name else ''}.xml")
        for name in used
    }
    return {part: data for part, data in furniture.items() if part in parts}


def _part_of(relationship: str, shell: Shell) -> str:
    """The part of the shell that a relationship leads to."""
    relationships = shell.parts["word/_rels/document.xml.rels"].decode()
    entry = re.search(rf'<Relationship [^>]*Id="{relationship}"[^>]*/>', relationships)
    target = re.search(r'Target="/?(?:word/)?([^"]*)"', entry[0]) if entry else None
    if target is None:
        raise TemplateError(f"{shell.name} has lost its header or footer. Insert it again in Word.")
    return f"word/{target[1]}"
