"""Tally: the running count of one document while it is filled, and what its references print once all is counted."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from attrs import Factory, define, evolve, field

from bscb_docs.diagnostics.errors import MisplacedError
from bscb_docs.numbering.entries import Caption, Entry, Heading, PrintedReference
from bscb_docs.numbering.list_numbers import Lists, NumberedStyles
from bscb_docs.numbering.reference_targets import Asked, References, Target
from bscb_docs.records import ByName

E = TypeVar("E", Heading, Caption)

_DEEPEST = 5
"""The level of heading below which none is set: those below it stand there too."""
Words = Callable[[Callable[[int], str]], str]
"""The words of something set, given what each of its references prints by the number it was asked for under."""


@define(eq=False)
class Tally:
    """Counts headings, paragraphs, points, tables and pictures in reading order, and keeps what may be referred to.

    An edition tells it of each thing as it sets it and is told the number to print; the words are read only when they
    are asked for, for references are not known until all is counted. `mark` and `forget` take back a section that
    turns out not to be printed.
    """

    styles: NumberedStyles
    references: References = field(factory=References)
    shift: int = 0
    """How many levels down headings are set: 1 in an appendix, or where prose sets another section."""
    lists: Lists = Factory(lambda tally: Lists(tally.styles), takes_self=True)
    _noted: list[tuple[Entry | int, Words | None]] = field(factory=list)
    """What was set in reading order: an entry and its words, or the number of a reference."""
    _sequences: dict[str, int] = field(factory=dict)
    counted: tuple[str, int] = ("", 0)
    """The label and number that a sequence counted last."""
    notes: int = 0
    """How many footnotes or endnotes there are."""
    level: int = 0
    """The level of the last heading; 0 before the first."""
    _headings: int = 0
    _captions: int = 0
    """How many there are, by which their bookmarks are called."""

    def place_heading(self, style: str) -> Heading:
        """The next heading of a style, without its words; every counted list begins anew after it."""
        self.lists.end()
        if style == "section heading" and self.shift:
            raise MisplacedError("A document with numbered sections cannot be bound in or set inside another section.")
        number, level = "", 1
        if style in {"appendix heading", "section heading"}:
            number = self.lists.printed(self.lists.count(style))
        else:
            level = min(int(style.removeprefix("heading ")) + self.shift, _DEEPEST)
            style = f"heading {level}"
        self._headings += 1
        self.level = level
        return Heading(level, number, "", f"_Toc{self._headings:06d}", style)

    @property
    def here(self) -> int:
        """Where in reading order the next thing will stand; for `note`, of what holds references of its own."""
        return len(self._noted)

    def place_caption(self) -> Caption:
        """The caption of what a sequence counted last, without its words."""
        self._captions += 1
        return Caption(*self.counted, "", f"_Ref{self._captions:06d}")

    def note(self, entry: Entry, words: Words, at: int | None = None) -> None:
        """Notes what was set, at the end or before what was noted since `at`."""
        self._noted.insert(len(self._noted) if at is None else at, (entry, words))

    def count_in(self, label: str, number: int | None = None) -> tuple[int, bool]:
        """The next number of a sequence such as Table, and whether it follows on; a number says where it must stand."""
        following = self._sequences.get(label, 0) + 1
        shown = following if number is None else number
        self._sequences[label], self.counted = shown, (label, shown)
        return shown, shown == following

    def count_note(self) -> int:
        """The number of the next footnote or endnote."""
        self.notes += 1
        return self.notes

    def last_of(self, label: str) -> int:
        """The number that the sequence of that label has reached."""
        return self._sequences.get(label, 0)

    def ask(self, asked: Asked) -> int:
        """Notes a cross-reference, and gives the number by which it is known."""
        number = self.references.ask(asked)
        self._noted.append((number, None))
        return number

    def mark(self) -> tuple[int, ByName[Target], int]:
        """What was noted so far, for `forget`."""
        return len(self._noted), self.references.targets.copy(), self.notes

    def forget(self, mark: tuple[int, ByName[Target], int]) -> None:
        """Takes back what was noted since the mark: it is not printed, so nothing may list it or refer to it."""
        length, self.references.targets, self.notes = mark
        del self._noted[length:]
        self._headings = sum(isinstance(entry, Heading) for entry, _ in self._noted)
        self._captions = sum(isinstance(entry, Caption) for entry, _ in self._noted)

    def headings(self) -> tuple[Heading, ...]:
        """The headings with their words; right only when the whole document was counted."""
        return self._said(Heading)

    def captions(self) -> tuple[Caption, ...]:
        """What was counted by its label, with its words; right only when the whole document was counted."""
        return self._said(Caption)

    def _said(self, kind: type[E]) -> tuple[E, ...]:
        return tuple(
            evolve(entry, text=words(self._text)) for entry, words in self._noted if isinstance(entry, kind) and words
        )

    def entries(self) -> Iterator[Entry]:
        """Everything that was noted, in reading order and with its words."""
        for entry, words in self._noted:
            if isinstance(entry, int):
                printed = self.references.answer(entry).text.replace("\u00a0", " ")
                yield PrintedReference(self.references.asked[entry].target, printed)
            elif words is not None:
                yield evolve(entry, text=words(self._text))

    def _text(self, number: int) -> str:
        return self.references.answer(number).text
