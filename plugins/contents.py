"""The contents: every heading with its page, each entry a link."""

from attrs import frozen

from bscb_docs import Board, Document, Part, Section, every, hookimpl, house_template


@frozen
class ContentsPage:
    """How many levels of heading the contents go down; 0 is two, where these stand on one page, and else one."""

    levels: int


def make_page(board: Board, document: Document) -> ContentsPage:
    """As many levels as the register's option `levels` says, or else as stand on one page."""
    return ContentsPage(document.option("levels", _levels, 0))


def _levels(words: str) -> int:
    if words not in {"1", "2", "3"}:
        raise ValueError(f'"{words}" is no number of levels; write 1, 2 or 3')
    return int(words)


@hookimpl.sections
def sections() -> list[Section[ContentsPage]]:
    """The section `contents`."""
    template = house_template("contents")
    return [Section("contents", template, ContentsPage, make_page, Part.FRONT, options=("levels",), prints=every())]
