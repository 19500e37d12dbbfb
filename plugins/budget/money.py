"""Money: what a partner pays and what something costs in a year, and all such sums of one year together."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import ClassVar

from attrs import frozen

from bscb_docs import Amount, Board, Body, Organisation, Prose, Ratio, Record, Ref, YearSpan, one, say

_PENCE = 100
_THOUSANDS = re.compile(r"(£?\d{1,6})k", re.IGNORECASE)
_SUM = Decimal(86_250)


@frozen
class Money(Amount):
    """A sum in pounds."""

    accepts: ClassVar[tuple[str, str]] = ("a sum in pounds", "£86,250")

    @classmethod
    def from_text(cls, text: str) -> Money:
        """The sum that "£86,250" or "£86,250.50" names; ValueError for others."""
        typed = _THOUSANDS.fullmatch("".join(text.split()))
        amount = Amount.from_text(f"{typed[1]}000" if typed else text)
        if typed or amount.unit != "£":
            is_plain = typed or not amount.unit
            if is_plain and not typed:
                Amount.from_text(f"£{text}")  # where its point stands for a comma, that is said
            raise ValueError(f'"{text}" is no sum in pounds; write it as {pounds(amount.number if is_plain else _SUM)}')
        return cls(amount.number, None, amount.unit, amount.text)


@frozen(kw_only=True)
class Contribution(Record):
    """What a partner pays towards the board's work in a year, and below it what it gives in kind."""

    partner: Ref[Body | Organisation]
    years: YearSpan
    amount: Money | None = one()
    text: Prose = Prose("")


@frozen(kw_only=True)
class Cost(Record):
    """What the board spends on something in a year; the title says on what."""

    title: str
    years: YearSpan
    amount: Money | None = one()


Sum = Contribution | Cost


@frozen
class YearSums:
    """The sums of one year, by what they are of; None where the board says that one was not recorded."""

    years: YearSpan
    amounts: dict[str, Money | None]

    @property
    def is_whole(self) -> bool:
        """True where every sum is recorded."""
        return None not in self.amounts.values()

    @property
    def is_known(self) -> bool:
        """True where there are sums, and every one is recorded."""
        return bool(self.amounts) and self.is_whole

    @property
    def total(self) -> Decimal:
        """All that is recorded, in pounds."""
        return sum((amount.number for amount in self.amounts.values() if amount), Decimal(0))

    def cell(self, name: str) -> str:
        """One sum, as it was typed."""
        return str(self.amounts.get(name) or say("Not recorded" if name in self.amounts else "None"))

    @property
    def shares(self) -> dict[str, str]:
        """The share of each of them all, where each is recorded and something was paid; else none."""
        paid = {name: int(amount.number * _PENCE) for name, amount in self.amounts.items() if amount}
        all_paid = int(self.total * _PENCE) if self.is_whole else 0
        return {name: Ratio(pence, all_paid).per_cent for name, pence in paid.items()} if all_paid else {}


def pounds(number: Decimal) -> str:
    """A number of pounds as papers print it, with pence where it has them."""
    return f"\N{POUND SIGN}{number:,}" if number == int(number) else f"\N{POUND SIGN}{number:,.2f}"


def all_sums(board: Board) -> tuple[Sum, ...]:
    """Every contribution, and after them every cost."""
    return (*board.of(Contribution), *board.of(Cost))


def name_of(board: Board, each: Sum) -> str:
    """The partner that pays it, or what it is spent on."""
    return board.get(each.partner).title if isinstance(each, Contribution) else each.title


def sums_of(board: Board, kind: type[Sum], years: YearSpan) -> YearSums:
    """All contributions, or all costs, of a year."""
    own: tuple[Sum, ...] = board.of(kind)
    return YearSums(years, {name_of(board, each): each.amount for each in own if each.years == years})
