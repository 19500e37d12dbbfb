"""The sign-off of a report: who answer for it, as what, and when."""

from attrs import frozen

from bscb_docs import Board, Document, Narrative, Person, Section, SignOff, hookimpl, house_template, sign_offs


@frozen
class SignOffPage:
    """A block of name, post, body and date for each who signed."""

    signatories: tuple[SignOff, ...]


def make_page(board: Board, document: Document) -> SignOffPage | None:
    """The sign-off of the document's narrative; nothing where it records none."""
    narrative = board.find(Narrative, document.original)
    if narrative is None:
        return None
    blocks = sign_offs(board, narrative.signatures)
    return SignOffPage(blocks) if blocks else None


def printed(board: Board, document: Document) -> list[Person]:
    """Who signed."""
    narrative = board.find(Narrative, document.original)
    return [board.get(each.person) for each in narrative.signatures] if narrative else []


@hookimpl.sections
def sections() -> list[Section[SignOffPage]]:
    """The section `sign-off`."""
    return [Section("sign-off", house_template("sign_off"), SignOffPage, make_page, prints=printed)]
