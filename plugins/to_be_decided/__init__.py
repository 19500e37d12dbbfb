"""To be decided: what somebody has to decide: who and by when, about what, why, and between which options."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import Blocks, Board, Document, Promise, Record, Section, hookimpl, house_template

from .asked_decisions import asked_of, decision_points


@frozen
class DecisionsPage:
    """What somebody has to decide, each under its number; a part of the months in short, where these stand before."""

    decisions: Blocks
    is_part: bool


def make_page(board: Board, document: Document) -> DecisionsPage:
    """What is asked or promised of the work that the options `only`, `owner`, `body` and `priority` choose."""
    is_part = any(name == "year-in-short" for name, _ in document.beside)
    return DecisionsPage(decision_points(board, document), is_part)


def printed(board: Board, document: Document) -> Iterator[Record]:
    """What the board is asked; a report of which it sets one decision is no text of this document's own."""
    yield from (each.update if isinstance(each, Promise) else each for each in asked_of(board, document))


@hookimpl.sections
def sections() -> list[Section[DecisionsPage]]:
    """The section `to-be-decided`."""
    template, options = house_template("to_be_decided"), ("only", "owner", "body", "priority")
    return [Section("to-be-decided", template, DecisionsPage, make_page, options=options, prints=printed)]
