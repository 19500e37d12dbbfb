"""Figure scope: which figures of a phrase a sentence means: of which years, document and priority."""

import re
from collections.abc import Iterable

from bscb_docs.figures.figure import Figure
from bscb_docs.records import Narrative, YearSpan
from bscb_docs.rules.engine import Pack, Passage
from bscb_docs.rules.english.dates import A_DATE, date_of, years_in

YEARS_IN_NAME = re.compile(r"(?:19|20)\d\d-\d\d")
_SECTION = re.compile(r"(?:paragraph|section|table|figure) (\d+)")
_AT = re.compile(
    rf"\s*(?:(?:by|at|on|in)\s+(?:the\s+end\s+of\s+)?(?P<day>{A_DATE}),?\s+)?(?:in\s+all,?\s+|altogether,?\s+)?",
    re.IGNORECASE,
)


def priority_of(pack: Pack, passage: Passage) -> str:
    """The title of the priority that the section of a passage is on; "" where it is on none."""
    owner, number = passage.owner, _SECTION.match(passage.where)
    section = owner.sections[int(number[1]) - 1] if isinstance(owner, Narrative) and number else None
    return pack.board.get(section.priority).title if section and section.priority else ""


def is_beside(pack: Pack, figure: Figure, passage: Passage) -> bool:
    """True where words that must stand beside a figure's phrase stand in a passage, or name its section's priority."""
    text = passage.text.casefold()
    return priority_of(pack, passage) in figure.beside or any(word.casefold() in text for word in figure.beside)


def meant(pack: Pack, passage: Passage, span: tuple[int, int], figures: Iterable[Figure]) -> list[Figure]:
    """The figures that a sentence means: of the years it names, else of its report's; of its section's priority."""
    first, last = span
    figures = of_named_years(figures, passage.unquoted[first:last], pack)
    figures, documents = of_own_time(pack, passage, figures), pack.documents_of(passage.owner)
    priority = priority_of(pack, passage)
    own = [each for each in figures if (priority in each.beside if priority else not each.beside)]
    if not any(years_in(passage.unquoted[first:last])):
        years = {str(each.entry.years) for each in documents}
        own = [each for each in own if any(span in each.name for span in years)] or own
    return own


def of_own_time(pack: Pack, passage: Passage, figures: Iterable[Figure]) -> list[Figure]:
    """The figures without those that an earlier quarter's report gives, where that does not print the passage."""
    is_of_quarter = any(each.entry.period for each in pack.documents_of(passage.owner))
    return [each for each in figures if is_of_quarter or pack.figures.get(each.name) is each]


def is_of_the_day(pack: Pack, passage: Passage, lead: str) -> bool:
    """True where nothing leads to a number in its sentence but the day of the documents that print it."""
    match = _AT.fullmatch(lead)
    if not match or not match["day"]:
        return match is not None
    day = date_of(match["day"])
    days = [document.as_at for document in pack.documents_of(passage.owner)]
    return day is not None and any(each and each.latest == day.latest for each in days)


def of_named_years(figures: Iterable[Figure], sentence: str, pack: Pack) -> list[Figure]:
    """The figures that are of one of the years that a sentence names, or of those that the report is on."""
    spans = list(years_in(sentence))
    return [figure for figure in figures if not spans or _is_of(figure, spans, pack)]


def _is_of(figure: Figure, spans: list[YearSpan], pack: Pack) -> bool:
    of_name = YEARS_IN_NAME.search(figure.name)
    if of_name:
        return any(str(span) == of_name[0] for span in spans)
    reported = {document.entry.years for document in pack.documents}
    return all(any(years and years.holds(span) for years in reported) for span in spans)
