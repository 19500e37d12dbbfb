"""Levels: those of a Word file's lists, and the styles that number by them."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from xml.etree.ElementTree import Element

from attrs import frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.numbering.level_counter import Level, Levels
from bscb_docs.ooxml.formatting import on, whole
from bscb_docs.ooxml.styles import Style
from bscb_docs.ooxml.xml_trees import read_tree, value, w

_BEFORE_LINK = frozenset(map(w, ("start", "numFmt", "lvlRestart")))
"""What stands in a level before the link to its style."""


@frozen
class Numbering(Compared):
    """The lists of a Word file: the abstractNumId of each by its numId, and the levels of those."""

    abstracts: Mapping[int, int]
    levels: Levels
    elsewhere: frozenset[int]
    """The abstractNumIds whose levels a list style says."""

    def knows(self, number: int, style: str) -> bool:
        """True where a level of that list is linked to the style, or a list style says its levels."""
        abstract = self.abstracts[number]
        linked = (level.style for (each, _), level in self.levels.items() if each == abstract)
        return abstract in self.elsewhere or style in linked


@lru_cache(maxsize=16)
def read_numbering(data: bytes) -> Numbering:
    """The lists of a numbering part, perhaps empty; UnreadableError where it is no XML."""
    root = read_tree(data) if data else Element("none")
    levels: dict[tuple[int, int], Level] = {}
    elsewhere, known = set(), set()
    for element in root.iter(w("abstractNum")):
        abstract = _whole(element.get(w("abstractNumId")))
        known.add(abstract)
        if element.find(w("numStyleLink")) is not None or element.find(w("styleLink")) is not None:
            elsewhere.add(abstract)
        for level in element.iterfind(w("lvl")):
            levels[abstract, _whole(level.get(w("ilvl")))] = _level(level)
    abstracts = {
        _whole(number.get(w("numId"))): _whole(value(number.find(w("abstractNumId")))) for number in root.iter(w("num"))
    }
    abstracts = {number: abstract for number, abstract in abstracts.items() if abstract in known}
    return Numbering(abstracts, levels, frozenset(elsewhere))


def _level(element: Element) -> Level:
    restart, form = element.find(w("lvlRestart")), element.find(w("numFmt"))
    return Level(
        format="decimal" if form is None else value(form),
        text=value(element.find(w("lvlText"))),
        start=_whole(value(element.find(w("start")))),
        restart=None if restart is None else _whole(value(restart)),
        legal=on(element.find(w("isLgl"))),
        style=value(element.find(w("pStyle"))),
    )


def _whole(text: str | None) -> int:
    return whole(text) or 0


def restore_links(styles: Iterable[Style], numbering: bytes, name: str) -> tuple[bytes, tuple[str, ...]]:
    """The numbering with each level linked to its style again: LibreOffice drops the link when it saves."""
    known = read_numbering(numbering)
    lost: dict[tuple[int, int], Style] = {}
    for style in styles:
        place = known.abstracts.get(style.list_id, -1), style.level
        if style.kind == "paragraph" and place in known.levels and not known.levels[place].style:
            lost.setdefault(place, style)
    told = "{}: the numbering of {} was no longer linked to its style; it was linked again."
    mended = tuple(told.format(name, style.name) for style in lost.values())
    return (_linked(numbering, lost) if lost else numbering), mended


def _linked(numbering: bytes, lost: Mapping[tuple[int, int], Style]) -> bytes:
    """The numbering with a link to its style in each level that lost one."""
    from bscb_docs.ooxml.xml_parser import parsed, written  # lxml is not needed where nothing is written again

    root = parsed(numbering)
    for abstract in root.iter(w("abstractNum")):
        for level in abstract.iterfind(w("lvl")):
            style = lost.get((_whole(abstract.get(w("abstractNumId"))), _whole(level.get(w("ilvl")))))
            if style:
                link = level.makeelement(w("pStyle"), {w("val"): style.id})
                level.insert(sum(each.tag in _BEFORE_LINK for each in level), link)
    return written(root)
