"""Printed texts: every passage of prose that a board's records hold, in the order of the records."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bscb_docs.diagnostics.compared_values import kept_by_class
from bscb_docs.diagnostics.location import Place
from bscb_docs.languages.language_tags import HOUSE_LANGUAGE, language_of
from bscb_docs.prose import Aside, Block, Blocks, Item, ItemList, Paragraph, blocks_in, notes_of, parse, plain
from bscb_docs.records import Asked, Commitment, Narrative, NextStep, Prose, Record, field_name
from bscb_docs.records.field_types import hints_of, values_of
from bscb_docs.records.record import printed_fields
from bscb_docs.rules.engine.passage import Passage, words_only

_WORDS = str | Commitment | Asked | NextStep
"""The classes of values that print as words, besides texts."""


def every_passage(board_records: Iterable[Record], numbers: Mapping[int, str]) -> Iterator[Passage]:
    """The passages of those records; `numbers` gives what each is called on paper, by its identity."""
    for record in board_records:
        where = numbers.get(id(record), "")
        for attribute, field in _fields_of_words(type(record)):
            value = getattr(record, attribute)
            if not value or (isinstance(value, Prose) and _is_foreign(value)):
                continue
            if isinstance(value, Prose):
                leaves = [(line, where) for line, _ in _leaves(parse(value))]
                yield from _split(value, leaves, record, "" if attribute == "text" else field)
            else:
                yield from _words(record, field, value, where)
        if isinstance(record, Narrative):
            yield from _narrative(record)


@kept_by_class
def _fields_of_words(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """The printed fields of a class that may hold words, each with its name in a board's files."""
    hints = hints_of(kind)
    return tuple((each.name, field_name(each)) for each in printed_fields(kind) if _may_be_words(hints[each.name]))


def _may_be_words(hint: Any) -> bool:
    return any(not isinstance(each, type) or issubclass(each, Prose | _WORDS) for each in values_of(hint))


def _is_foreign(text: Prose) -> bool:
    """True of a text that says it is in another language than English, which no rule can read."""
    return bool(text.language) and language_of(text.language) != language_of(HOUSE_LANGUAGE)


def _words(record: Record, part: str, value: object, where: str) -> Iterator[Passage]:
    """The passages of a field that is no text: each of its values, where they are words."""
    for each in value if isinstance(value, tuple) else (value,):
        if words := str(each) if isinstance(each, _WORDS) else "":
            place = getattr(each, "place", None) or record.place
            yield Passage(words_only(words), record, where, place, is_exact=False, raw=words, part=part)


def texts_of(record: Record) -> tuple[Prose, ...]:
    """The texts of a record; of a narrative, those of its sections."""
    if isinstance(record, Narrative):
        return tuple(section.text for section in record.sections)
    text = getattr(record, "text", None)
    return (text,) if isinstance(text, Prose) else ()


def blocks_of(record: Record, sign: str) -> Iterator[tuple[Prose, Block | Item]]:
    """Every block of those texts of a record that hold a sign of such, each with its text."""
    for text in texts_of(record):
        for block in blocks_in(parse(text)) if sign in text.text else ():
            yield text, block


def words_of_point(point: Item | Paragraph) -> str:
    """The words of a point in one line, without the sign that ends it."""
    return " ".join(plain(point.blocks if isinstance(point, Item) else (point,)).split()).rstrip(".;,")


def _narrative(narrative: Narrative) -> Iterator[Passage]:
    for number, section in enumerate(narrative.sections, 1):
        if section.title:
            yield from _split(section.title, [(0, f"the title of section {number}")], narrative)
        if section.text:
            yield from _split(section.text, list(_numbered(parse(section.text), number)), narrative)


def _numbered(blocks: Blocks, section: int) -> Iterator[tuple[int, str]]:
    """The line of each leaf of a numbered text, and the number of the paragraph it stands under."""
    second = third = 0
    for block in blocks:
        if isinstance(block, Paragraph) and block.numbered:
            second, third = second + 1, 0
            yield block.line, f"paragraph {section}.{second}"
            yield from ((note.line, f"a note to paragraph {section}.{second}") for note in notes_of(block))
        elif isinstance(block, ItemList) and block.ordered:
            for at, item in enumerate(block.items, third + 1):
                for line, _ in _leaves(item.blocks):
                    yield line, f"paragraph {section}.{second}.{at}"
            third += len(block.items)
        else:
            under = f"paragraph {section}.{second}" if second else f"section {section}"
            for line, _ in _leaves((block,)):
                yield line, f"the words after {under}" if isinstance(block, Paragraph) else under


def _leaves(blocks: Iterable[Block]) -> Iterator[tuple[int, Block | Item]]:
    """The blocks that hold words of their own, notes too, each with its first line."""
    for block in blocks:
        if isinstance(block, ItemList):
            for item in block.items:
                yield from _leaves(item.blocks)
        elif isinstance(block, Aside):
            yield from _leaves((block.heading, *block.blocks))
        else:
            yield block.line, block
            yield from ((note.line, note) for note in (notes_of(block) if isinstance(block, Paragraph) else ()))


def _split(prose: Prose, leaves: list[tuple[int, str]], owner: Record, part: str = "") -> Iterator[Passage]:
    lines = prose.text.split("\n")
    leaves = list(dict(sorted(leaves)).items())  # a note may stand anywhere, and be referred to twice
    for at, (line, where) in enumerate(leaves):
        end = leaves[at + 1][0] if at + 1 < len(leaves) else len(lines)
        if end > line or at + 1 == len(leaves):
            yield _passage(prose, lines[line:end], line, owner, (where, part))


def _passage(prose: Prose, lines: list[str], line: int, owner: Record, called: tuple[str, str]) -> Passage:
    breaks, at = [], 0
    for typed in lines[:-1]:
        at += len(typed) + 1
        breaks.append(at)
    raw = "\n".join(lines)
    start: Place = prose.place.down(line, prose.place.column if line == 0 else 1)
    where, part = called
    return Passage(words_only(raw), owner, where, start, tuple(breaks), raw=raw, part=part)
