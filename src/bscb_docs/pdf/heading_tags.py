"""Headings in a PDF's structure: each is said as its bookmark is, and what is set apart ends where it does on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from bscb_docs.pdf.bookmarks import bookmarks_of
from bscb_docs.pdf.tag_tree import HEADINGS, is_tag, kids_of, new_tag, set_kids, tags_below

if TYPE_CHECKING:
    import pikepdf


_APART = "/Aside "
"""How the paragraph styles of words that are set apart begin."""


def part_asides(file: pikepdf.Pdf, kids: Sequence[Any]) -> list[Any]:
    """The kids, each heading of what is set apart with its words in a section of their own.

    The text after it, or a signature, is then none of a section that is called after a callout or a recommendation.
    """
    parted: list[Any] = []
    within = False
    for kid in kids:
        if within and (_is_apart(kid) or is_tag(kid, "/Note")):
            set_kids(parted[-1], [*kids_of(parted[-1]), kid])
            continue
        within = bool(parted) and is_tag(parted[-1], *HEADINGS) and _is_apart(kid)
        if within:
            section = new_tag(file, "/Sect")
            set_kids(section, [parted.pop(), kid])
        parted.append(section if within else kid)
    return parted


def _is_apart(kid: Any) -> bool:
    return is_tag(kid) and any(str(tag.S).startswith(_APART) for tag in (kid, *tags_below(kid)))


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
