"""Rule of years: no date lies so far from those that it stands under that a finger must have slipped."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice, product

import attrs

from bscb_docs.diagnostics.finding import Severity
from bscb_docs.diagnostics.phrases import joined
from bscb_docs.records import (
    Action,
    Audit,
    Bulletin,
    Event,
    Inspection,
    Milestone,
    Objective,
    PartialDate,
    Period,
    Record,
    Review,
    Task,
    Visit,
    Work,
    YearSpan,
    field_name,
    successors_of,
    years_of,
)
from bscb_docs.records.field_types import hints_of, without_none
from bscb_docs.records.work_tree import action_of
from bscb_docs.rules.engine import Findings, Pack, finding_of, kept, name_of, rule

_YEAR_AT_END = re.compile(r"(?<![\d/–-])(?:19|20)\d\d$")
_WHEN = ("date", "published", "years")
"""The fields that say when a thing happened, or of which years it is."""
_TWO = 2
"""Things of a kind: of three and more one may stand out."""
_LONG_AFTER = 183
"""Days after its years in which an action may well be due, and before them a step of it may be done."""
_AHEAD, _BACK = 10, 50
"""Years beyond the plan's last and before its first: nobody plans so far ahead, and few posts began so long ago."""
_PAST = {"as at": 5, "done on": 1}
"""Years beyond the plan's last of which something can be told as past: by then there is another plan."""


@rule("DUE-04")
def dates_far_away(pack: Pack) -> Findings:
    """A date far from the years of the plan, or outside of the years that its record stands under."""
    yield from _outside_their_years(pack)
    yield from _before_their_work(pack)
    yield from _long_before_their_cause(pack)
    yield from _of_no_document(pack)
    for kind, records in _by_kind(pack).items():
        for (name, label), record in product(_dated_fields(kind), records):
            value = getattr(record, name)
            if value is not None and (years := far_from(pack, label, value)):
                where = f"{pack.called(record)}, {label}"
                message = f"{where}: {value} lies far from the plan's years, {years}."
                known, far = name_of(record), ((name_of(record), label),)
                yield finding_of("DUE-04", message, record.place, "Mend the year.", known, explains=far)


@kept
def _by_kind(pack: Pack) -> dict[type, list[Record]]:
    """The records of each class, in their order."""
    kinds: dict[type, list[Record]] = {}
    for record in pack.board.records:
        kinds.setdefault(type(record), []).append(record)
    return kinds


def _outside_their_years(pack: Pack) -> Findings:
    visited: tuple[Visit | Inspection, ...] = pack.board.of(Visit, Inspection)
    for each in visited:
        if each.date and each.years and not each.years.meets(each.date):
            message = f"{pack.called(each)} stands under {each.years}, and is dated {each.date}."
            news = ((name_of(each), "date"),)
            yield finding_of("DUE-04", message, each.place, "Mend its date, or its years.", each.title, explains=news)
    works: tuple[Action | Task | Objective, ...] = pack.board.of(Action, Task, Objective)
    mixed = _by_stem(pack)
    for work in works:
        due, years = work.deadline, years_of(pack.board, work)
        if isinstance(work, Action) and mixed and (kin := _kin(pack, work)):
            message = f"{work.id} stands under {work.years}{f' and is due {due}' if due else ''}; "
            message += f"{joined([each.id for each in kin])} stand{'s' * (len(kin) == 1)} under {kin[0].years}."
            mend = f"Move it beneath the heading of the actions of {kin[0].years}."
            yield finding_of("DUE-04", message, work.place, mend, work.id, explains=_takes(pack, work))
        elif not (due and years):
            continue
        elif due.surely_before(years) and (not isinstance(work, Objective) or _is_long_before(due, years)):
            message = f"{pack.called(work)} is planned for {years}, and due {due}, before they begin."
            mend, late = "Mend its deadline, or its years.", ((work.id, "due"), ("", f"due of {work.id}"))
            yield finding_of("DUE-04", message, work.place, mend, work.id, explains=late)
        elif isinstance(work, Action) and not due.never_ends and _is_long_before(years, due):
            message = f"{pack.called(work)} is planned for {years}, and due {due}, long after they end."
            mend = "Mend its deadline; if it is meant, leave it."
            yield finding_of("DUE-04", message, work.place, mend, work.id, softer=Severity.NOTE)


def _kin(pack: Pack, action: Action) -> list[Action]:
    """The actions whose ids begin with the same year, where all of these stand under one in which it may be due."""
    stem, due = _stem(action), action.deadline
    kin = [each for each in _by_stem(pack).get(stem, ()) if each is not action]
    years = next((each.years for each in kin), None)
    if years is None or years == action.years or (due and not due.meets(years)):
        return []
    named = {years.first, years.first % 100, years.last, years.last % 100}
    is_of_year = any(part.isdigit() and int(part) in named for part in stem.split("-"))
    return kin if is_of_year and all(each.years == years for each in kin) else []


def _stem(action: Action) -> str:
    return action.id.rpartition("-")[0]


@kept
def _by_stem(pack: Pack) -> dict[str, list[Action]]:
    """The actions by what their ids begin with, where they are not all of the same years."""
    found: dict[str, list[Action]] = {}
    for action in pack.board.of(Action):
        found.setdefault(_stem(action), []).append(action)
    return {stem: kin for stem, kin in found.items() if len(kin) > 1 and len({each.years for each in kin}) > 1}


