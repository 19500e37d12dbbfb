"""Pictures in a PDF's structure: what says something is read out with its words, decoration is passed over."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pikepdf

_SHOWING = {"Do", "Tj", "TJ", "'", '"'}  # the steps of a page that show a picture, a form or words
_NEAR = 1.0  # points: LibreOffice rounds the box of a tag and the place of its picture each in its own way


def mend_pictures(file: pikepdf.Pdf) -> None:
    """Joins each picture's tag to the picture on its page, and takes the empty tags of decoration away.

    LibreOffice 7.4 gives the tag the words and the box of its picture, but marks the picture itself as an artifact: a
    screen reader that looks for what a tag holds is silent. A picture that does not lie surely in one tag's box stays
    an artifact, and pages without such tags keep their bytes.
    """
    import pikepdf

    things = [thing for thing in file.objects if isinstance(thing, pikepdf.Dictionary)]
    waiting: dict[tuple[int, int], list[Any]] = defaultdict(list)
    for tag in [thing for thing in things if thing.get("/S") == "/Figure" and "/K" not in thing]:
        if "/Alt" not in tag:
            _take_away(tag)
        elif "/Pg" in tag and _box(tag):
            waiting[tag.Pg.objgen].append(tag)
    for page in file.pages if waiting else ():
        if tags := waiting.get(page.obj.objgen):
            _join(file, page, tags)


def _take_away(tag: Any) -> None:
    import pikepdf

    held = tag.P.get("/K")
    kids = held.as_list() if isinstance(held, pikepdf.Array) else [held]
    tag.P.K = pikepdf.Array([kid for kid in kids if kid != tag])


def _box(tag: Any) -> list[float]:
    """The left, lower, right and upper edge that a tag tells of its picture; [] where it tells none."""
    import pikepdf

    told = tag.get("/A", pikepdf.Dictionary())
    boxes = [each.BBox for each in (told.as_list() if isinstance(told, pikepdf.Array) else [told]) if "/BBox" in each]
    return [float(edge) for edge in boxes[0].as_list()] if boxes else []


def _join(file: pikepdf.Pdf, page: pikepdf.Page, tags: Sequence[Any]) -> None:
    """Makes the artifact of each tag's picture that tag's content; and the page's list of contents leads back to it."""
    import pikepdf

    steps = list(pikepdf.parse_content_stream(page))
    pictures = _artifact_pictures(page, steps)
    parents = pikepdf.NumberTree(file.Root.StructTreeRoot.ParentTree)
    page_number = int(page.obj.get("/StructParents", max(parents, default=-1) + 1))
    contents: list[Any] = [*parents[page_number].as_list()] if page_number in parents else []
    for tag in tags:
        found = [start for start, place in pictures.items() if _is_near(place, _box(tag))]
        rivals = [other for other in tags if found and _is_near(pictures[found[0]], _box(other))]
        if len(found) == len(rivals) == 1:
            tag.K = len(contents)
            mark = [pikepdf.Name.Figure, pikepdf.Dictionary(MCID=tag.K)]
            steps[found[0]] = pikepdf.ContentStreamInstruction(mark, pikepdf.Operator("BDC"))
            contents.append(tag)
    page.obj.StructParents, parents[page_number] = page_number, pikepdf.Array(contents)
    page.obj.Contents = file.make_stream(pikepdf.unparse_content_stream(steps))


def _is_near(place: Sequence[float], box: Sequence[float]) -> bool:
    return all(abs(edge - other) < _NEAR for edge, other in zip(place, box, strict=True))


def _artifact_pictures(page: pikepdf.Page, steps: Sequence[Any]) -> dict[int, list[float]]:
    """The edges of each picture that alone is shown in an artifact, by the number of the step that begins it."""
    places = _places(page, steps)
    pictures = {}
    for artifact in _artifacts(steps):
        shown = [number for number in artifact if str(steps[number].operator) in _SHOWING]
        if len(shown) == 1 and shown[0] in places:
            pictures[artifact.start] = places[shown[0]]
    return pictures


def _artifacts(steps: Sequence[Any]) -> Iterator[range]:
    """The steps of each artifact that no other marked content holds."""
    begun: list[int] = []
    for number, step in enumerate(steps):
        operator = str(step.operator)
        if operator in ("BMC", "BDC"):
            begun.append(number)
        elif operator == "EMC" and begun:
            start = begun.pop()
            if not begun and steps[start].operands[0] == "/Artifact":
                yield range(start, number)


def _places(page: pikepdf.Page, steps: Sequence[Any]) -> dict[int, list[float]]:
    """The left, lower, right and upper edge of each picture that a page shows, by the number of the step."""
    import pikepdf

    held = page.resources.get("/XObject", pikepdf.Dictionary())
    matrix, kept, places = pikepdf.Matrix(), [], {}
    for number, step in enumerate(steps):
        match str(step.operator):
            case "q":
                kept.append(matrix)
            case "Q" if kept:
                matrix = kept.pop()
            case "cm":
                matrix = pikepdf.Matrix(*map(float, step.operands)) @ matrix
            case "Do" if held[step.operands[0]].get("/Subtype") == "/Image":
                square = matrix.transform(pikepdf.Rectangle(0, 0, 1, 1))
                places[number] = [square.llx, square.lly, square.urx, square.ury]
    return places
