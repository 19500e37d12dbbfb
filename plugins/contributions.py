"""Contributions: what each partner pays towards the board's work, the year before and now, and its share of all."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from attrs import frozen

from bscb_docs import (
    Amount,
    Blocks,
    Board,
    Body,
    Document,
    Figure,
    FigureSource,
    Kind,
    Organisation,
    Prose,
    Ratio,
    Record,
    Ref,
    Section,
    Table,
    YearSpan,
    begin_with,
    files_of,
    hookimpl,
    house_template,
    one,
    say,
    slug,
    table_of,
)

_PENCE = _ALL = 100


@frozen
class Money(Amount):
    """A sum in pounds."""

    accepts: ClassVar[tuple[str, str]] = ("a sum in pounds", "£86,250")

    @classmethod
    def from_text(cls, text: str) -> Money:
        """The sum that "£86,250" or "£86,250.50" names; ValueError for others."""
        amount = Amount.from_text(text)
        if amount.unit != "£":
            raise ValueError(f'"{text}" is no sum in pounds; write it as £86,250')
        return cls(amount.number, None, amount.unit, amount.text)


@frozen(kw_only=True)
class Contribution(Record):
    """What a partner pays towards the board's work in a year, and below it what it gives in kind."""

    partner: Ref[Body | Organisation]
    years: YearSpan
    amount: Money | None = one()
    text: Prose = Prose("")


@frozen
class Paid:
    """What was paid in one year, by the partner's name; None where the board says that it was not recorded."""

    years: YearSpan
    amounts: dict[str, Money | None]

    @property
    def has_shares(self) -> bool:
        """True where each contribution is recorded and something was paid."""
        return self.is_whole and self.total > 0

    @property
    def is_whole(self) -> bool:
        """True where every contribution is recorded."""
        return None not in self.amounts.values()

    @property
    def total(self) -> Decimal:
        """All that is recorded, in pounds."""
        return sum((amount.number for amount in self.amounts.values() if amount), Decimal(0))

    def cell(self, partner: str) -> str:
        """What that partner paid, as it was typed."""
        return str(self.amounts.get(partner) or say("Not recorded" if partner in self.amounts else "None"))

    def share(self, partner: str) -> str:
        """Its share of all."""
        amount = self.amounts.get(partner)
        return Ratio(int((amount.number if amount else 0) * _PENCE), int(self.total * _PENCE)).per_cent


@frozen
class ContributionsPage:
    """The table of contributions with their total, why its shares may not add up, and what partners give in kind."""

    years: str
    table: tuple[Table, ...]
    note: str
    in_kind: tuple[Blocks, ...]


def make_page(board: Board, document: Document) -> ContributionsPage | None:
    """The years of the register's option `years`, else of the document; nothing where none is recorded for them."""
    years = document.chosen_years or document.years
    given = _given(board, years)
    if years is None or not given:
        return None
    columns = [paid for paid in (_paid(board, _before(years)), _paid(board, years)) if paid.amounts]
    in_kind = tuple(begin_with(each.text, label=board.get(each.partner).title) for each in given if each.text)
    return ContributionsPage(str(years), (_table(columns),), _note(columns[-1]), in_kind)


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The contributions of the years and of the years before."""
    years = document.chosen_years or document.years
    if years and _given(board, years):
        yield from (*_given(board, _before(years)), *_given(board, years))


def _before(years: YearSpan) -> YearSpan:
    return YearSpan(years.first - 1, years.last - 1)


def _given(board: Board, years: YearSpan | None) -> list[Contribution]:
    return [each for each in board.of(Contribution) if each.years == years]


def _paid(board: Board, years: YearSpan) -> Paid:
    return Paid(years, {board.get(each.partner).title: each.amount for each in _given(board, years)})


def _table(columns: list[Paid]) -> Table:
    """A row for each partner and one of all; the share of the last years where all of it is recorded."""
    last = columns[-1]
    names = dict.fromkeys(name for paid in columns for name in paid.amounts)
    rows = [[name, *(paid.cell(name) for paid in columns), last.share(name)] for name in names]
    said = say("All") if all(paid.is_whole for paid in columns) else say("All that is recorded")
    rows.append([said, *(f"£{paid.total:,}" for paid in columns), "100%"])
    head = [say("Partner"), *(str(paid.years) for paid in columns), say("Share of {years}", years=last.years)]
    caption = say("What each partner contributed")
    shown = slice(None) if last.has_shares else slice(-1)
    return table_of(caption, head[shown], [row[shown] for row in rows])


def _note(paid: Paid) -> str:
    """That the shares are rounded, where they add up to something else than all."""
    added = sum(int(share) for name in paid.amounts if (share := paid.share(name).rstrip("%")).isdecimal())
    return say("Shares are rounded, and do not add up to 100%.") if paid.has_shares and added != _ALL else ""


def totals(board: Board) -> Iterator[Figure]:
    """`{{ contributions-2025-26.total }}`: what all partners paid, where all of it is recorded."""
    for years in dict.fromkeys(each.years for each in board.of(Contribution)):
        if (paid := _paid(board, years)).is_whole:
            total = f"£{paid.total:,}"
            yield Figure(f"contributions-{slug(str(years))}.total", total, files_of(_given(board, years)))


@hookimpl.sections
def sections() -> list[Section[ContributionsPage]]:
    """The section `contributions`."""
    template = house_template("contributions")
    return [Section("contributions", template, ContributionsPage, make_page, options=("years",), prints=printed)]


@hookimpl.kinds
def kinds() -> list[Kind]:
    """The kind `Contribution`."""
    return [Kind(Contribution, tells_of="people and bodies", may_recur=True)]


@hookimpl.figures
def figures() -> list[FigureSource]:
    """What adds the contributions of a year."""
    return [totals]
