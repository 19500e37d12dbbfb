"""Answer marks: what a form bears beside its answers, in print and out of sight, and what the marks left in it say."""

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from attrs import frozen

from bscb_docs.records import fold

_MARK = re.compile(r"ask_(F\d+)_([A-Z0-9]{4})_([A-Z0-9]{6})_([a-z_]+\d*)")
FORM = re.compile(r"\b(F\d{1,6}-[A-Z0-9]{4})\b")
"""The number and code of a form, as its pages print it."""
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXY"
"""23 of them, without those that look like figures: a prime number finds any one wrong sign, and any two in turn."""
_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_ENOUGH = 2


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


def check_letter(reference: str) -> str:
    """The letter that stands after an id in a form: `P1-18-2` bears K whichever way its hyphens were typed."""
    total = sum(place * ord(sign) for place, sign in enumerate(fold(reference), 1))
    return _LETTERS[total % len(_LETTERS)]


def with_letter(reference: str) -> str:
    """An id as forms print it: `P1-18-2 K`."""
    return f"{reference} {check_letter(reference)}"


def short_code(words: Iterable[str], length: int = 4) -> str:
    """So many letters and figures, 12 at most, that stand for all of those words."""
    total = int.from_bytes(sha256("\n".join(words).encode()).digest()[:8], "big")
    return "".join(_SIGNS[total >> 5 * place & 31] for place in range(length))


@frozen
class Votes:
    """What print, bookmark and field each say; None where a mark is gone or says nothing."""

    printed: Address | None
    bookmark: Address | None
    field: Address | None

    @property
    def address(self) -> Address | None:
        """What two marks agree on, or the only one says; None where there is none, or all there are disagree."""
        said = Counter(each for each in (self.printed, self.bookmark, self.field) if each)
        if len(said) > 1:
            best, count = said.most_common(1)[0]
            return best if count >= _ENOUGH else None
        return next(iter(said), None)

    @property
    def disagree(self) -> bool:
        """True where marks say different things."""
        return len({each for each in (self.printed, self.bookmark, self.field) if each}) > 1


def votes(printed: Address | None, bookmarks: Iterable[str], tags: Iterable[str]) -> Votes:
    """The votes of what is printed, of bookmarks and of fields; two of one kind that differ say nothing."""
    return Votes(printed, _only(bookmarks), _only(tags))


def _only(names: Iterable[str]) -> Address | None:
    found = {address for name in names if (address := address_in(name))}
    return next(iter(found)) if len(found) == 1 else None
