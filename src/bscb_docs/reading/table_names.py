"""Table names: the kind, and the period or years, that the name of a file or sheet gives all its rows."""

import re

from bscb_docs.diagnostics.location import Place
from bscb_docs.diagnostics.phrases import joined
from bscb_docs.diagnostics.suggestions import NAME_PLUGIN, did_you_mean, is_misspelt
from bscb_docs.reading.cards import Card
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.reading.heading_words import Headings
from bscb_docs.reading.kind_syntax import KindReading
from bscb_docs.reading.words_in_place import Value
from bscb_docs.records import MONTHS, Period, fold

_MONTHS = frozenset({*map(fold, MONTHS), "to"})
_YEARS = re.compile(r"(?<=\b\d{4}) (?=(?:\d\d|\d{4})$)")
"""Where a name that has no hyphens had that of its years."""


def table_heading(name: str, kinds: Headings, place: Place) -> Card | None:
    """What a file or sheet says of its rows by its name, a kind's plural or name, alone or before a period.

    `updates-Q1-2025-26` is to its rows what the heading `# Updates Q1 2025-26` is to the cards beneath it.
    """
    words = re.sub(r"[_-]", " ", fold(name)).split()
    for count in range(len(words), 0, -1):
        found = kinds.words.get(" ".join(words[:count]))
        if found and not found[0].is_narrative and all(map(_is_of_period, words[count:])):
            return Card(found[0], place, name, is_group=True, values=_span(words[count:], found[0], place))
    return None


def _is_of_period(word: str) -> bool:
    return any(map(str.isdigit, word)) or word in _MONTHS


def _span(words: list[str], reading: KindReading, place: Place) -> dict[str, Value]:
    """The period, or its years, for records that have them; nothing where the words only number the tables."""
    typed = _YEARS.sub("-", " ".join(words))
    try:
        years = str(Period.from_text(typed).years)
    except ValueError:
        return {}
    text = typed if reading.span == "period" else years
    return {reading.span: Value(text, place.file, within=place.within)} if reading.span in reading.by_attribute else {}


def unknown_table(name: str, place: Place, kinds: Headings, report: Gathered, *, beside: bool = False) -> None:
    """The finding for a file or sheet that is called after no kind; `beside` known sheets it is no plugin's."""
    own = joined(kinds.of_plugins, "or")
    as_in = f"meetings, or of the plugins in use: {own}" if own else "meetings"
    otherwise = f"Name it after the records in it, as in: {as_in}. A sheet for yourselves is called notes."
    words = re.sub(r"[_-]", " ", fold(name)).split()
    begins = next((known for known in kinds.plurals if fold(known).split() == words[: len(known.split())]), "")
    mend = f"{did_you_mean(name, kinds.plurals, otherwise)}{'' if beside else f' {NAME_PLUGIN}'}"
    if begins:
        mend = f'Name it "{begins}" alone; only the years or months of what it holds may follow, as in: '
        mend += f"{begins.replace(' ', '-')}-Q1-2025-26."
    message = f'"{name}" is no name that a table can have, so this one is left out.'
    report.add("TAB-01", message, place, mend, field="" if is_misspelt(name, kinds.plurals) else "kind")
