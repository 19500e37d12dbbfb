"""Contact and other formats: how to reach the board, and whom to call about a child."""

from __future__ import annotations

import re
from typing import ClassVar

from attrs import frozen

from bscb_docs import (
    Board,
    Document,
    Kind,
    Link,
    Part,
    Prose,
    Record,
    Runs,
    Section,
    Text,
    every,
    full_address,
    hookimpl,
    house_template,
    many,
    one,
    say,
)

_NUMBER = re.compile(r"\+?[0-9][0-9 ()-]+[0-9]")


class EmailAddress(str):
    """An address with its sign."""

    accepts: ClassVar[tuple[str, str]] = ("an e-mail address", "name@example.org")

    @classmethod
    def from_text(cls, text: str) -> EmailAddress:
        """The address; ValueError for one without its sign."""
        if "@" not in text:
            raise ValueError(f'the e-mail address "{text}" has no @ in it; write it as name@example.org')
        return cls(text)


@frozen(kw_only=True)
class Contact(Record):
    """A way to reach the board, or whom to call about a child; the title heads it."""

    title: str
    telephone: tuple[str, ...] = many("telephone", is_fact=True)
    email: EmailAddress | None = one(is_fact=True)
    address: str | None = one(is_fact=True)
    website: str | None = one(is_fact=True)
    hours: str | None = one(is_fact=True)
    text: Prose = Prose("")


@frozen
class ContactItem:
    """One heading, its text, and a line for each way to get in touch."""

    title: str
    text: Prose
    lines: tuple[Runs, ...]


@frozen
class ContactPage:
    """The contacts in the board's order."""

    contacts: tuple[ContactItem, ...]


def make_page(board: Board, document: Document) -> ContactPage | None:
    """The board's contacts; nothing where it recorded none."""
    items = tuple(ContactItem(c.title, c.text, tuple(_lines(c))) for c in board.of(Contact))
    return ContactPage(items) if items else None


def _lines(contact: Contact) -> list[Runs]:
    """What is known; that a number was never recorded helps nobody who wants to call it."""
    lines: list[Runs] = []
    for name in ("telephone", "hours", "email", "website", "address"):
        label = Text(f"{say(name.capitalize())}: ", strong=True)
        given = getattr(contact, name)
        values = given if isinstance(given, tuple) else (given,)
        lines += [(label, *_value(name, value)) for value in values if value]
    return lines


def _value(name: str, value: str) -> Runs:
    """The value, as a link where it can be followed or called; what is said of a number is none of its link."""
    if name == "email":
        return (Link(value, f"mailto:{value}"),)
    if name == "website":
        return (Link(value, full_address(value)),)
    number = _NUMBER.match(value) if name == "telephone" else None
    if number is None:
        return (Text(value),)
    dialled = re.sub(r"\(0\)|[^+0-9]", "", number[0])
    return Link(number[0], f"tel:{dialled}"), Text(value[number.end() :])


@hookimpl.sections
def sections() -> list[Section[ContactPage]]:
    """The section `contact`."""
    return [Section("contact", house_template("contact"), ContactPage, make_page, Part.BACK, prints=every(Contact))]


@hookimpl.kinds
def kinds() -> list[Kind]:
    """The kind `Contact`."""
    return [Kind(Contact, tells_of="people and bodies")]
