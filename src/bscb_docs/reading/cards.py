"""Cards: a record file's headings, each with its fields and its text, as they were typed."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, evolve, field

from bscb_docs.diagnostics.location import Place
from bscb_docs.reading.card_headings import read_heading
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.reading.heading_lines import HeadingLine, heading_lines, unknown_heading
from bscb_docs.reading.heading_words import Headings
from bscb_docs.reading.kind_syntax import SECTION, KindReading, kind_reading
from bscb_docs.reading.source_lines import Lines
from bscb_docs.reading.words_in_place import Value
from bscb_docs.records import Prose, Record

_SECTION_LEVEL = 2


ANY = ""
"""In place of a name: every record of that class."""


@define(eq=False)
class Card:
    """A heading with its fields and its text; or a row of a table, which has no heading and nothing above it."""

    reading: KindReading | None
    """None where the heading names no known kind."""
    place: Place
    words: str
    """The words of its heading; of a row, what a finding calls it."""
    level: int = 0
    """How many hashes its heading has; 0: a row."""
    is_group: bool = False
    """True where its heading is a kind in the plural."""
    values: dict[str, Value] = field(factory=dict)
    """What the heading gives: id, title, about, version, code; years or period for a group."""
    fields: dict[str, list[Value]] = field(factory=dict)
    """What the lines or cells beneath it give, by attribute."""
    text: Prose = Prose("")
    above: tuple[Card, ...] = ()
    """The cards and groups that it stands under, the nearest first."""
    excused: frozenset[str] = frozenset()
    """Attributes that a row cannot give, since a column of its table has a finding of its own."""
    strange: tuple[Place, ...] = ()
    """Where fields stand that its kind has not."""
    lost: tuple[tuple[type[Record], str], ...] = ()
    """Names of records that its text holds under headings which are none, or ANY where its table could not be read."""

    @property
    def is_sound(self) -> bool:
        """True where its heading says all that a record of its kind needs."""
        if self.reading is None:
            return False
        return self.is_group or not self.level or self.reading.needs_of_heading <= self.values.keys()

    @property
    def name(self) -> str:
        """The id, what it is about, or the title."""
        value = self.values.get("id") or self.values.get("about") or self.values.get("title")
        return value.text if value else ""

    @property
    def label(self) -> str:
        """What a finding calls it: `Action P2-18-1`, `Body "Executive Board"`, `Meeting in row 12`."""
        if self.reading is None or not self.level:
            return self.words
        kind = self.reading.kind.plural if self.is_group else self.reading.name
        if "id" in self.values or "about" in self.values:
            return f"{kind} {self.name}"
        return f'{kind} "{self.name}"' if self.name else kind

    def gives(self, name: str) -> bool:
        """True where its heading or a field gives that attribute, well or badly."""
        return name in self.values or bool(self.fields.get(name))

    @property
    def parent(self) -> Card | None:
        """What it stands under at once."""
        return self.above[0] if self.above else None


Read = list[tuple[Record, Card]]
"""Records, each with the card that it was made of."""


@define
class OpenCard:
    """A card whose fields and text are still to be read: they stand in the lines from `start` to before `end`."""

    card: Card
    start: int
    end: int


def open_cards(lines: Lines, kinds: Headings, report: Gathered) -> list[OpenCard]:
    """A card for every heading of a file, in order; one that stands under another knows it as its parent."""
    heads = _with_sections(heading_lines(lines, kinds, report), lines, report)
    _words_before(heads[0][0].at if heads else len(lines.lines), lines, report)
    found: list[OpenCard] = []
    ends = [*(head.at for head, _ in heads), len(lines.lines)][1:]
    above: tuple[Card, ...] = ()
    for (head, is_section), end in zip(heads, ends, strict=True):
        while above and above[0].level >= head.level:
            above = above[1:]
        card = _section(head, lines, report) if is_section else _card(head, lines, kinds, report)
        card.above = above
        above = (card, *above)
        found.append(OpenCard(card, head.at + 1, end))
    return found


def _with_sections(heads: Iterator[HeadingLine], lines: Lines, report: Gathered) -> list[tuple[HeadingLine, bool]]:
    """The headings, each with whether it is a section of a narrative, which owns the rest of its file."""
    found: list[tuple[HeadingLine, bool]] = []
    inside = False
    for head in heads:
        reading, is_group, rest = head.kind or (None, False, "")
        if not inside:
            inside = bool(reading and reading.is_narrative and not is_group)
            found.append((evolve(head, level=1) if inside else head, False))  # its sections stand below it
        elif head.level == _SECTION_LEVEL:
            found.append((head, True))
        elif head.level < _SECTION_LEVEL and reading and rest.strip():
            mend = "Put this record into another file, or before the narrative."
            report.add("REC-11", "A narrative owns the rest of its file.", lines.place(head.at), mend)
            inside = reading.is_narrative
            found.append((head, False))
        elif head.level < _SECTION_LEVEL:
            message = "A section of a narrative is a heading with two hashes."
            report.add("REC-11", message, lines.place(head.at), f"Write: ## {head.words}")
            found.append((evolve(head, level=_SECTION_LEVEL), True))
        else:
            mend = "Make it a section (##), or a paragraph."
            report.add("REC-11", "A narrative has no headings below its sections.", lines.place(head.at), mend)
            lines.lines[head.at] = head.words
    return found


def _words_before(first: int, lines: Lines, report: Gathered) -> None:
    at = next((at for at in range(first) if lines.lines[at].strip()), None)
    if at is not None:
        mend = "Begin with a heading such as: # Plan: its title. A note to oneself stands between <!-- and -->."
        report.add("REC-10", "Words stand above the first heading and belong to no record.", lines.place(at), mend)


def _card(head: HeadingLine, lines: Lines, kinds: Headings, report: Gathered) -> Card:
    place = lines.place(head.at)
    if head.kind is None:
        unknown_heading(head, kinds, lines, report)
        return Card(None, place, head.words, head.level)
    reading, is_group, rest = head.kind
    read = _years if is_group else read_heading
    values = read(head, rest, reading, lines, report)
    return Card(reading, place, head.words, head.level, is_group, values)


def _years(head: HeadingLine, rest: str, reading: KindReading, lines: Lines, report: Gathered) -> dict[str, Value]:
    """The years after a kind in the plural; for records of a quarter or a month, their period."""
    words = rest.strip()
    if words.startswith(":"):
        words = words[1:].strip()
        name = head.words[: len(head.words) - len(rest)]
        message = f'In the heading "{head.words}", the years stand after a colon.'
        report.add("REC-02", message, lines.place(head.at), f"Write it as: {'#' * head.level} {name} {words}".rstrip())
    column = head.column + head.words.rfind(words)
    return {reading.span: Value(words, lines.file, head.at + 1, column)} if words else {}


def _section(head: HeadingLine, lines: Lines, report: Gathered) -> Card:
    if not head.words:
        report.add("REC-02", "This section has no title.", lines.place(head.at), "Write it after the two hashes.")
    values = {"title": Value(head.words, lines.file, head.at + 1, head.column)}
    return Card(kind_reading(SECTION), lines.place(head.at), head.words, head.level, values=values)
