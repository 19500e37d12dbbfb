"""Rule of the dates of records: a sentence gives what is recorded, and deadlines and chairs, the date of its record."""

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from bscb_docs.records import Audit, Bulletin, Event, Inspection, PartialDate, Period, Record, Review, Visit
from bscb_docs.records.names import gathered
from bscb_docs.rules.engine import Findings, Pack, Spot, at_words, key_of, rule, spots
from bscb_docs.rules.english.claims.told_dates import false_deadlines, false_lateness, false_requests
from bscb_docs.rules.english.claims.told_offices import false_beginnings, false_offices
from bscb_docs.rules.english.claims.told_results import false_results
from bscb_docs.rules.english.contradictions import findings_of
from bscb_docs.rules.english.dates import A_DATE, YEARS, date_of
from bscb_docs.rules.english.misspelt_names import is_unsure

_HELD = r"(?:(?:was|were|has\s+been)\s+)?(?:held|carried\s+out|undertaken|conducted|made|done)|took\s+place|happened"
_PUBLISHED = r"(?:(?:was|were|has\s+been)\s+)?(?:published|issued|released|came\s+out)"
_JOINED = r"(?:['’]s?)?(?:\s*\(|,\s+(?:which\s+)?|\s+)"
_ONCE_HELD = re.compile(rf"{_JOINED}(?:{_HELD})\s+(?:on|in|during)\s+(?P<date>{A_DATE})\b")
_ONCE_PUBLISHED = re.compile(rf"{_JOINED}(?:{_PUBLISHED})\s+(?:on|in)\s+(?P<date>{A_DATE})\b")
_OF_DATE = re.compile(rf"\s+of\s+(?P<date>{A_DATE})\b")
_ON_DATE = re.compile(rf"\s+(?:on|in)\s+(?P<date>{A_DATE})\b")
_BEGINS = re.compile(r"(?:^|\bat\s+)(?:the|our|a)?\s*$", re.IGNORECASE)
"""Before a name that a date may follow at once; elsewhere it may be the date of what was done with the thing."""
_SEEN = re.compile(
    r"\b(?:visited|inspected|reviewed|listened\s+to|walked\s+(?:through|round))\s+(?:the|our)?\s*$", re.IGNORECASE
)
"""Before a name that a date may follow: of what somebody went to see."""
_LOOK_AT = re.compile(
    r"^(?:(?:\w+\s+)?(?:visit|meeting|review|inspection|morning|day)\s+(?:to|of|with|in|at)\s+(?:the\s+)?)",
    re.IGNORECASE,
)
"""Before what was looked at, in the title of a visit or inspection."""
_AHEAD = re.compile(r"\b(?:will|shall|planned|to\s+be|next|again|another|second)\b", re.IGNORECASE)
"""In a sentence that tells of another one of the same name."""
_YEAR_AT_END = re.compile(rf"[\s,]*{YEARS}$")
_QUOTES = ('""', "“”", "‘’", "''")
_HELD_ONCE = frozenset({"conference", "summit", "seminar"})
"""What a board holds once a year, and calls its own."""


@frozen
class _Dated:
    """A record with the names that prose may call it by, its date, and whether it was published then."""

    record: Record
    names: tuple[str, ...]
    date: PartialDate | Period
    is_published: bool
    """True for what comes out once; else it happens, and may happen again under its name."""
    seen: tuple[str, ...] = ()
    """What was visited or reviewed, as prose may call it after such a word."""
    another: int = 300
    """Days: a thing of that name so long before or after is another one, as the conference of the year before."""

    def denies(self, date: PartialDate) -> bool:
        """True where the record has another date, and is no other thing of the same name."""
        apart = self.date.days_from(date)
        return apart > 0 and (self.is_published or apart <= self.another)


@rule("GOV-08")
def other_dates_of_records(pack: Pack) -> Findings:
    """A date that a sentence gives to something recorded, where its record has another."""
    ways = ((each, *way) for each in _dated(pack) for way in ((each.names, False), (each.seen, True)))
    by_name = gathered(((key_of(name), is_seen), each) for each, names, is_seen in ways for name in names)
    for (key, is_seen), bearers in by_name.items():
        for spot in (each for each in spots(pack, key) if each.passage in pack.index.dated):
            if not is_seen or _SEEN.search(spot.passage.unquoted, 0, spot.start):
                yield from _strange_date(spot, bearers, is_seen=is_seen)
    yield from findings_of("GOV-08", false_results(pack))
    told_dates = (
        *false_deadlines(pack),
        *false_requests(pack),
        *false_offices(pack),
        *false_beginnings(pack),
        *false_lateness(pack),
    )
    sure = (each for each in told_dates if not is_unsure(pack, each.passage, each.start))
    yield from findings_of("GOV-08", sure)


