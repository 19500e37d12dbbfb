"""The foreword of the plan and the block of who signed it."""

from attrs import frozen

from bscb_docs import Board, Document, Foreword, Prose, Section, SignOff, every, hookimpl, house_template, sign_offs


@frozen
class ForewordPage:
    """The chair's opening words and those who signed them."""

    text: Prose
    signatories: tuple[SignOff, ...]


def make_page(board: Board, document: Document) -> ForewordPage | None:
    """The plan's foreword; nothing where the board wrote none."""
    foreword = board.only(Foreword)
    if foreword is None:
        return None
    return ForewordPage(foreword.text, sign_offs(board, foreword.signatures))


@hookimpl.sections
def sections() -> list[Section[ForewordPage]]:
    """The section `foreword`."""
    return [Section("foreword", house_template("foreword"), ForewordPage, make_page, prints=every(Foreword))]
