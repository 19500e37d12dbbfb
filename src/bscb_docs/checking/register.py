"""DOCX-07 to DOCX-09, DOCX-12, DOCX-16 and DOCX-17: ids and names given once, and everything referred to is there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from attrs import define, field

from bscb_docs.checking.faults import Fault

NAMING = re.compile(
    rb"<(w:bookmarkStart|w:bookmarkEnd|w:hyperlink|w:numId|wp:docPr|w:id|w:ins|w:del|w:moveFrom|w:moveTo|w:commentReference)((?: [^>]*)?)/?>"
)
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_RELATION = re.compile(rb' r:(?:id|embed|link|pict|href|dm|lo|qs|cs)="([^"]*)"')
_CHANGES = frozenset({b"w:ins", b"w:del", b"w:moveFrom", b"w:moveTo"})
_ALWAYS_THERE = frozenset({"_top"})
Place = Callable[[], str]
"""A place that is put into words only where it is needed."""


@define
class Register:
    """What one part names and refers to, gathered while its stories are read."""

    relations: set[str] = field(factory=set)
    numbers: dict[str, Place] = field(factory=dict)
    """Lists used, each with the first place of its use."""
    names: dict[str, Place] = field(factory=dict)
    anchors: list[tuple[str, Place]] = field(factory=list)
    _begun: dict[bytes, Place] = field(factory=dict)
    _ended: set[bytes] = field(factory=set)
    _drawings: set[bytes] = field(factory=set)
    _controls: set[bytes] = field(factory=set)

    def read(self, markup: bytes, within: Place) -> Iterator[Fault]:
        """Take down all that a block names; a fault for each id or name that was given before."""
        for relation in _RELATION.findall(markup) if b" r:" in markup else ():
            self.relations.add(relation.decode("utf-8", "replace"))
        for tag, written in NAMING.findall(markup):
            said = dict(_ATTRIBUTE.findall(written))
            number = said.get(b"w:id", b"")
            if tag == b"w:bookmarkStart":
                yield from self._bookmark(number, said.get(b"w:name", b"").decode("utf-8", "replace"), within)
            elif tag == b"w:bookmarkEnd":
                if number not in self._begun or number in self._ended:
                    yield Fault("DOCX-16", "A bookmark ends that never began.")
                self._ended.add(number)
            elif tag == b"w:hyperlink":
                if b"w:anchor" in said and b"r:id" not in said:
                    self.anchors.append((said[b"w:anchor"].decode("utf-8", "replace"), within))
            elif tag == b"w:numId":
                self.numbers.setdefault(said.get(b"w:val", b"").decode("utf-8", "replace"), within)
            elif tag == b"wp:docPr":
                yield from _given(self._drawings, said.get(b"id", b""), "DOCX-07", "Two pictures have the same number.")
            elif tag == b"w:id":
                yield from _given(self._controls, said.get(b"w:val", b""), "DOCX-09", "Two content controls have the same number.")
            elif tag in _CHANGES:
                yield Fault("DOCX-25", "A tracked change is left.")
            else:
                yield Fault("DOCX-25", "A comment is left.")

    def _bookmark(self, number: bytes, name: str, within: Place) -> Iterator[Fault]:
        if number in self._begun:
            yield Fault("DOCX-08", "Two bookmarks have the same number.")
        if name.lower() in self.names:
            yield Fault("DOCX-08", f"Two bookmarks are named '{name}'.")
        self._begun[number] = within
        self.names[name.lower()] = within

    def unended(self) -> Iterator[tuple[Fault, Place]]:
        """A fault for each bookmark that begins and never ends, with its place."""
        for number, within in self._begun.items():
            if number not in self._ended:
                yield Fault("DOCX-16", "A bookmark begins that never ends."), within


def _given(before: set[bytes], number: bytes, code: str, what: str) -> Iterator[Fault]:
    if number in before:
        yield Fault(code, what)
    before.add(number)


def astray(referred: list[tuple[str, Place]], names: set[str]) -> Iterator[tuple[Fault, Place]]:
    """A fault for each link or cross-reference to a bookmark that is nowhere in the document (names in small letters)."""
    for name, within in referred:
        if name.lower() not in names and name.lower() not in _ALWAYS_THERE:
            yield Fault("DOCX-17", f"A link or cross-reference leads to '{name}', which is nowhere in the document."), within
