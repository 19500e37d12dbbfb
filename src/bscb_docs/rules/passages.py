"""Passages: the prose of a pack as it will be printed, each with its owner, its printed number and its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from attrs import define, field, frozen

from bscb_docs.places import Place
from bscb_docs.records import PlanText, Record

MARK = "\ufffc"
"""Stands where a figure, a name or a reference's number is set: no word, no digit and no space."""

TOKEN = re.compile(r"\{\{\s*([\w.-]+?)\s*\}\}")
"""A figure or name in double braces, as typed."""

_HIDDEN = (
    (re.compile(r"\{\{.*?\}\}"), MARK),
    (re.compile(r"\{#[^}]*\}|\{-\}"), " "),
    (re.compile(r"\]\(#[^)]*\)"), MARK),
    (re.compile(r"\]\([^)]*\)"), " "),
    (re.compile(r"!?\[|\*+|(?<!\w)_+|_+(?!\w)|\\"), " "),
    (re.compile(r"^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+", re.MULTILINE), " "),
    (re.compile(r"^[ \t]*\|?[ \t]*:?-{3,}.*$|\|", re.MULTILINE), MARK),
    (re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+"), MARK),
)
"""What Markdown does not print as words, and what takes its place, sign for sign, so that every column stays."""

_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’(?!\w)|(?<![\w'])'[^']*'(?!\w)")
_SENTENCE = re.compile(r"[.!?][\"”’')]*\s+(?=[\"“‘'(]*[A-Z\d￼])")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*['’]?|&")
_TITLES = ("Dr.", "Mr.", "Mrs.", "Ms.", "Prof.", "St.", "No.", "Cllr.", "e.g.", "i.e.")


def words_only(markdown: str) -> str:
    """The Markdown with every sign that is not printed as a word blanked, at its old length; line ends are spaces."""
    text = markdown
    for pattern, filler in _HIDDEN:
        text = pattern.sub(lambda match, filler=filler: filler * len(match[0]), text)  # type: ignore[misc]  # bound now
    return text.replace("\n", " ")


def name_of(record: Record) -> str:
    """The id, subject, title or (of a plan's text) kind that findings and acceptances know a record by; else ""."""
    for attribute in ("id", "about", "title"):
        value = getattr(record, attribute, None)
        if value:
            return str(value)
    return type(record).__name__ if isinstance(record, PlanText) else ""


@define(eq=False)
class Word:
    """One word of a passage, in lower case and with a straight apostrophe, and where it stands.

    It is not frozen, since a pack has a hundred thousand of them and freezing doubles what making one costs.
    """

    text: str
    start: int
    end: int


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text one by one; a hyphen stands between two."""
    straight = text.lower().replace("’", "'")
    return tuple(Word(match[0], match.start(), match.end()) for match in _WORD.finditer(straight))


@frozen(eq=False)
class Passage:
    """One paragraph, point, table or title: its words, whose they are, and the number it is printed under."""

    text: str = field(repr=False)
    owner: Record
    where: str
    """What the reader sees: "paragraph 3.3.2", "Priority 2, action 4"."""
    start: Place
    breaks: tuple[int, ...] = ()
    """Where in `text` the lines after the first begin."""
    is_exact: bool = True
    """False where the words stand in a field or heading, whose record's place is the nearest known."""
    raw: str = field(default="", repr=False)
    """The same as typed, sign for sign."""
    part: str = ""
    """The field it is, where it is no text: "title", "next"."""

    @property
    def name(self) -> str:
        """The id, subject or title of its owner."""
        return name_of(self.owner)

    def place(self, position: int = 0) -> Place:
        """The file, line and column of the words that begin there."""
        if not self.is_exact:
            return self.start
        line = bisect_right(self.breaks, position)
        if line == 0:
            return self.start.down(0, self.start.column + position)
        return self.start.down(line, position - self.breaks[line - 1] + 1)

    @cached_property
    def unquoted(self) -> str:
        """The words without what stands in quotation marks."""
        return _QUOTED.sub(lambda match: MARK * len(match[0]), self.text)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words one by one; a hyphen stands between two."""
        return words_of(self.text)

    def sentence(self, position: int) -> tuple[int, int]:
        """Where the sentence around a position begins and ends."""
        ends = self._ends
        at = bisect_right(ends, position)
        return (ends[at - 1] if at else 0), (ends[at] if at < len(ends) else len(self.text))

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        ends = []
        for match in _SENTENCE.finditer(self.text):
            before = self.text[max(0, match.start() - 5) : match.start() + 1]
            if not before.endswith(_TITLES):
                ends.append(match.end())
        return tuple(ends)


def capital(words: str) -> str:
    """The words with a capital first letter."""
    return words[:1].upper() + words[1:]


def squeeze(words: str) -> str:
    """Words with single spaces, without the marks of what is set there."""
    return " ".join(words.replace(MARK, " ").split())
