"""DOCX-06 to DOCX-09, DOCX-16, DOCX-17 and DOCX-25: ids given once, what they refer to, and no tracked changes."""

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from bscb_docs.document_check.block_shapes import DESCRIBED, NOTE_REFERENCES, Names
from bscb_docs.document_check.fault_tally import Fault
from bscb_docs.ooxml.xml_trees import RELATIONSHIPS, VAL, w

_LEFT_OPEN = {
    **dict.fromkeys(map(w, ("ins", "del", "moveFrom", "moveTo")), "A tracked change is left."),
    w("commentReference"): "A comment is left.",
}
_TWICE = {
    DESCRIBED: Fault("DOCX-07", "Two pictures have the same number."),
    w("id"): Fault("DOCX-09", "Two content controls have the same number."),
}
_LIST, _START, _END, _LINK = w("numId"), w("bookmarkStart"), w("bookmarkEnd"), w("hyperlink")
_ID, _NAME, _ANCHOR, _TYPE = w("id"), w("name"), w("anchor"), w("type")
_ALWAYS_THERE = frozenset({"_top"})
Place = Callable[[], str]
"""A place that is put into words only where it is needed."""


class PartNames:
    """What one part names and refers to, gathered while its stories are read."""

    def __init__(self) -> None:
        self.relations: set[str] = set()
        self.numbers: dict[str, Place] = {}
        """Lists used, each with the first place of its use."""
        self.names: set[str] = set()
        """Bookmarks, in small letters."""
        self.anchors: list[tuple[str, Place]] = []
        self.notes: dict[tuple[str, str], Place] = {}
        """Notes referred to, each by its kind of part and its id, with the first place of its number."""
        self._begun: dict[str, Place] = {}
        self._ended: set[str] = set()
        self._given_before: set[tuple[str, str]] = set()

    def read(self, names: Names, within: Place) -> Iterator[Fault]:
        """Take down all that a block names; a fault for each id or name that was given before."""
        self.relations.update(names.relations)
        for element in names.elements:
            tag = element.tag
            if tag == _LIST:
                self.numbers.setdefault(element.get(VAL, ""), within)
            elif tag == _START:
                yield from self._begin(element.get(_ID, ""), element.get(_NAME, ""), within)
            elif tag == _END:
                yield from self._end(element.get(_ID, ""))
            elif tag == _LINK:
                if element.get(_ANCHOR) is not None and element.get(f"{{{RELATIONSHIPS}}}id") is None:
                    self.anchors.append((element.get(_ANCHOR, ""), within))
            elif tag in NOTE_REFERENCES:
                self.notes.setdefault((NOTE_REFERENCES[tag], element.get(_ID, "")), within)
            elif tag in _LEFT_OPEN:
                yield Fault("DOCX-25", _LEFT_OPEN[tag])
            else:
                if (given := (tag, element.get("id", element.get(VAL, "")))) in self._given_before:
                    yield _TWICE[tag]
                self._given_before.add(given)

    def _begin(self, number: str, name: str, within: Place) -> Iterator[Fault]:
        if number in self._begun:
            yield Fault("DOCX-08", "Two bookmarks have the same number.")
        if name.lower() in self.names:
            yield Fault("DOCX-08", f"Two bookmarks are named '{name}'.")
        self._begun[number] = within
        self.names.add(name.lower())

    def _end(self, number: str) -> Iterator[Fault]:
        if number not in self._begun or number in self._ended:
            yield Fault("DOCX-16", "A bookmark ends that never began.")
        self._ended.add(number)

    def unended(self) -> Iterator[tuple[Fault, Place]]:
        """A fault for each bookmark that begins and never ends, with its place."""
        for number, within in self._begun.items():
            if number not in self._ended:
                yield Fault("DOCX-16", "A bookmark begins that never ends."), within


def astray(referred: list[tuple[str, Place]], names: set[str]) -> Iterator[tuple[Fault, Place]]:
    """A fault for each link or cross-reference to a bookmark that is not among the names (in small letters)."""
    for name, within in referred:
        if name.lower() not in names and name.lower() not in _ALWAYS_THERE:
            said = f"A link or cross-reference leads to '{name}', which is nowhere in the document."
            yield Fault("DOCX-17", said), within


def note_faults(
    referred: dict[tuple[str, str], Place], kind: str, notes: Element | None
) -> Iterator[tuple[Fault, Place]]:
    """A fault for each number of a note that has no note in the part of that kind, and for notes without a number."""
    known = {note.get(_ID, "") for note in (() if notes is None else notes) if note.get(_TYPE) in (None, "normal")}
    asked = {number: place for (part, number), place in referred.items() if part == kind}
    for number, place in asked.items():
        if number not in known:
            yield Fault("DOCX-17", f"The number of a note in the {kind} leads to no note."), place
    if hidden := len(known - asked.keys()):
        yield Fault("DOCX-06", f"The {kind} hold {hidden} that nothing in the text refers to."), lambda: kind
