"""DOCX-07 to DOCX-09, DOCX-12, DOCX-16 and DOCX-17: ids and names given once, and everything referred to is there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from attrs import define, field

from bscb_docs.checking.faults import Fault

NAMING = re.compile(
    rb"<(w:bookmarkStart|w:bookmarkEnd|w:hyperlink|w:numId|wp:docPr|w:id|w:ins|w:del|w:moveFrom|w:moveTo"
    rb"|w:commentReference)((?: [^>]*)?)/?>"
)
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_RELATION = re.compile(rb' r:(?:id|embed|link|pict|href|dm|lo|qs|cs)="([^"]*)"')
_CHANGES = {
    **dict.fromkeys((b"w:ins", b"w:del", b"w:moveFrom", b"w:moveTo"), "A tracked change is left."),
    b"w:commentReference": "A comment is left.",
}
_TWICE = {
    b"wp:docPr": Fault("DOCX-07", "Two pictures have the same number."),
    b"w:id": Fault("DOCX-09", "Two content controls have the same number."),
}
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
    _given_before: set[tuple[bytes, bytes]] = field(factory=set)

    def read(self, markup: bytes, within: Place) -> Iterator[Fault]:
        """Take down all that a block names; a fault for each id or name that was given before."""
        for relation in _RELATION.findall(markup) if b" r:" in markup else ():
            self.relations.add(_word(relation))
        for tag, written in NAMING.findall(markup):
            said = dict(_ATTRIBUTE.findall(written))
            if tag.startswith(b"w:bookmark"):
                yield from self._bookmark(tag, said.get(b"w:id", b""), _word(said.get(b"w:name", b"")), within)
            elif tag == b"w:hyperlink":
                if b"w:anchor" in said and b"r:id" not in said:
                    self.anchors.append((_word(said[b"w:anchor"]), within))
            elif tag == b"w:numId":
                self.numbers.setdefault(_word(said.get(b"w:val", b"")), within)
            elif tag in _CHANGES:
                yield Fault("DOCX-25", _CHANGES[tag])
            else:
                yield from self._given(tag, said.get(b"id", said.get(b"w:val", b"")))

    def _given(self, tag: bytes, number: bytes) -> Iterator[Fault]:
        if (tag, number) in self._given_before:
            yield _TWICE[tag]
        self._given_before.add((tag, number))

    def _bookmark(self, tag: bytes, number: bytes, name: str, within: Place) -> Iterator[Fault]:
        if tag == b"w:bookmarkEnd":
            if number not in self._begun or number in self._ended:
                yield Fault("DOCX-16", "A bookmark ends that never began.")
            self._ended.add(number)
            return
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


def _word(written: bytes) -> str:
    return written.decode("utf-8", "replace")


def astray(referred: list[tuple[str, Place]], names: set[str]) -> Iterator[tuple[Fault, Place]]:
    """A fault for each link or cross-reference to a bookmark that is not among the names (in small letters)."""
    for name, within in referred:
        if name.lower() not in names and name.lower() not in _ALWAYS_THERE:
            yield (
                Fault("DOCX-17", f"A link or cross-reference leads to '{name}', which is nowhere in the document."),
                within,
            )
