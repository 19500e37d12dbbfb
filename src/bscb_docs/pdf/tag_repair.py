"""What LibreOffice's tags get wrong and PDF/UA forbids, put right in the structure tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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
    return isinstance(kids, pikepdf.Array) and any(_is_item(kid) for kid in kids.as_list())


def _is_item(kid: Any) -> bool:
    import pikepdf

    return isinstance(kid, pikepdf.Dictionary) and kid.get("/S") == "/LI"


def _mend(file: pikepdf.Pdf, parent: Any) -> int:
    """Each run of items among an element's children, in a list of its own; how many lists that made."""
    import pikepdf

    children: list[Any] = []
    opened: Any = None
    made = 0
    for kid in parent.K.as_list():
        if not _is_item(kid):
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
