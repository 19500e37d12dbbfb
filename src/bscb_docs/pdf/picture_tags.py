"""Pictures, signs and lines in a PDF: each picture has its words and is given to its tag, the rest is decoration."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from bscb_docs.pdf.tag_tree import is_near, is_tag, kids_of, set_kids

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import pikepdf

_SHOWING = {"Do", "Tj", "TJ", "'", '"'}  # the steps of a page that show a picture, a form or words
_DRAWING_BEGINS, _DRAWN = {"m", "re"}, {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*"}
_EVERYWHERE = [float("-inf"), float("-inf"), float("inf"), float("inf")]
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_SIGN = "/Status "
"""How the character style begins in which a status's sign stands before its words."""


def give_words(tags: Iterable[Any], body: bytes) -> None:
    """Gives a picture that has no words those of its drawing in the body of the Word file.

    LibreOffice 7.4 drops the words of what it takes for a shape, such as a picture that is turned or has no straight
    edges. Each drawing has its tag in the same order; where words differ, or there are more of one, nothing is given.
    """
    figures = [tag for tag in tags if is_tag(tag, "/Figure")]
    if all("/Alt" in tag for tag in figures):
        return
    told = [drawing.get("descr") or "" for drawing in ET.fromstring(body).iter(_DRAWING)]  # noqa: S314 - just written
    if len(told) == len(figures) and all(w in str(tag.get("/Alt", w)) for tag, w in zip(figures, told, strict=True)):
        for tag, words in zip(figures, told, strict=True):
            if words:
                tag.Alt = words


def mark_pages(file: pikepdf.Pdf, tags: Iterable[Any]) -> None:
    """Joins each picture's tag to the picture on its page, and artifacts of lines and of signs before a status.

    LibreOffice 7.4 gives the tag the words and the box of its picture, but marks the picture itself as an artifact: a
    screen reader that looks for what a tag holds is silent. A picture that does not lie surely in one tag's box stays
    an artifact, and one without words becomes one. A sign is one letter in the style of a status: its words follow it,
    and "black circle" says nothing. Borders of paragraphs stand outside of all marks. Other pages keep their bytes.
    """
    import pikepdf

    waiting: dict[tuple[int, int], list[Any]] = defaultdict(list)
    for tag in tags:
        is_picture = is_tag(tag, "/Figure") and "/Alt" in tag and not kids_of(tag) and _box(tag)
        if "/Pg" in tag and (is_picture or _is_silent(tag)):
            waiting[tag.Pg.objgen].append(tag)
    for page in file.pages:
        steps, found = list(pikepdf.parse_content_stream(page)), waiting.get(page.obj.objgen, ())
        if found:
            _mark(page, steps, found)
        apart = list(_with_lines_apart(steps))
        if found or len(apart) > len(steps):
            page.obj.Contents = file.make_stream(pikepdf.unparse_content_stream(apart))


def _with_lines_apart(steps: Iterable[Any]) -> Iterator[Any]:
    """The same steps, where each drawing outside of all marked content is an artifact: a border or a tint."""
    depth, drawing = 0, list[Any]()
    for step in steps:
        operator = str(step.operator)
        depth += (operator in ("BMC", "BDC")) - (operator == "EMC")
        if not drawing and operator not in _DRAWING_BEGINS:
            yield step
            continue
        drawing.append(step)
        if operator in _DRAWN or operator == "n":
            is_apart = depth == 0 and operator in _DRAWN
            yield from (_step("BMC", _artifact()), *drawing, _step("EMC")) if is_apart else drawing
            drawing.clear()
    yield from drawing


def _box(tag: Any) -> list[float]:
    """The left, lower, right and upper edge that a tag tells of its picture; [] where it tells none."""
    import pikepdf

    told = tag.get("/A", pikepdf.Dictionary())
    boxes = [each.BBox for each in (told.as_list() if isinstance(told, pikepdf.Array) else [told]) if "/BBox" in each]
    return [float(edge) for edge in boxes[0].as_list()] if boxes else []


