"""The tags of a PDF as a tree: what each holds, what is given to another, and the way back from pages to tags."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf


_NEAR = 1.0
"""Points."""
HEADINGS = ("/H", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6")


def kids_of(tag: Any) -> list[Any]:
    """What a tag holds in reading order: other tags, the numbers of marked content, and what leads to links."""
    import pikepdf

    held = tag.get("/K")
    return list(held) if isinstance(held, pikepdf.Array) else [] if held is None else [held]


def is_tag(kid: Any, *kinds: str) -> bool:
    """True for a tag, or one of those kinds where any are named."""
    import pikepdf

    return isinstance(kid, pikepdf.Dictionary) and "/S" in kid and (not kinds or str(kid.S) in kinds)


def links_of(tag: Any) -> list[Any]:
    """The links of a page that a tag leads to."""
    return [kid.Obj for kid in kids_of(tag) if is_lead(kid)]


def is_lead(kid: Any) -> bool:
    """True of what leads to a link of a page."""
    return not isinstance(kid, int) and kid.get("/Type") == "/OBJR"


def is_near(place: Sequence[Any], other: Sequence[Any]) -> bool:
    """True of two places on a page that are the same but for how LibreOffice rounds each of them."""
    return all(abs(float(edge) - float(at)) < _NEAR for edge, at in zip(place, other, strict=True))


def name_link(tag: Any, link: Any, words: str) -> None:
    """Says where a link leads, in its tag and on its page."""
    tag.Alt = link.Contents = words


def set_kids(tag: Any, kids: Iterable[Any]) -> None:
    """Gives a tag what it holds from now on."""
    import pikepdf

    held = list(kids)
    for kid in held:
        if is_tag(kid):
            kid.P = tag
    tag.K = pikepdf.Array(held)


def take_kids(tag: Any, into: Any) -> list[Any]:
    """What a tag holds as another can hold it: content that names no page stands on that of its tag."""
    import pikepdf

    page = tag.get("/Pg")
    if page is None or page.objgen == into.get("/Pg", page).objgen:
        return kids_of(tag)
    return [
        pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=page, MCID=kid)
        if isinstance(kid, int)
        else pikepdf.Dictionary({**{str(key): value for key, value in kid.items()}, "/Pg": page})
        if is_lead(kid)
        else kid
        for kid in kids_of(tag)
    ]


def new_tag(file: pikepdf.Pdf, kind: str, page: Any = None) -> Any:
    """A tag that holds nothing yet."""
    import pikepdf

    tag = file.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name(kind)))
    if page is not None:
        tag.Pg = page
    return tag


def tags_below(tag: Any) -> Iterator[Any]:
    """Every tag below one, in reading order."""
    for kid in kids_of(tag):
        if is_tag(kid):
            yield kid
            yield from tags_below(kid)


def write_parents(file: pikepdf.Pdf) -> None:
    """Writes anew how each page's content and each link leads back to the tag that holds it."""
    import pikepdf

    contents: dict[tuple[int, int], dict[int, Any]] = defaultdict(dict)
    links = []
    for tag in tags_below(file.Root.StructTreeRoot):
        for kid in kids_of(tag):
            if isinstance(kid, int):
                contents[tag.Pg.objgen][kid] = tag
            elif "/MCID" in kid:
                contents[kid.get("/Pg", tag.get("/Pg")).objgen][int(kid.MCID)] = tag
            elif "/Obj" in kid:
                links.append((kid.Obj, tag))
    parents = pikepdf.NumberTree.new(file)
    for number, page in enumerate(file.pages):
        if held := contents.get(page.obj.objgen):
            page.obj.StructParents = number
            parents[number] = pikepdf.Array([held.get(place) for place in range(max(held) + 1)])
    for number, (link, tag) in enumerate(links, len(file.pages)):
        link.StructParent, parents[number] = number, tag
    file.Root.StructTreeRoot.ParentTree = parents.obj
    file.Root.StructTreeRoot.ParentTreeNextKey = len(file.pages) + len(links)
