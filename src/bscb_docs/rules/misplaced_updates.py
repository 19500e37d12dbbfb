"""Rule of misplaced updates: none has the words of another piece of work, or tells of a time before its own."""

from collections import Counter
from collections.abc import Iterable, Iterator

from bscb_docs.figures.number_words import in_words
from bscb_docs.records import TARGETS, Action, Objective, Period, Record, Task, Update, YearSpan, fold, years_of
from bscb_docs.records.names import gathered
from bscb_docs.records.work_tree import end_of_line
from bscb_docs.rules.engine import Findings, Pack, finding_of, kept, key_of, rule, stem_of
from bscb_docs.rules.meant_targets import astray_words, called_together, is_off_its_period, told_with, untold
from bscb_docs.rules.updates import out_of_time

_FEWEST = 4
"""Words that two updates share with each other's work, and none with their own, before they are taken for swapped."""
_FEW = 2
"""Words that an update shares with its own work, which may be in another's too."""
_LONG = 4
"""Letters: shorter words stand everywhere."""
_OFTEN = 2
"""Pieces of work with a word: one that more have tells none of them from the others."""
_SENTENCE = 6
"""Words: shorter updates, such as "Nothing to report", may well be alike."""
_HALF_A_YEAR = 183
"""Days."""
_LONGEST_ID = 6
"""Words of an id: a hyphen stands between two."""


@rule("UPD-09")
def words_of_others(pack: Pack) -> Findings:
    """An update that begins with the id of another piece of work; two of one time with each other's words."""
    ids = {key_of(name): name for name in _asked(pack)}
    by_time: dict[object, list[Update]] = {}
    for update in pack.board.of(Update):
        by_time.setdefault(update.period or update.years or update.as_at, []).append(update)
        words = _typed(pack)[id(update)]
        named = next((ids[words[:size]] for size in range(1, _LONGEST_ID) if words[:size] in ids), "")
        if named and fold(named) != fold(update.about.name):
            message = f"{pack.called(update)} begins with {named}."
            mend = f"If it tells of {named}, put it under that heading; if not, begin otherwise."
            yield finding_of("UPD-09", message, update.text.place, mend, update.about.name)
    yield from _before_their_work(pack)
    alike = (pair for updates in by_time.values() for pair in _pasted(pack, updates))
    pasted = gathered((_typed(pack)[id(pair[0])], pair) for pair in alike)
    for (one, other), *more in pasted.values():  # a stock phrase is told once
        also = f", and so have {in_words(len(more))} more" if more else ""
        message = f"{pack.called(other)} has the same words as the one at {one.place}{also}."
        mend = "Write what was reported of this one; if both are told alike, accept this check."
        pair = f"{one.about.name} {other.about.name}"
        yield finding_of("UPD-09", message, other.text.place, mend, other.about.name, cause=pair)
    swapped = ((*_in_words(pack, updates), *_by_authors(pack, updates)) for updates in by_time.values())
    for one, other in (pair for pairs in swapped for pair in dict.fromkeys(pairs)):
        message = f"{pack.called(one)} seems to tell of {other.about.name}, and the update of that one of this."
        mend = "If the two were swapped, put each under its own heading; if not, accept this check."
        told = (*told_with(one.about.name), *told_with(other.about.name))
        yield finding_of("UPD-09", message, one.text.place, mend, one.about.name, explains=told)


def _before_their_work(pack: Pack) -> Findings:
    """Updates of work, of a period that was over when the work's years began: told once of a file and period.

    An objective may begin in the half-year before the years of its action.
    """
    early: dict[tuple[str, Period, YearSpan], list[Update]] = {}
    for update in pack.board.of(Update):
        objective = pack.board.find(Objective, update.about.name)
        work, period = objective or pack.board.find(Action, update.about.name), update.period
        years = years_of(pack.board, work) if work else None
        if not (years and period and period.surely_before(years)) or out_of_time(update):
            continue
        is_early = (
            objective is None or is_off_its_period(update) or (years.earliest - period.latest).days > _HALF_A_YEAR
        )
        if not is_early and (astray := astray_words(pack, update)):
            message = (
                f"{pack.called(update)} tells of {period}, before {years}, for which that is planned, {astray.said}"
            )
            mend, old = f"{astray.mend}, accept this check.", astray.explains
            yield finding_of("UPD-09", message, update.place, mend, update.about.name, explains=old)
        elif is_early:
            early.setdefault((update.place.file, period, years), []).append(update)
    for (_, period, years), (update, *more) in early.items():
        called = f"{called_together(update, more)} are" if more else f"{pack.called(update)} is"
        message = f"{called} of what is planned for {years}, which began after {period}."
        meant = untold(pack, update, period)
        of = f" {meant[0].id}, of which nothing is told" if len(meant) == 1 and not more else " the action of that year"
        those = [work.id for work in meant] if len(meant) <= 1 + len(more) else []
        told = [each for name in those for each in (*told_with(name), (name, "about"))]
        mend = f"Mend the period, or put the update under{of}."
        yield finding_of("UPD-09", message, update.place, mend, update.about.name, explains=told)


