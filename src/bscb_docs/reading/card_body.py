"""What stands beneath a heading: the fields that follow it at once, and the text after an empty line."""

import re

from attrs import define

from bscb_docs.diagnostics.suggestions import did_you_mean, is_misspelt, nearest, otherwise_called
from bscb_docs.reading.bad_signs import report_bad_signs
from bscb_docs.reading.cards import Card, open_cards
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.reading.heading_words import Headings
from bscb_docs.reading.kind_syntax import FieldReading, KindReading
from bscb_docs.reading.lost_headings import report_lost_headings
from bscb_docs.reading.source_lines import Lines
from bscb_docs.reading.words_in_place import Value
from bscb_docs.records import Prose

_LIKE_FIELD = re.compile(r"([^:]{1,60}):(?!//)(.*)")
_DRESSED = re.compile(r"\s*(?P<table>\|)?[\s>|*_•–-]*(?P<name>[^:|*_]+?)[\s*_]*[:|][\s*_]*(?P<value>.*?)[\s|*_]*")
"""A field with the signs of points, bold words or tables around it."""
_SHORT = 2
"""Words: an unknown name before a colon that is no longer looks like a field, a longer one like a sentence."""


def read_cards(lines: Lines, kinds: Headings, report: Gathered) -> list[Card]:
    """Every card of a file with its fields and text; a finding for each line that is neither."""
    opened = open_cards(lines, kinds, report)
    cards = [each.card for each in opened]
    for each in opened:
        if each.card.reading:
            _BodyReader(each.card, each.card.reading, kinds, lines, report, cards).read(each.start, each.end)
    if lines.bad:
        report_bad_signs(cards, lines, report)
    return cards


@define(eq=False)
class _Field:
    """A line that is a field: which, its value, and the column that the value begins at."""

    reading: FieldReading
    value: str
    column: int


def _field(line: str, reading: KindReading) -> _Field | None:
    name, colon, rest = line.partition(":")
    found = reading.fields.get(name) if colon else None
    return _Field(found, rest.strip(), len(name) + 2 + len(rest) - len(rest.lstrip())) if found else None


