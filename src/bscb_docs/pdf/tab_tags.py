"""Tabs in a PDF's structure: what one parts on the page is parted where it is read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from bscb_docs.pdf.bookmarks import bookmarks_of
from bscb_docs.pdf.tag_tree import HEADINGS, is_tag, kids_of, new_tag, set_kids

if TYPE_CHECKING:
    import pikepdf

_NUMBER = re.compile(r"(?:\d+\.)+\d*(?=\s)")


def part_at_tabs(file: pikepdf.Pdf, tags: Iterable[Any]) -> None:
    """Sets a space after the number of each heading, and says the entries of the contents with their spaces.

    A PDF has no sign for a tab: what it parts stands side by side, and may be read as one word, "4.Neglect". Headings
    and bookmarks go one to one; a bookmark has the number and a space.
    """
    tags = list(tags)
    headings = [tag for tag in tags if is_tag(tag, *HEADINGS)]
    titles = [str(bookmark.Title) for bookmark in bookmarks_of(file)]
    for heading, title in zip(headings, titles, strict=True) if len(headings) == len(titles) else ():
        first, *rest = kids_of(heading)
        if (number := _NUMBER.match(title)) and isinstance(first, int) and rest:
            label = new_tag(file, "/Span", heading.Pg)
            label.ActualText = f"{number[0]} "
            set_kids(label, [first])
            set_kids(heading, [label, *rest])
