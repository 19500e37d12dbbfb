"""Rules of updates: none older than what it reports, and none copied from the period before."""

import re
from collections import Counter
from contextlib import suppress
from datetime import date

from bscb_docs.records import (
    Action,
    ByName,
    Delivery,
    PartialDate,
    Period,
    RecordedFigure,
    Update,
    YearSpan,
    fold,
    reported_work,
    standing_of,
    successors_of,
)
from bscb_docs.rules.engine import Findings, Pack, finding_of, rule, words_of
from bscb_docs.rules.meant_targets import told_with
from bscb_docs.rules.statuses import unreported_rows

_QUARTER = 3
"""Months."""
_LONG_AFTER = 60
"""Days after a quarter: how things stand by then is told of the next."""


@rule("UPD-01")
def stale_updates(pack: Pack) -> Findings:
    """An update of open work, or a figure set in the prose, that is older than the period it reports.

    An update counts as old where it was made before the last quarter of its period; a figure where it was counted
    before the period began.
    """
    updates = pack.board.of(Update)
    told = set[str]()
    for update in updates:
        if strange := out_of_time(update):
            about, cause = update.about.name, f"{update.as_at}, not {update.period}"
            message, mend = f"{pack.called(update)} is as at {update.as_at}, {strange[0]}.", strange[1]
            told.add(fold(about))
            old = told_with(about)
            yield finding_of("UPD-01", message, update.place, mend, about, field="as at", cause=cause, explains=old)
    latest = {(fold(update.about.name), update.years): update for update in pack.board.updates()}
    latest = {key: update for key, update in latest.items() if key[0] not in told}
    for update in latest.values():  # where a later one of those years tells how things stand, the earlier is history
        period, at = _reported_period(pack, update), update.as_at or (update.period and update.period.end)
        is_old = period and at and at.latest < _last_quarter(period, pack.date_of(update))
        if period and is_old and _delivery(pack, update) not in (Delivery.COMPLETE, Delivery.WITHDRAWN):
            called, end, about = pack.called(update), PartialDate.of_day(period.latest), update.about.name
            message = f"{called} says how things stood at {at}; its period, {period}, ends on {end}."
            mend = "Ask its owner for a later one, or accept that this is the last that was reported."
            yield finding_of("UPD-01", message, update.place, mend, about, field="as at")
    yield from _stale_figures(pack)


def out_of_time(update: Update) -> tuple[str, str] | None:
    """What is wrong with the day of an update before the years, or long after the months, of which it tells."""
    at, period, years = update.as_at, update.period, update.years
    if at is None or period is None or years is None:
        return None
    if at.latest < years.earliest:
        mend = f"Mend the line as at{_of_its_years(update)}, or the years of the heading above it."
        return f"before {years}, of which it tells, began", mend
    if period.months != _QUARTER or (at.earliest - period.latest).days < _LONG_AFTER:
        return None
    meant = Period.quarter_of(at.latest, calendar=period.text.endswith(str(period.latest.year)))
    mend = f"Mend the line as at, or the period of the heading above it ({meant.short} may be meant)."
    return f"long after {period}, of which it tells, ended", mend


def _of_its_years(update: Update) -> str:
    """` (31 March 2026 may be meant)`, the day of an update in its own years or period, if it is one day of them."""
    period, at = update.period, update.as_at
    meant: list[PartialDate] = []
    for year in sorted({period.earliest.year, period.latest.year}) if period else ():
        with suppress(ValueError):  # 29 February
            meant.append(PartialDate.from_text(re.sub(r"\d{4}$", str(year), str(at))))
    meant = [each for each in meant if period and period.earliest <= each.latest <= period.latest]
    return f" ({meant[0]} may be meant)" if len(meant) == 1 else ""


def _reported_period(pack: Pack, update: Update) -> Period | YearSpan | None:
    """The period that an update reports: all its years, where a document of the years prints it as their last."""
    years = update.years
    is_of_years = any(each.entry.period is None and each.entry.years == years for each in pack.documents_of(update))
    return years if is_of_years else update.period