@define(eq=False)
class _BodyReader:
    """Gives one card its fields and its text."""

    card: Card
    reading: KindReading
    kinds: Headings
    lines: Lines
    report: Gathered
    cards: list[Card]
    """All of the file."""

    def read(self, start: int, end: int) -> None:
        """Read the lines from `start` to before `end`."""
        lines, notes = self.lines.lines, self.lines.notes
        typed: list[int] = []
        stop = start
        while stop < end and (stop in notes or lines[stop].strip()):
            if stop not in notes:
                typed.append(stop)
            stop += 1
        fields = {at: found for at in typed if (found := self.field(lines[at]))}
        if typed and not fields and not self.means_field(lines[typed[0]]):
            message = f"{self.card.label}: the text follows its heading at once."
            self.fault("REC-13", message, typed[0], "Put an empty line between the heading and the text.")
            stop = start
        else:
            for at in typed:
                if at in fields:
                    self.keep(at, fields[at])
                else:
                    self.refuse(at)
        while stop < end and not lines[stop].strip():
            stop += 1
        if stop < end:
            self.read_text(stop, end)

    def field(self, line: str) -> _Field | None:
        """The field that a line is; no id or title holds for all that a group heads."""
        found = _field(line, self.reading)
        return None if found and self.card.is_group and found.reading.in_heading else found

    def means_field(self, line: str) -> bool:
        """True where a line that is no field of the kind looks more like a misspelt one than like text."""
        if self.reading.labels.without_colon(line) or self.dressed(line):
            return True
        match = _LIKE_FIELD.fullmatch(line)
        return match is not None and (
            len(match[1].split()) <= _SHORT or bool(nearest(match[1], self.reading.labels.names))
        )

    def dressed(self, line: str) -> str:
        """The field as it should be typed, where a line is one but for the signs around it; else ""."""
        match = _DRESSED.fullmatch(line)
        found = self.reading.fields.get(match["name"]) if match else None
        return f"{found.label}: {match['value']}" if found and match and line != line.lstrip("|>*_•–- ") else ""

    def keep(self, at: int, found: _Field) -> None:
        """Keep a field's value, unless it has none or was given before; a second field in its line is told."""
        label, lines = found.reading.label, self.lines
        if rest := self.reading.labels.after(found.value):
            message = f'{self.card.label}, {label}: "{rest[1][:60]}" stands in the same line, and is left out.'
            self.fault("REC-05", message, at, "Write each field on a line of its own.", field=label)
            found.value = rest[0]
        values = self.card.fields.setdefault(found.reading.attribute, [])
        if not found.value and not lines.ended and at == len(lines.lines) - 1:
            message = f'The file ends with the field "{label}", which has no value: it seems to be cut off.'
            self.fault("FIL-07", message, at, "Restore it from a copy.")
        elif not found.value:
            mend = "Write it, or: not recorded, and why. Or take the line away."
            self.fault("REC-07", f"{self.card.label}, {label}: no value stands here.", at, mend, field=label)
        elif values and not found.reading.many:
            message = f'{self.card.label}, {label}: given again; only the first, "{values[0].text[:40]}", is kept.'
            self.fault("REC-04", message, at, "Take one of the two lines away.", field=label)
        else:
            values.append(Value(found.value, lines.file, at + 1, found.column))

    def refuse(self, at: int) -> None:
        """A finding for a line among the fields that is none of them."""
        line, label = self.lines.lines[at], self.card.label
        if found := _field(line, self.reading):
            message = f'{label}: "{found.reading.label}" cannot be the same for all that this heading groups.'
            self.fault("REC-03", message, at, "Write it at each record.")
        elif right := self.dressed(line):
            message = f'{label}: "{line.strip()[:60]}" has signs around a field, and is left out.'
            self.fault("REC-05", message, at, f"Write: {right}")
        elif match := _LIKE_FIELD.fullmatch(line):
            name, labels = match[1].strip(), self.reading.labels.names
            message = f'{label}: "{name}" is no field that stands under {self.reading.name}, so its value is left out.'
            called = otherwise_called(name, labels)
            mend = f"Write: {called}: {match[2].strip()}" if called and match[2].strip() else did_you_mean(name, labels)
            if called or is_misspelt(name, labels):
                takes = ((self.card.name, nearest(name, labels)),)
                self.report.add("REC-03", message, self.lines.place(at), mend, self.card.name, takes=takes)
            else:  # a field that a plugin adds, perhaps
                takes = ((self.card.name, ""),)
                self.report.add("REC-03", message, self.lines.place(at), mend, field="kind", takes=takes)
            self.card.strange += (self.lines.place(at),)
        elif typed := self.reading.labels.without_colon(line):
            name, value = typed
            called = otherwise_called(name, self.reading.labels.names)
            what = f'begins with "{name}", which is no field' if called else f'has no colon after "{name}"'
            message = f'{label}: "{line.strip()[:60]}" {what}, so its value is left out.'
            self.fault("REC-05", message, at, f"Write: {called or name}: {value}")
        else:
            message = f'{label}: "{line.strip()[:60]}" stands among the fields but is none, and is left out.'
            mend = "If it is text, put an empty line before it. A field is a name, a colon and a value, in one line."
            self.fault("REC-05", message, at, mend)

    def read_text(self, first: int, end: int) -> None:
        """Give the card its text, or say why it can have none."""
        if not self.card.is_group and "text" not in self.reading.has:
            message = f"{self.card.label}: no text can stand under {self.reading.name}, so this is left out."
            mend = "Put it into a field, or into a record that has a text."
            if self.reading.is_narrative:
                mend = "Put it under a section: a heading with two hashes."
            self.fault("REC-09", message, first, mend)
            return
        if given := self.card.fields.get("text"):
            message = f"{self.card.label}, text: stands below the fields and again as a field; what stands below holds."
            self.report.add("REC-04", message, given[0].place, "Take the field away.", self.card.name, field="text")
        own_end = report_lost_headings(self.card, self.cards, self.kinds, self.lines, range(first, end), self.report)
        self.tell_fields(first, own_end)
        text = "\n".join(self.lines.lines[first:end]).rstrip()
        self.card.text = Prose(text, self.lines.place(first))

    def tell_fields(self, first: int, end: int) -> None:
        """A finding for the first line of a text that is a field: any that begins it, else one that the card lacks."""
        found = {at: each for at in range(first, end) if (each := _field(self.lines.lines[at], self.reading))}
        lacking = [at for at, each in found.items() if at == first or self.lacks(each, self.lines.lines[at])]
        if not lacking:
            return
        at, own = lacking[0], [found[each].reading.label for each in lacking]
        message = f'{self.card.label}: "{self.lines.lines[at].strip()[:60]}" stands in the text, and would be printed.'
        move = "Take the empty line above it away" if at == first else "Move it above the empty line, to the fields"
        mend, takes = f"{move}; if it is text, put a backslash before the colon.", [(self.card.name, x) for x in own]
        self.report.add("REC-08", message, self.lines.place(at), mend, self.card.name, field=own[0], takes=takes[1:])

    def lacks(self, found: _Field, line: str) -> bool:
        """True of a line written as the field is called, where the card has none of it: prose has a capital there."""
        return found.reading.attribute not in self.card.fields and line.partition(":")[0] == found.reading.label

    def fault(self, code: str, message: str, at: int, mend: str, *, field: str = "") -> None:
        """Keep a finding at a line."""
        self.report.add(code, message, self.lines.place(at), mend, self.card.name, field=field)
