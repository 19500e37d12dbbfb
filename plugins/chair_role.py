"""The role of the independent chair and its key functions, lettered."""

from attrs import frozen

from bscb_docs import (
    Blocks,
    Board,
    Document,
    Function,
    Outline,
    Prose,
    Role,
    Section,
    begin_with,
    every,
    hookimpl,
    house_template,
)


@frozen
class RolePage:
    """The role's strapline and text, and its functions in order; cover or appendix heading gives the title."""

    strapline: str
    text: Prose
    functions: tuple[Blocks, ...]


def make_page(board: Board, document: Document) -> RolePage | None:
    """The chair's role; nothing where the board recorded none."""
    role = board.only(Role)
    if role is None:
        return None
    functions = tuple(begin_with(f.text, label=f.title or "", name=f.id) for f in board.of(Function))
    return RolePage(role.strapline or "", role.text, functions)


@hookimpl.sections
def sections() -> list[Section[RolePage]]:
    """The section `chair-role`."""
    return [Section("chair-role", house_template("chair_role"), RolePage, make_page, prints=every(Role, Function))]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """The role of the independent chair as a document of its own."""
    return [Outline("role-of-independent-chair", "Role of the Independent Chair", ("cover", "chair-role"))]
