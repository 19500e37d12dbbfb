"""What Markdown prose is made of: blocks that stand below each other, and runs within a line."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.diagnostics.location import NOWHERE, Place
from bscb_docs.records import Checked

NO_BREAK = "\N{NO-BREAK SPACE}"
"""A space at which no line ends."""


@frozen
class Text(Compared):
    """Plain words, perhaps with strong or plain emphasis."""

    text: str
    strong: bool = False
    emphasis: bool = False
    language: str = ""
    """The tag of the language that they are in, where it is not the document's."""


@frozen
class Link(Compared):
    """Words that lead to an address outside the document."""

    text: str
    address: str
    language: str = ""


@frozen
class Reference(Compared):
    """`[paragraph](#name)`: a word, then the number of what bears that name, as a live field."""

    word: str
    target: str
    place: Place = NOWHERE
    """Where it was typed."""
    after: str = ""
    """What follows the number within the link, such as a title; only plugins set it."""


@frozen
class Token(Compared):
    """`{{ name }}`: a figure or a recorded name, set when the document is filled."""

    name: str
    place: Place = NOWHERE
    """Where it was typed."""


@frozen
class Symbol(Checked):
    """A character set in a character style, such as the symbol of a status; only plugins make it."""

    text: str
    style: str


@frozen
class Note(Compared):
    """`[^name]`: words that stand at the foot of the page, or at the end of the document; here stands their number."""

    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """What is read in the line itself: nothing, for its words stand elsewhere."""
        return ""


Run = Text | Link | Reference | Token | Symbol | Note
Runs = tuple[Run, ...]


@frozen
class Paragraph(Compared):
    """One paragraph; `line` counts from 0 at the first line of its prose."""

    runs: Runs
    name: str = ""
    numbered: bool = True
    """False where `{-}` stands before it: closing words, which a numbered text gives no number."""
    line: int = 0


@frozen
class Item(Compared):
    """One point of a list and all that belongs to it, its own paragraph first."""

    blocks: tuple[Block, ...]
    name: str = ""
    line: int = 0


@frozen
class ItemList(Compared):
    """A bulleted or an ordered list."""

    items: tuple[Item, ...]
    ordered: bool = False
    line: int = 0


@frozen
class Table(Compared):
    """A table with its header row; a cell is a line of runs. Every row is as long as the header."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    caption: Runs = ()
    name: str = ""
    line: int = 0
    place: Place = NOWHERE
    """Where it was typed."""
    at_a_glance: bool = False
    """True where its first row holds headline figures, which are set large."""
    row_names: tuple[str, ...] = ()
    """What each row is referred to by, where its rows are."""


@frozen
class Picture(Compared):
    """A picture of the board's folder, with its alternative text; empty where it is decoration."""

    source: str
    text: str
    caption: Runs = ()
    name: str = ""
    line: int = 0
    place: Place = NOWHERE
    """Where it was typed."""


@frozen
class SectionCall(Compared):
    """`{{ section name }}` alone in a paragraph: that section is set here."""

    name: str
    line: int = 0
    place: Place = NOWHERE
    """Where it was typed."""


class AsideKind(Enum):
    """What words are set apart as; its value is what is typed before its heading."""

    CALLOUT = "Callout"
    QUOTATION = "Quotation"
    EXAMPLE = "Example"
    RECOMMENDATION = "Recommendation"
    DECISION = "Decision wanted"
    FIGURE = "Pulled figure"


COUNTED_ASIDES = {AsideKind.RECOMMENDATION: "Recommendation", AsideKind.DECISION: "Decision"}
"""Those that are numbered through a document, and what they are counted as; their heading may be all there is."""

HEADING_TELLS = {
    AsideKind.CALLOUT: "what the callout is about",
    AsideKind.QUOTATION: "who said the quotation",
    AsideKind.EXAMPLE: "what it is an example of",
    AsideKind.RECOMMENDATION: "what is recommended",
    AsideKind.DECISION: "what is to be decided",
    AsideKind.FIGURE: "which figure is pulled out",
}


@frozen
class Aside(Compared):
    """Words set apart from the text around them, in styles of their own."""

    kind: AsideKind
    heading: Paragraph
    """It says what `HEADING_TELLS` names."""
    blocks: tuple[Block, ...]
    line: int = 0


Block = Paragraph | ItemList | Table | Picture | SectionCall | Aside
Blocks = tuple[Block, ...]
