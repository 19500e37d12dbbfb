"""Rule of numbers across documents: what two documents count alike has one number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.records import Narrative, PlanText
from bscb_docs.rules.engine.context import Pack
from bscb_docs.rules.engine.name_search import stem_of
from bscb_docs.rules.engine.passage import Passage, capital
from bscb_docs.rules.engine.printed_documents import Printed
from bscb_docs.rules.engine.rule import house_rule
from bscb_docs.rules.prose_rules.counts import NO_COUNT, value_of
from bscb_docs.rules.prose_rules.scope import ELSEWHEN, is_of_others, speaks_of_all

_THING = re.compile(r"\s+([a-z]+(?:-[a-z]+)*\s+[a-z]+s)\b")
"""What is counted: an adjective or noun, and a noun in the plural."""
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_Thing = tuple[str, ...]


@frozen(eq=False, repr=False)
class _Count:
    """A number of things, and where a document gives it."""

    number: int
    words: str
    document: Printed
    passage: Passage
    start: int


def numbers_that_differ(pack: Pack) -> Iterator[Finding]:
    """A number of things in the words of one document that those of another give otherwise."""
    counts: dict[_Thing, list[_Count]] = {}
    for document in pack.documents:
        for passage in pack.passages_in(document):
            if isinstance(passage.owner, Narrative | PlanText):
                for thing, count in _counts(passage, document):
                    counts.setdefault(thing, []).append(count)
    for found in counts.values():
        first = found[0]
        for other in found[1:]:
            is_elsewhere = other.passage.owner is not first.passage.owner
            if (
                is_elsewhere
                and _is_same_time(first, other)
                and _numbers(found, first).isdisjoint(_numbers(found, other))
            ):
                yield _told(first, other)
                break


def _is_same_time(one: _Count, other: _Count) -> bool:
    """True where the years of one document are among those of the other, or neither has any."""
    years, others = one.document.entry.years, other.document.entry.years
    return years == others or (
        years is not None and others is not None and (years.covers(others) or others.covers(years))
    )


def _numbers(found: list[_Count], of: _Count) -> set[int]:
    """Every number of the thing that the document of one gives."""
    return {count.number for count in found if count.passage.owner is of.passage.owner}


def _counts(passage: Passage, document: Printed) -> Iterator[tuple[_Thing, _Count]]:
    """Each number of things of which a sentence speaks as all there are, now and here."""
    text = passage.unquoted
    others = [match.span() for match in NO_COUNT.finditer(text)] if passage.numbers else []
    for number in passage.numbers:
        thing = _THING.match(text, number.end())
        if thing is None or any(a < number.end() and number.start() < b for a, b in others):
            continue
        first, last = passage.sentence(number.start())
        sentence, lead, tail = text[first:last], text[first : number.start()], text[thing.end() : last]
        if _YEARS.search(sentence) or ELSEWHEN.search(sentence) or is_of_others(sentence):
            continue
        if speaks_of_all(lead, tail, has_context=False):
            words = " ".join(text[number.start() : thing.end()].split())
            count = _Count(value_of(number[0]), words, document, passage, number.start())
            yield tuple(map(stem_of, thing[1].split())), count


def _told(first: _Count, other: _Count) -> Finding:
    where = f"{capital(other.passage.where)} of {other.document.entry.title}"
    there = f"{first.passage.where} of {first.document.entry.title}"
    message = f'{where} has "{other.words}", and {there} "{first.words}".'
    mend = "If they count the same, mend one; or record the figure once and set it in both."
    return finding_of("XDOC-06", message, other.passage.place(other.start), mend, other.passage.name)


RULES = (house_rule("XDOC-06", numbers_that_differ),)
