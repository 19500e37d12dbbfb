"""Levels: those of a Word file's lists, and the styles that number by them."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from xml.etree.ElementTree import Element

from attrs import frozen
from lxml import etree

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.numbering.level_counter import Level, Levels
from bscb_docs.ooxml.formatting import on, whole
from bscb_docs.ooxml.styles import Style
from bscb_docs.ooxml.xml_parser import STRICT, written
from bscb_docs.ooxml.xml_trees import read_tree, value, w


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
    root = etree.fromstring(numbering, STRICT)
    abstracts = {a.get(w("abstractNumId")): a for a in root.iter(w("abstractNum"))}
    lists = read_numbering(numbering).abstracts
    mended = []
    for style in styles:
        abstract = abstracts.get(str(lists.get(style.list_id)))
        if abstract is None or style.kind != "paragraph":
            continue
        level = abstract.find(f"{w('lvl')}[@{w('ilvl')}='{style.level}']")
        if level is None or level.find(w("pStyle")) is not None:
            continue
        before = [e for e in level if etree.QName(e).localname in {"start", "numFmt", "lvlRestart"}]
        link = etree.Element(w("pStyle"), {w("val"): style.id})
        level.insert(len(before), link)
        mended.append(f"{name}: the numbering of {style.name} was no longer linked to its style; it was linked again.")
    return (written(root) if mended else numbering), tuple(mended)
