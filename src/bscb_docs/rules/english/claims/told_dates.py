"""Told dates: the deadline that a sentence gives to work that it names, and by how many days it has it overdue."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from bscb_docs.records import TARGETS, Action, Objective, PartialDate, Target, Task, Update, fold, standing_of
from bscb_docs.records.names import gathered
from bscb_docs.rules.engine import Pack, Passage, declared_stems, kept, key_of, spots, stem_of, words_of
from bscb_docs.rules.english.contradictions import Told
from bscb_docs.rules.english.dates import A_DATE, BY_A_DATE, date_of
from bscb_docs.rules.english.typed_numbers import A_NUMBER, value_of

_DUE = re.compile(
    r"[\s￼]*,?\s*(?:(?:which|and)\s+)?(?:(?:is|was|are|were|remains|has\s+been)\s+)?(?:still\s+|now\s+|first\s+|originally\s+)?"
    r"(?:due|(?:to|must|should|will|ha(?:s|ve)\s+to)\s+be\s+(?:finished|done|completed?|delivered)|"
    rf"(?:moved|put\s+off|postponed)(?:\s+on\s+{A_DATE})?(?=\s+(?:to|until)\s))\s+(?:(?:in|by|on|to|until|at\s+the\s+end\s+of|by\s+the\s+end\s+of)\s+)?"
    rf"(?P<date>{A_DATE})\b"
)
_DEADLINE = re.compile(
    r"\b(?:(?:[Tt]he|[Ii]ts|[Oo]ur)\s+(?:new\s+)?(?:deadline|due\s+date)|[Tt]h(?:e|is)\s+(?:action|objective|task|work)\s+is\s+due)\s+"
    rf"(?:(?:is|was|of|remains|has\s+moved\s+to|moves\s+to|now|still|in|by|on)\s+)*(?P<date>{A_DATE})\b"
)
"""In an update, of its own work."""
_RECOMMENDED = re.compile(r"\s*>\s*Recommendation:")
_FEW = 3
"""Pieces of open work that tell of one thing."""
_LONG = 4
"""Letters: shorter words stand everywhere."""
_PAIR = 2
"""Words: a title of no more may stand for other things."""


def misdated(
    passage: Passage, start: int, date: str, what: str, recorded: str, mend: str = "Mend the date that is wrong."
) -> Told:
    """A date that a sentence gives, of what, and what the records have instead."""
    return Told(passage, start, f" gives {date} to {what}; {recorded}.", mend)


def false_deadlines(pack: Pack) -> Iterator[Told]:
    """Each deadline of an action, objective, task or recommendation that its record never had."""
    dated = pack.index.dated
    for (passage, end), works in named_work(pack).items():  # what goes on under another id may bear the same title
        match = _DUE.match(passage.unquoted, end) if passage in dated else None
        told = [told for work in works for told in _denied(pack, passage, match, work)] if match else []
        if told and len(told) == len(works):
            yield told[0]
    for work in pack.board.of(*TARGETS):
        for passage in (each for each in pack.passages_of(work) if each in dated and not each.part):
            *_, last = None, *BY_A_DATE.finditer(passage.unquoted)  # the last is its own
            yield from _denied(pack, passage, last, work, "its own work")
    for update in pack.board.of(Update):
        for passage in (each for each in pack.passages_of(update) if each in dated and each.is_exact):
            for match in _DEADLINE.finditer(passage.unquoted):
                yield from _denied(pack, passage, match, pack.board.get(update.about))


def false_requests(pack: Pack) -> Iterator[Told]:
    """Each deadline that a recommendation of a report gives to open work, named by two words of it."""
    asking = [each for each in pack.index.dated if _RECOMMENDED.match(each.raw)]
    planned = _planned(pack) if asking else {}
    for passage in asking:
        match = BY_A_DATE.search(passage.unquoted)
        before = _pairs(pack, words_of(passage.unquoted[: match.start()])) if match else ()
        meant = next((planned[pair] for pair in before if len(planned.get(pair, ())) in range(1, _FEW + 1)), [])
        told = [told for work in meant for told in _denied(pack, passage, match, work)]
        if told and len(told) == len(meant):
            yield told[0]


def _planned(pack: Pack) -> dict[tuple[str, str], list[Target]]:
    """By pairs of its words, the work that is open at the day of the pack and has a deadline."""
    seen = pack.board.at(pack.as_at) if pack.as_at else pack.board
    works: tuple[Action | Objective | Task, ...] = pack.board.of(Action, Objective, Task)
    due = (work for work in works if work.deadline and (isinstance(work, Task) or not work.became))
    left = (work for work in due if standing_of(seen, work).is_open)
    told = ((work, {*_pairs_of(pack, work)}) for work in left)
    return gathered((pair, work) for work, pairs in told for pair in pairs)


def _pairs_of(pack: Pack, work: Target) -> Iterator[tuple[str, str]]:
    return (pair for passage in pack.passages_of(work) for pair in _pairs(pack, passage.words))


def _pairs(pack: Pack, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Two longer words in a row that are no part of a declared name, by their stems."""
    names = declared_stems(pack)
    for pair in pairwise(words):
        if min(map(len, pair)) >= _LONG and (stems := (stem_of(pair[0]), stem_of(pair[1]))) not in names:
            yield stems


