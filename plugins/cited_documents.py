"""The documents that a board refers to and does not make: whose each is, how it stands, and where it is found."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Board,
    CitedDocument,
    Document,
    Link,
    Part,
    Plan,
    Record,
    Runs,
    Section,
    Text,
    fold,
    full_address,
    hookimpl,
    house_template,
    listed,
)


@frozen
class CitedPage:
    """The documents that a plan is to be read with, and all others in alphabetical order."""

    plan: str
    read_with: tuple[Runs, ...]
    others: tuple[Runs, ...]


def make_page(board: Board, document: Document) -> CitedPage | None:
    """Every document that the board's records cite; nothing where there is none."""
    plan, read_with, others = _cited(board, document)
    if not (read_with or others):
        return None
    lines = [tuple(_line(board, each) for each in group) for group in (read_with, others)]
    return CitedPage(plan.title if plan else "", *lines)


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The documents that are cited, and the plan that is to be read with some of them."""
    plan, read_with, others = _cited(board, document)
    yield from ((plan,) if plan and read_with else ())
    yield from (*read_with, *others)


def _cited(board: Board, document: Document) -> tuple[Plan | None, list[CitedDocument], list[CitedDocument]]:
    plan = document.plan or board.plan
    read_with = [board.get(ref) for ref in plan.read_with] if plan else []
    others = sorted(board.of(CitedDocument), key=lambda each: fold(each.title))
    return plan, read_with, [each for each in others if each not in read_with]


def _line(board: Board, cited: CitedDocument) -> Runs:
    """Its title, which leads to its website, what is recorded of it, and the address for who reads it on paper."""
    owners = listed([board.get(owner).title for owner in cited.owners])
    address = cited.website or ""
    more = ", ".join(part for part in (owners, str(cited.years or ""), cited.state or "", address) if part)
    title = Link(cited.title, full_address(address)) if address else Text(cited.title)
    return (title, Text(f": {more}")) if more else (title,)


@hookimpl.sections
def sections() -> list[Section[CitedPage]]:
    """The section `references`."""
    template = house_template("cited_documents")
    return [Section("references", template, CitedPage, make_page, Part.BACK, prints=printed)]
