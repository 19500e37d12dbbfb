"""Page words: every text that a page holds, and which record they are words of that its section does not tell of."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve, fields, fields_dict, has

from bscb_docs import records
from bscb_docs.diagnostics.compared_values import kept_by_class
from bscb_docs.diagnostics.location import Place
from bscb_docs.plugin_api.failure_messages import FAILURES
from bscb_docs.records import Board, Marking, Record, Ref, RegisterEntry, fold
from bscb_docs.records.record import printed_fields

_LEVELS = list(Marking)
_LEAST = 3
"""Letters of a text that are told from others by their words: "3" or "A" stands anywhere."""


def words_in(value: Any) -> Iterator[str]:
    """Every text that a value holds, however deep, without places and pictures; what gives things once is left."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Collection) and not isinstance(value, bytes):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from words_in(each)
    elif has(type(value)) and not isinstance(value, Place):
        for field in fields(type(value)):
            yield from words_in(getattr(value, field.name))


def unpromised(
    make_page: Callable[[Board], object],
    page: object,
    board: Board,
    marking: Marking,
    promised: Callable[[], Iterable[Record]],
) -> Record | None:
    """The record, marked highest, that may not be printed everywhere, and that a page holds words of without promise.

    The page is made once more of the board without what was not promised. Words of such a record that then are gone
    came from it: those that another record has too still stand there, and a count is no words of any.
    """
    at_stake = {id(record): record for record in _that_may_be_marked(board, marking)}
    for record in promised() if at_stake else ():
        at_stake.pop(id(record), None)
    words = Counter(map(fold, words_in(page))) if at_stake else Counter()
    if not any(_is_held(record, words) for record in at_stake.values()):
        return None
    try:
        made = make_page(evolve(board, records=tuple(each for each in board.records if id(each) not in at_stake)))
    except FAILURES:  # it asked for one of them by name
        made = None
    gone = words - Counter(map(fold, words_in(made)))
    return max((record for record in at_stake.values() if _is_held(record, gone)), key=_level, default=None)


def _that_may_be_marked(board: Board, marking: Marking) -> Iterator[Record]:
    """The records of plugins' own kinds that have a field for a marking, and any that is marked above a document."""
    for kind in (each.record for each in board.kinds if _has_marking(each.record)):
        is_own = not any(issubclass(kind, each.record) for each in records.KINDS)
        yield from (record for record in board.of(kind) if is_own or _level(record) > _LEVELS.index(marking))


@kept_by_class
def _has_marking(kind: type[Record]) -> bool:
    return "marking" in fields_dict(kind) and not issubclass(kind, RegisterEntry)


def _level(record: Record) -> int:
    own = getattr(record, "marking", None)
    return _LEVELS.index(own) if isinstance(own, Marking) else 0


def _is_held(record: Record, words: Iterable[str]) -> bool:
    """True where one of the texts, each folded, has a line of the record's own words, whole."""
    all_words = "\n".join(words)
    return any(re.search(rf"(?<!\w){re.escape(line)}(?!\w)", all_words) for line in _lines_of(record))


def _lines_of(record: Record) -> Iterator[str]:
    """The lines of a record's texts, folded; the names of others that it gives are none of its own."""
    values = (getattr(record, each.name) for each in printed_fields(type(record)))
    several = (value if isinstance(value, tuple) else (value,) for value in values)
    for text in words_in([each for value in several for each in value if not isinstance(each, Ref)]):
        yield from (fold(line) for line in text.splitlines() if sum(map(str.isalpha, line)) >= _LEAST)
