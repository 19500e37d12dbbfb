"""Rule of document dates: none is older than its news, or of other years than its date."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from bscb_docs import records
from bscb_docs.diagnostics.finding import Finding, Severity
from bscb_docs.figures.number_words import in_words
from bscb_docs.records import years_of
from bscb_docs.rules.engine import Findings, Pack, Passage, Printed, finding_of, name_of, rule
from bscb_docs.rules.english.dates import A_MONTH, A_YEAR, date_of
from bscb_docs.rules.meeting_dates import is_to_come

_DATED = re.compile(
    rf"\b(?:on|in|of|(?P<as_at>[Aa]s\s+at))\s+(?P<date>(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{A_MONTH}\s+{A_YEAR})\b"
)
_PAST = re.compile(
    r"\b(?:was|were|took place|met|held|launched|published|completed|agreed|heard|received|visited|began|opened|"
    r"reported)\b[^.;:]{0,50}$"
)
_REACH = 60
"""Characters: the longest of these words, and so many after it."""
_Dated = tuple[int, records.PartialDate, str]
"""Where a date begins, the date, and its sentence."""
_AHEAD = re.compile(
    r"\b(?:will|shall|would|to be|due|expect\w*|planned|plans?\s+to|next|until|before|hop\w*|scheduled|intend\w*|"
    r"propos\w*|follow\w*|anticipat\w*|await\w*|once|is to|are to|be)\b",
    re.IGNORECASE,
)

_LOOKS_AHEAD = re.compile(r"\b(?:to\s+[a-z]+|that|with|for|up\s+to|and\s+[a-z]+s)\b")
"""Between what was done and a date: "agreed to look again in September", "met, and reports in May"."""
_LONG_BEFORE = 270
"""Days before its document's day, or its plan's years, in which nobody signs it yet."""
_SEVERAL = 3
"""So many things later than a document are told one by one: of more, its own date is the cause."""
_A_YEAR, _LATE = 366, 330
"""Days: at most of one year; and after it, from which a document is hardly of that year still."""


@rule("XDOC-03")
def documents_before_their_news(pack: Pack) -> Findings:
    """A document dated before an update, a figure, a signature, a revision or an event that it reports."""
    telling = dict.fromkeys(pack.passages_typed("{{"), ()) | {each: (*_past_dates(each),) for each in pack.index.dated}
    for document in pack.documents:
        at, title = document.as_at, document.entry.title
        if at is None:
            continue
        if document.is_before_its_period:
            yield _before_its_period(pack, document)
            continue  # what else is later than its date follows from it
        yield from _unlike_its_version(document, at)
        yield from _too_early_for_its_years(pack, document, at)
        yield from _too_late_for_its_years(document, at)
        issue = pack.board.issue(document.entry.id)
        subject = f"Version {issue.version} of {title}" if issue and issue.as_at else title
        told = filter(telling.__contains__, pack.passages_in(document))
        words = (_news(pack, each, telling[each], at, subject) for each in told)
        found = (*_later_records(pack, document, at, subject), *chain.from_iterable(words))
        news = list({(each.place, each.message): each for each in found}.values())  # what two sections print is one
        if len(news) > _SEVERAL:
            place = issue.place if issue and issue.as_at else document.entry.place
            message = f"{subject} is dated {at}, before {in_words(len(news))} things of which it tells."
            mend = f"Mend its date; if it is right, mend what comes later, such as at {news[0].place}."
            yield finding_of("XDOC-03", message, place, mend, document.entry.id)
        else:
            yield from news
        yield from _signed_long_before(pack, document, at)
        named = [pack.board.find(records.Plan, document.entry.plan.name)] if document.entry.plan else []
        for plan in dict.fromkeys(record for record in (*named, *document.records) if isinstance(record, records.Plan)):
            yield from _too_early_for_its_revisions(plan, at, subject)


def _later_records(pack: Pack, document: Printed, at: records.PartialDate, subject: str) -> Findings:
    for record in document.records:
        news, what = _dated(record, pack)
        if news and at.surely_before(news):
            yield _too_early(f"{subject} is dated {at}, before {what} {news}.", record)


def _before_its_period(pack: Pack, document: Printed) -> Finding:
    """A document of which one line alone was rolled forward, its period or its date; told where the date stands."""
    entry, issue = document.entry, pack.board.issue(document.entry.id)
    called = f"The period of {entry.title} is {entry.period}"
    message = f"{called}, but as at is {document.as_at}, before it begins, so its updates are not counted."
    place = issue.place if issue and issue.as_at else entry.place
    return finding_of("XDOC-03", message, place, "Mend one of the two.", entry.id)


def _unlike_its_version(document: Printed, at: records.PartialDate) -> Findings:
    """A document whose own day lies before its period, where the card of its version has another, which is printed."""
    own, period = document.entry.as_at, document.entry.period
    if own and period and own.surely_before(period):
        called = f"{document.entry.title} is as at {own} here"
        message = f"{called}, before {period}, of which it tells, begins; the card of its version says {at}."
        mend = f"The version's day is printed. Write it here too, as at: {at}, or take this line out."
        yield finding_of("XDOC-03", message, document.entry.place, mend, document.entry.id, softer=Severity.NOTE)


def _too_early_for_its_years(pack: Pack, document: Printed, at: records.PartialDate) -> Findings:
    """A document that rates actions whose years had all to begin yet: it prints none of them rated."""
    latest = pack.board.latest_years
    if latest and at.surely_before(latest) and any(isinstance(record, records.Status) for record in document.records):
        works = (record for record in document.records if isinstance(record, records.Action | records.Objective))
        years = [span for work in works if (span := years_of(pack.board, work))]
        if years and at.surely_before(min(years)):
            message = f"{document.entry.title} is dated {at}, before {min(years)}, of whose progress it tells, began."
            mend = "Mend its date, or the years that it prints."
            yield finding_of("XDOC-03", message, document.entry.place, mend, document.entry.id)


def _too_late_for_its_years(document: Printed, at: records.PartialDate) -> Findings:
    """A document of one year that is dated so long after it that one of the two was not rolled forward."""
    years = document.entry.years or document.entry.period
    if years and (years.latest - years.earliest).days <= _A_YEAR and (at.earliest - years.latest).days > _LATE:
        message = f"{document.entry.title} is of {years}, and is dated {at}, when another year was nearly over."
        mend = "Mend its years, or its date; figures that it lacks are then most likely there."
        left_out = ((document.entry.id, "sections"),)
        yield finding_of("XDOC-03", message, document.entry.place, mend, document.entry.id, explains=left_out)


def _signed_long_before(pack: Pack, document: Printed, at: records.PartialDate) -> Findings:
    """A report that was signed long before its day; a foreword long before the plan's years."""
    years = pack.board.plan.years if pack.board.plan else None
    for record in document.records:
        if isinstance(record, records.Narrative):
            due, of, what = at.earliest, f"its day, {at}", record.title
        elif isinstance(record, records.Foreword) and years:
            due, of, what = years.earliest, f"the plan's years, {years}", "the foreword"
        else:
            continue
        last = max((each.on for each in record.signatures if each.on), key=lambda on: on.latest, default=None)
        if last and (due - last.latest).days > _LONG_BEFORE:
            yield _too_early(f"The signature of {what} is of {last}, long before {of}.", record)


