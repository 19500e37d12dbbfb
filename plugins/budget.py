"""Budget: what each partner pays and what it is spent on, the year before and now, with shares, and what is left."""

from __future__ import annotations

import re
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
    Finding,
    Kind,
    Organisation,
    Pack,
    Paragraph,
    Prose,
    Ratio,
    Record,
    Ref,
    Rule,
    Section,
    Severity,
    Table,
    Text,
    YearSpan,
    begin_with,
    files_of,
    fold,
    hookimpl,
    house_template,
    one,
    say,
    slug,
    table_of,
)

_PENCE = _ALL = 100
_THOUSANDS = re.compile(r"(£?\d{1,6})k", re.IGNORECASE)
_SUM = Decimal(86_250)


RULE = "BUDGET-01"


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
            is_plain = typed or amount.whole is not None
            raise ValueError(
                f'"{text}" is no sum in pounds; write it as {_pounds(amount.number if is_plain else _SUM)}'
            )
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


@frozen
class Sums:
    """The sums of one year, by what they are of; None where the board says that one was not recorded."""

    years: YearSpan
    amounts: dict[str, Money | None]

    @property
    def is_whole(self) -> bool:
        """True where every sum is recorded."""
        return None not in self.amounts.values()

    @property
    def total(self) -> Decimal:
        """All that is recorded, in pounds."""
        return sum((amount.number for amount in self.amounts.values() if amount), Decimal(0))

    def cell(self, name: str) -> str:
        """One sum, as it was typed."""
        return str(self.amounts.get(name) or say("Not recorded" if name in self.amounts else "None"))

    def share(self, name: str) -> str:
        """Its share of all."""
        amount = self.amounts.get(name)
        return Ratio(int((amount.number if amount else 0) * _PENCE), int(self.total * _PENCE)).per_cent

    @property
    def shares(self) -> dict[str, str]:
        """The share of each, where each is recorded and something was paid; else none."""
        return {name: self.share(name) for name in self.amounts} if self.is_whole and self.total else {}


@frozen
class BudgetPage:
    """The tables of contributions and of costs, each with why its shares do not add up; what is left; gifts in kind."""

    years: str
    tables: Blocks
    balance: str
    in_kind: tuple[Blocks, ...]