def _mark(page: pikepdf.Page, steps: list[Any], tags: Sequence[Any]) -> None:
    """Makes the artifact of each tag's picture that tag's content, and the content of each sign's tag an artifact."""
    import pikepdf

    contents = dict(_contents(steps))
    pictures, free = _artifact_pictures(page, steps), max(contents, default=-1) + 1
    figures = [tag for tag in tags if not _is_silent(tag)]
    for tag in figures:
        found = [start for start, place in pictures.items() if is_near(place, _box(tag))]
        rivals = [other for other in figures if found and is_near(pictures[found[0]], _box(other))]
        if len(found) == len(rivals) == 1:
            steps[found[0]] = _step("BDC", pikepdf.Name.Figure, pikepdf.Dictionary(MCID=free))
            set_kids(tag, [free])
            free += 1
    for tag in tags:
        for number in kids_of(tag) if _is_silent(tag) else ():
            if number in contents and (is_tag(tag, "/Figure") or _letters(steps, contents[number]) == 1):
                steps[contents[number].start] = _step("BMC", _artifact())
                set_kids(tag, [kid for kid in kids_of(tag) if kid != number])


def _is_silent(tag: Any) -> bool:
    """True for a tag whose content a screen reader has to pass over: a picture without words, and a sign."""
    return str(tag.S).startswith(_SIGN) or (is_tag(tag, "/Figure") and "/Alt" not in tag)


def _artifact() -> Any:
    import pikepdf

    return pikepdf.Name.Artifact


def _step(operator: str, *operands: Any) -> Any:
    import pikepdf

    return pikepdf.ContentStreamInstruction(list(operands), pikepdf.Operator(operator))


def _artifact_pictures(page: pikepdf.Page, steps: Sequence[Any]) -> dict[int, list[float]]:
    """The edges of each picture that alone is shown in an artifact, by the number of the step that begins it."""
    places = _places(page, steps)
    pictures = {}
    for artifact in (marked for marked in _marked(steps) if steps[marked.start].operands[0] == "/Artifact"):
        shown = [number for number in artifact if str(steps[number].operator) in _SHOWING]
        if len(shown) == 1 and shown[0] in places:
            pictures[artifact.start] = places[shown[0]]
    return pictures


def _marked(steps: Sequence[Any]) -> Iterator[range]:
    """The steps of each marked content that no other holds."""
    begun: list[int] = []
    for number, step in enumerate(steps):
        operator = str(step.operator)
        if operator in ("BMC", "BDC"):
            begun.append(number)
        elif operator == "EMC" and begun:
            start = begun.pop()
            if not begun:
                yield range(start, number)


def _contents(steps: Sequence[Any]) -> Iterator[tuple[int, range]]:
    """The steps of each marked content that a tag can hold, by its number."""
    for marked in _marked(steps):
        operands = steps[marked.start].operands
        if len(operands) > 1 and "/MCID" in operands[1]:
            yield int(operands[1].MCID), marked


def _letters(steps: Sequence[Any], marked: range) -> int:
    """How many letters are shown: LibreOffice writes each as a number of one byte in a font of its own."""
    import pikepdf

    shown = [step.operands[0] for step in (steps[number] for number in marked) if str(step.operator) in ("Tj", "TJ")]
    parts = [part for each in shown for part in (each if isinstance(each, pikepdf.Array) else [each])]
    return sum(len(bytes(part)) for part in parts if isinstance(part, pikepdf.String))


def _places(page: pikepdf.Page, steps: Sequence[Any]) -> dict[int, list[float]]:
    """The left, lower, right and upper edge of what is seen of each picture of a page, by the number of the step."""
    import pikepdf

    held = page.resources.get("/XObject", pikepdf.Dictionary())
    matrix, box, clip, kept, places = pikepdf.Matrix(), _EVERYWHERE, _EVERYWHERE, [], {}
    for number, step in enumerate(steps):
        match str(step.operator):
            case "q":
                kept.append((matrix, clip))
            case "Q" if kept:
                matrix, clip = kept.pop()
            case "cm":
                matrix = pikepdf.Matrix(*map(float, step.operands)) @ matrix
            case "re":
                left, low, width, height = map(float, step.operands)
                box = _edges(matrix.transform(pikepdf.Rectangle(left, low, left + width, low + height)))
            case "W" | "W*":
                clip = _within(box, clip)
            case "Do" if held[step.operands[0]].get("/Subtype") == "/Image":
                places[number] = _within(_edges(matrix.transform(pikepdf.Rectangle(0, 0, 1, 1))), clip)
    return places


def _edges(box: pikepdf.Rectangle) -> list[float]:
    return [box.llx, box.lly, box.urx, box.ury]


def _within(box: Sequence[float], clip: Sequence[float]) -> list[float]:
    return [max(box[0], clip[0]), max(box[1], clip[1]), min(box[2], clip[2]), min(box[3], clip[3])]
