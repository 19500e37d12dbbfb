"""Board words: where in a board's files the words stand that a document prints."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from attrs import evolve, field, frozen

from bscb_docs.diagnostics.location import Place
from bscb_docs.history.record_pairs import PARAGRAPH, called
from bscb_docs.history.typed_words import Typed
from bscb_docs.output.text_files import lines_as_typed
from bscb_docs.records import Board, Prose, Record, field_name, fold
from bscb_docs.records.plain_values import plain
from bscb_docs.records.record import own_fields
from bscb_docs.rules.engine.printed_texts import every_passage

_APART = re.compile(r"^( {0,3})>", re.MULTILINE)
_SET = re.compile(r"\{\{.*?\}\}|\[\^[^\]\s]+\]|\[([^\]]*)\]\(#[^)]*\)|\[([^\]]*)\]\([^)]*\)|[*_\\]+")
_NUMBER = re.compile(r"^(?:(?:\d+\.)+\s+|(?:[^\W\d]+ ){1,2}\d+: )")
"""What contents print before a heading, and what is printed before words that are counted: "Recommendation 2: "."""
_LONG = 12
"""Letters from which words are told apart from words that only happen to stand in others."""
_CARD = 40
"""Lines of a card in which the line of a field is looked for."""


@frozen(eq=False, slots=False)
class BoardWords:
    """Every text and value of a board, found by what is printed of it."""

    board: Board
    _lines: dict[str, list[str]] = field(factory=dict)

    def find(self, printed: str, before: Record | None) -> tuple[Typed | None, bool]:
        """What was typed where that is printed, and whether it is all of it; `before` is the record before it."""
        key = fold(_NUMBER.sub("", printed))
        if found := self._exact.get(key) or self._set(key):
            near = [each for each in found if before is not None and each.record is before]
            return self._on_its_line((near or found)[0]), True
        inside = [each for each in self._texts if len(each.words) >= _LONG and fold(each.words) in key]
        return (self._on_its_line(max(inside, key=lambda each: len(each.words))), False) if inside else (None, False)

    @cached_property
    def _texts(self) -> tuple[Typed, ...]:
        return tuple(self._read())

    def _read(self) -> Iterator[Typed]:
        for record in self.board.records:
            about = called(record, self.board.kinds)
            for passage in (each for each in every_passage([record], {}) if not each.part):
                for match in PARAGRAPH.finditer(_APART.sub(r"\1 ", passage.raw)):
                    raw = passage.raw[match.start() : match.end()]
                    yield Typed(record, about, "", raw, passage.place(match.start()))
            for each in own_fields(type(record)):
                value = getattr(record, each.name)
                if isinstance(value, Prose) or value in (None, "", ()):
                    continue
                for one in value if isinstance(value, tuple) else (value,):
                    yield Typed(record, about, field_name(each), str(plain(one)), record.place)

    @cached_property
    def _exact(self) -> dict[str, list[Typed]]:
        found: dict[str, list[Typed]] = defaultdict(list)
        for each in self._texts:
            found[fold(each.words)].append(each)
        return found

    @cached_property
    def _with_figures(self) -> tuple[tuple[re.Pattern[str], int, Typed], ...]:
        """What matches each text, however its figures and references are set, and how many letters are its own."""
        texts = [each for each in self._texts if not each.part and _SET.search(each.words)]
        own = [[fold(words) for words in _SET.sub(r"\n\1\2\n", each.words).split("\n")] for each in texts]
        return tuple(
            (re.compile(r"\s*.*?\s*".join(map(re.escape, words))), sum(map(len, words)), each)
            for words, each in zip(own, texts, strict=True)
        )

    def _set(self, key: str) -> list[Typed]:
        """The texts with figures that can print that, with most letters of their own; none where these are few."""
        found = [(own, each) for pattern, own, each in self._with_figures if pattern.fullmatch(key)]
        most = max((own for own, _ in found), default=0)
        return [each for own, each in found if own == most] if most >= min(_LONG, len(key)) else []

    def _on_its_line(self, typed: Typed) -> Typed:
        """With the line of its field, where it stands in a card."""
        if not typed.part or not typed.place.line or self.board.folder is None:
            return typed
        if typed.place.file not in self._lines:
            self._lines[typed.place.file] = lines_as_typed(self.board.folder / typed.place.file)
        lines = self._lines[typed.place.file][typed.place.line - 1 : typed.place.line + _CARD]
        wanted = fold(typed.raw)
        at = next((n for n, line in enumerate(lines) if wanted in fold(line)), 0)
        return evolve(typed, place=Place(typed.place.file, typed.place.line + at, 1))
