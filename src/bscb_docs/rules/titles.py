"""Rule of titles: a document bears in the register the title of what it prints."""

import re
from collections.abc import Iterator

from bscb_docs.records import Narrative, Plan, PlanText, Role, YearSpan
from bscb_docs.records.values.typed_dates import ORDINALS
from bscb_docs.rules.engine import Findings, Pack, Printed, finding_of, rule
from bscb_docs.rules.english.dates import years_in
from bscb_docs.rules.english.likeness import stems_of

_QUARTER = re.compile(r"Q([1-4])\b")
_IN_TITLE = re.compile(
    rf"\b(?:(?P<word>{'|'.join(ORDINALS)})\s+quarter|(?:Q|quarter\s+)(?P<number>[1-4]))\b", re.IGNORECASE
)
"""A quarter that a title names."""
_MEND_YEARS = "Mend the years of one of the two."


@rule("XDOC-05")
def other_titles(pack: Pack) -> Findings:
    """A role, narrative or plan whose title has other words than that of the document that prints it."""
    for document in filter(pack.is_english, pack.documents):
        for record in _titled(pack, document):
            own, title = set(stems_of(record.title)), set(stems_of(document.entry.title))
            if own and title and not (own <= title or title <= own):
                message = (
                    f'The register calls a document "{document.entry.title}", and it calls itself "{record.title}".'
                )
                mend = "Give both the same title."
                yield finding_of("XDOC-05", message, document.entry.place, mend, document.entry.id)
            elif own == title and isinstance(record, Plan) and record.years != document.entry.years is not None:
                message = f'The register calls "{document.entry.title}" one of {document.entry.years}; '
                message += f"its own card, at {record.place}, has {record.years or 'no years'}."
                yield finding_of("XDOC-05", message, document.entry.place, _MEND_YEARS, document.entry.id)
        yield from _other_years(pack, document)
        yield from _other_quarter(document)


def _other_years(pack: Pack, document: Printed) -> Findings:
    """Years in a title of a document, or of what it prints, that are not its own."""
    entry, own = document.entry, _own_years(pack, document)
    titled = [(entry.title, entry.place), (entry.short_title or "", entry.place)]
    for title, place in dict.fromkeys([*titled, *((each.title, each.place) for each in _titled(pack, document))]):
        spans = years_in(title) if entry.years or entry.period else ()
        named = {span for span in spans if span.first < span.last}
        if named and named.isdisjoint(own):  # beside its own years a title may name those that it compares
            message = f'"{title}" is printed in a document of {entry.period or entry.years}.'
            yield finding_of("XDOC-05", message, place, _MEND_YEARS, entry.id)


def _own_years(pack: Pack, document: Printed) -> set[YearSpan | None]:
    entry, plan = document.entry, pack.board.plan
    return {entry.years, entry.period.years if entry.period else None, plan.years if plan else None} - {None}


def _other_quarter(document: Printed) -> Findings:
    """A quarter in the title of a document that is not that of its period."""
    entry = document.entry
    quarter = _QUARTER.match(entry.period.text) if entry.period else None
    for match in _IN_TITLE.finditer(entry.title) if quarter else ():
        named = match["number"] or str(1 + ORDINALS.index(match["word"].casefold()))
        if quarter and named != quarter[1]:
            message = f'"{entry.title}" is the title of a document whose period is {entry.period}.'
            yield finding_of("XDOC-05", message, entry.place, "Mend the title or the period.", entry.id)


def _titled(pack: Pack, document: Printed) -> Iterator[Role | Narrative | Plan]:
    """The records of a document that have a title of their own: its plan where it prints texts of it."""
    yield from (record for record in document.records if isinstance(record, Role | Narrative))
    plan = pack.board.plan
    if plan and any(isinstance(record, PlanText) for record in document.records):
        yield plan
