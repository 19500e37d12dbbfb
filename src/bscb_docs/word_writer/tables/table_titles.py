"""Titles: what a screen reader announces of a table, which is the caption that stands above it."""

import re

from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.ooxml.paragraph_text import paragraph_head
from bscb_docs.ooxml.paragraph_words import words_of
from bscb_docs.ooxml.word_markup import words

_START = "<w:tbl>"


def name_tables(text: list[str], house: HouseFile) -> None:
    """Gives each table of a body the words of the caption right above it; there are as many pieces as before."""
    caption = paragraph_head(house.style("Caption").id)
    head = rf"{_START}(?:(?!</w:tblPr>).)*?<w:tblLook [^>]*/>"
    named = re.compile(rf"({caption}(?:(?!</w:p>).)*</w:p>)(\s*{head})(?:<w:tblCaption [^>]*/>)?", re.DOTALL)

    def with_title(found: re.Match[str]) -> str:
        return f'{found[1]}{found[2]}<w:tblCaption w:val="{words(words_of(found[1]))}"/>'

    for position in [position for position, piece in enumerate(text) if _START in piece]:
        first, last = position, position
        while first and not text[first].partition(_START)[0].strip():
            first -= 1
        while last + 1 < len(text) and text[last].rfind("</w:tblPr>") <= text[last].rfind(_START):
            last += 1
        joined = "".join(text[first : last + 1])
        if (changed := named.sub(with_title, joined)) != joined:
            text[first : last + 1] = [changed, *[""] * (last - first)]
