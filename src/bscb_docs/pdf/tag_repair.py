"""What LibreOffice's tags get wrong, put right in one walk: a PDF then reads as its document does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from bscb_docs.pdf.contents_tags import fill_entry, nest_entries
from bscb_docs.pdf.heading_tags import part_asides, say_headings
from bscb_docs.pdf.link_tags import drop_stray_links, join_lines, join_pieces, name_links
from bscb_docs.pdf.list_tags import gather_points, name_points, open_lists
from bscb_docs.pdf.note_tags import place_notes
from bscb_docs.pdf.picture_tags import give_words, mark_pages
from bscb_docs.pdf.tag_tree import is_tag, kids_of, new_tag, set_kids, tags_below, write_parents

if TYPE_CHECKING:
    import pikepdf

_CELLS = ("/TH", "/TD")
_FIGURE, _PICTURE = "/Table Figure", "/Picture"


def mend_tags(file: pikepdf.Pdf, body: bytes) -> None:
    """Mends the structure of a PDF that LibreOffice 7.4 made of a Word file with that body, its pages' marks too."""
    tree = file.Root.StructTreeRoot
    tags = list(tags_below(tree))
    give_words(tags, body)
    mark_pages(file, tags)
    place_notes(file, tags)
    _mend(file, tree)
    name_points(file, tags_below(tree))
    say_headings(file, tags_below(tree))
    name_links(tags_below(tree), body)
    join_lines(tags_below(tree))
    drop_stray_links(file, tags_below(tree))
    write_parents(file)


def _mend(file: pikepdf.Pdf, tag: Any) -> None:
    """Mends all below a tag, and then what it holds."""
    held = kids_of(tag)
    for kid in held:
        if is_tag(kid):
            _mend(file, kid)
    kids = [kid for kid in held if not _is_empty(kid)]
    if not is_tag(tag, "/L"):
        kids = open_lists(file, kids)
    if held:
        set_kids(tag, part_asides(file, gather_points(_with_captions(file, join_pieces(kids)))))
    if is_tag(tag, "/Table"):
        _name_rows(tag)
    if is_tag(tag, "/TOCI"):
        fill_entry(tag)
    if is_tag(tag, "/TOC"):
        nest_entries(file, tag)


def _is_empty(kid: Any) -> bool:
    """True for a tag that holds nothing, such as that of decoration; a cell may, and a picture that has words."""
    return is_tag(kid) and not kids_of(kid) and not is_tag(kid, *_CELLS) and "/Alt" not in kid


def _with_captions(file: pikepdf.Pdf, kids: Sequence[Any]) -> list[Any]:
    """The kids, each caption with what follows it: who goes from table to table hears which one it is.

    That of a picture stands beside it in a group, for the picture's alternative text is read in place of all it holds.
    """
    import pikepdf

    children: list[Any] = []
    for kid in kids:
        if is_tag(kid, "/Table", _PICTURE) and children and is_tag(children[-1], "/caption"):
            caption = children.pop()
            caption.S = pikepdf.Name.Caption
            whole, beside = (kid, kids_of(kid)) if is_tag(kid, "/Table") else (new_tag(file, "/Div"), [kid])
            set_kids(whole, [caption, *beside])
            children.append(whole)
        else:
            children.append(kid)
    return children


def _name_rows(table: Any) -> None:
    """Makes the first cell of each row a header of it, in tables under a row of headers, but of a strip of figures.

    LibreOffice 7.4 knows headers of columns alone: a person who goes down a column hears "Slipping", and not of what.
    """
    import pikepdf

    rows = [kids_of(row) for row in kids_of(table) if is_tag(row, "/TR")]
    firsts = [cells[0] for cells in rows if len(cells) > 1 and is_tag(cells[0], "/TD")]
    if any(is_tag(paragraph, _FIGURE) for first in firsts for paragraph in kids_of(first)):
        return
    for first in firsts:
        said = first.get("/A", pikepdf.Array())
        first.S = pikepdf.Name.TH
        scope = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)
        first.A = pikepdf.Array([*(said if isinstance(said, pikepdf.Array) else [said]), scope])
