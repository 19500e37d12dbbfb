"""What LibreOffice's tags get wrong and PDF/UA forbids, put right in the structure tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf


def mend_lists(file: pikepdf.Pdf) -> int:
    """How many lists were opened again: items that LibreOffice left outside any list now stand in one.

    LibreOffice 7.4 does so where a numbered text returns from its third level after a paragraph without a number.
    """
    import pikepdf

    parents = [thing for thing in file.objects if isinstance(thing, pikepdf.Dictionary) and "/S" in thing]
    return sum(_mend(file, parent) for parent in parents if parent.S != "/L" and _is_list_of_kids(parent))


def _is_list_of_kids(element: Any) -> bool:
    import pikepdf

    kids = element.get("/K")
    return isinstance(kids, pikepdf.Array) and any(_is(kid, "/LI") for kid in kids.as_list())


def _is(kid: Any, kind: str) -> bool:
    import pikepdf

    return isinstance(kid, pikepdf.Dictionary) and kid.get("/S") == kind


def _mend(file: pikepdf.Pdf, parent: Any) -> int:
    """Each run of items among an element's children, in a list of its own; how many lists that made."""
    import pikepdf

    children: list[Any] = []
    opened: Any = None
    made = 0
    for kid in parent.K.as_list():
        if not _is(kid, "/LI"):
            opened = None
            children.append(kid)
            continue
        if opened is None:
            opened = file.make_indirect(
                pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.L, P=parent, K=pikepdf.Array())
            )
            children.append(opened)
            made += 1
        opened.K.append(kid)
        kid.P = opened
    parent.K = pikepdf.Array(children)
    return made


def name_rows(file: pikepdf.Pdf) -> None:
    """Makes the first cell of each row a header of it, in tables under a row of headers.

    LibreOffice 7.4 knows headers of columns alone: a person who goes down a column hears "Slipping", and not of what.
    """
    import pikepdf

    rows = [thing for thing in file.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/TR"]
    for row in rows:
        cells = row.get("/K")
        if isinstance(cells, pikepdf.Array) and len(cells) > 1 and cells[0].get("/S") == "/TD":
            first, said = cells[0], cells[0].get("/A", pikepdf.Array())
            first.S = pikepdf.Name.TH
            scope = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)
            first.A = pikepdf.Array([*(said if isinstance(said, pikepdf.Array) else [said]), scope])


def mend_captions(file: pikepdf.Pdf) -> None:
    """Makes the caption right before a table a part of it: whoever goes from table to table hears which one it is.

    LibreOffice 7.4 leaves it a paragraph like any other.
    """
    import pikepdf

    tables = [thing for thing in file.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Table"]
    for parent in {table.P.objgen: table.P for table in tables}.values():
        children: list[Any] = []
        for kid in parent.K.as_list() if isinstance(parent.K, pikepdf.Array) else ():
            if _is(kid, "/Table") and children and _is(children[-1], "/caption"):
                caption = children.pop()
                caption.S, caption.P = pikepdf.Name.Caption, kid
                kid.K = pikepdf.Array([caption, *kid.K.as_list()])
            children.append(kid)
        if children:
            parent.K = pikepdf.Array(children)


def mend_notes(file: pikepdf.Pdf) -> None:
    """Gives each note an id, and tags the link at its number, which leads back into the text, as a part of it.

    LibreOffice 7.4 does neither. A link that belongs to no note is taken away: nobody could be told where it leads.
    """
    import pikepdf

    notes = [thing for thing in file.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Note"]
    for number, note in enumerate(notes, 1):
        note.ID = pikepdf.String(f"note {number}")
    left = iter(notes)
    for page in file.pages if notes else ():
        page.Annots = pikepdf.Array([each for each in page.get("/Annots", ()) if _is_tagged(file, page, each, left)])


def _is_tagged(file: pikepdf.Pdf, page: pikepdf.Page, link: Any, notes: Iterator[Any]) -> bool:
    """True where the link stands in the structure, or now in that of the next note."""
    import pikepdf

    if "/StructParent" in link or link.get("/Subtype") != "/Link":
        return True
    note = next(notes, None)
    if note is None:
        return False
    parents = pikepdf.NumberTree(file.Root.StructTreeRoot.ParentTree)
    number = max(parents, default=-1) + 1
    place = pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Obj=link, Pg=page.obj)
    tag = pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.Link, P=note, K=pikepdf.Array([place]))
    link.StructParent, parents[number] = number, file.make_indirect(tag)
    held = note.get("/K", pikepdf.Array())
    note.K = pikepdf.Array([parents[number], *(held if isinstance(held, pikepdf.Array) else [held])])
    return True
