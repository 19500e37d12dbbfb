"""Typed words: where in a board's files the words stand that a document prints."""

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cached_property

from attrs import evolve, field, frozen

from bscb_docs.diagnostics.location import Place
from bscb_docs.history.record_pairs import PARAGRAPH, called
from bscb_docs.output.text_files import lines_as_typed
from bscb_docs.prose import AsideKind, escape
from bscb_docs.prose.typed_lines import POINT, UNPRINTED
from bscb_docs.records import Board, Prose, Record, field_name, fold
from bscb_docs.records.plain_values import plain
from bscb_docs.records.record import own_fields
from bscb_docs.rules.engine.printed_texts import every_passage

_HEADS = "|".join(["Caption", "At a glance", *(kind.value for kind in AsideKind if kind is not AsideKind.EXAMPLE)])
_BEFORE = re.compile(rf"\s*(?:(?:{POINT}|\[\^[^\]\s]+\]:|(?i:{_HEADS}):)\s+)?")
_APART = re.compile(r"^( {0,3})>", re.MULTILINE)
_GAP = re.compile(r"\n {0,3}>[ \t]*|\s+")
"""What stands between two words, at the end of a line of what is set apart too."""
_AFTER = re.compile(rf"\s*(?:{UNPRINTED})?\s*$")
_SET = re.compile(r"\{\{.*?\}\}|\[\^[^\]\s]+\]|\[([^\]]*)\]\(#[^)]*\)|\[([^\]]*)\]\([^)]*\)|[*_\\]+")
_NUMBER = re.compile(r"^(?:(?:\d+\.)+\s+|(?:[^\W\d]+ ){1,2}\d+: )")
"""What contents print before a heading, and what is printed before words that are counted: "Recommendation 2: "."""
_LONG = 12
"""Letters from which words are told apart from words that only happen to stand in others."""
_CARD = 40
"""Lines of a card in which the line of a field is looked for."""


@frozen
class Typed:
    """Words as a board typed them: whose they are, in which field, and where they stand."""

    record: Record
    about: str
    part: str
    raw: str
    place: Place

    @property
    def line(self) -> str:
        """The words without the signs before them and the name behind them, line ends and all."""
        return parted(self.raw)[1]

    @property
    def words(self) -> str:
        """The same on one line: what is printed of it, but for the figures, names and numbers that are set."""
        return " ".join(_GAP.split(self.line))


@frozen(eq=False, slots=False)
class BoardWords:
    """Every text and value of a board, found by what is printed of it."""

    board: Board
    _lines: dict[str, list[str]] = field(factory=dict)

    def find(self, printed: str, before: Record | None) -> tuple[Typed | None, bool]:
        """What was typed where that is printed, and whether it is all of it; `before` is the record before it."""
        key = fold(_NUMBER.sub("", printed))
        if found := self._exact.get(key) or self._with_figures(key):
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
    def _patterns(self) -> tuple[tuple[re.Pattern[str], Typed], ...]:
        return tuple((_pattern(each.words), each) for each in self._texts if not each.part and _SET.search(each.words))

    def _with_figures(self, key: str) -> list[Typed]:
        return [each for pattern, each in self._patterns if pattern.fullmatch(key)]

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


def parted(raw: str) -> tuple[str, str, str]:
    """The signs that stand before words as typed, the words, and the name behind them."""
    before = _BEFORE.match(raw)
    start = before.end() if before else 0
    after = _AFTER.search(raw, start)
    stop = after.start() if after else len(raw)
    return raw[:start], raw[start:stop], raw[stop:]


def _pattern(words: str) -> re.Pattern[str]:
    """What matches the words however their figures, names and references are set."""
    parts: list[str] = []
    at = 0
    for match in _SET.finditer(words):
        parts.append(re.escape(fold(words[at : match.start()])) if words[at : match.start()].strip() else "")
        kept = match[1] or match[2]
        parts.append(re.escape(fold(kept)) + ".*?" if kept else ".*?")
        at = match.end()
    parts.append(re.escape(fold(words[at:])) if words[at:].strip() else "")
    return re.compile(r"\s*".join(filter(None, parts)))


def retyped(typed: Typed, old: str, new: str) -> tuple[str, str] | None:
    """The words as typed, and as they would be typed for what is printed of them to become the new words.

    None where they stand in a field or a table's cell, and where a word that changed is not printed as it was typed:
    it is set from a figure or a name, or marked.
    """
    if typed.part or not typed.place.column or not new or old == new:
        return None
    before, after, raw = old.split(), new.split(), typed.words.split()
    same = SequenceMatcher(None, list(map(fold, before)), list(map(fold, raw)), autojunk=False).get_matching_blocks()
    at = {block.a + n: block.b + n for block in same for n in range(block.size)} | {-1: -1, len(before): len(raw)}
    gaps = ["", *_GAP.findall(typed.line)]
    words = list(zip(gaps, raw, strict=True))
    changes = [
        each for each in SequenceMatcher(None, before, after, autojunk=False).get_opcodes() if each[0] != "equal"
    ]
    for _, a, b, c, d in reversed(changes):
        start, stop = at.get(a - 1), at.get(b)
        if start is None or stop is None or stop - start != b - a + 1:
            return None
        gap = words[start + 1][0] if b > a else " "
        words[start + 1 : stop] = [(gap, escape(" ".join(after[c:d])))] if d > c else []
    return typed.line, "".join(f"{gap or ' '}{word}" for gap, word in words).strip()
