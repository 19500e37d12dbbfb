"""Named measures: which measures the words of a sentence name, and every value that was given for each."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Set
from decimal import Decimal
from itertools import product
from math import ceil

from attrs import frozen

from bscb_docs.records import Amount, Measure, Reading, fold, readings_of
from bscb_docs.rules.engine import Pack, kept, key_of, stem_of
from bscb_docs.rules.english.likeness import SMALL_WORDS
from bscb_docs.rules.english.percents import PerCent

_SMALL = SMALL_WORDS | {"which", "who", "that", "was", "were", "is", "are", "has", "have", "been"}
_LEAST, _HALF, MOST, OWN = 3, 0.5, 0.65, 0.3
"""Words of its title that name a measure; and of all, how many: beside its own whole, without it, in its own update."""
_SLACK, _ROUGH = 0.5, 5


@frozen(eq=False)
class Known:
    """A measure, the words of its title, and every value that was given for it."""

    measure: Measure
    stems: frozenset[str]
    values: tuple[Amount, ...]
    number: int
    """How many measures stand before it."""

    @property
    def is_of_shares(self) -> bool:
        """True where every value is some of all, or a per cent."""
        return {value.unit for value in self.values} == {"%"}

    def is_named(self, stems: Set[str], share: float, least: int) -> bool:
        """True where so large a share of its title, and so many words of it, are among those."""
        return len(self.stems & stems) >= max(least, share * len(self.stems))

    def parts_of(self, whole: int) -> set[Decimal]:
        """What was read out of that whole."""
        return {value.number for value in self.values if value.out_of == whole}

    def gives(self, share: PerCent) -> bool:
        """True where one of the values, or what is left of it, is that per cent."""
        slack = _ROUGH if share.is_rough else _SLACK / 10**share.decimals
        sizes = [float(value.size) for value in self.values]
        return any(abs(size - share.share) <= slack + 1e-9 for each in sizes for size in (each, 100 - each))


@kept
def known_measures(pack: Pack) -> dict[str, Known]:
    """Every measure by its id, folded."""
    given: dict[str, list[Amount]] = {}
    for reading in pack.board.of(Reading):
        given.setdefault(fold(reading.about.name), []).extend(filter(None, [reading.value]))
    found: dict[str, Known] = {}
    for measure in pack.board.of(Measure):
        stems = frozenset(stem_of(word) for word in key_of(measure.title) if word not in _SMALL)
        values = (*given.get(fold(measure.id), ()), *_further(pack, measure))
        found[fold(measure.id)] = Known(measure, stems, values, len(found))
    return found


def _further(pack: Pack, measure: Measure) -> Iterator[Amount]:
    """The baseline and target of a measure, and what its readings come to as the year goes on."""
    yield from filter(None, (measure.baseline, measure.target))
    readings = readings_of(pack.board, measure) if measure.adds_up else {}
    for last in range(1, len(readings) + 1):
        if reached := measure.reached(dict([*readings.items()][:last])):
            yield reached[1]


@kept
def _by_rare_words(pack: Pack) -> dict[tuple[float, str], list[Known]]:
    """By a share and a stem, the measures of which no words can have so large a share without one of those stems.

    Where a title of five words is named by four of them, one of its two rarest is among these.
    """
    every = known_measures(pack).values()
    often = Counter(stem for known in every for stem in known.stems)
    found: defaultdict[tuple[float, str], list[Known]] = defaultdict(list)
    for known, share in product(every, (_HALF, MOST)):
        size, least = len(known.stems), max(_LEAST, ceil(share * len(known.stems)))
        for stem in sorted(known.stems, key=lambda stem: often[stem])[: max(0, size - least + 1)]:
            found[share, stem].append(known)
    return dict(found)


def measures_named(pack: Pack, words: str, share: float = _HALF) -> list[Known]:
    """The measures of whose titles so large a share stands in those words, the best named first."""
    stems, rare = frozenset(map(stem_of, key_of(words))), _by_rare_words(pack)
    named = {known for stem in stems for known in rare.get((share, stem), ()) if known.is_named(stems, share, _LEAST)}
    return sorted(named, key=lambda known: (-len(known.stems & stems), known.number))


def read_alone(pack: Pack, share: float) -> list[Known]:
    """The measures of which some value is that per cent, without its two numbers."""
    return _by_share(pack).get(share, [])


@kept
def _by_share(pack: Pack) -> dict[float, list[Known]]:
    found: defaultdict[float, list[Known]] = defaultdict(list)
    for known in known_measures(pack).values():
        for share in {float(each.size) for each in known.values if each.unit == "%" and each.out_of is None}:
            found[share].append(known)
    return dict(found)
