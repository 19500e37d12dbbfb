"""Complete house: a board's house file with all that the library's own has; what it has itself stays as it is."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path

from lxml import etree

from bscb_docs.authoring.draft_template import pack
from bscb_docs.authoring.sync_template import join_parts, rename_styles
from bscb_docs.ooxml.house_file import HouseFile, load_house_file, read_house_file
from bscb_docs.ooxml.note_frames import KINDS
from bscb_docs.ooxml.package import read_parts
from bscb_docs.ooxml.part_names import NUMBERING, STYLES
from bscb_docs.ooxml.xml_parser import STRICT, written
from bscb_docs.ooxml.xml_trees import w
from bscb_docs.output.atomic_files import write_whole


def complete_file(file: Path) -> tuple[str, ...]:
    """Joins to a house file what it lacks of the library's own, and says what; TemplateError where it is none."""
    data = file.read_bytes()
    own, whole = read_house_file(data, file.name), load_house_file()
    parts = read_parts(data, file.name)
    added = (*_join_styles(parts, own, whole), *_join_notes(parts, own, whole))
    if added:
        write_whole(file, pack(parts))
    return added


def _join_styles(parts: dict[str, bytes], own: HouseFile, whole: HouseFile) -> Iterator[str]:
    """The styles that the house file lacks, by name, each with the list that it counts by."""
    root, others = (etree.fromstring(each, STRICT) for each in (parts[STYLES], whole.parts[STYLES]))
    ids = _ids(own, whole)
    lists = _Lists(etree.fromstring(parts[NUMBERING], STRICT), etree.fromstring(whole.parts[NUMBERING], STRICT), ids)
    for style in others.iter(w("style")):
        name = next(iter(style.iter(w("name")))).get(w("val"), "")
        if name.lower() in own.styles:
            continue
        style.set(w("styleId"), ids[style.get(w("styleId"), "")])
        rename_styles(style, ids)
        for number in style.iter(w("numId")):
            number.set(w("val"), lists.joined(number.get(w("val"), "")))
        root.append(deepcopy(style))
        yield f"the style {name}"
    parts[STYLES], parts[NUMBERING] = written(root), written(lists.root)


def _ids(own: HouseFile, whole: HouseFile) -> dict[str, str]:
    """By the id of each of the library's styles the one that it has in the house file."""
    taken = {style.id for style in own.styles.values()}
    fresh = {style.id: f"House{style.id}" if style.id in taken else style.id for style in whole.styles.values()}
    return fresh | {style.id: own.styles[name].id for name, style in whole.styles.items() if name in own.styles}


class _Lists:
    """The lists of a house file, to which others are joined under numbers that it does not use."""

    def __init__(self, root: etree._Element, others: etree._Element, ids: Mapping[str, str]) -> None:
        self.root, self._others, self._ids = root, others, ids
        self._known = {"0": "0"}

    def joined(self, number: str) -> str:
        """The numId here of one of the other lists, which is joined when it is first asked for."""
        if number not in self._known:
            numbered = deepcopy(self._find(f"{w('num')}[@{w('numId')}='{number}']"))
            leads = next(numbered.iter(w("abstractNumId")))
            levels = deepcopy(self._find(f"{w('abstractNum')}[@{w('abstractNumId')}='{leads.get(w('val'))}']"))
            self._known[number], abstract = self._next("num", "numId"), self._next("abstractNum", "abstractNumId")
            numbered.set(w("numId"), self._known[number])
            leads.set(w("val"), abstract)
            levels.set(w("abstractNumId"), abstract)
            for identity in levels.findall(w("nsid")):  # two of one identity are one list to Word
                levels.remove(identity)
            rename_styles(levels, self._ids)
            self.root.insert(len(self.root.findall(w("abstractNum"))), levels)
            self.root.insert(len(self.root.findall(w("abstractNum"))) + len(self.root.findall(w("num"))), numbered)
        return self._known[number]

    def _find(self, path: str) -> etree._Element:
        found = self._others.find(path)
        if found is None:
            raise LookupError(path)
        return found

    def _next(self, tag: str, attribute: str) -> str:
        used = (int(each.get(w(attribute), "0")) for each in self.root.findall(w(tag)))
        return str(max(used, default=0) + 1)


def _join_notes(parts: dict[str, bytes], own: HouseFile, whole: HouseFile) -> Iterator[str]:
    """The places for footnotes and endnotes that the house file lacks."""
    ids, joined = _ids(own, whole), dict[str, str]()
    for kind in KINDS:
        if kind in own.notes:
            continue
        part = whole.notes[kind].part
        root = etree.fromstring(whole.parts[part], STRICT)
        rename_styles(root, ids)
        parts[part] = written(root)
        joined[part] = f"{kind}s"
        yield f"the place for {kind}s"
    join_parts(parts, joined, whole)
