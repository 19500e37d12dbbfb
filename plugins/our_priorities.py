"""Our priorities: why the board chose them, and each by its number and title."""

from attrs import frozen

from bscb_docs import Board, Document, Priority, Prose, Reference, Runs, Section, Text, hookimpl, house_template


@frozen
class OurPrioritiesPage:
    """The lead text, and a line for each priority whose number is a live reference."""

    lead: Prose
    priorities: tuple[Runs, ...]


def make_page(board: Board, document: Document) -> OurPrioritiesPage | None:
    """The priorities in order; nothing where the board recorded none."""
    group = board.group(Priority)
    lines = tuple((Reference("Priority", p.id), Text(f": {p.title}")) for p in board.priorities)
    return OurPrioritiesPage(group.text if group else Prose(""), lines) if lines else None


@hookimpl
def bscb_docs_sections() -> list[Section]:
    """The section `our-priorities`."""
    return [Section("our-priorities", house_template("our_priorities"), OurPrioritiesPage, make_page)]