def _dated(pack: Pack) -> Iterator[_Dated]:
    """Every record that came out or happened on a date, and what it may be called."""
    published: tuple[Review | Bulletin, ...] = pack.board.of(Review, Bulletin)
    for record in published:
        if record.published:
            yield _Dated(record, _names(record.title, record.id), record.published, is_published=True)
    held: tuple[Inspection | Event | Visit, ...] = pack.board.of(Inspection, Event, Visit)
    for each in held:
        if each.date:
            names, another = (
                (*_names(each.title, each.id), *_other_names(pack, each)),
                300 if isinstance(each, Event) else 400,
            )
            yield _Dated(each, names, each.date, is_published=False, seen=_seen_by(each), another=another)
    for audit in pack.board.of(Audit):
        if audit.carried_out:
            yield _Dated(audit, _names(audit.title, audit.id), audit.carried_out, is_published=False)


def _other_names(pack: Pack, held: Inspection | Event | Visit) -> tuple[str, ...]:
    """What prose calls it besides its title: "our conference", "the peer review"."""
    if isinstance(held, Event):
        return _shorter_names(held.title, pack.board.of(Event))
    short, _, thing = held.title.partition(" of ")
    is_alone = sum(each.title.startswith(short) for each in pack.board.of(Inspection)) == 1
    return (f"the {short}", f"our {short}") if thing and is_alone and len(key_of(short)) > 1 else ()


def _seen_by(held: Inspection | Event | Visit) -> tuple[str, ...]:
    """What a visit or inspection looked at, with its parts each called "the", or by its initials."""
    if isinstance(held, Event) or len(key_of(seen := _LOOK_AT.sub("", held.title))) < 2:
        return ()
    initials = "".join(word[0] for word in re.findall(r"\w+", seen) if word[0].isupper())
    return (
        seen,
        *((seen.replace(" and ", " and the "),) if " and " in seen else ()),
        *((initials,) if len(initials) > 2 else ()),
    )


def _shorter_names(title: str, events: Sequence[Event]) -> tuple[str, ...]:
    """What a board calls its conference: without the year, "our conference", and "the conference" where it has one."""
    words = _YEAR_AT_END.sub("", title)
    last = words.split()[-1].lower() if words.split() else ""
    own: tuple[str, ...] = (f"our {last}", f"annual {last}", f"our practice {last}") if last in _HELD_ONCE else ()
    if own and sum(last in each.title.lower() for each in events) == 1:
        own = (*own, f"the {last}")
    return (*((words,) if words != title and len(key_of(words)) > 1 else ()), *own)


def _names(title: str | None, name: str | None) -> tuple[str, ...]:
    """A title of several words that names one thing, and an id with a figure in it: other words stand beside many."""
    titles = (title,) if title and len(key_of(title)) > 1 and not title.endswith("s") else ()
    return (*titles, name) if name and re.search(r"\d", name) else titles


def _strange_date(spot: Spot, bearers: list[_Dated], *, is_seen: bool) -> Findings:
    passage = spot.passage
    for is_published in {dated.is_published for dated in bearers}:
        match = _ON_DATE.match(passage.unquoted, spot.end) if is_seen else _date_after(spot, is_published=is_published)
        is_quoted = passage.unquoted[spot.start : spot.end] != passage.text[spot.start : spot.end]
        if match is None or (is_quoted and not _is_all_quoted(spot)):
            continue
        first, last = passage.sentence(spot.start)
        if _AHEAD.search(passage.unquoted, first, last):
            continue
        date = date_of(match["date"])
        own = [dated for dated in bearers if dated.is_published is is_published]
        if date and all(dated.denies(date) for dated in own):
            there = f"its record, at {own[0].record.place}, says {own[0].date}"
            mend = "Mend the date that is wrong."
            yield at_words("GOV-08", passage, match.start("date"), f' gives {date} to "{spot.text}"; {there}.', mend)


def _is_all_quoted(spot: Spot) -> bool:
    """True of a title in quotation marks of its own."""
    return f"{spot.passage.text[spot.start - 1 : spot.start]}{spot.passage.text[spot.end : spot.end + 1]}" in _QUOTES


def _date_after(spot: Spot, *, is_published: bool) -> re.Match[str] | None:
    """The date that the words after a name give to it."""
    text, end = spot.passage.unquoted, spot.end + _is_all_quoted(spot)
    if is_published:
        return _ONCE_PUBLISHED.match(text, end)
    first, _ = spot.passage.sentence(spot.start)
    is_meant = spot.keys[:1] == ("the",) or _BEGINS.search(text[first : spot.start])
    at_once = _ON_DATE.match(text, end) if is_meant else None
    return _ONCE_HELD.match(text, end) or _OF_DATE.match(text, end) or at_once
