"""Named measures: which measures the words of a sentence name, and every value that was given for each."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from bscb_docs.records import Amount, Measure, Reading, fold, readings_of
from bscb_docs.rules.engine import Pack, kept, key_of, stem_of
from bscb_docs.rules.prose_rules.likeness import SMALL_WORDS
from bscb_docs.rules.prose_rules.percents import PerCent

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

    @property
    def is_of_shares(self) -> bool:
        """True where every value is some of all, or a per cent."""
        return {value.unit for value in self.values} == {"%"}

    def parts_of(self, whole: int) -> set[Decimal]:
        """What was read out of that whole."""
        return {value.number for value in self.values if value.out_of == whole}

    def gives(self, share: PerCent) -> bool:
        """True where one of the values, or what is left of it, is that per cent."""
        slack = _ROUGH if share.is_rough else _SLACK / 10**share.decimals
        sizes = [float(value.size) for value in self.values]
        return any(abs(size - share.share) <= slack + 1e-9 for each in sizes for size in (each, 100 - each))


@kept
def measures_by_word(pack: Pack) -> dict[str, list[Known]]:
    """By the stem of each word of its title, every measure."""
    given: dict[str, list[Amount]] = {}
    for reading in pack.board.of(Reading):
        given.setdefault(fold(reading.about.name), []).extend(filter(None, [reading.value]))
    found: dict[str, list[Known]] = {}
    for measure in pack.board.of(Measure):
        stems = frozenset(stem_of(word) for word in key_of(measure.title) if word not in _SMALL)
        known = Known(measure, stems, (*given.get(fold(measure.id), ()), *_further(pack, measure)))
        for stem in stems:
            found.setdefault(stem, []).append(known)
    return found


def _further(pack: Pack, measure: Measure) -> Iterator[Amount]:
    """The baseline and target of a measure, and what its readings come to as the year goes on."""
    yield from filter(None, (measure.baseline, measure.target))
    readings = readings_of(pack.board, measure) if measure.adds_up else {}
    for last in range(1, len(readings) + 1):
        if reached := measure.reached(dict([*readings.items()][:last])):
            yield reached[1]


def measures_named(pack: Pack, words: str, share: float = _HALF, least: int = _LEAST) -> list[Known]:
    """The measures of whose titles so large a share stands in those words, the best named first."""
    by_word = measures_by_word(pack)
    hits = Counter(known for stem in {stem_of(word) for word in key_of(words)} for known in by_word.get(stem, ()))
    return [known for known, hit in hits.most_common() if hit >= least and hit >= share * len(known.stems)]
