"""Passages: the prose of a pack as it will be printed, each with its owner, its printed number and its place."""

import re
from bisect import bisect_right
from functools import cached_property, partial
from itertools import accumulate

from attrs import frozen

from bscb_docs.diagnostics.location import Place
from bscb_docs.languages.language_tags import TAG
from bscb_docs.prose.typed_lines import POINT, UNPRINTED
from bscb_docs.records import NAME, PlanText, Record
from bscb_docs.rules.english.typed_numbers import VALUES, counts_nothing, numbers_from

MARK = "\ufffc"
"""Stands where a figure, a name or a reference's number is set: no word, no digit and no space."""

_HIDDEN = (
    ("{lang=", re.compile(rf"\[(?:[^\[\]]|\[[^\[\]]*\])*\]\{{lang={TAG}\}}"), MARK),  # words of another language
    ("[^", re.compile(r"\[\^[^\]\s]+\]:?"), " "),
    ("{{", re.compile(r"\{\{.*?\}\}"), MARK),
    ("{", re.compile(UNPRINTED), " "),
    ("](", re.compile(r"\]\(#[^)]*\)"), MARK),
    ("](", re.compile(r"\]\([^)]*\)"), " "),
    ("[", re.compile(r"!?\["), " "),
    ("*", re.compile(r"\*"), " "),
    ("\\", re.compile(r"\\"), " "),
    ("_", re.compile(r"_(?:(?<!\w_)_*|_*(?!\w))"), " "),
    ("", re.compile(rf"^{POINT}[ \t]+", re.MULTILINE), " "),
    ("---", re.compile(r"^[ \t]*\|?[ \t]*:?-{3,}.*$", re.MULTILINE), MARK),
    ("|", re.compile(r"\|"), MARK),
    ("@", re.compile(r"\S+@\S+\.\S+"), MARK),
    ("http", re.compile(r"https?://\S+"), MARK),
    ("www.", re.compile(r"www\.\S+"), MARK),
)
"""What Markdown does not print as words, each with a sign of it, and what takes its place: every column stays."""

