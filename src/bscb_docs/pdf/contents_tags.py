"""Contents in a PDF's structure: each entry one link, and below it the entries of what stands under its heading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bscb_docs.pdf.tag_tree import is_tag, kids_of, new_tag, set_kids, tags_below, take_kids

if TYPE_CHECKING:
    import pikepdf

_LEVELS = {"/Contents 2": 2, "/Contents 3": 3}
"""The level of an entry by the style of its paragraph, as LibreOffice calls it; any other is of the first."""


def nest_entries(file: pikepdf.Pdf, contents: Any) -> None:
    """Puts the entries of a lower level into contents of their own below the entry that they follow.

    LibreOffice 7.4 lists all side by side: of what an "Introduction" is one could not be heard.
    """
    entries = kids_of(contents)
    set_kids(contents, ())
    opened = [contents]
    for entry in entries:
        level = max((_LEVELS.get(str(tag.S), 1) for tag in tags_below(entry)), default=1) if is_tag(entry) else 1
        del opened[level:]
        if len(opened) < level and (above := kids_of(opened[-1])):
            opened.append(new_tag(file, "/TOC"))
            set_kids(above[-1], [*kids_of(above[-1]), opened[-1]])
        set_kids(opened[-1], [*kids_of(opened[-1]), entry])


def fill_entry(entry: Any) -> None:
    """Puts all that an entry of the contents holds into its one link: LibreOffice 7.4 ends it at Arabic letters."""
    for paragraph in filter(is_tag, kids_of(entry)):
        links = [kid for kid in kids_of(paragraph) if is_tag(kid, "/Link")]
        if len(links) == 1:
            held = take_kids(paragraph, links[0])
            set_kids(links[0], [each for kid in held for each in (kids_of(kid) if is_tag(kid, "/Link") else [kid])])
            set_kids(paragraph, links)
