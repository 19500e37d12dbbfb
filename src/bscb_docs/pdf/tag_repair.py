"""What LibreOffice's tags get wrong, put right in one walk: a PDF then reads as its document does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from bscb_docs.pdf.list_tags import gather_points, name_points, open_lists
from bscb_docs.pdf.note_tags import drop_stray_links, place_notes
from bscb_docs.pdf.picture_tags import give_words, mark_pages
from bscb_docs.pdf.tab_tags import part_at_tabs
from bscb_docs.pdf.tag_tree import is_tag, kids_of, links_of, new_tag, set_kids, tags_below, take_kids, write_parents

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
    part_at_tabs(file, tags_below(tree))
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
        set_kids(tag, gather_points(_with_captions(file, _join_links(kids))))
    if is_tag(tag, "/Table"):
        _name_rows(tag)
    if is_tag(tag, "/TOCI"):
        _fill_link(tag)


def _is_empty(kid: Any) -> bool:
    """True for a tag that holds nothing, such as that of decoration; a cell may, and a picture that has words."""
    return is_tag(kid) and not kids_of(kid) and not is_tag(kid, *_CELLS) and "/Alt" not in kid


def _join_links(kids: Sequence[Any]) -> list[Any]:
    """The kids with the pieces of each link in one: LibreOffice parts it at a tab, a fixed space and a line's end."""
    joined: list[Any] = []
    last = 0  # the number of the link that stands last
    for kid in kids:
        if is_tag(kid, "/Link") and joined and is_tag(joined[last], "/Link") and _is_one(joined[last:], kid):
            link, *between = joined[last:]
            leads = {each.objgen for each in links_of(link)}
            pieces = [each for each in take_kids(kid, link) if not _leads_to(each, leads)]
            set_kids(link, [*kids_of(link), *between, *pieces])
            del joined[last + 1 :]
            continue
        if is_tag(kid, "/Link"):
            last = len(joined)
        joined.append(kid)
    return joined


def _fill_link(entry: Any) -> None:
    """Puts all that an entry of the contents holds into its one link: LibreOffice 7.4 ends it at Arabic letters."""
    for paragraph in filter(is_tag, kids_of(entry)):
        links = [kid for kid in kids_of(paragraph) if is_tag(kid, "/Link")]
        if len(links) == 1:
            held = take_kids(paragraph, links[0])
            set_kids(links[0], [each for kid in held for each in (kids_of(kid) if is_tag(kid, "/Link") else [kid])])
            set_kids(paragraph, links)


def _is_one(before: Sequence[Any], link: Any) -> bool:
    """True where a link goes on one before it: right after it to the same place, or in one box with what is between."""
    first, second = links_of(before[0]), links_of(link)
    if not first or not second:
        return False
    if len(before) > 1:
        return bool(first[-1].objgen == second[0].objgen) and not any(is_tag(each) for each in before[1:])
    return _destination(first[-1]) == _destination(second[0])


def _destination(link: Any) -> tuple[str, ...]:
    return tuple(link[key].unparse() if key in link else "" for key in ("/Contents", "/Dest", "/A"))


def _leads_to(kid: Any, leads: set[tuple[int, int]]) -> bool:
    return not isinstance(kid, int) and "/Obj" in kid and kid.Obj.objgen in leads


def _with_captions(file: pikepdf.Pdf, kids: Sequence[Any]) -> list[Any]:
    """The kids, each caption with what follows it: who goes from table to table hears which one it is.

    That of a picture stands beside it in a group, for the picture's alternative text is read in place of all it holds.
    """
    children: list[Any] = []
    for kid in kids:
        if is_tag(kid, "/Table", _PICTURE) and children and is_tag(children[-1], "/caption"):
            caption = children.pop()
            caption.S = _name("/Caption")
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


def _name(text: str) -> Any:
    import pikepdf

    return pikepdf.Name(text)
