"""Heading lines: where the headings of a record file stand, and which kind each of them names."""

import re
from collections.abc import Iterator

from attrs import define

from bscb_docs.diagnostics.follow_ons import OF_UPDATES
from bscb_docs.diagnostics.suggestions import NAME_PLUGIN, nearest, question_of
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.reading.heading_words import Headings
from bscb_docs.reading.kind_syntax import KindReading
from bscb_docs.reading.source_lines import Lines
from bscb_docs.records import Objective, Record, Update

_HASHES = re.compile(r"( {0,3})(#+)(\s*)(.*)")
_CLOSING = re.compile(r"\s+#+\s*$")
"""Hashes behind a heading, which Markdown takes for its end."""
_NUMBERED = re.compile(r"\d+(?:\.\d+)*[.)]?\s+")
"""A number typed before a heading, as Word prints it."""
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


def heading_lines(lines: Lines, kinds: Headings, report: Gathered) -> Iterator[HeadingLine]:
    """Every heading, also one of a known kind that is indented or lacks its space, with its finding."""
    for at, line in enumerate(lines.lines):
        match = _HASHES.match(line) if "#" in line else None
        if not match:
            continue
        indent, hashes, space, words = match.groups()
        words = words.strip()
        if words.endswith("#"):
            words = _CLOSING.sub("", words).strip()
        kind = kinds.find(words) if len(hashes) <= _DEEPEST else None
        if indent or (words and not space):
            if not kind:
                continue  # "#SaferChildren" is a word; prose says that it is printed
            message = f'"{line.strip()[:60]}" is read as a heading, but is not written as one.'
            report.add("REC-01", message, lines.place(at), f"Write it at the left margin: {hashes} {words}")
        yield HeadingLine(at, len(hashes), words, line.find(words, len(indent + hashes)) + 1, kind)


_MAY_BE = (("", "outcome"), ("", "action"), ("", "appendix"))
"""What another record or document may lack since a heading is not known."""


def unknown_heading(line: HeadingLine, kinds: Headings, lines: Lines, report: Gathered) -> None:
    """The finding for a heading of no known kind, with the nearest there is."""
    message = f'"{line.words[:60]}" is no heading that is known; it and what stands under it are left out.'
    mend = _without_number(line, kinds)
    near = "" if mend else _nearest_kind(line, kinds)
    otherwise = "Take the # away if it belongs to a text; else begin it with what it is. "
    otherwise += f"{NAME_PLUGIN} {kinds.by_purpose}"
    field = "" if near else "kind"  # that of a plugin, perhaps
    cause = "" if mend or near else f"headings that begin with {line.words.partition(' ')[0]}"
    mend = mend or question_of(near) or otherwise
    takes = (*_MAY_BE, *(_lacking(line, kinds.words[near][0].kind.record) if near else ()))
    report.add("REC-01", message, lines.place(line.at), mend, field=field, cause=cause, takes=takes)


def _lacking(line: HeadingLine, kind: type[Record]) -> Iterator[tuple[str, str]]:
    """What work lacks since an update of it, or an objective of which updates tell, was not known by its heading."""
    if kind is Update:
        yield from ((line.words.partition(":")[0].split()[-1], field) for field in OF_UPDATES)
    elif kind is Objective:
        yield "", "updates"  # of its action, whose name stands beneath


def _without_number(line: HeadingLine, kinds: Headings) -> str:
    """How a heading with too many hashes, or with a number before its kind, should be written; "" for any other."""
    if line.level > _DEEPEST:
        return f"Write at most {_DEEPEST} hashes."
    if (number := _NUMBERED.match(line.words)) and kinds.find(line.words[number.end() :]):
        right = f"{'#' * line.level} {line.words[number.end() :]}"
        return f"Headings are numbered when they are printed. Take the number away: {right}"
    return ""


def _nearest_kind(line: HeadingLine, kinds: Headings) -> str:
    """The kind that the words of a heading begin nearly with; "" where there is none, or they are a sentence."""
    words = line.words.partition(":")[0].split()
    tries = range(kinds.longest, 0, -1) if len(words) <= _A_SENTENCE else ()
    return next((near for count in tries if (near := nearest(" ".join(words[:count]), kinds.names))), "")
