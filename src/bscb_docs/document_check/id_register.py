"""DOCX-07 to DOCX-09, DOCX-12, DOCX-16 and DOCX-17: ids and names given once, and everything referred to is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bscb_docs.document_check.faults import Fault
from bscb_docs.document_check.names_used_in import Names

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


class Register:
    """What one part names and refers to, gathered while its stories are read."""

    def __init__(self) -> None:
        self.relations: set[str] = set()
        self.numbers: dict[str, Place] = {}
        """Lists used, each with the first place of its use."""
        self.names: set[str] = set()
        """Bookmarks, in small letters."""
        self.anchors: list[tuple[str, Place]] = []
        self._begun: dict[str, Place] = {}
        self._ended: set[str] = set()
        self._given_before: set[tuple[bytes, str]] = set()

    def read(self, names: Names, within: Place) -> Iterator[Fault]:
        """Take down all that a block names; a fault for each id or name that was given before."""
        self.relations.update(names.relations)
        for tag, said in names.elements:
            if tag == b"w:numId":
                self.numbers.setdefault(said.get(b"w:val", ""), within)
            elif tag == b"w:bookmarkStart":
                yield from self._begin(said.get(b"w:id", ""), said.get(b"w:name", ""), within)
            elif tag == b"w:bookmarkEnd":
                yield from self._end(said.get(b"w:id", ""))
            elif tag == b"w:hyperlink":
                if b"w:anchor" in said and b"r:id" not in said:
                    self.anchors.append((said[b"w:anchor"], within))
            elif tag in _CHANGES:
                yield Fault("DOCX-25", _CHANGES[tag])
            else:
                yield from self._given(tag, said.get(b"id", said.get(b"w:val", "")))

    def _given(self, tag: bytes, number: str) -> Iterator[Fault]:
        if (tag, number) in self._given_before:
            yield _TWICE[tag]
        self._given_before.add((tag, number))

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
            yield (
                Fault("DOCX-17", f"A link or cross-reference leads to '{name}', which is nowhere in the document."),
                within,
            )
