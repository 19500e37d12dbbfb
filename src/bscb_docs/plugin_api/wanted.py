"""Wanted: the decisions and recommendations that the texts of reports ask for."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs.diagnostics.location import Place
from bscb_docs.prose import blocks_in, parse, plain
from bscb_docs.prose.blocks import Aside, AsideKind, Runs
from bscb_docs.records import Narrative


@frozen
class Wanted:
    """A decision or a recommendation of a report: what it asks for, and all its words."""

    kind: AsideKind
    heading: Runs
    words: str
    place: Place


def wanted_of(narrative: Narrative, *kinds: AsideKind) -> Iterator[Wanted]:
    """Those of some kinds that a narrative asks for, in their order."""
    for text in (section.text for section in narrative.sections):
        for block in blocks_in(parse(text)) if ">" in text.text else ():
            if isinstance(block, Aside) and block.kind in kinds:
                words = plain((block.heading, *block.blocks))
                yield Wanted(block.kind, block.heading.runs, words, text.place.down(block.line))
