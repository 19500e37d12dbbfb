"""Told readings: what a sentence says of a measure, in numbers or in how it went, that its readings do not give."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bscb_docs.figures.ratio import Ratio
from bscb_docs.records import Amount, Better, Measure, Objective, Period, Reading, Record, Update, fold, readings_of
from bscb_docs.records.values.typed_dates import ORDINALS
from bscb_docs.rules.engine import Pack, Passage, key_of, stem_of
from bscb_docs.rules.english.contradictions import Told
from bscb_docs.rules.english.named_measures import MOST, OWN, Known, known_measures, measures_named, read_alone
from bscb_docs.rules.english.percents import TO_WHOLE, PerCent, per_cents
from bscb_docs.rules.english.scope import speaks_of_all
from bscb_docs.rules.english.typed_numbers import value_of

_COUNTED = re.compile(r"(?:\s+[a-z]+(?:-[a-z]+)*\b){1,4}")
"""After a number: the words among which what it counts may stand."""
_NOT_ITS = re.compile(
    r"\b(?:national(?:ly)?|England|average|region(?:al)?|target|aims?|Ofsted|elsewhere|similar|neighbour\w*|(?:an)?other)\b|"
    r"\b(?:last|previous|next|coming)\s+year\b|\byears?\s+(?:ago|before|earlier)\b|"
    r"\b(?:by|over|under|than|least|most)\s+\d[\d.]*\s?(?:%|per\s?cent)",
    re.IGNORECASE,
)
"""What makes a number somebody else's, another year's, a target or a change."""
_OF_TARGET = re.compile(
    r"\b[Tt]he\s+(?:new\s+|first\s+)?target\s+(?:for|of)\b[^.;:%]{0,90}\b(?:is|was|remains)\s+(?:now\s+|still\s+)?\Z"
)
_EVERY = re.compile(
    r"\b(?:(?P<up>rose|risen|rises|increased|grew|grown|went\s+up|gone\s+up)|(?P<down>fell|fallen|falls|dropped|decreased|"
    r"went\s+down|gone\s+down)|improved|got\s+better)\b[^.;:]{0,30}?\s(?:(?:in\s+)?(?:every|each)\s+quarter|"
    r"quarter\s+(?:by|after|on)\s+quarter)\b",
    re.IGNORECASE,
)
_IN_QUARTER = re.compile(
    rf"\b(?:(?P<word>{'|'.join(ORDINALS)}|last|latest)\s+quarter|(?:Q|quarter\s+)(?P<number>[1-4]))\b", re.IGNORECASE
)
"""The quarter that a sentence names."""
_QUARTER = 3
"""Months."""
_FEW = 2
"""Words of a title that are enough where its measure has the very per cent."""


def false_readings(pack: Pack) -> Iterator[Told]:
    """Each number of some and all, and each per cent, that a sentence gives for a measure and nobody ever read."""
    for passage in _telling(pack):
        for part, whole in pairwise(passage.numbers):
            if TO_WHOLE.fullmatch(passage.unquoted, part.end(), whole.start()):
                yield from _false_part(pack, passage, part, whole)
        for number in passage.numbers:
            yield from _false_count(pack, passage, number)
    for share in per_cents(pack) if known_measures(pack) else ():
        passage = share.passage
        first, last = passage.sentence(share.start)
        sentence = passage.unquoted[first:last]
        if _OF_TARGET.search(passage.unquoted, first, share.start):
            yield from _false_target(pack, share, sentence)
        elif share.whole is None and not share.is_shown and not _NOT_ITS.search(sentence):
            named = [known for known in measures_named(pack, sentence, MOST) if known.is_of_shares]
            if named and not any(known.gives(share) for known in named):
                yield _told(pack, passage, (share.start, share.end), share.share, named[0])


def _false_target(pack: Pack, share: PerCent, sentence: str) -> Iterator[Told]:
    """A per cent of which a sentence says that it is the target of a measure, which never had that one."""
    named = [known.measure for known in measures_named(pack, sentence, MOST) if known.measure.target]
    targets = [(each.target, *(later.target for later in each.later_targets)) for each in named]
    if named and not any(value and float(value.size) == share.share for own in targets for value in own):
        typed = " ".join(share.words.split())
        said = f': the measure {named[0].id} has the target {named[0].target}; you wrote "{typed}".'
        mend = f"Mend the number, or the measure. {{{{ {named[0].id}.target }}}} sets its target."
        yield Told(share.passage, share.start, said, mend)


def _telling(pack: Pack) -> Iterator[Passage]:
    """The passages that tell of something in numbers, where there are measures."""
    for passage in pack.index.numbered if known_measures(pack) else ():
        if passage.is_exact and not passage.part and not isinstance(passage.owner, Measure | Reading):
            yield passage


def _false_part(pack: Pack, passage: Passage, part: re.Match[str], whole: re.Match[str]) -> Iterator[Told]:
    first, last = passage.sentence(part.start())
    sentence, number, total = passage.unquoted[first:last], value_of(part[0]), value_of(whole[0])
    own = _measures_of(pack, passage.owner)
    stems = set(map(stem_of, key_of(sentence))) if own else set()
    partly = [known for known in own if known.is_named(stems, OWN, 1)]
    named = [*measures_named(pack, sentence), *partly]
    read = {known: parts for known in named if (parts := known.parts_of(total))}
    if read and not any({number, total - number} & parts for parts in read.values()) and not _NOT_ITS.search(sentence):
        yield _told(pack, passage, (part.start(), whole.end()), number, next(iter(read)), total)


def _false_count(pack: Pack, passage: Passage, number: re.Match[str]) -> Iterator[Told]:
    """A number of all that a measure counts which is none of its own, nor what any was read out of."""
    text, (first, last) = passage.unquoted, passage.sentence(number.start())
    after = _COUNTED.match(text, number.end())
    words = after[0] if after and not _NOT_ITS.search(text, first, last) else ""
    named = measures_named(pack, text[first:last], MOST)[:1] if words else []
    for known in (each for each in named if each.values and each.measure.unit):
        noun = re.search(rf"\b{re.escape(str(known.measure.unit).split()[-1])}\b", words)
        end = number.end() + (noun.end() if noun else 0)
        is_all = speaks_of_all(text[first : number.start()], text[end:last], has_context=True)
        if noun and is_all and not any(value_of(number[0]) in (each.number, each.out_of) for each in known.values):
            yield _told(pack, passage, (number.start(), end), value_of(number[0]), known)


def _measures_of(pack: Pack, owner: Record) -> list[Known]:
    """The measures of an objective, or of that which an update tells of."""
    objective = pack.board.find(Objective, owner.about.name) if isinstance(owner, Update) else owner
    names = objective.measures if isinstance(objective, Objective) else ()
    return [known for name in names if (known := known_measures(pack).get(fold(name)))]


def is_read_alone(pack: Pack, share: PerCent) -> bool:
    """True of a per cent that a measure is recorded as without its numbers, and that tells of that measure.

    It stands in a text of the measure, its objective or an update of that, or where its sentence, or the one before,
    has words of the measure's title.
    """
    passage = share.passage
    first, last = passage.sentence(share.start)
    told = passage.unquoted[passage.sentence(max(first - 1, 0))[0] : last]
    own, stems = _measures_of(pack, passage.owner), set(map(stem_of, key_of(told)))
    return any(
        known in own or known.measure is passage.owner or known.is_named(stems, OWN, _FEW)
        for known in read_alone(pack, share.share)
    )


def reading_beside(pack: Pack, share: PerCent) -> str:
    """What the one measure of shares that its passage sets has in place of a per cent; "" where it has that."""
    set_there = {fold(token[1].rpartition(".")[0]) for token in share.passage.tokens}
    known = (known_measures(pack).get(name) for name in set_there)
    named = [each for each in known if each and each.is_of_shares]
    if len(named) != 1 or named[0].gives(share):
        return ""
    recorded = _recorded(pack, share.passage, share.start, share.share, named[0])
    return f"; the measure {named[0].measure.id}, which stands beside it, {recorded}"


def _told(pack: Pack, passage: Passage, span: tuple[int, int], typed: float, known: Known, whole: int = 0) -> Told:
    """What was typed there, and what was read of the measure instead."""
    measure, words = known.measure, " ".join(passage.unquoted[slice(*span)].split())
    recorded = _recorded(pack, passage, span[0], typed, known, whole)
    token = f"{{{{ {measure.id}.{'year-so-far' if measure.adds_up else 'value'} }}}}"
    mend = f"Mend the number, or the readings. {token} sets what was read last."
    return Told(passage, span[0], f': the measure {measure.id} {recorded}; you wrote "{words}".', mend)


def _recorded(pack: Pack, passage: Passage, start: int, typed: float, known: Known, whole: int = 0) -> str:
    """What was read in the quarter that the sentence of a number names, or else nearest to it."""
    if named := _IN_QUARTER.search(passage.unquoted, *passage.sentence(start)):
        read = _read_in(pack, passage, named, known.measure)
        return f"has {Ratio.of_amount(read[1]) or read[1]} in {read[0].short}" if read else "has no such reading"
    hoped = (known.measure.baseline, known.measure.target)
    values = [value for value in known.values if value not in hoped] or known.values
    meant = [value for value in values if whole in (0, value.out_of)] or [*values]
    is_share = isinstance(typed, float)
    nearest = min(meant, key=lambda value: abs(float(value.size if is_share else value.number) - typed))
    return f"has no such reading, the nearest is {Ratio.of_amount(nearest) or nearest}"


def _read_in(pack: Pack, passage: Passage, named: re.Match[str], measure: Measure) -> tuple[Period, Amount] | None:
    """The reading of a quarter that a sentence names, of the years that it names too; else the last of those."""
    readings = readings_of(pack.board.at(pack.date_of(passage.owner)), measure)
    quarters = [each for each in readings.items() if each[0].months == _QUARTER]
    word = (named["word"] or "").casefold()
    if named["number"] or word in ORDINALS:
        number = named["number"] or ORDINALS.index(word) + 1
        quarters = [each for each in quarters if each[0].short.startswith(f"Q{number} ")]
    sentence = passage.unquoted[slice(*passage.sentence(named.start()))]
    of_its_years = [each for each in quarters if str(each[0].years) in sentence]
    return next(reversed(of_its_years or quarters), None)


def false_courses(pack: Pack) -> Iterator[Told]:
    """Each sentence that says of a measure that it rose or fell in every quarter, where in one it did not."""
    for passage in pack.passages_with("quarter") if known_measures(pack) else ():
        for match in _EVERY.finditer(passage.unquoted):
            first, last = passage.sentence(match.start())
            named, day = measures_named(pack, passage.unquoted[first:last]), pack.date_of(passage.owner)
            for known in named[:1] if day else ():
                is_rise = bool(match["up"]) or (not match["down"] and known.measure.better is Better.HIGHER)
                readings = readings_of(pack.board.at(day), known.measure)
                quarters = [each for each in readings.items() if each[0].months == _QUARTER]
                steps = pairwise([each for each in quarters if each[0].years == quarters[-1][0].years])
                for (_, before), (period, after) in steps:
                    change = after.size - before.size if is_rise else before.size - after.size
                    if before.unit == after.unit and change <= 0:
                        words, went = " ".join(match[0].split()), f"went from {before} to {after} in {period.short}"
                        said = f': "{words}", and the measure {known.measure.id} {went}.'
                        yield Told(passage, match.start(), said, "Mend the sentence, or the reading.")
                        break
