"""Runs of other writing systems: what Word must be told of letters that no Latin font has."""

import html
import re
from collections.abc import Mapping

from markupsafe import escape

from bscb_docs.languages.language_tags import word_attributes
from bscb_docs.languages.writing_systems import (
    Direction,
    WritingSystem,
    holds_other_writing,
    runs_from_right,
    stretches,
)

_RUN = re.compile(r"<w:r(?: [^>]*)?>(?:<w:rPr>((?:(?!</w:rPr>).)*)</w:rPr>)?<w:t(?: [^>]*)?>([^<]*)</w:t></w:r>")
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>(?:(?!</w:p>).)*</w:p>", re.DOTALL)
_IN_NUMBER = re.compile(r"(?<=\d) (?=\d)")
"""A space within a number: among letters from right to left its two halves would change places."""
_ENTRY = '<w:hyperlink w:anchor="_Toc'
"""What leads from an entry of the contents to its heading."""
_WORDS = re.compile(r"<w:t(?: [^>]*)?>([^<]*)")
_AFTER_DIRECTION = re.compile(r"<w:(?:em|lang|eastAsianLayout|specVanish|oMath)\b|$")
_AFTER_BIDI = re.compile(
    r"<w:(?:adjustRightInd|snapToGrid|spacing|ind|contextualSpacing|mirrorIndents|suppressOverlap|jc|textDirection|"
    r"textAlignment|textboxTightWrap|outlineLvl|divId|cnfStyle|rPr|sectPr|pPrChange)\b|</w:pPr>"
)
"""What the schema sets after the direction of a run, and of a paragraph."""


def mark_writing_systems(xml: str, fonts: Mapping[str, str]) -> str:
    """The runs of other writing systems set apart, each with its font, direction and language.

    A paragraph of right-to-left letters begins at the right; not so an entry of the contents, whose page stands there.
    """
    if not holds_other_writing(xml):
        return xml
    return _PARAGRAPH.sub(lambda paragraph: _marked(paragraph[0], fonts), xml)


def _marked(paragraph: str, fonts: Mapping[str, str]) -> str:
    if not holds_other_writing(paragraph):
        return paragraph
    from_right = _ENTRY not in paragraph and runs_from_right(html.unescape("".join(_WORDS.findall(paragraph))))
    if from_right:
        paragraph = _from_right(paragraph)
    return _RUN.sub(lambda run: _run(run, fonts, from_right=from_right), paragraph)


def _from_right(paragraph: str) -> str:
    """The paragraph with its beginning at the right."""
    start = paragraph.find("<w:pPr>")
    if start < 0:
        begun = paragraph.index(">") + 1
        return f"{paragraph[:begun]}<w:pPr><w:bidi/></w:pPr>{paragraph[begun:]}"
    place = _AFTER_BIDI.search(paragraph, start)
    at = place.start() if place else start
    return f"{paragraph[:at]}<w:bidi/>{paragraph[at:]}"


def _run(run: re.Match[str], fonts: Mapping[str, str], *, from_right: bool) -> str:
    """The runs of one writing system each that a run is made of."""
    made = []
    for system, words in stretches(html.unescape(run[2])):
        if from_right or (system and system.direction is Direction.RIGHT_TO_LEFT):
            words = _IN_NUMBER.sub("\N{NO-BREAK SPACE}", words)
        properties = _properties(run[1] or "", system, fonts)
        made.append(f'<w:r>{properties}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>')
    return "".join(made)


def _properties(properties: str, system: WritingSystem | None, fonts: Mapping[str, str]) -> str:
    if system is not None:
        font, is_east_asian = fonts.get(system.code, ""), system.direction is Direction.EAST_ASIAN
        if font and "<w:rFonts" not in properties:
            told = f'<w:rFonts w:{"eastAsia" if is_east_asian else "cs"}="{escape(font)}"/>'
            style = re.match(r"<w:rStyle [^>]*/>", properties)
            at = style.end() if style else 0
            properties = f"{properties[:at]}{told}{properties[at:]}"
        added = "" if is_east_asian else f"<w:{system.direction.value}/>"
        if system.language and "<w:lang " not in properties:
            added += f"<w:lang {word_attributes(system.language)}/>"
        place = _AFTER_DIRECTION.search(properties)
        at = place.start() if place else len(properties)
        properties = f"{properties[:at]}{added}{properties[at:]}"
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""
