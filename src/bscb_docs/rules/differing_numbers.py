"""Rule of numbers across documents: what two documents count, measure or date alike has one number or date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

from bscb_docs.diagnostics.finding import Finding
from bscb_docs.records import Narrative, PartialDate, PlanText
from bscb_docs.records.names import gathered
from bscb_docs.rules.engine import Findings, Pack, Passage, Printed, at_words, rule, stem_of
from bscb_docs.rules.english.dates import A_DATE, date_of, years_in
from bscb_docs.rules.english.likeness import stems_of
from bscb_docs.rules.english.percents import PerCent, per_cents
from bscb_docs.rules.english.scope import ELSEWHEN, is_of_others, speaks_of_all
from bscb_docs.rules.english.typed_numbers import counts_nothing, numbers_from, value_of

_COUNTED = re.compile(r"\s+([a-z]+(?:-[a-z]+)*\s+[a-z]+s)\b")
"""What is counted: an adjective or noun, and a noun in the plural."""
_SOMEBODYS = re.compile(r"\b[A-Z]\w+\s+[A-Z]\w+\s+(?:has|have|had|held)\s+$")
"""Before a number: it is that of one body, which has its own."""
_SHARED = re.compile(r"\s+of\s+([^.;:,()￼]+)")
"""After a per cent: what it is a share of, and what is said of that."""
_MEASURED = re.compile(
    r"(?:^(?:In\s+the\s+year\s+)?|[,:;]\s+)(?P<what>[^.;:,()￼]+?)\s+(?:was|is|were|are|stood\s+at|came\s+to)\s+(?:at\s+)?$",
    re.IGNORECASE,
)
"""Before a per cent: what has it."""
_ENDS = re.compile(r"\s*(?:[.;:,()￼]|$)")
"""After a per cent of which nothing more is said."""
_NARROWED = re.compile(
    r"\b(?:in|at|among|by|for|during|from|within|across|under|until|before|after|of)\s+(?!(?:the\s+|this\s+)?(?:year|all|total|these)\b)",
    re.IGNORECASE,
)
"""Before a per cent of something: it is that of a place, a time or a part."""
_DATED = re.compile(
    r"(?=[to])(?<!\bof )(?<!\bin )(?<!\bto )(?<!\bby )(?<!\bon )(?<!\bfor )(?<!\bwith )\b(?:the|our|this)\s+"
    r"(?P<what>[\w'’-]+(?:\s+(?!the\b|our\b|this\b)[\w'’-]+){1,6}?)\s+(?:(?:was|were|has\s+been|will\s+be|is\s+to\s+be)\s+)?"
    r"(?P<verb>launched|published|agreed|adopted|approved|opened|closed|completed|revised|took\s+place|began|ended|starts?|"
    rf"started|begins?|ends?|held|carried\s+out)\s+(?:on|in)\s+(?P<date>{A_DATE})\b",
    re.IGNORECASE,
)
_HAPPENED = frozenset({
    *("launched", "published", "agreed", "adopted", "approved", "opened", "closed", "completed", "revised", "place"),
    *("began", "ended", "start", "starts", "started", "begin", "begins", "end", "ends", "held", "out"),
})  # fmt: skip
"""The words that end a verb of them; "on" or "in" follows."""
_AGAIN_AND_AGAIN = frozenset({
    *("annual", "yearly", "quarterly", "monthly", "weekly", "regular", "each", "every", "last", "latest", "next"),
    *("previous", "further", "another", "meeting", "update", "report"),
})  # fmt: skip
"""Words of what has many dates."""
_Thing = tuple[str, ...]
_Value = int | PerCent | PartialDate


@frozen(eq=False, repr=False)
class _Said:
    """A number, per cent or date of something, and where a document gives it."""

    value: _Value
    words: str
    document: Printed
    passage: Passage
    start: int

    def agrees(self, other: _Said) -> bool:
        """True where both may be right: one number, per cents that one number may be rounded to, dates that overlap."""
        if isinstance(self.value, PartialDate) and isinstance(other.value, PartialDate):
            return self.value.meets(other.value)
        if isinstance(self.value, PerCent) and isinstance(other.value, PerCent):
            return self.value.may_be(other.value)
        return self.value == other.value


@rule("XDOC-06")
def values_that_differ(pack: Pack) -> Findings:
    """A number, per cent or date of something in the words of one document that those of another give otherwise."""
    shares = gathered((id(share.passage), share) for share in per_cents(pack))
    said: dict[_Thing, list[_Said]] = {}
    for document in pack.documents:
        for passage in pack.passages_in(document):
            if isinstance(passage.owner, Narrative | PlanText):
                for thing, value, start, words in _values(pack, passage, shares.get(id(passage), [])):
                    said.setdefault(thing, []).append(_Said(value, words, document, passage, start))
    for found in said.values():
        first = found[0]
        own = _of_same_owner(found, first)
        for other in found[1:]:
            if other.passage.owner is first.passage.owner or not _is_same_time(first, other):
                continue
            if not any(one.agrees(each) for one in own for each in _of_same_owner(found, other)):
                yield _told(first, other)
                break


def _is_same_time(one: _Said, other: _Said) -> bool:
    """True where the years of one document are among those of the other, or neither has any."""
    years, others = one.document.entry.years, other.document.entry.years
    return years == others or (
        years is not None and others is not None and (years.holds(others) or others.holds(years))
    )


def _of_same_owner(found: list[_Said], of: _Said) -> list[_Said]:
    """Everything that the text of one says of the thing."""
    return [each for each in found if each.passage.owner is of.passage.owner]


def _values(pack: Pack, passage: Passage, shares: list[PerCent]) -> Iterator[tuple[_Thing, _Value, int, str]]:
    """What a passage says of things in numbers: of each the thing, the value, and the words and their place."""
    text = passage.unquoted
    for thing, value, start, end in (
        *_counts(passage, pack.index.numbered.get(passage, [])),
        *_shares(passage, shares),
        *(_dates(text) if passage in pack.index.dated and _happened(passage.words) else ()),
    ):
        yield thing, value, start, " ".join(text[start:end].split())


def _counts(passage: Passage, words: list[int]) -> Iterator[tuple[_Thing, _Value, int, int]]:
    """Each number of things of which a sentence speaks as all there are, now and here."""
    text = passage.unquoted
    for number in numbers_from(text, [passage.starts[at] for at in words]):
        thing = _COUNTED.match(text, number.end())
        if thing is None:
            continue
        first, last = passage.sentence(number.start())
        lead, tail = text[first : number.start()], text[thing.end() : last]
        is_whole = speaks_of_all(lead, tail, has_context=False) and _SOMEBODYS.search(lead) is None
        if is_whole and not counts_nothing(text, *number.span()) and _is_own_and_now(text[first:last]):
            yield tuple(map(stem_of, thing[1].split())), value_of(number[0]), number.start(), thing.end()


def _is_own_and_now(sentence: str) -> bool:
    """True where the numbers of a sentence are the board's own and of the time of its document."""
    return not (any(years_in(sentence)) or ELSEWHEN.search(sentence) or is_of_others(sentence))