def make_page(board: Board, document: Document) -> BudgetPage | None:
    """The years of the register's option `years`, else of the document; nothing where no sum is recorded for them."""
    years = document.chosen_years or document.years
    if years is None or not (_paid(board, years).amounts or _spent(board, years).amounts):
        return None
    paid, spent = ([sums(board, _before(years)), sums(board, years)] for sums in (_paid, _spent))
    tables = [
        *_table(paid, say("What each partner contributed"), say("Partner")),
        *_table(spent, say("What the budget was spent on"), say("Spent on")),
    ]
    gifts = (each for each in board.of(Contribution) if each.years == years and each.text)
    in_kind = tuple(begin_with(each.text, label=board.get(each.partner).title) for each in gifts)
    return BudgetPage(str(years), tuple(tables), _balance(paid[-1], spent[-1]), in_kind)


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The contributions and costs of the years and of the years before."""
    years = document.chosen_years or document.years
    sums: tuple[Contribution | Cost, ...] = (*board.of(Contribution), *board.of(Cost))
    yield from (each for each in sums if years and each.years in {years, _before(years)})


def _before(years: YearSpan) -> YearSpan:
    return YearSpan(years.first - 1, years.last - 1)


def _paid(board: Board, years: YearSpan) -> Sums:
    own = (each for each in board.of(Contribution) if each.years == years)
    return Sums(years, {board.get(each.partner).title: each.amount for each in own})


def _spent(board: Board, years: YearSpan) -> Sums:
    return Sums(years, {each.title: each.amount for each in board.of(Cost) if each.years == years})


def _table(years: list[Sums], caption: str, of: str) -> Iterator[Table | Paragraph]:
    """A row for each sum and one of all; the share of the last years where all of it is recorded; none for no sum."""
    columns = [sums for sums in years if sums.amounts]
    if not columns:
        return
    last = columns[-1]
    names = dict.fromkeys(name for sums in columns for name in sums.amounts)
    rows = [[name, *(sums.cell(name) for sums in columns)] for name in names]
    said = say("All") if all(sums.is_whole for sums in columns) else say("All that is recorded")
    rows.append([said, *(_pounds(sums.total) for sums in columns)])
    head = [of, *(str(sums.years) for sums in columns)]
    if last.shares:
        head.append(say("Share of {years}", years=last.years))
        rows = [[*row, last.share(name)] for name, row in zip(names, rows, strict=False)] + [[*rows[-1], "100%"]]
    yield table_of(caption, head, rows)
    if sum(int(share.rstrip("%")) for share in last.shares.values() if share[0].isdigit()) not in {0, _ALL}:
        yield Paragraph((Text(say("Shares are rounded, and do not add up to 100%.")),))


def _pounds(sum_: Decimal) -> str:
    return f"\N{POUND SIGN}{sum_:,}"


def _balance(paid: Sums, spent: Sums) -> str:
    """What is left of the contributions, or what was spent beyond them, where all of both is recorded."""
    if not (paid.amounts and spent.amounts and paid.is_whole and spent.is_whole):
        return ""
    left = paid.total - spent.total
    if left < 0:
        return say("{sum} more was spent than was contributed.", sum=_pounds(-left))
    return say("{sum} of the contributions is left.", sum=_pounds(left)) if left else say("All of it was spent.")


def totals(board: Board) -> Iterator[Figure]:
    """`{{ contributions-2025-26.total }}` and `{{ costs-2025-26.total }}`: all of a year, where all is recorded."""
    for name, kind, sums in (("contributions", Contribution, _paid), ("costs", Cost, _spent)):
        own: tuple[Contribution | Cost, ...] = board.of(kind)
        for years in dict.fromkeys(each.years for each in own):
            total = f"{name}-{slug(str(years))}.total"
            source = files_of(each for each in own if each.years == years)
            gap = next((each for each in own if each.years == years and each.amount is None), None)
            if gap:
                yield Figure(total, None, source, place=gap.place, missing=f"a sum of {years} is not recorded")
            else:
                yield Figure(total, _pounds(sums(board, years).total), source)


def check_sums(pack: Pack) -> Iterator[Finding]:
    """A finding for a second sum of one partner, or one thing, in one year: the table has room for one."""
    board = pack.board
    first: dict[tuple[type[Record], str, YearSpan], Contribution | Cost] = {}
    sums: tuple[Contribution | Cost, ...] = (*board.of(Contribution), *board.of(Cost))
    for each in sums:
        name = board.get(each.partner).title if isinstance(each, Contribution) else each.title
        other = first.setdefault((type(each), fold(name), each.years), each)
        if other is not each:
            message = f"{name} has two sums for {each.years}, this one and that at {other.place}; one alone is counted."
            mend = "Mend the year or the name; or put both sums together, or take one out."
            yield Finding(RULE, Severity.STOP, message, each.place, mend, name)


@hookimpl.sections
def sections() -> list[Section[BudgetPage]]:
    """The section `budget`."""
    template = house_template("budget")
    return [Section("budget", template, BudgetPage, make_page, options=("years",), prints=printed)]


@hookimpl.kinds
def kinds() -> list[Kind]:
    """The kinds `Contribution` and `Cost`."""
    told = "people and bodies"
    return [Kind(Contribution, tells_of=told, may_recur=True), Kind(Cost, tells_of=told, may_recur=True)]


@hookimpl.rules
def rules() -> list[Rule]:
    """What asks that no sum is lost behind another."""
    return [Rule(RULE, Severity.STOP, "A partner, or what money is spent on, has one sum in a year.", check_sums)]


@hookimpl.figures
def figures() -> list[FigureSource]:
    """What adds the contributions and the costs of a year."""
    return [totals]