_FIGURE, YEAR = re.compile(r"\d"), re.compile(r"[12][90]\d\d")
_REFERENCE = re.compile(rf"\]\(#({NAME})\)")
TOKEN = re.compile(rf"\{{\{{\s*({NAME})\s*\}}\}}")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’(?!\w)|'(?<![\w'].)[^']*'(?!\w)")
_QUOTE = re.compile("[“\"‘']")
_SENTENCE = re.compile(r"[.!?][\"”’')]*\s+(?=[\"“‘'(]*[A-Z\d￼])")
_WORD = re.compile(r"([^\W_]++(?:'[^\W_]++|'(?<=s'))*+|&)")
_TITLES = ("Dr.", "Mr.", "Mrs.", "Ms.", "Prof.", "St.", "No.", "Cllr.", "e.g.", "i.e.")


def words_only(markdown: str) -> str:
    """The Markdown, each character that is not printed as a word blanked: no column moves; line ends are spaces."""
    text = markdown
    for sign, hidden, filler in _HIDDEN:
        if sign in text:
            text = hidden.sub(partial(_fill, filler), text)
    return text.replace("\n", " ")


def _fill(filler: str, match: re.Match[str]) -> str:
    return filler * len(match[0])


def name_of(record: Record) -> str:
    """The id, subject, title or (of a plan's text) kind that findings and acceptances know a record by; else ""."""
    for attribute in ("id", "about", "title"):
        value = getattr(record, attribute, None)
        if value:
            return str(value)
    return type(record).__name__ if isinstance(record, PlanText) else ""


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in lower case and with straight apostrophes; a hyphen stands between two."""
    return tuple(_WORD.findall(_straight(text)))


def _straight(text: str) -> str:
    return text.lower().replace("’", "'")


@frozen(eq=False, repr=False, slots=False)
class Passage:
    """One paragraph, point, table or title: its words, whose they are, and the number it is printed under."""

    text: str
    owner: Record
    where: str
    """What the reader sees: "paragraph 3.3.2", "Priority 2, action 4"."""
    start: Place
    breaks: tuple[int, ...] = ()
    """Where in `text` the lines after the first begin."""
    is_exact: bool = True
    """False where the words stand in a field or heading, whose record's place is the nearest known."""
    raw: str = ""
    """The same as typed, character for character."""
    part: str = ""
    """The field it is, where it is no text: "title", "next"."""

    @property
    def name(self) -> str:
        """The id, subject or title of its owner."""
        return name_of(self.owner)

    @property
    def is_title(self) -> bool:
        """True of the title of a record or of a section."""
        return self.part == "title" or self.where.startswith("the title")

    def place(self, position: int = 0) -> Place:
        """The file, line and column of the words that begin there."""
        if not self.is_exact:
            return self.start
        line = bisect_right(self.breaks, position)
        if line == 0:
            return self.start.down(0, self.start.column + position)
        return self.start.down(line, position - self.breaks[line - 1] + 1)

    @property
    def tokens(self) -> tuple[re.Match[str], ...]:
        """The figures and names in double braces, as typed; the first group is the name."""
        return tuple(TOKEN.finditer(self.raw)) if "{{" in self.raw else ()

    @property
    def references(self) -> tuple[re.Match[str], ...]:
        """Where references such as `[action](#P1-A01)` lead; the first group is the name."""
        return tuple(_REFERENCE.finditer(self.raw)) if "](#" in self.raw else ()

    @cached_property
    def has_figures(self) -> bool:
        """True where a figure is typed."""
        return _FIGURE.search(self.text) is not None

    @cached_property
    def has_year(self) -> bool:
        """True where a year is typed: elsewhere no date stands that could be compared with another."""
        return self.has_figures and YEAR.search(self.text) is not None

    @cached_property
    def unquoted(self) -> str:
        """The words without what stands in quotation marks."""
        return _QUOTED.sub(partial(_fill, MARK), self.text) if _QUOTE.search(self.text) else self.text

    @cached_property
    def numbers(self) -> tuple[re.Match[str], ...]:
        """The whole numbers that stand in no quotation, in digits or in words."""
        words = (at for at, word in enumerate(self.words) if word in VALUES or word < "a")
        return tuple(numbers_from(self.unquoted, [self.span(at, at)[0] for at in words]))

    @cached_property
    def counts(self) -> tuple[re.Match[str], ...]:
        """Those of the numbers that count something, and are no part of a date, an age or the like."""
        return tuple(number for number in self.numbers if not counts_nothing(self.unquoted, *number.span()))

    @cached_property
    def words(self) -> list[str]:
        """The words one by one, in lower case; a hyphen stands between two."""
        return self._parts[1::2]

    @cached_property
    def _parts(self) -> list[str]:
        """What stands before the first word, the word, what stands between it and the next, and so on."""
        return _WORD.split(_straight(self.text))

    @cached_property
    def _bounds(self) -> list[int]:
        """Where each of those parts ends."""
        return [*accumulate(map(len, self._parts))]

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins."""
        return self._bounds[::2]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the words from the first to the last begin and end."""
        return self._bounds[2 * first], self._bounds[2 * last + 1]

    def is_unbroken(self, first: int, last: int) -> bool:
        """True where only spaces, hyphens and commas stand between those words: no end of a sentence, no cell."""
        between = self._parts[2 * first + 2 : 2 * last + 1 : 2]
        return between.count(" ") == len(between) or not "".join(between).strip(" -–‑,")

    def sentence(self, position: int) -> tuple[int, int]:
        """Where the sentence around a position begins and ends."""
        bounds = self._sentences
        at = bisect_right(bounds, position, 1, len(bounds) - 1)
        return bounds[at - 1], bounds[at]

    def line(self, position: int) -> tuple[int, int]:
        """Where the sentence around a position begins and ends; in a table, its part of the row."""
        first, last = self.sentence(position)
        if "|" in self.raw and self.is_exact:
            lines, at = (0, *self.breaks, len(self.text)), bisect_right(self.breaks, position)
            first, last = max(first, lines[at]), min(last, lines[at + 1])
        return first, last

    @cached_property
    def _sentences(self) -> list[int]:
        """Where each sentence begins, and where the last one ends."""
        bounds = [0]
        for match in _SENTENCE.finditer(self.text):
            before = self.text[max(0, match.start() - 5) : match.start() + 1]
            if not before.endswith(_TITLES):
                bounds.append(match.end())
        return [*bounds, len(self.text)]


def squeeze(words: str) -> str:
    """Words with single spaces, without the marks of what is set there."""
    return " ".join(words.replace(MARK, " ").split())