def _dated(record: records.Record, pack: Pack) -> tuple[records.PartialDate | None, str]:
    """The date that a record bears, if it is news, and what the record is in a sentence."""
    if isinstance(record, records.Update):
        return record.as_at, f"{pack.numbers[id(record)]}, as at"
    if isinstance(record, records.Event | records.Inspection | records.Visit):
        return record.date, f"{pack.numbers[id(record)]}, of"
    if (
        isinstance(record, records.Bulletin | records.Review)
        and record.published
        and not is_to_come(pack, record.published)
    ):
        return record.published, f"{pack.numbers[id(record)]}, published"
    if isinstance(record, records.Foreword | records.Narrative):
        signed = max((s.on for s in record.signatures if s.on), key=lambda on: on.earliest, default=None)
        return signed, "the signature of its foreword of" if isinstance(
            record, records.Foreword
        ) else "the signature of"
    return None, ""


def _too_early_for_its_revisions(plan: records.Plan, at: records.PartialDate, subject: str) -> Findings:
    for revision in plan.revisions:
        if revision.on and at.surely_before(revision.on):
            message = f'{subject} is dated {at}, before its revision "{revision.label}" of {revision.on}.'
            yield _too_early(message, plan)


def _too_early(message: str, record: records.Record) -> Finding:
    return finding_of("XDOC-03", message, record.place, "Mend one of the two dates.", name_of(record), field="date")


def _news(pack: Pack, passage: Passage, past: Iterable[_Dated], at: records.PartialDate, title: str) -> Findings:
    for match in passage.tokens:
        figure = pack.board.find(records.RecordedFigure, match[1].split(".")[0])
        if figure and figure.as_at and at.surely_before(figure.as_at):
            message = f"{title} is dated {at}, before the figure {figure.id} of {passage.where}, as at {figure.as_at}."
            mend = "Mend one of the two dates."
            yield finding_of("XDOC-03", message, passage.place(match.start()), mend, passage.name)
    for start, date, sentence in past:
        if at.surely_before(date) and not _AHEAD.search(sentence):
            message = f"{title} is dated {at}, before {date}, of which {passage.where} tells as past."
            mend = "Mend one of the two dates, or tell it as still to come."
            field = "as at" if isinstance(passage.owner, records.Update) else ""
            yield finding_of("XDOC-03", message, passage.place(start), mend, passage.name, field=field)


def _past_dates(passage: Passage) -> Iterator[_Dated]:
    """Each date of which a passage tells as past."""
    text, end = passage.unquoted, 0
    for match in _DATED.finditer(text):
        reach = max(end, match.start() - _REACH)
        past = _PAST.search(text, reach, match.start())
        if match["as_at"] or (past and not _LOOKS_AHEAD.search(text, past.start(), match.start())):
            end = match.end()
            first, last = passage.sentence(match.start())
            if date := date_of(match["date"]):
                yield match.start("date"), date, text[first:last]
