"""Record changes: what differs between the records of two boards, each difference once, in a board's own words."""

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import frozen

from bscb_docs.diagnostics.location import NOWHERE, Place
from bscb_docs.diagnostics.phrases import capital
from bscb_docs.history.alignment import aligned, became
from bscb_docs.history.record_pairs import PARAGRAPH, called, naming_fields, pairs
from bscb_docs.prose.typed_lines import bare_words
from bscb_docs.records import Board, Issue, Narrative, Prose, Record, field_name
from bscb_docs.records.plain_values import plain
from bscb_docs.records.record import own_fields, printed_fields
from bscb_docs.rules.engine.printed_texts import every_passage

_NAMED = ("id", "about", "title", "version", "period", "sections")
"""What a new record's name, or the changes of its prose, say of it already."""


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
        else:
            said = f"{what}: {became(self.old, self.new)}."
        return " ".join(filter(None, (said, self.note)))


def record_changes(old: Board, new: Board) -> tuple[Change, ...]:
    """Every difference between the records of two boards, in the order of the new one; what is gone stands last.

    A version that the register of documents lists anew is none: it is what the two are compared for.
    """
    return tuple(_changes(old, new))


def _changes(old: Board, new: Board) -> Iterator[Change]:
    gone: list[Change] = []
    for kind in dict.fromkeys(type(record) for record in (*new.records, *old.records)):
        for before, now in pairs(_own(old, kind), _own(new, kind)):
            if before and now:
                yield from _field_changes(before, now, called(now, new.kinds))
            elif now and kind is not Issue:
                yield Change(called(now, new.kinds), "", "", _first_words(now), now.place, _values(now))
            elif before:
                note = "Nothing says that it ended." if hasattr(before, "became") and not before.became else ""
                gone.append(Change(called(before, new.kinds), "", _first_words(before), "", note=note))
    yield from gone


def _own(board: Board, kind: type[Record]) -> list[Record]:
    return [record for record in board.of(kind) if type(record) is kind]


def _first_words(record: Record) -> str:
    words = next((str(plain(v)) for name in ("title", "text") if (v := getattr(record, name, None))), "")
    return " ".join(words.split())[:200] or type(record).__name__


def _values(record: Record) -> str:
    """What a record says beside its name and its prose, a sentence for each field that it gives."""
    said = (
        (field_name(each), _said(value, record, field_name(each)))
        for each in own_fields(type(record))
        if each.name not in (*_NAMED, *naming_fields(type(record)))
        and not each.metadata.get("above")
        and not isinstance(value := getattr(record, each.name), Prose)
        and (value not in (None, (), each.default) or record.gap(field_name(each)))
    )
    return " ".join(f"{capital(name)}: {value.rstrip('.')}." for name, value in said)


def _field_changes(old: Record, new: Record, about: str) -> Iterator[Change]:
    """The differences of two records that are one: field by field, and paragraph by paragraph where they hold prose."""
    kind: type[Record] = type(new)
    printed = {each.name for each in printed_fields(kind)}
    has_prose = isinstance(new, Narrative)
    for attribute in own_fields(kind):
        part, before, now = field_name(attribute), getattr(old, attribute.name), getattr(new, attribute.name)
        is_prose = isinstance(before or now, Prose) and attribute.name in printed
        if is_prose or (attribute.name == "sections" and has_prose):
            has_prose |= before != now
        elif isinstance(now, tuple):
            yield from _several(before, now, about, part, new.place) if before != now else ()
        elif before != now:
            is_unsaid = attribute.name == "due" and getattr(old, "moved", ()) == getattr(new, "moved", ())
            note = "Nobody says who moved it." if is_unsaid else ""
            yield Change(about, part, _said(before, old, part), _said(now, new, part), new.place, note)
            continue
        was, gap = _unrecorded(old, part), _unrecorded(new, part)
        if was != gap:
            yield Change(about, part, was, gap, new.place)
    if has_prose:
        yield from _prose_changes(list(_prose(old)), list(_prose(new)), about)


def _several(old: tuple[Any, ...], new: tuple[Any, ...], about: str, part: str, place: Place) -> Iterator[Change]:
    """The values of a field that are changed, new or gone."""
    before, now = [str(plain(each)) for each in old], [str(plain(each)) for each in new]
    for was, at in aligned(before, now):
        yield Change(about, part, "" if was is None else before[was], "" if at is None else now[at], place)


def _said(value: Any, record: Record, part: str) -> str:
    """A value as a board types it; why it was not recorded, where the board says so."""
    return str(plain(value)) if value is not None else _unrecorded(record, part) or "nothing"


def _unrecorded(record: Record, part: str) -> str:
    """That a field is not recorded, and why, as a board types it; "" where it does not say so."""
    gap = record.gap(part)
    return ", because ".join(filter(None, ("not recorded", gap.reason))) if gap else ""


@frozen
class _Words:
    """What stands between two empty lines of a record's prose: the number it is printed under, and its place."""

    typed: str
    where: str
    place: Place


def _prose(record: Record) -> Iterator[_Words]:
    for passage in every_passage([record], {}):
        if not passage.part:
            for match in PARAGRAPH.finditer(passage.raw):
                yield _Words(" ".join(match[0].split()), passage.where or "text", passage.place(match.start()))


def _prose_changes(old: Sequence[_Words], new: Sequence[_Words], about: str) -> Iterator[Change]:
    """The paragraphs, points and titles that differ; one whose words only moved is one change."""
    for was, now in aligned([each.typed for each in old], [each.typed for each in new]):
        before, after = None if was is None else old[was], None if now is None else new[now]
        words = tuple(bare_words(each.typed) if each else "" for each in (before, after))
        if before and after and words[0] == words[1] and before.typed != after.typed:
            words = before.typed, after.typed
        where = next(each.where for each in (after, before) if each)
        yield Change(about, where, words[0], words[1], after.place if after else NOWHERE)
