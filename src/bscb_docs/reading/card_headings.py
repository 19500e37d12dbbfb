"""Headings of record files: where they stand, which kind they name, and the id, title or years that they give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field

from bscb_docs.diagnostics.location import Place
from bscb_docs.diagnostics.suggestions import did_you_mean
from bscb_docs.reading.kind_syntax import HEADING, Headings, KindReading, id_of
from bscb_docs.reading.report import Report
from bscb_docs.reading.source_lines import Lines
from bscb_docs.reading.typed_value import Value, gap_in
from bscb_docs.records import NAME

_HASHES = re.compile(r"( {0,3})(#+)([ \t]*)(.*)")
_DEEPEST = 6
"""Hashes: Markdown has no headings below."""

_A_SENTENCE = 6
"""Words before the colon beyond which a heading is no misspelt kind."""


@define(eq=False)
class HeadingLine:
    """A heading: its line from 0, how many hashes, its words, and what kind they name.

    It is not frozen, nor is anything made for every heading, field or word: freezing doubles what making one costs.
    """

    at: int
    level: int
    words: str
    column: int
    """Where its words begin, from 1."""
    kind: tuple[KindReading, bool, str] | None
    """The kind, whether in the plural, and the words after it; None where it names no known kind."""


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
        kind = kinds.find(words) if len(hashes) <= _DEEPEST else None
        if indent or (words and not space):
            if not kind:
                continue  # "#SaferChildren" is a word; prose says that it is printed
            message = f'"{line.strip()[:60]}" is read as a heading, but is not written as one.'
            report.add("REC-01", message, lines.place(at), f"Write it at the left margin: {hashes} {words}")
        yield HeadingLine(at, len(hashes), words, line.find(words, len(indent + hashes)) + 1, kind)


def read_heading(line: HeadingLine, rest: str, reading: KindReading, lines: Lines, report: Report) -> dict[str, Value]:
    """The id, title and so on in `rest`, the words after the kind; a finding for each that must be there and is not."""
    reader = _HeadingReader(line, reading, lines, report)
    if "about" in reading.has:
        reader.read_about(rest.strip())
    else:
        before, colon, title = (part.strip() for part in rest.partition(":"))
        reader.read_id(before, title, has_colon=bool(colon))
    reader.check()
    return reader.values


def unknown_heading(line: HeadingLine, kinds: Headings, lines: Lines, report: Report) -> None:
    """The finding for a heading of no known kind, with the nearest there is."""
    words = line.words.partition(":")[0].split()
    mend = ""
    if words and len(words) <= _A_SENTENCE:
        tries = (did_you_mean(" ".join(words[:count]), kinds.names, "-") for count in range(kinds.longest, 0, -1))
        mend = next((found for found in tries if found != "-"), "")
    message = f'"{line.words[:60]}" is no heading that is known; it and what stands under it are left out.'
    mend = mend or "Begin it with what it is, as in # Action or # Body, or take the # away if it belongs to a text."
    if line.level > _DEEPEST:
        mend = f"Write at most {_DEEPEST} hashes."
    report.add("REC-01", message, lines.place(line.at), mend)


@define(eq=False)
class _HeadingReader:
    """Reads the words after the kind into `values`."""

    line: HeadingLine
    reading: KindReading
    lines: Lines
    report: Report
    values: dict[str, Value] = field(factory=dict)

    def read_id(self, before: str, title: str, *, has_colon: bool) -> None:
        """`Kind id: title`, as far as the kind has them; what the kind has not is reported and left out."""
        has, name = self.reading.has, self.reading.name
        if before and not has_colon and "title" in has:
            before, title = self.id_and_title(before)
        if before and "id" not in has:
            self.fault(
                f'"{before}" is not read, since headings that begin with {name} have no id', f": {title}" * bool(title)
            )
        elif before and not re.fullmatch(NAME, before):
            typed, before = before, id_of(before)
            wrong = f'"{typed}" is no id, which is one word of letters, figures and hyphens'
            self.fault(wrong, f"{before}: {title}" if title else before)
        if "id" in has:
            self.keep("id", before)
        if title and "title" not in has:
            self.fault(f'"{title}" is not read, since headings that begin with {name} have no title', before)
        elif title:
            self.keep("title", title)

    def id_and_title(self, words: str) -> tuple[str, str]:
        """The id and the title in words without a colon between them, with a finding where it is missing."""
        first, _, more = words.partition(" ")
        begins_with_id = "id" in self.reading.has and (
            "id" in self.reading.required or any(sign.isdigit() for sign in first)
        )
        if begins_with_id and not more:
            return words, ""
        found = (first, more.strip()) if begins_with_id else ("", words)
        self.fault("there is no colon before the title", ": ".join(found))
        return found

    def read_about(self, words: str) -> None:
        """`Kind about`, `Issue document version`, `Accepted document code`: the last word is the version or code."""
        last = next((name for name in ("version", "code") if name in self.reading.has), "")
        parts = words.replace(":", " ").split()
        if ":" in words or len(parts) > (2 if last else 1):
            self.fault(f'"{words}" has more words than can be read', self.example())
        if last and parts:
            self.keep(last, parts.pop())
        if parts:
            self.keep("about", parts[0])

    def check(self) -> None:
        """A finding for each word that no record of the kind can be without."""
        name = self.reading.name
        gaps = [key for key, value in self.values.items() if gap_in(value.text, key)]
        for attribute in gaps:
            del self.values[attribute]
            self.fault(f'the {attribute} cannot be "not recorded"', self.example())
        missing = self.reading.required.difference(self.values, gaps)
        for attribute in HEADING if missing else ():
            if attribute in missing:
                if not self.lines.ended and self.line.at == len(self.lines.lines) - 1:
                    message = f'The file ends with the heading "{self.line.words}": it seems to be cut off.'
                    self.report.add("FIL-07", message, self.place, "Restore it from a copy.")
                    return
                what = "what it is about" if attribute == "about" else f"its {attribute}"
                self.fault(f"{what} is missing, so this {name} is left out", self.example())

    def example(self) -> str:
        """What stands after the kind, with the words of this heading where there are any."""
        has, known = self.reading.has, {key: value.text for key, value in self.values.items()}
        if "about" in has:
            about = known.get("about", "P1-A03" if has.isdisjoint({"version", "code"}) else "accountability-report")
            return " ".join([about, *(["1.0"] * ("version" in has)), *(["DUE-03"] * ("code" in has))])
        before = known.get("id", "P1-A03" if "id" in self.reading.required else "")
        return f"{before}: {known.get('title', 'its title')}" if "title" in self.reading.required else before

    def keep(self, name: str, words: str) -> None:
        """Keep those words of the heading under that name."""
        if words:
            column = self.line.column + max(self.line.words.find(words), 0)
            self.values[name] = Value(words, self.lines.file, self.line.at + 1, column)

    def fault(self, wrong: str, right: str) -> None:
        """The finding that something in this heading is wrong, and how the heading is written."""
        right = f" {right}" if right and not right.startswith((":", " ")) else right
        mend = f"Write it as: {'#' * self.line.level} {self.reading.name}{right}"
        self.report.add("REC-02", f'In the heading "{self.line.words}", {wrong}.', self.place, mend)

    @property
    def place(self) -> Place:
        """Where the heading stands."""
        return self.lines.place(self.line.at)
