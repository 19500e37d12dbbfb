"""Misplaced figures: those that prose sets where the words beside them may mean another record or another part."""

import re
from collections.abc import Iterator

from bscb_docs.records import Person
from bscb_docs.rules.engine import Pack, Passage, name_of
from bscb_docs.rules.prose_rules.facts.spoken_records import Named, named_records
from bscb_docs.rules.prose_rules.facts.typed_facts import TypedFact

_BESIDE = {
    "target": re.compile(r"\b(?:target|aims?|goals?|should|ought)\b", re.IGNORECASE),
    "baseline": re.compile(
        r"\b(?:baseline|before|began|begun|start\w*|first|earlier|last\s+year|had\s+been|from\s*\ufffc)", re.IGNORECASE
    ),
}
"""What a sentence says of itself that sets this part of a measure."""
_AS_ANOTHER = {
    "baseline": re.compile(r"\bto\s+(?:the\s+)?\Z"),
    "value": re.compile(r"\b(?:target|baseline)\s+(?:is|was|of)\s+\Z"),
}
"""Words before a part by which another one is meant: "fell from ... to", "the target is"."""


def figures_misplaced(pack: Pack, passage: Passage) -> Iterator[TypedFact]:
    """Each figure of a target or baseline that no word beside it calls so, or of another record than is named there."""
    named = named_records(pack).get(passage, ())
    for token in passage.tokens:
        start, end = token.span()
        first, last = passage.line(start)
        about, _, part = token[1].rpartition(".")
        words, before = passage.text[first:last], passage.text[first:start]
        is_said = part not in _BESIDE or _BESIDE[part].search(words)
        is_another = part in _AS_ANOTHER and _AS_ANOTHER[part].search(before)
        asked = "" if is_said and not is_another else f"its sentence does not tell of the {part}"
        others = _others(passage, [each for each in named if first <= each.start < last], start)
        if asked := asked or (f"its sentence speaks of {name_of(others[-1].record)}" if others else ""):
            yield TypedFact(passage, start, end, f"{part.replace('-', ' ')} of {about}", asked=asked)


def _others(passage: Passage, named: list[Named], start: int) -> list[Named]:
    """The records of the kind of a figure's that are named beside it; none where its own is one of them."""
    own = [each.record for each in named if each.start == start]
    beside = [each for each in named if not passage.raw.startswith("{{", each.start)]
    kinds = tuple({type(record) for record in own} - {Person})
    if any(each.record is record for each in beside for record in own):
        return []
    return [each for each in beside if isinstance(each.record, kinds)]
