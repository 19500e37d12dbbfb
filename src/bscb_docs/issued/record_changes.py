"""Record changes: what differs between the records of two boards, each difference once, in a board's own words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import attrs
from attrs import frozen

from bscb_docs.diagnostics.location import NOWHERE, Place
from bscb_docs.issued.alignment import aligned, is_like
from bscb_docs.records import Board, Issue, Narrative, Prose, Record, field_name, fold
from bscb_docs.records.plain_values import plain
from bscb_docs.records.record import printed_fields
from bscb_docs.rules.engine.passage import Passage
from bscb_docs.rules.engine.printed_texts import every_passage

_NAMING = ("id", "title", "about", "version", "code", "period", "as_at", "date", "measure", "body")
"""What tells two records of a kind apart, as far as it has them."""
_BASE = ("place", "gaps")
_MARKS = re.compile(r"^(?:[-+*]|\d{1,9}[.)]) |\{#[^}]*\}|\{-\}")
"""What a board types before and after the words of a point or paragraph."""


@frozen
class Change:
    """One difference: of which record, of which field or paragraph, what stood there before and what stands there now.

    Nothing stood there before where it is new, and nothing stands there now where it is gone.
    """

    about: str
    """The record as a board calls it: "Action P1-18-2"."""
    part: str
    """The field, as a board types it, or the number of the paragraph; "" where it is the whole record."""
    old: str
    new: str
    place: Place = NOWHERE
    """Where it stands now; nowhere, if it is gone."""
    note: str = ""
    """What a reader should know of it, in a sentence."""

    @property
    def subject(self) -> str:
        """`Action P1-18-2, due`: the record and the field or paragraph."""
        return ", ".join(filter(None, (self.about, self.part)))

    def __str__(self) -> str:
        """The difference in one or two sentences."""
        what = self.subject
        if not self.part:
            said = f"{what} is {'new' if self.new else 'gone'}."
        elif not self.old:
            said = f'{what}: "{self.new}" is new.'
        elif not self.new:
            said = f'{what}: "{self.old}" is gone.'
        elif self.old == self.new:
            said = f'{what}: "{self.old}" stands in another place.'
        else:
            said = f'{what}: from "{self.old}" to "{self.new}".'
        return " ".join(filter(None, (said, self.note)))


def record_changes(old: Board, new: Board) -> tuple[Change, ...]:
    """Every difference between the records of two boards, in the order of the new one; what is gone stands last.

    A version that the register of documents lists anew is none: it is what the two are compared for.
    """
    return tuple(_changes(old, new))


def _changes(old: Board, new: Board) -> Iterator[Change]:
    names = {kind.record: kind.name for kind in new.kinds}
    gone: list[Change] = []
    for kind in dict.fromkeys(type(record) for record in (*new.records, *old.records)):
        word = names.get(kind, kind.__name__)
        for before, now in pairs(_own(old, kind), _own(new, kind)):
            if before and now:
                yield from _field_changes(before, now, called(now, word))
            elif now and kind is not Issue:
                yield Change(called(now, word), "", "", _first_words(now), now.place)
            elif before:
                gone.append(Change(called(before, word), "", _first_words(before), "", note=_ended(before)))
    yield from gone


def _own(board: Board, kind: type[Record]) -> list[Record]:
    return [record for record in board.of(kind) if type(record) is kind]


def called(record: Record, word: str) -> str:
    """A record as a board calls it: its kind, and what names it among others of the kind."""
    named = getattr(record, "id", None) or getattr(record, "about", None) or getattr(record, "title", None)
    own = [word, *(str(plain(each)) for each in (named, *_when(record)) if each is not None)]
    return " ".join(own)


def _when(record: Record) -> Iterator[Any]:
    """What tells one record about a thing from another about the same: its version, its period, else its day."""
    if hasattr(record, "about"):
        found = (getattr(record, name, None) for name in ("version", "code", "period", "as_at"))
        yield next((each for each in found if each), None)


def _first_words(record: Record) -> str:
    words = next((str(plain(v)) for name in ("title", "text") if (v := getattr(record, name, None))), "")
    return " ".join(words.split())[:200] or type(record).__name__


def _ended(record: Record) -> str:
    return "Nothing says that it ended." if hasattr(record, "became") and not record.became else ""


R = TypeVar("R", bound=Record)


def pairs(old: Sequence[R], new: Sequence[R]) -> list[tuple[R | None, R | None]]:
    """Each record beside what became of it: those of one name, then those left over that are alike in their words."""
    waiting: dict[tuple[str, ...], list[R]] = defaultdict(list)
    for record in old:
        waiting[_key(record)].append(record)
    found: list[tuple[R | None, R | None]] = []
    for record in new:
        same = waiting[_key(record)]
        became = next((each for each in same if _same(each, record)), same[0] if same else None)
        if became is not None:
            same.remove(became)
        found.append((became, record))
    left = [record for group in waiting.values() for record in group]
    for at, (before, now) in enumerate(found):
        if before is None and now is not None and not getattr(now, "id", None):
            like = next((each for each in left if is_like(_words(each), _words(now))), None)
            if like is not None:
                left.remove(like)
                found[at] = (like, now)
    return [*found, *((record, None) for record in left)]


def _same(one: Record, other: Record) -> bool:
    return one == other and one.gaps == other.gaps


def _key(record: Record) -> tuple[str, ...]:
    names = ("id",) if getattr(record, "id", None) else _NAMING
    return tuple(fold(str(plain(getattr(record, name, None)) or "")) for name in names)


def _words(record: Record) -> str:
    return " ".join(str(plain(getattr(record, each.name)) or "") for each in attrs.fields(type(record))[2:])


def _field_changes(old: Record, new: Record, about: str) -> Iterator[Change]:
    """The differences of two records that are one: field by field, and paragraph by paragraph where they hold prose."""
    kind: type[Record] = type(new)
    printed = {each.name for each in printed_fields(kind)}
    has_prose = isinstance(new, Narrative)
    for attribute in attrs.fields(kind):
        before, now = getattr(old, attribute.name), getattr(new, attribute.name)
        if attribute.name in _BASE or before == now:
            continue
        if (isinstance(before or now, Prose) and attribute.name in printed) or (
            attribute.name == "sections" and has_prose
        ):
            has_prose = True
        elif isinstance(before, tuple) and isinstance(now, tuple):
            yield from _several(before, now, about, field_name(attribute), new.place)
        else:
            part, note = field_name(attribute), _moved_unsaid(old, new, attribute.name)
            yield Change(about, part, _said(before, old, part), _said(now, new, part), new.place, note)
    for gap in new.gaps:
        was = old.gap(gap.field)
        if was is not None and was.reason != gap.reason:
            yield Change(about, gap.field, _said(None, old, gap.field), _said(None, new, gap.field), new.place)
    if has_prose:
        yield from prose_changes(_prose(old), _prose(new), about)


def _moved_unsaid(old: Record, new: Record, name: str) -> str:
    moved = name == "due" and getattr(old, "moved", ()) == getattr(new, "moved", ())
    return "Nobody says who moved it." if moved else ""


def _several(old: tuple[Any, ...], new: tuple[Any, ...], about: str, part: str, place: Place) -> Iterator[Change]:
    """The values of a field that are changed, new or gone."""
    before, now = [str(plain(each)) for each in old], [str(plain(each)) for each in new]
    for was, at in aligned(before, now):
        yield Change(about, part, "" if was is None else before[was], "" if at is None else now[at], place)


def _said(value: Any, record: Record, part: str) -> str:
    """A value as a board types it; why it was not recorded, where the board says so."""
    if value is not None:
        return str(plain(value))
    gap = record.gap(part)
    return "nothing" if gap is None else ", because ".join(filter(None, ("not recorded", gap.reason)))


def _prose(record: Record) -> list[Passage]:
    return [passage for passage in every_passage([record], {}) if not passage.part and passage.raw.strip()]


def prose_changes(old: Sequence[Passage], new: Sequence[Passage], about: str) -> Iterator[Change]:
    """The paragraphs, points and titles that differ; one whose words only moved is one change."""
    before, now = ([" ".join(each.raw.split()) for each in side] for side in (old, new))
    for was, at in aligned(before, now):
        one = old[was] if at is None else new[at]  # type: ignore[index]  # one of the two is there
        words = ("" if was is None else before[was]), ("" if at is None else now[at])
        shown = tuple(_MARKS.sub("", each).strip() for each in words)
        old_words, new_words = words if shown[0] == shown[1] and words[0] != words[1] else shown
        yield Change(about, one.where or "text", old_words, new_words, NOWHERE if at is None else one.place())
