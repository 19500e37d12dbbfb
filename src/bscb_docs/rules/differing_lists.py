"""Rule of lists: what is listed in two places of a pack, as points or in a row within a sentence, is one list."""

import re
from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from bscb_docs.prose import ItemList
from bscb_docs.records import Principle, Prose, Record
from bscb_docs.rules.engine import Findings, Pack, Passage, at_words, blocks_of, key_of, rule, words_of_point
from bscb_docs.rules.english.led_lists import leads_to_list, led_lists

_ROW = re.compile(
    r",\s+(?:[A-Za-z][\w' -]{2,40}+,\s+)+[A-Za-z][\w' -]{2,40},?\s+and\s+[A-Za-z][\w'-]*(?: [\w'-]+){0,3}"
)
"""A row of items within a sentence, from its first comma on."""
_FIRST_ITEM = re.compile(r"[A-Za-z][\w' -]{2,40}$")
_LEADING = re.compile(r"^(?:(?:of|for|to|in|with|by|the|a|an|our|its|their|both)\s+)+", re.IGNORECASE)
_LED = re.compile(r"^.*\b(?:principles|priorities|values|aims)(?:\s+(?:of|are|were)|:)\s+", re.IGNORECASE)
"""Before the first item: what the row lists."""
_AND = re.compile(r"\band\b")
_LEAST = 4
"""Items: shorter lists are alike by chance."""
_PAIR = 2
_SHARED = 0.6
_MEND = "Give the same items in both places."


@frozen(eq=False, repr=False, slots=False)
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

    @cached_property
    def keys(self) -> frozenset[tuple[str, ...]]:
        """The items in lower case."""
        return frozenset(self.by_key)


@rule("XDOC-02")
def lists_that_differ(pack: Pack) -> Findings:
    """The principles or priorities, or a list of values, given in two places with other items."""
    for passage, start, what, wrong in led_lists(pack):
        yield at_words("XDOC-02", passage, start, f" lists the {what} otherwise than the plan: {wrong}.", _MEND)
    principles = {key_of(principle.title): principle.title for principle in pack.board.of(Principle)}
    listings = list(_listings(pack))
    for listing in listings:
        shared = listing.keys & principles.keys()
        if len(shared) < _PAIR or (listing.in_sentence and leads_to_list(listing.passage)):
            continue
        alike = len(shared) / len(listing.keys | principles.keys())
        is_meant = alike >= _SHARED or (listing.is_led_by("principles") and alike >= _SHARED / 2)
        difference = _difference(set(principles), set(listing.keys), principles, listing.by_key)
        if is_meant and difference:
            said = f" lists the principles otherwise than the plan: {difference}."
            yield at_words("XDOC-02", listing.passage, listing.start, said, _MEND)
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


def _values(listings: list[_Listing]) -> Findings:
    """Lists that share most of their items and not all; only lists with an item in common are compared."""
    seen: dict[tuple[str, ...], list[int]] = {}
    for at, listing in enumerate(listings):
        others = {other for key in listing.keys for other in seen.get(key, ())}
        for other in sorted(others):
            if difference := _drift(listings[other], listing):
                said = f" gives the list of {listings[other].passage.where} otherwise: {difference}."
                yield at_words("XDOC-02", listing.passage, listing.start, said, _MEND)
                break
        for key in listing.keys:
            seen[key] = [*seen.get(key, ())[-3:], at]  # a phrase that stands in many lists is no sign of one


def _drift(first: _Listing, second: _Listing) -> str:
    """What two lists of one thing do not share; "" where they are the same, or two things."""
    shared = first.keys & second.keys
    if first.passage.owner is second.passage.owner or len(shared) < _SHARED * _LEAST:
        return ""
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
        for text, block in blocks_of(record, "- "):
            if isinstance(block, ItemList):
                yield from _list(pack, record, text, block)
    for passage in pack.passages:
        row = passage.text.replace("’", "'")
        if ";" in row and _LED.search(row):  # else it parts clauses, and no items
            row = row.replace(";", ",")
        if row.count(",") > 1:
            for start, end in _rows(row):
                yield _Listing(_items(row[start:end]), passage, start, in_sentence=True)


def _rows(text: str) -> Iterator[tuple[int, int]]:
    """Where each row of three or more items begins and ends; its first has no more characters than any other."""
    comma = end = 0
    while rest := _ROW.search(text, comma):
        comma = rest.start() + 1
        if first := _FIRST_ITEM.search(text, max(end, rest.start() - 41), rest.start()):
            comma = end = rest.end()
            yield first.start(), end


def _list(pack: Pack, record: Record, text: Prose, block: ItemList) -> Iterator[_Listing]:
    items = tuple(words_of_point(item) for item in block.items)
    line = text.place.down(block.items[0].line).line
    own = pack.passages_of(record)
    at = next((at for at, each in enumerate(own) if each.is_exact and each.start.line == line), None)
    if at is not None and all(len(item.split()) <= 6 for item in items):  # longer points are sentences
        yield _Listing(items, own[at], 0, own[at - 1].text if at else "")


def _items(row: str) -> tuple[str, ...]:
    """The items of a row, without the small words before each."""
    parts = [" ".join(part.split()) for piece in _LED.sub("", row).split(",") for part in _AND.split(piece)]
    return tuple(_LEADING.sub("", part) for part in parts if part)
