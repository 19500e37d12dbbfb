"""Statements: what each partner says in its own words of its part in the year, and who signs for it."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Board,
    BoardDetails,
    Body,
    Document,
    Finding,
    Kind,
    Organisation,
    Pack,
    Person,
    Prose,
    Record,
    Ref,
    Rule,
    Section,
    Severity,
    Signature,
    SignOff,
    YearSpan,
    hookimpl,
    house_template,
    many,
    names_in,
    one,
    sign_offs,
)

RULE = "STATEMENT-01"


@frozen(kw_only=True)
class Statement(Record):
    """What a partner says of its part in the work of a year, in a few paragraphs; the title heads them."""

    title: str
    partner: Ref[Body | Organisation]
    years: YearSpan | None = one()
    signatures: tuple[Signature, ...] = many("signed by")
    text: Prose = Prose("")


@frozen
class StatementItem:
    """A statement under its heading, with those who signed it."""

    title: str
    partner: str
    text: Prose
    signatories: tuple[SignOff, ...]


@frozen
class StatementsPage:
    """The statements in the board's order."""

    statements: tuple[StatementItem, ...]


def make_page(board: Board, document: Document) -> StatementsPage | None:
    """The statements of the document's years, or of no years; nothing where there is none."""
    items = tuple(_item(board, each) for each in printed(board, document))
    return StatementsPage(items) if items else None


def _item(board: Board, statement: Statement) -> StatementItem:
    partner = board.get(statement.partner).title
    signatories = sign_offs(board, statement.signatures, partner)
    return StatementItem(statement.title, partner, statement.text, signatories)


def printed(board: Board, document: Document) -> list[Statement]:
    """They as they stand in the records."""
    return [each for each in board.of(Statement) if each.years in {None, document.years}]


def check_partners(pack: Pack) -> Iterator[Finding]:
    """A check for a statement that another partner's person signed, or that another partner's name heads."""
    board = pack.board
    for each in board.of(Statement):
        partner = board.get(each.partner)
        headed = names_in(each.title, (partner.title, *(other.title for other in board.of(Organisation))))
        said = [f"is headed {title}" for title in dict.fromkeys(headed) if title != partner.title]
        strange = []
        for signature in each.signatures:
            employers = _employers(board, board.get(signature.person))
            if isinstance(partner, Organisation) and employers and partner not in employers:
                said.append(f"is signed by {signature.person.name}, of {employers[0].title}")
                strange.append((board.get(signature.person).title, f"signed by at {each.place}"))
        if said:
            told = " and ".join(said)
            message = f'The statement "{each.title}" of {partner.title} {told}.'
            mend = "Put it under its own partner, or mend who signed it or for whom that person works."
            yield Finding(RULE, Severity.CHECK, message, each.place, mend, each.title, explains=tuple(strange))


def _employers(board: Board, person: Person) -> list[Organisation | Body | BoardDetails]:
    """For whom the person works, or once worked."""
    held = (*(post.at for post in person.posts), *(each.employer for each in person.works_for))
    return [board.get(employer) for employer in held if employer]


@hookimpl.sections
def sections() -> list[Section[StatementsPage]]:
    """The section `statements`."""
    return [Section("statements", house_template("statements"), StatementsPage, make_page, prints=printed)]


@hookimpl.kinds
def kinds() -> list[Kind]:
    """The kind `Statement`."""
    return [Kind(Statement, tells_of="what was done and learnt", may_recur=True)]


@hookimpl.rules
def rules() -> list[Rule]:
    """What asks whose words a statement is."""
    return [Rule(RULE, Severity.CHECK, "A statement stands under the partner whose it is.", check_partners)]
