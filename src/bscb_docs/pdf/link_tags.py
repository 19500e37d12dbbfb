"""Links in a PDF's structure: each is one, over all its lines, and is called by words that can be said."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from bscb_docs.languages.house_words import say
from bscb_docs.ooxml.paragraph_words import words_in
from bscb_docs.ooxml.xml_trees import value, w
from bscb_docs.pdf.tag_tree import is_lead, is_tag, kids_of, links_of, name_link, set_kids, take_kids

if TYPE_CHECKING:
    import pikepdf

_HYPHEN = "\N{NON-BREAKING HYPHEN}"
_HEARD, _BRIEF = 80, 40
"""Letters of a heading that a list of links may hold, and of a caption beyond which its first words are enough."""
_PAUSE = re.compile(r"[,;:] ")


def join_pieces(kids: Sequence[Any]) -> list[Any]:
    """The kids with the pieces of each link in one: LibreOffice parts it at a tab, a fixed space and a line's end."""
    joined: list[Any] = []
    last = 0  # the number of the link that stands last
    for kid in kids:
        if is_tag(kid, "/Link") and joined and is_tag(joined[last], "/Link") and _is_one(joined[last:], kid):
            link, *between = joined[last:]
            leads = {each.objgen for each in links_of(link)}
            pieces = [each for each in take_kids(kid, link) if not (is_lead(each) and each.Obj.objgen in leads)]
            set_kids(link, [*kids_of(link), *between, *pieces])
            del joined[last + 1 :]
            continue
        if is_tag(kid, "/Link"):
            last = len(joined)
        joined.append(kid)
    return joined


def _is_one(before: Sequence[Any], link: Any) -> bool:
    """True where a link goes on one before it: to the same place right after it, or on the next line after a space.

    What stands between two pieces with one box belongs to them, too.
    """
    first, second = links_of(before[0]), links_of(link)
    if not first or not second or any(is_tag(each) for each in before[1:]):
        return False
    if first[-1].objgen == second[0].objgen:
        return True
    goes_on = len(before) == 1 or (len(before) == 2 and _is_below(first[-1].Rect, second[0].Rect))
    return goes_on and _destination(first[-1]) == _destination(second[0])


def _is_below(box: Any, other: Any) -> bool:
    """True where the other box stands on the line after that of the box, and does not begin further right."""
    return abs(float(box[1]) - float(other[3])) < 1 and other[0] <= box[0]


def _destination(link: Any) -> tuple[str, ...]:
    return tuple(link[key].unparse() if key in link else "" for key in ("/Contents", "/Dest", "/A"))


def name_links(tags: Iterable[Any], body: bytes) -> None:
    """Calls each link by its words with plain spaces and hyphens, and an entry of the contents by its page as well.

    One to a table, figure, priority or appendix has the words of its caption or heading in the body of the Word file:
    in a list of links, "table 9" alone does not say where it leads. Of a long caption they are the words up to its
    first pause: a link stands within a sentence, too.
    """
    titles = _titles(body)
    for link, lead in ((tag, lead) for tag in tags if is_tag(tag, "/Link") for lead in links_of(tag)):
        words = str(lead.get("/Contents", "")).replace(_HYPHEN, "-")
        entry, _, page = words.rpartition("\t")
        if entry and page.isdecimal():
            words = say("{words}, page {number}", words=entry, number=page)
        words = " ".join(words.split())
        name_link(link, lead, words + titles.get(words.casefold(), ""))


def _titles(body: bytes) -> dict[str, str]:
    """What follows the label and number of each caption, heading of a priority and appendix, by these in small letters.

    Words of actions are too long to be heard in a list of links.
    """
    titles: dict[str, str] = {}
    appendices = 0
    for paragraph in ET.fromstring(body).iter(w("p")):  # noqa: S314 - just written
        style, words = value(paragraph.find(w("pPr/pStyle"))) or "", " ".join(words_in(paragraph).split())
        number, _, title = words.partition(": ")
        if style == "AppendixHeading":
            appendices += 1
            number, title = f"{say('Appendix')} {appendices}", words
        elif style == "Caption":
            title = title if len(title) <= _BRIEF else _PAUSE.split(title)[0]
        elif not style.startswith("Heading") or len(title) > _HEARD:
            continue
        if title:
            titles.setdefault(number.casefold(), f": {title}")
    return titles


def join_lines(tags: Iterable[Any]) -> None:
    """Makes one link of a page's of those that LibreOffice lays over the lines of one, and none of what is blank.

    The link is the box around all its lines, and says in its corners where each of them is.
    """
    for tag in tags:
        if is_tag(tag, "/Link") and len(links_of(tag)) > 1:
            _join(tag)


def _join(tag: Any) -> None:
    import pikepdf

    lines: dict[Any, list[Any]] = defaultdict(list)
    kids = kids_of(tag)
    for before, kid in zip([None, *kids], kids, strict=False):
        if is_lead(kid) and before is not None and not is_lead(before):  # right after what it is laid over
            lines[kid.get("/Pg", tag.get("/Pg")).objgen].append(kid.Obj)
    for first, *others in lines.values():
        boxes = [[float(edge) for edge in each.Rect.as_list()] for each in (first, *others)]
        left, low, right, high = zip(*boxes, strict=True)
        first.Rect = pikepdf.Array([min(left), min(low), max(right), max(high)])
        if others:
            corners = ((left, high, right, high, left, low, right, low) for left, low, right, high in boxes)
            first.QuadPoints = pikepdf.Array([edge for box in corners for edge in box])
    kept = {held[0].objgen for held in lines.values()} or {kid.Obj.objgen for kid in kids if is_lead(kid)}
    set_kids(tag, [kid for kid in kids if not is_lead(kid) or kid.Obj.objgen in kept])


def drop_stray_links(file: pikepdf.Pdf, tags: Iterable[Any]) -> None:
    """Takes away the links that no tag holds, such as LibreOffice's second one over the number of each reference."""
    import pikepdf

    held = {link.objgen for tag in tags for link in links_of(tag)}
    for page in file.pages:
        links = [each for each in page.get("/Annots", ()) if each.Subtype != "/Link" or each.objgen in held]
        if "/Annots" in page:
            page.Annots = pikepdf.Array(links)
