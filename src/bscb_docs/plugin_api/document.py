"""Document: what a section is told of the paper it stands in: its names, its day, its version, what it is for."""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from attrs import Factory, frozen

from bscb_docs import records
from bscb_docs.diagnostics.errors import OptionError
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.suggestions import unknown_id
from bscb_docs.languages.house_words import say
from bscb_docs.languages.language_tags import HOUSE_LANGUAGE
from bscb_docs.plugin_api.page_words import words_in
from bscb_docs.plugin_api.section_options import SectionOptions, read_option
from bscb_docs.records import (
    Board,
    Body,
    Checked,
    Defined,
    Issue,
    IssueState,
    Marking,
    NotePlace,
    PartialDate,
    Period,
    Plan,
    Record,
    YearSpan,
)
from bscb_docs.records.kind import word_for

if TYPE_CHECKING:
    from bscb_docs.records import Choice

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class Paper(Enum):
    """What a document is for, which says when it is built and what stops it."""

    PACK = "pack"
    """A paper of the board, built unless others are named."""
    BY_NAME = "by name"
    """A paper of the board that is built only where it is named."""
    WORKING = "working"
    """A paper about the records: built only where it is named, of no version, and stopped by no finding."""


@frozen
class BoundIn(Checked):
    """A document bound in as an appendix: its number, its title as listed, and the words of its own first page.

    `as_at` is its day where that is another than the day of the paper around it: so much it knows, and no more.
    """

    number: int
    name: str
    listed_title: str
    printed_title: str
    as_at: PartialDate | None = None


@frozen
class Document(Checked):
    """What a section may know of the document it is set in."""

    name: str
    title: str
    short_title: str = ""
    years: YearSpan | None = None
    as_at: PartialDate | None = None
    period: Period | None = None
    """The months that it tells of; None where it tells of no period of its own."""
    plan: Plan | None = None
    """The plan that it prints, where the register names one; else the board's own."""
    body: Body | None = None
    """The body whose paper it is, where the register names one."""
    original: str = Factory(lambda document: document.name, takes_self=True)
    """The name of the document whose texts it prints: that which it is one of, or in another language; else its own."""
    language: str = HOUSE_LANGUAGE
    """The tag of the language that it is printed in."""
    marking: Marking = Marking.NONE
    notes: NotePlace = NotePlace.FOOT
    terms: Defined = Defined.NOWHERE
    issue: Issue | None = None
    subject: str = ""
    appendices: tuple[BoundIn, ...] = ()
    appendix: BoundIn | None = None
    """Set while the document is being bound into another one."""
    beside: frozenset[tuple[str, str]] = frozenset()
    """The sections beside it, of its own and of the document that it is bound into, each with its years."""
    edition: str = ""
    """What each page says of itself in place of a version and a day: "Form F3-K7QX"."""
    paper: Paper = Paper.PACK
    options: Mapping[str, str] = Factory(dict)
    """The options of the section being filled, as the board's register gives them."""
    findings: tuple[Finding, ...] = ()
    """For a section that reports findings: those of the records and of every other document, each of them built."""
    pages: tuple[object, ...] = ()
    """For a section that reads pages: those of all other sections, and of the documents bound in."""

    def says(self, words: str) -> bool:
        """True where one of the pages that were given holds those words, whole and in the same capitals."""
        return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", self._words) is not None

    @cached_property
    def _words(self) -> str:
        return "\n".join(words_in(self.pages))

    def sees(self, board: Board) -> Board:
        """The board as this document shows it: at its day, for its period, with the one plan that it prints."""
        return board.at(self.as_at, self.period, self.plan, self.language)

    def option(self, name: str, read: Callable[[str], T], default: T) -> T:
        """What the register's option of that name says, as `read` makes it of its words; the default without it.

        OptionError, told at the register's line, where `read` raises a ValueError: "what is wrong; what to do".
        FieldError for an option that the section does not declare.
        """
        if isinstance(self.options, SectionOptions):
            self.options.require(name)
        return read_option(self.options, name, read, default)

    @property
    def chosen_years(self) -> YearSpan | None:
        """The years of the option `years`, None without it; OptionError where its words name no years."""
        return read_option(self.options, "years", YearSpan.from_text, None)

    @property
    def choice(self) -> "Choice":
        """The work that the options `only`, `owner`, `body`, `priority` choose; OptionError where one names no test."""
        others = {name: self.options.get(name, "") for name in ("owner", "body", "priority")}
        every = records.Choice(**others)
        return read_option(self.options, "only", lambda words: records.Choice(words, **others), every)

    @property
    def told_years(self) -> YearSpan | None:
        """The years that a section tells of: those of its option `years`, else the document's own."""
        return self.chosen_years or self.years

    def named(self, board: Board, option: str, kind: type[R], among: Collection[R] | None = None) -> tuple[R, ...]:
        """The records among those printed whose ids an option names, in its order; OptionError for any other id."""

        def found(name: str) -> R:
            record = board.find(kind, name)
            if record is None or (among is not None and record not in among):
                ids = [getattr(each, "id", "") for each in (board.of(kind) if among is None else among)]
                word = f"{word_for(kind, board.kinds).lower()}{' that this section prints' if record else ''}"
                unknown = "" if record else name
                raise OptionError(option, unknown_id(name, self.options[option], word, ids), unknown=unknown)
            return record

        return self.option(option, lambda words: tuple(map(found, words.split())), ())

    @property
    def is_draft(self) -> bool:
        """True unless the register says that this version is for approval or approved; no working paper is one."""
        return self.paper is not Paper.WORKING and (self.issue is None or self.issue.state is IssueState.DRAFT)

    @property
    def draft_mark(self) -> str:
        """What a draft says of itself where its first page is read: "DRAFT version 0.3"; nothing once it is none."""
        return say("DRAFT version {version}", version=self.version).strip() if self.is_draft else ""

    @property
    def version_line(self) -> str:
        """The version with its state; nothing of a draft, which says so itself, and of a paper that has none."""
        if self.draft_mark or not self.issue:
            return ""
        return say("Version {version} ({state})", version=self.version, state=say(self.issue.state.value))

    @property
    def file_name(self) -> str:
        """`<document>-<years>.docx`, with the version while it is a draft; letters of every language are kept."""
        years = f"-{self.years}" if self.years else ""
        draft = f"-draft-{self.version}" if self.is_draft else ""
        return re.sub(r"[^\w.-]+", "-", unicodedata.normalize("NFC", f"{self.name}{years}{draft}")) + ".docx"

    @property
    def printed_marking(self) -> str:
        """The marking as the cover and the headers print it: nothing where there is none."""
        return "" if self.marking is Marking.NONE else self.marking.value

    @property
    def version(self) -> str:
        """The version as the register gives it, or "0.1" where it lists none; a working paper may have none."""
        return self.issue.version if self.issue else "" if self.paper is Paper.WORKING else "0.1"

    @property
    def edition_line(self) -> str:
        """Which paper this is, as the foot of each page says it: "Version 0.3, as at 31 March 2026"."""
        if self.edition or not self.version:
            return self.edition or say("The records as they were read")
        if not self.as_at:
            return say("Version {version}", version=self.version)
        return say("Version {version}, as at {day}", version=self.version, day=self.as_at)
