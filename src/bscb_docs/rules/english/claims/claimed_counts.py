"""Claimed counts: numbers and sums that sentences give to all of what a figure counts or adds up."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from bscb_docs.figures.figure import Figure
from bscb_docs.records.names import gathered
from bscb_docs.rules.engine import Pack, Spot, key_of, spots
from bscb_docs.rules.english.contradictions import Told, miscounted, misstated
from bscb_docs.rules.english.dates import YEARS
from bscb_docs.rules.english.facts.figure_scope import YEARS_IN_NAME, is_beside, meant, of_named_years, priority_of
from bscb_docs.rules.english.scope import ELSEWHEN, NARROWED, speaks_of_all, without_owner
from bscb_docs.rules.english.typed_numbers import NUMBER, POUNDS, amount_of, may_count, value_of

_NOT_THESE = frozenset(
    [
        *("other", "further", "more", "additional", "new", "different", "such", "earlier", "previous", "last", "next"),
        *("remaining", "similar", "related", "national", "regional", "joint", "neighbouring", "local", "external"),
        *("extra", "late", "open", "overdue", "possible", "future", "former", "first", "second", "third", "final"),
        *("half", "separate", "single", "main", "most", "least", "serious"),
    ]
)
"""What between a number and its noun makes it another number than the one that the records have."""
_NEAR = 10
"""Words before a phrase among which its number stands."""
_ADJECTIVE = re.compile(r"[a-z]+(?:-[a-z]+)*")
_WORD = re.compile(r"[\w.]+")
_OF_THIS = re.compile(r"\s+(?:of|in|under)\s+this\s+priority\b", re.IGNORECASE)
_LABELS = frozenset({
    *("priority", "appendix", "section", "paragraph", "figure", "table", "outcome", "action", "year", "quarter"),
    *("level", "tier", "phase", "stage", "part", "chapter", "grade", "band", "step", "version", "no", "no.", "number"),
    *("about", "around", "nearly", "almost", "over", "under", "some", "least", "most", "to", "than", "every"),
    *("another", "or", "past", "first", "last", "next", "other", "any", "further", "one"),
})  # fmt: skip
"""What before a number makes it a label, or no exact one."""


def false_claims(pack: Pack, is_wanted: Callable[[Figure], bool]) -> Iterator[Told]:
    """Every number before a phrase of the wanted figures that none of them gives.

    It is silent wherever the sentence may speak of a part, of another year or of somebody else's.
    """
    wanted = (each for each in pack.counted if each.numbers and is_wanted(each))
    phrases = gathered((key_of(phrase), each) for each in wanted for phrase in (*each.phrases, *each.parts))
    seen: set[tuple[int, int]] = set()
    for key in sorted(phrases, key=len, reverse=True):
        for spot in spots(pack, key):
            is_counted = any(map(may_count, pack.index.words[max(spot.first - _NEAR, 0) : spot.first]))
            claim = _claim(pack, spot, phrases[key]) if is_counted else None
            if claim and (id(claim.passage), claim.start) not in seen:
                seen.add((id(claim.passage), claim.start))
                yield claim


def _claim(pack: Pack, spot: Spot, figures: list[Figure]) -> Told | None:
    passage, start, end = spot.passage, spot.start, spot.end
    text = passage.unquoted
    if not passage.is_exact or text[start:end] != passage.text[start:end]:
        return None
    first, last = passage.sentence(start)
    typed = _number_before(text, max(first, start - 80), start)
    if typed is None or typed[0].lower() == "one":
        return None
    figures = [figure for figure in figures if not figure.beside or is_beside(pack, figure, passage)]
    lead, tail, sentence = text[first : typed.start()], text[end:last], text[first:last]
    figures = of_named_years(figures, sentence, pack)
    if _OF_THIS.match(tail):
        figures = [figure for figure in figures if priority_of(pack, passage) in figure.beside]
    number = value_of(typed[0])
    if not figures or any(_allows(figure, number, spot.keys) for figure in figures):
        return None
    if _is_label(lead) or ELSEWHEN.search(sentence):
        return None
    tail = without_owner(tail, [name for figure in figures for name in figure.beside])
    if not speaks_of_all(lead, tail, has_context=any(figure.beside for figure in figures)):
        return None
    words = f"{typed[0]} {' '.join(text[typed.end() : end].split())}".strip()
    named = [figure for figure in figures if any(word in sentence for word in figure.beside)]
    figures = named or meant(pack, passage, (first, last), figures) or figures
    return miscounted(passage, typed.start(), words, likeliest(figures, sentence))


def _number_before(text: str, first: int, start: int) -> re.Match[str] | None:
    """The number that counts what begins at `start`, with no more than two adjectives between."""
    for number in reversed([*NUMBER.finditer(text, first, start)]):  # of "two of our six" the last
        words = text[number.end() : start].split()
        if [word.lower() for word in words[:2]] in (["of", "the"], ["of", "our"]):
            if not text[first : number.start()].lower().endswith("all "):
                return None  # they are a part
            words = words[2:]
        if len(words) < 3 and all(map(_is_adjective, words)):
            return number if all(map(str.islower, words)) else None  # capitals make it part of a name
    return None


def _is_adjective(word: str) -> bool:
    small = word.lower()
    return _ADJECTIVE.fullmatch(small) is not None and small.partition("-")[0] not in _NOT_THESE


def _is_label(lead: str) -> bool:
    return lead[-1:].isspace() and not _LABELS.isdisjoint(_WORD.findall(lead.lower())[-1:])


def likeliest(figures: list[Figure], sentence: str) -> tuple[Figure, ...]:
    """The figures that the sentence may mean, the likeliest first: of the state it names, else of what came about.

    A number of one year that the records give without a year too is told once, and none only where nothing else is.
    """
    states = [state for state in ("cancelled", "planned", "held") if state in sentence.casefold()] or ["held"]
    fitting = [f for f in figures if f.name.endswith(tuple(f"-{state}" for state in states))]
    found = sorted(fitting or figures, key=lambda figure: bool(YEARS_IN_NAME.search(figure.name)))
    return tuple([figure for figure in found if any(figure.numbers)] or found)


def _allows(figure: Figure, number: int, key: tuple[str, ...]) -> bool:
    """True where a figure allows that number before the words; of a ratio the rest too, of a part any up to all."""
    numbers = figure.numbers
    if any(key_of(part) == key for part in figure.parts):
        return number <= max(numbers)
    return number in numbers or (len(numbers) == 2 and number == numbers[1] - numbers[0])  # part and whole


_ALL_OF = (
    r"(?:^|[.;:(]\s+|\b(?:in\s+all|in\s+total|together|altogether),\s+|"
    r"\b(?:the|our|its|these|all|total|overall|of|together)\s+)"
)
_COMES_TO = (
    r"(?:\s+(?:(?:have|has|had|been|was|were|is|are|came|comes?|amount(?:s|ed)?|add(?:s|ed)?|up|to|of|a|all|stood|at|"
    rf"reached|together|total(?:led|s)?|in|for|the|this|year)\b|{YEARS}))*"
)


def false_pounds(pack: Pack) -> Iterator[Told]:
    """Each such sum that no figure of its phrase and years gives."""
    sums = (each for each in pack.counted if isinstance(each.value, str) and each.value.startswith("£"))
    for phrase, figures in gathered((phrase, each) for each in sums for phrase in each.phrases).items():
        for passage in pack.passages_with(phrase.split()[-1]):
            text = passage.unquoted
            for match in _sum_pattern(phrase).finditer(text) if "£" in text and passage.is_exact else ():
                first, last = passage.sentence(match.start("sum"))
                is_narrow = NARROWED.match(text[match.end() :]) or ELSEWHEN.search(text, first, last)
                own = [] if is_narrow else meant(pack, passage, (first, last), figures)
                away = {abs(amount_of(match["sum"]) - amount_of(str(each.value))): each for each in own}
                if away and min(away):  # of several years the one whose sum is nearest is meant
                    yield misstated(passage, match.start("sum"), match["sum"], away[min(away)])


@lru_cache(maxsize=64)
def _sum_pattern(phrase: str) -> re.Pattern[str]:
    """What matches the phrase, of all, and the sum that it is said to come to."""
    words = r"\s+".join(map(re.escape, phrase.split()))
    return re.compile(rf"{_ALL_OF}{words}{_COMES_TO}\s+(?P<sum>{POUNDS})", re.IGNORECASE)
