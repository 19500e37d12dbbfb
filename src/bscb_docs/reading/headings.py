"""Headings of record files: where they stand, and the id, title or years that they give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field, frozen

from bscb_docs.reading.codes import Report
from bscb_docs.reading.kindreading import Headings, KindReading
from bscb_docs.reading.lines import Lines
from bscb_docs.reading.nearest import did_you_mean
from bscb_docs.reading.values import Value, gap_in

_HASHES = re.compile(r"( {0,3})(#+)([ \t]*)(.*)")
_ID = re.compile(r"\w[\w./-]*")


@frozen
class HeadingLine:
    """A line that is a heading: its line from 0, how many hashes, its words and the column they begin at."""

    at: int
    level: int
    words: str
    column: int


@define
class Heading:
    """What a heading says: the values of id, title and so on; `sound` where its record can be made of them."""

    values: dict[str, Value] = field(factory=dict)
    sound: bool = True


def heading_lines(lines: Lines, kinds: Headings, report: Report) -> Iterator[HeadingLine]:
    """Every heading, also one of a known kind that is indented or lacks its space, with its finding."""
    for at, line in enumerate(lines.lines):
        if "#" not in line[:4]:
            continue
        match = _HASHES.match(line)
        if not match:
            continue
        indent, hashes, space, words = match.groups()
        words = words.strip()
        if indent or (words and not space):
            if not kinds.find(words):
                continue  # "#SaferChildren" is a word; prose says that it is printed
            message = f'"{line.strip()[:60]}" is read as a heading, but is not written as one.'
            mend = f"Write it at the left margin, with a space after {hashes}."
            report.add("REC-01", message, lines.place(at), mend)
        yield HeadingLine(at, len(hashes), words, line.find(words, len(indent + hashes)) + 1)


def read_heading(line: HeadingLine, rest: str, reading: KindReading, lines: Lines, report: Report) -> Heading:
    """The values in `rest`, the words after the kind; a heading that lacks what its record needs is not sound."""
    found = Heading()
    reader = _HeadingReader(found, line, reading, lines, report)
    before, colon, title = (part.strip() for part in rest.partition(":"))
    if "about" in reading.has:
        reader.read_about(rest.strip())
    else:
        reader.read_id(before, colon, title)
    for name, value in found.values.items():
        if gap_in(value.text, name):
            reader.fault(f"{name} is missing", "An id or title is never left out: write one.")
            found.sound = False
    cut_off = not lines.ended and line.at == len(lines.lines) - 1
    for name in sorted(reading.required & {"id", "title", "about", "version", "code"} - found.values.keys()):
        found.sound = False
        reader.missing(name, cut_off=cut_off)
    return found


@frozen
class _HeadingReader:
    """Reads one heading into `found`."""

    found: Heading
    line: HeadingLine
    reading: KindReading
    lines: Lines
    report: Report

    def read_id(self, before: str, colon: str, title: str) -> None:
        """`Kind id: title`, as far as the kind has them."""
        has, required, name = self.reading.has, self.reading.required, self.reading.name
        if "id" not in has and before and "title" in has:
            mend = f"Write: {self.hashes} {name}: {title or before}"
            wrong = (
                f'a {name} has no id, so "{before}" cannot stand before the colon' if colon else "the colon is missing"
            )
            self.fault(wrong, mend)
            title, before = title or before, ""
        first, _, more = before.partition(" ")
        if "id" in has and more and "title" in has and not title:
            first, title = (
                (first, more.strip())
                if "id" in required or (_ID.fullmatch(first) and any(c.isdigit() for c in first))
                else ("", before)
            )
            mend = f"Write: {self.hashes} {name} {first}: {title}" if first else f"Write: {self.hashes} {name}: {title}"
            self.fault("the colon before the title is missing", mend)
            more = ""
        if more:
            self.fault(
                f'"{before}" is no id: an id is one word', f"Write it with hyphens, as in {'-'.join(before.split())}."
            )
            first = "-".join(before.split())
        if "id" in has and first:
            if not _ID.fullmatch(first):
                self.fault(
                    f'the id "{first}" has other signs than letters, figures and hyphens', "Write an id such as P1-A03."
                )
            self.keep("id", first)
        elif first:
            self.fault(f'a {name} has no words after it, so "{first}" is not read', f"Write: {self.hashes} {name}")
        if title and "title" in has:
            self.keep("title", title)
        elif title:
            self.fault(f'a {name} has no title, so "{title}" is not read', "Put the words into the text or a field.")

    def read_about(self, words: str) -> None:
        """`Kind about`, `Issue document version`, `Accepted document code`: the last word is the version or code."""
        last = next((name for name in ("version", "code") if name in self.reading.has), "")
        about, _, final = words.rpartition(" ") if last else (words, "", "")
        if ":" in words or " " in about.strip():
            shape = f"{self.hashes} {self.reading.name} {'document ' + last if last else 'id'}"
            self.fault(f'"{words}" has more words than can be read', f"Write: {shape}")
            about = about.split(":")[0].split()[0] if about.split(":")[0].split() else ""
            final = final.rstrip(":")
        for name, word in (("about", about.strip()), (last, final.strip())):
            if name and word:
                self.keep(name, word)

    def keep(self, name: str, words: str) -> None:
        """Keep those words of the heading under that name."""
        column = self.line.column + max(self.line.words.find(words), 0)
        self.found.values[name] = Value(words, self.lines.file, self.line.at + 1, column)

    def missing(self, name: str, *, cut_off: bool) -> None:
        """The finding for an id, title or other word that the record cannot be without."""
        if cut_off:
            message = (
                f'The file ends with the heading "{self.line.words}", which has no {name}: it seems to be cut off.'
            )
            self.report.add("FIL-07", message, self.lines.place(self.line.at), "Restore the file from a copy.")
            return
        examples = {"id": f"{self.reading.name} P1-A03", "title": f"{self.reading.name}: its title"}
        mend = f"Write it as in: {self.hashes} {examples.get(name, f'{self.reading.name} {name}')}"
        self.fault(f"its {name} is missing", mend)

    def fault(self, wrong: str, mend: str) -> None:
        """The finding that something in this heading is wrong."""
        message = f'The heading "{self.line.words}": {wrong}.'
        self.report.add("REC-02", message, self.lines.place(self.line.at), mend)

    @property
    def hashes(self) -> str:
        """The hashes as they were typed."""
        return "#" * self.line.level


def unknown_heading(line: HeadingLine, kinds: Headings, lines: Lines, report: Report) -> None:
    """The finding for a heading of no known kind, with the nearest there is."""
    first = line.words.partition(":")[0]
    words = [" ".join(first.split()[: count + 1]) for count in range(kinds.longest)]
    mend = next((found for word in words if (found := did_you_mean(word, kinds.names)).startswith("Did")), "")
    if mend and len(first.split()) > 6:  # a sentence, no misspelt kind
        mend = ""
    message = f'"{line.words[:60]}" is no heading of a known kind of record; it and what stands under it are left out.'
    report.add(
        "REC-01", message, lines.place(line.at), mend or "Begin it with the kind of record, or make it words of a text."
    )
