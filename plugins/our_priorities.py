"""Our priorities: why the board chose them, and each by its number and title."""

from attrs import frozen

from bscb_docs import Board, Document, Priority, Prose, Record, Reference, Runs, Section, hookimpl, house_template, say


@frozen
class OurPrioritiesPage:
    """The lead text, and a line for each priority whose number is a live reference."""

    lead: Prose
    priorities: tuple[Runs, ...]


def make_page(board: Board, document: Document) -> OurPrioritiesPage | None:
    """The priorities in order; nothing where the board recorded none."""
    group = board.group(Priority)
    lines = tuple((Reference(say("Priority"), p.id, after=f": {p.title}"),) for p in board.priorities)
    return OurPrioritiesPage(group.text if group else Prose(""), lines) if lines else None


def printed(board: Board, document: Document) -> list[Record]:
    """The lead text; the titles are printed again with all that stands beneath them, by the section `priorities`."""
    group = board.group(Priority)
    return [group] if group else []


@hookimpl.sections
def sections() -> list[Section[OurPrioritiesPage]]:
    """The section `our-priorities`."""
    template = house_template("our_priorities")
    return [Section("our-priorities", template, OurPrioritiesPage, make_page, prints=printed)]
