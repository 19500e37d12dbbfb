"""Cards: a record file's headings, each with its fields and its text, as they were typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, evolve, field

from bscb_docs.places import Place
from bscb_docs.reading.codes import Report
from bscb_docs.reading.headings import Heading, HeadingLine, heading_lines, read_heading, unknown_heading
from bscb_docs.reading.kindreading import SECTION, FieldReading, Headings, KindReading, kind_reading
from bscb_docs.reading.lines import Lines, bad_sign
from bscb_docs.reading.nearest import did_you_mean, nearest
from bscb_docs.reading.values import Value
from bscb_docs.records import Prose

_FIELD = re.compile(r"([^:]{1,60}):(.*)")


@define(eq=False)
class Card:
    """A heading with its fields and its text; or a row of a table, which has no heading and nothing above it."""

    reading: KindReading | None
    """None where the heading names no known kind."""
    place: Place
    level: int = 0
    parent: Card | None = None
    is_group: bool = False
    values: dict[str, Value] = field(factory=dict)
    """What the heading gives: id, title, about, version, code; years for a group."""
    fields: dict[str, list[Value]] = field(factory=dict)
    """Values by folded field name."""
    text: Prose = Prose("")
    sound: bool = True
    words: str = ""
    """The words of its heading, or the row of its table."""

    @property
    def label(self) -> str:
        """What a finding calls it: `Action P2-18-1`, `Body "Executive Board"`, `row 12`."""
        if self.reading is None or not self.level:
            return self.words
        name = self.reading.kind.plural if self.is_group else self.reading.name
        known = self.values.get("id") or self.values.get("about")
        if known:
            return f"{name} {known.text}"
        title = self.values.get("title")
        return f'{name} "{title.text}"' if title else name

    @property
    def above(self) -> Iterator[Card]:
        """The cards and groups that it stands under, the nearest first."""
        card = self.parent
        while card:
            yield card
            card = card.parent


def read_cards(lines: Lines, kinds: Headings, report: Report) -> list[Card]:
    """Every card of a file, in order; a card that stands under another knows it as its parent."""
    heads = _sections_of(list(heading_lines(lines, kinds, report)), lines, kinds, report)
    _words_before(heads[0][0].at if heads else len(lines.lines), lines, report)
    cards: list[Card] = []
    ends = [head.at for head, _ in heads[1:]] + [len(lines.lines)]
    parent: Card | None = None
    for (head, is_section), end in zip(heads, ends, strict=True):
        while parent and parent.level >= head.level:
            parent = parent.parent
        card = _section(head, lines, report) if is_section else _card(head, lines, kinds, report)
        card.parent = parent
        _read_body(card, head.at + 1, end, lines, report)
        cards.append(card)
        parent = card
    if lines.bad:
        _report_bad(cards, lines, report)
    return cards


def _sections_of(
    heads: list[HeadingLine], lines: Lines, kinds: Headings, report: Report
) -> list[tuple[HeadingLine, bool]]:
    """The headings, each with whether it is a section of a narrative, which owns the rest of its file."""
    found: list[tuple[HeadingLine, bool]] = []
    inside = False
    for head in heads:
        kind = kinds.find(head.words)
        if not inside:
            inside = bool(kind and kind[0].is_narrative and not kind[1] and head.level == 1)
            found.append((head, False))
        elif head.level == 2:
            found.append((head, True))
        elif head.level == 1 and kind and kind[2].strip():
            mend = "Put this record into another file, or before the narrative."
            report.add("REC-11", "A narrative owns the rest of its file.", lines.place(head.at), mend)
            inside = kind[0].is_narrative
            found.append((head, False))
        elif head.level == 1:
            mend = f"Write: ## {head.words}"
            report.add("REC-11", "A section of a narrative has two hashes.", lines.place(head.at), mend)
            found.append((evolve(head, level=2), True))
        else:
            mend = "Make it a section (##), or a paragraph."
            report.add("REC-11", "A narrative has no headings below its sections.", lines.place(head.at), mend)
            lines.lines[head.at] = head.words
    return found


def _words_before(first: int, lines: Lines, report: Report) -> None:
    at = next((at for at in range(first) if lines.lines[at].strip()), None)
    if at is not None:
        mend = "Begin with a heading such as: # Plan: its title. A note to oneself stands between <!-- and -->."
        report.add("REC-10", "Words stand above the first heading and belong to no record.", lines.place(at), mend)


def _card(head: HeadingLine, lines: Lines, kinds: Headings, report: Report) -> Card:
    place = lines.place(head.at)
    kind = kinds.find(head.words)
    if kind is None:
        unknown_heading(head, kinds, lines, report)
        return Card(None, place, head.level, words=head.words, sound=False)
    reading, is_group, rest = kind
    if is_group:
        return Card(reading, place, head.level, None, True, _group_years(head, rest, lines, report), words=head.words)  # noqa: FBT003
    heading = read_heading(head, rest, reading, lines, report)
    return Card(reading, place, head.level, values=heading.values, sound=heading.sound, words=head.words)


def _group_years(head: HeadingLine, rest: str, lines: Lines, report: Report) -> dict[str, Value]:
    words = rest.strip()
    if words.startswith(":"):
        message = f'The heading "{head.words}": the years stand after the kind without a colon.'
        report.add("REC-02", message, lines.place(head.at), "Take the colon away.")
        words = words[1:].strip()
    column = head.column + head.words.rfind(words)
    return {"years": Value(words, lines.file, head.at + 1, column)} if words else {}


def _section(head: HeadingLine, lines: Lines, report: Report) -> Card:
    place = lines.place(head.at)
    if not head.words:
        report.add("REC-02", "This section has no title.", place, "Write its title after the two hashes.")
    values = {"title": Value(head.words, lines.file, head.at + 1, head.column)}
    return Card(kind_reading(SECTION), place, head.level, values=values, words=head.words)


def _read_body(card: Card, start: int, end: int, lines: Lines, report: Report) -> None:
    """Give the card the fields and the text between its heading and the next."""
    if card.reading is None:
        return
    stop = start
    while stop < end and (lines.lines[stop].strip() or stop in lines.notes):
        stop += 1
    typed = [at for at in range(start, stop) if at not in lines.notes]
    fields = {at: found for at in typed if (found := _field(lines.lines[at], card.reading))}
    if typed and not fields and not _meant_as_field(lines.lines[typed[0]], card.reading):
        mend = "Put an empty line between the heading and the text."
        report.add("REC-13", f"{card.label}: the text follows its heading at once.", lines.place(typed[0]), mend)
        stop = start
    else:
        for at in typed:
            _keep_field(card, at, fields.get(at), lines, report)
    first = next((at for at in range(stop, end) if lines.lines[at].strip()), end)
    text = "\n".join(lines.lines[first:end]).rstrip()
    if not text:
        return
    if not card.is_group and "text" not in card.reading.has:
        kind = card.reading.name
        mend = (
            "Put it into a field, or into a record that has a text."
            if not card.reading.is_narrative
            else ("Put it under a section: a heading with two hashes.")
        )
        report.add(
            "REC-09", f"{card.label}: a {kind} has no text of its own, so this is left out.", lines.place(first), mend
        )
        return
    if named := _field(lines.lines[first], card.reading):
        mend = "If it is a field, put it directly beneath the heading; if it is text, put a backslash before the colon."
        report.add(
            "REC-08", f'{card.label}: the text begins like the field "{named[0].label}".', lines.place(first), mend
        )
    card.text = Prose(text, lines.place(first))


def _field(line: str, reading: KindReading) -> tuple[FieldReading, str, int] | None:
    """The field a line gives, with its value and the column that it begins at."""
    name, colon, rest = line.partition(":")
    found = reading.fields.get(" ".join(name.split()).casefold()) if colon else None
    if found is None:
        return None
    value = rest.strip()
    return found, value, len(name) + 2 + len(rest) - len(rest.lstrip())


def _meant_as_field(line: str, reading: KindReading) -> bool:
    """True where a line that is no field of the kind looks more like a misspelt one than like text."""
    match = _FIELD.fullmatch(line)
    if not match or match[2].startswith("//"):
        return False
    return len(match[1].split()) <= 2 or bool(nearest(match[1], reading.labels))


def _keep_field(card: Card, at: int, found: tuple[FieldReading, str, int] | None, lines: Lines, report: Report) -> None:
    """Keep a field's value, or say what is wrong with the line."""
    line, reading = lines.lines[at], card.reading
    if reading is None:
        return
    if found is None:
        match = _FIELD.fullmatch(line)
        if match and not match[2].startswith("//"):
            message = f'{card.label}: a {reading.name} has no field "{match[1].strip()}", so its value is left out.'
            report.add("REC-03", message, lines.place(at), did_you_mean(match[1].strip(), reading.labels))
        else:
            message = f'{card.label}: "{line.strip()[:60]}" stands among the fields but is none, and is left out.'
            mend = "A value stands in one line; text begins after an empty line."
            report.add("REC-05", message, lines.place(at), mend)
        return
    field_reading, value, column = found
    if not value:
        if not lines.ended and at == len(lines.lines) - 1:
            message = (
                f'The file ends with the field "{field_reading.label}", which has no value: it seems to be cut off.'
            )
            report.add("FIL-07", message, lines.place(at), "Restore the file from a copy.")
            return
        message = f"{card.label}, {field_reading.label}: no value stands here."
        mend = "Write it, or: not recorded, and why. Or take the line away."
        report.add("REC-07", message, lines.place(at), mend)
        return
    values = card.fields.setdefault(field_reading.label.casefold(), [])
    if values and not field_reading.many:
        message = (
            f'{card.label}: "{field_reading.label}" is given again; only the first ("{values[0].text[:40]}") is kept.'
        )
        report.add("REC-04", message, lines.place(at), "Take one of the two lines away.")
        return
    values.append(Value(value, lines.file, at + 1, column))


def _report_bad(cards: list[Card], lines: Lines, report: Report) -> None:
    """A finding for each line with signs that Word cannot hold, by the record and field it stands in."""
    for at, signs in lines.bad.items():
        card = next((card for card in reversed(cards) if card.place.line <= at + 1), None)
        where = "This line"
        if card:
            found = (
                _field(lines.lines[at], card.reading)
                if card.reading and at + 1 < (card.text.place.line or at + 2)
                else None
            )
            part = "the heading" if card.place.line == at + 1 else found[0].label if found else "the text"
            where = f"{card.label}, {part}"
        column, sign = signs[0]
        name, mend = bad_sign(sign)
        more = f" and {len(signs) - 1} more" if len(signs) > 1 else ""
        report.add(
            "TXT-01", f"{where}: {name}{more} stands here, which Word cannot hold.", lines.place(at, column), mend
        )


__all__ = ["Card", "Heading", "read_cards"]
