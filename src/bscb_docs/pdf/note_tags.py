"""Notes in a PDF's structure: each read after the paragraph that leads to it, its links saying where they lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from bscb_docs.languages.house_words import say
from bscb_docs.pdf.tag_tree import is_near, is_tag, kids_of, links_of, name_link, new_tag, set_kids, tags_below

if TYPE_CHECKING:
    import pikepdf

_WITHIN_A_LINE = {"/Link", "/Reference", "/Span"}


def place_notes(file: pikepdf.Pdf, tags: Iterable[Any]) -> None:
    """Puts each footnote after the paragraph that refers to it, and names the links that lead from one to the other.

    LibreOffice 7.4 reads a footnote after all else of its section, gives it no id, and leaves the link at its number
    out of the structure. Endnotes stay where they are read, at the end.
    """
    import pikepdf

    tags = list(tags)
    found = list(_ways_back(file, [tag for tag in tags if is_tag(tag, "/Link")]))
    notes = [tag for tag in tags if is_tag(tag, "/Note")]
    if notes:
        ids = pikepdf.NameTree.new(file)
        file.Root.StructTreeRoot.IDTree = ids.obj
    for number, note in enumerate(notes, 1):
        name = f"note {number}"
        note.ID, ids[name] = pikepdf.String(name), note
        way = next((way for way in found if way[0].objgen == note.get("/Pg", way[0]).objgen), None)
        if way is not None:
            found.remove(way)
            _, back, reference = way
            name_link(reference, links_of(reference)[0], say("Note {number}", number=number))
            _lead_back(file, note, back, say("Note {number}: back to the text", number=number))
            if not any(is_tag(tag, "/Endnote") for tag in tags_below(note)):
                _move(note, _block_around(file, reference))


def _ways_back(file: pikepdf.Pdf, references: Sequence[Any]) -> Iterator[tuple[Any, Any, Any]]:
    """The page of each link from a note, the link, and the tag of the reference to whose upper left corner it leads."""
    corners = [(tag.Pg.objgen, links_of(tag)[0].Rect, tag) for tag in references if "/Pg" in tag and links_of(tag)]
    for page in file.pages:
        for link in page.get("/Annots", ()):
            if "/StructParent" not in link and "/Dest" in link and len(link.Dest) > 3:
                target, _, left, top = list(link.Dest)[:4]
                for at, box, tag in corners:
                    if at == target.objgen and is_near((box[0], box[3]), (left, top)):
                        yield page.obj, link, tag
                        break


def _lead_back(file: pikepdf.Pdf, note: Any, link: Any, words: str) -> None:
    """Tags the link at the number of a note, which leads back to the text, together with the number."""
    import pikepdf

    tag = new_tag(file, "/Link", note.Pg)
    place = pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Obj=link, Pg=note.Pg)
    first = next((below for below in tags_below(note) if kids_of(below)), note)
    number, *rest = kids_of(first)
    if isinstance(number, int) and first.get("/Pg", note.Pg).objgen == note.Pg.objgen:
        set_kids(tag, [number, place])
        set_kids(first, [tag, *rest])
    else:
        set_kids(tag, [place])
        set_kids(first, [tag, number, *rest])
    name_link(tag, link, words)


def _block_around(file: pikepdf.Pdf, tag: Any) -> Any:
    """The paragraph, or the like, in whose line a tag stands."""
    roles: Any = file.Root.StructTreeRoot.get("/RoleMap", {})
    while str(roles.get(str(tag.S), tag.S)) in _WITHIN_A_LINE:
        tag = tag.P
    return tag


def _move(note: Any, block: Any) -> None:
    """Puts a note after a block, and after the notes that stand there."""
    set_kids(note.P, [kid for kid in kids_of(note.P) if not _is_same(kid, note)])
    kids = kids_of(block.P)
    at = next(place for place, kid in enumerate(kids, 1) if _is_same(kid, block))
    while at < len(kids) and is_tag(kids[at], "/Note"):
        at += 1
    set_kids(block.P, [*kids[:at], note, *kids[at:]])


def _is_same(kid: Any, tag: Any) -> bool:
    return is_tag(kid) and kid.objgen == tag.objgen
