"""Entries: what a reader finds a place in a document by, in reading order, with the numbers that are printed."""

from attrs import frozen

from bscb_docs.diagnostics.compared_values import Compared


@frozen
class Heading(Compared):
    """A heading: its level from 1, its number if one is printed before it, its words, its bookmark and its style."""

    level: int
    number: str
    text: str
    bookmark: str
    style: str


@frozen
class NumberedParagraph(Compared):
    """A paragraph or point with the number or letter that is printed before it, as in "2.3" or "c)", and its words."""

    number: str
    text: str
    style: str


@frozen
class Caption(Compared):
    """What is counted by its label, such as "Table", "Figure" or "Recommendation": its number, words and bookmark."""

    label: str
    number: int
    text: str
    bookmark: str


@frozen
class PrintedReference(Compared):
    """A cross-reference: the name it leads to, and the words printed."""

    target: str
    text: str


@frozen
class PrintedNote(Compared):
    """A footnote or endnote: its number, and its words."""

    number: int
    text: str


Entry = Heading | NumberedParagraph | Caption | PrintedReference | PrintedNote
