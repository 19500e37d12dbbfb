"""Markup -> what it names and refers to: bookmarks, lists, pictures, links, tracked changes."""

from __future__ import annotations

import re

_NAMING = re.compile(
    rb"<(w:bookmarkStart|w:bookmarkEnd|w:hyperlink|w:numId|wp:docPr|w:id|w:ins|w:del|w:moveFrom|w:moveTo"
    rb"|w:commentReference)((?: [^>]*)?)/?>"
)
_ATTRIBUTE = rb'([\w:]+)="([^"]*)"'
_RELATION = rb' r:(?:id|embed|link|pict|href|dm|lo|qs|cs)="([^"]*)"'


class Names:
    """The relations that markup refers to, and its elements that give or use a name, each with its attributes."""

    def __init__(self, relations: list[str], elements: list[tuple[bytes, dict[bytes, str]]]) -> None:
        self.relations = relations
        self.elements = elements
        self.may_recur = all(tag == b"w:numId" for tag, _ in elements)
        """True where all of it may be named any number of times: lists, and what lies in other parts."""


def names_in(markup: bytes) -> Names | None:
    """What the markup names and refers to; None for nothing."""
    relations = [as_word(number) for number in re.findall(_RELATION, markup)] if b" r:" in markup else []
    elements = [
        (tag, {name: as_word(value) for name, value in re.findall(_ATTRIBUTE, written)})
        for tag, written in _NAMING.findall(markup)
    ]
    return Names(relations, elements) if relations or elements else None


def as_word(written: bytes) -> str:
    """A value as a word."""
    return written.decode("utf-8", "replace")