def _shares(passage: Passage, shares: list[PerCent]) -> Iterator[tuple[_Thing, _Value, int, int]]:
    """Each per cent with all that its clause says of it: "of child protection plans were reviewed in time"."""
    text = passage.unquoted
    for share in shares:
        first, last = passage.sentence(share.start)
        lead = text[first : share.start]
        if share.is_rough or not _is_own_and_now(text[first:last]):
            continue
        of, measured = _SHARED.match(text, share.end), _MEASURED.search(lead)
        if of and len(thing := _stems(of[1])) > _PLAIN and not _NARROWED.search(lead):
            yield ("%", *thing), share, share.start, of.end()
        elif measured and len(thing := _stems(measured["what"])) >= _PLAIN and _ENDS.match(text, share.end):
            yield ("has %", *thing), share, first + measured.start("what"), share.end


def _happened(words: list[str]) -> bool:
    """True where such a word stands before such a date."""
    return not _HAPPENED.isdisjoint(words) and any(
        word in _HAPPENED and after in ("on", "in") for word, after in pairwise(words)
    )


def _dates(text: str) -> Iterator[tuple[_Thing, _Value, int, int]]:
    """Each date on which something named happens that happens once."""
    for match in _DATED.finditer(text):
        thing = _stems(match["what"])
        if len(thing) >= _PLAIN and _AGAIN_AND_AGAIN.isdisjoint(thing) and (date := date_of(match["date"])):
            verb = "".join(match["verb"].lower().split())
            yield (verb, *thing), date, match.start("what"), match.end()


_PLAIN = 2
"""Words: with fewer, two sentences may speak of two things."""


def _stems(words: str) -> _Thing:
    """What words say of a thing, whosever it is."""
    return tuple(stem for stem in stems_of(words) if stem not in {"our", "all", "these", "it"})


def _told(first: _Said, other: _Said) -> Finding:
    there = f"{first.passage.where} of {first.document.entry.title}"
    said = f' of {other.document.entry.title} has "{other.words}", and {there} "{first.words}".'
    mend = "If they tell of the same, mend one; or record the figure once and set it in both."
    return at_words("XDOC-06", other.passage, other.start, said, mend)
