"""Fact signs: the three signs of each fact that no record bears, and which fact a word stands for that is none."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from bscb_docs.figures.number_words import WORDS
from bscb_docs.records import fold
from bscb_docs.records.check_signs import check_signs
from bscb_docs.rules.engine import MARK, Pack, Passage, name_of, stem_of
from bscb_docs.rules.english.facts.typed_facts import TypedFact
from bscb_docs.rules.english.likeness import stems_of
from bscb_docs.rules.english.misspelt_names import is_unsure
from bscb_docs.rules.english.typed_numbers import VALUES

_UNTELLING = frozenset(map(stem_of, ("is", "are", "was", "were", "be", "been", "has", "have", "had", *VALUES)))
"""The stems of words that go with a number, and say nothing of what it is a number of."""
_NO_NUMBER = frozenset({
    *("all", "any", "both", "each", "every", "few", "many", "most", "neither", "none", "one", "several", "some"),
})  # fmt: skip
"""What stands in a number's place and is no fact."""

_BY_CHANCE = 32**3 / (2 * len(WORDS[2:])) / 4
"""Places times signs that are gone of which one in four comes of a number that never stood there."""

_ByPassage = dict[Passage, list[TypedFact]]


def sign_facts(pack: Pack, facts: Sequence[TypedFact]) -> None:
    """Writes into the facts that no record bears their signs among their like, the unsure ones counted last."""
    times, own = Counter[str](), _by_passage(facts)
    for fact in sorted(facts, key=lambda each: is_unsure(pack, each.passage, each.start)):
        if not fact.vouched_by:
            said = _said(fact.passage, fact.words, _sentence(fact.passage, fact.start, own))
            times[said] += 1
            fact.sign = check_signs(f"{said} {times[said]}", 3)


def lost_facts(
    passages: Iterable[Passage], facts: Sequence[TypedFact], read: Collection[str]
) -> Iterator[tuple[TypedFact, list[TypedFact]]]:
    """Each number that was read and in whose place another word stands now, with the facts beside it that are as read.

    Of what was read there are its signs alone: a number is found again where they come of it in that sentence, and
    where so many may come by chance of what never stood there, that of a fact beside it too.
    """
    if not (gone := {*read} - {fact.sign for fact in facts}):
        return
    own, known = _by_passage(facts), {*read}
    places = [
        (passage, at)
        for passage in passages
        if not _NO_NUMBER.isdisjoint(passage.words)
        for at, word in enumerate(passage.words)
        if word in _NO_NUMBER
    ]
    is_sure = len(places) * len(gone) < _BY_CHANCE
    for passage, at in places if is_sure else (place for place in places if place[0] in own):
        start, end = passage.span(at, at)
        beside = [fact for fact in own.get(passage, ()) if passage.line(fact.start) == passage.line(start)]
        if not (beside or is_sure) or passage.unquoted[start] == MARK:
            continue
        stems = _sentence(passage, start, own)
        for then in {stems, stems - {stem_of(passage.words[at])}}:
            alike = [each for each in beside if _sign(passage, each.words, then, 1) in known]
            for number in WORDS[2:] if alike or is_sure else ():
                same = [fact for fact in beside if fold(fact.words) == number]
                if not any(fact.vouched_by for fact in same) and _sign(passage, number, then, len(same) + 1) in gone:
                    yield TypedFact(passage, start, end, number), alike


def _by_passage(facts: Iterable[TypedFact]) -> _ByPassage:
    found: _ByPassage = {}
    for fact in facts:
        found.setdefault(fact.passage, []).append(fact)
    return found


def _sign(passage: Passage, words: str, sentence: frozenset[str], times: int) -> str:
    return check_signs(f"{_said(passage, words, sentence)} {times}", 3)


def _said(passage: Passage, words: str, sentence: frozenset[str]) -> str:
    """What the sign of a fact is made of: whose text it is, its words, and those of its sentence."""
    owner = passage.owner
    return fold(f"{type(owner).__name__} {name_of(owner)}: {words}, {' '.join(sorted(sentence))}")


def _sentence(passage: Passage, at: int, facts: _ByPassage) -> frozenset[str]:
    """The telling words of the sentence around that position, in any order and form, without its facts."""
    first, last = passage.line(at)
    words, at = list[str](), first
    spans = [(fact.start, fact.end) for fact in facts.get(passage, ()) if first <= fact.start < last]
    for start, end in (*spans, (last, last)):
        words += stems_of(passage.text[at:start])
        at = max(at, end)
    return frozenset(words) - _UNTELLING
