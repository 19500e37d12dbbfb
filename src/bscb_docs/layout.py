"""Layout: where pages turn, and the headers and footers of pages on their side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from bscb_docs import wordml
from bscb_docs.errors import TemplateError
from bscb_docs.marks import STX, find_marks
from bscb_docs.shell import Shell

LANDSCAPE = "-landscape"
"""Ends the names of the parts and relationships that pages on their side have of their own."""


def turn_pages(body: Iterable[str], shell: Shell) -> tuple[list[str], str]:
    """The body with a section break wherever a section asks for pages of its own, and every page setup in it.

    A `turn` mark is a piece of its own; the last page setup ends the body.
    """
    text: list[str] = []
    setups: list[str] = []
    layout, before = "portrait", ""
    for piece in body:
        found = find_marks(piece, "turn") if piece.startswith(STX) else []
        if not found:
            text.append(piece)
            continue
        if any(not old.isspace() for old in text if old):
            setups.append(page_setup(shell, layout, before))
            tail = _cut_tail(text)
            text.append(_end_section(tail, setups[-1], shell))
            before = layout
        layout = found[0]
    setups.append(page_setup(shell, layout, before))
    return [*text, setups[-1]], "".join(setups)


def _cut_tail(text: list[str]) -> str:
    """Takes from the end of the pieces all that its last paragraph or table stands in, as one string."""
    tail: list[str] = []
    while text:
        tail.append(text.pop())
        if any(part in tail[-1] for part in ("<w:p>", "<w:p ", "</w:tbl>")):
            break
    return "".join(reversed(tail))


def _end_section(text: str, setup: str, shell: Shell) -> str:
    """The text with the page setup in its last paragraph: a paragraph of its own would be a blank one."""
    start = max(text.rfind("<w:p>"), text.rfind("<w:p "))
    if start < text.rfind("</w:tbl>") or start < 0:
        return text + wordml.paragraph(shell.style("Section Break").id, "", setup)
    head, last = text[:start], text[start:]
    if "</w:pPr>" in last:
        return head + last.replace("</w:pPr>", f"{setup}</w:pPr>", 1)
    return head + last.replace(">", f"><w:pPr>{setup}</w:pPr>", 1)


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
