"""The sign-off of a report: who answers for it, as what, and when."""

from attrs import frozen

from bscb_docs import Board, Document, Narrative, Section, SignOff, hookimpl, house_template, sign_off


@frozen
class SignOffPage:
    """The block of name, post, body and date."""

    sign_off: SignOff


def make_page(board: Board, document: Document) -> SignOffPage | None:
    """The sign-off of the document's narrative; nothing where it records none."""
    narrative = board.find(Narrative, document.name)
    if narrative is None:
        return None
    block = sign_off(board, narrative.signed_by, narrative.signed_as, narrative.signed_on)
    return SignOffPage(block) if block else None


@hookimpl
def bscb_docs_sections() -> list[Section]:
    """The section `sign-off`."""
    return [Section("sign-off", house_template("sign_off"), SignOffPage, make_page)]
