"""Section, Outline and Document: what a paper is made of, and what a section is told of the paper it stands in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Generic, TypeVar

from attrs import Factory, frozen, has

from bscb_docs.diagnostics.finding import Finding
from bscb_docs.languages.house_words import say
from bscb_docs.languages.language_tags import HOUSE_LANGUAGE
from bscb_docs.records import (
    NAME,
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


class Part(Enum):
    """Where a section stands; a document that is bound in as an appendix leaves its front and back behind."""

    FRONT = "front"
    BODY = "body"
    BACK = "back"


class Layout(Enum):
    """How a section takes its pages."""

    FLOWING = "flowing"
    OWN_PAGE = "own page"
    LANDSCAPE = "landscape"


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
    """A document bound in as an appendix: its number, its title as listed, and the words of its own first page."""

    number: int
    name: str
    listed_title: str
    printed_title: str


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
    edition: str = ""
    """What each page says of itself in place of a version and a day: "Form F3-K7QX"."""
    paper: Paper = Paper.PACK
    options: Mapping[str, str] = Factory(dict)
    """The options of the section being filled, as the board's register gives them."""
    findings: tuple[Finding, ...] = ()
    """For a section that reports findings: those of the records and of every other document, each of them built."""

    def sees(self, board: Board) -> Board:
        """The board as this document shows it: at its day, for its period, with the one plan that it prints."""
        return board.at(self.as_at, self.period, self.plan, self.language)

    @property
    def chosen_years(self) -> YearSpan | None:
        """The years of the option `years`, None without it; ValueError where its words name no years."""
        chosen = self.options.get("years")
        return YearSpan.from_text(chosen) if chosen else None

    @property
    def is_draft(self) -> bool:
        """True unless the register says that this version is for approval or approved; no working paper is one."""
        return self.paper is not Paper.WORKING and (self.issue is None or self.issue.state is IssueState.DRAFT)

    @property
    def draft_mark(self) -> str:
        """What a draft says of itself where its first page is read: "DRAFT version 0.3"; nothing once it is none."""
        return say("DRAFT version {version}", version=self.version).strip() if self.is_draft else ""

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


Page = TypeVar("Page")
"""An attrs record with what one section prints; its fields are the names that the section's template may use."""

Prints = Callable[[Board, Document], Iterable[Record]]
"""A pure function that gives the records whose words a section prints in a document, in the order of print."""


def every(*kinds: type[Record]) -> Prints:
    """What a section prints that has every record of those classes; of none, that it prints no record's words."""
    return lambda board, document: [record for kind in kinds for record in board.of(kind)]


@frozen
class Section(Checked, Generic[Page]):
    """A part of a document: a Word template and a pure function that gives the page to fill it with.

    `context(board, document)` returns an instance of `page`, or None where the section has nothing to say and is left
    out. `options` are the words a board may set for it in its register, as in `section: priorities, years 2018-19`.
    `prints(board, document)` gives the records whose words it prints, so that the rules know in which documents they
    stand: none is printed below its marking. A section that does not say so is taken to print any record of the board.
    A document with a section that `reports_findings` is built when all others have been, and given what was found.
    """

    name: str
    template: Path | Traversable
    page: type[Page]
    context: Callable[[Board, Document], Page | None]
    part: Part = Part.BODY
    layout: Layout = Layout.FLOWING
    options: tuple[str, ...] = ()
    prints: Prints | None = None
    reports_findings: bool = False
    styles: tuple[str, ...] = ()
    """Names of styles that its template brings and the house lacks; where the house has one, the house's is used."""
    filters: tuple[Callable[..., object], ...] = ()
    """Pure functions of a value that its template uses by their names, as in `{{ person | initials }}`."""

    def check_values(self) -> None:
        """The name can stand in a register, and the page is a record whose fields a template can name."""
        _check_name(self.name)
        if not has(self.page):
            raise ValueError(f"its page {self.page.__name__} is no attrs class; write `@frozen` above the class")
        if unnamed := next((each.__name__ for each in self.filters if not each.__name__.isidentifier()), ""):
            raise ValueError(f"its filter {unnamed} has no name; write it as a function of its own, with def")

    def printed(self, board: Board, document: Document) -> tuple[Record, ...] | None:
        """The records that it prints in a document; None where its author has not said which."""
        return None if self.prints is None else tuple(self.prints(board, document))


@frozen
class Outline(Checked):
    """A document's sections in order and the documents bound in as its appendices, all by name."""

    name: str
    title: str
    sections: tuple[str, ...]
    appendices: tuple[str, ...] = ()
    paper: Paper = Paper.PACK

    def check_values(self) -> None:
        """The name can stand in a register, and names no section that is none."""
        _check_name(self.name)


def _check_name(name: str) -> None:
    """Raises a ValueError for a name that a register's line cannot hold."""
    if not re.fullmatch(NAME, name):
        as_one = "-".join(re.findall(NAME, name))
        mend = f'write "{as_one}"' if as_one else "write one word"
        raise ValueError(f'its name "{name}" is not one word of letters, figures and hyphens; {mend}')


def house_template(name: str) -> Traversable:
    """The house's own Word template of that name, wherever the library is installed."""
    return files("bscb_docs.templates") / f"{name}.docx"
