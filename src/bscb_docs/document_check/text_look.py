"""ACC-05 to ACC-10, ACC-20, ACC-21, DOCX-24 and DOCX-26: how a paragraph's words look, by its styles and by hand."""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from bscb_docs.document_check.block_shapes import Line, shows
from bscb_docs.document_check.fault_tally import Fault
from bscb_docs.ooxml.formatting import FORMATTING, Look, look_of_paragraph, look_of_run
from bscb_docs.ooxml.styles import Styles
from bscb_docs.ooxml.theme import ENOUGH_CONTRAST, contrast
from bscb_docs.ooxml.xml_trees import down, value, w

BODY, SMALL, EDGE = "body", "small", "edge"
_LEAST = {BODY: 24, SMALL: 20, EDGE: 20}
_FAMILIES = (
    "aptos", "arial", "atkinson", "avenir", "bahnschrift", "calibri", "candara", "carlito", "century gothic", "corbel",
    "fira", "franklin gothic", "frutiger", "futura", "gds transport", "helvetica", "inter", "lato", "montserrat",
    "myriad", "nunito", "poppins", "raleway", "roboto", "segoe ui", "symbol", "tahoma", "trebuchet", "ubuntu",
    "univers", "verdana", "webdings", "wingdings",
)  # fmt: skip
"""How the names of sans serif fonts begin, beside those that say so and those that the font table calls swiss."""
_FREE_TITLES = frozenset({"title", "subtitle"})
_LEFT = frozenset({"left", "start"})
_PROPERTIES, _MARKS, _STYLE, _TEXT = w("pPr"), w("rPr"), w("rStyle"), w("t")


Behind = tuple[Look, str]
"""What a table style says of the text of a cell, and the shade behind it."""
_NOT_FORMATTING = frozenset(
    w(name)
    for name in (
        "pStyle", "keepNext", "numPr", "outlineLvl", "sectPr", "rPr", "rStyle", "lang", "noProof", "webHidden",
        "cnfStyle", "pPrChange", "rPrChange", "ins", "del", "moveFrom", "moveTo", "bidi", "rtl", "cs", "bCs", "iCs",
        "szCs",
    )
)  # fmt: skip
_OF_A_SCRIPT = {w("cs"), w("eastAsia"), w("hint")}
_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml"


class Setting(NamedTuple):
    """Where a block stands: in the body, footnotes or page edges; and in which table, with which look and shade."""

    kind: str = BODY
    table: str = ""
    look: int = 0
    first_row: bool = False
    shade: str = ""


def appearance(line: Line, styles: Styles, setting: Setting, behind: Behind) -> Iterator[Fault]:
    """What is wrong with the look of a line, given what its table style says and the shade behind its cell."""
    table, shade = behind
    properties = line.element.find(_PROPERTIES)
    paragraph = styles.paragraph(line.style, look_of_paragraph(properties, styles.theme))
    runs = _unlike_runs(line, styles)
    if paragraph.get("framed"):
        yield Fault("ACC-21", "A paragraph stands in a floating frame.")
    if runs:
        yield from _alignment(paragraph.get("jc", "left"), styles.named(line.style), setting)
    seen: set[str] = set()
    for character, in_link, direct in runs:
        look = styles.run(table, line.style, character, direct)
        linked = in_link or styles.named(character) in ("hyperlink", "followedhyperlink", "followed hyperlink")
        back = look.get("shade") or paragraph.get("shade") or shade or "FFFFFF"
        style = styles.by_id.get(character or styles.paragraph_style(line.style))
        for fault in _faults_of(look, setting, back, linked=linked, styles=styles, style=style.name if style else ""):
            if fault.code not in seen:
                seen.add(fault.code)
                yield fault


def _unlike_runs(line: Line, styles: Styles) -> list[tuple[str, bool, Look]]:
    """Of the runs that show words one of each kind: its character style, True in a link, and what is set by hand."""
    found: dict[object, tuple[str, bool, Look]] = {}
    for run, in_link in line.runs:
        if any(child.tag == _TEXT and shows(child.text) for child in run):
            character, direct = value(down(run, _MARKS, _STYLE)), look_of_run(run.find(_MARKS), styles.theme)
            found.setdefault((character, in_link, *direct.items()), (character, in_link, direct))
    return list(found.values())


def _alignment(side: str, style: str, setting: Setting) -> Iterator[Fault]:
    if side in ("both", "distribute", "thaiDistribute", "highKashida", "mediumKashida", "lowKashida"):
        yield Fault("ACC-07", "Text is justified.")
    elif side not in _LEFT and setting.kind != EDGE and not setting.table and style not in _FREE_TITLES:
        yield Fault("ACC-07", "Text is centred." if side == "center" else "Text is aligned right.")


def _faults_of(look: Look, setting: Setting, back: str, *, linked: bool, styles: Styles, style: str) -> Iterator[Fault]:
    least = _LEAST[setting.kind]
    size = look.get("size", 20)
    font = look.get("font", "Times New Roman")
    if look.get("vanish"):
        yield Fault("DOCX-26", "Text is hidden.")
        return
    if size < least:
        yield Fault("ACC-05", f"Text is {size / 2:g} point; the least here is {least // 2}.")
    if font.lower() not in styles.sans and not font.lower().startswith(_FAMILIES) and "sans" not in font.lower():
        yield Fault("ACC-06", f"Text is set in {font}.")
    if look.get("i"):
        yield Fault("ACC-08", "Text is set in italics.")
    if look.get("caps") or look.get("smallCaps"):
        yield Fault("ACC-09", "Text is set in capitals.")
    if look.get("u") and not linked:
        yield Fault("ACC-10", "Text is underlined and is no link.")
    colour = look.get("colour")
    # Without a colour of its own Word sets text black or white, whichever stands out.
    if colour and contrast(colour, back) < ENOUGH_CONTRAST:
        found, called = f"{contrast(colour, back):.1f} to 1", f" in the style {style}" if style else ""
        yield Fault("ACC-20", f"Text of colour #{colour} on #{back}{called} stands out by only {found}.")


def set_by_hand(line: Line) -> Iterator[Fault]:
    """A fault for each kind of formatting that the paragraph or one of its runs carries itself."""
    properties = (line.element.find(_PROPERTIES), *(run.find(_MARKS) for run, _ in line.runs))
    for kind in sorted({mark.tag for each in properties if each is not None for mark in each if _is_look(mark)}):
        name = kind.rpartition("}")[2]
        yield Fault("DOCX-24", f"Formatting set by hand: {FORMATTING.get(name, name)}.")


def _is_look(mark: Element) -> bool:
    """True of what a style should say; a font for letters that its own font lacks, such as Arabic ones, is none."""
    is_for_script = mark.tag == w("rFonts") and set(mark.attrib) <= _OF_A_SCRIPT
    return mark.tag not in _NOT_FORMATTING and mark.tag.startswith(_WORDS) and not is_for_script
