"""Rules across the pack: one title of a priority, one list of what is listed twice, no document older than its news."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from bscb_docs.findings import Finding, Severity
from bscb_docs.prose import Item, ItemList, blocks_in, parse, plain
from bscb_docs.records import (
    MONTHS,
    Foreword,
    Narrative,
    PartialDate,
    Plan,
    Principle,
    Priority,
    Prose,
    Record,
    RecordedFigure,
    Term,
    Update,
)
from bscb_docs.rules.gathering import texts_of
from bscb_docs.rules.material import Pack
from bscb_docs.rules.names import key_of, variants
from bscb_docs.rules.passages import TOKEN, Passage, capital, name_of, squeeze
from bscb_docs.rules.rule import Rule

_PRIORITY = re.compile(r"\bPriority (?P<number>\d+)(?::| -| –| \()\s*(?P<title>[A-Z][^.;:(){}￼]*)")
_LISTED = re.compile(
    r"(?P<items>(?:[A-Za-z][\w'’ -]{2,40},\s+){2,}[A-Za-z][\w'’ -]{2,40},?\s+and\s+[A-Za-z][\w'’-]*(?: [\w'’-]+){0,3})"
)
_LEADING = re.compile(r"^(?:(?:of|for|to|in|with|by|the|a|an|our|its|their|both)\s+)+", re.IGNORECASE)
_LEAST = 4
"""Items: shorter lists are alike by chance."""
_SHARED = 0.6
_PAST = (
    r"\b(?:was|were|took place|met|held|launched|published|completed|agreed|heard|received|visited|began|opened|"
    r"reported)\b[^.;:]{0,50}?\b(?:on|in|of)\s+"
)
_WHEN = rf"(?P<date>(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{'|'.join(MONTHS)})\s+(?:19|20)\d\d)\b"
_REPORTED = re.compile(_PAST + _WHEN)
_AHEAD = re.compile(
    r"\b(?:will|shall|would|to be|due|expect\w*|plan\w*|next|until|before|hop\w*|scheduled|intend\w*|propos\w*|"
    r"follow\w*|is to|are to|be)\b",
    re.IGNORECASE,
)


def priorities_renamed(pack: Pack) -> Iterator[Finding]:
    """A priority called other than its title: with a word changed, or by other words after its number."""
    never = {key_of(form) for term in pack.board.of(Term) for form in term.never}
    told = set()
    for key, priority in {key_of(priority.title): priority for priority in pack.board.priorities}.items():
        for variant in variants(pack, key):
            spot = variant.spot
            capitals = sum(word[:1].isupper() for word in re.split(r"[\s-]+", spot.text))
            is_own = spot.passage.owner is priority or spot.keys in never
            if is_own or capitals < 2 or not spot.text[:1].isupper():  # a name bears capitals
                continue
            told.add((spot.number, spot.first))
            yield _renamed(spot.passage, spot.start, spot.text, priority)
    for number, passage in enumerate(pack.passages):
        for match in _PRIORITY.finditer(passage.text):
            at = int(match["number"]) - 1
            if not 0 <= at < len(pack.board.priorities):
                continue
            priority = pack.board.priorities[at]
            typed, right = (
                key_of(match["title"]),
                (key_of(priority.title), key_of(priority.short_title or priority.title)),
            )
            first = next((i for i, word in enumerate(passage.words) if word.start >= match.start("title")), 0)
            is_told = any(place in told for place in ((number, first), (number, first + 1)))
            if typed and not is_told and typed not in never and not any(typed[: len(r)] == r for r in right):
                yield _renamed(passage, match.start("title"), squeeze(match["title"]), priority)


def _renamed(passage: Passage, start: int, typed: str, priority: Priority) -> Finding:
    message = f'{capital(passage.where)} calls a priority "{typed}"; its title is "{priority.title}".'
    mend = f"Set {{{{ {priority.id}.title }}}} in its place."
    return Finding("XDOC-01", Severity.CHECK, message, passage.place(start), mend, passage.name)


@frozen(eq=False)
class _Listing:
    """A list of short items: their words, whose it is and where it stands."""

    items: tuple[str, ...]
    passage: Passage
    start: int
    lead: str = ""
    """The words before a list of points."""
    in_sentence: bool = False

    def is_led_by(self, word: str) -> bool:
        """True where the words before the list, or its sentence, name what it lists."""
        return word in f"{self.lead} {self.passage.text[: self.start + 40]}".lower()

    @cached_property
    def by_key(self) -> dict[tuple[str, ...], str]:
        """The items by their words in lower case."""
        return {key_of(item): item for item in self.items}

    @property
    def keys(self) -> frozenset[tuple[str, ...]]:
        """The items in lower case."""
        return frozenset(self.by_key)


def lists_that_differ(pack: Pack) -> Iterator[Finding]:
    """The principles, or a list of values, given in two places with other items."""
    principles = {key_of(principle.title): principle.title for principle in pack.board.of(Principle)}
    listings = list(_listings(pack))
    for listing in listings:
        shared = listing.keys & principles.keys()
        alike = len(shared) / len(listing.keys | principles.keys()) if shared else 0
        is_meant = alike >= _SHARED or (listing.is_led_by("principles") and alike >= _SHARED / 2)
        difference = _difference(set(principles), set(listing.keys), principles, listing.by_key)
        if len(shared) > 1 and is_meant and difference:
                message = (
                    f"{capital(listing.passage.where)} lists the principles otherwise than their cards: {difference}."
                )
                mend = "Give the same items in both places."
                place = listing.passage.place(listing.start)
                yield Finding("XDOC-02", Severity.CHECK, message, place, mend, listing.passage.name)
    yield from _values([each for each in listings if not each.keys & principles.keys()])


def _difference(
    wanted: set[tuple[str, ...]],
    given: set[tuple[str, ...]],
    names: dict[tuple[str, ...], str],
    typed: dict[tuple[str, ...], str],
) -> str:
    parts = [f'"{names[key]}" is missing' for key in names if key in wanted - given]
    parts += [f'"{typed[key]}" is added' for key in typed if key in given - wanted]
    return ", ".join(parts)


def _values(listings: list[_Listing]) -> Iterator[Finding]:
    """Lists that share most of their items and not all; only lists with an item in common are compared."""
    seen: dict[tuple[str, ...], list[int]] = {}
    for at, listing in enumerate(listings):
        others = {other for key in listing.keys for other in seen.get(key, ())}
        for other in sorted(others):
            if difference := _drift(listings[other], listing):
                where, first = listing.passage, listings[other].passage
                message = f"{capital(where.where)} gives the list of {first.where} otherwise: {difference}."
                mend = "Give the same items in both places."
                yield Finding("XDOC-02", Severity.CHECK, message, where.place(listing.start), mend, where.name)
                break
        for key in listing.keys:
            seen[key] = [*seen.get(key, ())[-3:], at]  # a phrase that stands in many lists is no sign of one


def _drift(first: _Listing, second: _Listing) -> str:
    """What two lists of one thing do not share; "" where they are the same, or two things."""
    if first.passage.owner is second.passage.owner:
        return ""
    shared = first.keys & second.keys
    one, other = _trimmed(first, shared), _trimmed(second, shared)
    alike = len(shared) / len({*one, *other})
    if min(len(one), len(other)) < _LEAST or not _SHARED <= alike < 1:
        return ""
    return _difference(set(one), set(other), one, other)


def _trimmed(listing: _Listing, shared: frozenset[tuple[str, ...]]) -> dict[tuple[str, ...], str]:
    """The items from the first shared one on: a row of items in a sentence begins where nobody can tell."""
    keys = [key_of(item) for item in listing.items]
    first = next((at for at, key in enumerate(keys) if key in shared), 0) if listing.in_sentence else 0
    return dict(zip(keys[first:], listing.items[first:], strict=True))


def _listings(pack: Pack) -> Iterator[_Listing]:
    """Every list of points in short words, and every row of items within a sentence."""
    for record in pack.board.records:
        for text in texts_of(record):
            for block in blocks_in(parse(text)) if "- " in text.text else ():
                if isinstance(block, ItemList):
                    yield from _list(pack, record, text, block)
    for passage in pack.passages:
        if passage.text.count(",") > 1:
            for match in _LISTED.finditer(passage.text):
                yield _Listing(_items(match["items"]), passage, match.start(), in_sentence=True)


def _list(pack: Pack, record: Record, text: Prose, block: ItemList) -> Iterator[_Listing]:
    items = tuple(_words(item) for item in block.items)
    line = text.place.down(block.items[0].line).line
    own = pack.passages_of(record)
    at = next((at for at, each in enumerate(own) if each.is_exact and each.start.line == line), None)
    if at is not None and all(len(item.split()) <= 6 for item in items):  # longer points are sentences
        yield _Listing(items, own[at], 0, own[at - 1].text if at else "")


def _words(item: Item) -> str:
    return " ".join(plain(item.blocks).split()).rstrip(".;,")


def _items(row: str) -> tuple[str, ...]:
    """The items of a row, without the small words before each."""
    parts = [" ".join(part.split()) for piece in row.split(",") for part in re.split(r"\band\b", piece)]
    return tuple(_LEADING.sub("", part) for part in parts if part)


def documents_before_their_news(pack: Pack) -> Iterator[Finding]:
    """A document dated before an update, a figure, a signature, a revision or an event that it reports."""
    for document in pack.documents:
        at, title = document.as_at, document.entry.title
        if at is None:
            continue
        for record in document.records:
            dated = record.as_at if isinstance(record, Update) else None
            if isinstance(record, Foreword | Narrative):
                dated = record.signed_on
            if dated and at.surely_before(dated):
                what = pack.numbers[id(record)] + (" was signed on" if not isinstance(record, Update) else " is as at")
                message = f"{title} is dated {at}, and {what} {dated}."
                yield _too_early(message, record, pack)
        for passage in pack.passages_in(document):
            yield from _news(pack, passage, at, title)
        plan = pack.board.plan
        if plan and title == plan.title:
            for revision in plan.revisions:
                if revision.on and at.surely_before(revision.on):
                    message = f'{title} is dated {at}, and its revision "{revision.label}" {revision.on}.'
                    yield _too_early(message, plan, pack)


def _too_early(message: str, record: Update | Foreword | Narrative | Plan | Record, pack: Pack) -> Finding:
    mend = "Mend one of the two dates."
    return Finding("XDOC-03", Severity.CHECK, message, record.place, mend, name_of(record))


def _news(pack: Pack, passage: Passage, at: PartialDate, title: str) -> Iterator[Finding]:
    for match in TOKEN.finditer(passage.raw):
        figure = pack.board.find(RecordedFigure, match[1].split(".")[0])
        if figure and figure.as_at and at.surely_before(figure.as_at):
            message = f"{title} is dated {at}, and {passage.where} sets the figure {figure.id}, as at {figure.as_at}."
            mend = "Mend one of the two dates."
            yield Finding("XDOC-03", Severity.CHECK, message, passage.place(match.start()), mend, passage.name)
    for match in _REPORTED.finditer(passage.unquoted):
        first, last = passage.sentence(match.start())
        try:
            date = PartialDate.from_text(match["date"])
        except ValueError:
            continue
        if at.surely_before(date) and not _AHEAD.search(passage.unquoted[first:last]):
            message = f"{title} is dated {at}, and {passage.where} tells of {date} as past."
            mend = "Mend one of the two dates, or tell it as still to come."
            yield Finding("XDOC-03", Severity.CHECK, message, passage.place(match.start("date")), mend, passage.name)


RULES = (
    Rule("XDOC-01", Severity.CHECK, "A priority bears one title across the pack.", priorities_renamed),
    Rule("XDOC-02", Severity.CHECK, "A list given in two places has the same items.", lists_that_differ),
    Rule("XDOC-03", Severity.CHECK, "No document is dated before what it reports.", documents_before_their_news),
)
