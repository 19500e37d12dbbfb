"""Example section: a table and a chart of what example-section.csv, in the board's folder, has recorded.

It works as it stands. From top to bottom: a row of the table, the page that is printed, a figure that sentences set, a
rule that finds mistakes, and the hooks that tell bscb-docs of all this. Make each part your own, then run the test.
"""

from collections import Counter
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

from attrs import frozen

from bscb_docs import (
    Blocks,
    Board,
    Document,
    Figure,
    FigureSource,
    Finding,
    Kind,
    Organisation,
    Pack,
    PartialDate,
    PictureFile,
    Ratio,
    Record,
    Ref,
    Rule,
    Section,
    Severity,
    Table,
    draw_bars,
    every,
    hookimpl,
    one,
    table_of,
    theme_of,
)


class Done(Enum):
    """The only words that its column may hold."""

    YES = "yes"
    NOT_YET = "not yet"


@frozen(kw_only=True)
class ExampleSectionRecord(Record):
    """One row of example-section.csv: each field is a column, and its type says what a cell accepts."""

    date: PartialDate  # a day, a month or a year
    organisation: Ref[Organisation] | None = one()  # an organisation of the board; one() lets the cell be empty
    what: str  # any words
    done: Done  # one of the words above


@frozen
class ExampleSectionPage:
    """What the section prints: each field is a name that the tags of the Word template may use."""

    table: Blocks
    chart: PictureFile | None


def make_page(board: Board, document: Document) -> ExampleSectionPage | None:
    """The table and the chart; None, where nothing is recorded, leaves the section out."""
    if not board.of(ExampleSectionRecord):
        return None
    return ExampleSectionPage((make_table(board),), make_chart(board))


def make_table(board: Board) -> Table:
    """Its caption, its header and its rows, in the order of their dates."""
    records = sorted(board.of(ExampleSectionRecord), key=lambda record: record.date)
    rows = [[str(r.date), title(board, r), r.what, r.done.value] for r in records]
    return table_of("What was done when", ["Date", "Organisation", "What", "Done"], rows)


def make_chart(board: Board) -> PictureFile | None:
    """A bar for each organisation; its alternative text sums up what the table beside it says."""
    bars: dict[str, Counter[str]] = {}
    for r in board.of(ExampleSectionRecord):
        bars.setdefault(title(board, r), Counter())[r.done.value] += 1
    return draw_bars("what is done, by organisation", bars, theme=theme_of(board))


def title(board: Board, record: ExampleSectionRecord) -> str:
    """The organisation of a row in words, for no cell of a table may be empty."""
    return board.get(record.organisation).title if record.organisation else "Not recorded"


def count_rows(board: Board) -> Iterator[Figure]:
    """The figure that a sentence may set by its name, so that nobody types the number."""
    records = board.of(ExampleSectionRecord)
    part = sum(record.done is Done.YES for record in records)
    if records:
        yield Figure("example-section.count", Ratio(part, len(records)), "example-section.csv")


RULE = "EXAMPLE-SECTION-01"


def check_rows(pack: Pack) -> Iterator[Finding]:
    """A finding for each row that cannot be right: what is wrong, where, and how to mend it."""
    seen = set()
    for record in pack.board.of(ExampleSectionRecord):
        key = (record.date, title(pack.board, record), record.what)
        if key in seen:
            yield Finding(RULE, Severity.STOP, "The row is there already.", record.place, "Delete one of them.")
        seen.add(key)


@hookimpl.kinds
def kinds() -> list[Kind]:
    """The kind of record, and the plural that names its table."""
    return [Kind(ExampleSectionRecord, "Example section record", "Example section")]


@hookimpl.sections
def sections() -> list[Section[ExampleSectionPage]]:
    """The section: its name, its template, its page, what makes the page, and the records whose words it prints."""
    template = Path(__file__).with_name("example_section.docx")
    return [Section("example-section", template, ExampleSectionPage, make_page, prints=every(ExampleSectionRecord))]


@hookimpl.figures
def figures() -> list[FigureSource]:
    """What counts the figures."""
    return [count_rows]


@hookimpl.rules
def rules() -> list[Rule]:
    """The rule: its code, how far it reaches, what it asks, and what checks it."""
    return [Rule(RULE, Severity.STOP, "Each row of example-section.csv can be right.", check_rows)]
