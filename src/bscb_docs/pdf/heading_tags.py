"""Headings in a PDF's structure: each is said as its bookmark is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from bscb_docs.pdf.bookmarks import bookmarks_of
from bscb_docs.pdf.tag_tree import HEADINGS, is_tag, kids_of, new_tag, set_kids, tags_below

if TYPE_CHECKING:
    import pikepdf


def say_headings(file: pikepdf.Pdf, tags: Iterable[Any]) -> None:
    """Gives each heading of several pieces the words of its bookmark, in which single spaces part them.

    A PDF has no sign for a tab: what it parts stands side by side, and may be read as one word, "4.Neglect" or
    "Appendix 1Business Plan"; a badge has spaces for its colour alone. A heading with a link stays as it is:
    words in place of all would hide it. Nothing is done where headings and bookmarks do not go one to one.
    """
    headings = [tag for tag in tags if is_tag(tag, *HEADINGS)]
    titles = [" ".join(str(bookmark.Title).split()) for bookmark in bookmarks_of(file)]
    for heading, title in zip(headings, titles, strict=True) if len(headings) == len(titles) else ():
        pieces = kids_of(heading)
        if len(pieces) > 1 and not any(is_tag(below, "/Link", "/Note") for below in tags_below(heading)):
            words = new_tag(file, "/Span", heading.Pg)
            words.ActualText = title
            set_kids(words, pieces)
            set_kids(heading, [words])
