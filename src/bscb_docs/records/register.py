"""The register in `documents.md`: documents, their issues, and what was accepted."""

from __future__ import annotations

import re
from enum import Enum
from typing import ClassVar

from attrs import field, frozen

from bscb_docs.diagnostics.location import NOWHERE, Place
from bscb_docs.records.checked_values import Checked
from bscb_docs.records.labels import Language
from bscb_docs.records.names import NAME, fold
from bscb_docs.records.people import BODY_KINDS, Body
from bscb_docs.records.plan import Plan
from bscb_docs.records.record import Record, many, one, unprinted
from bscb_docs.records.typed_text import Prose, Ref
from bscb_docs.records.values.partial_date import PartialDate
from bscb_docs.records.values.period import Period
from bscb_docs.records.values.year_span import YearSpan

ISSUED_FOLDER = "issued"
"""The folder beside the records in which versions stand that were issued."""


_LISTS = re.compile(r",(?=\s*with\s[^,:]+:)")
"""Before an option that lists names, in which commas part those."""


class Marking(Enum):
    """The government security classifications a board uses, in rising order."""

    NONE = "none"
    OFFICIAL = "OFFICIAL"
    OFFICIAL_SENSITIVE = "OFFICIAL-SENSITIVE"


class NotePlace(Enum):
    """Where the notes of a document stand."""

    FOOT = "at the foot of the page"
    END = "at the end"


class Defined(Enum):
    """Where a document explains the terms of its board."""

    NOWHERE = "nowhere"
    FIRST_USE = "at first use"


class IssueState(Enum):
    """How far a version has come."""

    DRAFT = "draft"
    FOR_APPROVAL = "for approval"
    APPROVED = "approved"


@frozen
class SectionChoice(Checked):
    """A section a document asks for, with its options: `priorities, years 2018-19`."""

    accepts: ClassVar[tuple[str, str]] = ("the name of a section, with its options", "priorities, years 2018-19")

    name: str
    options: tuple[tuple[str, str], ...] = ()
    place: Place = field(default=NOWHERE, eq=False)

    @classmethod
    def from_text(cls, text: str) -> SectionChoice:
        """The section's name and its options' values, what `with ...:` lists to the end; ValueError without one."""
        front, *listed = _LISTS.split(text, maxsplit=1)
        name, *rest = (part.strip() for part in (*front.split(","), *listed))
        options = []
        for part in rest:
            match = re.fullmatch(rf"({NAME})\s+(.+)", part)
            if not match:
                mend = "give each section a line of its own, and an option its value, as in: years 2018-19"
                raise ValueError(f'"{part}" is no option; {mend}')
            options.append((fold(match[1]), match[2]))
        return cls(name, tuple(options))


@frozen
class PluginName(Checked):
    """A plugin that a document's card names, and where."""

    accepts: ClassVar[tuple[str, str]] = ("the name of an installed plugin", "board-attendance")

    name: str
    place: Place = field(default=NOWHERE, eq=False)

    @classmethod
    def from_text(cls, text: str) -> PluginName:
        """The name, as it is typed."""
        return cls(text.strip())

    def __str__(self) -> str:
        """The name."""
        return self.name


