"""The list of appendices: each with its live number and its title as listed."""

from attrs import frozen

from bscb_docs import Board, Document, Reference, RegisterEntry, Runs, Section, hookimpl, house_template, say


@frozen
class AppendicesPage:
    """A line for each appendix."""

    appendices: tuple[Runs, ...]


def make_page(board: Board, document: Document) -> AppendicesPage | None:
    """The documents bound in, in order; nothing where there are none."""
    lines = tuple((Reference(say("Appendix"), a.name, after=f": {a.listed_title}"),) for a in document.appendices)
    return AppendicesPage(lines) if lines else None


def printed(board: Board, document: Document) -> list[RegisterEntry]:
    """The documents bound in, as the register has them."""
    found = (board.find(RegisterEntry, appendix.name) for appendix in document.appendices)
    return [entry for entry in found if entry]


@hookimpl.sections
def sections() -> list[Section[AppendicesPage]]:
    """The section `list-of-appendices`."""
    template = house_template("list_of_appendices")
    return [Section("list-of-appendices", template, AppendicesPage, make_page, prints=printed)]
