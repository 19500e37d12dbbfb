"""Marks: the name that a bookmark and a field of a form bear, which says of which answer they are."""

from __future__ import annotations

import re

from attrs import frozen

_MARK = re.compile(r"ask_(F\d+)_([A-Z0-9]{4})_([A-Z0-9]{6})_([a-z_]+\d*)")
FORM = re.compile(r"\b(F\d{1,6}-[A-Z0-9]{4})\b")
"""The number and code of a form, as its pages print it."""


@frozen
class Address:
    """Of which form, of which piece of work in it, and of which question an answer is."""

    form: str
    work: str
    """The code of the work, which stays when others are added or taken away."""
    question: str


def mark_of(address: Address) -> str:
    """The address as a bookmark's name can hold it: letters, figures and underscores, 40 at most."""
    return f"ask_{address.form.replace('-', '_')}_{address.work}_{address.question}"


def address_in(mark: str) -> Address | None:
    """The address that a bookmark or tag bears; None for one that is of no form."""
    found = _MARK.match(mark)  # a second copy may bear something after it
    return Address(f"{found[1]}-{found[2]}", found[3], found[4]) if found else None
