"""One field's words as the value that its type asks for, or the reason why they are none."""

import re
from collections.abc import Callable
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any

import attrs

from bscb_docs.diagnostics.errors import PluginError
from bscb_docs.reading.value_readers import Refused, read_date, read_number, read_word, read_years, refused
from bscb_docs.reading.words_in_place import Value
from bscb_docs.records import ByName, PartialDate, Prose, Rating, Record, Ref, YearSpan, field_name
from bscb_docs.records.field_types import classes_in, hints_of, is_ref, without_none

Read = Callable[[Value], Any]


def reader_of(hint: Any) -> Read:
    """What reads a value of that type; the reader raises Refused. PluginError for a type that no words can give."""
    kind = without_none(hint)
    if known := _READERS.get(kind):
        return known
    if is_ref(kind):
        return _reference(kind)
    if isinstance(kind, type):
        if issubclass(kind, Enum):
            return partial(read_word, kind=kind)
        if hasattr(kind, "from_text"):
            return _from_text(kind)
        if attrs.has(kind) and not issubclass(kind, Record):
            return _parts(kind)
    name = getattr(kind, "__qualname__", kind)
    raise PluginError(
        f"no words of a board can give a {name}. Use str, int, PartialDate, a class with from_text, "
        "an Enum, a Ref, Prose, a tuple of these, or an attrs class of them."
    )


_READERS: dict[Any, Read] = {
    str: lambda value: value.text,
    int: read_number,
    Prose: lambda value: Prose(value.text, value.place),
    PartialDate: read_date,
    YearSpan: read_years,
}


def parts_after(hint: Any) -> tuple[str, ...]:
    """The words that begin the parts of a value after its first; none where it has no parts."""
    kind = without_none(hint)
    has_parts = isinstance(kind, type) and attrs.has(kind) and kind not in _READERS and not hasattr(kind, "from_text")
    return tuple(field_name(other) for other in attrs.fields(kind)[1:]) if has_parts else ()


def _reference(kind: Any) -> Read:
    classes = classes_in(kind)
    return lambda value: Ref(" ".join(value.text.split()), value.place, classes)


def _from_text(kind: Any) -> Read:
    """Reads with the class's own from_text, and gives the references in what it made their place and classes."""
    hints = hints_of(kind) if attrs.has(kind) else {}
    refs = {name: classes_in(hint) for name, hint in hints.items() if classes_in(hint)}

    def read(value: Value) -> Any:
        try:
            made = kind.from_text(value.text)
        except ValueError as error:
            fault = refused(error, "STA-02" if kind is Rating else "REC-06")
            if kind is Rating:
                fault.kept = Rating(None, "no reason is recorded", value.place)
            raise fault from None
        except (Exception, SystemExit) as error:  # the class is a plugin's
            import traceback

            frame = traceback.extract_tb(error.__traceback__)[-1]
            said = f"{Path(frame.filename).name}:{frame.lineno}: {kind.__name__}.from_text failed"
            mend = "Raise a ValueError that says what is wrong; what to do."
            raise Refused("PLG-01", f"{said}: {type(error).__name__}: {error}.", mend) from error
        if "place" in hints:
            object.__setattr__(made, "place", value.place)  # it was made of these words; nobody else holds it yet
        for name, classes in refs.items():
            if ref := getattr(made, name):
                object.__setattr__(made, name, Ref(ref.name, value.place, classes))
        return made

    return read


def _parts(kind: Any) -> Read:
    """Reads `head, word part, word part`: the first field, then each other field after a comma and its own word."""
    hints = hints_of(kind)
    head, *others = attrs.fields(kind)
    words = ByName({field_name(other): other for other in others})
    split = re.compile(rf",\s*({'|'.join(map(re.escape, words))})\s+", re.IGNORECASE)
    readers = {attribute.name: reader_of(hints[attribute.name]) for attribute in (head, *others)}
    required = [word for word, other in words.items() if other.default is attrs.NOTHING]

    def read(value: Value) -> Any:
        first, *rest = split.split(value.text)
        typed = {head.name: Value(first.strip(), value.file, value.line, value.column, value.within)}
        for word, part in zip(rest[::2], rest[1::2], strict=True):
            name = words[word].name
            if name in typed:
                raise Refused("REC-06", f'"{word}" stands twice in "{value.text}".', "Put each on a line of its own.")
            typed[name] = Value(part.strip(), value.file, value.line, value.column, value.within)
        for word in required:
            if words[word].name not in typed:
                before, here, after = first.partition(f" {word} ")
                if here:
                    mend = f'Write a comma before "{word}": {before}, {word} {after}'
                    raise Refused("REC-06", f'"{value.text}" has no comma before "{word}".', mend)
                readers[head.name](typed[head.name])  # what is wrong in it comes first
                mend = f"Write it after a comma, as in: {first}, {word} ..."
                raise Refused("REC-06", f'"{value.text}" lacks the part that begins with "{word}".', mend)
        return _whole(kind, readers, typed)

    return read


def _whole(kind: Any, readers: dict[str, Read], typed: dict[str, Value]) -> Any:
    """A value of its parts; where one of them was taken and yet has a fault, the whole has it."""
    told, parts = None, {}
    for name, part in typed.items():
        try:
            parts[name] = readers[name](part)
        except Refused as fault:
            if fault.kept is None:
                raise
            told, parts[name] = fault, fault.kept
    made = kind(**parts)
    if told:
        told.kept = made
        raise told
    return made
