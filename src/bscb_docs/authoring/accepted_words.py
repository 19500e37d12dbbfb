"""Accepted words: what a field of a type accepts, as a sentence for people, and an example of it."""

import typing
from enum import Enum
from typing import Any

import attrs

from bscb_docs.diagnostics.phrases import joined
from bscb_docs.records import KINDS, Prose, Ref, field_name
from bscb_docs.records.field_types import hints_of, parts_of
from bscb_docs.records.kind import word_for

_PLAIN: dict[type, tuple[str, str]] = {
    str: ("words", "A few words"),
    int: ("a whole number in figures", "30"),
    Prose: ("words, with figures and references where they are wanted", "A sentence."),
}
"""What plain values accept, and an example; any other type of value says the two in its `accepts`."""

_TITLES = {"Person": "Alex Example", "Body": "Executive Board", "Organisation": "Exampleshire Council"}


def accepted(hint: Any) -> tuple[str, str]:
    """What a type accepts, in words, and an example of it."""
    parts = [part for part in parts_of(hint) if part is not type(None)]
    if len(parts) > 1:
        return " or ".join(accepted(part)[0] for part in parts), accepted(parts[0])[1]
    own = parts[0]
    if known := _PLAIN.get(own) or getattr(own, "accepts", None):
        said, example = known
        return (said if own in {str, int} else f"{said}, as in `{example}`"), example
    if typing.get_origin(own) is Ref:
        return _named(typing.get_args(own)[0])
    if isinstance(own, type) and issubclass(own, Enum):
        words = [str(member.value) for member in own]
        return f"one of: {', '.join(words)}", words[0]
    if isinstance(own, type) and attrs.has(own):
        return _in_parts(own)
    return "words", "A few words"


def _named(target: Any) -> tuple[str, str]:
    """What a reference accepts: ids where the kind has them, else titles."""
    classes = [part for part in parts_of(target) if isinstance(part, type)]
    words = [word_for(part, KINDS) for part in classes]
    said = joined(words, "or")
    by_id = all("id" in {a.name for a in attrs.fields(part)} for part in classes)
    example = "A1" if by_id else _TITLES.get(word_for(classes[0], KINDS), "Its title")
    return f"the {'id' if by_id else 'name'} of {'an' if said[:1] in 'AEIOU' else 'a'} {said}", example


def _in_parts(own: type) -> tuple[str, str]:
    """A value of several parts: the first as it is, each other after a comma and its own word."""
    hints = hints_of(own)
    head, *others = attrs.fields(own)
    said, example = accepted(hints[head.name])
    examples = [(field_name(other), accepted(hints[other.name])[1]) for other in others]
    examples = [(word, "March 2019" if word == "to" else value) for word, value in examples]
    whole = ", ".join([example, *(f"{word} {value}" for word, value in examples)])
    words = " and ".join(f"`{word}`" for word, _ in examples)
    return f"{said.partition(', as in')[0]}, then parts that begin with {words}, as in `{whole}`", whole
