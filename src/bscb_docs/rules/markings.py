"""Rules of markings: nothing printed below its marking, no small count about case reviews in public."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.records import Marking, RegisterEntry, Review
from bscb_docs.rules.engine.context import Pack
from bscb_docs.rules.engine.passage import Passage, capital
from bscb_docs.rules.engine.printed_documents import Printed
from bscb_docs.rules.engine.rule import house_rule
from bscb_docs.rules.prose_rules.counts import value_of

_LEVELS = list(Marking)
_REVIEWS = re.compile(
    r"\b(?:case|practice|rapid|lessons)\s+reviews?\b|\bchild\s+deaths?\b|\bLCSPRs?\b|\bSCRs?\b|\breviews?\s+published\b|"
    r"\bpublished\s+\S+\s+reviews?\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s+(?P<what>of\s+(?:them|these|those|the\s+(?:children|cases|deaths|reviews|families|babies))|"
    r"(?:(?:very\s+|vulnerable\s+|young\s+|small\s+|teenage\s+|looked-after\s+|\w+-old\s+)*"
    r"(?:children|babies|infants|siblings|teenagers|boys|girls|families|deaths|young\s+people)))\b",
    re.IGNORECASE,
)
_SMALL = 5


def marked_above(pack: Pack) -> Iterator[Finding]:
    """A document bound into one of a lower marking; a record of a plugin's kind printed below its own."""
    for document in pack.documents:
        own = _LEVELS.index(document.entry.marking)
        for name in document.entry.appendices:
            entry = pack.board.find(RegisterEntry, name)
            if entry and _LEVELS.index(entry.marking) > own:
                message = (
                    f"{entry.title} is marked {entry.marking.value} and is bound into {document.entry.title}, "
                    f"which is marked {document.entry.marking.value}."
                )
                mend = "Raise the marking of the document, or leave the appendix out."
                yield finding_of("PUB-01", message, document.entry.place, mend, entry.id)
        yield from _records_above(pack, document, own)


def _records_above(pack: Pack, document: Printed, own: int) -> Iterator[Finding]:
    """Each record that a document prints, or may print, below the record's own marking."""
    title, silent = document.entry.title, document.undeclared
    for record in pack.board.records if silent else document.records:
        marking = getattr(record, "marking", None)
        if isinstance(record, RegisterEntry) or not isinstance(marking, Marking) or _LEVELS.index(marking) <= own:
            continue
        message = f"{capital(pack.numbers[id(record)])} is marked {marking.value}, above {title}"
        mend = "Raise the marking of the document, or leave the record out."
        if id(record) not in document.holds:
            message += f", whose section {silent[0]} does not say which records it prints"
            mend = "Raise the marking of the document, or ask the plugin's author to say what the section prints."
        yield finding_of("PUB-01", f"{message}.", record.place, mend, document.entry.id)


def small_counts(pack: Pack) -> Iterator[Finding]:
    """A count below five of children, families or deaths in a paragraph on case reviews, where the public reads it."""
    for passage in _on_reviews(pack):
        documents = pack.may_stand_in(passage.owner)
        is_public = any(d.entry.marking is not Marking.OFFICIAL_SENSITIVE for d in documents)
        if not is_public and not (isinstance(passage.owner, Review) and not passage.part):
            continue
        for typed in passage.numbers:
            number, counted = value_of(typed[0]), _COUNTED.match(passage.unquoted, typed.end())
            is_one = number == 1 and counted and not counted["what"].lower().startswith("of ")
            if counted and 0 < number < _SMALL and not is_one:
                words = " ".join(passage.unquoted[typed.start() : counted.end()].split())
                message = f'{capital(passage.where)}: "{words}" is a count below five about case reviews.'
                mend = "Say it without the number (some, a few), or accept it: could anyone be known by it?"
                yield finding_of("PUB-02", message, passage.place(typed.start()), mend, passage.name)


def _on_reviews(pack: Pack) -> Iterator[Passage]:
    """The passages of case reviews, and those of other records that speak of them."""
    for review in pack.board.of(Review):
        yield from pack.passages_of(review)
    for passage in pack.passages:
        if not isinstance(passage.owner, Review) and _REVIEWS.search(passage.text):
            yield passage


RULES = (
    house_rule("PUB-01", marked_above),
    house_rule("PUB-02", small_counts),
)
