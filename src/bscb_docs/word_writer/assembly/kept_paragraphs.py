"""Keeping: paragraphs that must not be parted by the end of a page, where no style can say so.

A heading and a caption keep with what follows by their styles. What leads in to a list, and what a second paragraph of
a point belongs to, are known only by what stands beneath them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.ooxml.wordml import plain_words

_PARAGRAPH = re.compile(r'<w:p><w:pPr><w:pStyle w:val="([^"]*)"/>')
_TABLE = re.compile(r"(<w:tbl>.*?</w:tbl>)", re.DOTALL)
_KEEP = "<w:keepNext/>"
_CONTINUES = ("List Continue", "Table Continue")


def keep_together(text: list[str], waiting: Sequence[int], house: HouseFile) -> None:
    """Changes a body so that a lead-in keeps with its list, and a point with its second paragraph; not in tables.

    There are as many pieces as before, and those whose positions wait for their page are not touched.
    """
    lists = {
        style.id for style in house.styles.values() if style.name.startswith(("List ", "Paragraph ", "Subparagraph "))
    }
    continuing = {house.style(name).id for name in _CONTINUES if name.lower() in house.styles}
    for first, last in _stretches(text, set(waiting)):
        found = "".join(text[first : last + 1])
        kept = _keep(found, lists, continuing)
        if kept != found:
            text[first : last + 1] = [kept, *[""] * (last - first)]


def _stretches(text: Sequence[str], waiting: set[int]) -> Iterator[tuple[int, int]]:
    """The first and last position of each stretch of pieces in which no table is cut and no mark waits."""
    begun, depth = -1, 0
    for position, piece in enumerate(text):
        opened = piece.count("<w:tbl>") - piece.count("</w:tbl>")
        if position in waiting or depth or opened:
            if begun >= 0:
                yield begun, position - 1
            begun = -1
        elif begun < 0:
            begun = position
        depth += opened
    if begun >= 0:
        yield begun, len(text) - 1


def _keep(xml: str, lists: set[str], continuing: set[str]) -> str:
    """The same with what keeps marked so, in all that stands between tables."""
    parts = _TABLE.split(xml)
    parts[::2] = [_keep_paragraphs(part, lists, continuing) for part in parts[::2]]
    return "".join(parts)


def _keep_paragraphs(xml: str, lists: set[str], continuing: set[str]) -> str:
    pieces, done = [], 0
    for this, following in pairwise(_PARAGRAPH.finditer(xml)):
        leads = following[1] in lists and plain_words(xml[this.start() : following.start()]).endswith(":")
        if leads or following[1] in continuing:
            pieces += [xml[done : this.end()], _KEEP]
            done = this.end()
    return "".join((*pieces, xml[done:])) if pieces else xml
