"""Right-to-left words as LibreOffice needs them: each in one font, and numbers of their paragraphs within the margin.

Where the font of the house is not installed, LibreOffice 7.4 takes each letter from the first font that has it, so that
words fall apart. And it sets a list's numbers at the left of their place, so that those of a paragraph that begins at
the right hang out of the margin. The file that it is given says otherwise; Word needs none of this.
"""

import re
from collections.abc import Mapping

from bscb_docs.languages.writing_systems import WritingSystem, stretches
from bscb_docs.ooxml.styles import Style
from bscb_docs.pdf.font_letters import falls_apart, has_font
from bscb_docs.pdf.list_copies import LISTED, levels_in, list_of, lists_in, renumbered

_WORDS = re.compile(r'(<w:rFonts w:cs=")([^"]*)("/>(?:(?!</w:rPr>).)*</w:rPr><w:t(?: [^>]*)?>)([^<]*)')
_PARAGRAPH = re.compile(rf"{LISTED}(?=(?P<bidi>(?:(?!</w:pPr>).)*<w:bidi/>)?)")
_LEVEL = re.compile(r'<w:lvl w:ilvl="(\d)"(?:(?!</w:lvl>|w:val="bullet").)*</w:lvl>', re.DOTALL)
_START = re.compile(r'<w:lvlOverride w:ilvl="(\d)">\s*(<w:startOverride [^>]*/>)')
_STYLE = re.compile(r"<w:pStyle [^>]*/>")


def set_in_one_font(part: bytes) -> bytes:
    """A part of a Word file, its writing systems whose words would fall apart set in the font that stands in."""
    if b"<w:rtl/>" not in part:
        return part
    text = part.decode()
    said: dict[str, str] = {}
    for _, font, _, words in _WORDS.findall(text):
        system = _system(words)
        if system and system.stand_in and not has_font(font):
            said[system.stand_in] = said.get(system.stand_in, "") + words
    fonts = {font for font, words in said.items() if has_font(font) and falls_apart(words)}

    def set_in(found: re.Match[str]) -> str:
        system = _system(found[4])
        font = system.stand_in if system and system.stand_in in fonts and not has_font(found[2]) else found[2]
        return f"{found[1]}{font}{found[3]}{found[4]}"

    return _WORDS.sub(set_in, text).encode() if fonts else part


def _system(words: str) -> WritingSystem | None:
    return next((system for system, _ in stretches(words) if system), None)


def number_within_margin(body: str, numbering: str, styles: Mapping[str, Style]) -> tuple[str, str]:
    """The body and the numbering, paragraphs that begin at the right numbered by copies whose numbers stand there too.

    A copy of the same levels goes on counting. A list of its own that some of its items leave stays as it is.
    """
    if "<w:bidi/>" not in body:
        return body, numbering
    lists = lists_in(numbering)
    levels = {number: dict(_levels(text)) for number, text in levels_in(numbering).items()}
    shared = {int(each["number"]) for each in _PARAGRAPH.finditer(body) if each["number"] and not each["bidi"]}
    copies: dict[int, int] = {}

    def placed(paragraph: re.Match[str]) -> str:
        number, level = list_of(paragraph, styles)
        own = levels.get(lists[number][0], {}) if number in lists else {}
        if not paragraph["bidi"] or number in shared or str(level) not in own:
            return paragraph[0]
        return renumbered(paragraph, copies.setdefault(number, max(lists) + len(copies) + 1), level)

    body = _PARAGRAPH.sub(placed, body)
    added = ""
    for number, copy in copies.items():
        copied, starts = lists[number]
        first = dict(_START.findall(starts))
        own = (
            f'<w:lvlOverride w:ilvl="{at}">{first.get(at, "")}{level}</w:lvlOverride>'
            for at, level in levels[copied].items()
        )
        added += f'<w:num w:numId="{copy}"><w:abstractNumId w:val="{copied}"/>{"".join(own)}</w:num>'
    return body, numbering.replace("</w:numbering>", f"{added}</w:numbering>")


def _levels(text: str) -> list[tuple[str, str]]:
    """The levels of a list that count, their numbers set at the right of their place."""
    return [
        (found[1], _STYLE.sub("", found[0]).replace('<w:lvlJc w:val="left"/>', '<w:lvlJc w:val="right"/>'))
        for found in _LEVEL.finditer(text)
    ]