@kept
def _typed(pack: Pack) -> dict[int, tuple[str, ...]]:
    """The words of each update, by its identity."""
    return {id(update): (*_words(pack, update),) for update in pack.board.of(Update)}


def _words(pack: Pack, record: Record) -> Iterator[str]:
    """The words of a record's text."""
    return (word for passage in pack.passages_of(record) if not passage.part for word in passage.words)


def _pasted(pack: Pack, updates: list[Update]) -> Iterator[tuple[Update, Update]]:
    """Updates of one time that have the words of an earlier one of other work."""
    first: dict[tuple[str, ...], Update] = {}
    for update in updates:
        words = _typed(pack)[id(update)]
        other = first.setdefault(words, update)
        if len(words) >= _SENTENCE and fold(other.about.name) != fold(update.about.name):
            yield other, update


@kept
def _asked(pack: Pack) -> dict[str, frozenset[str]]:
    """By id, the words of each piece of work that few others have; what carries it on, or is a part of it, is none."""
    works = pack.board.of(*TARGETS)
    words = {work.id: telling_stems(_words(pack, work)) for work in works}
    lines = [(end_of_line(pack.board, work), words[work.id]) for work in works]
    counts = Counter(word for word, _ in {(word, line) for line, each in lines for word in each})
    return {name: frozenset(word for word in each if counts[word] <= _OFTEN) for name, each in words.items()}


def _in_words(pack: Pack, updates: list[Update]) -> Iterator[tuple[Update, Update]]:
    """Updates that share no word with their own work, and several with each other's, but for those of both."""
    asked, typed = _asked(pack), _typed(pack)
    told = ((update, telling_stems(typed[id(update)]), asked.get(update.about.name, frozenset())) for update in updates)
    strange = [each for each in told if each[2] and len(each[1] & each[2]) <= _FEW]
    bearers = gathered((word, at) for at, (_, _, own) in enumerate(strange) for word in own)
    told_of = [{of for word in said for of in bearers.get(word, ())} for _, said, _ in strange]
    for at, (one, said, own) in enumerate(strange):
        for other, words, theirs in (strange[of] for of in sorted(told_of[at]) if of > at and at in told_of[of]):
            shared = (len(said & theirs - own - words), len(words & own - theirs - said))
            is_other = not (said & own - words - theirs or words & theirs - said - own)
            if min(shared) and sum(shared) >= _FEWEST and is_other:
                yield one, other


def _by_authors(pack: Pack, updates: list[Update]) -> Iterator[tuple[Update, Update]]:
    """Updates of which each is by an owner of the other's work, and by none of its own."""
    strange = [(update, *each) for update in updates for each in _parties(pack, update)]
    bearers = gathered(((author, owner), at) for at, (_, author, own) in enumerate(strange) for owner in own)
    for at, (one, author, own) in enumerate(strange):
        others = {of for owner in own for of in bearers.get((owner, author), ()) if of > at}
        yield from ((one, strange[of][0]) for of in sorted(others))


def _parties(pack: Pack, update: Update) -> Iterator[tuple[int, frozenset[int]]]:
    """Who wrote an update and who owns the work that it stands under, by identity, where none of these wrote it."""
    work, by = pack.board.get(update.about), pack.board.get(update.by) if update.by else None
    if isinstance(work, Action | Objective | Task) and by:
        refs = (*work.owners, *work.owned_by, *work.supporters)
        owners = frozenset(id(found) for ref in refs if (found := pack.board.get(ref)))
        if id(by) not in owners:
            yield id(by), owners


def telling_stems(words: Iterable[str]) -> frozenset[str]:
    """The stems of the longer ones of a text's words."""
    return frozenset([stem_of(word) for word in {*words} if len(word) >= _LONG])
