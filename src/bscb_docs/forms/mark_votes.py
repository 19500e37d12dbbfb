"""Votes: which answer words belong to, by the marks that are left beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from attrs import frozen

from bscb_docs.forms.answer_marks import Address, address_in

_ENOUGH = 2


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