@kept
def named_work(pack: Pack) -> dict[tuple[Passage, int], list[Target]]:
    """By each place where a text names work, by a reference, its id, number or title, and where that ends, the work."""
    works = {fold(work.id): work for work in pack.board.of(*TARGETS)}
    exact = (passage for passage in pack.passages_typed("](#") if passage.is_exact)
    references = ((passage, match) for passage in exact for match in passage.references)
    found = [((passage, match.end()), work) for passage, match in references if (work := works.get(fold(match[1])))]
    bearers = gathered((key, work) for work in works.values() for key in _keys_of(pack, work))
    for key, named in bearers.items():
        places = [(spot.passage, spot.end) for spot in spots(pack, key) if spot.passage.is_exact]
        found += product(places, named)
    return gathered(found)


def _keys_of(pack: Pack, work: Target) -> Iterator[tuple[str, ...]]:
    """The words of its id, its number and, where it is long enough, its title."""
    title = key_of(getattr(work, "title", None) or "")
    yield from (key_of(work.id), key_of(pack.numbers[id(work)]), title if len(title) > _PAIR else ())


def _denied(
    pack: Pack, passage: Passage, match: re.Match[str] | None, work: Target, called: str = ""
) -> Iterator[Told]:
    dates = [date for date in (work.due, *(move.to for move in work.moved)) if date]
    if match and dates and not may_be(match["date"], dates, 0):
        what = called or pack.numbers[id(work)]
        yield misdated(passage, match.start("date"), match["date"], what, f"it is due {work.deadline}")


def may_be(typed: str, dates: list[PartialDate], near: int) -> bool:
    """True where a date as typed may be one of those, or so many days from one; of what is no date too."""
    date = date_of(typed)
    return date is None or any(each.never_ends or each.days_from(date) <= near for each in dates)


_LATE = re.compile(
    rf"(?=[\dtfsenoz])\b(?<!\bthan )(?<!\babout )(?<!\bover )(?<!\bnearly )"
    rf"(?P<days>{A_NUMBER})\s+days\s+(?:overdue|late|past)\b",
    re.IGNORECASE,
)


def false_lateness(pack: Pack) -> Iterator[Told]:
    """Each number of days by which a sentence has work overdue that it names, or whose deadline it gives."""
    for passage in pack.passages_with("days"):
        for match in _LATE.finditer(passage.unquoted):
            late = {days: work for work in _meant(pack, passage, match.start()) for days in _days(pack, passage, work)}
            if late and value_of(match["days"]) not in late:
                days, work = max(late.items(), key=lambda known: known[0])
                said = f"by its deadline, {work.deadline}, it is {days} days overdue"
                yield misdated(passage, match.start(), match[0], pack.numbers[id(work)], said)


def _meant(pack: Pack, passage: Passage, start: int) -> list[Target]:
    """The work that the sentence names, or that was due when it says, or of which its update tells."""
    first, last = passage.sentence(start)
    if named := [work for end, work in _named(pack).get(passage, ()) if first <= end <= last]:
        return named
    dates = [date for each in re.finditer(A_DATE, passage.unquoted[first:last]) if (date := date_of(each[0]))]
    own = [pack.board.get(passage.owner.about)] if isinstance(passage.owner, Update) else []
    return [work for work in pack.board.of(*TARGETS) if work.deadline and work.deadline in dates] or own


@kept
def _named(pack: Pack) -> dict[Passage, list[tuple[int, Target]]]:
    """By passage, the work that it names, and where each name ends."""
    named = named_work(pack).items()
    return gathered((passage, (end, work)) for (passage, end), works in named for work in works)


def _days(pack: Pack, passage: Passage, work: Target) -> Iterator[int]:
    """By how many days it is overdue on the days of the documents that print the sentence, and on that of the pack."""
    for day in {document.as_at for document in pack.documents_of(passage.owner)} | {pack.as_at}:
        if day and (late := standing_of(pack.board.at(day), work).days_overdue):
            yield late