def _takes(pack: Pack, action: Action) -> Iterator[tuple[str, str]]:
    """What an action beneath the wrong year takes with it: what is told of it, its objectives, and what became them."""
    works: tuple[Action | Objective, ...] = pack.board.of(Action, Objective)
    moved = [each for each in works if action_of(pack.board, each) is action]
    before = (each for each in works if any(found in moved for found in successors_of(pack.board, each)))
    for each in (*moved, *before):
        yield from ((each.id, field) for field in ("updates", "became", "due", "is open"))
    yield from (("", field) for field in ("issued", "facts read"))


def _before_their_work(pack: Pack) -> Findings:
    """A milestone done long before its time, and a task of years before those of what it serves."""
    for step in pack.board.of(Milestone):
        years, done = years_of(pack.board, step), step.done_on
        if not (years and done and done.surely_before(years)):
            continue
        begins = max(years.earliest, step.due.earliest) if step.due else years.earliest
        if (begins - done.latest).days > _LONG_AFTER:
            message = f"{pack.called(step)} was done on {done}, long before {years}, for which it is planned."
            yield finding_of("DUE-04", message, step.place, "Mend its year.", step.title)
    for task in pack.board.of(Task):
        served = [years_of(pack.board, pack.board.get(each)) for each in task.serves]
        if task.years and served and all(years and task.years.surely_before(years) for years in served):
            message = f"{pack.called(task)} is of {task.years}, and serves what is planned for {served[0]}."
            yield finding_of("DUE-04", message, task.place, "Mend its years, or what it serves.", task.id)


def _long_before_their_cause(pack: Pack) -> Findings:
    """A bulletin published long before the review it draws on, and an audit carried out long before its time."""
    for bulletin in pack.board.of(Bulletin):
        for source in map(pack.board.get, bulletin.draws_on):
            on = source.published if isinstance(source, Review) else source.carried_out
            if _is_long_before(bulletin.published, on):
                called = pack.called(source)
                message = (
                    f"{pack.called(bulletin)} is of {bulletin.published}, and {called}, on which it draws, of {on}."
                )
                mend, name = "Mend one of the two dates.", name_of(bulletin)
                yield finding_of("DUE-04", message, bulletin.place, mend, name, explains=((name, "date"),))
                break
    for audit in pack.board.of(Audit):
        if _is_long_before(audit.carried_out, audit.planned):
            message = f"{pack.called(audit)} was planned for {audit.planned}, and carried out in {audit.carried_out}."
            yield finding_of("DUE-04", message, audit.place, "Mend one of the two.", name_of(audit))


def _of_no_document(pack: Pack) -> Findings:
    """An event of another year than its title says; one thing that no document prints, where each other of its kind is.

    The one is then of a day outside the plan's years, so that its year may have slipped.
    """
    for event in pack.board.of(Event):
        named, day = _YEAR_AT_END.search(event.title), event.date
        if named and day and int(named[0]) not in (day.earliest.year, day.latest.year):
            message, mend = f"{pack.called(event)} is dated {day}.", "Mend its date, or the year in its title."
            yield finding_of("DUE-04", message, event.place, mend, name_of(event), explains=((name_of(event), "date"),))
    for kind, known in _by_kind(pack).items():
        is_asked = len(known) > _TWO and not issubclass(kind, Work)  # PLN-07 asks it of what is planned for years
        unseen = [*islice((each for each in known if not pack.may_stand_in(each)), _TWO)] if is_asked else []
        date = _date(unseen[0]) if len(unseen) == 1 else None
        if date and pack.board.plan and pack.board.plan.years and not pack.board.plan.years.meets(date):
            message = f"{pack.called(unseen[0])} is of {date}, and no document prints it, as one does each other."
            mend, name = "Mend its year; if it is of another time, leave it.", name_of(unseen[0])
            yield finding_of("DUE-04", message, unseen[0].place, mend, name, field="date", softer=Severity.NOTE)


def _date(record: Record) -> PartialDate | YearSpan | None:
    """When it happened or came out, or of which years it is; None where it does not say so in one of those fields."""
    date: PartialDate | YearSpan | None = next((each for name in _WHEN if (each := getattr(record, name, None))), None)
    return date


def _is_long_before(one: PartialDate | Period | YearSpan | None, other: PartialDate | Period | YearSpan | None) -> bool:
    """True where one had certainly ended half a year before the other began."""
    return bool(one and other and (other.earliest - one.latest).days > _LONG_AFTER)


def far_from(pack: Pack, label: str, value: PartialDate | Period | YearSpan) -> YearSpan | None:
    """The plan's years, where what a field of that name gives lies so far from them that its year is no true one."""
    years = pack.board.plan.years if pack.board.plan else None
    if years is None:
        return None
    last = years.last + _PAST.get(label, _AHEAD)
    end = value.earliest if getattr(value, "never_ends", False) else value.latest
    is_near = years.first - _BACK <= value.earliest.year and end.year <= last
    return None if is_near else years


@cache
def _dated_fields(kind: type) -> tuple[tuple[str, str], ...]:
    """The attributes of a class that hold one date or years, each with its name in the board's files."""
    dated = {name for name, hint in hints_of(kind).items() if without_none(hint) in (PartialDate, YearSpan)}
    return tuple((each.name, field_name(each)) for each in attrs.fields(kind) if each.name in dated)
