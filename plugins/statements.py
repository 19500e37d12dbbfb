"""Statements: what each partner says in its own words of its part in the year, and who signs for it."""

from __future__ import annotations

from attrs import frozen

from bscb_docs import (
    Board,
    Body,
    Document,
    Kind,
    Organisation,
    Prose,
    Record,
    Ref,
    Section,
    Signature,
    SignOff,
    YearSpan,
    hookimpl,
    house_template,
    many,
    one,
    sign_offs,
)


@frozen(kw_only=True)
class Statement(Record):
    """What a partner says of its part in the work of a year, in a few paragraphs; the title heads them."""

    title: str
    partner: Ref[Body | Organisation]
    years: YearSpan | None = one()
    signatures: tuple[Signature, ...] = many("signed by")
    text: Prose = Prose("")


@frozen
class StatementItem:
    """A statement under its heading, with those who signed it."""

    title: str
    partner: str
    text: Prose
    signatories: tuple[SignOff, ...]


@frozen
class StatementsPage:
    """The statements in the board's order."""

    statements: tuple[StatementItem, ...]


def make_page(board: Board, document: Document) -> StatementsPage | None:
    """The statements of the document's years, or of no years; nothing where there is none."""
    items = tuple(_item(board, each) for each in printed(board, document))
    return StatementsPage(items) if items else None


def _item(board: Board, statement: Statement) -> StatementItem:
    partner = board.get(statement.partner).title
    signatories = sign_offs(board, statement.signatures, partner)
    return StatementItem(statement.title, partner, statement.text, signatories)


def printed(board: Board, document: Document) -> list[Statement]:
    """They as they stand in the records."""
    return [each for each in board.of(Statement) if each.years in {None, document.years}]


@hookimpl.sections
def sections() -> list[Section[StatementsPage]]:
    """The section `statements`."""
    return [Section("statements", house_template("statements"), StatementsPage, make_page, prints=printed)]


@hookimpl.kinds
def kinds() -> list[Kind]:
    """The kind `Statement`."""
    return [Kind(Statement, tells_of="what was done and learnt", may_recur=True)]