@frozen(kw_only=True)
class RegisterEntry(Record):
    """A `# Document` card: what is built under this name, of which sections and appendices."""

    id: str
    title: str
    short_title: str | None = one(use="the header of each page prints it")
    outline: str | None = one(printed=False, use="which sections the document has where its card lists none")
    """The outline it follows; without it, the one of its own id."""
    years: YearSpan | None = one(use="what sections print is of these years")
    period: Period | None = one(use="what sections tell of is of it")
    """The months that it tells of, where it tells of less than its years: Q3 2018-19."""
    plan: Ref[Plan] | None = one(use="sections print that plan")
    """The plan that it prints; without it, the board's own."""
    body: Ref[Body] | None = one(use="sections tell of that body")
    """The body whose paper it is, such as a sub-group's work programme."""
    for_each: tuple[str, ...] = many(
        "for each", printed=False, use="a document is made for each of them", words=BODY_KINDS
    )
    """A kind of body: a document of its own is made for each of them, with its own title and file."""
    one_of: str | None = one(printed=False, use="the versions of that document are those of this one")
    """The document that it is one of: where it has no version of its own, that one's holds."""
    as_at: PartialDate | None = one(use="the document tells what was known on that day")
    marking: Marking = one(default=Marking.NONE, use="every page prints it")
    notes: NotePlace = one(default=NotePlace.FOOT, use="where the notes of the text stand")
    terms: Defined = one(default=Defined.NOWHERE, use="whether the terms of the board are explained")
    """Terms that have words of their own are explained with them, in a note."""
    bound_in_as: str | None = one(use="its first page prints it where it is an appendix")
    sections: tuple[SectionChoice, ...] = many("section", use="what the document is made of")
    appendices: tuple[str, ...] = many("appendix", printed=False, use="what is bound in")
    plugins: tuple[PluginName, ...] = many("plugin", printed=False, use="the plugins that are in use")
    subject: str | None = one(use="a property of the Word file")
    cover_picture: str | None = one(printed=False, use="the cover shows it", picture=True)
    """A picture in the board's folder, PNG or JPEG."""
    cover_picture_text: str | None = one(use="said of the cover's picture to who cannot see it")
    """What it shows; without it the picture is decoration."""
    language: Language | None = one(printed=False, use="the language that the document is printed in")
    """The language that it is printed in; without it, the board's."""
    also_in: tuple[Language, ...] = many("also in", printed=False, use="the same document is made in each of them")
    """Other languages: a document of its own is made in each, of the translated records."""


@frozen
class FactsRead(Checked):
    """Who read the facts of a version that no record bears, on which day, and the signs of each of them."""

    accepts: ClassVar[tuple[str, str]] = (
        "who read the facts that no record bears, the day, and the three signs that `bscb-docs facts` gives to each",
        "Jo Example, 19 March 2026, 7KQ 4MX",
    )

    by: str
    on: PartialDate
    signs: tuple[str, ...]

    @classmethod
    def from_text(cls, text: str) -> FactsRead:
        """What the line says; ValueError where one of the three is missing, or the signs are none."""
        by, *rest = (part.strip() for part in text.rsplit(",", 2))
        if len(rest) != 2 or not by or not re.fullmatch("[0-9A-Za-z]{3}(?: +[0-9A-Za-z]{3})*", rest[1]):
            raise ValueError(f'"{text}" does not say who, when and the signs of the facts; write {cls.accepts[1]}')
        return cls(by, PartialDate.from_text(rest[0]), tuple(rest[1].split()))

    def __str__(self) -> str:
        """The line as a person types it."""
        return f"{self.by}, {self.on}, {' '.join(self.signs)}"


@frozen(kw_only=True)
class Issue(Record):
    """One version of a document; the last that is listed is the one being built."""

    about: str
    version: str
    state: IssueState = one(default=IssueState.DRAFT)
    as_at: PartialDate | None = one()
    goes_to: Ref[Body] | None = one(use="the forward plan brings it to the next meeting of that body")
    """The body that is to approve it."""
    approved_by: tuple[str, ...] = many("approved by")
    changed: tuple[str, ...] = many("changed")
    author: str | None = one()
    check_code: str | None = one()
    """Ten signs that its records decide, given when it is issued, and read into the minutes."""
    facts_read: FactsRead | None = one(printed=False, use="it answers the check DOC-14")


@frozen(kw_only=True)
class Accepted(Record):
    """A check that a named person accepted, and why; a stop cannot be accepted."""

    code: str
    about: str = ""
    where: str | None = one(printed=False, use="it narrows what is accepted to one place")
    by: str | None = one(printed=False, use="`bscb-docs check` says it of what is accepted")
    on: PartialDate | None = one(use="`bscb-docs check` says it of what is accepted")
    until: PartialDate | None = one(use="after that day the check is told again")
    text: Prose = unprinted(Prose(""), use="`bscb-docs check` says it of what is accepted")
