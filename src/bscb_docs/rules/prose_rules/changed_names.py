"""Changed names: the name of the board, or of a body of its own, in which one whole word is another."""

import re
from collections.abc import Iterator

from bscb_docs.records import Body, Inspection, fold
from bscb_docs.rules.engine import Pack, Spot, capitals_in, declared_keys, key_of, stem_of, variants
from bscb_docs.rules.prose_rules.likeness import SMALL_WORDS, is_slip, slips_allowed

_LONG = 4
"""Words of a body's name: of a shorter one with another word too little is left to know it by."""
_OF_OTHERS = re.compile(
    r"\b(?:neighbour\w*|other|another|colleagues?|peers?|joint(?:ly)?|both|former(?:ly)?|with|we|us|ours?|theirs?|visit\w*|review\w*)\b",
    re.IGNORECASE,
)
"""In a sentence that may well tell of another board: beside it stands who writes, or a neighbour."""


def changed_names(pack: Pack) -> Iterator[tuple[Spot, str]]:
    """Each such name that no card or inspection has, and the name that stands there changed.

    Of a body one of the words between the first and the last is another; of the board a word of its area.
    """
    details, declared = pack.board.details, declared_keys(pack)
    recorded = {key_of(each.by) for each in pack.board.of(Inspection) if each.by}
    area = frozenset(key_of(details.area or ""))
    names = {details.title: area}
    for body in pack.board.of(Body):
        key = key_of(body.title)
        if body.kind != "external" and len(key) >= _LONG:
            names[body.title] = frozenset(key[1:-1])
    for name, may_change in names.items():
        for spot, wanted, typed in variants(pack, key_of(name)) if may_change else ():
            is_other = typed and wanted in may_change and SMALL_WORDS.isdisjoint((wanted, typed))
            if not is_other or stem_of(typed) == stem_of(wanted) or is_slip(wanted, typed, slips_allowed(wanted)):
                continue
            first, last = spot.passage.sentence(spot.start)
            is_known = spot.keys in declared or spot.keys in recorded
            if not is_known and spot.capitals >= capitals_in(name):
                sentence = spot.passage.unquoted[first:last]
                is_elsewhere = (
                    details.area
                    and wanted in area
                    and (_OF_OTHERS.search(sentence) or fold(details.area) in fold(sentence))
                )
                if not is_elsewhere and spot.text in sentence:
                    yield spot, name
