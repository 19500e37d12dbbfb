"""Tally: the running count of one document while it is filled, and what its references print once all is counted."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from attrs import Factory, define, evolve, field, frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.diagnostics.errors import MisplacedError
from bscb_docs.diagnostics.location import Place
from bscb_docs.numbering.entries import Caption, Entry, Heading, PrintedReference
from bscb_docs.numbering.list_numbers import Lists, NumberedStyles
from bscb_docs.records import ByName

E = TypeVar("E", Heading, Caption)

DEEPEST_HEADING = 5
Words = Callable[[Callable[[int], str]], str]
"""The words of something set, given what each of its references prints by the number it was asked for under."""


class Target(NamedTuple):
    """What a cross-reference can lead to: its bookmark, the number it prints, and the switch that keeps it live."""

    bookmark: str
    number: str
    switch: str


@frozen
class Asked(Compared):
    """A cross-reference as it was typed: its word, the name it leads to, and where it stands in the board's files."""

    word: str
    target: str
    place: Place


@frozen
class Answer(Compared):
    """What a cross-reference prints: words alone, or the number of a target in this document and words around it."""

    lead: str
    target: Target | None = None
    tail: str = ""
    message: str = ""
    """What is wrong, where nothing of that name can be referred to."""
    mend: str = ""

    @property
    def text(self) -> str:
        """All that is printed."""
        return f"{self.lead}{self.target.number}{self.tail}" if self.target else self.lead


@define(eq=False)
class Tally:
    """Counts headings, paragraphs, points, tables and pictures in reading order, and keeps what may be referred to.

    An edition tells it of each thing as it sets it and is told the number to print; the words are read only when they
    are asked for, for references are not known until all is counted. `mark` and `forget` take back a section that
    turns out not to be printed.
    """

    styles: NumberedStyles
    called: ByName[str] = field(factory=ByName)
    """What the pack calls a thing wherever it stands, by name: what a reference prints to one in another document."""
    shift: int = 0
    """How many levels down headings are set: 1 in an appendix, or where prose sets another section."""
    lists: Lists = Factory(lambda tally: Lists(tally.styles), takes_self=True)
    targets: ByName[Target] = field(factory=ByName)
    asked: list[Asked] = field(factory=list)
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

    def place_heading(self, style: str) -> Heading:
        """The next heading of a style, without its words; every counted list begins anew after it."""
        self.lists.end()
        if style == "section heading" and self.shift:
            raise MisplacedError("A document with numbered sections cannot be bound in or set inside another section.")
        number, level = "", 1
        if style in {"appendix heading", "section heading"}:
            number = self.lists.printed(self.lists.count(style))
        else:
            level = min(int(style.removeprefix("heading ")) + self.shift, DEEPEST_HEADING)
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

    def name(self, name: str, target: Target) -> None:
        """What is called by that name; the first thing of a name is the one referred to."""
        self.targets.setdefault(name, target)

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

    def ask(self, word: str, target: str, place: Place) -> int:
        """Keeps a cross-reference for `answer`, which knows it by the number given."""
        self.asked.append(Asked(word, target, place))
        self._noted.append((len(self.asked) - 1, None))
        return len(self.asked) - 1

    def answer(self, number: int) -> Answer:
        """What the reference of that number prints; right only when the whole document was counted."""
        asked = self.asked[number]
        target = self.targets.get(asked.target)
        if target is not None and target.number:
            lead, tail = self._around(asked, target.number)
            return Answer(lead, target, tail)
        if asked.target in self.called:
            return Answer(self.called[asked.target])
        words = f"{asked.word} [{asked.target}]"
        if target is not None:
            message = f"What is called #{asked.target} has no number to print."
            return Answer(words, message=message, mend="Refer to a numbered paragraph instead.")
        mend = f"Put {{#{asked.target}}} at the end of the paragraph that is meant, or mend the name."
        return Answer(words, message=f"There is nothing called #{asked.target} to refer to.", mend=mend)

    def _around(self, asked: Asked, number: str) -> tuple[str, str]:
        """What stands before and after a number: the word that was typed, and what the document always says with it."""
        if number.lower().startswith(asked.word.lower()):
            return "", ""
        called = self.called.get(asked.target, "")
        part = re.search(rf"(?<!\w){re.escape(f'{asked.word} {number}')}(?!\w)", called, re.IGNORECASE)
        group, tail = (called[: part.start()], called[part.end() :]) if part else ("", "")
        return f"{group}{asked.word}\u00a0", tail

    def mark(self) -> tuple[int, ByName[Target], int]:
        """What was noted so far, for `forget`."""
        return len(self._noted), self.targets.copy(), self.notes

    def forget(self, mark: tuple[int, ByName[Target], int]) -> None:
        """Takes back what was noted since the mark: it is not printed, so nothing may list it or refer to it."""
        length, self.targets, self.notes = mark
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
                answer = self.answer(entry)
                yield PrintedReference(
                    self.asked[entry].target, answer.text.replace("\u00a0", " "), bool(answer.target)
                )
            elif words is not None:
                yield evolve(entry, text=words(self._text))

    def _text(self, number: int) -> str:
        return self.answer(number).text
