"""The groups: what each is for, who chairs it, who its members are, and how often it meets."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from bscb_docs import (
    Board,
    Body,
    Document,
    Membership,
    Organisation,
    PartialDate,
    Person,
    Prose,
    Record,
    Runs,
    Section,
    Tenure,
    groups_at_work,
    hookimpl,
    house_template,
    in_force,
    labelled,
    listed,
    say,
)


@frozen
class GroupItem:
    """One group, what it is for, and a line for each thing recorded of it."""

    title: str
    text: Prose
    lines: tuple[Runs, ...]


@frozen
class GroupsPage:
    """The board's own groups in its order."""

    groups: tuple[GroupItem, ...]


def make_page(board: Board, document: Document) -> GroupsPage | None:
    """The groups at work at the document's date or ended in its years; nothing where the board recorded none."""
    found = groups_at_work(board, document)
    items = tuple(GroupItem(body.title, body.text, tuple(_lines(board, body, document))) for body in found)
    return GroupsPage(items) if items else None


def printed(board: Board, document: Document) -> Iterator[Record]:
    """Each group, and the persons and organisations that are named of it."""
    for body in groups_at_work(board, document):
        yield body
        held: tuple[Tenure | Membership, ...] = (*body.chairs, *body.co_chairs, *body.members)
        yield from (_who(board, each) for each in held if in_force(each, _day_of(body, document)))


def _day_of(body: Body, document: Document) -> PartialDate | None:
    """The document's day, or that on which the group ended before it."""
    return document.as_at if in_force(body, document.as_at) else body.to


def _who(board: Board, held: Tenure | Membership) -> Person | Organisation:
    return board.get(held.member) if isinstance(held, Membership) else board.get(held.person)


def _lines(board: Board, body: Body, document: Document) -> Iterator[Runs]:
    def names(places: Iterable[Tenure | Membership]) -> str:
        return listed([_named(_who(board, each)) for each in places if in_force(each, day)])

    day = _day_of(body, document)

    for label, words in (
        ("Chair", names(body.chairs)),
        ("Co-chairs", names(body.co_chairs)),
        ("Members", names(body.members)),
        ("Reports to", board.get(body.reports_to).title if body.reports_to else ""),
        ("Host", board.get(body.host).title if body.host else ""),
        ("Meets", body.meets),
        ("Ended", "" if in_force(body, document.as_at) else str(body.to)),
    ):
        if words:
            yield labelled(say(label), words)


def _named(who: Person | Organisation) -> str:
    return who.full_name if isinstance(who, Person) else who.title


@hookimpl.sections
def sections() -> list[Section[GroupsPage]]:
    """The section `our-groups`."""
    return [Section("our-groups", house_template("groups"), GroupsPage, make_page, prints=printed)]
