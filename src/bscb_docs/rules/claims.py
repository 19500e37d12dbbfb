"""Claims: numbers in prose that stand before a phrase which a figure counts, where the sentence speaks of all of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from attrs import frozen

from bscb_docs.figures import Figure
from bscb_docs.numerals import in_words
from bscb_docs.records import YearSpan
from bscb_docs.rules.counting import NUMBER, value_of
from bscb_docs.rules.material import Pack
from bscb_docs.rules.names import Spot, key_of, spots
from bscb_docs.rules.passages import Passage

_NOT_THESE = (
    "other|further|more|additional|new|different|such|earlier|previous|last|next|remaining|similar|related|national|"
    "regional|joint|neighbouring|local|external|extra|late|open|overdue|possible|future|former|first|second|third|"
    "final|half|separate|single|main|most|least|serious"
)
_LEAD = re.compile(
    rf"(?P<number>{NUMBER})\s+(?:of\s+the\s+|of\s+our\s+)?(?P<between>(?:(?!(?:{_NOT_THESE})\b)[a-z]+(?:-[a-z]+)*\s+){{0,2}})$",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"(?:[a-z]+(?:-[a-z]+)*\s+){0,2}")
_LABEL = re.compile(
    r"(?:priority|appendix|section|paragraph|figure|table|outcome|action|year|quarter|level|tier|phase|stage|part|"
    r"chapter|grade|band|step|version|no\.?|number|about|around|nearly|almost|over|under|some|least|most|to|than|"
    r"every|another|or|past|first|last|next|other|any|further|one)\s+$",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:all|same|all\s+of\s+(?:the|our|its)|our|its|plan's|board's|partnership's|"
    r"(?:one|two|three|four|five|six|seven|some|most|many|each|none|half|all|\d+)\s+of\s+(?:the|our|its))\s+$",
    re.IGNORECASE,
)
_THE = re.compile(r"\b(?:the|these|those|has|have|had|with|into|under|there\s+(?:are|were))\s+$", re.IGNORECASE)
_MADE = re.compile(
    r"\b(?:published|publish|publishes|issued|produced|held|planned|sets?|set\s+out|agreed|adopted|contains?|lists?|"
    r"comprises?|made\s+up\s+of|there\s+(?:are|were|have\s+been)|carried\s+out|a\s+total\s+of|completed)\s+$",
    re.IGNORECASE,
)
_WERE_MADE = re.compile(
    r"^\s*(?:,\s*)?(?:(?:were|was|are|have\s+been|has\s+been|had\s+been)\s+)?"
    r"(?:published|held|planned|set|agreed|issued|complete|completed|produced|finished)\b",
    re.IGNORECASE,
)
NARROWED = re.compile(
    r"^\s*(?:of|on|about|into|concerning|that|which|who|whose|where|with|without|between|for|from|by|to|at|elsewhere|"
    r"relating|involving|under|about|per|in(?!\s+(?:the\s+(?:year|first|second|plan|course)|all\b|total|(?:19|20)\d\d)))\b",
    re.IGNORECASE,
)
"""What after a number and its noun makes it a part: two reviews of neglect, six meetings in schools."""
_WHOLE_OF = re.compile(
    r"^\s+(?:(?:that|which)\s+(?:this|our|we|I|the\s+(?:report|plan|board|partners))\b|"
    r"(?:of|in)\s+(?:this|our|the)\s+(?:report|plan|year)\b)",
    re.IGNORECASE,
)
_ELSEWHEN = re.compile(
    r"\b(?:(?:last|previous|next|following|coming)\s+year|year\s+(?:before|earlier|after|ahead)|years?\s+ago|since|formerly|"
    r"originally|earlier|in\s+the\s+past|used\s+to|so\s+far|by\s+(?:the\s+)?(?:end|middle)|each\s+year|a\s+year|every|"
    r"(?:other|neighbouring|another)\s+(?:board|area|council|partnership|authorit)\w*|nationally|England|Ofsted)\b",
    re.IGNORECASE,
)
_YEARS_IN_NAME = re.compile(r"(?:19|20)\d\d-\d\d")
_YEARS = re.compile(r"\b((?:19|20)\d\d)(?:[-/–]((?:19|20)?\d\d))?\b")


@frozen
class Claim:
    """A number in the prose and what the records say instead."""

    passage: Passage
    start: int
    words: str
    number: int
    phrase: str
    figures: tuple[Figure, ...]

    @property
    def recorded(self) -> str:
        """The numbers of the records, each with what it counts: "nine (Executive Board meetings held in 2017-18)"."""
        said: dict[int, Figure] = {}
        for figure in self.figures:
            for number in figure.numbers:
                said.setdefault(number, figure)
        return " or ".join(f"{in_words(number)} ({counted(figure)})" for number, figure in said.items())

    @property
    def contradiction(self) -> str:
        """Both numbers in a sentence that follows a colon."""
        return f'the records say {self.recorded}; you wrote "{f"{self.words} {self.phrase}".strip()}".'

    @property
    def file(self) -> str:
        """The file of the one figure that is most likely meant."""
        return self.figures[0].source.partition(": ")[0]


def counted(figure: Figure) -> str:
    """What a figure counts, as its source says it, without the file and what was left out."""
    return figure.source.partition(": ")[2].partition(";")[0] or figure.source


def false_claims(pack: Pack, is_wanted: Callable[[Figure], bool]) -> Iterator[Claim]:
    """Every number before a phrase of the wanted figures that none of them gives.

    It is silent wherever the sentence may speak of a part, of another year or of somebody else's.
    """
    phrases: dict[tuple[str, ...], list[Figure]] = {}
    for figure in pack.figures.values():
        for phrase in (*figure.phrases, *figure.parts) if figure.numbers and is_wanted(figure) else ():
            phrases.setdefault(key_of(phrase), []).append(figure)
    seen: set[tuple[int, int]] = set()
    for key in sorted(phrases, key=len, reverse=True):
        for spot in spots(pack, key):
            claim = _claim(pack, spot, phrases[key])
            if claim and (id(claim.passage), claim.start) not in seen:
                seen.add((id(claim.passage), claim.start))
                yield claim


def _claim(pack: Pack, spot: Spot, figures: list[Figure]) -> Claim | None:
    passage, start, end = spot.passage, spot.start, spot.end
    text = passage.unquoted
    first, last = passage.sentence(start)
    if not passage.is_exact or text[start:end] != passage.text[start:end]:
        return None
    match = _LEAD.search(text, max(first, start - 80), start)
    if not match or match["number"].lower() == "one" or not _ADJECTIVE.fullmatch(match["between"]):
        return None
    lead, tail, sentence = text[first : match.start()], text[end:last], text[first:last]
    figures = [figure for figure in figures if _counts(figure, passage)]
    if _LABEL.search(lead) or _ELSEWHEN.search(sentence) or not figures:
        return None
    spans = list(_spans(sentence))
    if spans:
        figures = [figure for figure in figures if _is_of(figure, spans, pack)]
    number = value_of(match["number"])
    if not figures or any(_allows(figure, number, spot.keys) for figure in figures):
        return None
    tail = _without_owner(tail, [name for figure in figures for name in figure.beside])
    if not _speaks_of_all(lead, tail, has_context=any(figure.beside for figure in figures)):
        return None
    phrase = " ".join(text[match.end("number") : end].split())
    return Claim(passage, match.start(), match["number"], number, phrase, likeliest(figures, sentence))


def likeliest(figures: list[Figure], sentence: str) -> tuple[Figure, ...]:
    """The figures that the sentence may mean, the likeliest first: of the state it names, else of what came about.

    A number of one year that the records give without a year too is told once, and none only where nothing else is.
    """
    states = [state for state in ("cancelled", "planned", "held") if state in sentence.casefold()] or ["held"]
    fitting = [f for f in figures if f.name.endswith(tuple(f"-{state}" for state in states))]
    found = sorted(fitting or figures, key=lambda figure: bool(_YEARS_IN_NAME.search(figure.name)))
    return tuple([figure for figure in found if any(figure.numbers)] or found)


def _speaks_of_all(lead: str, tail: str, *, has_context: bool) -> bool:
    if _WHOLE.search(lead):
        return True
    if NARROWED.match(tail) and not _WHOLE_OF.match(tail):
        return False
    return bool(_MADE.search(lead) or _WERE_MADE.match(tail) or (not has_context and _THE.search(lead)))


def _without_owner(tail: str, names: list[str]) -> str:
    """What follows the noun, without whose they are: "meetings of the new Executive Board" narrows nothing."""
    for name in sorted(names, key=len, reverse=True):
        owner = rf"\s+of\s+(?:the|our|its)\s+(?:[a-z]+\s+)?{re.escape(name)}\b".replace(r"\ ", r"\s+")
        if match := re.match(owner, tail, re.IGNORECASE):
            return tail[match.end() :]
    return tail


def _counts(figure: Figure, passage: Passage) -> bool:
    """True where the phrase counts in this passage: where one of the words stands that must stand beside it."""
    text = passage.text.casefold()
    return not figure.beside or any(word.casefold() in text for word in figure.beside)


def _allows(figure: Figure, number: int, key: tuple[str, ...]) -> bool:
    """True where a figure allows that number before the words; of a ratio the rest too, of a part any up to all."""
    numbers = figure.numbers
    if any(key_of(part) == key for part in figure.parts):
        return number <= max(numbers)
    return number in numbers or (len(numbers) == 2 and number == numbers[1] - numbers[0])  # part and whole


def _spans(sentence: str) -> Iterator[YearSpan]:
    for match in _YEARS.finditer(sentence):
        try:
            yield YearSpan.from_text(f"{match[1]}-{match[2]}" if match[2] else match[1])
        except ValueError:
            continue


def _is_of(figure: Figure, spans: list[YearSpan], pack: Pack) -> bool:
    """True where a figure is of one of the years that the sentence names, or of the years that the report is on."""
    of_name = _YEARS_IN_NAME.search(figure.name)
    if of_name:
        return any(str(span) == of_name[0] for span in spans)
    reported = {document.entry.years for document in pack.documents}
    return all(any(years and years.covers(span) for years in reported) for span in spans)
