"""Section and Outline: what a paper is made of: Word templates with the functions that give their pages."""

import re
from collections.abc import Callable, Iterable
from enum import Enum
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Generic, TypeVar

from attrs import field, frozen, has

from bscb_docs.diagnostics.errors import FieldError
from bscb_docs.diagnostics.location import class_at
from bscb_docs.plugin_api.document import Document, Paper
from bscb_docs.records import NAME, Board, Checked, Record, SectionChoice, is_name


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


Page = TypeVar("Page")
"""An attrs record with what one section prints; its fields are the names that the section's template may use."""

Prints = Callable[[Board, Document], Iterable[Record]]
"""A pure function that gives the records whose words a section prints in a document, in the order of print."""


def every(*kinds: type[Record]) -> Prints:
    """What a section prints that has every record of those classes; of none, that it prints no record's words.

    FieldError for what is no class of records.
    """
    if wrong := next((each for each in kinds if not (isinstance(each, type) and issubclass(each, Record))), None):
        mend = "write it without quotation marks, as in every(Visit)"
        raise FieldError("every", f"{wrong!r} is no class of records; {mend}")
    return lambda board, document: [record for kind in kinds for record in board.of(kind)]


@frozen
class Section(Checked, Generic[Page]):
    """A part of a document: a Word template and a pure function that gives the page to fill it with.

    `context(board, document)` returns an instance of `page`, or None where the section has nothing to say and is left
    out. `options` are the words a board may set for it in its register, as in `section: priorities, years 2018-19`.
    `prints(board, document)` gives the records whose words it prints, so that the rules know in which documents they
    stand: none is printed below its marking. A section that does not say so is taken to print any record of the board.
    A document with a section that `reports_findings` is built when all others have been, and given what was found.
    The page of one that `reads_pages` is made when all others of its document have been, and given them.
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
    reads_pages: bool = False
    styles: tuple[str, ...] = ()
    """Names of styles that its template brings and the house lacks; where the house has one, the house's is used."""
    filters: tuple[Callable[..., object], ...] = ()
    """Pure functions of a value that its template uses by their names, as in `{{ person | initials }}`."""
    plugin: str = field(default="", kw_only=True, eq=False)
    """The name of the plugin that offers it; the catalogue sets it."""

    def check_values(self) -> None:
        """The name can stand in a register, and the page is a record whose fields a template can name."""
        _check_name(self.name)
        if not has(self.page):
            raise ValueError(f"its page {class_at(self.page)} is no attrs class; write `@frozen` above the class")
        if isinstance(self.prints, type):
            kind = self.prints.__name__
            raise ValueError(f"its prints is the class {kind}; write prints=every({kind}) for all records of it")
        if unnamed := next((each.__name__ for each in self.filters if not each.__name__.isidentifier()), ""):
            raise ValueError(f"its filter {unnamed} has no name; write it as a function of its own, with def")

    def printed(self, board: Board, document: Document) -> tuple[Record, ...] | None:
        """The records that it prints in a document; None where its author has not said which."""
        return None if self.prints is None else tuple(self.prints(board, document))


@frozen
class Outline(Checked):
    """A document's sections in order, each as a register writes it, and the documents bound in as its appendices."""

    name: str
    title: str
    sections: tuple[str, ...]
    appendices: tuple[str, ...] = ()
    paper: Paper = Paper.PACK

    def check_values(self) -> None:
        """The name can stand in a register, as can each section with its options."""
        _check_name(self.name)
        for section in self.sections:
            SectionChoice.from_text(section)


def _check_name(name: str) -> None:
    """Raises a ValueError for a name that a register's line cannot hold."""
    if not is_name(name):
        as_one = "-".join(re.findall(NAME, name))
        mend = f'write "{as_one}"' if as_one else "write one word"
        raise ValueError(f'its name "{name}" is not one word of letters, figures and hyphens; {mend}')


def house_template(name: str) -> Traversable:
    """The house's own Word template of that name, wherever the library is installed."""
    return files("bscb_docs.templates") / f"{name}.docx"
