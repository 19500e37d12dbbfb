"""Example section: a table of what happened when, read from example-section.csv in the board's folder.

Everything a plugin needs is in this file and in the Word template beside it. Change the fields of ExampleSectionRecord
to those of your own table, the page to what you want to print, and the template in Word. Then run the test.
"""

from pathlib import Path

from attrs import frozen

from bscb_docs import Board, Document, Kind, Organisation, PartialDate, Record, Ref, Section, hookimpl, one

TEMPLATE = Path(__file__).with_name("example_section.docx")


@frozen(kw_only=True)
class ExampleSectionRecord(Record):
    """One row of example-section.csv: each field is a column, and one() marks those that may be empty."""

    date: PartialDate
    what: str
    organisation: Ref[Organisation] | None = one()


@frozen
class Row:
    """One row as it is printed."""

    date: str
    what: str
    organisation: str


@frozen
class ExampleSectionPage:
    """What the section prints: each field is a name that the tags of the template may use."""

    rows: tuple[Row, ...]


def make_page(board: Board, document: Document) -> ExampleSectionPage | None:
    """The rows in the order of their dates; None, where there are none, leaves the section out."""
    records = sorted(board.of(ExampleSectionRecord), key=lambda record: record.date.earliest)
    rows = tuple(Row(str(r.date), r.what, name(board, r.organisation)) for r in records)
    return ExampleSectionPage(rows) if rows else None


def name(board: Board, organisation: Ref[Organisation] | None) -> str:
    """The full name of an organisation; said in words where none is recorded, for no cell may be empty."""
    return board.get(organisation).title if organisation else "Not recorded"


@hookimpl
def bscb_docs_kinds() -> list[Kind]:
    """The kind of record that this plugin brings, and the plural that names its table."""
    return [Kind(ExampleSectionRecord, "Example section record", "Example section")]


@hookimpl
def bscb_docs_sections() -> list[Section]:
    """The section `example-section`: its name, its template, its page, and what makes the page."""
    return [Section("example-section", TEMPLATE, ExampleSectionPage, make_page)]