def _stale_figures(pack: Pack) -> Findings:
    figures = ByName({figure.id: figure for figure in pack.board.of(RecordedFigure) if figure.as_at})
    told = set[str]()
    for passage in pack.passages_typed("{{") if figures else ():
        owner, printed = passage.owner, pack.documents_of(passage.owner)
        years = owner.years if isinstance(owner, Update) else printed[0].entry.years if printed else None
        for match in passage.tokens:
            figure = figures.get(match[1].split(".")[0])
            if years and figure and figure.as_at and figure.as_at.surely_before(years) and figure.id not in told:
                told.add(figure.id)
                message = f"The figure {figure.id} is as at {figure.as_at}, before {years} began, of which "
                message += f"{passage.where} tells ({passage.place(match.start()).in_words})."
                mend = f"Mend its day; or record the figure for {years}, or say in the sentence of when it is."
                yield finding_of("UPD-01", message, figure.place, mend, figure.id, cause=f"figures before {years}")


def _delivery(pack: Pack, update: Update) -> Delivery | None:
    status = pack.board.status_of(update)
    return status.means.delivery if status and status.means else None


def _last_quarter(years: Period | YearSpan, reported: PartialDate | None) -> date:
    """Where the last three months begin: of the period, or of the part of it that the document reports."""
    end = min(years.latest, reported.latest) if reported and reported.latest > years.earliest else years.latest
    month = end.month - 3 + 1
    return date(end.year if month > 0 else end.year - 1, month if month > 0 else month + 12, 1)


@rule("UPD-04")
def unreported_work(pack: Pack) -> Findings:
    """Open work of a report's years with no update in the months that the report tells of."""
    for document in pack.documents:
        period, at = document.entry.period, document.as_at
        if period is None or at is None or document.is_before_its_period:
            continue
        seen = pack.board.at(at)
        works = list(reported_work(seen, period.years))
        is_silent = not any(seen.updates(work, period) for work in works)
        cause = f"nothing of {period}" if is_silent else ""
        for work in works:
            is_asked = standing_of(seen, work).is_open and work.id not in unreported_rows(pack)
            if is_asked and not seen.updates(work, period):
                original = seen.original(work)
                message = f"{pack.called(original)} is open, and no update tells of {period}."
                mend = "Ask its owner, or write an update that says why there is none."
                yield finding_of("UPD-04", message, original.place, mend, work.id, field="updates", cause=cause)


@rule("UPD-03")
def repeated_updates(pack: Pack) -> Findings:
    """An update of begun work with the very words of an earlier one, of the same action or of the one it carries on."""
    before: dict[str, list[str]] = {}
    for action in (each for each in pack.board.of(Action) if each.became):
        for successor in successors_of(pack.board, action):
            before.setdefault(fold(successor.id), []).append(fold(action.id))
    told = Counter(fold(update.about.name) for update in pack.board.of(Update))
    kin = ((name, *before.get(name, ())) for name in told)
    asked = {name for names in kin if sum(told[each] for each in names) > 1 for name in names}
    said: dict[tuple[str, tuple[str, ...]], Update] = {}
    for update in sorted(pack.board.of(Update), key=_when):
        name = fold(update.about.name)
        if name not in asked or _delivery(pack, update) is Delivery.NOT_STARTED:  # until it begins nothing is new
            continue
        key = words_of(update.text.text)
        known = (said.get((earlier, key)) for earlier in (name, *before.get(name, ())))
        if key and (other := next(filter(None, known), None)):
            message = f"{pack.called(update)} is word for word the one at {other.place}."
            mend = "Ask its owner whether nothing has changed; if it has not, leave it or say since when."
            yield finding_of("UPD-03", message, update.text.place, mend, update.about.name)
        said.setdefault((name, key), update)


def _when(update: Update) -> tuple[int, date]:
    return (update.years.first if update.years else 0, update.order[0])
