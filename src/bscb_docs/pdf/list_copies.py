"""List copies: what of a Word file's lists LibreOffice needs to be numbered by copies, read and written as text."""

import re
from collections.abc import Mapping

from bscb_docs.ooxml.paragraph_text import HEAD, KEEP
from bscb_docs.ooxml.styles import Style
from bscb_docs.ooxml.word_markup import list_place

LISTED = (
    rf"{HEAD}(?:{KEEP})?"
    r'(?P<list><w:numPr><w:ilvl w:val="(?P<level>\d)"/><w:numId w:val="(?P<number>\d+)"/></w:numPr>)?'
)
"""The head of a paragraph and the list that it names, as a regular expression."""
_LIST = re.compile(r'<w:num w:numId="(\d+)"[^>]*>\s*<w:abstractNumId w:val="(\d+)"/>(.*?)</w:num>', re.DOTALL)
_LEVELS = re.compile(r'<w:abstractNum [^>]*?w:abstractNumId="(\d+)"[^>]*>(.*?)</w:abstractNum>', re.DOTALL)


def lists_in(numbering: str) -> dict[int, tuple[int, str]]:
    """Each list by its number: the number of the levels that it counts by, and where it starts."""
    return {int(number): (int(levels), starts) for number, levels, starts in _LIST.findall(numbering)}


def levels_in(numbering: str) -> dict[int, str]:
    """The levels that lists count by, by their number."""
    return {int(number): levels for number, levels in _LEVELS.findall(numbering)}


def list_of(paragraph: re.Match[str], styles: Mapping[str, Style]) -> tuple[int, int]:
    """The list and the level of a `LISTED` paragraph, its own or those of its style; list 0 where it has none."""
    style = styles.get(paragraph["style"])
    number = int(paragraph["number"] or (style.list_id if style else 0))
    return number, int(paragraph["level"] or (style.level if style else 0))


def renumbered(paragraph: re.Match[str], number: int, level: int) -> str:
    """The head of a `LISTED` paragraph with another list in place of its own."""
    return f"{paragraph[0].removesuffix(paragraph['list'] or '')}{list_place(number, level)}"
