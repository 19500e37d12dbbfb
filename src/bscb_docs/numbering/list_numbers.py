"""List numbers: what Word will print before a document's sections, numbered paragraphs and points.

It counts; `word_writer/assembly/document_parts.py` writes the numbering that Word counts by.
"""

from collections.abc import Iterator
from typing import Protocol

from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.numbering.level_counter import PARAGRAPH_STYLES, Counter, Levels

ListPlace = tuple[int, int]
"""The list that a numbered style counts in, and how deep it stands there, from 0."""


class NumberedStyles(Protocol):
    """How a house numbers its styles; the house's Word file tells it."""

    @property
    def levels(self) -> Levels:
        """The levels of its lists."""

    @property
    def last_list(self) -> int:
        """The highest number that one of its own lists has: those of a document follow on."""

    def place_in_list(self, style: str) -> ListPlace | None:
        """The list and level that a style numbers by; None where it bears no number."""

    def list_of(self, style: str) -> int:
        """The number of the list that a style belongs to; 0 where it belongs to none."""


class CountedList:
    """A list that counts from 1: where it stands in the house's numbering, its numId, and how far it has come."""

    def __init__(self, place: ListPlace | None) -> None:
        self.place = place
        """None where the house gives its style no number."""
        self.number = 0
        """Its numId; 0 before its first item."""
        self.items = 0

    @property
    def level(self) -> int:
        """How deep in the house's numbering it stands, from 0."""
        return self.place[1] if self.place else 0


class Lists:
    """What the numbered styles of one document have come to, counted as Word counts them."""

    def __init__(self, styles: NumberedStyles) -> None:
        self._styles = styles
        self._counter = Counter(styles.levels)
        self._open: dict[str, CountedList] = {}
        self._begun: list[tuple[int, int, int, int]] = []
        """As `__iter__` gives them."""

    def __iter__(self) -> Iterator[tuple[int, int, int, int]]:
        """The document's own lists as numId, abstractNumId, level and the number of their first item."""
        return iter(self._begun)

    def end(self) -> None:
        """Every list of a counted style ends: its next paragraph begins another."""
        self._open.clear()

    def count(self, style: str) -> ListPlace | None:
        """Counts the next paragraph of a numbered style: where it stands, for `printed` to tell its number."""
        place = self._styles.place_in_list(style)
        if place:
            self._counter.count(*place)
        return place

    def printed(self, place: ListPlace | None) -> str:
        """What Word will print before the paragraph that was counted last in that place."""
        return self._counter.printed(*place) if place else ""

    def count_paragraph(self, style: str = "numbered paragraph") -> ListPlace | None:
        """Counts the next numbered paragraph or subparagraph; TemplateError without one of the level above."""
        place = self._styles.place_in_list(style)
        if place and place[1] and not self._counter.reached(place[0], place[1] - 1):
            raise TemplateError(
                f"a {style.title()} has no number before the first heading or paragraph that it counts below"
            )
        if place:
            self._counter.count(*place)
        return place

    @property
    def has_paragraph(self) -> bool:
        """True where a subparagraph would stand below a numbered paragraph of its own section."""
        place = self._styles.place_in_list("numbered paragraph")
        return place is not None and self._counter.reached(*place) > 0

    def count_by_hand(self, style: str) -> tuple[int, str]:
        """The list that the next paragraph of a counted style belongs to, as a template uses it, and its number."""
        if style in PARAGRAPH_STYLES:
            return self._styles.list_of(style), self.printed(self.count_paragraph(style))
        counted = self.open(style)
        number = self.printed(self.count_item(counted))
        return counted.number, number

    def open(self, style: str) -> CountedList:
        """The list that paragraphs of a counted style belong to: a new one after every heading."""
        return self._open.setdefault(style.lower(), self.new(style))

    def new(self, style: str) -> CountedList:
        """A list of its own in the numbering of a list style, counting from 1."""
        return CountedList(self._styles.place_in_list(style))

    def count_item(self, counted: CountedList) -> ListPlace | None:
        """Counts the list's next item, as `count` does.

        Word counts all lists of one style together. So a list begins with a number of its own, and takes another
        where it goes on after a list of the same style has stood between its items.
        """
        if counted.place is None:
            return None
        counted.items += 1
        start = None
        if counted.items == 1 or self._counter.reached(*counted.place) != counted.items - 1:
            start = counted.items
            counted.number = self._styles.last_list + len(self._begun) + 1
            self._begun.append((counted.number, *counted.place, start))
        self._counter.count(*counted.place, start)
        return counted.place
