"""Budget: what each partner pays and what it is spent on, before, now and as planned, with shares, and what is left."""

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
    Period,
    Prose,
    Ratio,
    Record,
    Ref,
    Rule,
    Section,
    Severity,
    Table,
    YearSpan,
    begin_with,
    files_of,
    fold,
    hookimpl,
    house_template,
    one,
    reported_at,
    say,
    shares_caption,
    slug,
    table_of,
)

_PENCE = 100
_THOUSANDS = re.compile(r"(£?\d{1,6})k", re.IGNORECASE)
_SUM = Decimal(86_250)
RULE, JUMPS = "BUDGET-01", "BUDGET-02"


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


Sum = Contribution | Cost
_PLURALS = {
    Contribution: ("contributions", "partners contributed", "partners have contributed"),
    Cost: ("costs", "expenditure"),
}
"""What prose calls all of a year's."""


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


@frozen
class BudgetPage:
    """The year in a few sentences; the tables; gifts in kind."""

    years: str
    lead: str
    tables: tuple[Table, ...]
    in_kind: tuple[Blocks, ...]


def make_page(board: Board, document: Document) -> BudgetPage | None:
    """The years of the register's option `years`, else of the document; nothing where no sum is recorded for them.

    The option `planned` names years to come, whose sums stand beside them.
    """
    years, spans = document.told_years, _spans(document)
    paid, spent = ([_sums_of(board, kind, span) for span in spans] for kind in (Contribution, Cost))
    if years is None or not any(sums.amounts for sums in (*paid, *spent) if sums.years == years):
        return None
    tables = [
        *_table(paid, years, say("What each partner contributed"), say("Partner")),
        *_table(spent, years, say("What the budget was spent on"), say("Spent on")),
    ]
    gifts = (each for each in board.of(Contribution) if each.years == years and each.text)
    in_kind = tuple(begin_with(each.text, label=_name_of(board, each)) for each in gifts)
    lead = (_in_short(board, years), *(_to_come(paid[-1], spent[-1]) if paid[-1].years > years else ()))
    return BudgetPage(str(years), " ".join(filter(None, lead)), tuple(tables), in_kind)


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The contributions and costs of the years, of the years before, and of those that are planned."""
    yield from (each for each in _all_sums(board) if each.years in _spans(document))


def _spans(document: Document) -> list[YearSpan]:
    """The years before, the years, and those of the option `planned`: a column each."""
    years, planned = document.told_years, document.option("planned", YearSpan.from_text, None)
    return [Period.of(years).before.years, years, *([planned] if planned else [])] if years else []


def _all_sums(board: Board) -> tuple[Sum, ...]:
    return (*board.of(Contribution), *board.of(Cost))


def _name_of(board: Board, each: Sum) -> str:
    return board.get(each.partner).title if isinstance(each, Contribution) else each.title


def _sums_of(board: Board, kind: type[Sum], years: YearSpan) -> Sums:
    own: tuple[Sum, ...] = board.of(kind)
    return Sums(years, {_name_of(board, each): each.amount for each in own if each.years == years})


def _table(every: list[Sums], years: YearSpan, caption: str, of: str) -> Iterator[Table]:
    """A row for each sum and one of all; the share of those years where all of them is recorded; none for no sum."""
    columns = [sums for sums in every if sums.amounts]
    if not columns:
        return
    names = dict.fromkeys(name for sums in columns for name in sums.amounts)
    rows = [[name, *(sums.cell(name) for sums in columns)] for name in names]
    said = say("All") if all(sums.is_whole for sums in columns) else say("All that is recorded")
    rows.append([said, *(_pounds(sums.total) for sums in columns)])
    planned = [say("{years}, planned", years=sums.years) for sums in columns if sums.years > years]
    head = [of, *(str(sums.years) for sums in columns if sums.years <= years), *planned]
    if shares := {name: share for sums in columns if sums.years == years for name, share in sums.shares.items()}:
        head.append(say("Share of {years}", years=years))
        rows = [[*row, share] for row, share in zip(rows, (*(shares.get(n, "0%") for n in names), "100%"), strict=True)]
    yield table_of(shares_caption(caption, shares.values()), head, rows)


def _pounds(sum_: Decimal) -> str:
    return f"\N{POUND SIGN}{sum_:,}" if sum_ == int(sum_) else f"\N{POUND SIGN}{sum_:,.2f}"


def _in_short(board: Board, years: YearSpan) -> str:
    """What was contributed and spent, each with the change on the year before, and what is left; as far as recorded.

    Of years that begin after the day on which the board is shown: what is planned.
    """
    before, day = Period.of(years).before.years, reported_at(board)
    (last_paid, paid), (last_spent, spent) = (
        (_sums_of(board, kind, before), _sums_of(board, kind, years)) for kind in (Contribution, Cost)
    )
    if day and day.latest < years.earliest:
        return " ".join(_to_come(paid, spent))
    said = []
    if paid.is_known:
        words = say("Partners contributed {sum} in {years}", sum=_pounds(paid.total), years=years)
        said.append(f"{words}{_change(last_paid, paid)}.")
    if spent.is_known:
        words = say("{sum} was spent in {years}", sum=_pounds(spent.total), years=years)
        said.append(f"{words}{_change(last_spent, spent)}.")
    return " ".join((*said, *_balance(paid, spent)))


def _to_come(paid: Sums, spent: Sums) -> Iterator[str]:
    """What is planned for years to come, and whether what partners are to contribute is enough for it."""
    if not spent.is_known:
        return
    yield say("{sum} is to be spent in {years}.", sum=_pounds(spent.total), years=spent.years)
    if not paid.is_whole:
        names = "; ".join(name for name, amount in paid.amounts.items() if amount is None)
        yield say("Contributions of {sum} to it are settled; not yet: {names}.", sum=_pounds(paid.total), names=names)
        if paid.total < spent.total:
            yield say("{sum} of it is still open.", sum=_pounds(spent.total - paid.total))
    elif paid.total < spent.total:
        yield say("Contributions are {sum} less than that.", sum=_pounds(spent.total - paid.total))
    else:
        yield say("Contributions of {sum} are to pay for it.", sum=_pounds(paid.total))


def _change(before: Sums, now: Sums) -> str:
    """How much more or less than the year before, where that is recorded too."""
    more = now.total - before.total
    if not before.is_known:
        return ""
    if not more:
        return say(", as much as in {years}", years=before.years)
    if more > 0:
        return say(", {sum} more than in {years}", sum=_pounds(more), years=before.years)
    return say(", {sum} less than in {years}", sum=_pounds(-more), years=before.years)


def _balance(paid: Sums, spent: Sums) -> Iterator[str]:
    """What is left of the contributions, or what was spent beyond them, where all of both is recorded."""
    left = paid.total - spent.total
    if not (paid.is_known and spent.is_known):
        return
    if left < 0:
        yield say("{sum} more was spent than was contributed.", sum=_pounds(-left))
    else:
        yield say("{sum} of the contributions is left.", sum=_pounds(left)) if left else say("All of it was spent.")


def totals(board: Board) -> Iterator[Figure]:
    """`{{ contributions-2025-26.total }}` and `{{ costs-2025-26.total }}`, where all is recorded; a year in short."""
    by_year: dict[tuple[type[Sum], YearSpan], list[Sum]] = {}
    for each in _all_sums(board):
        by_year.setdefault((type(each), each.years), []).append(each)
    for (kind, years), own in by_year.items():
        stem, file = f"{kind.__name__.lower()}s-{slug(str(years))}", files_of(own)
        total, source = f"{stem}.total", f"{file}: {_PLURALS[kind][0]} of {years}"
        if gap := next((each for each in own if each.amount is None), None):
            yield Figure(total, None, source, place=gap.place, missing=f"a sum of {years} is not recorded")
        else:
            yield Figure(total, _pounds(_sums_of(board, kind, years).total), source, _PLURALS[kind])
        if kind is Contribution:
            paid = sum(bool((each.amount and each.amount.number) or getattr(each, "text", "")) for each in own)
            said = f"{file}: partners that contributed in {years}, of those that are listed"
            phrases = ("partners contributed", "partners have contributed", "partners paid")
            yield Figure(f"{stem}.partners", Ratio(paid, len(own)), said, phrases, own[0].place)
    for years in dict.fromkeys(each.years for each in _all_sums(board)):
        missing = "" if (words := _in_short(board, years)) else f"not every sum of {years} is recorded"
        source = f"{files_of(_all_sums(board))}: contributions and costs of {years}"
        yield Figure(f"budget-{slug(str(years))}.in-short", words or None, source, missing=missing)


def check_sums(pack: Pack) -> Iterator[Finding]:
    """A finding for a second sum of one partner, or one thing, in one year: the table has room for one."""
    first: dict[tuple[type[Sum], str, YearSpan], Sum] = {}
    for each in _all_sums(pack.board):
        name = _name_of(pack.board, each)
        other = first.setdefault((type(each), fold(name), each.years), each)
        if other is not each:
            message = f"{name} has two sums for {each.years}, this one and that at {other.place}; one alone is counted."
            mend = "Mend the year or the name; or put both sums together, or take one out."
            yield Finding(RULE, Severity.STOP, message, each.place, mend, name)


def check_jumps(pack: Pack) -> Iterator[Finding]:
    """A sum with noughts too many or too few beside all others of its partner or purpose; a note beside only one."""
    rows: dict[tuple[type[Sum], str], list[tuple[Sum, Amount]]] = {}
    for each in _all_sums(pack.board):
        if each.amount and each.amount.number > 0:
            rows.setdefault((type(each), fold(_name_of(pack.board, each))), []).append((each, each.amount))
    for row in rows.values():
        row.sort(key=lambda pair: pair[0].years)
        others = [[amount for _, amount in row[:at] + row[at + 1 :]] for at in range(len(row))]
        odd = [at for at, (_, amount) in enumerate(row) if amount.has_slipped(others[at])]
        if odd and (len(odd) == 1 or len(row) == 2):  # of two nobody can say which: the later is told
            (each, amount), (other, known) = row[odd[-1]], row[odd[-1] - 1 if odd[-1] else 1]
            name, when = _name_of(pack.board, each), "was" if other.years < each.years else "is"
            message = f"The sum of {name} is {amount} in {each.years}, and {when} {known} in {other.years}."
            mend = "Are noughts missing, or too many? If it is right, accept this check."
            severity = Severity.NOTE if len(row) == 2 else Severity.CHECK
            yield Finding(JUMPS, severity, message, each.place, mend, name)


@hookimpl.sections
def sections() -> list[Section[BudgetPage]]:
    """The section `budget`."""
    template = house_template("budget")
    return [Section("budget", template, BudgetPage, make_page, options=("years", "planned"), prints=printed)]


@hookimpl.kinds
def kinds() -> list[Kind]:
    """The kinds `Contribution` and `Cost`."""
    told = "people and bodies"
    return [Kind(Contribution, tells_of=told, may_recur=True), Kind(Cost, tells_of=told, may_recur=True)]


@hookimpl.rules
def rules() -> list[Rule]:
    """What asks that no sum is lost behind another, and none has a nought too many."""
    asks = "No sum is ten or a hundred times those of other years, or such a part of them."
    return [
        Rule(RULE, Severity.STOP, "A partner, or what money is spent on, has one sum in a year.", check_sums),
        Rule(JUMPS, Severity.CHECK, asks, check_jumps),
    ]


@hookimpl.figures
def figures() -> list[FigureSource]:
    """What adds the contributions and the costs of a year."""
    return [totals]
