"""The foreword of the plan and the block of who signed it."""

from attrs import frozen

from bscb_docs import Board, Document, Foreword, Prose, Section, SignOff, hookimpl, house_template, sign_off


@frozen
class ForewordPage:
    """The chair's opening words and the sign-off below them."""

    text: Prose
    sign_off: SignOff | None


def make_page(board: Board, document: Document) -> ForewordPage | None:
    """The plan's foreword; nothing where the board wrote none."""
    foreword = board.only(Foreword)
    if foreword is None:
        return None
    return ForewordPage(foreword.text, sign_off(board, foreword.signed_by, foreword.signed_as, foreword.signed_on))


@hookimpl
def bscb_docs_sections() -> list[Section]:
    """The section `foreword`."""
    return [Section("foreword", house_template("foreword"), ForewordPage, make_page)]
